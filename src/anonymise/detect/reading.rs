//! A line as the detectors read it, kept for those who ask about it again.

use std::collections::HashMap;

use super::dictionary::{self, Compound};
use super::model::Verdict;
use super::sentence::Sentence;
use super::{Detection, Layers, cut, features, is_ordinary, merge, model, rules, spans, widen};
use crate::anonymise::secret::Secret;
use crate::language::Language;

/// What the rules found in a text, and what the model says of each of its words.
pub(super) struct Reading {
    pub(super) sentence: Sentence,
    found: Vec<Detection>,
    /// Nothing if the model was not asked.
    pub(super) verdicts: Option<Vec<Verdict>>,
}

impl Reading {
    pub(super) fn of(text: &str, language: Language, layers: Layers) -> Self {
        let sentence = Sentence::of(text);
        let found = rules(text, &sentence, layers);
        let verdicts = layers.model.then(|| {
            let evidence = features::Evidence::new(&sentence, &found, language);
            model::verdicts(&evidence, &model::Table::built_in())
        });
        Self {
            sentence,
            found,
            verdicts,
        }
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
        }
        widen::widen(sentence, &mut found);
        let mut found = merge(found);
        widen::join_given(sentence, &mut found);
        widen::leave_out_firm(sentence, &mut found);
        cut::cut(sentence, found)
    }
}

/// Who reads lines, and keeps the readings of the last two texts: a line is asked about many times.
#[derive(Default)]
pub(in crate::anonymise) struct Reader {
    now: Vec<Kept>,
    before: Vec<Kept>,
    /// Whether a word is ordinary, or put together from such: it takes long to say.
    words: HashMap<Secret, bool>,
}

/// Of how many words it is kept whether they are ordinary.
const WORDS: usize = 4_096;

struct Kept {
    line: Secret,
    language: Language,
    layers: Layers,
    reading: Reading,
}

impl Reader {
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
        let is_it =
            |kept: &Kept| *kept.line == *line && kept.language == language && kept.layers == layers;
        let at = self.now.iter().position(is_it).unwrap_or_else(|| {
            let kept = match self.before.iter().position(is_it) {
                Some(at) => self.before.swap_remove(at),
                None => Kept {
                    line: Secret::from(line),
                    language,
                    layers,
                    reading: Reading::of(line, language, layers),
                },
            };
            self.now.push(kept);
            self.now.len() - 1
        });
        &self.now[at].reading
    }
}
