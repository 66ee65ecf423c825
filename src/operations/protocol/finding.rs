//! Finding notes within a protocol by the beginnings of words, whatever accents and umlauts are typed.

use super::Protocol;
use crate::language::{Readings, words};
use crate::session::{NoteId, TopicId};

/// A note, or the sentence of a cell, in which every word that was typed begins a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The cell.
    pub topic: TopicId,
    /// The note; nothing if it is the sentence of the cell.
    pub note: Option<NoteId>,
}

impl Protocol {
    /// The notes and sentences in which every word that was typed begins a word, in the order of the guide and of time.
    /// Nothing typed finds nothing.
    pub fn find(&self, typed: &str) -> Vec<Hit> {
        let wanted = readings(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut hits = Vec::new();
        for cell in self.guide.cells() {
            let topic = TopicId::new(&cell);
            if let Some(summary) = self.state().summaries.get(&topic)
                && holds(summary.as_str(), &wanted)
            {
                hits.push(Hit {
                    topic: topic.clone(),
                    note: None,
                });
            }
            // A note that is linked into further cells is found where it stands.
            let notes = self.state().notes_in(&topic).into_iter();
            let found =
                notes.filter(|note| note.topic == topic && holds(note.text.as_str(), &wanted));
            hits.extend(found.map(|note| Hit {
                topic: topic.clone(),
                note: Some(note.id),
            }));
        }
        hits
    }
}

/// The words of a text in all the forms in which they are compared.
fn readings(text: &str) -> Vec<Vec<String>> {
    words(text)
        .filter_map(|range| text.get(range))
        .map(|word| Readings::of(word).all().map(str::to_owned).collect())
        .collect()
}

fn holds(text: &str, wanted: &[Vec<String>]) -> bool {
    let of_text = readings(text);
    wanted.iter().all(|forms| {
        of_text.iter().any(|word| {
            word.iter()
                .any(|word| forms.iter().any(|form| word.starts_with(form.as_str())))
        })
    })
}
