# What the commands say.

output-failed = die Ausgabe kann nicht geschrieben werden
input-failed = die Eingabe kann nicht gelesen werden

screen-no-terminal = das Programm braucht einen Bildschirm; Eingabe und Ausgabe müssen ein Terminal sein
screen-no-terminal-hint = In einem Terminal starten, ohne Umleitung; zum Ausgeben gibt es: leitfaden show
screen-terminal = das Terminal lässt sich nicht einrichten
screen-draw = der Bildschirm lässt sich nicht zeichnen
screen-unsaved = nicht alles konnte gespeichert werden
screen-unsaved-hint = Was gespeichert ist, ist sicher; beim nächsten Öffnen der Sitzung wird gesagt, was da ist

list-session = Sitzung
list-progress = Stand
list-notes = Notizen
list-covered = Pflichtthemen
list-guide = Leitfaden
list-mode = Art
list-invented = erfunden
list-unfolded = nicht zu Ende geschrieben
list-other-taker = nur Mitschrift { $taker } ist hier
list-empty = In dieser Studie gibt es noch keine Sitzung
list-empty-hint = Eine beginnen: leitfaden interview A-1, oder das Programm ausprobieren: leitfaden demo
list-unread = { $count ->
        [one] eine Sitzung kann nicht gelesen werden
       *[other] { $count } Sitzungen können nicht gelesen werden
    }

agreement-unread = { $count ->
        [one] die Datei einer Person, die codiert, kann nicht gelesen werden
       *[other] { $count } Dateien von Codierenden können nicht gelesen werden
    }

show-needs-level = die Fassung muss genannt werden, wenn die Ausgabe nicht auf den Bildschirm geht
show-needs-level-hint = Eine wählen: --level { $levels }
show-no-guide = Der Leitfaden { $guide } ist nicht zu lesen; die Titel der Blöcke und die Merkmale fehlen in der Ausgabe

note-kept-findings = { $count ->
        [one] Eine Stelle im Text wurde durch einen Platzhalter ersetzt
       *[other] { $count } Stellen im Text wurden durch Platzhalter ersetzt
    }
note-unnamed = { $count ->
        [one] Ein Platzhalter dieser Sitzung ist ohne Namen; nach ihm wurde im Text nicht gesucht
       *[other] { $count } Platzhalter dieser Sitzung sind ohne Namen; nach ihnen wurde im Text nicht gesucht
    }
note-unnamed-hint = Die Namen in eine Datei schreiben und mit --protect-file angeben
note-unlisted = Ohne Liste geschützter Wörter findet die Suche nicht jeden Namen
note-empty = die Eingabe enthält keinen Text
note-too-long = der Text ist länger als { $most } Bytes
note-not-utf8 = der Text ist nicht in UTF-8: Zeile { $line }, Spalte { $column }
note-unknown-topic = das Thema { $topic } gibt es im Leitfaden { $guide } nicht
note-unknown-topic-hint = Möglich sind { $topics }
note-no-recording = die Sitzung { $session } hat keine Aufnahme, in der eine Zeitmarke liegen könnte
note-no-recording-hint = Die Zeit seit Gesprächsbeginn angeben: --at 00:31:07
note-no-such-recording = die Sitzung { $session } hat keine Aufnahme { $number }
note-no-such-recording-hint = Es gibt diese Aufnahmen: { $known }. Eine Zeitmarke der zweiten beginnt mit «2:», eine der ersten mit «#»: #00:31:07-0#
note-withheld = von { $from } bis { $to } wird in der Sitzung { $session } nichts festgehalten: das war ausser Protokoll oder ist gestrichen
note-withheld-hint = Einen Moment angeben, der nicht ausser Protokoll war, oder keinen für eine Notiz aus dem Gedächtnis.
note-beyond = dieser Moment liegt hinter dem Ende um { $end }
note-beyond-hint = Einen Moment davor angeben, oder keinen für eine Notiz aus dem Gedächtnis.
note-conflict = Die Datei des Protokolls wurde inzwischen von einem anderen Programm geändert und bleibt; unser Stand liegt in { $path }
note-unfinished = Die Notiz { $note } ist gespeichert; was danach zu tun war, misslang und wird nachgeholt, sobald die Sitzung wieder geöffnet wird:
note-remaining = In { $path } kann noch stehen, was hier ersetzt wurde

protect-unreadable = die Liste geschützter Wörter { $path } kann nicht gelesen werden
protect-too-large = die Liste geschützter Wörter ist länger als { $most } Bytes
protect-not-utf8 = die Liste geschützter Wörter ist nicht in UTF-8: Zeile { $line }, Spalte { $column }

anonymise-not-utf8 = Zeile { $line } des Textes ist nicht UTF-8
anonymise-not-utf8-hint = Den Text zuerst umwandeln, zum Beispiel mit: iconv -t UTF-8
anonymise-too-long = der Datensatz in Zeile { $line } ist länger als { $most } Bytes
anonymise-no-record = Zeile { $line } ist kein Datensatz
anonymise-no-record-hint = Ein Datensatz ist ein JSON-Objekt auf einer Zeile mit id (Wort oder Zahl), text und bei Bedarf lang (de, fr oder en)
anonymise-not-an-object = kein JSON-Objekt, Spalte { $column }
anonymise-wrong-field = das Feld { $field } hat einen Wert, den es nicht haben kann
anonymise-field-twice = ein Feld steht zweimal da

demo-made = Erfundene Studie zum Ausprobieren: { $path }
demo-made-hint = Öffnen mit: leitfaden --study { $path }
demo-not-empty = der Ordner { $path } ist nicht leer
demo-not-empty-hint = Einen neuen Ordner nennen: leitfaden demo -o DIR
demo-guide = der Leitfaden der erfundenen Studie kann nicht verwendet werden
demo-temporary = ein vorläufiger Ordner kann nicht angelegt werden
demo-remains = der Ordner { $path } konnte nicht entfernt werden

guide-unknown = den Leitfaden { $guide } gibt es in dieser Studie nicht
guide-unknown-hint = Vorhanden sind { $guides }
guide-none = in dieser Studie gibt es keinen Leitfaden
guide-unread = { $count ->
        [one] 1 Leitfaden kann nicht gelesen werden
       *[other] { $count } Leitfäden können nicht gelesen werden
    }
guide-id = Leitfaden
guide-edition = Ausgabe
guide-topics = Themen
guide-minutes = Minuten
guide-title = Titel
guide-level-error = Fehler
guide-level-warning = Warnung
guide-checked-more = Hier wird aufgehört; es können noch mehr Fehler sein.
guide-checked-later = Was sonst noch nicht stimmt, wird geprüft, sobald das behoben ist.
guide-valid = { $guide } ist in Ordnung
guide-check-hint = Alles, was nicht stimmt, zeigt: leitfaden guide check { $path }
guide-label-goal = Ziel
guide-label-hint = Hinweis
guide-label-keywords = Stichworte
guide-label-needed = nötig
guide-label-must = Pflicht
guide-label-should = wenn Zeit ist
guide-label-on-site = vor Ort
guide-label-phone = am Telefon
guide-label-minutes = Min.

man-written = { $count ->
        [one] Eine Handbuchseite in { $path } geschrieben
       *[other] { $count } Handbuchseiten in { $path } geschrieben
    }
note-masked = { $count ->
        [one] Ein Wort könnte ein Name sein; in der Notiz steht dafür [?]
       *[other] { $count } Wörter könnten Namen sein; in der Notiz steht dafür [?]
    }
