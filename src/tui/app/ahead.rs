//! Which key begins by showing its character at the cursor, so that this need not wait until it is taken in.
//!
//! Taking a key in means to search for names and to write to the journal. Who types need not wait for that to see the
//! letter. What a name becomes is drawn right after, and so is whatever a guess of this module got wrong.

use ratatui::crossterm::event::KeyEvent;

use super::App;
use super::leaving::Leaving;
use crate::tui::keymap::{self, Key};
use crate::tui::screen::Screen;
use crate::tui::terminal::typed_char;

impl App {
    /// The character that this key puts at the end of the note, if it does.
    pub fn typed_ahead(&self, event: KeyEvent) -> Option<char> {
        let character = typed_char(&event)?;
        let Screen::Interview(interview) = &self.screen else {
            return None;
        };
        let is_elsewhere = self.is_veiled()
            || self.help.is_some()
            || self.awaits_command
            || self.recovered.is_some()
            || self.is_choosing()
            || self.is_in_list()
            || matches!(self.leaving, Leaving::Folding(_));
        let is_text = !is_elsewhere && keymap::lookup(self.place(), Key::of(event)).is_none();
        (is_text && interview.goes_on_at_its_end()).then_some(character)
    }
}
