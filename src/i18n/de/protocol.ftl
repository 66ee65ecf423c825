# Words of a protocol: kinds of notes, states of cells, levels, and what stands in a printed protocol.

kind-paraphrase = Paraphrase
kind-quote = Zitat
kind-observation = Beobachtung
kind-comment = Kommentar
kind-fact = Angabe zum Profil

state-open = offen
state-answered = beantwortet
state-nothing-to-say = gefragt, nichts zu sagen
state-declined = Antwort verweigert
state-not-applicable = trifft nicht zu
state-not-asked = nicht gestellt
state-withdrawn = zurückgezogen

origin-live = im Gespräch
origin-memory = aus der Erinnerung
origin-recording = aus der Aufnahme
origin-approval = aus der Rückbestätigung

mode-on-site = vor Ort
mode-phone = am Telefon

reason-distance = weiter Weg
reason-schedule = kein gemeinsamer Termin
reason-wish = Wunsch der Gesprächsperson
reason-other = anderer Grund

progress-prepared = vorbereitet
progress-open = offen
progress-closed = abgeschlossen

language-de = Deutsch
language-fr = Französisch
language-en = Englisch

answer-yes = ja
answer-no = nein
answer-withdrawn = widerrufen

level-working = Arbeitsfassung
level-review = Rückbestätigungsfassung
level-archive = Archivfassung
level-analysis = Auswertungsfassung
level-publication = Veröffentlichung

# { $number } is 1 to 4.
quarter = { $number }. Quartal { $year }

protocol-title = Protokoll { $session } · { $level } (pseudonymisiert)
protocol-invented = Erfundene Sitzung zum Ausprobieren, keine echten Angaben
protocol-guide = Leitfaden { $guide }, Ausgabe { $edition }
protocol-began = begonnen { $when }
protocol-prepared = vorbereitet { $when }
protocol-block = Block { $number }
protocol-block-titled = Block { $number }: { $title }
protocol-outside = ausserhalb des Leitfadens
protocol-summary = Zusammengefasst: { $text }
protocol-prompted = auf Nachfrage
protocol-probe = auf Nachfrage { $number }
protocol-also-in = auch bei { $topics }
protocol-struck = { $note } gestrichen
protocol-parked = Zurückgestellt
protocol-gaps = Nicht verstanden
review-held = Gespräch vom { $when }
review-outside = Weitere Aussagen
review-placeholders = Namen sind durch Platzhalter wie { $placeholder } ersetzt; derselbe Platzhalter steht immer für dieselbe Person, dieselbe Institution oder denselben Ort.
review-until = Antwort erbeten bis { $day }.
protocol-placeholders = Platzhalter
protocol-attributes = Merkmale
protocol-named = { $name }: { $value }
protocol-consent = Einwilligung
protocol-left-out = Nicht enthalten: { $list }
protocol-risk = Pseudonymisiert, nicht anonym: Wer die Kooperation kennt, kann Aussagen trotzdem wiedererkennen.

left-out-comments = { $count ->
        [one] 1 Kommentar
       *[other] { $count } Kommentare
    }
left-out-observations = { $count ->
        [one] 1 Beobachtung
       *[other] { $count } Beobachtungen
    }
left-out-quotes = { $count ->
        [one] 1 Zitat ohne Einwilligung (c5)
       *[other] { $count } Zitate ohne Einwilligung (c5)
    }
left-out-wordings = { $count ->
        [one] der Wortlaut von 1 Zitat (seine Paraphrase steht da, c5)
       *[other] der Wortlaut von { $count } Zitaten (ihre Paraphrasen stehen da, c5)
    }
left-out-codes = { $count ->
        [one] 1 Codierung
       *[other] { $count } Codierungen
    }
left-out-summaries = { $count ->
        [one] 1 Zusammenfassung
       *[other] { $count } Zusammenfassungen
    }
left-out-drafts = { $count ->
        [one] 1 angefangene Notiz
       *[other] { $count } angefangene Notizen
    }
left-out-attributes = { $count ->
        [one] 1 Merkmal
       *[other] { $count } Merkmale
    }
left-out-labels = { $count ->
        [one] 1 Beschreibung eines Platzhalters
       *[other] { $count } Beschreibungen von Platzhaltern
    }
left-out-consent = { $count ->
        [one] 1 Schritt der Einwilligung
       *[other] { $count } Schritte der Einwilligung
    }
left-out-parked = { $count ->
        [one] 1 zurückgestellter Punkt
       *[other] { $count } zurückgestellte Punkte
    }
left-out-gaps = { $count ->
        [one] 1 nicht verstandene Stelle
       *[other] { $count } nicht verstandene Stellen
    }
protocol-translation = übersetzt: { $text }
protocol-speaker = Gesprächsperson { $letter }
polarity-helps = hilft
polarity-hinders = hindert
voice-reported = wiedergegeben
age-within-day = innert 24 Stunden
age-later = nach mehr als 24 Stunden
