//! A line as the detectors read it, kept for those who ask about it again.

use std::collections::HashMap;

use super::dictionary::{self, Compound};
use super::model::Verdict;
use super::sentence::Sentence;
use super::{
    Detection, Layers, abbreviation, address, cut, detail, evidence::Evidence, identifier,
    is_ordinary, merge, model, rules, spans, widen,
};
use crate::anonymise::secret::Secret;
use crate::language::Language;

/// What the rules found in a text, and what the model says of each of its words.
pub(super) struct Reading {
    pub(super) sentence: Sentence,
    language: Language,
    found: Vec<Detection>,
    /// Nothing if the model was not asked.
    pub(super) verdicts: Option<Vec<Verdict>>,
}

impl Reading {
    pub(super) fn of(text: &str, language: Language, layers: Layers) -> Self {
        let mut all = Self::of_all(&[(text, language)], layers);
        all.pop().expect("each text has its reading")
    }

    /// The readings of several texts. Each is what it would be alone: they are only read more quickly together.
    pub(super) fn of_all(texts: &[(&str, Language)], layers: Layers) -> Vec<Self> {
        let read: Vec<(Sentence, Vec<Detection>)> = texts
            .iter()
            .map(|(text, _)| {
                let sentence = Sentence::of(text);
                let found = rules(text, &sentence, layers);
                (sentence, found)
            })
            .collect();
        let verdicts = layers.model.then(|| {
            let evidence = read
                .iter()
                .zip(texts)
                .map(|((sentence, found), (_, language))| {
                    Evidence::new(sentence, found, *language)
                });
            let evidence: Vec<Evidence<'_>> = evidence.collect();
            model::verdicts(&evidence)
        });
        let mut verdicts = verdicts.map(Vec::into_iter);
        read.into_iter()
            .zip(texts)
            .map(|((sentence, found), (_, language))| Self {
                sentence,
                language: *language,
                found,
                verdicts: verdicts.as_mut().and_then(Iterator::next),
            })
            .collect()
    }

    /// What is found in the text, in its order and apart.
    pub(super) fn detections(&self, text: &str) -> Vec<Detection> {
        let Self {
            sentence, found, ..
        } = self;
        let mut found = found.clone();
        if let Some(verdicts) = &self.verdicts {
            spans::weigh(sentence, verdicts, &mut found);
            spans::find(text, sentence, verdicts, &mut found);
            detail::find(text, sentence, verdicts, &mut found);
        }
        address::complete(text, sentence, &mut found);
        identifier::complete(text, &mut found);
        widen::widen(sentence, self.language, &mut found);
        let mut found = merge(found);
        widen::join_given(sentence, &mut found);
        widen::take_along(sentence, self.language, &mut found);
        widen::leave_out_firm(sentence, &mut found);
        widen::take_office(sentence, self.language, &mut found);
        let mut found = cut::cut(sentence, found);
        found.retain(|find| !abbreviation::is_only_abbreviation(sentence, self.language, find));
        found
    }
}

/// Who reads lines, and keeps the readings of the last ones: a line is asked about many times.
#[derive(Default)]
pub(in crate::anonymise) struct Reader {
    now: HashMap<Secret, Kept>,
    before: HashMap<Secret, Kept>,
    /// Whether a word is ordinary, or put together from such: it takes long to say.
    words: HashMap<Secret, bool>,
}

/// How many readings are kept of a text, and of that before it.
const READINGS: usize = 64;
/// Of how many words it is kept whether they are ordinary.
const WORDS: usize = 4_096;

struct Kept {
    language: Language,
    layers: Layers,
    reading: Reading,
}

/// Lines that a reader is asked about next.
pub(in crate::anonymise) struct Unread<'lines> {
    pub(in crate::anonymise) lines: Vec<&'lines str>,
    pub(in crate::anonymise) language: Language,
    pub(in crate::anonymise) layers: Layers,
    pub(in crate::anonymise) reader: &'lines mut Reader,
}

impl Reader {
    /// Lets several readers read the lines that they are asked about next: together it takes less time. As many lines
    /// as each can keep are read, in the layers of the first of them.
    pub(in crate::anonymise) fn read_together(all: Vec<Unread<'_>>) {
        let Some(layers) = all.first().map(|unread| unread.layers) else {
            return;
        };
        let mut texts = Vec::new();
        let mut readers = Vec::new();
        for unread in all.into_iter().filter(|unread| unread.layers == layers) {
            let count = unread.lines.len().min(READINGS);
            let lines = unread.lines.iter().take(count);
            texts.extend(lines.map(|line| (*line, unread.language)));
            readers.push((unread.reader, count));
        }
        let mut read = texts.iter().zip(Reading::of_all(&texts, layers));
        for (reader, count) in readers {
            for ((line, language), reading) in read.by_ref().take(count) {
                let kept = Kept {
                    language: *language,
                    layers,
                    reading,
                };
                reader.now.insert(Secret::from(*line), kept);
            }
        }
    }

    /// Says that another text is read from here on.
    pub(in crate::anonymise) fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// What is found in a line, in its order and apart.
    pub(in crate::anonymise) fn detections(
        &mut self,
        line: &str,
        language: Language,
        layers: Layers,
    ) -> Vec<Detection> {
        self.read(line, language, layers).detections(line)
    }

    /// Whether a folded word is ordinary or put together from such.
    pub(super) fn is_word(&mut self, folded: &str) -> bool {
        if self.words.len() > WORDS {
            self.words.clear();
        }
        if let Some(is_word) = self.words.get(folded) {
            return *is_word;
        }
        let is_word = is_ordinary(folded) || dictionary::compound(folded, false) == Compound::Firm;
        self.words.insert(Secret::from(folded), is_word);
        is_word
    }

    pub(super) fn read(&mut self, line: &str, language: Language, layers: Layers) -> &Reading {
        let is_it = |kept: &Kept| kept.language == language && kept.layers == layers;
        if !self.now.get(line).is_some_and(is_it) {
            let known = self.before.remove(line).filter(is_it);
            let kept = known.unwrap_or_else(|| Kept {
                language,
                layers,
                reading: Reading::of(line, language, layers),
            });
            if self.now.len() >= READINGS {
                self.turn();
            }
            self.now.insert(Secret::from(line), kept);
        }
        &self.now[line].reading
    }
}
