# Suche in den Notizen aller Sitzungen.

search-indexing = Sitzungen werden gelesen: { $percent } %
search-nothing = Nichts gefunden
search-found = { $count ->
        [one] 1 Treffer
       *[other] { $count } Treffer
    } in { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    }
search-left-out = { $count ->
        [one] 1 weiterer Treffer gehört nicht zu dieser Fassung
       *[other] { $count } weitere Treffer gehören nicht zu dieser Fassung
    }
search-refused = In dieser Fassung nicht freigegeben: { $sessions }
search-empty = die Suche hat kein Wort und keinen Filter
search-only-unwanted = die Suche sagt nur, was nicht vorkommen darf; es braucht auch ein Wort oder einen Filter
search-filters = Wörter, «mehrere Wörter», Anfang*, -unerwünscht, und die Filter { $filters }
search-too-long = die Suche ist zu lang
search-open-quotation = ein Anführungszeichen in der Suche ist nicht geschlossen
search-unknown-filter = die Suche hat einen Filter, den es nicht gibt; es gibt { $filters }. Ein Wort mit Doppelpunkt kommt in Anführungszeichen
search-wrong-value = der Filter «{ $filter }» kennt diesen Wert nicht; möglich ist: { $values }
search-wrong-form = ein Wert des Filters «{ $filter }» wird geschrieben wie in { $filter }:{ $values }
search-level = { $level }: diese Fassung enthält keine einzelnen Notizen
search-level-hint = In der Fassung working, review oder archive suchen
search-no-index = die Sitzungen können nicht durchsucht werden
search-no-index-hint = Den Ordner sessions/.index der Studie entfernen und noch einmal suchen
search-title = Alle Sitzungen durchsuchen
search-shown = { $count ->
        [one] der erste steht hier
       *[other] die ersten { $count } stehen hier
    }
