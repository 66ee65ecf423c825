//! The screens: what each holds and what keys do on it. How they look is in `pane`.

mod across;
mod after;
mod case;
mod clock;
mod closing;
mod code_line;
mod codebook;
mod consent;
mod doubts;
mod exporting;
mod interview;
mod names;
mod picking;
mod player;
mod prepare;
mod review;
mod search;
mod start;
mod strike_words;
mod translation;
mod value;

pub use across::{
    Across, AcrossBeside, AcrossData, AcrossGroup, AcrossView, AcrossWanted, CaseText, FilterEntry,
    Target,
};
pub use after::{
    APPROVAL_STEPS, After, AfterField, AfterNotice, AfterRow, AfterWanted, ApprovalChoice,
};
pub use case::{BORDERS, CaseField, CaseForm, CaseWanted, ELIGIBILITIES, STAGES, TYPES};
pub use clock::{ClockField, ClockForm};
pub use closing::{Closing, ClosingWanted, Refusal};
pub use code_line::{CodeEntry, CodeLine, CodeScope, CodeWanted, Coder};
pub use codebook::{CodebookDoing, CodebookSaid, CodebookScreen, CodebookWanted};
pub use consent::{Asked, Consent, ConsentWanted};
pub use doubts::{Doubts, DoubtsWanted, Under};
pub use exporting::{ExportField, ExportForm, ExportStage, ExportWanted, FORMS, NoDay};
pub use interview::{
    Choice, Choosing, FieldCodeWish, Interview, ListKey, MINUTES, Notice, Outcome, PlayerWanted,
    Playing, ReplacedIn, Shorthand, Stays,
};
pub use names::{Names, waiting_names};
pub use picking::Picking;
pub use player::{PlayerForm, PlayerFormWanted};
pub use prepare::{
    Field, GivenWords, Missing, Prepare, PrepareWanted, Prepared, REASONS, Row, SessionNames,
};
pub use review::{Review, ReviewWanted};
pub use search::{
    Answer as SearchAnswer, MOST as MOST_HITS, Outcome as SearchOutcome, Question, Search,
    SearchWanted,
};
pub use start::{Known, SessionRow, Start, StartWanted};
pub use strike_words::StrikeWords;
pub use translation::Translation;
pub use value::Value;

use super::editor::{Edit, Editor};
use super::keymap::{EditCommand, Place};

/// What is shown.
#[derive(Debug)]
pub enum Screen {
    /// The list of sessions.
    Start(Start),
    /// The form before an interview.
    Prepare(Box<Prepare>),
    /// The form of a case.
    Case(Box<CaseForm>),
    /// The slots of a session and what they stand for.
    Names(Box<Names>),
    /// The words that are not settled.
    Doubts(Box<Doubts>),
    /// The steps of the consent.
    Consent(Box<Consent>),
    /// The clock of the interview.
    Clock(Box<ClockForm>),
    /// Which recording is listened to.
    Player(Box<PlayerForm>),
    /// The interview.
    Interview(Box<Interview>),
    /// Words whose texts are to be struck.
    StrikeWords(Box<StrikeWords>),
    /// What a quotation says in the language of the session.
    Translation(Box<Translation>),
    /// What is open before closing.
    Closing(Box<Closing>),
    /// What is done after the interview.
    After(Box<After>),
    /// A session that is read.
    Review(Box<Review>),
    /// The codebook of its guide.
    Codebook(Box<CodebookScreen>),
    /// What is read across interviews.
    Across(Box<Across>),
    /// The form by which sessions leave the study.
    Export(Box<ExportForm>),
    /// The search over all sessions.
    Search(Box<Search>),
}

impl Screen {
    /// Where keys are pressed.
    pub const fn place(&self) -> Place {
        match self {
            Self::Start(_) => Place::Start,
            Self::Prepare(_) => Place::Prepare,
            Self::Case(_) => Place::Case,
            Self::Names(_) => Place::Names,
            Self::Doubts(_) => Place::Doubts,
            Self::Interview(interview) => interview.place(),
            Self::Consent(_) => Place::Consent,
            Self::Clock(_) => Place::Clock,
            Self::Player(_) => Place::Player,
            Self::StrikeWords(_) => Place::StrikeWords,
            Self::Translation(_) => Place::Translation,
            Self::Closing(_) => Place::Closing,
            Self::After(_) => Place::After,
            Self::Review(review) => review.place(),
            Self::Codebook(codebook) => codebook.place(),
            Self::Across(across) => across.place(),
            Self::Export(_) => Place::Exporting,
            Self::Search(_) => Place::Searching,
        }
    }

    /// Whether something is filled in that leaving the screen would drop.
    pub fn has_unkept(&self) -> bool {
        match self {
            Self::Prepare(form) => form.is_touched(),
            Self::Case(form) => form.is_touched(),
            Self::Player(form) => form.has_unkept(),
            Self::StrikeWords(strike) => !strike.field.is_empty(),
            Self::Translation(translation) => translation.has_unkept(),
            Self::After(after) => after.has_unkept(),
            Self::Codebook(codebook) => codebook.has_unkept(),
            Self::Export(form) => form.has_unkept(),
            // What is typed there is kept as it is left, or is nothing that is filled in.
            Self::Start(_)
            | Self::Names(_)
            | Self::Doubts(_)
            | Self::Interview(_)
            | Self::Consent(_)
            | Self::Clock(_)
            | Self::Closing(_)
            | Self::Review(_)
            | Self::Across(_)
            | Self::Search(_) => false,
        }
    }

    /// The interview that is going on, also under what is laid over it.
    pub const fn interview(&self) -> Option<&Interview> {
        match self {
            Self::Interview(interview) => Some(interview),
            Self::Names(names) => Some(&names.interview),
            Self::Doubts(doubts) => Some(&doubts.interview),
            Self::StrikeWords(strike) => Some(&strike.interview),
            Self::Translation(translation) => Some(&translation.interview),
            Self::Consent(consent) => Some(&consent.interview),
            Self::Clock(form) => Some(&form.interview),
            Self::Player(form) => Some(&form.interview),
            Self::Closing(closing) => Some(&closing.interview),
            Self::After(after) => Some(&after.interview),
            Self::Start(_)
            | Self::Prepare(_)
            | Self::Case(_)
            | Self::Review(_)
            | Self::Codebook(_)
            | Self::Across(_)
            | Self::Export(_)
            | Self::Search(_) => None,
        }
    }

    /// The interview that is going on, also under what is laid over it.
    pub const fn interview_mut(&mut self) -> Option<&mut Interview> {
        match self {
            Self::Interview(interview) => Some(interview),
            Self::Names(names) => Some(&mut names.interview),
            Self::Doubts(doubts) => Some(&mut doubts.interview),
            Self::StrikeWords(strike) => Some(&mut strike.interview),
            Self::Translation(translation) => Some(&mut translation.interview),
            Self::Consent(consent) => Some(&mut consent.interview),
            Self::Clock(form) => Some(&mut form.interview),
            Self::Player(form) => Some(&mut form.interview),
            Self::Closing(closing) => Some(&mut closing.interview),
            Self::After(after) => Some(&mut after.interview),
            Self::Start(_)
            | Self::Prepare(_)
            | Self::Case(_)
            | Self::Review(_)
            | Self::Codebook(_)
            | Self::Across(_)
            | Self::Export(_)
            | Self::Search(_) => None,
        }
    }

    /// The interview out of the screen.
    ///
    /// # Errors
    ///
    /// The screen itself, if no interview is going on.
    pub fn into_interview(self) -> Result<Box<Interview>, Self> {
        match self {
            Self::Interview(interview) => Ok(interview),
            Self::Names(names) => Ok(names.interview),
            Self::Doubts(doubts) => Ok(doubts.interview),
            Self::StrikeWords(strike) => Ok(strike.into_interview()),
            Self::Translation(translation) => Ok(translation.interview),
            Self::Consent(consent) => Ok(consent.interview),
            Self::Clock(form) => Ok(form.interview),
            Self::Player(form) => Ok(form.interview),
            Self::Closing(closing) => Ok(closing.interview),
            Self::After(after) => Ok(after.interview),
            other => Err(other),
        }
    }
}

/// Does in a text what a key asks for.
pub(crate) fn edit_text(editor: &mut Editor, command: EditCommand) -> Edit {
    match command {
        EditCommand::Left => editor.move_left(),
        EditCommand::Right => editor.move_right(),
        EditCommand::Up => editor.move_up(),
        EditCommand::Down => editor.move_down(),
        EditCommand::WordLeft => editor.word_left(),
        EditCommand::WordRight => editor.word_right(),
        EditCommand::Home => editor.home(),
        EditCommand::End => editor.end(),
        EditCommand::TextStart => editor.text_start(),
        EditCommand::TextEnd => editor.text_end(),
        EditCommand::Backspace => editor.backspace(),
        EditCommand::Delete => editor.delete(),
        EditCommand::DeleteWordBack => editor.delete_word_back(),
        EditCommand::DeleteWordForward => editor.delete_word_forward(),
        EditCommand::DeleteLine => editor.delete_line(),
    }
}
