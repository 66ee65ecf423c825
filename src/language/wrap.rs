//! How a text is broken into rows of a screen.

use super::{graphemes, sanitise, width};

/// A text in rows of at most `columns` cells, broken at spaces and after hyphens, words that are too long within.
///
/// Control characters and marks that turn the direction of writing are taken out. Line ends begin a new row.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    for paragraph in sanitise(text).split('\n') {
        let mut row = Row::default();
        for word in paragraph.split_inclusive([' ', '-']) {
            let word_width = width(word.trim_end_matches(' '));
            if row.used + word_width > columns && row.used > 0 {
                rows.push(row.finish());
            }
            if row.used + word_width <= columns {
                row.push(word, width(word));
                continue;
            }
            for grapheme in graphemes(word).map(|(_, grapheme)| grapheme) {
                let cells = width(grapheme);
                if row.used + cells > columns && grapheme != " " {
                    rows.push(row.finish());
                }
                row.push(grapheme, cells);
            }
        }
        rows.push(row.finish());
    }
    rows
}

/// A row that is being filled.
#[derive(Default)]
struct Row {
    text: String,
    /// The cells that the text takes.
    used: usize,
}

impl Row {
    fn push(&mut self, text: &str, cells: usize) {
        self.text.push_str(text);
        self.used += cells;
    }

    /// The text without the blanks at its end; an empty row is left.
    fn finish(&mut self) -> String {
        let mut text = std::mem::take(self).text;
        text.truncate(text.trim_end().len());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_is_wider_than_asked_and_no_word_is_lost() {
        let text = "Was würde ich von der grenzüberschreitenden Zusammenarbeit sehen?";
        for columns in 1..40 {
            let rows = wrap(text, columns);
            assert!(rows.iter().all(|row| width(row) <= columns), "{rows:?}");
            let joined: String = rows.concat().chars().filter(|c| *c != ' ').collect();
            assert_eq!(joined, text.replace(' ', ""));
        }
    }
}
