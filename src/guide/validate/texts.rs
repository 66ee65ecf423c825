//! Texts: in every language that the guide declares, readable, and short enough for their place.

use crate::guide::{
    ByLanguage, FaultKind, Guide, LocalisedList, LocalisedText, Phrase, Trail, is_hidden,
};
use crate::language::{self, Language};

use super::walk::{Purpose, Written, walk};
use super::{Faults, french, questions, typography, variables};

/// How many cells of the screen the head of a column has.
const WIDEST_TITLE: usize = 24;

/// How many characters two lines of 80 columns hold.
const LONGEST_QUESTION: usize = 160;

/// How many keys there are for probes, Alt-1 to Alt-9.
const MOST_PROBES: usize = 9;

/// What the program writes where somebody is to write something, in the three languages.
const TO_BE_WRITTEN: [&str; 3] = ["(noch zu schreiben)", "(à rédiger)", "(to be written)"];

/// A text in one language and who reads it.
#[derive(Clone, Copy)]
pub(super) struct Passage<'guide> {
    pub(super) text: &'guide str,
    pub(super) readers: &'guide [Language],
    pub(super) purpose: Purpose<'guide>,
}

pub(super) fn check(guide: &Guide, faults: &mut Faults) {
    let declared = guide.languages.as_slice();
    walk(guide, &mut |at, written| match written {
        Written::Text(text, purpose) => localised_text(text, purpose, declared, at, faults),
        Written::Probes(list) => {
            number_of_probes(list, declared, at, faults);
            localised_list(list, declared, at, faults);
        }
        Written::Keywords(list) => localised_list(list, declared, at, faults),
        Written::Edition(edition) => {
            not_empty(edition, at, faults);
            hidden_characters(edition, at, faults);
        }
        Written::Word(word) => hidden_characters(word, at, faults),
    });
}

fn localised_text(
    text: &LocalisedText,
    purpose: Purpose<'_>,
    declared: &[Language],
    at: &Trail<'_>,
    faults: &mut Faults,
) {
    let mut passage = |text: &str, readers: &[Language], at: &Trail<'_>| {
        let passage = Passage {
            text,
            readers,
            purpose,
        };
        check_passage(passage, at, faults);
    };
    match text {
        LocalisedText::Plain(text) => passage(text, declared, at),
        LocalisedText::ByLanguage(texts) => {
            for (language, text) in texts.iter() {
                passage(text, &[language], &at.field(language.tag()));
            }
            languages(texts, declared, at, faults);
        }
    }
}

fn localised_list(
    list: &LocalisedList,
    declared: &[Language],
    at: &Trail<'_>,
    faults: &mut Faults,
) {
    let mut items = |list: &[Phrase], readers: &[Language], at: &Trail<'_>| {
        for (index, text) in list.iter().enumerate() {
            let passage = Passage {
                text,
                readers,
                purpose: Purpose::Line,
            };
            check_passage(passage, &at.item(index), faults);
        }
    };
    match list {
        LocalisedList::Plain(list) => items(list, declared, at),
        LocalisedList::ByLanguage(lists) => {
            for (language, list) in lists.iter() {
                items(list, &[language], &at.field(language.tag()));
            }
            languages(lists, declared, at, faults);
        }
    }
}

/// What exists by language exists in all declared ones and in no other.
fn languages<T>(
    values: &ByLanguage<T>,
    declared: &[Language],
    at: &Trail<'_>,
    faults: &mut Faults,
) {
    // A guide that declares none has that fault, and not one more for each of its texts.
    if declared.is_empty() {
        return;
    }
    for language in declared {
        if values.get(*language).is_none() {
            faults.add(at, FaultKind::MissingLanguage(*language));
        }
    }
    for (language, _) in values.iter() {
        if !declared.contains(&language) {
            let at = at.field(language.tag());
            faults.add(&at, FaultKind::UndeclaredLanguage(language));
        }
    }
}

/// Probes are asked by number, so all languages have as many.
fn number_of_probes(
    probes: &LocalisedList,
    declared: &[Language],
    at: &Trail<'_>,
    faults: &mut Faults,
) {
    let LocalisedList::ByLanguage(lists) = probes else {
        too_many_probes(probes.in_language(Language::De).len(), at, faults);
        return;
    };
    let first = declared.iter().find_map(|language| lists.get(*language));
    let any = || lists.iter().next().map(|(_, list)| list);
    let expected = first.or_else(any).map_or(0, Vec::len);
    for (language, list) in lists.iter() {
        let at = at.field(language.tag());
        too_many_probes(list.len(), &at, faults);
        if list.len() != expected {
            let kind = FaultKind::UnequalProbes {
                language,
                found: list.len(),
                expected,
            };
            faults.add(&at, kind);
        }
    }
}

fn too_many_probes(found: usize, at: &Trail<'_>, faults: &mut Faults) {
    if found > MOST_PROBES {
        let most = MOST_PROBES;
        faults.add(at, FaultKind::TooManyProbes { found, most });
    }
}

fn check_passage(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    not_empty(passage.text, at, faults);
    unwritten(passage.text, at, faults);
    lines(passage, at, faults);
    length(passage, at, faults);
    variables::check(passage, at, faults);
    typography::check(passage, at, faults);
    french::check(passage, at, faults);
    questions::check(passage, at, faults);
}

fn not_empty(text: &str, at: &Trail<'_>, faults: &mut Faults) {
    if text.trim().is_empty() {
        faults.add(at, FaultKind::EmptyText);
    }
}

fn unwritten(text: &str, at: &Trail<'_>, faults: &mut Faults) {
    for sign in TO_BE_WRITTEN {
        if let Some((before, _)) = text.split_once(sign) {
            let start = before.chars().count();
            let within = start..start + sign.chars().count();
            faults.add_within(at, within, FaultKind::Unwritten);
        }
    }
}

fn lines(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    if matches!(passage.purpose, Purpose::Prose) {
        characters(passage.text, at, faults, |c| match c {
            '\n' => None,
            _ => Some(FaultKind::HiddenCharacter(c)),
        });
    } else {
        characters(passage.text, at, faults, |c| match c {
            '\n' => Some(FaultKind::LineBreak),
            _ => Some(FaultKind::HiddenCharacter(c)),
        });
    }
}

fn hidden_characters(word: &str, at: &Trail<'_>, faults: &mut Faults) {
    characters(word, at, faults, |c| Some(FaultKind::HiddenCharacter(c)));
}

/// Adds what a hidden character amounts to here. The first half of a Windows line end never amounts to anything.
fn characters(
    text: &str,
    at: &Trail<'_>,
    faults: &mut Faults,
    fault: impl Fn(char) -> Option<FaultKind>,
) {
    let mut characters = text.chars().enumerate().peekable();
    while let Some((index, c)) = characters.next() {
        let ends_line = c == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
        if is_hidden(c)
            && !ends_line
            && let Some(kind) = fault(c)
        {
            faults.add_within(at, index..index + 1, kind);
        }
    }
}

fn length(passage: Passage<'_>, at: &Trail<'_>, faults: &mut Faults) {
    match passage.purpose {
        Purpose::ColumnHead => {
            let (found, most) = (language::width(passage.text), WIDEST_TITLE);
            if found > most {
                faults.add(at, FaultKind::TitleTooWide { found, most });
            }
        }
        Purpose::Question(_) => {
            let (found, most) = (passage.text.chars().count(), LONGEST_QUESTION);
            if found > most {
                faults.add(at, FaultKind::QuestionTooLong { found, most });
            }
        }
        Purpose::Line | Purpose::Prose => {}
    }
}
