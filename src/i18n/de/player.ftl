# Aus der Aufnahme schreiben.

player-title = Aus der Aufnahme
player-hint = Der Pfad der Tondatei, verdeckt: er bleibt im Speicher, wird nie geschrieben und nie gezeigt. Eine Datei ins Fenster zu ziehen geht auch.
player-recording = Aufnahme { $number } von { $count }
player-path = Datei:
player-not-installed = mpv ist nicht installiert; alles andere geht. Etwa: apt install mpv, dnf install mpv, brew install mpv.
player-not-started = Der Player liess sich nicht starten. Läuft mpv im Terminal?
player-not-found = An dem Socket hört kein Player zu. Läuft mpv mit --input-ipc-server?
player-no-file = Diese Datei lässt sich nicht lesen. Alt-Shift-R fragt noch einmal.
player-not-playable = In dieser Datei ist nichts, was der Player abspielen kann. Alt-Shift-R fragt noch einmal.
player-gone = Der Player ist weg. Die Notizen sind da; Alt-Shift-R beginnt noch einmal.
player-hung = Der Player antwortet nicht mehr. Die Notizen sind da; Alt-Shift-R beginnt noch einmal.
player-no-mpv = Was da antwortet, ist kein mpv.
player-refused = Der Player kann das gerade nicht.
player-unix-only = Auf diesem System lässt sich der Player nicht steuern; alles andere geht.
notice-not-listening = Es läuft keine Aufnahme mit: Alt-Shift-R.
notice-recording-assumed = Keine Aufnahme war markiert: angenommen ist, dass sie mit dem Gespräch begann (Alt-Shift-F korrigiert).
notice-not-in-recording = Diese Stelle liegt in keiner Aufnahme.
notice-other-recording = Diese Stelle liegt in Aufnahme { $about }.
notice-no-gap = Keine unverstandene Stelle ist offen.
