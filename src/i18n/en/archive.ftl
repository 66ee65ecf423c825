# What the commands for the shared archive say.

archive-ready = The archive { $target } is ready
archive-holds-real = It takes real sessions
archive-holds-invented = It takes invented sessions
archive-sealed = Packages are sealed
archive-pushed = { $package } is in the archive
archive-pushed-pending = { $package } is in the archive at the working level: approval is pending
archive-already = { $package } was in the archive already
archive-superseded = Taken back, since something was struck after it: { $packages }
archive-unrecorded = { $package } is in the archive, but the session does not say so: { $reason }
archive-not-pushed = { $session } did not go to the archive: { $reason }
archive-nothing = This study has no session for the archive
archive-name-sessions = the sessions must be named
archive-name-sessions-hint = Name one or several, or take all: --all
archive-empty = The archive is empty
archive-head-package = Package
archive-head-state = State
archive-head-level = Level
archive-head-bytes = Bytes
archive-head-guide = Guide
archive-state-there = there
archive-state-pending = there, approval pending
archive-state-missing = missing
archive-state-withdrawn = taken back
archive-state-superseded = superseded by a later one
archive-orphan = Without an entry in the catalogue: { $package }
archive-orphan-hint = A push was interrupted, or the server overwrote an entry: push the session again, or take the package back with archive withdraw
archive-unreadable = The entry { $entry } cannot be read: { $reason }
archive-problem = { $package }: { $problem }
archive-pulled = Study for reading: { $path }
archive-pulled-hint = Open it with: leitfaden --study { $path }
archive-not-pulled = { $package } was not taken over: { $reason }
archive-mixed-guide = The sessions followed several versions of the guide { $guide }; the study has one of them
archive-withdrawn = { $package } is taken back
archive-keeps-nothing = The store keeps no earlier versions
archive-keeps-versions = The store keeps versions; they were removed too
archive-keeps-unknown = Bin, versions and backups of the server or folder may still hold a copy: look there
archive-doctor-reads = What is put there can be read at once
archive-doctor-create-only = A file is never put over another
archive-doctor-races = Of eight at once exactly one wins: { $decided } of { $of } times
archive-races-hint = Two who push different states of one session at the same moment can overtake each other here; archive list then names the package that lost its entry
archive-doctor-removes = What is removed is gone
archive-unsafe = the archive does not keep what pushing rests on
archive-unsafe-hint = Push one at a time, never two people at once, and check afterwards: leitfaden archive verify
archive-open = the archive { $target } cannot be used
archive-attempt = { $target }: { $name } could not be { $attempt }
archive-attempt-prepare = made
archive-attempt-list = listed
archive-attempt-read = read
archive-attempt-create = put there
archive-attempt-remove = removed
archive-the-archive = the archive
archive-cause-unreachable = the server cannot be reached ({ $reason })
archive-cause-slow = the server does not answer in time
archive-cause-untrusted = the server’s certificate cannot be trusted ({ $reason })
archive-cause-denied = the server refuses this access ({ $status })
archive-cause-denied-hint = Set name and password: { $variables }
archive-cause-no-place = there is no such place on the server
archive-cause-locked = the file is locked on the server
archive-cause-full = there is no room left in the archive
archive-cause-answer = the server answers { $status }
archive-cause-unintelligible = the server’s answer cannot be understood
archive-cause-damaged = what was read back is not what was sent
archive-cause-still-there = the file was removed and is still there
archive-cause-too-large = the file is larger than expected
archive-cause-local = the package cannot be read on this machine ({ $reason })
archive-again-hint = Give the command again: what is there already is not put there twice
archive-address-malformed = no address; an address is a folder or { $forms }
archive-address-credentials = an address holds neither name nor password, which would stay in the shell
archive-address-unencrypted = without encryption to this machine only; take webdavs:// or https://
archive-address-no-endpoint = an s3 address needs { $field }
archive-unsealed = others can read it, and no recipients are configured
archive-unsealed-hint = Configure recipients for the archive in config.ron: the public keys (age1…)
archive-no-name-key = the word is missing that the names of sealed packages are made with
archive-no-name-key-hint = Set it in { $variable }; all who push to the same archive take the same
archive-no-key-file = there is no key file { $path }
archive-seal-recipient = recipient { $number } is no public key (age1…)
archive-seal-no-recipient = there is no recipient
archive-seal-identity = line { $number } of the key file is no key (AGE-SECRET-KEY-1…)
archive-seal-short-key = the word for names has fewer than 16 characters
archive-seal-not-for-us = it was sealed for other keys
archive-seal-no-identity = it is sealed, and there is no key to open it
archive-seal-no-identity-hint = Configure key_file for the archive in config.ron
archive-seal-damaged = it was changed, or was never sealed
archive-not-set-up = the archive { $target } is not set up yet
archive-not-set-up-hint = Set it up: leitfaden archive init { $target }
archive-mark-unreadable = the archive’s file leitfaden-archive.json cannot be read
archive-otherwise = the archive { $target } was set up otherwise than it is configured here
archive-otherwise-is = set up: { $readers }, { $sealed }, { $holds }
archive-readers-project = the project alone reads
archive-readers-others = others read too
archive-is-sealed = sealed
archive-is-open = not sealed
archive-is-real = real sessions
archive-is-invented = invented sessions
archive-otherwise-hint = Bring config.ron into line, or set another archive up
archive-later-program = a later program wrote it (version { $version })
archive-foreign-file = no file of this program
archive-other-guide = the guide { $guide } is not at hand in the version that the interview followed
archive-wrong-kind-invented = it is invented, and this archive takes real sessions
archive-wrong-kind-real = it is real, and this archive takes invented sessions
archive-pack = the package cannot be made ({ $reason })
archive-pending-not-taken = with approval pending it goes to a sealed archive of the project alone
archive-conflict = { $package } is another package in the archive; nothing was overwritten
archive-conflict-hint = See who pushed it: leitfaden archive list; put it beside: --beside
archive-taken-back = { $package } was taken back from the archive
archive-no-package = it is no package of this program
archive-other-digest = it holds something else than its name says
archive-problem-checksum = other bytes than its entry says
archive-problem-still-there = taken back and still there: give leitfaden archive withdraw again
archive-changed = it is not what the catalogue says
archive-content-unreadable = the session or the guide in it cannot be read
archive-unknown-package = there is no package { $package } in the archive
archive-unknown-package-hint = See them all: leitfaden archive list { $target }
bag-valid = The bag is complete and unchanged (BagIt { $version }, { $algorithms })
bag-broken = The bag is not what it claims to be
bag-unreadable = the bag { $path } cannot be read
bag-whole = the whole bag
bag-no-declaration = bagit.txt is missing
bag-bad-declaration = bagit.txt is not written as its version demands
bag-byte-order-mark = bagit.txt begins with a byte order mark
bag-unknown-version = unknown version { $value }
bag-unknown-encoding = unknown encoding { $value }
bag-no-payload-folder = the folder data is missing
bag-no-manifest = no manifest whose checksums are known
bag-unknown-algorithm = unknown checksums { $value }; not checked
bag-not-in-encoding = not in the encoding that the bag declares
bag-bad-line = line { $value } is none
bag-bad-checksum = line { $value }: no checksum of this kind
bag-out-of-scope = line { $value }: the name leads out
bag-dot-slash = line { $value }: the name begins with ./
bag-star = line { $value }: a star before the name
bag-listed-twice = is listed twice, the same
bag-not-unique = is listed twice
bag-listed-differently = is listed twice, differently
bag-name-differs = the file is called { $value }
bag-missing = is missing
bag-not-fetched = was not fetched
bag-system-file-missing = is missing, a file of the system
bag-not-listed = is in no list
bag-not-in-every-manifest = is not in the manifest { $value }
bag-changed = was changed ({ $value })
bag-file-unreadable = cannot be read
bag-bad-oxum = Payload-Oxum is none
bag-oxum-twice = Payload-Oxum stands more than once
bag-oxum-differs = Payload-Oxum is wrong: there are { $value }
bag-manifest-unlisted = is in no list of tag files
bag-link = a link; it is not followed
bag-not-text = the name is no text
bag-path-trick = the name leads out of the folder
bag-beside-bag = lies beside the bag
bag-two-of-one-name = two files of one name
bag-overlap = files that overlap
bag-encrypted = encrypted
bag-too-large = larger than is read
bag-too-many = more files than are read
bag-damaged-zip = the zip is damaged
archive-leftovers = { $count ->
        [one] One push was interrupted; a rest lies in incoming
       *[other] { $count } pushes were interrupted; rests lie in incoming
    }
archive-verified = { $count ->
        [one] One package checked, in order
       *[other] { $count } packages checked, all in order
    }
archive-pulled-count = { $count ->
        [one] One package taken over
       *[other] { $count } packages taken over
    }
archive-pulled-taken-back = { $count ->
        [one] One package that was taken back is not among them
       *[other] { $count } packages that were taken back are not among them
    }
bag-counted = { $count ->
        [one] One file
       *[other] { $count } files
    }
