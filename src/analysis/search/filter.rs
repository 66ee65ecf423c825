//! Filters of a query: which notes it is about, whatever their words.

use std::collections::BTreeSet;

use super::QueryError;
use crate::analysis::facts::{Facts, Names, NoteFacts, SessionFacts};
use crate::analysis::unknown::{FilterPart, Unknown, first_unknown, first_unknown_code, in_order};
use crate::guide::{Guide, StudyCodes};
use crate::language::Language;
use crate::session::{CaseId, NoteKind, Origin, SessionId, TopicId};

/// The filters that there are.
pub const FILTERS: [&str; 8] = [
    "case", "session", "block", "topic", "code", "kind", "origin", "lang",
];

const KINDS: [(&str, NoteKind); 5] = [
    ("paraphrase", NoteKind::Paraphrase),
    ("quote", NoteKind::Quote),
    ("observation", NoteKind::Observation),
    ("comment", NoteKind::Comment),
    ("fact", NoteKind::Fact),
];

const ORIGINS: [(&str, Origin); 4] = [
    ("live", Origin::Live),
    ("memory", Origin::Memory),
    ("recording", Origin::Recording),
    ("approval", Origin::Approval),
];

/// The word by which a filter asks for an origin.
pub fn origin_word(origin: Origin) -> &'static str {
    let word = ORIGINS.iter().find(|(_, called)| *called == origin);
    word.map_or("", |(word, _)| word)
}

/// What a filter can ask for: all its values, or of one with many an example.
pub fn values_of(filter: &str) -> Vec<&'static str> {
    match filter {
        "case" => vec!["A"],
        "session" => vec!["A-1"],
        "block" => vec!["b3"],
        "topic" => vec!["b3.t2"],
        "code" => vec!["drv.cluster"],
        "kind" => KINDS.map(|(word, _)| word).to_vec(),
        "origin" => ORIGINS.map(|(word, _)| word).to_vec(),
        "lang" => Language::ALL.map(Language::tag).to_vec(),
        _ => Vec::new(),
    }
}

/// Which notes a query is about. Of several values of one filter a note must have one.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NoteFilter {
    cases: BTreeSet<CaseId>,
    sessions: BTreeSet<SessionId>,
    blocks: BTreeSet<String>,
    topics: BTreeSet<String>,
    codes: BTreeSet<String>,
    kinds: BTreeSet<NoteKind>,
    origins: BTreeSet<Origin>,
    languages: BTreeSet<Language>,
}

/// Takes `name:value` apart; nothing if a piece of a query is no filter.
pub(super) fn parts(piece: &str) -> Option<(&str, &str)> {
    let (name, value) = piece.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase());
    (is_name && !value.is_empty()).then_some((name, value))
}

/// Whether the last of the values that a filter cannot have may become one that it can, while it is typed on.
pub(super) fn may_go_on(name: &str, values: &str) -> bool {
    let last = values.rsplit(',').next().unwrap_or_default();
    let known = values_of(name);
    match name {
        _ if last.is_empty() => !known.is_empty(),
        "session" => ["-1", "1"].iter().any(|rest| {
            let longer = format!("{}{rest}", last.to_ascii_uppercase());
            longer.parse::<SessionId>().is_ok()
        }),
        _ => {
            let last = last.to_ascii_lowercase();
            known.len() > 1 && known.iter().any(|known| known.starts_with(&last))
        }
    }
}

impl NoteFilter {
    /// The first thing that it asks for and that neither the study nor one of these guides has.
    pub(super) fn unknown(&self, facts: &Facts, guides: &[Guide]) -> Option<Unknown> {
        let blocks = || guides.iter().flat_map(|guide| &guide.blocks);
        let topics = || blocks().flat_map(|block| &block.topics);
        let cases = || in_order(facts.sessions.iter().map(|it| it.id.case().to_string()));
        let sessions = || in_order(facts.sessions.iter().map(|it| it.id.to_string()));
        let used = || facts.names.topics().iter().map(ToString::to_string);
        let all_topics = || in_order(topics().map(|topic| topic.id.clone()).chain(used()));
        let asked = self.cases.iter().map(ToString::to_string);
        first_unknown(FilterPart::Case, asked, cases)
            .or_else(|| {
                let asked = self.sessions.iter().map(ToString::to_string);
                first_unknown(FilterPart::Session, asked, sessions)
            })
            .or_else(|| {
                first_unknown(FilterPart::Block, self.blocks.iter().cloned(), || {
                    let of_topics = facts.names.topics().iter();
                    let of_topics = of_topics.filter_map(|it| it.as_str().rsplit_once('.'));
                    let of_topics = of_topics.map(|(block, _)| block.to_owned());
                    in_order(blocks().map(|block| block.id.clone()).chain(of_topics))
                })
            })
            .or_else(|| first_unknown(FilterPart::Topic, self.topics.iter().cloned(), all_topics))
            .or_else(|| first_unknown_code(&self.codes, facts, guides))
    }

    /// Takes a filter, several values of which may be parted by commas.
    pub(super) fn take(&mut self, name: &str, values: &str) -> Result<(), QueryError> {
        let known = FILTERS.into_iter().find(|filter| *filter == name);
        let name = known.ok_or(QueryError::UnknownFilter)?;
        values
            .split(',')
            .try_for_each(|value| self.take_one(name, value))
            .ok_or(QueryError::WrongValue(name))
    }

    fn take_one(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "case" => {
                self.cases.insert(value.to_ascii_uppercase().parse().ok()?);
            }
            "session" => {
                self.sessions
                    .insert(value.to_ascii_uppercase().parse().ok()?);
            }
            "block" => {
                self.blocks.insert(id(&value.to_ascii_lowercase())?);
            }
            "topic" => {
                self.topics.insert(id(&value.to_ascii_lowercase())?);
            }
            "code" => {
                self.codes.insert(id(value)?);
            }
            "kind" => {
                self.kinds
                    .insert(one_of(&KINDS, &value.to_ascii_lowercase())?);
            }
            "origin" => {
                self.origins
                    .insert(one_of(&ORIGINS, &value.to_ascii_lowercase())?);
            }
            _ => {
                self.languages
                    .insert(Language::from_tag(&value.to_ascii_lowercase())?);
            }
        }
        Some(())
    }

    /// Takes the kinds of notes out that it asks for.
    pub(super) fn take_kinds(&mut self) -> BTreeSet<NoteKind> {
        std::mem::take(&mut self.kinds)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn may_be_in(&self, session: &SessionId) -> bool {
        (self.cases.is_empty() || self.cases.contains(session.case()))
            && (self.sessions.is_empty() || self.sessions.contains(session))
    }

    pub(super) fn lets_through(
        &self,
        session: &SessionFacts,
        note: &NoteFacts<'_>,
        names: &Names,
        study: Option<&StudyCodes>,
    ) -> bool {
        let row = &note.row;
        self.may_be_in(&session.id)
            && (self.kinds.is_empty() || self.kinds.contains(&row.kind))
            && (self.origins.is_empty() || self.origins.contains(&row.origin))
            && (self.languages.is_empty() || self.languages.contains(&row.language))
            && self.is_in_cell(note, names)
            && self.has_code(note, names, study)
    }

    pub(super) fn lets_text_through(&self, session: &SessionFacts, cell: Option<&TopicId>) -> bool {
        self.may_let_texts_through(session)
            && (!self.asks_for_cells() || cell.is_some_and(|cell| self.is_cell(cell)))
    }

    /// Kind, origin and codes are asked of notes, so that no other text has them.
    pub(super) fn may_let_texts_through(&self, session: &SessionFacts) -> bool {
        let asks_of_notes =
            !(self.kinds.is_empty() && self.origins.is_empty() && self.codes.is_empty());
        !asks_of_notes
            && self.may_be_in(&session.id)
            && (self.languages.is_empty() || self.languages.contains(&session.language))
    }

    fn is_in_cell(&self, note: &NoteFacts<'_>, names: &Names) -> bool {
        let mut topics = note.cells().filter_map(|number| names.topic_of(number));
        !self.asks_for_cells() || topics.any(|topic| self.is_cell(topic))
    }

    pub(super) fn asks_for_cells(&self) -> bool {
        !(self.topics.is_empty() && self.blocks.is_empty())
    }

    fn is_cell(&self, topic: &TopicId) -> bool {
        let topic = topic.as_str();
        let block = topic.rsplit_once('.').map_or(topic, |(block, _)| block);
        (self.topics.is_empty() || self.topics.contains(topic))
            && (self.blocks.is_empty() || self.blocks.contains(block))
    }

    pub(super) fn asks_for_codes(&self) -> bool {
        !self.codes.is_empty()
    }

    fn has_code(&self, note: &NoteFacts<'_>, names: &Names, study: Option<&StudyCodes>) -> bool {
        if self.codes.is_empty() || note.codes.is_empty() {
            return self.codes.is_empty();
        }
        let plain = StudyCodes::default();
        let study = study.unwrap_or(&plain);
        let wanted: BTreeSet<&str> = self.codes.iter().map(|code| study.resolve(code)).collect();
        let mut codes = note.codes.iter().filter_map(|code| names.code_of(code));
        codes.any(|code| study.is_within_any(code, &wanted))
    }
}

/// The id of a block, a topic or a code.
fn id(value: &str) -> Option<String> {
    let is_id = !value.is_empty()
        && value.chars().all(|character| {
            character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_')
        });
    is_id.then(|| value.to_owned())
}

fn one_of<T: Copy>(known: &[(&str, T)], value: &str) -> Option<T> {
    let found = known.iter().find(|(word, _)| *word == value);
    found.map(|(_, value)| *value)
}
