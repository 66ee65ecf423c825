//! The rows of the form: which there are, what is chosen and typed in them.

use super::{ANSWERS, Field, Prepare, REASONS, Row, WORD_ROWS};
use crate::guide::{Asked, Mode};
use crate::language::Language;
use crate::tui::editor::Editor;
use crate::tui::screen::Value;

impl Prepare {
    /// Whether a row cannot be changed: what an earlier preparation made the session's, and what belongs to the first
    /// note-taker's protocol.
    pub fn is_fixed(&self, index: usize) -> bool {
        let is_of_session = |row: &Row| {
            matches!(
                row.field,
                Field::Session
                    | Field::Guide
                    | Field::Mode
                    | Field::Language
                    | Field::Reason
                    | Field::Pilot
            )
        };
        let is_resumed = self.is_resumed() && self.rows.get(index).is_some_and(is_of_session);
        is_resumed || self.is_followed(index)
    }

    /// Puts the rows in place that the choices so far ask for; what is filled in stays.
    pub(super) fn arrange(&mut self) {
        let mut wanted: Vec<(Field, usize)> = vec![
            (Field::Session, 0),
            (Field::Guide, self.guides.len()),
            (Field::Mode, 2),
        ];
        if self.mode() == Mode::Phone {
            wanted.push((Field::Reason, REASONS.len() + 1));
        }
        wanted.push((Field::Language, Language::ALL.len()));
        wanted.push((Field::Words, 0));
        if self.guide().is_some_and(|guide| !guide.survey.is_empty()) {
            wanted.push((Field::Survey, 0));
        }
        if let Some(guide) = self.guide() {
            let mode = self.mode();
            wanted.extend(
                guide
                    .consent
                    .iter()
                    .map(|step| (Field::Consent(step.id.clone()), ANSWERS.len())),
            );
            let asked = guide
                .attributes
                .iter()
                .filter(|attribute| attribute.asked == Asked::Before);
            wanted.extend(asked.map(|attribute| {
                (
                    Field::Attribute(attribute.id.clone()),
                    attribute.values.len() + 1,
                )
            }));
            wanted.extend(self.asks_for_country().then_some((Field::Country, 0)));
            let checks = guide.before.iter().filter(|check| check.is_for(mode));
            wanted.extend(checks.map(|check| (Field::Check(check.id.clone()), 2)));
        }
        wanted.push((Field::Pilot, 2));
        let mut old = std::mem::take(&mut self.rows);
        self.rows = wanted
            .into_iter()
            .map(|(field, of)| {
                let kept = old
                    .iter()
                    .position(|row| row.field == field)
                    .map(|index| old.swap_remove(index));
                kept.unwrap_or_else(|| Row::empty(field, of))
            })
            .collect();
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
    }

    pub(super) fn set_chosen(&mut self, wanted: &Field, choice: usize) {
        for row in &mut self.rows {
            if let Value::Choice { chosen, .. } = &mut row.value
                && &row.field == wanted
            {
                *chosen = choice;
            }
        }
    }

    pub(super) fn chosen(&self, wanted: &Field) -> usize {
        self.rows
            .iter()
            .find_map(|row| match &row.value {
                Value::Choice { chosen, .. } if &row.field == wanted => Some(*chosen),
                _ => None,
            })
            .unwrap_or(0)
    }

    pub(super) fn text(&self, wanted: &Field) -> &str {
        self.rows
            .iter()
            .find_map(|row| match &row.value {
                Value::Text(editor) if &row.field == wanted => Some(editor.text()),
                _ => None,
            })
            .unwrap_or("")
    }
}

impl Row {
    pub(super) fn text(field: Field, text: &str, height: u16) -> Self {
        let mut editor = Editor::new(60, height);
        editor.set(text, text.len());
        Self {
            field,
            value: Value::Text(editor),
        }
    }

    pub(super) fn choice(field: Field, chosen: usize, of: usize) -> Self {
        Self {
            field,
            value: Value::Choice { chosen, of },
        }
    }

    fn empty(field: Field, of: usize) -> Self {
        match field {
            Field::Words => Self::text(field, "", WORD_ROWS),
            Field::Session | Field::Survey | Field::Country => Self::text(field, "", 1),
            _ => Self::choice(field, 0, of),
        }
    }
}
