//! Which institution is the same: by its letters, by half of its word, beside somebody of its name.

use super::*;

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
                    "Die Common Ground GmbH zahlt.",
                    "Die [Institution 1] zahlt.",
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
                    "L'association [Institution 1] a neuf membres.",
                ),
                (
                    "Le directeur de MB est absent.",
                    "Le directeur de [Institution 1] est absent.",
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
                    "Common Ground Ltd has nine members.",
                    "[Institution 1] has nine members.",
                ),
                (
                    "The list from CG is short.",
                    "The list from [Institution 1] is short.",
                ),
                ("Copper Garden Ltd pays.", "[Institution 2] pays."),
            ],
        ),
    ]);
}
