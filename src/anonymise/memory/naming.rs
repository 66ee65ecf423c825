//! What of a find is the name by which somebody or an institution is known.

use std::ops::Range;

use zeroize::Zeroizing;

use super::same::{self, Words};
use super::{Memory, folded_words, known};
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::anonymise::token::is_hyphen;
use crate::anonymise::{detect, lexicon};
use crate::language::fold;

impl Memory {
    /// Whether a slot has exactly this name.
    pub(super) fn is_called_so(&self, slot: SlotKey, words: &Words) -> bool {
        let mut known = self.known.of(slot);
        known.any(|known| known.words == words)
    }

    /// What of a find is somebody's name: a word behind it that looks like none too, if somebody is called so. «sabine munter» is
    /// the «munter» of whom was spoken before.
    pub(super) fn own_name<'name>(&self, found: &'name str) -> &'name str {
        let core = detect::core(found);
        let Some((before, behind)) = found.split_once(core) else {
            return core;
        };
        let is_called = |word: &Zeroizing<String>| {
            let mut known = self.known.iter();
            known.any(|known| {
                known.slot.kind == SlotKind::Person && known.words.last() == Some(word)
            })
        };
        if folded_words(behind).iter().any(is_called) {
            found.get(before.len()..).unwrap_or(core)
        } else {
            core
        }
    }

    /// Who is called by a name in a find, if all else of it are ordinary words: «wunsch kupke» is «kupke», of whom was spoken
    /// before, and «neuland-party» has «Neuland» in it.
    pub(super) fn known_within(&self, kind: SlotKind, found: &str) -> Option<SlotKey> {
        let half = || self.called_by_half(kind, found);
        self.called_beside_plain(kind, found).or_else(half)
    }

    /// Who is called by the surname with which a find behind a title begins, if only ordinary words follow: «darauf legt Frau Kupke
    /// Wert».
    pub(super) fn known_before_plain(&self, found: &str) -> Option<SlotKey> {
        let (surname, behind) = found.split_once(' ')?;
        let surname = Zeroizing::new(fold(surname));
        let is_last = |known: &&known::Known| {
            known.slot.kind == SlotKind::Person && known.words.last() == Some(&surname)
        };
        let mut called = self.known.iter().filter(is_last);
        let slot = self.slots.resolve(called.next()?.slot);
        let is_only = called.all(|known| self.slots.resolve(known.slot) == slot);
        (is_only
            && !detect::is_given(&surname)
            && folded_words(behind).iter().all(|word| is_plain(word)))
        .then_some(slot)
    }

    /// Who is called by what is left of a find without the ordinary words before and behind it.
    fn called_beside_plain(&self, kind: SlotKind, found: &str) -> Option<SlotKey> {
        /// How many words a find has at most.
        const LONGEST: usize = 8;
        let words: Vec<Range<usize>> = crate::language::words(found).collect();
        let folded =
            |word: &Range<usize>| Zeroizing::new(fold(found.get(word.clone()).unwrap_or_default()));
        // «declan keen» may be another Declan, who is called Keen.
        let is_beside = |word: &Range<usize>, own: &[Range<usize>]| {
            let may_be_surname = || own.iter().any(|word| detect::is_given(&folded(word)));
            let word = folded(word);
            is_plain(&word) && !(detect::is_surname(&word) && may_be_surname())
        };
        // «Zorvex an der Au» is another town than Zorvex.
        let is_joint = |word: &Range<usize>| {
            kind != SlotKind::Place && lexicon::is_function_word(&folded(word))
        };
        let called = |own: &[Range<usize>]| {
            let mut beside = words.iter().filter(|word| !own.contains(word));
            if own.iter().all(is_joint)
                || !beside.all(|word| is_joint(word) || is_beside(word, own))
            {
                return None;
            }
            let name = found.get(own.first()?.start..own.last()?.end)?;
            self.called_exactly(kind, &known::words_of(kind, name))
        };
        let shorter = (1..words.len().min(LONGEST)).rev();
        let mut parts = shorter.flat_map(|length| words.windows(length));
        parts.find_map(called)
    }

    /// The only one of a kind who has this name, or of whose name it is the first or the last word.
    fn called_exactly(&self, kind: SlotKind, words: &Words) -> Option<SlotKey> {
        let tells = |word: &str| {
            !lexicon::is_function_word(word)
                && (kind == SlotKind::Person
                    || !detect::is_ordinary(word) && !detect::is_head(word))
        };
        let is_edge = |known: &Words| match words {
            [only] if tells(only) => known.first() == Some(only) || known.last() == Some(only),
            _ => false,
        };
        let is_core = |known: &Words| kind == SlotKind::Institution && same::is_core(words, known);
        let of_kind = self.known.iter().filter(|known| known.slot.kind == kind);
        let mut called = of_kind
            .filter(|known| known.words == words || is_edge(&known.words) || is_core(&known.words))
            .map(|known| self.slots.resolve(known.slot));
        let slot = called.next()?;
        called.all(|other| other == slot).then_some(slot)
    }

    /// Who is called like the first half of a compound: «Nebensatz-Abende» of «Nebensatz».
    fn called_by_half(&self, kind: SlotKind, found: &str) -> Option<SlotKey> {
        if found.contains(' ') {
            return None;
        }
        let (first, second) = found.split_once(is_hyphen)?;
        let words = known::words_of(kind, first);
        let mut known = self.known.iter();
        let firm = known.find(|known| {
            kind == SlotKind::Institution && known.slot.kind == kind && known.words == words
        });
        if let Some(firm) = firm {
            return Some(firm.slot);
        }
        // «Kupke-Wunsch» is somebody's double surname as well as what Kupke wished.
        let kinds = [SlotKind::Institution, SlotKind::Person].into_iter();
        let mut called = kinds
            .take(if kind == SlotKind::Institution { 2 } else { 1 })
            .filter_map(|kind| {
                let slot = self.slot_of_same(kind, first, &words)?;
                (slot.kind == kind).then_some(slot)
            });
        let second = Zeroizing::new(fold(second));
        (is_plain(&second) && !detect::is_surname(&second))
            .then(|| called.next())
            .flatten()
    }
}

/// Whether a folded word is an ordinary one, and nobody's name.
fn is_plain(folded: &str) -> bool {
    /// An initial is a word too.
    const FEWEST_LETTERS: usize = 2;
    folded.chars().count() >= FEWEST_LETTERS
        && detect::is_word(folded)
        && !detect::is_given(folded)
        && !detect::is_kin(folded)
        && !detect::is_head(folded)
        && !detect::is_trade(folded)
        && !lexicon::is_generic(folded)
        && !lexicon::is_function_word(folded)
        && !lexicon::is_title(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::{Certainty, Layers};
    use crate::anonymise::secret::Secret;
    use crate::language::Language;

    /// Who is called by what stands in a find, of those who are known.
    fn within(known: &[(SlotKind, &str)], kind: SlotKind, find: &str) -> Option<usize> {
        let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
        let slots: Vec<SlotKey> = known
            .iter()
            .map(|(kind, name)| {
                let name = Secret::from(*name);
                memory.slot_of_named(*kind, &name, Certainty::Likely, &mut Vec::new())
            })
            .collect();
        let slot = memory.known_within(kind, find)?;
        slots.iter().position(|known| *known == slot)
    }

    #[test]
    fn a_name_that_is_known_is_found_beside_ordinary_words() {
        let known = [
            (SlotKind::Person, "Zorvana Kupkelin"),
            (SlotKind::Institution, "Brunnwald Technik"),
        ];
        for (kind, find, who) in [
            (SlotKind::Person, "wunsch kupkelin", 0),
            (SlotKind::Person, "Kupkelin Wert", 0),
            (SlotKind::Institution, "brunnwald technik morgen", 1),
            (SlotKind::Institution, "Brunnwald-Etikett", 1),
            (SlotKind::Person, "Brunnwald-Etikett", 1),
        ] {
            assert_eq!(within(&known, kind, find), Some(who), "{find}");
        }
    }

    #[test]
    fn what_may_be_another_name_is_none_that_is_known() {
        let known = [
            (SlotKind::Person, "Declan Zorvexer"),
            (SlotKind::Institution, "Zweites Leben"),
            (SlotKind::Institution, "Museum Brunnwald"),
        ];
        for (kind, find) in [
            (SlotKind::Person, "Declan Stark"),
            (SlotKind::Person, "Anna Zorvexer"),
            (SlotKind::Person, "A. Zorvexer"),
            (SlotKind::Institution, "Drittes Leben"),
            (SlotKind::Institution, "Museum Kernhof"),
            (SlotKind::Institution, "Spital Brunnwald"),
        ] {
            assert_eq!(within(&known, kind, find), None, "{find}");
        }
    }

    #[test]
    fn an_institution_is_known_by_what_is_left_without_its_sort_and_form() {
        let known = [
            (SlotKind::Institution, "Kulturinitiative Sowieso"),
            (SlotKind::Institution, "Café Zorvisele GmbH"),
        ];
        let institution = SlotKind::Institution;
        for (find, who) in [("Texte für Sowieso", Some(0)), ("Liste Zorvisele", Some(1))] {
            assert_eq!(within(&known, institution, find), who, "{find}");
        }
        for find in ["Schule Sowieso", "Texte für Anderswo"] {
            assert_eq!(within(&known, institution, find), None, "{find}");
        }
    }

    #[test]
    fn a_name_is_known_behind_small_words_too() {
        let known = [
            (SlotKind::Person, "Zorvana Kupkelin"),
            (SlotKind::Institution, "Brunnwald Technik"),
        ];
        for (kind, find, who) in [
            (SlotKind::Institution, "left for brunnwald technik", 1),
            (SlotKind::Person, "von kupkelin", 0),
        ] {
            assert_eq!(within(&known, kind, find), Some(who), "{find}");
        }
        assert_eq!(within(&known, SlotKind::Person, "von der"), None);
    }

    #[test]
    fn behind_a_title_ordinary_words_after_a_known_surname_are_no_part_of_it() {
        let mut memory = Memory::new(Language::De).with_layers(Layers::ALL);
        let name = Secret::from("Zorvana Kupkelin");
        let likely = Certainty::Likely;
        let known = memory.slot_of_named(SlotKind::Person, &name, likely, &mut Vec::new());
        assert_eq!(memory.known_before_plain("Kupkelin Wert"), Some(known));
        assert_eq!(memory.known_before_plain("Kupkelin Xyrvanor"), None);
        assert_eq!(memory.known_before_plain("Xyrvanor Wert"), None);
    }

    #[test]
    fn of_two_who_are_called_so_it_is_neither() {
        let known = [
            (SlotKind::Person, "Anna Zorvexer"),
            (SlotKind::Person, "Beat Zorvexer"),
        ];
        assert_eq!(within(&known, SlotKind::Person, "Zorvexer Wert"), None);
    }
}
