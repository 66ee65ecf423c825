//! What an order writes, says and leaves out.

use time::macros::{date, datetime};

use super::*;
use crate::language::Language;
use crate::operations::demo;
use crate::operations::guides;
use crate::release::{Task, due};
use crate::session::{
    Answer, ApprovalStep, ConsentRecord, Event, Manner, Session, is_moved_deadline,
};

fn order(form: Form, level: Level, place: &Path) -> Order {
    Order {
        sessions: Vec::new(),
        form,
        level,
        place: place.to_owned(),
        options: Options {
            asked: None,
            language: Language::En,
            byte_order_mark: false,
        },
        until: None,
        show: Vec::new(),
        seed: 1,
    }
}

fn delivered(study: &Study, order: &Order) -> Result<Delivered, DeliveryError> {
    deliver(study, order, datetime!(2026-06-01 9:00 UTC), &mut |_, _| {})
}

#[test]
fn an_order_writes_documents_and_has_them_stand_in_the_logs() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("out/");
    let all = order(Form::Sessions(Format::Md), Level::Archive, &place);
    let made = delivered(study, &all).unwrap();
    assert_eq!((made.written.len(), made.rest.refused.len()), (11, 0));
    assert!(made.logged.failed.is_empty());
    let first = study.read_session(&"K-1".parse().unwrap()).unwrap();
    assert_eq!(first.exports.last().unwrap().format, "md");
    // Another file that lies there stays.
    std::fs::write(&made.written[0].path, "another").unwrap();
    assert!(matches!(
        delivered(study, &all),
        Err(DeliveryError::Export(ExportError::Exists(_)))
    ));
}

#[test]
fn an_order_for_the_team_holds_extracts_and_one_for_sheets_a_document_a_case() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let team = order(
        Form::Sessions(Format::Csv),
        Level::Analysis,
        &folder.path().join("team.csv"),
    );
    assert_eq!(delivered(study, &team).unwrap().written.len(), 1);
    let docx = Order {
        form: Form::Sessions(Format::Docx),
        ..team
    };
    assert!(matches!(
        delivered(study, &docx),
        Err(DeliveryError::NoExtracts(Format::Docx))
    ));
    let sheets = order(
        Form::Sheets(SheetFormat::Docx),
        Level::Working,
        &folder.path().join("sheets/"),
    );
    let made = delivered(study, &sheets).unwrap();
    assert_eq!(made.written.len(), 6);
    let log = study.read_session(&"K-2".parse().unwrap()).unwrap();
    assert_eq!(log.exports.last().unwrap().format, "rap-docx");
}

#[test]
fn what_the_level_does_not_let_out_is_named_and_not_written() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let path = study.sessions_folder().join("K-1.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    let without = text.replacen("\"c4\"", "\"c9\"", 1);
    assert_ne!(text, without);
    std::fs::write(&path, without).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let one = Order {
        sessions: vec!["K-1".parse().unwrap()],
        ..order(
            Form::Sessions(Format::Md),
            Level::Archive,
            &folder.path().join("one.md"),
        )
    };
    let made = delivered(study, &one).unwrap();
    assert!(made.written.is_empty());
    assert_eq!(made.rest.refused.len(), 1);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_an_export_lacks_or_tells_is_said_whoever_asks_for_it() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let team = order(
        Form::Sessions(Format::Csv),
        Level::Analysis,
        &folder.path().join("team.csv"),
    );
    assert_eq!(delivered(study, &team).unwrap().rest.telling, None);
    // Whoever has this export and one without somebody can tell which texts are hers.
    let write = |session: &Session| {
        let path = study.sessions_folder();
        let path = path.join(format!("{}.ron", session.header.id));
        std::fs::write(path, crate::store::file_of_session(session).unwrap()).unwrap();
    };
    let ids = study.sessions().unwrap().into_iter();
    let mut sessions = ids.map(|id| study.read_session(&id).unwrap());
    let mut session = sessions.find(|one| !one.exports.is_empty()).unwrap();
    session.exports.clear();
    write(&session);
    let again = Order {
        place: folder.path().join("again.csv"),
        ..team
    };
    let telling = delivered(study, &again).unwrap().rest.telling;
    assert_eq!(telling.map(|count| count.sessions), Some(1));
    session.header.guide.id = "elsewhere".to_owned();
    session.header.guide.digest = "00".to_owned();
    write(&session);
    let one = Order {
        sessions: vec![session.header.id.clone()],
        ..order(
            Form::Sessions(Format::Md),
            Level::Working,
            &folder.path().join("one.md"),
        )
    };
    let made = delivered(study, &one).unwrap();
    assert_eq!(made.written.len(), 1);
    assert_eq!(made.rest.without_guide[0].1, "elsewhere");
}

#[test]
fn extracts_name_who_is_not_in_them_and_say_what_they_are() {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let team = Order {
        options: Options {
            byte_order_mark: true,
            ..order(Form::Sessions(Format::Csv), Level::Analysis, folder.path()).options
        },
        ..order(
            Form::Sessions(Format::Csv),
            Level::Analysis,
            &folder.path().join("made/"),
        )
    };
    let made = delivered(study, &team).unwrap();
    let Content::Extracts(extracts, _, document) = &made.content else {
        panic!("no extracts");
    };
    let (inside, outside) = (extracts.members().len(), made.rest.refused.len());
    assert_eq!(inside + outside, study.sessions().unwrap().len());
    assert!(outside > 0 && made.rest.is_missing_any());
    let reasons = made.rest.refused.iter();
    assert!(
        reasons
            .into_iter()
            .all(|refused| !refused.reasons.is_empty())
    );
    // The folder was made, and what lies in it begins with the mark and tells that it is invented.
    let text = std::fs::read_to_string(&made.written[0].path).unwrap();
    assert_eq!(text.as_bytes(), document.bytes);
    assert!(text.starts_with('\u{feff}'));
    assert!(
        text.lines()
            .skip(1)
            .all(|line| line.ends_with(",analysis,true,true"))
    );
}

#[test]
fn a_folder_that_is_not_there_is_named_and_not_a_temporary_file_in_it() {
    let copy = demo::temporary().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("x/y");
    let all = order(
        Form::Sessions(Format::Csv),
        Level::Archive,
        &missing.join("z.csv"),
    );
    let refused = delivered(copy.study(), &all).unwrap_err();
    assert!(matches!(
        refused,
        DeliveryError::Export(ExportError::NoFolder(folder)) if folder == missing
    ));
}

/// A copy of the study in which this interviewee wants to see the protocol first, and it was not sent yet.
fn with_awaited_approval() -> (demo::Temporary, SessionId) {
    let copy = demo::temporary().unwrap();
    let study = copy.study();
    let mut sessions = study.sessions().unwrap().into_iter();
    let id = sessions.find(|id| study.read_session(id).unwrap().approvals.is_empty());
    let id = id.expect("a session that was sent to nobody");
    let now = datetime!(2026-05-30 9:00 UTC);
    let yes = Event::Consent(ConsentRecord {
        step: "c6".to_owned(),
        answer: Answer::Yes,
        at: now,
        manner: Manner::Oral,
        edition: "1".to_owned(),
        language: Language::De,
    });
    let opened = study.open_session(&id).unwrap();
    crate::operations::recording::record(opened, vec![yes]).unwrap();
    (copy, id)
}

#[test]
fn a_review_version_that_goes_out_is_sent_until_a_day_and_no_longer_due_to_be_sent() {
    let (copy, id) = with_awaited_approval();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let now = datetime!(2026-06-01 9:00 UTC);
    let read = || study.read_session(&id).unwrap();
    let before = read().approvals.len();
    let guide = guides::of_session(study, &read()).unwrap();
    let is_due = || {
        // Of what is invented nothing is due.
        let mut session = read();
        session.header.invented = false;
        let due = due(&session, &guide, now, 0);
        due.iter().any(|due| due.task == Task::Sending)
    };
    assert!(is_due());
    let export = |format, level, until| {
        let name = format!("{format:?}-{level:?}-{until:?}");
        let mut order = order(Form::Sessions(format), level, &folder.path().join(name));
        order.sessions = vec![id.clone()];
        order.until = until;
        delivered(study, &order).unwrap()
    };
    // What is not for the interviewee to read is sent to nobody.
    for (format, level) in [
        (Format::Docx, Level::Working),
        (Format::Json, Level::Review),
    ] {
        assert!(export(format, level, None).sent.is_empty());
        assert!(is_due());
    }
    let sent = export(Format::Docx, Level::Review, None);
    assert_eq!(sent.sent.len(), 1);
    assert!(!is_due());
    let until = date!(2026 - 06 - 15);
    assert_eq!(
        read().approvals.last().unwrap().step,
        ApprovalStep::Sent { until }
    );
    // The same text once more, in another format, is no other sending; another day is a moved deadline.
    assert!(export(Format::Md, Level::Review, None).sent.is_empty());
    let later = date!(2026 - 07 - 01);
    let moved = export(Format::Html, Level::Review, Some(later));
    assert!(moved.sent.len() == 1);
    let approvals = read().approvals;
    assert_eq!(approvals.len(), before + 2);
    assert!(is_moved_deadline(&approvals, approvals.len() - 1));
    // The document itself says until when.
    let page = std::fs::read_to_string(&moved.written[0].path).unwrap();
    assert!(
        page.contains("2026-07-01") || page.contains("1.7.2026"),
        "{page}"
    );
}

#[test]
fn a_day_for_an_answer_that_nobody_awaits_is_said_to_hold_for_nothing() {
    let (copy, awaited) = with_awaited_approval();
    let folder = tempfile::tempdir().unwrap();
    let unawaited = |level, until| {
        let form = Form::Sessions(Format::Md);
        let mut order = order(form, level, &folder.path().join("out/"));
        order.until = until;
        let now = datetime!(2026-06-01 9:00 UTC);
        let names = ProtectedWords::default();
        let prepared = prepare(copy.study(), &order, &names, now, &mut |_, _| {});
        prepared.unwrap().rest.unawaited
    };
    assert_eq!(unawaited(Level::Review, None), []);
    let others = unawaited(Level::Review, Some(date!(2026 - 07 - 01)));
    assert!(others.len() > 1 && !others.contains(&awaited));
}

#[test]
fn nothing_is_written_that_cannot_stand_in_the_log_of_a_session() {
    use crate::disk::{Disk, Locking};

    let (copy, id) = with_awaited_approval();
    let study = copy.study();
    let folder = tempfile::tempdir().unwrap();
    let lock = study.sessions_folder().join(format!("{id}.lock"));
    let lock = match Disk::new().try_lock(&lock).unwrap() {
        Locking::Held(lock) => lock,
        other => panic!("{other:?}"),
    };
    let place = folder.path().join("out/");
    let order = order(Form::Sessions(Format::Docx), Level::Review, &place);
    let mut named = order.clone();
    named.sessions = vec![id.clone()];
    match delivered(study, &named) {
        Err(DeliveryError::WorkedOn(sessions)) => assert_eq!(sessions, std::slice::from_ref(&id)),
        _ => panic!("somebody works on it"),
    }
    assert!(!place.exists());
    // Of all sessions the others are exported, and this one is named.
    let others = delivered(study, &order).unwrap();
    assert_eq!(others.rest.worked_on, std::slice::from_ref(&id));
    assert!(others.rest.is_missing_any());
    let mut written = others.written.iter().flat_map(|written| &written.sessions);
    assert!(written.all(|session| *session != id));
    drop(lock);
    std::fs::remove_dir_all(&place).ok();
    // Where the log cannot be written after all, what was written is taken back.
    let mut only = order.clone();
    only.sessions = vec![id.clone()];
    let nobody = ProtectedWords::default();
    let now = datetime!(2026-06-01 9:00 UTC);
    let prepared = prepare(study, &only, &nobody, now, &mut |_, _| {}).unwrap();
    std::fs::remove_file(study.sessions_folder().join(format!("{id}.ron"))).unwrap();
    match prepared.put_and_log(study, &Destination::of(&place), Existing::Keep, now) {
        Err(DeliveryError::Unlogged(logged)) => assert_eq!(logged.failed[0].0, id),
        _ => panic!("it is logged nowhere"),
    }
    assert_eq!(std::fs::read_dir(&place).unwrap().count(), 0);
}
