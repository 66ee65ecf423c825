//! Lists: those that are filtered by typing, the code line, the search, what can be counted; choices and help; and how
//! far sessions are read for them.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::{App, Effect};
use crate::tui::keymap::{self, Command, EditCommand, Key, Place};
use crate::tui::screen::{ListKey, Outcome, Picking, Screen, Start};
use crate::tui::terminal::typed_char;

impl App {
    /// Whether a list is open in which characters are text.
    pub fn is_in_list(&self) -> bool {
        matches!(
            self.place(),
            Place::Coding | Place::Finding | Place::Filtering
        )
    }

    /// A key in such a list. While nothing is typed digits and signs are keys, then they are text.
    pub(super) fn press_in_list(&mut self, event: KeyEvent, effects: &mut Vec<Effect>) {
        let key = Key::of(event);
        let is_unfiltered = match &self.screen {
            Screen::Interview(interview) => interview.is_list_unfiltered(),
            Screen::Review(review) => review.is_list_unfiltered(),
            Screen::Across(across) => across.filtering.as_ref().is_none_or(Picking::is_empty),
            Screen::Codebook(codebook) => codebook.is_list_unfiltered(),
            _ => true,
        };
        let is_text = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
        let command = keymap::lookup(self.place(), key).filter(|_| !is_text || is_unfiltered);
        match (key.code, command) {
            (_, Some(Command::Edit(EditCommand::DeleteWordBack))) => {
                self.type_in_list(ListKey::EraseWord);
            }
            (_, Some(Command::Edit(EditCommand::DeleteLine))) => {
                self.type_in_list(ListKey::EraseAll);
            }
            // What is typed comes before what was done.
            (_, Some(Command::Undo)) if !is_unfiltered => self.type_in_list(ListKey::EraseAll),
            (KeyCode::Esc, _) => self.type_in_list(ListKey::Close),
            (KeyCode::Backspace, None) => self.type_in_list(ListKey::Erase),
            (_, Some(command)) => self.obey(command, effects),
            (_, None) => {
                if let Some(character) = typed_char(&event) {
                    self.type_in_list(ListKey::Character(character));
                }
            }
        }
    }

    pub(super) fn type_in_list(&mut self, typed: ListKey) {
        match &mut self.screen {
            Screen::Interview(interview) => interview.type_in_list(typed),
            Screen::Review(review) => review.type_in_list(typed),
            Screen::Across(across) => across.type_in_list(typed),
            Screen::Codebook(codebook) => codebook.type_in_list(typed),
            _ => {}
        }
    }

    /// Whether something is being chosen, so that other keys wait.
    pub fn is_choosing(&self) -> bool {
        match &self.screen {
            Screen::Interview(interview) => interview.choosing.is_some(),
            Screen::After(after) => after.interview.choosing.is_some(),
            _ => false,
        }
    }

    /// Whether something is being chosen that has more pages than one.
    pub fn has_pages(&self) -> bool {
        let interview = self.screen.interview();
        self.is_choosing()
            && interview
                .is_some_and(|interview| interview.pages() > 1 || interview.overlap_most > 0)
    }

    pub(super) fn choose(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let now = self.now;
        if keymap::lookup(self.place(), key) == Some(Command::Help) {
            self.help = Some(0);
            return;
        }
        let interview = match &mut self.screen {
            Screen::Interview(interview) => interview,
            Screen::After(after) => {
                after.choose_by(key);
                return;
            }
            _ => return,
        };
        match interview.choose_by(key, now) {
            Outcome::Translate(note) => self.show_translation(note),
            Outcome::Player(wanted) => self.ask_player(wanted, effects),
            _ => {}
        }
    }

    pub(super) fn read_help(&mut self, key: Key) {
        // A row of the page before stays in sight.
        let page = usize::from(self.size.height).saturating_sub(6).max(1);
        self.help = match key.code {
            KeyCode::Down => self.help.map(|scrolled| scrolled + 1),
            KeyCode::Up => self.help.map(|scrolled| scrolled.saturating_sub(1)),
            KeyCode::PageDown => self.help.map(|scrolled| scrolled + page),
            KeyCode::PageUp => self.help.map(|scrolled| scrolled.saturating_sub(page)),
            _ => None,
        };
    }

    /// So many percent of the sessions have been read: said wherever they are awaited.
    pub(super) fn reads(&mut self, percent: u8) {
        if let Some(across) = self.across_at_hand() {
            across.reading = Some(percent);
        }
        if let Some(search) = self.search_at_hand() {
            search.reading = Some(percent);
        }
        if let Some(start) = self.start_at_hand() {
            start.reading = Some(percent);
        }
    }

    /// The list of sessions, on the screen or under a search.
    pub(super) fn start_at_hand(&mut self) -> Option<&mut Start> {
        let screen = match &mut self.screen {
            Screen::Search(search) => &mut *search.under,
            screen => screen,
        };
        match screen {
            Screen::Start(start) => Some(start),
            _ => None,
        }
    }
}
