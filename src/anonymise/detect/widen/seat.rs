//! An office, a school, a hospital that is told by its town alone: «mairie de Ferlinges», «Handwerkskammer Kaltbach».

use super::super::sentence::{Gap, Sentence, Word};
use super::super::{Certainty, Detection, Kind};
use crate::language::Language;

/// What a town has one of, so that both together tell which: with «de» between them in French.
#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "mairie", "chambre", "ecole", "hopital", "cci", "syndicat", "clinique", "union", "universite", "office", "agence",
    "banque", "lycee", "communaute", "agglomeration", "caisse", "musee", "federation", "college", "cfa", "institut",
    "theatre", "prefecture", "mutuelle", "groupement", "iut", "chu", "metropole",
];

/// The same with «of» in English.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "chamber",
    "university",
    "guild",
    "institute",
    "municipality",
];

/// The same in German, where nothing stands between them.
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "hochschule", "fachhochschule", "ihk", "landratsamt", "klinikum", "uni", "universitat", "sparkasse", "stadtwerke",
    "spital", "kantonsspital", "handwerkskammer", "handelskammer", "hwk", "volksbank", "gewerbeschule", "berufsschule",
    "wirtschaftsforderung", "fh", "rathaus", "stadtverwaltung", "gemeindeverwaltung", "lycee", "gymnasium",
];

/// Takes what says which office it is along with the town behind it.
pub(in super::super) fn take_office(
    sentence: &Sentence,
    language: Language,
    found: &mut [Detection],
) {
    for at in 0..found.len() {
        let Some(find) = found.get(at) else { return };
        let is_town = find.kind == Kind::Place && find.certainty > Certainty::Doubtful;
        let first = sentence.words_in(&find.span).start;
        let head = office(sentence, language, first).filter(|_| is_town);
        let Some(head) = head.and_then(|head| sentence.words.get(head)) else {
            continue;
        };
        let start = head.span.start;
        let before = at.checked_sub(1).and_then(|before| found.get(before));
        let is_free = before.is_none_or(|before| before.span.end <= start);
        if let Some(find) = found.get_mut(at).filter(|_| is_free) {
            find.span.start = start;
            find.kind = Kind::Institution;
        }
    }
}

/// The word for the office that has the town at `first`.
fn office(sentence: &Sentence, language: Language, first: usize) -> Option<usize> {
    let town = sentence.words.get(first)?;
    let at = first.checked_sub(1)?;
    let before = sentence.words.get(at)?;
    let folded = before.folded.as_str();
    let is_beside = |word: &Word| matches!(word.gap, Gap::Space | Gap::Apostrophe);
    if !is_beside(town) {
        return None;
    }
    match language {
        Language::De if GERMAN.contains(&folded) => Some(at),
        Language::Fr if matches!(folded, "de" | "du" | "des" | "d") => {
            let head = sentence.words.get(at.checked_sub(1)?)?;
            (is_beside(before) && FRENCH.contains(&head.folded.as_str())).then_some(at - 1)
        }
        Language::En if folded == "of" => {
            let head = sentence.words.get(at.checked_sub(1)?)?;
            (is_beside(before) && ENGLISH.contains(&head.folded.as_str())).then_some(at - 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Layers;
    use super::super::super::reading::Reading;
    use super::*;

    fn institutions(text: &str, language: Language) -> Vec<&str> {
        let found = Reading::of(text, language, Layers::ALL).detections(text);
        let offices = found
            .into_iter()
            .filter(|find| find.kind == Kind::Institution);
        offices.filter_map(|find| text.get(find.span)).collect()
    }

    #[test]
    fn an_office_is_told_by_its_town() {
        for (text, language, whole) in [
            (
                "Réunion à la mairie de Courtelary un soir de neige.",
                Language::Fr,
                "mairie de Courtelary",
            ),
            (
                "Das Landratsamt Lörrach zahlt die halbe Stelle.",
                Language::De,
                "Landratsamt Lörrach",
            ),
            (
                "She studied at the University of Basel for two years.",
                Language::En,
                "University of Basel",
            ),
        ] {
            assert_eq!(institutions(text, language), [whole], "{text}");
        }
        assert!(institutions("Le maire habite à Courtelary.", Language::Fr).is_empty());
    }
}
