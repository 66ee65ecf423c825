# Écrire d’après l’enregistrement.

player-title = D’après l’enregistrement
player-hint = Le chemin du fichier son, caché : il reste en mémoire, n’est jamais écrit ni montré. On peut aussi glisser un fichier dans la fenêtre.
player-recording = Enregistrement { $number } sur { $count }
player-path = Fichier :
player-not-installed = mpv n’est pas installé ; tout le reste marche. Par exemple : apt install mpv, dnf install mpv, brew install mpv.
player-not-started = Le lecteur n’a pas démarré. mpv marche-t-il au terminal ?
player-not-found = Aucun lecteur n’écoute à ce socket. mpv tourne-t-il avec --input-ipc-server ?
player-no-file = Ce fichier ne peut être lu. Alt-Shift-R redemande.
player-not-playable = Ce fichier ne contient rien que le lecteur sache lire. Alt-Shift-R redemande.
player-gone = Le lecteur a disparu. Les notes sont là ; Alt-Shift-R recommence.
player-hung = Le lecteur ne répond plus. Les notes sont là ; Alt-Shift-R recommence.
player-no-mpv = Ce qui répond n’est pas mpv.
player-refused = Le lecteur ne le peut pas à présent.
player-unix-only = Sur ce système le lecteur ne peut être piloté ; tout le reste marche.
notice-not-listening = Aucun enregistrement n’est ouvert : Alt-Shift-R.
notice-recording-assumed = Aucun enregistrement n’était marqué : supposé commencé avec l’entretien (Alt-Shift-F corrige).
notice-not-in-recording = Cet endroit n’est dans aucun enregistrement.
notice-other-recording = Cet endroit est dans l’enregistrement { $about }.
notice-no-gap = Aucun passage non compris n’est ouvert.
