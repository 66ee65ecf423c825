# Words of the screen.

screen-too-small = The window is too small: at least { $width } × { $height } characters.
invented = invented
header-block = block { $number } of { $count }
header-not-begun = not begun yet
header-paused = paused
header-block-time = block
header-total-time = total
pane-blocks = blocks
pane-outside = outside
pane-parked = parked
pane-note = note
note-prompted = prompted
note-probe = after probe { $number }
note-quoted = “{ $text }”
notes-empty = No note here yet: just type, Enter keeps.
question-goal = Goal:
question-include = Belongs here:
question-exclude = Does not belong here:
question-hint = Hint:
question-keep-going = Keep going:
question-keywords = Keywords:
question-outside = What belongs to the block and fits no topic of the guide.
choose-topic = Where to?
choose-refile = Refile note { $note } to
choose-also-in = Note { $note } also in (once more: no longer)
choose-take-back = What in note { $note } is no name?
choose-take-back-here = What here is no name?
choose-strike = Strike note { $note } for good?
choose-state = State of the cell
choose-parked = Parked: which point?
choose-keys = A character chooses, Esc or F3 leaves it, F1 helps.
labelled = { $label }: { $about }
choose-strike-keys = Enter strikes for good, Esc leaves the note.
status-saving = saving
status-saved = saved { $time }
status-not-saved = not saved: { $reason }
status-held = { $count } held
notice-command = Command: Esc again cancels.
notice-note-full = The note is full (1 MiB). Keep it with Enter and go on.
notice-undo-draft = Nothing to undo in the draft; once it is kept or empty, undo goes further back.
notice-nothing-to-undo = Nothing to undo.
notice-protected = Protected, also backwards in the protocol.
notice-settled-name = Taken for { $about }, everywhere in the protocol.
notice-settled-ordinary = Stays as it is: no name.
notice-draft-first = First keep or empty the note, or choose with Ctrl-↑ the one to strike.
notice-draft-before-sentence = First keep or empty the note, then write the sentence of the cell.
notice-nothing-coarser = There is nothing here to be said more coarsely.
notice-not-known-any-more = What stood here is no longer known.
notice-no-open-must = No must topic is open any more.
notice-contradicted = “Nothing to say”, yet statements stand in { $about }: F5 and a digit changes the state.
notice-no-such-probe = There is no probe { $about } here.
notice-parked = { $about } parked.
notice-gap = Marked as not understood in { $about }.
notice-at-gap = Not understood at { $about } (¿ among the notes): 1 in the list of open points says it is cleared up.
notice-no-recording = No consent to recording (c3): it stays off.
notice-nothing-parked = Nothing is parked.
notice-ready = F10 or the first word begins.
notice-ready-unprotected = F10 or the first word begins. No protected words: Ctrl-P protects one at any time.
notice-no-note = There is no note yet.
notice-nothing-replaced = Nothing was replaced here.
notice-nothing-replaced-in = Nothing was replaced in note { $about } since you opened the session.
notice-nothing-replaced-in-draft = Nothing was replaced in the draft. Ctrl-↑ chooses the note that is meant.
notice-replaced-again = Replaced again, on the disk too.
notice-replaced-before = Replaced in earlier notes too: { $about }. Not a name: Alt-D.
notice-replaced-elsewhere = Replaced in the postscript, a sentence or a parked point too. Not a name: Alt-D there.
accepted-ordinary = not a name
notice-taken-back-in-note = Not a name: note { $about } and every other say what was typed; Ctrl-U replaces it again.
notice-stays-replaced = It stays replaced here: with the word beside it, a name; elsewhere none. Ctrl-U undoes that.
notice-struck = { $about } struck. Your own backups and exports stay as they are.
notice-refiled = Refiled to { $about }.
notice-linked = Link with { $about } changed.
recovered-keys = Any key accepts this and goes on; Esc leaves everything as it is.
recovered-keys-rescue = Enter keeps these texts and goes on; any other key goes on without them, and the damaged file is kept; Esc leaves everything as it is.
trouble-leave-unsaved = Not everything is saved. Leaving once more discards the rest.
help-title = Keys that work now
help-esc = Instead of Alt with a key: Esc, then the key. Any other key closes.
start-title = Interviews
start-introduction = Enter opens, n prepares a new interview, a name in capitals such as A-1 goes there.
start-empty = No interview in this study yet.
start-notes = { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
start-age = { $count ->
        [0] today
        [one] yesterday
       *[other] { $count } days ago
    }
start-journal = words wait in the journal
prepare-title = Prepare an interview
prepare-session = Session
prepare-session-hint = Case, hyphen, number, such as A-1. Never a name.
prepare-session-proposed = Typing replaces what stands here; arrow keys and Backspace change it.
prepare-guide = Guide
prepare-no-guide = no guide in this study
prepare-mode = Mode
prepare-reason = Reason for the phone
prepare-language = Language of placeholders
prepare-words = Protected words
prepare-words-hint = One name a line: persons, “institution: …”, “place: …”. Enter begins a line, and on an empty one goes on. In memory only, never on disk.
prepare-words-awaited = Prepared with: { $kinds }. Type each kind in the same order as then.
prepare-follows = From the first protocol of this interview; it is changed only there.
prepare-words-persons = As a person: { $names }
prepare-words-institutions = As an institution: { $names }
prepare-words-places = As a place: { $names }
prepare-words-others = As another detail: { $names }
lines-of-two = { $count ->
        [one] Line { $lines } of the list of names stands for one, though it seems to name two: one a line.
       *[other] Lines { $lines } of the list of names stand for one each, though each seems to name two: one a line.
    }
typed-lines-of-two = { $count ->
        [one] Line { $lines } of the protected words stands for one, though it seems to name two: one a line.
       *[other] Lines { $lines } of the protected words stand for one each, though each seems to name two: one a line.
    }
names-of-two = A placeholder stands for one, though two seem to be named here: type only its own, Ctrl-P beside the notes protects the other.
prepare-words-given = { $count ->
        [one] One name of the list holds already; here comes what is missing.
       *[other] { $count } names of the list hold already; here comes what is missing.
    }
prepare-fixed = fixed
consent-not-asked = not asked yet
consent-yes-written = yes, in writing before
consent-yes-oral = yes, in words
consent-no = no
missing-session-name = The session needs a name such as A-1.
missing-free-name = This session exists already.
missing-guide = There must be a guide: put one into guides/.
missing-consent = Without a yes to the steps marked * no interview begins.
missing-words = No protected words yet: type them here, or the same key once more goes on without them.
notice-choice = Here one chooses and does not type: space or ← →.
notice-choose-answer = An answer is chosen with ← →; typing answers nothing here.
notice-fixed = This row is fixed: so the session was prepared, or so the first protocol says.
names-title = Placeholders and what they stand for
names-hint = Type the names beside them, so that they go on being replaced; or leave them empty. In memory only.
names-waiting = { $count ->
        [one] One name is no longer known: none stands on the disk. Until it is typed here again it is not recognised. Alt-J opens this list later too.
       *[other] { $count } names are no longer known: none stands on the disk. Until they are typed here again they are not recognised. Alt-J opens this list later too.
    }
notice-names-waiting = Names that are not known: { $about }. Alt-J lets you type them.
names-label-hint = A neutral label, such as “colleague, other side”: it is stored and exported, so no name.
names-join = { $from } becomes { $into }, for good and in everything that is written: both are the same then.
notice-slots-joined = Joined: { $about }.
names-mentions = { $count } × in the text
closing-title = Before closing
closing-nothing = Nothing is open.
closing-draft = draft not kept
review-read-only = read only
review-struck = { $note } { $time } struck on request
notice-recording = Recording { $about } runs from here.
notice-taken-back = This spelling is let through until you leave; Ctrl-U at once takes that back.
notice-nothing-to-redo = Nothing to redo.
notice-open-again = The point is open again; it is in the list at closing.
notice-left-open = The point stays open again, with its reason.
doubts-title = Unsettled words: a name or not?
doubts-hint = On the disk [?] stands for them; what is not settled before you leave stays so. One key settles a word everywhere, in kept notes too.
doubts-places = { $count } ×
doubts-nothing = Nothing is unsettled.
closing-doubts = { $count ->
        [one] One word is not settled and else stays [?] for good
       *[other] { $count } words are not settled and else stay [?] for good
    }
trouble-leave-unwritten = { $count ->
        [one] A word of a draft is of a stretch from which nothing is kept. Leave once more, and it is lost.
       *[other] { $count } words of a draft are of a stretch from which nothing is kept. Leave once more, and they are lost.
    }
trouble-leave-unsettled = { $count ->
        [one] One word is not settled and would stay [?] for good. Leave once more to leave it so.
       *[other] { $count } words are not settled and would stay [?] for good. Leave once more to leave them so.
    }
notice-taken-back-everywhere = Not a name: no form of it is replaced until you leave; Ctrl-U at once undoes that.
