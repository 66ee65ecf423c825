//! Slots: what stands in a text instead of a name.

use super::CleanText;
use crate::language::Language;

/// What kind of thing a slot stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SlotKind {
    /// A human being.
    Person,
    /// A firm, an office, an association, a cluster.
    Institution,
    /// A place below country level.
    Place,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A web address.
    Web,
    /// Anything else that points to somebody.
    Detail,
}

impl SlotKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Institution,
        Self::Place,
        Self::Email,
        Self::Telephone,
        Self::Web,
        Self::Detail,
    ];

    /// The word that stands in a placeholder, in the language of the session.
    pub const fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Person, Language::Fr) => "Personne",
            (Self::Person, _) => "Person",
            (Self::Institution, _) => "Institution",
            (Self::Place, Language::De) => "Ort",
            (Self::Place, Language::Fr) => "Lieu",
            (Self::Place, Language::En) => "Place",
            (Self::Email, _) => "E-Mail",
            (Self::Telephone, Language::De) => "Telefon",
            (Self::Telephone, Language::Fr) => "Téléphone",
            (Self::Telephone, Language::En) => "Phone",
            (Self::Web, _) => "Web",
            (Self::Detail, Language::De) => "Angabe",
            (Self::Detail, Language::Fr) => "Donnée",
            (Self::Detail, Language::En) => "Detail",
        }
    }
}

/// Which slot: numbers run per kind, from 1, and are never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotKey {
    /// The kind.
    pub kind: SlotKind,
    /// The number within the kind.
    pub number: u32,
}

impl SlotKey {
    /// The placeholder as it stands in a text, such as `[Ort 2]`.
    pub fn placeholder(self, language: Language) -> String {
        format!("[{} {}]", self.kind.word(language), self.number)
    }
}

/// A slot as the session keeps it. It never holds what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Which slot.
    pub key: SlotKey,
    /// Whether it came from the list of protected words, in the order of that list.
    pub listed: bool,
    /// A neutral word for it that the interviewer gave, such as «colleague, other side».
    pub label: Option<CleanText>,
}
