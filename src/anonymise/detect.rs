//! Finds names that nobody announced: a text goes in, findings with kind, certainty and rule come out.
//!
//! ```text
//! text ── sentence (words, shapes, lists) ──▶ identifier, address      patterns with check digits and triggers
//!                                        ──▶ trigger                   titles, roles, legal forms, «-Gruppe»
//!                                        ──▶ listed                    given names, towns
//!                                        ──▶ unknown                   words in no dictionary
//!                                        ──▶ model ── evidence         how names stand, learned; told of all above
//! ```
//!
//! What is only likely by a rule and what the model is sure is no name is left out again.
//!
//! Every layer can be switched off ([`Layers`]), so that what each adds can be measured. What an entity is called in
//! later notes is the business of [`Memory`](super::Memory), which is told of every finding. Keeps out: slots,
//! placeholders, what the interviewer decided.

mod abbreviation;
mod address;
mod context;
mod cut;
mod detail;
mod dictionary;
mod everyday;
mod evidence;
mod facts;
mod identifier;
mod keep;
mod letters;
mod listed;
mod model;
mod reading;
mod sentence;
mod spans;
mod standing;
mod trade;
mod trigger;
mod unknown;
mod verb;
mod widen;

use std::ops::Range;

use super::slot::SlotKind;
use crate::language::Language;
use reading::Reading;
use sentence::Sentence;

pub(super) use context::{is_head, is_role};
pub(super) use cut::{core, shorter};
pub(super) use everyday::is_everyday;
pub(super) use reading::{Reader, Unread};
pub(super) use standing::{
    Mention, is_given, is_joined_at, is_listed, is_ordinary, is_surname, is_word,
};
pub(super) use trade::is_trade;
pub(super) use widen::is_kin;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A human being.
    Person,
    /// A firm, an office, an association, a cluster, by name.
    Institution,
    /// A place below country level.
    Place,
    /// A street with a number, a postcode with a town.
    Address,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A web address.
    Web,
    /// A name in a social network.
    Handle,
    /// A bank account.
    Iban,
    /// A Swiss insurance number.
    Ahv,
    /// A date of birth.
    Birth,
    /// The number of a customer, a member, a car.
    Number,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Institution,
        Self::Place,
        Self::Address,
        Self::Email,
        Self::Telephone,
        Self::Web,
        Self::Handle,
        Self::Iban,
        Self::Ahv,
        Self::Birth,
        Self::Number,
    ];

    /// The word for it in files and reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Institution => "institution",
            Self::Place => "place",
            Self::Address => "address",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::Web => "web",
            Self::Handle => "handle",
            Self::Iban => "iban",
            Self::Ahv => "ahv",
            Self::Birth => "birth",
            Self::Number => "number",
        }
    }

    /// The kind of slot that stands for it.
    pub const fn slot_kind(self) -> SlotKind {
        match self {
            Self::Person => SlotKind::Person,
            Self::Institution => SlotKind::Institution,
            Self::Place => SlotKind::Place,
            Self::Email => SlotKind::Email,
            Self::Telephone => SlotKind::Telephone,
            Self::Web => SlotKind::Web,
            _ => SlotKind::Detail,
        }
    }

    /// Whether it is found by its form, so that names inside it are part of it.
    pub const fn is_contact(self) -> bool {
        !matches!(self, Self::Person | Self::Institution | Self::Place)
    }
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// It may be a name: masked until somebody says.
    Doubtful,
    /// It is taken for a name.
    Likely,
    /// Its form or what stands before it leaves no doubt.
    Certain,
}

impl Certainty {
    /// The word for it in files and reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Doubtful => "doubtful",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// The layers of the search, each of which can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each layer is on or off by itself"
)]
pub struct Layers {
    /// Numbers and addresses by their form.
    pub patterns: bool,
    /// Titles, roles, legal forms.
    pub triggers: bool,
    /// Given names, towns.
    pub lists: bool,
    /// Words in no dictionary.
    pub vocabulary: bool,
    /// Later forms of what was found.
    pub memory: bool,
    /// The learned model.
    pub model: bool,
}

impl Layers {
    /// All of them.
    pub const ALL: Self = Self {
        patterns: true,
        triggers: true,
        lists: true,
        vocabulary: true,
        memory: true,
        model: true,
    };
    /// None of them: only what was announced is found, and contacts.
    pub const NONE: Self = Self {
        patterns: false,
        triggers: false,
        lists: false,
        vocabulary: false,
        memory: false,
        model: false,
    };
}

/// By which rule something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum By {
    /// Its form.
    Pattern,
    /// What stands beside it.
    Trigger,
    /// A list.
    List,
    /// That no dictionary has it.
    Vocabulary,
    /// The model.
    Model,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Detection {
    /// Where it stands, in bytes.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
    /// How sure that is.
    pub(super) certainty: Certainty,
    /// Which layer found it.
    pub(super) by: By,
}

/// Whether the folded word is a role or the head of an institution, so that a name may stand behind it.
pub(super) fn is_before_name(folded: &str) -> bool {
    is_role(folded) || is_head(folded)
}

/// Searches a text. The findings are in its order and apart.
pub(super) fn detect(text: &str, language: Language, layers: Layers) -> Vec<Detection> {
    if layers == Layers::NONE {
        return Vec::new();
    }
    Reading::of(text, language, layers).detections(text)
}

/// Searches several texts, each by itself; together they are searched more quickly.
pub(super) fn detect_all(texts: &[(&str, Language)], layers: Layers) -> Vec<Vec<Detection>> {
    let readings = Reading::of_all(texts, layers);
    let read = readings.iter().zip(texts);
    read.map(|(reading, (text, _))| reading.detections(text))
        .collect()
}

/// What all layers but the model find.
fn rules(text: &str, sentence: &Sentence, layers: Layers) -> Vec<Detection> {
    let mut found = Vec::new();
    if layers.patterns {
        identifier::find(text, &mut found);
        address::find(text, sentence, &mut found);
    }
    if layers.triggers {
        trigger::find(text, sentence, &mut found);
    }
    if layers.lists {
        listed::find(sentence, &mut found);
    }
    if layers.vocabulary {
        unknown::find(sentence, &mut found);
    }
    found
}

/// Finds of names that overlap made into one, of the kind that is surest; contacts swallow names, and what is likely
/// what is doubtful.
fn merge(mut found: Vec<Detection>) -> Vec<Detection> {
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    let overlaps = |one: &Detection, other: &Detection| {
        one.span.start < other.span.end && other.span.start < one.span.end
    };
    let (contacts, names): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.kind.is_contact());
    let mut merged: Vec<Detection> = Vec::new();
    for contact in contacts {
        match merged.last_mut() {
            // An address of e-mail ends where its pattern does, whatever the model takes along.
            Some(last)
                if overlaps(last, &contact)
                    && last.kind == Kind::Email
                    && contact.by == By::Model => {}
            Some(last) if overlaps(last, &contact) => {
                last.span.end = last.span.end.max(contact.span.end);
            }
            _ => merged.push(contact),
        }
    }
    for bound in [Certainty::Likely, Certainty::Doubtful] {
        let of_this = names.iter().filter(|name| {
            (name.certainty == Certainty::Doubtful) == (bound == Certainty::Doubtful)
        });
        let mut joined: Vec<Detection> = Vec::new();
        for name in of_this.filter(|name| !merged.iter().any(|other| overlaps(other, name))) {
            match joined.last_mut() {
                Some(last) if overlaps(last, name) => {
                    last.span.end = last.span.end.max(name.span.end);
                    if (name.certainty, rank(name.by)) > (last.certainty, rank(last.by)) {
                        last.kind = name.kind;
                        last.certainty = name.certainty;
                        last.by = name.by;
                    }
                }
                _ => joined.push(name.clone()),
            }
        }
        merged.extend(joined);
    }
    merged.sort_by_key(|one| one.span.start);
    merged
}

/// Whose word on the kind counts more.
const fn rank(by: By) -> u8 {
    match by {
        By::Vocabulary => 0,
        By::List => 1,
        By::Model => 2,
        By::Trigger => 3,
        By::Pattern => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<(&str, Kind)> {
        detect(text, language, Layers::ALL)
            .into_iter()
            .filter(|detection| detection.certainty > Certainty::Doubtful)
            .filter_map(|detection| Some((text.get(detection.span)?, detection.kind)))
            .collect()
    }

    #[test]
    fn names_are_found_with_their_kind() {
        for (text, language, name, kind) in [
            (
                "Frau Dr. Trübswasser will nicht",
                Language::De,
                "Trübswasser",
                Kind::Person,
            ),
            (
                "la directrice Brindevaux négocie",
                Language::Fr,
                "Brindevaux",
                Kind::Person,
            ),
            (
                "Thornquay signed in the end",
                Language::En,
                "Thornquay",
                Kind::Person,
            ),
            (
                "die Holzbau Kernhofler AG liefert",
                Language::De,
                "Holzbau Kernhofler AG",
                Kind::Institution,
            ),
            (
                "une usine près de Saint-Louis",
                Language::Fr,
                "Saint-Louis",
                Kind::Place,
            ),
        ] {
            assert!(
                found(text, language).contains(&(name, kind)),
                "{text}: {:?}",
                found(text, language)
            );
        }
    }

    #[test]
    fn what_an_analysis_needs_stays() {
        for (text, language) in [
            (
                "Die Deutschen und die Schweizer haben INTERREG im März 2019 beantragt",
                Language::De,
            ),
            (
                "Der Koch der Kantine, ein Bauer und der Berg: alles Vergleiche",
                Language::De,
            ),
            (
                "Les PME suisses et le programme Horizon 2020, en janvier",
                Language::Fr,
            ),
            (
                "The price was fair, may be the SMEs will sign in May",
                Language::En,
            ),
            ("Er ist Koch, sein Vater war Müller.", Language::De),
            ("Sie arbeitet als Weber, beide sind Sattler", Language::De),
            (
                "Im Projekt Interreg V lief es, in Interreg VI A auch",
                Language::De,
            ),
            (
                "z.B. bei der Messe, i.d.R. im Mai, m.E. zu spät",
                Language::De,
            ),
            ("Sie hat einen M.A. in Kunst", Language::De),
            ("we own an orchard", Language::En),
            ("our neighbour has a garage", Language::En),
            ("Petit budget, grande envie", Language::Fr),
            ("Patron absent ce jour-là", Language::Fr),
            ("Souligné plusieurs fois : manque de temps", Language::Fr),
            ("Souligné plusieurs fois : à la longue", Language::Fr),
            ("Cadre strict côté suisse", Language::Fr),
            ("Long silence before the answer", Language::En),
            ("der nachbar hat eine werkstatt", Language::De),
            ("le pont a été le début", Language::Fr),
            ("du point de vue des membres : peu", Language::Fr),
        ] {
            assert_eq!(found(text, language), [], "{text}");
        }
    }

    #[test]
    fn without_layers_nothing_is_found() {
        assert_eq!(
            detect("Frau Dr. Trübswasser", Language::De, Layers::NONE),
            []
        );
    }
}
