//! Finds institutions by what stands beside them: legal forms, words for a kind of institution.

use super::super::dictionary::Classes;
use super::super::sentence::{Gap, Sentence, Shape, Word};
use super::super::{Certainty, Detection, Kind, context, keep, trade};
use super::{PARTICLES, push};
use crate::anonymise::lexicon;

/// Ends of German words that name a kind of institution: «Fügeverbund», «Designkreis».
const HEAD_ENDINGS: &[&str] = &[
    "verband",
    "verbund",
    "kreis",
    "ring",
    "bund",
    "netz",
    "netzwerk",
    "zentrum",
    "forum",
    "kammer",
    "hochschule",
    "institut",
    "stiftung",
    "gesellschaft",
    "genossenschaft",
    "verein",
    "cluster",
    "agentur",
    "akademie",
    "initiative",
    "allianz",
    "plattform",
    "labor",
    "hub",
    "verbande",
    "kollegium",
    "spital",
    "klinikum",
    "klinik",
    "werk",
    "werke",
    "stelle",
    "region",
    "dreieck",
    "circle",
    "kontor",
    "haus",
    "genossen",
    "bank",
    "kasse",
    "schule",
    "museum",
    "kolleg",
];

/// Whether a German compound names a kind of institution by its end.
pub(super) fn has_head_ending(folded: &str) -> bool {
    let mut endings = HEAD_ENDINGS.iter();
    endings.any(|ending| folded.len() > ending.len() + 2 && folded.ends_with(ending))
}

/// «Holzbau Meier AG», «Brindevaux & Fils SA», «Thornquay Ltd».
pub(super) fn before_legal_form(
    text: &str,
    sentence: &Sentence,
    at: usize,
    found: &mut Vec<Detection>,
) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let written = text.get(word.span.clone()).unwrap_or_default();
    let (is_form, length) = legal_form(text, sentence, at, written);
    if !is_form || at == 0 || !matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::And) {
        return;
    }
    let mut first = at;
    while first > 0 && at - first < 6 {
        let (Some(before), Some(here)) = (sentence.words.get(first - 1), sentence.words.get(first))
        else {
            break;
        };
        let joined = matches!(
            here.gap,
            Gap::Space | Gap::Hyphen | Gap::And | Gap::Apostrophe
        ) || here.gap == Gap::Stop && before.shape == Shape::Initial;
        let is_name = matches!(
            before.shape,
            Shape::Capital | Shape::Capitals | Shape::Mixed | Shape::Initial
        ) && !lexicon::is_title(&before.folded)
            && !context::is_article(&before.folded)
            || matches!(
                before.folded.as_str(),
                "et" | "und" | "and" | "fur" | "de" | "des" | "d" | "of" | "pour" | "la"
            ) && first < at
                && first >= 2
                && sentence.words.get(first - 2).is_some_and(|word| {
                    matches!(word.shape, Shape::Capital | Shape::Capitals | Shape::Mixed)
                })
            || sentence.is_small
                && first == at
                && before.shape == Shape::Small
                && !before.is_ordinary()
            || before.shape == Shape::Digits && first < at;
        let ends_another =
            lexicon::is_legal_form(text.get(before.span.clone()).unwrap_or_default())
                && !matches!(here.gap, Gap::Hyphen);
        if !joined || !is_name || ends_another && first < at {
            break;
        }
        first -= 1;
    }
    if first < at {
        push(
            sentence,
            first,
            at + length,
            Kind::Institution,
            Certainty::Certain,
            found,
        );
        // The last full stop of «S.à r.l.» is part of it, unless a sentence may end there.
        if let Some(firm) = found.last_mut().filter(|_| length > 1) {
            let behind = text.get(firm.span.end..).unwrap_or_default();
            let next = behind.strip_prefix('.').unwrap_or_default().trim_start();
            let goes_on = |next: char| next.is_lowercase() || matches!(next, ',' | ';' | ')');
            firm.span.end += usize::from(next.starts_with(goes_on));
        }
    }
}

/// «SARL Martin & Fils», «SA Lonza»: French puts the form before the name too.
pub(super) fn behind_legal_form(
    text: &str,
    sentence: &Sentence,
    at: usize,
    found: &mut Vec<Detection>,
) {
    let is_leading = sentence.words.get(at).is_some_and(|word| {
        let written = text.get(word.span.clone()).unwrap_or_default();
        matches!(
            written,
            "SARL" | "Sàrl" | "SA" | "SAS" | "SASU" | "EURL" | "SNC" | "Ets"
        )
    });
    let stands_first = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_none_or(|before| {
            let gap = sentence.words.get(at).map(|word| word.gap);
            gap != Some(Gap::Space) || matches!(before.shape, Shape::Small)
        });
    if !is_leading || !stands_first {
        return;
    }
    let mut end = at + 1;
    while let Some(word) = sentence.words.get(end) {
        let is_name = matches!(word.shape, Shape::Capital | Shape::Mixed | Shape::Capitals);
        let is_joint = word.folded.as_str() == "et" && end > at + 1;
        let joined = matches!(
            word.gap,
            Gap::Space | Gap::And | Gap::Hyphen | Gap::Apostrophe
        );
        if !joined || !(is_name || is_joint) || end > at + 5 || lexicon::is_title(&word.folded) {
            break;
        }
        end += 1;
    }
    if sentence
        .words
        .get(end - 1)
        .is_some_and(|last| last.folded.as_str() == "et")
    {
        end -= 1;
    }
    if end > at + 1 {
        push(
            sentence,
            at,
            end,
            Kind::Institution,
            Certainty::Likely,
            found,
        );
    }
}

/// Legal forms with stops inside, without the last: «S. Pa» may be somebody's initial.
const STOPPED_FORMS: [&str; 12] = [
    "S.à r.l",
    "S.àr.l",
    "S. à r. l",
    "S. à r.l",
    "s.à r.l",
    "S.a r.l",
    "S.r.l",
    "s.r.l",
    "S.p.A",
    "s.r.o",
    "Ges.m.b.H",
    "G.m.b.H",
];

/// Whether a legal form begins here, and how many words it has.
fn legal_form(text: &str, sentence: &Sentence, at: usize, written: &str) -> (bool, usize) {
    let pair = |length: usize| {
        let last = sentence.words.get(at + length - 1)?;
        text.get(sentence.words.get(at)?.span.start..last.span.end)
    };
    // `e. V.`, `S.A.`, `S.à r.l.`, `Sp. z o.o.`
    for length in [4, 3, 2] {
        let letters: Option<String> = pair(length).filter(|text| text.len() <= 12).map(|text| {
            text.chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect()
        });
        if let Some(letters) = letters
            && pair(length).is_some_and(|text| text.contains('.'))
            && (matches!(letters.as_str(), "eV" | "SA" | "eG" | "SAS" | "SARL")
                || crate::language::fold(&letters) == "spzoo"
                || pair(length).is_some_and(|text| STOPPED_FORMS.contains(&text)))
        {
            return (true, length);
        }
    }
    let strict = lexicon::is_legal_form(written)
        && !matches!(
            crate::language::fold(written).as_str(),
            "verein"
                | "stiftung"
                | "genossenschaft"
                | "association"
                | "cooperative"
                | "fondation"
                | "foundation"
                | "societe"
                | "stowarzyszenie"
                | "limited"
                | "se"
                | "sem"
                | "spa"
                | "inc"
        );
    let small = sentence.is_small
        && matches!(
            written,
            "gmbh" | "ag" | "sarl" | "ltd" | "sas" | "sàrl" | "srl"
        );
    (strict || small, 1)
}

/// «Fügeverbund Donau-Iller», «Cluster Nordrand Metall», «Fédération cosmétique Rhin-Bodensee», «Centre de transfert
/// Rhin-Saône»: a word for a kind of institution, written with a capital, and what names it.
pub(super) fn behind_head(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(head) = sentence.words.get(at) else {
        return;
    };
    let folded = head.folded.as_str();
    let is_head =
        context::is_head(folded) || head.shape == Shape::Capital && has_head_ending(folded);
    let is_trade = !is_head && trade::is_trade(folded);
    let is_written = matches!(head.shape, Shape::Capital | Shape::Capitals | Shape::Mixed);
    if !(is_head || is_trade) || !is_written {
        return;
    }
    let (mut end, mut own) = (at + 1, false);
    let mut last = end;
    while let Some(word) = sentence.words.get(end) {
        let joined = match word.gap {
            Gap::Space => true,
            Gap::Hyphen | Gap::Apostrophe | Gap::And => end > at + 1 || word.gap == Gap::Apostrophe,
            _ => false,
        };
        if !joined || end > at + 6 {
            break;
        }
        let is_capital = matches!(word.shape, Shape::Capital | Shape::Capitals | Shape::Mixed);
        // «das Amt von Keller» is an office of somebody's, and none that is called so.
        let is_of_somebody = matches!(word.folded.as_str(), "von" | "vom" | "van");
        let is_joint = !is_of_somebody && PARTICLES.contains(&word.folded.as_str())
            || matches!(word.folded.as_str(), "et" | "und" | "and" | "of" | "en" | "pour" | "fur" | "for" | "sur" | "l")
            // «cosmétique», «transfert»: French says what kind in small letters.
            || word.shape == Shape::Small
                && word.classes.any(Classes::FRENCH)
                && !lexicon::is_function_word(&word.folded)
                && end <= at + 3;
        // «Institut für Holz und Bau», but not «Netzwerk Alpenholz und ZORVEX»: those are two.
        let is_second = end > at + 1
            && sentence
                .words
                .get(end - 1)
                .is_some_and(|before| matches!(before.folded.as_str(), "und" | "et" | "and"))
            && !word.is_ordinary();
        if is_second {
            break;
        }
        if is_capital && !lexicon::is_title(&word.folded) && !context::is_role(&word.folded) {
            own |= is_own_of_institution(word, end == at + 1 && is_head);
            last = end + 1;
        } else if !is_joint {
            break;
        }
        end += 1;
    }
    if own {
        push(
            sentence,
            at,
            last,
            Kind::Institution,
            Certainty::Likely,
            found,
        );
    }
}

/// Whether a word names an institution: one in no dictionary, a place, a hyphened one; in German, where every noun has a
/// capital, also one directly behind the head.
fn is_own_of_institution(word: &Word, is_behind_head: bool) -> bool {
    // «Stiftung Lehrbrücke»: a compound of nouns as well.
    let german = word.classes.any(Classes::NOUN) || word.is_compound;
    !lexicon::is_legal_form(&word.folded.to_uppercase())
        && !keep::stays(&word.folded)
        && (!word.is_ordinary() && !word.is_compound
            || word.classes.any(Classes::PLACE)
            || word.gap == Gap::Hyphen && word.shape == Shape::Capital
            // A German adjective with a capital is part of a name: «Verband Alpiner Kurbetriebe».
            || word.classes.any(Classes::GERMAN) && !german && !word.begins && !lexicon::is_function_word(&word.folded)
            || german && is_behind_head && !word.begins)
        || keep::stays(&word.folded) && word.classes.any(Classes::REGION) && is_behind_head
}
