//! Where the detectors take two for one of which the memory knows better: «Gegenleder und Cuir & Cie» are two firms as soon as
//! one of them is known, and «Brindevauxs Ordner» is Brindevaux.
//!
//! Nothing that would be replaced is left for it, but a noun behind a genitive. Keeps out: names that were announced, which hold
//! against everything (`entity`), and what the same text taught, since what is typed and what is pasted come out alike.

use std::ops::Range;

use super::Memory;
use crate::anonymise::detect;
use crate::anonymise::finding::{Candidate, Rule, Target};
use crate::anonymise::layout::Layout;
use crate::anonymise::lexicon;
use crate::anonymise::secret::Secret;
use crate::anonymise::slot::{SlotKey, SlotKind};
use crate::language::fold;

/// What joins two names to one find.
const JOINTS: [&str; 8] = ["und", "u", "and", "et", "e", "i", "sowie", "puis"];
/// The same in signs.
const SIGNS: [char; 6] = ['+', '/', ',', ';', '–', '→'];

/// A name that is known, where it stands in a text.
pub(super) struct Standing {
    span: Range<usize>,
    slot: SlotKey,
    is_whole: bool,
}

impl Memory {
    /// Parts finds of the detectors at the names in them that are known by themselves.
    pub(super) fn part_at_known(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        let mut standing: Vec<Standing> = found
            .iter()
            .filter_map(|find| self.standing(find))
            .collect();
        if standing.is_empty() {
            return;
        }
        standing.sort_by_key(|name| (name.span.start, name.span.end));
        let mut parted = Vec::new();
        found.retain(|find| {
            let within = || {
                let first = standing.partition_point(|name| name.span.start < find.span.start);
                let names = standing.get(first..).unwrap_or_default().iter();
                names.take_while(|name| name.span.start < find.span.end)
            };
            if !is_name(find) || within().any(|name| name.span == find.span) {
                return true;
            }
            let parts = at_joints(layout, find, &within().collect::<Vec<_>>())
                .or_else(|| self.behind_genitive(layout, find, within().next()));
            let Some(parts) = parts else {
                return true;
            };
            parted.extend(parts);
            false
        });
        found.append(&mut parted);
    }

    /// Where a name stands that nobody announced and that was met before.
    pub(super) fn standing(&self, find: &Candidate) -> Option<Standing> {
        let Target::Slot(slot) = find.target else {
            return None;
        };
        let is_name = matches!(find.rule, Rule::Name | Rule::Part | Rule::Acronym);
        let present = self.texts.present();
        let mut known = self.known.of(slot);
        let is_known =
            is_name && !self.announced.contains(&slot) && known.any(|known| known.since != present);
        is_known.then(|| Standing {
            span: find.span.clone(),
            slot,
            is_whole: find.rule != Rule::Part,
        })
    }

    /// What is left of a find that begins with the genitive of somebody who is known: nothing, if only ordinary words follow.
    fn behind_genitive(
        &self,
        layout: &Layout,
        find: &Candidate,
        first: Option<&Standing>,
    ) -> Option<Vec<Candidate>> {
        let first = first.filter(|name| {
            name.slot.kind == SlotKind::Person
                && name.span.start == find.span.start
                && name.span.end < find.span.end
        })?;
        // «Peters Treuhand» is a firm, and Peters no genitive of somebody called Peter.
        if !matches!(find.target, Target::Named(SlotKind::Person, ..)) {
            return None;
        }
        let written = fold(layout.flat.get(first.span.clone())?);
        let stem = written.strip_suffix('s')?;
        let names = || self.known.of(first.slot);
        let is_surname =
            |of: &str| names().any(|known| known.words.last().is_some_and(|last| **last == *of));
        let mut behind = layout
            .words(&find.span)
            .filter(|word| word.start >= first.span.end);
        let is_plain = |word: &Range<usize>| {
            let folded = fold(layout.flat.get(word.clone()).unwrap_or_default());
            detect::is_ordinary(&folded)
                && !detect::is_given(&folded)
                && !detect::is_surname(&folded)
        };
        (is_surname(stem) && !is_surname(&written) && behind.all(is_plain)).then(Vec::new)
    }
}

/// Whether the detectors take it for somebody or an institution of which nothing is known yet.
const fn is_name(find: &Candidate) -> bool {
    matches!(
        (&find.rule, &find.target),
        (
            Rule::Detected(..),
            Target::Named(SlotKind::Person | SlotKind::Institution, ..)
        )
    )
}

/// The parts of a find that is joined of names, if one of them is known: what is not becomes a find of its own.
fn at_joints(layout: &Layout, find: &Candidate, known: &[&Standing]) -> Option<Vec<Candidate>> {
    let segments = segments(layout, &find.span);
    if segments.len() < 2 {
        return None;
    }
    // «Turf and Tide» is known, so «Turf and Tide Ltd» is no two.
    let is_in_one = |name: &&Standing| {
        let mut holding = segments.iter();
        holding.any(|segment| segment.start <= name.span.start && name.span.end <= segment.end)
    };
    if !known.iter().all(is_in_one) {
        return None;
    }
    let kind_of = |find: &Candidate| match find.target {
        Target::Named(kind, ..) => Some(kind),
        _ => None,
    };
    let is_known = |segment: &Range<usize>| {
        known.iter().any(|name| {
            name.span == *segment && (name.is_whole || Some(name.slot.kind) == kind_of(find))
        })
    };
    let is_kin = |segment: &Range<usize>| {
        layout.words(segment).all(|word| {
            let written = layout.flat.get(word.clone()).unwrap_or_default();
            let folded = fold(written);
            detect::is_kin(&folded)
                || lexicon::is_partner(&folded)
                || lexicon::is_legal_form(written)
        })
    };
    // «turf and tide ltd» is one firm, though somebody says «turf».
    let is_word_told = known.iter().all(|name| {
        let written = layout.flat.get(name.span.clone()).unwrap_or_default();
        detect::is_ordinary(&fold(written))
    });
    let may_end = |segment: &Range<usize>| {
        is_word_told
            && lexicon::has_legal_form(layout.flat.get(segment.clone()).unwrap_or_default())
    };
    let (told, others): (Vec<_>, Vec<_>) = segments.into_iter().partition(is_known);
    let is_of_kind = known
        .iter()
        .any(|name| told.contains(&name.span) && Some(name.slot.kind) == kind_of(find));
    if !is_of_kind
        || others
            .iter()
            .any(|segment| is_kin(segment) || may_end(segment))
    {
        return None;
    }
    let parts = others
        .into_iter()
        .filter_map(|segment| narrowed(layout, find, segment));
    Some(parts.collect())
}

/// The pieces between the joints of a find, without the small words at their edges; those of nothing else are left out.
fn segments(layout: &Layout, span: &Range<usize>) -> Vec<Range<usize>> {
    let mut segments: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let mut last_end = span.start;
    for word in layout
        .words(span)
        .filter(|word| word.start >= span.start && word.end <= span.end)
    {
        let between = layout.flat.get(last_end..word.start).unwrap_or_default();
        if between.contains(SIGNS) {
            is_open = false;
        }
        last_end = word.end;
        let folded = fold(layout.flat.get(word.clone()).unwrap_or_default());
        if JOINTS.contains(&folded.as_str()) {
            is_open = false;
            continue;
        }
        match segments.last_mut().filter(|_| is_open) {
            Some(segment) => segment.end = word.end,
            // «Gegenleder und De Vries» keeps what is written with a capital.
            None if lexicon::is_function_word(&folded) && starts_small(layout, word) => {}
            None => {
                segments.push(word.clone());
                is_open = true;
            }
        }
    }
    segments
}

fn starts_small(layout: &Layout, word: &Range<usize>) -> bool {
    let written = layout.flat.get(word.clone()).unwrap_or_default();
    written.starts_with(char::is_lowercase)
}

/// The same find, of a part of it alone.
fn narrowed(layout: &Layout, find: &Candidate, span: Range<usize>) -> Option<Candidate> {
    let Target::Named(kind, _, certainty) = &find.target else {
        return None;
    };
    let name = layout.flat.get(span.clone())?;
    Some(Candidate {
        rule: find.rule,
        target: Target::Named(*kind, Secret::from(name), *certainty),
        span,
    })
}
