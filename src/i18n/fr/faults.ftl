# Ce qui peut être faux dans un guide. Les signes figurent dans des valeurs, car ces textes suivent la même typographie.

fault-no-languages = aucune langue indiquée
fault-duplicate-language = la langue { $language } figure deux fois
fault-unknown-language = le programme ne connaît pas la langue « { $language } » ; possibles : { $known }
fault-no-blocks = le guide n’a aucun bloc
fault-no-topics = le bloc n’a aucun thème
fault-more-faults = les fautes sont si nombreuses que les autres ne sont pas montrées une à une
fault-no-minutes = aucune durée prévue
fault-smallest-group-too-small = le plus petit groupe est { $found } ; au-dessous de { $least }, on verrait des personnes isolées
fault-consent-step-missing = l’étape { $step } du consentement manque ; sans elle, aucun entretien ne peut commencer
fault-consent-step-not-needed = l’étape { $step } du consentement doit avoir { $field } ; sans elle, aucun entretien ne peut commencer
fault-duplicate-id = { $of } « { $id } » figure deux fois
fault-misshapen-id = { $of } « { $id } » est mal formé ; il faut : { $shape }
fault-unknown-code = le code « { $code } » n’est pas dans la grille de catégories
fault-nothing-below-code = il n’y a rien sous le code « { $code } » dans la grille de catégories
fault-favourite-not-offered = le favori « { $code } » n’est pas parmi les codes de son thème
fault-too-many-favourites = { $found } favoris dans un bloc, il y a des touches pour { $most }
fault-unknown-role = « { $role } » n’est pas une valeur de la caractéristique role
fault-unknown-survey-key = le guide ne déclare pas la clé d’enquête « { $key } »
fault-unknown-value = la caractéristique n’a pas la valeur « { $value } », ou ne l’a plus à ce degré
fault-value-coarsened-twice = la valeur « { $value } » en devient deux au même degré
fault-missing-language = le texte manque en { $language }
fault-undeclared-language = le texte existe en { $language }, langue que le guide ne déclare pas
fault-empty-text = le texte est vide
fault-too-many-probes = { $found } relances, il y a des touches pour { $most }
fault-unequal-probes = { $found ->
        [one] { $found } relance
       *[other] { $found } relances
    } en { $language }, { $expected } dans la première langue
fault-unknown-variable = le programme n’a rien à mettre pour { $variable }
fault-unclosed-brace = l’accolade { $sign } n’est pas fermée
fault-unopened-brace = l’accolade { $sign } n’a pas été ouverte
fault-line-break = retour à la ligne dans un texte d’une ligne
fault-hidden-character = caractère invisible { $character }
fault-unwritten = il reste quelque chose à rédiger ici
fault-title-too-wide = le titre a { $found } caractères de large, il y a place pour { $most }
fault-question-too-long = la question a { $found } caractères ; au-delà de { $most }, elle ne se saisit plus d’un coup d’œil
fault-yes-no-question = oui ou non suffit comme réponse ; poser une question ouverte (comment, que, racontez)
fault-several-questions = { $found } questions en une ; les poser l’une après l’autre
fault-leading-word = ce mot suggère la réponse
fault-too-many-questions = { $mode } : { $found } questions obligatoires ramenées à l’heure, le temps suffit pour { $most }
fault-sharp-s = { $sign } s’écrit ss
fault-straight-apostrophe = apostrophe droite { $sign } au lieu de ’
fault-straight-quote = guillemet droit { $sign } au lieu de « … » ou “…”
fault-three-dots = trois points { $sign } au lieu de …
fault-hyphen-as-dash = trait d’union entre espaces au lieu de –
fault-missing-no-break-space = espace insécable manquante près de { $sign }

id-block = le bloc
id-topic = le thème
id-topic-name = le nom du thème
id-code = le code
id-consent-step = le numéro d’étape du consentement
id-closing-check = le contrôle de clôture
id-keep-going = l’identifiant de relance de soutien
id-attribute = l’identifiant de caractéristique
id-value = l’identifiant de valeur
id-survey-key = l’identifiant de clé d’enquête
id-check-before = le point de la liste d’avant
id-check-after = le point de la liste d’après
id-postscript-field = le champ du post-scriptum

shape-block = une minuscule, puis des minuscules et des chiffres, comme b1
shape-topic = l’identifiant du bloc, .t et un nombre à partir de 1, comme b1.t1
shape-topic-name = des minuscules et _
shape-code = un à trois mots en minuscules séparés par des points, comme fac.sim.language
shape-consent-step = c1 à c7
shape-survey-key = sv. et un mot de minuscules et de chiffres, avec -, _ ou . entre eux
shape-other = des minuscules et des chiffres, avec -, _ ou . entre eux

syntax-expected = il faut ici { $what }
syntax-never-closed = ceci n’est jamais fermé
syntax-ended = le fichier se termine ici, le guide non
syntax-trailing-text = le fichier devrait se terminer ici
syntax-unknown-field = le champ « { $found } » n’existe pas ici ; possibles : { $expected }
syntax-missing-field = le champ « { $field } » manque ici
syntax-duplicate-field = le champ « { $field } » figure deux fois
syntax-unknown-word = le mot « { $found } » n’existe pas ici ; possibles : { $expected }
syntax-wrong-value = il y a ici une autre sorte de valeur
syntax-wrong-length = il y a ici un nombre de valeurs faux ({ $found })
syntax-number-out-of-range = le nombre est trop grand ou négatif
syntax-invalid-escape = ce signe ne peut suivre une barre oblique inverse ; celle-ci s’écrit { $sign }
syntax-too-deep = les parenthèses sont trop imbriquées
syntax-other = illisible ({ $message })

expected-closing = { $sign } ou, avant la suite, une virgule
expected-comma = une virgule avant la suite
expected-text = un texte entre guillemets
expected-text-or-each = un texte ou un texte par langue
expected-list-or-each = une liste de textes ou une telle liste par langue
expected-closing-quote = le guillemet qui termine ce texte
expected-name = un nom
expected-number = un nombre à partir de 0
expected-true-or-false = true ou false
expected-comment-end = { $sign }, la fin de ce commentaire

guide-read = le guide { $path } ne peut être lu
guide-name = le nom de fichier d’un guide compte 1 à { $most } lettres, chiffres, _ et -
guide-too-large = le guide a plus de { $most } octets ; il ne contient que des textes
guide-not-utf8 = le guide n’est pas enregistré en UTF-8
guide-version-missing = la version manque ; le premier champ doit être { $field }
guide-version-invalid = la version n’est pas valable ; il faut { $field }
guide-version-newer = le guide a la version { $found }, ce programme lit jusqu’à { $known }
guide-faults = { $count ->
        [one] le guide { $guide } a { $count } faute
       *[other] le guide { $guide } a { $count } fautes
    }
