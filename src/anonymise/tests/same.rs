//! Who is the same over the notes of a session, in three languages.

use super::*;

/// What becomes of the notes of a session, one after the other.
fn cleaned(language: Language, notes: &[&str]) -> Vec<String> {
    let mut memory = Memory::new(language).with_layers(Layers::ALL);
    let clean = |note: &&str| clean(&mut memory, note);
    notes.iter().map(clean).collect()
}

/// What is written of a note that is typed letter by letter.
fn typed(memory: &mut Memory, note: &str) -> String {
    let mut draft = String::new();
    redact("", 0, Boundary::Word, memory);
    for character in note.chars() {
        draft.push(character);
        let last = redact(&draft, draft.len(), Boundary::Word, memory);
        draft = last.text;
    }
    let last = redact(&draft, draft.len(), Boundary::Settle, memory);
    last.written.as_str().to_owned()
}

#[test]
fn what_stands_between_a_title_and_the_firm_is_somebody() {
    for (language, note, expected) in [
        (
            Language::De,
            "Frau Kernhofler für Brunnwald AG, Geschäftsführer Urs Trelau von der Zorvex GmbH.",
            "Frau [Person 1] für [Institution 1], Geschäftsführer [Person 2] von der [Institution 2].",
        ),
        (
            Language::De,
            "Herr Kernhofler und Frau Trelau von der Brunnwald AG, Kernhofler redet.",
            "Herr [Person 1] und Frau [Person 2] von der [Institution 1], [Person 1] redet.",
        ),
        (
            Language::De,
            "frau kernhofler von der brunnwald ag kam",
            "frau [Person 1] von der [Institution 1] kam",
        ),
        (
            Language::Fr,
            "M. Kernhofler de Brunnwald SA et Mme de Trelau d'Aluform SA.",
            "M. [Personne 1] de [Institution 1] et Mme [Personne 2] d'[Institution 2].",
        ),
        (
            Language::Fr,
            "Le directeur P. Kernhofler de Brunnwald SA, M. Jean de la Tour de Zorvex SA.",
            "Le directeur [Personne 1] de [Institution 1], M. [Personne 2] de [Institution 2].",
        ),
        (
            Language::En,
            "Mr Kernhofler of Brunnwald Ltd and Ms Trelau of Zorvex Ltd.",
            "Mr [Person 1] of [Institution 1] and Ms [Person 2] of [Institution 2].",
        ),
        (
            Language::En,
            "Anna Kernhofler of Brunnwald Ltd agreed, A. Trelau of Zorvex Ltd did not.",
            "[Person 1] of [Institution 1] agreed, [Person 2] of [Institution 2] did not.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        assert_eq!(typed(&mut memory, note), expected);
    }
}

#[test]
fn a_role_behind_a_title_belongs_to_the_name() {
    for (language, note, expected) in [
        (
            Language::Fr,
            "Mme Chef de Trelau de Brunnwald SA signe.",
            "Mme [Personne 1] de [Institution 1] signe.",
        ),
        (
            Language::De,
            "M. Wirt Kernhofler de Brunnwald SA",
            "M. [Person 1] de [Institution 1]",
        ),
        (
            Language::En,
            "Mr Wirt Kernhofler of Brunnwald Ltd agreed.",
            "Mr [Person 1] of [Institution 1] agreed.",
        ),
        (
            Language::En,
            "mr wirt kernhofler of brunnwald ltd agreed.",
            "mr [Person 1] of [Institution 1] agreed.",
        ),
        (
            Language::De,
            "Herr Direktor Dr. Kernhofler von der Brunnwald AG redet.",
            "Herr Direktor Dr. [Person 1] von der [Institution 1] redet.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
    }
}

#[test]
fn a_role_that_may_be_a_given_name_makes_nobody_two() {
    for (language, note, expected) in [
        (
            Language::En,
            "Mr Senator Kernhofler of Brunnwald Ltd agreed. Kernhofler left.",
            "Mr [Person 1] of [Institution 1] agreed. [Person 1] left.",
        ),
        (
            Language::En,
            "Dean Trelau of Brunnwald Ltd agreed. Trelau left.",
            "[Person 1] of [Institution 1] agreed. [Person 1] left.",
        ),
        (
            Language::De,
            "Dean Trelau von der Brunnwald AG redet. Trelau geht.",
            "[Person 1] von der [Institution 1] redet. [Person 1] geht.",
        ),
        (
            Language::Fr,
            "Dean Trelau de Brunnwald SA signe. Trelau part.",
            "[Personne 1] de [Institution 1] signe. [Personne 1] part.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
    }
}

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
fn what_only_describes_somebody_makes_nobody_another() {
    for (language, note, expected) in [
        (
            Language::De,
            "Herr Zorvexer redet. Herr Zorvexer (Vater) rechnet.",
            "Herr [Person 1] redet. Herr [Person 1] (Vater) rechnet.",
        ),
        (
            Language::Fr,
            "Monsieur Brindevaux signe. Monsieur Brindevaux (père) se tait.",
            "Monsieur [Personne 1] signe. Monsieur [Personne 1] (père) se tait.",
        ),
        (
            Language::En,
            "Mr Thornquay runs the yard. Mr Thornquay (father) keeps the books.",
            "Mr [Person 1] runs the yard. Mr [Person 1] (father) keeps the books.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
    }
}

#[test]
fn a_firm_that_is_called_twice_by_one_name_is_not_two_people() {
    for (language, note) in [
        (Language::De, "Zorvexer & Zorvexer heisst die Kanzlei."),
        (Language::Fr, "L'étude s'appelle Brindevaux & Brindevaux."),
        (Language::En, "The firm is Thornquay & Thornquay."),
    ] {
        let written = &cleaned(language, &[note])[0];
        assert!(!written.contains(" 2]"), "{written}");
    }
}

#[test]
fn two_of_one_name_with_a_title_each_are_two() {
    for (language, note, expected) in [
        (
            Language::De,
            "Frau Zorvexer und Herr Zorvexer kamen.",
            "Frau [Person 1] und Herr [Person 2] kamen.",
        ),
        (
            Language::Fr,
            "Madame Brindevaux et Monsieur Brindevaux sont venus.",
            "Madame [Personne 1] et Monsieur [Personne 2] sont venus.",
        ),
        (
            Language::En,
            "Mr Thornquay and Mr Thornquay came.",
            "Mr [Person 1] and Mr [Person 2] came.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
    }
}

#[test]
fn two_of_one_name_are_two_where_a_text_tells_it() {
    for (language, notes, expected) in [
        (
            Language::De,
            &[
                "Vorstand: Zorvexer und Zorvexer, verheiratet.",
                "Urs Zorvexer will den Verein behalten, Verena Zorvexer will ihn auflösen.",
            ][..],
            &[
                "Vorstand: [Person 1] und [Person 2], verheiratet.",
                "[Person 1] will den Verein behalten, [Person 2] will ihn auflösen.",
            ][..],
        ),
        (
            Language::De,
            &[
                "Frau Weyand redet. Der andere Weyand rechnet.",
                "Ihr Mann Urs Weyand kam mit.",
            ],
            &[
                "Frau [Person 1] redet. Der andere [Person 2] rechnet.",
                "Ihr Mann [Person 2] kam mit.",
            ],
        ),
        (
            Language::Fr,
            &[
                "Monsieur Brindevaux signe, l'autre Brindevaux se tait. Le premier, Mme Brindevaux (sa fille) le remplace.",
            ],
            &[
                "Monsieur [Personne 1] signe, l'autre [Personne 2] se tait. Le premier, Mme [Personne 2] (sa fille) le remplace.",
            ],
        ),
        (
            Language::En,
            &[
                "Mr Thornquay runs the yard, Thornquay his brother keeps the books.",
                "Today Thornquay and Thornquay never meet.",
            ],
            &[
                "Mr [Person 1] runs the yard, [Person 2] his brother keeps the books.",
                "Today [Person 1] and [Person 2] never meet.",
            ],
        ),
    ] {
        assert_eq!(cleaned(language, notes), expected);
    }
}

#[test]
fn two_of_one_name_are_two_while_the_words_are_typed() {
    let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
    assert_eq!(
        typed(&mut memory, "Vorstand: Zorvexer und Zorvexer, verheiratet."),
        "Vorstand: [Person 1] und [Person 2], verheiratet."
    );
    assert_eq!(
        typed(&mut memory, "Urs Zorvexer bleibt, Verena Zorvexer geht."),
        "[Person 1] bleibt, [Person 2] geht."
    );
}

#[test]
fn whoever_has_a_title_is_no_firm() {
    for (language, notes, expected) in [
        (
            Language::De,
            [
                "Die Kernhofler Holzbau AG liefert.",
                "Frau Kernhofler ist stolz.",
            ],
            ["Die [Institution 1] liefert.", "Frau [Person 1] ist stolz."],
        ),
        (
            Language::Fr,
            [
                "La Kernhofler Bois SA livre.",
                "Madame Kernhofler est fière.",
            ],
            [
                "La [Institution 1] livre.",
                "Madame [Personne 1] est fière.",
            ],
        ),
        (
            Language::En,
            ["Kernhofler Timber Ltd delivers.", "Mr Kernhofler is proud."],
            ["[Institution 1] delivers.", "Mr [Person 1] is proud."],
        ),
    ] {
        assert_eq!(cleaned(language, &notes), expected);
    }
}

#[test]
fn a_surname_that_is_a_word_is_known_behind_the_given_name_too() {
    for (language, notes, expected) in [
        (
            Language::De,
            [
                "Frau Munter leitet das Büro.",
                "laut sabine munter war der vertrag kurz",
            ],
            [
                "Frau [Person 1] leitet das Büro.",
                "laut [Person 1] war der vertrag kurz",
            ],
        ),
        (
            Language::Fr,
            ["M. Poivre vend le sel.", "demander à alban poivre demain"],
            [
                "M. [Personne 1] vend le sel.",
                "demander à [Personne 1] demain",
            ],
        ),
        (
            Language::En,
            ["Mr Banks lent a wagon.", "walter banks likes a call"],
            ["Mr [Person 1] lent a wagon.", "[Person 1] likes a call"],
        ),
    ] {
        assert_eq!(cleaned(language, &notes), expected);
    }
}

#[test]
fn a_relative_is_another_than_the_one_of_whom_only_the_surname_was_known() {
    for (language, notes, expected) in [
        (
            Language::De,
            [
                "Herr Weyand führt den Betrieb seit 2004.",
                "Sein Bruder Urs Weyand leitet die Zimmerei daneben.",
                "Urs Weyand kommt mit, Weyand nicht.",
            ],
            [
                "Herr [Person 1] führt den Betrieb seit 2004.",
                "Sein Bruder [Person 2] leitet die Zimmerei daneben.",
                "[Person 2] kommt mit, [Person 1] nicht.",
            ],
        ),
        (
            Language::Fr,
            [
                "Monsieur Brindevaux dirige l'atelier.",
                "Sa sœur, Odile Brindevaux, tient les comptes.",
                "Brindevaux signe, Odile Brindevaux relit.",
            ],
            [
                "Monsieur [Personne 1] dirige l'atelier.",
                "Sa sœur, [Personne 2], tient les comptes.",
                "[Personne 1] signe, [Personne 2] relit.",
            ],
        ),
        (
            Language::En,
            [
                "Mr Thornquay runs the yard.",
                "His wife Joan Thornquay keeps the books.",
                "Thornquay signs what Joan Thornquay writes.",
            ],
            [
                "Mr [Person 1] runs the yard.",
                "His wife [Person 2] keeps the books.",
                "[Person 1] signs what [Person 2] writes.",
            ],
        ),
    ] {
        assert_eq!(cleaned(language, &notes), expected);
    }
}

#[test]
fn a_relative_is_another_while_the_words_are_typed() {
    for (language, first, second, expected) in [
        (
            Language::De,
            "Herr Weyand führt den Betrieb.",
            "Sein Bruder Urs Weyand leitet die Zimmerei.",
            "Sein Bruder [Person 2] leitet die Zimmerei.",
        ),
        (
            Language::Fr,
            "Monsieur Brindevaux dirige l'atelier.",
            "Sa sœur Odile Brindevaux tient les comptes.",
            "Sa sœur [Personne 2] tient les comptes.",
        ),
        (
            Language::En,
            "Mr Thornquay runs the yard.",
            "His wife Joan Thornquay keeps the books.",
            "His wife [Person 2] keeps the books.",
        ),
    ] {
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        typed(&mut memory, first);
        assert_eq!(typed(&mut memory, second), expected);
    }
}

#[test]
fn an_institution_keeps_its_placeholder_over_first_letters_and_half_of_its_word() {
    for (language, note, expected) in [
        (
            Language::De,
            "Der Verein Uferkontor hat neun Mitglieder. Das Kontor zahlt alles.",
            "Der [Institution 1] hat neun Mitglieder. Das [Institution 1] zahlt alles.",
        ),
        (
            Language::Fr,
            "L'association Pont Levant a neuf membres. La liste de PL est courte.",
            "L'association [Institution 1] a neuf membres. La liste de [Institution 1] est courte.",
        ),
        (
            Language::En,
            "Common Ground has nine members. The list of CG is short.",
            "[Institution 1] has nine members. The list of [Institution 1] is short.",
        ),
    ] {
        assert_eq!(cleaned(language, &[note]), [expected]);
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

/// The notes of a session in which placeholders are expected, with what is expected of each, and what is announced.
type Session = (
    Language,
    &'static str,
    &'static [(&'static str, &'static str)],
);

#[track_caller]
fn become_in_order(sessions: &[Session]) {
    let (mut written, mut expected) = (Vec::new(), Vec::new());
    for (language, announced, notes) in sessions {
        let mut memory = Memory::new(*language).with_layers(Layers::ALL);
        memory.protect(&ProtectedWords::parse(announced));
        for (note, clean_note) in *notes {
            written.push(clean(&mut memory, note));
            expected.push((*clean_note).to_owned());
        }
    }
    assert_eq!(written, expected);
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

#[test]
fn a_firm_is_not_the_one_of_whose_word_it_is_a_half() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[(
                "Die Metall AG liefert. Die Metallbau Keller AG baut.",
                "Die [Institution 1] liefert. Die [Institution 2] baut.",
            )],
        ),
        (
            Language::De,
            "institution: Metallbau Keller AG",
            &[("Die Metall AG liefert.", "Die [Institution 2] liefert.")],
        ),
        (
            Language::De,
            "",
            &[(
                "Die Energie AG liefert. Die Energiewerke Zorvex AG baut.",
                "Die [Institution 1] liefert. Die [Institution 2] baut.",
            )],
        ),
        (
            Language::De,
            "",
            &[(
                "Die Holzwerk Tanner AG liefert. Die Werk GmbH baut.",
                "Die [Institution 1] liefert. Die [Institution 2] baut.",
            )],
        ),
        (
            Language::De,
            "",
            &[(
                "Die Sonnenblume GmbH liefert. Die Blume GmbH baut. Die Sonnen GmbH zahlt.",
                "Die [Institution 1] liefert. Die [Institution 2] baut. Die [Institution 3] zahlt.",
            )],
        ),
        (
            Language::En,
            "",
            &[(
                "Thornbridge Ltd delivers. Bridge Ltd builds.",
                "[Institution 1] delivers. [Institution 2] builds.",
            )],
        ),
    ]);
}

#[test]
fn the_letters_of_one_institution_do_not_lead_to_another() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[
                (
                    "Der Verein Common Ground zahlt.",
                    "Der [Institution 1] zahlt.",
                ),
                (
                    "Die Liste von CG ist kurz.",
                    "Die Liste von [Institution 1] ist kurz.",
                ),
                (
                    "Die Copper Garden GmbH zahlt.",
                    "Die [Institution 2] zahlt.",
                ),
            ],
        ),
        (
            Language::Fr,
            "",
            &[
                (
                    "L'association Moulin du Bas a neuf membres.",
                    "L'[Institution 1] a neuf membres.",
                ),
                (
                    "La liste de MB est courte.",
                    "La liste de [Institution 1] est courte.",
                ),
                (
                    "L'association Maison Bleue a six membres.",
                    "L'association [Institution 2] a six membres.",
                ),
            ],
        ),
        (
            Language::En,
            "",
            &[
                (
                    "The club Common Ground has nine members.",
                    "The club [Institution 1] has nine members.",
                ),
                (
                    "The list of CG is short.",
                    "The list of [Institution 1] is short.",
                ),
                ("Copper Garden Ltd pays.", "[Institution 2] pays."),
            ],
        ),
    ]);
}

#[test]
fn two_of_one_surname_that_is_an_ordinary_word_are_two() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[
                ("Frau Laterne kam.", "Frau [Person 1] kam."),
                ("Frau Nkechi Laterne sagte ja.", "Frau [Person 1] sagte ja."),
                (
                    "Frau Oluwaseun Laterne sagte nein.",
                    "Frau [Person 2] sagte nein.",
                ),
            ],
        ),
        (
            Language::Fr,
            "",
            &[
                (
                    "Madame Lanterne est venue.",
                    "Madame [Personne 1] est venue.",
                ),
                (
                    "Madame Nkechi Lanterne a dit oui.",
                    "Madame [Personne 1] a dit oui.",
                ),
                (
                    "Madame Oluwaseun Lanterne a dit non.",
                    "Madame [Personne 2] a dit non.",
                ),
            ],
        ),
        (
            Language::En,
            "",
            &[
                ("Mrs Candle came.", "Mrs [Person 1] came."),
                ("Mrs Nkechi Candle said yes.", "Mrs [Person 1] said yes."),
                ("Mrs Oluwaseun Candle said no.", "Mrs [Person 2] said no."),
            ],
        ),
    ]);
}

#[test]
fn a_relative_is_another_also_in_one_text() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[(
                "Herr Weyand führt den Betrieb seit 2004. Sein Bruder Urs Weyand leitet die Zimmerei daneben. Urs Weyand kommt mit, Weyand nicht.",
                "Herr [Person 1] führt den Betrieb seit 2004. Sein Bruder [Person 2] leitet die Zimmerei daneben. [Person 2] kommt mit, [Person 1] nicht.",
            )],
        ),
        (
            Language::Fr,
            "",
            &[(
                "Monsieur Brindevaux dirige l'atelier. Sa sœur, Odile Brindevaux, tient les comptes. Brindevaux signe, Odile Brindevaux relit.",
                "Monsieur [Personne 1] dirige l'atelier. Sa sœur, [Personne 2], tient les comptes. [Personne 1] signe, [Personne 2] relit.",
            )],
        ),
        (
            Language::En,
            "",
            &[(
                "Mr Thornquay runs the yard. His wife Joan Thornquay keeps the books. Thornquay signs what Joan Thornquay writes.",
                "Mr [Person 1] runs the yard. His wife [Person 2] keeps the books. [Person 1] signs what [Person 2] writes.",
            )],
        ),
    ]);
}

#[test]
fn a_word_for_a_relative_in_another_language_makes_nobody_one() {
    become_in_order(&[
        (
            Language::Fr,
            "",
            &[(
                "M. Girardin dirige l'atelier. M. Girardin vient avec son Paul Girardin.",
                "[Personne 1] dirige l'atelier. [Personne 1] vient avec son [Personne 1].",
            )],
        ),
        (
            Language::En,
            "",
            &[(
                "Mr Thornquay runs the yard. He was a mere Paul Thornquay then.",
                "Mr [Person 1] runs the yard. He was a mere [Person 1] then.",
            )],
        ),
    ]);
}
