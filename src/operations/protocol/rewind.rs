//! Undo and redo over the sitting.

use super::Protocol;
use super::doubts::Place;
use super::draft::Splice;
use crate::anonymise::CleanText;
use crate::session::{Event, Note, NoteKind, TopicId, is_quoted_in_part};

/// What undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewound {
    /// There was nothing to take back or to bring back.
    Nothing,
    /// A note or a reminder went back into the draft of this topic, or came out of it.
    Draft(TopicId),
    /// Something else changed.
    Changed,
}

impl Protocol {
    /// Takes back the last thing that can be taken back. A note that was kept, or a reminder that was parked, becomes the
    /// draft of its topic again.
    pub fn undo(&mut self) -> Rewound {
        let Some(undoable) = self.sitting.undoable().cloned() else {
            return Rewound::Nothing;
        };
        self.record(Event::Undone(undoable.sequence));
        let (place, topic, at_ms, text) = match undoable.event {
            Event::NoteKept(note) => (
                Place::Note(note.id),
                note.topic.clone(),
                note.at_ms,
                as_typed(&note),
            ),
            Event::Parked {
                topic,
                at_ms,
                text,
                number,
            } if !text.is_empty() => (Place::Parked(number), topic, at_ms, text),
            _ => {
                self.undo_doubts(undoable.sequence);
                return Rewound::Changed;
            }
        };
        self.remember_doubts(undoable.sequence, place.clone());
        self.put_doubts_back(&place, &topic, &text);
        self.put_back(&topic, at_ms, text);
        Rewound::Draft(topic)
    }

    /// Brings back what was taken back last. A note or a reminder whose words were changed in the draft since is not brought
    /// back: they would stand twice, or be lost.
    pub fn redo(&mut self) -> Rewound {
        let Some(redoable) = self.sitting.redoable().cloned() else {
            return Rewound::Nothing;
        };
        let put_back = match &redoable.event {
            Event::NoteKept(note) => Some((note.topic.clone(), as_typed(note))),
            Event::Parked { topic, text, .. } if !text.is_empty() => {
                Some((topic.clone(), text.clone()))
            }
            _ => None,
        };
        let Some((topic, text)) = put_back else {
            self.record(Event::Redone(redoable.sequence));
            self.redo_doubts(redoable.sequence);
            return Rewound::Changed;
        };
        let Some(before) = before_put_back(&self.written(&topic), &text) else {
            return Rewound::Nothing;
        };
        self.record(Event::Redone(redoable.sequence));
        self.redo_doubts(redoable.sequence);
        let started_ms = self
            .state()
            .drafts
            .get(&topic)
            .map(|draft| draft.started_ms);
        match started_ms.filter(|_| !before.is_empty()) {
            Some(started_ms) => self.edit_draft(&topic, started_ms, Splice::whole(before)),
            None => self.clear_draft(&topic),
        }
        Rewound::Draft(topic)
    }
}

/// What stood in a draft before this text was put back into it; nothing if it was changed since.
fn before_put_back(written: &CleanText, text: &CleanText) -> Option<CleanText> {
    if written == text {
        return Some(CleanText::empty());
    }
    let before = written.as_str().strip_suffix(text.as_str())?;
    let before = before.strip_suffix('\n')?;
    Some(written.spliced(before.chars().count(), usize::MAX, &CleanText::empty()))
}

/// A note as it was typed: its text behind the character that tells its kind.
pub(super) fn as_typed(note: &Note) -> CleanText {
    match note.kind {
        NoteKind::Paraphrase => note.text.clone(),
        NoteKind::Quote if is_quoted_in_part(note.text.as_str()) => note.text.clone(),
        NoteKind::Quote => note.text.behind('"'),
        NoteKind::Observation => note.text.behind('!'),
        NoteKind::Comment => note.text.behind('#'),
        NoteKind::Fact => note.text.behind('='),
    }
}
