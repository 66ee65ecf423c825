# What can be wrong with a guide. Signs stand in values, since these texts are held against the same typography.

fault-no-languages = keine Sprache angegeben
fault-duplicate-language = die Sprache { $language } steht zweimal
fault-unknown-language = die Sprache «{ $language }» kennt das Programm nicht; möglich sind { $known }
fault-no-blocks = der Leitfaden hat keinen Block
fault-no-topics = der Block hat kein Thema
fault-more-faults = es sind so viele Fehler, dass die übrigen nicht einzeln gezeigt werden
fault-no-minutes = keine Zeit eingeplant
fault-smallest-group-too-small = die kleinste Gruppe ist { $found }; unter { $least } würden einzelne Personen sichtbar
fault-consent-step-missing = der Schritt { $step } der Einwilligung fehlt; ohne ihn darf kein Gespräch beginnen
fault-consent-step-not-needed = der Schritt { $step } der Einwilligung muss { $field } haben; ohne ihn darf kein Gespräch beginnen
fault-duplicate-id = { $of } «{ $id }» steht zweimal
fault-misshapen-id = { $of } «{ $id }» hat eine falsche Form; richtig ist: { $shape }
fault-unknown-code = den Code «{ $code }» gibt es im Codebuch nicht
fault-nothing-below-code = unter dem Code «{ $code }» steht im Codebuch nichts
fault-favourite-not-offered = der Favorit «{ $code }» ist nicht unter den Codes seines Themas
fault-too-many-favourites = { $found } Favoriten in einem Block, Tasten gibt es für { $most }
fault-unknown-role = «{ $role }» ist kein Wert des Merkmals role
fault-unknown-survey-key = den Umfrageschlüssel «{ $key }» führt der Leitfaden nicht auf
fault-unknown-value = den Wert «{ $value }» hat das Merkmal nicht, oder auf dieser Stufe nicht mehr
fault-value-coarsened-twice = der Wert «{ $value }» wird auf einer Stufe zu zwei verschiedenen
fault-missing-language = der Text fehlt auf { $language }
fault-undeclared-language = der Text steht auf { $language }, der Leitfaden gibt diese Sprache nicht an
fault-empty-text = der Text ist leer
fault-too-many-probes = { $found } Nachfragen, Tasten gibt es für { $most }
fault-unequal-probes = auf { $language } { $found ->
        [one] ist es 1 Nachfrage
       *[other] sind es { $found } Nachfragen
    }, in der ersten Sprache { $expected }
fault-unknown-variable = für { $variable } hat das Programm nichts einzusetzen
fault-unclosed-brace = die Klammer { $sign } wird nicht geschlossen
fault-unopened-brace = die Klammer { $sign } wurde nicht geöffnet
fault-line-break = Zeilenumbruch in einem Text, der eine Zeile hat
fault-hidden-character = unsichtbares Zeichen { $character }
fault-unwritten = hier ist noch etwas zu schreiben
fault-title-too-wide = der Titel ist { $found } Zeichen breit, Platz ist für { $most }
fault-question-too-long = die Frage hat { $found } Zeichen; mehr als { $most } lassen sich nicht auf einen Blick erfassen
fault-yes-no-question = auf diese Frage genügt Ja oder Nein; offen fragen (wie, was, erzählen Sie)
fault-several-questions = { $found } Fragen in einer; eine nach der anderen stellen
fault-leading-word = das Wort legt die Antwort nahe
fault-too-many-questions = { $mode }: { $found } Pflichtfragen auf die Stunde gerechnet, Zeit ist für { $most }
fault-sharp-s = { $sign } wird als ss geschrieben
fault-straight-apostrophe = gerades Apostroph { $sign } statt ’
fault-straight-quote = gerades Anführungszeichen { $sign } statt «…» oder “…”
fault-three-dots = drei Punkte { $sign } statt …
fault-hyphen-as-dash = Bindestrich zwischen Leerzeichen statt –
fault-missing-no-break-space = geschütztes Leerzeichen fehlt bei { $sign }

id-block = der Block
id-topic = das Thema
id-topic-name = der Name des Themas
id-code = der Code
id-consent-step = der Schritt der Einwilligung
id-closing-check = die Abschlusskontrolle
id-keep-going = die Aufrechterhaltungsfrage
id-attribute = das Merkmal
id-value = der Wert
id-survey-key = der Umfrageschlüssel
id-check-before = der Eintrag der Liste vorher
id-check-after = der Eintrag der Liste nachher
id-postscript-field = das Feld des Postskriptums

shape-block = ein Kleinbuchstabe, dann Kleinbuchstaben und Ziffern, wie b1
shape-topic = die Kennung des Blocks, .t und eine Zahl ab 1, wie b1.t1
shape-topic-name = Kleinbuchstaben und _
shape-code = ein bis drei Wörter aus Kleinbuchstaben mit Punkten dazwischen, wie fac.sim.language
shape-consent-step = c1 bis c7
shape-survey-key = sv. und ein Wort aus Kleinbuchstaben und Ziffern, dazwischen auch -, _ oder .
shape-other = Kleinbuchstaben und Ziffern, dazwischen auch -, _ oder .

syntax-expected = hier wird { $what } erwartet
syntax-never-closed = das wird nie geschlossen
syntax-ended = hier endet die Datei, der Leitfaden aber nicht
syntax-trailing-text = hier müsste die Datei enden
syntax-unknown-field = das Feld «{ $found }» gibt es hier nicht; möglich sind { $expected }
syntax-missing-field = hier fehlt das Feld «{ $field }»
syntax-duplicate-field = das Feld «{ $field }» steht zweimal
syntax-unknown-word = das Wort «{ $found }» gibt es hier nicht; möglich sind { $expected }
syntax-wrong-value = hier steht eine andere Art von Wert
syntax-wrong-length = hier steht eine falsche Anzahl von Werten ({ $found })
syntax-number-out-of-range = die Zahl ist zu gross oder negativ
syntax-invalid-escape = auf einen Rückstrich kann dieses Zeichen nicht folgen; ein Rückstrich selbst wird { $sign } geschrieben
syntax-too-deep = die Klammern sind zu tief verschachtelt
syntax-other = nicht lesbar ({ $message })

expected-closing = { $sign } oder vor dem, was folgt, ein Komma
expected-comma = ein Komma vor dem, was folgt
expected-text = ein Text in Anführungszeichen
expected-text-or-each = ein Text oder ein Text für jede Sprache
expected-list-or-each = eine Liste von Texten oder eine solche für jede Sprache
expected-closing-quote = das Anführungszeichen, das diesen Text beendet,
expected-name = ein Name
expected-number = eine Zahl ab 0
expected-true-or-false = true oder false
expected-comment-end = { $sign }, das Ende dieses Kommentars,

guide-read = der Leitfaden { $path } kann nicht gelesen werden
guide-name = der Dateiname eines Leitfadens besteht aus 1 bis { $most } Buchstaben, Ziffern, _ und -
guide-too-large = der Leitfaden hat mehr als { $most } Bytes; er enthält nur Texte
guide-not-utf8 = der Leitfaden ist nicht in UTF-8 gespeichert
guide-version-missing = die Version fehlt; das erste Feld muss { $field } sein
guide-version-invalid = die Version ist ungültig; richtig ist { $field }
guide-version-newer = der Leitfaden hat die Version { $found }, dieses Programm liest bis { $known }
guide-faults = { $count ->
        [one] der Leitfaden { $guide } hat einen Fehler
       *[other] der Leitfaden { $guide } hat { $count } Fehler
    }
