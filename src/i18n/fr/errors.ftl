# Ce qui peut mal tourner avec les fichiers, et que faire.

error-no-study = { $path } n’est pas une étude
error-no-study-hint = Une étude est un dossier qui contient les dossiers guides et sessions ; on en nomme un autre avec --study DIR
error-no-data-folder = le dossier de l’étude personnelle n’est pas connu
error-no-data-folder-hint = Nommer un dossier : --study DIR, ou définir LEITFADEN_STUDY
error-current-folder = le dossier actuel ne peut être déterminé
error-no-session = la séance { $session } n’existe pas dans cette étude
error-no-session-hint = Toutes les séances : leitfaden list
error-session-exists = la séance { $session } existe déjà dans cette étude
error-unreadable = { $path } ne peut être lu
error-unreadable-hint = Corriger le fichier à cet endroit, ou mettre une copie à sa place ; il reste tel quel
error-other-session = { $path } contient la séance { $session }
error-other-session-hint = Donner au fichier le nom de la séance qu’il contient
error-no-snapshot = { $path } prolonge un fichier qui manque
error-no-snapshot-hint = Remettre le fichier de la séance à côté
error-changed = { $path } a été modifié par un autre programme
error-locked = la séance { $session } est ouverte dans un autre programme
error-locked-hint = Y continuer le travail, ou quitter l’autre programme
error-changed-since-read = les fichiers de la séance { $session } ont changé depuis leur lecture
error-changed-since-read-hint = Redonner la commande
error-not-ignored = { $path } se trouve dans un dépôt Git qui n’exclut pas ce fichier
error-not-ignored-hint = Mettre à côté un fichier .gitignore avec la ligne *, retirer le fichier avec git rm --cached, ou prendre une étude ailleurs (--study)
error-invented = la séance { $session } est inventée et ne peut être que lue
error-real = la séance { $session } est réelle et n’est enregistrée que de façon sûre
error-invented-hint = L’essayer dans une copie : leitfaden demo
error-for-review = la séance { $session } vient d’une archive et ne peut être que lue
error-for-review-hint = Continuer dans l’étude d’où elle a été versée
error-encode = la séance contient une valeur qu’aucun fichier ne peut retenir

disk-read = { $path } ne peut être lu
disk-create = { $path } ne peut être créé
disk-write = { $path } ne peut être écrit
disk-sync = { $path } ne peut être enregistré durablement
disk-replace = { $path } ne peut être remplacé
disk-remove = { $path } ne peut être supprimé
disk-lock = { $path } ne peut être verrouillé

trouble-full = il n’y a plus de place sur le disque
trouble-read-only = le disque ne peut être que lu
trouble-denied = les droits ne suffisent pas
trouble-gone = le fichier ou son dossier n’est plus là
trouble-too-large = le fichier est trop grand

file-exists = { $path } existe déjà
file-exists-hint = Choisir un autre nom ou remplacer le fichier avec --force
file-place = ligne { $line }, colonne { $column } : { $fault }
file-not-utf8 = pas enregistré en UTF-8
file-version-missing = la version manque ; le premier champ doit être { $field }
file-version-newer = le fichier a la version { $found }, ce programme lit jusqu’à { $known }
file-twice = deux entrées portent le numéro { $number } dans { $list }
file-ended = le fichier se termine trop tôt
file-trailing-text = le fichier continue là où il devrait se terminer
file-unknown-field = champ inconnu
file-missing-field = le champ { $field } manque
file-duplicate-field = le champ { $field } figure deux fois
file-unknown-word = mot inconnu ; possibles : { $words }
file-wrong-value = une valeur qui n’a pas sa place ici
file-rule = règle non respectée ({ $rule })
file-punctuation = une parenthèse, une virgule, un deux-points ou un guillemet manque ou est de trop

journal-version = le journal a la version { $found }, que ce programme ne connaît pas
journal-session = le journal appartient à la séance { $session }
journal-unknown = la ligne { $line } du journal contient un événement que ce programme ne connaît pas
journal-hint = Ouvrir la séance avec le programme qui l’a écrite
error-study-for-review = { $path } vient d’une archive et n’accueille pas de séances propres
error-study-for-review-hint = Prenez l’étude dans laquelle vous menez vos entretiens : --study
