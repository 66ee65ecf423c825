//! Searching the notes of all sessions.

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

use foldhash::fast::FixedState;

use super::facts::gather;
use super::guides::{self, KnownGuides};
use crate::analysis::search::{Finder, Query, excerpt};
use crate::analysis::{
    CodeNumber, Facts, GuideNumber, NoteFacts, SessionFacts, TopicNumber, Unknown,
};
use crate::anonymise::CleanText;
use crate::guide::{Guide, StudyCodes};
use crate::language::Language;
use crate::release::{
    FoundNote, FurtherText, Hits, Level, NoSingleNotes, ReleasedHits, release, release_hits,
};
use crate::session::{NoteKind, Place, SessionId, TextPlace, TopicId};
use crate::store::index::{Found, FoundText, Index, IndexError, Progress, Stands};
use crate::store::{Study, StudyError};

/// What there is to say of a search besides what it found.
#[derive(Debug)]
pub struct Searched {
    /// How many notes and further texts there are, as far as the level contains them.
    pub count: usize,
    /// From how many sessions they are.
    pub sessions: usize,
    /// How many were found that the level does not contain.
    pub left_out: usize,
    /// The sessions with notes that were found and that are not released at the level.
    pub refused: Vec<SessionId>,
    /// The sessions that could not be searched.
    pub unread_sessions: Vec<SessionId>,
    /// Why not.
    pub unread: Vec<StudyError>,
}

/// Who takes what a search finds, part by part.
pub trait Taker {
    /// What was taken so far does not count: the sessions have changed, and are searched anew.
    fn forget(&mut self);

    /// Takes what was found next: in further sessions, in their order.
    fn take(&mut self, hits: ReleasedHits);
}

/// Why a search found nothing.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The sessions cannot be listed.
    #[error(transparent)]
    Study(StudyError),
    /// The index can neither be made nor be read. What the database says could hold words of the query.
    #[error("the index cannot be used")]
    Index,
    /// The level contains no single notes.
    #[error(transparent)]
    Level(#[from] NoSingleNotes),
}

/// Searches the notes of a study; `progress` is told how far the index is, if it has to be brought up to date.
///
/// The index is read by a thread of its own, so that what it found already is taken meanwhile.
///
/// # Errors
///
/// If the sessions cannot be listed, or the level contains no single notes.
pub fn search(
    study: &Study,
    query: &Query,
    level: Level,
    progress: &mut dyn FnMut(Progress),
    taker: &mut dyn Taker,
) -> Result<Searched, SearchError> {
    if matches!(level, Level::Analysis | Level::Publication) {
        return Err(NoSingleNotes(level).into());
    }
    let codes = guides::study_codes(study).map_err(SearchError::Study)?;
    // The archive gives a quotation as the paraphrase beside it unless its interviewee agreed to it: which kind a note is
    // of is asked behind the level.
    let (query, kinds) = match level {
        Level::Archive => query.without_kinds(),
        _ => (query.clone(), BTreeSet::new()),
    };
    let query = query.counting_by(codes.clone());
    let mut release = Releasing {
        study,
        level,
        kinds,
        finder: Finder::of(&query),
        known: KnownGuides::default(),
        searched: Searched::nothing(),
    };
    let mut refused = None;
    let codes = &codes;
    let unread = read_beside(study, &query, codes, &mut |told| match told {
        Told::Progress(made) => progress(made),
        Told::Anew => {
            release.searched = Searched::nothing();
            taker.forget();
        }
        Told::Found(hits) => match release.part(hits) {
            Ok(hits) => taker.take(hits),
            Err(error) => refused = Some(error),
        },
    })?;
    if let Some(refused) = refused {
        return Err(refused.into());
    }
    let errors = unread.iter().filter_map(|id| study.read_session(id).err());
    Ok(Searched {
        unread: errors.collect(),
        unread_sessions: unread,
        ..release.searched
    })
}

/// What the filters of a query ask for and is nowhere in the study, if there is such a thing: for whoever found nothing.
pub fn unknown(study: &Study, query: &Query) -> Option<Unknown> {
    nowhere(&gather(study).ok()?.facts, study, query)
}

fn nowhere(facts: &Facts, study: &Study, query: &Query) -> Option<Unknown> {
    let guides = facts.guides().into_iter();
    let guides = guides.filter_map(|(id, _)| guides::counted_by(study, id).ok());
    query.unknown(facts, &guides.collect::<Vec<Guide>>())
}

/// What who reads the index tells.
enum Told {
    /// How far the index is.
    Progress(Progress),
    /// It is read from the beginning.
    Anew,
    /// What was found next.
    Found(Hits),
}

/// How many parts may wait to be taken.
const WAITING: usize = 4;

/// Reads the index in a thread of its own, if the system gives one, and gives the sessions that could not be read.
fn read_beside(
    study: &Study,
    query: &Query,
    codes: &BTreeMap<String, StudyCodes>,
    listen: &mut dyn FnMut(Told),
) -> Result<Vec<SessionId>, IndexError> {
    let (sender, receiver) = sync_channel(WAITING);
    thread::scope(|scope| {
        // Who listens is there until the end.
        let tell = move |told| drop(sender.send(told));
        let reading = move || read_index(study, query, codes, &RefCell::new(tell));
        let Ok(reading) = thread::Builder::new().spawn_scoped(scope, reading) else {
            return read_index(study, query, codes, &RefCell::new(listen));
        };
        receiver.into_iter().for_each(listen);
        reading.join().unwrap_or(Err(IndexError::Damaged))
    })
}

fn read_index(
    study: &Study,
    query: &Query,
    codes: &BTreeMap<String, StudyCodes>,
    tell: &RefCell<impl FnMut(Told)>,
) -> Result<Vec<SessionId>, IndexError> {
    let mut progress = |made| tell.borrow_mut()(Told::Progress(made));
    study.read_index(&mut progress, |index| {
        tell.borrow_mut()(Told::Anew);
        let make = |found| hits(found, codes);
        index.search_in_parts(query, &make, &mut |hits| {
            tell.borrow_mut()(Told::Found(hits));
        })?;
        index.unread()
    })
}

/// What is released of what was found.
struct Releasing<'study> {
    study: &'study Study,
    level: Level,
    /// The kinds of notes that are wanted as the level gives them; all if there are none.
    kinds: BTreeSet<NoteKind>,
    finder: Finder,
    known: KnownGuides,
    /// What was found so far.
    searched: Searched,
}

impl Releasing<'_> {
    fn part(&mut self, hits: Hits) -> Result<ReleasedHits, NoSingleNotes> {
        let Self {
            study,
            level,
            kinds,
            finder,
            known,
            searched,
        } = self;
        let fits = |text: &str, language| finder.fits(text, language);
        let hits = release_hits(hits, *level, kinds, fits, |id| {
            let session = study.read_session(id).ok()?;
            let guide = known.of(study, &session.header.guide);
            Some(release(&session, guide, *level))
        })?;
        searched.count += hits.count();
        searched.sessions += hits.sessions();
        searched.left_out += hits.left_out();
        searched.refused.extend_from_slice(hits.refused());
        Ok(hits)
    }
}

impl Searched {
    fn nothing() -> Self {
        Self {
            count: 0,
            sessions: 0,
            left_out: 0,
            refused: Vec::new(),
            unread_sessions: Vec::new(),
            unread: Vec::new(),
        }
    }
}

impl Taker for ReleasedHits {
    fn forget(&mut self) {
        *self = Self::none(self.level());
    }

    fn take(&mut self, hits: ReleasedHits) {
        self.append(hits);
    }
}

/// What a screen shows of a search: some of what was found, and how much there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance {
    /// What was found first, by session.
    pub sights: Vec<Sight>,
    /// How many notes and further texts were found.
    pub count: usize,
    /// From how many sessions they are.
    pub sessions: usize,
    /// The sessions that could not be searched.
    pub unread: Vec<SessionId>,
    /// For each session that something was found in, the id of its guide.
    pub guides: BTreeMap<SessionId, String>,
    /// If nothing was found, what the filters ask for and is nowhere in the study.
    pub unknown: Option<Unknown>,
}

/// The guides whose topics are named in another language than that of a session; each is read once.
#[derive(Debug, Default)]
pub struct TopicNames(BTreeMap<String, Option<Guide>>);

impl Glance {
    /// Names topics in a language, as far as their guide at hand calls them as the sessions do.
    pub fn name_topics(&mut self, study: &Study, language: Language, names: &mut TopicNames) {
        for sight in &mut self.sights {
            let Some((topic, Some(title))) = &mut sight.cell else {
                continue;
            };
            let Some(id) = self.guides.get(&sight.session) else {
                continue;
            };
            if !names.0.contains_key(id) {
                names.0.insert(id.clone(), guides::find(study, id).ok());
            }
            let guide = names.0.get(id).and_then(Option::as_ref);
            let found = guide.and_then(|guide| guide.topic(topic.as_str()));
            if let Some((_, found)) = found {
                let mut called = Language::ALL.iter();
                // A topic that was called otherwise then was perhaps another one.
                if called.any(|language| found.title.in_language(*language) == title) {
                    found.title.in_language(language).clone_into(title);
                }
            }
        }
    }
}

/// Something that was found, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The session it is from.
    pub session: SessionId,
    /// Which text it is.
    pub text: TextPlace,
    /// The cell that a note stands in, and what its session calls the topic.
    pub cell: Option<(TopicId, Option<String>)>,
    /// Of a note what kind it is, and when it was said.
    pub said: Option<(NoteKind, Place)>,
    /// What stands around the words that were looked for, in pieces, each with whether it is one of them.
    pub excerpt: Vec<(String, bool)>,
}

/// How many characters of a text are shown before and behind what was found.
const BEFORE: usize = 24;
const BEHIND: usize = 200;

/// Looks into an index for what a screen shows of a search at the working level: at most so much of it. The index is
/// taken as it stands.
///
/// # Errors
///
/// If the index or what the study adds to its codebooks cannot be read.
pub fn glance(index: &Index, query: &Query, most: usize) -> Result<Glance, IndexError> {
    let codes = if query.asks_for_codes() {
        guides::study_codes(index.study())?
    } else {
        BTreeMap::new()
    };
    let found = index.search(&query.clone().counting_by(codes), most)?;
    let (count, sessions) = (found.count, found.sessions);
    let mut finder = Finder::of(query);
    let of_sessions = found.facts.sessions.iter();
    let guides = of_sessions.map(|session| {
        let guide = found.facts.guide_id(session).to_owned();
        (session.id.clone(), guide)
    });
    let guides = guides.collect();
    let Hits { notes, texts } = hits(found, &BTreeMap::new());
    let notes = notes.into_iter().map(|note| {
        let place = note.place;
        Sight {
            excerpt: pieces(&note.text, note.language, &mut finder),
            session: note.session,
            text: TextPlace::Note(note.id),
            cell: Some((note.topic, note.title.as_deref().map(str::to_owned))),
            said: Some((note.kind, place)),
        }
    });
    let mut sights: Vec<Sight> = notes.collect();
    sights.extend(texts.into_iter().map(|text| Sight {
        excerpt: pieces(&text.text, text.language, &mut finder),
        session: text.session,
        text: text.place,
        cell: None,
        said: None,
    }));
    // The notes of a session come before its further texts.
    sights.sort_by(|one, other| one.session.cmp(&other.session));
    let unread = index.unread()?;
    // In a session that cannot be read there may be what is asked for.
    let asks_in_vain = count == 0 && unread.is_empty() && query.has_filter();
    let facts = asks_in_vain.then(|| index.facts_without_notes());
    let facts = facts.transpose()?;
    Ok(Glance {
        sights,
        count,
        sessions,
        unread,
        guides,
        unknown: facts.and_then(|facts| nowhere(&facts, index.study(), query)),
    })
}

fn pieces(text: &CleanText, language: Language, finder: &mut Finder) -> Vec<(String, bool)> {
    let text = text.as_str();
    let places = finder.find(text, language);
    let excerpt = excerpt(text, &places, BEFORE, BEHIND);
    let mut pieces = Vec::new();
    if excerpt.is_cut_before {
        pieces.push(("…".to_owned(), false));
    }
    let shown = excerpt.pieces.into_iter();
    pieces.extend(shown.map(|(piece, is_found)| (piece.to_owned(), is_found)));
    if excerpt.is_cut_behind {
        pieces.push(("…".to_owned(), false));
    }
    pieces
}

impl From<IndexError> for SearchError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Study(error) => Self::Study(error),
            IndexError::Disk(_)
            | IndexError::Database(_)
            | IndexError::Damaged
            | IndexError::Behind => Self::Index,
        }
    }
}

/// What was found, with what is known of it, and codes as the study counts them.
fn hits(found: Found, codes: &BTreeMap<String, StudyCodes>) -> Hits {
    let Found { facts, texts, .. } = found;
    let mut lists: HashMap<GuideNumber, Lists> = HashMap::new();
    let mut hits = Hits {
        // Almost everything that is found is a note.
        notes: Vec::with_capacity(texts.len()),
        texts: Vec::new(),
    };
    let mut texts = texts.into_iter().peekable();
    for (place, session) in facts.sessions.iter().enumerate() {
        let mut context = Context {
            facts: &facts,
            session,
            codes: codes.get(facts.guide_id(session)),
            lists: lists.entry(session.guide).or_default(),
            titles: facts
                .names
                .guide_of(session.guide)
                .map_or(&[], |version| version.reference.titles.as_slice()),
        };
        let (mut notes, mut passed) = (session.notes(), 0);
        while let Some(found) = texts.next_if(|text| text.session == place) {
            let FoundText {
                stands,
                text,
                translation,
                ..
            } = found;
            match stands {
                Stands::Note { note, place } => {
                    // Texts come in the order of their notes.
                    let Some(between) = note.checked_sub(passed) else {
                        continue;
                    };
                    passed = note + 1;
                    let note = notes.nth(between);
                    let note = note.and_then(|note| context.note(&note, place, text));
                    hits.notes.extend(note.map(|note| FoundNote {
                        translation,
                        ..note
                    }));
                }
                Stands::Cell(topic) => {
                    let title = context.title(&topic);
                    let place = TextPlace::Summary(topic);
                    hits.texts.push(context.text(place, title, text));
                }
                Stands::Postscript(field) => {
                    let place = TextPlace::Postscript(field);
                    hits.texts.push(context.text(place, None, text));
                }
            }
        }
    }
    hits
}

/// What many notes have the same, each made once: lists of codes by the numbers of these, and titles of topics.
#[derive(Default)]
struct Lists {
    titles: HashMap<TopicNumber, Option<Arc<str>>, FixedState>,
    made: HashMap<Vec<CodeNumber>, Arc<[String]>, FixedState>,
    /// Those that are looked for.
    numbers: Vec<CodeNumber>,
}

/// A session in which something was found.
struct Context<'facts> {
    facts: &'facts Facts,
    session: &'facts SessionFacts,
    /// What the study says of the codes of its guide.
    codes: Option<&'facts StudyCodes>,
    /// The lists of codes that notes of its guide have, as far as there were any.
    lists: &'facts mut Lists,
    /// What it calls its topics.
    titles: &'facts [(TopicId, String)],
}

impl Context<'_> {
    fn title(&self, topic: &TopicId) -> Option<Arc<str>> {
        let mut titles = self.titles.iter().rev();
        let (_, title) = titles.find(|(known, _)| known == topic)?;
        Some(Arc::from(title.as_str()))
    }

    /// The title of the topic of a note.
    fn title_of(&mut self, number: TopicNumber, topic: &TopicId) -> Option<Arc<str>> {
        if let Some(title) = self.lists.titles.get(&number) {
            return title.clone();
        }
        let title = self.title(topic);
        self.lists.titles.insert(number, title.clone());
        title
    }

    /// The codes of a note, as the study counts them: many have the same, and each list is made once.
    fn codes_of(&mut self, note: &NoteFacts<'_>) -> Arc<[String]> {
        let Lists { made, numbers, .. } = &mut *self.lists;
        numbers.clear();
        numbers.extend(note.codes.iter());
        if let Some(codes) = made.get(numbers.as_slice()) {
            return codes.clone();
        }
        let names = &self.facts.names;
        let given = numbers.iter().filter_map(|code| names.code_of(*code));
        let given: Vec<String> = given.map(str::to_owned).collect();
        let codes = self.codes.map(|codes| codes.resolve_all(&given));
        let codes: Arc<[String]> = codes.unwrap_or(given).into();
        made.insert(numbers.clone(), codes.clone());
        codes
    }

    fn note(&mut self, note: &NoteFacts<'_>, place: Place, text: CleanText) -> Option<FoundNote> {
        let codes = self.codes_of(note);
        let topic = self.facts.names.topic_of(note.row.topic)?;
        Some(FoundNote {
            session: self.session.id.clone(),
            id: note.row.id,
            topic: topic.clone(),
            title: self.title_of(note.row.topic, topic),
            kind: note.row.kind,
            origin: note.row.origin,
            language: note.row.language,
            session_language: self.session.language,
            at_ms: note.row.at_ms,
            place,
            codes,
            text,
            translation: None,
            invented: self.session.invented,
        })
    }

    fn text(&self, place: TextPlace, title: Option<Arc<str>>, text: CleanText) -> FurtherText {
        FurtherText {
            session: self.session.id.clone(),
            place,
            title,
            language: self.session.language,
            text,
            invented: self.session.invented,
        }
    }
}
