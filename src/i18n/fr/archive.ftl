# What the commands for the shared archive say.

archive-ready = L’archive { $target } est prête
archive-holds-real = Elle reçoit des séances réelles
archive-holds-invented = Elle reçoit des séances inventées
archive-sealed = Les paquets sont scellés
archive-pushed = { $package } est dans l’archive
archive-pushed-pending = { $package } est dans l’archive, en version de travail : la relecture est en attente
archive-already = { $package } était déjà dans l’archive
archive-superseded = Retiré, parce qu’un passage a été supprimé depuis : { $packages }
archive-unrecorded = { $package } est dans l’archive, mais la séance ne le dit pas : { $reason }
archive-not-pushed = { $session } n’a pas été versée : { $reason }
archive-nothing = Cette étude n’a pas de séance à verser
archive-name-sessions = il faut nommer les séances
archive-name-sessions-hint = En nommer une ou plusieurs, ou les prendre toutes : --all
archive-empty = L’archive est vide
archive-head-package = Paquet
archive-head-state = État
archive-head-level = Version
archive-head-bytes = Octets
archive-head-guide = Guide
archive-state-there = présent
archive-state-pending = présent, relecture en attente
archive-state-missing = absent
archive-state-withdrawn = retiré
archive-state-superseded = remplacé par une version ultérieure
archive-orphan = Sans entrée dans le catalogue : { $package }
archive-orphan-hint = Un versement a été interrompu, ou le serveur a écrasé une entrée : verser la séance à nouveau, ou retirer le paquet avec archive withdraw
archive-unreadable = L’entrée { $entry } n’est pas lisible : { $reason }
archive-problem = { $package } : { $problem }
archive-pulled = Étude à lire : { $path }
archive-pulled-hint = Ouvrir avec : leitfaden --study { $path }
archive-not-pulled = { $package } n’a pas été repris : { $reason }
archive-mixed-guide = Les séances ont suivi plusieurs versions du guide { $guide } ; l’étude en contient une
archive-withdrawn = { $package } est retiré
archive-keeps-nothing = Le stockage ne garde pas de versions antérieures
archive-keeps-versions = Le stockage garde des versions ; elles ont été supprimées aussi
archive-keeps-unknown = La corbeille, les versions et les sauvegardes du serveur ou du dossier peuvent encore contenir une copie : vérifier là-bas
archive-doctor-reads = Ce qui est déposé est lisible tout de suite
archive-doctor-create-only = Un fichier n’est jamais déposé sur un autre
archive-doctor-races = De huit à la fois, un seul gagne : { $decided } fois sur { $of }
archive-races-hint = Deux personnes qui versent au même instant des versions différentes de la même séance peuvent se doubler ici ; archive list nomme alors le paquet qui a perdu son entrée
archive-doctor-removes = Ce qui est supprimé a disparu
archive-unsafe = l’archive ne tient pas ce sur quoi repose le versement
archive-unsafe-hint = Verser un par un, jamais deux personnes à la fois, puis vérifier : leitfaden archive verify
archive-open = l’archive { $target } n’est pas utilisable
archive-attempt = { $target } : { $name } n’a pas pu être { $attempt }
archive-attempt-prepare = créé
archive-attempt-list = listé
archive-attempt-read = lu
archive-attempt-create = déposé
archive-attempt-remove = supprimé
archive-the-archive = l’archive
archive-cause-unreachable = le serveur n’est pas joignable ({ $reason })
archive-cause-slow = le serveur ne répond pas à temps
archive-cause-untrusted = le certificat du serveur n’est pas fiable ({ $reason })
archive-cause-denied = le serveur refuse cet accès ({ $status })
archive-cause-denied-hint = Donner nom et mot de passe : { $variables }
archive-cause-no-place = cet endroit n’existe pas sur le serveur
archive-cause-locked = le fichier est verrouillé sur le serveur
archive-cause-full = il n’y a plus de place dans l’archive
archive-cause-answer = le serveur répond { $status }
archive-cause-unintelligible = la réponse du serveur est incompréhensible
archive-cause-damaged = ce qui a été relu n’est pas ce qui a été envoyé
archive-cause-still-there = le fichier a été supprimé et se trouve toujours là
archive-cause-too-large = le fichier est plus grand que prévu
archive-cause-local = le paquet n’est pas lisible sur cette machine ({ $reason })
archive-again-hint = Redonner la commande : ce qui y est déjà ne sera pas déposé deux fois
archive-address-malformed = pas une adresse ; une adresse est un dossier ou { $forms }
archive-address-credentials = une adresse ne contient ni nom ni mot de passe, ils resteraient dans le shell
archive-address-unencrypted = sans chiffrement, seulement vers cette machine ; prendre webdavs:// ou https://
archive-address-no-endpoint = il manque { $field } à une adresse s3
archive-unsealed = d’autres peuvent la lire, et aucun destinataire n’est inscrit
archive-unsealed-hint = Inscrire recipients pour l’archive dans config.ron : les clés publiques (age1…)
archive-no-name-key = il manque le mot qui forme les noms des paquets scellés
archive-no-name-key-hint = Le mettre dans { $variable } ; tous ceux qui versent dans la même archive prennent le même
archive-no-key-file = il n’y a pas de fichier de clé { $path }
archive-seal-recipient = le destinataire { $number } n’est pas une clé publique (age1…)
archive-seal-no-recipient = il n’y a pas de destinataire
archive-seal-identity = la ligne { $number } du fichier de clé n’est pas une clé (AGE-SECRET-KEY-1…)
archive-seal-short-key = le mot pour les noms a moins de 16 caractères
archive-seal-not-for-us = il a été scellé pour d’autres clés
archive-seal-no-identity = il est scellé, et aucune clé n’est là pour l’ouvrir
archive-seal-no-identity-hint = Inscrire key_file pour l’archive dans config.ron
archive-seal-damaged = il a été modifié ou n’a jamais été scellé
archive-not-set-up = l’archive { $target } n’est pas encore préparée
archive-not-set-up-hint = La préparer : leitfaden archive init { $target }
archive-mark-unreadable = le fichier leitfaden-archive.json de l’archive n’est pas lisible
archive-otherwise = l’archive { $target } a été préparée autrement qu’elle n’est inscrite ici
archive-otherwise-is = préparée : { $readers }, { $sealed }, { $holds }
archive-readers-project = seul le projet lit
archive-readers-others = d’autres lisent aussi
archive-is-sealed = scellé
archive-is-open = non scellé
archive-is-real = séances réelles
archive-is-invented = séances inventées
archive-otherwise-hint = Accorder l’inscription dans config.ron, ou préparer une autre archive
archive-later-program = un programme plus récent l’a écrit (version { $version })
archive-foreign-file = pas un fichier de ce programme
archive-other-guide = le guide { $guide } n’est pas là dans la version suivie par l’entretien
archive-wrong-kind-invented = elle est inventée, et cette archive reçoit des séances réelles
archive-wrong-kind-real = elle est réelle, et cette archive reçoit des séances inventées
archive-pack = le paquet ne peut pas être fait ({ $reason })
archive-pending-not-taken = en attente de relecture, elle ne va que dans une archive scellée du projet
archive-conflict = { $package } est un autre paquet dans l’archive ; rien n’a été écrasé
archive-conflict-hint = Voir qui l’a versé : leitfaden archive list ; le mettre à côté : --beside
archive-taken-back = { $package } a été retiré de l’archive
archive-no-package = ce n’est pas un paquet de ce programme
archive-other-digest = il contient autre chose que ce que dit son nom
archive-problem-checksum = d’autres octets que ne le dit son entrée
archive-problem-still-there = retiré et encore là : redonner leitfaden archive withdraw
archive-changed = ce n’est pas ce que dit le catalogue
archive-content-unreadable = la séance ou le guide qu’il contient ne sont pas lisibles
archive-unknown-package = le paquet { $package } n’existe pas dans l’archive
archive-unknown-package-hint = Les voir tous : leitfaden archive list { $target }
bag-valid = Le bag est complet et inchangé (BagIt { $version }, { $algorithms })
bag-broken = Le bag n’est pas ce qu’il prétend être
bag-unreadable = le bag { $path } ne peut pas être lu
bag-whole = le bag entier
bag-no-declaration = il manque bagit.txt
bag-bad-declaration = bagit.txt n’est pas écrit comme le demande la version
bag-byte-order-mark = bagit.txt commence par une marque d’ordre des octets
bag-unknown-version = version inconnue { $value }
bag-unknown-encoding = codage inconnu { $value }
bag-no-payload-folder = il manque le dossier data
bag-no-manifest = aucun manifeste dont les sommes sont connues
bag-unknown-algorithm = sommes inconnues { $value } ; non vérifiées
bag-not-in-encoding = pas dans le codage que le bag annonce
bag-bad-line = la ligne { $value } n’en est pas une
bag-bad-checksum = ligne { $value } : pas une somme de ce type
bag-out-of-scope = ligne { $value } : le nom mène dehors
bag-dot-slash = ligne { $value } : le nom commence par ./
bag-star = ligne { $value } : une étoile devant le nom
bag-listed-twice = figure deux fois dans la liste, à l’identique
bag-not-unique = figure deux fois dans la liste
bag-listed-differently = figure deux fois dans la liste, différemment
bag-name-differs = le fichier s’appelle { $value }
bag-missing = manque
bag-not-fetched = n’a pas été récupéré
bag-system-file-missing = manque, un fichier du système
bag-not-listed = ne figure dans aucune liste
bag-not-in-every-manifest = ne figure pas dans le manifeste { $value }
bag-changed = a été modifié ({ $value })
bag-file-unreadable = ne peut pas être lu
bag-bad-oxum = Payload-Oxum n’en est pas un
bag-oxum-twice = Payload-Oxum figure plusieurs fois
bag-oxum-differs = Payload-Oxum est faux : il y a { $value }
bag-manifest-unlisted = ne figure dans aucune liste des fichiers d’accompagnement
bag-link = un lien ; il n’est pas suivi
bag-not-text = le nom n’est pas un texte
bag-path-trick = le nom mène hors du dossier
bag-beside-bag = se trouve à côté du bag
bag-two-of-one-name = deux fichiers du même nom
bag-overlap = des fichiers qui se chevauchent
bag-encrypted = chiffré
bag-too-large = plus grand que ce qui est lu
bag-too-many = plus de fichiers que ce qui est lu
bag-damaged-zip = le zip est endommagé
archive-leftovers = { $count ->
        [one] Un versement a été interrompu ; un reste se trouve dans incoming
       *[other] { $count } versements ont été interrompus ; des restes se trouvent dans incoming
    }
archive-verified = { $count ->
        [one] Un paquet vérifié, en ordre
       *[other] { $count } paquets vérifiés, tous en ordre
    }
archive-pulled-count = { $count ->
        [one] Un paquet repris
       *[other] { $count } paquets repris
    }
archive-pulled-taken-back = { $count ->
        [one] Un paquet retiré n’y est pas
       *[other] { $count } paquets retirés n’y sont pas
    }
bag-counted = { $count ->
        [one] Un fichier
       *[other] { $count } fichiers
    }
