# Tables over all interviews: matrix, frequencies, saturation, sample.

tables-matrix = Matrice des comptes rendus
tables-frequencies = Fréquences dans les blocs
tables-saturation = Saturation : nouveaux codes par entretien
tables-sample = Échantillon
tables-level = { $level } · guide { $guide }
tables-base = { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas
tables-invented = INVENTÉ pour essayer : personne n’a dit cela
tables-left-invented = { $count ->
        [one] 1 séance inventée laissée de côté, car de vraies sont à côté
       *[other] { $count } séances inventées laissées de côté, car de vraies sont à côté
    }
tables-left-prepared = { $count ->
        [one] 1 séance préparée ne compte pas encore
       *[other] { $count } séances préparées ne comptent pas encore
    }
tables-left-filtered = { $count ->
        [one] 1 séance laissée de côté par le filtre
       *[other] { $count } séances laissées de côté par le filtre
    }
tables-left-other-guide = { $count ->
        [one] 1 séance suit un autre guide
       *[other] { $count } séances suivent un autre guide
    }
tables-left-level = { $count ->
        [one] 1 séance ne peut pas figurer dans cette version
       *[other] { $count } séances ne peuvent pas figurer dans cette version
    }
tables-unread = { $count ->
        [one] ⚠ 1 séance est illisible et manque dans tous les chiffres
       *[other] ⚠ { $count } séances sont illisibles et manquent dans tous les chiffres
    }
tables-unread-named = ⚠ Illisible : { $sessions }
tables-versions = { $count } éditions du guide, réunies par l’identifiant des thèmes : { $versions }
tables-awaiting = { $count ->
        [one] { $count } sur { $sessions } pas encore validée
       *[other] { $count } sur { $sessions } pas encore validées
    }
tables-coarser = { $attribute } généralisé (degré { $steps })
tables-attribute-left = Laissé de côté, car cela désignerait quelqu’un : { $attributes }
tables-risk = Pseudonymisé, non anonyme : qui connaît les cas peut reconnaître un propos.
tables-groups-of = Les groupes de moins de { $count } séances ou d’un seul cas portent le signe ⚠
tables-few-note = « peu » : 1 ou 2 ; « presque tout » : toutes sauf 1 ou 2 ; « · » : tu, car on pourrait le calculer
tables-percent-note = Pourcentages à partir de N = { $count }
tables-words-note = rarement : dans un seul cas ou moins d’1/10 des séances · isolément : moins d’1/3 · plusieurs : dès 1/3 · le plus cité : le plus fréquent de ceux-ci
tables-block = { $block } · N = { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    }, { $cases } cas
tables-block-declined = { $count } refus
tables-block-unsettled = { $count ->
        [one] { $count } avec des notes sans état, non comptée
       *[other] { $count } avec des notes sans état, non comptées
    }
tables-block-small = trop peu de réponses pour en dire quelque chose
tables-block-empty = aucun code
tables-wording-perhaps = plusieurs versions : la question a pu être posée autrement
tables-wording-changed = ≠ posé en d’autres mots
tables-no-value = non indiqué
tables-few = peu
tables-nearly-all = presque tout
tables-hidden = ·
tables-outside = hors guide
tables-head-block = Bloc
tables-head-code = Code
tables-head-label = Désignation
tables-head-sessions = Séances
tables-head-cases = Cas
tables-head-percent = %
tables-head-unprompted = spontané
tables-head-helps = aide
tables-head-hinders = freine
tables-head-own = propre
tables-head-reported = rapporté
tables-head-word = Mot
tables-head-bar = Part
tables-head-session = Séance
tables-head-case = Cas
tables-head-interviews = Entretiens
tables-head-new = nouveaux
tables-head-total = total
tables-head-side = Côté
tables-head-attribute = Caractéristique
tables-head-value = Valeur
tables-head-gap = Lacune
tables-total = N
tables-retired = retiré
tables-field-code = code de terrain
tables-gap = ← { $role } : personne
tables-missing = encore personne : { $roles }
tables-under-smallest = { $sessions } sur k = { $smallest } : trop peu pour être montrées
tables-unplaced = sans côté ou sans rôle : { $sessions }
tables-unexpected = absent du formulaire du cas
tables-gaps = { $gaps ->
        [one] { $gaps } côté sur { $expected } est ouvert
       *[other] { $gaps } côtés sur { $expected } sont ouverts
    }
tables-signs = ● répondu · ◌ rien à dire · × refusé · – sans objet · / non demandé · † retiré · ◐ noté sans état · ○ ouvert · = résumé
tables-no-session = aucune séance qui compte ne suit { $guide }
tables-no-session-hint = Il y a des séances pour { $guides }
tables-no-session-at-all = cette étude n’a pas encore de séance
tables-other-guides = On compte pour { $guide } ; les autres : --guide { $guides }
tables-unknown-filter = { $asked } n’existe pas dans cette étude
tables-unknown-filter-hint = Possible : { $known }
tables-refused-review = la version de relecture est le compte rendu d’un seul entretien, ni un tableau ni une fiche
tables-refused-single = la version « { $level } » contient des comptes rendus entiers, pas des extraits de beaucoup
tables-refused-attribute = on ne peut pas répartir selon { $attribute }
tables-refused-attribute-hint = Possible : { $known }
tables-refused-telling = pas de répartition selon { $attribute } : le plus petit groupe compte { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas, il en faut { $smallest } de 2
tables-refused-telling-hint = L’omettre (--by, --show), nommer une autre caractéristique, ou prendre la version de travail : --level working
tables-refused-one-attribute = la publication montre une caractéristique au plus, { $asked } sont demandées
tables-refused-one-attribute-hint = N’indiquer --show qu’une fois
tables-refused-rest = le filtre n’écarte que { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas : qui a le tableau sans filtre pourrait les calculer (au moins { $smallest } de 2, ou aucune)
tables-refused-rest-hint = Élargir le filtre, s’en passer, ou prendre la version de travail : --level working
tables-refused-few = pour cette version, { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas, c’est trop peu : il en faut { $smallest } de 2
tables-refused-few-hint = { $count ->
        [0] Filtrer moins ou prendre la version de travail : --level working
        [one] 1 séance ne peut pas y figurer (accord, validation) ; leitfaden check le montre
       *[other] { $count } séances ne peuvent pas y figurer (accord, validation) ; leitfaden check le montre
    }
word-never = jamais
word-seldom = rarement
word-some = isolément
word-several = plusieurs
word-most = le plus cité
attribute-language = Langue
attribute-mode = Mode d’entretien

extracts-title = Extraits
extracts-head-topic = Thème
extracts-head-kind = Genre
extracts-head-text = Texte
extracts-summary = résumé
extracts-left-kinds = { $count ->
        [one] 1 commentaire, observation ou donnée de profil laissé de côté
       *[other] { $count } commentaires, observations et données de profil laissés de côté
    }
extracts-left-quotes = { $count ->
        [one] 1 citation laissée de côté, faute d’accord pour citer (c5)
       *[other] { $count } citations laissées de côté, faute d’accord pour citer (c5)
    }
extracts-left-language = { $count ->
        [one] 1 texte dans une autre langue que celle de l’entretien laissé de côté
       *[other] { $count } textes dans une autre langue que celle de l’entretien laissés de côté
    }
extracts-left-no-paraphrases = { $count ->
        [one] 1 citation ou résumé laissé de côté : on ne publie que des paraphrases
       *[other] { $count } citations et résumés laissés de côté : on ne publie que des paraphrases
    }
extracts-left-few = { $count ->
        [one] 1 texte laissé de côté, d’une case où trop peu de personnes ont dit quelque chose
       *[other] { $count } textes laissés de côté, de cases où trop peu de personnes ont dit quelque chose
    }
extracts-left-codes = { $count ->
        [one] 1 code laissé de côté, car trop peu de séances l’appuient
       *[other] { $count } codes laissés de côté, car trop peu de séances les appuient
    }
extracts-telling = ⚠ Une sortie précédente de cette version ne diffère que de { $sessions ->
        [one] { $sessions } séance
       *[other] { $sessions } séances
    } de { $cases } cas : qui a les deux peut les reconnaître
extracts-no-format = la version « { $level } » n’existe pas dans le format { $format }
extracts-no-format-hint = Possibles : json, csv, md et txt ; les tableaux viennent de leitfaden matrix, frequencies, saturation et sample
