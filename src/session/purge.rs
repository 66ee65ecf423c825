//! Taking text out for good: from the state a sitting began with, from its events, and so from what is folded of them.
//!
//! Sequence numbers stay as they are, so that undo and recovery keep their places.

use std::collections::BTreeSet;

use super::{Event, LogEntry, NoteId, Recorded, Session, Span, TextPlace, TopicId};
use crate::anonymise::{CleanText, SlotKey};

/// What was taken out. Never holds what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Struck {
    /// A note; a tombstone stays.
    Note(NoteId),
    /// What was being written in a topic.
    Draft(TopicId),
    /// Words that became known as a name after they were written; the slot stands in their place.
    Slot(SlotKey),
    /// Another text, such as a summary or a field of the postscript.
    Text(TextPlace),
    /// Everything in a stretch of the interview. It says when alone: what was taken out of the stretch is said by strikes
    /// of its own.
    Span(Span),
}

/// Takes a note's text out of the state a sitting began with and out of its events.
///
/// The empty note stays where it is until the fold meets the event `Struck`: only there it is known which other notes
/// its cells had. With it go all drafts of its cells that ended before, since the note may have been one of them.
pub(super) fn forget_note(base: &mut Session, events: &mut [Recorded], id: NoteId) {
    let topics = topics_of(base, events, id);
    if let Some(note) = base.notes.iter_mut().find(|note| note.id == id) {
        note.text = CleanText::empty();
        note.translation = None;
    }
    let mut ended: BTreeSet<TopicId> = BTreeSet::new();
    // Backwards, so that the end of a draft is met before its pieces.
    for recorded in events.iter_mut().rev() {
        match &mut recorded.event {
            Event::NoteMerged(note) if note.id == id => {
                note.text = CleanText::empty();
                note.translation = None;
            }
            Event::NoteKept(note) => {
                if note.id == id {
                    note.text = CleanText::empty();
                    note.translation = None;
                }
                ended.insert(note.topic.clone());
            }
            Event::NoteChanged { note, text, .. } if *note == id => *text = CleanText::empty(),
            Event::NoteTranslated { note, text } if *note == id => *text = None,
            Event::DraftEdited {
                topic,
                remove,
                insert,
                ..
            } if topics.contains(topic) && ended.contains(topic) => {
                *remove = 0;
                *insert = CleanText::empty();
            }
            _ => {}
        }
    }
    base.drafts
        .retain(|topic, _| !(topics.contains(topic) && ended.contains(topic)));
}

/// The cells in which a note stood.
fn topics_of(base: &Session, events: &[Recorded], id: NoteId) -> BTreeSet<TopicId> {
    let in_base = base.note(id).map(|note| note.topic.clone());
    let in_events = events.iter().filter_map(|recorded| match &recorded.event {
        Event::NoteKept(note) | Event::NoteMerged(note) if note.id == id => {
            Some(note.topic.clone())
        }
        Event::NoteMoved { note, topic } if *note == id => Some(topic.clone()),
        _ => None,
    });
    in_base.into_iter().chain(in_events).collect()
}

/// Takes a topic's draft out of the state a sitting began with and out of the events since the last note kept there.
pub(super) fn forget_draft(base: &mut Session, events: &mut [Recorded], wanted: &TopicId) {
    for recorded in events.iter_mut().rev() {
        match &mut recorded.event {
            Event::NoteKept(note) if &note.topic == wanted => return,
            Event::DraftEdited {
                topic,
                remove,
                insert,
                ..
            } if topic == wanted => {
                *remove = 0;
                *insert = CleanText::empty();
            }
            _ => {}
        }
    }
    base.drafts.remove(wanted);
}

/// Takes a text that is no note out of the state a sitting began with and out of its events.
pub(super) fn forget_text(base: &mut Session, events: &mut [Recorded], place: &TextPlace) {
    match place {
        TextPlace::Note(id) => return forget_note(base, events, *id),
        TextPlace::Draft(topic) => return forget_draft(base, events, topic),
        TextPlace::Parked(number) => forget_drafts_of_parked(base, events, *number),
        _ => {}
    }
    forget_in_state(base, place);
    let mut waved = reasons(base);
    for recorded in events {
        if matches!(recorded.event, Event::GateWaved { .. }) {
            waved += 1;
        }
        forget_in_event(&mut recorded.event, place, waved);
    }
}

/// Takes a text out of a state. A parked point stays, without its words.
pub(super) fn forget_in_state(session: &mut Session, place: &TextPlace) {
    match place {
        TextPlace::Note(_) => {}
        TextPlace::Translation(id) => {
            let mut notes = session.notes.iter_mut();
            if let Some(note) = notes.find(|note| note.id == *id) {
                note.translation = None;
            }
        }
        TextPlace::Summary(topic) => {
            session.summaries.remove(topic);
        }
        TextPlace::Parked(number) => {
            let mut parked = session.parked.iter_mut();
            if let Some(parked) = parked.find(|parked| parked.number == *number) {
                parked.text = CleanText::empty();
            }
        }
        TextPlace::Prefill(key) => {
            session.prefill.remove(key);
        }
        TextPlace::Postscript(field) => {
            session.postscript.remove(field);
        }
        TextPlace::Label(key) => {
            let mut slots = session.slots.iter_mut();
            if let Some(slot) = slots.find(|slot| slot.key == *key) {
                slot.label = None;
            }
        }
        TextPlace::Draft(topic) => {
            session.drafts.remove(topic);
        }
        TextPlace::Reason(number) => {
            let mut waved = session.log.iter_mut().filter_map(|entry| match entry {
                LogEntry::Waved { reason, .. } => Some(reason),
                _ => None,
            });
            if let Some(reason) = number.checked_sub(1).and_then(|index| waved.nth(index)) {
                *reason = CleanText::empty();
            }
        }
    }
}

/// Takes a text out of an event; `waved` is the number of the last point that was waved through by then.
fn forget_in_event(event: &mut Event, place: &TextPlace, waved: usize) {
    match (event, place) {
        (Event::NoteKept(note) | Event::NoteMerged(note), TextPlace::Translation(id))
            if note.id == *id =>
        {
            note.translation = None;
        }
        (Event::NoteTranslated { note, text }, TextPlace::Translation(id)) if note == id => {
            *text = None;
        }
        (Event::CellSummarised { topic, text }, TextPlace::Summary(wanted)) if topic == wanted => {
            *text = CleanText::empty();
        }
        (Event::Parked { number, text, .. }, TextPlace::Parked(wanted)) if number == wanted => {
            *text = CleanText::empty();
        }
        (Event::Prefilled { key, value }, TextPlace::Prefill(wanted)) if key == wanted => {
            *value = None;
        }
        (Event::PostscriptSet { field, text }, TextPlace::Postscript(wanted))
            if field == wanted =>
        {
            *text = CleanText::empty();
        }
        (Event::SlotAdded(slot), TextPlace::Label(wanted)) if slot.key == *wanted => {
            slot.label = None;
        }
        (Event::SlotLabelled { slot, label }, TextPlace::Label(wanted)) if slot == wanted => {
            *label = None;
        }
        (Event::GateWaved { reason, .. }, TextPlace::Reason(number)) if waved == *number => {
            *reason = CleanText::empty();
        }
        _ => {}
    }
}

/// A parked point was the draft of its topic, so the pieces of that draft go with it.
fn forget_drafts_of_parked(base: &mut Session, events: &mut [Recorded], wanted: u32) {
    let mut topic = None;
    for recorded in events.iter_mut().rev() {
        match (&mut recorded.event, &topic) {
            (
                Event::Parked {
                    number,
                    topic: found,
                    ..
                },
                _,
            ) if *number == wanted => {
                topic = Some(found.clone());
            }
            (
                Event::DraftEdited {
                    topic: edited,
                    remove,
                    insert,
                    ..
                },
                Some(topic),
            ) if edited == topic => {
                *remove = 0;
                *insert = CleanText::empty();
            }
            _ => {}
        }
    }
    if let Some(topic) = topic {
        base.drafts.remove(&topic);
    }
}

fn reasons(session: &Session) -> usize {
    let log = session.log.iter();
    log.filter(|entry| matches!(entry, LogEntry::Waved { .. }))
        .count()
}

/// Puts `search` over every text of a state; `search` gives what a text becomes, or nothing if it stays.
pub(super) fn for_each_text(
    session: &mut Session,
    search: &mut dyn FnMut(&CleanText) -> Option<CleanText>,
) {
    let mut put = |text: &mut CleanText| {
        if let Some(changed) = search(text) {
            *text = changed;
        }
    };
    for note in &mut session.notes {
        put(&mut note.text);
        note.translation.iter_mut().for_each(&mut put);
    }
    session
        .drafts
        .values_mut()
        .for_each(|draft| put(&mut draft.text));
    session.summaries.values_mut().for_each(&mut put);
    session.postscript.values_mut().for_each(&mut put);
    let prefill = session.prefill.values_mut();
    prefill.for_each(|prefill| put(&mut prefill.value));
    session
        .parked
        .iter_mut()
        .for_each(|parked| put(&mut parked.text));
    session
        .slots
        .iter_mut()
        .filter_map(|slot| slot.label.as_mut())
        .for_each(&mut put);
    for entry in &mut session.log {
        if let LogEntry::Waved { reason, .. } = entry {
            put(reason);
        }
    }
}

/// Puts `search` over every text of an event but drafts, whose pieces only make sense together.
pub(super) fn for_each_text_of_event(
    event: &mut Event,
    search: &mut dyn FnMut(&CleanText) -> Option<CleanText>,
) {
    let text = match event {
        Event::NoteKept(note) | Event::NoteMerged(note) => {
            if let Some(translation) = note.translation.as_mut()
                && let Some(changed) = search(translation)
            {
                *translation = changed;
            }
            &mut note.text
        }
        Event::NoteChanged { text, .. }
        | Event::CellSummarised { text, .. }
        | Event::NoteTranslated {
            text: Some(text), ..
        }
        | Event::Prefilled {
            value: Some(text), ..
        }
        | Event::PostscriptSet { text, .. }
        | Event::Parked { text, .. } => text,
        Event::GateWaved { reason, .. } => reason,
        Event::SlotAdded(slot) => match slot.label.as_mut() {
            Some(label) => label,
            None => return,
        },
        Event::SlotLabelled {
            label: Some(label), ..
        } => label,
        _ => return,
    };
    if let Some(changed) = search(text) {
        *text = changed;
    }
}
