//! Puts other names into a note: from the lists, put together from halves and from words, coined.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::corpus::{Mark, Note};
use super::dice::Dice;
use crate::anonymise::detect::dictionary::{self, Classes};
use crate::anonymise::lexicon;
use crate::language::{Language, fold, words};

/// How many surnames in a hundred become ordinary words.
const WORDS_AS_SURNAMES: usize = 45;
/// How many names in a hundred are put together from words: «Doppelhammer», «Arvenwerk».
const JOINED_WORDS: usize = 18;

/// The names to be put into notes.
pub(super) struct Lists {
    surnames: Vec<String>,
    /// Surnames that are ordinary words.
    words: Vec<String>,
    given: Vec<String>,
    places: Vec<String>,
    /// Short German nouns.
    nouns: Vec<String>,
    /// How many names in a hundred are put together from nouns, as is done in German.
    joined: usize,
}

impl Lists {
    /// Reads the lists that `lists/make.py` makes.
    pub(super) fn read(folder: &Path) -> Self {
        let lines = |name: &str| -> Vec<String> {
            let text = fs::read_to_string(folder.join(name)).expect("a list");
            text.lines()
                .map(|line| line.split('\t').next().unwrap_or_default().to_owned())
                .filter(|name| words(name).count() == 1 && name.chars().count() >= 4)
                .collect()
        };
        // The other half taught what letters say; see `letters::learning`.
        let other_half = |name: &str| lines(name).into_iter().skip(1).step_by(2).collect();
        let surnames: Vec<String> = other_half("surnames.txt");
        let is_word = |name: &&String| dictionary::classes(&fold(name)).any(Classes::ORDINARY);
        Self {
            words: surnames.iter().filter(is_word).cloned().collect(),
            surnames,
            given: lines("first-names.txt"),
            places: other_half("places.txt"),
            nouns: lines("words.de.txt")
                .into_iter()
                .filter(|word| {
                    word.chars().count() <= 7 && dictionary::exact(&fold(word)).any(Classes::NOUN)
                })
                .collect(),
            joined: 0,
        }
    }

    /// The names for notes of a language.
    pub(super) fn speak(&mut self, language: Language) {
        self.joined = if language == Language::De {
            JOINED_WORDS
        } else {
            0
        };
    }

    fn surname(&self, dice: &mut Dice) -> String {
        if dice.chance(WORDS_AS_SURNAMES) {
            return pick(&self.words, dice).to_owned();
        }
        if dice.chance(self.joined) {
            const ENDINGS: [&str; 6] = ["", "", "", "er", "li", "mann"];
            return format!("{}{}", self.joined_words(dice), ENDINGS[dice.below(6)]);
        }
        if dice.chance(35) {
            return pick(&self.surnames, dice).to_owned();
        }
        let mut coined = join_halves(pick(&self.surnames, dice), pick(&self.surnames, dice));
        if dice.chance(25) {
            const ENDINGS: [&str; 14] = [
                "hofer", "bacher", "mann", "inger", "egger", "wyler", "meier", "eaux", "ard",
                "eau", "ley", "ton", "ski", "ini",
            ];
            let head: String = coined.chars().take(5).collect();
            coined = format!("{head}{}", ENDINGS[dice.below(ENDINGS.len())]);
        }
        coined
    }

    /// Two short nouns as one word.
    fn joined_words(&self, dice: &mut Dice) -> String {
        let (one, other) = (pick(&self.nouns, dice), pick(&self.nouns, dice));
        format!("{one}{}", other.to_lowercase())
    }

    fn place(&self, dice: &mut Dice) -> String {
        if self.joined > 0 && dice.chance(10) {
            const ENDINGS: [&str; 8] = [
                "tal", "bach", "hausen", "feld", "au", "berg", "moos", "tobel",
            ];
            format!("{}{}", pick(&self.nouns, dice), ENDINGS[dice.below(8)])
        } else if dice.chance(75) {
            pick(&self.places, dice).to_owned()
        } else {
            join_halves(pick(&self.places, dice), pick(&self.places, dice))
        }
    }

    fn brand(&self, dice: &mut Dice) -> String {
        const HEADS: [&str; 20] = [
            "Vol", "Medi", "Rhen", "Bio", "Alp", "Nova", "Tech", "Ligno", "Hydra", "Cardi", "Opti",
            "Sol", "Ener", "Micro", "Lum", "Ferro", "Xyl", "Prisma", "Therm", "Quant",
        ];
        const TAILS: [&str; 20] = [
            "tarion", "rhena", "tec", "lys", "vita", "nex", "ora", "plex", "dyn", "gen", "matis",
            "vance", "lux", "wave", "sana", "pont", "mont", "ion", "ix", "elys",
        ];
        if dice.chance(self.joined) {
            return self.joined_words(dice);
        }
        if dice.chance(40) {
            return join_halves(pick(&self.surnames, dice), TAILS[dice.below(TAILS.len())]);
        }
        format!(
            "{}{}",
            HEADS[dice.below(HEADS.len())],
            TAILS[dice.below(TAILS.len())]
        )
    }
}

fn pick<'a>(list: &'a [String], dice: &mut Dice) -> &'a str {
    &list[dice.below(list.len())]
}

fn join_halves(one: &str, other: &str) -> String {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let head = one.len().div_ceil(2);
    let tail = other.len() / 2;
    one[..head].iter().chain(&other[tail..]).collect()
}

/// The note with other names, and its marks where they stand then.
pub(super) fn renamed(note: &Note, lists: &Lists, dice: &mut Dice) -> (String, Vec<Mark>) {
    let mut names: HashMap<String, String> = HashMap::new();
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut at = 0;
    for mark in &note.marks {
        text.push_str(&note.text[at..mark.span.start]);
        let start = text.len();
        let inner = &note.text[mark.span.clone()];
        let exchanged = match mark.kind.as_str() {
            "person" | "institution" | "place" => {
                exchange(inner, &mark.kind, &mut names, lists, dice)
            }
            "address" | "telephone" | "number" | "iban" | "ahv" => renumbered(inner, dice),
            _ => inner.to_owned(),
        };
        text.push_str(&exchanged);
        marks.push(Mark {
            span: start..text.len(),
            ..mark.clone()
        });
        at = mark.span.end;
    }
    text.push_str(&note.text[at..]);
    (text, marks)
}

/// Other digits in their place; a nought with which a number begins says something and stays.
fn renumbered(inner: &str, dice: &mut Dice) -> String {
    let mut begins = true;
    let other = |letter: char| {
        let is_first = std::mem::replace(&mut begins, !letter.is_ascii_digit());
        match letter {
            '0' if is_first => '0',
            '0'..='9' if is_first => char::from(b'1' + dice.below(9) as u8),
            '0'..='9' => char::from(b'0' + dice.below(10) as u8),
            _ => letter,
        }
    };
    inner.chars().map(other).collect()
}

fn exchange(
    inner: &str,
    kind: &str,
    names: &mut HashMap<String, String>,
    lists: &Lists,
    dice: &mut Dice,
) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in words(inner) {
        let word = &inner[span.clone()];
        out.push_str(&inner[at..span.start]);
        at = span.end;
        let folded = fold(word);
        let classes = dictionary::classes(&folded);
        let is_capitals = word.chars().count() > 1 && !word.contains(char::is_lowercase);
        let is_given =
            classes.any(Classes::GIVEN) && !classes.any(Classes::ORDINARY | Classes::SURNAME);
        let fixed = word.chars().count() < 3 || lexicon::is_function_word(&folded)
            || lexicon::is_legal_form(word)
            // A surname that is a word teaches how such names stand.
            || kind == "person" && classes.any(Classes::ORDINARY) && dice.chance(75)
            || kind == "institution" && classes.any(Classes::ORDINARY)
            || kind == "place" && (classes.any(Classes::ORDINARY) || !classes.any(Classes::PLACE) && dice.chance(60));
        if fixed {
            out.push_str(word);
            continue;
        }
        let new = names.entry(folded.clone()).or_insert_with(|| match kind {
            _ if is_capitals => (0..word.chars().count())
                .map(|_| char::from(b'A' + dice.below(26) as u8))
                .collect(),
            "person" if is_given => pick(&lists.given, dice).to_owned(),
            "person" => lists.surname(dice),
            "place" => lists.place(dice),
            _ => lists.brand(dice),
        });
        if word.starts_with(char::is_lowercase) {
            out.push_str(&new.to_lowercase());
        } else {
            out.push_str(new);
        }
    }
    out.push_str(&inner[at..]);
    out
}

/// The text without its accents.
pub(super) fn without_accents(text: &str) -> String {
    text.nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .collect()
}

/// Stands for a placeholder in a text that is searched.
const MARKER: char = '\u{F0000}';

/// A text in which some names are placeholders already, as in one that was kept before and is read again.
pub(super) fn replaced(text: &str, marks: Vec<Mark>, dice: &mut Dice) -> (String, Vec<Mark>) {
    /// How many names in a hundred.
    const SHARE: usize = 60;
    let (mut out, mut at, mut left) = (String::new(), 0, Vec::new());
    for mark in marks {
        out.push_str(&text[at..mark.span.start]);
        let start = out.len();
        at = mark.span.end;
        if mark.must_go() && dice.chance(SHARE) {
            out.push(MARKER);
            continue;
        }
        out.push_str(&text[mark.span.clone()]);
        left.push(Mark {
            span: start..out.len(),
            ..mark
        });
    }
    out.push_str(&text[at..]);
    (out, left)
}

/// A text in which placeholders that are written out, «[Ort 1]», are what they are to the detectors.
pub(super) fn without_written(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('[') {
        out.push_str(before);
        let written = behind.split_once(']').filter(|(inside, _)| {
            let parts = inside.split_once(' ');
            parts.is_some_and(|(kind, number)| {
                kind.chars().all(char::is_alphabetic) && number.len() == 1
            })
        });
        out.push(if written.is_some() { MARKER } else { '[' });
        rest = written.map_or(behind, |(_, behind)| behind);
    }
    out.push_str(rest);
    out
}

/// The same marks in a text whose letters were changed one for one into others of perhaps another length.
pub(super) fn changed(
    text: &str,
    marks: Vec<Mark>,
    change: impl Fn(&str) -> String,
) -> (String, Vec<Mark>) {
    let (mut out, mut at, mut moved) = (String::new(), 0, Vec::new());
    for mark in marks {
        out.push_str(&change(&text[at..mark.span.start]));
        let start = out.len();
        out.push_str(&change(&text[mark.span.clone()]));
        at = mark.span.end;
        moved.push(Mark {
            span: start..out.len(),
            ..mark
        });
    }
    out.push_str(&change(&text[at..]));
    (out, moved)
}
