# What can go wrong with files, and what to do about it.

error-no-study = { $path } is no study
error-no-study-hint = A study is a folder with the folders guides and sessions; name another with --study DIR
error-no-data-folder = the folder for your own study is not known
error-no-data-folder-hint = Name a folder: --study DIR, or set LEITFADEN_STUDY
error-current-folder = the current folder cannot be determined
error-no-session = there is no session { $session } in this study
error-no-session-hint = All sessions are shown by: leitfaden list
error-session-exists = there is a session { $session } in this study already
error-unreadable = { $path } cannot be read
error-unreadable-hint = Mend the file at this place, or put a copy in its place; it stays as it is
error-other-session = { $path } holds the session { $session }
error-other-session-hint = Give the file the name of the session in it
error-no-snapshot = { $path } goes on from a file that is missing
error-no-snapshot-hint = Put the session’s file back beside it
error-changed = { $path } was changed by another program
error-locked = the session { $session } is open in another program
error-locked-hint = Go on working there, or leave the other program
error-changed-since-read = the files of the session { $session } have changed since they were read
error-changed-since-read-hint = Give the command once more
error-not-ignored = { $path } lies in a git work tree that does not ignore it
error-not-ignored-hint = Add a file .gitignore with the line * beside it, take the file out with git rm --cached, or use a study elsewhere (--study)
error-invented = the session { $session } is invented and can only be read
error-real = the session { $session } is real and is only saved in the safe way
error-invented-hint = Try it in a copy: leitfaden demo
error-for-review = the session { $session } came from an archive and can only be read
error-for-review-hint = Go on with it in the study from which it was archived
error-encode = the session holds a value that no file can hold

disk-read = { $path } cannot be read
disk-create = { $path } cannot be created
disk-write = { $path } cannot be written
disk-sync = { $path } cannot be made to last
disk-replace = { $path } cannot be replaced
disk-remove = { $path } cannot be removed
disk-lock = { $path } cannot be locked

trouble-full = there is no room left on the disk
trouble-read-only = the disk can only be read
trouble-denied = permission is denied
trouble-gone = the file or its folder is gone
trouble-too-large = the file is too large

file-exists = { $path } is there already
file-exists-hint = Choose another name, or replace it with --force
file-place = line { $line }, column { $column }: { $fault }
file-not-utf8 = not saved as UTF-8
file-version-missing = the version is missing; the first field must be { $field }
file-version-newer = the file has version { $found }, this program reads up to { $known }
file-twice = two entries with the number { $number } in { $list }
file-ended = the file ends too early
file-trailing-text = the file goes on where it should end
file-unknown-field = an unknown field
file-missing-field = the field { $field } is missing
file-duplicate-field = the field { $field } stands twice
file-unknown-word = an unknown word; possible are { $words }
file-wrong-value = a value that does not belong here
file-rule = a broken rule ({ $rule })
file-punctuation = a bracket, comma, colon or quotation mark is missing or too much

journal-version = the journal has version { $found }, which this program does not know
journal-session = the journal belongs to the session { $session }
journal-unknown = line { $line } of the journal holds an event that this program does not know
journal-hint = Open the session with the program that wrote it
error-study-for-review = { $path } came from an archive and takes no session of its own
error-study-for-review-hint = Take the study in which you interview: --study
