//! What is done after an interview: postscript, type, approval, deletion of the recordings, checklist.

mod false_finds;
mod fields;

use time::{Date, OffsetDateTime};

use crate::anonymise::Boundary;
use crate::language;
use crate::session::NoteId;
use crate::tui::editor::{Edit, Editor};
use crate::tui::keymap::{Command, EditCommand};

use super::Interview;
use super::value::Value;

pub use fields::{APPROVAL_STEPS, ApprovalChoice};

/// What is done after an interview.
#[derive(Debug)]
pub struct After {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The rows, with what is filled in.
    pub rows: Vec<AfterRow>,
    /// Which row keys go to.
    pub selected: usize,
    /// What the last key could not do, or did.
    pub notice: Option<AfterNotice>,
    /// The day on which the form is filled in.
    pub today: Date,
}

/// A row of the form.
#[derive(Debug)]
pub struct AfterRow {
    /// What it asks.
    pub field: AfterField,
    /// What is filled in.
    pub value: Value,
}

/// What a row asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AfterField {
    /// A field of the postscript.
    Postscript(String),
    /// In which languages the notes are; the program fills it in.
    Languages,
    /// How good the notes are; the program fills it in.
    Quality,
    /// An attribute that is noted after the interview.
    Attribute(String),
    /// The type of the cooperation as this interview shows it.
    Type,
    /// The notes that support the type.
    Support,
    /// A step of the approval, which Enter takes.
    Approval,
    /// On which day the step was taken; today if nothing is filled in.
    StepDay,
    /// Until when an answer counts as in time.
    Until,
    /// Why the protocol is released though no answer came.
    Reason,
    /// By which day the recordings are to be deleted.
    Promised,
    /// Whether the recordings are deleted.
    Deleted,
    /// An entry of the checklist.
    Check(String),
}

/// What a key could not do, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterNotice {
    /// This is no date.
    NoDate,
    /// This day has not come yet.
    DayToCome,
    /// A number is that of no note.
    NoSuchNote(NoteId),
    /// What was typed is no list of numbers of notes.
    NoNumbers,
    /// The time for an answer has not passed, so that nothing is released without it.
    NotExpired,
    /// What was typed is none of the choices.
    Choice,
    /// This needs a reason.
    NeedsReason,
    /// A step of the approval was taken.
    StepTaken,
}

/// What the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterWanted {
    /// Nothing.
    Nothing,
    /// Show the notes, to complete them.
    Notes,
    /// Show what is not settled.
    Doubts,
    /// Show the slots.
    Names,
    /// Back to the list of sessions.
    Back,
}

impl After {
    /// What is to be done after an interview, on this day.
    pub fn new(mut interview: Box<Interview>, now: OffsetDateTime) -> Self {
        interview.settle();
        let today = now.date();
        let rows = fields::rows(&mut interview.protocol);
        let mut after = Self {
            interview,
            rows,
            selected: 0,
            notice: None,
            today,
        };
        for index in 0..after.rows.len() {
            after.label_markers(index);
        }
        after
    }

    /// Gives the fields of text their width.
    pub fn fit(&mut self, width: u16) {
        for row in &mut self.rows {
            if let Value::Text(editor) = &mut row.value {
                let rows = match row.field {
                    AfterField::Postscript(_) => u16::try_from(editor.row_count()).unwrap_or(1),
                    _ => 1,
                };
                editor.resize(width, rows.clamp(1, 4));
            }
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Edit(edit) => {
                let row = self.rows.get(self.selected);
                row.is_some_and(|row| row.value.applies(edit))
            }
            Command::Doubts => self.interview.protocol.unsettled_count() > 0,
            Command::Names => !self.interview.protocol.state().slots.is_empty(),
            Command::TakeBack => self.has_replaced(),
            Command::Undo => self.can_undo(),
            _ => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        self.forget_said();
        self.interview.go_on_behind_taken_back();
        let Some(row) = self.rows.get_mut(self.selected) else {
            return;
        };
        match &mut row.value {
            Value::Text(editor) => {
                let mut buffer = [0; 4];
                let typed = language::sanitise(character.encode_utf8(&mut buffer));
                let edit = typed
                    .chars()
                    .next()
                    .map_or(Edit::Nothing, |typed| editor.insert_char(typed));
                self.after_edit(edit);
            }
            Value::Choice { chosen, of } if character == ' ' => {
                *chosen = (*chosen + 1) % (*of).max(1);
                self.choose();
            }
            Value::Choice { .. } => self.notice = Some(AfterNotice::Choice),
        }
    }

    /// Text from the clipboard; searched before it is shown.
    pub fn paste(&mut self, text: &str) {
        self.forget_said();
        self.interview.go_on_behind_taken_back();
        let Some(row) = self.rows.get_mut(self.selected) else {
            return;
        };
        if let Value::Text(editor) = &mut row.value {
            let _ = editor.insert_str(&language::sanitise(text).replace('\n', " "));
            self.search(Boundary::Settle);
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> AfterWanted {
        self.forget_said();
        self.today = now.date();
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => {
                self.keep_row();
                self.selected = self.selected.saturating_sub(1);
            }
            Command::Down => {
                self.keep_row();
                self.selected = (self.selected + 1).min(last);
            }
            Command::Accept => self.accept(now),
            Command::Edit(edit) => {
                self.interview.go_on_behind_taken_back();
                self.edit(edit);
            }
            Command::TakeBack => self.take_back(),
            Command::Undo => self.undo(),
            Command::Names => {
                self.keep_row();
                return AfterWanted::Names;
            }
            Command::ToNotes => {
                self.keep_row();
                return AfterWanted::Notes;
            }
            Command::Doubts => {
                self.keep_row();
                return AfterWanted::Doubts;
            }
            Command::Back => {
                self.keep_row();
                return AfterWanted::Back;
            }
            _ => {}
        }
        AfterWanted::Nothing
    }

    /// Whether something is filled in that leaving would drop: a step of the approval that was not taken, or what could
    /// not be understood.
    pub fn has_unkept(&self) -> bool {
        let has_reason = self
            .editor(&AfterField::Reason)
            .is_some_and(|editor| !editor.is_empty());
        let is_fault = |row: &AfterRow| self.fault(row).is_some();
        has_reason || self.chosen(&AfterField::Approval) > 0 || self.rows.iter().any(is_fault)
    }

    /// Keeps what is filled in, so that nothing is held back.
    pub fn settle(&mut self) {
        self.keep_row();
    }

    /// Forgets what was said of the key before.
    fn forget_said(&mut self) {
        self.notice = None;
        self.interview.notice = None;
    }

    fn accept(&mut self, now: OffsetDateTime) {
        let last = self.rows.len().saturating_sub(1);
        match self.rows.get(self.selected).map(|row| &row.field) {
            Some(AfterField::Approval) => self.take_step(now),
            // The days belong to the step that is chosen; they are noted with it.
            Some(AfterField::Until) if self.is_sending() => self.take_step(now),
            Some(AfterField::StepDay) if self.chosen(&AfterField::Approval) > 0 => {
                self.take_step(now);
            }
            Some(AfterField::Check(_)) => self.type_character(' '),
            Some(_) => {
                self.keep_row();
                if self.notice.is_none() {
                    self.selected = (self.selected + 1).min(last);
                }
            }
            None => {}
        }
    }

    fn edit(&mut self, command: EditCommand) {
        let Some(row) = self.rows.get_mut(self.selected) else {
            return;
        };
        match &mut row.value {
            Value::Text(editor) => {
                let edit = super::edit_text(editor, command);
                self.after_edit(edit);
            }
            Value::Choice { chosen, of } => {
                let of = (*of).max(1);
                match command {
                    EditCommand::Left => *chosen = (*chosen + of - 1) % of,
                    EditCommand::Right => *chosen = (*chosen + 1) % of,
                    _ => return,
                }
                self.choose();
            }
        }
    }

    fn after_edit(&mut self, edit: Edit) {
        if edit == Edit::Boundary {
            self.search(Boundary::Word);
        }
    }

    /// Searches a field of the postscript, and writes what may be written of it.
    fn search(&mut self, boundary: Boundary) {
        let Some(AfterRow {
            field: AfterField::Postscript(field),
            value: Value::Text(editor),
        }) = self.rows.get_mut(self.selected)
        else {
            return;
        };
        let drafted = self.interview.protocol.draft_postscript(
            field,
            editor.text(),
            editor.cursor(),
            boundary,
        );
        self.interview.held = drafted.held;
        let is_changed = drafted.text != editor.text();
        if is_changed {
            editor.replace_all(&drafted.text, drafted.cursor);
        }
        editor.set_suspected(drafted.doubtful);
        if is_changed {
            self.label_markers(self.selected);
        }
    }

    pub(super) fn label_markers(&mut self, index: usize) {
        let Some(Value::Text(editor)) = self.rows.get_mut(index).map(|row| &mut row.value) else {
            return;
        };
        let markers = editor.text().chars();
        let markers = markers.filter(|character| language::is_marker(*character));
        let protocol = &self.interview.protocol;
        let labels: Vec<(char, String)> = markers
            .filter_map(|marker| Some((marker, protocol.label(marker)?)))
            .collect();
        editor.set_labels(labels);
    }

    fn editor(&self, wanted: &AfterField) -> Option<&Editor> {
        self.rows.iter().find_map(|row| match &row.value {
            Value::Text(editor) if &row.field == wanted => Some(editor),
            _ => None,
        })
    }

    fn chosen(&self, wanted: &AfterField) -> usize {
        let mut rows = self.rows.iter();
        rows.find_map(|row| match &row.value {
            Value::Choice { chosen, .. } if &row.field == wanted => Some(*chosen),
            _ => None,
        })
        .unwrap_or(0)
    }
}
