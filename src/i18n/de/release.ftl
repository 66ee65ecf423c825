# Why a session is not released at a level.

refused = { $session } wird als { $level } nicht ausgegeben
refused-no-consent = Schritt { $step } der Einwilligung ist nicht mit Ja beantwortet
refused-consent-withdrawn = Schritt { $step } der Einwilligung ist widerrufen
refused-approval-pending = die Gesprächsperson wollte das Protokoll vorher sehen (c6) und hat es noch nicht bestätigt
refused-not-begun = das Interview hat noch nicht begonnen
refused-other-guide = folgt einem anderen Leitfaden, { $guide }
refused-rare-language = zu wenige sprechen ihre Sprache ({ $language }), die jeder Text verrät
refused-open-drafts = { $count ->
        [one] eine Notiz ist angefangen und nicht behalten
       *[other] { $count } Notizen sind angefangen und nicht behalten
    }
refused-looks-like-name = { $place } enthält, was wie ein Name aussieht: { $kind }, { $certainty }, gefunden durch { $rule }
refused-listed-name = { $place } enthält ein geschütztes Wort: { $kind }, { $certainty }, gefunden durch { $rule }
refused-only-together = die Fassung «{ $level }» entsteht aus vielen Sitzungen zusammen, eine allein wäre immer eine Person
refused-hint-consent = Die Einwilligung wird in der Sitzung festgehalten: leitfaden interview { $session }
refused-hint-approval = Bis dahin gibt es die Rückbestätigungsfassung: --level review
refused-hint-not-begun = Das Interview führen: leitfaden interview { $session }
refused-hint-other-guide = Zusammen gehen die Sitzungen eines Leitfadens: die des anderen für sich nennen
refused-hint-rare-language = Die Tabellen zählen sie mit: leitfaden matrix, frequencies, saturation, sample
refused-hint-drafts = Die Sitzung öffnen und die Notizen behalten oder streichen: leitfaden interview { $session }
refused-hint-name = Ein Name: die Sitzung öffnen und das Wort schützen (leitfaden interview { $session }, Ctrl-P). Kein Name: leitfaden check { $session } --accept { $hit } --reason GRUND
refused-hint-listed = Die Sitzung mit der Liste öffnen, dann wird das Wort überall ersetzt: leitfaden interview { $session } --protect-file DATEI
refused-hint-only-together = Über alle Sitzungen: leitfaden export --all --level analysis, oder leitfaden matrix, frequencies, saturation, sample
