//! What keys do in the form.

use time::OffsetDateTime;

use super::{Field, Missing, Prepare, PrepareWanted, Row};
use crate::language;
use crate::tui::keymap::{Command, EditCommand};
use crate::tui::screen::Value;

impl Prepare {
    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::NewLine => self.is_among_words(),
            Command::Edit(edit) => {
                let row = self.rows.get(self.selected);
                row.is_some_and(|row| row.value.applies(edit))
            }
            _ => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        self.missing = None;
        if self.is_fixed(self.selected) {
            self.missing = Some(Missing::Unfixed);
            return;
        }
        let row = self.rows.get(self.selected);
        // Who types where consent stands has not asked anybody: an answer is chosen with the arrows.
        if row.is_some_and(|row| matches!(row.field, Field::Consent(_))) {
            self.missing = Some(Missing::Answer);
            return;
        }
        if character != ' ' && row.is_some_and(|row| matches!(row.value, Value::Choice { .. })) {
            self.missing = Some(Missing::Choice);
            return;
        }
        self.drop_proposal();
        self.change(|value| value.type_character(character));
    }

    /// Empties the name of the session if keys go to it and it is still the one that the form proposes.
    fn drop_proposal(&mut self) {
        let is_proposed = self.is_proposed;
        if let Some(Row {
            field: Field::Session,
            value: Value::Text(editor),
        }) = self.rows.get_mut(self.selected)
        {
            self.is_proposed = false;
            if is_proposed {
                drop(editor.take());
            }
        }
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, text: &str) {
        if self.is_fixed(self.selected) {
            self.missing = Some(Missing::Unfixed);
            return;
        }
        self.drop_proposal();
        if let Some(Row {
            value: Value::Text(editor),
            ..
        }) = self.rows.get_mut(self.selected)
        {
            let _ = editor.insert_str(&language::sanitise(text));
            self.is_touched = true;
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> PrepareWanted {
        let asked_before = self.missing.take();
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => self.go_down(),
            Command::Accept => {
                let is_survey = matches!(
                    self.rows.get(self.selected),
                    Some(Row {
                        field: Field::Survey,
                        ..
                    })
                );
                if let Some(path) = self.survey_to_read().filter(|_| is_survey) {
                    return PrepareWanted::LoadSurvey(path);
                }
                if self.enter_begins_line() {
                    self.begin_line();
                } else {
                    self.go_down();
                }
            }
            Command::NewLine => self.begin_line(),
            Command::Edit(edit) => self.edit(edit),
            Command::Back => return PrepareWanted::Back,
            Command::PrepareOnly => match self.build(now) {
                Ok(prepared) => return PrepareWanted::Save(Box::new(prepared)),
                Err(missing) => self.missing = Some(missing),
            },
            // Whoever asks for consent is about to begin: what is said from then on may name somebody.
            Command::Consent if self.lacks_words() && asked_before != Some(Missing::Words) => {
                self.go_to_words();
                self.missing = Some(Missing::Words);
            }
            Command::Consent => match self.build(now) {
                Ok(prepared) => return PrepareWanted::Consent(Box::new(prepared)),
                Err(missing) => self.missing = Some(missing),
            },
            Command::StartInterview => match self.build_to_begin(now) {
                Ok(prepared) => return PrepareWanted::Begin(Box::new(prepared)),
                Err(missing) => self.missing = Some(missing),
            },
            _ => {}
        }
        PrepareWanted::Nothing
    }

    fn go_down(&mut self) {
        self.selected = (self.selected + 1).min(self.rows.len().saturating_sub(1));
    }

    /// An answer that an earlier preparation holds does not go back to «not asked».
    fn skip_not_asked(&mut self) {
        let Some(Row {
            field: field @ Field::Consent(_),
            value: Value::Choice { chosen, .. },
        }) = self.rows.get_mut(self.selected)
        else {
            return;
        };
        if *chosen == 0
            && self
                .earlier_choices
                .get(field)
                .is_some_and(|earlier| *earlier > 0)
        {
            *chosen = 1;
        }
    }

    fn edit(&mut self, command: EditCommand) {
        // Who moves in a proposal or erases of it means to keep the rest.
        let row = self.rows.get(self.selected);
        self.is_proposed &= row.is_none_or(|row| row.field != Field::Session);
        self.change(|value| value.edit(command));
    }

    /// Changes the value at hand, if it is not fixed. Other fields may be asked for another choice.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Value)) {
        if self.is_fixed(self.selected) {
            self.missing = Some(Missing::Unfixed);
            return;
        }
        let Some(row) = self.rows.get_mut(self.selected) else {
            return;
        };
        self.is_touched |= row.value.is_changed_by(change);
        if matches!(row.value, Value::Choice { .. }) {
            self.skip_not_asked();
            self.arrange();
        }
    }
}
