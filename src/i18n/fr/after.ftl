# Words for the end of an interview and the hours after it.

closing-hint = Voici ce qui reste ouvert. Une touche par point : un chiffre le règle, une lettre le laisse ouvert avec un motif, Entrée y va. Le motif figure dans le journal.
closing-still-open = { $count ->
        [one] Un point est encore ouvert : le régler ou donner un motif.
       *[other] { $count } points sont encore ouverts : les régler ou donner un motif.
    }
closing-never-waved = Cela ne peut pas rester ouvert : un chiffre le règle.
closing-done = réglé
closing-understood = éclairci
closing-end-off-record = finit ici
closing-keep-draft = garder comme note
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
age-within-day = 24 h
age-later = plus tard
