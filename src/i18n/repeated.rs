//! What was typed, as far as a message says it again.

use crate::store::guides::is_id;

/// No id of a guide's part is longer.
const LONGEST: usize = 64;

/// What stands for what is not said again.
const UNSAID: &str = "…";

/// What was typed where an id of a guide's part is wanted, if it can be one: small letters, digits, and what joins them. A name or
/// a text that got into the wrong place is not said again.
pub fn repeated(typed: &str) -> &str {
    let is_id = typed.len() <= LONGEST
        && typed.chars().all(|character| {
            character.is_ascii_lowercase()
                || character.is_ascii_digit()
                || matches!(character, '.' | '-' | '_' | '=')
        });
    if is_id { typed } else { UNSAID }
}

/// The same where the id of a guide is wanted, which is the stem of its file.
pub fn repeated_guide(typed: &str) -> &str {
    if typed.is_empty() || is_id(typed) {
        typed
    } else {
        UNSAID
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::guides::LONGEST_ID;

    #[test]
    fn what_can_be_an_id_is_said_again_and_neither_a_name_nor_a_text() {
        for id in [
            "fac.sim",
            "b3.t2",
            "role=management",
            "cluster_cooperation",
            "",
        ] {
            assert_eq!(repeated(id), id);
        }
        let long = "a".repeat(LONGEST + 1);
        for typed in [
            "Keller",
            "anna keller",
            "größe",
            "\u{1b}[2J",
            "it was said",
            &long,
        ] {
            assert_eq!(repeated(typed), UNSAID, "{typed:?}");
        }
        for typed in ["anna keller", "\u{1b}[2J", "../keller", &long] {
            assert_eq!(repeated_guide(typed), UNSAID, "{typed:?}");
        }
        let longest = "ö".repeat(LONGEST_ID);
        for id in ["Größe-2026", &longest, ""] {
            assert_eq!(repeated_guide(id), id);
        }
        assert_eq!(repeated_guide(&"ö".repeat(LONGEST_ID + 1)), UNSAID);
    }
}
