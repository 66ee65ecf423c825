//! A place in a text with a few words around it, and signs in place of what may be a name.

use std::ops::Range;

use super::CheckedSession;
use crate::anonymise::Kind;
use crate::session::TextPlace;

/// How many words stand on either side.
const WORDS: usize = 3;

/// A place in a text with a few words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The words before it, `…` where there are more.
    pub before: String,
    /// The place itself.
    pub shown: String,
    /// The words behind it.
    pub after: String,
}

/// Whether what may be a name is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// As it stands.
    Shown,
    /// Its kind stands there: `[person?]`.
    Masked,
}

impl CheckedSession {
    /// The place with what is around it; `sign` stands there if it is masked, and where else a name may be `sign_of` its
    /// kind.
    pub fn excerpt(
        &self,
        place: &TextPlace,
        at: &Range<usize>,
        sign: &str,
        sign_of: &dyn Fn(Kind) -> String,
        reveal: Reveal,
    ) -> Excerpt {
        let text = self.text(place);
        let hits = self.residual.iter().filter(|hit| hit.place == *place);
        let masks: Vec<(Range<usize>, String)> = hits
            .map(|hit| (hit.hit.span.clone(), sign_of(hit.hit.kind)))
            .collect();
        let masks = match reveal {
            Reveal::Shown => &[],
            Reveal::Masked => masks.as_slice(),
        };
        let before = masked(text, 0..at.start, masks);
        let after = masked(text, at.end..text.len(), masks);
        let words = pieces(&before);
        let first = words.len().saturating_sub(WORDS);
        let gap = if first > 0 { "… " } else { "" };
        let space = if before.ends_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        let before = format!(
            "{gap}{}{space}",
            words.get(first..).unwrap_or_default().join(" ")
        );
        let words = pieces(&after);
        let gap = if words.len() > WORDS { " …" } else { "" };
        let space = if after.starts_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        let kept = words.get(..WORDS.min(words.len())).unwrap_or_default();
        let after = format!("{space}{}{gap}", kept.join(" "));
        let shown = match reveal {
            Reveal::Shown => text.get(at.clone()).unwrap_or_default().to_owned(),
            Reveal::Masked => sign.to_owned(),
        };
        Excerpt {
            before,
            shown,
            after,
        }
    }
}

/// A part of a text with signs in place of what may be a name; a sign stands where its place begins, and what only
/// reaches into the part is left out.
fn masked(text: &str, part: Range<usize>, masks: &[(Range<usize>, String)]) -> String {
    let mut out = String::new();
    let mut at = part.start;
    for (span, sign) in masks {
        if span.end <= at || span.start >= part.end {
            continue;
        }
        out.push_str(text.get(at..span.start.max(at)).unwrap_or_default());
        out.push_str(sign);
        at = span.end;
    }
    out.push_str(text.get(at..part.end.max(at)).unwrap_or_default());
    out
}

/// The words of a text; a placeholder is one.
fn pieces(text: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    text.split(|character: char| {
        match character {
            '[' => depth = 1,
            ']' => depth = 0,
            _ => {}
        }
        depth == 0 && character.is_whitespace()
    })
    .filter(|piece| !piece.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_one_word() {
        assert_eq!(
            pieces("mit [Person 1 | Kollege] und\n[Ort 2], so"),
            ["mit", "[Person 1 | Kollege]", "und", "[Ort 2],", "so"]
        );
    }

    #[test]
    fn other_places_in_the_words_around_are_masked_too() {
        let text = "Keller und Brunner kamen";
        let masks = [
            (0..6, "[person?]".to_owned()),
            (11..18, "[person?]".to_owned()),
        ];
        assert_eq!(masked(text, 0..11, &masks), "[person?] und ");
        assert_eq!(masked(text, 18..text.len(), &masks), " kamen");
        assert_eq!(masked(text, 3..11, &masks), "[person?] und ");
        assert_eq!(
            masked(text, 0..text.len(), &masks),
            "[person?] und [person?] kamen"
        );
    }
}
