//! Typography that all languages share, and the German ß.

use crate::guide::{FaultKind, Trail};
use crate::language::Language;

use super::Faults;
use super::texts::Passage;

pub(super) fn check(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let german = passage.readers.contains(&Language::De);
    let mut dots = 0_usize;
    for spot in spots(passage.text) {
        dots = if spot.c == '.' { dots + 1 } else { 0 };
        let kind = match spot.c {
            'ß' | 'ẞ' if german => FaultKind::SharpS,
            '"' => FaultKind::StraightQuote,
            '-' if spot.between(is_space) => FaultKind::HyphenAsDash,
            '.' if dots == 3 => {
                faults.add_within(at, spot.index - 2..spot.index + 1, FaultKind::ThreeDots);
                continue;
            }
            _ => continue,
        };
        faults.add_within(at, spot.index..spot.index + 1, kind);
    }
}

/// A character and its neighbours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) index: usize,
    pub(super) before: Option<char>,
    pub(super) c: char,
    pub(super) after: Option<char>,
}

impl Spot {
    /// Whether both neighbours are such characters.
    fn between(self, such: impl Fn(char) -> bool) -> bool {
        self.before.is_some_and(&such) && self.after.is_some_and(&such)
    }
}

/// All characters of a text with their neighbours.
pub(super) fn spots(text: &str) -> impl Iterator<Item = Spot> {
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain(std::iter::once(None));
    let neighbours = before.zip(after);
    text.chars()
        .zip(neighbours)
        .enumerate()
        .map(|(index, (c, (before, after)))| Spot {
            index,
            before,
            c,
            after,
        })
}

/// Whether a character is a space, one that keeps the line together included.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}
