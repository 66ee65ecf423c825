# Was über einem Teil der Hilfe steht, und was zu einem falschen Aufruf gesagt wird.

usage-heading = Aufruf
usage-command-word = BEFEHL
usage-options-word = OPTIONEN

usage-unknown-option = diese Option gibt es hier nicht
usage-unexpected = hier steht ein Argument zu viel
usage-unknown-command = diesen Befehl gibt es nicht
usage-meant = Vielleicht ist gemeint: { $names }
usage-conflict = { $option } geht nicht zusammen mit { $others }
usage-conflict-some = { $option } geht nicht zusammen mit dem anderen, was dort steht
usage-twice = { $option } steht mehr als einmal da
usage-missing = es fehlt: { $names }
usage-needs-command = nach { $command } fehlt ein Befehl
usage-needs-value = zu { $option } fehlt der Wert
usage-wrong-value = der Wert zu { $option } passt nicht
usage-possible = möglich sind: { $values }
usage-too-many-values = zu { $option } steht ein Wert zu viel
usage-wrong-number = zu { $option } stehen zu viele oder zu wenige Werte
usage-needs-equals = zwischen { $option } und dem Wert fehlt ein =
usage-not-utf8 = ein Argument ist kein lesbarer Text (UTF-8)
usage-wrong = der Aufruf ist nicht zu verstehen
usage-hint = Was es gibt, zeigt: { $command }

value-case = ein Fall heisst nach einem Grossbuchstaben und bis zu sieben Grossbuchstaben oder Ziffern, etwa A oder K2
value-session = eine Sitzung heisst nach ihrem Fall, einem Bindestrich und einer Nummer von 1 bis 999, etwa A-1
value-note = eine Notiz heisst nach Mitschrift und Nummer, etwa 1.17
value-day = ein Tag wird geschrieben wie 2026-06-01
value-moment = eine Zeit wird geschrieben wie 00:31:07 oder, in der Aufnahme, wie #00:31:07-0#
value-pair = es braucht zwei Platzhalter mit = dazwischen, etwa «Person 4=Person 1»
value-attribute = Merkmal und Wert werden mit = geschrieben, etwa role=management
value-step = die Schritte der Einwilligung heissen c1 bis c7
value-hit = ein Fund heisst nach seinem Text und seiner Nummer, etwa 1.17:2
value-words-to-strike = Wörter zum Streichen stehen nie im Aufruf: «-» angeben und sie in die Standardeingabe schreiben
value-input-is-text = die Standardeingabe ist schon der Text; die Liste braucht eine Datei
value-output-is-text = in die Standardausgabe geht schon der Text; der Bericht braucht eine Datei
value-no-stream = «-» steht für Standardein- oder -ausgabe, hier braucht es eine Datei oder einen Ordner (wer sie so genannt hat: ./-)
value-consent = ohne c1 und c2 kann kein Gespräch beginnen
value-reason = --reason sagt, warum ein Gespräch am Telefon geführt wird; dazu gehört --mode phone
value-accept = --accept gilt einer Sitzung; nur diese nennen
