# Deux prises de notes d’un entretien.

header-taker = prise de notes { $taker }
merge-notes = { $count ->
        [0] Aucune note nouvelle
        [one] Une note ajoutée
       *[other] { $count } notes ajoutées
    }
merge-folded = Le travail y avait été interrompu ; tout est conservé, mais ne peut plus être annulé
merge-later = L’autre horloge a commencé { $count } s plus tard ; ses temps sont alignés
merge-earlier = L’autre horloge a commencé { $count } s plus tôt ; ses temps sont alignés
merge-same-slots = { $count ->
        [one] Un substitut désigne la même chose dans les deux
       *[other] { $count } substituts désignent la même chose dans les deux
    }
merge-new-slots = { $count ->
        [one] Un substitut a un nouveau numéro
       *[other] { $count } substituts ont de nouveaux numéros
    }
merge-replaced = { $count ->
        [0] Aucun nom de la liste ne figure dans l’un des deux protocoles
        [one] Un nom de la liste est remplacé à un endroit
       *[other] Des noms de la liste sont remplacés à { $count } endroits
    }
merge-struck = { $count ->
        [one] Un texte sera retiré, car il l’était dans l’un des deux, ou hors procès-verbal :
       *[other] { $count } textes seront retirés, car ils l’étaient dans l’un des deux, ou hors procès-verbal :
    }
merge-ask = { $count ->
        [one] Réunir, et retirer pour toujours ce texte des deux prises de notes ?
       *[other] Réunir, et retirer pour toujours ces { $count } textes des deux prises de notes ?
    }
merge-done = Fusionné dans { $session } ; notes : { $count }
merge-dry-run = Montré seulement ; rien n’a changé.
merge-apart = { $slot } de l’autre prise de notes ({ $notes }) est peut-être : { $maybe }
merge-apart-hint = Si c’est le même : de nouveau avec --join L’UN=L’AUTRE (entre guillemets), ou dans la liste des noms (Alt-J)
merge-which = { $slot } de l’autre prise de notes ({ $notes }) : le même que { $maybe } ? Son numéro, ou Entrée pour aucun :
merge-no-note = dans aucune note
merge-join-unknown = { $slot } n’existe pas dans la séance réunie
merge-join-unknown-hint = --dry-run montre comment s’appellent les substituts
merge-join-unlike = { $one } et { $other } ne peuvent être le même
merge-disputed = { $topic } : { $states }. Tant que leitfaden interview { $session } ne tranche pas (F5, ou Alt-K à la clôture), « { $holds } » vaut
merge-overlaps = { $count ->
        [one] Une paire de notes se trouve côte à côte ; leitfaden interview { $session } en décide par Alt-Shift-G
       *[other] { $count } paires de notes se trouvent côte à côte ; leitfaden interview { $session } en décide par Alt-Shift-G
    }
merge-refused = { $path } ne peut être réuni avec { $session }
merge-refused-hint = Rien n’a changé ; vérifiez que c’est le même entretien
merge-other-session = c’est le protocole de la séance { $found }
merge-other-guide = il suit le guide { $guide }, édition { $edition }
merge-other-time = l’entretien a commencé à un tout autre moment
merge-invented = l’un des deux est inventé
error-no-file = le fichier { $path } n’existe pas
error-no-file-hint = Vérifier le dossier et le nom

key-speaker = qui parle
key-unplaced = classer plus tard
key-translate = traduire la citation
key-overlaps = notes en double
choose-unplaced = Quelle note reçoit sa place ?
choose-overlap = Noté deux fois au même moment : que garder ?
choose-quote-language = Dans quelle langue est la citation { $note } ?
overlap-both = garder les deux
overlap-first = garder la première, retirer la seconde
overlap-second = garder la seconde, retirer la première
note-waits = attend sa place
note-untranslated = sans traduction
notice-unplaced = { $about } attend sa place ; Alt-Shift-X la classe.
notice-nothing-unplaced = Aucune note n’attend sa place.
notice-no-foreign-quote = On traduit une citation : elle commence par un guillemet. Ctrl-↑ choisit une note plus haut.
notice-no-overlaps = Rien n’est côte à côte.
notice-still-parked = Encore en attente : { $about }. Alt-E en reprend un point.
translation-title = Traduction
translation-hint = La citation reste telle quelle. Ce qu’elle dit en { $language } se lit à côté ; les noms sont remplacés ici aussi.
review-untranslated = { $count ->
        [one] Une citation sans traduction : { $notes }
       *[other] { $count } citations sans traduction : { $notes }
    }
start-other-taker = De { $session }, seule la prise de notes { $taker } est ici ; pour l’ouvrir : leitfaden interview { $session } --taker { $taker }
