//! Main questions: each one open invitation to talk, and no more of them than an hour holds.
//!
//! Advice of the handbooks on guide interviews: ask openly, one thing at a time, suggest no answer, and plan eight to
//! fifteen questions an hour (C. Helfferich, Die Qualität qualitativer Daten, 2011; J. Gläser and G. Laudel,
//! Experteninterviews und qualitative Inhaltsanalyse, 2010). A sentence with two halves («What helped – and what stood
//! in the way?») is one invitation; probes may be as closed as they like. Words alone are looked at, so that all of it
//! is a warning.

use std::ops::Range;

use crate::guide::{FaultKind, Guide, Mode, Trail, Weight};
use crate::language::Language;

use super::Faults;
use super::texts::Passage;
use super::walk::Purpose;

/// How many main questions an hour holds at most.
const MOST_AN_HOUR: u32 = 15;

/// How many questions must be asked in the time that is planned.
pub(super) fn check_pace(guide: &Guide, faults: &mut Faults) {
    for mode in [Mode::OnSite, Mode::Phone] {
        let musts = guide
            .topics()
            .filter(|(_, topic)| topic.weight.of(mode) == Weight::Must)
            .count();
        let minutes = guide.minutes(mode);
        let musts = u32::try_from(musts).unwrap_or(u32::MAX);
        // A guide without minutes has that fault.
        if minutes > 0 && musts.saturating_mul(60) > MOST_AN_HOUR.saturating_mul(minutes) {
            let kind = FaultKind::TooManyQuestions {
                mode,
                found: musts.saturating_mul(60).div_ceil(minutes),
                most: MOST_AN_HOUR,
            };
            faults.add(&Trail::TOP.field("blocks"), kind);
        }
    }
}

/// How a main question is put.
pub(super) fn check(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    let (Purpose::Question(_), [language]) = (passage.purpose, passage.readers) else {
        return;
    };
    let text = Text::of(passage.text);
    let questions = text.questions();
    for within in &questions {
        if text.expects_yes_or_no(within.clone(), *language) {
            faults.add_within(at, within.clone(), FaultKind::YesNoQuestion);
        }
    }
    if let [_, second, ..] = &questions[..] {
        let kind = FaultKind::SeveralQuestions {
            found: questions.len(),
        };
        faults.add_within(at, second.clone(), kind);
    }
    for within in text.phrases(leading(*language)) {
        faults.add_within(at, within, FaultKind::LeadingWord);
    }
}

/// A text, small letters alone, with one kind of apostrophe: its characters stand where they stand in the original.
struct Text(Vec<char>);

impl Text {
    fn of(text: &str) -> Self {
        let small = |c: char| match c {
            '’' => '\'',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        Self(text.chars().map(small).collect())
    }

    /// The sentences that end with a question mark, without what stands before a colon.
    fn questions(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        for (index, c) in self.0.iter().enumerate() {
            let next = self.0.get(index + 1);
            let ends = next.is_none_or(|next| !next.is_alphanumeric());
            match c {
                // «?!» and «??» end one question.
                '?' if !self.has_word(start..index) => start = index + 1,
                '?' => {
                    found.push(self.trimmed(start..index + 1));
                    start = index + 1;
                }
                '.' | '!' | ':' | ';' | '…' if ends => start = index + 1,
                _ => {}
            }
        }
        found
    }

    fn has_word(&self, within: Range<usize>) -> bool {
        self.0[within].iter().any(|c| c.is_alphanumeric())
    }

    fn trimmed(&self, within: Range<usize>) -> Range<usize> {
        let space = self.0[within.clone()]
            .iter()
            .take_while(|c| !c.is_alphanumeric())
            .count();
        within.start + space..within.end
    }

    /// Whether a question can be answered with yes or no and does not ask to tell something.
    fn expects_yes_or_no(&self, within: Range<usize>, language: Language) -> bool {
        let sentence: String = self.0[within].iter().collect();
        let words: Vec<&str> = sentence
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-')))
            .filter(|word| !word.is_empty())
            .skip_while(|word| LINKS.contains(word))
            .collect();
        let invites = |verbs: &[&str]| words.iter().any(|word| verbs.contains(word));
        match language {
            Language::De => starts_with(&words, GERMAN_VERBS) && !invites(GERMAN_INVITATIONS),
            Language::En => starts_with(&words, ENGLISH_VERBS) && !invites(ENGLISH_INVITATIONS),
            Language::Fr => is_closed_in_french(&words) && !invites(FRENCH_INVITATIONS),
        }
    }

    /// Where these phrases stand as whole words.
    fn phrases(&self, phrases: &[&str]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for phrase in phrases {
            let phrase: Vec<char> = phrase.chars().collect();
            for (start, piece) in self.0.windows(phrase.len()).enumerate() {
                let within = start..start + phrase.len();
                if piece == phrase && self.is_whole(&within) {
                    found.push(within);
                }
            }
        }
        found
    }

    /// Whether no word goes on at either end.
    fn is_whole(&self, within: &Range<usize>) -> bool {
        let before = within.start.checked_sub(1).and_then(|at| self.0.get(at));
        let after = self.0.get(within.end);
        let mut beside = before.into_iter().chain(after);
        beside.all(|c| !c.is_alphanumeric())
    }
}

fn starts_with(words: &[&str], verbs: &[&str]) -> bool {
    words.first().is_some_and(|first| verbs.contains(first))
}

/// «Est-ce que …», «Avez-vous …», or «Votre entreprise exporte-t-elle …» without a word that asks.
fn is_closed_in_french(words: &[&str]) -> bool {
    let turned = |word: &str| {
        FRENCH_PRONOUNS
            .iter()
            .any(|pronoun| word.ends_with(pronoun))
    };
    let asks = |word: &&str| {
        word.starts_with("qu'") || FRENCH_ASKING.contains(word) || word.starts_with("lesquel")
    };
    match words {
        [first, ..] if asks(first) => false,
        ["y", second, ..] => turned(second),
        [first, ..] if turned(first) => true,
        _ => words.iter().any(|word| turned(word)) && !words.iter().any(asks),
    }
}

/// What suggests the answer.
const fn leading(language: Language) -> &'static [&'static str] {
    match language {
        Language::De => &[
            "sicherlich",
            "doch sicher",
            "doch bestimmt",
            "sicher auch",
            "bestimmt auch",
            "ja wohl",
            "natürlich",
            "zweifellos",
            "bekanntlich",
            "nicht wahr",
            "nicht auch",
            "finden sie nicht",
            "meinen sie nicht",
            "glauben sie nicht",
            "denken sie nicht",
            "stimmen sie zu",
            "sind sie einverstanden",
        ],
        Language::Fr => &[
            "n'est-ce pas",
            "bien sûr",
            "évidemment",
            "certainement",
            "sûrement",
            "sans aucun doute",
            "comme chacun sait",
            "ne pensez-vous pas",
            "ne croyez-vous pas",
            "ne trouvez-vous pas",
            "êtes-vous d'accord",
        ],
        Language::En => &[
            "surely",
            "certainly",
            "undoubtedly",
            "obviously",
            "of course",
            "as we all know",
            "don't you",
            "wouldn't you",
            "aren't you",
            "isn't it",
            "do you agree",
            "would you agree",
            "you would agree",
        ],
    }
}

/// What joins a sentence to the one before.
const LINKS: [&str; 12] = [
    "und", "also", "oder", "aber", "dann", "et", "mais", "alors", "and", "but", "so", "then",
];

/// Verbs that stand first in a German question only if it asks for yes or no.
const GERMAN_VERBS: &[&str] = &[
    "arbeiten", "arbeitet", "bekommen", "besteht", "bestehen", "brauchen", "braucht", "darf",
    "denken", "dürfen", "erwarten", "fand", "fanden", "finden", "gab", "gibt", "glauben", "haben",
    "hat", "hatte", "hatten", "hilft", "ist", "kam", "kamen", "kann", "kennen", "kommen", "kommt",
    "können", "konnte", "konnten", "könnte", "könnten", "lief", "läuft", "machen", "macht",
    "meinen", "möchten", "müssen", "muss", "musste", "mussten", "nutzen", "nutzt", "planen",
    "sehen", "sind", "soll", "sollen", "sollte", "sollten", "spielen", "spielt", "stehen", "steht",
    "stimmt", "treffen", "war", "waren", "werden", "will", "wird", "wissen", "wollen", "wollte",
    "wollten", "wurde", "wurden", "würde", "würden", "wäre", "wären",
];

/// Verbs of German sentences that ask to tell, though they are put as a request.
const GERMAN_INVITATIONS: &[&str] = &[
    "berichten",
    "beschreiben",
    "erklären",
    "erläutern",
    "erzählen",
    "nennen",
    "sagen",
    "schildern",
];

/// Verbs that stand first in an English question only if it asks for yes or no.
const ENGLISH_VERBS: &[&str] = &[
    "am", "are", "aren't", "can", "can't", "could", "did", "didn't", "do", "does", "doesn't",
    "don't", "had", "has", "hasn't", "have", "haven't", "is", "isn't", "may", "might", "must",
    "shall", "should", "was", "wasn't", "were", "weren't", "will", "won't", "would", "wouldn't",
];

/// Verbs of English sentences that ask to tell, though they are put as a request.
const ENGLISH_INVITATIONS: &[&str] = &[
    "describe", "explain", "give", "name", "outline", "say", "share", "take", "talk", "tell",
    "walk",
];

/// What stands behind the verb of a French sentence that asks.
const FRENCH_PRONOUNS: [&str; 11] = [
    "-vous", "-il", "-elle", "-ils", "-elles", "-on", "-nous", "-tu", "-je", "-ce", "est-ce",
];

/// Words that ask for more than yes or no.
const FRENCH_ASKING: [&str; 17] = [
    "qui",
    "que",
    "quoi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "lequel",
    "laquelle",
    "où",
    "comment",
    "pourquoi",
    "quand",
    "combien",
    "d'où",
    "jusqu'où",
    "duquel",
];

/// Verbs of French sentences that ask to tell, though they are put as a request.
const FRENCH_INVITATIONS: &[&str] = &[
    "citer",
    "dire",
    "décrire",
    "expliquer",
    "parler",
    "présenter",
    "raconter",
    "préciser",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The warnings of a main question in a language, each with what it is about.
    fn found(language: Language, text: &str) -> Vec<(String, FaultKind)> {
        let mut faults = Faults::default();
        let passage = Passage {
            text,
            readers: &[language],
            purpose: Purpose::Question(&[]),
        };
        check(passage, &Trail::TOP, &mut faults);
        let characters: Vec<char> = text.chars().collect();
        let piece = |within: Range<usize>| characters[within].iter().collect();
        faults
            .0
            .into_iter()
            .map(|fault| (piece(fault.within.unwrap()), fault.kind))
            .collect()
    }

    #[test]
    fn an_open_invitation_has_no_fault() {
        for (language, text) in [
            (Language::De, "Erzählen Sie mir, wie das begann."),
            (Language::De, "Können Sie mir beschreiben, wie das begann?"),
            (
                Language::De,
                "Gehen wir zurück: Wie ist das entstanden, und was wollten Sie?",
            ),
            (Language::De, "Wer bestimmt, wie sicher etwas sein muss?"),
            (Language::De, "Haben Sie Dank. Was war das Ziel?"),
            (Language::Fr, "Qu’est-ce qui vous a aidé\u{a0}?"),
            (Language::Fr, "Pourriez-vous me raconter le début\u{a0}?"),
            (
                Language::Fr,
                "Comment votre institution est-elle organisée\u{a0}?",
            ),
            (
                Language::Fr,
                "Quand cela n’avance pas, à quoi est-ce dû\u{a0}?",
            ),
            (Language::Fr, "Et que devrait faire la politique\u{a0}?"),
            (
                Language::En,
                "How did it come about, and what did you want from it?",
            ),
            (Language::En, "Could you tell me how it began?"),
            (Language::En, "What was of use, of all the courses?"),
        ] {
            assert_eq!(found(language, text), [], "{text}");
        }
    }

    #[test]
    fn a_question_for_yes_or_no_is_told_in_each_language() {
        for (language, text, question) in [
            (Language::De, "Haben Sie Partner?", "Haben Sie Partner?"),
            (
                Language::De,
                "Und nun: Gibt es einen Vertrag?",
                "Gibt es einen Vertrag?",
            ),
            (
                Language::Fr,
                "Avez-vous des partenaires\u{a0}?",
                "Avez-vous des partenaires\u{a0}?",
            ),
            (
                Language::Fr,
                "Est-ce que vous exportez\u{a0}?",
                "Est-ce que vous exportez\u{a0}?",
            ),
            (
                Language::Fr,
                "Y a-t-il un contrat\u{a0}?",
                "Y a-t-il un contrat\u{a0}?",
            ),
            (
                Language::Fr,
                "Votre entreprise exporte-t-elle\u{a0}?",
                "Votre entreprise exporte-t-elle\u{a0}?",
            ),
            (
                Language::En,
                "So, do you have partners?",
                "So, do you have partners?",
            ),
            (Language::En, "Is there a contract?", "Is there a contract?"),
        ] {
            assert_eq!(
                found(language, text),
                [(question.to_owned(), FaultKind::YesNoQuestion)],
                "{text}"
            );
        }
    }

    #[test]
    fn two_questions_in_one_are_told_with_the_second() {
        for (language, text, second) in [
            (
                Language::De,
                "Wie begann es? Wer war dabei?!",
                "Wer war dabei?",
            ),
            (
                Language::Fr,
                "Comment\u{a0}? Avec qui\u{a0}?",
                "Avec qui\u{a0}?",
            ),
            (
                Language::En,
                "How did it begin? Who took part?",
                "Who took part?",
            ),
        ] {
            let kind = FaultKind::SeveralQuestions { found: 2 };
            assert_eq!(found(language, text), [(second.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn words_that_suggest_the_answer_are_told() {
        for (language, text, word) in [
            (Language::De, "Was hat natürlich geholfen?", "natürlich"),
            (
                Language::Fr,
                "Qu’est-ce qui a bien sûr aidé\u{a0}?",
                "bien sûr",
            ),
            (
                Language::Fr,
                "Que gagne-t-on, n’est-ce pas\u{a0}?",
                "n’est-ce pas",
            ),
            (Language::En, "What surely helped?", "surely"),
            (
                Language::En,
                "How useful is it, don’t you think?",
                "don’t you",
            ),
        ] {
            assert_eq!(
                found(language, text),
                [(word.to_owned(), FaultKind::LeadingWord)],
                "{text}"
            );
        }
    }
}
