//! Finds names by what stands beside them: titles and roles before persons, legal forms behind institutions, initials,
//! «-Gruppe» and «-Leute».

use super::sentence::{Gap, Sentence, Shape, Word};
use super::{By, Certainty, Detection, Kind, context, keep};
use crate::anonymise::lexicon;

/// Titles that are ordinary words unless something else says so: French `me`, `pr`, `m`, German `graf`.
const WEAK_TITLES: &[&str] = &[
    "m", "me", "mm", "pr", "pan", "pani", "graf", "fr", "mag", "med", "nat", "rer", "ing", "phil",
    "oec", "dir", "ir", "lic", "dame", "lord", "lady", "sir", "hc", "maitre", "dipl", "habil",
    "emer", "doctor", "drs", "miss", "veuve", "dr",
];

/// Titles behind which a word in small letters is a name whatever it means: «frau koch».
const PLAIN_TITLES: &[&str] = &[
    "herr", "herrn", "hr", "frau", "monsieur", "madame", "mme", "mlle", "mr", "mrs", "ms", "m",
    "dr", "prof",
];

/// Particles inside and before the names of persons.
const PARTICLES: &[&str] = &[
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "zu",
    "zur", "zum", "ten", "ter", "el", "al", "ben", "bin", "vom", "d", "y", "af", "lo", "des",
];

/// Words with a hyphen before them that make a name of what stands before: «Keller-Leute».
const BEHIND_HYPHEN: &[&str] = &[
    "leute",
    "gruppe",
    "team",
    "familie",
    "clan",
    "nachfolge",
    "nachfolger",
    "nachfolgerin",
    "vorschlag",
    "idee",
    "papier",
];

/// Appends everything that stands beside such a word.
pub(super) fn find(text: &str, sentence: &Sentence, found: &mut Vec<Detection>) {
    for at in 0..sentence.words.len() {
        behind_title(text, sentence, at, found);
        behind_initial(text, sentence, at, found);
        before_legal_form(text, sentence, at, found);
        behind_legal_form(text, sentence, at, found);
        before_hyphen(sentence, at, found);
        behind_head(sentence, at, found);
    }
}

fn push(
    sentence: &Sentence,
    first: usize,
    end: usize,
    kind: Kind,
    certainty: Certainty,
    found: &mut Vec<Detection>,
) {
    let ends = (
        sentence.words.get(first),
        end.checked_sub(1).and_then(|last| sentence.words.get(last)),
    );
    if let (Some(first), Some(last)) = ends {
        found.push(Detection {
            span: first.span.start..last.span.end,
            kind,
            certainty,
            by: By::Trigger,
        });
    }
}

/// «Frau Keller», «M. Petit», «Dr. Anna von Aesch», «Geschäftsführerin Vogt».
fn behind_title(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let folded = word.folded.as_str();
    let is_title = lexicon::is_title(folded) && is_written_as_title(text, word);
    let is_role = !is_title && context::is_role(folded);
    if !is_title && !is_role {
        return;
    }
    let mut first = at + 1;
    // «Frau Dr. Keller», «Herr Bürgermeister Vogt».
    while let Some(next) = sentence.words.get(first) {
        // «Frau Graf» is somebody, «Frau Graf Keller» has a title.
        let has_more = sentence.words.get(first + 1).is_some_and(|more| {
            is_near(more) && matches!(more.shape, Shape::Capital | Shape::Mixed | Shape::Initial)
        });
        let is_strong = !WEAK_TITLES.contains(&next.folded.as_str()) || next.has_stop;
        let goes_on = lexicon::is_title(&next.folded)
            && is_written_as_title(text, next)
            && (is_strong || has_more)
            || context::is_role(&next.folded) && next.shape != Shape::Small
            || matches!(next.folded.as_str(), "h" | "c") && next.has_stop;
        if !goes_on || !is_near(next) {
            break;
        }
        first += 1;
    }
    let Some(name) = sentence.words.get(first) else {
        return;
    };
    if !is_near(name) {
        return;
    }
    let is_named = if is_title {
        !lexicon::is_function_word(&name.folded) || is_particle_of_name(sentence, first)
    } else {
        // Behind a role only what can be nothing but a name.
        name.shape == Shape::Capital
            && !name.is_ordinary()
            && !name.is_compound
            && !keep::stays(&name.folded)
    };
    let is_written = match name.shape {
        Shape::Capital | Shape::Mixed | Shape::Initial | Shape::Capitals => true,
        Shape::Small => {
            is_title
                && (PLAIN_TITLES.contains(&folded) || !name.is_ordinary())
                && (sentence.is_small
                    || word.shape == Shape::Small
                    || !name.is_ordinary()
                    || is_particle_of_name(sentence, first))
                && name.folded.len() >= 3
                && !context::is_speech(&name.folded)
                && !context::is_article(&name.folded)
        }
        Shape::Digits => false,
    };
    if !is_named || !is_written {
        return;
    }
    let end = name_end(sentence, first);
    let certainty = if is_title {
        Certainty::Certain
    } else {
        Certainty::Likely
    };
    push(sentence, first, end, Kind::Person, certainty, found);
}

/// Whether a word is written as a title is: weak ones with a stop, or with a capital before a capital.
fn is_written_as_title(text: &str, word: &Word) -> bool {
    if !WEAK_TITLES.contains(&word.folded.as_str()) {
        return true;
    }
    let written = text.get(word.span.clone()).unwrap_or_default();
    match word.folded.as_str() {
        "m" | "me" | "pr" | "mm" | "fr" | "mag" => {
            (word.has_stop || word.shape != Shape::Initial)
                && written.starts_with(char::is_uppercase)
        }
        "dr" => true,
        "graf" | "pan" | "pani" | "sir" | "lord" | "lady" | "miss" | "maitre" | "doctor" => {
            written.starts_with(char::is_uppercase)
        }
        _ => word.has_stop,
    }
}

/// Whether a name goes on or begins here without anything but a space, or the stop of a title.
fn is_near(word: &Word) -> bool {
    matches!(word.gap, Gap::Space | Gap::Stop)
}

/// Whether a particle is followed by a name: «von Aesch».
fn is_particle_of_name(sentence: &Sentence, at: usize) -> bool {
    let particle = |word: &Word| PARTICLES.contains(&word.folded.as_str());
    sentence.words.get(at).is_some_and(particle)
        && (at + 1..at + 3).any(|next| {
            sentence.words.get(next).is_some_and(|word| {
                matches!(word.shape, Shape::Capital | Shape::Mixed)
                    || sentence.is_small && !particle(word)
            })
        })
}

/// Where the name of a person ends that begins at this word.
fn name_end(sentence: &Sentence, first: usize) -> usize {
    let mut end = first;
    let mut names = 0;
    while let Some(word) = sentence.words.get(end) {
        if end > first {
            let joined = matches!(word.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
                || word.gap == Gap::Stop
                    && sentence.words.get(end - 1).is_some_and(|before| {
                        before.shape == Shape::Initial || before.folded.len() <= 2
                    });
            if !joined {
                break;
            }
        }
        let is_hyphened = word.gap == Gap::Hyphen && end > first;
        if is_particle_of_name(sentence, end) && (names == 0 || word.shape == Shape::Small) {
            end += 1;
            continue;
        }
        let is_name = match word.shape {
            Shape::Initial => names == 0 || word.has_stop,
            // A second word belongs to it only if it is more likely a name than a word.
            _ if names == 0 => true,
            Shape::Capital | Shape::Mixed => {
                names < 3
                    && (is_hyphened
                        || !word.is_ordinary() && !word.is_compound && !keep::stays(&word.folded)
                        || word.classes.any(super::dictionary::Classes::SURNAME)
                            && before_is_given(sentence, end))
                    && !(is_hyphened && BEHIND_HYPHEN.contains(&word.folded.as_str()))
            }
            Shape::Small => {
                is_hyphened && !word.is_ordinary()
                    || sentence.is_small && names < 2 && word.is_unknown() && word.gap == Gap::Space
            }
            Shape::Capitals | Shape::Digits => false,
        };
        if !is_name {
            break;
        }
        if word.shape != Shape::Initial {
            names += 1;
        }
        end += 1;
    }
    end.max(first + 1)
}

fn before_is_given(sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_some_and(|before| {
            before.shape == Shape::Initial || before.classes.any(super::dictionary::Classes::GIVEN)
        })
}

/// «A. Keller», «J.-P. Brunet», «A. V.».
fn behind_initial(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(word) = sentence.words.get(at) else {
        return;
    };
    let is_initial = word.shape == Shape::Initial
        && word.has_stop
        && word.gap != Gap::Hyphen
        && word.gap != Gap::Apostrophe;
    let is_first = at
        .checked_sub(1)
        .and_then(|before| sentence.words.get(before))
        .is_none_or(|before| before.shape != Shape::Initial || !before.has_stop);
    if !is_initial || !is_first {
        return;
    }
    let mut first = at;
    while sentence
        .words
        .get(first)
        .is_some_and(|word| word.shape == Shape::Initial && word.has_stop)
    {
        first += 1;
    }
    let initials = first - at;
    match sentence.words.get(first) {
        Some(name)
            if is_near(name)
                && text
                    .get(name.span.start.saturating_sub(2)..name.span.start)
                    .is_some_and(|gap| gap.starts_with('.') || gap.ends_with('.'))
                && matches!(name.shape, Shape::Capital | Shape::Mixed)
                && name.folded.len() >= 3
                && (!name.is_ordinary() && !name.is_compound
                    || name.classes.any(super::dictionary::Classes::SURNAME))
                && !keep::stays(&name.folded)
                && !lexicon::is_function_word(&name.folded) =>
        {
            let end = name_end(sentence, at);
            push(
                sentence,
                at,
                end.max(first + 1),
                Kind::Person,
                Certainty::Likely,
                found,
            );
        }
        _ if initials == 2 && !is_common_abbreviation(sentence, at) => {
            push(sentence, at, first, Kind::Person, Certainty::Likely, found);
        }
        _ => {}
    }
}

/// `S. A.`, `U. S.`, `N. B.` and the like.
fn is_common_abbreviation(sentence: &Sentence, at: usize) -> bool {
    let pair: String = sentence
        .words
        .iter()
        .skip(at)
        .take(2)
        .map(|word| word.folded.as_str())
        .collect();
    matches!(
        pair.as_str(),
        "sa" | "us"
            | "nb"
            | "ps"
            | "zb"
            | "dh"
            | "ua"
            | "uk"
            | "ev"
            | "ag"
            | "rd"
            | "qa"
            | "pl"
            | "cv"
            | "vr"
            | "eu"
            | "ie"
            | "eg"
            | "pm"
            | "am"
            | "cf"
    )
}

/// «Holzbau Meier AG», «Brindevaux & Fils SA», «Thornquay Ltd».
fn before_legal_form(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
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
    }
}

/// «SARL Martin & Fils», «SA Lonza»: French puts the form before the name too.
fn behind_legal_form(text: &str, sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
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

/// Whether a legal form begins here, and how many words it has.
fn legal_form(text: &str, sentence: &Sentence, at: usize, written: &str) -> (bool, usize) {
    let pair = |length: usize| {
        let last = sentence.words.get(at + length - 1)?;
        text.get(sentence.words.get(at)?.span.start..last.span.end)
    };
    // `e. V.`, `S.A.`, `Sp. z o.o.`
    for length in [4, 3, 2] {
        let letters: Option<String> = pair(length).filter(|text| text.len() <= 12).map(|text| {
            text.chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect()
        });
        if let Some(letters) = letters
            && pair(length).is_some_and(|text| text.contains('.'))
            && (matches!(letters.as_str(), "eV" | "SA" | "eG" | "SAS" | "SARL")
                || crate::language::fold(&letters) == "spzoo")
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
    let small =
        sentence.is_small && matches!(written, "gmbh" | "ag" | "sarl" | "ltd" | "sas" | "sàrl");
    (strict || small, 1)
}

/// «Keller-Leute», «Fehrlin-Gruppe».
fn before_hyphen(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let (Some(word), Some(next)) = (sentence.words.get(at), sentence.words.get(at + 1)) else {
        return;
    };
    let is_own = matches!(word.shape, Shape::Capital | Shape::Mixed | Shape::Capitals)
        && !word.is_ordinary()
        && !word.is_compound
        && !keep::stays(&word.folded);
    if next.gap != Gap::Hyphen || !is_own {
        return;
    }
    match next.folded.as_str() {
        "gruppe" | "group" | "holding" | "konzern" | "stiftung" | "werke" | "werk" => {
            push(
                sentence,
                at,
                at + 2,
                Kind::Institution,
                Certainty::Likely,
                found,
            );
        }
        folded if BEHIND_HYPHEN.contains(&folded) && word.shape != Shape::Capitals => {
            push(sentence, at, at + 1, Kind::Person, Certainty::Likely, found);
        }
        _ => {}
    }
}

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

/// «Fügeverbund Donau-Iller», «Cluster Nordrand Metall», «Fédération cosmétique Rhin-Bodensee», «Centre de transfert
/// Rhin-Saône»: a word for a kind of institution, written with a capital, and what names it.
fn behind_head(sentence: &Sentence, at: usize, found: &mut Vec<Detection>) {
    let Some(head) = sentence.words.get(at) else {
        return;
    };
    let folded = head.folded.as_str();
    let is_head = context::is_head(folded)
        || head.shape == Shape::Capital
            && HEAD_ENDINGS
                .iter()
                .any(|ending| folded.len() > ending.len() + 2 && folded.ends_with(ending));
    let is_written = matches!(head.shape, Shape::Capital | Shape::Capitals | Shape::Mixed);
    if !is_head || !is_written {
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
            || word.shape == Shape::Small && word.classes.any(super::dictionary::Classes::FRENCH) && end <= at + 3;
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
            own |= is_own_of_institution(word, end == at + 1);
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
    let german = word.classes.any(super::dictionary::Classes::NOUN);
    !lexicon::is_legal_form(&word.folded.to_uppercase())
        && !keep::stays(&word.folded)
        && (!word.is_ordinary() && !word.is_compound
            || word.classes.any(super::dictionary::Classes::PLACE)
            || word.gap == Gap::Hyphen && word.shape == Shape::Capital
            // A German adjective with a capital is part of a name: «Verband Alpiner Kurbetriebe».
            || word.classes.any(super::dictionary::Classes::GERMAN) && !german && !word.begins && !lexicon::is_function_word(&word.folded)
            || german && is_behind_head && !word.begins)
        || keep::stays(&word.folded)
            && word.classes.any(super::dictionary::Classes::REGION)
            && is_behind_head
}
