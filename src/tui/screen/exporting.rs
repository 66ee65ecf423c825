//! The form by which sessions leave the study: in which form, how much of them, where to; then what became of it.

use std::path::PathBuf;

use time::Date;

use super::clock::day;
use super::{Screen, Value};
use crate::export::rap::SheetFormat;
use crate::export::{Format, Options};
use crate::language::Language;
use crate::operations::delivery::{Form, Order, is_sent};
use crate::release::Level;
use crate::session::SessionId;
use crate::tui::editor::Editor;
use crate::tui::keymap::{Command, EditCommand};

/// In which form sessions can leave the study.
pub const FORMS: [Form; 16] = [
    Form::Sessions(Format::Md),
    Form::Sessions(Format::Html),
    Form::Sessions(Format::Docx),
    Form::Sessions(Format::Txt),
    Form::Sessions(Format::Csv),
    Form::Sessions(Format::Xlsx),
    Form::Sessions(Format::DocxMatrix),
    Form::Sessions(Format::Json),
    Form::Sessions(Format::Jsonl),
    Form::Sessions(Format::Vtt),
    Form::Sessions(Format::Qdpx),
    Form::Sessions(Format::Qdc),
    Form::Sheets(SheetFormat::Md),
    Form::Sheets(SheetFormat::Html),
    Form::Sheets(SheetFormat::Docx),
    Form::Sheets(SheetFormat::Text),
];

/// How many rows the keys for pages go.
const PAGE: usize = 10;

/// What a row of the form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportField {
    /// In which form.
    Form,
    /// How much.
    Level,
    /// Where to.
    Place,
    /// Until when the interviewee's answer is awaited.
    Until,
}

/// The form.
#[derive(Debug)]
pub struct ExportForm {
    /// The session; nothing for all of the study.
    pub session: Option<SessionId>,
    /// Its rows.
    pub rows: Vec<(ExportField, Value)>,
    /// The row that keys go to.
    pub selected: usize,
    /// How far it is.
    pub stage: ExportStage,
    /// How many rows what became of it is scrolled down.
    pub scrolled: usize,
    /// What was shown before, and is gone back to.
    pub under: Box<Screen>,
    /// The day on which the form is filled in.
    today: Date,
    /// Whether something was filled in.
    is_touched: bool,
}

/// How far an export is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportStage {
    /// It is being asked for.
    Asking,
    /// So many sessions of so many are read.
    Running(usize, usize),
    /// It is over: what became of it, a line each.
    Over(Vec<String>),
}

/// What the form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportWanted {
    /// Nothing.
    Nothing,
    /// Back to what was shown before.
    Back,
    /// Export.
    Export(Box<Order>),
    /// Say what is wrong with the day for the answer.
    Refused(NoDay),
    /// Say that it is not told where to.
    NoPlace,
}

/// What is wrong with the day until which an answer is awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// It is none.
    Unreadable,
    /// It has passed.
    Past,
    /// Nothing goes to an interviewee at this level in this form.
    NotSent,
}

impl ExportForm {
    /// The form for a session, or for all, on a day; documents go to this place if nothing else is typed.
    pub fn new(session: Option<SessionId>, proposed: &str, today: Date, under: Screen) -> Self {
        let mut place = Editor::new(60, 1);
        place.set(proposed, proposed.len());
        let choice = |of| Value::Choice { chosen: 0, of };
        Self {
            session,
            rows: vec![
                (ExportField::Form, choice(FORMS.len())),
                (ExportField::Level, choice(Level::ALL.len())),
                (ExportField::Place, Value::Text(place)),
                (ExportField::Until, Value::Text(Editor::new(60, 1))),
            ],
            selected: 0,
            stage: ExportStage::Asking,
            scrolled: 0,
            under: Box::new(under),
            today,
            is_touched: false,
        }
    }

    /// The form that is chosen.
    pub fn form(&self) -> Form {
        let chosen = self.chosen(ExportField::Form);
        FORMS
            .get(chosen)
            .copied()
            .unwrap_or(Form::Sessions(Format::Md))
    }

    /// The level that is chosen.
    pub fn level(&self) -> Level {
        let chosen = self.chosen(ExportField::Level);
        Level::ALL.get(chosen).copied().unwrap_or(Level::Working)
    }

    /// Gives the fields of text their width.
    pub fn fit(&mut self, width: u16) {
        for (_, value) in &mut self.rows {
            value.resize(width, 1);
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match (&self.stage, command) {
            (_, Command::Back) => !matches!(self.stage, ExportStage::Running(..)),
            (
                ExportStage::Over(_),
                Command::Up | Command::Down | Command::PageUp | Command::PageDown,
            )
            | (ExportStage::Asking, Command::Edit(EditCommand::Left | EditCommand::Right)) => true,
            (ExportStage::Running(..) | ExportStage::Over(_), _)
            | (ExportStage::Asking, Command::PageUp | Command::PageDown) => false,
            (ExportStage::Asking, Command::Edit(_)) => {
                matches!(self.rows.get(self.selected), Some((_, Value::Text(_))))
            }
            (ExportStage::Asking, _) => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        if self.stage != ExportStage::Asking {
            return;
        }
        self.change(|value| value.type_character(character));
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, pasted: &str) {
        self.change(|value| value.paste_line(pasted));
    }

    /// Does what a key asks for; documents of many sessions are in this language.
    pub fn obey(&mut self, command: Command, language: Language) -> ExportWanted {
        if !self.applies(command) {
            return ExportWanted::Nothing;
        }
        if matches!(self.stage, ExportStage::Over(_)) && command != Command::Back {
            self.scroll(command);
            return ExportWanted::Nothing;
        }
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down | Command::Accept => self.selected = (self.selected + 1).min(last),
            Command::Edit(edit) => self.change(|value| value.edit(edit)),
            Command::Back => return ExportWanted::Back,
            Command::Export if self.text(ExportField::Place).is_empty() => {
                return ExportWanted::NoPlace;
            }
            Command::Export => return self.export(language),
            _ => {}
        }
        ExportWanted::Nothing
    }

    fn export(&mut self, language: Language) -> ExportWanted {
        let until = match self.until() {
            Ok(until) => until,
            Err(no_day) => return ExportWanted::Refused(no_day),
        };
        self.stage = ExportStage::Running(0, 0);
        ExportWanted::Export(Box::new(Order {
            sessions: self.session.iter().cloned().collect(),
            form: self.form(),
            level: self.level(),
            place: PathBuf::from(self.text(ExportField::Place)),
            options: Options {
                asked: None,
                language,
                byte_order_mark: false,
            },
            until,
            show: Vec::new(),
            // Where chance begins is set when it is carried out.
            seed: 0,
        }))
    }

    /// Until when the answer is awaited; nothing if that is left open.
    ///
    /// # Errors
    ///
    /// What is wrong with the day that is typed.
    pub fn until(&self) -> Result<Option<Date>, NoDay> {
        let day = day(self.text(ExportField::Until), self.today).ok_or(NoDay::Unreadable)?;
        let goes_out =
            matches!(self.form(), Form::Sessions(format) if is_sent(format, self.level()));
        match day {
            Some(_) if !goes_out => Err(NoDay::NotSent),
            Some(day) if day < self.today => Err(NoDay::Past),
            day => Ok(day),
        }
    }

    /// How far it scrolls down is for the screen to say.
    fn scroll(&mut self, command: Command) {
        self.scrolled = match command {
            Command::Up => self.scrolled.saturating_sub(1),
            Command::Down => self.scrolled.saturating_add(1),
            Command::PageUp => self.scrolled.saturating_sub(PAGE),
            Command::PageDown => self.scrolled.saturating_add(PAGE),
            _ => self.scrolled,
        };
    }

    /// Whether something was filled in that no export came of yet.
    pub fn has_unkept(&self) -> bool {
        self.is_touched && self.stage == ExportStage::Asking
    }

    fn change(&mut self, change: impl FnOnce(&mut Value)) {
        if let Some((_, value)) = self.rows.get_mut(self.selected) {
            self.is_touched |= value.is_changed_by(change);
        }
    }

    fn chosen(&self, wanted: ExportField) -> usize {
        let mut rows = self.rows.iter();
        let found = rows.find_map(|(field, value)| match value {
            Value::Choice { chosen, .. } if *field == wanted => Some(*chosen),
            _ => None,
        });
        found.unwrap_or(0)
    }

    fn text(&self, wanted: ExportField) -> &str {
        let mut rows = self.rows.iter();
        let found = rows.find_map(|(field, value)| match value {
            Value::Text(editor) if *field == wanted => Some(editor.text().trim()),
            _ => None,
        });
        found.unwrap_or("")
    }
}
