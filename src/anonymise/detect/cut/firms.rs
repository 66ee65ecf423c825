//! Parts two firms of which each ends as firms do, and leaves what only says that there are several.
//!
//! «die Firmen Zimmerli Bau AG und Tobler Metall SA» are two: «Firmen» and «und» belong to neither.

use std::ops::Range;

use super::super::context;
use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::widen::is_kin;
use crate::anonymise::lexicon;
use crate::anonymise::word_list::WordList;

/// What joins two names.
pub(super) const JOINTS: [&str; 5] = ["und", "u", "sowie", "et", "and"];

/// What says that several are named.
#[rustfmt::skip]
const SEVERAL: [&str; 10] = [
    "firmen", "betriebe", "unternehmen", "vereine", "verbande", "firmes", "entreprises", "societes", "companies", "firms",
];

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
    /// Beside kin.
    const PARTNERS: [&str; 6] = ["partner", "partners", "partenaires", "co", "cie", "tochter"];
    is_kin(&word.folded)
        || PARTNERS.contains(&word.folded.as_str())
        || lexicon::is_legal_form(&word.folded.to_uppercase())
}

/// The words of a firm with a legal form without what it is to others: «Zulieferer Krummenauer Backwaren KG».
pub(super) fn without_relation(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
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

/// «Hanna» of «die hanna»: an article and a given name are somebody whom people speak of so, unless a firm is told by its form.
pub(super) fn somebody_called(sentence: &Sentence, words: Range<usize>) -> Option<Range<usize>> {
    let [article, given] = sentence.words.get(words.clone())? else {
        return None;
    };
    let is_given = given.classes.any(Classes::GIVEN)
        && !given.is_ordinary()
        && given.gap == Gap::Space
        && ["die", "der", "den", "dem"].contains(&article.folded.as_str());
    is_given.then_some(words.start + 1..words.end)
}

/// Without «kurz» of «kurz `ZVX`», which says that what follows stands for something longer.
pub(super) fn without_short(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    /// The most letters of an acronym.
    const MOST_LETTERS: usize = 5;
    let is_said = |short: &Word, acronym: &Word| {
        short.folded.as_str() == "kurz"
            && short.shape == Shape::Small
            && acronym.gap == Gap::Space
            && acronym.folded.chars().count() <= MOST_LETTERS
            && acronym.classes == Classes::NONE
    };
    match sentence.words.get(words.clone()) {
        Some([short, acronym]) if is_said(short, acronym) => words.start + 1..words.end,
        _ => words,
    }
}

/// Without «der» of «Bleicherei Zorvexhof der»: an article goes on with what follows.
pub(super) fn without_article(sentence: &Sentence, words: Range<usize>) -> Range<usize> {
    const ARTICLES: [&str; 10] = [
        "der", "die", "das", "den", "dem", "des", "le", "les", "the", "ein",
    ];
    let Range { start, mut end } = words;
    let goes_on = |at: usize| {
        let (word, next) = (sentence.words.get(at), sentence.words.get(at + 1));
        next.is_some_and(|next| next.gap == Gap::Space)
            && word.is_some_and(|word| {
                word.shape == Shape::Small
                    && word.gap == Gap::Space
                    && ARTICLES.contains(&word.folded.as_str())
            })
    };
    while end > start + 1 && goes_on(end - 1) {
        end -= 1;
    }
    start..end
}

/// A firm and the town where it is: «Décolletage Zorvexat à Courgenay» is one in a town, while «lycée de Courgenay» and «Spital in
/// Lahr» are told by it.
pub(super) fn without_town(
    sentence: &Sentence,
    words: Range<usize>,
) -> (Range<usize>, Option<Range<usize>>) {
    const WHERE: [&str; 4] = ["in", "a", "bei", "pres"];
    let is_where = |at: &usize| {
        let word = sentence.words.get(*at);
        word.is_some_and(|word| word.shape == Shape::Small && WHERE.contains(&word.folded.as_str()))
    };
    let Some(at) = words.clone().skip(1).rev().find(is_where) else {
        return (words, None);
    };
    let firm = sentence.words.get(words.start..at).unwrap_or_default();
    let town = sentence.words.get(at + 1..words.end).unwrap_or_default();
    let is_own = |word: &Word| {
        !word.is_ordinary() && !context::is_head(&word.folded) && !lexicon::is_generic(&word.folded)
    };
    let names_town = |town: &[Word]| matches!(town, [only] if only.classes.any(Classes::PLACE) && only.shape == Shape::Capital);
    if names_town(town) && firm.iter().any(is_own) {
        (words.start..at, Some(at + 1..words.end))
    } else {
        (words, None)
    }
}

/// Whether a joint goes on with what happens to the second: «aus Zorvexblick und aus Zorvexblick», «ni l'un ni l'autre».
fn is_open_joint(sentence: &Sentence, at: usize) -> Option<usize> {
    let is = |at: usize, list: &[&str]| {
        let word = sentence.words.get(at);
        word.is_some_and(|word| word.shape == Shape::Small && list.contains(&word.folded.as_str()))
    };
    // Irish surnames have a «ni» in them, French denials two.
    let count = || {
        sentence
            .words
            .iter()
            .filter(|word| word.folded.as_str() == "ni")
            .count()
    };
    if is(at, &["ni"]) && count() > 1 {
        return Some(1);
    }
    let goes_on = ["aus", "von", "bei", "mit", "from", "chez", "avec", "pour"];
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
pub(super) fn parted(sentence: &Sentence, words: Range<usize>) -> Vec<Range<usize>> {
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
            is_open_joint(sentence, at).filter(|length| at > start && at + length < words.end)
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
