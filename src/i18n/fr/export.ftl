# Exports : ce qui figure dans les fichiers faits pour d’autres programmes, et ce qui en est dit.

export-no-recording = Sans enregistrement
export-recording = Enregistrement { $number }
export-approval-request = Merci de lire ce qui a été noté et d’écrire dans la dernière colonne ce qui doit être compris autrement ou supprimé. Il n’est pas nécessaire d’ajouter des noms.
export-head-number = N°
export-head-time = Temps
export-head-text = Propos
export-head-correction = Correction
export-head-case = Cas
export-head-block = Bloc
export-head-topic = Thème
export-head-title = Titre
export-head-state = État
export-head-kind = Type
export-head-origin = Origine
export-head-language = Langue
export-head-prompted = Sur relance
export-head-codes = Codes
export-head-also-in = Aussi sous
export-head-invented = Inventé
export-head-code = Code
export-head-label = Libellé
export-head-definition = Définition
export-head-source = Source
export-head-retired = Retiré
export-head-when = Date
export-sheet-matrix = Matrice
export-sheet-notes = Notes
export-sheet-codebook = Livre de codes
export-sheet-sample = Échantillon
export-about = À propos de cet export
export-workbook-title = Comptes rendus et matrice
export-matrix-title = Matrice des comptes rendus · { $level } (pseudonymisée)
export-project-name = Entretiens guidés · { $level } (pseudonymisés)
export-of-guide = Guide { $guide }
export-further-codes = Autres codes
export-cell-cut = … [abrégé : une cellule ne contient pas davantage ; texte entier dans l’export JSON]

export-report-worked-on = ⚠ Quelqu’un travaille sur { $sessions } ; aucun chiffre n’en tient compte
export-report-invented = Inventé, rien n’y est vrai : { $sessions }
export-report-unsearched = La version de travail est destinée à l’intervieweuse ou l’intervieweur ; elle n’a pas été fouillée une nouvelle fois à la recherche de noms
export-report-keys = Qui détient une liste des noms peut lever les substituts ; elle ne fait pas partie de cet export
export-report-sessions = { $count ->
        [one] 1 séance, { $level } (pseudonymisée) : { $sessions }
       *[other] { $count } séances, { $level } (pseudonymisées) : { $sessions }
    }
export-report-accepted = { $count ->
        [one] 1 passage ressemble de loin à un nom ou a été accepté comme n’en étant pas un
       *[other] { $count } passages ressemblent de loin à des noms ou ont été acceptés comme n’en étant pas
    }
export-report-recorded = { $count ->
        [one] Il existe un enregistrement de 1 séance : tant qu’il est conservé, la personne peut être identifiée
       *[other] Il existe un enregistrement de { $count } séances : tant qu’il est conservé, la personne peut être identifiée
    }

export-written = { $path } écrit
export-nothing-written = Rien n’a été écrit ; --all exporte ce qui est autorisé
export-no-guide = Le guide { $guide } est illisible ; il manque à l’export de { $session } les titres des blocs et les caractéristiques
export-no-text = le format { $format } n’est pas un texte pour l’écran
export-no-text-hint = Indiquer un fichier : -o FICHIER
export-nothing = il n’y a aucune séance à exporter
export-codebook-no-guide = le guide des séances n’est pas disponible, et un livre de codes est celui d’un guide
export-review-is-for-one = la version de relecture est destinée à une seule personne, et ce format lui montrerait ce que d’autres ont dit
export-review-is-for-one-hint = Exportez les séances une à une, ou en docx dans un dossier : --format docx -o DOSSIER/
export-several-hint = Indiquer un dossier, terminé par une barre oblique : -o DOSSIER/
export-make = le document ne peut pas être créé
export-exists = { $path } existe déjà
export-exists-hint = Choisir un autre nom ou remplacer le fichier avec --force
export-exists-hint-form = Saisir un autre nom, ou enlever d’abord le fichier
file-no-folder-hint = Créer d’abord le dossier
export-no-folder = le dossier { $folder } n’existe pas
export-no-folder-hint = Créer d’abord le dossier, ou terminer le chemin par / : il est alors créé
export-several = { $count ->
        [one] 1 document ne tient pas dans un seul fichier
       *[other] { $count } documents ne tiennent pas dans un seul fichier
    }
export-invented-left-out = { $count ->
        [one] Une séance inventée est laissée de côté, parce que de vraies se trouvent à côté
       *[other] { $count } séances inventées sont laissées de côté, parce que de vraies se trouvent à côté
    }
export-sent = { $session } est réputée envoyée : réponse attendue jusqu’au { $until } (modifiable sous « Après »)
export-deadline-moved = { $session } : le délai de réponse est reporté au { $until }
export-worked-on = on travaille sur { $sessions } : l’export ne pourrait y être noté, et une suppression n’en saurait rien ; rien n’en est écrit
export-worked-on-hint = Fermez la séance et exportez de nouveau
export-taken-back-hint = Ce qui était écrit est de nouveau effacé ; remédiez à la cause et exportez de nouveau
export-until-review = --until dit jusqu’à quand la réponse à une version de relecture est attendue : il faut --level review et un format de lecture (docx, md, html, txt)
export-until-past = le jour de --until est passé
export-until-unawaited = { $sessions } : --until ne vaut pas ici ; la validation n’est pas demandée, a déjà reçu une réponse, ou la séance est inventée
export-until-unawaited-hint = Rien n’est écrit ; exportez sans --until
export-unlogged = l’export ne figure pas dans le journal de { $sessions }, et une suppression n’en saurait rien
export-unlogged-hint = Le document est écrit ; relancez la commande quand la séance sera libre
export-sheet-frequencies = Fréquences
export-head-of-sessions = sur séances
export-head-of-cases = sur cas
