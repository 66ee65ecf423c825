# What a check says: names that are left, groups that are too small, what may point to somebody.

looks-person = personne
looks-institution = institution
looks-place = lieu
looks-address = adresse
looks-email = adresse électronique
looks-telephone = numéro de téléphone
looks-web = adresse web
looks-handle = nom dans un réseau
looks-iban = compte bancaire
looks-ahv = numéro AVS
looks-birth = date de naissance
looks-number = numéro
certainty-doubtful = douteux
certainty-likely = probable
certainty-certain = certain
rule-name = un nom entier
rule-part = une partie d’un nom
rule-acronym = un sigle
rule-form = sa forme
rule-trigger = le mot à côté
rule-list = une liste
rule-vocabulary = l’absence dans les dictionnaires
rule-model = le modèle appris
rule-later = ce qui a déjà été trouvé
place-note = la note { $id }
place-summary = la phrase sur { $id }
place-translation = la traduction de la note { $id }
place-prefill = la réponse préalable { $id }
place-postscript = le post-scriptum, champ { $id }
place-parked = le point mis de côté { $id }
place-label = la désignation de { $id }
place-draft = le brouillon dans { $id }
place-reason = la raison { $id }

check-ready = { $session } : rien ne retient la version d’archive
check-blocked = { $session } : la version d’archive est retenue
check-accepted = accepté
check-keeps-back = retient
check-must = thèmes obligatoires ouverts : { $topics }
check-contradicted = « posée, rien à dire », mais des propos y sont notés : { $topics }
check-no-guide = le guide { $guide } est illisible ; thèmes obligatoires, groupes et W8 manquent
check-look = à regarder :
check-invented = inventée
check-disclosure = Plus petits groupes selon { $guide } : { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas ; un groupe demande { $smallest } séances de 2 cas
check-head-attributes = Caractéristiques
check-head-sessions = Séances
check-head-cases = Cas
check-head-verdict = Verdict
check-fits = suffisant
check-too-small = trop petit
check-none-fits = { $count ->
       *[other] Aucun groupe n’est assez grand : ni par caractéristique ni en combinant, dans les { $count } combinaisons
    }
check-language = langue
check-left-out = { $count ->
        [one] Une séance inventée ne compte pas, car de vraies sont à côté
       *[other] { $count } séances inventées ne comptent pas, car de vraies sont à côté
    }
check-not-reckoned = { $count ->
        [one] Une autre combinaison n’a pas été calculée
       *[other] { $count } autres combinaisons n’ont pas été calculées
    }
check-pool = Calculé sur toute l’étude, même si des séances sont nommées
check-study = Sur l’étude
check-single = W7 { $case } : une seule personne interrogée ({ $session }) ; cette ligne est une personne. Ne jamais nommer le cas à côté de citations
check-alike = W8 { $attribute } = { $value } : les { $sessions } séances partagent toutes { $codes } ; qui est du groupe l’a dit. Omettre le code ou la caractéristique
check-no-difference = W9, la comparaison avec des livraisons antérieures, est dite lors de la livraison d’extraits (`leitfaden export`)
check-none = Il n’y a pas encore de séance dans cette étude
check-residual-risk = Aucun identifiant connu trouvé ne veut pas dire anonyme : qui connaît la coopération peut reconnaître un propos
check-risk-beyond-hits = Même si ces endroits sont réglés, ce n’est pas anonyme : qui connaît la coopération peut reconnaître un propos

warning-town = ville : nommer la région ou omettre
warning-region = région ou fleuve : « la région frontalière » suffit
warning-acronym = sigle : dire ce que c’est (« la chambre ») ou le protéger
warning-year = année exacte : « depuis les années { $decade } »
warning-members-small = nombre exact : « moins de 50 »
warning-members-medium = nombre exact : « de 50 à 199 »
warning-members-large = nombre exact : « 200 et plus »
warning-money = somme exacte : « un montant à { $digits } chiffres »
warning-unique = unicité : le dire sans prétention (« une entreprise »)
warning-gender = genre de la personne : dire de façon neutre (« la direction »)
warning-quote = citation en { $language }, à la différence de la séance : paraphraser
warning-third = une fonction avec son lieu nomme qui l’exerce : « une autorité »

check-needs-terminal = avec --show, des noms possibles sont en clair ; cela ne va qu’à l’écran
check-needs-terminal-hint = Sans --show, on y lit le genre entre crochets
check-accept-done = { $hit } dans { $session } est accepté et figure au journal de la séance
check-accept-unknown = il n’y a pas de résultat { $hit } dans { $session }
check-accept-unknown-hint = Les résultats avec leurs numéros : leitfaden check { $session }
check-accept-listed = { $hit } est un mot protégé et ne peut pas être accepté
check-accept-doubtful = { $hit } n’est que douteux et ne retient rien
check-accept-empty = une raison est nécessaire
check-accept-name = la raison contient ce qui ressemble à un nom
check-accept-name-hint = Dire ce que c’est sans le mot lui-même
review-left = { $count ->
        [one] Un endroit ressemble encore à un nom
       *[other] { $count } endroits ressemblent encore à des noms
    }
review-left-hint = À regarder avec : leitfaden check { $session }
