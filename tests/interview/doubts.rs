//! What may be a name and is not settled: on no file, until somebody says that it is none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::names;
use crate::place::Place;
use crate::terminal::Program;

/// Every file below a folder that holds these letters.
fn files_with(folder: &Path, letters: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, letters));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).contains(letters) {
            found.push(path);
        }
    }
    found
}

#[test]
fn what_is_doubtful_reaches_no_file_until_it_is_settled() {
    let place = Place::new(names::PROTECTED);
    let mut program = Program::interview(&place);
    for step in [
        "wie eine Zorvung ",
        "<Enter>",
        "wie eine Norbung<Tab><F3><Enter>",
        "<C-u><C-u><C-y><C-y>",
    ] {
        program.press(step);
        program.wait_until_saved();
        for word in ["Zorvung", "Norbung"] {
            assert_eq!(
                files_with(place.root(), word),
                [] as [PathBuf; 0],
                "after {step:?}"
            );
        }
    }
    program.press("<C-f>");
    program.wait_for("Unsettled words");
    // The first is none in this study, the second an institution.
    program.press("s");
    program.wait_for("not a name in this study");
    program.press("i");
    program.wait_until_saved();
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    let allowed = place.study().join("guides/local/allowed.ron");
    let session = place.session_file("A-1.ron");
    let mut with_word = files_with(place.root(), "Zorvung");
    with_word.sort();
    assert_eq!(with_word, [allowed.clone(), session.clone()]);
    assert_eq!(files_with(place.root(), "Norbung"), [] as [PathBuf; 0]);
    let written = fs::read_to_string(session).expect("the session");
    assert!(written.contains("wie eine [Institution 3]"), "{written}");
    assert!(!written.contains("[?]"), "{written}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(allowed)
            .expect("the file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_stays_unsettled_stays_masked_and_leaving_says_so() {
    let place = Place::new(names::PROTECTED);
    let mut program = Program::interview(&place);
    program.press("wie eine Zorvung<Enter>");
    program.wait_until_saved();
    program.press("<C-q>");
    program.wait_for("is not settled and would stay");
    program.press("<C-q>");
    assert!(program.wait_for_the_end().success());
    assert_eq!(files_with(place.root(), "Zorvung"), [] as [PathBuf; 0]);
    let written = fs::read_to_string(place.session_file("A-1.ron")).expect("the session");
    assert!(written.contains("wie eine [?]"), "{written}");
}
