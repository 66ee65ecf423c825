//! Tables over all interviews as JSON documents: `leitfaden.frequencies`, `leitfaden.matrix`, `leitfaden.saturation`,
//! `leitfaden.sample`, `leitfaden.agreement`, `leitfaden.contradictions`, `leitfaden.rap` and `leitfaden.extracts`, version 1. Later versions of the program only add to them.
//!
//! A number that is not said exactly is `"few"` or `"nearly_all"`; one that is not said at all is `null`.

mod agreement;
mod contradictions;
mod extracts;
mod frequencies;
mod matrix;
mod rap;
mod sample;
mod saturation;

use serde::{Serialize, Serializer};

use crate::analysis::{Count, LeftOut, Wording};
use crate::release::tables::Frame;
use crate::release::{Figure, ShownAttribute};

pub use agreement::write_agreement;
pub use contradictions::write_contradictions;
pub use extracts::write_extracts;
pub use frequencies::write_frequencies;
pub use matrix::write_matrix;
pub use rap::write_rap;
pub use sample::write_sample;
pub use saturation::write_saturation;

/// The version of the documents.
pub const VERSION: u32 = 1;

/// What all documents say of themselves.
#[derive(Serialize)]
struct Head<'frame> {
    format: &'static str,
    version: u32,
    level: &'static str,
    pseudonymised: bool,
    invented: bool,
    pilot: bool,
    guide: &'frame str,
    versions: Vec<VersionEntry<'frame>>,
    sessions: usize,
    cases: usize,
    awaiting_approval: usize,
    smallest_group: usize,
    left_out: LeftOutEntry,
    unread: Vec<String>,
    unread_count: usize,
}

#[derive(Serialize)]
struct VersionEntry<'frame> {
    version: &'frame str,
    digest: &'frame str,
    sessions: usize,
}

#[derive(Serialize)]
struct LeftOutEntry {
    invented: usize,
    pilot: usize,
    withdrawn: usize,
    prepared: usize,
    filtered: usize,
    other_guide: usize,
    level: usize,
}

#[derive(Serialize)]
struct AttributeEntry<'frame> {
    attribute: &'frame str,
    steps: usize,
}

impl<'frame> Head<'frame> {
    fn of(format: &'static str, frame: &'frame Frame) -> Self {
        let Count { sessions, cases } = frame.base();
        Self {
            format,
            version: VERSION,
            level: frame.level().word(),
            pseudonymised: true,
            invented: frame.is_invented(),
            pilot: frame.is_pilot(),
            guide: frame.guide(),
            versions: frame
                .versions()
                .iter()
                .map(|version| VersionEntry {
                    version: &version.edition,
                    digest: &version.digest,
                    sessions: version.sessions,
                })
                .collect(),
            sessions,
            cases,
            awaiting_approval: frame.awaiting_approval(),
            smallest_group: frame.smallest_group(),
            left_out: left_out(frame.left_out()),
            unread: frame.unread().iter().map(ToString::to_string).collect(),
            unread_count: frame.unread_count(),
        }
    }
}

const fn left_out(left_out: LeftOut) -> LeftOutEntry {
    LeftOutEntry {
        invented: left_out.invented,
        pilot: left_out.pilot,
        withdrawn: left_out.withdrawn,
        prepared: left_out.prepared,
        filtered: left_out.filtered,
        other_guide: left_out.other_guide,
        level: left_out.level,
    }
}

fn attribute(shown: &ShownAttribute) -> AttributeEntry<'_> {
    AttributeEntry {
        attribute: &shown.id,
        steps: shown.steps,
    }
}

const fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "same",
        Wording::PerhapsChanged => "perhaps_changed",
        Wording::Changed => "changed",
    }
}

/// A number as it stands in a document.
struct Number(Figure);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Figure::Exact(number) => number.serialize(serializer),
            Figure::Few => "few".serialize(serializer),
            Figure::NearlyAll => "nearly_all".serialize(serializer),
            Figure::Hidden => serializer.serialize_none(),
        }
    }
}
