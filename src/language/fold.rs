//! The form in which words are compared.
//!
//! A German umlaut is written in three ways: «Müller», «Mueller», and «Muller» where the keyboard has none. So a word
//! has no single comparison form:
//!
//! * A word **of a text** has one or two [`Readings`]: without dots (`muller`) and, if it has umlauts, written out
//!   (`mueller`).
//! * A **name that is looked for** has all [`spellings`]: each umlaut without dots and written out, each `ae`, `oe`,
//!   `ue` that could be an umlaut also as one letter, and one plain vowel that could have lost its dots written out.
//!
//! A name is found when a reading of the text is among its spellings. Collapsing both sides to one form would be
//! simpler, but then «Michael» and «Michal» were the same person, and «Bauer» were found in «Baur». For the same
//! reason two letters are taken for an umlaut only where German has one: not after a vowel or `q` («Bauer», «Frauen»,
//! «Quelle»), not before another vowel («Boeuf»), and not in the endings of «Michael» and «Manuela». A diaeresis
//! behind a vowel is a French or Dutch sign of separation («Saül») and is never written out.
//!
//! Otherwise folding is: compatibility decomposition (so composed and decomposed accents are alike, and so are
//! ligatures and full-width letters), accents and invisible characters off, lower case, ß = ss, œ = oe, æ = ae,
//! ł = l and so on. ø and å have two readings like umlauts.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::words::is_invisible;

/// How many letters of a name may be ambiguous before only uniform spellings are looked for.
const MOST_CHOICES: usize = 6;

/// The comparison forms of a word as it stands in a text.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Readings {
    /// Umlauts without their dots: `muller`.
    pub bare: String,
    /// Umlauts written out, if there are any: `mueller`.
    pub written_out: Option<String>,
}

impl Readings {
    /// Reads a word.
    pub fn of(word: &str) -> Self {
        if word.is_ascii() {
            return Self {
                bare: fold_ascii(word),
                written_out: None,
            };
        }
        let mut folder = Folder::default();
        word.chars().for_each(|character| folder.take(character));
        let written_out = (!folder.inserts.is_empty()).then(|| folder.written_out());
        Self {
            bare: std::mem::take(&mut folder.bare),
            written_out,
        }
    }

    /// All readings, the bare one first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.bare.as_str()).chain(self.written_out.as_deref())
    }
}

/// The only reading of a word that has no letters but those of English.
fn fold_ascii(word: &str) -> String {
    let mut bare = String::with_capacity(word.len());
    let letters = word.chars().filter(char::is_ascii_alphanumeric);
    bare.extend(letters.map(|letter| letter.to_ascii_lowercase()));
    bare
}

/// The plain comparison form: lower case, without accents and dots.
pub fn fold(word: &str) -> String {
    std::mem::take(&mut Readings::of(word).bare)
}

/// Every comparison form under which a name must be found.
pub fn spellings(name: &str) -> Vec<String> {
    let mut folder = Folder::default();
    name.chars().for_each(|character| folder.take(character));
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(folder.bare.chars().collect());
    let choices = choices(&letters, &folder.insert_places());
    let combinations: Vec<u32> = if choices.len() <= MOST_CHOICES {
        (0..1 << choices.len()).collect()
    } else {
        vec![0, u32::MAX]
    };
    let mut spellings: Vec<String> = combinations
        .into_iter()
        .filter_map(|chosen| spell(&letters, &choices, chosen))
        .collect();
    spellings.extend(with_lost_dots(&letters));
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

/// The spellings in which one plain vowel is taken for an umlaut that lost its dots: «Muller» as `mueller`.
fn with_lost_dots(letters: &[char]) -> impl Iterator<Item = String> {
    let inside = 1..letters.len().saturating_sub(1);
    let long_enough = letters.len() >= 5;
    inside
        .filter(move |_| long_enough)
        .filter(|&at| letters.get(at).is_some_and(|&letter| takes_umlaut(letter)))
        .filter(|&at| {
            !letters
                .get(at - 1)
                .is_some_and(|&letter| is_vowel(letter) || letter == 'q')
        })
        .filter(|&at| !letters.get(at + 1).is_some_and(|&letter| is_vowel(letter)))
        .map(|at| {
            let (head, tail) = letters.split_at(at + 1);
            head.iter().chain(&['e']).chain(tail).collect()
        })
}

/// The byte in `word` behind which its reading is `length` bytes long, with the marks and invisible characters that
/// follow; nothing if that place lies inside a letter (`ß` is two).
///
/// `reading` must be one of the word's own readings.
pub fn folded_end(word: &str, reading: &str, length: usize) -> Option<usize> {
    let written_out = Readings::of(word).written_out.as_deref() == Some(reading);
    let mut folder = Folder::default();
    let mut found = (length == 0).then_some(0);
    for (at, character) in word.char_indices() {
        folder.take(character);
        let extra: usize = if written_out {
            folder
                .inserts
                .iter()
                .map(|(_, letter)| letter.len_utf8())
                .sum()
        } else {
            0
        };
        match (folder.bare.len() + extra).cmp(&length) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => found = Some(at + character.len_utf8()),
            std::cmp::Ordering::Greater => break,
        }
    }
    found
}

/// A folded word with each `ae`, `oe`, `ue` that could be an umlaut as one letter: «mueller» and «muller» become alike.
pub(super) fn without_written_umlauts(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    replace_umlauts(&letters, |letter| letter)
}

/// A word in small letters with each `ae`, `oe`, `ue` that could be an umlaut as one.
pub(super) fn with_umlauts(small: &str) -> String {
    let letters: Vec<char> = small.chars().collect();
    replace_umlauts(&letters, |letter| match letter {
        'a' => 'ä',
        'o' => 'ö',
        'u' => 'ü',
        other => other,
    })
}

fn replace_umlauts(letters: &[char], replaced: impl Fn(char) -> char) -> String {
    let mut word = String::with_capacity(letters.len());
    let mut is_omitted = false;
    for (at, &letter) in letters.iter().enumerate() {
        if std::mem::take(&mut is_omitted) {
            continue;
        }
        is_omitted = may_be_umlaut(letters, at);
        word.push(if is_omitted { replaced(letter) } else { letter });
    }
    word
}

/// A place of a name that can be written in two ways.
enum Choice {
    /// Behind this letter another may be written.
    Insert(usize, char),
    /// This letter may be left out.
    Omit(usize),
}

/// The places of a folded name that can be written in two ways.
fn choices(letters: &[char], inserts: &[(usize, char)]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = inserts
        .iter()
        .map(|&(at, letter)| Choice::Insert(at, letter))
        .collect();
    let umlauts = (0..letters.len())
        .filter(|&at| may_be_umlaut(letters, at))
        .filter(|&at| !inserts.iter().any(|&(insert, _)| insert == at));
    choices.extend(umlauts.map(|at| Choice::Omit(at + 1)));
    choices
}

/// Whether the letter at `at` and an `e` behind it may stand for an umlaut.
fn may_be_umlaut(letters: &[char], at: usize) -> bool {
    let (Some(&first), Some('e')) = (letters.get(at), letters.get(at + 1)) else {
        return false;
    };
    if !takes_umlaut(first) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    if before.is_some_and(|&before| is_vowel(before) || before == 'q') {
        return false;
    }
    let rest: String = letters.iter().skip(at + 2).collect();
    let next = rest.chars().next();
    let before_vowel = next.is_some_and(|next| is_vowel(next) && (first, next) != ('a', 'u'));
    let foreign_ending = first != 'o' && matches!(rest.as_str(), "l" | "la" | "lle" | "ls");
    !before_vowel && !foreign_ending
}

/// The name with the chosen alternatives; nothing if an omission leaves a word too short to be told from others.
fn spell(letters: &[char], choices: &[Choice], chosen: u32) -> Option<String> {
    let mut spelling = String::with_capacity(letters.len() * 2);
    let mut omitted = false;
    for (at, &letter) in letters.iter().enumerate() {
        let mut insert = None;
        let mut omit = false;
        for (index, choice) in choices.iter().enumerate() {
            if chosen & (1 << index.min(31)) == 0 {
                continue;
            }
            match choice {
                Choice::Insert(place, extra) if *place == at => insert = Some(*extra),
                Choice::Omit(place) if *place == at => omit = true,
                _ => {}
            }
        }
        omitted |= omit;
        if !omit {
            spelling.push(letter);
        }
        spelling.extend(insert);
    }
    // «Aebi» would become «abi», which is a word of its own.
    let too_short = omitted && spelling.chars().count() < 4;
    (!too_short).then_some(spelling)
}

/// Folds a word letter by letter.
#[derive(Default)]
struct Folder {
    /// The bare reading so far.
    bare: String,
    /// Where the written-out reading has a letter more: behind which byte of `bare`, and which letter.
    inserts: Vec<(usize, char)>,
    /// The last two letters of `bare`, the later one first.
    last: [Option<char>; 2],
}

impl Folder {
    /// Takes one character of the word.
    fn take(&mut self, character: char) {
        if character.is_ascii() {
            if character.is_ascii_alphanumeric() {
                self.push(character.to_ascii_lowercase());
            }
        } else if !is_invisible(character) {
            decompose_compatible(character, |part| self.take_part(part));
        }
    }

    /// Takes one character of a decomposed character.
    fn take_part(&mut self, part: char) {
        if is_combining_mark(part) {
            self.take_mark(part);
            return;
        }
        match part {
            'ß' | 'ẞ' => self.push_all("ss"),
            'œ' | 'Œ' => self.push_all("oe"),
            'æ' | 'Æ' => self.push_all("ae"),
            'þ' | 'Þ' => self.push_all("th"),
            'ł' | 'Ł' => self.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => self.push('d'),
            'ħ' | 'Ħ' => self.push('h'),
            'ŧ' | 'Ŧ' => self.push('t'),
            'ı' => self.push('i'),
            'ø' | 'Ø' => {
                self.push('o');
                self.insert('e');
            }
            other => other
                .to_lowercase()
                .filter(|letter| letter.is_alphanumeric())
                .for_each(|letter| self.push(letter)),
        }
    }

    /// Takes an accent: most are dropped, dots on a vowel and a ring on an a leave a second reading.
    fn take_mark(&mut self, mark: char) {
        let [Some(letter), before] = self.last else {
            return;
        };
        match mark {
            '\u{308}' | '\u{364}' if takes_umlaut(letter) && !before.is_some_and(is_vowel) => {
                self.insert('e');
            }
            '\u{30A}' if letter == 'a' => self.insert('a'),
            _ => {}
        }
    }

    fn push(&mut self, letter: char) {
        self.bare.push(letter);
        self.last = [Some(letter), self.last[0]];
    }

    fn push_all(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.push(letter));
    }

    fn insert(&mut self, letter: char) {
        let place = self.bare.len();
        if self.inserts.last().is_none_or(|&(last, _)| last != place) {
            self.inserts.push((place, letter));
        }
    }

    fn written_out(&self) -> String {
        let mut text = String::with_capacity(self.bare.len() + self.inserts.len());
        let mut inserts = self.inserts.iter().peekable();
        for (at, letter) in self.bare.char_indices() {
            text.push(letter);
            let end = at + letter.len_utf8();
            text.extend(
                inserts
                    .next_if(|&&(place, _)| place == end)
                    .map(|&(_, extra)| extra),
            );
        }
        text
    }

    /// The inserts by the index of the letter that they follow.
    fn insert_places(&self) -> Vec<(usize, char)> {
        let mut places = Vec::with_capacity(self.inserts.len());
        for (index, (at, letter)) in self.bare.char_indices().enumerate() {
            let end = at + letter.len_utf8();
            let here = self.inserts.iter().filter(|&&(place, _)| place == end);
            places.extend(here.map(|&(_, extra)| (index, extra)));
        }
        places
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.bare.zeroize();
    }
}

const fn takes_umlaut(letter: char) -> bool {
    matches!(letter, 'a' | 'o' | 'u')
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, text: &str) -> bool {
        let spellings = spellings(name);
        Readings::of(text)
            .all()
            .any(|reading| spellings.iter().any(|spelling| spelling == reading))
    }

    #[test]
    fn every_way_to_write_an_umlaut_is_found_from_every_other() {
        let ways = [
            "Müller",
            "MÜLLER",
            "Mueller",
            "Muller",
            "Mu\u{308}ller",
            "mUELLER",
        ];
        for name in ways {
            for text in ways {
                assert!(found(name, text), "{name} in {text}");
            }
        }
    }

    #[test]
    fn letters_that_only_look_like_an_umlaut_stay_two_letters() {
        assert!(!found("Bauer", "Bäür"));
        assert!(!found("Bauer", "Baur"));
        assert!(!found("Michael", "Michal"));
        assert!(!found("Manuela", "Manula"));
        assert!(!found("Aebi", "Abi"));
        assert!(found("Aebi", "Äbi"));
    }

    #[test]
    fn several_umlauts_may_be_written_in_different_ways() {
        for text in ["Süssmüller", "Suessmuller", "Süßmueller", "SUSSMUELLER"] {
            assert!(found("Süßmüller", text), "{text}");
        }
        assert!(found("Häusler", "Haeusler") && found("Haeusler", "Hausler"));
    }

    #[test]
    fn accents_and_letters_of_the_neighbours_fold() {
        assert_eq!(
            fold("Éric Łukasz Żółć Lebœuf Ærø Straße"),
            "ericlukaszzolclebœuf".replace('œ', "oe") + "aerostrasse"
        );
        assert!(found("Wałęsa", "Walesa"));
        assert!(found("Jørgen", "Joergen") && found("Jørgen", "Jorgen"));
        assert!(found("Åberg", "Aaberg"));
        assert!(found("Saül", "Saul") && !found("Saül", "Sauel"));
        assert!(found("Rüegg", "Ruegg") && found("Ruegg", "Rüegg"));
    }

    #[test]
    fn what_cannot_be_seen_does_not_count() {
        assert_eq!(fold("Mül\u{AD}l\u{200B}er"), "muller");
        assert_eq!(fold("ﬁﬂ Ｍüller"), "fiflmuller");
    }

    #[test]
    fn many_umlauts_do_not_make_endless_spellings() {
        assert!(spellings(&"ünü".repeat(40)).len() <= 64);
    }

    #[test]
    fn the_end_of_a_stem_is_found_in_the_word() {
        assert_eq!(folded_end("Müllers", "muellers", 7), Some(7));
        assert_eq!(folded_end("Müllers", "mullers", 6), Some(7));
        assert_eq!(folded_end("Mu\u{308}llers", "mullers", 6), Some(8));
        assert_eq!(folded_end("Großs", "grosss", 4), None);
        assert_eq!(folded_end("Großs", "grosss", 5), Some(5));
    }
}
