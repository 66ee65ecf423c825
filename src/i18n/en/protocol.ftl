# Words of a protocol: kinds of notes, states of cells, levels, and what stands in a printed protocol.

kind-paraphrase = Paraphrase
kind-quote = Quote
kind-observation = Observation
kind-comment = Comment
kind-fact = Fact for the profile

state-open = open
state-answered = answered
state-nothing-to-say = asked, nothing to say
state-declined = declined
state-not-applicable = not applicable
state-not-asked = not asked
state-withdrawn = withdrawn

origin-live = during the interview
origin-memory = from memory
origin-recording = from the recording
origin-approval = from the approval

mode-on-site = on site
mode-phone = by phone

reason-distance = long way
reason-schedule = no common date
reason-wish = the interviewee’s wish
reason-other = another reason

progress-prepared = prepared
progress-open = open
progress-closed = closed

language-de = German
language-fr = French
language-en = English

answer-yes = yes
answer-no = no
answer-withdrawn = withdrawn

level-working = Working version
level-review = Review version
level-archive = Archive version
level-analysis = Analysis version
level-publication = Publication

# { $number } is 1 to 4.
quarter = quarter { $number } of { $year }

protocol-title = Protocol { $session } · { $level } (pseudonymised)
protocol-invented = Invented session for trying the program, nothing in it is real
protocol-guide = Guide { $guide }, edition { $edition }
protocol-began = begun { $when }
protocol-prepared = prepared { $when }
protocol-block = Block { $number }
protocol-block-titled = Block { $number }: { $title }
protocol-outside = outside the guide
protocol-summary = In short: { $text }
protocol-prompted = prompted
protocol-probe = after probe { $number }
protocol-also-in = also in { $topics }
protocol-struck = { $note } struck
protocol-parked = Parked
protocol-gaps = Not understood
review-held = Interview of { $when }
review-outside = Further statements
review-placeholders = Names are replaced by placeholders such as { $placeholder }; the same placeholder always stands for the same person, institution or place.
review-until = Please answer by { $day }.
protocol-placeholders = Placeholders
protocol-attributes = Attributes
protocol-named = { $name }: { $value }
protocol-consent = Consent
protocol-left-out = Not in this version: { $list }
protocol-risk = Pseudonymised, not anonymous: whoever knows the cooperation may still recognise a statement.

left-out-comments = { $count ->
        [one] 1 comment
       *[other] { $count } comments
    }
left-out-observations = { $count ->
        [one] 1 observation
       *[other] { $count } observations
    }
left-out-quotes = { $count ->
        [one] 1 quote without consent (c5)
       *[other] { $count } quotes without consent (c5)
    }
left-out-wordings = { $count ->
        [one] the wording of 1 quote (its paraphrase is there, c5)
       *[other] the wordings of { $count } quotes (their paraphrases are there, c5)
    }
left-out-codes = { $count ->
        [one] 1 coding
       *[other] { $count } codings
    }
left-out-summaries = { $count ->
        [one] 1 summary
       *[other] { $count } summaries
    }
left-out-drafts = { $count ->
        [one] 1 unfinished note
       *[other] { $count } unfinished notes
    }
left-out-attributes = { $count ->
        [one] 1 attribute
       *[other] { $count } attributes
    }
left-out-labels = { $count ->
        [one] 1 label of a placeholder
       *[other] { $count } labels of placeholders
    }
left-out-consent = { $count ->
        [one] 1 step of the consent
       *[other] { $count } steps of the consent
    }
left-out-parked = { $count ->
        [one] 1 parked point
       *[other] { $count } parked points
    }
left-out-gaps = { $count ->
        [one] 1 place not understood
       *[other] { $count } places not understood
    }
protocol-translation = translated: { $text }
protocol-speaker = interviewee { $letter }
polarity-helps = helps
polarity-hinders = hinders
voice-reported = reported
age-within-day = within 24 hours
age-later = after more than 24 hours
