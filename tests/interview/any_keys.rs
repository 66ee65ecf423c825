//! Keys that nobody would press in this order.

use crate::chances::Chances;
use crate::every_key::{reopen_copy, texts};
use crate::keys::keys;
use crate::names;
use crate::place::Place;
use crate::seat::Seat;

/// What is pressed: words, names whole and in pieces, corrections, moves, and everything that takes text out again.
const PRESSED: &[&str] = &[
    "the ",
    "office",
    " of ",
    "Müller",
    "Müller ",
    "Mül",
    "ler ",
    "mueller",
    "Anna ",
    "An",
    "na",
    "Anna Mül",
    "Strauß",
    "Strau",
    "ss ",
    "Meier-",
    "Meier",
    "Holz",
    "bund",
    "Holzbund ",
    "Basel ",
    "Chambre ",
    "lemanique",
    "Lémanique ",
    "’",
    "s ",
    ".",
    ", ",
    "-",
    " ",
    "Éloïse ",
    "E\u{301}lo",
    "i\u{308}se",
    "Hans-",
    "Peter ",
    "42 ",
    "\"",
    "! ",
    "bridge ",
    "Jürg ",
    "Juerg",
    "<Enter>",
    "<Enter>",
    "<Enter>",
    "<Backspace>",
    "<Backspace><Backspace>",
    "<Left>",
    "<Left><Left>",
    "<Right>",
    "<C-w>",
    "<F2>a",
    "<F2>d",
    "<F3>",
    "<Tab>",
    "<F6>",
    "<C-u>",
    "<C-u>",
    "<C-y>",
    "<C-p>",
    "<A-x><Enter>",
    "<C-r>b",
    "<A-a>g",
    "<F5>1",
    "<A-e>1",
    "<A-Enter>",
    "<C-a>",
    "<C-e>",
    "<C-d>",
];

/// The seeds; each is an interview of its own.
const SEEDS: [u64; 3] = [3, 6, 41];

/// How much is pressed with the chances of one seed.
const PRESSES: usize = 150;

#[test]
fn after_any_keys_the_disk_holds_what_the_program_holds_and_no_name() {
    for seed in SEEDS {
        press_anything(seed);
    }
}

fn press_anything(seed: u64) {
    let mut chances = Chances::new(seed);
    let place = Place::new(names::PROTECTED);
    let mut seat = Seat::take(&place);
    let mut pressed = String::new();
    let mut before = Vec::new();
    for _ in 0..PRESSES {
        let next = PRESSED[chances.below(PRESSED.len())];
        pressed.push_str(next);
        for key in keys(next) {
            seat.press(key);
            let files = names::files(&place.session_file(""));
            if files == before {
                continue;
            }
            let reopened = reopen_copy(&place);
            let session = seat.session().expect("the interview goes on");
            assert_eq!(&reopened, session, "seed {seed}: {pressed}");
            assert_eq!(
                names::in_text(&texts(&reopened)),
                [""; 0],
                "seed {seed}: {pressed}"
            );
            assert_eq!(
                names::in_files(&place.session_file("")),
                [],
                "seed {seed}: {pressed}"
            );
            before = files;
        }
    }
}
