//! How names were replaced: by which rule, how often, and never which.

use std::collections::BTreeMap;

use crate::anonymise::SlotKey;
use crate::language::Language;
use crate::session::{Answer, ConsentRecord, LogEntry, Manner, Session};

/// That something was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The slot that stands for it.
    pub slot: SlotKey,
    /// The rule by which it was found.
    pub rule: String,
    /// How sure that was; nothing if it was announced.
    pub certainty: Option<String>,
    /// How often.
    pub count: usize,
}

/// The last answer to a step of the consent, without its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedAnswer {
    /// Which step.
    pub step: String,
    /// The answer.
    pub answer: Answer,
    /// How it was given.
    pub manner: Manner,
    /// The edition of the guide whose text was used.
    pub edition: String,
    /// The language of the text.
    pub language: Language,
}

/// What the log says of replacements, put together by slot and rule.
pub(super) fn replaced(session: &Session) -> Vec<Replaced> {
    let mut counts: BTreeMap<(SlotKey, String, Option<String>), usize> = BTreeMap::new();
    for entry in session.log.iter() {
        if let LogEntry::Finding {
            rule,
            slot,
            detected,
        } = entry
        {
            let certainty = detected.as_ref().map(|found| found.certainty.clone());
            *counts.entry((*slot, rule.clone(), certainty)).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|((slot, rule, certainty), count)| Replaced {
            slot,
            rule,
            certainty,
            count,
        })
        .collect()
}

/// The last answer to each step, in the order in which the steps were first answered.
pub(super) fn answers(records: &[ConsentRecord]) -> Vec<ReleasedAnswer> {
    let mut answers: Vec<ReleasedAnswer> = Vec::new();
    for record in records {
        let answer = ReleasedAnswer {
            step: record.step.clone(),
            answer: record.answer,
            manner: record.manner,
            edition: record.edition.clone(),
            language: record.language,
        };
        match answers.iter_mut().find(|known| known.step == record.step) {
            Some(known) => *known = answer,
            None => answers.push(answer),
        }
    }
    answers
}
