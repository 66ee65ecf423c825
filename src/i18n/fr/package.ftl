# What stands in the packages for an archive.

package-description = Compte rendu sélectif de l’entretien { $session } ({ $level })
package-access = Accès en accord avec le responsable du traitement
package-access-meaning = Le compte rendu est pseudonymisé ; qui veut l’utiliser s’adresse au responsable du traitement. Le consentement joint au paquet fait foi.

package-file-session-json = Le compte rendu en document JSON, sans perte
package-file-session-ron = Le compte rendu sous la forme que lit leitfaden
package-file-protocol-md = Le compte rendu à lire, en Markdown
package-file-protocol-txt = Le compte rendu à lire, en texte simple
package-file-protocol-html = Le compte rendu à lire, en page pour le navigateur
package-file-protocol-csv = Le compte rendu en tableau, une ligne par note
package-file-protocol-xlsx = Le compte rendu en classeur avec matrice, notes et codes
package-file-guide = Le guide dans la version qui a servi à l’entretien
package-file-additions = Les codes ajoutés, renommés ou réunis dans l’étude, pour autant que le protocole les emploie
package-file-consent = Les étapes du consentement avec les réponses
package-file-anonymisation = Ce qui a été remplacé : selon quelle règle et combien de fois
package-file-retention = Fondement et durée de la conservation
package-file-report = Rapport d’étude
package-file-list = Liste des fichiers
package-file-metadata = Métadonnées du paquet (RO-Crate)

package-report-title = Rapport d’étude sur l’entretien { $session }
package-report-project-heading = Projet
package-report-project = L’entretien fait partie de : { $project }. Responsable du traitement : { $controller }.
package-report-gathering-heading = Production des données
package-report-gathering = Entretien guidé ({ $mode }, { $when }, langue : { $language }) selon le guide « { $guide } », édition { $edition }.
package-report-selective = L’entretien n’a pas été transcrit. Un compte rendu sélectif a été tenu pendant la conversation : il retient ce qui touche aux thèmes du guide, dans la case du thème. Une case vide n’est pas un « non ».
package-report-data-heading = Les données
package-report-notes = { $count ->
        [one] Le compte rendu contient une note.
       *[other] Le compte rendu contient { $count } notes.
    }
package-report-replaced = { $count ->
        [one] Un passage a été remplacé avant d’être enregistré.
       *[other] { $count } passages ont été remplacés avant d’être enregistrés.
    }
