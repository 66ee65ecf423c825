//! The words of invented notes: a beginning, what a code says, an ending.
//!
//! Every piece goes once through the search for names, as everything does that reaches a file; notes are then put
//! together from pieces.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::anonymise::{Certainty, CleanText, Memory, ProtectedWords, Scanner, redact_whole};
use crate::guide::Guide;
use crate::language::Language;
use crate::release::Draw;

/// The beginnings and endings of a language.
struct Words {
    beginnings: &'static [&'static str],
    endings: &'static [&'static str],
    colon: &'static str,
}

const GERMAN: Words = Words {
    beginnings: &[
        "nach eigener Erfahrung",
        "gleich zu Beginn gesagt",
        "erst auf Nachfrage",
        "mehrmals betont",
        "am Beispiel eines gemeinsamen Anlasses",
        "im Vergleich zur anderen Seite",
        "aus Sicht der Mitglieder",
        "im Rückblick auf die ersten Jahre",
        "mit Blick auf die kommenden Jahre",
        "beiläufig erwähnt",
        "nach einer längeren Pause",
        "als wichtigster Punkt genannt",
    ],
    endings: &[
        "auf beiden Seiten gleich",
        "auf der eigenen Seite stärker",
        "auf der anderen Seite kaum",
        "das trägt bis heute",
        "das kostet viel Zeit",
        "ohne das ginge wenig",
        "davon hängt vieles ab",
        "das wurde mit den Jahren leichter",
        "das ist schwieriger als gedacht",
        "darüber wird selten gesprochen",
        "kleine Betriebe merken es zuerst",
        "grosse Betriebe brauchen es weniger",
        "dafür fehlt oft das Geld",
        "dafür fehlen die Leute",
        "es kommt auf die einzelnen Personen an",
        "das müsste fester geregelt sein",
    ],
    colon: ": ",
};

const FRENCH: Words = Words {
    beginnings: &[
        "d’après sa propre expérience",
        "dit dès le début",
        "seulement après relance",
        "souligné plusieurs fois",
        "à l’exemple d’une rencontre commune",
        "en comparaison de l’autre côté",
        "du point de vue des membres",
        "avec le recul des premières années",
        "en pensant aux années à venir",
        "mentionné en passant",
        "après un long silence",
        "cité comme le point le plus important",
    ],
    endings: &[
        "pareil des deux côtés",
        "plus fort de son propre côté",
        "à peine de l’autre côté",
        "cela tient encore aujourd’hui",
        "cela demande beaucoup de temps",
        "sans cela, peu de choses iraient",
        "beaucoup de choses en dépendent",
        "c’est devenu plus facile avec les années",
        "c’est plus difficile que prévu",
        "on en parle rarement",
        "les petites entreprises le remarquent tout de suite",
        "les grandes entreprises en ont moins besoin",
        "l’argent manque souvent pour cela",
        "les gens manquent pour cela",
        "cela dépend des personnes",
        "il faudrait des règles plus fermes",
    ],
    colon: "\u{a0}: ",
};

const ENGLISH: Words = Words {
    beginnings: &[
        "from own experience",
        "said right at the beginning",
        "only when asked again",
        "stressed several times",
        "using a shared event as an example",
        "compared with the other side",
        "as the members see it",
        "looking back at the early years",
        "with a view to the coming years",
        "mentioned in passing",
        "after a long pause",
        "named as the main point",
    ],
    endings: &[
        "the same on both sides",
        "stronger on their own side",
        "hardly on the other side",
        "this still carries today",
        "this takes a lot of time",
        "little would work without it",
        "much depends on it",
        "it became easier over the years",
        "it is harder than expected",
        "it is rarely talked about",
        "small firms notice it at once",
        "large firms need it less",
        "money for it is often missing",
        "people for it are missing",
        "it depends on the persons",
        "it would need firmer rules",
    ],
    colon: ": ",
};

/// The pieces of notes, in all languages.
pub(super) struct Phrases(BTreeMap<Language, Pieces>);

struct Pieces {
    beginnings: Vec<CleanText>,
    codes: BTreeMap<String, CleanText>,
    endings: Vec<CleanText>,
    colon: CleanText,
    comma: CleanText,
}

impl Phrases {
    /// The pieces for the guide that all invented studies follow. They are made once: every piece is searched for names.
    pub(super) fn of(guide: &Guide) -> &'static Self {
        static PHRASES: OnceLock<Phrases> = OnceLock::new();
        PHRASES.get_or_init(|| Self::searched(guide))
    }

    fn searched(guide: &Guide) -> Self {
        let vocabulary = guide.vocabulary();
        let of_language = |language: Language| {
            let mut memory = Memory::new(language);
            memory.set_vocabulary(vocabulary.iter().map(String::as_str));
            let nobody = ProtectedWords::default();
            let mut scanner = Scanner::new(language, &[], &vocabulary, &nobody);
            let pieces = Pieces::of(guide, language, &mut memory);
            (
                language,
                pieces.without_false_alarms(language, &mut scanner),
            )
        };
        Self(Language::ALL.into_iter().map(of_language).collect())
    }

    /// A note about a code; about none in particular, a beginning and an ending.
    pub(super) fn note(
        &self,
        language: Language,
        code: Option<&str>,
        draw: &mut Draw,
    ) -> CleanText {
        let Some(pieces) = self.0.get(&language) else {
            return CleanText::empty();
        };
        let label = code.and_then(|code| pieces.codes.get(code));
        let mut parts: Vec<&CleanText> = Vec::new();
        if label.is_none() || draw.chance(600) {
            parts.extend(draw.one_of(&pieces.beginnings));
            parts.push(&pieces.colon);
        }
        if let Some(label) = label {
            parts.push(label);
            if draw.chance(800) {
                parts.push(&pieces.comma);
                parts.extend(draw.one_of(&pieces.endings));
            }
        } else {
            parts.extend(draw.one_of(&pieces.endings));
        }
        joined(&parts)
    }

    /// A sentence that puts a cell together.
    pub(super) fn summary(&self, language: Language, draw: &mut Draw) -> CleanText {
        let Some(pieces) = self.0.get(&language) else {
            return CleanText::empty();
        };
        let mut parts: Vec<&CleanText> = Vec::new();
        parts.extend(draw.one_of(&pieces.endings));
        parts.push(&pieces.comma);
        parts.extend(draw.one_of(&pieces.endings));
        joined(&parts)
    }
}

impl Pieces {
    fn of(guide: &Guide, language: Language, memory: &mut Memory) -> Self {
        let mut clean = |text: &str| redact_whole(text, memory).0;
        let words = match language {
            Language::De => GERMAN,
            Language::Fr => FRENCH,
            Language::En => ENGLISH,
        };
        let codes = guide.codes.iter().map(|code| {
            let label = code.label.in_language(guide.language_for(language));
            (code.id.clone(), clean(&within_a_sentence(label, language)))
        });
        Self {
            codes: codes.collect(),
            beginnings: words.beginnings.iter().map(|text| clean(text)).collect(),
            endings: words.endings.iter().map(|text| clean(text)).collect(),
            colon: clean(words.colon),
            comma: clean(", "),
        }
    }
}

impl Pieces {
    /// Without the labels that the search takes for names however often they stand in a note. It errs now and then; a
    /// study whose every session is held back because of it would be of no use for trying.
    fn without_false_alarms(mut self, language: Language, scanner: &mut Scanner) -> Self {
        let Self {
            beginnings,
            endings,
            colon,
            comma,
            ..
        } = &self;
        let mut alarms = |text: &CleanText| {
            let hits = scanner.scan(text.as_str(), language);
            hits.iter().any(|hit| hit.certainty >= Certainty::Likely)
        };
        let mut kept = self.codes.clone();
        kept.retain(|_, label| {
            let behind = endings
                .iter()
                .take(1)
                .map(|ending| joined(&[label, comma, ending]));
            let before = beginnings
                .iter()
                .take(1)
                .map(|start| joined(&[start, colon, label]));
            !std::iter::once(label.clone())
                .chain(behind)
                .chain(before)
                .any(|text| alarms(&text))
        });
        self.codes = kept;
        self
    }
}

/// A label as it stands within a sentence: but in German it begins with a small letter, unless it is an acronym.
fn within_a_sentence(label: &str, language: Language) -> String {
    let mut characters = label.chars();
    let first = characters.next();
    let rest = characters.as_str();
    match first {
        Some(first) if language != Language::De && rest.starts_with(char::is_lowercase) => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => label.to_owned(),
    }
}

fn joined(parts: &[&CleanText]) -> CleanText {
    let mut text = CleanText::empty();
    for part in parts {
        let end = text.as_str().chars().count();
        text = text.spliced(end, 0, part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::demo::generate::GUIDE;
    use crate::store::guides::BUILT_IN;

    #[test]
    fn no_piece_is_taken_for_a_name() {
        let built_in = BUILT_IN.iter().find(|guide| guide.id == GUIDE).unwrap();
        let guide = built_in.guide(GUIDE).unwrap();
        for (language, pieces) in &Phrases::of(&guide).0 {
            let all = pieces
                .beginnings
                .iter()
                .chain(&pieces.endings)
                .chain(pieces.codes.values());
            for piece in all {
                assert!(!piece.as_str().contains('['), "{language}: {piece:?}");
            }
            assert_eq!(pieces.comma.as_str(), ", ", "{language}");
            assert!(pieces.colon.as_str().ends_with(": "), "{language}");
            // Hardly a label is left out because the search errs.
            assert!(
                pieces.codes.len() * 10 > guide.codes.len() * 9,
                "{language}"
            );
        }
    }
}
