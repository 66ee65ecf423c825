# Zwei Mitschriften eines Gesprächs.

header-taker = Mitschrift { $taker }
merge-notes = { $count ->
        [0] Keine neue Notiz
        [one] Eine Notiz dazugekommen
       *[other] { $count } Notizen dazugekommen
    }
merge-later = Die andere Uhr begann { $count } s später; ihre Zeiten sind angeglichen
merge-earlier = Die andere Uhr begann { $count } s früher; ihre Zeiten sind angeglichen
merge-same-slots = { $count ->
        [one] Ein Platzhalter steht in beiden für dasselbe
       *[other] { $count } Platzhalter stehen in beiden für dasselbe
    }
merge-new-slots = { $count ->
        [one] Ein Platzhalter hat eine neue Nummer; sind zwei dasselbe, verbindet sie die Liste der Namen
       *[other] { $count } Platzhalter haben neue Nummern; sind zwei dasselbe, verbindet sie die Liste der Namen
    }
merge-struck = { $count ->
        [one] Eine Notiz gestrichen, weil sie in einem der beiden gestrichen oder ausser Protokoll war
       *[other] { $count } Notizen gestrichen, weil sie in einem der beiden gestrichen oder ausser Protokoll waren
    }
merge-overlaps = { $count ->
        [one] Ein Paar von Notizen liegt nebeneinander; leitfaden interview { $session } entscheidet es mit Alt-Shift-G
       *[other] { $count } Paare von Notizen liegen nebeneinander; leitfaden interview { $session } entscheidet sie mit Alt-Shift-G
    }
merge-refused = { $path } lässt sich nicht in { $session } einfügen
merge-refused-hint = Geändert ist nichts; prüfen Sie, ob es die Mitschrift desselben Gesprächs ist
merge-other-session = es ist das Protokoll der Sitzung { $found }
merge-other-guide = es folgt dem Leitfaden { $guide }, Fassung { $edition }
merge-other-time = das Gespräch begann zu einer ganz anderen Zeit
merge-invented = eines der beiden ist erfunden
error-no-file = die Datei { $path } gibt es nicht
error-no-file-hint = Prüfen Sie Ordner und Namen
