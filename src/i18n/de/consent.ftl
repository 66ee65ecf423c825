# Die Schritte der Einwilligung.

consent-title = Einwilligung: sagen, fragen, Antwort mit einer Taste
consent-edition = Text { $edition }
consent-hint = Die Antwort gilt: { $manner } (4 ändert das). Ohne die Schritte mit * beginnt kein Gespräch.
consent-refused = Nicht beginnen. F8 verwirft die Sitzung, F3 lässt sie vorbereitet.
consent-confirm = Enter tut es, jede andere Taste nicht.
consent-discard = Die Sitzung verwerfen? Ihre Dateien gehen, nichts bleibt ausser der Sperrdatei.
consent-on-tape = Wenn die Aufnahme läuft (F9), noch einmal für die Aufnahme: «{ $text }»
consent-no-date = Bis wann gelöscht wird, ist nicht gesetzt: Alt-Shift-F.
consent-if-no = Bei Nein: { $text }
consent-withdraw = { $step } zurücknehmen? Das folgt daraus:
effect-takes-part = Das Gespräch ist zu Ende: es wird nichts mehr notiert, und nichts davon wird für das Archiv freigegeben. Was notiert ist, bleibt auf diesem Rechner; gelöscht wird es mit: leitfaden withdraw { $session }
effect-recorder = Die Aufnahme anhalten: Aufnahme { $about } endet hier.
effect-takes-part-before = Das Gespräch beginnt nicht. Die Sitzung kann verworfen werden (F8).
effect-recording = Aufnahmegerät anhalten und die Aufnahme löschen. Notizen zeigen die Zeit des Gesprächs in der Stelle von Zeitmarken, auch in Ausgaben; aus der Aufnahme wird nicht mehr ergänzt.
effect-archive = Die Sitzung wird nicht mehr für das Archiv freigegeben; das lässt sich nicht überspringen.
effect-quotes = Kein Zitat geht mehr im Wortlaut hinaus: es steht als Paraphrase da, wenn eine daneben geschrieben ist (Alt-Shift-B), sonst fehlt es. Die Rückbestätigungsfassung, für die befragte Person selbst, behält ihre Worte.
effect-review = Die Freigabe wartet nicht mehr darauf, dass das Protokoll gelesen wurde.
effect-partners = Die Auswertungsfassung für die Partner lässt die Sitzung weg.
effect-is-out = { $count ->
        [one] Eine Ausgabe oder ein Paket ist schon draussen und wird davon nicht anders.
       *[other] { $count } Ausgaben und Pakete sind schon draussen und werden davon nicht anders.
    }
manner-oral = mündlich
manner-on-tape = auf der Aufnahme
manner-written = schriftlich vorher
manner-email = per E-Mail vorher
trouble-not-begun = Nicht begonnen: ohne c1 und c2 bleibt die Sitzung vorbereitet.
trouble-has-begun = Die Sitzung hat begonnen und wird nicht verworfen.
trouble-has-others = Von dieser Sitzung gibt es Dateien einer anderen Person, die mitschreibt oder codiert; sie wird nicht verworfen.
