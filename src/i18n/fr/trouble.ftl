# What goes wrong with disk, study and guide, and what was recovered.

trouble-paste-cut = Le texte collé était trop long et a été coupé (1 Mio).
trouble-no-shell = Impossible de suspendre ici : aucun shell ne pourrait réveiller le programme.
trouble-conflict = Quelqu’un d’autre a modifié le fichier de la séance ; il reste, et ce compte rendu est dans { $file }.
trouble-remaining = Peut contenir encore ce qui a été retiré, à vérifier vous-même : { $files }
trouble-removed = Effacé, car le texte retiré pouvait s’y trouver : { $files }
trouble-disk-full = disque plein ; libérer de la place, puis une touche
trouble-disk-read-only = dossier en lecture seule ; donner le droit, puis une touche
trouble-disk-denied = accès refusé au dossier sessions, vérifier les droits
trouble-disk-gone = fichier ou dossier disparu ; vérifiez le support
trouble-disk-other = le disque signale une erreur ; vérifiez le support
trouble-guide = le guide { $guide } est inutilisable ; « leitfaden guide check » montre où
trouble-no-guide = le guide { $guide } manque ; placez son fichier dans le dossier guides
trouble-thread = le système n’a plus de fil d’exécution ; fermez d’autres programmes
recovered-events = { $count ->
        [one] Le programme ne s’est pas terminé normalement ; { $count } étape a été reprise du journal.
       *[other] Le programme ne s’est pas terminé normalement ; { $count } étapes ont été reprises du journal.
    }
recovered-torn = La dernière étape, jamais confirmée, était incomplète et a été écartée.
recovered-damage = Le journal est abîmé dès la ligne { $line } ; il est conservé.
recovered-rescued = { $count ->
        [one] Au-delà, { $count } texte récupérable :
       *[other] Au-delà, { $count } textes récupérables :
    }
recovered-more = { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
recovered-kept = Conservé pour récupération, et effacé au prochain retrait : { $files }
recovered-strike = Un retrait avait été interrompu ; il sera achevé.
trouble-as-prepared = La séance existe déjà ; guide et mode restent comme elle a été préparée.
trouble-not-kept = Ce qui est saisi n’est pas gardé ; la même touche encore une fois l’abandonne.
