# Exports: what stands in files that are made for other programs, and what is said about them.

export-no-recording = Without a recording
export-recording = Recording { $number }
export-approval-request = Please read what was noted, and write into the last column what is to be understood otherwise or taken out. Names need not be added.
export-head-number = No.
export-head-time = Time
export-head-text = Statement
export-head-correction = Correction
export-head-case = Case
export-head-block = Block
export-head-topic = Topic
export-head-title = Title
export-head-state = State
export-head-kind = Kind
export-head-origin = Origin
export-head-language = Language
export-head-prompted = Prompted
export-head-codes = Codes
export-head-also-in = Also in
export-head-invented = Invented
export-head-code = Code
export-head-label = Label
export-head-definition = Definition
export-head-source = Source
export-head-retired = Retired
export-head-when = Date
export-sheet-matrix = Matrix
export-sheet-notes = Notes
export-sheet-codebook = Codebook
export-sheet-sample = Sample
export-about = About this export
export-workbook-title = Protocols and matrix
export-matrix-title = Protocol matrix · { $level } (pseudonymised)
export-project-name = Guide interviews · { $level } (pseudonymised)
export-of-guide = Guide { $guide }
export-further-codes = Further codes
export-cell-cut = … [cut: a cell holds no more; in full in the JSON export]

export-report-worked-on = ⚠ Somebody works on { $sessions }; missing from all numbers
export-report-invented = Invented, nothing in it is real: { $sessions }
export-report-unsearched = The working version is for the interviewer alone; it was not searched for names once more
export-report-keys = Whoever has a list of the names can resolve the placeholders; it is no part of this export
export-report-sessions = { $count ->
        [one] 1 session, { $level } (pseudonymised): { $sessions }
       *[other] { $count } sessions, { $level } (pseudonymised): { $sessions }
    }
export-report-accepted = { $count ->
        [one] 1 place looks faintly like a name, or was accepted as none
       *[other] { $count } places look faintly like names, or were accepted as none
    }
export-report-recorded = { $count ->
        [one] Of 1 session there is a recording: as long as it exists, the person can be determined
       *[other] Of { $count } sessions there is a recording: as long as it exists, the person can be determined
    }

export-written = { $path } written
export-nothing-written = Nothing was written; with --all what is released is exported
export-no-guide = The guide { $guide } cannot be read; the export of { $session } lacks the titles of blocks and the attributes
export-no-text = the format { $format } is no text for the screen
export-no-text-hint = Name a file: -o FILE
export-nothing = there is no session to export
export-codebook-no-guide = the guide of the sessions is not at hand, and a codebook is that of a guide
export-review-is-for-one = the review version is for one interviewee, and this format would show them what others said
export-review-is-for-one-hint = Export the sessions one by one, or as docx into a folder: --format docx -o DIR/
export-several-hint = Name a folder, with a slash at the end: -o DIR/
export-make = the document cannot be made
export-exists = { $path } is there already
export-exists-hint = Choose another name, or replace the file with --force
export-exists-hint-form = Type another name, or remove the file first
file-no-folder-hint = Make the folder first
export-no-folder = there is no folder { $folder }
export-no-folder-hint = Make the folder first, or end the path with / for a folder that is made
export-several = { $count ->
        [one] 1 document does not go into one file
       *[other] { $count } documents do not go into one file
    }
export-invented-left-out = { $count ->
        [one] One invented session is left out, since real ones stand beside it
       *[other] { $count } invented sessions are left out, since real ones stand beside them
    }
export-sent = { $session } counts as sent: its answer is awaited until { $until } (to be changed under “Afterwards”)
export-deadline-moved = { $session }: the day for the answer is moved to { $until }
export-worked-on = somebody works on { $sessions }: the export could not stand in the log there, and a strike would not know of it; nothing of it is written
export-worked-on-hint = Close the session and export again
export-taken-back-hint = What was written is deleted again; mend the cause and export again
export-until-review = --until says how long the answer to a review version is awaited: it needs --level review and a format for reading (docx, md, html, txt)
export-until-past = the day of --until has passed
export-until-unawaited = { $sessions }: --until does not hold here; an approval was not asked for, is answered already, or the session is invented
export-until-unawaited-hint = Nothing is written; export without --until
export-unlogged = the export does not stand in the log of { $sessions }, and a strike would not know of it
export-unlogged-hint = The document is written; give the command once more when the session is free
export-sheet-frequencies = Frequencies
export-head-of-sessions = of sessions
export-head-of-cases = of cases
