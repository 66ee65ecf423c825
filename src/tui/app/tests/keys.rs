use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::Driver;
use super::driver::new_protocol;
use crate::anonymise::SlotKind;
use crate::i18n::Text;
use crate::language::Language;
use crate::operations::player::{Report, State};
use crate::operations::protocol::{ClockJump, Keeping};
use crate::session::{Case, CoderSheet, NoteKind, Origin, Progress, Prompting, SessionId};
use crate::tui::app::{Access, Msg, Opened};
use crate::tui::keymap::{Binding, Command, EditCommand, Key, Place, bindings};
use crate::tui::screen::{ExportStage, Known, SessionNames, SessionRow};

const PROTECTED: &str = "person: Anna Müller\nperson: Otto Meier";

/// A program at a place where every command has something to do.
#[expect(clippy::too_many_lines, reason = "a flat match, one arm a place")]
fn at(place: Place, binding: &Binding) -> Driver {
    let mut driver = Driver::interview(120, 40, Language::En, PROTECTED);
    match place {
        Place::Interview if binding.command == Command::Begin => {
            driver = Driver::before_interview(120, 40, Language::En, "");
        }
        Place::Interview if binding.command == Command::Assess => {
            driver = super::prefill::prefilled();
        }
        Place::Interview if binding.command == Command::After => {
            driver.close(PROTECTED);
            driver.press("<F2>");
        }
        Place::After => {
            driver.press("met ZORVEX once<Enter>");
            driver.close(PROTECTED);
            driver.press("one two<Left>");
            if binding.command == Command::Doubts {
                driver.press("<F2>met ZORVEX once<Enter><A-A>");
            }
            if binding.command == Command::TakeBack {
                driver.press("with Müller <Left>");
            }
            if binding.command == Command::Up {
                driver.press("<Down>");
            }
        }
        Place::Interview if binding.command == Command::Overlaps => {
            lay_notes_side_by_side(&mut driver);
        }
        Place::Interview if plays(binding.command) => {
            driver
                .press("<F9>one<Enter><A-m>")
                .wait(9)
                .press("<A-R>path<Enter>");
            driver.send(Msg::Player(Report::State(State {
                position_ms: 20_000,
                length_ms: Some(60_000),
                is_paused: true,
                speed_percent: 100,
            })));
        }
        Place::Interview => {
            driver.press("one two<Enter><Tab>first note<Enter>second note<Enter><F6>");
            if matches!(binding.command, Command::PageUp | Command::PageDown) {
                driver.press(&"more<Enter>".repeat(20));
            }
            driver.press("met ZORVEX once<Enter>").wait(60);
            prepare_draft(&mut driver, binding.command);
        }
        Place::Across | Place::Filtering => {
            driver = super::across::study(120, 40, Language::En);
            match (place, binding.command) {
                (Place::Across, Command::Up | Command::PageUp | Command::First) => {
                    driver.press("<Down>")
                }
                (Place::Across, Command::ColumnLeft) => driver.press("<Right>"),
                (Place::Across, Command::CountBy) => driver.press("<Tab>"),
                (Place::Filtering, Command::Up | Command::PageUp) => driver.press("f<Down>"),
                (Place::Across, Command::ClearFilters) => driver.press("f<Enter><Esc>"),
                (Place::Filtering, Command::ClearFilters) => driver.press("f<Enter>"),
                (Place::Filtering, Command::Edit(_)) => driver.press("fone two"),
                (Place::Filtering, _) => driver.press("f"),
                _ => &mut driver,
            };
        }
        Place::CaseSheet => {
            driver = super::across::study(120, 40, Language::En);
            driver.send(Msg::CaseSheet(super::across::sheet()));
            if matches!(
                binding.command,
                Command::Up | Command::PageUp | Command::First
            ) {
                driver.press("<Down>");
            }
        }
        Place::Searching => {
            let query = "kind:quote lang:de,fr,en";
            driver = super::searching::searched(120, 40, Language::En, query);
            driver.press("<Left><Left>");
            if matches!(binding.command, Command::Up | Command::PageUp) {
                driver.press("<Down>");
            }
        }
        Place::Exporting => {
            driver = super::across::study(120, 40, Language::En);
            driver.press("x");
            match binding.command {
                Command::Edit(_) => driver.press("<Down><Down>one two<Left>"),
                Command::Up => driver.press("<Down>"),
                Command::PageUp | Command::PageDown => {
                    let lines = (0..80).map(|line| line.to_string()).collect();
                    driver.send(Msg::Export(ExportStage::Over(lines)));
                    driver.press("<Down>")
                }
                _ => &mut driver,
            };
        }
        Place::Codebook if binding.command == Command::Undo => {
            driver = super::codebook::Study::changed().driver;
        }
        Place::Codebook | Place::CodeLabel => {
            driver.read(new_protocol(Language::En, "", driver.now).state().clone());
            driver.press("c<Down><Down>");
            match (place, binding.command) {
                (Place::CodeLabel, Command::Edit(_)) => {
                    driver.press("none two three<A-Left><Left>")
                }
                (Place::CodeLabel, _) => driver.press("nnoise"),
                (_, Command::PageUp) => driver.press("<PageDown>"),
                _ => &mut driver,
            };
        }
        Place::Coding if binding.command == Command::NoneFits => {
            driver = at(Place::Review, binding);
            let sheet = CoderSheet::new("A-1".parse().unwrap(), 2);
            driver.send(Msg::Sheet(Box::new(sheet)));
            driver.press("<A-D>");
        }
        Place::Coding => {
            // In this topic the block has five favourites.
            driver.press("<F2>hfirst note<Enter>second note<Enter>third note<Enter><C-Up><C-Up>");
            driver.press("<A-D>");
            match binding.command {
                Command::Redo => driver.press("1<C-u>"),
                Command::Undo => driver.press("1"),
                Command::NewFieldCode => driver.press("never heard"),
                Command::Up | Command::PageUp => driver.press("<Down>"),
                Command::Edit(_) => driver.press("one two"),
                _ => &mut driver,
            };
        }
        Place::Finding => {
            for _ in 0..3 {
                driver.press("a note<Enter>");
            }
            driver.press("<Tab><A-Q>note");
            if matches!(binding.command, Command::Up | Command::PageUp) {
                driver.press("<Down>");
            }
        }
        Place::Names => {
            driver.press("Müller and Meier<Enter><A-j><Down>");
            if binding.command == Command::SlotIs(SlotKind::Person) {
                driver.press("<A-2>");
            }
            driver.press("typed in the field<Left>");
        }
        Place::Doubts => {
            driver.press("met ZORVEX once<Enter>then BRUNAL, and more<Enter><C-f>");
            if binding.command != Command::Down {
                driver.press("<Down>");
            }
        }
        Place::Translation | Place::StrikeWords => {
            ask_for_words(&mut driver, place, binding.command);
        }
        Place::Consent => prepare_consent(&mut driver, binding.command),
        Place::Clock => {
            let jump = ClockJump::Slept(60_000);
            driver.wait(120).send(Msg::ClockJumped(jump));
            driver.press(match binding.command {
                Command::Edit(_) => "<A-F>12 34<Left>",
                _ => "<A-F><Down>",
            });
        }
        Place::Player => show_player(&mut driver, binding.command),
        Place::Closing if binding.command == Command::Doubts => {
            driver.press("met ZORVEX once<Enter><A-k>");
        }
        Place::Closing if binding.command == Command::Undo => {
            driver.press("met ZORVEX once<Enter><F6><A-k><Down>1");
        }
        Place::Closing if binding.command == Command::Redo => {
            driver.press("met ZORVEX once<Enter><F6><A-k><Down>1<C-u>");
        }
        Place::Closing => {
            driver.press("met ZORVEX once<Enter><F6><A-k><Down>");
        }
        Place::Start => {
            driver = Driver::start(120, 40, Language::En);
            let ids: [SessionId; 3] = ["A-1", "A-2", "A-3"].map(|id| id.parse().unwrap());
            let known = Known::Readable {
                progress: Progress::Closed,
                invented: false,
                notes: 3,
                date: driver.now,
                journal: false,
                due: Vec::new(),
            };
            let rows = ids
                .map(|id| SessionRow {
                    id,
                    known: Some(known.clone()),
                })
                .to_vec();
            driver.send(Msg::Sessions(rows));
            driver.press("<Down>");
        }
        Place::Prepare => {
            let guide = driver.shown().protocol.guide().clone();
            driver.send(Msg::Guides(vec![guide], SessionNames::default()));
            driver.press("<Down><Down><Down><Down>one two<Left>");
            if binding.command == Command::Up {
                driver.press("<Down>");
            }
        }
        Place::Case => {
            let case = Case::new("A".parse().unwrap());
            driver.send(Msg::Case(Box::new(case)));
            driver.press("one two<Down>CH DE<Left><Left>");
        }
        Place::Review => {
            let mut protocol = new_protocol(Language::En, "", driver.now);
            let topic = driver.shown().topic.clone();
            let keeping = Keeping {
                started_ms: 0,
                language: Language::En,
                prompting: Prompting::Unprompted,
                origin: Origin::Live,
                age: crate::session::Age::SameDay,
            };
            for _ in 0..40 {
                let kept = protocol.keep_whole(&topic, NoteKind::Paraphrase, "a note", keeping);
                assert!(matches!(kept, Ok(Some(_))));
            }
            let opened = Opened {
                protocol,
                access: Access::Read,
                recovered: None,
                left_at: None,
            };
            driver.send(Msg::Opened(Box::new(opened)));
            driver.press("<Tab><Down>");
            if binding.command == Command::Code {
                let sheet = CoderSheet::new("A-1".parse().unwrap(), 2);
                driver.send(Msg::Sheet(Box::new(sheet)));
            }
        }
    }
    driver
}

fn prepare_consent(driver: &mut Driver, command: Command) {
    if matches!(command, Command::Begin | Command::Discard) {
        *driver = Driver::before_interview(120, 40, Language::En, "");
    }
    if command == Command::PageDown || command == Command::PageUp {
        *driver = Driver::interview(60, 20, Language::En, "");
    }
    driver.press("<A-C><Up><Up><Up><Up><Up><Up><Down>");
    match command {
        Command::Accept => {
            driver.press("3");
        }
        Command::PageDown => {
            driver.press("<Up>");
        }
        Command::PageUp => {
            driver.press("<Up><PageDown>");
        }
        _ => {}
    }
}

/// Has two note-takers note the same moment.
fn lay_notes_side_by_side(driver: &mut Driver) {
    driver.press("of the first<Enter>");
    let mut session = driver.shown().protocol.state().clone();
    let mut second = session.notes[0].clone();
    second.id.taker = 2;
    session.notes.push(second);
    driver.open(session, "");
    driver.press("<F10>");
}

/// Shows what is known of the player.
fn show_player(driver: &mut Driver, command: Command) {
    driver
        .press("<F9>")
        .wait(5)
        .press("<F9>2<A-R>a path<Left><Left>");
    if command == Command::Up {
        driver.press("<Down>");
    }
}

/// Opens one of the fields that ask for words, with something in it.
fn ask_for_words(driver: &mut Driver, place: Place, command: Command) {
    if place == Place::Translation {
        driver.press("<C-l>\"es geht\"<Enter><A-B>it works well");
    } else {
        driver.press("met ZORVEX once<Enter><A-T>one ZORVEX");
    }
    match command {
        Command::Edit(_) => {
            driver.press("<A-Left><Left>");
        }
        Command::Accept if place == Place::StrikeWords => {
            driver.press("<C-w><C-w>once");
        }
        _ => {}
    }
}

fn prepare_draft(driver: &mut Driver, command: Command) {
    match command {
        Command::Redo => {
            driver.press("<C-u>");
        }
        Command::NoteAfter => {
            driver.press("<C-Up><C-Up>");
        }
        Command::PageDown => {
            driver.press("<PageUp>");
        }
        Command::TakeBack => {
            driver.press("Müller ");
        }
        Command::Coarsen => {
            driver.press("since 1998");
        }
        Command::Edit(EditCommand::Up | EditCommand::Down) => {
            driver.press("one<A-Enter>two<A-Enter>three<Up>");
        }
        Command::Translate => {
            driver.press("<C-l>\"es geht\"<Enter>");
        }
        Command::Unplaced => {
            driver.press("where does this belong");
        }
        Command::Edit(_) | Command::Keep | Command::NewLine | Command::Protect => {
            driver.press("one Zwei three<A-Left><Left><Left>");
        }
        _ => {}
    }
}

fn plays(command: Command) -> bool {
    matches!(
        command,
        Command::Play
            | Command::PlayBack
            | Command::PlayForward
            | Command::PlayNote
            | Command::PlayGap
    )
}

fn press(driver: &mut Driver, key: Key) {
    driver.press(&written(key));
}

fn written(key: Key) -> String {
    let modifier = if key.modifiers.contains(KeyModifiers::CONTROL) {
        "C-"
    } else if key.modifiers.contains(KeyModifiers::ALT) {
        "A-"
    } else {
        ""
    };
    let name = match key.code {
        KeyCode::Char(character) => character.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        code => format!("{code:?}"),
    };
    format!("<{modifier}{name}>")
}

/// Presses every key of these places, each in a program of its own.
fn press_every_key(places: impl Fn(Place) -> bool) {
    for place in Place::ALL.into_iter().filter(|place| places(*place)) {
        for binding in bindings(place) {
            for key in binding.keys {
                does_something(place, binding, *key);
            }
        }
    }
}

fn does_something(place: Place, binding: &Binding, key: Key) {
    let mut driver = at(place, binding);
    assert_eq!(driver.app.place(), place);
    // A probe that the topic has not says so.
    let is_missing_probe = matches!(binding.command, Command::Probe(6..));
    assert!(
        driver.app.applies(binding.command) || is_missing_probe,
        "{:?} does not apply at {place:?}",
        binding.command
    );
    let (before, done) = (driver.screen(), driver.effects.len());
    let cursor = driver.cursor();
    press(&mut driver, key);
    let changed =
        driver.screen() != before || driver.effects.len() > done || driver.cursor() != cursor;
    assert!(
        changed,
        "{key} for {:?} did nothing at {place:?}:\n{before}",
        binding.command
    );
}

#[test]
fn every_key_of_the_interview_does_something() {
    press_every_key(|place| place == Place::Interview);
}

#[test]
fn every_key_of_the_other_places_does_something_where_it_holds() {
    press_every_key(|place| place != Place::Interview);
}

/// The keys that are called otherwise in another language.
const NAMED_KEYS: [(&str, Text); 9] = [
    ("Enter", Text::KeyNameEnter),
    ("Esc", Text::KeyNameEscape),
    ("Space", Text::KeyNameSpace),
    ("PgUp", Text::KeyNamePageUp),
    ("PgDn", Text::KeyNamePageDown),
    ("Home", Text::KeyNameHome),
    ("End", Text::KeyNameEnd),
    ("Delete", Text::KeyNameDelete),
    ("Backspace", Text::KeyNameBackspace),
];

#[test]
fn help_lists_every_key_that_works_and_no_other() {
    for place in Place::ALL {
        for language in Language::ALL {
            let mut driver = at(place, bindings(place).next().unwrap());
            while driver.app.language != language {
                driver.press("<A-u>");
            }
            driver.press("<F1>");
            let mut shown = String::new();
            for _ in 0..12 {
                shown.push_str(&driver.screen());
                driver.press("<PageDown>");
            }
            for binding in bindings(place) {
                let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
                let named = |keys: String, (word, text): &(&str, Text)| {
                    keys.replace(word, &driver.app.say(*text))
                };
                let keys = NAMED_KEYS.iter().fold(keys.join(", "), named);
                let is_listed = shown.contains(&format!(" {keys} "));
                // Probes and favourites share their labels, and digits stand in many places.
                let is_digit = matches!(binding.command, Command::Probe(_) | Command::Favourite(_));
                if !is_digit {
                    assert_eq!(
                        is_listed,
                        driver.app.applies(binding.command),
                        "{:?} at {place:?} in {language}",
                        binding.command
                    );
                }
            }
        }
    }
}
