# Words for the end of an interview and the hours after it.

closing-hint = Das ist noch offen: eine Taste je Punkt, Enter geht hin. Gründe stehen im Log; Ctrl-U nimmt das Letzte zurück.
closing-after-hint = Das wartet seit dem Abschluss: eine Ziffer erledigt den Punkt, Enter geht hin, F3 geht zurück; Ctrl-U nimmt das Letzte zurück.
closing-after-title = Noch zu ergänzen
notice-nothing-to-complete = Nichts wartet mehr.
closing-recording-ends = ● Aufnahme { $about } läuft: F10 hält auch fest, dass sie endet.
closing-still-open = { $count ->
        [one] Ein Punkt ist noch offen: erledigen oder mit Grund offen lassen.
       *[other] { $count } Punkte sind noch offen: erledigen oder mit Grund offen lassen.
    }
closing-never-waved = Das darf nicht offen bleiben: eine Ziffer erledigt es.
closing-only-settled = Nach dem Abschluss wird nur noch erledigt, mit einer Ziffer; offen gelassen wird nichts mehr.
closing-no-such-answer = Diese Taste beantwortet hier nichts. Welche es tun, steht unter der Liste.
closing-answered-here = Das wird hier in der Liste beantwortet: mit einer der Tasten darunter.
closing-is-done = Dieser Punkt ist erledigt.
closing-nothing-to-undo = In dieser Liste wurde nichts erledigt, das zurückzunehmen wäre.
closing-nothing-to-redo = In dieser Liste wurde nichts zurückgenommen, das wiederherzustellen wäre.
closing-consent-stays = Was geantwortet wurde, bleibt vermerkt: Eine Ziffer beantwortet diesen Schritt neu.
closing-takes-consent-back = Noch einmal 2 nimmt das Ja zurück.
closing-done = erledigt
closing-understood = geklärt
closing-end-off-record = hier zu Ende
closing-keep-draft = behalten
closing-disputed = Die Protokollierenden sagen Verschiedenes
closing-contradicted = «nichts zu sagen», aber Aussagen stehen da
closing-gap = nicht verstanden
closing-off-record = noch vertraulich seit
closing-consent = noch nicht gefragt
closing-approval = Das Protokoll will die Gesprächsperson vorher sehen (c6); es ist nicht verschickt.
closing-country = Interviewende und Gesprächsperson sind nicht aus demselben Land.
closing-phone-reason = Warum am Telefon? Kein Grund ist notiert.
key-wave-no-time = keine Zeit
key-wave-not-needed = hier nicht nötig
key-wave-later = folgt später
key-wave-other = siehe Postskript
key-edit-note = Notiz ändern
key-origin = Herkunft
notice-draft-before-change = Erst behalten oder zurückstellen, was hier geschrieben wird.
notice-changing = { $about } wird geändert: Enter setzt das Geschriebene an ihre Stelle.
note-changing = ändert { $note }
refused-objected = die Gesprächsperson hat der Weitergabe widersprochen
refused-hint-objected = Ein Widerspruch gilt, bis die Gesprächsperson zustimmt; ganz löschen: die Sitzung zurückziehen
after-title = Nach dem Gespräch { $session }
after-languages = Sprachen der Notizen
after-quality = Güte der Notizen (1 bis 3)
after-type = Typ, wie ihn dieses Gespräch zeigt
after-support = belegt durch Notizen
after-approval = Rückbestätigung
after-step-day = Schritt vom
after-until = Antwort bis
after-reason = Grund ohne Antwort
after-promised = Aufnahme zu löschen bis
after-deleted = Aufnahme gelöscht
after-not-deleted = noch nicht
after-no-date = Das ist kein Datum, wie 20.5.2026, 2026-05-20 oder +14 (Tage ab heute).
after-day-to-come = Dieser Tag kommt erst noch.
after-no-numbers = Notizen werden mit ihrer Nummer genannt, etwa 1.3 1.7.
after-no-such-note = Eine Notiz { $note } gibt es nicht.
after-not-expired = Die Frist für eine Antwort ist nicht abgelaufen.
after-needs-reason = Ohne Antwort wird nur mit einem Grund freigegeben.
after-step-taken = Festgehalten, für den Text, wie er jetzt ist.
after-type-hint = Die Sicht dieses Gesprächs; der vereinbarte Typ steht beim Fall. Notizen mit Nummer, etwa 1.3 1.7.
after-type-without-notes = Keine Notiz belegt diesen Typ: die Nummern eintragen, etwa 1.3 1.7.
after-approval-hint = ← → wählt einen Schritt, Enter hält ihn fest. Er gilt für den Text, wie er jetzt ist.
after-step-day-hint = Wann es war, wenn nicht heute; leer gilt heute.
after-date-hint = Etwa 20.5.2026, 2026-05-20 oder +14 (Tage ab heute).
after-by-program = Füllt das Programm aus.
approval-not-wanted = nicht verlangt
approval-not-sent = noch nicht verschickt
approval-deadline-moved = Frist verschoben
approval-sent = verschickt, Antwort bis { $until }
approval-expired = ohne Antwort seit { $until }
approval-changed = bestätigt, danach geändert
approval-approved = bestätigt
approval-objected = widersprochen
approval-step-sent = jetzt verschickt
approval-step-corrected = Korrekturen eingetragen
approval-step-approved = bestätigt
approval-step-objected = widersprochen
approval-step-without-answer = ohne Antwort freigeben
key-after = danach
key-to-notes = Notizen ergänzen
key-take-step = weiter / festhalten
after-switches = { $count ->
        [one] { $count } Wechsel
       *[other] { $count } Wechsel
    }
due-title = Fällig
due-by = bis { $when }
due-since = seit { $when }!
due-postscript = Postskript: { $count } leer
after-still-empty = Im Postskript noch leer: { $fields }
approval-enter = Enter hält es fest
due-type = Typ mit Belegen
due-closing = abschliessen
due-sending = zur Rückbestätigung schicken
due-answer = Antwort der Gesprächsperson
due-deletion = Aufnahme löschen
due-deletion-day = kein Löschtag genannt
due-completing = { $count ->
        [one] eine Stelle ergänzen
       *[other] { $count } Stellen ergänzen
    }
due-scan = { $count ->
        [one] eine Stelle sieht wie ein Name aus
       *[other] { $count } Stellen sehen wie Namen aus
    }
due-more = { $count ->
        [one] und eine weitere Sitzung
       *[other] und { $count } weitere Sitzungen
    }
prepare-survey = Antworten der Umfrage
prepare-country = Grund für anderes Land
prepare-country-hint = Interviewende und Gesprächsperson sind nicht aus demselben Land. Warum? Kann offen bleiben; beim Abschluss wird noch einmal gefragt.
notice-country = Nicht aus demselben Land: der Abschluss fragt nach dem Grund.
prepare-survey-hint = Eine CSV-Datei; Enter liest sie. Wo sie liegt, wird nicht gespeichert.
prepare-survey-read = ✓ gelesen: die Antworten stehen neben den Fragen. Sie zählen nie von selbst.
missing-survey-not-read = Die Datei der Umfrage ist noch nicht gelesen: Enter in ihrem Feld.
missing-survey-does-not-fit = Die Antworten der Umfrage passen nicht zu Leitfaden und Sitzung.
key-assess = Umfrage dazu
choose-survey = Was sagt das Gespräch zur Umfrage?
notice-no-survey = Zu diesem Thema hat die Umfrage nichts.
outcome-confirmed = bestätigt
outcome-nuanced = differenziert
outcome-contradicted = widersprochen
survey-unusable = die Antworten der Umfrage können nicht übernommen werden
survey-no-file = die Datei gibt es nicht
survey-no-table = Zeile { $line } ist keine Zeile einer CSV-Datei in UTF-8
survey-empty = unter der Kopfzeile steht nichts
survey-unknown-column = der Kopf von Spalte { $column } ist kein Schlüssel des Leitfadens
survey-unknown-column-hint = Spalten sind session oder case und: { $keys }
survey-twice = Spalte { $column } steht zweimal da
survey-none = der Leitfaden kennt keine Umfrage
survey-too-long = die Antwort in Spalte { $column } ist zu lang
survey-not-one-line = für { $session } braucht es genau eine Zeile, gefunden: { $count }
closing-stays = bleibt, wo sie steht
closing-same = vielleicht dieselbe Person
closing-same-yes = dieselbe
closing-same-no = zwei Personen
closing-joins-for-good = Noch einmal 1 macht für immer einen Platzhalter aus beiden.
closing-join-stays = Was vereint wurde, bleibt ein Platzhalter.
closing-unplaced = wartet auf ihren Platz
closing-overlaps = { $count ->
        [one] Ein Paar von Notizen steht nebeneinander
       *[other] { $count } Paare von Notizen stehen nebeneinander
    }
