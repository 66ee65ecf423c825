//! Text from data as it may be shown.

use std::borrow::Cow;

use crate::language::{is_forbidden_control, may_be_forbidden};

/// The text with a sign in place of each control character and each mark that turns the direction of writing, so that
/// no file can play tricks on a terminal or on a reader. Line breaks stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |character: char| character == '\t' || is_forbidden_control(character);
    if !may_be_forbidden(text) || !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|character| match character {
        '\t' => ' ',
        other if is_forbidden_control(other) => char::REPLACEMENT_CHARACTER,
        other => other,
    });
    Cow::Owned(shown.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_a_terminal_stays() {
        assert_eq!(visible("Grösse – été\nzwei"), "Grösse – été\nzwei");
        assert_eq!(visible("a\tb"), "a b");
        assert_eq!(visible("\u{1b}[31mrot\u{7}"), "\u{fffd}[31mrot\u{fffd}");
        assert_eq!(
            visible("\u{9b}2J\u{202e}x\u{2066}\r"),
            "\u{fffd}2J\u{fffd}x\u{fffd}\u{fffd}"
        );
    }
}
