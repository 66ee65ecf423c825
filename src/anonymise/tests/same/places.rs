//! Which town is the same: with additions, hyphens and adjectives.

use super::*;

#[test]
fn two_towns_joined_by_a_hyphen_are_two() {
    for (language, note, same) in [
        (
            Language::De,
            "Die Achse Laufenburg-Waldshut. Laufenburg plant, Waldshut zahlt.",
            ("Laufenburg", "Waldshut"),
        ),
        (
            Language::Fr,
            "L'axe Annemasse-Thonon. Annemasse paie, Thonon refuse.",
            ("Annemasse", "Thonon"),
        ),
        (
            Language::De,
            "Sie wohnt in Neu-Isenburg, er in Isenburg.",
            ("Neu-Isenburg", "Isenburg"),
        ),
        (
            Language::De,
            "Sie wohnt in Gross-Gerau, er in Gerau.",
            ("Gross-Gerau", "Gerau"),
        ),
    ] {
        let written = &cleaned(language, &[note])[0];
        let is_one = |number: u32| {
            let marker = |kind: &str| format!("[{kind} {number}]");
            written.contains(&marker("Ort")) || written.contains(&marker("Lieu"))
        };
        assert!(is_one(1) && is_one(2), "{same:?}: {written}");
    }
}

#[test]
fn of_an_adjective_and_a_thing_only_the_town_is_replaced() {
    assert_eq!(
        cleaned(
            Language::De,
            &["Wir waren in Emmendingen. Die Emmendinger Werkstatt war leer."]
        ),
        ["Wir waren in [Ort 1]. Die [Ort 1] Werkstatt war leer."]
    );
}

#[test]
fn towns_of_one_name_with_different_additions_are_different() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[
                (
                    "Sie wohnt in Freiburg im Breisgau.",
                    "Sie wohnt in [Ort 1].",
                ),
                ("In Freiburg gefällt es ihr.", "In [Ort 1] gefällt es ihr."),
                ("Er wohnt in Freiburg im Üechtland.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Kirchberg am Wagram.", "Sie wohnt in [Ort 1]."),
                ("In Kirchberg gefällt es ihr.", "In [Ort 1] gefällt es ihr."),
                (
                    "Er wohnt in Kirchberg an der Jagst.",
                    "Er wohnt in [Ort 2].",
                ),
            ],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Stein am Rhein.", "Sie wohnt in [Ort 1]."),
                ("Er wohnt in Stein im Allgäu.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Laufenburg am Rhein.", "Sie wohnt in [Ort 1]."),
                (
                    "In Laufenburg gefällt es ihr.",
                    "In [Ort 1] gefällt es ihr.",
                ),
                ("Er wohnt in Laufenburg im Aargau.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Frankfurt am Main.", "Sie wohnt in [Ort 1]."),
                ("In Frankfurt gefällt es ihr.", "In [Ort 1] gefällt es ihr."),
                (
                    "Er wohnt in Frankfurt an der (Oder).",
                    "Er wohnt in [Ort 2] (Oder).",
                ),
            ],
        ),
        (
            Language::De,
            "",
            &[
                (
                    "Sie wohnt in Rheinfelden (Baden).",
                    "Sie wohnt in [Ort 1] (Baden).",
                ),
                ("Er wohnt in Rheinfelden im Aargau.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::Fr,
            "",
            &[
                (
                    "Elle habite à Villars-sur-Glâne.",
                    "Elle habite à [Lieu 1].",
                ),
                ("Elle se plaît à Villars.", "Elle se plaît à [Lieu 1]."),
                ("Il habite à Villars-le-Terroir.", "Il habite à [Lieu 2]."),
            ],
        ),
        (
            Language::En,
            "",
            &[
                (
                    "She lives in Stratford-upon-Avon.",
                    "She lives in [Place 1].",
                ),
                ("She likes Stratford.", "She likes [Place 1]."),
                ("He lives in Stratford-le-Bow.", "He lives in [Place 2]."),
            ],
        ),
    ]);
}

#[test]
fn a_town_without_its_addition_is_not_looked_for_in_another_language() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Neuenburg am Rhein.", "Sie wohnt in [Ort 1]."),
                ("In Neuenburg gefällt es ihr.", "In [Ort 1] gefällt es ihr."),
                ("Er wohnt in Neuchâtel.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::Fr,
            "",
            &[
                ("Elle habite à Neuchâtel.", "Elle habite à [Lieu 1]."),
                ("Il habite à Neuenburg am Rhein.", "Il habite à [Lieu 2]."),
            ],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Laufen am Inn.", "Sie wohnt in [Ort 1]."),
                ("Er wohnt in Laufon.", "Er wohnt in [Ort 2]."),
            ],
        ),
        (
            Language::De,
            "place: Neuenburg am Rhein",
            &[("Er wohnt in Neuchâtel.", "Er wohnt in [Ort 2].")],
        ),
        (
            Language::Fr,
            "place: Neuenburg am Rhein",
            &[("Il habite à Neuchâtel.", "Il habite à [Lieu 2].")],
        ),
        (
            Language::En,
            "place: Neuenburg am Rhein",
            &[("He lives in Neuchâtel.", "He lives in [Place 2].")],
        ),
        (
            Language::De,
            "",
            &[
                ("Sie wohnt in Delsberg.", "Sie wohnt in [Ort 1]."),
                ("Er wohnt in Delémont.", "Er wohnt in [Ort 1]."),
            ],
        ),
    ]);
}
