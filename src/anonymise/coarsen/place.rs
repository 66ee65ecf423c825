//! A place becomes the region it lies in, with the preposition and the article that go with it, and a region becomes
//! nothing.
//!
//! Which region a town lies in is part of the program: a transducer from the folded name to a row of
//! `lists/subdivisions.hand.tsv`, made from the list of `GeoNames` (`making.rs`). A name that several regions have is left out, or
//! stands for the country if that is one. Keeps out: what is a place at all.

#[cfg(test)]
mod making;
mod phrase;

use std::ops::Range;
use std::sync::OnceLock;

use fst::Map;
use zeroize::Zeroizing;

use super::Coarser;
use crate::anonymise::detect;
use crate::language::{Language, fold, words};
use phrase::Phrase;

/// Which row of the table of regions a town belongs to.
static TOWNS: &[u8] = include_bytes!("../lists/towns.fst");

/// The regions: code, German, French, English.
static REGIONS: &str = include_str!("../lists/subdivisions.hand.tsv");

/// The longest name of a town that is looked up, in words.
const LONGEST_NAME: usize = 5;

/// The next step for a place of which is known what it is called, if the name was typed in this sitting: its region, else its
/// country, and without either the mark of an omission.
pub(in crate::anonymise) fn coarser(
    text: &str,
    span: Range<usize>,
    name: Option<&str>,
    language: Language,
    may_say: &dyn Fn(&str) -> bool,
) -> Coarser {
    match name.and_then(|name| region_of(name, language, may_say)) {
        Some(region) => region.in_place_of(text, span, language),
        None => Coarser::nothing(span),
    }
}

/// The next step for a place that stands in words before `end`; nothing if none does, or if it is an ordinary word too.
pub(super) fn written(
    text: &str,
    end: usize,
    language: Language,
    may_say: &dyn Fn(&str) -> bool,
) -> Option<Coarser> {
    let before = text.get(..end)?;
    let regions = Phrase::all(REGIONS).filter_map(|region| region.at_end_of(before));
    // «West Pomerania» ends with «Pomerania».
    if let Some(region) = regions.max_by_key(ExactSizeIterator::len) {
        return Some(Coarser::nothing(region));
    }
    let all: Vec<Range<usize>> = words(before).collect();
    let starts = all.iter().rev().take(LONGEST_NAME).rev();
    starts.map(|word| word.start).find_map(|start| {
        let name = before.get(start..)?;
        let is_name = name.starts_with(char::is_uppercase)
            && is_one_name(name)
            && !words(name).all(|word| is_word(name, &word));
        let region = region_of(name, language, may_say).filter(|_| is_name)?;
        Some(region.in_place_of(text, start..end, language))
    })
}

/// Whether nothing parts its words but what stands inside a town's name: not the end of a sentence, nor a placeholder.
fn is_one_name(name: &str) -> bool {
    name.chars()
        .all(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '’' | '\''))
}

fn is_word(text: &str, word: &Range<usize>) -> bool {
    text.get(word.clone())
        .is_some_and(|word| detect::is_ordinary(&fold(word)))
}

/// The region in which the town of this name lies, or its country where the region is called like the town; nothing if several
/// have one of that name.
fn region_of(name: &str, language: Language, may_say: &dyn Fn(&str) -> bool) -> Option<Phrase> {
    let key = key(name);
    let genitive = || key.strip_suffix('s');
    let row = row(&key).or_else(|| row(genitive()?))?;
    let may_name = |region: &Phrase| {
        let of_region = self::key(region.name());
        let mut words = of_region.split(' ');
        !words.any(|word| word.len() > 2 && key.split(' ').any(|of| of == word))
            && may_say(region.name())
    };
    let code = lines().nth(row)?.split('\t').next()?;
    let country = code.split('.').next()?;
    let codes = lines().filter_map(|line| line.split('\t').next());
    let countrys_row = codes.clone().position(|code| code == country);
    [Some(row), countrys_row]
        .into_iter()
        .flatten()
        .filter_map(|row| Phrase::all(REGIONS).nth(row * 3 + phrase::place_of(language)))
        .find(may_name)
}

/// The lines of the table of regions.
fn lines() -> impl Iterator<Item = &'static str> + Clone {
    REGIONS.lines().filter(|line| !line.starts_with('#'))
}

fn row(key: &str) -> Option<usize> {
    static MAP: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    let map = MAP.get_or_init(|| Map::new(TOWNS).ok()).as_ref()?;
    usize::try_from(map.get(key.as_bytes())?).ok()
}

/// A name as it is looked up: its words, folded.
fn key(name: &str) -> Zeroizing<String> {
    let mut key = Zeroizing::new(String::with_capacity(name.len() * 2));
    for word in words(name).filter_map(|word| name.get(word)) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&Zeroizing::new(fold(word)));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::{Layers, Memory, redact_whole};

    fn step(before: &str, name: &str, language: Language) -> String {
        let mut text = format!("{before}{name}");
        let step = coarser(
            &text,
            before.len()..text.len(),
            Some(name),
            language,
            &|_| true,
        );
        text.replace_range(step.span, &step.text);
        text
    }

    #[test]
    fn a_town_becomes_its_region_with_the_words_that_go_with_it() {
        for (before, name, language, coarse) in [
            ("Treffen in ", "Görlitz", Language::De, "Treffen in Sachsen"),
            ("Sitz in ", "Aarau", Language::De, "Sitz im Kanton Aargau"),
            (
                "Besuch aus ",
                "Colmar",
                Language::De,
                "Besuch aus der Region Grand Est",
            ),
            (
                "fährt nach ",
                "Saarbrücken",
                Language::De,
                "fährt ins Saarland",
            ),
            ("", "Aarau", Language::De, "Kanton Aargau"),
            (
                "werkstatt in ",
                "aarau",
                Language::De,
                "werkstatt im Kanton Aargau",
            ),
            ("à ", "Strasbourg", Language::Fr, "dans le Grand Est"),
            ("À ", "Görlitz", Language::Fr, "En Saxe"),
            (
                "le maire de ",
                "Colmar",
                Language::Fr,
                "le maire du Grand Est",
            ),
            (
                "le port d’",
                "Altkirch",
                Language::Fr,
                "le port du Grand Est",
            ),
            ("", "Mulhouse", Language::Fr, "Le Grand Est"),
            ("vers ", "Dresde", Language::Fr, "vers la Saxe"),
            (
                "a branch in ",
                "Lausanne",
                Language::En,
                "a branch in the canton of Vaud",
            ),
            ("from ", "Zgorzelec", Language::En, "from Lower Silesia"),
        ] {
            assert_eq!(step(before, name, language), coarse);
        }
    }

    #[test]
    fn a_town_that_is_its_own_region_becomes_its_country() {
        assert_eq!(step("in ", "Hamburg", Language::De,), "in Deutschland");
        assert_eq!(step("à ", "Bâle", Language::Fr), "en Suisse");
        // «Kanton Zürich» would say it again.
        assert_eq!(step("in ", "Zürich", Language::De), "in der Schweiz");
        assert_eq!(step("à ", "Vaduz", Language::Fr), "au Liechtenstein");
    }

    #[test]
    fn a_place_of_no_known_region_is_left_out() {
        assert_eq!(step("in ", "Fliegenau-Nirgendwo", Language::De), "in […]");
        // One in Germany, one in Switzerland, one in Poland.
        assert_eq!(step("in ", "Freiburg", Language::De), "in […]");
        let untyped = coarser("in X", 3..4, None, Language::De, &|_| true);
        assert_eq!(untyped.text, "[…]");
    }

    #[test]
    fn a_region_becomes_nothing_and_an_ordinary_word_stays() {
        let step = |text: &str, language| {
            let step = written(text, text.len(), language, &|_| true)?;
            let mut text = text.to_owned();
            text.replace_range(step.span, &step.text);
            Some(text)
        };
        for (text, language, coarse) in [
            ("in Sachsen", Language::De, Some("in […]")),
            ("dans le Grand Est", Language::Fr, Some("dans le […]")),
            ("in Niedersachsen", Language::De, Some("in […]")),
            (
                "meeting in Görlitz",
                Language::En,
                Some("meeting in Saxony"),
            ),
            (
                "Sitz in Bad Säckingen",
                Language::De,
                Some("Sitz in Baden-Württemberg"),
            ),
            ("das Essen", Language::De, None),
            ("in […", Language::De, None),
            ("in West Pomerania", Language::En, Some("in […]")),
            (
                "nach Bad. Säckingen",
                Language::De,
                Some("nach Bad. Baden-Württemberg"),
            ),
            ("das Netzwerk", Language::De, None),
        ] {
            assert_eq!(step(text, language).as_deref(), coarse, "{text}");
        }
    }

    #[test]
    fn a_region_stays_where_it_was_put() {
        for (language, note) in [
            (Language::De, "Treffen mit Leuten in "),
            (Language::Fr, "réunion avec des gens à "),
            (Language::En, "meeting with people in "),
        ] {
            for row in 0..REGIONS.lines().count() - 1 {
                let region = Phrase::all(REGIONS).nth(row * 3 + phrase::place_of(language));
                let mut memory = Memory::new(language).with_layers(Layers::ALL);
                let step = region
                    .unwrap()
                    .in_place_of(note, note.len()..note.len(), language);
                memory.let_through_region(&step);
                let mut note = note.to_owned();
                note.replace_range(step.span, &step.text);
                assert_eq!(redact_whole(&note, &mut memory).0.as_str(), note);
            }
        }
    }

    #[test]
    fn every_region_of_the_table_has_a_code_and_three_names() {
        for line in REGIONS.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 4, "{line}");
            assert!(fields.iter().all(|field| !field.is_empty()), "{line}");
        }
    }
}
