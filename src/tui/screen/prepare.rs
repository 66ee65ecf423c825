//! The form before an interview: session, guide, mode, consent, attributes, protected words, checklist.

mod build;
mod country;
mod following;
mod keys;
mod rows;
mod survey;
mod words;

pub use build::REASONS;
pub use words::GivenWords;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::value::Value;
use crate::anonymise::ProtectedWords;
use crate::guide::{Guide, Mode};
use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::operations::survey::Survey;
use crate::session::{Answer, PhoneReason, Session, SessionId};

/// How many rows of the list of protected words are seen.
const WORD_ROWS: u16 = 4;

/// The names of sessions that a new one does not get.
#[derive(Debug, Default)]
pub struct SessionNames {
    /// Those of the sessions that there are.
    pub taken: Vec<SessionId>,
    /// All that were ever given, those of withdrawn sessions and of other note-takers' protocols among them: the form
    /// proposes a number behind them.
    pub given: Vec<SessionId>,
}

/// The form before an interview.
#[derive(Debug)]
pub struct Prepare {
    /// The guides to choose from.
    pub guides: Vec<Arc<Guide>>,
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
    /// Whether the name of the session is one that was filled in without a key, which the first character gives way to.
    is_proposed: bool,
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
    /// An answer of the consent, chosen with the arrows, where something was typed.
    Answer,
    /// A row that can be changed, where something was typed into one that is fixed.
    Unfixed,
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
    pub fn new(guides: Vec<Guide>, names: SessionNames, screen: Language) -> Self {
        let mut form = Self {
            guides: guides.into_iter().map(Arc::new).collect(),
            rows: Vec::new(),
            selected: 0,
            missing: None,
            taken: names.taken,
            earlier: None,
            first: None,
            given: ProtectedWords::default(),
            earlier_choices: HashMap::new(),
            survey: None,
            is_touched: false,
            is_proposed: true,
        };
        form.rows = vec![
            Row::text(Field::Session, &free_name(&names.given), 1),
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
            guides: vec![Arc::clone(protocol.shared_guide())],
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
            is_proposed: false,
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

    /// Whether the first character that is typed takes the place of the name of the session.
    pub const fn is_name_proposed(&self) -> bool {
        self.is_proposed
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
        self.shared_guide().map(Arc::as_ref)
    }

    /// The same, for whoever goes on with it.
    pub(super) fn shared_guide(&self) -> Option<&Arc<Guide>> {
        self.guides.get(self.chosen(&Field::Guide))
    }

    /// Offers further guides behind those that are there.
    pub fn add_guides(&mut self, guides: Vec<Guide>) {
        self.guides.extend(guides.into_iter().map(Arc::new));
        let offered = self.guides.len();
        for row in &mut self.rows {
            if let (Field::Guide, Value::Choice { of, .. }) = (&row.field, &mut row.value) {
                *of = offered;
            }
        }
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
}

fn language_index(language: Language) -> usize {
    Language::ALL
        .iter()
        .position(|other| *other == language)
        .unwrap_or(0)
}

/// The name after the last one: the next number of the case that was named last.
fn free_name(given: &[SessionId]) -> String {
    let Some(last) = given.iter().max() else {
        return "A-1".to_owned();
    };
    let numbers = given
        .iter()
        .filter(|id| id.case() == last.case())
        .map(SessionId::number);
    let next = numbers.max().unwrap_or(0).saturating_add(1);
    SessionId::of(last.case().clone(), next).map_or_else(String::new, |id| id.to_string())
}
