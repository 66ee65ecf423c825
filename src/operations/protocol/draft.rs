//! What is being typed: searched for names at each boundary, and written up to the safe point.

use std::ops::Range;

use std::fmt;

use super::Protocol;
use super::doubts::{Masks, Place};
use super::keeping::Withheld;
use crate::anonymise::{Boundary, CleanText, redact};
use crate::language::Language;
use crate::session::{
    Age, Draft, Event, Note, NoteId, NoteKind, Origin, Prompting, Purpose, TopicId, Voice,
};

/// A draft after it was searched.
#[derive(Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The text, with markers in place of names.
    pub text: String,
    /// Where the cursor stands in it, in bytes.
    pub cursor: usize,
    /// How many words are held back from the disk.
    pub held: usize,
    /// Where something doubtful stands in the text, in bytes.
    pub doubtful: Vec<Range<usize>>,
}

impl fmt::Debug for Drafted {
    /// Shows no text: what is held back or doubtful may be a name.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Drafted({} bytes, {} held)",
            self.text.len(),
            self.held
        )
    }
}

/// A draft that was searched and of which nothing was written yet.
struct Searched {
    drafted: Drafted,
    /// What of it may be written, names replaced.
    written: CleanText,
    /// Whether a part of a name may have been written before.
    purge: bool,
}

/// How a draft becomes a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// Milliseconds since the interview began, at the first keystroke.
    pub started_ms: u64,
    /// The language it is written in.
    pub language: Language,
    /// Whether the interviewee came to it unasked.
    pub prompting: Prompting,
    /// Where it comes from.
    pub origin: Origin,
    /// How long after the talk it is written.
    pub age: Age,
}

impl Protocol {
    /// Searches a draft and lets what may be written happen: of a draft that began at a moment from which nothing is kept,
    /// nothing, so that all of it is held back.
    pub fn draft(
        &mut self,
        topic: &TopicId,
        draft: &str,
        cursor: usize,
        boundary: Boundary,
        started_ms: u64,
    ) -> Drafted {
        if self.may_write_draft(topic, started_ms).is_ok() {
            return self.draft_of_no_moment(topic, draft, cursor, boundary, started_ms);
        }
        let searched = self.search_draft(topic, draft, cursor, boundary);
        let withheld = self.withhold_draft(topic, started_ms, &searched);
        let mut drafted = searched.drafted;
        drafted.held += withheld;
        drafted
    }

    /// Searches a draft of what stands at no moment of the interview, and lets what may be written happen.
    pub(super) fn draft_of_no_moment(
        &mut self,
        topic: &TopicId,
        draft: &str,
        cursor: usize,
        boundary: Boundary,
        started_ms: u64,
    ) -> Drafted {
        let searched = self.search_draft(topic, draft, cursor, boundary);
        let splice = Splice::between(&self.written(topic), &searched.written);
        if searched.purge && self.has_draft(topic) {
            // A part of the name may be on disk already: all pieces of the draft go, and it is written anew.
            self.forget_draft(topic);
            self.edit_draft(topic, started_ms, Splice::whole(searched.written));
        } else if splice.remove > 0 || !splice.insert.is_empty() {
            self.edit_draft(topic, started_ms, splice);
        }
        searched.drafted
    }

    /// Whether words of a draft that began then may be written. The sentence of a cell stands at no moment.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it began.
    pub fn may_write_draft(&self, topic: &TopicId, started_ms: u64) -> Result<(), Withheld> {
        match self.purpose_of(topic) {
            Purpose::Sentence => Ok(()),
            Purpose::Note(_) | Purpose::Change(_) => self.may_keep_of(started_ms),
        }
    }

    fn search_draft(
        &mut self,
        topic: &TopicId,
        draft: &str,
        cursor: usize,
        boundary: Boundary,
    ) -> Searched {
        self.settle_names();
        let purpose = self.purpose_of(topic);
        self.mean(topic, purpose);
        let redaction = redact(draft, cursor, boundary, &mut self.memory);
        let purge = redaction.must_purge();
        self.note_findings(redaction.added, &redaction.findings);
        let masked = Masks::new(&redaction.written, redaction.doubts);
        self.ledger.set(Place::Draft(topic.clone()), masked);
        self.remember_typed(Place::Draft(topic.clone()), &redaction.text);
        Searched {
            drafted: Drafted {
                text: redaction.text,
                cursor: redaction.cursor,
                held: redaction.held.words,
                doubtful: redaction.doubtful,
            },
            written: redaction.written,
            purge,
        }
    }

    /// Adds nothing to what is written of a draft, but takes out of it what does not stand there any more, or may be a part
    /// of a name. Returns how many words that could be written are not.
    fn withhold_draft(&mut self, topic: &TopicId, started_ms: u64, searched: &Searched) -> usize {
        let splice = Splice::between(&self.written(topic), &searched.written);
        let withheld = if searched.purge && self.has_draft(topic) {
            self.forget_draft(topic);
            searched.written.clone()
        } else {
            let (removal, withheld) = splice.parted();
            if removal.remove > 0 {
                self.edit_draft(topic, started_ms, removal);
            }
            withheld
        };
        withheld.as_str().split_whitespace().count()
    }

    /// Keeps a draft as a note. An empty one becomes none.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it would stand; the draft stays.
    pub fn keep(
        &mut self,
        topic: &TopicId,
        draft: &str,
        keeping: Keeping,
    ) -> Result<Option<NoteId>, Withheld> {
        let started_ms = keeping.started_ms;
        self.may_keep_of(started_ms)?;
        let drafted = self.draft(topic, draft, draft.len(), Boundary::Settle, started_ms);
        let written = self.written(topic);
        let (kind, _) = NoteKind::split(written.as_str());
        let text = written.narrowed(|typed| NoteKind::split(typed).1);
        if text.is_empty() {
            self.clear_draft(topic);
            return Ok(None);
        }
        self.meant.remove(topic);
        let id = self.add_note(topic, kind, text, keeping);
        self.keep_doubts(topic, id);
        self.remember_typed(Place::Note(id), &drafted.text);
        self.search_learned();
        Ok(Some(id))
    }

    /// Adds a note, and searches where it meets those beside it for names that only stand there together.
    pub(super) fn add_note(
        &mut self,
        topic: &TopicId,
        kind: NoteKind,
        text: CleanText,
        keeping: Keeping,
    ) -> NoteId {
        let id = self.state().next_note(self.taker);
        let neighbours = self.neighbours(topic);
        self.record(Event::NoteKept(Box::new(Note {
            id,
            topic: topic.clone(),
            also_in: Vec::new(),
            kind,
            text,
            at_ms: keeping.started_ms,
            origin: keeping.origin,
            language: keeping.language,
            prompting: keeping.prompting,
            age: keeping.age,
            revised: None,
            translation: None,
            speaker: self.speaker,
            polarity: None,
            voice: Voice::Own,
            codes: Vec::new(),
        })));
        for neighbour in neighbours {
            self.search_seam(neighbour, id);
        }
        id
    }

    /// What the draft of a topic becomes when it is kept.
    pub fn purpose_of(&self, topic: &TopicId) -> Purpose {
        let written = self.state().drafts.get(topic);
        let meant = self.meant.get(topic).copied();
        match meant.or_else(|| written.map(|draft| draft.purpose)) {
            // Undo can take a note away that is being changed.
            Some(Purpose::Change(note)) if self.state().note(note).is_none() => Purpose::default(),
            purpose => purpose.unwrap_or_default(),
        }
    }

    /// Says what the draft of a topic becomes when it is kept.
    pub(super) fn mean(&mut self, topic: &TopicId, purpose: Purpose) {
        let written = self.state().drafts.get(topic);
        let is_usual = |purpose| purpose == Purpose::default();
        if is_usual(purpose) && written.is_none_or(|draft| is_usual(draft.purpose)) {
            self.meant.remove(topic);
        } else {
            self.meant.insert(topic.clone(), purpose);
        }
    }

    /// Says whether the interviewee comes unasked to the note that is written in a topic.
    pub fn prompt(&mut self, topic: &TopicId, prompting: Prompting) {
        let purpose = Purpose::Note(prompting);
        let before = self.purpose_of(topic);
        if !before.is_note() || before == purpose {
            return;
        }
        self.mean(topic, purpose);
        if let Some(draft) = self.state().drafts.get(topic) {
            let (started_ms, text) = (draft.started_ms, draft.text.clone());
            self.edit_draft(topic, started_ms, Splice::between(&text, &text));
        }
    }

    /// Empties a topic's draft.
    pub fn clear_draft(&mut self, topic: &TopicId) {
        self.meant.remove(topic);
        self.ledger.forget(&Place::Draft(topic.clone()));
        if self.state().drafts.contains_key(topic) {
            self.edit_draft(topic, 0, Splice::whole(CleanText::empty()));
        }
    }

    /// Whether something of a topic's draft is written.
    pub fn has_draft(&self, topic: &TopicId) -> bool {
        self.state().drafts.contains_key(topic)
    }

    /// What of a topic's draft is written.
    pub(super) fn written(&self, topic: &TopicId) -> CleanText {
        self.state()
            .drafts
            .get(topic)
            .map_or_else(CleanText::empty, |draft| draft.text.clone())
    }

    pub(super) fn edit_draft(&mut self, topic: &TopicId, started_ms: u64, splice: Splice) {
        self.record(Event::DraftEdited {
            topic: topic.clone(),
            started_ms,
            at: splice.at,
            remove: splice.remove,
            insert: splice.insert,
            purpose: self.purpose_of(topic),
        });
    }

    /// Puts a draft back that was ended by something else.
    pub(super) fn restore_draft(&mut self, topic: &TopicId, draft: Draft) {
        self.mean(topic, draft.purpose);
        self.edit_draft(topic, draft.started_ms, Splice::whole(draft.text));
    }

    fn forget_draft(&mut self, topic: &TopicId) {
        let recorded = self.sitting.strike_draft(topic);
        self.records.push(recorded);
        self.rewrite = true;
    }

    /// The notes with which a note in `topic` could make a name: the last one kept, and the last one of the cell.
    fn neighbours(&self, topic: &TopicId) -> Vec<NoteId> {
        let last = self.state().notes.last().map(|note| note.id);
        let last_here = self.state().notes_in(topic).last().map(|note| note.id);
        let mut neighbours: Vec<NoteId> = last.into_iter().chain(last_here).collect();
        neighbours.dedup();
        neighbours
    }
}

/// A change of a text: `remove` characters from character `at` give way to `insert`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    at: usize,
    remove: usize,
    insert: CleanText,
}

impl Splice {
    /// The change that replaces everything.
    pub(super) fn whole(insert: CleanText) -> Self {
        Self {
            at: 0,
            remove: usize::MAX,
            insert,
        }
    }

    /// The change that only takes out, and what it does not put in.
    fn parted(self) -> (Self, CleanText) {
        let removal = Self {
            insert: CleanText::empty(),
            ..self
        };
        (removal, self.insert)
    }

    /// The smallest single change of whole words that turns one text into the other.
    ///
    /// A piece of a word could be a name that the whole word is not, and would stand in the journal as a word.
    fn between(old: &CleanText, new: &CleanText) -> Self {
        let old_text: Vec<char> = old.as_str().chars().collect();
        let new_text: Vec<char> = new.as_str().chars().collect();
        let same = |(left, right): &(&char, &char)| left == right;
        let mut at = old_text.iter().zip(&new_text).take_while(same).count();
        let rest = old_text.len().min(new_text.len()).saturating_sub(at);
        let from_the_end = old_text.iter().rev().zip(new_text.iter().rev());
        let mut tail = from_the_end.take(rest).take_while(same).count();
        if at + tail < new_text.len() {
            while parts_word(&new_text, at) {
                at -= 1;
            }
            while parts_word(&new_text, new_text.len() - tail) {
                tail -= 1;
            }
        }
        Self {
            at,
            remove: old_text.len().saturating_sub(at + tail),
            insert: new.narrowed(|text| characters(text, at, new_text.len() - at - tail)),
        }
    }
}

/// Whether a place in a text has letters or signs on both sides.
fn parts_word(text: &[char], at: usize) -> bool {
    let is_sign = |at: usize| text.get(at).is_some_and(|sign| !sign.is_whitespace());
    at.checked_sub(1).is_some_and(is_sign) && is_sign(at)
}

/// `length` characters of a text from character `from`.
fn characters(text: &str, from: usize, length: usize) -> &str {
    let offset = |count: usize, within: &str| {
        within
            .char_indices()
            .nth(count)
            .map_or(within.len(), |(at, _)| at)
    };
    let (_, rest) = text
        .split_at_checked(offset(from, text))
        .unwrap_or(("", ""));
    rest.split_at_checked(offset(length, rest))
        .map_or("", |(part, _)| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(old: &str, new: &str) -> (usize, usize, String) {
        let clean = |text: &str| CleanText::from_stored(text.to_owned());
        let splice = Splice::between(&clean(old), &clean(new));
        let after = clean(old).spliced(splice.at, splice.remove, &splice.insert);
        assert_eq!(after.as_str(), new);
        (splice.at, splice.remove, splice.insert.as_str().to_owned())
    }

    #[test]
    fn a_change_holds_no_piece_of_a_word() {
        assert_eq!(change("on ", "on and on "), (3, 0, "and on ".to_owned()));
        assert_eq!(
            change("Ober", "Obermeier "),
            (0, 4, "Obermeier ".to_owned())
        );
        assert_eq!(
            change("a hard b", "a Bernhard b"),
            (2, 4, "Bernhard".to_owned())
        );
        assert_eq!(change("a Bernhard", "a Bern"), (6, 4, String::new()));
        assert_eq!(change("Größe x", "Größe y"), (6, 1, "y".to_owned()));
        assert_eq!(change("", ""), (0, 0, String::new()));
    }
}
