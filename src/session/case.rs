//! A case: a cooperation, the unit that is counted. Several sessions may belong to one.

use super::CaseId;
use crate::anonymise::CleanText;

/// What is known of a case besides its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Which case.
    pub id: CaseId,
    /// A neutral word for it, for the people of the study; may be empty.
    pub label: CleanText,
    /// The countries it lies in, as two capitals each (ISO 3166), such as `CH`.
    pub countries: Vec<String>,
    /// Over how many borders it works; nothing if over none.
    pub border: Option<Border>,
    /// The region; may be empty.
    pub region: CleanText,
    /// The branch; may be empty.
    pub branch: CleanText,
    /// Where in its life cycle it stands.
    pub stage: Option<Stage>,
    /// Whether it meets the rule by which cases are chosen.
    pub eligibility: Eligibility,
    /// The type that the interviewers agreed on, after the interviews.
    pub agreed: Option<CooperationType>,
    /// Whether it is made up, for trying the program.
    pub invented: bool,
}

impl Case {
    /// A case of which nothing is known but its name.
    pub fn new(id: CaseId) -> Self {
        Self {
            id,
            label: CleanText::empty(),
            countries: Vec::new(),
            border: None,
            region: CleanText::empty(),
            branch: CleanText::empty(),
            stage: None,
            eligibility: Eligibility::Open,
            agreed: None,
            invented: false,
        }
    }

    /// Its texts, empty ones too.
    pub fn texts_mut(&mut self) -> [&mut CleanText; 3] {
        [&mut self.label, &mut self.region, &mut self.branch]
    }
}

/// Over how many borders a cooperation works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Border {
    /// Between two countries.
    Bi,
    /// Between three.
    Tri,
}

/// Where a cooperation stands in its life cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// It comes into being.
    Emergence,
    /// It grows.
    Growth,
    /// It is established.
    Maturity,
    /// It loses ground.
    Decline,
}

/// Whether a case meets the rule by which cases are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Eligibility {
    /// Nobody has looked yet.
    Open,
    /// It does.
    Eligible,
    /// It does not.
    Ineligible,
}

/// How firmly a cooperation is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CooperationType {
    /// Legally.
    Institutional,
    /// By a shared working level.
    Operational,
    /// Loosely.
    Informal,
}
