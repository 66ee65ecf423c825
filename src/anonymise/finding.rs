//! What a search through a text brings, and which of several overlapping finds holds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::detect::{By, Certainty, Kind};
use super::secret::Secret;
use super::slot::{SlotKey, SlotKind};

/// By which rule something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A whole protected name, in one of its spellings.
    Name,
    /// A part of a protected name.
    Part,
    /// The first letters of a protected institution or place.
    Acronym,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A web address.
    Web,
    /// Nobody announced it: which kind it is, how sure that is, and which layer of the detectors says so.
    Detected(Kind, Certainty, By),
    /// Another form of something that nobody announced, and how sure that was where it was surest.
    Later(Certainty),
}

impl Rule {
    /// The word for it in logs and reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Part => "part",
            Self::Acronym => "acronym",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::Web => "web",
            Self::Detected(_, _, By::Pattern) => "pattern",
            Self::Detected(_, _, By::Trigger) => "trigger",
            Self::Detected(_, _, By::List) => "list",
            Self::Detected(_, _, By::Vocabulary) => "vocabulary",
            Self::Detected(_, _, By::Model) => "model",
            Self::Later(_) => "later",
        }
    }

    /// Whether the find is an address: it swallows the names inside it.
    pub(super) const fn is_contact(self) -> bool {
        match self {
            Self::Email | Self::Telephone | Self::Web => true,
            Self::Detected(kind, ..) => kind.is_contact(),
            Self::Name | Self::Part | Self::Acronym | Self::Later(_) => false,
        }
    }
}

/// Something that was replaced. It never holds what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The slot that stands there instead.
    pub slot: SlotKey,
    /// The rule that found it.
    pub rule: Rule,
    /// Where it stood in the text that was searched, in bytes.
    pub span: Range<usize>,
    /// Whether a part of it may have been written before it was known: then what was written must be purged.
    pub exposed: bool,
}

impl Finding {
    /// What kind of slot stands for it.
    pub const fn slot_kind(&self) -> SlotKind {
        self.slot.kind
    }

    /// What kind of thing was found.
    pub const fn kind(&self) -> Kind {
        match (self.rule, self.slot.kind) {
            (Rule::Detected(kind, ..), _) => kind,
            (_, SlotKind::Person | SlotKind::Detail) => Kind::Person,
            (_, SlotKind::Institution) => Kind::Institution,
            (_, SlotKind::Place) => Kind::Place,
            (_, SlotKind::Email) => Kind::Email,
            (_, SlotKind::Telephone) => Kind::Telephone,
            (_, SlotKind::Web) => Kind::Web,
        }
    }

    /// How sure the find is: what was announced or has the form of an address is certain.
    pub const fn certainty(&self) -> Certainty {
        match self.rule {
            Rule::Detected(_, certainty, _) | Rule::Later(certainty) => certainty,
            _ => Certainty::Certain,
        }
    }
}

/// Something that a finder takes for a name or an address.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Where it stands in the text that is searched.
    pub(super) span: Range<usize>,
    /// The rule.
    pub(super) rule: Rule,
    /// What stands for it.
    pub(super) target: Target,
}

/// Something that may be a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suspect {
    /// Where it stands in the text that is searched.
    pub(super) span: Range<usize>,
    /// What it may be.
    pub(super) kind: Kind,
}

/// What stands for a candidate.
#[derive(Debug, Clone)]
pub(super) enum Target {
    /// A slot that there is.
    Slot(SlotKey),
    /// The slot of this address, which may have none yet. The address is in the form in which addresses compare.
    Address(SlotKind, Secret),
    /// The slot of something that has this name, which may have none yet, and how sure the find is.
    Named(SlotKind, Secret, Certainty),
    /// The slot of another than the one who has this name: of the first such, or the second.
    Twin(Secret, Certainty, usize),
}

/// Of overlapping candidates the one that holds: addresses before names, then the longest, then the first.
/// The result is in the order of the text.
pub(super) fn resolve(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| {
        let length = candidate.span.end - candidate.span.start;
        (
            !candidate.rule.is_contact(),
            std::cmp::Reverse(length),
            candidate.span.start,
            candidate.rule,
        )
    });
    let mut held: BTreeMap<usize, Candidate> = BTreeMap::new();
    for candidate in candidates {
        let before = held.range(..candidate.span.end).next_back();
        if before.is_none_or(|(_, other)| other.span.end <= candidate.span.start) {
            held.insert(candidate.span.start, candidate);
        }
    }
    held.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(span: Range<usize>, rule: Rule) -> Candidate {
        let slot = SlotKey {
            kind: SlotKind::Person,
            number: 1,
        };
        Candidate {
            span,
            rule,
            target: Target::Slot(slot),
        }
    }

    #[test]
    fn the_longest_holds_and_leaves_room_for_others() {
        let found = resolve(vec![
            candidate(0..4, Rule::Part),
            candidate(0..11, Rule::Name),
            candidate(5..20, Rule::Name),
        ]);
        let spans: Vec<_> = found.into_iter().map(|candidate| candidate.span).collect();
        assert_eq!(spans, [0..4, 5..20]);
    }

    #[test]
    fn an_address_swallows_names() {
        let found = resolve(vec![
            candidate(0..30, Rule::Name),
            candidate(20..32, Rule::Email),
            candidate(0..4, Rule::Part),
        ]);
        let spans: Vec<_> = found.into_iter().map(|candidate| candidate.span).collect();
        assert_eq!(spans, [0..4, 20..32]);
    }
}
