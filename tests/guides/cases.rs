//! The faulty guides of `tests/guides/invalid/`, as changes of the valid one.

/// Name, what stands in the valid guide, what stands there in the faulty one.
pub const CASES: &[(&str, &str, &str)] = &[
    // Version.
    ("version-missing", "    version: 1,\n", ""),
    (
        "version-not-first",
        "    version: 1,\n    edition: \"0.1\",\n",
        "    edition: \"0.1\",\n    version: 1,\n",
    ),
    ("version-invalid", "version: 1,", "version: \"1\","),
    ("version-newer", "version: 1,", "version: 2, mood: bright,"),
    // Syntax.
    ("syntax-comma", "edition: \"0.1\",", "edition: \"0.1\""),
    (
        "syntax-unknown-field",
        "    goal: (de: \"Ein",
        "    gaol: (de: \"Ein",
    ),
    (
        "syntax-missing-field",
        "            goal: (de: \"Einordnen.\", fr: \"Situer.\", en: \"Place.\"),\n",
        "",
    ),
    (
        "syntax-duplicate-field",
        "status: draft,",
        "status: draft,\n    status: pilot,",
    ),
    (
        "syntax-duplicate-language",
        "(de: \"Profil\", fr:",
        "(de: \"Profil\", de:",
    ),
    ("syntax-unknown-word", "status: draft", "status: ready"),
    ("syntax-wrong-value", "title: \"Information\"", "title: 1"),
    (
        "syntax-list-for-text",
        "title: \"Information\"",
        "title: [\"Information\"]",
    ),
    (
        "syntax-text-for-list",
        "keywords: (de: [\"Amt\"],",
        "keywords: (de: \"Amt\",",
    ),
    (
        "syntax-negative-number",
        "smallest_group: 3",
        "smallest_group: -3",
    ),
    (
        "syntax-never-closed",
        "    pairs: [(\"prof.fn\", \"per.change\")],\n)",
        "    pairs: [(\"prof.fn\", \"per.change\"\n",
    ),
    ("syntax-open-text", "edition: \"0.1\",", "edition: \"0.1,"),
    ("syntax-escape", "\"0.1\"", "\"0\\.1\""),
    (
        "syntax-trailing-text",
        "\"per.change\")],\n)",
        "\"per.change\")],\n))",
    ),
    (
        "syntax-too-many-languages",
        "\"0.1\",\n    title: (",
        "\"0.1\",\n    title: (a: \"\", b: \"\", c: \"\", d: \"\", e: \"\", f: \"\", g: \"\", h: \"\", i: \"\", j: \"\", k: \"\", l: \"\", m: \"\", n: \"\", o: \"\", p: \"\", q: \"\", s: \"\", t: \"\", u: \"\", v: \"\", w: \"\", x: \"\", ",
    ),
    // The guide as a whole.
    (
        "no-languages",
        "[\"de\", \"fr\", \"en\"],\n    status",
        "[],\n    status",
    ),
    (
        "duplicate-language",
        "[\"de\", \"fr\", \"en\"],\n    status",
        "[\"de\", \"fr\", \"en\", \"fr\"],\n    status",
    ),
    (
        "unknown-language",
        "[\"de\", \"fr\", \"en\"],\n    status",
        "[\"de\", \"fr\", \"en\", \"it\"],\n    status",
    ),
    (
        "unknown-language-of-text",
        "fr: \"Situer.\",",
        "fr: \"Situer.\", it: \"Collocare.\",",
    ),
    (
        "no-blocks",
        "    blocks: [<…>\n    ],\n    attributes",
        "    blocks: [],\n    attributes",
    ),
    (
        "no-topics",
        "topics: [\n                (\n                    id: \"b2.t1\"<…>\n            ]",
        "topics: []",
    ),
    (
        "no-minutes",
        "minutes: (on_site: 4, phone: 3),\n        checks",
        "minutes: (on_site: 4, phone: 0),\n        checks",
    ),
    ("smallest-group", "smallest_group: 3", "smallest_group: 1"),
    ("consent-step-missing", "id: \"c2\"", "id: \"c3\""),
    (
        "consent-step-not-needed",
        "needed: true,\n        ),\n    ],",
        "needed: false,\n        ),\n    ],",
    ),
    // Ids.
    ("duplicate-block", "id: \"b2\"", "id: \"b1\""),
    ("duplicate-topic", "id: \"b1.t2\"", "id: \"b1.t1\""),
    (
        "duplicate-topic-name",
        "name: \"house\"",
        "name: \"future\"",
    ),
    ("duplicate-code", "id: \"p.new\"", "id: \"per.change\""),
    ("duplicate-consent-step", "id: \"c2\"", "id: \"c1\""),
    (
        "duplicate-closing-check",
        "id: \"strike\"",
        "id: \"parked\"",
    ),
    ("duplicate-keep-going", "id: \"kg2\"", "id: \"kg1\""),
    ("duplicate-attribute", "id: \"tenure\"", "id: \"role\""),
    ("duplicate-value", "id: \"management\"", "id: \"company\""),
    (
        "duplicate-survey-key",
        "key: \"sv.measures\"",
        "key: \"sv.years\"",
    ),
    ("duplicate-check-before", "id: \"line\"", "id: \"recorder\""),
    ("duplicate-check-after", "id: \"states\"", "id: \"marks\""),
    (
        "duplicate-postscript-field",
        "id: \"mood\"",
        "id: \"setting\"",
    ),
    ("misshapen-block", "id: \"b2\"", "id: \"B2\""),
    ("misshapen-topic", "id: \"b1.t2\"", "id: \"b1.out\""),
    ("topic-of-another-block", "id: \"b1.t2\"", "id: \"b2.t2\""),
    ("misshapen-topic-name", "name: \"house\"", "name: \"Haus\""),
    (
        "misshapen-code",
        "id: \"p.new\"",
        "id: \"p.new.even.newer\"",
    ),
    ("misshapen-consent-step", "id: \"c2\"", "id: \"consent\""),
    (
        "misshapen-survey-key",
        "key: \"sv.measures\"",
        "key: \"measures\"",
    ),
    (
        "misshapen-value",
        "id: \"management\"",
        "id: \"the management\"",
    ),
    // References.
    (
        "unknown-code",
        "codes: [\"per.change\"]",
        "codes: [\"per.chance\"]",
    ),
    (
        "unknown-process-code",
        "process_codes: [\"p.new\"]",
        "process_codes: [\"p.old\"]",
    ),
    (
        "unknown-code-in-pair",
        "(\"prof.fn\", \"per.change\")",
        "(\"prof.fn\", \"per.chance\")",
    ),
    ("nothing-below-code", "\"prof.bg.*\"", "\"prof.fn.*\""),
    (
        "favourite-not-offered",
        "favourites: [\"prof.fn\",",
        "favourites: [\"per.change\",",
    ),
    (
        "unknown-favourite",
        "favourites: [\"prof.fn\",",
        "favourites: [\"prof.fx\",",
    ),
    (
        "too-many-favourites",
        "codes: [\"prof.fn\", \"prof.bg.*\"],\n                    favourites: [",
        "codes: [\"prof.fn\", \"prof.bg.*\", \"prof.bg\", \"per.change\", \"p.new\"],\n                    favourites: [\"prof.bg\", \"prof.bg.old\", \"per.change\", \"p.new\", ",
    ),
    ("unknown-role", "role: \"company\"", "role: \"firm\""),
    ("no-attribute-role", "id: \"role\"", "id: \"post\""),
    (
        "unknown-survey-key",
        "keys: [\"sv.years\"]",
        "keys: [\"sv.years\", \"sv.year\"]",
    ),
    (
        "unknown-value",
        "[\"management\", \"company\"]",
        "[\"management\", \"firm\"]",
    ),
    (
        "value-coarsened-twice",
        "[\"management\", \"company\"]",
        "[\"management\", \"company\", \"company\"]",
    ),
    // Texts.
    (
        "missing-language",
        "goal: (de: \"Erkennen.\", fr: \"Repérer.\", ",
        "goal: (de: \"Erkennen.\", ",
    ),
    (
        "missing-language-of-list",
        "fr: [\"fonction\", \"durée\"], ",
        "",
    ),
    (
        "undeclared-language",
        "languages: [\"de\", \"fr\", \"en\"]",
        "languages: [\"de\", \"fr\"]",
    ),
    ("empty-text", "de: \"Ausblick\"", "de: \" \""),
    ("empty-edition", "edition: \"0.1\"", "edition: \"\""),
    (
        "too-many-probes",
        "probes: (\n<…>\n                    )",
        "probes: [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\"]",
    ),
    (
        "unequal-probes",
        "[\"Since when?\", \"Why?\"]",
        "[\"Since when?\"]",
    ),
    ("unknown-variable", "{minutes} Minuten", "{minuten} Minuten"),
    (
        "survey-variable-elsewhere",
        "de: \"Was machen Sie?\"",
        "de: \"Was machen Sie seit {years}?\"",
    ),
    ("unclosed-brace", "{minutes} Minuten", "{minutes Minuten"),
    ("unopened-brace", "{minutes} Minuten", "minutes} Minuten"),
    (
        "line-break",
        "de: \"Was machen Sie?\"",
        "de: \"Was\\nmachen Sie?\"",
    ),
    (
        "control-character",
        "de: \"Was machen Sie?\"",
        "de: \"Was \\u{1b}machen Sie?\"",
    ),
    (
        "bidi-override",
        "en: \"Who carries it?\"",
        "en: \"Who \u{202e}carries it?\"",
    ),
    (
        "hidden-character-in-word",
        "source: \"1 (173)\"",
        "source: \"1\\t(173)\"",
    ),
    (
        "hidden-character-in-comment",
        "    smallest_group: 3,",
        "    smallest_group: 3, // or \u{2066}2",
    ),
    // Lengths.
    (
        "title-too-wide",
        "de: \"Zukunft\"",
        "de: \"Zukunft der Zusammenarbeit\"",
    ),
    (
        "question-too-long",
        "de: \"Und in fünf Jahren?\"",
        "de: \"Wenn wir in fünf Jahren wieder miteinander reden und Sie auf diese Zeit zurückblicken: Wie sieht die Zusammenarbeit dann aus, wer gehört dazu und wovon lebt sie wohl?\"",
    ),
    // Questions.
    (
        "yes-no-question",
        "(de: \"Wer trägt es?\", fr: \"Qui le porte\u{a0}?\", en: \"Who carries it?\")",
        "(de: \"Gibt es Träger?\", fr: \"Y a-t-il des porteurs\u{a0}?\", en: \"Is it carried?\")",
    ),
    (
        "several-questions",
        "(de: \"Wer trägt es?\", fr: \"Qui le porte\u{a0}?\", en: \"Who carries it?\")",
        "(de: \"Wer trägt es? Seit wann?\", fr: \"Qui le porte\u{a0}? Depuis quand\u{a0}?\", en: \"Who carries it? Since when?\")",
    ),
    (
        "leading-word",
        "(de: \"Wer trägt es?\", fr: \"Qui le porte\u{a0}?\", en: \"Who carries it?\")",
        "(de: \"Wer trägt es natürlich?\", fr: \"Qui le porte bien sûr\u{a0}?\", en: \"Who surely carries it?\")",
    ),
    (
        "too-many-questions",
        "                    codes: [\"per.change\"],\n                ),\n",
        "                    codes: [\"per.change\"],\n                ),\n                (\n                    id: \"b2.t2\",\n                    name: \"two\",\n                    title: \"2\",\n                    weight: (on_site: must, phone: should),\n                    question: \"2?\",\n                ),\n                (\n                    id: \"b2.t3\",\n                    name: \"three\",\n                    title: \"3\",\n                    weight: (on_site: must, phone: should),\n                    question: \"3?\",\n                ),\n                (\n                    id: \"b2.t4\",\n                    name: \"four\",\n                    title: \"4\",\n                    weight: (on_site: must, phone: should),\n                    question: \"4?\",\n                ),\n                (\n                    id: \"b2.t5\",\n                    name: \"five\",\n                    title: \"5\",\n                    weight: (on_site: must, phone: should),\n                    question: \"5?\",\n                ),\n",
    ),
    // Typography.
    ("sharp-s", "de: \"Massnahmen\"", "de: \"Maßnahmen\""),
    (
        "sharp-s-in-plain-text",
        "source: \"Test\"",
        "source: \"Maßnahmen\"",
    ),
    ("straight-apostrophe", "d’autre", "d'autre"),
    ("straight-quote", "– “so”!", "– \\\"so”!"),
    (
        "unwritten",
        "de: \"Und dann?\"",
        "de: \"Und dann (noch zu schreiben)?\"",
    ),
    ("three-dots", "de: \"Und dann?\"", "de: \"Und dann ...\""),
    ("hyphen-as-dash", "word – “so”", "word - “so”"),
    (
        "missing-no-break-space",
        "fr: \"Et ensuite\u{a0}?\"",
        "fr: \"Et «ensuite\u{a0}» ?\"",
    ),
    // Several at once.
    (
        "several",
        "edition: \"0.1\",\n    title: (de: \"Kleiner Leitfaden\", fr: \"Petit guide\", en: \"Small guide\"),",
        "edition: \"\",\n    title: (de: \"Großer Leitfaden...\", fr: \"C'est un guide?\", it: \"\"),",
    ),
];
