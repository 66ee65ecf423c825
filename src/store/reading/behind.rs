//! What lies behind a damage in a journal: what is done again of it, and what is given to be rescued.

use super::Rescued;
use crate::anonymise::Slot;
use crate::session::{
    Answer, ApprovalStep, Event, Recorded, Session, Sitting, Struck, apply, slots_in,
};

/// Does again what must hold: what somebody asked for, which is a strike, a consent that was refused or taken back, an
/// objection, and what was off the record; and whom the slots stand for, so that no placeholder of a text that is rescued
/// is ever given to somebody else.
pub(super) fn ask_again(sitting: &mut Sitting, later: &[Recorded]) {
    for (index, recorded) in later.iter().enumerate() {
        match &recorded.event {
            Event::Struck(struck) => {
                let before = later.get(..index).unwrap_or_default();
                strike_again(sitting, struck, before);
            }
            Event::Consent(record) if record.answer != Answer::Yes => {
                sitting.record(recorded.event.clone());
            }
            Event::ApprovalSet(approval) if approval.step == ApprovalStep::Objected => {
                sitting.record(recorded.event.clone());
            }
            Event::OffRecord { .. }
            | Event::WasOffRecord(_)
            | Event::SlotAdded(_)
            | Event::SlotJoined { .. }
            | Event::SlotLabelled { .. } => {
                sitting.record(recorded.event.clone());
            }
            _ => {}
        }
    }
    add_lost_slots(sitting, later);
}

/// Adds the slots that texts behind a damage name and of which the damage took away when they were added.
fn add_lost_slots(sitting: &mut Sitting, later: &[Recorded]) {
    let language = sitting.state().header.language;
    let texts = rescue(sitting.state(), later);
    let named = texts
        .iter()
        .flat_map(|text| slots_in(text.text(), language));
    for key in named {
        let state = sitting.state();
        if state.slots.iter().all(|slot| slot.key != key) {
            sitting.record(Event::SlotAdded(Slot {
                key,
                listed: false,
                label: None,
            }));
        }
    }
}

/// Strikes what was struck behind a damage; `before` is what lies between the damage and the strike.
fn strike_again(sitting: &mut Sitting, struck: &Struck, before: &[Recorded]) {
    match struck {
        Struck::Note(id) if sitting.state().note(*id).is_some() => drop(sitting.strike_note(*id)),
        Struck::Draft(topic) if sitting.state().drafts.contains_key(topic) => {
            sitting.strike_draft(topic);
        }
        Struck::Text(place) => drop(sitting.strike_texts(std::slice::from_ref(place))),
        Struck::Span(span) => drop(sitting.strike_span(*span)),
        Struck::Past => drop(sitting.strike_past()),
        Struck::Former(id) if sitting.state().note(*id).is_some() => {
            let is_change = |recorded: &&Recorded| matches!(recorded.event, Event::NoteChanged { note, .. } if note == *id);
            let Some(change) = before.iter().rfind(is_change) else {
                // What stands here is what was corrected.
                sitting.strike_note(*id);
                return;
            };
            sitting.record(change.event.clone());
            sitting.strike_former(*id);
        }
        // Which words became known as a name cannot be found again; the files were written anew before this was said.
        Struck::Note(_) | Struck::Draft(_) | Struck::Former(_) | Struck::Slot(_) => {}
    }
}

/// What the events behind a damage would have added.
pub(super) fn rescue(state: &Session, later: &[Recorded]) -> Vec<Rescued> {
    let mut after = state.clone();
    for recorded in later {
        apply(&mut after, recorded);
    }
    let notes = after.notes.iter().filter(|note| {
        let known = state.note(note.id).map(|known| &known.text);
        known != Some(&note.text) && !note.text.is_empty()
    });
    let drafts = after.drafts.iter().filter(|(topic, draft)| {
        state.drafts.get(*topic).map(|known| &known.text) != Some(&draft.text)
    });
    let notes = notes.map(|note| Rescued::Note(Box::new(note.clone())));
    let drafts = drafts.map(|(topic, draft)| Rescued::Draft(topic.clone(), draft.clone()));
    notes.chain(drafts).collect()
}
