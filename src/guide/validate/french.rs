//! French typography: ’ and the spaces at which a line must not break.

use crate::guide::{FaultKind, Trail};
use crate::language::Language;

use super::Faults;
use super::texts::Passage;
use super::typography::{Spot, spots};

pub(super) fn check(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    if passage.readers != [Language::Fr] {
        return;
    }
    for spot in spots(passage.text) {
        let (within, kind) = match spot.c {
            '\'' => (spot.index..spot.index + 1, FaultKind::StraightApostrophe),
            ':' | ';' | '!' | '?' | '»' if lacks_space_before(spot) => {
                let start = spot.index - usize::from(spot.before.is_some_and(char::is_whitespace));
                (start..spot.index + 1, missing_space(spot))
            }
            '«' if !spot.after.is_some_and(is_no_break_space) => {
                let end = spot.index + 1 + usize::from(spot.after.is_some_and(char::is_whitespace));
                (spot.index..end, missing_space(spot))
            }
            _ => continue,
        };
        faults.add_within(at, within, kind);
    }
}

fn missing_space(spot: Spot) -> FaultKind {
    FaultKind::MissingNoBreakSpace { beside: spot.c }
}

/// Whether a sign that needs a no-break space before it has none.
///
/// Times (14:30), addresses (https://…), signs in a row (?!) and a sign alone in brackets need none.
fn lacks_space_before(spot: Spot) -> bool {
    let joined = spot.after.is_some_and(|c| c.is_alphanumeric() || c == '/');
    match spot.before {
        None | Some('(' | '[') => false,
        Some('?' | '!') if matches!(spot.c, '?' | '!') => false,
        Some(c) if is_no_break_space(c) => false,
        Some(c) => c.is_whitespace() || !joined,
    }
}

/// U+00A0, or the narrow U+202F.
const fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}
