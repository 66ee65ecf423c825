//! What is open before an interview is closed: each point is settled, or waved through with a reason, by one key. After it
//! was closed the same list holds what waits to be completed.

use time::OffsetDateTime;

use crate::analysis::{self, OpenPoint};
use crate::session::{Answer, CellState, Event, Manner};
use crate::tui::keymap::{Command, WaveReason};

use super::{Interview, Notice, REASONS};

/// What is open before closing.
#[derive(Debug)]
pub struct Closing {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// What was open when the list was opened.
    pub rows: Vec<OpenPoint>,
    /// Which point keys go to.
    pub selected: usize,
    /// What the last key could not do.
    pub refusal: Option<Refusal>,
    /// Drafts of which words are on no disk, and which closing would lose.
    unwritten: Vec<OpenPoint>,
    /// The last event before the list was opened: undo goes no further back than that.
    opened_after: u64,
    /// How much the session's log said before: what it let pass then is no word about drafts that are unwritten now.
    logged_before: usize,
    /// The last answer of which it was said that it stays on record.
    stays_said: u64,
}

/// What a key could not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// So many points are still open.
    StillOpen(usize),
    /// This point cannot be waved through.
    NeverWaved,
    /// After closing nothing is waved through any more.
    OnlySettled,
    /// This key answers nothing here.
    NoSuchAnswer,
    /// This point is answered in the list, and nowhere else.
    AnsweredHere,
    /// This point is done.
    Done,
    /// Nothing was settled in the list that could be taken back.
    NothingToUndo,
    /// Nothing was taken back in the list that could be brought back.
    NothingToRedo,
    /// An answer to a step of the consent stays on record; another key answers it anew.
    ConsentStays,
    /// The same key once more takes the yes to a step back, with what follows from that.
    TakesConsentBack,
    /// The same key once more makes one of two slots, which cannot be told apart again.
    JoinsForGood,
    /// What was joined stays so.
    JoinStays,
}

/// What the list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingWanted {
    /// Nothing.
    Nothing,
    /// Back to the interview.
    Back,
    /// Show what is not settled.
    Doubts,
    /// Leave the chosen point open, for this reason.
    Wave(WaveReason),
    /// The interview is closed.
    Close,
}

impl Closing {
    /// What is open in an interview.
    pub fn new(mut interview: Box<Interview>) -> Self {
        let unwritten = interview.unwritten().into_iter();
        let unwritten = unwritten
            .map(|(topic, _)| OpenPoint::Draft(topic))
            .collect();
        let state = interview.protocol.state();
        let (opened_after, logged_before) = (state.sequence, state.log.len());
        let mut closing = Self {
            opened_after,
            logged_before,
            stays_said: opened_after,
            interview,
            unwritten,
            rows: Vec::new(),
            selected: 0,
            refusal: None,
        };
        closing.rows = closing.points();
        closing
    }

    /// What is open now: unsettled words first, then what the session knows of.
    pub fn points(&self) -> Vec<OpenPoint> {
        let protocol = &self.interview.protocol;
        let unsettled = protocol.unsettled_count();
        let unsettled = (unsettled > 0).then_some(OpenPoint::Doubts(unsettled));
        let state = protocol.state();
        let is_closed = protocol.is_closed();
        let same = protocol.perhaps_same().into_iter();
        let same = same.map(|pair| OpenPoint::PerhapsSame {
            from: pair.from,
            into: pair.into,
        });
        let is_open = |point: &OpenPoint| is_closed || !analysis::is_waved(state, point);
        let in_memory = unsettled.into_iter().chain(same).filter(is_open);
        let in_memory: Vec<OpenPoint> = in_memory.collect();
        // Consent is asked for by the first note-taker.
        let is_first = protocol.taker() == 1;
        let is_asked = |point: &OpenPoint| is_first || !matches!(point, OpenPoint::Consent(_));
        let known = if is_closed {
            analysis::points_to_complete(state, protocol.guide())
        } else {
            analysis::open_points(state, protocol.guide())
        };
        let known: Vec<OpenPoint> = known.into_iter().filter(is_asked).collect();
        // A topic's name in the log says nothing of which draft it was: other words may have been typed there since.
        let logged = || state.log.iter().skip(self.logged_before);
        let is_open =
            |point: &&OpenPoint| !known.contains(point) && !analysis::is_waved_in(logged(), point);
        let unwritten = self.unwritten.iter().filter(is_open).cloned();
        let unwritten: Vec<OpenPoint> = unwritten.collect();
        in_memory
            .into_iter()
            .chain(unwritten)
            .chain(known)
            .collect()
    }

    /// Whether the interview is closed already, and is only completed.
    pub fn is_after(&self) -> bool {
        self.interview.protocol.is_closed()
    }

    /// The point that keys go to.
    pub fn chosen(&self) -> Option<&OpenPoint> {
        self.rows.get(self.selected)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Accept => !self.rows.is_empty(),
            Command::Up | Command::Down => self.last_row() > 0,
            Command::Wave(_) => self.chosen().is_some() && !self.is_after(),
            Command::Close => !self.is_after(),
            Command::Doubts => self.interview.protocol.unsettled_count() > 0,
            Command::Undo => self.can_undo() || self.answered_last().is_some(),
            Command::Redo => self.can_redo(),
            _ => true,
        }
    }

    /// A digit settles the point: it sets the state of a cell, answers a step of the consent, or says that it is done.
    pub fn type_character(&mut self, character: char, now: OffsetDateTime) {
        let said = self.refusal;
        self.forget_said();
        let Some(point) = self.chosen().cloned() else {
            self.refusal = Some(Refusal::Done);
            return;
        };
        let digit = character
            .to_digit(10)
            .and_then(|digit| digit.checked_sub(1));
        let index = digit.and_then(|digit| usize::try_from(digit).ok());
        let warning = index.and_then(|index| self.warning(&point, index));
        if warning.is_some() && said != warning {
            self.refusal = warning;
            return;
        }
        if index.is_some_and(|index| self.settle(&point, index, now)) {
            self.go_on_from(&point);
        } else {
            self.refusal = Some(Refusal::NoSuchAnswer);
        }
    }

    /// What the last key did not do, said by the interview underneath: it knows why.
    pub const fn notice(&self) -> Option<&Notice> {
        self.interview.notice.as_ref()
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> ClosingWanted {
        self.forget_said();
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => self.go_down(),
            Command::Back => return ClosingWanted::Back,
            Command::Doubts => return ClosingWanted::Doubts,
            Command::Wave(_) | Command::Close if self.is_after() => {
                self.refusal = Some(Refusal::OnlySettled);
            }
            Command::Wave(reason) => match self.chosen() {
                Some(point) if !self.is_open(point) => self.refusal = Some(Refusal::Done),
                Some(point) if point.may_be_waved() => return ClosingWanted::Wave(reason),
                Some(_) => self.refusal = Some(Refusal::NeverWaved),
                None => self.refusal = Some(Refusal::Done),
            },
            Command::Accept => return self.accept(now),
            Command::Undo if self.answered_last().is_some() => self.say_that_it_stays(),
            Command::Undo if self.can_undo() => self.undo(now),
            Command::Undo => self.refusal = Some(Refusal::NothingToUndo),
            Command::Redo if self.can_redo() => self.redo(now),
            Command::Redo => self.refusal = Some(Refusal::NothingToRedo),
            Command::Close => {
                let open = self.points();
                let Some(first) = open.first() else {
                    self.interview.protocol.close(now);
                    return ClosingWanted::Close;
                };
                self.refusal = Some(Refusal::StillOpen(open.len()));
                self.show(first);
            }
            _ => {}
        }
        ClosingWanted::Nothing
    }

    /// Leaves the chosen point open, with a reason in words. A cell without notes that is not needed here was not asked:
    /// that settles it.
    pub fn wave(&mut self, why: WaveReason, reason: &str) {
        let is_open = |point: &&OpenPoint| point.may_be_waved() && self.is_open(point);
        if let Some(point) = self.chosen().filter(is_open) {
            let (gate, point) = (point.gate(), point.clone());
            let protocol = &mut self.interview.protocol;
            match (why, point) {
                (WaveReason::NotNeeded, OpenPoint::Cell(topic))
                    if !protocol.state().has_notes_in(&topic) =>
                {
                    protocol.set_cell(&topic, CellState::NotAsked);
                }
                _ => protocol.wave(&gate, reason),
            }
            self.go_to_next_open();
        }
    }

    fn can_undo(&self) -> bool {
        let undoable = self.interview.protocol.sitting().undoable();
        undoable.is_some_and(|recorded| recorded.sequence > self.opened_after)
    }

    fn can_redo(&self) -> bool {
        let redoable = self.interview.protocol.sitting().redoable();
        redoable.is_some_and(|recorded| recorded.sequence > self.opened_after)
    }

    /// What was settled last in the list, if it stays: an answer to a step of the consent is on record, and slots that were
    /// joined are one. Nothing once that was said, so that undo goes on to what was settled before.
    fn answered_last(&self) -> Option<(u64, OpenPoint)> {
        let sitting = self.interview.protocol.sitting();
        let undoable = sitting.undoable().map_or(0, |recorded| recorded.sequence);
        let since = undoable.max(self.stays_said);
        sitting
            .events()
            .iter()
            .rev()
            .take_while(|recorded| recorded.sequence > since)
            .find_map(|recorded| match &recorded.event {
                Event::Consent(record) => {
                    let point = OpenPoint::Consent(record.step.clone());
                    Some((recorded.sequence, point))
                }
                Event::SlotJoined { from, into } => {
                    let (from, into) = (*from, *into);
                    Some((recorded.sequence, OpenPoint::PerhapsSame { from, into }))
                }
                _ => None,
            })
    }

    /// Chooses what was settled last and stays: another key answers a step of the consent anew.
    fn say_that_it_stays(&mut self) {
        if let Some((sequence, point)) = self.answered_last() {
            self.stays_said = sequence;
            self.show(&point);
            self.refusal = Some(match point {
                OpenPoint::PerhapsSame { .. } => Refusal::JoinStays,
                _ => Refusal::ConsentStays,
            });
        }
    }

    /// What is said before a key does what cannot be taken back.
    fn warning(&self, point: &OpenPoint, index: usize) -> Option<Refusal> {
        let state = self.interview.protocol.state();
        match (point, index) {
            (OpenPoint::Consent(step), 1) if state.answer_to(step) == Some(Answer::Yes) => {
                Some(Refusal::TakesConsentBack)
            }
            (OpenPoint::PerhapsSame { .. }, 0) if self.is_open(point) => {
                Some(Refusal::JoinsForGood)
            }
            _ => None,
        }
    }

    /// Takes back what was settled last; what is open by that is chosen.
    fn undo(&mut self, now: OffsetDateTime) {
        let open = self.points();
        self.interview.take_back_last(now);
        for point in self.points() {
            if !open.contains(&point) {
                self.show(&point);
            }
        }
    }

    /// Brings back what was taken back last; what is done by that is chosen.
    fn redo(&mut self, now: OffsetDateTime) {
        let open = self.points();
        self.interview.bring_back_last(now);
        let after = self.points();
        for point in open.iter().filter(|point| !after.contains(point)) {
            self.show(point);
        }
    }

    /// Forgets what was said of the key before.
    fn forget_said(&mut self) {
        self.refusal = None;
        self.interview.notice = None;
    }

    fn is_open(&self, point: &OpenPoint) -> bool {
        self.points().contains(point)
    }

    /// Goes where the chosen point is answered. Where that is the list itself, it is said.
    fn accept(&mut self, now: OffsetDateTime) -> ClosingWanted {
        let Some(point) = self.chosen().cloned() else {
            self.refusal = Some(Refusal::Done);
            return ClosingWanted::Nothing;
        };
        let is_left = match &point {
            OpenPoint::Doubts(_) => return ClosingWanted::Doubts,
            OpenPoint::Cell(topic)
            | OpenPoint::Contradicted(topic)
            | OpenPoint::Disputed(topic)
            | OpenPoint::Draft(topic) => {
                self.interview.go_to(topic, now);
                true
            }
            OpenPoint::Gap { topic, at_ms } => {
                self.interview.go_to_gap(topic, *at_ms, now);
                true
            }
            OpenPoint::Overlaps(_) => {
                self.interview.choose_overlap();
                self.interview.choosing.is_some()
            }
            OpenPoint::Unplaced(note) => self.interview.offer_place(*note, now),
            // One that is done already stays in the list.
            OpenPoint::Parked(number, _) => self.interview.take_up(*number, now),
            OpenPoint::OffRecord { .. } => {
                if self.settle(&point, 0, now) {
                    self.go_on_from(&point);
                }
                return ClosingWanted::Nothing;
            }
            OpenPoint::PerhapsSame { .. }
            | OpenPoint::Consent(_)
            | OpenPoint::Approval
            | OpenPoint::Country
            | OpenPoint::PhoneReason => false,
        };
        if is_left {
            return ClosingWanted::Back;
        }
        self.refusal = Some(if self.is_open(&point) {
            Refusal::AnsweredHere
        } else {
            Refusal::Done
        });
        ClosingWanted::Nothing
    }

    /// Settles a point by the key with this index; whether that key settles it.
    fn settle(&mut self, point: &OpenPoint, index: usize, now: OffsetDateTime) -> bool {
        let language = self.interview.question_language;
        let is_open = self.is_open(point);
        let protocol = &mut self.interview.protocol;
        match (point, index) {
            (
                OpenPoint::Cell(topic)
                | OpenPoint::Contradicted(topic)
                | OpenPoint::Disputed(topic),
                index,
            ) => {
                let Some(state) = CellState::SETTABLE.get(index) else {
                    return false;
                };
                protocol.set_cell(topic, *state);
            }
            (OpenPoint::Consent(step), 0) => {
                protocol.consent(step, Answer::Yes, Manner::Oral, language, now);
            }
            (OpenPoint::Consent(step), 1) => {
                // A yes that becomes a no is one that is taken back.
                let answer = match protocol.state().answer_to(step) {
                    Some(Answer::Yes | Answer::Withdrawn) => Answer::Withdrawn,
                    _ => Answer::No,
                };
                protocol.consent(step, answer, Manner::Oral, language, now);
            }
            // Neither answer can be given anew.
            (OpenPoint::PerhapsSame { .. }, _) if !is_open => return false,
            (OpenPoint::PerhapsSame { from, into }, 0) => protocol.join_slots(*from, *into),
            (OpenPoint::PerhapsSame { from, into }, 1) => protocol.are_two(*from, *into),
            (OpenPoint::Unplaced(note), 0) => protocol.place_where_it_is(*note),
            (OpenPoint::Parked(number, _), 0) => protocol.settle_parked(*number),
            (OpenPoint::Gap { topic, at_ms }, 0) => protocol.settle_gap(topic, *at_ms),
            (OpenPoint::PhoneReason, index) => {
                let Some(reason) = REASONS.get(index) else {
                    return false;
                };
                protocol.set_phone_reason(*reason);
            }
            (OpenPoint::OffRecord { .. }, 0) => protocol.end_off_record(now),
            (OpenPoint::Draft(topic), 0) => self.interview.keep_draft_of(topic, now),
            _ => return false,
        }
        true
    }

    fn go_down(&mut self) {
        self.selected = (self.selected + 1).min(self.last_row());
    }

    /// Behind the points stand the stretches that need no answer.
    fn last_row(&self) -> usize {
        let settled = self.interview.protocol.state().ended_stretches().len();
        (self.rows.len() + settled).saturating_sub(1)
    }

    /// Goes on from a point that was answered; where it is still open, why is said.
    fn go_on_from(&mut self, point: &OpenPoint) {
        if self.interview.notice.is_none() || !self.is_open(point) {
            self.go_to_next_open();
        }
    }

    /// Chooses the next point that is open, round and round, so that one key a point is enough.
    fn go_to_next_open(&mut self) {
        let open = self.points();
        let behind = self.rows.iter().skip(self.selected + 1);
        let next = behind.chain(&self.rows).find(|row| open.contains(row));
        if let Some(next) = next.cloned() {
            self.show(&next);
        }
    }

    /// Chooses a point; one that came up meanwhile comes into the list.
    fn show(&mut self, point: &OpenPoint) {
        let place = self.rows.iter().position(|row| row == point);
        self.selected = place.unwrap_or_else(|| {
            self.rows.push(point.clone());
            self.rows.len() - 1
        });
    }
}
