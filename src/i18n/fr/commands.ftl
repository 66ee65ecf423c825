# Ce que disent les commandes.

output-failed = la sortie ne peut être écrite
input-failed = l’entrée ne peut être lue

screen-no-terminal = le programme a besoin d’un écran ; l’entrée et la sortie doivent être un terminal
screen-no-terminal-hint = Le lancer dans un terminal, sans redirection ; pour l’impression il y a : leitfaden show
screen-terminal = le terminal ne peut être préparé
screen-draw = l’écran ne peut être dessiné
screen-unsaved = tout n’a pas pu être enregistré
screen-unsaved-hint = Ce qui est enregistré est en sûreté ; à la prochaine ouverture de la séance, le programme dit ce qu’il y a

list-session = Séance
list-progress = État
list-notes = Notes
list-covered = Thèmes requis
list-guide = Guide
list-mode = Mode
list-invented = inventée
list-unfolded = écriture inachevée
list-other-taker = seule la prise de notes { $taker } est ici
list-empty = Il n’y a pas encore de séance dans cette étude
list-empty-hint = En commencer une : leitfaden interview A-1, ou essayer le programme : leitfaden demo
list-unread = { $count ->
        [one] { $count } séance ne peut être lue
       *[other] { $count } séances ne peuvent être lues
    }

agreement-unread = { $count ->
        [one] { $count } fichier de codage ne peut être lu
       *[other] { $count } fichiers de codage ne peuvent être lus
    }

show-needs-level = la version doit être nommée quand la sortie ne va pas à l’écran
show-needs-level-hint = En choisir une : --level { $levels }
show-no-guide = Le guide { $guide } ne peut être lu ; les titres des blocs et les caractéristiques manquent dans la sortie

note-kept-findings = { $count ->
        [one] { $count } passage du texte a été remplacé par un substitut
       *[other] { $count } passages du texte ont été remplacés par des substituts
    }
note-unnamed = { $count ->
        [one] { $count } substitut de cette séance est sans nom ; il n’a pas été cherché dans le texte
       *[other] { $count } substituts de cette séance sont sans nom ; ils n’ont pas été cherchés dans le texte
    }
note-unnamed-hint = Écrire les noms dans un fichier et l’indiquer avec --protect-file
note-unlisted = Sans liste de mots protégés, la recherche ne trouve pas tous les noms
note-empty = l’entrée ne contient pas de texte
note-too-long = le texte dépasse { $most } octets
note-not-utf8 = le texte n’est pas en UTF-8 : ligne { $line }, colonne { $column }
note-unknown-topic = le thème { $topic } n’existe pas dans le guide { $guide }
note-unknown-topic-hint = Possibles : { $topics }
note-no-recording = la séance { $session } n’a pas d’enregistrement où une marque temporelle pourrait se trouver
note-no-recording-hint = Indiquer le temps depuis le début de l’entretien : --at 00:31:07
note-no-such-recording = la séance { $session } n’a pas d’enregistrement { $number }
note-no-such-recording-hint = Il y a ces enregistrements : { $known }. La marque du premier n’a pas de numéro devant : #00:31:07-0#
note-withheld = de { $from } à { $to }, rien n’est conservé dans la séance { $session } : c’était hors procès-verbal, ou c’est retiré
note-withheld-hint = Indiquer le moment où cela a été dit pour le procès-verbal, ou aucun pour une note de mémoire.
note-beyond = ce moment se trouve après la fin, à { $end }
note-beyond-hint = Indiquer un moment antérieur, ou aucun pour une note de mémoire.
note-conflict = Le fichier du protocole a été modifié entre-temps par un autre programme et reste tel quel ; notre version est dans { $path }
note-unfinished = La note { $note } est enregistrée ; la suite a échoué et sera faite dès que la séance sera rouverte :
note-remaining = { $path } peut encore contenir ce qui a été remplacé ici

protect-unreadable = la liste de mots protégés { $path } ne peut être lue
protect-too-large = la liste de mots protégés dépasse { $most } octets
protect-not-utf8 = la liste de mots protégés n’est pas en UTF-8 : ligne { $line }, colonne { $column }

anonymise-not-utf8 = la ligne { $line } du texte n’est pas en UTF-8
anonymise-not-utf8-hint = Convertir d’abord le texte, par exemple avec : iconv -t UTF-8
anonymise-too-long = l’enregistrement de la ligne { $line } dépasse { $most } octets
anonymise-no-record = la ligne { $line } n’est pas un enregistrement
anonymise-no-record-hint = Un enregistrement est un objet JSON sur une ligne, avec id (mot ou nombre), text et au besoin lang (de, fr ou en)
anonymise-not-an-object = pas d’objet JSON, colonne { $column }
anonymise-wrong-field = le champ { $field } a une valeur qu’il ne peut pas avoir
anonymise-field-twice = un champ figure deux fois

demo-made = Étude inventée pour essayer le programme : { $path }
demo-made-hint = L’ouvrir avec : leitfaden --study { $path }
demo-not-empty = le dossier { $path } n’est pas vide
demo-not-empty-hint = Nommer un nouveau dossier : leitfaden demo -o DIR
demo-guide = le guide de l’étude inventée ne peut pas être utilisé
demo-temporary = un dossier provisoire ne peut être créé
demo-remains = le dossier { $path } n’a pas pu être supprimé

guide-unknown = le guide { $guide } n’existe pas dans cette étude
guide-unknown-hint = Il y a { $guides }
guide-none = il n’y a pas de guide dans cette étude
guide-unread = { $count ->
        [one] { $count } guide ne peut pas être lu
       *[other] { $count } guides ne peuvent pas être lus
    }
guide-id = Guide
guide-edition = Édition
guide-topics = Thèmes
guide-minutes = Minutes
guide-title = Titre
guide-level-error = erreur
guide-level-warning = avertissement
guide-checked-more = La liste s’arrête là ; il peut y avoir d’autres erreurs.
guide-checked-later = Le reste sera vérifié dès que cela sera corrigé.
guide-valid = { $guide } est en ordre
guide-check-hint = Tout ce qui ne va pas : leitfaden guide check { $path }
guide-label-goal = Objectif
guide-label-hint = Remarque
guide-label-keywords = Mots-clés
guide-label-needed = nécessaire
guide-label-must = requis
guide-label-should = si le temps le permet
guide-label-on-site = sur place
guide-label-phone = par téléphone
guide-label-minutes = min

man-written = { $count ->
        [one] { $count } page de manuel écrite dans { $path }
       *[other] { $count } pages de manuel écrites dans { $path }
    }
note-masked = { $count ->
        [one] Un mot pourrait être un nom ; la note porte [?] à sa place
       *[other] { $count } mots pourraient être des noms ; la note porte [?] à leur place
    }
