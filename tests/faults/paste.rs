//! What is pasted: signs that would steer a terminal, and much of it.

use crate::names;
use crate::notes;
use crate::place::Place;
use crate::terminal::Program;

/// Signs that may neither reach the terminal nor a file, as they are written.
const STEERING: &[&str] = &[
    "\x1b]", "\x07", "\x08", "\u{9b}", "\u{9d}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2069}",
    "\u{200f}",
];

fn paste(program: &mut Program, text: &str) {
    program.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
}

fn holds(bytes: &[u8], sign: &str) -> bool {
    let sign = sign.as_bytes();
    bytes.windows(sign.len()).any(|piece| piece == sign)
}

#[test]
fn pasted_signs_that_steer_reach_neither_the_terminal_nor_a_file() {
    let place = Place::new("");
    let mut program = Program::interview(&place);
    let text = "a\x1b]0;b\x07c\u{202e}d\u{2066}e\u{2069}f\u{9b}31mg\u{9d}h\x08i\x1b[2Jj\u{200f}k\0l\x7fm\u{202d}n";
    paste(&mut program, text);
    program.press("<Enter>");
    program.wait_for(" 1.1 ");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    for sign in STEERING {
        assert!(!holds(&program.written, sign), "{sign:?} at the terminal");
        for (path, bytes) in names::files(place.root()) {
            assert!(!holds(&bytes, sign), "{sign:?} in {}", path.display());
        }
    }
    assert_eq!(notes(&place), ["a]0;bcdef31mghi[2Jjklmn"]);
}

#[test]
fn a_large_paste_is_one_note() {
    let place = Place::new(names::PROTECTED);
    let mut program = Program::interview(&place);
    // Lines that differ: each is searched for itself.
    let lines = |person: &str, institution: &str, end: &str| -> String {
        let lines = (0..1_400).map(|number| {
            let share = number % 40 + 10;
            format!(
                "the office of {person} and the {institution} pay {share} parts of the bridge{end}"
            )
        });
        lines.collect()
    };
    let text = lines("Müller", "Chambre Lémanique", "\r");
    assert!(text.len() > 100 * 1024);
    paste(&mut program, &text);
    program.press("<Enter>");
    // The mark of the cell says that there is a note in it.
    program.wait_for("◐ open");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    let expected = lines("[Person 1]", "[Institution 2]", "\n");
    assert_eq!(notes(&place), [expected.trim_end()]);
    assert_eq!(names::in_files(place.root()), []);
}
