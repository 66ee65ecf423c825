# What can go wrong with files, and what to do about it.

error-no-study = { $path } ist keine Studie
error-no-study-hint = Eine Studie ist ein Ordner mit den Ordnern guides und sessions; ein anderer wird mit --study DIR genannt
error-no-data-folder = der Ordner für die eigene Studie ist nicht bekannt
error-no-data-folder-hint = Einen Ordner nennen: --study DIR, oder LEITFADEN_STUDY setzen
error-current-folder = der aktuelle Ordner kann nicht bestimmt werden
error-no-session = die Sitzung { $session } gibt es in dieser Studie nicht
error-no-session-hint = Alle Sitzungen zeigt: leitfaden list
error-session-exists = die Sitzung { $session } gibt es in dieser Studie schon
error-unreadable = { $path } kann nicht gelesen werden
error-unreadable-hint = Die Datei an dieser Stelle berichtigen, oder eine Kopie an ihre Stelle legen; sie bleibt, wie sie ist
error-other-session = { $path } enthält die Sitzung { $session }
error-other-session-hint = Der Datei den Namen der Sitzung geben, die in ihr steht
error-no-snapshot = { $path } setzt eine Datei fort, die fehlt
error-no-snapshot-hint = Die Datei der Sitzung wieder danebenlegen
error-changed = { $path } wurde von einem anderen Programm geändert
error-locked = die Sitzung { $session } ist in einem anderen Programm offen
error-locked-hint = Dort weiterarbeiten oder das andere Programm verlassen
error-changed-since-read = die Dateien der Sitzung { $session } haben sich geändert, seit sie gelesen wurden
error-changed-since-read-hint = Den Befehl noch einmal geben
error-not-ignored = { $path } liegt in einem Git-Arbeitsverzeichnis, das die Datei nicht ausschliesst
error-not-ignored-hint = Daneben eine Datei .gitignore mit der Zeile * anlegen, die Datei mit git rm --cached herausnehmen, oder eine Studie an einem anderen Ort nehmen (--study)
error-invented = die Sitzung { $session } ist erfunden und kann nur gelesen werden
error-real = die Sitzung { $session } ist echt und wird nur gesichert gespeichert
error-invented-hint = In einer Kopie ausprobieren: leitfaden demo
error-for-review = die Sitzung { $session } stammt aus einem Archiv und kann nur gelesen werden
error-for-review-hint = Weiterarbeiten in der Studie, aus der sie ins Archiv kam
error-encode = die Sitzung enthält einen Wert, den keine Datei festhalten kann

disk-read = { $path } kann nicht gelesen werden
disk-create = { $path } kann nicht angelegt werden
disk-write = { $path } kann nicht geschrieben werden
disk-sync = { $path } kann nicht dauerhaft gespeichert werden
disk-replace = { $path } kann nicht ersetzt werden
disk-remove = { $path } kann nicht entfernt werden
disk-lock = { $path } kann nicht gesperrt werden

trouble-full = auf dem Datenträger ist kein Platz mehr
trouble-read-only = der Datenträger kann nur gelesen werden
trouble-denied = die Rechte reichen nicht aus
trouble-gone = die Datei oder ihr Ordner ist nicht mehr da
trouble-too-large = die Datei ist zu gross

file-exists = { $path } gibt es schon
file-exists-hint = Einen anderen Namen wählen oder die Datei mit --force ersetzen
file-place = Zeile { $line }, Spalte { $column }: { $fault }
file-not-utf8 = nicht in UTF-8 gespeichert
file-version-missing = die Version fehlt; das erste Feld muss { $field } sein
file-version-newer = die Datei hat die Version { $found }, dieses Programm liest bis { $known }
file-twice = zwei Einträge mit der Nummer { $number } in { $list }
file-ended = die Datei endet zu früh
file-trailing-text = die Datei geht weiter, wo sie enden sollte
file-unknown-field = unbekanntes Feld
file-missing-field = das Feld { $field } fehlt
file-duplicate-field = das Feld { $field } steht zweimal
file-unknown-word = unbekanntes Wort; möglich sind { $words }
file-wrong-value = ein Wert, der nicht hierher gehört
file-rule = verletzte Regel ({ $rule })
file-punctuation = eine Klammer, ein Komma, ein Doppelpunkt oder ein Anführungszeichen fehlt oder ist zu viel

journal-version = das Journal hat die Version { $found }; dieses Programm kennt sie nicht
journal-session = das Journal gehört zur Sitzung { $session }
journal-unknown = in Zeile { $line } des Journals steht ein Ereignis, das dieses Programm nicht kennt
journal-hint = Die Sitzung mit dem Programm öffnen, das sie geschrieben hat
error-study-for-review = { $path } kommt aus einem Archiv und nimmt keine eigenen Sitzungen auf
error-study-for-review-hint = Nehmen Sie die Studie, in der Sie Interviews führen: --study
