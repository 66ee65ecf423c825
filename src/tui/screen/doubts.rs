//! The words that are not settled: each is settled by one key, everywhere at once.

use crate::i18n::Text;
use crate::operations::protocol::{Settlement, Unsettled};
use crate::tui::keymap::Command;

use super::{Interview, Notice};

/// The words that are not settled.
#[derive(Debug)]
pub struct Doubts {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The words, in the order of the notes.
    pub rows: Vec<Unsettled>,
    /// Which word keys go to.
    pub selected: usize,
    /// Where they were asked for.
    pub from: Under,
}

/// What lies under the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// The interview.
    Interview,
    /// The list before closing.
    Closing,
    /// What is done after the interview.
    After,
}

/// What the list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtsWanted {
    /// Nothing.
    Nothing,
    /// The word is no name in this study, which is to be remembered.
    Allow(String),
    /// Back to where it was asked for.
    Back,
}

impl Doubts {
    /// The words of an interview.
    pub fn new(mut interview: Box<Interview>, from: Under) -> Self {
        interview.settle();
        Self {
            rows: interview.protocol.unsettled(),
            interview,
            selected: 0,
            from,
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Up
            | Command::Down
            | Command::SettleName(_)
            | Command::SettleOrdinary
            | Command::SettleInStudy => !self.rows.is_empty(),
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> DoubtsWanted {
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => {
                self.selected = (self.selected + 1).min(self.rows.len().saturating_sub(1));
            }
            Command::SettleName(kind) => {
                self.settle(Settlement::Name(kind));
            }
            Command::SettleOrdinary => {
                self.settle(Settlement::Ordinary);
            }
            Command::SettleInStudy => {
                if let Some(word) = self.settle(Settlement::Ordinary) {
                    return DoubtsWanted::Allow(word);
                }
            }
            Command::Back => return DoubtsWanted::Back,
            _ => {}
        }
        DoubtsWanted::Nothing
    }

    /// Settles the word that keys go to, and gives it back.
    fn settle(&mut self, settlement: Settlement) -> Option<String> {
        let word = self.rows.get(self.selected)?.word.clone();
        self.interview.protocol.settle_word(&word, settlement);
        // What is typed is searched with what is known now; it may hold the word too.
        self.interview.search_again();
        self.interview.notice = Some(match settlement {
            Settlement::Name(kind) => {
                let language = self.interview.protocol.state().header.language;
                Notice::about(Text::NoticeSettledName, &kind.word(language))
            }
            Settlement::Ordinary => Notice::of(Text::NoticeSettledOrdinary),
        });
        self.rows = self.interview.protocol.unsettled();
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
        Some(word.to_string())
    }
}
