# Searching the notes of all sessions.

search-indexing = Reading the sessions: { $percent } %
search-nothing = Nothing found
search-found = { $count ->
        [one] 1 hit
       *[other] { $count } hits
    } in { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    }
search-left-out = { $count ->
        [one] 1 more hit is not part of this level
       *[other] { $count } more hits are not part of this level
    }
search-refused = Not released at this level: { $sessions }
search-empty = the query has no word and no filter
search-only-unwanted = the query only says what must not stand there; it needs a word or a filter too
search-filters = Words, “several words”, beginning*, -unwanted, and the filters { $filters }
search-too-long = the query is too long
search-open-quotation = a quotation mark in the query is not closed
search-unknown-filter = the query has a filter that there is not; there are { $filters }. A word with a colon is put into quotation marks
search-wrong-value = the filter “{ $filter }” does not know this value; possible: { $values }
search-wrong-form = a value of the filter “{ $filter }” is written as in { $filter }:{ $values }
search-level = { $level }: this level contains no single notes
search-level-hint = Search at the level working, review or archive
search-no-index = the sessions cannot be searched
search-no-index-hint = Remove the folder sessions/.index of the study and search again
search-title = Search all sessions
search-shown = { $count ->
        [one] the first is shown
       *[other] the first { $count } are shown
    }
