# Suche in den Notizen aller Sitzungen.

search-indexing = Sitzungen werden gelesen: { $percent } %
search-nothing = Nichts gefunden
search-found = { $count ->
        [one] 1 Notiz
       *[other] { $count } Notizen
    } in { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    }
search-left-out = { $count ->
        [one] 1 weitere Notiz gehört nicht zu dieser Fassung
       *[other] { $count } weitere Notizen gehören nicht zu dieser Fassung
    }
search-refused = In dieser Fassung nicht freigegeben: { $sessions }
search-empty = Die Suche hat kein Wort und keinen Filter
search-filters = Wörter, «mehrere Wörter», Anfang*, -unerwünscht, und die Filter { $filters }
search-too-long = Die Suche ist zu lang
search-open-quotation = Ein Anführungszeichen in der Suche ist nicht geschlossen
search-unknown-filter = Die Suche hat einen Filter, den es nicht gibt; ein Wort mit Doppelpunkt kommt in Anführungszeichen
search-wrong-value = Der Filter «{ $filter }» hat einen Wert, den er nicht haben kann
search-level = { $level }: diese Fassung enthält keine einzelnen Notizen
search-level-hint = In der Fassung working, review oder archive suchen
search-no-index = Die Sitzungen können nicht durchsucht werden
search-no-index-hint = Den Ordner sessions/.index der Studie entfernen und noch einmal suchen
