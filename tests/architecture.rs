//! Holds the code against the map of its modules: who may use whom, who may touch files, clock and terminal.

#[path = "architecture/source.rs"]
mod source;

use std::path::Path;

use source::{Source, read_all};

/// The modules from the outermost to the innermost; each may use those further down, none beside it.
const LAYERS: [&[&str]; 12] = [
    &["main"],
    &["cli"],
    &["tui"],
    &["operations"],
    &["archive", "export"],
    &["store"],
    &["release"],
    &["analysis"],
    &["session"],
    &["guide"],
    &["anonymise"],
    &["language"],
];

/// Modules beside the layers: who may use them, and which layers they may use themselves.
const BESIDE: [Beside; 2] = [
    Beside {
        module: "disk",
        // The words for what a disk refuses are with all other words.
        used_by: &["operations", "store", "archive", "i18n"],
        uses: &[],
    },
    Beside {
        module: "i18n",
        used_by: &["cli", "tui", "export"],
        // It says in words what these give as values.
        uses: &[
            "store",
            "release",
            "analysis",
            "session",
            "guide",
            "anonymise",
            "language",
        ],
    },
];

struct Beside {
    module: &'static str,
    used_by: &'static [&'static str],
    uses: &'static [&'static str],
}

/// Something that only some modules may name.
struct Confined {
    /// What it is, for the message.
    what: &'static str,
    /// The beginnings of its paths.
    paths: &'static [&'static str],
    /// The modules that may name it; an empty list for none.
    allowed: &'static [&'static str],
}

const CONFINED: [Confined; 9] = [
    Confined {
        what: "makes clean text without a search",
        paths: &[
            "crate::anonymise::CleanText::from_stored",
            "CleanText::from_stored",
        ],
        allowed: &["store"],
    },
    Confined {
        what: "touches files",
        paths: &["std::fs"],
        allowed: &["disk", "store", "archive", "operations"],
    },
    Confined {
        what: "reads or writes streams",
        paths: &["std::io"],
        // Export, surface and panes write into whatever they are given: the traits of `std::io` are all they name,
        // as the next rule holds.
        allowed: &[
            "disk",
            "store",
            "archive",
            "operations",
            "export",
            "cli",
            "tui",
        ],
    },
    Confined {
        what: "opens the streams of the program",
        paths: &["std::io::stdin", "std::io::stdout", "std::io::stderr"],
        allowed: &["cli", "tui::run", "tui::terminal"],
    },
    Confined {
        what: "reads the environment or runs programs",
        paths: &["std::env", "std::process::Command"],
        allowed: &["store", "operations", "cli"],
    },
    Confined {
        what: "starts threads",
        paths: &["std::thread"],
        // Half of many files are looked at by a second thread, within one call; so are the many hits of a search.
        allowed: &[
            "disk::stamp",
            "export::hits",
            "store",
            "operations",
            "archive",
            "cli",
            "tui::run",
            "tui::terminal",
        ],
    },
    Confined {
        what: "reads the clock",
        paths: &[
            "std::time::Instant::now",
            "std::time::SystemTime::now",
            "time::OffsetDateTime::now_",
            "time::UtcDateTime::now",
        ],
        // Asking git, a server or a terminal has an end: how long it has been waited for is measured there.
        allowed: &[
            "operations",
            "cli",
            "tui::run",
            "tui::terminal",
            "store::git",
            "archive::target",
        ],
    },
    Confined {
        what: "touches the terminal",
        paths: &[
            "ratatui::crossterm::terminal",
            "ratatui::crossterm::cursor",
            "ratatui::crossterm::execute",
            "ratatui::crossterm::queue",
            "ratatui::crossterm::event::read",
            "ratatui::crossterm::event::poll",
            "ratatui::Terminal",
            "ratatui::init",
            "crossterm::",
        ],
        allowed: &["tui::run", "tui::terminal"],
    },
    Confined {
        what: "knows a file format",
        paths: &["crate::store::format"],
        // The words for what is wrong with a file are with all other words.
        allowed: &["store", "i18n"],
    },
];

/// Everything in which a file breaks a rule, a line each.
fn violations(source: &Source) -> Vec<String> {
    let module = source.module.join("::");
    let paths = source.paths();
    let of_modules = paths.iter().filter_map(|path| module_fault(source, path));
    let of_confined = CONFINED.iter().flat_map(|confined| {
        let named = paths.iter().filter(|path| confined.covers(path));
        let module = &module;
        named
            .filter(move |_| {
                !confined
                    .allowed
                    .iter()
                    .any(|allowed| is_within(module, allowed))
            })
            .map(move |path| format!("{module} {}: {path}", confined.what))
    });
    of_modules.chain(of_confined).collect()
}

impl Confined {
    fn covers(&self, path: &str) -> bool {
        self.paths.iter().any(|confined| {
            if confined.ends_with(['_', ':']) {
                path.starts_with(confined)
            } else {
                is_within(path, confined)
            }
        })
    }
}

/// What is wrong with naming this path, if it leads into a module that the file's module may not use.
fn module_fault(source: &Source, path: &str) -> Option<String> {
    let from = source.module.first()?;
    let mut names = path.split("::");
    let to = match names.next()? {
        "crate" | "leitfaden" => names.next()?,
        _ => return None,
    };
    if to == from || !is_known(to) {
        return None;
    }
    let allowed = if from == "main" {
        to == "cli"
    } else {
        may_use(from, to)
    };
    (!allowed).then(|| format!("{} may not use {to}: {path}", source.module.join("::")))
}

fn is_known(module: &str) -> bool {
    layer(module).is_some() || BESIDE.iter().any(|beside| beside.module == module)
}

fn may_use(from: &str, to: &str) -> bool {
    if let Some(beside) = BESIDE.iter().find(|beside| beside.module == to) {
        return beside.used_by.contains(&from);
    }
    if let Some(beside) = BESIDE.iter().find(|beside| beside.module == from) {
        return beside.uses.contains(&to);
    }
    layer(from) < layer(to)
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Whether a path is this one or lies below it.
fn is_within(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn sources() -> Vec<Source> {
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn the_code_keeps_to_the_map() {
    let found: Vec<String> = sources().iter().flat_map(violations).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_map() {
    for source in sources() {
        let Some(top) = source.module.first() else {
            continue;
        };
        assert!(is_known(top), "{top} stands nowhere in the map");
    }
}

/// The violations of a file with this text.
fn planted(module: &str, text: &str) -> Vec<String> {
    violations(&Source::new(module, text))
}

#[test]
fn a_module_that_uses_one_to_its_left_is_found() {
    for text in [
        "use crate::store::Study;",
        "use crate::{guide::Guide, store::{Study, Journal}};",
        "fn f() { crate::store::open() }",
        "use super::super::store::Study;",
        "use crate::store as folder; fn f() { folder::open() }",
    ] {
        assert!(!planted("session::note", text).is_empty(), "{text}");
    }
    assert!(planted("session::note", "use crate::guide::{Guide, Mode};").is_empty());
    assert!(planted("session::note", "use super::{Note, cell::CellState};").is_empty());
}

#[test]
fn modules_of_the_same_layer_may_not_use_each_other() {
    assert!(!planted("export::json", "use crate::archive::Package;").is_empty());
    assert!(!planted("archive", "use crate::export::json;").is_empty());
}

#[test]
fn disk_and_words_have_their_users() {
    assert!(planted("store::journal", "use crate::disk::Append;").is_empty());
    assert!(!planted("cli::man", "use crate::disk::Append;").is_empty());
    assert!(planted("export::page", "use crate::i18n::Words;").is_empty());
    assert!(!planted("operations::note", "use crate::i18n::Words;").is_empty());
    assert!(!planted("i18n", "use crate::operations::Failure;").is_empty());
    assert!(!planted("disk", "use crate::session::Session;").is_empty());
}

#[test]
fn main_knows_the_command_line_only() {
    assert!(planted("main", "fn main() { leitfaden::cli::run() }").is_empty());
    assert!(!planted("main", "use leitfaden::store::Study;").is_empty());
}

#[test]
fn what_is_confined_is_found_wherever_it_is_named() {
    for (module, text) in [
        ("guide", "use std::fs;"),
        ("guide", "fn f() { std::fs::read(p) }"),
        ("cli::man", "use std::{fs, path::Path};"),
        (
            "session::clock",
            "use std::time::Instant; fn f() { Instant::now() }",
        ),
        (
            "session::clock",
            "use std::time; fn f() { time::SystemTime::now() }",
        ),
        (
            "session",
            "use time::OffsetDateTime; fn f() { OffsetDateTime::now_utc() }",
        ),
        (
            "operations::note",
            "use crate::anonymise::CleanText; fn f() { CleanText::from_stored(t) }",
        ),
        (
            "tui::pane",
            "use ratatui::crossterm::{event::Event, terminal::enable_raw_mode};",
        ),
        ("anonymise", "use std::io::Write;"),
        (
            "export::text",
            "use std::io::{self, Write}; fn f() { io::stdout() }",
        ),
        ("i18n", "fn f() { std::env::var(x) }"),
        ("operations", "use crate::store::format::guide_v1;"),
    ] {
        assert!(!planted(module, text).is_empty(), "{module}: {text}");
    }
}

#[test]
fn what_is_allowed_is_not_found() {
    for (module, text) in [
        (
            "store::session",
            "use crate::anonymise::CleanText; fn f() { CleanText::from_stored(t) }",
        ),
        (
            "tui::run",
            "use std::time::Instant; fn f() { Instant::now() }",
        ),
        (
            "tui::terminal::modes",
            "use ratatui::crossterm::terminal::enable_raw_mode;",
        ),
        (
            "tui::keymap",
            "use ratatui::crossterm::event::{KeyCode, KeyEvent};",
        ),
        ("export::text", "use std::io::{self, Write};"),
        ("session", "use time::OffsetDateTime;"),
        (
            "session",
            "// use std::fs;\n/* std::fs */ const S: &str = \"std::fs\"; const R: &str = r#\"std::fs\"#;",
        ),
        (
            "session",
            "#[cfg(test)]\nmod tests { use std::fs; fn f() { if x { std::fs::read(p) } } }",
        ),
    ] {
        let found = planted(module, text);
        assert!(found.is_empty(), "{module}: {found:?}");
    }
}

#[test]
fn code_behind_a_test_module_is_read() {
    let text = "#[cfg(test)]\nmod tests { fn f() {} }\nuse std::fs;";
    assert!(!planted("session", text).is_empty());
}

#[test]
fn what_lies_together_in_the_program_is_named_as_any_compiler_names_it() {
    let parts = include_str!("../src/build/near.txt").split("\n\n");
    let parts: Vec<Vec<&str>> = parts.map(|part| part.lines().collect()).collect();
    for functions in &parts {
        assert!(functions.is_sorted_by(|one, other| one < other));
    }
    for function in parts.into_iter().flatten() {
        // What a compiler holds for rare lies apart.
        let function = function.strip_prefix("unlikely.").unwrap_or(function);
        assert!(function.starts_with("_R"), "{function}");
        // A compiler puts a number of its own behind «Cs».
        let numbers = function.split("Cs").skip(1);
        assert!(
            numbers.into_iter().all(|rest| rest.starts_with("*_")),
            "{function}"
        );
        let is_symbol = |letter: char| letter.is_ascii_alphanumeric() || "_*.$".contains(letter);
        assert!(function.chars().all(is_symbol), "{function}");
    }
}
