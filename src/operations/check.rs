//! Holds sessions against what their release needs: names that are left, open cells, consent, groups, warnings.

mod accept;
mod excerpt;

use std::collections::BTreeMap;
use std::ops::Range;

use super::guides::KnownGuides;
use crate::analysis::warnings::{
    Alike, Concern, Warning, alike, foreign_quotes, single_interviewees, warnings,
};
use crate::analysis::{
    Disclosure, Facts, Filter, Selection, contradicted, coverage, disclosure, exported_attributes,
};
use crate::anonymise::ProtectedWords;
use crate::guide::{Guide, Weight};
use crate::release::{Level, Refusal, Residual, refusals, residual};
use crate::session::{CaseId, Note, Session, SessionId, TextPlace, TopicId};
use crate::store::{Study, StudyError};

pub(super) use accept::accepted;
pub use accept::{AcceptError, Acceptance, accept};
pub use excerpt::{Excerpt, Reveal};

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The sessions that were asked for, in their order.
    pub sessions: Vec<CheckedSession>,
    /// Those that cannot be read.
    pub unread: Vec<StudyError>,
    /// What holds for the study as a whole.
    pub study: CheckedStudy,
}

/// What a check found in a session.
#[derive(Debug)]
pub struct CheckedSession {
    /// The session.
    pub session: Session,
    /// Whether its guide could be read.
    pub has_guide: bool,
    /// What keeps its archive version back.
    pub refusals: Vec<Refusal>,
    /// What in its texts looks like a name.
    pub residual: Vec<Residual>,
    /// The topics that must be asked and have no state.
    pub open_must: Vec<TopicId>,
    /// The topics with nothing to say in which statements stand.
    pub contradicted: Vec<TopicId>,
    /// What in its notes may point to somebody.
    pub warnings: Vec<NoteWarning>,
}

/// Something in a note that may point to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteWarning {
    /// The text.
    pub place: TextPlace,
    /// Where in it, in bytes, and what it is.
    pub warning: Warning,
}

/// What a check found over all sessions of a study.
#[derive(Debug, Default)]
pub struct CheckedStudy {
    /// For each guide of the study's sessions whose file can be read: the smallest groups, and those that are alike.
    pub guides: Vec<CheckedGuide>,
    /// The cases with one interviewee.
    pub single: Vec<(CaseId, SessionId)>,
}

/// What a check found over the sessions that follow a guide.
#[derive(Debug)]
pub struct CheckedGuide {
    /// The guide.
    pub guide: Guide,
    /// The smallest groups.
    pub disclosure: Disclosure,
    /// Groups that are large enough and say the same.
    pub alike: Vec<Alike>,
}

impl Checked {
    /// Whether something keeps an archive version back, or was not looked at because it cannot be read.
    pub fn blocks(&self) -> bool {
        !self.unread.is_empty() || self.sessions.iter().any(CheckedSession::blocks)
    }
}

impl CheckedSession {
    /// Whether something keeps its archive version back.
    pub fn blocks(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// Whether it is because of this hit that its archive version is kept back. A hit in what that version leaves out, a
    /// comment or a draft, is none of its business.
    pub fn keeps_back(&self, hit: &Residual) -> bool {
        self.refusals.iter().any(|refusal| {
            matches!(refusal, Refusal::LooksLikeName { place, number, .. }
                if *place == hit.place && *number == hit.number)
        })
    }

    /// A text of the session.
    pub fn text(&self, place: &TextPlace) -> &str {
        text_of(&self.session, place).unwrap_or_default()
    }
}

/// A text of a session.
pub fn text_of<'session>(session: &'session Session, place: &TextPlace) -> Option<&'session str> {
    let text = match place {
        TextPlace::Note(note) => &session.note(*note)?.text,
        TextPlace::Summary(topic) => session.summaries.get(topic)?,
        TextPlace::Draft(topic) => &session.drafts.get(topic)?.text,
        TextPlace::Translation(note) => session.note(*note)?.translation.as_ref()?,
        TextPlace::Prefill(key) => &session.prefill.get(key)?.value,
        TextPlace::Postscript(field) => session.postscript.get(field)?,
        TextPlace::Parked(number) => {
            let mut parked = session.parked.iter();
            &parked.find(|parked| parked.number == *number)?.text
        }
        TextPlace::Label(key) => {
            let mut slots = session.slots.iter();
            slots.find(|slot| slot.key == *key)?.label.as_ref()?
        }
        TextPlace::Reason(number) => {
            let mut reasons = session.log.iter().filter_map(|entry| match entry {
                crate::session::LogEntry::Waved { reason, .. } => Some(reason),
                _ => None,
            });
            reasons.nth(number.checked_sub(1)?)?
        }
    };
    Some(text.as_str())
}

/// Checks these sessions; all of the study if none is named. What concerns the study is reckoned over all of it,
/// whatever is named.
///
/// # Errors
///
/// If the folder of the sessions cannot be read, or a session was named that there is none of.
pub fn check(
    study: &Study,
    named: &[SessionId],
    protected: &ProtectedWords,
) -> Result<Checked, StudyError> {
    let mut all = Vec::new();
    let mut unread = Vec::new();
    let ids = study.sessions()?;
    if let Some(missing) = named.iter().find(|id| !ids.contains(id)) {
        return Err(StudyError::NoSession(missing.clone()));
    }
    for id in ids {
        match study.read_session(&id) {
            Ok(session) => all.push(session),
            Err(error) if named.is_empty() || named.contains(&id) => unread.push(error),
            Err(_) => {}
        }
    }
    let mut guides = KnownGuides::default();
    for session in &all {
        guides.of(study, &session.header.guide);
    }
    let sessions = all
        .iter()
        .filter(|session| named.is_empty() || named.contains(&session.header.id))
        .map(|session| check_session(session, guides.at_hand(&session.header.guide), protected))
        .collect();
    Ok(Checked {
        sessions,
        unread,
        study: check_study(&all, &guides),
    })
}

fn check_session(
    session: &Session,
    guide: Option<&Guide>,
    protected: &ProtectedWords,
) -> CheckedSession {
    let residual = residual(session, guide, protected);
    CheckedSession {
        has_guide: guide.is_some(),
        refusals: refusals(session, guide, Level::Archive, &residual),
        residual,
        open_must: guide.map_or_else(Vec::new, |guide| open_must(session, guide)),
        contradicted: contradicted(session).collect(),
        warnings: warnings_of(session),
        session: session.clone(),
    }
}

fn open_must(session: &Session, guide: &Guide) -> Vec<TopicId> {
    let coverage = coverage(session, guide);
    let open = coverage
        .topics()
        .filter(|topic| topic.weight == Weight::Must && !topic.covered.is_settled());
    open.map(|topic| topic.topic.clone()).collect()
}

/// W1 to W6 over the notes of a session.
fn warnings_of(session: &Session) -> Vec<NoteWarning> {
    let quotes = foreign_quotes(&session.notes);
    let mut notes: Vec<&Note> = session.notes.iter().collect();
    notes.sort_by_key(|note| note.id);
    let mut found = Vec::new();
    for note in notes {
        let text = note.text.as_str();
        let place = TextPlace::Note(note.id);
        let quote = quotes.iter().find(|(id, _)| *id == note.id);
        let foreign = quote.map(|(_, language)| Warning {
            span: whole(text),
            concern: Concern::ForeignQuote(*language),
        });
        let of_text = warnings(text, note.language).into_iter().chain(foreign);
        found.extend(of_text.map(|warning| NoteWarning {
            place: place.clone(),
            warning,
        }));
    }
    found
}

const fn whole(text: &str) -> Range<usize> {
    0..text.len()
}

fn check_study(sessions: &[Session], guides: &KnownGuides) -> CheckedStudy {
    let known = sessions.iter().filter_map(|session| {
        let guide = guides.at_hand(&session.header.guide)?;
        Some((guide, session))
    });
    let mut by_guide: BTreeMap<&str, &Guide> = BTreeMap::new();
    let mut followers = Vec::new();
    for (guide, session) in known {
        by_guide.entry(&guide.id).or_insert(guide);
        followers.push(session);
    }
    let facts = Facts::of(followers, &[]);
    let has_real = sessions.iter().any(|session| !session.header.invented);
    let counted = sessions
        .iter()
        .filter(|session| !(has_real && session.header.invented));
    let single = single_interviewees(counted.map(|session| &session.header.id));
    let guides = by_guide.into_values().map(|guide| {
        let selection = Selection::of(&facts, guide, &Filter::default());
        let attributes = exported_attributes(guide);
        CheckedGuide {
            disclosure: disclosure(&selection, &attributes, guide.smallest_group),
            alike: alike(&selection, &attributes, guide),
            guide: guide.clone(),
        }
    });
    CheckedStudy {
        guides: guides.collect(),
        single,
    }
}

#[cfg(test)]
mod tests;
