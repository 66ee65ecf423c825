# What is read across interviews, beyond the tables.

prepare-pilot = Pilot interview: tries out the guide, does not count beside others
sheets-pilot = ⚠ Pilot interviews only
sheets-left-pilot = { $count ->
        [one] without 1 pilot interview
       *[other] without { $count } pilot interviews
    }
sheets-left-withdrawn = { $count ->
        [one] without 1 interview that was withdrawn
       *[other] without { $count } interviews that were withdrawn
    }
sheets-rap-title = RAP sheet · case { $case } · { $level }
sheets-rap-block = { $number } { $title } · answered in { $answered } of { $sessions }
sheets-agreed = Agreed type:
sheets-not-agreed = none yet
sheets-more-contradictions-here = { $count ->
        [one] + 1 more, in the view of contradictions (Tab)
       *[other] + { $count } more, in the view of contradictions (Tab)
    }
sheets-more-here = { $count ->
        [one] + 1 more note, in the session (Enter in the matrix)
       *[other] + { $count } more notes, in the sessions (Enter in the matrix)
    }
sheets-notes = { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
sheets-not-approved = ⚠ not yet approved
sheets-code = { $code } · in { $said } of { $sessions }
sheets-helps = ▲ helps: { $codes }
sheets-hinders = ▼ hinders: { $codes }
sheets-nothing-noted = nothing noted
sheets-more = { $count ->
        [one] + 1 more note, see “leitfaden show”
       *[other] + { $count } more notes, see “leitfaden show”
    }
sheets-contradictions = Contradictions
sheets-more-contradictions = + { $count } more, see “leitfaden contradictions”
sheets-open = Open or not asked
sheets-refused = Without interviews that may not be in this version: { $sessions }
sheets-turned = { $code }: helps ({ $helps }), hinders ({ $hinders })
sheets-marked = marked as a contradiction: { $notes }
sheets-agreement = Agreement of coders
sheets-pair = Coders { $first } and { $second }
sheets-alike = { $alike } of { $notes } notes coded alike
sheets-not-shared = { $count ->
        [one] 1 note was looked at by one of them only
       *[other] { $count } notes were looked at by one of them only
    }
sheets-code-agreement = { $code }: both { $both }, only { $first }: { $one }, only { $second }: { $other }
sheets-all-coders = All coders together, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }: { $alpha }
sheets-no-second-coder = Nobody has coded a second time yet: “leitfaden review SESSION --coder 2”.
sheets-head-note = Note
sheets-head-only-first = first only
sheets-head-only-second = second only
sheets-head-kind = Kind
sheets-head-notes = Notes
sheets-kind-pair = opposites
sheets-kind-turned = turned
sheets-kind-marked = marked
sheets-no-contradiction = No contradiction found. This is a hint for reading, no finding.
sheets-contradictions-title = Contradictions within the cases
sheets-contradictions-note = Hints for reading again, no findings: codes that the guide names as opposites, a code that helps and hinders, marked places.
sheets-refused-one-case = The level “{ $level }” shows no single case
sheets-refused-one-case-hint = Sheets of a case and contradictions exist at the working and the archive level (--level working, --level archive). Over all cases together: matrix, frequencies, export --all
sheets-no-case = No sheet: no interview of the cases named counts or is allowed at this level
key-read-sheet = RAP sheet
key-back-to-matrix = back
key-export = export
key-export-now = export
exporting-one = Export of { $session }
exporting-all = Export of all sessions
exporting-form = Format
exporting-form-hint = Sessions in a format, or a RAP sheet for each case. ← → chooses.
exporting-level = Level
exporting-level-hint = How much is in it and for whom. Analysis and publication exist for many together only, as json, csv, md or txt.
exporting-place = Place
exporting-place-hint = A folder (ending with /), or a file for a single document. What lies there already stays.
exporting-until-hint = For the review version to be read (docx, md, html, txt): such as 2026-05-20, 20.5.2026 or +14 (days from today). Empty: two weeks.
exporting-no-place = Where to is missing: name a folder or a file.
exporting-until-read = The answer is awaited until { $until }.
exporting-until-past = The day for the answer has passed: type a later one, or none.
exporting-until-review = A day for the answer belongs to the review version as docx, md, html or txt: choose these, or empty the field.
exporting-until-unawaited = { $sessions }: the day for the answer does not hold here; an approval was not asked for, is answered already, or the session is invented
exporting-sheets = RAP sheet for each case ({ $format })
exporting-running = Exporting … { $done } of { $of ->
        [one] 1 session
       *[other] { $of } sessions
    }
sheets-pilot-one = Pilot interview
