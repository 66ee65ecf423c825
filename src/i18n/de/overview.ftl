# Der Bericht über alle Gespräche als Seite.

overview-title = Bericht über alle Gespräche: { $guide }
overview-numbers = Die Zahlen
overview-curve = { $codes } verschiedene Codes nach { $interviews } Gesprächen
report-written = Geschrieben: { $path }
