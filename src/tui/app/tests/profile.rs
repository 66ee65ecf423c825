//! By phone and on site: prompts, the cue after a silence, the privacy screen; short forms.

use super::Driver;
use crate::language::Language;
use crate::session::{Prompting, TopicId};
use crate::tui::app::Veil;
use crate::tui::screen::{Screen, Shorthand};

const PROMPT: &str = "What happened then?";

fn english() -> Driver {
    Driver::interview(120, 40, Language::En, "")
}

fn by_phone() -> Driver {
    let mut driver = english();
    driver.by_phone();
    driver
}

/// The line at the bottom that says what just happened.
fn status(driver: &mut Driver) -> String {
    let screen = driver.screen();
    let mut lines = screen.lines().rev();
    lines.nth(1).unwrap_or_default().to_owned()
}

/// Point 6 of the profile: by phone prompts are in sight, and less must be asked.
#[test]
fn by_phone_the_prompts_are_in_sight_and_less_is_asked() {
    let mut on_site = english();
    assert!(!on_site.screen().contains(PROMPT));
    let mut phone = by_phone();
    assert!(phone.screen().contains(PROMPT));
    let musts = |driver: &Driver| {
        let interview = driver.shown();
        let cells = interview.cells();
        cells
            .iter()
            .filter(|cell| interview.is_open_must(cell))
            .count()
    };
    assert!(musts(&phone) < musts(&on_site));
    let minutes = |driver: &Driver| {
        let interview = driver.shown();
        interview.protocol.guide().minutes(interview.mode())
    };
    assert!(minutes(&phone) < minutes(&on_site));
}

/// B4, and point 6 of the profile: whatever the question is, on the smallest screen too.
#[test]
fn b4_by_phone_a_prompt_stands_below_every_question_at_every_size_in_every_language() {
    for language in Language::ALL {
        for (width, height, least) in [(120, 40, 2), (80, 24, 1), (60, 20, 1)] {
            let mut driver = Driver::interview(width, height, language, "");
            driver.by_phone();
            for topic in driver.shown().cells() {
                if driver
                    .shown()
                    .protocol
                    .guide()
                    .topic(topic.as_str())
                    .is_none()
                {
                    continue;
                }
                while driver.shown().topic != topic {
                    driver.press("<Tab>");
                }
                let screen = driver.screen();
                let row = screen.lines().find(|row| row.contains("↻ "));
                let prompts = row.map_or(0, |row| row.matches(" · ").count() + 1);
                assert!(prompts >= least, "{topic}: {screen}");
            }
        }
    }
}

/// B4
#[test]
fn b4_after_four_seconds_without_typing_a_prompt_is_offered_and_never_before() {
    let mut driver = by_phone();
    driver.press("one");
    driver.wait(3);
    assert!(!status(&mut driver).contains('↻'));
    driver.wait(1);
    assert!(status(&mut driver).contains('↻'));
    driver.press(" two");
    assert!(!status(&mut driver).contains('↻'));
    // A pause is no silence.
    driver.press("<F8>").wait(10);
    assert!(!status(&mut driver).contains('↻'));
    // Across a table a silence needs no cue.
    let mut on_site = english();
    on_site.press("one").wait(10);
    assert!(!status(&mut on_site).contains('↻'));
}

/// A13
#[test]
fn on_site_the_screen_is_blanked_by_itself_if_that_is_wanted() {
    let mut driver = english();
    driver.press("secret thought<Enter>").wait(600);
    assert_eq!(driver.app.veil, Veil::No);
    driver.app.idle_seconds = Some(60);
    driver.press("x").wait(59);
    assert_eq!(driver.app.veil, Veil::No);
    driver.wait(1);
    assert_eq!(driver.app.veil, Veil::Idle);
    let screen = driver.screen();
    assert!(!screen.contains("secret") && !screen.contains("b1.t1"));
    // The first key only wakes.
    driver.press("y");
    assert_eq!(driver.app.veil, Veil::No);
    assert_eq!(driver.shown().editor.text(), "x");
    let mut phone = by_phone();
    phone.app.idle_seconds = Some(60);
    phone.wait(600);
    assert_eq!(phone.app.veil, Veil::No);
}

/// A13
#[test]
fn a13_behind_the_privacy_screen_typing_goes_on_blind() {
    let mut driver = english();
    driver.press("<F7>a secret<Enter>more");
    let screen = driver.screen();
    assert!(!screen.contains("secret") && !screen.contains("more"));
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes[0].text.as_str(), "a secret");
    // Any other key only wakes.
    driver.press("<F7>");
    assert_eq!(driver.app.veil, Veil::No);
    assert!(driver.screen().contains("more"));
    driver.press("<F7><A-k>");
    assert!(matches!(driver.app.screen, Screen::Interview(_)));
}

fn with_shorthand(protected: &str) -> Driver {
    let mut driver = Driver::start(120, 40, Language::De);
    let form = |language, short: &str, long: &str| Shorthand {
        language,
        short: short.to_owned(),
        long: long.to_owned(),
    };
    driver.app.shorthand = vec![
        form(Language::De, "wf", "Wirtschaftsförderung"),
        form(Language::Fr, "wf", "promotion économique"),
    ];
    let session = Driver::interview(120, 40, Language::De, protected)
        .shown()
        .protocol
        .state()
        .clone();
    driver.open(session, protected);
    driver
}

/// B2
#[test]
fn b2_a_short_form_is_written_out_as_one_step_of_undo() {
    let mut driver = with_shorthand("");
    driver.press("die wf hilft");
    assert_eq!(
        driver.shown().editor.text(),
        "die Wirtschaftsförderung hilft"
    );
    driver.press("<C-w><C-w>").press("<C-w>die wf ");
    driver.press("<C-u>");
    assert_eq!(driver.shown().editor.text(), "die wf ");
    driver.press("<C-l>und wf, ");
    assert!(
        driver
            .shown()
            .editor
            .text()
            .ends_with("promotion économique, ")
    );
    driver.press("wfx ");
    assert!(driver.shown().editor.text().ends_with("wfx "));
}

/// B2
#[test]
fn a_protected_name_is_replaced_before_a_short_form_is_written_out() {
    let mut driver = with_shorthand("institution: wf");
    driver.press("die wf hilft<Enter>");
    let state = driver.shown().protocol.state();
    assert_eq!(state.notes[0].text.as_str(), "die [Institution 1] hilft");
}

/// B3
#[test]
fn b3_a_probe_marks_the_notes_that_follow_until_the_topic_changes() {
    let mut driver = english();
    driver.press("before<Enter><A-2>after<Enter>and again<Enter><Tab>elsewhere<Enter>");
    let state = driver.shown().protocol.state();
    let marks: Vec<Prompting> = state.notes.iter().map(|note| note.prompting).collect();
    assert_eq!(
        marks,
        [
            Prompting::Unprompted,
            Prompting::Probe(2),
            Prompting::Probe(2),
            Prompting::Unprompted
        ]
    );
    assert!(state.probes[&TopicId::new("b1.t1")].contains(&2));
}
