# Ce qui surmonte une partie de l’aide, et ce qui se dit d’une commande mal formée.

usage-heading = Utilisation
usage-command-word = COMMANDE
usage-options-word = OPTIONS

usage-unknown-option = cette option n’existe pas ici
usage-unexpected = il y a un argument de trop
usage-unknown-command = cette commande n’existe pas
usage-meant = Il s’agit peut-être de : { $names }
usage-conflict = { $option } ne va pas avec { $others }
usage-conflict-some = { $option } ne va pas avec le reste de ce qui est indiqué
usage-twice = { $option } est indiqué plus d’une fois
usage-missing = il manque : { $names }
usage-needs-command = après { $command }, il manque une commande
usage-needs-value = il manque la valeur de { $option }
usage-wrong-value = la valeur de { $option } ne convient pas
usage-possible = sont possibles : { $values }
usage-too-many-values = { $option } a une valeur de trop
usage-wrong-number = { $option } a trop ou trop peu de valeurs
usage-needs-equals = entre { $option } et sa valeur, il manque un =
usage-not-utf8 = un argument n’est pas un texte lisible (UTF-8)
usage-wrong = les arguments sont incompréhensibles
usage-hint = Pour voir ce qu’il y a : { $command }

value-case = un cas se nomme par une majuscule et jusqu’à sept majuscules ou chiffres, comme A ou K2
value-session = une séance se nomme par son cas, un trait d’union et un numéro de 1 à 999, comme A-1
value-note = une note se nomme par la prise de notes et son numéro, comme 1.17
value-day = un jour s’écrit comme 2026-06-01
value-moment = une heure s’écrit comme 00:31:07 ou, dans l’enregistrement, comme #00:31:07-0#
value-pair = il faut deux substituts séparés par =, comme « Person 4=Person 1 »
value-attribute = une caractéristique et sa valeur s’écrivent avec =, comme role=management
value-step = les étapes du consentement sont c1 à c7
value-hit = un résultat se nomme par son texte et son numéro, comme 1.17:2
value-words-to-strike = les mots à supprimer ne figurent jamais dans les arguments : indiquez « - » et écrivez-les dans l’entrée standard
value-input-is-text = l’entrée standard est déjà le texte ; la liste demande un fichier
value-output-is-text = la sortie standard reçoit déjà le texte ; le rapport demande un fichier
value-no-stream = « - » désigne l’entrée ou la sortie standard, et il faut ici un fichier ou un dossier (s’il s’appelle ainsi : ./-)
value-consent = aucun entretien ne peut commencer sans c1 et c2
value-reason = --reason dit pourquoi un entretien se fait par téléphone : il faut --mode phone
value-accept = --accept concerne une seule séance : n’indiquez qu’elle
