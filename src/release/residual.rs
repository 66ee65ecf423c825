//! The residual scan: every text is searched again with all detectors before it leaves the study.

use std::collections::BTreeSet;

use super::{Level, Released};
use crate::anonymise::{Certainty, CleanText, ProtectedWords, ScanHit, Scanner};
use crate::guide::{Additions, Guide};
use crate::language::Language;
use crate::session::{LogEntry, Note, ScanGate, Session, TextPlace};

/// A place in a text that looks like a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Residual {
    /// The text.
    pub place: TextPlace,
    /// Which of the hits in this text it is, from 1.
    pub number: usize,
    /// What was found, and where.
    pub hit: ScanHit,
    /// How the log names it.
    pub gate: ScanGate,
    /// Whether the log says that it is no name.
    pub accepted: bool,
}

impl Residual {
    /// Whether the session cannot leave the study because of it: what is merely doubtful keeps nothing back, nor does
    /// what was accepted.
    pub fn blocks(&self) -> bool {
        !self.accepted && self.hit.certainty >= Certainty::Likely
    }
}

/// A text that is searched.
pub(super) struct Spot<'text> {
    pub(super) place: TextPlace,
    pub(super) text: &'text CleanText,
    pub(super) language: Language,
}

/// Searches every text that a session's file holds, drafts and reasons included.
pub fn residual(
    session: &Session,
    guide: Option<&Guide>,
    protected: &ProtectedWords,
) -> Vec<Residual> {
    search(session, guide, protected, &texts_of(session))
}

/// The codes whose labels, as the study calls them, look like names. `guide` is the guide without them, since its own
/// words are no names.
pub fn telling_labels<'additions>(
    additions: &'additions Additions,
    guide: &Guide,
    language: Language,
) -> Vec<&'additions str> {
    let none = ProtectedWords::default();
    let mut scanner = Scanner::new(language, &[], &guide.vocabulary(), &none);
    let fields = additions.codes.iter();
    let fields = fields.map(|field| (&field.id, &field.labels));
    let mut telling = Vec::new();
    for (code, labels) in fields.chain(&additions.labels) {
        let mut hits = labels
            .iter()
            .flat_map(|(language, label)| scanner.scan(label.as_str(), *language));
        if hits.any(|hit| hit.certainty >= Certainty::Likely) {
            telling.push(code.as_str());
        }
    }
    telling
}

/// Searches what is to be released.
pub(super) fn residual_of(
    released: &Released,
    session: &Session,
    guide: Option<&Guide>,
    protected: &ProtectedWords,
) -> Vec<Residual> {
    search(
        session,
        guide,
        protected,
        &texts_released(released, session),
    )
}

/// Searches what is to be released with all that says how it came about: postscript, answers to a survey, reasons.
pub(super) fn residual_with_record(
    released: &Released,
    session: &Session,
    guide: Option<&Guide>,
    protected: &ProtectedWords,
) -> Vec<Residual> {
    let goes_along = |spot: &Spot<'_>| match &spot.place {
        TextPlace::Note(id) | TextPlace::Translation(id) => {
            released.notes.iter().any(|note| note.id == *id)
        }
        TextPlace::Label(key) => released.slots.iter().any(|slot| slot.key == *key),
        TextPlace::Draft(_) => false,
        _ => true,
    };
    let mut spots = texts_of(session);
    spots.retain(goes_along);
    search(session, guide, protected, &spots)
}

/// The texts that are to be released.
pub(super) fn places_in(released: &Released, session: &Session) -> BTreeSet<TextPlace> {
    let spots = texts_released(released, session).into_iter();
    spots.map(|spot| spot.place).collect()
}

/// Whether a level is for the eyes of others, so that what it contains is searched.
pub(super) const fn is_searched(level: Level) -> bool {
    !matches!(level, Level::Working)
}

fn search(
    session: &Session,
    guide: Option<&Guide>,
    protected: &ProtectedWords,
    spots: &[Spot<'_>],
) -> Vec<Residual> {
    let vocabulary = guide.map(Guide::vocabulary).unwrap_or_default();
    let language = session.header.language;
    let allowed = guide.map_or(&[][..], |guide| &guide.allowed);
    let mut scanner =
        Scanner::new(language, &session.slots, &vocabulary, protected).allowing(allowed);
    let all = texts_of(session);
    let all = all.iter().map(|spot| (spot.text.as_str(), spot.language));
    scanner.learn_all(&all.collect::<Vec<(&str, Language)>>());
    let found = spots.iter().flat_map(|spot| {
        let hits = scanner.scan(spot.text.as_str(), spot.language);
        let numbered = hits.into_iter().enumerate();
        let of_spot = numbered.map(|(index, hit)| of_hit(session, spot, index + 1, hit));
        of_spot.collect::<Vec<Residual>>()
    });
    found.collect()
}

fn of_hit(session: &Session, spot: &Spot<'_>, number: usize, hit: ScanHit) -> Residual {
    let text = spot.text.as_str();
    let characters = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    let gate = ScanGate {
        place: spot.place.clone(),
        kind: hit.kind,
        characters: characters(hit.span.start)..characters(hit.span.end),
        length: text.chars().count(),
    };
    Residual {
        place: spot.place.clone(),
        number,
        // Nobody can say of an announced name that it is none.
        accepted: !hit.listed && gate.is_accepted(session),
        hit,
        gate,
    }
}

/// Every text of a session, in a fixed order.
pub(super) fn texts_of(session: &Session) -> Vec<Spot<'_>> {
    let language = session.header.language;
    let spot = |place, text| Spot {
        place,
        text,
        language,
    };
    let mut notes: Vec<Spot<'_>> = session
        .notes
        .iter()
        .map(|note| Spot {
            place: TextPlace::Note(note.id),
            text: &note.text,
            language: note.language,
        })
        .collect();
    notes.extend(session.notes.iter().filter_map(translation_of(language)));
    notes.sort_by(|one, other| one.place.cmp(&other.place));
    let summaries = session.summaries.iter();
    let parked = session.parked.iter();
    let labels = session.slots.iter().filter_map(|slot| {
        let label = slot.label.as_ref()?;
        Some(spot(TextPlace::Label(slot.key), label))
    });
    let prefill = session.prefill.iter();
    let postscript = session.postscript.iter();
    let drafts = session.drafts.iter();
    let reasons = session.log.iter().filter_map(|entry| match entry {
        LogEntry::Waved { reason, .. } => Some(reason),
        _ => None,
    });
    notes
        .into_iter()
        .chain(summaries.map(|(topic, text)| spot(TextPlace::Summary(topic.clone()), text)))
        .chain(parked.map(|parked| spot(TextPlace::Parked(parked.number), &parked.text)))
        .chain(labels)
        .chain(prefill.map(|(key, prefill)| spot(TextPlace::Prefill(key.clone()), &prefill.value)))
        .chain(postscript.map(|(field, text)| spot(TextPlace::Postscript(field.clone()), text)))
        .chain(drafts.map(|(topic, draft)| spot(TextPlace::Draft(topic.clone()), &draft.text)))
        .chain(
            reasons
                .enumerate()
                .map(|(index, reason)| spot(TextPlace::Reason(index + 1), reason)),
        )
        .collect()
}

/// What a note says in the language of the session.
fn translation_of<'text>(language: Language) -> impl Fn(&'text Note) -> Option<Spot<'text>> {
    move |note| {
        Some(Spot {
            place: TextPlace::Translation(note.id),
            text: note.translation.as_ref()?,
            language,
        })
    }
}

/// Every text that is to be released. What stands in the place of a quotation is searched, and accepted, where it was
/// written: beside it.
fn texts_released<'text>(released: &'text Released, session: &'text Session) -> Vec<Spot<'text>> {
    let language = released.language;
    let spot = |place, text| Spot {
        place,
        text,
        language,
    };
    let beside = released.from_beside.iter();
    let beside = beside.filter_map(|id| translation_of(language)(session.note(*id)?));
    let notes = released.notes.iter();
    let notes = notes.filter(|note| !released.from_beside.contains(&note.id));
    let notes = notes.map(|note| Spot {
        place: TextPlace::Note(note.id),
        text: &note.text,
        language: note.language,
    });
    let cells = released.blocks.iter().flat_map(|block| &block.cells);
    let summaries = cells.filter_map(|cell| {
        let text = cell.summary.as_ref()?;
        Some(spot(TextPlace::Summary(cell.topic.clone()), text))
    });
    let parked = released.parked.iter();
    let labels = released.slots.iter().filter_map(|slot| {
        let label = slot.label.as_ref()?;
        Some(spot(TextPlace::Label(slot.key), label))
    });
    let translations = released.notes.iter().filter_map(translation_of(language));
    notes
        .chain(beside)
        .chain(translations)
        .chain(summaries)
        .chain(parked.map(|parked| spot(TextPlace::Parked(parked.number), &parked.text)))
        .chain(labels)
        .collect()
}
