//! The desk: one session at a time is open on it, to be worked on or read.
//!
//! Joins the study's files with the protocol that is kept. Keeps out: words for the user.

use std::fmt;
use std::sync::Arc;

use time::OffsetDateTime;

use super::guides::{self, GuideTrouble};
use super::protocol::{Protocol, Rewrite};
use crate::anonymise::{CleanText, Memory};
use crate::guide::codebook::Refused;
use crate::guide::{Additions, Codebook, CodebookChange, Guide};
use crate::session::{Case, CaseId, CoderSheet, Header, Recorded, Session, SessionId};
use crate::store::{
    Access, Answer, CoderFile, DiscardError, Journal, Purge, ReadOnly, Recovery, SaveError, Study,
    StudyError, Writer,
};

/// What became of the additions of a study to a codebook.
#[derive(Debug)]
pub struct CodebookChanged {
    /// What they were.
    pub before: Additions,
    /// What they are.
    pub after: Additions,
    /// The code that the last change was about.
    pub code: Option<String>,
}

/// Why a session cannot be put on the desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The study or the session's files.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// The guide that the session follows.
    #[error(transparent)]
    Guide(#[from] GuideTrouble),
    /// Something cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// A change of the codebook makes no sense.
    #[error(transparent)]
    Codebook(#[from] Refused),
    /// The session cannot be thrown away.
    #[error(transparent)]
    Discard(#[from] DiscardError),
    /// The case is invented, and the study no demonstration.
    #[error("the case {0} is invented and can only be read")]
    InventedCase(CaseId),
}

/// A session that was put on the desk.
#[derive(Debug)]
pub struct OnDesk {
    /// Its protocol.
    pub protocol: Protocol,
    /// What was found besides the session's file.
    pub recovery: Recovery,
    /// Why it can only be read, if so.
    pub read_only: Option<ReadOnly>,
    /// Why the study's additions to the codebook cannot be read, if so.
    pub codebook: Option<StudyError>,
    /// When its files were changed last.
    pub left_at: Option<OffsetDateTime>,
}

/// One session at a time, and the thread that writes it.
pub struct Desk {
    study: Study,
    /// Which note-taker sits at it.
    taker: u8,
    writer: Option<Writer>,
    /// The sheet of another coder, and whether its session is invented.
    sheet: Option<(CoderFile, bool)>,
    answer: Arc<dyn Fn(Answer) + Send + Sync>,
}

impl Desk {
    /// An empty desk in a study; `answer` is called by the thread that writes.
    pub fn new(study: Study, answer: impl Fn(Answer) + Send + Sync + 'static) -> Self {
        Self {
            study,
            taker: 1,
            writer: None,
            sheet: None,
            answer: Arc::new(answer),
        }
    }

    /// The desk of this note-taker, whose protocols are apart from those of the first.
    #[must_use]
    pub fn for_taker(mut self, taker: u8) -> Self {
        self.taker = taker;
        self
    }

    /// The study.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Puts a session on the desk to be worked on; what lay there is put away.
    ///
    /// # Errors
    ///
    /// If its files or its guide cannot be read.
    pub fn open(&mut self, id: &SessionId) -> Result<OnDesk, DeskError> {
        self.put_away();
        let opened = match self.taker {
            1 => self.study.open_session(id)?,
            taker => self.study.open_taker(id, taker)?,
        };
        let guide = guides::of_session(&self.study, opened.sitting.state())?;
        let changed = self.study.changed(id, self.taker);
        let left_at = changed.map(OffsetDateTime::from);
        let memory = memory_of(opened.sitting.state());
        let read_only = match opened.access {
            Access::Writable(journal) => {
                self.start(*journal);
                None
            }
            Access::ReadOnly(reason) => Some(reason),
        };
        let (additions, codebook) = self.additions_or_none(&guide.id);
        Ok(OnDesk {
            protocol: Protocol::new(guide, opened.sitting, memory)
                .with_additions(additions)
                .for_taker(self.taker),
            codebook,
            recovery: opened.recovery,
            read_only,
            left_at,
        })
    }

    /// Reads a session; nothing is put on the desk.
    ///
    /// # Errors
    ///
    /// If its files or its guide cannot be read.
    pub fn read(&self, id: &SessionId) -> Result<Protocol, DeskError> {
        let session = match self.taker {
            1 => self.study.read_session(id)?,
            taker => self.study.read_taker(id, taker)?,
        };
        let guide = guides::of_session(&self.study, &session)?;
        let memory = memory_of(&session);
        let (additions, _) = self.additions_or_none(&guide.id);
        let sitting = crate::session::Sitting::new(session);
        Ok(Protocol::new(guide, sitting, memory).with_additions(additions))
    }

    /// Puts a session on the desk that is to be. Its files are made with its first event.
    ///
    /// # Errors
    ///
    /// If there is one of this name already.
    pub fn create(&mut self, header: Header) -> Result<(), DeskError> {
        self.put_away();
        let opened = match self.taker {
            1 => self.study.new_session(header)?,
            taker => self.study.new_taker(header, taker)?,
        };
        if let Access::Writable(journal) = opened.access {
            self.start(*journal);
        }
        Ok(())
    }

    /// A case of the study; an empty one if it is not there yet.
    ///
    /// # Errors
    ///
    /// If the file of the cases cannot be read.
    pub fn case(&self, id: &CaseId) -> Result<Case, DeskError> {
        let cases = self.study.cases()?;
        let found = cases.list.into_iter().find(|case| &case.id == id);
        Ok(found.unwrap_or_else(|| Case::new(id.clone())))
    }

    /// Saves a case beside the others.
    ///
    /// # Errors
    ///
    /// If it is invented and this is no demonstration, or the file cannot be read or written.
    pub fn save_case(&self, case: Case) -> Result<(), DeskError> {
        if case.invented && !self.study.is_demonstration() {
            return Err(DeskError::InventedCase(case.id));
        }
        let mut cases = self.study.cases()?;
        match cases.list.iter_mut().find(|other| other.id == case.id) {
            Some(other) => *other = case,
            None => cases.list.push(case),
        }
        Ok(self.study.save_cases(&mut cases)?)
    }

    /// The texts of the study's cases, for searching them for names.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn case_texts(&self) -> Result<Vec<CleanText>, DeskError> {
        let mut cases = self.study.cases()?;
        let texts = cases.list.iter_mut().flat_map(Case::texts_mut);
        let texts = texts.filter(|text| !text.is_empty());
        Ok(texts.map(|text| text.clone()).collect())
    }

    /// Puts other texts in the place of those of the study's cases in which a name became known.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or written.
    pub fn replace_in_cases(&self, replaced: &[(CleanText, CleanText)]) -> Result<(), DeskError> {
        let mut cases = self.study.cases()?;
        for text in cases.list.iter_mut().flat_map(Case::texts_mut) {
            if let Some((_, clean)) = replaced.iter().find(|(named, _)| named == text) {
                text.clone_from(clean);
            }
        }
        Ok(self.study.save_cases(&mut cases)?)
    }

    /// Takes the sheet of another coder of a session; an empty one if they have none yet.
    ///
    /// # Errors
    ///
    /// If the session or the sheet cannot be read, or the session is invented and the study no demonstration.
    pub fn take_sheet(&mut self, id: &SessionId, coder: u8) -> Result<CoderSheet, DeskError> {
        let is_invented = self.study.read_session(id)?.header.invented;
        if is_invented && !self.study.is_demonstration() {
            return Err(SaveError::Invented(id.clone()).into());
        }
        let file = self.study.coder_file(id, coder)?;
        let sheet = file.sheet.clone();
        self.sheet = Some((file, is_invented));
        Ok(sheet)
    }

    /// Saves the sheet of another coder that was taken.
    ///
    /// # Errors
    ///
    /// If somebody else changed the file since, or it cannot be written.
    pub fn save_sheet(&mut self, sheet: CoderSheet) -> Result<(), DeskError> {
        let Some((file, is_invented)) = &mut self.sheet else {
            return Ok(());
        };
        file.sheet = sheet;
        Ok(self.study.save_coder_file(file, *is_invented)?)
    }

    /// What the study adds to the codebook of a guide.
    ///
    /// # Errors
    ///
    /// If its file cannot be read.
    pub fn additions(&self, guide: &str) -> Result<Additions, StudyError> {
        Ok(self.study.codebook_file(guide)?.additions)
    }

    /// Changes what the study adds to the codebook of a guide, as it stands on disk by now.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or written, or a change makes no sense. Nothing is changed then.
    pub fn change_codebook(
        &self,
        guide: &Guide,
        changes: Vec<CodebookChange>,
    ) -> Result<CodebookChanged, DeskError> {
        let mut file = self.study.codebook_file(&guide.id)?;
        let before = file.additions.clone();
        let mut code = None;
        for change in changes {
            let book = Codebook::new(guide, &file.additions);
            code = Some(file.additions.apply(change, &book)?);
        }
        self.study.save_codebook_file(&mut file)?;
        Ok(CodebookChanged {
            before,
            after: file.additions,
            code,
        })
    }

    /// The additions; none and why, if they cannot be read: a damaged file of theirs closes no session.
    fn additions_or_none(&self, guide: &str) -> (Additions, Option<StudyError>) {
        match self.additions(guide) {
            Ok(additions) => (additions, None),
            Err(error) => (Additions::default(), Some(error)),
        }
    }

    /// The words that are no names in the study.
    ///
    /// # Errors
    ///
    /// If their file cannot be read.
    pub fn allowed_words(&self) -> Result<Vec<String>, DeskError> {
        Ok(self.study.allowed_words()?.list)
    }

    /// Remembers that a word is no name in the study.
    ///
    /// # Errors
    ///
    /// If the file of such words cannot be read or written.
    pub fn allow(&self, word: String) -> Result<(), DeskError> {
        let mut words = self.study.allowed_words()?;
        if words.list.contains(&word) {
            return Ok(());
        }
        words.list.push(word);
        Ok(self.study.save_allowed_words(&mut words)?)
    }

    /// Has events written.
    pub fn append(&mut self, records: Vec<Recorded>) {
        if let Some(writer) = &mut self.writer {
            writer.append(records);
        }
    }

    /// Has the files of the sitting written anew, after text was taken out for good.
    pub fn rewrite(&mut self, rewrite: Rewrite) {
        let Some(writer) = &mut self.writer else {
            return;
        };
        writer.purge(purge_of(rewrite));
    }

    /// Has the names that became known searched for in other protocols of the session, in whose own texts they do not
    /// stand.
    pub fn search_elsewhere(&mut self, rewrite: Rewrite) {
        let Some(writer) = &mut self.writer else {
            return;
        };
        writer.search_elsewhere(purge_of(rewrite));
    }

    /// Has written again what the disk refused.
    pub fn retry(&mut self) {
        if let Some(writer) = &mut self.writer {
            writer.retry();
        }
    }

    /// Has the session folded into its file; [`Answer::Finished`] says when.
    pub fn finish(&mut self, state: Session) {
        if let Some(writer) = &mut self.writer {
            writer.finish(state);
        }
    }

    /// Throws away the session on the desk, in which nothing was said.
    ///
    /// # Errors
    ///
    /// If something was said in it, others have files of it, or the disk refuses.
    pub fn discard(&mut self, id: &SessionId) -> Result<(), DeskError> {
        self.put_away();
        Ok(self.study.discard_session(id, self.taker)?)
    }

    /// Puts away what lies on the desk: waits for what was ordered, and frees the session for others.
    pub fn put_away(&mut self) {
        self.writer = None;
    }

    fn start(&mut self, journal: Journal) {
        let answer = Arc::clone(&self.answer);
        self.writer = Some(Writer::new(journal, move |said| answer(said)));
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Desk")
            .field("study", &self.study)
            .finish_non_exhaustive()
    }
}

/// The strike that writes the files of a sitting anew.
pub(super) fn purge_of(rewrite: Rewrite) -> Purge {
    let Rewrite {
        sitting,
        replaced,
        names,
        sought,
    } = rewrite;
    Purge {
        base: sitting.base().clone(),
        events: sitting.events().to_vec(),
        search: Some(Box::new(move |text| {
            let found = replaced.iter().find(|(old, _)| old == text);
            found.map(|(_, clean)| clean.clone())
        })),
        names,
        sought,
    }
}

/// What is known of names when a session is taken up: its slots, and no name.
pub(super) fn memory_of(session: &Session) -> Memory {
    let mut memory = Memory::resume(session.header.language, &session.slots);
    for (from, into) in &session.joined {
        memory.join(*from, *into);
    }
    memory
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::study;

    #[test]
    fn a_name_is_replaced_in_every_text_of_the_cases_that_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::new(study::create(folder.path()).unwrap(), |_| {});
        assert!(desk.case_texts().unwrap().is_empty());
        let clean = |text: &str| CleanText::from_stored(text.to_owned());
        for id in ["A", "B"] {
            let mut case = Case::new(id.parse().unwrap());
            case.label = clean("Hafenbund");
            case.branch = clean("Holz");
            desk.save_case(case).unwrap();
        }
        let named = (clean("Hafenbund"), clean("[Institution 1]"));
        desk.replace_in_cases(&[named]).unwrap();
        let file = desk.study().sessions_folder().join("cases.ron");
        let written = std::fs::read_to_string(file).unwrap();
        assert!(!written.contains("Hafenbund"));
        assert_eq!(written.matches("[Institution 1]").count(), 2);
        assert_eq!(written.matches("Holz").count(), 2);
    }
}
