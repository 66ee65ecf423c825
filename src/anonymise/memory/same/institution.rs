//! When two names are those of the same institution.

use zeroize::Zeroizing;

use super::spelling::{is_alike, is_stump};
use super::{Words, sort};
use crate::anonymise::{detect, lexicon};

/// The same but for legal forms, or one the acronym, the short form or the distinctive part of the other.
pub(super) fn is_same(one: &Words, other: &Words) -> bool {
    let (left, right) = (own(one), own(other));
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let written_as_one = |words: &[String]| Zeroizing::new(words.concat());
    if *written_as_one(&left) == *written_as_one(&right)
        || is_joined(&left, other)
        || is_joined(&right, one)
        || is_acronym(one, other)
        || is_acronym(other, one)
    {
        return true;
    }
    if let ([left], [right]) = (left.as_slice(), right.as_slice()) {
        return is_alike(left, right)
            || is_stump(left, right)
            || is_stump(right, left)
            || is_declined(left, right)
            || is_declined(right, left);
    }
    // Whatever makes them the same below, a word of one is like a word of the other.
    let is_like = |word: &str, of: &str| {
        is_alike(word, of)
            || is_stump(word, of)
            || is_stump(of, word)
            || super::place::is_of_town(word, of)
    };
    if !left
        .iter()
        .any(|word| right.iter().any(|of| is_like(word, of)))
    {
        return false;
    }
    let (distinct, others) = (distinctive(&left), distinctive(&right));
    let is_part = is_within(&distinct, &others) || is_within(&others, &distinct);
    is_part && !are_different(&left, &right)
        || is_beginning(&left, &right)
        || is_one_of_a_sort(&left, &right)
}

/// «Klinikum Rheinheide» and «clinique de Rheinheide», «klinik drewen» and «Kreisklinik Drewen», «Dahnsteiner Forstamt» and «forstamt
/// dahnstein»: the same rare words, of the others one of each says the same sort, and the rest is the same.
fn is_one_of_a_sort(one: &[String], other: &[String]) -> bool {
    let is_rare = |word: &&String| {
        !lexicon::is_generic(word) && !detect::is_trade(word) && !detect::is_ordinary(word)
    };
    let (left, others_left): (Vec<&String>, Vec<&String>) = one.iter().partition(is_rare);
    let (right, others_right): (Vec<&String>, Vec<&String>) = other.iter().partition(is_rare);
    let is_word = |word: &str, of: &str| is_alike(word, of) || super::place::is_of_town(word, of);
    let are_one = left.len() == right.len()
        && left
            .iter()
            .all(|word| right.iter().any(|of| is_word(word, of)));
    let says_same = |word: &str, of: &str| word == of || sort::is_one(word, of);
    !left.is_empty()
        && are_one
        && others_left.len() == others_right.len()
        && !others_left.is_empty()
        && others_left
            .iter()
            .all(|word| others_right.iter().any(|of| says_same(word, of)))
}

/// «Handundfuss» and «Hand und Fuss»: one of the words is the whole other name, its small words too.
fn is_joined(own: &[String], other: &Words) -> bool {
    /// The fewest letters of such a word.
    const FEWEST_LETTERS: usize = 6;
    let is_form = |word: &&Zeroizing<String>| !lexicon::is_folded_legal_form(word);
    let mut joined = Zeroizing::new(String::new());
    for word in other.iter().filter(is_form) {
        joined.push_str(word);
    }
    other.len() > 1 && joined.len() >= FEWEST_LETTERS && own.contains(&joined)
}

/// «trois rives» of «SICA des Trois Rives», «hsg ilanz» of «Handelsschule Gewerbe Ilanz»: every word of the shorter name stands in the
/// longer one in the same order, some of them as first letters; but for a word that tells, none need be written out.
fn is_shortened(one: &[String], other: &[String]) -> bool {
    /// The fewest letters of a word that tells.
    const FEWEST_LETTERS: usize = 4;
    let (short, long) = super::by_length(one, other);
    let mut rest = long;
    // A town tells nothing of what lies in it, unless what stands before it is the first letters of several words.
    let (mut tells, mut spelt) = (false, false);
    for word in short {
        let place = rest
            .iter()
            .position(|of| is_alike(word, of) || is_stump(word, of));
        let next = match place {
            Some(place) => {
                let is_own = !lexicon::is_generic(word) && (spelt || !detect::is_listed(word));
                tells |= word.chars().count() >= FEWEST_LETTERS && is_own;
                place + 1
            }
            None => match letters_of(word, rest) {
                Some(count) => {
                    spelt |= count > 1;
                    count
                }
                None => return false,
            },
        };
        rest = rest.get(next..).unwrap_or_default();
    }
    tells && short.len() > 1 && short.len() < long.len()
}

/// How many of the first words a short one is made of the first letters of.
fn letters_of(short: &str, words: &[String]) -> Option<usize> {
    let first = words.first()?;
    if is_abbreviation(short, first) && !detect::is_ordinary(short) {
        return Some(1);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (2..=words.len().min(4)).find(|count| {
        short.chars().count() > 1 && spells(short, words.get(..*count).unwrap_or_default())
    })
}

/// Whether a name is one word of the other, or some of its words in their order; or is guessed to be short for it.
pub(super) fn is_called_by_part(one: &Words, other: &Words) -> bool {
    let (left, right) = (own(one), own(other));
    if is_shortened(&left, &right) || is_guessed_part(one, other) {
        return true;
    }
    let (short, long) = super::by_length(&left, &right);
    let [only] = short else {
        return false;
    };
    // «C.» of «C. H. Keller» is no name by which somebody calls «Coudre».
    let is_initial = |word: &str| word.chars().count() == 1;
    let is_last = long.len() == 2 && long.last() == Some(only);
    (!is_describing(only) || is_last)
        && long.len() > 1
        && long.iter().filter(|word| !is_initial(word)).any(|word| {
            is_alike(only, word)
                || is_declined(only, word)
                || is_declined(word, only)
                || is_stump(only, word)
        })
}

/// Whether a name is made of two letters of the other, or is half of its word. What has a legal form of its own is a firm of
/// its own: «Metall AG» beside «Metallbau Keller AG».
pub(super) fn is_guessed_part(one: &Words, other: &Words) -> bool {
    let (left, right) = (own(one), own(other));
    let (short, long, name) = if left.len() <= right.len() {
        (&left, &right, one)
    } else {
        (&right, &left, other)
    };
    let [only] = short.as_slice() else {
        return false;
    };
    let has_form = name.iter().any(|word| is_form(word));
    is_two_letters(only, other) || is_two_letters(only, one) || !has_form && is_half(only, long)
}

/// «CG» of «Common Ground», «TU» of «Trait d'Union», «MR» of «Mühlenrad»: the first letters of two words, or of the two that
/// one word is put together of.
fn is_two_letters(short: &str, name: &Words) -> bool {
    let mut letters = short.chars();
    let (Some(first), Some(second), None) = (letters.next(), letters.next(), letters.next()) else {
        return false;
    };
    let own = own(name);
    match without_heads(&own) {
        [one, other] if one.starts_with(first) && other.starts_with(second) => true,
        // «GH» of «Gartenhof Lustenau».
        [whole, towns @ ..] => {
            whole.starts_with(first)
                && towns.iter().all(|town| detect::is_listed(town))
                && whole
                    .char_indices()
                    .filter(|(_, letter)| *letter == second)
                    .any(|(at, _)| detect::is_joined_at(whole, at))
        }
        [] => false,
    }
}

/// The words behind those for what an institution is: «Réseau Vanne Haute» is «VH».
fn without_heads(own: &[String]) -> &[String] {
    let heads = own.iter().take_while(|word| detect::is_head(word)).count();
    own.get(heads..).unwrap_or_default()
}

/// «Kontor» of «Uferkontor», «Kupfer» of «Kupferblume»: one of the two words that the only word of the name is put together
/// of, but for towns. Of what many do, the beginning is no name: «Metall» is not «Metallbau».
fn is_half(short: &str, long: &[String]) -> bool {
    /// The fewest letters of the last word, and of the first, which needs to tell more.
    const FEWEST_LETTERS: (usize, usize) = (4, 5);
    let letters = short.chars().count();
    let [word, towns @ ..] = without_heads(long) else {
        return false;
    };
    let is_of_many = |word: &str| lexicon::is_generic(word) || detect::is_trade(word);
    // «Kontor» of «Uferkontor Zorvexgau»: not every region is in a list.
    if !towns
        .iter()
        .all(|town| detect::is_listed(town) || !detect::is_ordinary(town))
    {
        return false;
    }
    let ends = letters >= FEWEST_LETTERS.0
        && word
            .strip_suffix(short)
            .is_some_and(|rest| detect::is_joined_at(word, rest.len()));
    let is_joint = |joint: &&str| {
        let rest = word
            .strip_prefix(short)
            .and_then(|rest| rest.strip_prefix(*joint));
        rest.is_some_and(|rest| detect::is_joined_at(word, word.len() - rest.len()))
    };
    ends || letters >= FEWEST_LETTERS.1
        && !is_of_many(word)
        && ["", "s", "n", "en"].iter().any(is_joint)
}

/// «Stadtwerken» and «Stadtwerke», «Spatzen» and «Spatz».
fn is_declined(longer: &str, shorter: &str) -> bool {
    /// The fewest letters of the shorter word.
    const FEWEST_LETTERS: usize = 4;
    shorter.chars().count() >= FEWEST_LETTERS
        && longer
            .strip_prefix(shorter)
            .is_some_and(|ending| ["n", "en", "e", "s", "es"].contains(&ending))
}

/// «Internationale», «Regionale»: such a word names nothing.
fn is_describing(word: &str) -> bool {
    lexicon::is_generic(word) && !detect::is_trade(word) && !detect::is_head(word)
}

/// What stands behind an institution's name and means its people: «Pixel-Leute».
const ITS_PEOPLE: [&str; 9] = [
    "leute",
    "leuten",
    "chef",
    "chefin",
    "vorstand",
    "vorstands",
    "gens",
    "people",
    "boss",
];

/// The same of its rooms and days: «the Jahrring office». Other institutions are called so by themselves.
#[rustfmt::skip]
const ITS_ROOMS: [&str; 30] = [
    "team", "teams", "rat", "gruppe", "tag", "tage", "tagen", "abend", "abende", "treffen", "sitzung", "buro", "laden", "halle",
    "saal", "mitglied", "mitglieder", "mitarbeiter", "geschaftsfuhrer", "geschaftsstelle", "sekretariat", "office", "desk",
    "board", "staff", "meeting", "days", "members", "chair", "director",
];

/// The words of a name without articles and legal forms, a saint however it is written, and without what only means its people or rooms.
fn own(words: &Words) -> Zeroizing<Vec<String>> {
    let own = without_stopped_form(words)
        .iter()
        .filter(|word| !lexicon::is_function_word(word) && !is_form(word))
        .map(|word| match word.as_str() {
            "saint" | "sainte" | "ste" | "sankt" => "st".to_owned(),
            word => word.to_owned(),
        });
    let mut own = Zeroizing::new(own.collect::<Vec<String>>());
    let names_nothing = |word: &String| lexicon::is_generic(word);
    let is_word = |word: &String| names_nothing(word) || detect::is_ordinary(word);
    while let Some((last, before)) = own.split_last() {
        let last = last.as_str();
        let is_theirs = ITS_PEOPLE.contains(&last) && !before.iter().all(names_nothing)
            || ITS_ROOMS.contains(&last) && !before.iter().all(is_word);
        if !is_theirs {
            break;
        }
        own.pop();
    }
    own
}

/// Without «s.r.o.», whose letters are words of their own.
fn without_stopped_form(words: &Words) -> &Words {
    /// The fewest words of such a form, and the most.
    const WORDS: std::ops::RangeInclusive<usize> = 2..=5;
    let without = |length: usize| {
        let start = words.len().checked_sub(length).filter(|start| *start > 0)?;
        let form = words.get(start..)?;
        let is_letter = |word: &&Zeroizing<String>| word.chars().count() == 1;
        let has_letters = form.iter().filter(is_letter).count() + 1 >= length;
        let joined = form
            .iter()
            .fold(Zeroizing::new(String::new()), |mut all, word| {
                all.push_str(word);
                all
            });
        (has_letters && is_form(&joined))
            .then(|| words.get(..start))
            .flatten()
    };
    WORDS.rev().find_map(without).unwrap_or(words)
}

/// Whether a legal form is a part of a name.
pub(in crate::anonymise::memory) fn has_legal_form(words: &Words) -> bool {
    words.len() > 1 && words.iter().any(|word| is_form(word))
}

/// Whether a word is a legal form, however it is written.
fn is_form(word: &str) -> bool {
    lexicon::is_folded_legal_form(word)
}

/// The words that tell a name from others: «Kita Sternschnuppe» is called by «Sternschnuppe», though that is a word too.
fn distinctive(own: &[String]) -> Zeroizing<Vec<String>> {
    let is_of_many = |word: &&String| lexicon::is_generic(word) || detect::is_trade(word);
    let own: Vec<String> = own
        .iter()
        .filter(|word| !is_of_many(word))
        .cloned()
        .collect();
    let (ordinary, rare): (Vec<String>, Vec<String>) =
        own.into_iter().partition(|word| detect::is_ordinary(word));
    Zeroizing::new(if rare.is_empty() { ordinary } else { rare })
}

/// Whether a name is the other without the words for what it is, what it does and where, and without its legal form: «Sowieso» of
/// «Kulturinitiative Sowieso», «Isele» of «Café Isele `GmbH`».
pub(in crate::anonymise::memory) fn is_core(one: &Words, other: &Words) -> bool {
    /// The fewest letters of a word that tells.
    const FEWEST_LETTERS: usize = 4;
    let is_shared =
        |word: &Zeroizing<String>| word.chars().count() >= FEWEST_LETTERS && other.contains(word);
    if !one.iter().any(is_shared) {
        return false;
    }
    let (core, all) = (own(one), own(other));
    let is_of_many = |word: &&String| {
        lexicon::is_generic(word) || detect::is_trade(word) || detect::is_head(word)
    };
    let is_town = |word: &&String| !core.contains(word) && detect::is_listed(word);
    let mut rest = all
        .iter()
        .filter(|word| !is_of_many(word) && !is_town(word));
    core.iter().all(|word| rest.next() == Some(word))
        && rest.next().is_none()
        && core
            .iter()
            .any(|word| word.chars().count() >= FEWEST_LETTERS)
}

/// Whether there are words, and all stand in the other name.
fn is_within(words: &[String], other: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| stands_in(word, other))
}

fn stands_in(word: &str, other: &[String]) -> bool {
    other
        .iter()
        .any(|of| is_alike(word, of) || is_stump(word, of) || is_stump(of, word))
}

/// Whether each of two names has a word of its own: «IHK Görlitz» and «Landratsamt Görlitz» lie in one town.
fn are_different(one: &[String], other: &[String]) -> bool {
    let is_short = |word: &str, other: &[String]| {
        other
            .iter()
            .any(|of| is_abbreviation(word, of) || is_abbreviation(of, word))
    };
    let has_own = |words: &[String], other: &[String]| {
        words
            .iter()
            .any(|word| !stands_in(word, other) && !is_short(word, other))
    };
    has_own(one, other) && has_own(other, one)
}

/// «Uni» for «Universität», «FH» for «Fachhochschule»: some of its letters, in their order, the first among them.
fn is_abbreviation(short: &str, long: &str) -> bool {
    /// The most letters.
    const MOST_LETTERS: usize = 5;
    let letters = short.chars().count();
    let mut rest = long.chars();
    (2..=MOST_LETTERS).contains(&letters)
        && long.chars().count() >= 2 * letters
        && short.chars().next() == long.chars().next()
        && short
            .chars()
            .all(|letter| rest.any(|other| other == letter))
}

/// «Grappe Bois» of «Grappe Bois du Val de Lièpre», «farbgem. rheintal» of «Farbgemeinschaft Rheintal», «bl. manteau» of «Blanc
/// Manteau».
fn is_beginning(one: &[String], other: &[String]) -> bool {
    /// The fewest letters of a word that tells.
    const FEWEST_LETTERS: usize = 4;
    let (short, long) = super::by_length(one, other);
    let is_word =
        |word: &str, of: &str| is_alike(word, of) || is_stump(word, of) || is_stump(of, word);
    let is_short = |word: &str, of: &str| {
        one.len() == other.len() && (is_abbreviation(word, of) || is_abbreviation(of, word))
    };
    let mut pairs = short.iter().zip(long);
    let tells = |(word, of): (&String, &String)| {
        word.chars().count() >= FEWEST_LETTERS && is_word(word, of)
    };
    short.len() > 1
        && pairs
            .clone()
            .all(|(word, of)| is_word(word, of) || is_short(word, of))
        && (pairs.clone().all(|(word, of)| is_word(word, of)) || pairs.any(tells))
}

/// How many letters an acronym has.
const LETTERS_OF_ACRONYM: std::ops::RangeInclusive<usize> = 2..=6;

/// Whether a name is one word, and made of the first letters of the other, with or without its small words.
pub(super) fn is_acronym(short: &Words, long: &Words) -> bool {
    let is_own = |word: &&Zeroizing<String>| !lexicon::is_folded_legal_form(word);
    let mut own = super::without_small(short).iter().filter(is_own);
    let (Some(short), None) = (own.next(), own.next()) else {
        return false;
    };
    if !LETTERS_OF_ACRONYM.contains(&short.chars().count()) {
        return false;
    }
    let is_form = |word: &&str| lexicon::is_folded_legal_form(word);
    let is_small = |word: &&str| lexicon::is_function_word(word);
    let all: Vec<&str> = super::without_small(long)
        .iter()
        .map(|word| word.as_str())
        .collect();
    let only = |leave_out: &dyn Fn(&&str) -> bool| -> Vec<&str> {
        all.iter()
            .copied()
            .filter(|word| !leave_out(word))
            .collect()
    };
    let own = only(&|word| is_form(word) || is_small(word));
    // «LFO» of «La Fenêtre Ouverte».
    let whole: Vec<&str> = long
        .iter()
        .map(|word| word.as_str())
        .filter(|word| short.chars().count() > 2 && !is_form(word))
        .collect();
    let (named, great) = (only(&is_form), only(&is_small));
    [all, named, great, own, whole].iter().any(|words| {
        let beginnings = 1..=words.len();
        beginnings.rev().any(|count| {
            let words = words.get(..count).unwrap_or_default();
            let is_long_enough = count > 1 && words.len() + usize::from(short.len() > 2) > 2
                || short.len() > 2
                    && words
                        .first()
                        .is_some_and(|word| word.len() > 3 * short.len());
            is_long_enough && spells(short, words)
        })
    })
}

/// Whether an acronym is made of the letters of these words: it begins with the first, and has the first letter of each
/// in their order («TZK» of «Technologiezentrum Kaiserwinkel»).
pub(super) fn spells(acronym: &str, words: &[&str]) -> bool {
    let first = acronym.chars().next().unwrap_or(' ');
    if words.first().is_none_or(|word| !word.starts_with(first)) {
        return false;
    }
    let mut rest = acronym.chars().peekable();
    for (at, word) in words.iter().enumerate() {
        let mut letters = word.chars();
        if letters.next() != rest.next() {
            return false;
        }
        // Further letters of the word may belong to it, as long as enough are left for the words to come.
        let next = words.get(at + 1);
        while let Some(wanted) = rest.peek() {
            if next.is_some_and(|next| next.starts_with(*wanted))
                || !letters.any(|letter| letter == *wanted)
            {
                break;
            }
            rest.next();
        }
    }
    rest.next().is_none()
}
