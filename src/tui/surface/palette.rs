//! Which colours a terminal has.

use ratatui::style::Color;

/// The colours that are sent; bold, underlined and reversed text is sent always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// None, since the terminal has none or the user wants none.
    Plain,
    /// The sixteen named ones; others are sent as the nearest of them.
    Sixteen,
    /// The sixteen and 240 mixed ones by number; others are sent as the nearest of the sixteen.
    Indexed,
    /// All.
    Full,
}

/// The sixteen colours in the order of their numbers, as xterm shows them.
const NAMED: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

impl Palette {
    /// The palette that the environment variables `NO_COLOR`, `COLORTERM` and `TERM` ask for; empty counts as not set.
    pub fn from_variables(
        no_color: Option<&str>,
        colorterm: Option<&str>,
        term: Option<&str>,
    ) -> Self {
        let term = term.unwrap_or_default();
        let truecolor = colorterm.is_some_and(|value| matches!(value, "truecolor" | "24bit"));
        if no_color.is_some_and(|value| !value.is_empty()) || term == "dumb" {
            Self::Plain
        } else if truecolor {
            Self::Full
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// The colour that is sent for `colour`.
    pub(super) fn colour(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::Plain, _) => Color::Reset,
            (Self::Full, _) | (Self::Indexed, Color::Indexed(_)) => colour,
            (Self::Sixteen | Self::Indexed, _) => nearest(colour),
        }
    }

    /// The underline colour that is sent for `colour`: only terminals that have all colours know it.
    pub(super) const fn underline(self, colour: Color) -> Color {
        match self {
            Self::Full => colour,
            Self::Plain | Self::Sixteen | Self::Indexed => Color::Reset,
        }
    }
}

/// The number of a named colour; 0 for others.
pub(super) fn index_of(colour: Color) -> u8 {
    (0..)
        .zip(NAMED)
        .find(|(_, (named, _))| *named == colour)
        .map_or(0, |(index, _)| index)
}

/// The nearest of the sixteen colours.
fn nearest(colour: Color) -> Color {
    let mixed = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => match NAMED.get(usize::from(index)) {
            Some((named, _)) => return *named,
            None => mixed(index),
        },
        named => return named,
    };
    let distance = |other: &[u8; 3]| -> u32 {
        mixed
            .iter()
            .zip(other)
            .map(|(left, right)| u32::from(left.abs_diff(*right)).pow(2))
            .sum()
    };
    NAMED
        .iter()
        .min_by_key(|(_, other)| distance(other))
        .map_or(Color::Reset, |(named, _)| *named)
}

/// What xterm shows for the colours from number 16: a cube of 6 × 6 × 6, then 24 greys.
fn mixed(index: u8) -> [u8; 3] {
    let step = |digit: u8| if digit == 0 { 0 } else { 55 + digit * 40 };
    match index.saturating_sub(16) {
        cube @ 0..216 => [step(cube / 36), step(cube / 6 % 6), step(cube % 6)],
        grey => [8 + (grey - 216) * 10; 3],
    }
}
