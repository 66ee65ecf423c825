//! Texts of many sessions together, as the analysis level and what is published may hold them.
//!
//! One session alone is always one person; only many together let nobody be seen. So these levels hold no protocols but
//! extracts: paraphrases, sentences that put a cell together, and quotes where short quotations were agreed to. Left out
//! are comments, observations and facts for the profile, all times, numbers of notes, labels, how and when an interview
//! was held, and quotes in another language than the interview's, since who speaks so can be told from the others.
//!
//! A text shows its language. The language is therefore always an attribute that is shown: sessions in a language that
//! too few speak are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::draw::{Draw, names};
use super::grouping::{Grouping, ShownAttribute, group};
use super::tables::{
    Frame, TableRefusal, TableRequest, check_attribute, ensure_enough, select_texts,
    smallest_group, too_telling,
};
use super::{Level, Refusal, Refused, residual};
use crate::analysis::{Facts, LANGUAGE, Selection, SessionFacts, exported_attributes};
use crate::anonymise::{CleanText, ProtectedWords};
use crate::guide::Guide;
use crate::language::Language;
use crate::session::{
    Answer, Note, NoteKind, Polarity, Prompting, Session, SessionId, TextPlace, TopicId, Voice,
};

/// Extracts of many sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracts {
    frame: Frame,
    attributes: Vec<ShownAttribute>,
    left_out_attributes: Vec<String>,
    passages: Vec<Passage>,
    left_out: BTreeMap<LeftOutText, usize>,
    members: Vec<SessionId>,
    refused: Vec<Refused>,
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
    let selection = with_enough_speakers(&selection, smallest_group(table.guide));
    ensure_enough(&selection, table)?;
    let grouping = grouped(&selection, request)?;
    let mut draw = Draw::seeded(table.seed);
    let mut made = Made::default();
    let mut rows: Vec<(&SessionFacts, Vec<Option<String>>)> = selection
        .sessions
        .iter()
        .copied()
        .zip(grouping.values)
        .collect();
    draw.shuffle(&mut rows);
    for ((facts, values), name) in rows.iter().zip(names(selection.sessions.len(), &mut draw)) {
        if let Some(session) = by_id.get(&facts.id) {
            made.add(session, table.guide, values, &name);
        }
    }
    if table.level == Level::Publication {
        made.mix(&mut draw);
    }
    Ok(Extracts {
        frame: Frame::of(table, &selection),
        attributes: grouping.shown,
        left_out_attributes: grouping.left_out,
        passages: made.passages,
        left_out: made.left_out,
        members: selection
            .sessions
            .iter()
            .map(|session| session.id.clone())
            .collect(),
        refused,
    })
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
            .filter(|hit| hit.blocks() && is_contained(&hit.place, session));
        let reasons: Vec<Refusal> = blocking.map(Refusal::of_name).collect();
        (!reasons.is_empty()).then(|| Refused {
            session: session.header.id.clone(),
            level,
            reasons,
        })
    });
    checked.collect()
}

/// Whether extracts contain a text of a session.
fn is_contained(place: &TextPlace, session: &Session) -> bool {
    match place {
        TextPlace::Note(id) => session.note(*id).is_some_and(|note| {
            kind_in_extracts(note, session.header.language, may_quote(session)).is_ok()
        }),
        TextPlace::Summary(_) => true,
        _ => false,
    }
}

/// Whether the interviewee agreed to short quotations.
fn may_quote(session: &Session) -> bool {
    session.answer_to("c5") == Some(Answer::Yes)
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

/// Extracts in the making.
#[derive(Default)]
struct Made {
    passages: Vec<Passage>,
    left_out: BTreeMap<LeftOutText, usize>,
}

impl Made {
    fn add(
        &mut self,
        session: &Session,
        guide: &Guide,
        values: &[Option<String>],
        name: &SessionId,
    ) {
        let language = session.header.language;
        let passage = |topic: &TopicId, kind, text: &CleanText| Passage {
            session: Some(name.clone()),
            values: values.to_vec(),
            topic: topic.clone(),
            kind,
            text: text.clone(),
            language,
            prompted: false,
            polarity: None,
            voice: Voice::Own,
            codes: Vec::new(),
        };
        let mut of_session: Vec<Passage> = session
            .summaries
            .iter()
            .map(|(topic, text)| passage(topic, PassageKind::Summary, text))
            .collect();
        let may_quote = may_quote(session);
        for note in &session.notes {
            match kind_in_extracts(note, language, may_quote) {
                Ok(kind) => of_session.push(Passage {
                    prompted: note.prompting != Prompting::Unprompted,
                    polarity: note.polarity,
                    voice: note.voice,
                    codes: guide.study.resolve_all(&note.codes),
                    ..passage(&note.topic, kind, &note.text)
                }),
                Err(left) => *self.left_out.entry(left).or_default() += 1,
            }
        }
        // By cell and not by time: when something was said is not told.
        of_session.sort_by(|one, other| (&one.topic, one.kind).cmp(&(&other.topic, other.kind)));
        self.passages.append(&mut of_session);
    }

    /// Takes the names of sessions away, and mixes what is in a cell.
    fn mix(&mut self, draw: &mut Draw) {
        draw.shuffle(&mut self.passages);
        for passage in &mut self.passages {
            passage.session = None;
        }
        self.passages
            .sort_by(|one, other| (&one.topic, one.kind).cmp(&(&other.topic, other.kind)));
    }
}

/// What a note is in extracts, or why it is in none.
fn kind_in_extracts(
    note: &Note,
    language: Language,
    may_quote: bool,
) -> Result<PassageKind, LeftOutText> {
    match note.kind {
        NoteKind::Comment | NoteKind::Observation | NoteKind::Fact => Err(LeftOutText::OtherKinds),
        NoteKind::Quote if !may_quote => Err(LeftOutText::Quotes),
        _ if note.language != language => Err(LeftOutText::OtherLanguage),
        NoteKind::Quote => Ok(PassageKind::Quote),
        NoteKind::Paraphrase => Ok(PassageKind::Paraphrase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Filter, example};

    const IDS: [&str; 6] = ["A-1", "A-2", "B-1", "B-2", "C-1", "C-2"];

    fn sessions() -> Vec<Session> {
        IDS.iter()
            .enumerate()
            .map(|(index, id)| {
                let mut session = example::session();
                session.header.id = id.parse().unwrap();
                session.drafts.clear();
                example::answer(&mut session, "c7", Answer::Yes);
                let role = if index % 2 == 0 {
                    "management"
                } else {
                    "company"
                };
                session.attributes = [("role".to_owned(), role.to_owned())].into();
                session
            })
            .collect()
    }

    fn made(sessions: &[Session], level: Level, show: &[&str]) -> Result<Extracts, TableRefusal> {
        let guide = example::guide();
        let show: Vec<String> = show.iter().map(|id| (*id).to_owned()).collect();
        release_extracts(
            sessions,
            &ExtractRequest {
                table: TableRequest {
                    level,
                    guide: &guide,
                    filter: &Filter::default(),
                    seed: 4,
                },
                show: &show,
                protected: &ProtectedWords::default(),
            },
        )
    }

    fn kinds(extracts: &Extracts) -> BTreeSet<PassageKind> {
        extracts
            .passages()
            .iter()
            .map(|passage| passage.kind)
            .collect()
    }

    #[test]
    fn extracts_hold_no_comment_no_time_and_no_name_of_a_session() {
        let extracts = made(&sessions(), Level::Analysis, &[]).unwrap();
        assert_eq!(
            kinds(&extracts),
            [PassageKind::Summary, PassageKind::Paraphrase].into()
        );
        let names: BTreeSet<String> = extracts
            .passages()
            .iter()
            .filter_map(|passage| Some(passage.session.as_ref()?.to_string()))
            .collect();
        assert_eq!(names.len(), 6);
        assert!(names.iter().all(|name| !IDS.contains(&name.as_str())));
        // The French quote of a German interview, a comment, an observation and a fact, six times.
        let left_out: Vec<(LeftOutText, usize)> = extracts
            .left_out()
            .iter()
            .map(|(left, count)| (*left, *count))
            .collect();
        assert_eq!(
            left_out,
            [
                (LeftOutText::OtherKinds, 18),
                (LeftOutText::OtherLanguage, 6)
            ]
        );
    }

    #[test]
    fn quotes_need_their_own_yes() {
        let mut sessions = sessions();
        for session in &mut sessions {
            session.header.language = Language::Fr;
        }
        let with = made(&sessions, Level::Analysis, &[]).unwrap();
        assert!(kinds(&with).contains(&PassageKind::Quote));
        for session in &mut sessions {
            example::answer(session, "c5", Answer::No);
        }
        let without = made(&sessions, Level::Analysis, &[]).unwrap();
        assert!(!kinds(&without).contains(&PassageKind::Quote));
        assert_eq!(without.left_out().get(&LeftOutText::Quotes), Some(&6));
    }

    #[test]
    fn a_session_without_c7_or_in_a_language_that_few_speak_is_left_out() {
        let mut sessions = sessions();
        example::answer(&mut sessions[0], "c7", Answer::Withdrawn);
        sessions[1].header.language = Language::Fr;
        let extracts = made(&sessions, Level::Analysis, &[]).unwrap();
        assert_eq!(extracts.frame().base().sessions, 4);
        assert_eq!(extracts.frame().left_out().level, 2);
    }

    #[test]
    fn a_session_with_a_name_in_it_is_left_out_and_named_to_who_makes_the_extracts() {
        let mut sessions = sessions();
        let named = example::note(9, "b2.t1", NoteKind::Paraphrase, "Herr Brunnhuber half mit");
        sessions[2].notes.push(named);
        // A comment is in no extract, and keeps nothing back.
        let comment = example::note(9, "b2.t1", NoteKind::Comment, "Herr Brunnhuber fragen");
        sessions[3].notes.push(comment);
        let extracts = made(&sessions, Level::Analysis, &[]).unwrap();
        assert_eq!(extracts.frame().base().sessions, 5);
        assert_eq!(extracts.refused().len(), 1);
        assert_eq!(extracts.refused()[0].session.to_string(), "B-1");
        let texts = extracts
            .passages()
            .iter()
            .map(|passage| passage.text.as_str());
        assert!(texts.into_iter().all(|text| !text.contains("Brunnhuber")));
    }

    #[test]
    fn an_attribute_that_must_be_shown_is_refused_below_the_smallest_group() {
        assert!(made(&sessions(), Level::Analysis, &["role"]).is_ok());
        let mut few = sessions();
        few[0]
            .attributes
            .insert("role".to_owned(), "other".to_owned());
        let refused = made(&few, Level::Analysis, &["role"]).unwrap_err();
        assert!(matches!(
            refused,
            TableRefusal::TooTelling { sessions: 1, .. }
        ));
        let hidden = made(&few, Level::Analysis, &["country"]).unwrap_err();
        assert!(matches!(hidden, TableRefusal::UnknownAttribute { .. }));
    }

    #[test]
    fn what_is_published_shows_one_attribute_at_most_and_joins_nothing_to_a_session() {
        let two = made(&sessions(), Level::Publication, &["role", LANGUAGE]);
        assert_eq!(two, Err(TableRefusal::OneAttribute(2)));
        let extracts = made(&sessions(), Level::Publication, &["role"]).unwrap();
        assert!(
            extracts
                .passages()
                .iter()
                .all(|passage| passage.session.is_none())
        );
        let shown: Vec<&str> = extracts
            .attributes()
            .iter()
            .map(|shown| shown.id.as_str())
            .collect();
        assert_eq!(shown, ["role", "language"]);
    }

    #[test]
    fn a_session_that_is_named_twice_makes_no_group_larger() {
        let few = sessions()[1..3].to_vec();
        let refused = made(&few, Level::Analysis, &[]).unwrap_err();
        let mut twice = few.clone();
        twice.push(few[0].clone());
        assert_eq!(made(&twice, Level::Analysis, &[]), Err(refused));
        let mut again = sessions();
        again.extend(sessions());
        let (once, again) = (sessions(), again);
        assert_eq!(
            made(&again, Level::Analysis, &[]),
            made(&once, Level::Analysis, &[])
        );
    }

    #[test]
    fn single_protocols_are_no_extracts() {
        let refused = made(&sessions(), Level::Archive, &[]).unwrap_err();
        assert_eq!(refused, TableRefusal::Single(Level::Archive));
    }
}
