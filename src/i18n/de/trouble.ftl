# What goes wrong with disk, study and guide, and what was recovered.

trouble-paste-cut = Das Eingefügte war zu lang und wurde gekürzt (1 MiB).
trouble-no-shell = Anhalten geht hier nicht: keine Shell könnte das Programm wieder wecken.
trouble-conflict = Jemand anderes hat die Datei der Sitzung geändert; sie bleibt, und dieses Protokoll liegt in { $file }.
trouble-remaining = Kann das Gestrichene noch enthalten, bitte selbst prüfen: { $files }
trouble-removed = Gelöscht, weil das Gestrichene darin stehen konnte: { $files }
trouble-disk-full = kein Platz auf der Platte; Platz schaffen, dann eine Taste
trouble-disk-read-only = Ordner nur lesbar; Schreibrecht geben, dann eine Taste
trouble-disk-denied = keine Erlaubnis für den Ordner sessions; Rechte prüfen
trouble-disk-gone = Datei oder Ordner ist verschwunden; Datenträger prüfen
trouble-disk-other = der Datenträger meldet einen Fehler; Anschluss und Zustand prüfen
trouble-guide = der Leitfaden { $guide } ist nicht brauchbar; «leitfaden guide check» zeigt, wo
trouble-no-guide = der Leitfaden { $guide } fehlt; seine Datei in den Ordner guides legen
trouble-thread = das System gibt keinen weiteren Thread her; andere Programme schliessen
recovered-events = { $count ->
        [one] Das Programm endete nicht ordentlich; ein Schritt ist aus dem Journal wieder da.
       *[other] Das Programm endete nicht ordentlich; { $count } Schritte sind aus dem Journal wieder da.
    }
recovered-torn = Der letzte, nie bestätigte Schritt war unvollständig und fällt weg.
recovered-damage = Das Journal ist ab Zeile { $line } beschädigt; es wird aufbewahrt.
recovered-rescued = { $count ->
        [one] Dahinter steht ein Text, der sich retten lässt:
       *[other] Dahinter stehen { $count } Texte, die sich retten lassen:
    }
recovered-more = { $count ->
        [one] und ein weiterer
       *[other] und { $count } weitere
    }
recovered-kept = Zur Rettung aufbewahrt, und beim nächsten Streichen gelöscht: { $files }
recovered-strike = Ein Streichen war unterbrochen; es wird jetzt beendet.
trouble-as-prepared = Die Sitzung gibt es schon; Leitfaden und Form bleiben, wie sie vorbereitet ist.
trouble-not-kept = Das Eingetragene ist nicht behalten; dieselbe Taste nochmals verwirft es.
