//! How good the notes of a session are, from 1 to 3, as far as that can be counted.

use std::collections::BTreeMap;

use crate::anonymise::MASK;
use crate::language::Language;
use crate::session::{LogEntry, Note, Origin, Session};

/// What stands at the end of a note that is to be completed.
const TO_COMPLETE: char = '…';

/// In which languages the notes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// How many notes are in each, the most frequent first.
    pub notes: Vec<(Language, usize)>,
    /// How often the language was switched.
    pub switches: usize,
}

/// The quality of a session's notes: 1 if nothing waits to be completed and three quarters were written live; 3 if a
/// quarter waits or less than half were written live; else 2.
pub fn quality(session: &Session) -> u8 {
    let all = session.notes.len();
    let live = session.notes.iter();
    let live = live.filter(|note| note.origin == Origin::Live).count();
    let open = open_places(session);
    if all == 0 || open * 4 > all || live * 2 < all {
        3
    } else if open == 0 && live * 4 >= all * 3 {
        1
    } else {
        2
    }
}

/// How many places wait to be completed: notes that end with «…» or hold what was never settled, and what was not
/// understood.
pub fn open_places(session: &Session) -> usize {
    let is_open = |note: &&Note| {
        let text = note.text.as_str();
        text.trim_end().ends_with(TO_COMPLETE) || text.contains(MASK)
    };
    let notes = session.notes.iter().filter(is_open).count();
    notes + session.gaps.iter().filter(|gap| !gap.settled).count()
}

/// In which languages the notes are.
pub fn languages(session: &Session) -> Languages {
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for note in &session.notes {
        *counts.entry(note.language).or_default() += 1;
    }
    let mut notes: Vec<(Language, usize)> = counts.into_iter().collect();
    notes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let log = session.log.iter();
    let is_switch = |entry: &&LogEntry| matches!(entry, LogEntry::LanguageSwitched(_));
    Languages {
        notes,
        switches: log.filter(is_switch).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::session;
    use crate::anonymise::CleanText;

    #[test]
    fn quality_falls_with_what_waits_and_with_what_was_written_later() {
        let mut session = session();
        session.gaps.clear();
        for note in &mut session.notes {
            note.origin = Origin::Live;
        }
        assert_eq!(quality(&session), 1);
        session.notes[0].text = CleanText::from_stored("die Kammer und…".to_owned());
        assert_eq!((open_places(&session), quality(&session)), (1, 2));
        session.notes[1].text = CleanText::from_stored("mit [?] auch".to_owned());
        assert_eq!(quality(&session), 3);
        session.notes.clear();
        assert_eq!(quality(&session), 3);
    }

    #[test]
    fn the_languages_are_counted_with_their_switches() {
        let mut session = session();
        for note in session.notes.iter_mut().skip(1) {
            note.language = Language::Fr;
        }
        session.notes[0].language = Language::De;
        session.log.push(LogEntry::LanguageSwitched(Language::Fr));
        let languages = languages(&session);
        assert_eq!(languages.switches, 1);
        assert_eq!(languages.notes, [(Language::Fr, 5), (Language::De, 1)]);
    }
}
