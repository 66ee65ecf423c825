//! What is read of all sessions at once, by threads of its own: the list, and what is read across interviews. Each says
//! first what the index knows as it stands, and then what has changed since.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use time::OffsetDateTime;

use super::Happening;
use super::searching::telling;
use crate::i18n::Words;
use crate::operations::across::{self, Gathered};
use crate::operations::list;
use crate::session::{Progress, SessionId};
use crate::store::Study;
use crate::store::index::{self, Index, Readable};
use crate::tui::screen::{AcrossBeside, AcrossData, Known, SessionRow};
use crate::tui::trouble;

/// How long after an interview something may still be due.
const LATELY: time::Duration = time::Duration::days(90);

/// How many percent more must have been read before what there is is shown again.
const STEP: u8 = 10;

/// The list of a study's sessions, as it is told.
pub(super) struct Listing<'list> {
    pub(super) study: &'list Study,
    pub(super) words: Words,
    pub(super) now: OffsetDateTime,
    pub(super) sender: &'list Sender<Happening>,
}

impl Listing<'_> {
    /// Tells what the sessions themselves say.
    pub(super) fn tell_of_files(&self, ids: &[SessionId]) {
        let mut dues = list::Dues::new(self.study, self.now);
        self.tell(ids.iter().map(|id| self.row(&mut dues, id)).collect());
    }

    /// Tells what the index knows, and then what is due of what was held lately, which it does not know; whether there is
    /// an index.
    pub(super) fn tell_of_index(&self) -> bool {
        let stands = self.study.index_as_it_stands().ok().flatten();
        if let Some(rows) = stands.and_then(|index| self.rows(&index)) {
            self.tell(rows);
        }
        let followed = self.study.index(&mut telling(self.sender)).ok();
        let Some(mut rows) = followed.and_then(|index| self.rows(&index)) else {
            return false;
        };
        self.tell(rows.clone());
        let mut dues = list::Dues::new(self.study, self.now);
        for row in rows.iter_mut().filter(|row| self.may_be_due(row)) {
            *row = self.row(&mut dues, &row.id);
        }
        self.tell(rows);
        true
    }

    fn tell(&self, rows: Vec<SessionRow>) {
        // Nobody listens any more only when the program ends.
        let _ = self.sender.send(Happening::Sessions(rows));
    }

    fn rows(&self, index: &Index) -> Option<Vec<SessionRow>> {
        let mut dues = list::Dues::new(self.study, self.now);
        let listed = index.list().ok()?.into_iter();
        let rows = listed.map(|listing| match listing.readable {
            None => self.row(&mut dues, &listing.id),
            Some(readable) => SessionRow {
                id: listing.id,
                known: Some(known(readable)),
            },
        });
        Some(rows.collect())
    }

    fn row(&self, dues: &mut list::Dues<'_>, id: &SessionId) -> SessionRow {
        let known = match dues.of(id) {
            Ok((summary, due)) => Known::Readable {
                due,
                progress: summary.progress,
                invented: summary.invented,
                notes: summary.notes,
                date: summary.created,
                journal: summary.unfolded,
            },
            Err(error) => Known::Damaged(trouble::of_study(&self.words, &error)),
        };
        SessionRow {
            id: id.clone(),
            known: Some(known),
        }
    }

    fn may_be_due(&self, row: &SessionRow) -> bool {
        match &row.known {
            Some(Known::Readable {
                progress,
                invented: false,
                date,
                ..
            }) => *progress != Progress::Prepared && self.now - *date < LATELY,
            _ => false,
        }
    }
}

fn known(readable: Readable) -> Known {
    Known::Readable {
        progress: readable.progress,
        invented: readable.invented,
        notes: readable.notes,
        date: readable.created,
        journal: readable.unfolded,
        due: Vec::new(),
    }
}

/// Gathers what is read across interviews: what the index knows as it stands at once, more while it is brought up to
/// date, and last what is read beside the facts.
pub(super) fn gather_across(study: &Study, words: &Words, sender: &Sender<Happening>) {
    let mut shown = Shown {
        study,
        sender,
        guide: None,
    };
    shown.show_what_stands();
    let (mut tell, mut last) = (telling(sender), 0);
    let is_same = study.index(&mut |made: index::Progress| {
        tell(made);
        if made.percent() >= last + STEP {
            last = made.percent();
            shown.show_what_stands();
        }
    });
    let is_same = is_same.is_ok_and(|index| index.is_kept() && !index.has_changed());
    if !(is_same && shown.guide.is_some()) {
        match across::read(study, &mut |_| {}) {
            Ok(gathered) => shown.show(gathered),
            Err(error) => {
                let reason = trouble::of_across(words, &error);
                let _ = sender.send(Happening::Across(Err(reason)));
            }
        }
    }
    if let Some(guide) = &shown.guide {
        let beside = across::read_beside(study, guide);
        let _ = sender.send(Happening::AcrossBeside(AcrossBeside {
            summaries: Arc::new(beside.summaries),
            agreement: beside.agreement.map(Arc::new),
        }));
    }
}

/// What is read across interviews, as it is shown.
struct Shown<'shown> {
    study: &'shown Study,
    sender: &'shown Sender<Happening>,
    /// The guide of what was shown last; nothing before anything was.
    guide: Option<Arc<crate::guide::Guide>>,
}

impl Shown<'_> {
    fn show_what_stands(&mut self) {
        if let Some(gathered) = across::read_as_it_stands(self.study) {
            self.show(gathered);
        }
    }

    fn show(&mut self, gathered: Gathered) {
        let guide = Arc::new(gathered.guide);
        let data = Box::new(AcrossData {
            facts: Arc::new(gathered.facts),
            guide: Arc::clone(&guide),
            beside: AcrossBeside::default(),
        });
        let happening = match self.guide.replace(guide) {
            None => Happening::Across(Ok(data)),
            Some(_) => Happening::AcrossRenewed(data),
        };
        // Nobody listens any more only when the program ends.
        let _ = self.sender.send(happening);
    }
}
