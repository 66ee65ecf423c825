//! What nobody announced: which slot it belongs to, and when a later word is the same again.
//!
//! A name that was found is looked for in its later forms like one that was announced. But nobody said that it is a
//! name: where a part of it is an ordinary word («Koch», «Petit», «Price»), it counts only where it stands like a name.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use zeroize::Zeroizing;

use super::{Memory, folded_words, is_clean};
use crate::anonymise::detect::{self, Certainty, Detection};
use crate::anonymise::finding::{Candidate, Rule, Suspect, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::marker::{Behind, Entry};
use crate::anonymise::placeholder::Placeholder;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{Slot, SlotKey, SlotKind};
use crate::language::{Language, fold};

/// How many words a name has at most that is looked for in its later forms.
const LONGEST_NAME: usize = 12;

/// The lines that were searched last, with what the detectors said of them: what is typed changes one line, and the
/// others need not be searched again.
#[derive(Default)]
pub(super) struct Heard {
    language: Option<Language>,
    last: HashMap<Secret, Vec<Detection>>,
    before: HashMap<Secret, Vec<Detection>>,
}

impl Heard {
    /// What was said of a line, if it was among those of the last two texts.
    fn of(&self, line: &str) -> Option<Vec<Detection>> {
        let known = self.last.get(line).or_else(|| self.before.get(line));
        known.cloned()
    }
}

impl Memory {
    /// Appends what the detectors take for a name, and gives back what may be one.
    pub(super) fn detect(
        &self,
        layout: &Layout,
        detections: &[Detection],
        found: &mut Vec<Candidate>,
    ) -> Vec<Suspect> {
        let mut suspects = Vec::new();
        for detection in detections {
            let span = layout.with_whole_markers(&detection.span);
            let Some(name) = layout.flat.get(span.clone()) else {
                continue;
            };
            // What was read from a file has no name behind it that could be known again.
            if name.contains(crate::language::is_marker)
                || !detection.kind.is_contact() && self.is_ordinary(name)
            {
                continue;
            }
            if detection.certainty < self.certainty {
                suspects.push(Suspect {
                    span,
                    kind: detection.kind,
                });
                continue;
            }
            found.push(Candidate {
                rule: Rule::Detected(detection.kind, detection.certainty, detection.by),
                target: target(detection, name),
                span,
            });
        }
        suspects
    }

    /// Where the detectors find more than a name that was announced, that name holds: what is found beside it are
    /// ordinary words, or the rest of a longer name of the same.
    pub(super) fn prefer_announced(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        if !self.is_listening() {
            return;
        }
        let mut announced: Vec<(Range<usize>, SlotKey)> = found
            .iter()
            .filter_map(|candidate| match candidate.target {
                Target::Slot(slot)
                    if matches!(candidate.rule, Rule::Name | Rule::Part)
                        && self.announced.contains(&slot) =>
                {
                    Some((candidate.span.clone(), slot))
                }
                _ => None,
            })
            .collect();
        announced.sort_by_key(|(name, _)| name.start);
        let is_plain = |word: &Range<usize>| {
            let folded = fold(layout.flat.get(word.clone()).unwrap_or_default());
            lexicon::is_function_word(&folded)
                || lexicon::is_title(&folded)
                || detect::is_ordinary(&folded)
        };
        found.retain_mut(|candidate| {
            let span = &candidate.span;
            let is_name = matches!(candidate.rule, Rule::Detected(kind, ..) if !kind.is_contact());
            let first = announced.partition_point(|(name, _)| name.end <= span.start);
            let within = announced
                .get(first)
                .filter(|(name, _)| is_name && name.start < span.end);
            let Some((name, slot)) = within else {
                return true;
            };
            let mut rest = layout
                .words(span)
                .filter(|word| !(name.start <= word.start && word.end <= name.end));
            candidate.target = Target::Slot(*slot);
            !rest.all(is_plain)
        });
    }

    /// What the detectors say of a text, line by line: no name runs over the end of a line.
    pub(in crate::anonymise) fn detections(&mut self, layout: &Layout) -> Vec<Detection> {
        let text = layout.flat.as_str();
        let mut all = Vec::new();
        if !self.is_listening() {
            return all;
        }
        if self.heard.language != Some(self.listening) {
            self.heard = Heard {
                language: Some(self.listening),
                ..Heard::default()
            };
        }
        let mut heard: HashMap<Secret, Vec<Detection>> = HashMap::new();
        let mut start = 0;
        for line in text.split('\n') {
            let known = heard.get(line).cloned().or_else(|| self.heard.of(line));
            let found = known.unwrap_or_else(|| detect::detect(line, self.listening, self.layers));
            all.extend(found.iter().map(|detection| Detection {
                span: start + detection.span.start..start + detection.span.end,
                ..detection.clone()
            }));
            if !line.is_empty() && !heard.contains_key(line) {
                heard.insert(Secret::from(line), found);
            }
            start += line.len() + 1;
        }
        self.heard.before = std::mem::replace(&mut self.heard.last, heard);
        all
    }

    /// Says of finds that nobody announced how sure they are: what the detectors say of the place, or what they said of
    /// another where the same was found.
    pub(super) fn say_how_sure(
        &self,
        layout: &Layout,
        detections: &[Detection],
        held: &mut [Candidate],
    ) {
        for candidate in held {
            let Target::Slot(slot) = &candidate.target else {
                continue;
            };
            if self.announced.contains(slot) {
                continue;
            }
            let Some(&certainty) = self.sureness.get(slot) else {
                continue;
            };
            let here = detections
                .iter()
                .filter(|detection| detection.certainty >= self.certainty)
                .find(|detection| layout.with_whole_markers(&detection.span) == candidate.span);
            candidate.rule = here.map_or(Rule::Later(certainty), |here| {
                Rule::Detected(here.kind, here.certainty, here.by)
            });
        }
    }

    /// Leaves out finds of names that nobody announced where they are ordinary words.
    pub(super) fn drop_ordinary(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        if !self.is_listening() {
            return;
        }
        let read = OnceCell::new();
        found.retain(|candidate| match &candidate.target {
            Target::Slot(slot) if !self.announced.contains(slot) => {
                let is_part = candidate.rule == Rule::Part;
                let stands = || {
                    let written = layout.flat.get(candidate.span.clone()).unwrap_or_default();
                    !self.is_ordinary(written)
                        && detect::stands_like_a_name(
                            &layout.flat,
                            &read,
                            &candidate.span,
                            is_part,
                            slot.kind,
                            self.listening,
                        )
                };
                let is_marker =
                    layout.marker_around(candidate.span.start) == Some(candidate.span.clone());
                self.layers.memory && (is_marker || stands())
            }
            _ => true,
        });
    }

    /// The slot of a name that was found; one that is met for the first time gets a slot of its own.
    pub(super) fn slot_of_named(
        &mut self,
        kind: SlotKind,
        name: &Secret,
        certainty: Certainty,
        added: &mut Vec<Slot>,
    ) -> SlotKey {
        let words = folded_words(name);
        let same = |of: SlotKind| {
            self.known
                .iter()
                .filter(|(slot, _)| slot.kind == of)
                .find(|(_, known)| is_same(of, &words, &folded_words(known)))
                .map(|(slot, _)| *slot)
        };
        // What is called the same is the same, even if it looked like something else before.
        let alike = || {
            self.known
                .iter()
                .find(|(of, known)| {
                    let is_person = kind == SlotKind::Person || of.kind == SlotKind::Person;
                    is_called_alike(&words, &folded_words(known), is_person)
                })
                .map(|(slot, _)| *slot)
        };
        let known = same(kind).or_else(alike);
        let slot = known.unwrap_or_else(|| {
            let slot = self.slots.add(kind);
            added.push(slot.clone());
            slot.key
        });
        // A chain of hundreds of words is no name that comes again, and every part of it would be looked for.
        if self.layers.memory
            && words.len() <= LONGEST_NAME
            && !self
                .known
                .iter()
                .any(|(other, known)| *other == slot && **known == **name)
        {
            self.know(slot, name);
        }
        let surest = self.sureness.entry(slot).or_insert(certainty);
        *surest = certainty.max(*surest);
        slot
    }

    /// Finds and takes in everything of a text until nothing more becomes known by it.
    ///
    /// Returns the text laid out with all of it, and what the detectors say, so that nobody has to ask them again.
    pub(in crate::anonymise) fn learn_from(
        &mut self,
        text: &str,
        added: &mut Vec<Slot>,
    ) -> (Layout, Vec<Detection>) {
        let mut layout = self.lay_out(text);
        let mut detections = self.detections(&layout);
        if !self.is_listening() || !self.layers.memory {
            return (layout, detections);
        }
        for _ in 0..3 {
            for candidate in self.search_with(&layout, &detections).0 {
                if matches!(candidate.target, Target::Named(..)) {
                    self.slot_of(&candidate.target, added);
                }
            }
            if !self.has_more_to_learn() {
                break;
            }
            let again = self.lay_out(text);
            // A name that became known can open a placeholder whose attribute held it.
            if again.flat != layout.flat {
                detections = self.detections(&again);
            }
            layout = again;
        }
        (layout, detections)
    }

    /// Lays a text out in which every placeholder stays that is written in letters.
    pub(super) fn lay_out_kept(&mut self, text: &str) -> Layout {
        let drafting = Layout::of(text, |rest| {
            let found = Placeholder::in_any_language(rest)?;
            if found
                .attribute
                .is_some_and(|attribute| !self.is_harmless(attribute))
            {
                return None;
            }
            self.slots.reserve(found.slot);
            let entry = Entry {
                slot: found.slot,
                behind: Behind::Nothing,
            };
            Some((self.markers.of(entry), found.length))
        });
        drafting.open(text, &self.markers)
    }

    /// Whether nothing that would be replaced stands in the attribute of a placeholder.
    fn is_harmless(&self, attribute: &str) -> bool {
        let found = detect::detect(attribute, self.listening, self.layers);
        is_clean(&self.names, attribute)
            && found.iter().all(|found| found.certainty < self.certainty)
    }
}

/// What stands for a detection: addresses and numbers are the same only if they are written alike.
fn target(detection: &Detection, name: &str) -> Target {
    let kind = detection.kind;
    if kind.is_contact() {
        let plain: String = name
            .to_lowercase()
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        Target::Address(kind.slot_kind(), Secret::from(plain))
    } else {
        Target::Named(kind.slot_kind(), Secret::from(name), detection.certainty)
    }
}

type Words = [Zeroizing<String>];

/// Whether two names are those of the same.
fn is_same(kind: SlotKind, one: &Words, other: &Words) -> bool {
    if letters(one) == letters(other) {
        return true;
    }
    match kind {
        SlotKind::Person => is_same_person(one, other),
        SlotKind::Place => {
            let (one, other) = (letters(one), letters(other));
            is_adjective_of(&one, &other) || is_adjective_of(&other, &one)
        }
        _ => is_same_institution(one, other),
    }
}

/// Whether two names of different kinds are called the same: «Petitlunes» and «Petitlune»; if one is a person, also
/// «Valpreda» and «Gianluca Valpreda». What looks like a place in one note looks like somebody in the next.
fn is_called_alike(one: &Words, other: &Words, is_person: bool) -> bool {
    /// The most words of somebody's name, and the fewest letters of one that tells.
    const MOST_WORDS: usize = 3;
    const FEWEST_LETTERS: usize = 5;
    let (left, right) = (letters(one), letters(other));
    let is_initial = left.chars().count().min(right.chars().count()) == 1;
    if *left == *right || !is_initial && is_alike(&left, &right) {
        return true;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let [only] = short else {
        return false;
    };
    let is_own = |word: &str| word.chars().count() >= FEWEST_LETTERS && !detect::is_ordinary(word);
    let last_is_alike = long.last().is_some_and(|last| is_alike(only, last));
    is_person
        && (2..=MOST_WORDS).contains(&long.len())
        && is_own(only)
        && last_is_alike
        && !long
            .iter()
            .any(|word| detect::is_ordinary(word) || lexicon::is_legal_form(word))
}

/// The letters of a name without what parts them, and umlauts however they are written.
fn letters(words: &Words) -> Zeroizing<String> {
    let mut all = Zeroizing::new(String::new());
    for word in words {
        all.push_str(word);
    }
    Zeroizing::new(all.replace("ae", "a").replace("oe", "o").replace("ue", "u"))
}

/// «Anna Keller», «Keller», «A. Keller», «A. K.», «Kellers» may be one; «Beat Keller» is another.
fn is_same_person(one: &Words, other: &Words) -> bool {
    let own = |words: &Words| -> Vec<String> {
        // «M. Demirbaşlı» is «Monsieur» where it stands alone before a surname.
        let is_mister = |at: usize, word: &str| at == 0 && word == "m" && words.len() > 1;
        words
            .iter()
            .enumerate()
            .filter(|(at, word)| !is_mister(*at, word))
            .map(|(_, word)| word)
            .filter(|word| {
                word.len() == 1 || !lexicon::is_title(word) && !lexicon::is_function_word(word)
            })
            .map(|word| word.to_string())
            .collect()
    };
    let (one, other) = (Zeroizing::new(own(one)), Zeroizing::new(own(other)));
    let (short, long) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    match short.as_slice() {
        [] => false,
        [only] if only.chars().count() == 1 => {
            long.iter().any(|word| word.starts_with(only.as_str()))
        }
        [only] => {
            // «Schmid» is not «S. R.»: an initial stands for a whole name only where the rest fits too.
            let whole = |word: &&String| word.chars().count() > 1;
            long.iter().filter(whole).any(|word| is_alike(only, word))
                || long.len() > 1 && long.first().is_some_and(|first| is_short_for(only, first))
        }
        [first, .., last] => {
            // The surname of the longer may stand before its last part: «Keller-Vogt», «Keller, Anna».
            let given = long.iter().any(|word| is_alike(first, word));
            let surname = long.iter().skip(1).any(|word| is_alike(last, word));
            given && surname
                || is_alike(first, long.last().map_or("", String::as_str))
                    && is_alike(last, long.first().map_or("", String::as_str))
        }
    }
}

/// The same word, its genitive, or its initial.
fn is_alike(one: &str, other: &str) -> bool {
    let genitive = |longer: &str, shorter: &str| longer.strip_suffix('s') == Some(shorter);
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other
        || genitive(one, other)
        || genitive(other, one)
        || initial(one, other)
        || initial(other, one)
}

/// «Ludo» for «Ludovic».
fn is_short_for(short: &str, long: &str) -> bool {
    let length = short.chars().count();
    (3..=5).contains(&length) && long.chars().count() > length && long.starts_with(short)
}

/// «Lahrer», «lahrois» and «Lahr», «Karlsruher» and «Karlsruhe».
fn is_adjective_of(longer: &str, shorter: &str) -> bool {
    const ENDINGS: [&str; 18] = [
        "s", "r", "er", "ern", "ers", "erin", "erinnen", "erisch", "ois", "oise", "oises", "ais",
        "aise", "ien", "ienne", "in", "ine", "ian",
    ];
    let stem = shorter.strip_suffix(['e', 's']).unwrap_or(shorter);
    stem.len() >= 3
        && longer.strip_prefix(stem).is_some_and(|ending| {
            ENDINGS.contains(&ending) || ENDINGS.contains(&ending.trim_start_matches('e'))
        })
}

/// The same but for legal forms, or one the acronym or the distinctive part of the other.
fn is_same_institution(one: &Words, other: &Words) -> bool {
    let own = |words: &Words| -> Vec<String> {
        words
            .iter()
            .filter(|word| {
                !lexicon::is_function_word(word)
                    && !lexicon::is_legal_form(&word.to_uppercase())
                    && !lexicon::is_legal_form(word)
            })
            .map(|word| word.to_string())
            .collect()
    };
    let (one, other) = (Zeroizing::new(own(one)), Zeroizing::new(own(other)));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if *one == *other {
        return true;
    }
    let is_acronym = |short: &[String], long: &[String]| matches!(short, [only] if long.len() + usize::from(only.len() > 2) > 2 && spells(only, long));
    // «Kita Sternschnuppe» is called by «Sternschnuppe», though that is a word too.
    let own_words = |words: &[String]| -> Vec<String> {
        let is_of_many = |word: &&String| lexicon::is_generic(word) || detect::is_trade(word);
        let own: Vec<String> = words
            .iter()
            .filter(|word| !is_of_many(word))
            .cloned()
            .collect();
        let (ordinary, rare): (Vec<String>, Vec<String>) =
            own.into_iter().partition(|word| detect::is_ordinary(word));
        if rare.is_empty() { ordinary } else { rare }
    };
    let (left, right) = (
        Zeroizing::new(own_words(&one)),
        Zeroizing::new(own_words(&other)),
    );
    let part = !left.is_empty()
        && !right.is_empty()
        && (left.iter().all(|word| right.contains(word))
            || right.iter().all(|word| left.contains(word)));
    part || is_acronym(&one, &other) || is_acronym(&other, &one)
}

/// Whether an acronym is made of the letters of these words: it begins with the first, and has the first letter of each
/// in their order («TZK» of «Technologiezentrum Kaiserwinkel»).
fn spells(acronym: &str, words: &[String]) -> bool {
    if !(2..=6).contains(&acronym.chars().count())
        || words
            .first()
            .is_none_or(|word| !word.starts_with(acronym.chars().next().unwrap_or(' ')))
    {
        return false;
    }
    let mut rest = acronym.chars().peekable();
    for word in words {
        let mut letters = word.chars();
        if letters.next() != rest.next() {
            return false;
        }
        // Further letters of the word may belong to it, as long as enough are left for the words to come.
        let mut letters = letters.peekable();
        while let Some(wanted) = rest.peek() {
            if !letters.any(|letter| letter == *wanted) {
                break;
            }
            let next_begins = words
                .iter()
                .any(|other| other != word && other.starts_with(*wanted));
            if next_begins && words.last() != Some(word) {
                break;
            }
            rest.next();
        }
    }
    rest.next().is_none()
}
