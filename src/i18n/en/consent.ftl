# The steps of the consent.

consent-title = Consent: say, ask, answer by one key
consent-edition = text { $edition }
consent-hint = The answer counts as: { $manner } (4 changes that). Without the steps marked * no interview begins.
consent-refused = Do not begin. F8 discards the session, F3 leaves it prepared.
consent-confirm = Enter does it, any other key does not.
consent-discard = Discard the session? Its files go, nothing stays but the lock file.
consent-on-tape = When the recorder runs (F9), once more for the tape: “{ $text }”
consent-no-date = By when it is deleted is not set: Alt-Shift-F.
consent-if-no = If no: { $text }
consent-withdraw = Withdraw { $step }? This follows:
effect-takes-part = The interview is over: nothing more is written down, and nothing of it is released for the archive. What is noted stays on this machine; to delete it: leitfaden withdraw { $session }
effect-recorder = Stop the recorder: recording { $about } ends here.
effect-takes-part-before = The interview does not begin. The session can be discarded (F8).
effect-recording = Stop the recorder and delete the recording. Notes show the time of the interview in place of codes, in exports too; nothing more is added from the recording.
effect-archive = The session is no longer released for the archive; that cannot be waved through.
effect-quotes = No quote leaves word for word: it stands as a paraphrase where one is written beside it (Alt-Shift-B), else it is left out. The review version, for the interviewee, keeps their own words.
effect-review = Release no longer waits for the protocol to be read.
effect-partners = The analysis version for the partners leaves the session out.
effect-is-out = { $count ->
        [one] One export or package is out already and is not changed by this.
       *[other] { $count } exports and packages are out already and are not changed by this.
    }
manner-oral = in words
manner-on-tape = on the recording
manner-written = in writing before
manner-email = by e-mail before
trouble-not-begun = Not begun: without c1 and c2 the session stays prepared.
trouble-has-begun = The session has begun and is not discarded.
trouble-has-others = Another note-taker or coder has files of this session; it is not discarded.
