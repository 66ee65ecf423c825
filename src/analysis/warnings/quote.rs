//! W5: quotes in another language than most of a session: who speaks so can be told from the others.

use std::collections::BTreeMap;

use crate::language::Language;
use crate::session::{Note, NoteId, NoteKind};

/// The quotes that are not in the language of most notes, with their languages. Of two languages that are equally
/// frequent the first note's counts.
pub fn foreign_quotes(notes: &[Note]) -> Vec<(NoteId, Language)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for note in notes {
        *counts.entry(note.language.tag()).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(0);
    let majority = notes
        .iter()
        .map(|note| note.language)
        .find(|language| counts.get(language.tag()) == Some(&most));
    notes
        .iter()
        .filter(|note| note.kind == NoteKind::Quote && Some(note.language) != majority)
        .map(|note| (note.id, note.language))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example;

    fn note(number: u32, kind: NoteKind, language: Language) -> Note {
        Note {
            language,
            ..example::note(number, "b1.t1", kind, "Text")
        }
    }

    #[test]
    fn a_quote_in_another_language_than_most_notes_is_found() {
        use NoteKind::{Paraphrase, Quote};
        for (majority, other) in [
            (Language::De, Language::Fr),
            (Language::Fr, Language::En),
            (Language::En, Language::De),
        ] {
            let notes = [
                note(1, Quote, other),
                note(2, Paraphrase, majority),
                note(3, Quote, majority),
                note(4, Paraphrase, other),
                note(5, Paraphrase, majority),
            ];
            let found = foreign_quotes(&notes);
            assert_eq!(found, [(notes[0].id, other)]);
        }
    }

    #[test]
    fn one_language_or_none_raises_nothing() {
        assert_eq!(foreign_quotes(&[]), []);
        assert_eq!(
            foreign_quotes(&[note(1, NoteKind::Quote, Language::Fr)]),
            []
        );
    }
}
