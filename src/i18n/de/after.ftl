# Words for the end of an interview and the hours after it.

closing-hint = Das ist noch offen. Eine Taste je Punkt: eine Ziffer erledigt ihn, ein Buchstabe lässt ihn mit Grund offen, Enter geht hin. Der Grund steht im Log.
closing-still-open = { $count ->
        [one] Ein Punkt ist noch offen: erledigen oder mit Grund offen lassen.
       *[other] { $count } Punkte sind noch offen: erledigen oder mit Grund offen lassen.
    }
closing-never-waved = Das darf nicht offen bleiben: eine Ziffer erledigt es.
closing-done = erledigt
closing-understood = geklärt
closing-end-off-record = hier zu Ende
closing-keep-draft = als Notiz behalten
closing-gap = nicht verstanden
closing-off-record = noch vertraulich seit
closing-consent = noch nicht gefragt
closing-approval = Das Protokoll will die Gesprächsperson vorher sehen (c6); es ist nicht verschickt.
closing-country = Interviewende und Gesprächsperson sind nicht aus demselben Land.
closing-phone-reason = Warum am Telefon? Kein Grund ist notiert.
key-wave-no-time = keine Zeit
key-wave-not-needed = hier nicht nötig
key-wave-later = folgt später
key-wave-other = siehe Postskript
key-edit-note = Notiz ändern
key-origin = Herkunft
notice-draft-before-change = Erst behalten oder zurückstellen, was hier geschrieben wird.
notice-changing = { $about } wird geändert: Enter setzt das Geschriebene an ihre Stelle.
note-changing = ändert { $note }
age-within-day = 24 h
age-later = später
