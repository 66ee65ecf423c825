//! How text is measured: in what a person takes for one character, and in cells of a screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What a person takes for one character each, with the byte at which it begins.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// How many cells of a screen the text takes; control characters take none.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    // The crate counts a control character as one cell, but none is ever drawn.
    let controls = text.chars().filter(|character| character.is_control());
    text.width().saturating_sub(controls.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_of_its_own_belongs_to_its_letter() {
        let clusters: Vec<_> = graphemes("e\u{301}té").map(|(at, _)| at).collect();
        assert_eq!(clusters, [0, 3, 4]);
    }

    #[test]
    fn wide_letters_take_two_cells_and_controls_none() {
        assert_eq!(width("Größe"), 5);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("a\u{7}b"), 2);
        for text in ["", "~ plain!", "Größe", "日本", "e\u{301}", "🤝🏽", "a\tb"] {
            assert!(width(text) <= text.len(), "{text}");
        }
    }
}
