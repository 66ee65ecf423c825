//! The privacy screen: nothing is seen but the time.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use time::Duration;

use super::App;
use crate::guide::Mode;
use crate::tui::screen::Screen;
use crate::tui::terminal::typed_char;

/// Whether the screen is blanked, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Veil {
    /// It is not.
    #[default]
    No,
    /// By the key for it: whoever sits there goes on typing, blind.
    Asked,
    /// By itself, since nobody typed: whoever comes back wants to see first.
    Idle,
}

impl App {
    /// Whether the screen is blanked.
    pub fn is_veiled(&self) -> bool {
        self.veil != Veil::No
    }

    /// Blanks an interview on site in which no key was pressed for so long, if that is wanted.
    pub(super) fn veil_when_idle(&mut self) {
        let Some(seconds) = self.idle_seconds else {
            return;
        };
        let is_on_site = self
            .protocol()
            .is_some_and(|protocol| protocol.state().header.mode == Mode::OnSite);
        if is_on_site
            && !self.is_veiled()
            && self.now - self.last_key >= Duration::seconds(i64::from(seconds))
        {
            self.veil = Veil::Idle;
        }
    }

    /// Whether a key only wakes. What it would do must not happen unseen, but for what is typed on blind.
    pub(super) fn wakes(&mut self, event: &KeyEvent) -> bool {
        if self.veil == Veil::Asked && self.is_typed_on(event) {
            return false;
        }
        self.unveil()
    }

    /// Shows the screen again; whether it was blanked.
    pub(super) fn unveil(&mut self) -> bool {
        std::mem::take(&mut self.veil) != Veil::No
    }

    /// Whether a key goes on with a note: a character, Enter that keeps it, Backspace.
    fn is_typed_on(&self, event: &KeyEvent) -> bool {
        let is_writing = matches!(self.screen, Screen::Interview(_))
            && self.help.is_none()
            && self.recovered.is_none()
            && !self.awaits_command
            && !self.is_choosing();
        let is_key = matches!(event.code, KeyCode::Enter | KeyCode::Backspace)
            && event.modifiers == KeyModifiers::NONE;
        is_writing && (is_key || typed_char(event).is_some())
    }
}
