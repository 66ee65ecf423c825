# Why a session is not released at a level.

refused = { $session } is not released: { $level }
refused-no-consent = step { $step } of the consent was not answered with yes
refused-consent-withdrawn = step { $step } of the consent was withdrawn
refused-approval-pending = the interviewee wanted to see the protocol first (c6) and has not approved it
refused-not-begun = the interview has not begun
refused-other-guide = it follows another guide, { $guide }
refused-rare-language = too few speak its language ({ $language }), which every text tells
refused-open-drafts = { $count ->
        [one] one note is begun and not kept
       *[other] { $count } notes are begun and not kept
    }
refused-looks-like-name = { $place } holds what looks like a name: { $kind }, { $certainty }, found by { $rule }
refused-listed-name = { $place } holds a protected word: { $kind }, { $certainty }, found by { $rule }
refused-only-together = the version “{ $level }” is made of many sessions together, one alone would always be one person
refused-hint-consent = Consent is noted in the session: leitfaden interview { $session }
refused-hint-approval = Until then there is the review version: --level review
refused-hint-not-begun = Lead the interview: leitfaden interview { $session }
refused-hint-other-guide = Sessions of one guide go together: name those of the other guide by themselves
refused-hint-rare-language = The tables count it: leitfaden matrix, frequencies, saturation, sample
refused-hint-drafts = Open the session and keep or strike the notes: leitfaden interview { $session }
refused-hint-name = A name: open the session and protect the word (leitfaden interview { $session }, Ctrl-P). No name: leitfaden check { $session } --accept { $hit } --reason TEXT
refused-hint-listed = Open the session with the list, and the word is replaced everywhere: leitfaden interview { $session } --protect-file FILE
refused-hint-only-together = Over all sessions: leitfaden export --all --level analysis, or leitfaden matrix, frequencies, saturation, sample
