//! What comes in, and what is to be done.

use std::path::PathBuf;

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::{CodebookAnswer, CodebookOrder, Opened};
use crate::anonymise::CleanText;
use crate::guide::Guide;
use crate::operations::delivery::Order as ExportOrder;
use crate::operations::player::{Order, Report, Source};
use crate::operations::protocol::{ClockJump, Rewrite};
use crate::operations::survey::Survey;
use crate::session::{Case, CaseId, CoderSheet, Header, Recorded, Session, SessionId};
use crate::tui::screen::{
    AcrossBeside, AcrossData, CaseText, ExportStage, Question, SearchAnswer, SessionNames,
    SessionRow,
};

/// What comes in.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// A second has passed.
    Tick,
    /// The machine's clock jumped, or the machine slept.
    ClockJumped(ClockJump),
    /// The player says something.
    Player(Report),
    /// Everything up to this event is on disk for good.
    Saved(u64),
    /// The disk refused; why, in the user's language.
    NotSaved(String),
    /// The sessions of the study.
    Sessions(Vec<SessionRow>),
    /// So many percent of them have been read.
    Reading(u8),
    /// The guides of the study, and the names that sessions have, for preparing another.
    Guides(Vec<Guide>, SessionNames),
    /// A case, to be shown in its form.
    Case(Box<Case>),
    /// Answers to a survey were read, or why they could not be, in the user's language.
    Survey(Result<Survey, String>),
    /// The case in the form is on disk.
    CaseSaved,
    /// The texts of the cases were read, to search them for names.
    CaseTexts(Vec<CleanText>),
    /// A session was opened.
    Opened(Box<Opened>),
    /// The files of a new session could not be made; why, in the user's language.
    NotCreated(String),
    /// A session could not be opened; why, in the user's language.
    NotOpened(String),
    /// What the study adds to the codebook, after it was read or changed.
    Codebook(Box<CodebookAnswer>),
    /// The sheet of another coder.
    Sheet(Box<CoderSheet>),
    /// What is read across interviews, to be shown.
    Across(AcrossData),
    /// The sheet of a case.
    CaseSheet(CaseText),
    /// How far an export is, or what became of it.
    Export(ExportStage),
    /// The same after more sessions were read or some changed.
    AcrossRenewed(AcrossData),
    /// What is read beside it, when everything has been read.
    AcrossBeside(AcrossBeside),
    /// What a search found.
    Found(SearchAnswer),
    /// The index is as the sessions are.
    Indexed,
    /// The session's files are folded and its lock is free.
    Finished,
    /// The program is asked to end: write everything, and go.
    Terminate,
}

/// What is to be done.
#[derive(Debug)]
pub enum Effect {
    /// Look for the sessions of the study.
    ListSessions,
    /// Read the guides of the study.
    LoadGuides,
    /// Read a file of answers to a survey.
    LoadSurvey(PathBuf),
    /// Read a case.
    LoadCase(CaseId),
    /// Write a case.
    SaveCase(Box<Case>),
    /// Read the texts of the cases, to search them for names.
    ReadCaseTexts,
    /// Put texts in the place of those of the cases that hold a name.
    ReplaceInCases(Vec<(CleanText, CleanText)>),
    /// Open a session to work on it.
    Open(SessionId),
    /// Open a session to work on it, though it is closed.
    Complete(SessionId),
    /// Open a session to read it.
    Read(SessionId),
    /// Make the files of a new session.
    Create(Box<Header>),
    /// Write events.
    Append(Vec<Recorded>),
    /// Write the files of the sitting anew, after text was taken out for good.
    Rewrite(Box<Rewrite>),
    /// Search other protocols of the session for names that became known.
    SearchElsewhere(Box<Rewrite>),
    /// Remember that a word is no name in this study.
    Allow(String),
    /// Change what the study adds to the codebook of a guide.
    ChangeCodebook(Box<CodebookOrder>),
    /// Gather what is read across interviews.
    LoadAcross,
    /// Read the sheet of a case.
    ReadSheet(AcrossData, CaseId),
    /// Export sessions.
    Export(Box<ExportOrder>),
    /// Make ready for searching all sessions.
    OpenSearch,
    /// Search all sessions.
    Search(Question),
    /// Nothing is searched any more.
    CloseSearch,
    /// Fetch the sheet of another coder of a session.
    TakeSheet(SessionId, u8),
    /// Write the sheet of another coder.
    SaveSheet(Box<CoderSheet>),
    /// Begin to listen to a recording.
    Listen(Source),
    /// Tell the player something.
    Player(Order),
    /// Listen no longer.
    StopListening,
    /// Throw away the session, in which nothing was said.
    Discard(SessionId),
    /// Write again what the disk refused.
    Retry,
    /// Fold the session into its file and free its lock.
    Finish(Box<Session>),
    /// Free the lock of a session in which nothing was changed.
    Release,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// End the program.
    Quit,
}

impl Effect {
    /// Whether nothing of a session can be written after it.
    pub(super) const fn ends_session(&self) -> bool {
        matches!(
            self,
            Self::Finish(_) | Self::Release | Self::Discard(_) | Self::Quit
        )
    }
}
