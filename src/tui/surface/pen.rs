//! Writes glyphs to a terminal with as few bytes as it can, and knows where the terminal's cursor and style are.
//!
//! The back-end that comes with `ratatui` resets all colours after every draw and moves the cursor anew; a typed
//! character then costs 40 bytes, and here mostly one.

use std::io::{self, Write};

use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::glyph::{Glyph, Glyphs, Style, StyleId};
use super::palette::{Palette, index_of};

/// Where the terminal's cursor is after a symbol was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Advance {
    /// So many columns further.
    Columns(u16),
    /// It depends on how this terminal measures the symbol.
    Unknown,
}

/// Collects a frame and writes it in one go.
pub(super) struct Pen<W: Write> {
    out: W,
    palette: Palette,
    frame: Vec<u8>,
    /// Where the terminal's cursor is, if that is known.
    at: Option<Position>,
    /// What is set for the text that follows, in the colours of the palette.
    ink: Option<Style>,
    /// The style for which the ink was set last.
    style: Option<StyleId>,
    cursor_is_shown: Option<bool>,
}

impl<W: Write> Pen<W> {
    /// A pen that knows nothing of the terminal.
    pub(super) const fn new(out: W, palette: Palette) -> Self {
        Self {
            out,
            palette,
            frame: Vec::new(),
            at: None,
            ink: None,
            style: None,
            cursor_is_shown: None,
        }
    }

    #[cfg(test)]
    pub(super) const fn out(&mut self) -> &mut W {
        &mut self.out
    }

    /// Forgets what it knows of the terminal.
    pub(super) fn forget(&mut self) {
        self.frame.clear();
        self.at = None;
        self.ink = None;
        self.style = None;
        self.cursor_is_shown = None;
    }

    /// Clears the terminal.
    pub(super) fn clear(&mut self) {
        self.put_ink(Style::default());
        self.style = None;
        self.frame.extend_from_slice(b"\x1b[2J");
    }

    /// Prints a glyph at `position`.
    pub(super) fn print(
        &mut self,
        position: Position,
        glyph: Glyph,
        advance: Advance,
        glyphs: &Glyphs,
    ) {
        self.go_to(position);
        if self.style != Some(glyph.style()) {
            let style = glyphs.style(glyph.style());
            self.put_ink(Style {
                foreground: self.palette.colour(style.foreground),
                background: self.palette.colour(style.background),
                underline: self.palette.underline(style.underline),
                modifier: style.modifier,
            });
            self.style = Some(glyph.style());
        }
        glyphs.write(glyph, &mut self.frame);
        self.at = match advance {
            Advance::Columns(columns) => Some(Position::new(position.x + columns, position.y)),
            Advance::Unknown => None,
        };
    }

    /// Shows the cursor at `position`, or hides it.
    pub(super) fn show_cursor(&mut self, position: Option<Position>) {
        if let Some(position) = position {
            self.go_to(position);
        }
        if self.cursor_is_shown != Some(position.is_some()) {
            self.cursor_is_shown = Some(position.is_some());
            let sequence = if position.is_some() {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            };
            self.frame.extend_from_slice(sequence);
        }
    }

    /// Writes what was collected, if there is something.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&self.frame);
        self.frame.clear();
        written.and_then(|()| self.out.flush())
    }

    fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let (row, column) = (u32::from(to.y) + 1, u32::from(to.x) + 1);
        match self.at {
            Some(at) if at.y == to.y && to.x == 0 => self.frame.push(b'\r'),
            Some(at) if at.y == to.y && to.x == at.x + 1 => self.put("\x1b[C"),
            Some(at) if at.y == to.y && to.x > at.x => self.put(&format!("\x1b[{}C", to.x - at.x)),
            Some(at) if at.y == to.y && to.x + 1 == at.x => self.frame.push(8),
            Some(at) if at.y == to.y => self.put(&format!("\x1b[{}D", at.x - to.x)),
            _ => self.put(&format!("\x1b[{row};{column}H")),
        }
        self.at = Some(to);
    }

    fn put_ink(&mut self, ink: Style) {
        if self.ink == Some(ink) {
            return;
        }
        let mut codes = Vec::new();
        let from = match self.ink {
            // The sequences that end a modifier differ from terminal to terminal, so all begins anew.
            Some(from) if (from.modifier - ink.modifier).is_empty() => from,
            _ => {
                codes.push("0".to_owned());
                Style::default()
            }
        };
        let added = ink.modifier - from.modifier;
        codes.extend(
            MODIFIERS
                .iter()
                .filter(|(modifier, _)| added.contains(*modifier))
                .map(|(_, code)| (*code).to_owned()),
        );
        if ink.foreground != from.foreground {
            codes.push(colour_code(ink.foreground, 30, "38", "39"));
        }
        if ink.background != from.background {
            codes.push(colour_code(ink.background, 40, "48", "49"));
        }
        if ink.underline != from.underline {
            codes.push(underline_code(ink.underline));
        }
        self.put(&format!("\x1b[{}m", codes.join(";")));
        self.ink = Some(ink);
    }

    fn put(&mut self, sequence: &str) {
        self.frame.extend_from_slice(sequence.as_bytes());
    }
}

const MODIFIERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The code that sets a colour: of the sixteen named ones by number from `base`, of others by their value.
fn colour_code(colour: Color, base: u8, extended: &str, reset: &str) -> String {
    match colour {
        Color::Reset => reset.to_owned(),
        Color::Indexed(index) => format!("{extended};5;{index}"),
        Color::Rgb(red, green, blue) => format!("{extended};2;{red};{green};{blue}"),
        named => {
            let index = index_of(named);
            let number = if index < 8 {
                base + index
            } else {
                base + 60 + index - 8
            };
            number.to_string()
        }
    }
}

/// The code that sets the colour of an underline, with colons: a terminal that does not know it then skips it whole.
fn underline_code(colour: Color) -> String {
    match colour {
        Color::Reset => "59".to_owned(),
        Color::Rgb(red, green, blue) => format!("58:2::{red}:{green}:{blue}"),
        Color::Indexed(index) => format!("58:5:{index}"),
        named => format!("58:5:{}", index_of(named)),
    }
}
