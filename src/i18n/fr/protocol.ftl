# Les mots d’un compte rendu : genres de notes, états des cellules, versions, et ce qui figure dans la version imprimée.

kind-paraphrase = Paraphrase
kind-quote = Citation
kind-observation = Observation
kind-comment = Commentaire
kind-fact = Donnée du profil

state-open = ouvert
state-answered = répondu
state-nothing-to-say = posée, rien à dire
state-declined = refus de répondre
state-not-applicable = sans objet
state-not-asked = non posée
state-withdrawn = retiré

origin-live = pendant l’entretien
origin-memory = de mémoire
origin-recording = d’après l’enregistrement
origin-approval = d’après la validation

mode-on-site = sur place
mode-phone = par téléphone

reason-distance = trajet trop long
reason-schedule = pas de date commune
reason-wish = souhait de la personne interrogée
reason-other = autre motif

progress-prepared = préparée
progress-open = ouverte
progress-closed = close

language-de = allemand
language-fr = français
language-en = anglais

answer-yes = oui
answer-no = non
answer-withdrawn = retiré

level-working = Version de travail
level-review = Version de relecture
level-archive = Version d’archives
level-analysis = Version d’analyse
level-publication = Publication

# { $number } is 1 to 4.
quarter = { $number ->
        [1] 1er
       *[other] { $number }e
    } trimestre { $year }

protocol-title = Compte rendu { $session } · { $level } (pseudonymisée)
protocol-invented = Séance inventée pour essayer le programme, aucune donnée réelle
protocol-guide = Guide { $guide }, édition { $edition }
protocol-began = commencé { $when }
protocol-prepared = préparé { $when }
protocol-block = Bloc { $number }
protocol-block-titled = Bloc { $number } : { $title }
protocol-outside = hors du guide
protocol-summary = En résumé : { $text }
protocol-prompted = sur relance
protocol-probe = sur relance { $number }
protocol-also-in = aussi sous { $topics }
protocol-struck = { $note } retirée
protocol-parked = Mis en attente
protocol-gaps = Pas compris
review-held = Entretien du { $when }
review-outside = Autres propos
review-placeholders = Les noms sont remplacés par des substituts tels que { $placeholder } ; un même substitut désigne toujours la même personne, la même institution ou le même lieu.
review-until = Réponse attendue d’ici au { $day }.
protocol-placeholders = Substituts
protocol-attributes = Caractéristiques
protocol-named = { $name } : { $value }
protocol-consent = Consentement
protocol-left-out = Non compris dans cette version : { $list }
protocol-risk = Pseudonymisé, pas anonyme : qui connaît la coopération peut tout de même reconnaître des propos.

left-out-comments = { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
left-out-observations = { $count ->
        [one] { $count } observation
       *[other] { $count } observations
    }
left-out-quotes = { $count ->
        [one] 1 citation sans accord (c5)
       *[other] { $count } citations sans accord (c5)
    }
left-out-wordings = { $count ->
        [one] le mot à mot d’1 citation (sa paraphrase y est, c5)
       *[other] le mot à mot de { $count } citations (leurs paraphrases y sont, c5)
    }
left-out-codes = { $count ->
        [one] { $count } codage
       *[other] { $count } codages
    }
left-out-summaries = { $count ->
        [one] { $count } résumé
       *[other] { $count } résumés
    }
left-out-drafts = { $count ->
        [one] { $count } note commencée
       *[other] { $count } notes commencées
    }
left-out-attributes = { $count ->
        [one] { $count } caractéristique
       *[other] { $count } caractéristiques
    }
left-out-labels = { $count ->
        [one] { $count } description de substitut
       *[other] { $count } descriptions de substituts
    }
left-out-consent = { $count ->
        [one] { $count } étape du consentement
       *[other] { $count } étapes du consentement
    }
left-out-parked = { $count ->
        [one] { $count } point mis en attente
       *[other] { $count } points mis en attente
    }
left-out-gaps = { $count ->
        [one] { $count } passage pas compris
       *[other] { $count } passages pas compris
    }
protocol-translation = traduction : { $text }
protocol-speaker = personne interrogée { $letter }
polarity-helps = favorable
polarity-hinders = défavorable
voice-reported = propos rapporté
age-within-day = dans les 24 heures
age-later = après plus de 24 heures
