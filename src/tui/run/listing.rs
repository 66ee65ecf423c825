//! The list of sessions, and what is due of them, gathered while keys go on.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use time::OffsetDateTime;

use super::searching::telling;
use super::{Happening, Program};
use crate::i18n::{Text, Words};
use crate::language::Language;
use crate::operations::list::{self, Looked};
use crate::session::SessionId;
use crate::store::Study;
use crate::store::index::{FoundBy, Listing, Progress, Readable};
use crate::tui::app::Msg;
use crate::tui::screen::{Known, SessionRow};
use crate::tui::terminal::Post;
use crate::tui::trouble;

/// More sessions than this are listed by the index of the study.
const MANY: usize = 200;

/// After so many sessions that were looked at, what is due is shown, and what is settled remembered.
const PORTION: usize = 100;

impl Program {
    /// Lists the sessions: their names at once, what their files tell when they have been read, which begins once the
    /// names are on the screen.
    pub(super) fn list_sessions(&mut self) {
        let study = self.desk.study().clone();
        let ids = match study.sessions() {
            Ok(ids) => ids,
            Err(error) => {
                self.app.trouble = Some(trouble::of_study(&self.app.words, &error));
                Vec::new()
            }
        };
        let others = rows_of_others(&study, &self.app.words);
        let rows = ids.iter().map(|id| SessionRow {
            id: id.clone(),
            known: None,
        });
        let rows = with_others(rows.collect(), &others);
        let now = self.now();
        let effects = self.app.update(Msg::Sessions(rows), now);
        self.do_all(effects);
        self.awaits_screen = Some(Gathering {
            study,
            ids,
            others,
            language: self.app.language,
            now,
            post: self.post.clone(),
            worked_on: self.worked_on.take(),
            number: self.listings.fetch_add(1, Ordering::Relaxed) + 1,
            last: Arc::clone(&self.listings),
        });
    }

    /// Begins to read for the list whose names are on the screen by now.
    pub(super) fn gather_list(&mut self) {
        let Some(list) = self.awaits_screen.take() else {
            return;
        };
        let reading = thread::Builder::new()
            .name("list".to_owned())
            .spawn(move || list.gather());
        if reading.is_err() {
            self.app.trouble = Some(self.app.say(Text::TroubleThread));
        }
    }
}

/// A list while it is gathered.
pub(super) struct Gathering {
    study: Study,
    ids: Vec<SessionId>,
    /// The sessions of which only another note-taker's protocol is here.
    others: Vec<SessionRow>,
    language: Language,
    now: OffsetDateTime,
    post: Post<Happening>,
    /// The session that was worked on before.
    worked_on: Option<SessionId>,
    /// Which list of this run of the program it is.
    number: u64,
    /// Which list was asked for last.
    last: Arc<AtomicU64>,
}

impl Gathering {
    fn gather(&self) {
        let words = Words::new(self.language);
        if self.ids.len() > MANY && self.gather_by_index(&words).is_some() {
            return;
        }
        let mut dues = list::Dues::new(&self.study, self.now);
        let rows = self.ids.iter();
        let rows = rows.map(|id| Self::look(&mut dues, id, &words).0);
        let rows = rows.collect();
        self.show(rows);
    }

    /// The list as the index of the study has it, and then what is due of the sessions of which the index does not know
    /// that nothing is, those held last first; nothing if there can be no index.
    fn gather_by_index(&self, words: &Words) -> Option<()> {
        self.show_what_stands();
        let mut tell = telling(&self.post);
        let mut progress = |made: Progress| {
            if self.is_wanted() {
                tell(made);
            }
        };
        let index = self.study.index(&mut progress).ok()?;
        let listed = index.list().ok()?;
        drop(index);
        let mut rows: Vec<SessionRow> = listed.iter().map(row_of_index).collect();
        self.show(rows.clone());
        let mut open: Vec<usize> = (0..listed.len())
            .filter(|place| listed.get(*place).is_some_and(may_be_due))
            .collect();
        open.sort_by_key(|place| {
            let readable = listed.get(*place).and_then(|listing| listing.readable);
            std::cmp::Reverse(readable.map(|readable| readable.created))
        });
        let found_by = FoundBy::of(&self.study).ok();
        let mut dues = list::Dues::new(&self.study, self.now);
        for portion in open.chunks(PORTION) {
            let mut settled = Vec::new();
            for &place in portion {
                if !self.is_wanted() {
                    return Some(());
                }
                let (Some(listing), Some(row)) = (listed.get(place), rows.get_mut(place)) else {
                    continue;
                };
                let (looked, is_settled) = Self::look(&mut dues, &listing.id, words);
                *row = looked;
                settled.extend(is_settled.then_some(listing));
            }
            // What cannot be remembered is looked at again the next time.
            let _ = found_by
                .as_ref()
                .map(|found_by| self.study.settle(found_by, &settled));
            self.show(rows.clone());
        }
        Some(())
    }

    /// Shows what the index knows as it stands, with what was just written here: all files are looked at behind it.
    fn show_what_stands(&self) {
        if let Some(id) = &self.worked_on {
            // If this fails the look at all files tells.
            let _ = self.study.index_session(id);
        }
        let index = self.study.index_as_it_stands().ok().flatten();
        if let Some(listed) = index.and_then(|index| index.list().ok()) {
            self.show(listed.iter().map(row_of_index).collect());
        }
    }

    /// Reads a session, and tells whether nothing will be due of it as long as it stays as it is.
    fn look(dues: &mut list::Dues<'_>, id: &SessionId, words: &Words) -> (SessionRow, bool) {
        let (known, is_settled) = match dues.of(id) {
            Ok(Looked {
                summary,
                due,
                is_settled,
            }) => {
                let known = Known::Readable {
                    due,
                    progress: summary.progress,
                    invented: summary.invented,
                    notes: summary.notes,
                    date: summary.created,
                    journal: summary.unfolded,
                };
                (known, is_settled)
            }
            Err(error) => (Known::Damaged(trouble::of_study(words, &error)), false),
        };
        let row = SessionRow {
            id: id.clone(),
            known: Some(known),
        };
        (row, is_settled)
    }

    fn show(&self, rows: Vec<SessionRow>) {
        if self.is_wanted() {
            // Nobody listens any more only when the program ends.
            let rows = with_others(rows, &self.others);
            let _ = self.post.send(Happening::Sessions(rows));
        }
    }

    /// Whether no other list was asked for since.
    fn is_wanted(&self) -> bool {
        self.last.load(Ordering::Relaxed) == self.number
    }
}

/// The sessions of which only another note-taker's protocol is here, and how that is opened.
fn rows_of_others(study: &Study, words: &Words) -> Vec<SessionRow> {
    // If the folder cannot be read the list says so.
    let others = study.sessions_of_others().unwrap_or_default();
    let rows = others.into_iter().map(|(id, taker)| {
        let values = [
            ("session", id.to_string().into()),
            ("taker", usize::from(taker).into()),
        ];
        let said = words.text_with(Text::StartOtherTaker, &values);
        SessionRow {
            id,
            known: Some(Known::Damaged(said)),
        }
    });
    rows.collect()
}

fn with_others(mut rows: Vec<SessionRow>, others: &[SessionRow]) -> Vec<SessionRow> {
    rows.extend(others.iter().cloned());
    rows.sort_by(|one, other| one.id.cmp(&other.id));
    rows
}

/// A session as the index has it; of one that cannot be read only its name.
fn row_of_index(listing: &Listing) -> SessionRow {
    let known = listing.readable.map(|readable| Known::Readable {
        progress: readable.progress,
        invented: readable.invented,
        notes: readable.notes,
        date: readable.created,
        journal: readable.unfolded,
        due: Vec::new(),
    });
    SessionRow {
        id: listing.id.clone(),
        known,
    }
}

/// Whether something may be due of a session, or why it cannot be read has to be said.
fn may_be_due(listing: &Listing) -> bool {
    let readable = listing.readable.as_ref();
    readable.is_none_or(Readable::may_be_due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::{demo, study};
    use crate::session::Session;
    use crate::store::file_of_session;

    /// A study of so many sessions that were held a year ago, the first of them closed.
    fn study_of(count: u32, now: OffsetDateTime) -> (tempfile::TempDir, Study) {
        let folder = tempfile::tempdir().unwrap();
        let sample = demo::copy_to(&folder.path().join("sample")).unwrap();
        let mut session: Session = sample.read_session(&"K-1".parse().unwrap()).unwrap();
        let began = now - time::Duration::days(400);
        session.header.invented = false;
        session.header.created = began;
        session.clock.began = Some(began);
        session.closed = Some(began + time::Duration::hours(1));
        session.archived.clear();
        session.postscript.clear();
        let study = study::create(&folder.path().join("study")).unwrap();
        for number in 1..=count {
            session.header.id = format!("A-{number}").parse().unwrap();
            let path = study.sessions_folder().join(format!("A-{number}.ron"));
            std::fs::write(path, file_of_session(&session).unwrap()).unwrap();
            // All but the first are prepared and nothing more, so that the test is quick.
            session.clock.began = None;
            session.closed = None;
            session.notes.clear();
        }
        (folder, study)
    }

    fn dues(rows: &[SessionRow]) -> Vec<String> {
        let due = rows.iter().filter(
            |row| matches!(&row.known, Some(Known::Readable { due, .. }) if !due.is_empty()),
        );
        due.map(|row| row.id.to_string()).collect()
    }

    /// B9: nothing due is forgotten, however many sessions there are and however long ago it was.
    #[test]
    fn what_is_due_of_a_study_of_many_sessions_is_shown_behind_its_list() {
        let now = OffsetDateTime::from_unix_timestamp(1_770_000_000).unwrap();
        let (_folder, study) = study_of(u32::try_from(MANY).unwrap() + 1, now);
        let sessions = study.sessions_folder();
        std::fs::copy(sessions.join("A-1.ron"), sessions.join("B-1.t2.ron")).unwrap();
        let (post, received) = Post::without_terminal();
        let list = Gathering {
            study: study.clone(),
            ids: study.sessions().unwrap(),
            others: rows_of_others(&study, &Words::new(Language::En)),
            language: Language::En,
            now,
            post,
            worked_on: None,
            number: 1,
            last: Arc::new(AtomicU64::new(1)),
        };
        list.gather();
        let shown: Vec<Vec<SessionRow>> = received
            .try_iter()
            .filter_map(|happening| match happening {
                Happening::Sessions(rows) => Some(rows),
                _ => None,
            })
            .collect();
        // The list does not wait for what is due.
        let (at_once, at_last) = (shown.first().unwrap(), shown.last().unwrap());
        assert_eq!((at_once.len(), at_last.len()), (MANY + 2, MANY + 2));
        // What only another note-taker has here is told with the way to open it.
        for rows in [at_once, at_last] {
            let Some(Known::Damaged(said)) = &rows.last().unwrap().known else {
                panic!("it is not opened as the first note-taker's");
            };
            assert!(said.contains("interview B-1 --taker 2"), "{said}");
        }
        assert_eq!(dues(at_once), [""; 0]);
        assert_eq!(dues(at_last), ["A-1"]);
        // Whoever asks for another list hears no more of this one.
        list.last.store(2, Ordering::Relaxed);
        list.gather();
        assert_eq!(received.try_iter().count(), 0);
    }
}
