//! Makes a find as wide as the name of a firm or an office: what it does, and whose else it is.

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{Detection, Kind, context, trade};

/// Words before a place that make no institution of it: «Stadt Basel», «Hafen Kehl».
#[rustfmt::skip]
const AREAS: &[&str] = &[
    "stadt", "gemeinde", "kanton", "kreis", "landkreis", "region", "dorf", "werk", "hafen", "bahn", "halle",
    "messe", "ville", "commune", "canton", "metropole", "usine", "port", "gare", "site", "town", "village",
    "district", "city", "county", "borough", "plant", "harbour", "station", "zoll", "firma", "unternehmen",
    "betrieb", "betriebe", "entreprise", "company", "firm", "hof", "schloss", "burg", "chateau", "castle", "union",
    "park", "parc",
];

/// `Spedition [Rauch]`, `[Rüegg] Tiefbau`, `[Wirz] & Söhne`: what a firm does and who else it belongs to is a part of its
/// name.
pub(super) fn take(sentence: &Sentence, find: &mut Detection) {
    let inside = sentence.words_in(&find.span);
    let Some(last) = inside.clone().last() else {
        return;
    };
    let words = |at: usize| sentence.words.get(at);
    let (Some(first), before) = (
        words(inside.start),
        inside.start.checked_sub(1).and_then(words),
    ) else {
        return;
    };
    let names_it = |before: &&Word| {
        first.gap == Gap::Space
            && before.shape == first.shape
            && (is_trade(before) || find.kind == Kind::Place && context::is_head(&before.folded))
            && !(find.kind == Kind::Place && AREAS.contains(&before.folded.as_str()))
    };
    if let Some(before) = before.filter(names_it) {
        find.span.start = before.span.start;
        find.kind = Kind::Institution;
    }
    if find.kind == Kind::Place {
        return;
    }
    if let Some(next) = words(last + 1).filter(|next| {
        next.gap == Gap::Space && next.shape == Shape::Capital && !next.begins && is_trade(next)
    }) {
        find.span.end = next.span.end;
        find.kind = Kind::Institution;
    }
    if inside.len() > 1 && words(last).is_some_and(|word| is_brothers(sentence, find, word)) {
        find.kind = Kind::Institution;
    }
    if let Some(kin) = kin(sentence, find) {
        find.span.end = kin;
        find.kind = Kind::Institution;
    }
}

fn is_trade(word: &Word) -> bool {
    trade::is_trade(&word.folded) && !context::is_role(&word.folded)
}

/// Where «& Söhne», «et fils», «& Co.» end behind a find.
fn kin(sentence: &Sentence, find: &Detection) -> Option<usize> {
    let at = sentence.words_in(&find.span).end;
    let next = sentence.words.get(at)?;
    if next.gap == Gap::Space && is_brothers(sentence, find, next) {
        return Some(next.span.end);
    }
    let is_joint = matches!(next.folded.as_str(), "und" | "et" | "and" | "u");
    let word = if next.gap == Gap::And {
        next
    } else {
        sentence.words.get(at + 1).filter(|_| is_joint)?
    };
    is_kin(&word.folded).then_some(word.span.end)
}

/// «Zorvex Brothers», «zorvex bros», «zorvex freres»: but «the Zorvex brothers» are persons.
fn is_brothers(sentence: &Sentence, find: &Detection, next: &Word) -> bool {
    const SURE: [&str; 2] = ["bros", "freres"];
    const OTHERS: [&str; 1] = ["brothers"];
    let start = sentence.words_in(&find.span).start;
    let before = start.checked_sub(1).and_then(|at| sentence.words.get(at));
    let has_article = before.is_some_and(|word| {
        ["the", "les", "die", "these", "both", "two"].contains(&word.folded.as_str())
    });
    let own = sentence.words.get(start);
    let is_surname = own.is_some_and(|word| !word.classes.any(Classes::GIVEN));
    let is_alone =
        sentence.words.get(start + 1).map(|word| word.span.start) == Some(next.span.start);
    if !is_surname || !is_alone {
        return false;
    }
    let folded = next.folded.as_str();
    SURE.contains(&folded)
        || OTHERS.contains(&folded) && next.shape == Shape::Capital && !has_article
}

/// Whether a folded word stands behind the joint in the name of a firm: «Keller und Söhne».
pub(in crate::anonymise) fn is_kin(folded: &str) -> bool {
    const KIN: [&str; 7] = ["sohne", "sohn", "fils", "freres", "sons", "cie", "co"];
    KIN.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::{By, Certainty};

    /// What becomes of a find of this kind.
    fn taken(text: &str, found: &str, kind: Kind) -> (String, Kind) {
        let start = text.find(found).expect("the text has it");
        let mut find = Detection {
            span: start..start + found.len(),
            kind,
            certainty: Certainty::Likely,
            by: By::Model,
        };
        take(&Sentence::of(text), &mut find);
        (
            text.get(find.span).unwrap_or_default().to_owned(),
            find.kind,
        )
    }

    #[test]
    fn what_a_firm_does_is_a_part_of_its_name() {
        for (text, found, kind, whole) in [
            (
                "die Spedition Rauch liefert",
                "Rauch",
                Kind::Person,
                "Spedition Rauch",
            ),
            (
                "tel mit spedition rauch",
                "rauch",
                Kind::Person,
                "spedition rauch",
            ),
            ("mit Rüegg Tiefbau", "Rüegg", Kind::Person, "Rüegg Tiefbau"),
            (
                "Zimmerei Wirz & Söhne",
                "Wirz",
                Kind::Person,
                "Zimmerei Wirz & Söhne",
            ),
            (
                "menuiserie blum et fils",
                "blum",
                Kind::Person,
                "menuiserie blum et fils",
            ),
            (
                "Payments to Zorvex Brothers go out",
                "Zorvex",
                Kind::Person,
                "Zorvex Brothers",
            ),
            (
                "haulier zorvex bros, 5 tankers",
                "zorvex bros",
                Kind::Person,
                "zorvex bros",
            ),
            (
                "avant zorvex freres",
                "zorvex",
                Kind::Person,
                "zorvex freres",
            ),
            (
                "beim landratsamt waldshut",
                "waldshut",
                Kind::Place,
                "landratsamt waldshut",
            ),
        ] {
            let expected = (whole.to_owned(), Kind::Institution);
            assert_eq!(taken(text, found, kind), expected, "{text}");
        }
    }

    #[test]
    fn towns_and_people_alone_stay_what_they_are() {
        for (text, found, kind) in [
            ("die Stadt Basel zahlt", "Basel", Kind::Place),
            ("la boulangerie de Perrin", "Perrin", Kind::Person),
            ("im Handel. Rauch sagt", "Rauch", Kind::Person),
            ("spedition Rauch", "Rauch", Kind::Person),
            ("mit Anna und Tochter", "Anna", Kind::Person),
            ("the Zorvex brothers said", "Zorvex", Kind::Person),
        ] {
            assert_eq!(taken(text, found, kind), (found.to_owned(), kind), "{text}");
        }
    }
}
