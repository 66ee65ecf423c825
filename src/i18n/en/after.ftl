# Words for the end of an interview and the hours after it.

closing-hint = This is still open: one key a point, Enter goes there. The log keeps the reasons; Ctrl-U takes the last one back.
closing-after-hint = This waits since the interview was closed: a digit settles the point, Enter goes there, F3 goes back; Ctrl-U takes the last one back.
closing-after-title = Still to be completed
notice-nothing-to-complete = Nothing waits any more.
closing-recording-ends = ● Recording { $about } runs: F10 also notes that it ends.
closing-still-open = { $count ->
        [one] One point is still open: settle it, or leave it open with a reason.
       *[other] { $count } points are still open: settle them, or leave them open with a reason.
    }
closing-never-waved = This must not stay open: a digit settles it.
closing-only-settled = After closing points are only settled, by a digit; nothing is left open once more.
closing-no-such-answer = This key answers nothing here. Those that do stand below the list.
closing-answered-here = This is answered here, in the list: by one of the keys below it.
closing-is-done = This point is done.
closing-nothing-to-undo = Nothing was settled in this list that could be taken back.
closing-nothing-to-redo = Nothing was taken back in this list that could be brought back.
closing-consent-stays = What was answered stays on record: a digit answers this step anew.
closing-takes-consent-back = 2 once more takes the yes back.
closing-done = done
closing-understood = cleared up
closing-end-off-record = ends here
closing-keep-draft = keep
closing-disputed = the note-takers differ
closing-contradicted = “nothing to say”, yet statements stand there
closing-gap = not understood
closing-off-record = still off the record since
closing-consent = not asked yet
closing-approval = The interviewee wants to see the protocol first (c6); it has not been sent.
closing-country = Interviewer and interviewee are not of the same country.
closing-phone-reason = Why by phone? No reason is noted.
key-wave-no-time = no time
key-wave-not-needed = not needed here
key-wave-later = follows later
key-wave-other = see the postscript
key-edit-note = change the note
key-origin = origin
notice-draft-before-change = First keep or park what is being written here.
notice-changing = { $about } is being changed: Enter puts what is written in its place.
note-changing = changes { $note }
refused-objected = the interviewee objected to the release
refused-hint-objected = An objection holds until the interviewee agrees; to delete everything: withdraw the session
after-title = After the interview { $session }
after-languages = Languages of the notes
after-quality = Quality of the notes (1 to 3)
after-type = Type as this interview shows it
after-support = supported by notes
after-approval = Approval
after-step-day = Step taken on
after-until = Answer until
after-reason = Reason without an answer
after-promised = Recording to be deleted by
after-deleted = Recording deleted
after-not-deleted = not yet
after-no-date = This is no date, such as 2026-05-20, 20.5.2026 or +14 (days from today).
after-day-to-come = This day has not come yet.
after-no-numbers = Notes are named by their numbers, such as 1.3 1.7.
after-no-such-note = There is no note { $note }.
after-not-expired = The time for an answer has not passed.
after-needs-reason = Without an answer a reason is needed.
after-step-taken = Noted, for the text as it is now.
after-type-hint = The view of this interview; the agreed type stands with the case. Notes by number, such as 1.3 1.7.
after-type-without-notes = No note supports this type: fill in their numbers, such as 1.3 1.7.
after-approval-hint = ← → chooses a step, Enter notes it. It holds for the text as it is now.
after-step-day-hint = When it was, if not today; empty means today.
after-date-hint = Such as 2026-05-20, 20.5.2026 or +14 (days from today).
after-by-program = Filled in by the program.
approval-not-wanted = not asked for
approval-not-sent = not sent yet
approval-deadline-moved = deadline moved
approval-sent = sent, answer until { $until }
approval-expired = no answer by { $until }
approval-changed = approved, changed since
approval-approved = approved
approval-objected = objected
approval-step-sent = sent now
approval-step-corrected = corrections made
approval-step-approved = approved
approval-step-objected = objected
approval-step-without-answer = release without an answer
key-after = afterwards
key-to-notes = complete the notes
key-take-step = next / note
after-switches = { $count ->
        [one] { $count } switch
       *[other] { $count } switches
    }
due-title = Due
due-by = by { $when }
due-since = since { $when }!
due-postscript = postscript: { $count } empty
after-still-empty = Still empty in the postscript: { $fields }
approval-enter = Enter notes it
due-type = type with its notes
due-closing = close it
due-sending = send for approval
due-answer = answer of the interviewee
due-deletion = delete the recording
due-deletion-day = no day of deletion named
due-completing = { $count ->
        [one] complete one place
       *[other] complete { $count } places
    }
due-scan = { $count ->
        [one] one place looks like a name
       *[other] { $count } places look like names
    }
due-more = { $count ->
        [one] and one more session
       *[other] and { $count } more sessions
    }
prepare-survey = Survey answers
prepare-country = Reason for another country
prepare-country-hint = Interviewer and interviewee are not of the same country. Why? It may stay open; closing asks again.
notice-country = Not of the same country: closing asks for the reason.
prepare-survey-hint = A CSV file; Enter reads it. Where it lies is not kept.
prepare-survey-read = ✓ read: the answers stand beside the questions. They never count by themselves.
missing-survey-not-read = The survey’s file has not been read yet: press Enter in its field.
missing-survey-does-not-fit = The survey answers do not fit this guide and session.
key-assess = survey says
choose-survey = What does the talk say about the survey?
notice-no-survey = The survey has nothing on this topic.
outcome-confirmed = confirmed
outcome-nuanced = nuanced
outcome-contradicted = contradicted
survey-unusable = the survey answers cannot be used
survey-no-file = there is no such file
survey-no-table = line { $line } is no line of a CSV file in UTF-8
survey-empty = there is nothing below the line of heads
survey-unknown-column = the head of column { $column } is no survey key of the guide
survey-unknown-column-hint = Columns are session or case, and: { $keys }
survey-twice = column { $column } stands there twice
survey-none = the guide knows of no survey
survey-too-long = the answer in column { $column } is too long
survey-not-one-line = exactly one line is needed for { $session }, found: { $count }
closing-stays = stays where it is
closing-same = perhaps the same person
closing-same-yes = the same
closing-same-no = two people
closing-joins-for-good = 1 once more makes one placeholder of both, for good.
closing-join-stays = What was joined stays one placeholder.
closing-unplaced = waits for its place
closing-overlaps = { $count ->
        [one] one pair of notes stands side by side
       *[other] { $count } pairs of notes stand side by side
    }
