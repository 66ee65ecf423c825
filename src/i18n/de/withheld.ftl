# Was nicht behalten wird: ausser Protokoll, gestrichen, zurückgezogen.

key-off-record = ausser Protokoll
key-strike-minutes = letzte Minuten streichen
key-strike-words = nach Wörtern streichen
key-strike-found = streichen
header-off-record = ausser Protokoll
banner-off-record = Ausser Protokoll seit { $time }: Nichts, was Sie tippen, wird behalten. F12 nimmt wieder auf.
notice-off-record = Ausser Protokoll: nicht behalten. F12 nimmt wieder auf.
notice-withheld = Von { $about } wird nichts behalten: ausser Protokoll oder gestrichen. Woanders in der Aufnahme weiterschreiben.
notice-withheld-draft = Von { $about } wird nichts behalten; es bleibt Entwurf. Leeren, und neu schreiben, was ausserhalb gesagt wurde.
notice-on-record = Wieder im Protokoll.
notice-not-begun = Das Gespräch hat noch nicht begonnen.
notice-struck-many = Gestrichen: { $about }. Eigene Sicherungen und Ausgaben bleiben, wie sie sind.
notice-rescued = Gerettet: { $about }.
choose-strike-minutes = Wie viele der letzten Minuten streichen?
choose-strike-span = Alles von { $from } bis { $to } für immer streichen?
choose-minutes = { $minutes } min: { $count ->
        [one] ein Text
       *[other] { $count } Texte
    }
strike-words-title = Nach Wörtern streichen
strike-words-hint = Gestrichen wird jeder Text, in dem diese Wörter stehen, auch in anderen Fassungen der Sitzung. Die Wörter selbst werden nirgends gespeichert.
strike-words-field = Wörter
strike-words-found = { $count ->
        [0] Kein Text enthält sie.
        [one] Ein Text enthält sie; Enter fragt nach.
       *[other] { $count } Texte enthalten sie; Enter fragt nach.
    }
strike-words-ask = { $count ->
        [one] Diesen Text für immer streichen? Enter streicht, jede andere Taste nicht.
       *[other] Diese { $count } Texte für immer streichen? Enter streicht, jede andere Taste nicht.
    }
strike-words-past = Kein Text enthält sie, aber Rückgängig könnte sie zurückholen; Enter fragt nach.
strike-words-ask-past = Für immer streichen, was Rückgängig zurückholen könnte? Enter streicht, jede andere Taste nicht.

strike-which-words = Welche Wörter? Jeder Text, in dem sie stehen, wird gestrichen:
strike-no-words = die Eingabe enthält keine Wörter
strike-ask = { $count ->
        [0] Den Abschnitt als gestrichen vermerken?
        [one] Diesen Text für immer streichen?
       *[other] Diese { $count } Texte für immer streichen?
    }
strike-ask-past = Dort für immer streichen?
strike-past = In keinem Text stehen die Wörter, aber Rückgängig könnte sie zurückholen.
strike-beside = Die Wörter stehen auch in { $path }.
strike-goes-too = { $path }, zur Rettung aufbewahrt, wird mit gelöscht, weil das Gestrichene darin stehen könnte.
strike-done = { $count ->
        [0] Gestrichen.
        [one] Ein Text gestrichen.
       *[other] { $count } Texte gestrichen.
    }
strike-removed = { $path } ist gelöscht, weil das Gestrichene darin stehen konnte
strike-remaining = { $path } kann das Gestrichene noch enthalten; bitte selbst prüfen
strike-no-note = die Sitzung { $session } hat keine Notiz { $note }
strike-already = die Notiz { $note } der Sitzung { $session } ist schon gestrichen
strike-no-note-hint = Die Nummern zeigt: leitfaden show { $session }
strike-nothing-found = in keinem Text der Sitzung { $session } stehen diese Wörter
strike-nothing-found-hint = Namen sind schon durch Platzhalter ersetzt; nach Wörtern daneben suchen
strike-backwards = die Zeit bei --to liegt vor der bei --from; nichts ist gestrichen
strike-backwards-hint = Zuerst den Anfang, dann das Ende angeben: --from 00:31:07 --to 00:33:00
strike-before-beginning = die ganze Spanne liegt vor dem Gesprächsbeginn; nichts ist gestrichen
strike-beyond = die ganze Spanne liegt hinter dem Ende um { $end }; nichts ist gestrichen
strike-not-begun = das Gespräch { $session } hat noch nicht begonnen; es gibt keine Spanne zu streichen
strike-not-begun-hint = Texte nach Wörtern streichen: --text -
strike-no-recording-hint = Die Zeit seit Gesprächsbeginn angeben: --from 00:31:07 --to 00:33:00
ask-yes-no = [j/N]
ask-nothing-done = Nichts geändert.
ask-unasked = ohne Bestätigung wird nichts für immer entfernt
ask-unasked-hint = In einem Skript bestätigt: --yes
outside-hint = Ausserhalb liegen und bleiben, wie sie sind: eigene Sicherungen, der Verlauf von Abgleichdiensten, gelöschte Blöcke auf dem Datenträger, die Aufnahme, Ausgaben und Pakete.
outside-export = Ausgabe vom { $at }: { $level }, { $format }, SHA-256 { $digest }
outside-package = Paket vom { $at } im Archiv «{ $target }»: { $package }, SHA-512 { $digest }
outside-package-unnamed = Paket vom { $at } in einem Archiv, dessen Adresse nicht vermerkt wurde: { $package }, SHA-512 { $digest }
outside-still = Das enthält es weiterhin:
outside-further = { $count ->
    [one] … und noch eines
   *[other] … und { $count } weitere
}

cutlist-no-recording = Die Sitzung { $session } hat keine Aufnahme; die Liste ist leer
cutlist-written = Schnittliste geschrieben: { $path }
cutlist-several = die Sitzung hat Schnitte in mehreren Aufnahmen, und eine Datei mit Marken gehört zu einer
cutlist-several-hint = Die Aufnahme nennen: --recording 1

withdraw-head = { $session } zurückziehen heisst: alles löschen, was in dieser Studie davon liegt. Vermerkt bleibt nur, dass es die Sitzung gab und wann sie zurückgezogen wurde.
withdraw-left = Bleibt, weil es die Studie verlassen hat:
withdraw-file = Wird gelöscht: { $path }
withdraw-index = Wird gelöscht und aus den anderen Sitzungen neu gemacht: { $path }
withdraw-case = Wird gelöscht: der Eintrag des Falls { $case } in cases.ron, weil keine andere Sitzung zu ihm gehört
withdraw-unread = Nicht lesbar: { $path }. Welche Ausgaben und Pakete daraus entstanden sind, ist darum nicht bekannt.
withdraw-recordings = { $count ->
        [one] Bleibt: eine Tonaufnahme. Wo sie liegt, weiss das Programm nicht; bitte selbst löschen.
       *[other] Bleiben: { $count } Tonaufnahmen. Wo sie liegen, weiss das Programm nicht; bitte selbst löschen.
    }
withdraw-recordings-deleted = { $count ->
        [one] Die Tonaufnahme ist laut Sitzung schon gelöscht.
       *[other] Die { $count } Tonaufnahmen sind laut Sitzung schon gelöscht.
    }
withdraw-package-hint = So wird das Paket aus dem Archiv zurückgezogen: leitfaden archive withdraw { $target } { $package }
withdraw-package-target = ZIEL
withdraw-package-ask = Auch aus dem Archiv «{ $target }» zurückziehen, was dort von { $session } liegt?
withdraw-outside = Was das Programm nicht erreicht, bleibt, wie es ist: eigene Sicherungen, der Verlauf von Abgleichdiensten, gelöschte Blöcke auf dem Datenträger, Ausgaben, Pakete in Archiven, die nicht zur Hand sind, Datensätze daraus, und was andere davon haben.
withdraw-before = { $session } wurde am { $day } zurückgezogen.
withdraw-ask = Die Sitzung { $session } für immer löschen?
withdraw-done = { $session } ist zurückgezogen. Vermerkt bleibt nur, dass es die Sitzung gab und wann sie zurückgezogen wurde.
withdraw-partly = { $session } ist nicht ganz gelöscht
withdraw-partly-hint = Die Ursache beheben und den Befehl noch einmal geben
list-withdrawn = { $count ->
        [one] Eine Sitzung ist zurückgezogen: { $sessions }
       *[other] { $count } Sitzungen sind zurückgezogen: { $sessions }
    }
notice-struck-outside = Gestrichen. Was vorher ausgegeben oder archiviert wurde, enthält es noch: { $about }.
stretch-off-record = ausser Protokoll
stretch-struck = gestrichen
protocol-withheld = Ausser Protokoll und gestrichen
