# Ausgaben: was in Dateien steht, die für andere Programme gemacht werden, und was über sie gesagt wird.

export-no-recording = Ohne Aufnahme
export-recording = Aufnahme { $number }
export-approval-request = Bitte lesen Sie, was festgehalten wurde, und schreiben Sie in die letzte Spalte, was anders zu verstehen ist oder gestrichen werden soll. Namen brauchen nicht ergänzt zu werden.
export-head-number = Nr.
export-head-time = Zeit
export-head-text = Aussage
export-head-correction = Korrektur
export-head-case = Fall
export-head-block = Block
export-head-topic = Thema
export-head-title = Titel
export-head-state = Stand
export-head-kind = Art
export-head-origin = Herkunft
export-head-language = Sprache
export-head-prompted = Auf Nachfrage
export-head-codes = Codes
export-head-also-in = Auch bei
export-head-invented = Erfunden
export-head-code = Code
export-head-label = Bezeichnung
export-head-definition = Bedeutung
export-head-source = Quelle
export-head-retired = Abgelöst
export-head-when = Zeitpunkt
export-sheet-matrix = Matrix
export-sheet-notes = Notizen
export-sheet-codebook = Codebuch
export-sheet-sample = Stichprobe
export-about = Zu dieser Ausgabe
export-workbook-title = Protokolle und Matrix
export-matrix-title = Protokollmatrix · { $level } (pseudonymisiert)
export-project-name = Leitfadengespräche · { $level } (pseudonymisiert)
export-of-guide = Leitfaden { $guide }
export-further-codes = Weitere Codes
export-cell-cut = … [gekürzt: eine Zelle fasst nicht mehr; ganz in der JSON-Ausgabe]

export-report-worked-on = ⚠ Jemand arbeitet an { $sessions }; in keiner Zahl enthalten
export-report-invented = Erfunden, nichts daran ist wahr: { $sessions }
export-report-unsearched = Die Arbeitsfassung ist für die interviewende Person selbst; sie wurde nicht noch einmal nach Namen durchsucht
export-report-keys = Wer eine Liste der Namen hat, kann die Platzhalter auflösen; sie gehört nicht zu dieser Ausgabe
export-report-sessions = { $count ->
        [one] 1 Sitzung, { $level } (pseudonymisiert): { $sessions }
       *[other] { $count } Sitzungen, { $level } (pseudonymisiert): { $sessions }
    }
export-report-accepted = { $count ->
        [one] 1 Stelle sieht entfernt nach einem Namen aus oder wurde als keiner angenommen
       *[other] { $count } Stellen sehen entfernt nach Namen aus oder wurden als keine angenommen
    }
export-report-recorded = { $count ->
        [one] Von 1 Sitzung gibt es eine Aufnahme: Solange sie besteht, lässt sich die Person bestimmen
       *[other] Von { $count } Sitzungen gibt es eine Aufnahme: Solange sie besteht, lässt sich die Person bestimmen
    }

export-written = { $path } geschrieben
export-nothing-written = Nichts wurde geschrieben; mit --all wird ausgegeben, was freigegeben ist
export-no-guide = Der Leitfaden { $guide } ist nicht zu lesen; in der Ausgabe von { $session } fehlen Titel der Blöcke und Merkmale
export-no-text = das Format { $format } ist kein Text für den Bildschirm
export-no-text-hint = Eine Datei nennen: -o DATEI
export-nothing = es gibt keine Sitzung, die ausgegeben werden könnte
export-codebook-no-guide = der Leitfaden der Sitzungen ist nicht zur Hand, und ein Codebuch ist das eines Leitfadens
export-review-is-for-one = die Rückbestätigungsfassung ist für eine befragte Person, und dieses Format zeigte ihr, was andere sagten
export-review-is-for-one-hint = Die Sitzungen einzeln ausgeben, oder als docx in einen Ordner: --format docx -o ORDNER/
export-several-hint = Einen Ordner nennen, mit Schrägstrich am Ende: -o ORDNER/
export-make = das Dokument lässt sich nicht herstellen
export-exists = { $path } besteht schon
export-exists-hint = Einen anderen Namen wählen oder die Datei mit --force ersetzen
export-exists-hint-form = Einen anderen Namen eingeben oder die Datei zuerst entfernen
file-no-folder-hint = Den Ordner zuerst anlegen
export-no-folder = es gibt keinen Ordner { $folder }
export-no-folder-hint = Den Ordner zuerst anlegen, oder den Pfad mit / enden lassen: dann wird er angelegt
export-several = { $count ->
        [one] 1 Dokument geht nicht in eine Datei
       *[other] { $count } Dokumente gehen nicht in eine Datei
    }
export-invented-left-out = { $count ->
        [one] Eine erfundene Sitzung bleibt weg, weil echte daneben stehen
       *[other] { $count } erfundene Sitzungen bleiben weg, weil echte daneben stehen
    }
export-sent = { $session } gilt als geschickt: Antwort erwartet bis { $until } (änderbar unter «Danach»)
export-deadline-moved = { $session }: die Frist für die Antwort ist verschoben auf { $until }
export-worked-on = an { $sessions } wird gearbeitet: die Ausgabe könnte dort nicht vermerkt werden, und eine Streichung wüsste nichts von ihr; davon ist nichts geschrieben
export-worked-on-hint = Sitzung schliessen und noch einmal ausgeben
export-taken-back-hint = Was geschrieben war, ist wieder gelöscht; die Ursache beheben und noch einmal ausgeben
export-until-review = --until sagt, bis wann die Antwort auf eine Rückbestätigungsfassung erwartet wird: es braucht --level review und ein Format zum Lesen (docx, md, html, txt)
export-until-past = der Tag von --until ist vorbei
export-until-unawaited = { $sessions }: --until gilt hier nicht; eine Rückbestätigung ist nicht gewünscht, schon beantwortet, oder die Sitzung ist erfunden
export-until-unawaited-hint = Geschrieben ist nichts; ohne --until ausgeben
export-unlogged = die Ausgabe steht nicht im Protokoll von { $sessions }, und eine Streichung wüsste nichts von ihr
export-unlogged-hint = Das Dokument ist geschrieben; den Befehl noch einmal geben, wenn die Sitzung frei ist
export-sheet-frequencies = Häufigkeiten
export-head-of-sessions = von Sitzungen
export-head-of-cases = von Fällen
