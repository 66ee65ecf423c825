# Der Bericht über alle Gespräche als Seite.

overview-title = Bericht über alle Gespräche: { $guide }
overview-numbers = Die Zahlen
overview-curve = { $codes ->
        [one] 1 Code
       *[other] { $codes } verschiedene Codes
    } nach { $interviews ->
        [one] 1 Gespräch
       *[other] { $interviews } Gesprächen
    }
report-written = Geschrieben: { $path }
