//! What is read across interviews, gathered by a thread of its own: first what the index knows as it stands, and then what
//! has changed since.

use std::sync::Arc;

use super::Happening;
use super::searching::telling;
use crate::guide::Guide;
use crate::i18n::Words;
use crate::operations::across::{self, Gathered};
use crate::store::Study;
use crate::store::index::Progress;
use crate::tui::screen::{AcrossBeside, AcrossData};
use crate::tui::terminal::Post;
use crate::tui::trouble;

/// How many percent more must have been read before what there is is shown again.
const STEP: u8 = 10;

/// Gathers what is read across interviews: what the index knows as it stands at once, more while it is brought up to
/// date, and last what is read beside the facts.
pub(super) fn gather_across(study: &Study, words: &Words, post: &Post<Happening>) {
    let mut shown = Shown {
        study,
        post,
        guide: None,
    };
    shown.show_what_stands();
    let (mut tell, mut last) = (telling(post), 0);
    let is_same = study.index(&mut |made: Progress| {
        tell(made);
        // Behind the last one it is shown anyway.
        if made.percent() >= last + STEP && made.done < made.total {
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
                let _ = post.send(Happening::Across(Err(reason)));
            }
        }
    }
    if let Some(guide) = &shown.guide {
        let beside = across::read_beside(study, guide);
        let _ = post.send(Happening::AcrossBeside(AcrossBeside {
            summaries: Arc::new(beside.summaries),
            agreement: beside.agreement.map(Arc::new),
            trouble: beside
                .unread
                .first()
                .map(|error| trouble::of_study(words, error)),
        }));
    }
}

/// What is read across interviews, as it is shown.
struct Shown<'shown> {
    study: &'shown Study,
    post: &'shown Post<Happening>,
    /// The guide of what was shown last; nothing before anything was.
    guide: Option<Arc<Guide>>,
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
        let _ = self.post.send(happening);
    }
}
