//! How texts are put together. That the languages agree is tested in `tests/i18n.rs`.

use std::fs;
use std::path::Path;

use super::*;

#[test]
fn every_text_is_there_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for text in Text::ALL {
            // A number does for any value here: plural forms need one, and the rest takes one.
            let values: Vec<(&'static str, Value<'_>)> =
                text.values().map(|name| (name, Value::from(2))).collect();
            let said = words.text_with(text, &values);
            assert!(!said.is_empty(), "{language} {}", text.key());
            assert!(
                !said.contains(['{', '}']),
                "{language} {}: {said}",
                text.key()
            );
        }
    }
}

#[test]
fn what_is_ready_made_says_what_the_word_file_says() {
    let given = [
        Value::from(1),
        Value::from(1_234_567),
        Value::from(-2.5),
        Value::from("{ $count } · «l’un»\u{1}"),
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        let mut ready = 0;
        for (text, value) in Text::ALL
            .iter()
            .flat_map(|text| given.iter().map(move |value| (*text, value)))
        {
            let names = text.values();
            let values: Vec<_> = names.map(|name| (name, value.clone())).collect();
            if values.is_empty() || generated::READY_MADE.of(text, language).is_empty() {
                continue;
            }
            ready += 1;
            assert_eq!(
                words.text_with(text, &values),
                words.put_together(text, &values)
            );
        }
        assert!(ready > 0);
    }
}

/// The word files of a language as they are written, all in one.
fn written(language: Language) -> FluentBundle<FluentResource> {
    let bundle = empty(language);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join("i18n")
        .join(language.to_string());
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let resource = FluentResource::try_new(source).unwrap();
        bundle.borrow_mut().add_resource(resource).unwrap();
    }
    bundle.into_inner()
}

#[test]
fn every_text_says_what_is_written_in_the_word_files() {
    let given = [
        Value::from(1),
        Value::from(2),
        Value::from(1_234_567),
        Value::from("«l’un» { $count }"),
    ];
    for language in Language::ALL {
        let (words, written) = (Words::new(language), written(language));
        for (text, value) in Text::ALL
            .into_iter()
            .flat_map(|text| given.iter().map(move |value| (text, value)))
        {
            let values: Vec<_> = text.values().map(|name| (name, value.clone())).collect();
            let pattern = written.get_message(text.key()).unwrap().value().unwrap();
            let mut faults = Vec::new();
            let arguments = values.iter().cloned().collect();
            let wanted = written.format_pattern(pattern, Some(&arguments), &mut faults);
            assert!(faults.is_empty(), "{language} {}: {faults:?}", text.key());
            let said = if values.is_empty() {
                words.text(text)
            } else {
                words.text_with(text, &values).into()
            };
            assert_eq!(said, wanted, "{language} {}", text.key());
        }
    }
}

#[test]
fn values_stand_without_marks_of_direction() {
    let words = Words::new(Language::De);
    let said = words.text_with(Text::ProtocolAlsoIn, &[("topics", Value::from("b1.t1"))]);
    assert_eq!(said, "auch bei b1.t1");
}

#[test]
fn one_thing_is_said_in_the_singular() {
    let rows = [
        (Language::De, 1, "1 Kommentar"),
        (Language::De, 0, "0 Kommentare"),
        (Language::Fr, 0, "0 commentaire"),
        (Language::Fr, 2, "2 commentaires"),
        (Language::En, 1, "1 comment"),
    ];
    for (language, count, expected) in rows {
        let said = Words::new(language).counted(Text::LeftOutComments, count);
        assert_eq!(said, expected);
    }
}

#[test]
fn quarters_are_ordinals() {
    use crate::release::When;
    let quarter = |language, quarter| {
        let words = Words::new(language);
        words.when(When::Quarter {
            year: 2026,
            quarter,
        })
    };
    assert_eq!(quarter(Language::De, 1), "1. Quartal 2026");
    assert_eq!(quarter(Language::Fr, 1), "1er trimestre 2026");
    assert_eq!(quarter(Language::Fr, 4), "4e trimestre 2026");
    assert_eq!(quarter(Language::En, 3), "quarter 3 of 2026");
}
