//! What a cell shows, in eight bytes: what is drawn is kept twice, pane by pane and as the screen shows it, and in cells as
//! `ratatui` has them either would take a quarter of a megabyte.

use std::collections::HashMap;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::language::is_forbidden_control;

/// What is drawn for a symbol that must not reach a terminal.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// How a cell is written: the colours of its text, its ground and its underline, and what else is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    pub(super) foreground: Color,
    pub(super) background: Color,
    pub(super) underline: Color,
    pub(super) modifier: Modifier,
}

/// What stands in a cell, in four bytes: the number of a character, or what is more than any such number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Symbol(u32);

impl Symbol {
    const BLANK: Self = Self::of(' ');

    /// The rest of the wide symbol before.
    const COVERED: Self = Self(u32::MAX);

    /// The first of the clusters: characters with what is written over them or joined to them.
    const FIRST_CLUSTER: u32 = 1 << 31;

    const fn of(character: char) -> Self {
        Self(character as u32)
    }

    /// The cluster of this number in [`Glyphs`]; a sign for it if there are too many.
    fn of_cluster(number: usize) -> Self {
        let number = u32::try_from(number).ok();
        let number = number.filter(|number| *number < u32::MAX - Self::FIRST_CLUSTER);
        number.map_or(Self::of(REPLACEMENT), |number| {
            Self(Self::FIRST_CLUSTER + number)
        })
    }

    fn character(self) -> Option<char> {
        char::from_u32(self.0)
    }

    fn cluster(self) -> Option<usize> {
        let number = self.0.checked_sub(Self::FIRST_CLUSTER);
        number
            .filter(|_| self != Self::COVERED)
            .and_then(|number| usize::try_from(number).ok())
    }
}

/// The number of a [`Style`] in [`Glyphs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StyleId(u16);

impl StyleId {
    /// Of the style in which nothing is set.
    const PLAIN: Self = Self(0);
}

/// What a cell shows. Equal ones of the same [`Glyphs`] are an equal sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    symbol: Symbol,
    style: StyleId,
}

impl Glyph {
    /// A blank in which nothing is set.
    pub(super) const BLANK: Self = Self {
        symbol: Symbol::BLANK,
        style: StyleId::PLAIN,
    };

    /// What stands in the columns that a wide symbol covers beside its first.
    pub(super) const COVERED: Self = Self {
        symbol: Symbol::COVERED,
        style: StyleId::PLAIN,
    };

    /// A character in which nothing is set.
    pub(super) const fn of(character: char) -> Self {
        Self {
            symbol: Symbol::of(character),
            style: StyleId::PLAIN,
        }
    }

    /// A blank in the same style.
    pub(super) const fn blanked(self) -> Self {
        Self {
            symbol: Symbol::BLANK,
            style: self.style,
        }
    }

    pub(super) fn is_covered(self) -> bool {
        self.symbol == Symbol::COVERED
    }

    /// Whether it is more than one character.
    pub(super) fn is_cluster(self) -> bool {
        self.symbol.cluster().is_some()
    }

    pub(super) const fn style(self) -> StyleId {
        self.style
    }
}

/// The styles and clusters that glyphs name by number.
pub(super) struct Glyphs {
    styles: Vec<Style>,
    /// The one that was asked for last: many cells in a row have the same.
    last: (Style, StyleId),
    clusters: Vec<Box<str>>,
    numbers: HashMap<Box<str>, usize>,
}

impl Glyphs {
    /// So many clusters are kept, and those of a frame more; so that what is shown in a long sitting takes no more and no more.
    pub(super) const MOST_CLUSTERS: usize = 4_096;

    /// Only the plain style is known.
    pub(super) fn new() -> Self {
        Self {
            styles: vec![Style::default()],
            last: (Style::default(), StyleId::PLAIN),
            clusters: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Whether there are so many clusters that all glyphs should be forgotten, and these with them.
    pub(super) fn are_many(&self) -> bool {
        self.clusters.len() > Self::MOST_CLUSTERS
    }

    /// How many clusters there are.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.clusters.len()
    }

    /// What a drawn cell shows, without what must not reach a terminal, and with a symbol that takes a column.
    pub(super) fn glyph(&mut self, cell: &Cell) -> Glyph {
        Glyph {
            symbol: self.symbol(cell.symbol()),
            style: self.style_id(Style {
                foreground: cell.fg,
                background: cell.bg,
                underline: cell.underline_color,
                modifier: cell.modifier,
            }),
        }
    }

    /// How a glyph is written.
    pub(super) fn style(&self, id: StyleId) -> Style {
        let style = self.styles.get(usize::from(id.0));
        style.copied().unwrap_or_default()
    }

    /// How many columns a glyph takes, at least 1.
    pub(super) fn columns(&self, glyph: Glyph) -> usize {
        match glyph.symbol.character() {
            Some(' '..='~') => 1,
            Some(character) => width(character.encode_utf8(&mut [0; 4])),
            None => width(self.cluster(glyph)),
        }
    }

    /// Adds what is written for a glyph to `frame`.
    pub(super) fn write(&self, glyph: Glyph, frame: &mut Vec<u8>) {
        match glyph.symbol.character() {
            Some(character @ ' '..='~') => frame.push(character as u8),
            Some(character) => {
                frame.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            None => frame.extend_from_slice(self.cluster(glyph).as_bytes()),
        }
    }

    /// The characters of a glyph of several; nothing for others.
    pub(super) fn cluster(&self, glyph: Glyph) -> &str {
        let number = glyph.symbol.cluster();
        let cluster = number.and_then(|number| self.clusters.get(number));
        cluster.map_or("", |cluster| cluster)
    }

    fn symbol(&mut self, text: &str) -> Symbol {
        if let &[character @ b' '..=b'~'] = text.as_bytes() {
            return Symbol::of(char::from(character));
        }
        if text.contains(is_harmful) {
            return Symbol::of(REPLACEMENT);
        }
        if text.cell_width() == 0 {
            return Symbol::BLANK;
        }
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Symbol::of(character),
            _ => Symbol::of_cluster(self.number(text)),
        }
    }

    fn number(&mut self, cluster: &str) -> usize {
        if let Some(number) = self.numbers.get(cluster) {
            return *number;
        }
        let number = self.clusters.len();
        self.clusters.push(cluster.into());
        self.numbers.insert(cluster.into(), number);
        number
    }

    /// The number of a style. They are those of the panes, a few dozen; one that finds no number is written plainly.
    fn style_id(&mut self, style: Style) -> StyleId {
        let (last, id) = self.last;
        if last == style {
            return id;
        }
        let number = self.styles.iter().position(|known| *known == style);
        let number = number.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        let id = u16::try_from(number).map_or(StyleId::PLAIN, StyleId);
        self.last = (style, id);
        id
    }
}

/// Whether a character is counted as one column wherever it stands: those of ASCII, and letters of Latin-1 and Latin Extended.
/// What is written over it or joined to it is not plain itself.
pub fn is_plain(character: char) -> bool {
    (' '..='~').contains(&character)
        || (character.is_alphabetic() && ('\u{C0}'..='\u{24F}').contains(&character))
}

/// How many columns a symbol takes, at least 1.
fn width(symbol: &str) -> usize {
    usize::from(symbol.cell_width()).max(1)
}

/// Whether a character could upset the terminal or the order of what is read.
fn is_harmful(character: char) -> bool {
    character.is_control() || is_forbidden_control(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(symbol: &str) -> (String, usize) {
        let mut glyphs = Glyphs::new();
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        let glyph = glyphs.glyph(&cell);
        let mut frame = Vec::new();
        glyphs.write(glyph, &mut frame);
        (
            String::from_utf8(frame).expect("symbols are text"),
            glyphs.columns(glyph),
        )
    }

    #[test]
    fn a_symbol_is_written_as_it_is_drawn() {
        let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F466}";
        for (symbol, columns) in [("a", 1), ("é", 1), ("e\u{301}", 1), ("語", 2), (family, 2)] {
            assert_eq!(written(symbol), (symbol.to_owned(), columns));
        }
    }

    #[test]
    fn nothing_harmful_is_written() {
        for symbol in ["\u{1b}", "a\u{202E}", "\u{7}b", "\u{9B}"] {
            assert_eq!(written(symbol), (REPLACEMENT.to_string(), 1));
        }
        assert_eq!(written("\u{301}"), (" ".to_owned(), 1));
        assert_eq!(written(""), (" ".to_owned(), 1));
    }

    #[test]
    fn what_looks_the_same_is_the_same_glyph() {
        let mut glyphs = Glyphs::new();
        let mut red = Cell::new("e\u{301}");
        let plain = glyphs.glyph(&red);
        red.set_fg(Color::Red);
        let first = glyphs.glyph(&red);
        assert_eq!(first, glyphs.glyph(&red));
        assert_ne!(first, plain);
        assert_ne!(first, glyphs.glyph(&Cell::new("e\u{300}")));
        assert_eq!(glyphs.glyph(&Cell::EMPTY), Glyph::BLANK);
        assert_eq!(glyphs.glyph(&Cell::new("x")), Glyph::of('x'));
    }

    #[test]
    fn a_glyph_takes_eight_bytes() {
        assert!(size_of::<Glyph>() <= 8, "{}", size_of::<Glyph>());
    }
}
