//! Makes the transducer from the text lists: `UPDATE=1 LISTS=folder cargo test --lib making`.
//!
//! The text lists are made by `lists/make.py` from the packages that `lists/LICENCES.md` names. They are twenty
//! megabytes and stay out of the repository; what became of them is in it.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use fst::MapBuilder;

use super::Classes;
use crate::language::{fold, words};

/// A word that English writes with a capital: a month, a people, also many names. It is known, and no more.
const ENGLISH_CAPITAL: Classes = Classes(1 << 10);

/// Where the transducer lies.
const MADE: &str = "src/anonymise/lists/words.fst";

#[derive(Default)]
struct Lists(BTreeMap<String, u16>);

impl Lists {
    fn add(&mut self, text: &str, classes: Classes) {
        let key: Vec<String> = words(text)
            .filter_map(|word| text.get(word))
            .map(fold)
            .filter(|word| !word.is_empty())
            .collect();
        if !key.is_empty() && key.len() <= 5 {
            *self.0.entry(key.join(" ")).or_default() |= classes.bits();
        }
    }

    fn add_single(&mut self, text: &str, classes: Classes) {
        if words(text).count() == 1 {
            self.add(text, classes);
        }
    }
}

fn lines(folder: &Path, name: &str) -> Vec<String> {
    let path = folder.join(name);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(str::to_owned).collect()
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A word list has «Berlin» among the nouns. What is the name of a larger town and has no plural is none.
fn drop_towns_from_nouns(lists: &mut Lists, places: &[String]) {
    for line in places {
        let mut fields = line.split('\t');
        let (Some(place), _, Some(people)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let folded = fold(place);
        let is_large = people
            .trim()
            .parse::<u64>()
            .is_ok_and(|people| people >= 10_000);
        let has = |ending: &str, classes: Classes| {
            let bits = lists
                .0
                .get(&format!("{folded}{ending}"))
                .copied()
                .unwrap_or(0);
            bits & classes.bits() != 0
        };
        let is_word = has("", Classes::GERMAN)
            || ["n", "en", "e", "er"]
                .iter()
                .any(|ending| has(ending, Classes::NOUN));
        if is_large
            && !is_word
            && let Some(bits) = lists.0.get_mut(&folded)
        {
            *bits &= !Classes::NOUN.bits();
        }
    }
}

#[test]
fn the_transducer_is_made_from_the_lists() {
    let Some(folder) = env::var_os("LISTS").filter(|_| env::var_os("UPDATE").is_some()) else {
        // Without the lists there is nothing to make; that what was made can be read is tested beside.
        return;
    };
    let folder = Path::new(&folder);
    let mut lists = Lists::default();
    let not_words: std::collections::HashSet<String> =
        lines(folder, "words.de.names.txt").into_iter().collect();
    for word in lines(folder, "words.de.txt") {
        if !not_words.contains(&word) {
            let class = if is_capital(&word) {
                Classes::NOUN
            } else {
                Classes::GERMAN
            };
            lists.add_single(&word, class);
        }
    }
    for name in ["words.fr.txt"] {
        for word in lines(folder, name) {
            // What an apostrophe or a hyphen parts is looked up in its parts.
            for part in words(&word).filter_map(|part| word.get(part)) {
                lists.add_single(part, Classes::FRENCH);
            }
        }
    }
    for word in lines(folder, "words.en.txt") {
        let class = if is_capital(&word) {
            ENGLISH_CAPITAL
        } else {
            Classes::ENGLISH
        };
        lists.add_single(&word, class);
    }
    for name in lines(folder, "first-names.txt") {
        for part in words(&name).filter_map(|part| name.get(part)) {
            lists.add_single(part, Classes::GIVEN);
        }
    }
    for name in lines(folder, "surnames.txt") {
        for part in words(&name)
            .filter_map(|part| name.get(part))
            .filter(|part| part.len() > 3)
        {
            lists.add_single(part, Classes::SURNAME);
        }
    }
    for name in ["places.txt", "places-alt.txt", "places-world.txt"] {
        for line in lines(folder, name) {
            let mut fields = line.split('\t');
            let (Some(place), _, Some(people)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let people: u64 = people.trim().parse().unwrap_or(0);
            let is_main = name != "places-alt.txt";
            let class = if people >= 5000 && (is_main || people >= 50_000) {
                Classes::TOWN
            } else {
                Classes::VILLAGE
            };
            if place.chars().count() >= 3 {
                lists.add(place, class);
            }
        }
    }
    for line in lines(folder, "regions.txt") {
        let mut fields = line.split('\t');
        let (Some(region), _, Some(kind)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        // A valley or a range of hills says where somebody is; a canton or a Land does not.
        let class = if kind.trim() == "landscape" {
            Classes::VILLAGE
        } else {
            Classes::REGION
        };
        lists.add(region, class);
    }
    for word in lines(folder, "demonyms.de.txt") {
        lists.add_single(&word, Classes::DEMONYM);
    }
    drop_towns_from_nouns(&mut lists, &lines(folder, "places.txt"));
    let mut builder = MapBuilder::memory();
    for (word, classes) in &lists.0 {
        builder.insert(word, u64::from(*classes)).unwrap();
    }
    fs::write(MADE, builder.into_inner().unwrap()).unwrap();
}
