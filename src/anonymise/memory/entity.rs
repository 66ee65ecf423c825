//! What nobody announced: which slot it belongs to, and when a later word is the same again.
//!
//! A name that was found is looked for in its later forms like one that was announced. But nobody said that it is a
//! name: where a part of it is an ordinary word («Koch», «Petit», «Price»), it counts only where it stands like a name.

use std::collections::HashMap;
use std::ops::Range;

use zeroize::Zeroizing;

use super::known::{self, Known};
use super::same::Words;
use super::{Memory, folded_words, is_clean, same};
use crate::anonymise::detect::{self, Certainty, Detection, Mention};
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

/// How many lines are remembered at least.
const LINES: usize = 256;

/// The lines that were searched last in each language, with what the detectors said of them: what is typed changes one
/// line, and the others need not be searched again; nor need the notes of a session that were learned from one after the
/// other, whichever language each is in.
#[derive(Default)]
pub(super) struct Heard {
    languages: HashMap<Language, Lines>,
}

#[derive(Default)]
struct Lines {
    last: HashMap<Secret, Vec<Detection>>,
    before: HashMap<Secret, Vec<Detection>>,
}

impl Heard {
    /// What is known of lines in this language, when a text in it is searched from here on.
    fn turn(&mut self, language: Language) -> &mut Lines {
        let lines = self.languages.entry(language).or_default();
        if lines.last.len() > LINES {
            lines.before = std::mem::take(&mut lines.last);
        }
        lines
    }

    /// Whether it is known what was said of a line.
    pub(super) fn has(&self, line: &str, language: Language) -> bool {
        let lines = self.languages.get(&language);
        lines.is_some_and(|lines| lines.last.contains_key(line) || lines.before.contains_key(line))
    }

    /// Keeps what was said of a line.
    pub(super) fn keep(&mut self, line: Secret, language: Language, said: Vec<Detection>) {
        let lines = self.languages.entry(language).or_default();
        lines.last.insert(line, said);
    }
}

impl Lines {
    /// What was said of a line, or is now.
    fn of(&mut self, line: &str, detect: impl FnOnce() -> Vec<Detection>) -> &[Detection] {
        if !self.last.contains_key(line) {
            let said = self.before.remove(line).unwrap_or_else(detect);
            self.last.insert(Secret::from(line), said);
        }
        self.last.get(line).map_or(&[], Vec::as_slice)
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
                || !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit())
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
        let mut all = Vec::new();
        if !self.is_listening() {
            return all;
        }
        let reader = self.reader.get_mut();
        reader.turn();
        let heard = self.heard.turn(self.listening);
        let mut start = 0;
        for line in layout.flat.split('\n') {
            let found = heard.of(line, || {
                reader.detections(line, self.listening, self.layers)
            });
            all.extend(found.iter().map(|detection| Detection {
                span: start + detection.span.start..start + detection.span.end,
                ..detection.clone()
            }));
            start += line.len() + 1;
        }
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

    /// Makes names of their own of finds that are only the other half of somebody's double surname.
    pub(super) fn part_halves(&self, layout: &Layout, found: &mut [Candidate]) {
        if !self.is_listening() {
            return;
        }
        for candidate in found.iter_mut().filter(|find| find.rule == Rule::Part) {
            let Target::Slot(slot) = candidate.target else {
                continue;
            };
            let written = layout.flat.get(candidate.span.clone()).unwrap_or_default();
            let words = folded_words(written);
            let mut names = self.known.of(slot);
            let is_half = !self.announced.contains(&slot)
                && names.any(|known| known::is_half(known.other_half.as_deref(), &words));
            if is_half {
                let certainty = self.sureness.get(&slot).copied();
                let certainty = certainty.unwrap_or(Certainty::Likely);
                candidate.rule = Rule::Later(certainty);
                candidate.target = Target::Named(slot.kind, Secret::from(written), certainty);
            }
        }
    }

    /// Leaves out finds of names that nobody announced where they are ordinary words.
    pub(super) fn drop_ordinary(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        if !self.is_listening() {
            return;
        }
        let mut reader = self.reader.borrow_mut();
        found.retain(|candidate| match &candidate.target {
            Target::Slot(slot) if !self.announced.contains(slot) => {
                let span = &candidate.span;
                let mut stands = || {
                    let written = layout.flat.get(span.clone()).unwrap_or_default();
                    let (start, line) = line_around(&layout.flat, span);
                    let mention = Mention {
                        line,
                        span: span.start - start..span.end - start,
                        is_part: candidate.rule == Rule::Part,
                        kind: slot.kind,
                    };
                    !self.is_ordinary(written)
                        && mention.stands_like_a_name(&mut reader, self.listening, self.layers)
                };
                let is_marker = layout.marker_around(span.start) == Some(span.clone());
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
        let found = name;
        let name = if kind == SlotKind::Person {
            self.own_name(name)
        } else {
            name
        };
        let words = known::words_of(kind, name);
        // «Mr Kernhofler» is no firm, though «Kernhofler Ltd» is known.
        let is_told = kind == SlotKind::Person && certainty == Certainty::Certain;
        let may_be = |slot: &SlotKey| {
            !is_told || slot.kind != SlotKind::Institution || self.is_called_so(*slot, &words)
        };
        let known = self
            .slot_of_same(kind, name, &words)
            .filter(may_be)
            .or_else(|| self.slot_of_shorter(kind, name));
        // Behind a title all of it is the name.
        let within = || {
            if is_told {
                self.known_before_plain(name)
            } else {
                self.known_within(kind, name)
            }
        };
        let slot = known.or_else(within).unwrap_or_else(|| {
            let slot = self.slots.add(kind);
            added.push(slot.clone());
            slot.key
        });
        let slot = self.unite(slot, &words);
        // A chain of hundreds of words is no name that comes again, and every part of it would be looked for.
        if self.layers.memory && words.len() <= LONGEST_NAME {
            let left_off = known::words_of(kind, found).into_iter();
            let left_off = left_off.filter(|word| !words.contains(word));
            self.know_with(slot, name, left_off.collect());
            // That «Clou» is somebody tells that the whole name is «Anne Clou».
            if let Some(whole) = self.whole_name(slot, name, &words) {
                self.know(slot, &whole);
            }
        }
        let surest = self.sureness.entry(slot).or_insert(certainty);
        if certainty > *surest {
            *surest = certainty;
            // What was rather a word beside a likely name is searched again beside a certain one.
            self.generation += 1;
        }
        slot
    }

    /// The slot of the institution that is known by a name, of which ordinary words were found to be a part.
    fn slot_of_shorter(&self, kind: SlotKind, name: &str) -> Option<SlotKey> {
        if kind != SlotKind::Institution {
            return None;
        }
        let mut shorter = detect::shorter(name).into_iter();
        shorter.find_map(|name| {
            let slot = self.slot_of_same(kind, name, &known::words_of(kind, name));
            slot.filter(|slot| slot.kind == kind)
        })
    }

    /// The name together with the one beside which it was found before, if it was.
    fn whole_name(&self, slot: SlotKey, name: &str, words: &Words) -> Option<Secret> {
        let mut known = self.known.of(slot);
        let known = known.find(|known| known.was_found_with(words))?;
        Some(Secret::from(format!("{} {name}", &*known.name)))
    }

    /// The slot of the one that is known by a name like this.
    pub(super) fn slot_of_same(
        &self,
        kind: SlotKind,
        name: &str,
        words: &[Zeroizing<String>],
    ) -> Option<SlotKey> {
        let other_half = known::other_half(kind, name);
        let is_half = |known: &&Known| {
            known::is_half(known.other_half.as_deref(), words)
                || known::is_half(other_half.as_deref(), &known.words)
        };
        let mut like = self.known.like(kind, words);
        like.retain(|known| !is_half(known));
        let of_kind = || like.iter().filter(|known| known.slot.kind == kind);
        // «Flurina Zihlmann» is not the one of whom «Toni Zihlmann» is known, though «Zihlmann» is.
        let is_other = |slot: SlotKey| {
            self.has_other_name(slot, kind, words) || self.is_relative_of(words, slot)
        };
        let genitive = like.iter().find(|known| {
            known.slot.kind == SlotKind::Person && same::is_genitive_of(words, &known.words)
        });
        let same = || {
            of_kind()
                .find(|known| same::is_same(kind, words, &known.words) && !is_other(known.slot))
        };
        let by_part = || self.slot_by_part(kind, words, &like);
        // What is called the same is the same, even if it looked like something else before; but «Weyand AG» is not «Frau Weyand».
        let is_firm = kind == SlotKind::Institution && same::has_legal_form(words);
        let alike = || {
            like.iter().find(|known| {
                let kinds = (kind, known.slot.kind);
                same::is_called_alike(words, &known.words, kinds)
                    && !is_other(known.slot)
                    && !(is_firm && self.is_surely_somebody(known.slot))
            })
        };
        genitive
            .or_else(same)
            .map(|known| known.slot)
            .or_else(by_part)
            .or_else(|| alike().map(|known| known.slot))
    }

    /// Whether a slot is that of somebody who was told to be a person, as by a title.
    fn is_surely_somebody(&self, slot: SlotKey) -> bool {
        slot.kind == SlotKind::Person && self.sureness.get(&slot) == Some(&Certainty::Certain)
    }

    /// Whether a slot has a name that cannot be that of the same.
    fn has_other_name(&self, slot: SlotKey, kind: SlotKind, words: &Words) -> bool {
        // What looks like a town may be called by what it is: «la chambre» of «Chambre en Ajoie».
        let may_tell = kind != SlotKind::Place || slot.kind == kind;
        let mut names = self.known.of(slot);
        may_tell && names.any(|known| same::is_other(kind, words, &known.words))
    }

    /// The slot of the only one among these of whose names a name is a part, or has one as its part.
    fn slot_by_part(&self, kind: SlotKind, words: &Words, like: &[&Known]) -> Option<SlotKey> {
        let is_by_part = |known: &Known| {
            let kinds = (kind, known.slot.kind);
            kinds.0 == kinds.1
                && (same::is_called_by_part(kind, words, &known.words)
                    || known.was_found_with(words))
                || same::is_called_by_what_it_is(words, &known.words, kinds)
        };
        let parts: Vec<&Known> = like
            .iter()
            .copied()
            .filter(|known| is_by_part(known))
            .collect();
        let slot = self.slots.resolve(parts.first()?.slot);
        let may_be = |part: &&Known| {
            // Only the interviewer says what else is short for somebody who was announced.
            let is_guess =
                self.announced.contains(&slot) && same::is_guessed_part(kind, words, &part.words);
            let mut names = self.known.of(part.slot);
            let is_of_another = self.has_other_name(part.slot, kind, words)
                || names.any(|known| same::is_other_by(kind, words, &part.words, &known.words));
            self.slots.resolve(part.slot) == slot && !is_guess && !is_of_another
        };
        parts.iter().all(may_be).then_some(slot)
    }

    /// Finds and takes in everything of a text until nothing more becomes known by it.
    ///
    /// Returns the text laid out with all of it, and what the detectors say, so that nobody has to ask them again.
    pub(in crate::anonymise) fn learn_from(
        &mut self,
        text: &str,
        added: &mut Vec<Slot>,
    ) -> (Layout, Vec<Detection>) {
        let layout = self.lay_out(text);
        self.learn_laid_out(text, layout, added)
    }

    /// The same of a text that is laid out with what is known.
    pub(in crate::anonymise) fn learn_laid_out(
        &mut self,
        text: &str,
        mut layout: Layout,
        added: &mut Vec<Slot>,
    ) -> (Layout, Vec<Detection>) {
        let mut detections = self.detections(&layout);
        if !self.is_listening() || !self.layers.memory {
            return (layout, detections);
        }
        for _ in 0..3 {
            let candidates = self.search_with(&layout, &detections).0;
            self.hear_of_kin(&layout, &candidates);
            for (at, candidate) in candidates.iter().enumerate() {
                if matches!(candidate.target, Target::Twin(..)) {
                    self.slot_of(&candidate.target, added);
                }
                if let Target::Named(..) = candidate.target {
                    let behind = candidates.get(at + 1..).unwrap_or_default();
                    // «Kuno» and «Weyand» are one as soon as «Kuno Weyand» is known.
                    if let Some(whole) = self.longer_name(&candidate.target, behind) {
                        self.slot_of(whole, added);
                    }
                    self.slot_of(&candidate.target, added);
                }
            }
            self.unite_equated(&layout, &candidates, added);
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

    /// The longest name of the same person further on in the text, if it is longer than this one and not that of a relative.
    fn longer_name<'a>(&self, target: &Target, behind: &'a [Candidate]) -> Option<&'a Target> {
        let Target::Named(SlotKind::Person, name, _) = target else {
            return None;
        };
        let words = folded_words(name);
        let longer = behind
            .iter()
            .take(FARTHEST_LONGER_NAME)
            .filter_map(|candidate| match &candidate.target {
                Target::Named(SlotKind::Person, name, _) => {
                    let longer = folded_words(name);
                    let is_longer = longer.len() > words.len()
                        && same::is_same(SlotKind::Person, &words, &longer)
                        && !self.is_told_relative(name);
                    is_longer.then_some((longer.len(), &candidate.target))
                }
                _ => None,
            });
        longer
            .max_by_key(|(length, _)| *length)
            .map(|(_, target)| target)
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

/// The line in which something stands, and where it begins.
pub(super) fn line_around<'text>(text: &'text str, span: &Range<usize>) -> (usize, &'text str) {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let behind = text.get(span.end..).unwrap_or_default();
    let end = behind.find('\n').map_or(text.len(), |at| span.end + at);
    (start, text.get(start..end).unwrap_or_default())
}

/// How many finds further on somebody's longer name is looked for: a long text has thousands.
const FARTHEST_LONGER_NAME: usize = 40;

/// What stands for a detection: addresses and numbers are the same only if they are written alike.
fn target(detection: &Detection, name: &str) -> Target {
    let kind = detection.kind;
    if kind.is_contact() {
        address(kind.slot_kind(), name)
    } else {
        Target::Named(kind.slot_kind(), Secret::from(name), detection.certainty)
    }
}

/// A detail, which is the same if its letters and figures are.
pub(super) fn address(kind: SlotKind, written: &str) -> Target {
    let plain: String = written
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    Target::Address(kind, Secret::from(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::Kind;

    fn said(kind: Kind) -> Vec<Detection> {
        vec![Detection {
            span: 0..4,
            kind,
            certainty: Certainty::Likely,
            by: detect::By::Model,
        }]
    }

    #[test]
    fn what_was_said_of_a_line_in_one_language_is_said_of_it_in_that_language_alone() {
        let mut heard = Heard::default();
        for (language, kind) in [
            (Language::De, Kind::Place),
            (Language::Fr, Kind::Person),
            (Language::En, Kind::Institution),
        ] {
            let lines = heard.turn(language);
            assert_eq!(lines.of("Lahr", || said(kind)), said(kind));
        }
        for (language, kind) in [
            (Language::De, Kind::Place),
            (Language::Fr, Kind::Person),
            (Language::En, Kind::Institution),
        ] {
            let lines = heard.turn(language);
            let asked_again = || unreachable!("it was said already");
            assert_eq!(lines.of("Lahr", asked_again), said(kind));
        }
    }
}
