# Two note-takers’ protocols of one interview.

header-taker = note-taker { $taker }
merge-notes = { $count ->
        [0] No new note
        [one] One note came in
       *[other] { $count } notes came in
    }
merge-folded = Work on it had been cut short; all of it is kept, but it can no longer be undone
merge-later = The other clock began { $count } s later; its times are aligned
merge-earlier = The other clock began { $count } s earlier; its times are aligned
merge-same-slots = { $count ->
        [one] One placeholder stands for the same in both
       *[other] { $count } placeholders stand for the same in both
    }
merge-new-slots = { $count ->
        [one] One placeholder has a new number
       *[other] { $count } placeholders have new numbers
    }
merge-replaced = { $count ->
        [0] No name of the list stands in either protocol
        [one] A name of the list is replaced in one place
       *[other] Names of the list are replaced in { $count } places
    }
merge-struck = { $count ->
        [one] One text will be struck, since it was struck or off the record in one of the two:
       *[other] { $count } texts will be struck, since they were struck or off the record in one of the two:
    }
merge-ask = { $count ->
        [one] Merge, and strike this text for good in both protocols?
       *[other] Merge, and strike these { $count } texts for good in both protocols?
    }
merge-done = Merged into { $session }; notes in it: { $count }
merge-dry-run = Only shown; nothing was changed.
merge-apart = { $slot } of the other protocol ({ $notes }) may be: { $maybe }
merge-apart-hint = If it is the same: once more with --join ONE=OTHER (in quotation marks), or in the list of names (Alt-J)
merge-which = { $slot } of the other protocol ({ $notes }): the same as { $maybe }? Its number, or Enter for none of them:
merge-no-note = in no note
merge-join-unknown = there is no { $slot } in the merged session
merge-join-unknown-hint = --dry-run shows what the placeholders are called
merge-join-unlike = { $one } and { $other } cannot be the same
merge-disputed = { $topic }: { $states }. Until leitfaden interview { $session } settles it (F5, or Alt-K when closing), “{ $holds }” holds
merge-overlaps = { $count ->
        [one] One pair of notes lies side by side; leitfaden interview { $session } settles it by Alt-Shift-G
       *[other] { $count } pairs of notes lie side by side; leitfaden interview { $session } settles them by Alt-Shift-G
    }
merge-refused = { $path } cannot be merged into { $session }
merge-refused-hint = Nothing was changed; check whether it is of the same interview
merge-other-session = it is the protocol of the session { $found }
merge-other-guide = it follows the guide { $guide }, edition { $edition }
merge-other-time = the interview began at quite another time
merge-invented = one of the two is invented
error-no-file = there is no file { $path }
error-no-file-hint = Check folder and name

key-speaker = who speaks
key-unplaced = place later
key-translate = translate the quote
key-overlaps = notes side by side
choose-unplaced = Which note gets its place?
choose-overlap = Noted twice at the same moment: which stays?
choose-quote-language = In which language is the quote { $note }?
overlap-both = both stay
overlap-first = the first stays, the second is struck
overlap-second = the second stays, the first is struck
note-waits = waits for its place
note-untranslated = no translation
notice-unplaced = { $about } waits for its place; Alt-Shift-X gives it one.
notice-nothing-unplaced = No note waits for its place.
notice-no-foreign-quote = What is translated is a quote: it begins with a quotation mark. Ctrl-↑ chooses an earlier note.
notice-no-overlaps = Nothing lies side by side.
notice-still-parked = Still parked: { $about }. Alt-E takes one up.
translation-title = Translation
translation-hint = The quote stays as it was said. What it says in { $language } stands beside it; names are replaced here too.
review-untranslated = { $count ->
        [one] One quote without a translation: { $notes }
       *[other] { $count } quotes without a translation: { $notes }
    }
start-other-taker = Of { $session } only the protocol of note-taker { $taker } is here; open it with: leitfaden interview { $session } --taker { $taker }
