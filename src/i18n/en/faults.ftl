# What can be wrong with a guide. Signs stand in values, since these texts are held against the same typography.

fault-no-languages = no language is declared
fault-duplicate-language = the language { $language } stands twice
fault-unknown-language = the program does not know the language “{ $language }”; possible are { $known }
fault-no-blocks = the guide has no block
fault-no-topics = the block has no topic
fault-more-faults = there are so many faults that the rest is not shown one by one
fault-no-minutes = no time is planned
fault-smallest-group-too-small = the smallest group is { $found }; below { $least } single people would show
fault-consent-step-missing = step { $step } of the consent is missing; without it no interview may begin
fault-consent-step-not-needed = step { $step } of the consent must have { $field }; without it no interview may begin
fault-duplicate-id = { $of } “{ $id }” stands twice
fault-misshapen-id = { $of } “{ $id }” has the wrong shape; it must be { $shape }
fault-unknown-code = the codebook has no code “{ $code }”
fault-nothing-below-code = the codebook has nothing below the code “{ $code }”
fault-favourite-not-offered = the favourite “{ $code }” is not among the codes of its topic
fault-too-many-favourites = { $found } favourites in a block, there are keys for { $most }
fault-unknown-role = “{ $role }” is no value of the attribute role
fault-unknown-survey-key = the guide does not declare the survey key “{ $key }”
fault-unknown-value = the attribute has no value “{ $value }”, or has it no more at this step
fault-value-coarsened-twice = the value “{ $value }” becomes two at one step
fault-missing-language = the text is missing in { $language }
fault-undeclared-language = the text is there in { $language }, which the guide does not declare
fault-empty-text = the text is empty
fault-too-many-probes = { $found } probes, there are keys for { $most }
fault-unequal-probes = { $found ->
        [one] 1 probe
       *[other] { $found } probes
    } in { $language }, { $expected } in the first language
fault-unknown-variable = the program has nothing to put for { $variable }
fault-unclosed-brace = the brace { $sign } is never closed
fault-unopened-brace = the brace { $sign } was never opened
fault-line-break = line break in a text that has one line
fault-hidden-character = hidden character { $character }
fault-unwritten = something is still to be written here
fault-title-too-wide = the title is { $found } characters wide, there is room for { $most }
fault-question-too-long = the question has { $found } characters; more than { $most } cannot be taken in at a glance
fault-yes-no-question = yes or no is enough of an answer; ask openly (how, what, tell me)
fault-several-questions = { $found } questions in one; ask them one after the other
fault-leading-word = this word suggests the answer
fault-too-many-questions = { $mode }: { $found } must questions an hour, there is time for { $most }
fault-sharp-s = { $sign } is written ss
fault-straight-apostrophe = straight apostrophe { $sign } for ’
fault-straight-quote = straight quotation mark { $sign } for «…» or “…”
fault-three-dots = three dots { $sign } for …
fault-hyphen-as-dash = hyphen between spaces for –
fault-missing-no-break-space = no-break space missing beside { $sign }

id-block = the block
id-topic = the topic
id-topic-name = the topic name
id-code = the code
id-consent-step = the step of the consent
id-closing-check = the closing check
id-keep-going = the keep-going prompt
id-attribute = the attribute
id-value = the value
id-survey-key = the survey key
id-check-before = the entry of the checklist before
id-check-after = the entry of the checklist after
id-postscript-field = the field of the postscript

shape-block = a small letter, then small letters and digits, such as b1
shape-topic = the id of the block, .t and a number from 1, such as b1.t1
shape-topic-name = small letters and _
shape-code = one to three words of small letters with dots between, such as fac.sim.language
shape-consent-step = c1 to c7
shape-survey-key = sv. and a word of small letters and digits, with -, _ or . between them
shape-other = small letters and digits, with -, _ or . between them

syntax-expected = expected { $what } here
syntax-never-closed = this is never closed
syntax-ended = the file ends here, the guide does not
syntax-trailing-text = the file should end here
syntax-unknown-field = there is no field “{ $found }” here; possible are { $expected }
syntax-missing-field = the field “{ $field }” is missing here
syntax-duplicate-field = the field “{ $field }” stands twice
syntax-unknown-word = there is no word “{ $found }” here; possible are { $expected }
syntax-wrong-value = a value of another kind stands here
syntax-wrong-length = a wrong number of values stands here ({ $found })
syntax-number-out-of-range = the number is too large or negative
syntax-invalid-escape = a backslash cannot be followed by this; a backslash itself is written { $sign }
syntax-too-deep = the brackets are nested too deep
syntax-other = cannot be read ({ $message })

expected-closing = { $sign }, or a comma before what follows
expected-comma = a comma before what follows
expected-text = a text in quotes
expected-text-or-each = a text, or a text for each language
expected-list-or-each = a list of texts, or such a list for each language
expected-closing-quote = the quote that ends this text
expected-name = a name
expected-number = a number from 0
expected-true-or-false = true or false
expected-comment-end = { $sign }, the end of this comment

guide-read = the guide { $path } cannot be read
guide-name = the file name of a guide has 1 to { $most } letters, digits, _ and -
guide-too-large = the guide has more than { $most } bytes; it holds texts only
guide-not-utf8 = the guide is not saved as UTF-8
guide-version-missing = the version is missing; the first field must be { $field }
guide-version-invalid = the version is not valid; it must be { $field }
guide-version-newer = the guide has version { $found }, this program reads up to { $known }
guide-faults = { $count ->
        [one] the guide { $guide } has one fault
       *[other] the guide { $guide } has { $count } faults
    }
