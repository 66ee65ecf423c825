# What is not kept: off the record, struck, withdrawn.

key-off-record = off the record
key-strike-minutes = strike the last minutes
key-strike-words = strike by words
key-strike-found = strike
header-off-record = off the record
banner-off-record = Off the record since { $time }: nothing you type is kept. F12 goes on the record again.
notice-off-record = Off the record: not kept. F12 goes on the record again.
notice-withheld = Nothing is kept of { $about }: off the record, or struck. Go elsewhere in the recording to write.
notice-withheld-draft = Nothing is kept of { $about }: it stays a draft. Empty it, and write anew what was said outside of it.
notice-on-record = On the record again.
notice-not-begun = The interview has not begun yet.
notice-struck-many = Struck: { $about }. Your own backups and exports stay as they are.
notice-rescued = Rescued: { $about }.
choose-strike-minutes = How many of the last minutes to strike?
choose-strike-span = Strike everything from { $from } to { $to } for good?
choose-minutes = { $minutes } min: { $count ->
        [one] one text
       *[other] { $count } texts
    }
strike-words-title = Strike by words
strike-words-hint = Every text in which these words stand is struck, in other versions of the session too. The words themselves are stored nowhere.
strike-words-field = Words
strike-words-found = { $count ->
        [0] No text holds them.
        [one] One text holds them; Enter asks.
       *[other] { $count } texts hold them; Enter asks.
    }
strike-words-ask = { $count ->
        [one] Strike this text for good? Enter strikes, any other key does not.
       *[other] Strike these { $count } texts for good? Enter strikes, any other key does not.
    }
strike-words-past = No text holds them, but undo could bring them back; Enter asks.
strike-words-ask-past = Strike for good what undo could bring back? Enter strikes, any other key does not.

strike-which-words = Which words? Every text in which they stand is struck:
strike-no-words = the input holds no words
strike-ask = { $count ->
        [0] Note the stretch as struck?
        [one] Strike this text for good?
       *[other] Strike these { $count } texts for good?
    }
strike-ask-past = Strike it there for good?
strike-past = The words stand in no text, but undo could bring them back.
strike-beside = The words stand in { $path }, too.
strike-goes-too = { $path }, kept for rescue, is deleted with it, since what is struck could stand in it.
strike-done = { $count ->
        [0] Struck.
        [one] One text struck.
       *[other] { $count } texts struck.
    }
strike-removed = { $path } is deleted, since what was struck could stand in it
strike-remaining = { $path } may still hold what was struck; please check it yourself
strike-no-note = the session { $session } has no note { $note }
strike-already = the note { $note } of the session { $session } is struck already
strike-no-note-hint = The numbers are shown by: leitfaden show { $session }
strike-nothing-found = no text of the session { $session } holds these words
strike-nothing-found-hint = Names are replaced already; look for words beside them
strike-backwards = the time of --to lies before that of --from; nothing was struck
strike-backwards-hint = Give the beginning first, then the end: --from 00:31:07 --to 00:33:00
strike-before-beginning = all of the stretch lies before the interview began; nothing was struck
strike-beyond = all of the stretch lies behind the end, which was at { $end }; nothing was struck
strike-not-begun = the interview { $session } has not begun yet; there is no stretch to strike
strike-not-begun-hint = Strike texts by their words: --text -
strike-no-recording-hint = Give the time since the interview began: --from 00:31:07 --to 00:33:00
ask-yes-no = [y/N]
ask-nothing-done = Nothing was changed.
ask-unasked = nothing is taken out for good without a confirmation
ask-unasked-hint = In a script, confirm by: --yes
outside-hint = Outside, and left as they are: your own backups, the history of synchronisation services, erased blocks on the disk, the recording, exports and packages.
outside-export = Export of { $at }: { $level }, { $format }, SHA-256 { $digest }
outside-package = Package of { $at } in the archive “{ $target }”: { $package }, SHA-512 { $digest }
outside-package-unnamed = Package of { $at } in an archive whose address was not recorded: { $package }, SHA-512 { $digest }
outside-still = These hold it still:
outside-further = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}

cutlist-no-recording = The session { $session } has no recording; the list is empty
cutlist-written = Cut list written: { $path }
cutlist-several = the session has cuts in several recordings, and a file of labels belongs to one
cutlist-several-hint = Name the recording: --recording 1

withdraw-head = To withdraw { $session } is to delete everything that lies of it in this study. Only that there was such a session, and when it was withdrawn, stays noted.
withdraw-left = Stays, because it left the study:
withdraw-file = Will be deleted: { $path }
withdraw-index = Will be deleted, and made anew from the other sessions: { $path }
withdraw-case = Will be deleted: the entry of the case { $case } in cases.ron, because no other session belongs to it
withdraw-unread = Cannot be read: { $path }. Which exports and packages were made of it is therefore not known.
withdraw-recordings = { $count ->
        [one] Stays: one audio recording. The program does not know where it lies; please delete it yourself.
       *[other] Stay: { $count } audio recordings. The program does not know where they lie; please delete them yourself.
    }
withdraw-recordings-deleted = { $count ->
        [one] By the session, the audio recording is deleted already.
       *[other] By the session, the { $count } audio recordings are deleted already.
    }
withdraw-package-hint = The package is withdrawn from the archive by: leitfaden archive withdraw { $target } { $package }
withdraw-package-target = TARGET
withdraw-package-ask = Withdraw from the archive “{ $target }”, too, what lies there of { $session }?
withdraw-outside = What the program cannot reach stays as it is: your own backups, the history of synchronisation services, erased blocks on the disk, exports, packages in archives that are not at hand, data sets made of them, and what others have of it.
withdraw-before = { $session } was withdrawn on { $day }.
withdraw-ask = Delete the session { $session } for good?
withdraw-done = { $session } is withdrawn. Only that there was such a session, and when it was withdrawn, stays noted.
withdraw-partly = { $session } is not wholly deleted
withdraw-partly-hint = Mend the cause and call the command again
list-withdrawn = { $count ->
        [one] One session was withdrawn: { $sessions }
       *[other] { $count } sessions were withdrawn: { $sessions }
    }
notice-struck-outside = Struck. What was exported or archived before holds it still: { $about }.
stretch-off-record = off the record
stretch-struck = struck
protocol-withheld = Off the record and struck
