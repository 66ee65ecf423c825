//! Who is the same person: titles, relatives, namesakes, surnames that are ordinary words.

use super::*;

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
        typed(&mut memory, "Vorstand: Zorvexer und Zorvexer, seit Jahren."),
        "Vorstand: [Person 1] und [Person 2], seit Jahren."
    );
    assert_eq!(
        typed(&mut memory, "Urs Zorvexer bleibt, Verena Zorvexer geht."),
        "[Person 1] bleibt, [Person 2] geht."
    );
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
fn a_firm_with_its_legal_form_is_not_the_one_who_bears_its_name() {
    become_in_order(&[
        (
            Language::De,
            "",
            &[(
                "Herr Zorvolkner war da, die Zorvolkner AG zahlt.",
                "Herr [Person 1] war da, die [Institution 1] zahlt.",
            )],
        ),
        (
            Language::De,
            "",
            &[(
                "Die Zorvolkner AG zahlt, Herr Zorvolkner war da.",
                "Die [Institution 1] zahlt, Herr [Person 1] war da.",
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
                "M. [Personne 1] dirige l'atelier. M. [Personne 1] vient avec son [Personne 1].",
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

#[test]
fn a_given_name_and_a_surname_that_came_alone_are_offered_once_the_whole_name_is_known() {
    let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
    for note in [
        "Herr Zorvexer liefert die Bretter.",
        "Anouk ruft am Freitag an.",
    ] {
        redact_whole(note, &mut memory);
    }
    assert_eq!(memory.perhaps_same(), []);
    redact_whole("Anouk Zorvexer war in Lyon.", &mut memory);
    let offers = memory.perhaps_same();
    let [offer] = offers.as_slice() else {
        panic!("one is offered: {offers:?}");
    };
    assert_eq!((offer.from.number, offer.into.number), (2, 1));
    let names = offer.names.each_ref().map(|name| name.as_str());
    assert_eq!(names, ["Anouk", "Anouk Zorvexer"]);
    let mut joined = Memory::new(Language::De).with_layers(Layers::ALL);
    for note in [
        "Herr Zorvexer liefert.",
        "Anouk ruft an.",
        "Anouk Zorvexer war da.",
    ] {
        redact_whole(note, &mut joined);
    }
    joined.join(offer.from, offer.into);
    assert_eq!(joined.perhaps_same(), []);
    memory.are_two(offer.from, offer.into);
    assert_eq!(memory.perhaps_same(), []);
    let (again, ..) = redact_whole("Anouk ruft wieder an.", &mut memory);
    assert_eq!(again.as_str(), "[Person 2] ruft wieder an.");
}

/// Somebody who was called by the surname, by the given name and by both.
fn under_two_numbers() -> Memory {
    let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
    for note in [
        "Herr Zorvexer liefert.",
        "Anouk ruft an.",
        "Anouk Zorvexer war da.",
    ] {
        redact_whole(note, &mut memory);
    }
    memory
}

#[test]
fn what_is_offered_and_what_was_answered_is_known_again_when_a_session_is_taken_up() {
    let taken_up = |earlier: &Memory| {
        let mut memory = Memory::resume(Language::De, earlier.slots()).with_layers(Layers::ALL);
        memory.recall(earlier);
        memory.perhaps_same()
    };
    let mut memory = under_two_numbers();
    let offers = memory.perhaps_same();
    assert_eq!(taken_up(&memory), offers);
    memory.are_two(offers[0].from, offers[0].into);
    assert_eq!(taken_up(&memory), []);
}

#[test]
fn nobody_is_offered_who_was_announced_or_is_called_so_no_more() {
    let mut memory = under_two_numbers();
    memory.allow("Anouk");
    assert_eq!(memory.perhaps_same(), []);
    let mut memory = under_two_numbers();
    let slot = memory.perhaps_same()[0].into;
    memory.bind(slot, "Anouk Zorvexer");
    assert_eq!(memory.perhaps_same(), []);
}

#[test]
fn what_is_known_where_an_address_begins_keeps_its_own_placeholder() {
    let notes = [
        "Die Tideline Brunnwald AG liefert Algen.",
        "Post: Tideline Brunnwald AG, c/o Hafenbüro, Am Ufer 3, 9436 Balgach",
    ];
    let written = cleaned(Language::De, &notes);
    assert_eq!(written[0], "Die [Institution 1] liefert Algen.");
    assert!(
        written[1].starts_with("Post: [Institution 1], "),
        "{}",
        written[1]
    );
}
