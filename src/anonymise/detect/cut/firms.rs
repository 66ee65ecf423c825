//! Parts two firms of which each ends as firms do, and leaves what only says that there are several.
//!
//! «die Firmen Zimmerli Bau AG und Tobler Metall SA» are two: «Firmen» and «und» belong to neither.

use std::ops::Range;

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::widen::is_kin;
use super::super::{Detection, Kind, context};
use super::{beside, of_words};
use crate::anonymise::lexicon;
use crate::anonymise::word_list::WordList;

/// What joins two names.
pub(super) const JOINTS: [&str; 5] = ["und", "u", "sowie", "et", "and"];

/// What says that several are named.
#[rustfmt::skip]
const SEVERAL: [&str; 10] = [
    "firmen", "betriebe", "unternehmen", "vereine", "verbande", "firmes", "entreprises", "societes", "companies", "firms",
];

/// Cuts the find of an institution: what stands beside it in the find is none of it.
pub(super) fn cut(sentence: &Sentence, find: &Detection) -> Vec<Detection> {
    let whole = sentence.words_in(&find.span);
    let words = beside::without_short(sentence, whole.clone());
    if let Some(given) = beside::somebody_called(sentence, words.clone()) {
        let somebody = of_words(sentence, find, &given);
        return as_kind(Kind::Person, somebody).collect();
    }
    let firm = without_relation(sentence, words);
    let firm = beside::without_article(sentence, firm);
    let (firm, town) = beside::without_town(sentence, firm);
    let parts = parted(sentence, firm);
    if parts == [whole] {
        return vec![find.clone()];
    }
    let town = town.and_then(|words| of_words(sentence, find, &words));
    let parts = parts.into_iter();
    parts
        .filter_map(|words| of_words(sentence, find, &words))
        .chain(as_kind(Kind::Place, town))
        .collect()
}

/// The same find as one of another kind.
fn as_kind(kind: Kind, find: Option<Detection>) -> impl Iterator<Item = Detection> {
    find.into_iter().map(move |find| Detection { kind, ..find })
}

/// Whether two institutions stand on both sides of a joint, since each begins with the word for what it is: «Museum Ettelfels und
/// Institut Rodigen».
fn is_between_heads(sentence: &Sentence, before: Range<usize>, behind: Range<usize>) -> bool {
    let is_joint = before.len() > 1 && behind.len() > 1;
    let begins = |words: &Range<usize>| {
        let first = sentence.words.get(words.start);
        first.is_some_and(|word| context::is_head(&word.folded))
    };
    let joint = sentence.words.get(before.end);
    is_joint
        && joint.is_some_and(|word| JOINTS.contains(&word.folded.as_str()))
        && begins(&before)
        && begins(&behind)
}

/// Whether a plus sign stands between two institutions: «FC Sauertal 07 + Red Boys», but «Reck + Partner», «Kugel + Kegel», «Sele + Marxer».
fn are_added(sentence: &Sentence, before: Range<usize>, behind: Range<usize>) -> bool {
    let (Some(last), Some(next)) = (
        before
            .end
            .checked_sub(1)
            .and_then(|at| sentence.words.get(at)),
        sentence.words.get(behind.start),
    ) else {
        return false;
    };
    let has_form = |words: &Range<usize>| {
        let words = sentence.words.get(words.clone()).unwrap_or_default();
        words
            .iter()
            .any(|word| lexicon::is_legal_form(&word.folded.to_uppercase()))
    };
    let is_word = |word: &Word| word.is_ordinary() && !word.classes.any(Classes::SURNAME);
    next.is_added
        && !is_partner(next)
        && !(is_word(last) && is_word(next))
        && before.len() + behind.len() > 2
        && (has_form(&before) || !has_form(&behind))
}

/// Whether a word behind a joint belongs to the firm before it: kin, partners, a legal form.
pub(super) fn is_partner(word: &Word) -> bool {
    is_kin(&word.folded)
        || lexicon::is_partner(&word.folded)
        || lexicon::is_legal_form(&word.folded.to_uppercase())
}

/// The words of a firm with a legal form without what it is to others: «Zulieferer Krummenauer Backwaren KG».
fn without_relation(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    let of = |words: Range<usize>| sentence.words.get(words).unwrap_or_default().iter();
    let is_firm = of(words.clone()).skip(2).any(|word| {
        word.shape != Shape::Small && lexicon::is_legal_form(&word.folded.to_uppercase())
    });
    let relations = of(words.clone()).take_while(|word| RELATIONS.has(&word.folded));
    // «die Firma Hersteller Logistik AG» is called so.
    let is_called = words.start.checked_sub(1).is_some_and(|before| {
        of(before..words.start)
            .any(|word| ["firma", "fa", "societe", "firm"].contains(&word.folded.as_str()))
    });
    match relations.count() {
        1 if is_firm && !is_called => words.start + 1..words.end,
        _ => words,
    }
}

/// How many words the joint has that goes on with what happens to the second: «Zorvexblick und aus Zorvexblick», «ni l'un ni
/// l'autre».
fn open_joint(sentence: &Sentence, at: usize) -> Option<usize> {
    let is = |at: usize, list: &[&str]| {
        let word = sentence.words.get(at);
        word.is_some_and(|word| word.shape == Shape::Small && list.contains(&word.folded.as_str()))
    };
    // Irish surnames have a «ni» in them, French denials two.
    let is_denial = |word: &&Word| word.folded.as_str() == "ni";
    if is(at, &["ni"]) && sentence.words.iter().filter(is_denial).count() > 1 {
        return Some(1);
    }
    let goes_on = ["aus", "from", "chez", "avec", "pour"];
    (is(at, &JOINTS) && is(at + 1, &goes_on)).then_some(2)
}

/// What a firm is to another, folded.
static RELATIONS: WordList = WordList::of(
    "
    abnehmer abnehmerin auftraggeber auftraggeberin auftragnehmer dienstleister grosskunde grosskundin hauptkunde
    hauptlieferant hersteller konkurrent konkurrentin kooperationspartner kunde kundin lieferant lieferantin
    mitbewerber mitbewerberin nachbarbetrieb nachbarfirma partnerbetrieb partnerfirma projektpartner spediteur
    stammkunde subunternehmer tochterfirma unterlieferant vermieter vermieterin vertragspartner zulieferer
    zulieferbetrieb zulieferin acheteur fabricant fournisseur prestataire transporteur competitor distributor landlord
    manufacturer subcontractor supplier
",
);

/// The words of each firm in a find.
fn parted(sentence: &Sentence, words: Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| sentence.words.get(at);
    let is = |at: usize, list: &[&str]| {
        word(at).is_some_and(|word| list.contains(&word.folded.as_str()))
    };
    let is_form = |word: &Word| lexicon::is_legal_form(&word.folded.to_uppercase());
    // «Brunaz Frères et Tolvanel SA», but «Keller & Co».
    let ends_firm = |at: usize| {
        word(at).is_some_and(|word| is_form(word) || is_kin(&word.folded) && word.gap != Gap::And)
    };
    let mut parts = Vec::new();
    let mut start = words.start;
    let has_form_behind = |at: usize| (at + 1..words.end).any(|at| word(at).is_some_and(is_form));
    for at in words.clone().skip(1) {
        if at < start {
            continue;
        }
        if let Some(length) =
            open_joint(sentence, at).filter(|length| at > start && at + length < words.end)
        {
            parts.push(start..at);
            start = at + length;
        } else if is(at, &JOINTS) && ends_firm(at - 1) && has_form_behind(at)
            || is_between_heads(sentence, start..at, at + 1..words.end)
        {
            parts.push(start..at);
            start = at + 1;
        } else if are_added(sentence, start..at, at..words.end) {
            parts.push(start..at);
            start = at;
        }
    }
    parts.push(start..words.end);
    for part in &mut parts {
        let is_beside = |at: usize| is(at, &JOINTS) || is(at, &SEVERAL);
        while part.len() > 1 && is_beside(part.start) {
            part.start += 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::{By, Certainty};

    #[track_caller]
    fn institution_cut(text: &str, found: &str) -> Vec<(String, Kind)> {
        let start = text.find(found).expect("it stands there");
        let find = Detection {
            span: start..start + found.len(),
            kind: Kind::Institution,
            certainty: Certainty::Likely,
            by: By::Model,
        };
        let parts = cut(&Sentence::of(text), &find).into_iter();
        let parts = parts.filter_map(|find| Some((text.get(find.span)?.to_owned(), find.kind)));
        parts.collect()
    }

    #[test]
    fn two_firms_that_each_end_as_firms_do_are_two_and_what_counts_them_is_none() {
        let parted = |text: &str| {
            let parts = institution_cut(text, text).into_iter();
            parts.map(|(name, _)| name).collect::<Vec<String>>()
        };
        for (text, firms) in [
            (
                "Firmen Zimmerli Bau AG und Tobler Metall GmbH",
                &["Zimmerli Bau AG", "Tobler Metall GmbH"][..],
            ),
            ("und Tobler Metall GmbH", &["Tobler Metall GmbH"]),
            (
                "firmes Brunaz Frères et Tolvanel SA",
                &["Brunaz Frères", "Tolvanel SA"],
            ),
            (
                "Institut für Holz und Bau AG",
                &["Institut für Holz und Bau AG"],
            ),
            ("Keller und Söhne AG", &["Keller und Söhne AG"]),
            (
                "Keller & Co und Partner AG",
                &["Keller & Co und Partner AG"],
            ),
            ("FC Sauertal 07 + Red Boys", &["FC Sauertal 07", "Red Boys"]),
            (
                "Stadtarchiv Ettelfels und Museum Rodigen",
                &["Stadtarchiv Ettelfels und Museum Rodigen"],
            ),
            (
                "Museum Ettelfels und Institut Rodigen",
                &["Museum Ettelfels", "Institut Rodigen"],
            ),
            ("Reck + Partner Zorvex", &["Reck + Partner Zorvex"]),
            ("Kugel + Kegel Zorvex", &["Kugel + Kegel Zorvex"]),
            ("Sele + Marxer", &["Sele + Marxer"]),
            ("Kunde Zorvex Technik GmbH", &["Zorvex Technik GmbH"]),
            ("Kunde GmbH", &["Kunde GmbH"]),
            ("Partner Logistik AG", &["Partner Logistik AG"]),
            ("Zorvex Bau + Holz GmbH", &["Zorvex Bau + Holz GmbH"]),
            ("Zorvex+Brunn Technik", &["Zorvex+Brunn Technik"]),
        ] {
            assert_eq!(parted(text), firms, "{text}");
        }
    }

    #[test]
    fn what_runs_on_behind_an_institution_is_no_part_of_it() {
        let (institution, place, person) = (Kind::Institution, Kind::Place, Kind::Person);
        for (text, found, parts) in [
            (
                "ist die Bleicherei Zorvexhof der feste Partner",
                "Bleicherei Zorvexhof der",
                &[("Bleicherei Zorvexhof", institution)][..],
            ),
            (
                "Décolletage Zorvexat à Courgenay, depuis 2001",
                "Décolletage Zorvexat à Courgenay",
                &[("Décolletage Zorvexat", institution), ("Courgenay", place)],
            ),
            (
                "im Spital in Lahr",
                "Spital in Lahr",
                &[("Spital in Lahr", institution)],
            ),
            (
                "das Projekt Zorvexblick und aus Zorvexblick ein Streit",
                "Zorvexblick und aus Zorvexblick",
                &[("Zorvexblick", institution), ("Zorvexblick", institution)],
            ),
            (
                "ni l'institut Zorvex ni Brunndreisam ne payait",
                "institut Zorvex ni Brunndreisam",
                &[
                    ("institut Zorvex", institution),
                    ("Brunndreisam", institution),
                ],
            ),
            (
                "avec aoife ni zorvexu hier",
                "aoife ni zorvexu",
                &[("aoife ni zorvexu", institution)],
            ),
            (
                "zorvex mechanik, kurz zvx, liefert",
                "kurz zvx",
                &[("zvx", institution)],
            ),
            (
                "die hanna vom sekretariat",
                "die hanna",
                &[("hanna", person)],
            ),
            (
                "die Brücke zahlt",
                "die Brücke",
                &[("die Brücke", institution)],
            ),
        ] {
            let parts: Vec<(String, Kind)> = parts
                .iter()
                .map(|(name, kind)| ((*name).to_owned(), *kind))
                .collect();
            assert_eq!(institution_cut(text, found), parts, "{text}");
        }
    }
}
