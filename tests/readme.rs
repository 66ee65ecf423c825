//! The README says what the program does: its key table is made from the program's own.

use std::fmt::Write as _;
use std::path::Path;

use leitfaden::i18n::Words;
use leitfaden::language::Language;
use leitfaden::tui::keymap::{Command, Place, bindings};

const BEGIN: &str = "<!-- keys: made by `UPDATE=1 cargo test --test readme` -->\n";
const END: &str = "<!-- end of keys -->";

fn keys() -> String {
    let words = Words::new(Language::En);
    let mut table = String::from("In the interview:\n\n| key | does |\n| --- | --- |\n");
    for binding in bindings(Place::Interview) {
        let label = match binding.command {
            Command::Probe(1) => "probe 1 asked, and so on to Alt-9".to_owned(),
            Command::Probe(_) => continue,
            _ => words.text(binding.label).into_owned(),
        };
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(table, "| {} | {label} |", keys.join(" "));
    }
    table
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the mark before the keys");
    let (shown, after) = rest.split_once(END).expect("the mark after the keys");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{}{END}{after}", keys())).unwrap();
    } else {
        assert_eq!(
            shown,
            keys(),
            "UPDATE=1 cargo test --test readme writes them anew"
        );
    }
}
