# Tables over all interviews: matrix, frequencies, saturation, sample.

tables-matrix = Protocol matrix
tables-frequencies = Frequencies within the blocks
tables-saturation = Saturation: new codes per interview
tables-sample = Sample
tables-level = { $level } · guide { $guide }
tables-base = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }
tables-invented = INVENTED for trying the program: nobody said this
tables-left-invented = { $count ->
        [one] 1 invented session left out, since real ones stand beside it
       *[other] { $count } invented sessions left out, since real ones stand beside them
    }
tables-left-prepared = { $count ->
        [one] 1 prepared session does not count yet
       *[other] { $count } prepared sessions do not count yet
    }
tables-left-filtered = { $count ->
        [one] 1 session left out by the filter
       *[other] { $count } sessions left out by the filter
    }
tables-left-other-guide = { $count ->
        [one] 1 session follows another guide
       *[other] { $count } sessions follow another guide
    }
tables-left-level = { $count ->
        [one] 1 session may not be in this version
       *[other] { $count } sessions may not be in this version
    }
tables-unread = { $count ->
        [one] ⚠ 1 session cannot be read and is missing from all numbers
       *[other] ⚠ { $count } sessions cannot be read and are missing from all numbers
    }
tables-unread-named = ⚠ Not readable: { $sessions }
tables-versions = { $count } editions of the guide, joined by the ids of topics: { $versions }
tables-awaiting = { $count } of { $sessions } not yet approved
tables-coarser = { $attribute } made coarser (step { $steps })
tables-attribute-left = Left out, since it would point to somebody: { $attributes }
tables-risk = Pseudonymised, not anonymous: who knows the cases may recognise a statement.
tables-groups-of = Groups of fewer than { $count } sessions or from one case are marked with ⚠
tables-few-note = “few”: 1 or 2; “nearly all”: all but 1 or 2; “·”: not said, since it could be computed otherwise
tables-percent-note = Percent from N = { $count } only
tables-words-note = seldom: in one case only, or under 1/10 of the sessions · some: under 1/3 · several: from 1/3 · most named: the most frequent of these
tables-block = { $block } · N = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    }, { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }
tables-block-declined = { $count } declined
tables-block-unsettled = { $count } with notes and no state, not counted
tables-block-small = too few answers to say anything
tables-block-empty = no codes
tables-wording-perhaps = several versions: the question may have been another
tables-wording-changed = ≠ asked in other words
tables-no-value = not noted
tables-few = few
tables-nearly-all = nearly all
tables-hidden = ·
tables-outside = outside
tables-head-block = Block
tables-head-code = Code
tables-head-label = Label
tables-head-sessions = Sessions
tables-head-cases = Cases
tables-head-percent = %
tables-head-unprompted = unasked
tables-head-helps = helps
tables-head-hinders = hinders
tables-head-own = own
tables-head-reported = reported
tables-head-word = Word
tables-head-bar = Share
tables-head-session = Session
tables-head-case = Case
tables-head-interviews = Interviews
tables-head-new = new
tables-head-total = total
tables-head-side = Side
tables-head-attribute = Attribute
tables-head-value = Value
tables-head-gap = Gap
tables-total = N
tables-retired = retired
tables-field-code = field code
tables-gap = ← { $role }: nobody
tables-missing = nobody yet: { $roles }
tables-under-smallest = { $sessions } of k = { $smallest }: too few to be shown
tables-unplaced = without side or role: { $sessions }
tables-unexpected = not in the form of the case
tables-gaps = { $gaps ->
        [one] 1 of { $expected } sides is open
       *[other] { $gaps } of { $expected } sides are open
    }
tables-signs = ● answered · ◌ nothing to say · × declined · – not applicable · / not asked · † withdrawn · ◐ noted without state · ○ open · = summarised
tables-no-session = no session that counts follows { $guide }
tables-no-session-hint = There are sessions for { $guides }
tables-no-session-at-all = this study has no session yet
tables-other-guides = Counted for { $guide }; others: --guide { $guides }
tables-unknown-filter = { $asked } is nowhere in this study
tables-unknown-filter-hint = Possible: { $known }
tables-refused-review = the review version is the protocol of one interview, neither a table nor a sheet
tables-refused-single = the version “{ $level }” holds single protocols, not extracts of many
tables-refused-attribute = it cannot be divided by { $attribute }
tables-refused-attribute-hint = Possible: { $known }
tables-refused-telling = it is not divided by { $attribute }: the smallest group has { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }, { $smallest } from 2 are needed
tables-refused-telling-hint = Leave it out (--by, --show), name another attribute, or take the working version: --level working
tables-refused-one-attribute = the publication shows one attribute at most, { $asked } are asked for
tables-refused-one-attribute-hint = Name --show once only
tables-refused-rest = the filter leaves out { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    } only: whoever has the table without it could subtract (at least { $smallest } from 2, or none)
tables-refused-rest-hint = Widen the filter, leave it out, or take the working version: --level working
tables-refused-few = for this version { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    } { $sessions ->
        [one] is
       *[other] are
    } too few, { $smallest } from 2 are needed
tables-refused-few-hint = { $count ->
        [0] Filter less, or take the working version: --level working
        [one] 1 session may not be in it (consent, approval); leitfaden check shows it
       *[other] { $count } sessions may not be in it (consent, approval); leitfaden check shows it
    }
word-never = never
word-seldom = seldom
word-some = some
word-several = several
word-most = most named
attribute-language = Language
attribute-mode = Mode

extracts-title = Extracts
extracts-head-topic = Topic
extracts-head-kind = Kind
extracts-head-text = Text
extracts-summary = summary
extracts-left-kinds = { $count ->
        [one] 1 comment, observation or fact about the person left out
       *[other] { $count } comments, observations and facts about persons left out
    }
extracts-left-quotes = { $count ->
        [one] 1 quote left out, since there is no consent to quoting (c5)
       *[other] { $count } quotes left out, since there is no consent to quoting (c5)
    }
extracts-left-language = { $count ->
        [one] 1 text in another language than the interview’s left out
       *[other] { $count } texts in another language than the interview’s left out
    }
extracts-left-no-paraphrases = { $count ->
        [one] 1 quote or summary left out: what is published holds paraphrases only
       *[other] { $count } quotes and summaries left out: what is published holds paraphrases only
    }
extracts-left-few = { $count ->
        [one] 1 text left out of a cell in which too few said something
       *[other] { $count } texts left out of cells in which too few said something
    }
extracts-left-codes = { $count ->
        [one] 1 code left out because too few sessions stand behind it
       *[other] { $count } codes left out because too few sessions stand behind them
    }
extracts-telling = ⚠ An earlier export of this version differs by { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } from { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    } only: who has both can tell them
extracts-no-format = the version “{ $level }” does not exist in the format { $format }
extracts-no-format-hint = Possible are json, csv, md and txt; tables come from leitfaden matrix, frequencies, saturation and sample
