//! What nobody announced: what is found is replaced, what is doubtful is masked, and neither is ever written.

use proptest::prelude::*;

use super::*;
use crate::anonymise::finding::Target;
use crate::anonymise::secret::Secret;

/// A memory that searches for what nobody announced, but for what a model has learned.
fn listening() -> Memory {
    let mut memory = Memory::new(Language::De).with_layers(Layers {
        model: false,
        ..Layers::ALL
    });
    memory.set_vocabulary(["Netzwerk Alpenholz"].into_iter());
    memory
}

/// Types a text letter by letter; gives back everything that was written since the last purge.
fn type_in(memory: &mut Memory, text: &str) -> (String, Redaction) {
    let mut draft = String::new();
    let mut all = String::new();
    let mut last = redact("", 0, Boundary::Word, memory);
    for character in text.chars() {
        draft.push(character);
        last = redact(&draft, draft.len(), Boundary::Word, memory);
        if last.must_purge() {
            all.clear();
        }
        all.push_str(last.written.as_str());
        all.push('\n');
        draft.clone_from(&last.text);
    }
    (all, last)
}

#[test]
fn a_doubtful_word_is_masked_and_stays_in_the_draft() {
    let mut memory = listening();
    let (all, last) = type_in(&mut memory, "wir trafen ZORVEX, später wieder ");
    assert_eq!(last.written.as_str(), "wir trafen [?], später wieder ");
    assert_eq!(last.text, "wir trafen ZORVEX, später wieder ");
    assert_eq!(last.doubtful.first(), Some(&(11..17)));
    let words: Vec<&str> = last.doubts.iter().map(Doubt::word).collect();
    assert_eq!(words, ["ZORVEX"]);
    assert!(!all.contains("ZOR"), "{all}");
}

#[test]
fn a_run_with_capitals_is_held_until_it_ends() {
    let mut memory = listening();
    let (_, last) = type_in(&mut memory, "dort war Anna Fehrlin ");
    assert_eq!((last.written.as_str(), last.held.words), ("dort war ", 2));
    let (all, last) = type_in(&mut listening(), "dort war Anna Fehrlin gestern ");
    assert_eq!(last.written.as_str(), "dort war [Person 1] gestern ");
    assert!(!all.contains("Anna") && !all.contains("Fehrlin"), "{all}");
}

#[test]
fn a_name_waits_for_its_legal_form_and_a_title_for_its_name() {
    let (all, last) = type_in(&mut listening(), "die Holzbau Fehrlin AG liefert ");
    assert_eq!(last.written.as_str(), "die [Institution 1] liefert ");
    assert!(!all.contains("Holzbau"), "{all}");
    let (_, last) = type_in(&mut listening(), "gestern kam Frau Dr. ");
    assert_eq!(last.written.as_str(), "gestern kam ");
    let (_, last) = type_in(&mut listening(), "im 79540 ");
    assert_eq!(last.written.as_str(), "im ");
}

#[test]
fn nothing_is_held_behind_small_words() {
    let (_, last) = type_in(&mut listening(), "der Verein hat im Jahr zwei treffen ");
    assert_eq!(last.held.words, 0);
    let (_, last) = type_in(&mut listening(), "so war der Verein, ");
    assert_eq!(last.held.words, 0);
}

#[test]
fn a_find_that_completes_after_its_words_were_written_is_purged() {
    let mut memory = listening();
    let (_, last) = type_in(&mut memory, "nur ZO, dann ");
    assert_eq!(last.written.as_str(), "nur ZO, dann ");
    // The word grows in the middle of what was written.
    let grown = redact("nur ZORVEX, dann ", 17, Boundary::Word, &mut memory);
    assert!(grown.must_purge());
    assert_eq!(grown.written.as_str(), "nur [?], dann ");
    let again = redact(&grown.text, 17, Boundary::Word, &mut memory);
    assert!(!again.must_purge(), "what was written is gone");
}

#[test]
fn vocabulary_and_allowed_words_are_never_found() {
    let mut memory = listening();
    let text = "das Netzwerk Alpenholz und ZORVEX";
    assert_eq!(redact_masked(text, &mut memory).doubts.len(), 1);
    memory.allow("Zorvex");
    let masked = redact_masked(text, &mut memory);
    assert_eq!(masked.text.as_str(), text);
    // Who announces a word is heard.
    memory.protect_one(SlotKind::Institution, "ZORVEX");
    assert_eq!(
        redact_masked(text, &mut memory).text.as_str(),
        "das Netzwerk Alpenholz und [Institution 1]"
    );
}

#[test]
fn what_is_taken_back_is_not_found_again_in_any_form() {
    let mut memory = listening();
    let found = redact("bei Fehrlin und mehr", 20, Boundary::Settle, &mut memory);
    let marker = found
        .text
        .chars()
        .find(|&character| crate::language::is_marker(character))
        .expect("a marker");
    assert_eq!(
        memory.take_back(marker).as_deref().map(String::as_str),
        Some("Fehrlin")
    );
    for form in ["bei Fehrlin", "FEHRLIN kam", "Fehrlins Idee"] {
        assert_eq!(redact_masked(form, &mut memory).text.as_str(), form);
    }
}

#[test]
fn what_was_announced_and_taken_back_is_not_doubted_in_this_form() {
    let mut memory = listening();
    memory.protect(&ProtectedWords::parse("institution: ZORVEX"));
    let found = redact("bei ZORVEX und mehr", 19, Boundary::Settle, &mut memory);
    let marker = found
        .text
        .chars()
        .find(|&character| crate::language::is_marker(character))
        .expect("a marker");
    assert!(memory.take_back(marker).is_some());
    let text = "bei ZORVEX und mehr";
    assert_eq!(redact_masked(text, &mut memory).text.as_str(), text);
}

#[test]
fn a_settled_word_takes_the_place_of_its_mask() {
    let mut memory = listening();
    let masked = redact_masked("ZORVEX, dann BRUNAL, dann ZORVEX", &mut memory);
    assert_eq!(masked.text.as_str(), "[?], dann [?], dann [?]");
    let [first, second, third] = masked.doubts.as_slice() else {
        panic!("{:?}", masked.doubts);
    };
    assert_eq!(memory.unmask(&masked.text, first), None);
    memory.protect_one(SlotKind::Place, first.word());
    memory.allow(second.word());
    assert!(matches!(memory.verdict("zorvex"), Verdict::Name(_)));
    assert_eq!(memory.verdict("BRUNAL"), Verdict::Ordinary);
    let mut text = memory.unmask(&masked.text, third).unwrap();
    text = memory.unmask(&text, second).unwrap();
    text = memory.unmask(&text, first).unwrap();
    assert_eq!(text.as_str(), "[Ort 1], dann BRUNAL, dann [Ort 1]");
}

#[test]
fn a_name_that_was_announced_holds_over_what_is_found_around_it() {
    let mut memory = listening();
    memory.protect(&ProtectedWords::parse("institution: Chambre Lémanique"));
    memory.listen_in(Language::Fr);
    assert_eq!(
        redact_masked("la chambre lemanique invite", &mut memory)
            .text
            .as_str(),
        "la [Institution 1] invite"
    );
}

#[test]
fn a_word_that_goes_on_behind_its_placeholder_is_searched_as_a_whole() {
    let mut memory = listening();
    memory.protect(&ProtectedWords::parse("Ute Fehrlinger"));
    // Left in the middle of the name, and taken up again.
    let left = redact("es kam Fehrlin", 14, Boundary::Settle, &mut memory);
    assert_eq!(left.written.as_str(), "es kam [Person 2]");
    let text = format!("{}ger", left.text);
    let whole = redact(&text, text.len(), Boundary::Settle, &mut memory);
    assert_eq!(whole.written.as_str(), "es kam [Person 1]");
    assert_eq!(whole.cursor, whole.text.len());
}

#[test]
fn a_find_does_not_run_over_the_end_of_a_note() {
    let mut memory = listening();
    let earlier = redact_masked("sie traf Anna", &mut memory).text;
    let later = redact_masked("Zimmerei und mehr", &mut memory).text;
    assert!(memory.seam(&earlier, &later).is_none());
}

/// A piece of a draft: an ordinary word, one that is found, one that is doubtful, a piece of one, what stands between.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["und", "der", "Verein", "sagt", "wir", "2015", "x", "Frau", "Dr.", "AG", "mit"]),
        3 => prop::sample::select(vec!["Fehrlin", "Anna Fehrlin", "Fehrlins", "ZORVEX", "BRUNAL", "FEHRLIN"]),
        1 => prop::sample::select(vec!["ZOR", "VEX", "Fehr", "lin", "BRU", "NAL"]),
        4 => prop::sample::select(vec![" ", " ", " ", ", ", "\n", "-", ". ", " / "]),
    ]
    .prop_map(str::to_owned)
}

/// The first word of a text that must not be written.
fn leak(text: &str) -> Option<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .map(str::to_lowercase)
        .find(|word| ["fehrlin", "fehrlins", "zorvex", "brunal"].contains(&word.as_str()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_doubtful_or_found_word_is_ever_written(pieces in prop::collection::vec(piece(), 0..10), deleted in 0usize..6, at in 0usize..40) {
        let text = pieces.concat();
        let mut memory = listening();
        let mut draft = String::new();
        let mut cursor = 0;
        let mut check = |draft: &mut String, cursor: &mut usize, boundary| -> Result<(), TestCaseError> {
            let redaction = redact(draft, *cursor, boundary, &mut memory);
            let written = redaction.written.as_str();
            prop_assert_eq!(leak(written), None, "{:?} of {:?}", written, draft);
            prop_assert_eq!(redaction.doubts.len(), masks(written));
            prop_assert!(redaction.held.words <= 8);
            let shown: Vec<&str> = redaction.doubtful.iter().filter_map(|span| redaction.text.get(span.clone())).collect();
            prop_assert_eq!(shown.len(), redaction.doubtful.len());
            let again = redact(&redaction.text, redaction.cursor, boundary, &mut memory);
            prop_assert_eq!(leak(again.written.as_str()), None);
            draft.clone_from(&redaction.text);
            *cursor = redaction.cursor;
            Ok(())
        };
        for character in text.chars() {
            draft.insert(cursor, character);
            cursor += character.len_utf8();
            check(&mut draft, &mut cursor, Boundary::Word)?;
        }
        cursor = draft.floor_char_boundary(at);
        check(&mut draft, &mut cursor, Boundary::Word)?;
        for _ in 0..deleted {
            if let Some(character) = draft.get(..cursor).and_then(|text| text.chars().next_back()) {
                cursor -= character.len_utf8();
                draft.remove(cursor);
            }
            check(&mut draft, &mut cursor, Boundary::Word)?;
        }
        check(&mut draft, &mut cursor, Boundary::Settle)?;
    }
}

#[test]
fn the_same_keeps_its_placeholder_and_others_of_the_family_get_their_own() {
    let mut memory = listening();
    for (text, written) in [
        (
            "Frau Flurina Fehrlin und Herr Toni Fehrlin kamen",
            "Frau [Person 1] und Herr [Person 2] kamen",
        ),
        ("Herr T. Fehrlin bleibt", "Herr [Person 2] bleibt"),
        ("Frau F. Fehrlin bleibt", "Frau [Person 1] bleibt"),
        ("Herr Zorvexer geht", "Herr [Person 3] geht"),
        ("Herr Zorwexer geht", "Herr [Person 3] geht"),
        (
            "die IHK Lörrach und die Sparkasse Lörrach",
            "die [Institution 1] und die [Institution 2]",
        ),
    ] {
        let masked = redact_masked(text, &mut memory);
        assert_eq!(masked.text.as_str(), written, "{text}");
    }
}

#[test]
fn a_whole_name_makes_one_of_the_two_slots_that_had_a_word_of_it_each() {
    let mut memory = listening();
    for text in ["Herr Zorvexer geht", "Frau Flurina kommt"] {
        redact_masked(text, &mut memory);
    }
    let whole = redact_masked("Frau Flurina Zorvexer bleibt", &mut memory);
    assert_eq!(whole.text.as_str(), "Frau [Person 1] bleibt");
    let later = redact_masked("Frau Flurina und Herr Zorwexer", &mut memory);
    assert_eq!(later.text.as_str(), "Frau [Person 1] und Herr [Person 1]");
    let other = redact_masked("Frau Ladina Fehrlin kommt", &mut memory);
    assert_eq!(
        other.text.as_str(),
        "Frau [Person 3] kommt",
        "a number is not given again"
    );
}

#[test]
fn two_are_one_where_the_text_says_so() {
    let mut memory = listening();
    redact_masked("Herr Kuno geht, Herr Zorvexer bleibt", &mut memory);
    let told = redact_masked("Herr Kuno = Herr Zorvexer", &mut memory);
    assert_eq!(told.text.as_str(), "Herr [Person 1] = Herr [Person 1]");
    let later = redact_masked("Herr Zorvexer bleibt", &mut memory);
    assert_eq!(later.text.as_str(), "Herr [Person 1] bleibt");
}

#[test]
fn slots_of_others_and_announced_ones_are_never_made_one_by_a_name() {
    let mut memory = listening();
    for text in [
        "Herr Zorvexer geht",
        "Frau Flurina kommt",
        "Herr Toni Zorvexer bleibt",
    ] {
        redact_masked(text, &mut memory);
    }
    let later = redact_masked("Frau Flurina und Herr Zorvexer", &mut memory);
    assert_eq!(later.text.as_str(), "Frau [Person 2] und Herr [Person 1]");
    let mut memory = listening();
    memory.protect_one(SlotKind::Person, "Zorvexer");
    memory.protect_one(SlotKind::Person, "Flurina");
    redact_masked("Frau Flurina Zorvexer bleibt", &mut memory);
    let later = redact_masked("Flurina und Zorvexer", &mut memory);
    assert_eq!(later.text.as_str(), "[Person 2] und [Person 1]");
}

#[test]
fn the_second_half_of_a_firm_is_the_firm() {
    let mut memory = listening();
    let text = "die Zorvexer-Fehrlin AG zahlt";
    redact_masked(text, &mut memory);
    let later = redact_masked("die Fehrlin AG zahlt nicht", &mut memory);
    assert!(
        later.text.as_str().contains("[Institution 1"),
        "{}",
        later.text.as_str()
    );
}

#[test]
fn two_that_are_named_together_keep_the_placeholders_they_have() {
    let mut memory = listening();
    for (text, written) in [
        ("die Gegenleder GmbH näht", "die [Institution 1] näht"),
        (
            "Vertrag von Gegenleder und Brindevox AG",
            "Vertrag von [Institution 1] und [Institution 2]",
        ),
        (
            "Gegenleder + Brindevox zahlen",
            "[Institution 1] + [Institution 2] zahlen",
        ),
        ("mit Frau Brindevaux", "mit Frau [Person 1]"),
        ("ohne Brindevauxs Ordner", "ohne [Person 1] Ordner"),
    ] {
        assert_eq!(clean(&mut memory, text), written);
    }
}

#[test]
fn what_a_text_itself_taught_parts_nothing_so_that_typing_comes_out_as_pasting() {
    let learned = |memory: &mut Memory| {
        for text in [
            "die Gegenleder GmbH näht",
            "mit Frau Brindevaux",
            "mit Herrn Fehrlins",
        ] {
            clean(memory, text);
        }
    };
    for text in [
        "Vertrag von Gegenleder und Brindevox AG ",
        "Gegenleder + Brindevox zahlen ",
        "ohne Brindevauxs Ordner ",
        "die Fehrlins Treuhand AG liefert ",
        "Brindevaux und Söhne bauen ",
        "Frau Zorvex und Zorvex GmbH ",
    ] {
        for is_learned in [false, true] {
            let mut memories = [listening(), listening()];
            if is_learned {
                memories.iter_mut().for_each(learned);
            }
            let [typing, pasting] = &mut memories;
            typing.draft_shown("");
            let (_, typed) = type_in(typing, text);
            let typed = redact(&typed.text, typed.text.len(), Boundary::Settle, typing);
            let pasted = clean(pasting, text);
            assert_eq!(typed.written.as_str(), pasted, "{text}, {is_learned}");
            assert_eq!(
                clean(pasting, &pasted),
                pasted,
                "a second search changes nothing"
            );
        }
    }
}

#[test]
fn the_other_half_of_a_double_surname_is_somebody_else() {
    let mut memory = listening();
    for (text, written) in [
        ("Frau Anna Zorvexer-Fehrlin kommt", "Frau [Person 1] kommt"),
        ("Frau Zorvexer bleibt", "Frau [Person 1] bleibt"),
        ("Herr Fehrlin geht", "Herr [Person 2] geht"),
        ("Frau A. Zorvexer-Fehrlin kommt", "Frau [Person 1] kommt"),
    ] {
        let masked = redact_masked(text, &mut memory);
        assert_eq!(masked.text.as_str(), written, "{text}");
    }
}

#[test]
fn an_ordinary_word_in_small_letters_stays_in_what_was_written_before_a_likely_name() {
    let clean = |text: &str| CleanText::searched(text.to_owned());
    let mut memory = Memory::new(Language::En).with_layers(Layers::ALL);
    let known = |memory: &mut Memory, name: &str, certainty| {
        let target = Target::Named(SlotKind::Person, Secret::from(name), certainty);
        memory.slot_of(&target, &mut Vec::new());
    };
    known(&mut memory, "Kitchens", Certainty::Likely);
    known(&mut memory, "Zoravec", Certainty::Likely);
    let before = "they know each other’s kitchens";
    assert_eq!(memory.reclean(&clean(before)), None);
    // What is no word is the name in small letters, too.
    let found = memory.reclean(&clean("it was zoravec who came"));
    let found = found.expect("the name is found");
    assert_eq!(found.text.as_str(), "it was [Person 2] who came");
    // Where the name is certain, whatever is read as one is taken for it.
    known(&mut memory, "Kitchens", Certainty::Certain);
    let layout = memory.lay_out(before);
    let candidates = memory.search_known(&layout);
    assert!(
        candidates
            .iter()
            .all(|candidate| !memory.is_rather_a_word(&layout, candidate))
    );
}

#[test]
fn an_ordinary_word_that_reads_like_a_name_goes_from_what_was_written_before_it_was_known() {
    let clean = |text: &str| CleanText::searched(text.to_owned());
    let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
    for name in ["Sorge", "Brot", "Holz"] {
        let target = Target::Named(SlotKind::Person, Secret::from(name), Certainty::Likely);
        memory.slot_of(&target, &mut Vec::new());
    }
    let found = memory.reclean(&clean("sorge ruft morgen zurück"));
    let found = found.expect("he is somebody");
    assert!(found.text.as_str().starts_with("[Person 1] ruft"));
    for words in ["brot, milch, käse", "holz, stein, sand"] {
        assert_eq!(memory.reclean(&clean(words)), None, "{words}");
    }
}

#[test]
fn words_of_people_are_no_institution() {
    let texts = [
        (
            Language::Fr,
            "aux gens du Haut, et les gens disent oui",
            "gens",
        ),
        (Language::Fr, "aux personnes du Haut", "personnes"),
        (Language::De, "die Leute vom Oberland", "Leute"),
        (Language::En, "the people of the valley", "people"),
    ];
    for (language, text, people) in texts {
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        let written = redact(text, text.len(), Boundary::Settle, &mut memory).written;
        let count = |text: &str| text.matches(people).count();
        assert_eq!(count(written.as_str()), count(text), "{}", written.as_str());
    }
}

#[test]
fn a_title_before_a_protected_surname_is_nobodys_initial() {
    for title in [
        "M.", "MM.", "Mme", "Mlle", "Me", "Dr", "Hr.", "Fr.", "Mr", "Mrs", "Ms",
    ] {
        for list in ["{} Zorvexer", "Bruno Zorvexat = {} Zorvexer"] {
            let mut memory = Memory::new(Language::Fr).with_layers(Layers::ALL);
            memory.protect(&ProtectedWords::parse(&list.replace("{}", title)));
            let text =
                "Michel dit oui, puis M. Perrenoud et Mme Roulin refusent, comme M. Zorvexer\n";
            let written = redact(text, text.len(), Boundary::Settle, &mut memory).written;
            assert_eq!(
                written.as_str().matches("[Personne 1]").count(),
                1,
                "{title}: {}",
                written.as_str()
            );
        }
    }
}

#[test]
fn monsieur_somebody_is_not_whoever_has_a_given_name_with_an_m() {
    for (language, text) in [
        (Language::Fr, "Michel est contre, puis M. Zorvexer refuse"),
        (Language::Fr, "Martin parle. M. Zorvexer se tait"),
        (Language::En, "Mary spoke, M. Zorvexer refused"),
        (
            Language::De,
            "Michael war da, dann hat M. Zorvexer abgelehnt",
        ),
    ] {
        let mut memory = Memory::new(language).with_layers(Layers::ALL);
        redact(text, text.len(), Boundary::Settle, &mut memory);
        let slots = memory.slots().iter();
        let persons = slots.filter(|slot| slot.key.kind == SlotKind::Person);
        assert_eq!(persons.count(), 2, "{text}");
    }
}
