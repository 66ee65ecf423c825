//! What is due, in the list of sessions.

use super::Driver;
use crate::language::Language;
use crate::release::{Due, Task};
use crate::session::Progress;
use crate::tui::app::Msg;
use crate::tui::screen::{Known, SessionRow};

/// B9
#[test]
fn all_that_is_due_of_one_session_is_read_on_the_smallest_screen() {
    let mut driver = Driver::start(60, 20, Language::En);
    let by = driver.now + time::Duration::hours(5);
    let due = [Task::Postscript(2), Task::Completing(3), Task::Type].map(|task| Due {
        task,
        by,
        is_overdue: false,
    });
    driver.send(Msg::Sessions(vec![SessionRow {
        id: "A-1".parse().unwrap(),
        known: Some(Known::Readable {
            progress: Progress::Closed,
            invented: false,
            notes: 31,
            date: driver.now,
            journal: false,
            due: due.to_vec(),
        }),
    }]));
    let screen = driver.screen();
    let words: Vec<&str> = screen
        .split(['│', ' ', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    let told = words.join(" ");
    for task in [
        "postscript: 2 empty",
        "complete 3 places",
        "type with its notes",
    ] {
        assert!(told.contains(task), "{task} in\n{screen}");
    }
    assert!(!screen.contains('…'), "{screen}");
}
