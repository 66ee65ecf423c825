# Recherche dans les notes de toutes les séances.

search-indexing = Lecture des séances : { $percent } %
search-nothing = Rien n’a été trouvé
search-found = { $count ->
        [one] 1 résultat
       *[other] { $count } résultats
    } dans { $sessions ->
        [one] 1 séance
       *[other] { $sessions } séances
    }
search-left-out = { $count ->
        [one] 1 autre résultat ne fait pas partie de cette version
       *[other] { $count } autres résultats ne font pas partie de cette version
    }
search-refused = Pas libérées dans cette version : { $sessions }
search-empty = la recherche ne contient ni mot ni filtre
search-only-unwanted = la recherche dit seulement ce qui ne doit pas figurer ; il faut aussi un mot ou un filtre
search-filters = Des mots, « plusieurs mots », début*, -indésirable, et les filtres { $filters }
search-too-long = la recherche est trop longue
search-open-quotation = un guillemet de la recherche n’est pas fermé
search-unknown-filter = la recherche contient un filtre qui n’existe pas ; il y a { $filters }. Un mot suivi de deux-points se met entre guillemets
search-wrong-value = le filtre « { $filter } » ne connaît pas cette valeur ; possible : { $values }
search-wrong-form = une valeur du filtre « { $filter } » s’écrit comme dans { $filter }{ ":" }{ $values }
search-level = { $level } : cette version ne contient pas de notes isolées
search-level-hint = Chercher dans la version working, review ou archive
search-no-index = impossible de chercher dans les séances
search-no-index-hint = Supprimer le dossier sessions/.index de l’étude et chercher à nouveau
search-title = Chercher dans toutes les séances
search-shown = { $count ->
        [one] le premier est affiché
       *[other] les { $count } premiers sont affichés
    }
