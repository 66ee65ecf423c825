# Zwei Mitschriften eines Gesprächs.

header-taker = Mitschrift { $taker }
merge-notes = { $count ->
        [0] Keine neue Notiz
        [one] Eine Notiz dazugekommen
       *[other] { $count } Notizen dazugekommen
    }
merge-folded = Die Arbeit daran war abgebrochen; alles daraus ist behalten, rückgängig machen lässt es sich nicht mehr
merge-later = Die andere Uhr begann { $count } s später; ihre Zeiten sind angeglichen
merge-earlier = Die andere Uhr begann { $count } s früher; ihre Zeiten sind angeglichen
merge-same-slots = { $count ->
        [one] Ein Platzhalter steht in beiden für dasselbe
       *[other] { $count } Platzhalter stehen in beiden für dasselbe
    }
merge-new-slots = { $count ->
        [one] Ein Platzhalter hat eine neue Nummer
       *[other] { $count } Platzhalter haben neue Nummern
    }
merge-replaced = { $count ->
        [0] Kein Name der Liste steht in einem der beiden Protokolle
        [one] An einer Stelle wird ein Name der Liste ersetzt
       *[other] An { $count } Stellen wird ein Name der Liste ersetzt
    }
merge-struck = { $count ->
        [one] Ein Text wird gestrichen, weil er in einem der beiden gestrichen oder ausser Protokoll war:
       *[other] { $count } Texte werden gestrichen, weil sie in einem der beiden gestrichen oder ausser Protokoll waren:
    }
merge-ask = { $count ->
        [one] Einfügen und diesen Text in beiden Mitschriften für immer streichen?
       *[other] Einfügen und diese { $count } Texte in beiden Mitschriften für immer streichen?
    }
merge-done = Zusammengeführt in { $session }; Notizen darin: { $count }
merge-dry-run = Nur gezeigt; geändert ist nichts.
merge-apart = { $slot } der anderen Mitschrift ({ $notes }) ist vielleicht: { $maybe }
merge-apart-hint = Ist es dasselbe: noch einmal mit --join EINES=ANDERES (in Anführungszeichen), oder in der Liste der Namen (Alt-J)
merge-which = { $slot } der anderen Mitschrift ({ $notes }): dasselbe wie { $maybe }? Nummer, oder Enter für nichts davon:
merge-no-note = in keiner Notiz
merge-join-unknown = { $slot } gibt es in der zusammengefügten Sitzung nicht
merge-join-unknown-hint = --dry-run zeigt, wie die Platzhalter heissen
merge-join-unlike = { $one } und { $other } können nicht dasselbe sein
merge-disputed = { $topic }: { $states }. Bis leitfaden interview { $session } es entscheidet (F5, oder Alt-K beim Abschliessen), gilt «{ $holds }»
merge-overlaps = { $count ->
        [one] Ein Paar von Notizen liegt nebeneinander; leitfaden interview { $session } entscheidet es mit Alt-Shift-G
       *[other] { $count } Paare von Notizen liegen nebeneinander; leitfaden interview { $session } entscheidet sie mit Alt-Shift-G
    }
merge-refused = { $path } lässt sich nicht in { $session } einfügen
merge-refused-hint = Geändert ist nichts; prüfen Sie, ob es die Mitschrift desselben Gesprächs ist
merge-other-session = es ist das Protokoll der Sitzung { $found }
merge-other-guide = es folgt dem Leitfaden { $guide }, Ausgabe { $edition }
merge-other-time = das Gespräch begann zu einer ganz anderen Zeit
merge-invented = eines der beiden ist erfunden
error-no-file = die Datei { $path } gibt es nicht
error-no-file-hint = Ordner und Namen prüfen

key-speaker = sprechende Person
key-unplaced = später einordnen
key-translate = Zitat übersetzen
key-overlaps = doppelte Notizen
choose-unplaced = Welche Notiz bekommt ihren Platz?
choose-overlap = Zur selben Zeit zweimal notiert: Was bleibt?
choose-quote-language = In welcher Sprache ist das Zitat { $note }?
overlap-both = beide bleiben
overlap-first = die erste bleibt, die zweite wird gestrichen
overlap-second = die zweite bleibt, die erste wird gestrichen
note-waits = wartet auf ihren Platz
note-untranslated = ohne Übersetzung
notice-unplaced = { $about } wartet auf ihren Platz; Alt-Shift-X ordnet sie ein.
notice-nothing-unplaced = Keine Notiz wartet auf ihren Platz.
notice-no-foreign-quote = Übersetzt wird ein Zitat: Es beginnt mit einem Anführungszeichen. Ctrl-↑ wählt eine frühere Notiz.
notice-no-overlaps = Nichts liegt nebeneinander.
notice-still-parked = Noch zurückgestellt: { $about }. Alt-E nimmt etwas davon auf.
translation-title = Übersetzung
translation-hint = Das Zitat bleibt, wie es gesagt wurde. Was es auf { $language } sagt, steht daneben; Namen werden auch hier ersetzt.
review-untranslated = { $count ->
        [one] Ein Zitat ohne Übersetzung: { $notes }
       *[other] { $count } Zitate ohne Übersetzung: { $notes }
    }
start-other-taker = Von { $session } ist nur Mitschrift { $taker } hier; sie öffnet sich mit: leitfaden interview { $session } --taker { $taker }
