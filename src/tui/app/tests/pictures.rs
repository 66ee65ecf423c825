use super::Driver;
use super::driver::guide;
use crate::i18n::Text;
use crate::language::Language;
use crate::operations::player::{Report, State};
use crate::operations::protocol::ClockJump;
use crate::release::{Due, Task};
use crate::session::{Case, Progress, Session};
use crate::tui::app::{Msg, Recovered};
use crate::tui::screen::{Known, SessionNames, SessionRow};

pub(super) fn busy(width: u16, height: u16, language: Language) -> Driver {
    let mut driver = Driver::interview(
        width,
        height,
        language,
        "person: Anna Müller\ninstitution: Holzbund",
    );
    driver.press("<F9><Tab><Tab><Tab><Tab><Tab>");
    driver
        .wait(1_720)
        .press("chamber brought both sides to one table<Enter>");
    driver
        .wait(92)
        .press("\"without Müller nothing would have happened\"<Enter><F5>1<F6>");
    driver
        .wait(40)
        .press("agency of the Holzbund pays half a post");
    driver
}

/// The sizes at which every screen is looked at.
const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

/// Holds a screen against its pictures, in every language at every size.
pub(super) fn look_at(name: &str, show: impl Fn(u16, u16, Language) -> Driver) {
    for language in Language::ALL {
        for (width, height) in SIZES {
            let screen = show(width, height, language).screen();
            insta::assert_snapshot!(format!("{name}_{language}_{width}x{height}"), screen);
        }
    }
}

#[test]
fn the_interview_screen_at_every_size_in_every_language() {
    look_at("interview", busy);
}

#[test]
fn the_choice_of_a_topic_at_every_size_in_every_language() {
    look_at("choice", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<F2>");
        driver
    });
}

#[test]
fn goal_and_criterion_at_every_size_in_every_language() {
    look_at("goal", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-0>");
        driver
    });
}

#[test]
fn the_help_at_every_size_in_every_language() {
    look_at("help", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<F1>");
        driver
    });
}

#[test]
fn the_slots_at_every_size_in_every_language() {
    look_at("names", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-j><Down>");
        driver
    });
}

#[test]
fn the_closing_list_at_every_size_in_every_language() {
    look_at("closing", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-k><Down>");
        driver
    });
}

#[test]
fn the_consent_at_every_size_in_every_language() {
    look_at("consent", |width, height, language| {
        let mut driver = Driver::interview(width, height, language, "");
        driver.press("<A-C>442<Up><Up><Up><Up><Up>");
        driver
    });
}

#[test]
fn the_effect_of_a_withdrawal_at_every_size_in_every_language() {
    look_at("withdrawal", |width, height, language| {
        let mut driver = Driver::interview(width, height, language, "");
        driver.press("<A-C><Up><Up>3");
        driver
    });
}

#[test]
fn the_clock_at_every_size_in_every_language() {
    look_at("clock", |width, height, language| {
        let mut driver = Driver::interview(width, height, language, "");
        driver.press("<F9>").wait(700).press("<F8>1").wait(200);
        driver.press("<F8>").wait(60).press("<F9>1");
        driver.send(Msg::ClockJumped(ClockJump::Slept(90_000)));
        driver.press("<A-F><Down><Down>");
        driver
    });
}

#[test]
fn writing_from_the_recording_at_every_size_in_every_language() {
    look_at("player", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-R>a/path<Enter>");
        driver.send(Msg::Player(Report::State(State {
            position_ms: 1_725_300,
            length_ms: Some(3_600_000),
            is_paused: true,
            speed_percent: 90,
        })));
        driver
    });
}

#[test]
fn the_recording_that_is_asked_for_at_every_size_in_every_language() {
    look_at("recording", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-R>/a/path/to/a/recording");
        driver
    });
}

#[test]
fn the_unsettled_words_at_every_size_in_every_language() {
    look_at("doubts", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press(" and<Enter>met ZORVEX once, twice with BRUNAL<Enter>ZORVEX again");
        driver.press("<C-f><Down>");
        driver
    });
}

#[test]
fn a_doubtful_word_in_draft_and_note_at_every_size_in_every_language() {
    look_at("doubtful", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<Enter>\"met ZORVEX once, and never again\"<Enter>with BRUNAL they say ");
        driver
    });
}

#[test]
fn what_was_recovered_at_every_size_in_every_language() {
    look_at("recovered", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.app.recovered = Some(Recovered {
            lines: vec![driver.app.words.counted(Text::RecoveredEvents, 25)],
            left_at: None,
            rescued: Vec::new(),
        });
        driver
    });
}

#[test]
fn the_form_before_an_interview_at_every_size_in_every_language() {
    look_at("prepare", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
        driver.press("<Down><Down> <Down><Down><Down>Anna<Enter>Otto<Down><Down><Right>");
        driver
    });
}

#[test]
fn the_form_of_a_case_at_every_size_in_every_language() {
    look_at("case", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.send(Msg::Case(Box::new(Case::new("A".parse().unwrap()))));
        driver.press("first one<Down>CH DE<Down> ");
        driver
    });
}

#[test]
fn the_list_of_sessions_at_every_size_in_every_language() {
    look_at("start", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        let row = |id: &str, known| SessionRow {
            id: id.parse().unwrap(),
            known,
        };
        let readable = |progress, notes, days, journal| {
            Some(Known::Readable {
                progress,
                invented: false,
                notes,
                date: driver.now - time::Duration::days(days),
                journal,
                due: Vec::new(),
            })
        };
        let rows = vec![
            row("A-1", readable(Progress::Closed, 41, 12, false)),
            row("A-2", readable(Progress::Open, 1, 1, true)),
            row("B-1", readable(Progress::Prepared, 0, 0, false)),
            row("B-2", Some(Known::Damaged("B-2.ron 12:3".to_owned()))),
            row("C-1", None),
        ];
        driver.send(Msg::Sessions(rows));
        driver.press("<Down>");
        driver
    });
}

/// A13: nothing of the interview is seen.
#[test]
fn the_privacy_screen_at_every_size_in_every_language() {
    look_at("privacy", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<F7>");
        driver
    });
}

/// A6
#[test]
fn off_the_record_at_every_size_in_every_language() {
    look_at("off_record", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<F12>").wait(75).press("anything");
        driver
    });
}

#[test]
fn what_comes_after_an_interview_at_every_size_in_every_language() {
    look_at("after", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.close("person: Anna Müller\ninstitution: Holzbund");
        driver.press("a quiet room, the door open<Enter><Down>");
        driver
    });
}

/// B9, B10: what is due stands on top, the most urgent first.
#[test]
fn what_is_due_at_every_size_in_every_language() {
    look_at("due", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        let now = driver.now;
        let row = |id: &str, days: i64, tasks: &[(Task, i64)]| SessionRow {
            id: id.parse().unwrap(),
            known: Some(Known::Readable {
                progress: Progress::Closed,
                invented: false,
                notes: 31,
                date: now - time::Duration::days(days),
                journal: false,
                due: tasks
                    .iter()
                    .map(|(task, hours)| Due {
                        task: *task,
                        by: now + time::Duration::hours(*hours),
                        is_overdue: *hours < 0,
                    })
                    .collect(),
            }),
        };
        let rows = vec![
            row("A-1", 400, &[(Task::Deletion, -48)]),
            row("A-2", 2, &[(Task::Postscript(2), -20), (Task::Type, -20)]),
            row("B-1", 0, &[(Task::Completing(3), 5), (Task::Answer, 300)]),
            row("B-2", 90, &[]),
        ];
        driver.send(Msg::Sessions(rows));
        driver
    });
}

/// B12
#[test]
fn the_reason_for_another_country_at_every_size_in_every_language() {
    look_at("country", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.send(Msg::Guides(vec![guide()], SessionNames::default()));
        super::prepare::of_other_country(&mut driver);
        driver
    });
}

#[test]
fn a_session_that_is_read_at_every_size_in_every_language() {
    look_at("review", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.read(sample_session("M-1"));
        driver.press("<Tab><Tab><Tab><Tab>");
        driver
    });
}

/// The picture of the README; `UPDATE=1 cargo test picture_of_the_readme` draws it anew.
#[test]
fn the_picture_of_the_readme_is_what_the_program_draws() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/interview.svg");
    let picture = sample_interview().picture();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &picture).unwrap();
    }
    let shown = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown == picture,
        "the picture is out of date: UPDATE=1 cargo test picture_of_the_readme"
    );
}

/// The richest sample session, as it looked in the middle of the interview.
fn sample_interview() -> Driver {
    let mut session = sample_session("K-1");
    let until_ms = 22 * 60 * 1_000;
    session.closed = None;
    session.notes.retain(|note| note.at_ms < until_ms);
    session
        .visits
        .retain(|visit| visit.at_ms.is_some_and(|at_ms| at_ms < until_ms));
    session.cells.retain(|cell, _| cell.as_str() < "b3.t2");
    session
        .clock
        .pauses
        .retain(|pause| pause.from_ms < until_ms);
    let mut driver = Driver::start(120, 40, Language::En);
    let began = session.clock.began.unwrap();
    driver.now = began + time::Duration::minutes(22);
    driver.open(session, "person: Anna Müller\ninstitution: Holzbund");
    driver
        .press("<F10><F2>h")
        .press("agency of the Holzbund pays half a post");
    driver
}

/// A session of the sample study.
pub fn sample_session(id: &str) -> Session {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let study = crate::store::Study::open(root).unwrap();
    study.read_session(&id.parse().unwrap()).unwrap()
}

#[test]
fn the_code_line_at_every_size_in_every_language() {
    look_at("coding", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<F2>hone table for both sides<Enter><A-D>2+");
        driver
    });
}

#[test]
fn the_search_for_a_code_at_every_size_in_every_language() {
    look_at("coding_filtered", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-D>mar<Down>");
        driver
    });
}

#[test]
fn the_search_for_a_note_at_every_size_in_every_language() {
    look_at("finding", |width, height, language| {
        let mut driver = busy(width, height, language);
        driver.press("<A-Q>th");
        driver
    });
}

#[test]
fn the_search_over_all_sessions_at_every_size_in_every_language() {
    look_at("search", |width, height, language| {
        let mut driver = super::searching::searched(width, height, language, "grenz* client*");
        driver.press(&"<Backspace>".repeat(8));
        super::searching::answer(&mut driver);
        driver.press("<Down>");
        driver
    });
}

#[test]
fn a_search_that_has_begun_at_every_size_in_every_language() {
    look_at("search_reading", |width, height, language| {
        let mut driver = super::searching::searched(width, height, language, "border");
        driver.press(&"<Backspace>".repeat(6));
        driver.send(Msg::Reading(37));
        driver
    });
}

#[test]
fn the_sheet_of_another_coder_at_every_size_in_every_language() {
    look_at("sheet", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        let session = sample_session("M-1");
        let sheet = crate::session::CoderSheet::new(session.header.id.clone(), 2);
        driver.read(session);
        driver.send(Msg::Sheet(Box::new(sheet)));
        driver.press("<A-D>1<C-Down>0<C-Down>");
        driver
    });
}

#[test]
fn the_codebook_at_every_size_in_every_language() {
    look_at("codebook", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.read(sample_session("M-1"));
        driver.press("c<PageDown><PageDown><PageDown><PageDown>m<Down>");
        driver
    });
}

#[test]
fn the_matrix_at_every_size_in_every_language() {
    look_at("matrix", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("<Down><Down><Right><Right><Right><Right><Right><Right><Right><Right>");
        driver
    });
}

#[test]
fn the_matrix_of_how_much_there_is_at_every_size_in_every_language() {
    look_at("matrix_heat", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("d<Right>");
        driver
    });
}

#[test]
fn the_frequencies_at_every_size_in_every_language() {
    look_at("frequencies", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("<Tab><PageDown>");
        driver
    });
}

#[test]
fn the_saturation_at_every_size_in_every_language() {
    look_at("saturation", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("<Tab><Tab><Down>");
        driver
    });
}

#[test]
fn the_filters_at_every_size_in_every_language() {
    look_at("filters", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("fcase<Enter><Down>");
        driver
    });
}

#[test]
fn what_two_coders_coded_differently_at_every_size_in_every_language() {
    look_at("agreement", |width, height, language| {
        let mut driver = super::across::agreement_view(width, height, language);
        driver.press("<Down>");
        driver
    });
}

#[test]
fn the_sample_board_at_every_size_in_every_language() {
    look_at("board", |width, height, language| {
        let mut driver = super::across::board_view(width, height, language);
        driver.press("<Down>");
        driver
    });
}

#[test]
fn a_form_that_would_be_dropped_at_every_size_in_every_language() {
    look_at("not_kept", |width, height, language| {
        let mut driver = Driver::start(width, height, language);
        driver.send(Msg::Case(Box::new(Case::new("A".parse().unwrap()))));
        driver.press("first one<F3>");
        driver
    });
}

/// Less time and fewer topics that must be asked, prompts in sight, and one more at the bottom after a silence.
#[test]
fn an_interview_by_phone_at_every_size_in_every_language() {
    look_at("phone", |width, height, language| {
        let mut driver = Driver::interview(width, height, language, "");
        driver.by_phone();
        driver.wait(700).press("<Tab><Tab><A-1>").wait(60);
        driver.press("it began with a visit<Enter>").wait(5);
        driver
    });
}

#[test]
fn the_names_that_wait_at_every_size_in_every_language() {
    look_at("names_waiting", |width, height, language| {
        let mut driver = busy(width, height, language);
        let session = driver.shown().protocol.state().clone();
        driver.open(session, "");
        driver
    });
}

#[test]
fn contradictions_at_every_size_in_every_language() {
    look_at("contradictions", super::across::contradictions_view);
}

#[test]
fn the_form_for_an_export_at_every_size_in_every_language() {
    look_at("export", |width, height, language| {
        let mut driver = super::across::study(width, height, language);
        driver.press("x<Down>");
        driver
    });
}
