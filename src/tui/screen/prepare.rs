//! The form before an interview: session, guide, mode, consent, attributes, protected words, checklist.

mod build;
mod country;
mod following;
mod survey;
mod words;

pub use build::REASONS;
pub use words::GivenWords;

use std::collections::HashMap;
use std::path::PathBuf;

use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::value::Value;
use crate::anonymise::ProtectedWords;
use crate::guide::{Asked, Guide, Mode};
use crate::language::{self, Language};
use crate::operations::protocol::Protocol;
use crate::operations::survey::Survey;
use crate::session::{Answer, PhoneReason, Session, SessionId};
use crate::tui::editor::Editor;
use crate::tui::keymap::{Command, EditCommand};

/// How many rows of the list of protected words are seen.
const WORD_ROWS: u16 = 4;

/// The form before an interview.
#[derive(Debug)]
pub struct Prepare {
    /// The guides to choose from.
    pub guides: Vec<Guide>,
    /// The rows that are shown for what is chosen so far.
    pub rows: Vec<Row>,
    /// Which row keys go to.
    pub selected: usize,
    /// What is missing, as far as it was asked for.
    pub missing: Option<Missing>,
    /// The sessions that there are.
    taken: Vec<SessionId>,
    /// The session that was prepared earlier and is taken up.
    earlier: Option<Box<Protocol>>,
    /// The first note-taker's protocol of the interview, if another keeps one beside it.
    first: Option<Box<Session>>,
    /// Protected words that were given elsewhere than in the form.
    given: ProtectedWords,
    /// What an earlier preparation had chosen.
    earlier_choices: HashMap<Field, usize>,
    /// Answers to a survey that are shown beside the questions.
    survey: Option<Survey>,
    /// Whether something was filled in by hand.
    is_touched: bool,
}

/// A row of the form.
#[derive(Debug)]
pub struct Row {
    /// What it asks.
    pub field: Field,
    /// What is filled in.
    pub value: Value,
}

/// What a row asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name of the session.
    Session,
    /// The guide.
    Guide,
    /// On site or by phone.
    Mode,
    /// Why by phone.
    Reason,
    /// The language of placeholders and questions.
    Language,
    /// A step of the consent.
    Consent(String),
    /// An attribute.
    Attribute(String),
    /// Why the interviewer is of another country than the interviewee.
    Country,
    /// A file of answers to a survey.
    Survey,
    /// The protected words.
    Words,
    /// An entry of the checklist.
    Check(String),
    /// Whether it tries out the guide.
    Pilot,
}

/// What is missing for the interview to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A name of the right form.
    SessionName,
    /// A name that is not taken.
    FreeName,
    /// A guide.
    Guide,
    /// A yes to a step that the interview cannot begin without.
    Consent,
    /// Enter in the field of the survey's file, which reads it.
    SurveyNotRead,
    /// Answers to the survey that belong to this guide and session.
    SurveyDoesNotFit,
    /// A choice, where something was typed that is none.
    Choice,
    /// Protected words; the same key once more goes on without them.
    Words,
}

/// What the form asks for.
#[derive(Debug)]
pub enum PrepareWanted {
    /// Nothing.
    Nothing,
    /// Back to the list.
    Back,
    /// Save what is prepared.
    Save(Box<Prepared>),
    /// Begin.
    Begin(Box<Prepared>),
    /// Read a file of answers to a survey.
    LoadSurvey(PathBuf),
    /// Go through the steps of the consent.
    Consent(Box<Prepared>),
}

/// A session that is ready.
#[derive(Debug)]
pub struct Prepared {
    /// Its protocol.
    pub protocol: Protocol,
    /// Whether its files have to be made.
    pub is_new: bool,
    /// Texts that were typed or read and are not searched for names yet.
    pub texts: Texts,
    /// The protected words of the form, for when it is shown again.
    pub words: GivenWords,
}

/// Texts of the form that become part of the session, once they are searched for names.
#[derive(Debug, Default)]
pub struct Texts {
    /// Why the interviewer is of another country; nothing if that was not said.
    pub country: Option<Zeroizing<String>>,
    /// What a survey said: key and answer.
    pub answers: Vec<(String, String)>,
}

/// The answers to a step of the consent, in the order in which they are offered.
pub const ANSWERS: [Option<Answer>; 4] =
    [None, Some(Answer::Yes), Some(Answer::Yes), Some(Answer::No)];

impl Prepare {
    /// An empty form.
    pub fn new(guides: Vec<Guide>, taken: &[SessionId], screen: Language) -> Self {
        let mut form = Self {
            guides,
            rows: Vec::new(),
            selected: 0,
            missing: None,
            taken: taken.to_vec(),
            earlier: None,
            first: None,
            given: ProtectedWords::default(),
            earlier_choices: HashMap::new(),
            survey: None,
            is_touched: false,
        };
        form.rows = vec![
            Row::text(Field::Session, &free_name(taken), 1),
            Row::choice(Field::Guide, 0, form.guides.len()),
            Row::choice(Field::Mode, 0, 2),
            Row::choice(Field::Language, language_index(screen), Language::ALL.len()),
        ];
        form.arrange();
        form
    }

    /// The form of a session that was prepared earlier.
    pub fn of(protocol: Protocol) -> Self {
        let header = protocol.state().header.clone();
        let mut form = Self {
            guides: vec![protocol.guide().clone()],
            rows: Vec::new(),
            selected: 0,
            missing: None,
            taken: Vec::new(),
            earlier: None,
            first: None,
            given: ProtectedWords::default(),
            earlier_choices: HashMap::new(),
            survey: None,
            is_touched: false,
        };
        form.rows = vec![
            Row::text(Field::Session, &header.id.to_string(), 1),
            Row::choice(Field::Guide, 0, 1),
            Row::choice(Field::Mode, usize::from(header.mode == Mode::Phone), 2),
            Row::choice(
                Field::Language,
                language_index(header.language),
                Language::ALL.len(),
            ),
        ];
        form.earlier = Some(Box::new(protocol));
        form.arrange();
        form.set_chosen(&Field::Pilot, usize::from(header.pilot));
        form.fill_from_earlier();
        form
    }

    /// Whether the session was prepared earlier, so that its name, guide, mode and language stand.
    pub const fn is_resumed(&self) -> bool {
        self.earlier.is_some()
    }

    /// Whether something was filled in by hand.
    pub const fn is_touched(&self) -> bool {
        self.is_touched
    }

    /// Says that the interview tries out the guide.
    pub fn mark_as_pilot(&mut self) {
        self.set_chosen(&Field::Pilot, 1);
    }

    /// Fills in what is known from elsewhere, such as the command line.
    pub fn fill_in(
        &mut self,
        session: Option<&SessionId>,
        mode: Option<Mode>,
        reason: Option<PhoneReason>,
        consent: &[String],
        words: ProtectedWords,
    ) {
        if let Some(id) = session {
            let text = id.to_string();
            for row in &mut self.rows {
                if let (Field::Session, Value::Text(editor)) = (&row.field, &mut row.value) {
                    editor.set(&text, text.len());
                }
            }
        }
        self.set_chosen(&Field::Mode, usize::from(mode == Some(Mode::Phone)));
        self.arrange();
        self.set_chosen(&Field::Reason, build::reason_index(reason));
        self.answer_yes(consent);
        self.given = words;
    }

    /// Says that these steps of the consent were answered with yes in writing.
    pub fn answer_yes(&mut self, steps: &[String]) {
        for step in steps {
            let field = Field::Consent(step.clone());
            // A yes that was given in words stays one in words.
            if ANSWERS.get(self.chosen(&field)) != Some(&Some(Answer::Yes)) {
                self.set_chosen(&field, 1);
            }
        }
    }

    /// The chosen guide.
    pub fn guide(&self) -> Option<&Guide> {
        self.guides.get(self.chosen(&Field::Guide))
    }

    /// The chosen mode.
    pub fn mode(&self) -> Mode {
        if self.chosen(&Field::Mode) == 1 {
            Mode::Phone
        } else {
            Mode::OnSite
        }
    }

    /// The chosen language.
    pub fn language(&self) -> Language {
        let index = self.chosen(&Field::Language);
        Language::ALL.get(index).copied().unwrap_or(Language::De)
    }

    /// Gives the fields of text their width.
    pub fn fit(&mut self, width: u16) {
        for row in &mut self.rows {
            let is_list = row.field == Field::Words;
            row.value.resize(width, if is_list { WORD_ROWS } else { 1 });
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::NewLine => self.is_among_words(),
            Command::Edit(EditCommand::Left | EditCommand::Right) => true,
            Command::Edit(_) => matches!(
                self.rows.get(self.selected),
                Some(Row {
                    value: Value::Text(_),
                    ..
                })
            ),
            _ => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        self.missing = None;
        let row = self.rows.get(self.selected);
        // Who types where consent stands has not asked anybody: an answer is chosen with the arrows.
        if row.is_some_and(|row| matches!(row.field, Field::Consent(_))) {
            return;
        }
        if character != ' ' && row.is_some_and(|row| matches!(row.value, Value::Choice { .. })) {
            self.missing = Some(Missing::Choice);
            return;
        }
        self.change(|value| value.type_character(character));
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, text: &str) {
        let fixed = self.is_fixed(self.selected);
        if let Some(Row {
            value: Value::Text(editor),
            ..
        }) = self.rows.get_mut(self.selected)
            && !fixed
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
        self.change(|value| value.edit(command));
    }

    /// Changes the value at hand, if it is not fixed. Other fields may be asked for another choice.
    fn change(&mut self, change: impl FnOnce(&mut Value)) {
        if self.is_fixed(self.selected) {
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
    fn arrange(&mut self) {
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

    fn set_chosen(&mut self, wanted: &Field, choice: usize) {
        for row in &mut self.rows {
            if let Value::Choice { chosen, .. } = &mut row.value
                && &row.field == wanted
            {
                *chosen = choice;
            }
        }
    }

    fn chosen(&self, wanted: &Field) -> usize {
        self.rows
            .iter()
            .find_map(|row| match &row.value {
                Value::Choice { chosen, .. } if &row.field == wanted => Some(*chosen),
                _ => None,
            })
            .unwrap_or(0)
    }

    fn text(&self, wanted: &Field) -> &str {
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
    fn text(field: Field, text: &str, height: u16) -> Self {
        let mut editor = Editor::new(60, height);
        editor.set(text, text.len());
        Self {
            field,
            value: Value::Text(editor),
        }
    }

    fn choice(field: Field, chosen: usize, of: usize) -> Self {
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

fn language_index(language: Language) -> usize {
    Language::ALL
        .iter()
        .position(|other| *other == language)
        .unwrap_or(0)
}

/// The name after the last one: the next number of the case that was named last.
fn free_name(taken: &[SessionId]) -> String {
    let Some(last) = taken.iter().max() else {
        return "A-1".to_owned();
    };
    let numbers = taken
        .iter()
        .filter(|id| id.case() == last.case())
        .map(SessionId::number);
    let next = numbers.max().unwrap_or(0).saturating_add(1);
    SessionId::of(last.case().clone(), next).map_or_else(String::new, |id| id.to_string())
}
