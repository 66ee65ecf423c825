# Words for the end of an interview and the hours after it.

closing-hint = This is still open. One key a point: a digit settles it, a letter leaves it open with a reason, Enter goes there. The log keeps the reason.
closing-still-open = { $count ->
        [one] One point is still open: settle it, or leave it open with a reason.
       *[other] { $count } points are still open: settle them, or leave them open with a reason.
    }
closing-never-waved = This must not stay open: a digit settles it.
closing-done = done
closing-understood = cleared up
closing-end-off-record = ends here
closing-keep-draft = keep as a note
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
age-within-day = 24 h
age-later = later
