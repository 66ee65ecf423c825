//! Whatever call fails, and however: nothing acknowledged is lost, nothing struck comes back.

use std::io::ErrorKind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::disk::rehearsal::Fault;
use crate::disk::{Call, Verdict, Watch};
use crate::session::Recorded;

const STRUCK: &str = "Geheimnis";
const NAME: &str = "Nachbarskind";

/// What an interview has been told by the time it stops.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was said"
)]
struct Told {
    begun: bool,
    kept: Vec<u32>,
    note_struck: bool,
    words_struck: bool,
    ended: bool,
}

/// How an interview meets a failure.
type Attempt = fn(&mut dyn FnMut() -> Result<(), SaveError>) -> Result<(), SaveError>;

/// Gives up, as a killed program must.
fn once(act: &mut dyn FnMut() -> Result<(), SaveError>) -> Result<(), SaveError> {
    act()
}

/// Tries again once, as the writer does.
fn twice(act: &mut dyn FnMut() -> Result<(), SaveError>) -> Result<(), SaveError> {
    act().or_else(|_| act())
}

/// An interview with everything in it: notes, a strike, leaving, coming back, a name found late, leaving again.
fn interview(study: &Study, attempt: Attempt, told: &mut Told) -> Result<(), SaveError> {
    let (mut sitting, mut journal) = study.new_session(header()).unwrap().into_journal()?;
    let begun = sitting.record(Event::Begun(Box::new(header())));
    append(&mut journal, &[begun], attempt)?;
    told.begun = true;
    for (number, text) in [(1, "eins"), (2, STRUCK), (3, NAME)] {
        keep_note(&mut sitting, &mut journal, number, text, attempt, told)?;
    }
    sitting.strike_note(note_id(2));
    attempt(&mut || journal.purge(&mut purge_of(&sitting)).map(drop))?;
    told.note_struck = true;
    keep_note(&mut sitting, &mut journal, 4, "vier", attempt, told)?;
    attempt(&mut || journal.finish(sitting.state()).map(drop))?;
    drop(journal);

    let (mut sitting, mut journal) = study.open_session(&id()).unwrap().into_journal()?;
    keep_note(&mut sitting, &mut journal, 5, "fünf", attempt, told)?;
    let slot = crate::anonymise::SlotKey {
        kind: crate::anonymise::SlotKind::Person,
        number: 1,
    };
    sitting.purge_words(slot, &mut |text| {
        let found = text.as_str().contains(NAME);
        found.then(|| clean(&text.as_str().replace(NAME, "[Person 1]")))
    });
    attempt(&mut || journal.purge(&mut purge_of(&sitting)).map(drop))?;
    told.words_struck = true;
    keep_note(&mut sitting, &mut journal, 6, "sechs", attempt, told)?;
    attempt(&mut || journal.finish(sitting.state()).map(drop))?;
    told.ended = true;
    Ok(())
}

fn append(journal: &mut Journal, events: &[Recorded], attempt: Attempt) -> Result<(), SaveError> {
    attempt(&mut || journal.append(events).map(drop))
}

fn keep_note(
    sitting: &mut Sitting,
    journal: &mut Journal,
    number: u32,
    text: &str,
    attempt: Attempt,
    told: &mut Told,
) -> Result<(), SaveError> {
    let halves = text.split_at_checked(4).unwrap_or((text, ""));
    for half in [halves.0, halves.1] {
        append(journal, &[write(sitting, half)], attempt)?;
    }
    append(journal, &[keep(sitting, number, text)], attempt)?;
    told.kept.push(number);
    Ok(())
}

/// How many changing calls an interview without faults makes.
fn calls() -> usize {
    let fixture = Fixture::new();
    let rehearsal = Rehearsal::new();
    let mut told = Told::default();
    interview(&fixture.watched(&rehearsal), once, &mut told).unwrap();
    assert!(told.ended);
    rehearsal.calls().len()
}

/// Holds what is on disk against what the interview was told.
fn check(fixture: &Fixture, told: &Told, place: &str) {
    let session = match fixture.study().read_session(&id()) {
        Ok(session) => session,
        Err(StudyError::NoSession(_)) if !told.begun => return,
        Err(error) => panic!("{place}: {error}"),
    };
    for number in &told.kept {
        let is_struck = session
            .tombstones
            .iter()
            .any(|tombstone| tombstone.note == note_id(*number));
        assert!(
            session.note(note_id(*number)).is_some() || is_struck,
            "{place}: note {number} is gone"
        );
        assert!(
            !is_struck || *number == 2,
            "{place}: a strike hit another note"
        );
    }
    assert!(
        !told.note_struck || session.note(note_id(2)).is_none(),
        "{place}"
    );
    let (note_struck, words_struck) = (
        session.note(note_id(2)).is_none() && told.kept.contains(&2),
        session
            .log
            .iter()
            .any(|entry| matches!(entry, crate::session::LogEntry::Purged(_))),
    );
    assert!(!told.words_struck || words_struck, "{place}");
    let shown = texts(&session).join(" ");
    assert!(
        !note_struck || !shown.contains(STRUCK),
        "{place}: a reader shows what was struck"
    );
    assert!(
        !words_struck || !shown.contains(NAME),
        "{place}: a reader shows a name"
    );

    let (mut sitting, mut journal) = fixture.open_for_work();
    assert_eq!(sitting.state(), &session, "{place}");
    journal.append(&[keep(&mut sitting, 9, "danach")]).unwrap();
    if note_struck {
        assert_eq!(fixture.files_with(STRUCK), [""; 0], "{place}");
        let half = STRUCK.split_at(4).0;
        assert_eq!(
            fixture.files_with(&format!("\"{half}\"")),
            [""; 0],
            "{place}"
        );
    }
    if words_struck {
        assert_eq!(fixture.files_with(NAME), [""; 0], "{place}");
    }
    journal.finish(sitting.state()).unwrap();
    drop(journal);
    let again = fixture.study().read_session(&id()).unwrap();
    assert_eq!(&again, sitting.state(), "{place}");
    let mut names = fixture.names();
    names.retain(|name| name != ".gitignore" && name != "A-1.lock");
    assert_eq!(names, ["A-1.ron"], "{place}");
}

#[test]
fn a_kept_note_survives_a_kill_at_every_call() {
    for at in 0..calls() {
        for fault in [Fault::Killed, Fault::KilledHalfway] {
            let fixture = Fixture::new();
            let rehearsal = Rehearsal::with_fault(at, fault);
            let mut told = Told::default();
            interview(&fixture.watched(&rehearsal), once, &mut told).unwrap_err();
            check(
                &fixture,
                &told,
                &format!("{fault:?} at {at}, {:?}", rehearsal.calls().last()),
            );
        }
    }
}

#[test]
fn a_kept_note_survives_a_power_cut_at_every_call() {
    for at in 0..calls() {
        let fixture = Fixture::new();
        let rehearsal = Rehearsal::with_fault(at, Fault::KilledHalfway);
        rehearsal.adopt(&fixture.sessions());
        let mut told = Told::default();
        interview(&fixture.watched(&rehearsal), once, &mut told).unwrap_err();
        rehearsal.cut_power(&fixture.sessions());
        check(
            &fixture,
            &told,
            &format!("power cut at {at}, {:?}", rehearsal.calls().last()),
        );
    }
}

#[test]
fn after_a_failure_at_any_call_trying_again_saves_everything() {
    for at in 0..calls() {
        for fault in [
            Fault::Once(ErrorKind::ReadOnlyFilesystem),
            Fault::Short(ErrorKind::StorageFull),
        ] {
            let fixture = Fixture::new();
            let rehearsal = Rehearsal::with_fault(at, fault);
            let mut told = Told::default();
            interview(&fixture.watched(&rehearsal), twice, &mut told).unwrap();
            assert!(told.ended);
            check(
                &fixture,
                &told,
                &format!("{fault:?} at {at}, {:?}", rehearsal.calls().get(at)),
            );
        }
    }
}

#[test]
fn a_struck_note_is_hidden_even_if_the_disk_is_too_full_to_rewrite_its_files() {
    let fixture = Fixture::with_session(STRUCK);
    let rehearsal = Rehearsal::new();
    let study = fixture.watched(&rehearsal);
    let (mut sitting, mut journal) = study.open_session(&id()).unwrap().into_journal().unwrap();
    journal.append(&[keep(&mut sitting, 2, "zwei")]).unwrap();
    rehearsal.refuse("write .A-1", ErrorKind::StorageFull);
    sitting.strike_note(note_id(1));
    journal.purge(&mut purge_of(&sitting)).unwrap_err();
    drop(journal);
    let session = fixture.study().read_session(&id()).unwrap();
    assert_eq!(texts(&session), ["zwei"]);
    assert!(fixture.open().recovery.unfinished_strike);
    rehearsal.allow_all();
    let (mut sitting, mut journal) = fixture.open_for_work();
    journal.append(&[keep(&mut sitting, 3, "drei")]).unwrap();
    assert_eq!(fixture.files_with(STRUCK), [""; 0]);
}

/// Does something before a chosen read of a reader.
struct Meanwhile {
    at: usize,
    reads: AtomicUsize,
    act: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl Watch for Meanwhile {
    fn before(&self, call: Call<'_>) -> Verdict {
        if matches!(call, Call::Read(_)) && self.reads.fetch_add(1, Ordering::Relaxed) == self.at {
            let act = self.act.lock().unwrap().take();
            act.unwrap()();
        }
        Verdict::Go
    }
}

#[test]
fn a_reader_that_a_strike_overtakes_never_shows_half_of_it() {
    for at in 0..5 {
        let fixture = Fixture::with_session(NAME);
        let (mut sitting, mut journal) = fixture.open_for_work();
        journal.append(&[keep(&mut sitting, 2, NAME)]).unwrap();
        let before = sitting.state().clone();
        let slot = crate::anonymise::SlotKey {
            kind: crate::anonymise::SlotKind::Person,
            number: 1,
        };
        sitting.purge_words(slot, &mut |text| {
            let found = text.as_str().contains(NAME);
            found.then(|| clean("[Person 1]"))
        });
        let after = sitting.state().clone();
        let strike = move || journal.purge(&mut purge_of(&sitting)).map(drop).unwrap();
        let meanwhile = Arc::new(Meanwhile {
            at,
            reads: AtomicUsize::new(0),
            act: Mutex::new(Some(Box::new(strike))),
        });
        let disk = Disk::watched(Arc::<Meanwhile>::clone(&meanwhile));
        let study = Study::open_on(&disk, fixture.folder.path()).unwrap();
        let read = study.read_session(&id()).unwrap();
        assert!(meanwhile.act.lock().unwrap().is_none());
        assert!(read == before || read == after, "overtaken at read {at}");
    }
}
