//! What must be found and what must stay, row by row.

use super::{clean, protecting};

/// The list of the rows below.
const LIST: &str = "
Anna Müller
person: Jean-Pierre d’Alembert
Prof. Dr. Ulrike von der Halde-Groß
Łukasz Wałęsa = Lucky
Rose Berg
Michael Bauer
Steffi Graf
Phil O'Brien
Li
Jørgen McDonald
Verband der Holzindustrie Südlicher Oberrhein e.V. = HIO
institution: Institut Pascal
Meyer & Söhne AG
Muster Holz GmbH
institution: Ring Offener Türen
institution: Cluster42
institution: Technische Hochschule Rheinfels
Ort: Freiburg im Breisgau
lieu: Saint-Louis
place: St. Gallen
Ort: Weil am Rhein
other: Holzfux 2
";

/// Text, and what is written of it.
const FOUND: &[(&str, &str)] = &[
    // Case, umlauts, accents.
    ("Anna Müller sagt", "[Person 1] sagt"),
    ("anna müller", "[Person 1]"),
    ("ANNA MÜLLER", "[Person 1]"),
    ("Mueller kam", "[Person 1] kam"),
    ("MUELLER", "[Person 1]"),
    ("Muller", "[Person 1]"),
    ("Mu\u{308}ller", "[Person 1]"),
    ("mÜLLER", "[Person 1]"),
    ("bei Wałęsa und Walesa", "bei [Person 4] und [Person 4]"),
    ("Lukasz", "[Person 4]"),
    ("Lucky rief an", "[Person 4] rief an"),
    ("Frau Gross, Frau Groß", "Frau [Person 3], Frau [Person 3]"),
    (
        "Joergen, Jorgen, JØRGEN",
        "[Person 10], [Person 10], [Person 10]",
    ),
    // Hyphens, spaces, nothing, line breaks.
    (
        "Jean-Pierre, Jean Pierre, JeanPierre",
        "[Person 2], [Person 2], [Person 2]",
    ),
    ("jeanpierre", "[Person 2]"),
    ("Jean‑Pierre", "[Person 2]"),
    ("Halde-Groß, HaldeGross", "[Person 3], [Person 3]"),
    ("Anna   Müller", "[Person 1]"),
    ("Anna\nMüller", "[Person 1]"),
    ("Anna\u{A0}Müller", "[Person 1]"),
    ("AnnaMüller2", "[Person 1]2"),
    ("anna_mueller", "[Person 1]"),
    (
        "Mül\u{AD}ler und M\u{200B}üller",
        "[Person 1] und [Person 1]",
    ),
    ("Müller, Anna", "[Person 1], [Person 1]"),
    ("Müller Anna", "[Person 1]"),
    // Parts and titles.
    ("Dr. Ulrike von der Halde-Groß", "Dr. [Person 3]"),
    ("Frau von der Halde", "Frau von der [Person 3]"),
    ("Herr Pierre", "Herr [Person 2]"),
    ("Graf spielte", "[Person 7] spielte"),
    ("Phil und O’Brien", "[Person 8] und [Person 8]"),
    ("obrien", "[Person 8]"),
    ("Mc Donald, mcdonald", "[Person 10], [Person 10]"),
    ("li meint, Li auch", "[Person 9] meint, [Person 9] auch"),
    // Genitives, plurals, adjectives.
    ("Müllers Idee", "[Person 1]s Idee"),
    ("Müller's, Müller’s", "[Person 1]'s, [Person 1]’s"),
    ("MÜLLERS", "[Person 1]S"),
    ("Muellers", "[Person 1]s"),
    ("die Müllersche Idee", "die [Person 1]sche Idee"),
    ("die Bergs", "die [Person 5]s"),
    ("Freiburger Runde", "[Ort 1]er Runde"),
    (
        "des Verbandes der Holzindustrie Südlicher Oberrhein",
        "des [Institution 1]",
    ),
    (
        "an der Technischen Hochschule Rheinfels",
        "an der [Institution 7]",
    ),
    // Compounds and elision.
    ("Müller-Gruppe", "[Person 1]-Gruppe"),
    ("die Anna-Müller-Stiftung", "die [Person 1]-Stiftung"),
    ("d’Alembert, d'Alembert", "[Person 2], [Person 2]"),
    ("l’Alembert", "l’[Person 2]"),
    ("qu'Anna dit", "qu'[Person 1] dit"),
    ("Müller/Berg", "[Person 1]/[Person 5]"),
    ("(Müller)", "([Person 1])"),
    ("«Müller»", "«[Person 1]»"),
    ("Müller2024", "[Person 1]2024"),
    // Institutions and places.
    (
        "Verband der Holzindustrie Südlicher Oberrhein",
        "[Institution 1]",
    ),
    ("beim HIO", "beim [Institution 1]"),
    ("die VHSO tagt", "die [Institution 1] tagt"),
    ("am Oberrhein", "am [Institution 1]"),
    ("l’Institut Pascal", "l’[Institution 2]"),
    ("chez Pascal", "chez [Institution 2]"),
    (
        "Meyer und Söhne, Meyer & Söhne AG",
        "[Institution 3], [Institution 3]",
    ),
    ("die Muster Holz", "die [Institution 4]"),
    ("die ROT sagt", "die [Institution 5] sagt"),
    ("Cluster 42, cluster42", "[Institution 6], [Institution 6]"),
    ("in Freiburg", "in [Ort 1]"),
    ("in Saint Louis", "in [Ort 2]"),
    ("St.Gallen, St Gallen", "[Ort 3], [Ort 3]"),
    ("Holzfux-2", "[Angabe 1]"),
    // Addresses.
    ("anna.mueller@holz.ch", "[E-Mail 1]"),
    (
        "Mail: Anna@Holz.ch, anna@holz.ch.",
        "Mail: [E-Mail 1], [E-Mail 1].",
    ),
    (
        "www.mueller.ch und https://mueller.ch/",
        "[Web 1] und [Web 1]",
    ),
    (
        "Tel. 061 267 33 11 oder +41 61 267 33 11",
        "Tel. [Telefon 1] oder [Telefon 1]",
    ),
];

/// Text that stays as it is.
const STAYS: &[&str] = &[
    "Bergbau und Bergleute, Rosengarten, Rosen",
    "die Baür, der Bäür, Bauern und Bauernhof",
    "der, die, das, von der, Dr. und Prof.",
    "der Verband tagt, Verbände und Verbandes",
    "Holz und Holzindustriepolitik",
    "das Rot, rot und Rotwein",
    "ein Institut, l’institut, die Hochschule",
    "Technische Fragen",
    "Annahme, Annalena, Hanna",
    "Michal, Michaela",
    "lichtvoll, Liste, Alibi",
    "am Rand, im Land, Saint",
    "seit 2015, 3 von 11, #00:31:07-2#, 79100",
    "z.B. bei uns, d.h. im Verein e.V.",
    "01.02.2015, CHF 250 000, 12 345 678 Euro",
    "Söhneland, Meyerei, Musterung",
    "Muellerin",
    "und & et and",
    "Großhandel, grosszügig",
    "[Person 99] gibt es nicht",
    "Gallenblase",
    "Mullerei",
];

#[test]
fn every_form_of_a_protected_name_is_replaced() {
    for (text, expected) in FOUND {
        let mut memory = protecting(LIST);
        assert_eq!(clean(&mut memory, text), *expected, "{text}");
    }
}

#[test]
fn longer_and_other_words_stay() {
    let mut memory = protecting(LIST);
    for text in STAYS {
        assert_eq!(clean(&mut memory, text), *text);
    }
}

#[test]
fn the_table_has_at_least_sixty_rows() {
    assert!(FOUND.len() + STAYS.len() >= 60);
}
