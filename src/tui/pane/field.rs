//! A field of text in one row, scrolled so that the cursor is seen.

use super::text::{cut, width};
use crate::language::graphemes;
use crate::tui::editor::Editor;

/// Where text goes on to the left of what is seen.
const MORE: &str = "…";

/// What of a field is seen in `columns` cells, and in which of them the cursor stands. Where the text goes on, there is
/// an ellipsis.
pub fn one_row(editor: &Editor, columns: usize) -> (String, usize) {
    let text = editor.text();
    let columns = columns.max(2);
    let (before, behind) = text.split_at_checked(editor.cursor()).unwrap_or((text, ""));
    // The cursor stands behind the text at its end.
    if width(before) < columns {
        let room = if behind.is_empty() {
            columns
        } else {
            columns - width(before)
        };
        return (format!("{before}{}", cut(behind, room)), width(before));
    }
    let mut start = before.len();
    let mut used = width(MORE) + 1;
    for (at, grapheme) in graphemes(before).rev() {
        used += width(grapheme);
        if used > columns {
            break;
        }
        start = at;
    }
    let seen = before.get(start..).unwrap_or_default();
    let column = width(MORE) + width(seen);
    let behind = cut(behind, columns.saturating_sub(column));
    (format!("{MORE}{seen}{behind}"), column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str, cursor: usize) -> Editor {
        let mut editor = Editor::new(40, 1);
        editor.set(text, cursor);
        editor
    }

    #[test]
    fn the_cursor_is_always_seen_and_so_is_what_stands_before_it() {
        let text = "Verband der Hölzer größter Betriebe";
        for columns in 2..60 {
            for (cursor, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let (seen, column) = one_row(&field(text, cursor), columns);
                assert!(column < columns, "{columns} {cursor} {seen}");
                assert!(width(&seen) <= columns, "{columns} {cursor} {seen}");
            }
        }
    }

    #[test]
    fn what_is_cut_says_so_on_either_side() {
        let text = "abcdefghij";
        assert_eq!(one_row(&field(text, 10), 20), (text.to_owned(), 10));
        assert_eq!(one_row(&field(text, 10), 6), ("…ghij".to_owned(), 5));
        assert_eq!(one_row(&field(text, 0), 6), ("abcde…".to_owned(), 0));
        assert_eq!(one_row(&field(text, 6), 6), ("…cdef…".to_owned(), 5));
    }
}
