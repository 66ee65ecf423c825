# Guides qui commencent : nouveaux, tirés d’un livre de codes, de Markdown ; et la comparaison de deux guides.

guide-same = Les guides disent la même chose
guide-moved = se trouve à un autre endroit
guide-made = { $path } : { $blocks ->
        [one] { $blocks } bloc
       *[other] { $blocks } blocs
    }, { $topics ->
        [one] { $topics } thème
       *[other] { $topics } thèmes
    }, { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }
guide-made-language = Langue du guide : { $language } ; --guide-lang en choisit une autre
guide-made-hint = Continuez dans un éditeur de texte ; ce qui manque est indiqué par : leitfaden guide check { $path }
guide-exists-hint = Un guide n’est jamais remplacé ; choisissez un autre nom
guide-unknown-kind = { $path } n’est ni un livre de codes ni du Markdown
guide-unknown-kind-hint = Sont lus les fichiers terminés par .qdc ou .md
guide-not-taken-over = { $path } ne peut pas être repris
guide-makes-none = ce qui a été lu ne donne pas un guide valable
guide-to-write-title = Nouveau guide
guide-to-write-block = Premier bloc
guide-to-write-goal = À quoi sert ce bloc (à rédiger).
guide-to-write-topic = Premier thème
guide-to-write-question = Question principale ouverte (à rédiger) ?
guide-to-write-controller = l’institution responsable (à rédiger)
import-no-xml = pas de XML à l’octet { $at }
import-no-codebook = le fichier ne contient pas de livre de codes (CodeBook)
import-no-name = le code à l’octet { $at } n’a pas de nom
import-empty = le livre de codes est vide
import-too-deep = les codes sont imbriqués trop profondément
import-too-many = il y a trop de codes
import-second-title = ligne { $line } : un guide a un seul titre (#)
import-topic-outside-block = ligne { $line } : un thème (###) se trouve dans un bloc (##)
import-list-outside-topic = ligne { $line } : une liste contient les relances d’un thème (###) ou des codes
import-second-question = ligne { $line } : un thème a une seule question principale ; le reste est une relance (-) ou une remarque (>)
import-no-code = ligne { $line } : un code est un identifiant entre accents graves et un libellé : « - `a.b` Libellé »
import-empty-heading = ligne { $line } : le titre est vide
import-no-minutes = ligne { $line } : les minutes sont des nombres, sur place et au téléphone : (10/8)
import-heading-too-deep = ligne { $line } : il n’y a pas de titre sous un thème (###)
import-no-block = le texte n’a aucun bloc (##)
guide-sets-left-out = { $count ->
        [one] Un groupe de codes a été laissé de côté ; un guide n’en connaît pas
       *[other] { $count } groupes de codes ont été laissés de côté ; un guide n’en connaît pas
    }
