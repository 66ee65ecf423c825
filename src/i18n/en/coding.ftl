# Coding.

coding-no-code = no code yet
coding-hint = digit: favourite · letters: search the codebook
coding-hint-letters = letters: search the codebook
coding-new = new field code “{ $label }”
finding-hint = beginnings of words, accents or not; Enter goes there
finding-found = { $count ->
        [one] 1 place
       *[other] { $count } places
    }
choose-list-keys = Esc or F3 closes the list, F1 helps.
notice-many-codes = { $about } has more than 3 codes: mostly that is two notes.
notice-field-code = New field code { $about }
note-reported = reported
pane-summary = in short
codebook-unknown = There is no such code any more: open the list again.
codebook-no-label = A code needs a label: type one.
codebook-label-too-long = A label has at most 60 characters and 8 words: say it shorter.
codebook-label-may-be-name = A word of the label may be a name: say it otherwise; if it is none, list it under allowed_words in config.ron.
codebook-label-holds-name = A name stands in the label, and a placeholder means somebody else in every session: say it without, such as “colleague, other side”.
codebook-into-itself = A code cannot go into itself: choose another.
codebook-retired-by-guide = The guide itself retired this code; only a new edition of the guide brings it back.
codebook-changed-since = The codebook was changed elsewhere since: nothing was taken back.
sheet-coder = coder { $coder }: { $done } of { $count }
sheet-none-fits = no code fits
sheet-outdated = changed since coded
sheet-outdated-count = { $count } changed since coded
codebook-title = Codebook
codebook-counted = × notes in { $session }
codebook-hint = For the whole study. Ids stay; what is merged or retired stays countable on the notes.
codebook-merging = “{ $code }” goes into …: choose or search, Enter.
codebook-renaming = Label (empty: the guide’s):
codebook-kept = Change saved for the whole study: { $code }.
codebook-taken-back = Change taken back for the whole study: { $code }.
codebook-finding = Search a code:
codebook-adding = New field code under “{ $code }”:
codebook-retired = retired
across-agreement = Two coders
across-no-agreement = No other coder has coded yet: press 2 while reading a session.
across-alike = { $alike } of { $notes } notes alike
across-no-alpha = no coefficient under { $count } notes
across-filter-hint = case, country of case, attribute, origin, code
across-country = Country of the case
across-by = ⊞ by { $attribute }
across-origin = Origin
across-gathering = Reading all sessions …
across-no-session = No session can be read yet.
across-unasked = { $count } unasked
across-shades = ░ 1 note · ▒ 2 or 3 · ▓ 4 to 6 · █ 7 or more
across-signs = ┌ first session of a case · … not yet approved · ~ perhaps asked in other words · ≠ asked in other words · N in sessions/cases, × declined
