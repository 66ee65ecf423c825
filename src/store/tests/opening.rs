//! Finding, making, listing and opening.

use super::*;
use crate::session::Progress;

#[test]
fn a_study_is_found_in_the_order_of_the_manual() {
    let [named, environment, above, default] = [(); 4].map(|()| Fixture::new());
    let deep = above.folder.path().join("sessions/deep");
    fs::create_dir(&deep).unwrap();
    let bare = tempfile::tempdir().unwrap();
    let path = |fixture: &Fixture| fixture.folder.path().to_owned();
    let found = |named: Option<PathBuf>, environment: Option<PathBuf>, current: &Path| {
        let environment = environment.as_ref().map(|path| path.as_os_str());
        match Study::find(
            named.as_deref(),
            environment,
            current,
            default.folder.path(),
        )
        .unwrap()
        {
            Place::Here(study) => study.root().to_owned(),
            Place::ToBeMade(path) => panic!("{} is there", path.display()),
        }
    };
    assert_eq!(
        found(Some(path(&named)), Some(path(&environment)), &deep),
        path(&named)
    );
    assert_eq!(
        found(None, Some(path(&environment)), &deep),
        path(&environment)
    );
    assert_eq!(found(None, Some(PathBuf::new()), &deep), path(&above));
    assert_eq!(found(None, None, bare.path()), path(&default));
    let missing = bare.path().join("missing");
    let made = Study::find(None, None, bare.path(), &missing).unwrap();
    assert!(matches!(made, Place::ToBeMade(path) if path == missing));
    let refused = Study::find(Some(bare.path()), None, bare.path(), &missing);
    assert!(matches!(refused, Err(StudyError::NoStudy(_))));
}

#[test]
fn what_comes_with_the_program_is_read_and_would_be_written_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let study = Study::open(root).unwrap();
    let sessions = study.sessions().unwrap();
    assert_eq!(sessions.len(), 11);
    for id in sessions {
        let opened = study.open_session(&id).unwrap();
        assert!(matches!(
            opened.access,
            Access::ReadOnly(ReadOnly::Invented)
        ));
        let bytes = fs::read(root.join(format!("sessions/{id}.ron"))).unwrap();
        let again = format::session_v1::encode(opened.sitting.state()).unwrap();
        assert!(again == bytes, "{id}");
    }
    let cases = study.cases().unwrap().list;
    let again = format::cases_v1::encode(&cases).unwrap();
    assert!(again == fs::read(root.join("sessions/cases.ron")).unwrap());
}

#[test]
fn making_a_study_again_overwrites_nothing() {
    let fixture = Fixture::new();
    let guide = fixture.folder.path().join("guides/guide.ron");
    fs::write(&guide, "mine").unwrap();
    Study::create(
        fixture.folder.path(),
        &[("guide", "theirs"), ("other", "new")],
    )
    .unwrap();
    assert_eq!(fs::read_to_string(&guide).unwrap(), "mine");
    assert!(fixture.folder.path().join("guides/other.ron").is_file());
    assert_eq!(fixture.read(".gitignore"), "*\n");
}

#[cfg(unix)]
#[test]
fn sessions_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new();
    let (mut sitting, mut journal) = Fixture::begin(&fixture.study());
    journal.append(&[keep(&mut sitting, 1, "eins")]).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&fixture.sessions()), 0o700);
    for name in ["A-1.ron", "A-1.journal", "A-1.lock"] {
        assert_eq!(mode(&fixture.path(name)), 0o600, "{name}");
    }
}

#[test]
fn sessions_are_listed_by_their_names_without_being_read() {
    let fixture = Fixture::new();
    for name in [
        "B-2.ron",
        "A-10.ron",
        "A-2.ron",
        "A-2.journal",
        "C-1.journal",
        "a-3.ron",
        "A-1 (conflict).ron",
        "A-1.t2.ron",
        "A-1.codes-2.ron",
        "cases.ron",
    ] {
        fs::write(fixture.path(name), "broken").unwrap();
    }
    let names: Vec<String> = fixture
        .study()
        .sessions()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(names, ["A-2", "A-10", "B-2", "C-1"]);
}

#[test]
fn a_name_that_differs_by_its_letters_alone_is_taken() {
    let fixture = Fixture::new();
    fs::write(fixture.path("a-1.ron"), "").unwrap();
    assert!(matches!(
        fixture.study().new_session(header()),
        Err(StudyError::Exists(_))
    ));
}

fn summary(fixture: &Fixture) -> Summary {
    let study = fixture.study();
    study.summary_of(&study.read_session(&id()).unwrap())
}

#[test]
fn a_list_says_where_a_session_stands() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    let listed = summary(&fixture);
    assert_eq!(
        (listed.notes, listed.progress, listed.unfolded),
        (1, Progress::Open, false)
    );
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    let listed = summary(&fixture);
    assert_eq!(
        (listed.notes, listed.unfolded),
        (2, true),
        "a session that is worked on can be read"
    );
    assert!(listed.changed.is_some());
}

#[test]
fn opening_writes_nothing() {
    let fixture = Fixture::with_session("eins");
    fs::remove_file(fixture.path("A-1.lock")).unwrap();
    let untouched = content(&fixture.sessions());
    let opened = fixture.open();
    assert!(!opened.recovery.is_needed());
    drop(opened);
    let (sitting, mut journal) = fixture.open_for_work();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    assert_eq!(content(&fixture.sessions()), untouched);
}

#[test]
fn a_sitting_that_was_killed_goes_on_where_it_stopped() {
    let fixture = Fixture::with_session("eins");
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal
        .append(&[keep(&mut sitting, 2, "zwei"), write(&mut sitting, "und dr")])
        .unwrap();
    drop(journal);
    let untouched = content(&fixture.sessions());
    let opened = fixture.open();
    assert_eq!(opened.recovery.replayed, 2);
    assert_eq!(opened.sitting, sitting);
    assert_eq!(
        opened.sitting.undoable().map(|recorded| recorded.sequence),
        Some(3)
    );
    drop(opened);
    assert_eq!(content(&fixture.sessions()), untouched);
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[write(&mut sitting, "ei")]).unwrap();
    journal.finish(sitting.state()).unwrap();
    let draft = &fixture.study().read_session(&id()).unwrap().drafts[&TopicId::new("b1.t1")];
    assert_eq!(draft.text.as_str(), "und drei");
}

#[test]
fn a_second_opener_can_only_read() {
    let fixture = Fixture::with_session("eins");
    let first = fixture.open();
    let second = fixture.open();
    assert!(matches!(second.access, Access::ReadOnly(ReadOnly::Locked)));
    assert_eq!(texts(second.sitting.state()), ["eins"]);
    drop(first);
    assert!(matches!(fixture.open().access, Access::Writable(_)));
}

#[test]
fn of_two_who_open_a_session_that_was_never_locked_the_first_to_write_has_it() {
    let fixture = Fixture::with_session("eins");
    fs::remove_file(fixture.path("A-1.lock")).unwrap();
    let (mut sitting, mut first) = fixture.open_for_work();
    let (_, mut second) = fixture.open_for_work();
    let event = keep(&mut sitting, 2, "zwei");
    first.append(std::slice::from_ref(&event)).unwrap();
    assert!(matches!(
        second.append(std::slice::from_ref(&event)),
        Err(SaveError::Locked(_))
    ));
    first.finish(sitting.state()).unwrap();
    drop(first);
    assert!(matches!(
        second.append(&[event]),
        Err(SaveError::ChangedSinceRead(_))
    ));
}

#[test]
fn a_session_that_became_too_large_to_be_read_changed_since_it_was() {
    for (name, largest) in [
        ("A-1.ron", files::LARGEST_SNAPSHOT),
        ("A-1.journal", files::LARGEST_JOURNAL),
    ] {
        let fixture = Fixture::with_session("eins");
        fs::remove_file(fixture.path("A-1.lock")).unwrap();
        let (mut sitting, mut journal) = fixture.open_for_work();
        let theirs = fs::File::create(fixture.path(name)).unwrap();
        theirs.set_len(largest + 1).unwrap();
        let event = keep(&mut sitting, 2, "zwei");
        assert!(
            matches!(
                journal.append(&[event]),
                Err(SaveError::ChangedSinceRead(_))
            ),
            "{name}"
        );
    }
}

#[test]
fn an_invented_session_is_written_in_a_demonstration_alone() {
    let fixture = Fixture::new();
    fs::write(fixture.folder.path().join("demo"), "").unwrap();
    let invented = Header {
        invented: true,
        ..header()
    };
    let (mut sitting, mut journal) = fixture
        .study()
        .new_session(invented.clone())
        .unwrap()
        .into_journal()
        .unwrap();
    journal
        .append(&[sitting.record(Event::Begun(Box::new(invented)))])
        .unwrap();
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    assert!(matches!(fixture.open().access, Access::Writable(_)));
    fs::remove_file(fixture.folder.path().join("demo")).unwrap();
    assert!(matches!(
        fixture.open().access,
        Access::ReadOnly(ReadOnly::Invented)
    ));
}

#[test]
fn a_broken_file_is_named_with_its_place_and_left_as_it_is() {
    let fixture = Fixture::with_session("eins");
    let broken = fixture
        .read("A-1.ron")
        .replace("mode: on_site,", "mood: good,");
    fs::write(fixture.path("A-1.ron"), &broken).unwrap();
    let error = fixture.study().open_session(&id()).unwrap_err();
    assert!(error.to_string().ends_with("A-1.ron"), "{error}");
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.starts_with("not understood at 12:"), "{cause}");
    assert!(cause.contains("unknown field"), "{cause}");
    assert_eq!(fixture.read("A-1.ron"), broken);
    fs::write(
        fixture.path("B-1.ron"),
        Fixture::with_session("x").read("A-1.ron"),
    )
    .unwrap();
    let other = fixture.study().read_session(&"B-1".parse().unwrap());
    assert!(matches!(other, Err(StudyError::OtherSession { .. })));
    let missing = fixture.study().read_session(&"B-2".parse().unwrap());
    assert!(matches!(missing, Err(StudyError::NoSession(_))));
}

#[test]
fn a_session_that_git_would_take_up_is_not_saved() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.folder.path().join(".git")).unwrap();
    fs::remove_file(fixture.path(".gitignore")).unwrap();
    let (mut sitting, mut journal) = fixture
        .study()
        .new_session(header())
        .unwrap()
        .into_journal()
        .unwrap();
    let begun = [sitting.record(Event::Begun(Box::new(header())))];
    let refused = journal.append(&begun).unwrap_err();
    assert!(matches!(refused, SaveError::NotIgnored(_)));
    assert!(
        refused.to_string().contains(".gitignore"),
        "the way out is said"
    );
    assert_eq!(fixture.names(), ["A-1.lock"]);
    fs::write(fixture.path(".gitignore"), "*\n").unwrap();
    journal.append(&begun).unwrap();
}
