//! What is due of the sessions that were listed.

use time::OffsetDateTime;

use super::{Dues, Listed};
use crate::release::{Due, urgency};
use crate::session::SessionId;
use crate::store::Study;
use crate::store::index::{FoundBy, Listing};

/// What is due of these sessions of a study, those on top that wait the least. What the index remembers to be settled is
/// not read for that, and what is found to be is remembered there. `progress` is told how many are looked at, and of how
/// many.
///
/// A session that cannot be read is left out: the list says why.
pub fn waiting(
    study: &Study,
    listed: &[Listed],
    now: OffsetDateTime,
    progress: &mut dyn FnMut(usize, usize),
) -> Vec<(SessionId, Vec<Due>)> {
    let open = listed.iter().filter(|listed| may_be_due(listed));
    let open: Vec<&Listed> = open.collect();
    // It is asked for before the guides are read: if they change meanwhile, what was found is void.
    let found_by = FoundBy::of(study).ok();
    let mut dues = Dues::new(study, now);
    let (mut waiting, mut settled) = (Vec::new(), Vec::<&Listing>::new());
    for (index, listed) in open.iter().enumerate() {
        if let Ok(looked) = dues.of(&listed.id) {
            settled.extend(listed.stands.as_ref().filter(|_| looked.is_settled));
            if !looked.due.is_empty() {
                waiting.push((listed.id.clone(), looked.due));
            }
        }
        progress(index + 1, open.len());
    }
    // What cannot be remembered is looked at again the next time.
    let _ = found_by.map(|found_by| study.settle(&found_by, &settled));
    waiting.sort_by_key(|(_, due)| urgency(due));
    waiting
}

/// Whether something may be due of a session: it was held, and nothing says that all is settled.
fn may_be_due(listed: &Listed) -> bool {
    let entry = listed.entry.as_ref();
    listed.taker == 1 && entry.is_ok_and(|entry| entry.readable.may_be_due())
}

#[cfg(test)]
mod tests {
    use time::Duration;
    use time::macros::datetime;

    use super::super::list;
    use super::*;
    use crate::operations::demo;
    use crate::release::Task;
    use crate::session::Session;
    use crate::store::file_of_session;

    const NOW: OffsetDateTime = datetime!(2026-05-06 09:00 UTC);

    /// A sample study, in which this was done to a session that is not invented.
    fn study(change: impl Fn(&mut Session)) -> (tempfile::TempDir, Study) {
        let folder = tempfile::tempdir().unwrap();
        let study = demo::copy_to(&folder.path().join("copy")).unwrap();
        let mut session = study.read_session(&"K-1".parse().unwrap()).unwrap();
        session.header.invented = false;
        change(&mut session);
        let path = study.sessions_folder().join("K-1.ron");
        std::fs::write(path, file_of_session(&session).unwrap()).unwrap();
        (folder, study)
    }

    fn looked_at(study: &Study) -> (Vec<(SessionId, Vec<Due>)>, usize) {
        let mut count = 0;
        let listed = list(study, &mut |_| {}).unwrap();
        let waiting = waiting(study, &listed, NOW, &mut |_, of| count = of);
        (waiting, count)
    }

    #[test]
    fn what_waits_for_a_date_is_told_of_a_listed_session_and_nothing_of_invented_ones() {
        let promised = NOW.date() + Duration::days(3);
        let (_folder, study) = study(|session| session.deletion.promised = Some(promised));
        let (waiting, count) = looked_at(&study);
        assert_eq!(count, 1);
        let (id, due) = waiting.first().unwrap();
        assert_eq!((id.to_string().as_str(), waiting.len()), ("K-1", 1));
        let deletion = due.iter().find(|due| due.task == Task::Deletion).unwrap();
        assert!(deletion.by.date() == promised && !deletion.is_overdue);
    }

    #[test]
    fn what_was_found_to_be_settled_is_not_looked_at_again() {
        let (_folder, study) = study(|session| session.header.invented = true);
        assert_eq!(looked_at(&study), (Vec::new(), 0));
    }
}
