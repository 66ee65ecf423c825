//! A whole interview as the keys of an interviewer, and the protocol that must come of it.

/// A note as it must be read back.
pub struct Expected {
    /// Its cell.
    pub topic: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// Its language.
    pub language: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The keys, in the steps in which an interviewer thinks: a note, a move, a state.
///
/// Accents are typed as one character or as letter and mark, a quote begins with its sign, words are corrected, a draft
/// is left in the middle of a name and taken up again, and a name is split over two notes.
pub const STEPS: &[&str] = &[
    "<F10><C-l>",
    // Block 1, in German.
    "Müller leitet den Verein seit der Gründung, vorher war er beim Holzbund Basel angestellt<Enter>",
    "= 42 Mitglieder, davon ein Drittel auf der anderen Seitx<Backspace>e der Grenze<Enter>",
    "<F5>1<F2>b",
    "das Amt von Mueller zahlt eine halbe Stelle, MULLER selbst verhandelt jedes Jahr neu<Enter>",
    "<F5>1<Tab>",
    // Block 2.
    "Meier-Gruppe trifft sich monatlich, Müllers Vorschlag war ein Vertrag über fünf Jahre<Enter>",
    "<F5>1<F2>e",
    "Strauß und Strauss sind dieselbe Person, auf Papier steht STRAUSS<Enter>",
    "erst kam der Holz<F2>d",
    "<F3>bund Basel dazu, danach wurde es einfacher<Enter>",
    "<F5>1<F2>g",
    // Block 3, in French.
    "<C-l>",
    "l’idée vient d’Éloïse, qu’Eloise a reprise après un voyage de l’autre côté<Enter>",
    "<F5>1<Tab>",
    "Lefe\u{300}vre et la Chambre Lémanique ont porté le dossier, LEFÈVRE surtout<Enter>",
    "\"sans Lefevre rien ne se serait passé\"<Enter>",
    "<F5>1<Tab>",
    "la chambre lemanique invite les deux rives deux fois par an<Enter>",
    "<F5>1<Tab><F5>3",
    // Block 4, in English.
    "<F2>l<C-l>",
    "met Hans-Peter Strauß, then Juerg Meier’s deputy, over the winter<Enter>",
    "<F5>1<Tab>",
    "HOLZBUND BASEL’s budget is decided each autumn by both sides together<Enter>",
    "<F5>1<Tab>",
    "! long silence before the answer about money<Enter>",
    "ask again about the contract with the Chambre Lémanique<F6>",
    "<F5>2<Tab><A-1>",
    "three working groups, one led by a colleague of Anna Mu\u{308}ller from the next town<Enter>",
    "<F5>1<Tab>",
    // Block 5.
    "in five years they want one common office on the bridge and a shared apprenticeship<Enter>",
    "the idea came from Jürg<Enter>",
    "Meier never liked it<Enter>",
    "<F5>1<Tab>",
    "# compare with the other cooperation, Mu\u{308}ller said the reverse there<Enter>",
    "<F5>5<C-o>",
    "mentioned a book about rivers that Jürg likes<Enter>",
];

/// The keys that close the interview, each open point left so with a reason, and leave the program.
pub const CLOSING: &str = "<A-k>nnnnnnnnnnnnnnnnnnnnnnnnnn<F10>";

/// The notes that must be kept, in order.
#[rustfmt::skip]
pub const NOTES: &[Expected] = &[
    note("b1.t1", "paraphrase", "de", "[Person 1] leitet den Verein seit der Gründung, vorher war er beim [Institution 1] angestellt"),
    note("b1.t1", "fact", "de", "42 Mitglieder, davon ein Drittel auf der anderen Seite der Grenze"),
    note("b1.t2", "paraphrase", "de", "das Amt von [Person 1] zahlt eine halbe Stelle, [Person 1] selbst verhandelt jedes Jahr neu"),
    note("b2.t1", "paraphrase", "de", "[Person 2]-Gruppe trifft sich monatlich, [Person 1]s Vorschlag war ein Vertrag über fünf Jahre"),
    note("b2.t2", "paraphrase", "de", "[Person 4] und [Person 4] sind dieselbe Person, auf Papier steht [Person 4]"),
    note("b2.t2", "paraphrase", "de", "erst kam der [Institution 1] dazu, danach wurde es einfacher"),
    note("b3.t1", "paraphrase", "fr", "l’idée vient d’[Person 3], qu’[Person 3] a reprise après un voyage de l’autre côté"),
    note("b3.t2", "paraphrase", "fr", "[Person 3] et la [Institution 2] ont porté le dossier, [Person 3] surtout"),
    note("b3.t2", "quote", "fr", "sans [Person 3] rien ne se serait passé"),
    note("b3.t3", "paraphrase", "fr", "la [Institution 2] invite les deux rives deux fois par an"),
    note("b4.t1", "paraphrase", "en", "met [Person 4], then [Person 2]’s deputy, over the winter"),
    note("b4.t2", "paraphrase", "en", "[Institution 1]’s budget is decided each autumn by both sides together"),
    note("b4.t3", "observation", "en", "long silence before the answer about money"),
    note("b4.t4", "paraphrase", "en", "three working groups, one led by a colleague of [Person 1] from the next town"),
    note("b5.t1", "paraphrase", "en", "in five years they want one common office on the bridge and a shared apprenticeship"),
    note("b5.t1", "paraphrase", "en", "the idea came from [Person 2]"),
    note("b5.t1", "paraphrase", "en", "[Person 2] never liked it"),
    note("b5.t2", "comment", "en", "compare with the other cooperation, [Person 1] said the reverse there"),
    note("b5.out", "paraphrase", "en", "mentioned a book about rivers that [Person 2] likes"),
];

/// The states that must be set; all other cells are open.
pub const STATES: &[(&str, &str)] = &[
    ("b1.t1", "answered"),
    ("b1.t2", "answered"),
    ("b2.t1", "answered"),
    ("b2.t2", "answered"),
    ("b3.t1", "answered"),
    ("b3.t2", "answered"),
    ("b3.t3", "answered"),
    ("b3.t4", "declined"),
    ("b4.t1", "answered"),
    ("b4.t2", "answered"),
    ("b4.t3", "nothing_to_say"),
    ("b4.t4", "answered"),
    ("b5.t1", "answered"),
    ("b5.t2", "not_asked"),
];

/// The point that must be parked: cell and text.
pub const PARKED: (&str, &str) = (
    "b4.t3",
    "ask again about the contract with the [Institution 2]",
);

const fn note(
    topic: &'static str,
    kind: &'static str,
    language: &'static str,
    text: &'static str,
) -> Expected {
    Expected {
        topic,
        kind,
        language,
        text,
    }
}
