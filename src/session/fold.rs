//! The state is the fold of the events.

use super::{
    CellState, ClockChange, Draft, Event, Gap, Jump, LONGEST_LEAD_MS, LogEntry, Mark, Note, NoteId,
    OffRecord, Parked, Pause, Prefill, Purpose, Recorded, Recording, Session, Span, Struck,
    TextPlace, Tombstone, TopicId, Visit, gate, pair, purge,
};
use crate::anonymise::{CleanText, SlotKey};

/// Applies an event to a session. An event that does not fit (a note that is not there) changes nothing but the
/// sequence number, so that no journal can bring the program down.
#[expect(clippy::too_many_lines, reason = "a flat match, one arm an event")]
pub fn apply(session: &mut Session, recorded: &Recorded) {
    session.sequence = recorded.sequence;
    match &recorded.event {
        Event::Begun(header) => session.header = (**header).clone(),
        Event::Resumed(at) => session.log.push(LogEntry::Resumed(*at)),
        Event::Clock(change) => change_clock(session, *change),
        Event::Paused { at_ms, reason } => pause(session, *at_ms, *reason),
        Event::Continued { at_ms } => go_on(session, *at_ms),
        Event::Moved { topic, at_ms } => {
            session.position = Some(topic.clone());
            session.visits.push(Visit {
                topic: topic.clone(),
                at_ms: *at_ms,
            });
        }
        Event::DraftEdited {
            topic,
            started_ms,
            at,
            remove,
            insert,
            purpose,
        } => {
            let draft = draft_of(session, topic, *started_ms);
            draft.purpose = *purpose;
            draft.text = draft.text.spliced(*at, *remove, insert);
            if draft.text.is_empty() {
                session.drafts.remove(topic);
            }
        }
        Event::NoteKept(note) => keep(session, note),
        Event::NoteChanged {
            note,
            kind,
            text,
            revised,
        } => {
            if session.note(*note).is_some_and(|note| note.text != *text) {
                gate::void(session, &TextPlace::Note(*note));
            }
            with_note(session, *note, |note| {
                note.kind = *kind;
                note.text = text.clone();
                note.revised = revised.or(note.revised);
            });
        }
        Event::NoteMarked { note, mark } => with_note(session, *note, |note| put_mark(note, *mark)),
        Event::NoteTranslated { note, text } => {
            gate::void(session, &TextPlace::Translation(*note));
            with_note(session, *note, |note| note.translation.clone_from(text));
        }
        Event::NoteMoved { note, topic } => {
            session.unplaced.remove(note);
            with_note(session, *note, |note| {
                note.topic = topic.clone();
                note.also_in.retain(|also| also != topic);
            });
        }
        Event::NoteUnplaced { note } => {
            if session.note(*note).is_some() {
                session.unplaced.insert(*note);
            }
        }
        Event::NoteLinked { note, topic } => with_note(session, *note, |note| {
            if !note.stands_in(topic) {
                note.also_in.push(topic.clone());
            }
        }),
        Event::NoteUnlinked { note, topic } => {
            with_note(session, *note, |note| {
                note.also_in.retain(|also| also != topic);
            });
        }
        Event::Struck(struck) => strike(session, struck),
        Event::CellSet {
            topic,
            state: CellState::Open,
        } => {
            session.cells.remove(topic);
            settle_dispute(session, topic);
        }
        Event::CellSet { topic, state } => {
            session.cells.insert(topic.clone(), *state);
            settle_dispute(session, topic);
        }
        Event::CellSummarised { topic, text } => {
            gate::void(session, &TextPlace::Summary(topic.clone()));
            if text.is_empty() {
                session.summaries.remove(topic);
            } else {
                session.summaries.insert(topic.clone(), text.clone());
            }
        }
        Event::ProbeAsked { topic, probe, .. } => {
            session
                .probes
                .entry(topic.clone())
                .or_default()
                .insert(*probe);
        }
        Event::Parked {
            number,
            topic,
            text,
            at_ms,
        } => {
            if session.parked.iter().all(|known| known.number != *number) {
                gate::void(session, &TextPlace::Parked(*number));
                session.parked.push(Parked {
                    number: *number,
                    topic: topic.clone(),
                    text: text.clone(),
                    at_ms: *at_ms,
                    settled: false,
                });
            }
        }
        Event::Unparked { number } => session.parked.retain(|parked| parked.number != *number),
        Event::ParkedSettled { number } => {
            let mut parked = session.parked.iter_mut();
            if let Some(parked) = parked.find(|parked| parked.number == *number) {
                parked.settled = true;
            }
        }
        Event::GapMarked { topic, at_ms } => session.gaps.push(Gap {
            topic: topic.clone(),
            at_ms: *at_ms,
            settled: false,
        }),
        Event::GapSettled { topic, at_ms } => {
            let mut gaps = session.gaps.iter_mut();
            if let Some(gap) =
                gaps.find(|gap| gap.topic == *topic && gap.at_ms == *at_ms && !gap.settled)
            {
                gap.settled = true;
            }
        }
        Event::OffRecord { at_ms, on } => go_off_record(session, *at_ms, *on),
        Event::WasOffRecord(span) => was_off_record(session, *span),
        Event::NoteMerged(note) => {
            let mut struck = session.tombstones.iter();
            if struck.all(|struck| struck.note != note.id) {
                take_in(session, note);
            }
        }
        Event::Buried(tombstone) => {
            if session.note(tombstone.note).is_none() {
                put_tombstone(session, tombstone.clone());
            }
        }
        Event::Merged { taker, at, slots } => session.log.push(LogEntry::Merged {
            taker: *taker,
            at: *at,
            slots: slots.clone(),
        }),
        Event::OverlapSettled((one, other)) => {
            session.settled_overlaps.insert(pair(*one, *other));
        }
        Event::Consent(record) => session.consent.push(record.clone()),
        Event::Finding {
            rule,
            slot,
            detected,
        } => session.log.push(LogEntry::Finding {
            rule: rule.clone(),
            slot: *slot,
            detected: detected.clone(),
        }),
        Event::SlotAdded(slot) => {
            if session.slots.iter().all(|known| known.key != slot.key) {
                session.slots.push(slot.clone());
            }
        }
        Event::SlotJoined { from, into } => join_slots(session, *from, *into),
        Event::SlotLabelled { slot, label } => {
            gate::void(session, &TextPlace::Label(*slot));
            if let Some(known) = session.slots.iter_mut().find(|known| known.key == *slot) {
                known.label.clone_from(label);
            }
        }
        Event::GateWaved { gate, reason } => session.log.push(LogEntry::Waved {
            gate: gate.clone(),
            reason: reason.clone(),
        }),
        Event::Coded { note, code } => with_note(session, *note, |note| {
            if !note.codes.contains(code) {
                note.codes.push(code.clone());
            }
        }),
        Event::Uncoded { note, code } => with_note(session, *note, |note| {
            note.codes.retain(|other| other != code);
        }),
        Event::AttributeSet {
            attribute,
            value: Some(value),
        } => {
            session.attributes.insert(attribute.clone(), value.clone());
        }
        Event::AttributeSet {
            attribute,
            value: None,
        } => {
            session.attributes.remove(attribute);
        }
        Event::Prefilled { key, value } => prefill(session, key, value.as_ref()),
        Event::PrefillAssessed { key, outcome } => {
            if let Some(prefill) = session.prefill.get_mut(key) {
                prefill.outcome = *outcome;
            }
        }
        Event::PostscriptSet { field, text } => {
            gate::void(session, &TextPlace::Postscript(field.clone()));
            if text.is_empty() {
                session.postscript.remove(field);
            } else {
                session.postscript.insert(field.clone(), text.clone());
            }
        }
        Event::ApprovalSet(approval) => session.approvals.push(approval.clone()),
        Event::TypeSet(view) => session.type_view.clone_from(view),
        Event::ReasonSet(reason) => session.header.reason = Some(*reason),
        Event::DeletionPromised(day) => session.deletion.promised = *day,
        Event::RecordingsDeleted(day) => session.deletion.done = *day,
        Event::Exported(record) => session.exports.push(record.clone()),
        Event::Archived(record) => session.archived.push(record.clone()),
        Event::Ticked { check } => {
            session.ticked.insert(check.clone());
        }
        Event::Unticked { check } => {
            session.ticked.remove(check);
        }
        Event::LanguageSwitched(language) => {
            session.log.push(LogEntry::LanguageSwitched(*language));
        }
        // Which events are undone is known before the fold: see `Sitting`.
        Event::Undone(_) | Event::Redone(_) => {}
        Event::Closed(at) => session.closed = Some(*at),
    }
}

/// What is left of an event that was undone: a note that was kept still ends its draft.
pub(super) fn apply_undone(session: &mut Session, recorded: &Recorded) {
    session.sequence = recorded.sequence;
    if let Event::NoteKept(note) = &recorded.event {
        session.drafts.remove(&note.topic);
    }
}

fn change_clock(session: &mut Session, change: ClockChange) {
    match change {
        ClockChange::Begins(at) => begin(session, at),
        ClockChange::BeginsByTyping(at) => {
            begin(session, at);
            session.log.push(LogEntry::BegunByTyping);
        }
        ClockChange::RecordingRuns(at) => {
            let zero_ms = position(session, at);
            let stop = session.clock.recordings.last_mut();
            if let Some(before) = stop {
                // One recorder makes one recording at a time.
                before.stopped_ms.get_or_insert(zero_ms);
            }
            session.clock.recordings.push(Recording {
                zero_ms,
                ..Recording::default()
            });
        }
        ClockChange::RecordingStopped(at) => {
            let stop_ms = position(session, at);
            if let Some(recording) = session.clock.recordings.last_mut() {
                recording.stopped_ms.get_or_insert(stop_ms);
            }
        }
        ClockChange::RecordingShifted { number, by_ms } => {
            let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
            if let Some(recording) = session.clock.recordings.get_mut(index) {
                recording.shift_ms = recording.shift_ms.saturating_add(by_ms);
            }
        }
        ClockChange::Jumped(by) => session.log.push(LogEntry::ClockJumped(by)),
        ClockChange::Slept { at_ms, by_ms } => jump(session, at_ms, by_ms, true),
        ClockChange::ClockSet { at_ms, by_ms } => jump(session, at_ms, by_ms, false),
        ClockChange::JumpCounts { number, counts } => count_jump(session, number, counts),
        ClockChange::LeadSet(lead_ms) => session.clock.lead_ms = lead_ms.min(LONGEST_LEAD_MS),
        ClockChange::MinutesPlanned(minutes) => session.clock.planned_minutes = minutes,
    }
}

/// Where an instant lies. Before the interview begins it is kept against the beginning of time, and moved when it begins.
fn position(session: &Session, at: time::OffsetDateTime) -> i64 {
    let since_began = session.clock.position_ms(at);
    since_began.unwrap_or_else(|| whole_milliseconds(at - time::OffsetDateTime::UNIX_EPOCH))
}

fn jump(session: &mut Session, at_ms: u64, by_ms: i64, counts: bool) {
    session.clock.jumps.push(Jump {
        at_ms,
        by_ms,
        counts,
    });
    session.log.push(LogEntry::ClockJumped(by_ms));
}

/// Lets a jump forward count or not, and moves what came after it.
fn count_jump(session: &mut Session, number: u32, counts: bool) {
    let Some(jump) = session.clock.correctable(number).copied() else {
        return;
    };
    if jump.counts == counts {
        return;
    }
    let move_it = |at_ms: &mut u64| *at_ms = jump.moved(*at_ms, counts);
    session
        .notes
        .iter_mut()
        .for_each(|note| move_it(&mut note.at_ms));
    let drafts = session.drafts.values_mut();
    drafts.for_each(|draft| move_it(&mut draft.started_ms));
    let parked = session.parked.iter_mut();
    parked.for_each(|parked| move_it(&mut parked.at_ms));
    session
        .gaps
        .iter_mut()
        .for_each(|gap| move_it(&mut gap.at_ms));
    let tombstones = session.tombstones.iter_mut();
    tombstones.for_each(|tombstone| move_it(&mut tombstone.at_ms));
    let visits = session.visits.iter_mut();
    visits
        .filter_map(|visit| visit.at_ms.as_mut())
        .for_each(move_it);
    for stretch in &mut session.off_record {
        move_it(&mut stretch.from_ms);
        stretch.to_ms.iter_mut().for_each(move_it);
    }
    for pause in &mut session.clock.pauses {
        move_it(&mut pause.from_ms);
        pause.to_ms.iter_mut().for_each(move_it);
    }
    for recording in &mut session.clock.recordings {
        move_signed(&mut recording.zero_ms, &move_it);
        if let Some(stop) = &mut recording.stopped_ms {
            move_signed(stop, &move_it);
        }
    }
    for (index, other) in (1_u32..).zip(&mut session.clock.jumps) {
        if index == number {
            other.counts = counts;
        } else if index > number {
            move_it(&mut other.at_ms);
        }
    }
}

/// What lies before the beginning of the interview lies before every jump.
fn move_signed(at_ms: &mut i64, move_it: &impl Fn(&mut u64)) {
    if let Ok(mut unsigned) = u64::try_from(*at_ms) {
        move_it(&mut unsigned);
        *at_ms = i64::try_from(unsigned).unwrap_or(i64::MAX);
    }
}

fn begin(session: &mut Session, at: time::OffsetDateTime) {
    if session.clock.began.is_some() {
        return;
    }
    let zero = whole_milliseconds(at - time::OffsetDateTime::UNIX_EPOCH);
    for recording in &mut session.clock.recordings {
        recording.zero_ms = recording.zero_ms.saturating_sub(zero);
        recording.stopped_ms = recording.stopped_ms.map(|stop| stop.saturating_sub(zero));
    }
    session.clock.began = Some(at);
}

fn whole_milliseconds(duration: time::Duration) -> i64 {
    i64::try_from(duration.whole_milliseconds()).unwrap_or(i64::MAX)
}

fn pause(session: &mut Session, from_ms: u64, reason: super::PauseReason) {
    let lasting = session.clock.pauses.last_mut();
    if let Some(pause) = lasting.filter(|pause| pause.to_ms.is_none()) {
        // The reason is given while the pause lasts.
        if pause.from_ms == from_ms {
            pause.reason = reason;
        }
    } else {
        session.clock.pauses.push(Pause {
            from_ms,
            to_ms: None,
            reason,
        });
    }
}

fn go_on(session: &mut Session, at_ms: u64) {
    if let Some(pause) = session.clock.pauses.last_mut() {
        pause.to_ms.get_or_insert(at_ms.max(pause.from_ms));
    }
}

fn draft_of<'session>(
    session: &'session mut Session,
    topic: &TopicId,
    started_ms: u64,
) -> &'session mut Draft {
    session
        .drafts
        .entry(topic.clone())
        .or_insert_with(|| Draft {
            text: CleanText::empty(),
            started_ms,
            purpose: Purpose::default(),
        })
}

fn keep(session: &mut Session, note: &Note) {
    session.drafts.remove(&note.topic);
    take_in(session, note);
}

/// Takes in a note unless its number is taken.
fn take_in(session: &mut Session, note: &Note) {
    if session.note(note.id).is_none() {
        // The number of a note that was undone is given again.
        session.unplaced.remove(&note.id);
        gate::void(session, &TextPlace::Note(note.id));
        session.notes.push(note.clone());
    }
}

/// Whoever sets a state says which one holds of those that note-takers gave the cell.
fn settle_dispute(session: &mut Session, topic: &TopicId) {
    if let Some(dispute) = session.disputes.get_mut(topic) {
        dispute.settled = true;
    }
}

fn with_note(session: &mut Session, id: NoteId, change: impl FnOnce(&mut Note)) {
    if let Some(note) = session.notes.iter_mut().find(|note| note.id == id) {
        change(note);
    }
}

fn put_mark(note: &mut Note, mark: Mark) {
    match mark {
        Mark::Prompting(prompting) => note.prompting = prompting,
        Mark::Polarity(polarity) => note.polarity = polarity,
        Mark::Voice(voice) => note.voice = voice,
        Mark::Speaker(speaker) => note.speaker = speaker,
        Mark::Language(language) => note.language = language,
    }
}

fn go_off_record(session: &mut Session, at_ms: u64, on: bool) {
    let open = session.off_record.last_mut();
    match (open.filter(|stretch| stretch.to_ms.is_none()), on) {
        (None, true) => session.off_record.push(OffRecord {
            from_ms: at_ms,
            to_ms: None,
        }),
        // A clock that was set back does not turn a stretch round.
        (Some(stretch), false) => stretch.to_ms = Some(at_ms.max(stretch.from_ms)),
        (Some(_), true) | (None, false) => {}
    }
}

/// Puts an ended stretch before the one that lasts, if one does: only the last may be open.
fn was_off_record(session: &mut Session, span: Span) {
    let stretch = OffRecord {
        from_ms: span.from_ms,
        to_ms: Some(span.to_ms),
    };
    if session.off_record.contains(&stretch) {
        return;
    }
    let open = session.off_record.iter();
    let ended = open.filter(|stretch| stretch.to_ms.is_some()).count();
    let at = ended.min(session.off_record.len());
    session.off_record.insert(at, stretch);
}

fn prefill(session: &mut Session, key: &str, value: Option<&CleanText>) {
    gate::void(session, &TextPlace::Prefill(key.to_owned()));
    match value {
        Some(value) => {
            let prefill = Prefill {
                value: value.clone(),
                outcome: None,
            };
            session.prefill.insert(key.to_owned(), prefill);
        }
        None => {
            session.prefill.remove(key);
        }
    }
}

fn strike(session: &mut Session, struck: &Struck) {
    if leaves_no_tombstone(struck) {
        session.struck_texts = session.struck_texts.saturating_add(1);
    }
    match struck {
        Struck::Note(id) | Struck::Text(TextPlace::Note(id)) => bury(session, *id),
        Struck::Draft(topic) => {
            session.drafts.remove(topic);
        }
        Struck::Slot(slot) => session.log.push(LogEntry::Purged(*slot)),
        // What is said now is known from the events before.
        Struck::Former(_) | Struck::Past => {}
        Struck::Text(place) => purge::forget_in_state(session, place),
        Struck::Span(span) => {
            if !session.struck_spans.contains(span) {
                session.struck_spans.push(*span);
            }
        }
    }
}

/// Whether a strike took out what may have left the study, and no tombstone says so. Drafts never leave it.
fn leaves_no_tombstone(struck: &Struck) -> bool {
    match struck {
        Struck::Former(_) | Struck::Slot(_) | Struck::Past => true,
        Struck::Text(place) => !matches!(place, TextPlace::Note(_) | TextPlace::Draft(_)),
        Struck::Note(_) | Struck::Draft(_) | Struck::Span(_) => false,
    }
}

/// Leaves a tombstone in place of a note, and the state «withdrawn» in a cell that has no other note.
fn bury(session: &mut Session, id: NoteId) {
    let Some(index) = session.notes.iter().position(|note| note.id == id) else {
        return;
    };
    let note = session.notes.remove(index);
    // What was to take its place holds its words.
    session
        .drafts
        .retain(|_, draft| draft.purpose != Purpose::Change(id));
    let tombstone = Tombstone {
        note: id,
        topic: note.topic.clone(),
        at_ms: note.at_ms,
    };
    put_tombstone(session, tombstone);
    session.unplaced.remove(&id);
    if let Some(view) = &mut session.type_view {
        view.notes.retain(|support| *support != id);
    }
    for topic in std::iter::once(&note.topic).chain(&note.also_in) {
        if !session.has_notes_in(topic) && session.cell(topic) == CellState::Answered {
            session.cells.insert(topic.clone(), CellState::Withdrawn);
        }
    }
}

fn put_tombstone(session: &mut Session, tombstone: Tombstone) {
    let mut known = session.tombstones.iter();
    if known.all(|known| known.note != tombstone.note) {
        session.tombstones.push(tombstone);
    }
}

fn join_slots(session: &mut Session, from: SlotKey, into: SlotKey) {
    let language = session.header.language;
    purge::for_each_text(session, &mut |text| {
        text.with_slot_renamed(from, into, language)
    });
    session.joined.push((from, into));
}
