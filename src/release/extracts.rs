//! Texts of many sessions together, as the analysis level and what is published may hold them.
//!
//! One session alone is always one person; only many together let nobody be seen. So these levels hold no protocols but
//! extracts: paraphrases, sentences that put a cell together, and quotes where short quotations were agreed to. What is
//! published holds paraphrases only, of cells and with codes that enough sessions stand behind. Left out are comments, observations and facts for the profile, all times, numbers of notes, labels, how and when an interview
//! was held, and quotes in another language than the interview's, since who speaks so can be told from the others.
//!
//! A text shows its language. The language is therefore always an attribute that is shown: sessions in a language that
//! too few speak are left out.

mod made;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::draw::{Draw, names};
use super::grouping::{Grouping, ShownAttribute, group};
use super::refusal::reasons_of_interviewee;
use super::tables::{
    Frame, STEPS_FOR_TEXTS, TableRefusal, TableRequest, check_attribute, ensure_enough,
    select_texts, smallest_group, too_telling,
};
use super::{Level, Refusal, Refused, residual};
use crate::analysis::{Facts, LANGUAGE, Selection, SessionFacts, exported_attributes};
use crate::anonymise::{CleanText, ProtectedWords};
use crate::language::Language;
use crate::session::{Polarity, Progress, Session, SessionId, TextPlace, TopicId, Voice};
use made::{Made, kind_in_extracts};

/// Extracts of many sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracts {
    frame: Frame,
    attributes: Vec<ShownAttribute>,
    left_out_attributes: Vec<String>,
    passages: Vec<Passage>,
    left_out: BTreeMap<LeftOutText, usize>,
    left_out_codes: usize,
    members: Vec<SessionId>,
    refused: Vec<Refused>,
    withheld: Vec<Refused>,
}

/// A text of an extract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The name that was drawn for its session; nothing in what is published.
    pub session: Option<SessionId>,
    /// The values of the attributes that are shown, in their order.
    pub values: Vec<Option<String>>,
    /// Its cell.
    pub topic: TopicId,
    /// What it is.
    pub kind: PassageKind,
    /// The text.
    pub text: CleanText,
    /// The language it is written in.
    pub language: Language,
    /// Whether it came after a prompt.
    pub prompted: bool,
    /// Whether what it says helps or hinders.
    pub polarity: Option<Polarity>,
    /// Whose view it gives.
    pub voice: Voice,
    /// Its codes.
    pub codes: Vec<String>,
}

/// What a text of an extract is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PassageKind {
    /// A cell's notes in one sentence.
    Summary,
    /// What was said, in the interviewer's words.
    Paraphrase,
    /// What was said, word by word.
    Quote,
}

/// Texts that extracts leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeftOutText {
    /// Comments, observations and facts for the profile.
    OtherKinds,
    /// Quotes of interviewees who did not agree to short quotations.
    Quotes,
    /// Texts in another language than the interview's.
    OtherLanguage,
    /// Quotes and summaries in what is published.
    NoParaphrases,
    /// Texts of cells in which too few said something.
    FewInCell,
}

/// What extracts are asked to hold.
#[derive(Debug, Clone)]
pub struct ExtractRequest<'request> {
    /// Level, guide, filter and seed.
    pub table: TableRequest<'request>,
    /// Attributes that must be shown as they were noted; at the publication level one at most.
    pub show: &'request [String],
    /// Names that must not be in any text, besides what the detectors find.
    pub protected: &'request ProtectedWords,
}

impl PassageKind {
    /// The word for it in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Paraphrase => "paraphrase",
            Self::Quote => "quote",
        }
    }
}

impl LeftOutText {
    /// The word for it in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OtherKinds => "other_kinds",
            Self::Quotes => "quotes",
            Self::OtherLanguage => "other_language",
            Self::NoParaphrases => "no_paraphrases",
            Self::FewInCell => "few_in_cell",
        }
    }
}

impl Extracts {
    /// What they say of themselves.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The attributes that are shown.
    pub fn attributes(&self) -> &[ShownAttribute] {
        &self.attributes
    }

    /// The attributes that would point to somebody, and are not shown.
    pub fn left_out_attributes(&self) -> &[String] {
        &self.left_out_attributes
    }

    /// The texts: session by session in an order that was drawn; in what is published all mixed.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// How many texts were left out.
    pub const fn left_out(&self) -> &BTreeMap<LeftOutText, usize> {
        &self.left_out
    }

    /// How many codes were left out because too few sessions stand behind them.
    pub const fn left_out_codes(&self) -> usize {
        self.left_out_codes
    }

    /// The sessions that they are made of, in the order of their names, so that their logs can say so. They are part of no
    /// output.
    pub fn members(&self) -> &[SessionId] {
        &self.members
    }

    /// The sessions that were left out because a text looks like a name. They are for who makes the extracts, and are
    /// part of no output.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// The sessions that the level does not hold, or that do not go together with the others. They too are part of no
    /// output.
    pub fn withheld(&self) -> &[Refused] {
        &self.withheld
    }
}

/// Releases extracts of these sessions.
///
/// # Errors
///
/// If the level is one of single protocols, an attribute that must be shown points to too few, or too few sessions are
/// left.
pub fn release_extracts(
    sessions: &[Session],
    request: &ExtractRequest<'_>,
) -> Result<Extracts, TableRefusal> {
    let table = &request.table;
    if !matches!(table.level, Level::Analysis | Level::Publication) {
        return Err(TableRefusal::Single(table.level));
    }
    for attribute in request.show {
        check_attribute(table, attribute)?;
    }
    // A session that is named twice is one person all the same, and must not make a group larger.
    let by_id: BTreeMap<&SessionId, &Session> = sessions
        .iter()
        .map(|session| (&session.header.id, session))
        .collect();
    let facts = Facts::of(by_id.values().copied(), &[]);
    let selection = select_texts(&facts, table)?;
    let refused = with_names(&selection, &by_id, request);
    let named: BTreeSet<&SessionId> = refused.iter().map(|refused| &refused.session).collect();
    let selection = selection.keeping(|session| !named.contains(&session.id));
    let spoken = with_enough_speakers(&selection, smallest_group(table.guide));
    ensure_enough(&spoken, table)?;
    let withheld = withheld(&by_id, &facts, &selection, &spoken, table);
    let grouping = grouped(&spoken, request)?;
    let mut draw = Draw::seeded(table.seed);
    let mut made = Made::new(table.level, table.guide);
    let mut rows: Vec<(&SessionFacts, Vec<Option<String>>)> = spoken
        .sessions
        .iter()
        .copied()
        .zip(grouping.values)
        .collect();
    draw.shuffle(&mut rows);
    for ((facts, values), name) in rows.iter().zip(names(spoken.sessions.len(), &mut draw)) {
        if let Some(session) = by_id.get(&facts.id) {
            made.add(session, values, &name);
        }
    }
    if table.level == Level::Publication {
        made.leave_out_few(smallest_group(table.guide));
        made.mix(&mut draw);
    }
    let made = made.finish();
    Ok(Extracts {
        frame: Frame::of(table, &spoken),
        attributes: grouping.shown,
        left_out_attributes: grouping.left_out,
        passages: made.passages,
        left_out: made.left_out,
        left_out_codes: made.left_out_codes,
        members: spoken
            .sessions
            .iter()
            .map(|session| session.id.clone())
            .collect(),
        refused,
        withheld,
    })
}

/// The sessions that are in no extract though no text in them looks like a name, with what speaks against each. An
/// invented one beside real ones, and a pilot interview beside others, is left out as everywhere: nothing speaks against
/// it.
fn withheld(
    sessions: &BTreeMap<&SessionId, &Session>,
    facts: &Facts,
    selection: &Selection<'_>,
    spoken: &Selection<'_>,
    table: &TableRequest<'_>,
) -> Vec<Refused> {
    let holds = |selection: &Selection<'_>, id: &SessionId| {
        let mut sessions = selection.sessions.iter();
        sessions.any(|session| session.id == *id)
    };
    let missing = facts
        .sessions
        .iter()
        .filter(|session| !holds(spoken, &session.id));
    let withheld = missing.filter_map(|of| {
        let session = sessions.get(&of.id)?;
        let guide = facts.guide_id(of);
        let reasons = if guide != table.guide.id {
            vec![Refusal::OtherGuide(guide.to_owned())]
        } else if holds(selection, &of.id) {
            vec![Refusal::RareLanguage(of.language)]
        } else if of.progress == Progress::Prepared {
            vec![Refusal::NotBegun]
        } else {
            reasons_of_interviewee(session, STEPS_FOR_TEXTS)
        };
        (!reasons.is_empty()).then(|| Refused {
            session: of.id.clone(),
            level: table.level,
            reasons,
        })
    });
    withheld.collect()
}

/// The sessions that a text keeps back because it looks like a name.
fn with_names(
    selection: &Selection<'_>,
    sessions: &BTreeMap<&SessionId, &Session>,
    request: &ExtractRequest<'_>,
) -> Vec<Refused> {
    let level = request.table.level;
    let chosen = selection
        .sessions
        .iter()
        .filter_map(|facts| sessions.get(&facts.id));
    let checked = chosen.filter_map(|session| {
        let found = residual(session, Some(request.table.guide), request.protected);
        // What stands in a text that extracts leave out is none of their business.
        let blocking = found
            .iter()
            .filter(|hit| hit.blocks() && is_contained(&hit.place, session, level));
        let reasons: Vec<Refusal> = blocking.map(Refusal::of_name).collect();
        (!reasons.is_empty()).then(|| Refused {
            session: session.header.id.clone(),
            level,
            reasons,
        })
    });
    checked.collect()
}

/// Whether extracts of a level contain a text of a session.
fn is_contained(place: &TextPlace, session: &Session, level: Level) -> bool {
    match place {
        TextPlace::Note(id) => session
            .note(*id)
            .is_some_and(|note| kind_in_extracts(note, session, level).is_ok()),
        TextPlace::Summary(_) => level != Level::Publication,
        _ => false,
    }
}

/// Those sessions only whose language enough others speak.
fn with_enough_speakers<'facts>(
    selection: &Selection<'facts>,
    smallest: usize,
) -> Selection<'facts> {
    let mut spoken: BTreeMap<Language, Vec<&SessionFacts>> = BTreeMap::new();
    for session in &selection.sessions {
        spoken.entry(session.language).or_default().push(session);
    }
    selection.keeping(|session| {
        let others = spoken.get(&session.language);
        others.is_some_and(|others| super::tables::count(others).is_a_group(smallest))
    })
}

fn grouped(
    selection: &Selection<'_>,
    request: &ExtractRequest<'_>,
) -> Result<Grouping, TableRefusal> {
    let table = &request.table;
    let language = LANGUAGE.to_owned();
    let mut forced: Vec<String> = request.show.to_vec();
    let attributes = if table.level == Level::Publication {
        if forced.len() > 1 {
            return Err(TableRefusal::OneAttribute(forced.len()));
        }
        // Beside it stands the language only, which every text tells by itself.
        let mut shown = forced.clone();
        shown.push(language.clone());
        shown
    } else {
        exported_attributes(table.guide)
    };
    forced.push(language);
    let smallest = smallest_group(table.guide);
    group(
        &selection.sessions,
        table.guide,
        &attributes,
        &forced,
        smallest,
    )
    .map_err(|found| too_telling(&found, table))
}
