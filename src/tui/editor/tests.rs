use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::units::is_boundary;
use super::*;

mod properties;

const PERSON: char = '\u{F0001}';
const PLACE: char = '\u{F0002}';

fn labels() -> Vec<(char, String)> {
    vec![(PERSON, "[Person 1]".into()), (PLACE, "[Ort 12]".into())]
}

fn editor(text: &str, width: u16) -> Editor {
    let mut editor = Editor::new(width, 4);
    editor.set_labels(labels());
    editor.set(text, text.len());
    editor
}

fn typed(editor: &mut Editor, text: &str) -> Vec<Edit> {
    text.chars()
        .map(|letter| editor.insert_char(letter))
        .collect()
}

fn rows_of(editor: &Editor) -> Vec<&str> {
    (0..editor.row_count())
        .map(|row| part(editor.text(), editor.rows.range(row, editor.text())))
        .collect()
}

fn shown(editor: &Editor) -> Vec<String> {
    let view = editor.view();
    view.rows
        .iter()
        .map(|row| row.iter().map(|span| span.text.as_str()).collect())
        .collect()
}

/// What holds after every step.
fn check(editor: &Editor) {
    let text = editor.text();
    assert!(is_boundary(text, editor.cursor()), "cursor inside a unit");
    assert_eq!(
        editor.rows,
        Rows::new(text, &editor.labels, editor.rows.width()),
        "rows differ when wrapped whole"
    );
    assert_eq!(rows_of(editor).concat(), text);
    let view = editor.view();
    let (width, height) = (editor.rows.width(), editor.height);
    assert!(usize::from(view.cursor.x) < width && usize::from(view.cursor.y) < height);
    assert!(view.rows.len() <= height);
    assert_eq!(
        view.above + view.rows.len() + view.below,
        editor.row_count()
    );
    for row in &view.rows {
        let mut free = 0;
        for span in row {
            assert!(usize::from(span.column) >= free, "spans overlap");
            free = usize::from(span.column) + ratatui::text::Span::raw(span.text.as_str()).width();
        }
        assert!(free <= width, "a row is wider than the view");
    }
}

#[test]
fn a_decomposed_letter_and_a_family_are_one_step_each() {
    let mut editor = editor("e\u{301}tude 👨‍👩‍👧‍👦", 40);
    assert_eq!(editor.backspace(), Edit::Boundary);
    assert_eq!(editor.text(), "e\u{301}tude ");
    let _ = editor.text_start();
    let _ = editor.move_right();
    assert_eq!(editor.cursor(), "e\u{301}".len());
}

#[test]
fn a_mark_that_is_typed_joins_the_letter_before() {
    let mut editor = editor("cafe", 40);
    assert_eq!(editor.insert_char('\u{301}'), Edit::Inside);
    assert_eq!(editor.backspace(), Edit::Inside);
    assert_eq!(editor.text(), "caf");
}

#[test]
fn a_placeholder_is_shown_as_its_label_and_removed_in_one_step() {
    let mut editor = editor(&format!("mit {PERSON} in {PLACE}"), 40);
    assert_eq!(shown(&editor), ["mit [Person 1] in [Ort 12]"]);
    assert_eq!(editor.cursor_cell(), (0, 26));
    let _ = editor.backspace();
    assert_eq!(editor.text(), format!("mit {PERSON} in "));
}

#[test]
fn a_label_wider_than_the_line_is_cut() {
    assert_eq!(shown(&editor(&PERSON.to_string(), 7)), ["[Perso…"]);
    assert_eq!(shown(&editor("日", 1)), ["…"]);
}

#[test]
fn a_pasted_marker_is_no_placeholder() {
    let mut editor = editor("", 40);
    let _ = editor.insert_str(&format!("a{PERSON}b"));
    let _ = editor.insert_char(PERSON);
    assert_eq!(editor.text(), "ab");
}

#[test]
fn rows_break_at_spaces_hyphens_and_between_ideographs() {
    assert_eq!(
        rows_of(&editor("die Agentur zahlt", 9)),
        ["die ", "Agentur ", "zahlt"]
    );
    assert_eq!(
        rows_of(&editor("Ost-West-Achse -5", 9)),
        ["Ost-", "West-", "Achse -5"]
    );
    assert_eq!(rows_of(&editor("日本語。文", 7)), ["日本", "語。文"]);
    assert_eq!(
        rows_of(&editor("Donaudampfschiff", 7)),
        ["Donaud", "ampfsc", "hiff"]
    );
}

#[test]
fn a_no_break_space_holds_words_together() {
    assert_eq!(
        rows_of(&editor("etwa 5\u{A0}km", 9)),
        ["etwa ", "5\u{A0}km"]
    );
    assert_eq!(
        rows_of(&editor("dit «\u{202F}oui\u{202F}»", 10)),
        ["dit ", "«\u{202F}oui\u{202F}»"]
    );
}

#[test]
fn control_characters_and_line_ends_become_plain() {
    let mut editor = editor("", 40);
    let _ = editor.insert_str("a\tb\r\nc\rd\u{1b}[31m\u{2028}e");
    assert_eq!(editor.text(), "a b\nc\nd[31me");
    assert_eq!(editor.insert_char('\u{7}'), Edit::Nothing);
}

#[test]
fn a_word_ends_with_a_separator_or_when_the_cursor_leaves_it() {
    let mut editor = editor("", 40);
    assert_eq!(
        typed(&mut editor, "Hub "),
        [Edit::Inside, Edit::Inside, Edit::Inside, Edit::Boundary]
    );
    assert_eq!(editor.move_left(), Edit::Inside);
    assert_eq!(editor.move_left(), Edit::Inside);
    assert_eq!(editor.text_end(), Edit::Boundary);
    assert_eq!(editor.text_end(), Edit::Nothing);
    assert_eq!(editor.insert_str("und"), Edit::Boundary);
    assert_eq!(editor.backspace(), Edit::Inside);
}

#[test]
fn up_and_down_keep_the_column() {
    let mut editor = editor("abcdef\nx\nghijkl", 40);
    let _ = editor.move_up();
    assert_eq!(editor.cursor_cell(), (1, 1));
    let _ = editor.move_up();
    assert_eq!(editor.cursor_cell(), (0, 6));
    let _ = editor.move_up();
    assert_eq!(editor.cursor_cell(), (0, 0));
    let _ = editor.move_down();
    assert_eq!(editor.cursor_cell(), (1, 0));
}

#[test]
fn home_and_end_stay_in_the_row() {
    let mut editor = editor("eins zwei drei", 6);
    let _ = editor.text_start();
    let _ = editor.end();
    assert_eq!(editor.cursor_cell(), (0, 4));
    let _ = editor.move_down();
    let _ = editor.home();
    assert_eq!(editor.cursor(), 5);
}

#[test]
fn the_view_follows_the_cursor() {
    let mut editor = editor("1\n2\n3\n4\n5\n6", 10);
    assert_eq!(shown(&editor), ["3", "4", "5", "6"]);
    let _ = editor.text_start();
    assert_eq!(shown(&editor), ["1", "2", "3", "4"]);
    assert_eq!((editor.view().above, editor.view().below), (0, 2));
}

#[test]
fn undo_takes_back_a_word_at_a_time() {
    let mut editor = editor("", 40);
    let _ = typed(&mut editor, "ein Netz aus");
    let texts =
        std::iter::from_fn(|| (editor.undo() != Edit::Nothing).then(|| editor.text().to_owned()));
    assert_eq!(texts.collect::<Vec<_>>(), ["ein Netz ", "ein ", ""]);
    let _ = editor.redo();
    assert_eq!(editor.text(), "ein ");
}

#[test]
fn a_paste_is_one_step() {
    let mut editor = editor("a", 40);
    let _ = editor.insert_str("b c d\ne");
    let _ = editor.undo();
    assert_eq!(editor.text(), "a");
}

#[test]
fn undo_never_brings_an_original_back() {
    let mut editor = editor("", 40);
    let _ = typed(&mut editor, "Meier sagt Meier");
    let _ = editor.undo();
    editor.replace_all(&format!("{PERSON} sagt "), PERSON.len_utf8() + 6);
    assert!(!editor.can_undo() && !editor.can_redo());
    let _ = typed(&mut editor, "ja");
    while editor.undo() != Edit::Nothing {}
    assert_eq!(editor.text(), format!("{PERSON} sagt "));
}

#[test]
fn a_text_that_was_searched_without_a_finding_keeps_its_undo() {
    let mut editor = editor("", 40);
    let _ = typed(&mut editor, "ein Netz");
    let text = editor.text().to_owned();
    editor.replace_all(&text, text.len());
    let _ = editor.undo();
    assert_eq!(editor.text(), "ein ");
}

#[test]
fn drawing_stays_inside_its_area() {
    let view = editor("日本語 und noch mehr", 10).view();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 3));
    view.draw(Rect::new(1, 1, 3, 9), &mut buffer, |_| Style::new());
    assert_eq!(buffer, Buffer::with_lines(["      ", " 日   ", " und  "]));
    view.draw(Rect::new(9, 9, 3, 9), &mut buffer, |_| Style::new());
}

#[test]
fn a_suspected_word_is_marked() {
    let mut editor = editor("bei Meier in Basel", 40);
    editor.set_suspected(std::iter::once(4..9).collect());
    let view = editor.view();
    let kinds: Vec<(&str, SpanKind)> = view.rows[0]
        .iter()
        .map(|span| (span.text.as_str(), span.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("bei ", SpanKind::Plain),
            ("Meier", SpanKind::Suspected),
            (" in Basel", SpanKind::Plain),
            ("?", SpanKind::Sign),
        ]
    );
}

#[test]
fn typing_goes_on_in_a_paste_of_a_hundred_kilobytes() {
    let mut editor = editor("", 90);
    let _ = editor.insert_str(&"Die Kammer brachte beide Seiten an einen Tisch ".repeat(2_200));
    assert!(editor.text().len() > 100_000);
    let middle = editor.text().len() / 2;
    editor.stand_at(middle);
    for letter in "mitten hinein getippt ".repeat(40).chars() {
        let _ = editor.insert_char(letter);
        let _ = editor.view();
    }
    check(&editor);
}

#[test]
fn a_text_beyond_the_limit_is_refused_whole() {
    let mut editor = editor("", 90);
    let _ = editor.insert_str(&"a".repeat(LIMIT - 1));
    assert_eq!(editor.insert_str("bc"), Edit::Full);
    assert_eq!(editor.insert_char('b'), Edit::Inside);
    assert_eq!(editor.insert_char('c'), Edit::Full);
    assert_eq!(editor.room(), 0);
}

#[test]
fn taking_the_text_leaves_nothing_behind() {
    let mut editor = editor("", 40);
    let _ = typed(&mut editor, "ein Netz");
    assert_eq!(editor.take(), "ein Netz");
    assert!(editor.is_empty() && !editor.can_undo());
    check(&editor);
}

#[test]
fn a_debug_print_shows_no_text() {
    assert_eq!(
        format!("{:?}", editor("Meier", 40)),
        "Editor(5 bytes, cursor 5)"
    );
}
