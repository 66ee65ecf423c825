# What a check says: names that are left, groups that are too small, what may point to somebody.

looks-person = person
looks-institution = institution
looks-place = place
looks-address = address
looks-email = e-mail address
looks-telephone = telephone number
looks-web = web address
looks-handle = name in a network
looks-iban = bank account
looks-ahv = insurance number
looks-birth = date of birth
looks-number = number
certainty-doubtful = doubtful
certainty-likely = likely
certainty-certain = certain
rule-name = a whole name
rule-part = a part of a name
rule-acronym = an acronym
rule-form = its form
rule-trigger = the word beside it
rule-list = a list
rule-vocabulary = no dictionary having it
rule-model = the learned model
rule-later = what was found before
place-note = note { $id }
place-summary = the sentence on { $id }
place-translation = the translation of note { $id }
place-prefill = the survey answer { $id }
place-postscript = the postscript, field { $id }
place-parked = the parked point { $id }
place-label = the label of { $id }
place-draft = the draft in { $id }
place-reason = the reason { $id }

check-ready = { $session }: nothing keeps the archive version back
check-blocked = { $session }: the archive version is kept back
check-accepted = accepted
check-keeps-back = keeps it back
check-must = open must topics: { $topics }
check-contradicted = “asked, nothing to say”, yet statements stand there: { $topics }
check-no-guide = the guide { $guide } cannot be read; must topics, groups and W8 are missing
check-look = worth a look:
check-invented = invented
check-disclosure = Smallest groups by { $guide }: { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }; a group needs { $smallest } sessions from 2 cases
check-head-attributes = Attributes
check-head-sessions = Sessions
check-head-cases = Cases
check-head-verdict = Verdict
check-fits = enough
check-too-small = too small
check-none-fits = { $count ->
       *[other] No group is large enough, by no attribute and in none of the { $count } combinations
    }
check-language = language
check-left-out = { $count ->
        [one] One invented session does not count, since real ones stand beside it
       *[other] { $count } invented sessions do not count, since real ones stand beside them
    }
check-not-reckoned = { $count ->
        [one] One further combination was not reckoned
       *[other] { $count } further combinations were not reckoned
    }
check-pool = Reckoned over the whole study, also if single sessions are named
check-study = Over the study
check-single = W7 { $case }: one interviewee only ({ $session }); this row is a person. Never name the case beside quotes
check-alike = W8 { $attribute } = { $value }: all { $sessions } sessions share { $codes }; who is in the group said it. Leave out the code or the attribute
check-no-difference = W9, comparing with earlier exports, is said when extracts are exported (`leitfaden export`)
check-none = There is no session in this study yet
check-residual-risk = No known identifier found does not mean anonymous: who knows the cooperation may recognise a statement
check-risk-beyond-hits = Even with these places settled it is not anonymous: whoever knows the cooperation may still recognise a statement

warning-town = town: name the region, or leave it out
warning-region = region or river: “the border region” says enough
warning-acronym = acronym: say what it is (“the chamber”), or protect it
warning-year = exact year: “since the { $decade }s”
warning-members-small = exact number: “under 50”
warning-members-medium = exact number: “50 to 199”
warning-members-large = exact number: “200 and more”
warning-money = exact sum: “a sum of { $digits } digits”
warning-unique = uniqueness: say it without the claim (“a firm”)
warning-gender = gender of the person: say it neutrally (“they”)
warning-quote = quote in { $language }, unlike the session: put it as a paraphrase
warning-third = an office with its place names who holds it: “an authority”

check-needs-terminal = with --show possible names stand in the clear; that goes to the screen only
check-needs-terminal-hint = Without --show its kind stands there in brackets
check-accept-done = { $hit } in { $session } is accepted and stands in the session’s log
check-accept-unknown = there is no hit { $hit } in { $session }
check-accept-unknown-hint = The hits with their numbers are shown by: leitfaden check { $session }
check-accept-listed = { $hit } is a protected word and cannot be accepted
check-accept-doubtful = { $hit } is merely doubtful and keeps nothing back
check-accept-empty = a reason is needed
check-accept-name = the reason holds what looks like a name
check-accept-name-hint = Say what it is without the word itself
review-left = { $count ->
        [one] One place still looks like a name
       *[other] { $count } places still look like names
    }
review-left-hint = Look at them with: leitfaden check { $session }
