//! Notes that get their place later, whose words they are, and what they say in the language of the session.

use super::Protocol;
use super::draft::Keeping;
use super::keeping::Withheld;
use crate::anonymise::Boundary;
use crate::language::Language;
use crate::session::{Event, Mark, NoteId, NoteKind, TopicId};

/// How many interviewees can be told apart.
const SPEAKERS: u8 = 4;

impl Protocol {
    /// Keeps a draft as a note that gets its place later: it waits in the bin «outside the guide» of the block.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it would stand; the draft stays.
    pub fn keep_unplaced(
        &mut self,
        topic: &TopicId,
        draft: &str,
        keeping: Keeping,
    ) -> Result<Option<NoteId>, Withheld> {
        self.may_keep_of(keeping.started_ms)?;
        let Some(bin) = self.bin_of(topic) else {
            return Ok(None);
        };
        let end = draft.len();
        self.draft(topic, draft, end, Boundary::Settle, keeping.started_ms);
        let written = self.written(topic);
        let (kind, _) = NoteKind::split(written.as_str());
        let text = written.narrowed(|typed| NoteKind::split(typed).1);
        if text.is_empty() {
            self.clear_draft(topic);
            return Ok(None);
        }
        self.meant.remove(topic);
        let in_bin = self.state().drafts.get(&bin).cloned();
        let note = self.add_note(&bin, kind, text, keeping);
        self.keep_doubts(topic, note);
        if &bin != topic {
            self.clear_draft(topic);
            // A note that is kept ends its topic's draft; this one was not made of it.
            if let Some(draft) = in_bin {
                self.restore_draft(&bin, draft);
            }
        }
        self.record(Event::NoteUnplaced { note });
        self.search_learned();
        Ok(Some(note))
    }

    /// Puts a note that was kept aside, so that it gets its place later.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it stands.
    pub fn unplace(&mut self, note: NoteId) -> Result<(), Withheld> {
        let known = self.state().note(note);
        let known = known.map(|note| (note.topic.clone(), note.at_ms));
        let Some((topic, at_ms)) = known else {
            return Ok(());
        };
        let Some(bin) = self.bin_of(&topic) else {
            return Ok(());
        };
        self.may_keep_of(at_ms)?;
        if bin != topic {
            self.record(Event::NoteMoved { note, topic: bin });
        }
        self.record(Event::NoteUnplaced { note });
        Ok(())
    }

    /// Says which interviewee speaks next: the next one, and behind the last nobody in particular.
    pub fn next_speaker(&mut self) {
        self.speaker = following(self.speaker);
    }

    /// Which interviewee speaks, from 1; nothing if nobody in particular does.
    pub fn speaker(&self) -> Option<u8> {
        self.speaker
    }

    /// Says that a note is of the next interviewee, and behind the last of nobody in particular.
    pub fn change_speaker(&mut self, note: NoteId) {
        if let Some(found) = self.state().note(note) {
            let mark = Mark::Speaker(following(found.speaker));
            self.record(Event::NoteMarked { note, mark });
        }
    }

    /// Whether a note is a quotation in another language than the session's, so that it needs a translation beside it.
    pub fn is_foreign_quote(&self, note: NoteId) -> bool {
        let state = self.state();
        state
            .note(note)
            .is_some_and(|found| found.is_foreign_quote(state.header.language))
    }

    /// Whether a note is a quotation.
    pub fn is_quote(&self, note: NoteId) -> bool {
        let found = self.state().note(note);
        found.is_some_and(|found| found.kind == NoteKind::Quote)
    }

    /// Says in which language a note is.
    pub fn mark_language(&mut self, note: NoteId, language: Language) {
        let found = self.state().note(note);
        if found.is_some_and(|found| found.language != language) {
            let mark = Mark::Language(language);
            self.record(Event::NoteMarked { note, mark });
        }
    }

    /// Writes beside a quotation what it says in the language of the session; an empty text takes it away.
    pub fn translate(&mut self, note: NoteId, text: &str) {
        let text = text.trim();
        let Some(found) = self.state().note(note) else {
            return;
        };
        let before = found.translation.clone();
        let text = (!text.is_empty()).then(|| self.clean(text));
        if text != before {
            self.record(Event::NoteTranslated { note, text });
        }
    }

    /// The bin «outside the guide» of the block of a cell.
    fn bin_of(&self, topic: &TopicId) -> Option<TopicId> {
        let (_, block) = self.guide.block_of(topic.as_str())?;
        Some(TopicId::new(&block.outside()))
    }
}

fn following(speaker: Option<u8>) -> Option<u8> {
    match speaker {
        None => Some(1),
        Some(number) if number < SPEAKERS => Some(number + 1),
        Some(_) => None,
    }
}
