# Le rapport sur tous les entretiens sous forme de page.

overview-title = Rapport sur tous les entretiens : { $guide }
overview-numbers = Les chiffres
overview-curve = { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes différents
    } après { $interviews ->
        [one] { $interviews } entretien
       *[other] { $interviews } entretiens
    }
report-written = Écrit : { $path }
