# Words of the screen.

screen-too-small = Das Fenster ist zu klein: mindestens { $width } × { $height } Zeichen.
invented = erfunden
header-block = Block { $number } von { $count }
header-not-begun = noch nicht begonnen
header-paused = Pause
header-block-time = Block
header-total-time = gesamt
pane-blocks = Blöcke
pane-outside = ausserhalb
pane-parked = zurückgestellt
pane-note = Notiz
note-prompted = auf Nachfrage
note-probe = auf Nachfrage { $number }
note-quoted = «{ $text }»
notes-empty = Noch keine Notiz hier: einfach lostippen, Enter behält.
question-goal = Ziel:
question-include = Gehört hierher:
question-exclude = Gehört nicht hierher:
question-hint = Hinweis:
question-keep-going = In Gang halten:
question-keywords = Stichworte:
question-outside = Was zum Block gehört und in keinem Thema des Leitfadens Platz hat.
choose-topic = Wohin?
choose-refile = Notiz { $note } umhängen nach
choose-also-in = Notiz { $note } auch in (nochmals: nicht mehr)
choose-take-back = Was in Notiz { $note } ist kein Name?
choose-take-back-here = Was ist hier kein Name?
choose-strike = Notiz { $note } für immer streichen?
choose-state = Stand der Zelle
choose-parked = Zurückgestellt: welcher Punkt?
choose-keys = Zeichen wählt, Esc oder F3 lässt es, F1 hilft.
labelled = { $label }: { $about }
choose-strike-keys = Enter streicht unwiderruflich, Esc lässt die Notiz stehen.
status-saving = wird gespeichert
status-saved = gespeichert { $time }
status-not-saved = nicht gespeichert: { $reason }
status-held = { $count } zurückgehalten
notice-command = Befehl: nochmals Esc bricht ab.
notice-note-full = Die Notiz ist voll (1 MiB). Mit Enter behalten und weiterschreiben.
notice-undo-draft = Im Entwurf ist nichts rückgängig zu machen; ist er behalten oder leer, geht es weiter zurück.
notice-nothing-to-undo = Nichts rückgängig zu machen.
notice-protected = Geschützt, auch rückwärts im Protokoll.
notice-settled-name = Gilt als { $about }, überall im Protokoll.
notice-settled-ordinary = Bleibt stehen: kein Name.
notice-draft-first = Erst die Notiz behalten oder leeren, oder mit Ctrl-↑ die Notiz wählen, die gestrichen wird.
notice-draft-before-sentence = Erst die Notiz behalten oder leeren, dann den Satz der Zelle schreiben.
notice-nothing-coarser = Hier ist nichts, was gröber zu sagen wäre.
notice-not-known-any-more = Was hier stand, ist nicht mehr bekannt.
notice-no-open-must = Kein Pflichtthema ist mehr offen.
notice-contradicted = «Nichts zu sagen», aber in { $about } stehen Aussagen: F5 und eine Ziffer ändert den Zustand.
notice-no-such-probe = Nachfrage { $about } gibt es hier nicht.
notice-parked = { $about } zurückgestellt.
notice-gap = Bei { $about } als nicht verstanden markiert.
notice-at-gap = Nicht verstanden bei { $about } (¿ bei den Notizen): 1 in der Liste der offenen Punkte sagt, dass es geklärt ist.
notice-no-recording = Keine Einwilligung zur Aufnahme (c3): die Aufnahme bleibt aus.
notice-nothing-parked = Nichts ist zurückgestellt.
notice-ready = F10 oder das erste Wort beginnt.
notice-ready-unprotected = F10 oder das erste Wort beginnt. Keine geschützten Wörter: Ctrl-P schützt jederzeit eines.
notice-no-note = Es gibt noch keine Notiz.
notice-nothing-replaced = Hier wurde nichts ersetzt.
notice-nothing-replaced-in = In Notiz { $about } wurde in dieser Sitzung nichts ersetzt.
notice-nothing-replaced-in-draft = Im Entwurf wurde nichts ersetzt. Ctrl-↑ wählt die Notiz, die gemeint ist.
notice-replaced-again = Wieder ersetzt, auch auf der Platte.
notice-replaced-before = Auch in früheren Notizen ersetzt: { $about }. Kein Name: Alt-D.
notice-replaced-elsewhere = Auch im Postskript, in einem Satz oder zurückgestellten Punkt ersetzt. Kein Name: dort Alt-D.
accepted-ordinary = kein Name
notice-taken-back-in-note = Kein Name: In Notiz { $about } und überall steht wieder das Getippte; Ctrl-U ersetzt es.
notice-stays-replaced = Bleibt hier ersetzt: mit dem Wort daneben ein Name, anderswo keiner; Ctrl-U hebt das auf.
notice-struck = { $about } gestrichen. Eigene Sicherungen und Ausgaben bleiben, wie sie sind.
notice-refiled = Umgehängt nach { $about }.
notice-linked = Verknüpfung mit { $about } geändert.
recovered-keys = Jede Taste übernimmt das und schreibt weiter; Esc lässt alles, wie es ist.
recovered-keys-rescue = Enter behält diese Texte und macht weiter; jede andere Taste macht ohne sie weiter, und die beschädigte Datei bleibt aufbewahrt; Esc lässt alles, wie es ist.
trouble-leave-unsaved = Nicht alles ist gespeichert. Wer nochmals verlässt, verwirft den Rest.
help-title = Tasten, die jetzt gelten
help-esc = Statt Alt mit einer Taste geht auch Esc, dann die Taste. Jede andere Taste schliesst.
start-title = Gespräche
start-introduction = Enter öffnet, n bereitet ein neues Gespräch vor, ein Name in Grossbuchstaben wie A-1 führt hin.
start-empty = Noch kein Gespräch in dieser Studie.
start-notes = { $count ->
        [one] 1 Notiz
       *[other] { $count } Notizen
    }
start-age = { $count ->
        [0] heute
        [one] gestern
       *[other] vor { $count } Tagen
    }
start-journal = Wörter warten im Journal
prepare-title = Gespräch vorbereiten
prepare-session = Sitzung
prepare-session-hint = Fall, Bindestrich, Nummer, etwa A-1. Nie ein Name.
prepare-session-proposed = Tippen ersetzt, was hier steht; Pfeiltasten und Rücktaste ändern es.
prepare-guide = Leitfaden
prepare-no-guide = kein Leitfaden in dieser Studie
prepare-mode = Form
prepare-reason = Grund für das Telefon
prepare-language = Sprache der Platzhalter
prepare-words = Geschützte Wörter
prepare-words-hint = Ein Name je Zeile: Personen, «institution: …», «ort: …». Enter beginnt eine Zeile, in einer leeren geht es weiter. Nur im Arbeitsspeicher, nie auf der Platte.
prepare-words-awaited = Vorbereitet mit: { $kinds }. Jede Art in derselben Reihenfolge wie damals eingeben.
prepare-follows = Aus dem ersten Protokoll dieses Gesprächs; es wird nur dort geändert.
prepare-words-persons = Als Person: { $names }
prepare-words-institutions = Als Institution: { $names }
prepare-words-places = Als Ort: { $names }
prepare-words-others = Als andere Angabe: { $names }
lines-of-two = { $count ->
        [one] Zeile { $lines } der Namensliste steht für eine Person oder Sache, scheint aber zwei zu nennen: eine je Zeile.
       *[other] Die Zeilen { $lines } der Namensliste stehen für je eine Person oder Sache, scheinen aber je zwei zu nennen: eine je Zeile.
    }
typed-lines-of-two = { $count ->
        [one] Zeile { $lines } der geschützten Wörter steht für eine Person oder Sache, scheint aber zwei zu nennen: eine je Zeile.
       *[other] Die Zeilen { $lines } der geschützten Wörter stehen für je eine Person oder Sache, scheinen aber je zwei zu nennen: eine je Zeile.
    }
names-of-two = Ein Platzhalter steht für eine Person oder Sache, hier scheinen aber zwei genannt: nur seine hier, die andere schützt Ctrl-P bei den Notizen.
prepare-words-given = { $count ->
        [one] Ein Name aus der Liste gilt schon; hier kommt hinzu, was fehlt.
       *[other] { $count } Namen aus der Liste gelten schon; hier kommt hinzu, was fehlt.
    }
prepare-fixed = steht fest
consent-not-asked = noch nicht gefragt
consent-yes-written = ja, schriftlich vorab
consent-yes-oral = ja, mündlich
consent-no = nein
missing-session-name = Die Sitzung braucht einen Namen wie A-1.
missing-free-name = Diese Sitzung gibt es schon.
missing-guide = Ohne Leitfaden geht es nicht: einen in guides/ legen.
missing-consent = Ohne Ja zu den Schritten mit * beginnt kein Gespräch.
missing-words = Noch keine geschützten Wörter: hier eintragen, oder dieselbe Taste nochmals geht ohne sie weiter.
notice-choice = Hier wird gewählt, nicht getippt: Leertaste oder ← →.
notice-choose-answer = Eine Antwort wird mit ← → gewählt; Tippen beantwortet hier nichts.
notice-fixed = Diese Zeile steht fest: so wurde die Sitzung vorbereitet, oder so steht es im ersten Protokoll.
names-title = Platzhalter und wofür sie stehen
names-hint = Namen daneben tippen, damit sie weiter ersetzt werden; leer lassen geht auch. Nur im Arbeitsspeicher.
names-waiting = { $count ->
        [one] Ein Name ist nicht mehr bekannt: auf der Platte steht keiner. Bis er hier wieder getippt ist, wird er nicht erkannt. Alt-J öffnet diese Liste auch später.
       *[other] { $count } Namen sind nicht mehr bekannt: auf der Platte steht keiner. Bis sie hier wieder getippt sind, werden sie nicht erkannt. Alt-J öffnet diese Liste auch später.
    }
notice-names-waiting = Namen, die nicht bekannt sind: { $about }. Alt-J trägt sie ein.
names-label-hint = Eine neutrale Bezeichnung, etwa «Kollege, andere Seite»: sie wird gespeichert und mit ausgegeben, also kein Name.
names-join = { $from } wird zu { $into }, für immer und in allem, was geschrieben ist: beide sind dann dasselbe.
notice-slots-joined = Vereint: { $about }.
names-mentions = { $count } × im Text
closing-title = Vor dem Abschluss
closing-nothing = Nichts ist offen.
closing-draft = nicht behaltener Entwurf
review-read-only = nur lesen
review-struck = { $note } { $time } auf Wunsch gestrichen
notice-recording = Aufnahme { $about } läuft ab hier.
notice-taken-back = Diese Schreibweise bleibt bis zum Verlassen stehen; Ctrl-U gleich danach hebt das auf.
notice-nothing-to-redo = Nichts wiederherzustellen.
notice-open-again = Der Punkt ist wieder offen; er steht beim Abschliessen in der Liste.
notice-left-open = Der Punkt bleibt wieder offen, mit seinem Grund.
doubts-title = Ungeklärte Wörter: Name oder nicht?
doubts-hint = Auf der Platte steht dafür [?]; was hier bis zum Verlassen nicht geklärt ist, bleibt so. Eine Taste klärt ein Wort überall, auch in behaltenen Notizen.
doubts-places = { $count } ×
doubts-nothing = Nichts ist ungeklärt.
closing-doubts = { $count ->
        [one] Ein Wort ist nicht geklärt und bleibt sonst für immer [?]
       *[other] { $count } Wörter sind nicht geklärt und bleiben sonst für immer [?]
    }
trouble-leave-unwritten = { $count ->
        [one] Ein Wort eines Entwurfs ist aus einer Strecke, von der nichts behalten wird. Wer nochmals verlässt, verliert es.
       *[other] { $count } Wörter eines Entwurfs sind aus einer Strecke, von der nichts behalten wird. Wer nochmals verlässt, verliert sie.
    }
trouble-leave-unsettled = { $count ->
        [one] Ein Wort ist nicht geklärt und bliebe für immer [?]. Wer nochmals verlässt, lässt es so.
       *[other] { $count } Wörter sind nicht geklärt und blieben für immer [?]. Wer nochmals verlässt, lässt sie so.
    }
notice-taken-back-everywhere = Kein Name: bleibt bis zum Verlassen in jeder Form stehen; Ctrl-U hebt das auf.
