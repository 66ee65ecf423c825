# What a check says: names that are left, groups that are too small, what may point to somebody.

looks-person = Person
looks-institution = Institution
looks-place = Ort
looks-address = Adresse
looks-email = E-Mail-Adresse
looks-telephone = Telefonnummer
looks-web = Webadresse
looks-handle = Name in einem Netzwerk
looks-iban = Konto
looks-ahv = AHV-Nummer
looks-birth = Geburtsdatum
looks-number = Nummer
certainty-doubtful = zweifelhaft
certainty-likely = wahrscheinlich
certainty-certain = sicher
rule-name = einen ganzen Namen
rule-part = einen Teil eines Namens
rule-acronym = ein Kürzel
rule-form = die Form
rule-trigger = das Wort daneben
rule-list = eine Liste
rule-vocabulary = kein Wörterbuch kennt es
rule-model = das gelernte Modell
rule-later = was schon vorher gefunden wurde
place-note = Notiz { $id }
place-summary = der Satz zu { $id }
place-translation = die Übersetzung der Notiz { $id }
place-prefill = die Vorab-Antwort { $id }
place-postscript = das Postskript, Feld { $id }
place-parked = der Merkpunkt { $id }
place-label = die Bezeichnung von { $id }
place-draft = der Entwurf in { $id }
place-reason = die Begründung { $id }

check-ready = { $session }: nichts hält die Archivfassung zurück
check-blocked = { $session }: die Archivfassung wird zurückgehalten
check-accepted = angenommen
check-keeps-back = hält zurück
check-must = offene Muss-Themen: { $topics }
check-contradicted = «gefragt, nichts zu sagen», aber Aussagen stehen da: { $topics }
check-no-guide = der Leitfaden { $guide } ist nicht lesbar; Muss-Themen, Gruppen und W8 fehlen
check-look = zum Nachsehen:
check-invented = erfunden
check-disclosure = Kleinste Gruppen nach { $guide }: { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    }; eine Gruppe braucht { $smallest } Sitzungen aus 2 Fällen
check-head-attributes = Merkmale
check-head-sessions = Sitzungen
check-head-cases = Fälle
check-head-verdict = Urteil
check-fits = reicht
check-too-small = zu klein
check-none-fits = { $count ->
       *[other] Keine Gruppe ist gross genug, nach keinem Merkmal und in keiner der { $count } Kombinationen
    }
check-language = Sprache
check-left-out = { $count ->
        [one] Eine erfundene Sitzung zählt nicht, weil echte danebenstehen
       *[other] { $count } erfundene Sitzungen zählen nicht, weil echte danebenstehen
    }
check-not-reckoned = { $count ->
        [one] Eine weitere Kombination wurde nicht gerechnet
       *[other] { $count } weitere Kombinationen wurden nicht gerechnet
    }
check-pool = Gerechnet wird immer über die ganze Studie, auch wenn einzelne Sitzungen genannt sind
check-study = Über die Studie
check-single = W7 { $case }: nur eine Gesprächsperson ({ $session }); diese Zeile ist eine Person. Den Fall nie neben Zitaten nennen
check-alike = W8 { $attribute } = { $value }: alle { $sessions } Sitzungen teilen { $codes }; wer zur Gruppe gehört, hat es gesagt. Code oder Merkmal weglassen
check-no-difference = W9, der Vergleich mit früheren Ausgaben, wird beim Ausgeben von Auszügen gesagt (`leitfaden export`)
check-none = In dieser Studie ist noch keine Sitzung
check-residual-risk = Kein bekanntes Kennzeichen gefunden heisst nicht anonym: wer die Kooperation kennt, kann eine Aussage wiedererkennen
check-risk-beyond-hits = Auch wenn diese Stellen erledigt sind, ist es nicht anonym: Wer die Kooperation kennt, kann Aussagen wiedererkennen

warning-town = Ort: die Region nennen oder weglassen
warning-region = Region oder Fluss: «die Grenzregion» sagt genug
warning-acronym = Kürzel: ausschreiben, was es ist («die Kammer»), oder schützen
warning-year = genaues Jahr: «seit den { $decade }er-Jahren»
warning-members-small = genaue Zahl: «unter 50»
warning-members-medium = genaue Zahl: «50 bis 199»
warning-members-large = genaue Zahl: «200 und mehr»
warning-money = genaue Summe: «ein { $digits }-stelliger Betrag»
warning-unique = Einzigkeit: ohne den Anspruch sagen («ein Betrieb»)
warning-gender = Geschlecht der Person: neutral sagen («die Leitung»)
warning-quote = Zitat auf { $language }, die Sitzung ist es nicht: als Paraphrase wiedergeben
warning-third = Amt mit Ort nennt, wer es hat: «eine Behörde»

check-needs-terminal = mit --show stehen mögliche Namen im Klartext; das geht nur auf den Bildschirm
check-needs-terminal-hint = Ohne --show steht dort die Art in Klammern
check-accept-done = { $hit } in { $session } ist angenommen und steht im Protokoll der Sitzung
check-accept-unknown = in { $session } gibt es keinen Fund { $hit }
check-accept-unknown-hint = Die Funde mit ihren Nummern zeigt: leitfaden check { $session }
check-accept-listed = { $hit } ist ein geschütztes Wort und kann nicht angenommen werden
check-accept-doubtful = { $hit } ist nur zweifelhaft und hält nichts zurück
check-accept-empty = eine Begründung ist nötig
check-accept-name = die Begründung enthält, was wie ein Name aussieht
check-accept-name-hint = Ohne das Wort selbst sagen, was es ist
review-left = { $count ->
        [one] Eine Stelle sieht noch wie ein Name aus
       *[other] { $count } Stellen sehen noch wie Namen aus
    }
review-left-hint = Ansehen mit: leitfaden check { $session }
