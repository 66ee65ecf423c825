# Codieren.

coding-no-code = noch kein Code
coding-hint = Ziffer: Favorit · Buchstaben: im Codebuch suchen
coding-hint-letters = Buchstaben: im Codebuch suchen
coding-new = neuer Feldcode «{ $label }»
finding-hint = Wortanfänge, mit oder ohne Akzente; Enter geht hin
finding-found = { $count ->
        [one] 1 Stelle
       *[other] { $count } Stellen
    }
choose-list-keys = Esc oder F3 schliesst die Liste, F1 hilft.
notice-many-codes = { $about } hat mehr als 3 Codes: meist sind das zwei Notizen.
notice-field-code = Neuer Feldcode { $about }
note-reported = berichtet
pane-summary = in Kürze
codebook-unknown = Diesen Code gibt es nicht mehr: die Liste neu öffnen.
codebook-no-label = Ein Code braucht eine Bezeichnung: eine eintippen.
codebook-label-too-long = Eine Bezeichnung hat höchstens 60 Zeichen und 8 Wörter: kürzer fassen.
codebook-label-may-be-name = Ein Wort der Bezeichnung könnte ein Name sein: anders sagen; ist es keiner, es in config.ron unter allowed_words eintragen.
codebook-label-holds-name = In der Bezeichnung steht ein Name, und ein Platzhalter meint in jeder Sitzung jemand anderen: ohne ihn sagen, etwa «Kollegin, andere Seite».
codebook-into-itself = Ein Code kann nicht in sich selbst aufgehen: einen anderen wählen.
codebook-retired-by-guide = Der Leitfaden selbst hat diesen Code stillgelegt; nur eine neue Ausgabe bringt ihn zurück.
codebook-changed-since = Das Codebuch wurde seither anderswo geändert: Nichts wurde zurückgenommen.
sheet-coder = Codiert { $coder }: { $done } von { $count }
sheet-none-fits = kein Code passt
sheet-outdated = seit dem Codieren geändert
sheet-outdated-count = { $count } seit dem Codieren geändert
codebook-title = Codebuch
codebook-counted = × Notizen in { $session }
codebook-hint = Für die ganze Studie. Kennungen bleiben; was aufgeht oder stillgelegt wird, bleibt an den Notizen zählbar.
codebook-merging = «{ $code }» geht auf in …: wählen oder suchen, Enter.
codebook-renaming = Bezeichnung (leer: die des Leitfadens):
codebook-kept = Für die ganze Studie gespeichert, zu: { $code }.
codebook-taken-back = Änderung für die ganze Studie zurückgenommen: { $code }.
codebook-finding = Code suchen:
codebook-adding = Neuer Feldcode unter «{ $code }»:
codebook-retired = stillgelegt
across-agreement = Zwei Codierende
across-no-agreement = Noch hat niemand zweites codiert: beim Lesen einer Sitzung 2 drücken.
across-alike = { $alike } von { $notes } Notizen gleich
across-no-alpha = kein Koeffizient unter { $count } Notizen
across-filter-hint = Fall, Land des Falls, Merkmal, Herkunft, Code
across-country = Land des Falls
across-by = ⊞ nach: { $attribute }
across-origin = Herkunft
across-gathering = Alle Sitzungen werden gelesen …
across-no-session = Noch keine Sitzung kann gelesen werden.
across-unasked = { $count } spontan
across-shades = ░ 1 Notiz · ▒ 2 oder 3 · ▓ 4 bis 6 · █ 7 oder mehr
across-signs = ┌ erste Sitzung eines Falls · … noch nicht bestätigt · ~ vielleicht anders gefragt · ≠ anders gefragt · N in Sitzungen/Fällen, × verweigert
