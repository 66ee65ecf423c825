# Les étapes du consentement.

consent-title = Consentement : dire, demander, répondre par une touche
consent-edition = texte { $edition }
consent-hint = La réponse vaut : { $manner } (4 change cela). Sans les étapes avec *, pas d’entretien.
consent-refused = Ne pas commencer. F8 jette la séance, F3 la laisse préparée.
consent-confirm = Entrée le fait, toute autre touche non.
consent-discard = Jeter la séance ? Ses fichiers disparaissent, seul reste le fichier de verrou.
consent-on-tape = Quand l’enregistrement tourne (F9), répéter : « { $text } »
consent-no-date = La date d’effacement n’est pas fixée : Alt-Shift-F.
consent-if-no = Si non : { $text }
consent-withdraw = Retirer { $step } ? Voici ce qui s’ensuit :
effect-takes-part = L’entretien est fini : rien n’est plus noté et rien n’en part vers les archives. Ce qui est noté reste sur cet ordinateur ; pour l’effacer : leitfaden withdraw { $session }
effect-recorder = Arrêter l’enregistreur : l’enregistrement { $about } s’arrête ici.
effect-takes-part-before = L’entretien ne commence pas. La séance peut être jetée (F8).
effect-recording = Arrêter l’enregistreur et effacer l’enregistrement. Les notes portent l’heure de l’entretien au lieu des repères, dans les sorties aussi ; plus rien n’est complété d’après l’enregistrement.
effect-archive = La séance ne part plus vers les archives ; cela ne peut être contourné.
effect-quotes = Aucune citation ne sort plus mot à mot : sa paraphrase écrite à côté (Alt-Shift-B) la remplace, sinon elle est omise. La version de relecture, destinée à la personne elle-même, garde ses propres mots.
effect-review = La diffusion n’attend plus que le compte rendu soit relu.
effect-partners = La version d’analyse pour les partenaires laisse la séance de côté.
effect-is-out = { $count ->
        [one] Une sortie ou un paquet est déjà parti et n’en est pas changé.
       *[other] { $count } sorties et paquets sont déjà partis et n’en sont pas changés.
    }
manner-oral = de vive voix
manner-on-tape = sur l’enregistrement
manner-written = par écrit avant
manner-email = par courriel avant
trouble-not-begun = Non commencé : sans c1 ni c2, la séance reste préparée.
trouble-has-begun = La séance a commencé et n’est pas jetée.
trouble-has-others = Une autre personne qui note ou code a des fichiers de cette séance ; elle n’est pas jetée.
