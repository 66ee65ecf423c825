//! Another note-taker's protocol beside the first one's: what belongs to the interview is filled in from there and stands.

use super::build::{answer_index, reason_index, value_index};
use super::{Field, Prepare, language_index};
use crate::guide::Mode;
use crate::session::{ConsentRecord, Session};
use crate::tui::screen::Value;

impl Prepare {
    /// Takes name, mode, language, attributes and consent from the first note-taker's protocol.
    ///
    /// Consent is given once, and asked for by the first: here only a step can be answered that no interview begins
    /// without and that the first has not answered yet.
    pub fn follow(&mut self, first: Session) {
        let header = first.header.clone();
        let id = header.id.to_string();
        for row in &mut self.rows {
            if let (Field::Session, Value::Text(editor)) = (&row.field, &mut row.value) {
                editor.set(&id, id.len());
            }
        }
        self.set_chosen(&Field::Mode, usize::from(header.mode == Mode::Phone));
        self.arrange();
        self.set_chosen(&Field::Reason, reason_index(header.reason));
        self.set_chosen(&Field::Language, language_index(header.language));
        self.set_chosen(&Field::Pilot, usize::from(header.pilot));
        if let Some(guide) = self.guide().cloned() {
            for row in &mut self.rows {
                let Value::Choice { chosen, .. } = &mut row.value else {
                    continue;
                };
                match &row.field {
                    Field::Consent(step) if first.answer_to(step).is_some() => {
                        *chosen = answer_index(&first, step);
                    }
                    Field::Attribute(id) if first.attributes.contains_key(id) => {
                        *chosen = value_index(&guide, &first, id);
                    }
                    // What the first does not say stays as an earlier preparation of this protocol says it.
                    _ => {}
                }
            }
        }
        self.first = Some(Box::new(first));
    }

    /// Whether a row belongs to the first note-taker's protocol.
    pub fn is_followed(&self, index: usize) -> bool {
        let (Some(first), Some(row)) = (&self.first, self.rows.get(index)) else {
            return false;
        };
        match &row.field {
            Field::Session
            | Field::Guide
            | Field::Mode
            | Field::Language
            | Field::Reason
            | Field::Pilot => true,
            Field::Consent(step) => first.answer_to(step).is_some() || !self.is_needed(step),
            Field::Attribute(id) => first.attributes.contains_key(id),
            Field::Country | Field::Survey | Field::Words | Field::Check(_) => false,
        }
    }

    /// The answers that the first note-taker noted, the last of each step.
    pub(super) fn followed_consent(&self) -> Vec<ConsentRecord> {
        let Some(first) = &self.first else {
            return Vec::new();
        };
        let steps = self.guide().into_iter().flat_map(|guide| &guide.consent);
        steps
            .filter_map(|step| first.record_of(&step.id).cloned())
            .collect()
    }

    fn is_needed(&self, step: &str) -> bool {
        let mut steps = self.guide().into_iter().flat_map(|guide| &guide.consent);
        steps.any(|known| known.id == step && known.needed)
    }
}
