//! Taking text out for good: from the state a sitting began with, from its events, and so from what is folded of them.
//!
//! A strike ends what undo can reach. So there is one rule: of what was written before it, that stays from which
//! something is left in the state. Nobody has to know which way a text took from a draft to a note, a reminder or a
//! summary and back. Sequence numbers stay as they are, so that recovery keeps its places.

use std::collections::BTreeMap;

use super::fold::apply;
use super::{Draft, Event, LogEntry, NoteId, Purpose, Recorded, Session, Span, TextPlace, TopicId};
use crate::anonymise::{CleanText, SlotKey};

/// What was taken out. Never holds what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Struck {
    /// A note; a tombstone stays.
    Note(NoteId),
    /// The pieces in which something was written in a topic, since it is written anew without a name that they make.
    Draft(TopicId),
    /// What a note said before the interviewee corrected it; what it says since then stays.
    Former(NoteId),
    /// Words that became known as a name after they were written; the slot stands in their place.
    Slot(SlotKey),
    /// Another text, such as a summary, a field of the postscript, or what is being written in a topic.
    Text(TextPlace),
    /// Everything in a stretch of the interview. It says when alone: what was taken out of the stretch is said by strikes
    /// of its own.
    Span(Span),
    /// What only undo could have brought back.
    Past,
}

impl Struck {
    /// Whether somebody asked for it: then undo reaches nothing that was before.
    pub const fn was_asked_for(&self) -> bool {
        match self {
            Self::Note(_) | Self::Former(_) | Self::Text(_) | Self::Span(_) | Self::Past => true,
            Self::Draft(_) | Self::Slot(_) => false,
        }
    }
}

/// What a state and events come to.
pub(super) type Folding = fn(&Session, &[Recorded]) -> Session;

/// Empties every text from which nothing is left in what is folded of them.
pub(super) fn forget_past(base: &mut Session, events: &mut [Recorded], folded: Folding) {
    gather_drafts(base, events);
    // Which texts are left is asked of the fold itself: each is marked, and what comes out are the marks of those that
    // are. A kind of text that is added later cannot be missed here.
    let (mut marked_base, mut marked_events) = (base.clone(), events.to_vec());
    let mut count = 0;
    for_each_written(&mut marked_base, &mut marked_events, &mut |_| {
        count += 1;
        mark(count)
    });
    let left = folded(&marked_base, &marked_events).texts();
    let mut count = 0;
    for_each_written(base, events, &mut |text| {
        count += 1;
        if left.contains(&mark(count)) {
            text.clone()
        } else {
            CleanText::empty()
        }
    });
}

/// Puts `change` over every text but the pieces of drafts, always in the same order. What is empty has a meaning of its
/// own and stays so.
fn for_each_written(
    base: &mut Session,
    events: &mut [Recorded],
    change: &mut dyn FnMut(&CleanText) -> CleanText,
) {
    let mut change = |text: &CleanText| (!text.is_empty()).then(|| change(text));
    for_each_text(base, &mut change);
    for recorded in events {
        for_each_text_of_event(&mut recorded.event, &mut change);
    }
}

/// A number as a text in which no placeholder can be found, so that joining slots leaves it as it is.
fn mark(number: usize) -> CleanText {
    let (mut text, mut rest) = (CleanText::empty(), number);
    while rest > 0 {
        text = text.behind(if rest % 2 == 0 { '-' } else { '+' });
        rest /= 2;
    }
    text
}

/// Puts what is being written into the last piece of its draft, and empties all other pieces: they may hold what was
/// taken away again, became a note, or was struck.
pub(super) fn gather_drafts(base: &mut Session, events: &mut [Recorded]) {
    let mut last: BTreeMap<TopicId, (u64, Draft)> = BTreeMap::new();
    // Undo takes no part: it leaves drafts as they are.
    let mut state = base.clone();
    for recorded in events.iter() {
        apply(&mut state, recorded);
        if let Event::DraftEdited { topic, .. } = &recorded.event
            && let Some(draft) = state.drafts.get(topic)
        {
            last.insert(topic.clone(), (recorded.sequence, draft.clone()));
        }
    }
    last.retain(|topic, _| state.drafts.contains_key(topic));
    base.drafts
        .retain(|topic, _| state.drafts.contains_key(topic) && !last.contains_key(topic));
    for recorded in events {
        let Event::DraftEdited {
            topic,
            started_ms,
            at,
            remove,
            insert,
            purpose,
        } = &mut recorded.event
        else {
            continue;
        };
        (*at, *remove, *insert) = (0, 0, CleanText::empty());
        if let Some((sequence, draft)) = last.get(topic)
            && *sequence == recorded.sequence
        {
            (*started_ms, *remove) = (draft.started_ms, usize::MAX);
            *purpose = draft.purpose;
            insert.clone_from(&draft.text);
        }
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
            // What was to take its place holds its words.
            session
                .drafts
                .retain(|at, draft| at != topic || draft.purpose != Purpose::Sentence);
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
    for entry in session.log.iter_mut() {
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
