//! Who is the same over the notes of a session, in three languages.

use super::*;

/// What becomes of the notes of a session, one after the other.
fn cleaned(language: Language, notes: &[&str]) -> Vec<String> {
    let mut memory = Memory::new(language).with_layers(Layers::ALL);
    let clean = |note: &&str| clean(&mut memory, note);
    notes.iter().map(clean).collect()
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
