//! Writing from the recording: it plays while one types, and what is typed stands where it plays.

use time::OffsetDateTime;

use super::{Interview, Notice, Outcome};
use crate::i18n::Text;
use crate::operations::player::{Order, State};
use crate::session::{NoteId, Place};
use crate::tui::keymap::Command;

/// How far one key goes back or on, in milliseconds.
const STEP_MS: i64 = 5_000;

/// How long a position that was told is taken to go on, in milliseconds.
const LONGEST_SILENCE_MS: i64 = 2_000;

/// The recording that is listened to.
#[derive(Debug, Clone, PartialEq)]
pub struct Playing {
    /// Which recording, from 1.
    pub number: usize,
    /// What the player said last; nothing before it said anything.
    pub told: Option<(State, OffsetDateTime)>,
    /// The gap that was jumped to last.
    last_gap_ms: Option<u64>,
}

/// What is asked of the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlayerWanted {
    /// Begin to listen to a recording.
    Open,
    /// Do this.
    Order(Order),
    /// Stop listening.
    Close,
}

impl Playing {
    /// Listening to this recording begins.
    pub const fn new(number: usize) -> Self {
        Self {
            number,
            told: None,
            last_gap_ms: None,
        }
    }

    /// Where the recording plays now, in milliseconds since its beginning: what was told, and the time since.
    pub fn position_ms(&self, now: OffsetDateTime) -> u64 {
        let Some((state, at)) = &self.told else {
            return 0;
        };
        if state.is_paused {
            return state.position_ms;
        }
        let since = i64::try_from((now - *at).whole_milliseconds()).unwrap_or(0);
        let since = since.clamp(0, LONGEST_SILENCE_MS) * i64::from(state.speed_percent) / 100;
        let position_ms = state.position_ms + u64::try_from(since).unwrap_or(0);
        position_ms.min(state.length_ms.unwrap_or(u64::MAX))
    }
}

impl Interview {
    /// Says that listening to a recording begins. If none was marked it is taken to have begun with the interview.
    pub fn listen_to(&mut self, number: usize) {
        self.playing = Some(Playing::new(number));
        if self.protocol.assume_recording() {
            self.notice = Some(Notice::of(Text::NoticeRecordingAssumed));
        }
    }

    /// Takes in what the player says.
    pub fn hear(&mut self, state: State, now: OffsetDateTime) {
        if let Some(playing) = &mut self.playing {
            playing.told = Some((state, now));
        }
    }

    /// Where in the interview lies what plays now; nothing if nothing plays.
    pub(super) fn playing_ms(&self, now: OffsetDateTime) -> Option<u64> {
        let playing = self.playing.as_ref()?;
        let clock = &self.protocol.state().clock;
        clock.in_interview(playing.number, playing.position_ms(now))
    }

    pub(super) fn has_open_gap(&self) -> bool {
        self.protocol.state().gaps.iter().any(|gap| !gap.settled)
    }

    pub(super) fn obey_player(&mut self, command: Command, now: OffsetDateTime) -> Outcome {
        let Some(playing) = &self.playing else {
            return match command {
                Command::Player if self.protocol.may_record() => {
                    Outcome::Player(PlayerWanted::Open)
                }
                Command::Player => self.answer(self.why_no_recording()),
                _ => self.answer(Text::NoticeNotListening),
            };
        };
        let position_ms = playing.position_ms(now);
        let order = match command {
            Command::Player => {
                self.playing = None;
                return Outcome::Player(PlayerWanted::Close);
            }
            Command::Play => Order::Toggle,
            Command::PlayBack => Order::Seek(moved(position_ms, -STEP_MS)),
            Command::PlayForward => Order::Seek(moved(position_ms, STEP_MS)),
            Command::More => Order::Faster,
            Command::Less => Order::Slower,
            Command::PlayNote => match self.note_at_hand() {
                Some(note) => return self.play_note(note),
                None => return self.answer(Text::NoticeNoNote),
            },
            Command::PlayGap => return self.play_gap(),
            _ => return Outcome::Done,
        };
        if let Order::Seek(to_ms) = order {
            self.expect(to_ms, now);
        }
        Outcome::Player(PlayerWanted::Order(order))
    }

    /// The place follows the note that is chosen.
    pub(super) fn follow_note(&mut self) -> Outcome {
        match self.chosen_note().filter(|_| self.playing.is_some()) {
            Some(note) => self.play_note(note),
            None => Outcome::Done,
        }
    }

    /// The place follows the point that is taken up.
    pub(super) fn play_said(&mut self, at_ms: u64) -> Outcome {
        let place = self.protocol.state().place_said(at_ms);
        self.play_place(Some(place))
    }

    fn play_note(&mut self, id: NoteId) -> Outcome {
        let state = self.protocol.state();
        let place = state.note(id).map(|note| state.place_of(note));
        self.play_place(place)
    }

    /// Plays from the next place that was not understood, round and round.
    fn play_gap(&mut self) -> Outcome {
        let state = self.protocol.state();
        let open = state.gaps.iter().filter(|gap| !gap.settled);
        let mut open: Vec<u64> = open.map(|gap| gap.at_ms).collect();
        open.sort_unstable();
        let last = self
            .playing
            .as_ref()
            .and_then(|playing| playing.last_gap_ms);
        let next = open.iter().find(|at_ms| Some(**at_ms) > last);
        let Some(at_ms) = next.or(open.first()).copied() else {
            return self.answer(Text::NoticeNoGap);
        };
        let place = state.place_of_key(at_ms);
        if let Some(playing) = &mut self.playing {
            playing.last_gap_ms = Some(at_ms);
        }
        self.play_place(Some(place))
    }

    fn play_place(&mut self, place: Option<Place>) -> Outcome {
        let here = self.playing.as_ref().map(|playing| playing.number);
        match place {
            Some(Place::Recording { number, at_ms }) if Some(number) == here => {
                Outcome::Player(PlayerWanted::Order(Order::Seek(at_ms)))
            }
            Some(Place::Recording { number, .. }) => {
                self.notice = Some(Notice::about(Text::NoticeOtherRecording, &number));
                Outcome::Done
            }
            _ => self.answer(Text::NoticeNotInRecording),
        }
    }

    /// What is typed before the player answers stands where it was sent.
    fn expect(&mut self, to_ms: u64, now: OffsetDateTime) {
        if let Some((state, at)) = self
            .playing
            .as_mut()
            .and_then(|playing| playing.told.as_mut())
        {
            state.position_ms = to_ms.min(state.length_ms.unwrap_or(u64::MAX));
            *at = now;
        }
    }

    fn answer(&mut self, text: Text) -> Outcome {
        self.notice = Some(Notice::of(text));
        Outcome::Done
    }
}

fn moved(position_ms: u64, by_ms: i64) -> u64 {
    position_ms.saturating_add_signed(by_ms)
}
