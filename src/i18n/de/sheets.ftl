# Was über alle Gespräche gelesen wird, über die Tabellen hinaus.

prepare-pilot = Pilotgespräch: erprobt den Leitfaden, zählt nicht neben anderen
sheets-pilot = ⚠ Nur Pilotgespräche
sheets-left-pilot = { $count ->
        [one] ohne 1 Pilotgespräch
       *[other] ohne { $count } Pilotgespräche
    }
sheets-left-withdrawn = { $count ->
        [one] ohne 1 zurückgezogenes Gespräch
       *[other] ohne { $count } zurückgezogene Gespräche
    }
sheets-rap-title = RAP-Blatt · Fall { $case } · { $level }
sheets-rap-block = { $number } { $title } · beantwortet in { $answered } von { $sessions }
sheets-agreed = Vereinbarter Typ:
sheets-not-agreed = noch keiner
sheets-more-contradictions-here = { $count ->
        [one] + 1 weiterer, in der Sicht der Widersprüche (Tab)
       *[other] + { $count } weitere, in der Sicht der Widersprüche (Tab)
    }
sheets-more-here = { $count ->
        [one] + 1 weitere Notiz, in der Sitzung (Enter in der Matrix)
       *[other] + { $count } weitere Notizen, in den Sitzungen (Enter in der Matrix)
    }
sheets-notes = { $count ->
        [one] 1 Notiz
       *[other] { $count } Notizen
    }
sheets-not-approved = ⚠ noch nicht bestätigt
sheets-code = { $code } · in { $said } von { $sessions }
sheets-helps = ▲ hilft: { $codes }
sheets-hinders = ▼ hindert: { $codes }
sheets-nothing-noted = nichts notiert
sheets-more = { $count ->
        [one] + 1 weitere Notiz, siehe «leitfaden show»
       *[other] + { $count } weitere Notizen, siehe «leitfaden show»
    }
sheets-contradictions = Widersprüche
sheets-more-contradictions = { $count ->
        [one] + { $count } weiterer, siehe «leitfaden contradictions»
       *[other] + { $count } weitere, siehe «leitfaden contradictions»
    }
sheets-open = Offen oder nicht gefragt
sheets-refused = Ohne Gespräche, die in dieser Fassung nicht enthalten sein dürfen: { $sessions }
sheets-turned = { $code }: hilft ({ $helps }), hindert ({ $hinders })
sheets-marked = als Widerspruch gezeichnet: { $notes }
sheets-agreement = Übereinstimmung der Codierenden
sheets-pair = Codierende { $first } und { $second }
sheets-alike = { $alike } von { $notes } Notizen gleich codiert
sheets-not-shared = { $count ->
        [one] 1 Notiz hat nur eine Person angesehen
       *[other] { $count } Notizen hat nur eine Person angesehen
    }
sheets-code-agreement = { $code }: beide { $both }, nur { $first }: { $one }, nur { $second }: { $other }
sheets-all-coders = Alle Codierenden zusammen, { $notes ->
        [one] 1 Notiz
       *[other] { $notes } Notizen
    }: { $alpha }
sheets-no-second-coder = Noch hat niemand ein zweites Mal codiert: «leitfaden review SITZUNG --coder 2».
sheets-head-note = Notiz
sheets-head-only-first = nur erste
sheets-head-only-second = nur zweite
sheets-head-kind = Art
sheets-head-notes = Notizen
sheets-kind-pair = Gegensatz
sheets-kind-turned = gewendet
sheets-kind-marked = gezeichnet
sheets-no-contradiction = Kein Widerspruch gefunden. Das ist ein Hinweis zum Lesen, kein Befund.
sheets-contradictions-title = Widersprüche innerhalb der Fälle
sheets-contradictions-note = Hinweise zum Nachlesen, keine Befunde: Codes, die der Leitfaden als Gegensatz führt, ein Code, der hilft und hindert, gezeichnete Stellen.
sheets-refused-one-case = Die Fassung «{ $level }» zeigt keinen einzelnen Fall
sheets-refused-one-case-hint = Ein Blatt je Fall und Widersprüche gibt es für die Arbeits- und die Archivfassung (--level working, --level archive). Über alle Fälle zusammen: matrix, frequencies, export --all
sheets-no-case = Kein Blatt: kein Gespräch der genannten Fälle zählt oder ist in dieser Fassung erlaubt
key-read-sheet = RAP-Blatt
key-back-to-matrix = zurück
key-export = exportieren
key-export-now = exportieren
exporting-one = Export von { $session }
exporting-all = Export aller Sitzungen
exporting-form = Format
exporting-form-hint = Sitzungen in einem Format, oder ein RAP-Blatt je Fall. ← → wählt.
exporting-level = Fassung
exporting-level-hint = Wie viel enthalten ist und für wen. Auswertung und Veröffentlichung gibt es nur für viele zusammen, als json, csv, md oder txt.
exporting-place = Ort
exporting-place-hint = Ein Ordner (am Ende mit /), oder eine Datei für ein einziges Dokument. Was dort schon liegt, bleibt.
exporting-until-hint = Für die Rückbestätigungsfassung zum Lesen (docx, md, html, txt): etwa 20.5.2026, 2026-05-20 oder +14 (Tage ab heute). Leer: zwei Wochen.
exporting-no-place = Es fehlt, wohin: einen Ordner oder eine Datei angeben.
exporting-until-read = Die Antwort wird bis { $until } erwartet.
exporting-until-past = Der Tag für die Antwort ist vorbei: einen späteren eingeben, oder keinen.
exporting-until-review = Ein Tag für die Antwort gehört zur Rückbestätigungsfassung als docx, md, html oder txt: diese wählen, oder das Feld leeren.
exporting-until-unawaited = { $sessions }: Der Tag für die Antwort gilt hier nicht; eine Rückbestätigung wurde nicht verlangt, ist schon beantwortet, oder die Sitzung ist erfunden
exporting-sheets = RAP-Blatt je Fall ({ $format })
exporting-running = Exportiert … { $done } von { $of ->
        [one] 1 Sitzung
       *[other] { $of } Sitzungen
    }
sheets-pilot-one = Pilotgespräch
