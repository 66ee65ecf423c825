//! Choosing: a topic, a state, a parked point, by one further key. Nothing else on the screen stops.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::i18n::Text;
use crate::session::{CellState, NoteId, TopicId};
use crate::tui::keymap::{Command, Key};

/// What is being chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// The topic to go to.
    Topic,
    /// The cell to put a note into.
    Refile(NoteId),
    /// The further cell to link a note into.
    AlsoIn(NoteId),
    /// The state of the cell.
    State,
    /// The parked point to take up.
    Parked,
    /// Whether to strike a note.
    Strike(NoteId),
}

/// One of the things that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A cell.
    Cell(TopicId),
    /// A state.
    State(CellState),
    /// A parked point, by its number.
    Parked(u32),
}

impl Interview {
    /// What can be chosen, each with the key for it.
    pub fn choices(&self) -> Vec<(char, Choice)> {
        match self.choosing {
            None | Some(Choosing::Strike(_)) => Vec::new(),
            Some(Choosing::Topic | Choosing::Refile(_) | Choosing::AlsoIn(_)) => ('a'..='z')
                .chain('0'..='9')
                .zip(self.cells().into_iter().map(Choice::Cell))
                .collect(),
            Some(Choosing::State) => ('1'..='9')
                .zip(CellState::SETTABLE.map(Choice::State))
                .collect(),
            Some(Choosing::Parked) => {
                let numbers = self
                    .protocol
                    .state()
                    .parked
                    .iter()
                    .map(|parked| parked.number);
                ('1'..='9')
                    .chain('a'..='z')
                    .zip(numbers.map(Choice::Parked))
                    .collect()
            }
        }
    }

    pub(super) fn choose(&mut self, command: Command) {
        let at_hand = self.note_at_hand();
        self.choosing = match (command, at_hand) {
            (Command::Jump, _) => Some(Choosing::Topic),
            (Command::State, _) => Some(Choosing::State),
            (Command::Parked, _) => Some(Choosing::Parked),
            (Command::Refile, Some(note)) => Some(Choosing::Refile(note)),
            (Command::AlsoIn, Some(note)) => Some(Choosing::AlsoIn(note)),
            (Command::Strike, Some(note)) => Some(Choosing::Strike(note)),
            _ => None,
        };
        if self.choosing == Some(Choosing::Parked) && self.protocol.state().parked.is_empty() {
            self.choosing = None;
            self.notice = Some(Notice::of(Text::NoticeNothingParked));
        } else if self.choosing.is_none() {
            self.notice = Some(Notice::of(Text::NoticeNoNote));
        }
    }

    pub(super) fn answer_choice(&mut self, key: Key, now: OffsetDateTime) {
        let Some(choosing) = self.choosing else {
            return;
        };
        match (choosing, key.code) {
            (_, KeyCode::Esc) => self.choosing = None,
            (Choosing::Strike(note), KeyCode::Enter) => {
                self.choosing = None;
                self.protocol.strike(note);
                self.notice = Some(Notice::about(Text::NoticeStruck, &note));
            }
            (_, KeyCode::Char(character))
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                let wanted = character.to_ascii_lowercase();
                let chosen = self.choices().into_iter().find(|(key, _)| *key == wanted);
                if let Some((_, choice)) = chosen {
                    self.choosing = None;
                    self.take(choosing, &choice, now);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, choosing: Choosing, choice: &Choice, now: OffsetDateTime) {
        match (choosing, choice) {
            (Choosing::Topic, Choice::Cell(topic)) => self.go_to(topic, now),
            (Choosing::Refile(note), Choice::Cell(topic)) => {
                self.protocol.refile(note, topic);
                self.notice = Some(Notice::about(Text::NoticeRefiled, &topic));
            }
            (Choosing::AlsoIn(note), Choice::Cell(topic)) => {
                self.protocol.link(note, topic);
                self.notice = Some(Notice::about(Text::NoticeLinked, &topic));
            }
            (Choosing::State, Choice::State(state)) => self.protocol.set_cell(&self.topic, *state),
            (Choosing::Parked, Choice::Parked(number)) => {
                self.take_up(*number, now);
            }
            _ => {}
        }
    }
}
