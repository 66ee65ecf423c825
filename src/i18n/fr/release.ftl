# Pourquoi une séance n’est pas livrée dans une version.

refused = { $session } n’est pas livrée : { $level }
refused-no-consent = l’étape { $step } du consentement n’a pas reçu de oui
refused-consent-withdrawn = l’étape { $step } du consentement a été retirée
refused-approval-pending = la personne interrogée voulait relire le compte rendu avant (c6) et ne l’a pas encore validé
refused-not-begun = l’entretien n’a pas encore commencé
refused-other-guide = suit un autre guide, { $guide }
refused-rare-language = trop peu de personnes parlent sa langue ({ $language }), que chaque texte trahit
refused-open-drafts = { $count ->
        [one] une note est commencée et pas gardée
       *[other] { $count } notes sont commencées et pas gardées
    }
refused-looks-like-name = { $place } contient ce qui ressemble à un nom : { $kind }, { $certainty }, détection par { $rule }
refused-listed-name = { $place } contient un mot protégé : { $kind }, { $certainty }, détection par { $rule }
refused-only-together = la version « { $level } » se fait de beaucoup de séances ensemble, une seule serait toujours une personne
refused-hint-consent = Le consentement se note dans la séance : leitfaden interview { $session }
refused-hint-approval = D’ici là, il y a la version de relecture : --level review
refused-hint-not-begun = Mener l’entretien : leitfaden interview { $session }
refused-hint-other-guide = Les séances d’un même guide vont ensemble : nommer à part celles de l’autre
refused-hint-rare-language = Les tableaux en tiennent compte : leitfaden matrix, frequencies, saturation, sample
refused-hint-drafts = Ouvrir la séance et garder ou retirer les notes : leitfaden interview { $session }
refused-hint-name = Un nom : ouvrir la séance et protéger le mot (leitfaden interview { $session }, Ctrl-P). Pas un nom : leitfaden check { $session } --accept { $hit } --reason RAISON
refused-hint-listed = Ouvrir la séance avec la liste, le mot est alors remplacé partout : leitfaden interview { $session } --protect-file FICHIER
refused-hint-only-together = Sur toutes les séances : leitfaden export --all --level analysis, ou leitfaden matrix, frequencies, saturation, sample
