# What stands over a part of the help, and what is said of wrong usage.

usage-heading = Usage
usage-command-word = COMMAND
usage-options-word = OPTIONS

usage-unknown-option = there is no such option here
usage-unexpected = there is an argument too many
usage-unknown-command = there is no such command
usage-meant = What is meant is perhaps: { $names }
usage-conflict = { $option } does not go together with { $others }
usage-conflict-some = { $option } does not go together with what else stands there
usage-twice = { $option } stands there more than once
usage-missing = what is missing: { $names }
usage-needs-command = after { $command } a command is missing
usage-needs-value = the value of { $option } is missing
usage-wrong-value = the value of { $option } does not fit
usage-possible = possible are: { $values }
usage-too-many-values = { $option } has a value too many
usage-wrong-number = { $option } has too many values or too few
usage-needs-equals = between { $option } and its value an = is missing
usage-not-utf8 = an argument is no readable text (UTF-8)
usage-wrong = the arguments cannot be understood
usage-hint = What there is says: { $command }

value-case = a case is named by one capital letter and up to seven capitals or digits, such as A or K2
value-session = a session is named by its case, a hyphen and a number from 1 to 999, such as A-1
value-note = a note is named by note-taker and number, such as 1.17
value-day = a day is written as 2026-06-01
value-moment = a time is written as 00:31:07 or, in the recording, as #00:31:07-0#
value-pair = it takes two placeholders with = between them, such as “Person 4=Person 1”
value-attribute = an attribute and its value are written with =, as in role=management
value-step = the steps of the consent are c1 to c7
value-hit = a hit is named by its text and number, such as 1.17:2
value-words-to-strike = words to strike never stand in arguments: give “-” and write them to the standard input
value-input-is-text = the standard input is the text already; the list needs a file
value-output-is-text = the standard output gets the text already; the report needs a file
value-no-stream = “-” stands for standard input or output, and here it takes a file or a folder (one that is called so: ./-)
value-consent = no interview can begin without c1 and c2
value-reason = --reason says why an interview is held by phone: it needs --mode phone
value-accept = --accept is about one session: name it alone
