use std::collections::BTreeMap;
use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::*;

const IDS: [PaneId; 4] = ["editor", "topics", "blocks", "status"];

type Lines = Vec<(String, Style)>;

fn draw(lines: &Lines, area: Rect, buffer: &mut Buffer) {
    for ((line, style), y) in lines.iter().zip(area.top()..area.bottom()) {
        if (buffer.area.top()..buffer.area.bottom()).contains(&y) {
            buffer.set_string(area.x, y, line, *style);
        }
    }
}

/// Takes what is written and keeps it apart, write by write.
#[derive(Default)]
struct Wire {
    writes: Vec<Vec<u8>>,
    is_broken: bool,
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_broken {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.writes.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn surface() -> Surface<Wire> {
    Surface::new(Wire::default(), Palette::Full)
}

fn sent(surface: &mut Surface<Wire>) -> Vec<u8> {
    surface.flush().unwrap();
    std::mem::take(&mut surface.out().writes).concat()
}

fn terminal(size: Size) -> vt100::Parser {
    let cells = |count: u16| NonZeroU16::new(count.max(1)).unwrap();
    vt100::Parser::new(cells(size.height), cells(size.width), 0)
}

/// One pane of a random frame.
#[derive(Debug, Clone)]
struct Shown {
    id: PaneId,
    area: Rect,
    lines: Lines,
}

#[derive(Debug, Clone)]
struct Frame {
    size: Size,
    panes: Vec<Shown>,
    cursor: Option<Position>,
    /// What is typed before the next frame.
    ahead: Vec<char>,
}

fn style() -> impl Strategy<Value = Style> {
    let colours = [
        Color::Reset,
        Color::Red,
        Color::LightBlue,
        Color::Indexed(99),
        Color::Rgb(1, 2, 3),
    ];
    let modifiers = [
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::UNDERLINED,
        Modifier::REVERSED | Modifier::ITALIC,
        Modifier::DIM,
    ];
    let colour = || prop::sample::select(colours.to_vec());
    (colour(), colour(), prop::sample::select(modifiers.to_vec()))
        .prop_map(|(front, back, modifier)| Style::new().fg(front).bg(back).add_modifier(modifier))
}

fn line() -> impl Strategy<Value = String> {
    let symbols = [
        "a", "b", " ", "─", "é", "e\u{301}", "日", "本", "한", "👩", "◐",
    ];
    prop::collection::vec(prop::sample::select(symbols.to_vec()), 0..14)
        .prop_map(|symbols| symbols.concat())
}

fn shown() -> impl Strategy<Value = Shown> {
    let area = (0_u16..14, 0_u16..6, 0_u16..14, 0_u16..5);
    let lines = prop::collection::vec((line(), style()), 0..4);
    (prop::sample::select(IDS.to_vec()), area, lines).prop_map(
        |(id, (x, y, width, height), lines)| Shown {
            id,
            area: Rect::new(x, y, width, height),
            lines,
        },
    )
}

fn frame() -> impl Strategy<Value = Frame> {
    let sizes = prop_oneof![9 => Just(Size::new(16, 6)), 1 => Just(Size::new(9, 3)), 1 => Just(Size::new(1, 1))];
    let cursor = prop::option::of((0_u16..18, 0_u16..8).prop_map(Position::from));
    let typed = vec!['a', ' ', 'é', '日', '\u{301}', '\u{7}', '\u{ad}'];
    let ahead = prop::collection::vec(prop::sample::select(typed), 0..3);
    let panes = prop::collection::vec(shown(), 0..5);
    (sizes, panes, cursor, ahead).prop_map(|(size, panes, cursor, ahead)| Frame {
        size,
        panes,
        cursor,
        ahead,
    })
}

fn show(surface: &mut Surface<Wire>, frame: &Frame) -> Vec<u8> {
    surface.begin(frame.size);
    for pane in &frame.panes {
        surface.pane(pane.id, pane.area, pane.lines.clone(), draw);
    }
    surface.cursor(frame.cursor);
    sent(surface)
}

/// What can be seen of a terminal's screen, cell by cell.
fn sight(terminal: &vt100::Parser) -> Vec<String> {
    let screen = terminal.screen();
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    let mut sight: Vec<String> = cells
        .filter_map(|(row, column)| screen.cell(row, column))
        .map(|cell| {
            let symbol = if cell.has_contents() || cell.is_wide_continuation() {
                cell.contents()
            } else {
                " "
            };
            format!(
                "{symbol} {:?} {:?} {} {} {} {} {}",
                cell.fgcolor(),
                cell.bgcolor(),
                cell.bold(),
                cell.dim(),
                cell.italic(),
                cell.underline(),
                cell.inverse()
            )
        })
        .collect();
    // Where a hidden cursor stands is not seen.
    let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
    sight.push(format!("{cursor:?}"));
    sight
}

fn text_of(terminal: &vt100::Parser, row: u16) -> Vec<String> {
    let screen = terminal.screen();
    (0..screen.size().1.get())
        .filter_map(|column| screen.cell(row, column))
        .filter(|cell| !cell.is_wide_continuation())
        .map(|cell| {
            if cell.has_contents() {
                cell.contents().to_owned()
            } else {
                " ".to_owned()
            }
        })
        .collect()
}

/// The symbols of a row, told cell by cell: a wide symbol is seen if both its cells are.
fn expected_text(frame: &Frame, row: u16) -> Vec<String> {
    let width = frame.size.width;
    let mut cells: BTreeMap<u16, (usize, u16, String)> = BTreeMap::new();
    let screen = Rect::new(0, 0, width, frame.size.height);
    for (number, pane) in frame.panes.iter().enumerate() {
        let area = pane.area.intersection(screen);
        if row < area.top() || row >= area.bottom() {
            continue;
        }
        let mut x = area.left();
        cells.extend((area.left()..area.right()).map(|x| (x, (number, x, " ".to_owned()))));
        let line = pane.lines.get(usize::from(row - area.top()));
        for symbol in line.map_or("", |(line, _)| line).graphemes(true) {
            let cells_of_symbol = u16::from(unicode_width::UnicodeWidthStr::width(symbol) == 2) + 1;
            if x + cells_of_symbol > area.right() {
                break;
            }
            cells.extend(
                (x..x + cells_of_symbol).map(|cell| (cell, (number, x, symbol.to_owned()))),
            );
            x += cells_of_symbol;
        }
    }
    let mut text = Vec::new();
    for x in 0..width {
        let Some((number, head, symbol)) = cells.get(&x) else {
            text.push(" ".to_owned());
            continue;
        };
        let is_wide = unicode_width::UnicodeWidthStr::width(symbol.as_str()) == 2;
        let is_part = |x: u16| {
            cells
                .get(&x)
                .is_some_and(|cell| (cell.0, cell.1) == (*number, *head))
        };
        if is_wide && !(is_part(*head) && is_part(head + 1)) {
            text.push(" ".to_owned());
        } else if *head == x {
            text.push(symbol.clone());
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn small_steps_lead_to_the_same_sight_as_a_full_redraw(frames in prop::collection::vec(frame(), 1..8)) {
        let mut surface = surface();
        let mut terminal = terminal(frames[0].size);
        for frame in &frames {
            let (rows, columns) = (frame.size.height, frame.size.width);
            terminal.screen_mut().set_size(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap());
            terminal.process(&show(&mut surface, frame));

            let mut whole = self::terminal(frame.size);
            whole.process(&show(&mut self::surface(), frame));
            prop_assert_eq!(sight(&terminal), sight(&whole));
            for row in 0..rows {
                prop_assert_eq!(text_of(&terminal, row), expected_text(frame, row));
            }
            prop_assert_eq!(show(&mut surface, frame), b"", "the same frame again sends nothing");
            for &character in &frame.ahead {
                surface.type_ahead(character).unwrap();
            }
            terminal.process(&std::mem::take(&mut surface.out().writes).concat());
        }
    }

    #[test]
    fn any_size_and_place_is_drawn_without_a_panic(
        sizes in prop::collection::vec((0_u16..5, 0_u16..5), 1..5),
        area in (any::<u16>(), any::<u16>(), any::<u16>(), any::<u16>()),
        cursor in (any::<u16>(), any::<u16>()),
    ) {
        let mut surface = surface();
        for (width, height) in sizes {
            surface.begin(Size::new(width, height));
            let lines = vec![("日本".to_owned(), Style::new()); 3];
            surface.pane("editor", Rect::new(area.0, area.1, area.2, area.3), lines.clone(), draw);
            surface.pane("topics", Rect::new(0, 0, area.2, area.3), lines, draw);
            surface.cursor(Some(Position::from(cursor)));
            surface.flush().unwrap();
        }
    }
}

/// A screen as in an interview, with `note` in the editor and the cursor behind it.
fn interview(surface: &mut Surface<Wire>, note: &str) -> Vec<u8> {
    surface.begin(Size::new(120, 40));
    let blocks = vec![("1 Profile ●●".to_owned(), Style::new().fg(Color::Green)); 8];
    surface.pane("blocks", Rect::new(0, 1, 25, 39), blocks, draw);
    let status = vec![(
        "saved 00:31:05".to_owned(),
        Style::new().add_modifier(Modifier::BOLD),
    )];
    surface.pane("status", Rect::new(0, 0, 120, 1), status, draw);
    surface.pane(
        "editor",
        Rect::new(27, 33, 72, 5),
        vec![(note.to_owned(), Style::new())],
        draw,
    );
    let column = u16::try_from(note.chars().count()).unwrap();
    surface.cursor(Some(Position::new(27 + column, 33)));
    sent(surface)
}

#[test]
fn a_typed_character_costs_a_byte_and_a_time_on_the_status_line_few() {
    let mut surface = surface();
    let note = "agency of the Institution pays half a post";
    let _ = interview(&mut surface, "");
    let mut costs: Vec<usize> = note
        .char_indices()
        .map(|(end, letter)| {
            interview(&mut surface, note.split_at(end + letter.len_utf8()).0).len()
        })
        .collect();
    costs.sort_unstable();
    assert_eq!(costs.first(), Some(&1));
    assert!(costs.last().is_some_and(|&most| most <= 50), "{costs:?}");
}

#[test]
fn what_is_typed_ahead_is_what_the_next_frame_shows() {
    let mut surface = surface();
    let mut terminal = terminal(Size::new(120, 40));
    terminal.process(&interview(&mut surface, "the roo"));
    surface.type_ahead('f').unwrap();
    let ahead = std::mem::take(&mut surface.out().writes).concat();
    assert_eq!(ahead, b"f");
    terminal.process(&ahead);
    let seen = sight(&terminal);
    assert_eq!(interview(&mut surface, "the roof"), b"");

    // Another frame than was thought is shown right.
    surface.type_ahead('x').unwrap();
    terminal.process(&std::mem::take(&mut surface.out().writes).concat());
    assert_ne!(sight(&terminal), seen);
    terminal.process(&interview(&mut surface, "the roof"));
    assert_eq!(sight(&terminal), seen);
}

#[test]
fn nothing_is_typed_ahead_where_something_stands_or_at_the_edge() {
    let mut surface = surface();
    for cursor in [Some((3, 0)), Some((2, 0)), Some((9, 0)), None] {
        surface.begin(Size::new(10, 2));
        surface.pane(
            "editor",
            Rect::new(0, 0, 10, 1),
            vec![("abcd".to_owned(), Style::new())],
            draw,
        );
        surface.cursor(cursor.map(Position::from));
        let _ = sent(&mut surface);
        surface.type_ahead('x').unwrap();
        assert!(surface.out().writes.is_empty(), "{cursor:?}");
    }
}

#[test]
fn a_frame_goes_out_in_one_write() {
    let mut surface = surface();
    surface.begin(Size::new(80, 24));
    surface.pane(
        "editor",
        Rect::new(0, 0, 80, 24),
        vec![("Netz".to_owned(), Style::new()); 24],
        draw,
    );
    surface.flush().unwrap();
    assert_eq!(surface.out().writes.len(), 1);
}

#[test]
fn an_unchanged_view_is_not_drawn() {
    fn never(_: &String, _: Rect, _: &mut Buffer) {
        panic!("drawn again");
    }
    let mut surface = surface();
    let area = Rect::new(0, 0, 4, 1);
    surface.begin(Size::new(10, 2));
    surface.pane("editor", area, String::new(), |_, _, _| {});
    let _ = sent(&mut surface);
    surface.begin(Size::new(10, 2));
    surface.pane("editor", area, String::new(), never);
    assert_eq!(sent(&mut surface), b"");
}

#[test]
fn a_pane_drawn_between_two_frames_leaves_the_others_as_they_are() {
    let mut surface = surface();
    let _ = interview(&mut surface, "Net");
    let area = Rect::new(27, 33, 72, 5);
    let note = vec![("Netz".to_owned(), Style::new())];
    assert!(surface.redraw("editor", area, note.clone(), draw));
    surface.cursor(Some(Position::new(31, 33)));
    assert_eq!(sent(&mut surface), b"z");
    assert_eq!(
        interview(&mut surface, "Netz"),
        b"",
        "nothing is left to be sent"
    );

    assert!(
        !surface.redraw("editor", area, note.clone(), draw),
        "the same view"
    );
    assert!(!surface.redraw("editor", Rect::new(0, 0, 9, 9), note.clone(), draw));
    assert!(!surface.redraw("nowhere", area, note, draw));
}

#[test]
fn the_cursor_is_sent_only_when_it_changes() {
    let mut surface = surface();
    let mut at = |position: Option<Position>| {
        surface.begin(Size::new(10, 2));
        surface.cursor(position);
        sent(&mut surface)
    };
    let _ = at(Some(Position::new(3, 1)));
    assert_eq!(at(Some(Position::new(3, 1))), b"");
    assert_eq!(at(Some(Position::new(4, 1))), b"\x1b[C");
    assert_eq!(at(None), b"\x1b[?25l");
    assert_eq!(at(None), b"");
    assert_eq!(at(Some(Position::new(4, 1))), b"\x1b[?25h");
}

#[test]
fn a_repaint_sends_everything_again() {
    let mut surface = surface();
    let first = interview(&mut surface, "Netz");
    surface.repaint();
    assert_eq!(interview(&mut surface, "Netz"), first);
}

#[test]
fn after_a_failed_write_everything_is_sent_again() {
    let mut surface = surface();
    let first = interview(&mut surface, "Netz");
    surface.out().is_broken = true;
    surface.begin(Size::new(120, 40));
    assert!(surface.flush().is_err());
    surface.out().is_broken = false;
    assert_eq!(interview(&mut surface, "Netz"), first);
}

#[test]
fn nothing_harmful_in_a_cell_reaches_the_terminal() {
    let mut surface = surface();
    surface.begin(Size::new(10, 1));
    surface.pane("editor", Rect::new(0, 0, 10, 1), (), |(), _, buffer| {
        buffer[(0, 0)].set_symbol("\x1b]0;title\x07");
        buffer[(1, 0)].set_symbol("\u{202E}");
        buffer[(2, 0)].set_symbol("\n");
        buffer[(3, 0)].set_symbol("");
        buffer[(9, 0)].set_symbol("日");
    });
    let sent = String::from_utf8(sent(&mut surface)).unwrap();
    assert!(
        sent.ends_with("\u{FFFD}\u{FFFD}\u{FFFD}\x1b[?25l"),
        "{sent:?}"
    );
}

#[test]
fn half_a_wide_character_under_another_pane_becomes_a_blank() {
    let mut surface = surface();
    let mut terminal = terminal(Size::new(4, 1));
    let mut frame = |lower: &str, upper: Rect| {
        surface.begin(Size::new(4, 1));
        let lines = |line: &str| vec![(line.to_owned(), Style::new())];
        surface.pane("topics", Rect::new(0, 0, 4, 1), lines(lower), draw);
        surface.pane("editor", upper, lines("x"), draw);
        terminal.process(&sent(&mut surface));
        terminal.screen().contents()
    };
    assert_eq!(frame("abcd", Rect::ZERO), "abcd");
    assert_eq!(frame("日本", Rect::new(0, 0, 1, 1)), "x 本");
    assert_eq!(frame("日本", Rect::new(1, 0, 1, 1)), " x本");
    assert_eq!(frame("日本", Rect::new(2, 0, 1, 1)), "日x ");
    assert_eq!(frame("日本", Rect::ZERO), "日本");
}

#[test]
fn nothing_is_sent_for_the_columns_that_the_last_symbol_covers() {
    let mut surface = surface();
    let mut frame = |line: &str| {
        surface.begin(Size::new(8, 1));
        let lines = vec![(line.to_owned(), Style::new())];
        surface.pane("editor", Rect::new(0, 0, 8, 1), lines, draw);
        String::from_utf8(sent(&mut surface)).unwrap()
    };
    frame("abcd");
    // One symbol of four columns, and one of two.
    for (symbol, width) in [("स्त्री", 4), ("日", 2)] {
        let sent = frame(symbol);
        let behind = sent.split_once(symbol).unwrap().1;
        assert_eq!(behind.matches(' ').count(), 4 - width, "{sent:?}");
        frame("abcd");
    }
}

#[test]
fn behind_the_last_column_the_cursor_is_placed_anew() {
    let mut surface = surface();
    surface.begin(Size::new(3, 2));
    surface.pane(
        "editor",
        Rect::new(0, 0, 3, 2),
        vec![("abc".to_owned(), Style::new())],
        draw,
    );
    surface.cursor(Some(Position::new(2, 0)));
    let sent = String::from_utf8(sent(&mut surface)).unwrap();
    assert!(sent.ends_with("abc\x1b[1;3H\x1b[?25h"), "{sent:?}");
}

#[test]
fn an_emoji_of_doubtful_width_is_cleared_behind_first() {
    let mut surface = surface();
    surface.begin(Size::new(10, 1));
    surface.pane(
        "editor",
        Rect::new(0, 0, 10, 1),
        vec![("❤\u{FE0F}a".to_owned(), Style::new())],
        draw,
    );
    let sent = String::from_utf8(sent(&mut surface)).unwrap();
    assert!(
        sent.contains("\x1b[1;2H \x1b[1;1H❤\u{FE0F}\x1b[1;3Ha"),
        "{sent:?}"
    );
}

fn red_and_bold(palette: Palette, colour: Color) -> String {
    let mut surface = Surface::new(Wire::default(), palette);
    surface.begin(Size::new(3, 1));
    let style = Style::new()
        .fg(colour)
        .underline_color(colour)
        .add_modifier(Modifier::BOLD);
    surface.pane(
        "editor",
        Rect::new(0, 0, 3, 1),
        vec![("x".to_owned(), style)],
        draw,
    );
    let sent = String::from_utf8(sent(&mut surface)).unwrap();
    sent.trim_start_matches("\x1b[0m\x1b[2J\x1b[1;1H")
        .split('x')
        .next()
        .unwrap()
        .to_owned()
}

#[test]
fn a_terminal_gets_only_the_colours_it_has() {
    let colours = [Color::LightRed, Color::Indexed(196), Color::Rgb(250, 5, 5)];
    let sent = |palette| colours.map(|colour| red_and_bold(palette, colour));
    assert_eq!(sent(Palette::Plain), ["\x1b[1m"; 3]);
    assert_eq!(sent(Palette::Sixteen), ["\x1b[1;91m"; 3]);
    assert_eq!(
        sent(Palette::Indexed),
        ["\x1b[1;91m", "\x1b[1;38;5;196m", "\x1b[1;91m"]
    );
    let full = [
        "\x1b[1;91;58:5:9m",
        "\x1b[1;38;5;196;58:5:196m",
        "\x1b[1;38;2;250;5;5;58:2::250:5:5m",
    ];
    assert_eq!(sent(Palette::Full), full);
}

#[test]
fn the_environment_says_which_colours_there_are() {
    let palette = Palette::from_variables;
    assert_eq!(
        palette(Some("1"), Some("truecolor"), Some("xterm")),
        Palette::Plain
    );
    assert_eq!(
        palette(Some(""), Some("truecolor"), Some("xterm")),
        Palette::Full
    );
    assert_eq!(palette(None, None, Some("tmux-256color")), Palette::Indexed);
    assert_eq!(palette(None, None, Some("linux")), Palette::Sixteen);
    assert_eq!(palette(None, None, Some("dumb")), Palette::Plain);
}

#[test]
fn very_many_clusters_are_forgotten_and_the_screen_stays_right() {
    let area = Rect::new(0, 0, 60, 10);
    let (mut surface, mut terminal) = (surface(), terminal(area.as_size()));
    let (mut most, mut before) = (0, None);
    // Letters with every mark of the block for such: more than are kept, frame after frame.
    for letter in ('a'..='z').chain('A'..='Z') {
        let clusters = ('\u{300}'..='\u{36F}').map(|mark| format!("{letter}{mark}"));
        let rows = clusters.collect::<Vec<_>>();
        let rows = rows.chunks(50).map(|row| (row.concat(), Style::new()));
        surface.begin(area.as_size());
        surface.pane("editor", area, rows.collect(), draw);
        terminal.process(&sent(&mut surface));
        most = most.max(surface.desk.glyphs.count());
        let shown = terminal.screen().contents();
        assert!(shown.contains(&format!("{letter}\u{301}")), "{shown}");
        let before = before
            .replace(letter)
            .map(|before| format!("{before}\u{301}"));
        assert!(
            before.is_none_or(|before| !shown.contains(&before)),
            "{shown}"
        );
    }
    assert!(most <= Glyphs::MOST_CLUSTERS + 112, "{most}");
}
