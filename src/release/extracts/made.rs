//! Extracts in the making: which texts of a session they take, and what they leave out.

use std::collections::{BTreeMap, BTreeSet};

use super::{LeftOutText, Passage, PassageKind};
use crate::analysis::Count;
use crate::anonymise::CleanText;
use crate::guide::Guide;
use crate::release::{Draw, Level};
use crate::session::{Answer, Note, NoteKind, Prompting, Session, SessionId, TopicId, Voice};

/// Extracts in the making.
pub(super) struct Made<'making> {
    level: Level,
    guide: &'making Guide,
    /// The texts, each with the session that it is of.
    texts: Vec<(&'making SessionId, Passage)>,
    left_out: BTreeMap<LeftOutText, usize>,
    left_out_codes: usize,
}

/// What was made.
pub(super) struct Finished {
    pub passages: Vec<Passage>,
    pub left_out: BTreeMap<LeftOutText, usize>,
    pub left_out_codes: usize,
}

impl<'making> Made<'making> {
    pub(super) const fn new(level: Level, guide: &'making Guide) -> Self {
        Self {
            level,
            guide,
            texts: Vec::new(),
            left_out: BTreeMap::new(),
            left_out_codes: 0,
        }
    }

    /// Adds the texts of a session.
    pub(super) fn add(
        &mut self,
        session: &'making Session,
        values: &[Option<String>],
        name: &SessionId,
    ) {
        let passage = |topic: &TopicId, kind, text: &CleanText| Passage {
            session: Some(name.clone()),
            values: values.to_vec(),
            topic: topic.clone(),
            kind,
            text: text.clone(),
            language: session.header.language,
            prompted: false,
            polarity: None,
            voice: Voice::Own,
            codes: Vec::new(),
        };
        let mut of_session: Vec<Passage> = Vec::new();
        if self.level == Level::Publication {
            self.leave_out(LeftOutText::NoParaphrases, session.summaries.len());
        } else {
            let summaries = session.summaries.iter();
            of_session
                .extend(summaries.map(|(topic, text)| passage(topic, PassageKind::Summary, text)));
        }
        for note in &session.notes {
            match kind_in_extracts(note, session, self.level) {
                Ok(kind) => of_session.push(Passage {
                    prompted: note.prompting != Prompting::Unprompted,
                    polarity: note.polarity,
                    voice: note.voice,
                    codes: self.guide.study.resolve_all(&note.codes),
                    ..passage(&note.topic, kind, &note.text)
                }),
                Err(left) => self.leave_out(left, 1),
            }
        }
        // By cell and not by time: when something was said is not told.
        of_session.sort_by(|one, other| (&one.topic, one.kind).cmp(&(&other.topic, other.kind)));
        let of_session = of_session.into_iter();
        self.texts
            .extend(of_session.map(|passage| (&session.header.id, passage)));
    }

    /// Leaves out the texts of cells that so few sessions are in that rows could be counted, among all and among those
    /// with the same values of what is shown beside them; and such codes.
    pub(super) fn leave_out_few(&mut self, smallest: usize) {
        let cell = |passage: &Passage| (passage.topic.clone(), passage.values.clone());
        let cells = self.shared(smallest, |passage| vec![cell(passage)]);
        let before = self.texts.len();
        self.texts
            .retain(|(_, passage)| cells.contains(&cell(passage)));
        self.leave_out(LeftOutText::FewInCell, before - self.texts.len());
        let codes = self.shared(smallest, |passage| passage.codes.clone());
        let mut left_out = BTreeSet::new();
        for (_, passage) in &mut self.texts {
            let (kept, few) = passage
                .codes
                .drain(..)
                .partition(|code| codes.contains(code));
            passage.codes = kept;
            left_out.extend::<Vec<String>>(few);
        }
        self.left_out_codes = left_out.len();
    }

    /// Takes the names of sessions away, and mixes what is in a cell.
    pub(super) fn mix(&mut self, draw: &mut Draw) {
        draw.shuffle(&mut self.texts);
        for (_, passage) in &mut self.texts {
            passage.session = None;
        }
        self.texts.sort_by(|(_, one), (_, other)| {
            (&one.topic, one.kind).cmp(&(&other.topic, other.kind))
        });
    }

    pub(super) fn finish(self) -> Finished {
        Finished {
            passages: self.texts.into_iter().map(|(_, passage)| passage).collect(),
            left_out: self.left_out,
            left_out_codes: self.left_out_codes,
        }
    }

    fn leave_out(&mut self, left: LeftOutText, count: usize) {
        if count > 0 {
            *self.left_out.entry(left).or_default() += count;
        }
    }

    /// What of the texts enough sessions share.
    fn shared<T: Ord>(&self, smallest: usize, of: impl Fn(&Passage) -> Vec<T>) -> BTreeSet<T> {
        let mut sessions: BTreeMap<T, BTreeSet<&SessionId>> = BTreeMap::new();
        for (session, passage) in &self.texts {
            for shared in of(passage) {
                sessions.entry(shared).or_default().insert(session);
            }
        }
        let enough = |sessions: &BTreeSet<&SessionId>| {
            let cases: BTreeSet<_> = sessions.iter().map(|session| session.case()).collect();
            let count = Count {
                sessions: sessions.len(),
                cases: cases.len(),
            };
            count.is_a_group(smallest)
        };
        let shared = sessions
            .into_iter()
            .filter(|(_, sessions)| enough(sessions));
        shared.map(|(shared, _)| shared).collect()
    }
}

/// What a note is in extracts, or why it is in none.
pub(super) fn kind_in_extracts(
    note: &Note,
    session: &Session,
    level: Level,
) -> Result<PassageKind, LeftOutText> {
    // Short quotations need a yes of their own.
    let may_quote = session.answer_to("c5") == Some(Answer::Yes);
    match note.kind {
        NoteKind::Comment | NoteKind::Observation | NoteKind::Fact => Err(LeftOutText::OtherKinds),
        NoteKind::Quote if level == Level::Publication => Err(LeftOutText::NoParaphrases),
        NoteKind::Quote if !may_quote => Err(LeftOutText::Quotes),
        _ if note.language != session.header.language => Err(LeftOutText::OtherLanguage),
        NoteKind::Quote => Ok(PassageKind::Quote),
        NoteKind::Paraphrase => Ok(PassageKind::Paraphrase),
    }
}
