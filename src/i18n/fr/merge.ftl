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
        [one] Un substitut a un nouveau numéro ; si deux désignent la même chose, la liste des noms les réunit
       *[other] { $count } substituts ont de nouveaux numéros ; si deux désignent la même chose, la liste des noms les réunit
    }
merge-struck = { $count ->
        [one] Une note retirée, car elle l’était dans l’un des deux, ou hors procès-verbal
       *[other] { $count } notes retirées, car elles l’étaient dans l’un des deux, ou hors procès-verbal
    }
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
overlap-both = garder les deux
overlap-first = garder la première, retirer la seconde
overlap-second = garder la seconde, retirer la première
note-waits = attend sa place
note-untranslated = sans traduction
notice-unplaced = { $about } attend sa place ; Alt-Shift-X la classe.
notice-nothing-unplaced = Aucune note n’attend sa place.
notice-no-foreign-quote = On traduit une citation qui n’est pas dans la langue de la séance.
notice-no-overlaps = Rien n’est côte à côte.
notice-still-parked = Encore en attente : { $about }. Alt-E en reprend un point.
translation-title = Traduction
translation-hint = La citation reste telle quelle. Ce qu’elle dit en { $language } se lit à côté ; les noms sont remplacés ici aussi.
review-untranslated = { $count ->
        [one] Une citation sans traduction : { $notes }
       *[other] { $count } citations sans traduction : { $notes }
    }
start-other-taker = De { $session }, seule la prise de notes { $taker } est ici ; pour l’ouvrir : leitfaden interview { $session } --taker { $taker }
