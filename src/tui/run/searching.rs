//! Who searches all sessions: a thread that answers questions from the index as it stands, and one that brings the index
//! up to date meanwhile, so that neither typing nor the first answer waits for it.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::Happening;
use crate::language::Language;
use crate::operations::search::{Glance, TopicNames, glance};
use crate::store::Study;
use crate::store::index::{Index, IndexError, Progress};
use crate::tui::screen::{MOST_HITS, Question, SearchAnswer};
use crate::tui::terminal::Post;

/// What the one who searches is told.
enum Order {
    Search(Question, Language),
    /// No index can be kept: search this one, which is in memory.
    Use(Box<Index>),
}

/// The one who searches; ends when it is dropped.
pub(super) struct Searcher {
    orders: Sender<Order>,
}

impl Searcher {
    /// Makes ready for questions about a study.
    pub(super) fn start(study: &Study, post: &Post<Happening>) -> io::Result<Self> {
        let (orders, received) = channel();
        let (of_search, answers) = (study.clone(), post.clone());
        named("search").spawn(move || answer_all(&of_search, &received, &answers))?;
        let (study, post, own) = (study.clone(), post.clone(), orders.clone());
        named("index").spawn(move || {
            let mut tell = telling(&post);
            if let Ok(index) = study.index(&mut tell)
                && !index.is_kept()
            {
                // Nobody searches any more only when the screen is left.
                let _ = own.send(Order::Use(Box::new(index)));
            }
            let _ = post.send(Happening::Indexed);
        })?;
        Ok(Self { orders })
    }

    /// Asks; the answer comes in as it is found, with topics named in a language.
    pub(super) fn ask(&self, question: Question, language: Language) {
        // Nobody answers only if the thread could not go on; then the screen says nothing more.
        let _ = self.orders.send(Order::Search(question, language));
    }
}

/// Says how far the index is, each percent once.
pub(super) fn telling(post: &Post<Happening>) -> impl FnMut(Progress) {
    let (post, mut last) = (post.clone(), None);
    move |made: Progress| {
        let percent = made.percent();
        if last.replace(percent) != Some(percent) {
            // Nobody listens any more only when the program ends.
            let _ = post.send(Happening::Reading(percent));
        }
    }
}

fn named(name: &str) -> thread::Builder {
    thread::Builder::new().name(name.to_owned())
}

/// Answers until nobody asks any more. Of what was asked meanwhile only the last counts.
fn answer_all(study: &Study, orders: &Receiver<Order>, answers: &Post<Happening>) {
    let (mut own, mut names) = (None, TopicNames::default());
    while let Ok(order) = orders.recv() {
        let mut last = None;
        for order in std::iter::once(order).chain(orders.try_iter()) {
            match order {
                Order::Search(question, language) => last = Some((question, language)),
                Order::Use(index) => own = Some(index),
            }
        }
        let Some((question, language)) = last else {
            continue;
        };
        let mut glance = look(study, own.as_deref(), &question).ok();
        if let Some(glance) = &mut glance {
            glance.name_topics(study, language, &mut names);
        }
        let answer = SearchAnswer {
            number: question.number,
            glance,
        };
        if answers.send(Happening::Found(answer)).is_err() {
            return;
        }
    }
}

/// Looks into the index as it stands. It is opened each time: one that was made anew, or deleted with what was struck,
/// must not be read on.
fn look(study: &Study, own: Option<&Index>, question: &Question) -> Result<Glance, IndexError> {
    if let Some(index) = own {
        return glance(index, &question.query, MOST_HITS);
    }
    let Some(index) = study.index_as_it_stands()? else {
        return Ok(Glance::default());
    };
    match glance(&index, &question.query, MOST_HITS) {
        // It is made anew, and read then.
        Err(IndexError::Damaged) => study.read_index(&mut |_| {}, |index| {
            glance(index, &question.query, MOST_HITS)
        }),
        other => other,
    }
}
