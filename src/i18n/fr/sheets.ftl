# Ce qui est lu à travers tous les entretiens, au-delà des tableaux.

prepare-pilot = Entretien pilote : met le guide à l’essai, ne compte pas à côté d’autres
sheets-pilot = ⚠ Entretiens pilotes seulement
sheets-left-pilot = { $count ->
        [one] sans 1 entretien pilote
       *[other] sans { $count } entretiens pilotes
    }
sheets-left-withdrawn = { $count ->
        [one] sans 1 entretien retiré
       *[other] sans { $count } entretiens retirés
    }
sheets-rap-title = Fiche RAP · cas { $case } · { $level }
sheets-rap-block = { $number } { $title } · répondu dans { $answered } sur { $sessions }
sheets-agreed = Type convenu :
sheets-not-agreed = pas encore
sheets-more-contradictions-here = { $count ->
        [one] + { $count } autre, dans la vue des contradictions (Tab)
       *[other] + { $count } autres, dans la vue des contradictions (Tab)
    }
sheets-more-here = { $count ->
        [one] + 1 autre note, dans la séance (Entrée dans la matrice)
       *[other] + { $count } autres notes, dans les séances (Entrée dans la matrice)
    }
sheets-notes = { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
sheets-not-approved = ⚠ pas encore validé
sheets-code = { $code } · dans { $said } sur { $sessions }
sheets-helps = ▲ aide : { $codes }
sheets-hinders = ▼ freine : { $codes }
sheets-nothing-noted = rien de noté
sheets-more = { $count ->
        [one] + 1 autre note, voir « leitfaden show »
       *[other] + { $count } autres notes, voir « leitfaden show »
    }
sheets-contradictions = Contradictions
sheets-more-contradictions = { $count ->
        [one] + { $count } autre, voir « leitfaden contradictions »
       *[other] + { $count } autres, voir « leitfaden contradictions »
    }
sheets-open = Ouvert ou pas demandé
sheets-refused = Sans les entretiens qui ne peuvent pas figurer dans cette version : { $sessions }
sheets-turned = { $code } : aide ({ $helps }), freine ({ $hinders })
sheets-marked = marqué comme contradiction : { $notes }
sheets-agreement = Accord entre codeurs
sheets-pair = Codeurs { $first } et { $second }
sheets-alike = { $alike ->
        [one] { $alike } note sur { $notes } codée de la même façon
       *[other] { $alike } notes sur { $notes } codées de la même façon
    }
sheets-not-shared = { $count ->
        [one] 1 note vue par une seule personne
       *[other] { $count } notes vues par une seule personne
    }
sheets-code-agreement = { $code } : les deux { $both }, seulement { $first } : { $one }, seulement { $second } : { $other }
sheets-all-coders = Tous les codeurs ensemble, { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    } : { $alpha }
sheets-no-second-coder = Personne n’a encore codé une seconde fois : « leitfaden review SÉANCE --coder 2 ».
sheets-head-note = Note
sheets-head-only-first = seulement le premier
sheets-head-only-second = seulement le second
sheets-head-kind = Genre
sheets-head-notes = Notes
sheets-kind-pair = opposés
sheets-kind-turned = retourné
sheets-kind-marked = marqué
sheets-no-contradiction = Aucune contradiction trouvée. C’est une indication pour la lecture, pas un résultat.
sheets-contradictions-title = Contradictions au sein des cas
sheets-contradictions-note = Indications pour relire, pas des résultats : codes que le guide oppose, un code qui aide et freine, passages marqués.
sheets-refused-one-case = La version « { $level } » ne montre aucun cas isolé
sheets-refused-one-case-hint = Les fiches par cas et les contradictions existent en version de travail et d’archives (--level working, --level archive). Sur tous les cas ensemble : matrix, frequencies, export --all
sheets-no-case = Aucune fiche : aucun entretien des cas nommés ne compte ou n’est permis dans cette version
key-read-sheet = fiche RAP
key-back-to-matrix = retour
key-export = exporter
key-export-now = exporter
exporting-one = Exporter { $session }
exporting-all = Exporter toutes les séances
exporting-form = Format
exporting-form-hint = Les séances dans un format, ou une fiche RAP par cas. ← → choisit.
exporting-level = Version
exporting-level-hint = Ce qui est contenu et pour qui. Analyse et publication n’existent que pour beaucoup de séances ensemble, en json, csv, md ou txt.
exporting-place = Lieu
exporting-place-hint = Un dossier (terminé par /), ou un fichier pour un seul document. Ce qui s’y trouve déjà reste.
exporting-until-hint = Pour la version de relecture à lire (docx, md, html, txt) : par exemple 20.05.2026, 2026-05-20 ou +14 (jours dès aujourd’hui). Vide : deux semaines.
exporting-no-place = Il manque la destination : indiquez un dossier ou un fichier.
exporting-until-read = La réponse est attendue jusqu’au { $until }.
exporting-until-past = Le jour de la réponse est passé : saisissez-en un autre, ou aucun.
exporting-until-review = Un jour pour la réponse va avec la version de relecture en docx, md, html ou txt : choisissez-les, ou videz le champ.
exporting-until-unawaited = { $sessions } : le jour de la réponse ne vaut pas ici ; aucune validation n’a été demandée, elle a déjà sa réponse, ou la séance est inventée
exporting-sheets = fiche RAP par cas ({ $format })
exporting-running = Exportation… { $done ->
        [one] { $done } séance sur { $of }
       *[other] { $done } séances sur { $of }
    }
sheets-pilot-one = Entretien pilote
