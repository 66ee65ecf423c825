# What the commands say.

output-failed = the output cannot be written
input-failed = the input cannot be read

screen-no-terminal = the program needs a screen; input and output must be a terminal
screen-no-terminal-hint = Start it in a terminal, without redirection; for printing there is: leitfaden show
screen-terminal = the terminal cannot be prepared
screen-draw = the screen cannot be drawn
screen-unsaved = not everything could be saved
screen-unsaved-hint = What is saved is safe; when the session is opened the next time it is said what is there

list-session = Session
list-progress = Stage
list-notes = Notes
list-covered = Must topics
list-guide = Guide
list-mode = Mode
list-invented = invented
list-unfolded = not written to the end
list-other-taker = only note-taker { $taker } is here
list-empty = There is no session in this study yet
list-empty-hint = Begin one: leitfaden interview A-1, or try the program: leitfaden demo
list-unread = { $count ->
        [one] one session cannot be read
       *[other] { $count } sessions cannot be read
    }

agreement-unread = { $count ->
        [one] the file of one coder cannot be read
       *[other] the files of { $count } coders cannot be read
    }

show-needs-level = the level must be named when the output does not go to the screen
show-needs-level-hint = Choose one: --level { $levels }
show-no-guide = The guide { $guide } cannot be read; the titles of blocks and the attributes are missing in the output

note-kept-findings = { $count ->
        [one] One place in the text was replaced by a placeholder
       *[other] { $count } places in the text were replaced by placeholders
    }
note-unnamed = { $count ->
        [one] One placeholder of this session has no name; the text was not searched for it
       *[other] { $count } placeholders of this session have no name; the text was not searched for them
    }
note-unnamed-hint = Write the names into a file and give it with --protect-file
note-unlisted = Without a list of protected words the search does not find every name
note-empty = the input holds no text
note-too-long = the text is longer than { $most } bytes
note-not-utf8 = the text is not UTF-8: line { $line }, column { $column }
note-unknown-topic = the guide { $guide } has no topic { $topic }
note-unknown-topic-hint = Possible are { $topics }
note-no-recording = the session { $session } has no recording that a timecode could lie in
note-no-recording-hint = Give the time since the interview began: --at 00:31:07
note-no-such-recording = the session { $session } has no recording { $number }
note-no-such-recording-hint = These recordings are there: { $known }. A timecode of the second begins with “2:”, one of the first with “#”: #00:31:07-0#
note-withheld = nothing is kept of { $from } to { $to } in the session { $session }: it was off the record, or is struck
note-withheld-hint = Give the moment at which it was said on the record, or nothing for a note from memory.
note-beyond = that moment lies behind the end, which was at { $end }
note-beyond-hint = Give a moment before it, or nothing for a note from memory.
note-conflict = The protocol’s file was changed by another program meanwhile and stays; our version is in { $path }
note-unfinished = The note { $note } is saved; what had to follow failed and is done as soon as the session is opened again:
note-remaining = { $path } may still hold what was replaced here

protect-unreadable = the list of protected words { $path } cannot be read
protect-too-large = the list of protected words is longer than { $most } bytes
protect-not-utf8 = the list of protected words is not UTF-8: line { $line }, column { $column }

anonymise-not-utf8 = line { $line } of the text is not UTF-8
anonymise-not-utf8-hint = Convert the text first, for example with: iconv -t UTF-8
anonymise-too-long = the record in line { $line } is longer than { $most } bytes
anonymise-no-record = line { $line } is no record
anonymise-no-record-hint = A record is a JSON object on one line with id (word or number), text and, if need be, lang (de, fr or en)
anonymise-not-an-object = no JSON object, column { $column }
anonymise-wrong-field = the field { $field } has a value that it cannot have
anonymise-field-twice = a field stands twice

demo-made = Invented study for trying the program: { $path }
demo-made-hint = Open it with: leitfaden --study { $path }
demo-not-empty = the folder { $path } is not empty
demo-not-empty-hint = Name a new folder: leitfaden demo -o DIR
demo-guide = the guide of the invented study cannot be used
demo-temporary = a temporary folder cannot be made
demo-remains = the folder { $path } could not be removed

guide-unknown = there is no guide { $guide } in this study
guide-unknown-hint = There are { $guides }
guide-none = there is no guide in this study
guide-unread = { $count ->
        [one] 1 guide cannot be read
       *[other] { $count } guides cannot be read
    }
guide-id = Guide
guide-edition = Edition
guide-topics = Topics
guide-minutes = Minutes
guide-title = Title
guide-level-error = error
guide-level-warning = warning
guide-checked-more = It is left at that; there may be more errors.
guide-checked-later = What else is wrong is checked once this is mended.
guide-valid = { $guide } is in order
guide-check-hint = All that is wrong is shown by: leitfaden guide check { $path }
guide-label-goal = Goal
guide-label-hint = Hint
guide-label-keywords = Keywords
guide-label-needed = needed
guide-label-must = must
guide-label-should = if there is time
guide-label-on-site = on site
guide-label-phone = by phone
guide-label-minutes = min

man-written = { $count ->
        [one] One manual page written into { $path }
       *[other] { $count } manual pages written into { $path }
    }
note-masked = { $count ->
        [one] One word may be a name; [?] stands for it in the note
       *[other] { $count } words may be names; [?] stands for them in the note
    }
