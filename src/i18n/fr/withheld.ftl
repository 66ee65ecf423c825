# Ce qui n’est pas gardé : hors procès-verbal, retiré.

key-off-record = hors procès-verbal
key-strike-minutes = retirer les dernières minutes
key-strike-words = retirer selon des mots
key-strike-found = retirer
header-off-record = hors procès-verbal
banner-off-record = Hors procès-verbal depuis { $time } : rien de ce que vous tapez n’est gardé. F12 reprend.
notice-off-record = Hors procès-verbal : rien n’est gardé. F12 reprend.
notice-withheld = De { $about }, rien n’est gardé : hors procès-verbal, ou retiré. Écrire ailleurs dans l’enregistrement.
notice-withheld-draft = De { $about }, rien n’est gardé : cela reste un brouillon. Le vider, et réécrire ce qui a été dit en dehors.
notice-on-record = De nouveau au procès-verbal.
notice-not-begun = L’entretien n’a pas encore commencé.
notice-struck-many = Retirés : { $about }. Vos sauvegardes et vos exports restent tels quels.
notice-rescued = Récupéré : { $about }.
choose-strike-minutes = Combien des dernières minutes retirer ?
choose-strike-span = Retirer pour toujours tout ce qui va de { $from } à { $to } ?
choose-minutes = { $minutes } min : { $count ->
        [one] un texte
       *[other] { $count } textes
    }
strike-words-title = Retirer selon des mots
strike-words-hint = Chaque texte qui contient ces mots est retiré, dans les autres versions de la séance aussi. Les mots eux-mêmes ne sont enregistrés nulle part.
strike-words-field = Mots
strike-words-found = { $count ->
        [0] Aucun texte ne les contient.
        [one] Un texte les contient ; Entrée demande confirmation.
       *[other] { $count } textes les contiennent ; Entrée demande confirmation.
    }
strike-words-ask = { $count ->
        [one] Retirer ce texte pour toujours ? Entrée le retire, toute autre touche le laisse.
       *[other] Retirer ces { $count } textes pour toujours ? Entrée les retire, toute autre touche les laisse.
    }
strike-words-past = Aucun texte ne les contient, mais l’annulation pourrait les ramener ; Entrée demande confirmation.
strike-words-ask-past = Retirer pour toujours ce que l’annulation pourrait ramener ? Entrée le retire, toute autre touche le laisse.

strike-which-words = Quels mots ? Chaque texte qui les contient est retiré :
strike-no-words = l’entrée ne contient aucun mot
strike-ask = { $count ->
        [0] Noter ce passage comme retiré ?
        [one] Retirer ce texte pour toujours ?
       *[other] Retirer ces { $count } textes pour toujours ?
    }
strike-ask-past = Le retirer là pour toujours ?
strike-past = Aucun texte ne contient ces mots, mais l’annulation pourrait les ramener.
strike-beside = Ces mots se trouvent aussi dans { $path }.
strike-goes-too = { $path }, conservé pour récupération, est effacé avec, car le texte retiré pourrait s’y trouver.
strike-done = { $count ->
        [0] Retiré.
        [one] Un texte retiré.
       *[other] { $count } textes retirés.
    }
strike-removed = { $path } est effacé, car le texte retiré pouvait s’y trouver
strike-remaining = { $path } peut encore contenir ce qui a été retiré ; à vérifier vous-même
strike-no-note = la séance { $session } n’a pas de note { $note }
strike-already = la note { $note } de la séance { $session } est déjà retirée
strike-no-note-hint = Les numéros sont montrés par : leitfaden show { $session }
strike-nothing-found = aucun texte de la séance { $session } ne contient ces mots
strike-nothing-found-hint = Les noms sont déjà remplacés ; cherchez des mots voisins
strike-backwards = le moment de --to précède celui de --from ; rien n’est supprimé
strike-backwards-hint = Indiquer d’abord le début, puis la fin : --from 00:31:07 --to 00:33:00
strike-before-beginning = tout le passage se trouve avant le début de l’entretien ; rien n’est supprimé
strike-beyond = tout le passage se trouve après la fin, à { $end } ; rien n’est supprimé
strike-not-begun = l’entretien { $session } n’a pas encore commencé ; il n’y a pas de passage à supprimer
strike-not-begun-hint = Supprimer des textes par leurs mots : --text -
strike-no-recording-hint = Indiquer le temps depuis le début de l’entretien : --from 00:31:07 --to 00:33:00
ask-yes-no = [o/N]
ask-nothing-done = Rien n’a changé.
ask-unasked = rien n’est retiré pour toujours sans confirmation
ask-unasked-hint = Dans un script, confirmer par : --yes
outside-hint = Restent en dehors, tels quels : vos sauvegardes, l’historique des services de synchronisation, les blocs effacés du support, l’enregistrement, les exports et les paquets.
outside-export = Export du { $at } : { $level }, { $format }, SHA-256 { $digest }
outside-package = Paquet du { $at } dans l’archive « { $target } » : { $package }, SHA-512 { $digest }
outside-package-unnamed = Paquet du { $at } dans une archive dont l’adresse n’a pas été notée : { $package }, SHA-512 { $digest }
outside-still = Le contiennent toujours :
outside-further = { $count ->
    [one] … et { $count } autre
   *[other] … et { $count } autres
}

cutlist-no-recording = La séance { $session } n’a pas d’enregistrement ; la liste est vide
cutlist-written = Liste de coupes écrite : { $path }
cutlist-several = la séance a des coupes dans plusieurs enregistrements, et un fichier de repères appartient à un seul
cutlist-several-hint = Indiquer l’enregistrement : --recording 1

withdraw-head = Retirer { $session }, c’est effacer tout ce qui s’en trouve dans cette étude. Seul reste noté que la séance a existé et quand elle a été retirée.
withdraw-left = Reste, car cela a quitté l’étude :
withdraw-file = Sera effacé : { $path }
withdraw-index = Sera effacé et refait à partir des autres séances : { $path }
withdraw-case = Sera effacée : l’entrée du cas { $case } dans cases.ron, car aucune autre séance n’en fait partie
withdraw-unread = Illisible : { $path }. On ne sait donc pas quels exports et quels paquets en ont été tirés.
withdraw-recordings = { $count ->
        [one] Reste : un enregistrement audio. Le programme ne sait pas où il se trouve ; effacez-le vous-même.
       *[other] Restent : { $count } enregistrements audio. Le programme ne sait pas où ils se trouvent ; effacez-les vous-même.
    }
withdraw-recordings-deleted = { $count ->
        [one] D’après la séance, l’enregistrement audio est déjà effacé.
       *[other] D’après la séance, les { $count } enregistrements audio sont déjà effacés.
    }
withdraw-package-hint = Le paquet se retire de l’archive par : leitfaden archive withdraw { $target } { $package }
withdraw-package-target = CIBLE
withdraw-package-ask = Retirer aussi de l’archive « { $target } » ce qui s’y trouve de { $session } ?
withdraw-outside = Ce que le programme ne peut atteindre reste tel quel : vos sauvegardes, l’historique des services de synchronisation, les blocs effacés du support, les exports, les paquets d’archives hors de portée, les jeux de données qui en sont tirés, et ce que d’autres en ont.
withdraw-before = { $session } a été retirée le { $day }.
withdraw-ask = Effacer la séance { $session } pour toujours ?
withdraw-done = { $session } est retirée. Seul reste noté que la séance a existé et quand elle a été retirée.
withdraw-partly = { $session } n’est pas entièrement effacée
withdraw-partly-hint = Remédiez à la cause et relancez la commande
list-withdrawn = { $count ->
        [one] Une séance a été retirée : { $sessions }
       *[other] { $count } séances ont été retirées : { $sessions }
    }
notice-struck-outside = Retiré. Ce qui a été exporté ou archivé auparavant le contient encore : { $about }.
stretch-off-record = hors procès-verbal
stretch-struck = retiré
protocol-withheld = Hors procès-verbal et retiré
