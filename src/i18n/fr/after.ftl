# Words for the end of an interview and the hours after it.

closing-hint = Voici ce qui reste ouvert : une touche par point, Entrée y va. Le journal garde les motifs ; Ctrl-U annule le dernier pas.
closing-after-hint = Voici ce qui attend depuis la clôture : un chiffre règle le point, Entrée y va, F3 revient ; Ctrl-U annule le dernier pas.
closing-after-title = Encore à compléter
notice-nothing-to-complete = Rien n’attend plus.
closing-recording-ends = ● L’enregistrement { $about } tourne : F10 note aussi qu’il se termine.
closing-still-open = { $count ->
        [one] Un point est encore ouvert : le régler ou donner un motif.
       *[other] { $count } points sont encore ouverts : les régler ou donner un motif.
    }
closing-never-waved = Cela ne peut pas rester ouvert : un chiffre le règle.
closing-only-settled = Après la clôture, un chiffre règle les points ; plus rien n’est laissé ouvert.
closing-no-such-answer = Cette touche ne répond à rien ici. Celles qui répondent figurent sous la liste.
closing-answered-here = On y répond ici, dans la liste : par une des touches qui figurent dessous.
closing-is-done = Ce point est réglé.
closing-nothing-to-undo = Rien n’a été réglé dans cette liste qui puisse être annulé.
closing-nothing-to-redo = Rien n’a été annulé dans cette liste qui puisse être rétabli.
closing-consent-stays = La réponse reste notée : un chiffre répond de nouveau à cette étape.
closing-takes-consent-back = Taper 2 encore une fois retire le oui.
closing-done = réglé
closing-understood = éclairci
closing-end-off-record = finit ici
closing-keep-draft = garder
closing-disputed = les protocoles divergent
closing-contradicted = « rien à dire », mais des propos y sont notés
closing-gap = pas compris
closing-off-record = encore confidentiel depuis
closing-consent = pas encore demandé
closing-approval = La personne veut voir le compte rendu avant (c6) ; il n’est pas envoyé.
closing-country = La personne qui interroge et la personne interrogée ne sont pas du même pays.
closing-phone-reason = Pourquoi par téléphone ? Aucun motif n’est noté.
key-wave-no-time = pas de temps
key-wave-not-needed = pas nécessaire ici
key-wave-later = suivra
key-wave-other = voir le post-scriptum
key-edit-note = modifier la note
key-origin = origine
notice-draft-before-change = D’abord garder ou mettre en attente ce qui s’écrit ici.
notice-changing = { $about } est modifiée : Entrée met le texte à sa place.
note-changing = modifie { $note }
refused-objected = la personne interrogée s’est opposée à la transmission
refused-hint-objected = Une opposition vaut jusqu’à l’accord de la personne ; pour tout effacer : retirer la séance
after-title = Après l’entretien { $session }
after-languages = Langues des notes
after-quality = Qualité des notes (1 à 3)
after-type = Type selon cet entretien
after-support = étayé par les notes
after-approval = Validation
after-step-day = Étape du
after-until = Réponse d’ici au
after-reason = Motif sans réponse
after-promised = Enregistrement à effacer d’ici au
after-deleted = Enregistrement effacé
after-not-deleted = pas encore
after-no-date = Ce n’est pas une date comme 20.05.2026, 20/05/2026, 2026-05-20 ou +14 (jours dès aujourd’hui).
after-day-to-come = Ce jour n’est pas encore venu.
after-no-numbers = Les notes sont citées par leur numéro, par exemple 1.3 1.7.
after-no-such-note = Il n’y a pas de note { $note }.
after-not-expired = Le délai de réponse n’est pas écoulé.
after-needs-reason = Sans réponse, il faut un motif.
after-step-taken = Noté, pour le texte tel qu’il est.
after-type-hint = Vue de cet entretien ; le type convenu figure dans le cas. Notes par numéro, par exemple 1.3 1.7.
after-type-without-notes = Aucune note n’étaye ce type : indiquer les numéros, par exemple 1.3 1.7.
after-approval-hint = ← → choisit une étape, Entrée la note. Elle vaut pour le texte tel qu’il est.
after-step-day-hint = Quand c’était, si ce n’est pas aujourd’hui ; vide : aujourd’hui.
after-date-hint = Par exemple 20.05.2026, 20/05/2026, 2026-05-20 ou +14 (jours dès aujourd’hui).
after-by-program = Rempli par le programme.
approval-not-wanted = non demandée
approval-not-sent = pas encore envoyée
approval-deadline-moved = délai reporté
approval-sent = envoyée, réponse d’ici au { $until }
approval-expired = sans réponse depuis le { $until }
approval-changed = validée, puis modifiée
approval-approved = validée
approval-objected = refusée
approval-step-sent = envoyée maintenant
approval-step-corrected = corrections faites
approval-step-approved = validée
approval-step-objected = refusée
approval-step-without-answer = valoir sans réponse
key-after = après
key-to-notes = compléter les notes
key-take-step = suite / noter
after-switches = { $count ->
        [one] { $count } changement
       *[other] { $count } changements
    }
due-title = À faire
due-by = d’ici { $when }
due-since = depuis { $when } !
due-postscript = { $count ->
        [one] post-scriptum : { $count } vide
       *[other] post-scriptum : { $count } vides
    }
after-still-empty = Encore vide dans le post-scriptum : { $fields }
approval-enter = Entrée le note
due-type = type avec notes
due-closing = clore
due-sending = envoyer pour validation
due-answer = réponse de la personne
due-deletion = effacer l’enregistrement
due-deletion-day = aucun jour de suppression indiqué
due-completing = { $count ->
        [one] un endroit à compléter
       *[other] { $count } endroits à compléter
    }
due-scan = { $count ->
        [one] un endroit ressemble à un nom
       *[other] { $count } endroits ressemblent à des noms
    }
due-more = { $count ->
        [one] et une autre séance
       *[other] et { $count } autres séances
    }
prepare-survey = Réponses à l’enquête
prepare-country = Motif de l’autre pays
prepare-country-hint = La personne qui interroge et la personne interrogée ne sont pas du même pays. Pourquoi ? Peut rester vide ; la clôture le redemande.
notice-country = Pas du même pays : la clôture en demandera le motif.
prepare-survey-hint = Un fichier CSV ; Entrée le lit. Son emplacement n’est pas enregistré.
prepare-survey-read = ✓ lu : les réponses figurent à côté des questions. Elles ne comptent jamais seules.
missing-survey-not-read = Le fichier de l’enquête n’est pas encore lu : Entrée dans son champ.
missing-survey-does-not-fit = Les réponses à l’enquête ne vont pas avec ce guide et cette séance.
key-assess = enquête
choose-survey = Que dit l’entretien de l’enquête ?
notice-no-survey = L’enquête ne dit rien sur ce thème.
outcome-confirmed = confirmé
outcome-nuanced = nuancé
outcome-contradicted = contredit
survey-unusable = les réponses à l’enquête ne peuvent pas être reprises
survey-no-file = le fichier n’existe pas
survey-no-table = la ligne { $line } n’est pas une ligne d’un fichier CSV en UTF-8
survey-empty = il n’y a rien sous la ligne d’en-tête
survey-unknown-column = l’en-tête de la colonne { $column } n’est pas une clé du guide
survey-unknown-column-hint = Les colonnes sont session ou case, et : { $keys }
survey-twice = la colonne { $column } figure deux fois
survey-none = le guide ne connaît pas d’enquête
survey-too-long = la réponse de la colonne { $column } est trop longue
survey-not-one-line = il faut exactement une ligne pour { $session }, trouvées : { $count }
closing-stays = reste où elle est
closing-same = peut-être la même personne
closing-same-yes = la même
closing-same-no = deux personnes
closing-joins-for-good = Taper 1 encore une fois : les deux ne font plus qu’un, pour toujours.
closing-join-stays = Ce qui a été réuni le reste.
closing-unplaced = attend sa place
closing-overlaps = { $count ->
        [one] une paire de notes se trouve côte à côte
       *[other] { $count } paires de notes se trouvent côte à côte
    }
