# Words of the screen.

screen-too-small = La fenêtre est trop petite : au moins { $width } × { $height } caractères.
invented = inventé
header-block = bloc { $number } sur { $count }
header-not-begun = pas encore commencé
header-paused = pause
header-block-time = bloc
header-total-time = total
pane-blocks = blocs
pane-outside = hors guide
pane-parked = en attente
pane-note = note
note-prompted = sur relance
note-probe = sur la relance { $number }
note-quoted = « { $text } »
notes-empty = Pas encore de note ici : tapez, Entrée garde.
question-goal = Objectif :
question-include = À noter ici :
question-exclude = À noter ailleurs :
question-hint = Indication :
question-keep-going = Relances de soutien :
question-keywords = Mots-clés :
question-outside = Ce qui relève du bloc et n’entre dans aucun thème du guide.
choose-topic = Où aller ?
choose-refile = Déplacer la note { $note } vers
choose-also-in = Note { $note } aussi dans (encore une fois pour l’enlever)
choose-take-back = Qu’est-ce qui n’est pas un nom dans la note { $note } ?
choose-take-back-here = Qu’est-ce qui n’est pas un nom ici ?
choose-strike = Retirer la note { $note } pour toujours ?
choose-state = État de la cellule
choose-parked = En attente : quel point ?
choose-keys = Un caractère choisit, Échap ou F3 annule, F1 aide.
labelled = { $label } : { $about }
choose-strike-keys = Entrée retire définitivement, Échap laisse la note.
status-saving = enregistrement en cours
status-saved = sauvegardé { $time }
status-not-saved = non sauvegardé : { $reason }
status-held = { $count } en suspens
notice-command = Commande : encore Échap annule.
notice-note-full = La note est pleine (1 Mio). Gardez-la avec Entrée et continuez.
notice-undo-draft = Rien à annuler dans le brouillon ; gardé ou vide, on revient plus loin.
notice-nothing-to-undo = Rien à annuler.
notice-protected = Protégé, aussi rétroactivement dans le compte rendu.
notice-settled-name = Vaut comme { $about }, partout dans le compte rendu.
notice-settled-ordinary = Reste tel quel : pas un nom.
notice-draft-first = D’abord garder ou vider la note, ou choisir avec Ctrl-↑ celle à biffer.
notice-draft-before-sentence = D’abord garder ou vider la note, puis écrire la phrase de la cellule.
notice-nothing-coarser = Rien ici ne se dit moins précisément.
notice-not-known-any-more = Ce qui se trouvait ici n’est plus connu.
notice-no-open-must = Plus aucun thème requis n’est ouvert.
notice-contradicted = « Rien à dire », mais des propos sont notés dans { $about } : F5 et un chiffre change l’état.
notice-no-such-probe = Il n’y a pas de relance { $about } ici.
notice-parked = { $about } mis en attente.
notice-gap = Marqué comme pas compris dans { $about }.
notice-at-gap = Pas compris à { $about } (¿ parmi les notes) : dans la liste des points ouverts, 1 dit que c’est éclairci.
notice-no-recording = Pas de consentement à l’enregistrement (c3) : il reste coupé.
notice-nothing-parked = Rien n’est en attente.
notice-ready = F10 ou le premier mot commence.
notice-ready-unprotected = F10 ou le premier mot commence. Aucun mot protégé : Ctrl-P en protège un à tout moment.
notice-no-note = Il n’y a pas encore de note.
notice-nothing-replaced = Rien n’a été remplacé ici.
notice-nothing-replaced-in = Rien n’a été remplacé dans la note { $about } depuis l’ouverture.
notice-nothing-replaced-in-draft = Rien n’a été remplacé dans le brouillon. Ctrl-↑ choisit la note visée.
notice-replaced-again = De nouveau remplacé, sur le disque aussi.
notice-replaced-before = Remplacé aussi dans des notes antérieures : { $about }. Pas un nom : Alt-D.
notice-replaced-elsewhere = Remplacé aussi dans le post-scriptum, une phrase ou un point en attente. Pas un nom : là, Alt-D.
accepted-ordinary = pas un nom
notice-taken-back-in-note = Pas un nom : la note { $about } et les autres redisent le texte tapé ; Ctrl-U le remplace.
notice-stays-replaced = Reste remplacé ici : un nom avec le mot voisin, ailleurs non ; Ctrl-U l’annule.
notice-struck = { $about } retirée. Vos sauvegardes et exports restent inchangés.
notice-refiled = Déplacée vers { $about }.
notice-linked = Lien avec { $about } modifié.
recovered-keys = Toute touche l’accepte et continue ; Échap laisse tout en l’état.
recovered-keys-rescue = Entrée garde ces textes et continue ; toute autre touche continue sans eux, et le fichier abîmé est conservé ; Échap laisse tout en l’état.
trouble-leave-unsaved = Tout n’est pas sauvegardé. Quitter encore une fois abandonne le reste.
help-title = Touches actives
help-esc = Au lieu d’Alt avec une touche : Échap, puis la touche. Toute autre touche ferme.
start-title = Entretiens
start-introduction = Entrée ouvre, n prépare un nouvel entretien, un nom en majuscules comme A-1 y mène.
start-empty = Pas encore d’entretien dans cette étude.
start-notes = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
start-age = { $count ->
        [0] aujourd’hui
        [1] hier
       *[other] il y a { $count } jours
    }
start-journal = des mots attendent dans le journal
prepare-title = Préparer l’entretien
prepare-session = Séance
prepare-session-hint = Cas, trait d’union, numéro, par exemple A-1. Jamais un nom.
prepare-session-proposed = Taper remplace ce qui figure ici ; les flèches et Retour le modifient.
prepare-guide = Guide
prepare-no-guide = aucun guide dans cette étude
prepare-mode = Mode
prepare-reason = Motif du téléphone
prepare-language = Langue des substituts
prepare-words = Mots protégés
prepare-words-hint = Un nom par ligne : personnes, « institution : … », « lieu : … ». Entrée ouvre une ligne, et sur une ligne vide passe à la suite. En mémoire seulement, jamais sur le disque.
prepare-words-awaited = Préparé avec : { $kinds }. À saisir dans le même ordre qu’alors, genre par genre.
prepare-follows = Repris de la première prise de notes de cet entretien ; cela ne se modifie que là.
prepare-words-persons = Comme personne : { $names }
prepare-words-institutions = Comme institution : { $names }
prepare-words-places = Comme lieu : { $names }
prepare-words-others = Comme autre donnée : { $names }
lines-of-two = { $count ->
        [one] La ligne { $lines } de la liste de noms désigne une personne ou une chose, mais semble en nommer deux : une par ligne.
       *[other] Les lignes { $lines } de la liste de noms désignent chacune une personne ou une chose, mais semblent en nommer deux : une par ligne.
    }
typed-lines-of-two = { $count ->
        [one] La ligne { $lines } des mots protégés désigne une personne ou une chose, mais semble en nommer deux : une par ligne.
       *[other] Les lignes { $lines } des mots protégés désignent chacune une personne ou une chose, mais semblent en nommer deux : une par ligne.
    }
names-of-two = Un substitut désigne une personne ou une chose, mais deux semblent nommées ici : n’en saisir qu’une, Ctrl-P protège l’autre depuis les notes.
prepare-words-given = { $count ->
        [one] Un nom de la liste est déjà protégé ; ici s’ajoute ce qui manque.
       *[other] { $count } noms de la liste sont déjà protégés ; ici s’ajoute ce qui manque.
    }
prepare-fixed = fixé
consent-not-asked = pas encore demandé
consent-yes-written = oui, par écrit avant
consent-yes-oral = oui, de vive voix
consent-no = non
missing-session-name = La séance a besoin d’un nom comme A-1.
missing-free-name = Cette séance existe déjà.
missing-guide = Il faut un guide : en placer un dans guides/.
missing-consent = Sans oui aux étapes marquées *, pas d’entretien.
missing-words = Pas encore de mots protégés : les saisir ici, ou la même touche encore une fois continue sans eux.
notice-choice = Ici, on choisit sans taper : espace ou ← →.
notice-choose-answer = Une réponse se choisit avec ← → ; taper ne répond à rien ici.
notice-fixed = Cette ligne est fixée : la session a été préparée ainsi, ou le premier protocole le dit ainsi.
names-title = Substituts et ce qu’ils remplacent
names-hint = Tapez les noms à côté pour qu’ils restent remplacés, ou laissez vide. En mémoire seulement.
names-waiting = { $count ->
        [one] { $count } nom n’est plus connu : le disque n’en porte aucun. Tant qu’il n’est pas retapé ici, il n’est pas reconnu. Alt-J rouvre cette liste plus tard.
       *[other] { $count } noms ne sont plus connus : le disque n’en porte aucun. Tant qu’ils ne sont pas retapés ici, ils ne sont pas reconnus. Alt-J rouvre cette liste plus tard.
    }
notice-names-waiting = Noms qui ne sont pas connus : { $about }. Alt-J permet de les taper.
names-label-hint = Une désignation neutre, par exemple « collègue, de l’autre côté » : elle est enregistrée et exportée, donc pas de nom.
names-join = { $from } devient { $into }, pour toujours et dans tout ce qui est écrit : les deux ne font plus qu’un.
notice-slots-joined = Réunis : { $about }.
names-mentions = { $count } × dans le texte
closing-title = Avant la clôture
closing-nothing = Rien n’est ouvert.
closing-draft = brouillon non gardé
review-read-only = lecture seule
review-struck = { $note } { $time } retirée sur demande
notice-recording = L’enregistrement { $about } tourne à partir d’ici.
notice-taken-back = Cette graphie n’est plus remplacée avant de quitter ; Ctrl-U aussitôt y revient.
notice-nothing-to-redo = Rien à rétablir.
notice-open-again = Le point est de nouveau ouvert ; il figure dans la liste à la clôture.
notice-left-open = Le point reste de nouveau ouvert, avec son motif.
doubts-title = Mots à vérifier : un nom ou non ?
doubts-hint = Le disque porte [?] à leur place ; ce qui n’est pas vérifié avant de quitter reste ainsi. Une touche règle un mot partout, aussi dans les notes gardées.
doubts-places = { $count } ×
doubts-nothing = Rien à vérifier.
closing-doubts = { $count ->
        [one] Un mot n’est pas vérifié et reste sinon [?] pour toujours
       *[other] { $count } mots ne sont pas vérifiés et restent sinon [?] pour toujours
    }
trouble-leave-unwritten = { $count ->
        [one] Un mot d’un brouillon vient d’un passage dont rien n’est gardé. Quitter encore une fois le perd.
       *[other] { $count } mots d’un brouillon viennent d’un passage dont rien n’est gardé. Quitter encore une fois les perd.
    }
trouble-leave-unsettled = { $count ->
        [one] Un mot n’est pas vérifié et resterait [?] pour toujours. Quitter encore une fois le laisse ainsi.
       *[other] { $count } mots ne sont pas vérifiés et resteraient [?] pour toujours. Quitter encore une fois les laisse ainsi.
    }
notice-taken-back-everywhere = Pas un nom : plus remplacé sous aucune forme avant de quitter ; Ctrl-U l’annule.
