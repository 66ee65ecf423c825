# What stands in the packages for an archive.

package-description = Selective protocol of the interview { $session } ({ $level })
package-access = Access by agreement with the controller
package-access-meaning = The protocol is pseudonymised; whoever wants to use it asks the controller. The consent in the package holds.

package-file-session-json = The protocol as a JSON document, without loss
package-file-session-ron = The protocol as a session that leitfaden reads
package-file-protocol-md = The protocol for reading, in Markdown
package-file-protocol-txt = The protocol for reading, as plain text
package-file-protocol-html = The protocol for reading, as a page for the browser
package-file-protocol-csv = The protocol as a table, a row a note
package-file-protocol-xlsx = The protocol as a workbook with matrix, notes and codebook
package-file-guide = The guide in the version that the interview followed
package-file-additions = The codes that the study added, renamed or merged, as far as the protocol uses them
package-file-consent = The steps of the consent with their answers
package-file-anonymisation = What was replaced by placeholders: by which rule and how often
package-file-retention = Basis and duration of keeping
package-file-report = Study report
package-file-list = List of the files
package-file-metadata = Metadata of the package (RO-Crate)

package-report-title = Study report on the interview { $session }
package-report-project-heading = Project
package-report-project = The interview belongs to: { $project }. Responsible for the data: { $controller }.
package-report-gathering-heading = How the data came about
package-report-gathering = Guided interview ({ $mode }, { $when }, language: { $language }) after the guide “{ $guide }”, edition { $edition }.
package-report-selective = There is no transcript. A selective protocol was kept during the conversation: it holds what belongs to the topics of the guide, in the cell of the topic. An empty cell is not a “no”.
package-report-data-heading = The data
package-report-notes = { $count ->
        [one] The protocol holds one note.
       *[other] The protocol holds { $count } notes.
    }
package-report-replaced = { $count ->
        [one] One passage was replaced by a placeholder before it was stored.
       *[other] { $count } passages were replaced by placeholders before they were stored.
    }
