//! The commands as they are given: exit codes, what goes to which output, and in which language.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[path = "cli/anonymise.rs"]
mod anonymise;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/withheld.rs"]
mod withheld;

/// A home of its own, so that no test finds the user's study or language.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A home with a copy of the sample study in it.
    fn with_demo() -> (Self, PathBuf) {
        let home = Self::new();
        let copy = home.path().join("copy");
        let made = home.run(&["demo", "-o", "copy"]);
        assert_eq!(made.code, 0, "{}", made.errors);
        (home, copy)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leitfaden"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.path())
            .env("LANG", "de_CH.UTF-8")
            .current_dir(self.path())
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(
            self.command(arguments)
                .output()
                .expect("the program starts"),
        )
    }

    fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it has an input");
        // A program that refuses before it reads has closed its input.
        let _ = stdin.write_all(input);
        drop(stdin);
        Ran::of(child.wait_with_output().expect("it ends"))
    }
}

#[derive(Debug)]
struct Ran {
    code: i32,
    output: String,
    errors: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("it ends by itself"),
            output: String::from_utf8(output.stdout).expect("its output is UTF-8"),
            errors: String::from_utf8(output.stderr).expect("its messages are UTF-8"),
        }
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.output).expect("its output is one JSON document")
    }
}

#[test]
fn the_sample_study_is_listed() {
    let (home, _) = Home::with_demo();
    let listed = home.run(&["--study", "copy", "list", "--json"]);
    assert_eq!((listed.code, listed.errors.as_str()), (0, ""));
    let document = listed.json();
    assert_eq!(document["format"], "leitfaden.sessions");
    assert_eq!(document["sessions"].as_array().unwrap().len(), 11);
    assert_eq!(document["sessions"][0]["id"], "K-1");
    let table = home.run(&["--study", "copy", "list"]);
    assert_eq!(table.output.lines().count(), 12);
}

#[test]
fn the_study_is_found_upwards_and_in_the_environment() {
    let (home, copy) = Home::with_demo();
    let inside = home
        .command(&["list"])
        .current_dir(copy.join("guides"))
        .output();
    assert!(Ran::of(inside.unwrap()).output.contains("K-1"));
    let named = home
        .command(&["list"])
        .env("LEITFADEN_STUDY", &copy)
        .output();
    assert!(Ran::of(named.unwrap()).output.contains("K-1"));
}

#[test]
fn the_default_study_is_made_with_the_built_in_guides() {
    let home = Home::new();
    let listed = home.run(&["guide", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.errors);
    assert!(listed.output.contains("cluster-cooperation"));
    assert_eq!(home.run(&["list"]).output, "");
}

#[test]
fn a_protocol_that_does_not_go_to_a_terminal_needs_a_level() {
    let (home, _) = Home::with_demo();
    let shown = home.run(&["--study", "copy", "show", "K-1", "--lang", "en"]);
    assert_eq!(shown.code, 2);
    assert_eq!(shown.output, "");
    assert!(shown.errors.starts_with("Error: "), "{}", shown.errors);
    assert!(
        shown.errors.contains("Hint: Choose one: --level working"),
        "{}",
        shown.errors
    );
}

#[test]
fn a_protocol_is_shown_at_a_level() {
    let (home, _) = Home::with_demo();
    let study = ["--study", "copy"];
    let show = |rest: &[&str]| home.run(&[&study, &["show", "K-1"], rest].concat());
    let text = show(&["--level", "working", "--lang", "de"]);
    assert!(
        text.output
            .starts_with("Protokoll K-1 · Arbeitsfassung (pseudonymisiert)")
    );
    let markdown = show(&["--level", "review", "--format", "md", "--lang", "fr"]);
    assert!(
        markdown
            .output
            .starts_with("# Compte rendu K-1 · Version de relecture")
    );
    let json = show(&["--level", "archive", "--json"]);
    assert_eq!(json.json()["level"], "archive");
    assert_eq!(json.output, show(&["--level", "archive", "--json"]).output);
}

#[test]
fn a_level_that_cannot_be_made_is_refused_with_a_reason() {
    let (home, _) = Home::with_demo();
    let arguments = ["--study", "copy", "--lang", "en", "show", "K-1", "--level"];
    for level in ["analysis", "publication"] {
        let refused = home.run(&[&arguments[..], &[level]].concat());
        assert_eq!((refused.code, refused.output.as_str()), (1, ""));
        for label in ["Error: ", "\nCaused by: ", "\nHint: "] {
            assert!(refused.errors.contains(label), "{}", refused.errors);
        }
    }
}

#[test]
fn messages_are_in_the_language_of_the_system() {
    let home = Home::new();
    let message = |variable: &str, value: &str| {
        let ran = home
            .command(&["show", "A-1", "--level", "working"])
            .env(variable, value)
            .output();
        Ran::of(ran.unwrap()).errors
    };
    assert!(message("LANG", "C").contains("there is no session A-1"));
    assert!(message("LANG", "fr_CH.UTF-8").contains("la séance A-1"));
    assert!(message("LC_ALL", "en_GB.UTF-8").contains("there is no session A-1"));
}

#[cfg(target_os = "linux")]
#[test]
fn the_configuration_says_the_language_and_is_refused_if_it_is_wrong() {
    let home = Home::new();
    let folder = home.path().join(".config").join("leitfaden");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.ron"), "(version: 1, language: fr)").unwrap();
    let show = ["show", "A-1", "--level", "working"];
    assert!(home.run(&show).errors.contains("la séance A-1"));
    let asked = home.run(&[&show[..], &["--lang", "en"]].concat());
    assert!(asked.errors.contains("no session A-1"));
    fs::write(folder.join("config.ron"), "(version: 1, colour: red)").unwrap();
    let refused = home.run(&[&show[..], &["--lang", "en"]].concat());
    assert_eq!(refused.code, 1);
    assert!(refused.errors.contains("config.ron"), "{}", refused.errors);
    assert!(
        refused.errors.contains("line 1, column"),
        "{}",
        refused.errors
    );
}

#[test]
fn wrong_usage_ends_with_2_and_cannot_steer_the_terminal() {
    let home = Home::new();
    let wrong = home.run(&["show", "\u{1b}[31mMüller\u{202e}"]);
    assert_eq!(wrong.code, 2);
    assert!(
        !wrong.errors.contains(['\u{1b}', '\u{202e}']),
        "{:?}",
        wrong.errors
    );
    assert_eq!(home.run(&["frobnicate"]).code, 2);
    assert_eq!(home.run(&["--help"]).code, 0);
    assert_eq!(home.run(&["--version"]).code, 0);
}

#[test]
fn a_folder_that_is_no_study_is_an_error() {
    let home = Home::new();
    let none = home.run(&["--study", "nowhere", "list"]);
    assert_eq!((none.code, none.output.as_str()), (1, ""));
    assert!(none.errors.contains("nowhere"));
}

#[test]
fn a_note_from_the_input_is_kept_and_its_number_printed() {
    let (home, copy) = Home::with_demo();
    let arguments = [
        "--study",
        "copy",
        "note",
        "P-2",
        "--topic",
        "b5.out",
        "--protect-file",
        "names",
    ];
    fs::write(home.path().join("names"), "Anna Muster\n").unwrap();
    let kept = home.run_with_input(&arguments, "Anna Muster will\nweitermachen\n".as_bytes());
    assert_eq!(kept.code, 0, "{}", kept.errors);
    let number = kept.output.trim();
    let shown = home.run(&[
        "--study", "copy", "show", "P-2", "--json", "--level", "working",
    ]);
    let document = shown.json();
    let notes = document["notes"].as_array().unwrap();
    let note = notes.iter().find(|note| note["id"] == number).unwrap();
    let text = note["text"].as_str().unwrap();
    assert!(
        text.ends_with("will\nweitermachen") && !text.contains("Muster"),
        "{text}"
    );
    let file = fs::read_to_string(copy.join("sessions").join("P-2.ron")).unwrap();
    assert!(!file.contains("Muster"));
}

#[test]
fn a_note_without_a_list_says_how_many_slots_have_no_name() {
    let (home, _) = Home::with_demo();
    let arguments = [
        "--study", "copy", "--lang", "en", "note", "K-1", "--topic", "b5.out",
    ];
    let kept = home.run_with_input(&arguments, b"one more thing");
    assert_eq!(kept.code, 0, "{}", kept.errors);
    assert!(
        kept.errors
            .contains("placeholders of this session have no name"),
        "{}",
        kept.errors
    );
    assert_eq!(kept.output.lines().count(), 1);
}

#[test]
fn an_input_that_is_no_text_is_refused_with_its_place() {
    let (home, copy) = Home::with_demo();
    let file = copy.join("sessions").join("K-1.ron");
    let before = fs::read(&file).unwrap();
    let arguments = [
        "--study", "copy", "--lang", "en", "note", "K-1", "--topic", "b5.out",
    ];
    let broken = home.run_with_input(&arguments, b"eins\nzwei \xff");
    assert_eq!((broken.code, broken.output.as_str()), (1, ""));
    assert!(
        broken.errors.contains("line 2, column 6"),
        "{}",
        broken.errors
    );
    let long = home.run_with_input(&arguments, &vec![b'a'; 1024 * 1024 + 1]);
    assert_eq!((long.code, long.output.as_str()), (1, ""));
    let empty = home.run_with_input(&arguments, b" \n");
    assert_eq!((empty.code, empty.output.as_str()), (1, ""));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn an_invented_session_is_read_only_outside_a_demonstration() {
    let (home, copy) = Home::with_demo();
    fs::remove_file(copy.join("demo")).unwrap();
    let arguments = [
        "--study", "copy", "--lang", "en", "note", "K-1", "--topic", "b5.out",
    ];
    let refused = home.run_with_input(&arguments, b"text");
    assert_eq!(refused.code, 1);
    assert!(
        refused.errors.contains("leitfaden demo"),
        "{}",
        refused.errors
    );
}

#[test]
fn a_damaged_session_is_named_with_its_place_and_hides_no_other() {
    let (home, copy) = Home::with_demo();
    let file = copy.join("sessions").join("L-1.ron");
    fs::write(&file, "(\n    version: 1,\n    secret: \"Muster\",\n)\n").unwrap();
    let listed = home.run(&["--study", "copy", "--lang", "en", "list"]);
    assert_eq!(listed.code, 1);
    assert_eq!(listed.output.lines().count(), 11);
    assert!(listed.errors.contains("L-1.ron"), "{}", listed.errors);
    assert!(listed.errors.contains("line 3"), "{}", listed.errors);
    assert!(!listed.errors.contains("Muster"), "{}", listed.errors);
}

#[test]
fn the_screen_needs_a_terminal() {
    let (home, _) = Home::with_demo();
    let commands: [&[&str]; 4] = [&[], &["review", "K-1"], &["interview", "K-1"], &["demo"]];
    for command in commands {
        let refused = home.run(&[&["--study", "copy", "--lang", "en"], command].concat());
        assert_eq!(
            (refused.code, refused.output.as_str()),
            (1, ""),
            "{command:?}"
        );
        assert!(
            refused.errors.contains("must be a terminal"),
            "{}",
            refused.errors
        );
    }
    let unknown = home.run(&["--study", "copy", "--lang", "en", "review", "Z-1"]);
    assert!(
        unknown.errors.contains("no session Z-1"),
        "{}",
        unknown.errors
    );
    assert_eq!(home.run(&["interview", "A-1", "--consent", "c1"]).code, 2);
}

#[test]
fn a_study_is_not_copied_over_something() {
    let (home, _) = Home::with_demo();
    let again = home.run(&["demo", "-o", "copy"]);
    assert_eq!((again.code, again.output.as_str()), (1, ""));
}

#[test]
fn all_that_is_of_the_wrong_type_in_a_guide_is_said_at_once() {
    let (home, copy) = Home::with_demo();
    let file = copy.join("guides").join("bw-screening.ron");
    let guide = fs::read_to_string(&file).expect("the guide");
    let wrong = guide
        .replacen("smallest_group: 3", "smallest_group: \"three\"", 1)
        .replacen("status: ", "colour: 5, status: ", 1);
    fs::write(&file, wrong).expect("it can be written");
    let checked = home.run(&["--study", "copy", "--lang", "en", "guide", "check"]);
    assert_eq!(checked.code, 1);
    let faults = checked.output.matches("error:").count();
    assert_eq!(faults, 2, "{}", checked.output);
    assert!(checked.output.contains("colour"), "{}", checked.output);
    assert!(checked.output.contains("\"three\""), "{}", checked.output);
}

#[test]
fn where_more_is_wrong_in_a_guide_than_is_said_that_is_said() {
    let (home, copy) = Home::with_demo();
    let file = copy.join("guides").join("bw-screening.ron");
    let guide = fs::read_to_string(&file).expect("the guide");
    for (unknown, is_more) in [(2, false), (150, true)] {
        let many = (0..unknown).fold(String::new(), |many, field| {
            many + &format!("c{field}: 5, ")
        });
        let wrong = guide.replacen("status: ", &format!("{many}status: "), 1);
        fs::write(&file, wrong).expect("it can be written");
        let checked = home.run(&["--study", "copy", "--lang", "en", "guide", "check"]);
        assert_eq!(checked.code, 1);
        let said = checked.output.contains("there may be more");
        assert_eq!(said, is_more, "{}", checked.output);
    }
}

#[test]
fn guides_are_listed_printed_and_checked() {
    let (home, copy) = Home::with_demo();
    let shown = home.run(&[
        "--study",
        "copy",
        "--lang",
        "fr",
        "guide",
        "show",
        "cluster-cooperation",
    ]);
    assert_eq!(shown.code, 0, "{}", shown.errors);
    assert!(shown.output.contains("Objectif"));
    let unknown = home.run(&[
        "--study",
        "copy",
        "guide",
        "show",
        "../copy/guides/bw-screening",
    ]);
    assert_eq!(unknown.code, 1);
    assert_eq!(home.run(&["--study", "copy", "guide", "check"]).code, 0);

    let file = copy.join("guides").join("bw-screening.ron");
    let source = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        source.replacen("smallest_group: 3", "smallest_group: 1", 1),
    )
    .unwrap();
    let checked = home.run(&["--study", "copy", "--lang", "en", "guide", "check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.output.contains("bw-screening.ron:"),
        "{}",
        checked.output
    );
    assert!(
        checked.output.contains("the smallest group is 1"),
        "{}",
        checked.output
    );
    let listed = home.run(&["--study", "copy", "guide", "list"]);
    assert_eq!(listed.code, 1);
    assert!(listed.output.contains("cluster-cooperation"));
}

#[test]
fn completions_and_manual_pages_name_the_commands() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = home.run(&["completions", shell]);
        assert_eq!(script.code, 0, "{}", script.errors);
        assert!(script.output.contains("note"), "{shell}");
    }
    assert_eq!(home.run(&["man", "pages"]).code, 0);
    let page = fs::read_to_string(home.path().join("pages").join("leitfaden-note.1")).unwrap();
    assert!(page.contains("standard input"));
}

#[test]
fn an_output_that_is_closed_early_is_no_panic() {
    let (home, _) = Home::with_demo();
    let mut child = home
        .command(&[
            "--study", "copy", "show", "K-1", "--json", "--level", "working",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0_u8; 1];
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut first).unwrap();
    drop(output);
    let ended = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ended.code, ended.errors.as_str()), (0, ""));
}

#[test]
fn everything_in_the_copy_is_the_owner_s_alone() {
    let (_home, copy) = Home::with_demo();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&copy), 0o700);
        assert_eq!(mode(&copy.join("sessions")), 0o700);
        assert_eq!(mode(&copy.join("sessions").join("K-1.ron")), 0o600);
    }
    assert!(copy.join("demo").is_file());
}
