//! From what the model says of single words to names.

use super::model::{Tag, Verdict};
use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, keep};
use crate::anonymise::lexicon;

/// From which margin on a word is taken for a name.
const LIKELY: f32 = 0.0;
/// From which margin on a word is doubtful.
const DOUBTFUL: f32 = -5.0;

/// Appends the names that the model sees.
pub(super) fn find(
    text: &str,
    sentence: &Sentence,
    verdicts: &[Verdict],
    found: &mut Vec<Detection>,
) {
    for bound in [LIKELY, DOUBTFUL] {
        let certainty = if bound == LIKELY {
            Certainty::Likely
        } else {
            Certainty::Doubtful
        };
        let mut open: Option<Detection> = None;
        for (word, verdict) in sentence.words.iter().zip(verdicts) {
            let is_name = verdict.margin > bound
                && may_be(word)
                && !parts(word, verdict.name)
                && (bound == LIKELY || verdict.margin <= LIKELY && is_suspect(word));
            if !is_name {
                found.extend(open.take());
                continue;
            }
            match &mut open {
                Some(last) if last.kind == kind(verdict.name) && joins(text, last, word) => {
                    last.span.end = word.span.end
                }
                _ => {
                    found.extend(open.take());
                    open = Some(Detection {
                        span: word.span.clone(),
                        kind: kind(verdict.name),
                        certainty,
                        by: By::Model,
                    });
                }
            }
        }
        found.extend(open);
    }
}

/// Whether the word can be a name at all: numbers and single small letters cannot.
fn may_be(word: &Word) -> bool {
    word.shape != Shape::Digits && !(word.shape == Shape::Small && word.folded.len() < 2)
}

/// Whether the word parts two names: persons and places have no «und» in them.
fn parts(word: &Word, tag: Tag) -> bool {
    tag != Tag::Institution
        && matches!(
            word.folded.as_str(),
            "und"
                | "et"
                | "and"
                | "oder"
                | "ou"
                | "or"
                | "mit"
                | "avec"
                | "with"
                | "sowie"
                | "aber"
                | "mais"
                | "but"
        )
}

/// Whether a word that is only doubtful is worth a question: one in no dictionary, or one that lists have as a name.
fn is_suspect(word: &Word) -> bool {
    matches!(word.shape, Shape::Capital | Shape::Mixed | Shape::Capitals)
        && word.folded.len() >= 3
        && !word.is_ordinary()
        && !word.is_compound
        && !lexicon::is_function_word(&word.folded)
        && !keep::stays(&word.folded)
}

const fn kind(tag: Tag) -> Kind {
    match tag {
        Tag::Institution => Kind::Institution,
        Tag::Place => Kind::Place,
        Tag::Nothing | Tag::Person => Kind::Person,
    }
}

/// Whether a word goes on with the name before it.
fn joins(text: &str, last: &Detection, word: &Word) -> bool {
    let between = text.get(last.span.end..word.span.start).unwrap_or_default();
    if between.chars().count() > 3 {
        return false;
    }
    match word.gap {
        Gap::Space | Gap::Hyphen | Gap::Apostrophe => true,
        Gap::And => last.kind == Kind::Institution,
        // «A. Keller», «St. Gallen».
        Gap::Stop => between == ". " || between == ".",
        _ => false,
    }
}
