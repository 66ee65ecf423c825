# What goes wrong with disk, study and guide, and what was recovered.

trouble-paste-cut = What was pasted was too long and was cut (1 MiB).
trouble-no-shell = Suspending does not work here: no shell could wake the program again.
trouble-conflict = Somebody else changed the session’s file; it stays, and this protocol is in { $file }.
trouble-remaining = May still hold what was struck, please check it yourself: { $files }
trouble-removed = Deleted, since what was struck could stand in it: { $files }
trouble-disk-full = no room on the disk; make room, then press a key
trouble-disk-read-only = the folder is read-only; allow writing, then press a key
trouble-disk-denied = no permission for the folder sessions; check its rights
trouble-disk-gone = a file or folder is gone; check the drive
trouble-disk-other = the disk reports an error; check the drive
trouble-guide = the guide { $guide } cannot be used; “leitfaden guide check” shows where
trouble-no-guide = the guide { $guide } is missing; put its file into the folder guides
trouble-thread = the system has no thread left; close other programs
recovered-events = { $count ->
        [one] The program did not end in order; one step is back from the journal.
       *[other] The program did not end in order; { $count } steps are back from the journal.
    }
recovered-torn = The last step, never acknowledged, was incomplete and is dropped.
recovered-damage = The journal is damaged from line { $line }; it is kept.
recovered-rescued = { $count ->
        [one] Behind it stands one text that can be rescued:
       *[other] Behind it stand { $count } texts that can be rescued:
    }
recovered-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
recovered-kept = Kept for rescue, and deleted by the next strike: { $files }
recovered-strike = A strike was interrupted; it will be finished.
trouble-as-prepared = The session exists already; guide and mode stay as it was prepared.
trouble-not-kept = What is filled in is not kept; the same key once more drops it.
