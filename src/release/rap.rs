//! The RAP sheet (rapid analysis): what a case says, on about a page.
//!
//! Block by block the main points of its interviews, what helps and what hinders, quotes; then what contradicts itself and
//! what is still open. Sentences that sum a cell up come first, then notes by code. A sheet shows one case, so that there
//! is none at the levels that hide cases. Source of the form: the rapid assessment procedures of Hamilton and of
//! Vindrola-Padros, which sum up each interview by the topics of the guide before they are read side by side.

mod making;

use std::collections::BTreeMap;

use super::tables::{Frame, TableRefusal, TableRequest, hides_sessions, select};
use super::{Refused, release};
use crate::analysis::{Contradiction, Count, Facts};
use crate::anonymise::CleanText;
use crate::guide::{LocalisedText, Mode};
use crate::language::Language;
use crate::session::{
    Border, Case, CaseId, CooperationType, NoteId, Progress, Session, SessionId, Stage, TopicId,
};
use making::{Making, Member};

/// The sheet of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSheet {
    frame: Frame,
    case: CaseId,
    about: Option<AboutCase>,
    interviews: Vec<SheetInterview>,
    blocks: Vec<SheetBlock>,
    contradictions: Vec<Contradiction>,
    refused: Vec<Refused>,
}

/// What the form of a case says of it, as far as the level contains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutCase {
    /// A neutral word for it; only at the working level.
    pub label: Option<CleanText>,
    /// The countries it lies in, as two capitals each.
    pub countries: Vec<String>,
    /// Over how many borders it works.
    pub border: Option<Border>,
    /// The region; only at the working level.
    pub region: Option<CleanText>,
    /// The branch; may be empty.
    pub branch: CleanText,
    /// Where in its life cycle it stands.
    pub stage: Option<Stage>,
    /// The type that the interviewers agreed on.
    pub agreed: Option<CooperationType>,
}

/// An interview of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInterview {
    /// Which session.
    pub session: SessionId,
    /// How it was held.
    pub mode: Mode,
    /// Its language.
    pub language: Language,
    /// Where it stands.
    pub progress: Progress,
    /// Attributes that an export may hold: id, value id.
    pub attributes: BTreeMap<String, String>,
    /// How many notes the level contains.
    pub notes: usize,
    /// Whether the interviewee wants to see it first and has not approved it.
    pub awaits_approval: bool,
    /// The type as this interview shows it; only at the working level.
    pub type_view: Option<CooperationType>,
    /// Its cells that are open or were not asked, in the order of the guide.
    pub open: Vec<TopicId>,
}

/// What a case says in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetBlock {
    /// The block's id.
    pub block: String,
    /// Its title; nothing if the guide does not have it.
    pub title: Option<LocalisedText>,
    /// In how many interviews one of its cells was answered, or there was nothing to say.
    pub answered: usize,
    /// The sentences that sum up its cells.
    pub summaries: Vec<SheetText>,
    /// Its codes, those of most interviews first.
    pub codes: Vec<SheetCode>,
    /// Notes without a code that says something of content.
    pub uncoded: Vec<SheetText>,
    /// What was said word by word.
    pub quotes: Vec<SheetText>,
}

/// A code in a block of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCode {
    /// The code, after merges.
    pub code: String,
    /// How it is called; nothing if the codebook does not have it.
    pub label: Option<LocalisedText>,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// In how many interviews of the case it was said.
    pub sessions: usize,
    /// In how many as something that helps.
    pub helps: usize,
    /// In how many as something that hinders.
    pub hinders: usize,
    /// The notes with it that are no quotes. A note with several codes stands with the one that comes first.
    pub notes: Vec<SheetText>,
}

/// A text of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    /// Which session.
    pub session: SessionId,
    /// Which cell.
    pub topic: TopicId,
    /// Which note; nothing for the sentence that sums a cell up.
    pub note: Option<NoteId>,
    /// The text.
    pub text: CleanText,
    /// The language it is written in.
    pub language: Language,
}

impl CaseSheet {
    /// What the sheet says of itself; the base is that of the case.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Which case.
    pub const fn case(&self) -> &CaseId {
        &self.case
    }

    /// What its form says; nothing if there is no form.
    pub const fn about(&self) -> Option<&AboutCase> {
        self.about.as_ref()
    }

    /// Its interviews.
    pub fn interviews(&self) -> &[SheetInterview] {
        &self.interviews
    }

    /// The blocks, in the order of the guide.
    pub fn blocks(&self) -> &[SheetBlock] {
        &self.blocks
    }

    /// What is worth a second look.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// The sessions that the level does not let out. They are for who makes the sheet, and part of no output.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// How many interviews it is about.
    pub const fn count(&self) -> Count {
        self.frame.base()
    }
}

/// Releases the sheets of the cases that a request asks for; `read` reads a session. A session that cannot be read or that
/// the level does not let out is in no sheet, and a case without any other has none.
///
/// # Errors
///
/// If the level holds no sheets of single cases.
pub fn release_case_sheets(
    facts: &Facts,
    cases: &[Case],
    request: &TableRequest<'_>,
    mut read: impl FnMut(&SessionId) -> Option<Session>,
) -> Result<(Vec<CaseSheet>, Vec<Refused>), TableRefusal> {
    if hides_sessions(request.level) {
        return Err(TableRefusal::OneCase(request.level));
    }
    let selection = select(facts, request)?;
    let mut sheets = Vec::new();
    let mut rest = Vec::new();
    for of_case in selection
        .sessions
        .chunk_by(|one, other| one.id.case() == other.id.case())
    {
        let mut members = Vec::new();
        let mut refused = Vec::new();
        for facts in of_case {
            let Some(session) = read(&facts.id) else {
                continue;
            };
            match release(&session, Some(request.guide), request.level) {
                Ok(released) => members.push(Member {
                    facts,
                    released,
                    type_view: session.type_view.map(|view| view.kind),
                }),
                Err(reasons) => refused.push(reasons),
            }
        }
        rest.extend(refused.iter().cloned());
        if let Some(first) = members.first() {
            let id = first.facts.id.case().clone();
            let about = cases.iter().find(|case| case.id == id);
            let making = Making::new(&selection, request, &members);
            sheets.push(making.sheet(id, about, refused));
        }
    }
    Ok((sheets, rest))
}

#[cfg(test)]
mod tests;
