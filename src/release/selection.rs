//! What of a session each level contains. What is left out is counted.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use super::blocks::blocks;
use super::replaced;
use super::{
    Left, Level, Record, Released, ReleasedGap, ReleasedGuide, ReleasedParked, ReleasedSlot, When,
};
use crate::guide::Guide;
use crate::session::{
    Answer, ApprovalStep, Clock, ConsentRecord, Note, NoteId, NoteKind, Session, Voice,
};

/// The step of the consent by which the interviewee may be quoted.
const ALLOWS_QUOTES: &str = "c5";

/// What of a session this level contains.
pub(super) fn select(session: &Session, guide: Option<&Guide>, level: Level) -> Released {
    let header = &session.header;
    let mut released = Released {
        level,
        id: header.id.clone(),
        guide: ReleasedGuide {
            id: header.guide.id.clone(),
            edition: header.guide.edition.clone(),
            digest: header.guide.digest.clone(),
        },
        mode: header.mode,
        reason: header.reason,
        language: header.language,
        invented: header.invented,
        pilot: header.pilot,
        progress: session.progress(),
        began: session.clock.began.map(|began| When::at(began, level)),
        prepared: When::at(header.created, level),
        said_ms: of_notes(session, Session::said_ms),
        places: of_notes(session, Session::place_of),
        recordings: recordings(session),
        clock: Clock {
            lead_ms: session.clock.lead_ms,
            recordings: if session.may_record() {
                session.clock.recordings.clone()
            } else {
                Vec::new()
            },
            ..Clock::default()
        },
        duration: session.duration(),
        pauses: session.clock.pauses.clone(),
        slots: slots(session),
        blocks: blocks(session, guide),
        notes: notes(session),
        from_beside: BTreeSet::new(),
        given_codes: BTreeMap::new(),
        struck: session
            .tombstones
            .iter()
            .map(|tombstone| (tombstone.note, tombstone.topic.clone()))
            .collect(),
        parked: parked(session),
        gaps: gaps(session),
        attributes: session.attributes.clone(),
        consent: answers(&session.consent),
        answers: replaced::answers(&session.consent),
        replaced: replaced::replaced(session),
        record: (level == Level::Working).then(|| Record::of(session)),
        left_out: BTreeMap::new(),
        answer_until: answer_until(session).filter(|_| level == Level::Review),
        residual: Vec::new(),
    };
    released.leave_out(Left::Drafts, session.drafts.len());
    released.keep_attributes_for_export(guide);
    if let Some(guide) = guide {
        released.follow_merges(guide);
    }
    match level {
        Level::Working => {}
        Level::Review => released.reduce_to_review(),
        // The levels after the archive are refused; they would contain no more than it.
        Level::Archive | Level::Analysis | Level::Publication => {
            released.leave_out_what_is_not_for_others(session);
            released.keep_slots_that_are_mentioned();
        }
    }
    released
}

impl Released {
    /// Leaves out the comments on person and interviewer, and quotes that nobody allowed.
    pub(super) fn leave_out_what_is_not_for_others(&mut self, session: &Session) {
        self.keep_notes(Left::Comments, |kind| kind != NoteKind::Comment);
        if session.answer_to(ALLOWS_QUOTES) != Some(Answer::Yes) {
            self.keep_back_wordings();
        }
    }

    /// For the interviewee: paraphrases, quotes and facts with their numbers.
    fn reduce_to_review(&mut self) {
        self.keep_notes(Left::Comments, |kind| kind != NoteKind::Comment);
        self.keep_notes(Left::Observations, |kind| kind != NoteKind::Observation);

        let codes = self
            .notes
            .iter_mut()
            .map(|note| {
                note.polarity = None;
                note.voice = Voice::Own;
                std::mem::take(&mut note.codes).len()
            })
            .sum();
        self.leave_out(Left::Codes, codes);
        self.given_codes.clear();

        let cells = self.blocks.iter_mut().flat_map(|block| &mut block.cells);
        let summaries = cells.filter_map(|cell| cell.summary.take()).count();
        self.leave_out(Left::Summaries, summaries);

        self.keep_slots_that_are_mentioned();
        let labels = self.slots.iter_mut().filter_map(|slot| slot.label.take());
        let labels = labels.count();
        self.leave_out(Left::Labels, labels);

        let attributes = std::mem::take(&mut self.attributes).len();
        self.leave_out(Left::Attributes, attributes);
        self.answers.clear();
        self.replaced.clear();
        let consent = std::mem::take(&mut self.consent).len();
        self.leave_out(Left::Consent, consent);
        let parked = std::mem::take(&mut self.parked).len();
        self.leave_out(Left::Parked, parked);
        // One that was settled is a place not understood no longer.
        let gaps = std::mem::take(&mut self.gaps).into_iter();
        let gaps = gaps.filter(|gap| !gap.settled).count();
        self.leave_out(Left::Gaps, gaps);
        self.struck.clear();
        self.pauses.clear();
        self.drop_empty_bins();
    }

    /// Without consent no wording of the interviewee leaves: in the place of a quote stands what somebody wrote beside it,
    /// as a paraphrase in the language of the session; a quote with nothing beside it is left out.
    fn keep_back_wordings(&mut self) {
        let language = self.language;
        let quotes = self.notes.iter_mut();
        for quote in quotes.filter(|note| note.kind == NoteKind::Quote) {
            let Some(beside) = quote.translation.take() else {
                continue;
            };
            quote.kind = NoteKind::Paraphrase;
            quote.language = language;
            // What it quotes itself would be a wording again.
            quote.text = beside.without(&['"', '„', '“', '”', '«', '»']);
            self.from_beside.insert(quote.id);
        }
        self.leave_out(Left::Wordings, self.from_beside.len());
        self.keep_notes(Left::Quotes, |kind| kind != NoteKind::Quote);
    }

    fn keep_notes(&mut self, left: Left, keep: impl Fn(NoteKind) -> bool) {
        let before = self.notes.len();
        self.notes.retain(|note| keep(note.kind));
        self.leave_out(left, before - self.notes.len());
    }

    /// Leaves out attributes that the guide keeps from every export, such as the interviewer's country.
    fn keep_attributes_for_export(&mut self, guide: Option<&Guide>) {
        let before = self.attributes.len();
        self.attributes.retain(|id, _| {
            let attributes = guide.iter().flat_map(|guide| &guide.attributes);
            attributes
                .into_iter()
                .any(|attribute| &attribute.id == id && attribute.exported)
        });
        self.leave_out(Left::Attributes, before - self.attributes.len());
    }

    /// Leaves out the placeholders that nothing of what is released mentions.
    pub(super) fn keep_slots_that_are_mentioned(&mut self) {
        let mentioned: Vec<bool> = self.slots.iter().map(|slot| self.holds(slot)).collect();
        let mut mentioned = mentioned.into_iter();
        self.slots.retain(|_| mentioned.next().unwrap_or(true));
    }

    /// A bin «outside the guide» whose notes were all left out says nothing to the interviewee.
    fn drop_empty_bins(&mut self) {
        let notes = &self.notes;
        for block in &mut self.blocks {
            block.cells.retain(|cell| {
                cell.title.is_some() || notes.iter().any(|note| note.topic == cell.topic)
            });
        }
        self.blocks.retain(|block| !block.cells.is_empty());
    }

    /// A code that the study merged is given as what it went into, so that every reader of it counts the same.
    fn follow_merges(&mut self, guide: &Guide) {
        for note in &mut self.notes {
            let resolved = guide.study.resolve_all(&note.codes);
            if resolved != note.codes {
                let given = std::mem::replace(&mut note.codes, resolved);
                self.given_codes.insert(note.id, given);
            }
        }
    }

    fn leave_out(&mut self, left: Left, count: usize) {
        if count > 0 {
            *self.left_out.entry(left).or_default() += count;
        }
    }
}

/// The day that was set last for the interviewee's answer.
fn answer_until(session: &Session) -> Option<Date> {
    let mut steps = session.approvals.iter().rev().map(|approval| approval.step);
    steps.find_map(|step| match step {
        ApprovalStep::Sent { until } => Some(until),
        _ => None,
    })
}

/// How many recordings there are, if the interviewee agreed to them; without a yes none may be pointed to.
fn recordings(session: &Session) -> usize {
    if session.may_record() {
        session.clock.recordings.len()
    } else {
        0
    }
}

/// What there is to say about each note.
fn of_notes<T>(session: &Session, say: impl Fn(&Session, &Note) -> T) -> BTreeMap<NoteId, T> {
    let notes = session.notes.iter();
    notes.map(|note| (note.id, say(session, note))).collect()
}

fn gaps(session: &Session) -> Vec<ReleasedGap> {
    let gaps = session.gaps.iter();
    gaps.map(|gap| ReleasedGap {
        topic: gap.topic.clone(),
        at_ms: gap.at_ms,
        place: session.place_of_key(gap.at_ms),
        settled: gap.settled,
    })
    .collect()
}

fn notes(session: &Session) -> Vec<Note> {
    let mut notes = session.notes.to_vec();
    notes.sort_by_key(|note| note.id);
    notes
}

fn slots(session: &Session) -> Vec<ReleasedSlot> {
    let gone = |slot: &crate::anonymise::Slot| {
        session
            .joined
            .iter()
            .any(|(from, into)| *from == slot.key && from != into)
    };
    session
        .slots
        .iter()
        .filter(|slot| !gone(slot))
        .map(|slot| ReleasedSlot {
            key: slot.key,
            listed: slot.listed,
            label: slot.label.clone(),
        })
        .collect()
}

fn parked(session: &Session) -> Vec<ReleasedParked> {
    session
        .parked
        .iter()
        .map(|parked| ReleasedParked {
            number: parked.number,
            topic: parked.topic.clone(),
            text: parked.text.clone(),
            at_ms: parked.at_ms,
            settled: parked.settled,
            place: session.place_of_key(parked.at_ms),
        })
        .collect()
}

/// The last answer to each step, in the order in which the steps were first answered.
fn answers(records: &[ConsentRecord]) -> Vec<(String, Answer)> {
    let mut answers: Vec<(String, Answer)> = Vec::new();
    for record in records {
        match answers.iter_mut().find(|(step, _)| *step == record.step) {
            Some((_, answer)) => *answer = record.answer,
            None => answers.push((record.step.clone(), record.answer)),
        }
    }
    answers
}
