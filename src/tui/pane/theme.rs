//! Names for styles. Every colour goes with a sign, so that nothing is lost without colours.

use ratatui::style::{Color, Modifier, Style};

pub use crate::i18n::{NOTED, sign};
use crate::session::CellState;

/// Text that steps back: frames, numbers, hints.
pub const QUIET: Style = Style::new().fg(Color::DarkGray);

/// Text that steps forward: titles, the question.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);

/// The title of a frame.
pub const TITLE: Style = Style::new().fg(Color::Reset).add_modifier(Modifier::BOLD);

/// Where one is.
pub const HERE: Style = Style::new().add_modifier(Modifier::REVERSED);

/// A key.
pub const KEY: Style = Style::new().fg(Color::Cyan);

/// A placeholder.
pub const PLACEHOLDER: Style = Style::new().fg(Color::Cyan);

/// What may be a name and is not settled; a question mark stands behind it.
pub const DOUBTFUL: Style = Style::new().add_modifier(Modifier::UNDERLINED);

/// What was looked for.
pub const FOUND: Style = Style::new()
    .add_modifier(Modifier::BOLD)
    .add_modifier(Modifier::UNDERLINED);

/// All is well.
pub const GOOD: Style = Style::new().fg(Color::Green);

/// Something wants to be looked at.
pub const WARNING: Style = Style::new().fg(Color::Yellow);

/// Something went wrong.
pub const TROUBLE: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);

/// The sign of a cell in which a note waits to be written on.
pub const WAITING: &str = "✎";

/// The colour of a cell's state.
pub const fn style_of(state: CellState) -> Style {
    match state {
        CellState::Open => Style::new(),
        CellState::Answered | CellState::NothingToSay => GOOD,
        CellState::Declined | CellState::Withdrawn => WARNING,
        CellState::NotApplicable | CellState::NotAsked => QUIET,
    }
}
