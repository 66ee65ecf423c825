//! A sitting: the state that work began with, the events since, and the state that follows from them.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::fold::{apply, apply_undone};
use super::purge::{for_each_text, for_each_text_of_event, forget_past, gather_drafts};
use super::{Event, NoteId, Recorded, Session, Sought, Span, Struck, TextPlace, TopicId, gate};
use crate::anonymise::{CleanText, SlotKey};

/// A session that is being worked on. While nothing happened since it began, its two states are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    base: Arc<Session>,
    events: Vec<Recorded>,
    state: Arc<Session>,
}

/// What undo and redo can reach, by numbers of events.
#[derive(Default)]
struct History {
    /// What undo can reach, the next one last.
    done: Vec<u64>,
    /// What redo can reach, the next one last.
    undone: Vec<u64>,
    /// All that does not count, what redo can no longer reach included.
    out: BTreeSet<u64>,
}

impl History {
    /// What undo and redo did and can do. An undo or redo of what it cannot reach, as only a damaged or foreign journal
    /// could hold, does nothing.
    fn of(events: &[Recorded]) -> Self {
        let mut history = Self::default();
        for recorded in events {
            match &recorded.event {
                Event::Undone(sequence) => history.undo(*sequence),
                Event::Redone(sequence) => history.redo(*sequence),
                Event::Struck(struck) if struck.was_asked_for() => {
                    history.done.clear();
                    history.undone.clear();
                }
                event if event.can_be_undone() => {
                    history.done.push(recorded.sequence);
                    // What was left open keeps nothing else from being brought back: journals say so that are older than its
                    // being undone. The same point left open before does not come back beside it.
                    if let Event::GateWaved { gate, .. } = event {
                        history
                            .undone
                            .retain(|number| waved(events, *number) != Some(gate));
                    } else {
                        history.undone.clear();
                    }
                }
                _ => {}
            }
        }
        history
    }

    fn undo(&mut self, sequence: u64) {
        if let Some(index) = self.done.iter().rposition(|number| *number == sequence) {
            self.done.remove(index);
            self.undone.push(sequence);
            self.out.insert(sequence);
        }
    }

    fn redo(&mut self, sequence: u64) {
        if let Some(index) = self.undone.iter().rposition(|number| *number == sequence) {
            self.undone.remove(index);
            self.done.push(sequence);
            self.out.remove(&sequence);
        }
    }
}

impl Sitting {
    /// A sitting that begins with this state.
    pub fn new(base: Session) -> Self {
        Self::resumed(base, Vec::new())
    }

    /// A sitting that is taken up again: the state it began with and the events since. Events that the state already
    /// holds are left out.
    pub fn resumed(base: Session, events: Vec<Recorded>) -> Self {
        let events = events
            .into_iter()
            .filter(|recorded| recorded.sequence > base.sequence)
            .collect();
        let base = Arc::new(base);
        let mut sitting = Self {
            state: Arc::clone(&base),
            base,
            events,
        };
        sitting.refold();
        sitting
    }

    /// The state as it stands.
    pub fn state(&self) -> &Session {
        &self.state
    }

    /// The state that the sitting began with.
    pub fn base(&self) -> &Session {
        &self.base
    }

    /// The events of the sitting.
    pub fn events(&self) -> &[Recorded] {
        &self.events
    }

    /// Every text that somebody typed and that the sitting holds: as it began, in its events, and as it stands. Of
    /// drafts only how they stand, not their pieces.
    pub fn texts(&self) -> HashSet<CleanText> {
        let mut texts = self.base.texts();
        for recorded in &self.events {
            for_each_text_of_event(&mut recorded.event.clone(), &mut |text| {
                texts.insert(text.clone());
                None
            });
        }
        texts.extend(self.state.texts());
        texts
    }

    /// Every text that stands or ever stood in the sitting: also what undo or redo could bring back, and drafts as they
    /// were before some of them was taken away.
    pub fn ever_written(&self) -> HashSet<CleanText> {
        let mut texts = self.texts();
        let mut state = Session::clone(&self.base);
        for recorded in &self.events {
            let before = state.drafts.clone();
            apply(&mut state, recorded);
            for (topic, draft) in before {
                let after = state.drafts.get(&topic).map(|after| after.text.as_str());
                if after.is_none_or(|after| !after.starts_with(draft.text.as_str())) {
                    texts.insert(draft.text);
                }
            }
        }
        texts
    }

    /// Lets an event happen, and gives it back with its number.
    pub fn record(&mut self, event: Event) -> Recorded {
        let recorded = Recorded {
            sequence: self.state.sequence.saturating_add(1),
            event,
        };
        let rewinds = matches!(recorded.event, Event::Undone(_) | Event::Redone(_));
        self.events.push(recorded.clone());
        if rewinds {
            self.refold();
        } else {
            apply(Arc::make_mut(&mut self.state), &recorded);
        }
        recorded
    }

    /// The event that undo would take back: the last that can be undone and still counts.
    pub fn undoable(&self) -> Option<&Recorded> {
        self.find(self.history().done.last().copied()?)
    }

    /// The event that redo would bring back: the last undone one, if nothing happened since that could be undone. A point left
    /// open since keeps back only what left the same point open.
    pub fn redoable(&self) -> Option<&Recorded> {
        self.find(self.history().undone.last().copied()?)
    }

    /// Takes a note out for good and returns the event that says so. The files must be rewritten afterwards.
    pub fn strike_note(&mut self, id: NoteId) -> Recorded {
        self.strike(Struck::Note(id))
    }

    /// Takes what a note said before its last change out for good. The files must be rewritten afterwards.
    pub fn strike_former(&mut self, id: NoteId) -> Recorded {
        self.strike(Struck::Former(id))
    }

    /// Takes out the pieces in which something was written in a topic, so that it can be written anew. The files must be
    /// rewritten afterwards.
    pub fn strike_draft(&mut self, topic: &TopicId) -> Recorded {
        self.strike(Struck::Draft(topic.clone()))
    }

    /// Takes what only undo could bring back out for good. The files must be rewritten afterwards.
    pub fn strike_past(&mut self) -> Recorded {
        self.strike(Struck::Past)
    }

    /// Takes texts out for good and returns the events that say so. The files must be rewritten afterwards.
    pub fn strike_texts(&mut self, places: &[TextPlace]) -> Vec<Recorded> {
        let recorded = places.iter().map(|place| {
            self.record(Event::Struck(match place {
                TextPlace::Note(id) => Struck::Note(*id),
                place => Struck::Text(place.clone()),
            }))
        });
        let recorded = recorded.collect();
        self.finish_strikes();
        recorded
    }

    /// Takes every text out for good that holds words, be it that only undo could bring it back. Returns the events that
    /// say so, none if the words stand nowhere. The files must be rewritten afterwards.
    pub fn strike_sought(&mut self, sought: &Sought) -> Vec<Recorded> {
        let places = self.state.places_of(|text| sought.stands_in(text));
        if !places.is_empty() {
            return self.strike_texts(&places);
        }
        let ever_written = self.ever_written();
        let stood = ever_written.iter().any(|text| sought.stands_in(text));
        Vec::from_iter(stood.then(|| self.strike_past()))
    }

    /// Takes everything out for good that was written down in a stretch of the interview: notes, parked points and what
    /// is being written. Returns the events that say so. The files must be rewritten afterwards.
    pub fn strike_span(&mut self, span: Span) -> Vec<Recorded> {
        let places = self.state.places_in(span);
        let mut recorded = vec![self.record(Event::Struck(Struck::Span(span)))];
        recorded.extend(self.strike_texts(&places));
        recorded
    }

    fn strike(&mut self, struck: Struck) -> Recorded {
        let recorded = self.record(Event::Struck(struck));
        self.finish_strikes();
        recorded
    }

    /// Searches every text again after a name became known; returns the events that say so, with the drafts written
    /// anew. Nothing if no text changed. The files must be rewritten afterwards.
    pub fn purge_words(
        &mut self,
        slot: SlotKey,
        search: &mut dyn FnMut(&CleanText) -> Option<CleanText>,
    ) -> Vec<Recorded> {
        let mut changes = 0_usize;
        let mut counting = |text: &CleanText| {
            let found = search(text);
            changes += usize::from(found.is_some());
            found
        };
        let mut drafts = self.state.drafts.clone();
        for draft in drafts.values_mut() {
            if let Some(changed) = counting(&draft.text) {
                draft.text = changed;
            }
        }
        for_each_text(Arc::make_mut(&mut self.base), &mut counting);
        for recorded in &mut self.events {
            for_each_text_of_event(&mut recorded.event, &mut counting);
        }
        // The pieces of a draft may make a name only together, so they all go, and the draft is written anew.
        let holds_drafts = self
            .events
            .iter()
            .any(|recorded| matches!(&recorded.event, Event::DraftEdited { insert, .. } if !insert.is_empty()));
        if changes == 0 && !holds_drafts {
            return Vec::new();
        }
        self.forget_all_drafts();
        let mut recorded = vec![self.record(Event::Struck(Struck::Slot(slot)))];
        recorded.extend(drafts.into_iter().map(|(topic, draft)| {
            self.record(Event::DraftEdited {
                topic,
                started_ms: draft.started_ms,
                at: 0,
                remove: usize::MAX,
                insert: draft.text,
                purpose: draft.purpose,
            })
        }));
        recorded
    }

    /// Does again what the sitting's strikes ask for; finishes a strike that was interrupted. Returns whether anything
    /// was left to do.
    pub fn finish_strikes(&mut self) -> bool {
        let is_strike = |recorded: &Recorded| matches!(recorded.event, Event::Struck(_));
        if !self.events.iter().any(is_strike) {
            return false;
        }
        let before = (Arc::clone(&self.base), self.events.clone());
        // What a strike left behind, a later one covers too.
        if let Some(earlier) = up_to_the_last(&mut self.events, Struck::was_asked_for) {
            forget_past(Arc::make_mut(&mut self.base), earlier, folded);
        }
        let rewrites = |struck: &Struck| matches!(struck, Struck::Draft(_));
        if let Some(earlier) = up_to_the_last(&mut self.events, rewrites) {
            gather_drafts(Arc::make_mut(&mut self.base), earlier);
        }
        self.refold();
        before.0 != self.base || before.1 != self.events
    }

    fn forget_all_drafts(&mut self) {
        Arc::make_mut(&mut self.base).drafts.clear();
        for recorded in &mut self.events {
            if let Event::DraftEdited { remove, insert, .. } = &mut recorded.event {
                *remove = 0;
                *insert = CleanText::empty();
            }
        }
        self.refold();
    }

    fn refold(&mut self) {
        self.state = if self.events.is_empty() {
            Arc::clone(&self.base)
        } else {
            Arc::new(folded(&self.base, &self.events))
        };
    }

    fn history(&self) -> History {
        History::of(&self.events)
    }

    fn find(&self, sequence: u64) -> Option<&Recorded> {
        find(&self.events, sequence)
    }
}

/// What events make of a state.
fn folded(base: &Session, events: &[Recorded]) -> Session {
    let out = History::of(events).out;
    let mut state = base.clone();
    for recorded in events {
        if out.contains(&recorded.sequence) {
            apply_undone(&mut state, recorded);
        } else {
            apply(&mut state, recorded);
        }
        if let Event::Undone(sequence) | Event::Redone(sequence) = recorded.event
            && waved(events, sequence).is_some()
        {
            let counts = |earlier: &&Recorded| {
                earlier.sequence < sequence && !out.contains(&earlier.sequence)
            };
            let left = events.iter().filter(counts);
            let left = left.filter(|earlier| matches!(earlier.event, Event::GateWaved { .. }));
            let before = base.waved() + left.count();
            gate::void_reasons(&mut state, before + 1);
        }
    }
    state
}

/// Which point was left open by the event of this number, if it is one that does so.
fn waved(events: &[Recorded], sequence: u64) -> Option<&String> {
    match &find(events, sequence)?.event {
        Event::GateWaved { gate, .. } => Some(gate),
        _ => None,
    }
}

/// The events up to the last strike of this kind, itself included.
fn up_to_the_last(
    events: &mut [Recorded],
    kind: impl Fn(&Struck) -> bool,
) -> Option<&mut [Recorded]> {
    let last = events
        .iter()
        .rposition(|recorded| matches!(&recorded.event, Event::Struck(struck) if kind(struck)))?;
    events.get_mut(..=last)
}

fn find(events: &[Recorded], sequence: u64) -> Option<&Recorded> {
    let index = events
        .binary_search_by_key(&sequence, |recorded| recorded.sequence)
        .ok()?;
    events.get(index)
}
