//! Random sessions at the keyboard, compared with a list of graphemes and with the wrapping rule itself.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::units::{Labels, is_boundary, part, unit_after, unit_before, units};
use super::super::wrap::{Rows, may_break};
use super::super::{Edit, Editor, is_marker};
use super::{PERSON, PLACE, check, editor, labels};

/// A step of a random session at the keyboard.
#[derive(Debug, Clone)]
enum Step {
    Type(char),
    Paste(String),
    Press(fn(&mut Editor) -> Edit),
    Resize(u16, u16),
    ReplaceAll(String, usize),
}

const KEYS: [fn(&mut Editor) -> Edit; 14] = [
    Editor::backspace,
    Editor::delete,
    Editor::delete_word_back,
    Editor::delete_word_forward,
    Editor::move_left,
    Editor::move_right,
    Editor::move_up,
    Editor::move_down,
    Editor::word_left,
    Editor::word_right,
    Editor::home,
    Editor::end,
    Editor::text_start,
    Editor::text_end,
];

const LETTERS: [char; 34] = [
    'a', 'b', 'Z', 'é', 'ß', '1', ' ', ' ', ' ', '-', '.', '\n', '\n', '\u{0301}', '\u{0308}',
    '\u{200D}', '👩', '👧', '\u{FE0F}', '❤', '🇨', '🇭', '日', '本', '。', '「', '\u{00A0}',
    '\u{202F}', '\u{0600}', '\u{200B}', '한', '\u{FF9E}', PERSON, PLACE,
];

fn letter() -> impl Strategy<Value = char> {
    prop::sample::select(LETTERS.as_slice())
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(letter(), 0..60).prop_map(String::from_iter)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => letter().prop_map(Step::Type),
        1 => text().prop_map(Step::Paste),
        8 => prop::sample::select(KEYS.as_slice()).prop_map(Step::Press),
        1 => (0_u16..20, 0_u16..5).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => (text(), 0_usize..80).prop_map(|(text, cursor)| Step::ReplaceAll(text, cursor)),
    ]
}

fn take_step(editor: &mut Editor, step: &Step) -> Edit {
    match step {
        Step::Type(letter) => editor.insert_char(*letter),
        Step::Paste(text) => editor.insert_str(text),
        Step::Press(key) => key(editor),
        Step::Resize(width, height) => {
            editor.resize(*width, *height);
            Edit::Nothing
        }
        Step::ReplaceAll(text, cursor) => {
            editor.replace_all(text, *cursor);
            Edit::Nothing
        }
    }
}

/// The units of a text, found from its beginning: graphemes, cut at markers and line ends.
fn naive_units(text: &str) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation;
    let mut found: Vec<String> = Vec::new();
    for piece in text.split_inclusive(|c| is_marker(c) || c == '\n') {
        let alone = piece
            .chars()
            .next_back()
            .filter(|&c| is_marker(c) || c == '\n');
        let body = alone.map_or(piece, |last| piece.strip_suffix(last).unwrap());
        found.extend(body.graphemes(true).map(str::to_owned));
        found.extend(alone.map(String::from));
    }
    found
}

/// The editor as a list of units and a place in it.
struct Model {
    units: Vec<String>,
    cursor: usize,
}

impl Model {
    fn of(text: &str, cursor: usize) -> Self {
        let units = naive_units(text);
        let mut passed = 0;
        let before = units.iter().take_while(|unit| {
            let is_before = passed < cursor;
            passed += unit.len();
            is_before
        });
        let cursor = before.count();
        Self { units, cursor }
    }

    fn text(&self) -> String {
        self.units.concat()
    }

    fn offset(&self) -> usize {
        self.units.iter().take(self.cursor).map(String::len).sum()
    }

    fn is_word(&self, index: usize) -> bool {
        let first = self.units.get(index).and_then(|unit| unit.chars().next());
        first.is_some_and(|c| c.is_alphanumeric() || is_marker(c))
    }

    fn word_left(&self) -> usize {
        let word_end = (0..self.cursor).rfind(|&index| self.is_word(index));
        let gap = word_end.and_then(|end| (0..end).rfind(|&index| !self.is_word(index)));
        word_end.map_or(0, |_| gap.map_or(0, |gap| gap + 1))
    }

    fn word_right(&self) -> usize {
        let count = self.units.len();
        let word = (self.cursor..count).find(|&index| self.is_word(index));
        word.and_then(|word| (word..count).find(|&index| !self.is_word(index)))
            .unwrap_or(count)
    }

    fn insert(&self, text: &str) -> Self {
        let (before, after) = self.units.split_at(self.cursor);
        let head = before.concat() + text;
        let length = head.len();
        Self::of(&(head + &after.concat()), length)
    }

    fn without(&self, from: usize, to: usize) -> Self {
        let kept = self
            .units
            .iter()
            .take(from)
            .chain(self.units.iter().skip(to));
        let start: usize = self.units.iter().take(from).map(String::len).sum();
        Self::of(&kept.cloned().collect::<String>(), start)
    }

    fn at(&self, cursor: usize) -> Self {
        Self {
            units: self.units.clone(),
            cursor,
        }
    }

    /// What a key should do; nothing for keys that depend on rows.
    fn press(&self, key: usize) -> Option<Self> {
        let (cursor, end) = (self.cursor, self.units.len());
        Some(match key {
            0 => self.without(cursor.saturating_sub(1), cursor),
            1 => self.without(cursor, (cursor + 1).min(end)),
            2 => self.without(self.word_left(), cursor),
            3 => self.without(cursor, self.word_right()),
            4 => self.at(cursor.saturating_sub(1)),
            5 => self.at((cursor + 1).min(end)),
            8 => self.at(self.word_left()),
            9 => self.at(self.word_right()),
            12 => self.at(0),
            13 => self.at(end),
            _ => return None,
        })
    }
}

/// The rows by the rule itself: the longest run of units that has room and ends where a row may end.
fn naive_rows(text: &str, labels: &Labels, width: usize) -> Vec<String> {
    let room = width.saturating_sub(1).max(1);
    let all = naive_units(text);
    let mut rows = Vec::new();
    let mut rest = all.as_slice();
    loop {
        let fits = |count: &usize| {
            let cells = |count: usize| -> usize {
                let taken = rest.iter().take(count);
                taken.map(|unit| labels.cells(unit, width)).sum()
            };
            (1..=*count).all(|count| {
                let is_space = rest
                    .get(count - 1)
                    .is_some_and(|unit| unit.starts_with(' '));
                count == 1 || cells(count) <= if is_space { width } else { room }
            })
        };
        let line_end = rest.iter().position(|unit| unit == "\n").map(|at| at + 1);
        let longest = (1..=rest.len()).take_while(fits).last().unwrap_or(0);
        let whole = line_end.unwrap_or(rest.len() + 1);
        let taken = if longest + 1 >= whole {
            line_end.unwrap_or(rest.len())
        } else {
            (1..=longest)
                .rfind(|&end| may_break(&rest[end - 1], &rest[end]))
                .unwrap_or(longest)
        };
        let (row, further) = rest.split_at(taken);
        rows.push(row.concat());
        if further.is_empty() {
            if row.last().is_some_and(|unit| unit == "\n") {
                rows.push(String::new());
            }
            return rows;
        }
        rest = further;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_editor_does_what_a_list_of_graphemes_does(steps in prop::collection::vec(step(), 1..60)) {
        let mut editor = editor("", 12);
        for step in &steps {
            let model = Model::of(editor.text(), editor.cursor());
            prop_assert_eq!(model.offset(), editor.cursor());
            let before = editor.text().to_owned();
            let edit = take_step(&mut editor, step);
            let plain = |text: &str| text.replace(is_marker, "");
            let expected = match step {
                Step::Type(letter) => Some(model.insert(&plain(&letter.to_string()))),
                Step::Paste(text) => Some(model.insert(&plain(text))),
                Step::ReplaceAll(text, cursor) if text.is_char_boundary(*cursor) => Some(Model::of(text, *cursor)),
                Step::Press(key) => KEYS
                    .iter()
                    .position(|known| std::ptr::fn_addr_eq(*known, *key))
                    .and_then(|key| model.press(key)),
                Step::Resize(..) | Step::ReplaceAll(..) => None,
            };
            if let Some(expected) = expected {
                prop_assert_eq!(expected.text(), editor.text());
                prop_assert_eq!(expected.offset(), editor.cursor());
            }
            if edit == Edit::Nothing && !matches!(step, Step::ReplaceAll(..)) {
                prop_assert_eq!(before, editor.text());
            }
            check(&editor);
        }
    }

    #[test]
    fn undo_leads_back_to_the_beginning_and_redo_to_the_end(
        start in text(),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut editor = editor(&start, 12);
        for step in steps.iter().filter(|step| !matches!(step, Step::ReplaceAll(..))) {
            let _ = take_step(&mut editor, step);
        }
        let end = editor.text().to_owned();
        while editor.undo() != Edit::Nothing {
            check(&editor);
        }
        prop_assert_eq!(editor.text(), start);
        while editor.redo() != Edit::Nothing {
            check(&editor);
        }
        prop_assert_eq!(editor.text(), end);
    }

    #[test]
    fn rows_are_as_long_as_the_rule_allows(text in text(), width in 1_usize..16) {
        let labels = Labels::new(labels());
        let rows = Rows::new(&text, &labels, width);
        let found: Vec<&str> = (0..rows.count()).map(|row| part(&text, rows.range(row, &text))).collect();
        prop_assert_eq!(found, naive_rows(&text, &labels, width));
    }

    #[test]
    fn units_are_the_same_forwards_backwards_and_from_the_beginning(text in text()) {
        let naive = naive_units(&text);
        let forwards: Vec<String> = units(&text, 0).map(|(_, unit)| unit.to_owned()).collect();
        prop_assert_eq!(&forwards, &naive);
        let mut at = text.len();
        for unit in naive.iter().rev() {
            prop_assert!(is_boundary(&text, at));
            prop_assert_eq!(unit_before(&text, at), unit);
            at -= unit.len();
            prop_assert_eq!(unit_after(&text, at), unit);
        }
    }

    #[test]
    fn what_is_drawn_fills_the_cells_that_the_view_says(text in text(), width in 1_u16..16) {
        let editor = editor(&text, width);
        let view = editor.view();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 99, 1));
        for (row, line) in view.rows.iter().enumerate() {
            let range = editor.rows.range(view.above + row, &text);
            let cells: usize = units(part(&text, 0..range.end), range.start)
                .map(|(_, unit)| editor.labels.cells(unit, usize::from(width)))
                .sum();
            let mut end = 0;
            for span in line {
                prop_assert_eq!(end, span.column);
                end = buffer.set_stringn(end, 0, &span.text, 99, Style::new()).0;
            }
            prop_assert_eq!(usize::from(end), cells);
        }
    }
}
