//! Where a name may be growing at the cursor that nobody announced: what later words can still change.
//!
//! A run of words with capitals may become a person (first name, surname), an institution (its legal form comes last)
//! or an address. Titles, roles and heads such as «Cluster» belong to the run, since what comes behind them is a name;
//! so do a postcode that awaits its town and a street that awaits its number.

use super::detect::is_before_name;
use super::layout::Layout;
use super::lexicon;
use super::token::{Before, Token, is_hyphen};
use crate::language::{fold, is_invisible};

/// Words before which a house's number stands, and behind which a street's name.
const STREETS: &[&str] = &[
    "allee",
    "avenue",
    "boulevard",
    "chemin",
    "cours",
    "impasse",
    "place",
    "quai",
    "route",
    "rue",
];

/// Endings of streets behind which a house's number stands.
const STREET_ENDINGS: &[&str] = &[
    "strasse", "gasse", "weg", "platz", "allee", "street", "road", "lane",
];

/// What a word means for the run in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It may be a part of a name, or calls for one.
    Name,
    /// It is part of the run if a part of a name stands before it.
    Link,
    /// It ends the run.
    Other,
}

/// Where the run of words begins that ends at `end` and may be growing into a name; nothing if there is none. `is_open`
/// says whether its last word is still being written.
pub(super) fn beginning(layout: &Layout, end: usize, is_open: bool, most: usize) -> Option<usize> {
    let count = layout.tokens.partition_point(|token| token.span.end <= end);
    let tokens = layout.tokens.get(..count)?;
    let last = tokens.last()?;
    if !is_open && !is_near(layout, last, end) {
        return None;
    }
    let mut found = None;
    let mut words = 0;
    let mut next: Option<&Token> = None;
    for (at, token) in tokens.iter().enumerate().rev() {
        let is_glued = next.is_some_and(|next| next.before == Before::Glue);
        words += usize::from(!is_glued);
        let is_apart = next.is_some_and(|next| !is_near(layout, token, next.span.start));
        if words > most || is_apart || layout.marker_around(token.span.start).is_some() {
            break;
        }
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_written_on = is_open && next.is_none();
        match part(layout, before, token, next) {
            Part::Name => found = Some(token.span.start),
            // Whatever is being written may become anything.
            Part::Link => {}
            Part::Other if is_glued || is_written_on => {}
            Part::Other => break,
        }
        next = Some(token);
    }
    found
}

fn part(layout: &Layout, before: Option<&Token>, token: &Token, next: Option<&Token>) -> Part {
    let written = |token: &Token| layout.flat.get(token.span.clone()).unwrap_or_default();
    let word = written(token);
    let folded = fold(word);
    if word.chars().all(|character| character.is_ascii_digit()) {
        let is_postcode = matches!(word.len(), 4 | 5);
        let of_street = next.is_some_and(|next| is_before_street(&fold(written(next))));
        let behind_street = before.is_some_and(|before| is_street(&fold(written(before))));
        return match (is_postcode || of_street, behind_street) {
            (true, _) => Part::Name,
            (_, true) => Part::Link,
            _ => Part::Other,
        };
    }
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    if is_capital && !lexicon::is_function_word(&folded)
        || lexicon::is_title(&folded)
        || is_before_name(&folded)
        || is_before_street(&folded)
    {
        Part::Name
    } else if lexicon::is_function_word(&folded) {
        Part::Link
    } else {
        Part::Other
    }
}

/// Whether what begins at `start` may go on with a name behind this word.
fn is_near(layout: &Layout, token: &Token, start: usize) -> bool {
    let gap = layout.flat.get(token.span.end..start).unwrap_or_default();
    // A stop ends a sentence unless it belongs to a short word: an initial, «Dr.», «Prof.».
    let is_short = token.span.len() <= 5;
    gap.chars().all(|character| {
        character == ' '
            || is_invisible(character)
            || is_hyphen(character)
            || matches!(character, '\'' | '’' | '&' | '+' | '\u{A0}' | '\u{202F}')
            || is_short && character == '.'
    })
}

fn is_before_street(folded: &str) -> bool {
    STREETS.contains(&folded)
}

fn is_street(folded: &str) -> bool {
    STREET_ENDINGS.iter().any(|ending| folded.ends_with(ending))
}
