# The form of a case.

case-title = Fall { $case }
case-label = Bezeichnung
case-label-hint = Ein neutrales Wort für die Leute der Studie, nie der Name der Kooperation.
case-countries = Länder
case-countries-hint = Je zwei Buchstaben, etwa CH DE FR.
case-countries-unclear = Nicht gespeichert: Länder als zwei Buchstaben je Land angeben, etwa CH DE FR.
case-border = Grenze
border-bi = binational
border-tri = trinational
case-region = Region
case-branch = Branche
case-stage = Lebenszyklus
stage-emergence = Entstehung
stage-growth = Wachstum
stage-maturity = Reife
stage-decline = Rückgang
case-eligibility = Gehört zur Auswahl
case-eligibility-hint = Verbindung über mindestens eine Landesgrenze, im Alltag geregelt oder lose gepflegt.
eligibility-yes = ja
eligibility-no = nein
case-agreed = Vereinbarter Typ
type-institutional = institutionalisiert
type-operational = operationalisiert
type-informal = informell
trouble-case-invented = Erfundene Fälle sind nur zum Lesen; «leitfaden demo» öffnet eine Kopie zum Ausprobieren.
