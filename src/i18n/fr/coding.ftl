# Codage.

coding-no-code = pas encore de code
coding-hint = chiffre : favori · lettres : chercher dans le livre de codes
coding-hint-letters = lettres : chercher dans le livre de codes
coding-new = nouveau code de terrain « { $label } »
finding-hint = débuts de mots, avec ou sans accents ; Entrée y va
finding-found = { $count ->
        [one] { $count } endroit
       *[other] { $count } endroits
    }
choose-list-keys = Échap ou F3 ferme la liste, F1 aide.
notice-many-codes = { $about } a plus de 3 codes : ce sont en général deux notes.
notice-field-code = Nouveau code de terrain { $about }
note-reported = rapporté
pane-summary = en bref
codebook-unknown = Ce code n’existe plus : rouvrir la liste.
codebook-no-label = Il faut un libellé au code : en saisir un.
codebook-label-too-long = Un libellé compte au plus 60 signes et 8 mots : le raccourcir.
codebook-label-may-be-name = Un mot du libellé pourrait être un nom : le dire autrement ; s’il n’en est pas un, l’inscrire dans config.ron sous allowed_words.
codebook-label-holds-name = Il y a un nom dans le libellé, et un substitut désigne quelqu’un d’autre dans chaque session : dire sans lui, par exemple « collègue, autre côté ».
codebook-into-itself = Un code ne peut pas se fondre en lui-même : en choisir un autre.
codebook-retired-by-guide = Le guide lui-même a retiré ce code ; seule une nouvelle édition le ramène.
codebook-changed-since = Le livre de codes a été changé ailleurs entre-temps : rien n’a été annulé.
sheet-coder = codage { $coder } : { $done } sur { $count }
sheet-none-fits = aucun code ne convient
sheet-outdated = modifié depuis le codage
sheet-outdated-count = { $count ->
        [one] { $count } modifiée depuis le codage
       *[other] { $count } modifiées depuis le codage
    }
codebook-title = Livre de codes
codebook-counted = × notes dans { $session }
codebook-hint = Pour toute l’étude. Les codes restent ; ce qui est fondu ou retiré reste comptable sur les notes.
codebook-merging = « { $code } » se fond dans … : choisir ou chercher, Entrée.
codebook-renaming = Libellé (vide : celui du guide) :
codebook-kept = Changement sauvegardé pour toute l’étude : { $code }.
codebook-taken-back = Changement annulé pour toute l’étude : { $code }.
codebook-finding = Chercher un code :
codebook-adding = Nouveau code de terrain sous « { $code } » :
codebook-retired = retiré
across-agreement = Deux codages
across-no-agreement = Personne d’autre n’a encore codé : 2 en lisant une séance.
across-alike = { $alike ->
        [one] { $alike } note sur { $notes } pareille
       *[other] { $alike } notes sur { $notes } pareilles
    }
across-no-alpha = pas de coefficient sous { $count } notes
across-filter-hint = cas, pays, caractéristique, origine, code
across-country = Pays du cas
across-by = ⊞ selon : { $attribute }
across-origin = Origine
across-gathering = Lecture de toutes les séances …
across-no-session = Aucune séance lisible pour l’instant.
across-unasked = { $count ->
        [one] { $count } spontané
       *[other] { $count } spontanés
    }
across-shades = ░ 1 note · ▒ 2 ou 3 · ▓ 4 à 6 · █ 7 ou plus
across-signs = ┌ première séance d’un cas · … pas encore validé · ~ peut-être posé autrement · ≠ posé autrement · N en séances/cas, × refusé
