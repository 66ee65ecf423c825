//! Choosing: a topic, a state, a parked point, by one further key; where there are more of them than keys, on a further
//! page. Nothing else on the screen stops.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use time::OffsetDateTime;

use super::{Interview, MINUTES, Notice, ReplacedIn, Stays};
use crate::analysis;
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{CellState, NoteId, Outcome, Pair, PauseReason, Span, TopicId};
use crate::tui::keymap::{self, Command, Key, Place};

/// How many rows one key scrolls two notes that lie side by side.
const OVERLAP_STEP: usize = 3;

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
    /// What the interview makes of an answer to the survey.
    Survey,
    /// What was replaced somewhere though it is no name.
    TakeBack(ReplacedIn),
    /// Whether to strike a note.
    Strike(NoteId),
    /// The note that waits for its place.
    Unplaced,
    /// What becomes of two notes that lie side by side.
    Overlap(Pair),
    /// In which language a quotation is, so that it can be translated.
    QuoteLanguage(NoteId),
    /// How many minutes to strike.
    StrikeMinutes,
    /// Whether to strike everything of a stretch.
    StrikeSpan(Span),
    /// Why the interview pauses.
    Pause,
    /// What became of the recording that runs.
    Recording,
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
    /// An answer to the survey, by its key, and what the interview makes of it.
    Survey(String, Outcome),
    /// So many of the last minutes.
    Minutes(u8),
    /// A note.
    Note(NoteId),
    /// What stands behind placeholders, by their markers, which are taken back together.
    Replaced(Vec<char>),
    /// A language.
    Language(Language),
    /// What becomes of two notes.
    Stays(Stays),
    /// A reason for the pause.
    Pause(PauseReason),
    /// The recording was stopped.
    StopRecording,
    /// Another recording runs from here.
    NextRecording,
}

impl Choosing {
    /// Whether digits alone choose, so that letters can only be the beginning of a note.
    const fn is_by_digit(self) -> bool {
        matches!(
            self,
            Self::State
                | Self::StrikeMinutes
                | Self::Overlap(_)
                | Self::QuoteLanguage(_)
                | Self::Pause
                | Self::Recording
                | Self::TakeBack(_)
        )
    }
}

impl Interview {
    /// What can be chosen on the page that is shown, each with the key for it.
    pub fn choices(&self) -> Vec<(char, Choice)> {
        let keys = self.choice_keys();
        let before = self.page() * keys.len();
        let shown = self.all_choices().into_iter().skip(before);
        keys.into_iter().zip(shown).collect()
    }

    /// Which page of what can be chosen is shown, from 0.
    pub fn page(&self) -> usize {
        self.page.min(self.pages() - 1)
    }

    /// How many pages there are, at least one: a page has as many choices as there are keys for them.
    pub fn pages(&self) -> usize {
        let of_page = self.choice_keys().len().max(1);
        self.all_choices().len().div_ceil(of_page).max(1)
    }

    fn choice_keys(&self) -> Vec<char> {
        match self.choosing {
            None | Some(Choosing::Strike(_) | Choosing::StrikeSpan(_)) => Vec::new(),
            Some(Choosing::Topic | Choosing::Refile(_) | Choosing::AlsoIn(_)) => {
                ('a'..='z').chain('0'..='9').collect()
            }
            Some(choosing) if choosing.is_by_digit() => ('1'..='9').collect(),
            Some(_) => ('1'..='9').chain('a'..='z').collect(),
        }
    }

    fn all_choices(&self) -> Vec<Choice> {
        match self.choosing {
            None | Some(Choosing::Strike(_) | Choosing::StrikeSpan(_)) => Vec::new(),
            Some(Choosing::Overlap(_)) => Stays::ALL.map(Choice::Stays).to_vec(),
            Some(Choosing::Unplaced) => {
                let waiting = self.protocol.state().unplaced.iter();
                waiting.map(|note| Choice::Note(*note)).collect()
            }
            Some(Choosing::QuoteLanguage(_)) => {
                let of_session = self.protocol.state().header.language;
                let others = Language::ALL.into_iter();
                let others = others.filter(|language| *language != of_session);
                others.map(Choice::Language).collect()
            }
            Some(Choosing::StrikeMinutes) => MINUTES.map(Choice::Minutes).to_vec(),
            Some(Choosing::Topic | Choosing::Refile(_) | Choosing::AlsoIn(_)) => {
                self.cells().into_iter().map(Choice::Cell).collect()
            }
            Some(Choosing::TakeBack(_)) => {
                let offered = self.offered.iter().cloned();
                offered.map(Choice::Replaced).collect()
            }
            Some(Choosing::State) => CellState::SETTABLE.map(Choice::State).to_vec(),
            Some(Choosing::Survey) => {
                let keys = self.survey_here().into_iter();
                keys.flat_map(|key| {
                    Outcome::ALL.map(|outcome| Choice::Survey(key.to_owned(), outcome))
                })
                .collect()
            }
            Some(Choosing::Pause) => PauseReason::CHOICES.map(Choice::Pause).to_vec(),
            Some(Choosing::Recording) => vec![Choice::StopRecording, Choice::NextRecording],
            Some(Choosing::Parked) => {
                let parked = self.protocol.state().waiting();
                parked.map(|parked| Choice::Parked(parked.number)).collect()
            }
        }
    }

    /// Lets something be chosen that is there.
    pub(in crate::tui::screen) fn choose_among(&mut self, choosing: Choosing) {
        self.page = 0;
        self.choosing = Some(choosing);
    }

    pub(super) fn choose(&mut self, command: Command) {
        // Who is writing means what is written; the note before it is struck only if it was chosen.
        if command == Command::Strike && !self.editor.is_empty() && self.at_hand.is_none() {
            self.notice = Some(Notice::of(Text::NoticeDraftFirst));
            return;
        }
        let at_hand = self.note_at_hand();
        self.page = 0;
        self.choosing = match (command, at_hand) {
            (Command::Jump, _) => Some(Choosing::Topic),
            (Command::State, _) => Some(Choosing::State),
            (Command::Parked, _) => Some(Choosing::Parked),
            (Command::Assess, _) => Some(Choosing::Survey),
            (Command::StrikeMinutes, _) => Some(Choosing::StrikeMinutes),
            (Command::Refile, Some(note)) => Some(Choosing::Refile(note)),
            (Command::AlsoIn, Some(note)) => Some(Choosing::AlsoIn(note)),
            (Command::Strike, Some(note)) => Some(Choosing::Strike(note)),
            _ => None,
        };
        let has_begun = self.protocol.state().clock.began.is_some();
        if self.choosing == Some(Choosing::StrikeMinutes) && !has_begun {
            self.choosing = None;
            self.notice = Some(Notice::of(Text::NoticeNotBegun));
        } else if self.choosing == Some(Choosing::Survey) && self.survey_here().is_empty() {
            self.choosing = None;
            self.notice = Some(Notice::of(Text::NoticeNoSurvey));
        } else if self.choosing == Some(Choosing::Parked)
            && self.protocol.state().waiting().next().is_none()
        {
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
            (_, KeyCode::F(_)) if is_key_of(key, Command::Back) => self.choosing = None,
            (Choosing::Strike(note), KeyCode::Enter) => {
                self.choosing = None;
                self.strike(note);
                self.say_struck(Notice::about(Text::NoticeStruck, &note));
            }
            (Choosing::StrikeSpan(span), KeyCode::Enter) => {
                self.choosing = None;
                self.strike_span(span);
            }
            // Who types on did not mean to strike.
            (Choosing::Strike(_) | Choosing::StrikeSpan(_), KeyCode::Char(character))
                if !key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                self.choosing = None;
                self.type_character(character, now);
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
                } else if choosing.is_by_digit() {
                    // A note does not wait for an answer: who types on did not mean to give one.
                    self.choosing = None;
                    self.type_character(character, now);
                }
            }
            (Choosing::Pause, _) if is_key_of(key, Command::Pause) => {
                self.choosing = None;
                self.toggle_pause(now);
            }
            (Choosing::Recording, _) if is_key_of(key, Command::Recording) => self.choosing = None,
            _ => self.turn_page(key),
        }
    }

    /// Turns the page by the keys that scroll or go on elsewhere; behind the last comes the first. Notes that lie side by
    /// side are scrolled.
    pub(in crate::tui::screen) fn turn_page(&mut self, key: Key) {
        let pages = self.pages();
        let scrolled = self.overlap_scrolled;
        match keymap::lookup(Place::Interview, key) {
            Some(Command::PageDown) if self.overlap_most > 0 => {
                self.overlap_scrolled = (scrolled + OVERLAP_STEP).min(self.overlap_most);
            }
            Some(Command::PageUp) if self.overlap_most > 0 => {
                self.overlap_scrolled = scrolled.saturating_sub(OVERLAP_STEP);
            }
            Some(Command::PageDown | Command::NextTopic) => self.page = (self.page() + 1) % pages,
            Some(Command::PageUp | Command::PreviousTopic) => {
                self.page = (self.page() + pages - 1) % pages;
            }
            _ => {}
        }
    }

    /// Sets the state of the cell, and says where its notes speak against it.
    fn set_state(&mut self, state: CellState) {
        self.protocol.set_cell(&self.topic, state);
        let is_contradicted = analysis::contradicted(self.protocol.state())
            .any(|contradicted| contradicted == self.topic);
        if is_contradicted {
            self.notice = Some(Notice::about(Text::NoticeContradicted, &self.topic));
        }
    }

    fn take(&mut self, choosing: Choosing, choice: &Choice, now: OffsetDateTime) {
        match (choosing, choice) {
            (Choosing::Topic, Choice::Cell(topic)) => self.go_to(topic, now),
            (Choosing::Refile(note), Choice::Cell(topic)) => {
                match self.protocol.refile(note, topic) {
                    Ok(()) => self.notice = Some(Notice::about(Text::NoticeRefiled, &topic)),
                    Err(withheld) => self.say_withheld(withheld),
                }
            }
            (Choosing::AlsoIn(note), Choice::Cell(topic)) => {
                self.protocol.link(note, topic);
                self.notice = Some(Notice::about(Text::NoticeLinked, &topic));
            }
            (Choosing::State, Choice::State(state)) => self.set_state(*state),
            (Choosing::Survey, Choice::Survey(key, outcome)) => {
                self.protocol.assess(key, *outcome);
            }
            (Choosing::Unplaced, Choice::Note(note)) => {
                self.page = 0;
                self.choosing = Some(Choosing::Refile(*note));
            }
            (Choosing::TakeBack(place), Choice::Replaced(markers)) => {
                self.take_back_from(place, markers);
            }
            (Choosing::QuoteLanguage(note), Choice::Language(language)) => {
                self.protocol.mark_language(note, *language);
                self.to_translate = Some(note);
            }
            (Choosing::Overlap(pair), Choice::Stays(stays)) => self.settle_overlap(pair, *stays),
            (Choosing::StrikeMinutes, Choice::Minutes(minutes)) => {
                let span = self.last_minutes(*minutes, now);
                self.choosing = Some(Choosing::StrikeSpan(span));
            }
            (Choosing::Parked, Choice::Parked(number)) => {
                self.take_up(*number, now);
            }
            (Choosing::Pause, Choice::Pause(reason)) => self.give_reason(*reason),
            (Choosing::Recording, Choice::StopRecording) => self.stop_recording(now),
            (Choosing::Recording, Choice::NextRecording) => self.start_recording(now),
            _ => {}
        }
    }
}

fn is_key_of(key: Key, command: Command) -> bool {
    keymap::lookup(Place::Interview, key) == Some(command)
}
