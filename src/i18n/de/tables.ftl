# Tables over all interviews: matrix, frequencies, saturation, sample.

tables-matrix = Protokollmatrix
tables-frequencies = Häufigkeiten in den Blöcken
tables-saturation = Sättigung: neue Codes je Gespräch
tables-sample = Stichprobe
tables-level = { $level } · Leitfaden { $guide }
tables-base = { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    }
tables-invented = ERFUNDEN zum Ausprobieren: das hat niemand gesagt
tables-left-invented = { $count ->
        [one] 1 erfundene Sitzung weggelassen, weil echte daneben stehen
       *[other] { $count } erfundene Sitzungen weggelassen, weil echte daneben stehen
    }
tables-left-prepared = { $count ->
        [one] 1 vorbereitete Sitzung zählt noch nicht
       *[other] { $count } vorbereitete Sitzungen zählen noch nicht
    }
tables-left-filtered = { $count ->
        [one] 1 Sitzung durch den Filter weggelassen
       *[other] { $count } Sitzungen durch den Filter weggelassen
    }
tables-left-other-guide = { $count ->
        [one] 1 Sitzung folgt einem anderen Leitfaden
       *[other] { $count } Sitzungen folgen einem anderen Leitfaden
    }
tables-left-level = { $count ->
        [one] 1 Sitzung darf in dieser Fassung nicht enthalten sein
       *[other] { $count } Sitzungen dürfen in dieser Fassung nicht enthalten sein
    }
tables-unread = { $count ->
        [one] ⚠ 1 Sitzung ist nicht lesbar und fehlt in allen Zahlen
       *[other] ⚠ { $count } Sitzungen sind nicht lesbar und fehlen in allen Zahlen
    }
tables-unread-named = ⚠ Nicht lesbar: { $sessions }
tables-versions = { $count } Ausgaben des Leitfadens, verbunden über die Kennung der Themen: { $versions }
tables-awaiting = { $count } von { $sessions } noch nicht bestätigt
tables-coarser = { $attribute } vergröbert (Stufe { $steps })
tables-attribute-left = Weggelassen, weil es auf jemanden hinweisen würde: { $attributes }
tables-risk = Pseudonymisiert, nicht anonym: Wer die Fälle kennt, kann eine Aussage wiedererkennen.
tables-groups-of = Gruppen unter { $count } Sitzungen oder aus nur einem Fall sind mit ⚠ gezeichnet
tables-few-note = «wenige»: 1 oder 2; «fast alle»: alle bis auf 1 oder 2; «·»: nicht gesagt, weil es sich sonst ausrechnen liesse
tables-percent-note = Prozente erst ab N = { $count }
tables-words-note = selten: in nur einem Fall oder unter 1/10 der Sitzungen · einzelne: unter 1/3 · mehrere: ab 1/3 · meistgenannt: das häufigste darunter
tables-block = { $block } · N = { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    }, { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fälle
    }
tables-block-declined = { $count } verweigert
tables-block-unsettled = { $count } mit Notizen ohne Zustand, nicht gezählt
tables-block-small = zu wenige Antworten, um etwas zu sagen
tables-block-empty = keine Codes
tables-wording-perhaps = mehrere Fassungen: die Frage kann anders gelautet haben
tables-wording-changed = ≠ in anderen Worten gefragt
tables-no-value = ohne Angabe
tables-few = wenige
tables-nearly-all = fast alle
tables-hidden = ·
tables-outside = ausserhalb
tables-head-block = Block
tables-head-code = Code
tables-head-label = Bezeichnung
tables-head-sessions = Sitzungen
tables-head-cases = Fälle
tables-head-percent = %
tables-head-unprompted = spontan
tables-head-helps = hilft
tables-head-hinders = hindert
tables-head-own = eigene
tables-head-reported = berichtet
tables-head-word = Wort
tables-head-bar = Anteil
tables-head-session = Sitzung
tables-head-case = Fall
tables-head-interviews = Gespräche
tables-head-new = neu
tables-head-total = gesamt
tables-head-side = Seite
tables-head-attribute = Merkmal
tables-head-value = Wert
tables-head-gap = Lücke
tables-total = N
tables-retired = stillgelegt
tables-field-code = Feldcode
tables-gap = ← { $role }: niemand
tables-missing = noch niemand: { $roles }
tables-under-smallest = { $sessions } von k = { $smallest }: zu wenige, um gezeigt zu werden
tables-unplaced = ohne Seite oder Rolle: { $sessions }
tables-unexpected = nicht im Fallformular
tables-gaps = { $gaps ->
        [one] 1 von { $expected } Seiten ist offen
       *[other] { $gaps } von { $expected } Seiten sind offen
    }
tables-signs = ● beantwortet · ◌ nichts zu sagen · × verweigert · – nicht zutreffend · / nicht gefragt · † zurückgezogen · ◐ notiert ohne Zustand · ○ offen · = zusammengefasst
tables-no-session = zu { $guide } gibt es keine Sitzung, die zählt
tables-no-session-hint = Vorhanden sind Sitzungen zu { $guides }
tables-no-session-at-all = in dieser Studie gibt es noch keine Sitzung
tables-other-guides = Gezählt wird zu { $guide }; andere: --guide { $guides }
tables-unknown-filter = { $asked } kommt in dieser Studie nicht vor
tables-unknown-filter-hint = Möglich: { $known }
tables-refused-review = die Rückbestätigungsfassung ist das Protokoll eines einzigen Gesprächs, weder Tabelle noch Blatt
tables-refused-single = die Fassung «{ $level }» enthält einzelne Protokolle, keine Auszüge aus vielen
tables-refused-attribute = nach { $attribute } kann nicht aufgeteilt werden
tables-refused-attribute-hint = Möglich: { $known }
tables-refused-telling = nach { $attribute } wird nicht aufgeteilt: die kleinste Gruppe hat { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    }, verlangt sind { $smallest } aus 2
tables-refused-telling-hint = Weglassen (--by, --show), ein anderes Merkmal nennen, oder die Arbeitsfassung nehmen: --level working
tables-refused-one-attribute = in der Veröffentlichung steht höchstens ein Merkmal, verlangt sind { $asked }
tables-refused-one-attribute-hint = --show nur einmal nennen
tables-refused-rest = der Filter lässt nur { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    } weg: wer die Tabelle ohne Filter hat, könnte sie ausrechnen (mindestens { $smallest } aus 2, oder keine)
tables-refused-rest-hint = Den Filter weiter fassen, ihn weglassen, oder die Arbeitsfassung nehmen: --level working
tables-refused-few = für diese Fassung { $sessions ->
        [one] ist 1 Sitzung
       *[other] sind { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    } zu wenig, verlangt sind { $smallest } aus 2
tables-refused-few-hint = { $count ->
        [0] Weniger filtern oder die Arbeitsfassung nehmen: --level working
        [one] 1 Sitzung darf nicht enthalten sein (Einwilligung, Bestätigung); leitfaden check zeigt es
       *[other] { $count } Sitzungen dürfen nicht enthalten sein (Einwilligung, Bestätigung); leitfaden check zeigt es
    }
word-never = nie
word-seldom = selten
word-some = einzelne
word-several = mehrere
word-most = meistgenannt
attribute-language = Sprache
attribute-mode = Gesprächsweise

extracts-title = Auszüge
extracts-head-topic = Thema
extracts-head-kind = Art
extracts-head-text = Text
extracts-summary = Zusammenfassung
extracts-left-kinds = { $count ->
        [one] 1 Kommentar, Beobachtung oder Angabe zur Person weggelassen
       *[other] { $count } Kommentare, Beobachtungen und Angaben zur Person weggelassen
    }
extracts-left-quotes = { $count ->
        [one] 1 Zitat weggelassen, weil die Einwilligung zum Zitieren fehlt (c5)
       *[other] { $count } Zitate weggelassen, weil die Einwilligung zum Zitieren fehlt (c5)
    }
extracts-left-language = { $count ->
        [one] 1 Text in einer anderen Sprache als der des Gesprächs weggelassen
       *[other] { $count } Texte in einer anderen Sprache als der des Gesprächs weggelassen
    }
extracts-left-no-paraphrases = { $count ->
        [one] 1 Zitat oder Zusammenfassung weggelassen: veröffentlicht werden nur Paraphrasen
       *[other] { $count } Zitate und Zusammenfassungen weggelassen: veröffentlicht werden nur Paraphrasen
    }
extracts-left-few = { $count ->
        [one] 1 Text aus einer Zelle weggelassen, in der zu wenige etwas gesagt haben
       *[other] { $count } Texte aus Zellen weggelassen, in denen zu wenige etwas gesagt haben
    }
extracts-left-codes = { $count ->
        [one] 1 Code weggelassen, weil zu wenige Sitzungen dahinterstehen
       *[other] { $count } Codes weggelassen, weil zu wenige Sitzungen dahinterstehen
    }
extracts-telling = ⚠ Eine frühere Ausgabe dieser Fassung unterscheidet sich nur um { $sessions ->
        [one] 1 Sitzung
       *[other] { $sessions } Sitzungen
    } aus { $cases ->
        [one] 1 Fall
       *[other] { $cases } Fällen
    }: wer beide hat, kann sie erkennen
extracts-no-format = in der Fassung «{ $level }» gibt es das Format { $format } nicht
extracts-no-format-hint = Möglich sind json, csv, md und txt; Tabellen geben leitfaden matrix, frequencies, saturation und sample
