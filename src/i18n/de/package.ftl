# What stands in the packages for an archive.

package-description = Selektives Protokoll des Interviews { $session } ({ $level })
package-access = Zugang nach Absprache mit der verantwortlichen Stelle
package-access-meaning = Das Protokoll ist pseudonymisiert; wer es nutzen will, fragt die verantwortliche Stelle. Es gilt die Einwilligung, die im Paket steht.

package-file-session-json = Das Protokoll als JSON-Dokument, ohne Verlust
package-file-session-ron = Das Protokoll als Sitzung, die leitfaden liest
package-file-protocol-md = Das Protokoll zum Lesen, in Markdown
package-file-protocol-txt = Das Protokoll zum Lesen, als einfacher Text
package-file-protocol-html = Das Protokoll zum Lesen, als Seite für den Browser
package-file-protocol-csv = Das Protokoll als Tabelle, eine Zeile je Notiz
package-file-protocol-xlsx = Das Protokoll als Arbeitsmappe mit Matrix, Notizen und Codebuch
package-file-guide = Der Leitfaden in der Fassung, nach der das Interview geführt wurde
package-file-additions = Die Codes, die in der Studie dazukamen, anders heissen oder zusammengelegt wurden, soweit das Protokoll sie braucht
package-file-consent = Die Schritte der Einwilligung mit den Antworten
package-file-anonymisation = Was durch Platzhalter ersetzt wurde: nach welcher Regel und wie oft
package-file-retention = Grundlage und Dauer der Aufbewahrung
package-file-report = Studienbericht
package-file-list = Liste der Dateien
package-file-metadata = Metadaten des Pakets (RO-Crate)

package-report-title = Studienbericht zum Interview { $session }
package-report-project-heading = Projekt
package-report-project = Das Interview gehört zu: { $project }. Verantwortlich für die Daten: { $controller }.
package-report-gathering-heading = Entstehung der Daten
package-report-gathering = Leitfadeninterview ({ $mode }, { $when }, Sprache: { $language }) nach dem Leitfaden «{ $guide }», Ausgabe { $edition }.
package-report-selective = Es wurde kein Transkript erstellt. Während des Gesprächs wurde ein selektives Protokoll geführt: festgehalten ist, was zu den Themen des Leitfadens gehört, in der Zelle des Themas. Eine leere Zelle ist kein «Nein».
package-report-data-heading = Die Daten
package-report-notes = { $count ->
        [one] Das Protokoll enthält eine Notiz.
       *[other] Das Protokoll enthält { $count } Notizen.
    }
package-report-replaced = { $count ->
        [one] Eine Stelle wurde durch einen Platzhalter ersetzt, bevor sie gespeichert wurde.
       *[other] { $count } Stellen wurden durch Platzhalter ersetzt, bevor sie gespeichert wurden.
    }
