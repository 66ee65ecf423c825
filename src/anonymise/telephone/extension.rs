//! Finds extensions: behind a number, and alone behind a word that says so.

use std::ops::Range;

use super::{Group, ends, word_before};
use crate::language::{fold, words};

/// Words that say behind a number that its extension follows.
const BEHIND_NUMBER: &[&str] = &[
    "dw",
    "durchwahl",
    "kl",
    "klappe",
    "ext",
    "app",
    "apparat",
    "poste",
    "int",
    "interne",
    "internal",
    "extn",
    "nst",
    "nebenst",
    "nebenstelle",
    "toestel",
    "wew",
];

/// Words that say by themselves that an extension follows.
const ALONE: &[&str] = &[
    "ext",
    "extension",
    "extn",
    "dw",
    "durchwahl",
    "klappe",
    "nst",
    "nebenst",
    "nebenstelle",
    "kurzwahl",
    "toestel",
    "wew",
];

/// Words that say so before three digits or more, before two that stand apart, and behind a hyphen or dots: «poste 4417»,
/// «(concierge, int. 19)».
const WEAK: &[&str] = &[
    "poste", "intern", "interne", "int", "apparat", "app", "lokal", "x",
];

/// Words that say so only behind a hyphen or dots: «direct -18».
const ELIDED: &[&str] = &["direct", "directe", "direkt"];

/// The most digits of an extension.
const MOST_DIGITS: usize = 5;

/// Where a number ends with the extension that is named behind it: «02852 / 54 31 70 DW 12».
pub(super) fn end_with(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let mut words = words(rest);
    let (Some(name), Some(digits)) = (words.next(), words.next()) else {
        return end;
    };
    let part = |span: Range<usize>| rest.get(span).unwrap_or_default();
    let is_sign = |sign: char| sign.is_whitespace() || matches!(sign, '.' | ',' | '-' | '(' | ':');
    let is_near = part(0..name.start).chars().all(is_sign)
        && part(name.end..digits.start).chars().all(is_sign);
    let number = part(digits.clone());
    let is_extension = BEHIND_NUMBER.contains(&fold(part(name)).as_str())
        && number.len() <= MOST_DIGITS
        && number.bytes().all(|digit| digit.is_ascii_digit());
    if is_near && is_extension {
        end + digits.end
    } else {
        end
    }
}

/// Whether a sign behind figures says that they are money or a share.
fn is_share(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    behind.starts_with(['%', '‰', '€', '$', '°'])
        || behind.starts_with(".-")
        || behind.starts_with(".–")
}

/// Whether a word for what is counted follows figures: «300 m2», «120 Plätze».
fn is_counted(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    behind.starts_with(char::is_alphabetic)
}

/// How many groups from the first on are an extension that a word before them names, without its number, or the end of one that
/// was found shortly before.
pub(super) fn length(text: &str, groups: &[Group], is_behind_number: bool) -> Option<usize> {
    let first = groups.first()?;
    let word = word_before(text, first.span.start)?;
    let gap = text.get(..first.span.start)?;
    let gap = gap.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let gap = text.get(gap.len()..first.span.start)?;
    let digits = text.get(first.digits.clone())?;
    // «direct -18», but not «direkt - 45 Minuten».
    let is_elided = gap.ends_with(" -") || gap.contains("..") || gap.contains('…');
    let is_year = digits.len() == 4 && ["19", "20"].iter().any(|head| digits.starts_with(head));
    // «eine Extension 30 000» is a sum, «extension 300 m2» a measure, «-20 %» a share.
    let ends = text.get(first.span.end..).unwrap_or_default();
    let is_sum = groups.len() > 1 && ends.starts_with([' ', '\u{A0}', '\u{202F}']);
    if is_share(ends) || word == "extension" && is_counted(ends) {
        return None;
    }
    if is_year || !(2..=MOST_DIGITS).contains(&digits.len()) {
        return None;
    }
    let pair = groups.get(1).filter(|second| {
        let stand_apart = text.get(first.span.end..second.span.start) == Some(" ");
        let both = digits.len() + second.digits.len();
        // «30 000» is a sum.
        stand_apart && second.digits.len() == 2 && both <= MOST_DIGITS && groups.len() == 2
    });
    if is_other_end(text, first.span.clone(), &word) {
        return Some(1);
    }
    if ends::is_told(text, &first.digits, is_behind_number) {
        return pair.map(|_| 2).or_else(|| (!is_sum).then_some(1));
    }
    if ALONE.contains(&word.as_str()) {
        return (!is_sum).then_some(1).or_else(|| pair.map(|_| 2));
    }
    if ELIDED.contains(&word.as_str()) {
        // «direct ... 555 246»: the last groups of a number that both know.
        let second = groups.get(1).map(|group| group.digits.len());
        let is_long = digits.len() == 3 && second == Some(3);
        return is_elided.then_some(if is_long { 2 } else { 1 });
    }
    if !WEAK.contains(&word.as_str()) || is_times(text, first.span.start, &word) {
        return None;
    }
    // «poste 34 12, asst joao 34 15».
    if let Some(second) = pair
        && ends_part(text, second.span.end)
    {
        return Some(2);
    }
    let is_told = is_elided
        || word == "poste" && digits.len() >= 3 && !is_counted(ends)
        || !is_contrasted(ends)
            && begins_part(text, first.span.start, &word)
            && ends_part(text, first.span.end);
    (is_told && !is_sum).then_some(1)
}

/// «dieselbe Nr. mit 18 am Ende», «le même avec 43 à la fin», «the same with 874 at the end»: the end of a number of which the
/// rest was said. «Même avec 43 à la fin» counts something, and so does «das gleiche Jahr mit 25 am Ende».
fn is_other_end(text: &str, figures: Range<usize>, word: &str) -> bool {
    const WITH: [&str; 3] = ["mit", "avec", "with"];
    const SAME: [&str; 6] = ["dieselbe", "gleiche", "selbe", "derselben", "meme", "same"];
    const NUMBERS: [&str; 7] = ["nr", "nummer", "numero", "no", "ligne", "number", "line"];
    const ENDS: [&str; 4] = ["am ende", "am schluss", "a la fin", "at the end"];
    const OF: [&str; 5] = ["of", "de", "du", "des", "d"];
    let (Some(before), Some(behind)) = (text.get(..figures.start), text.get(figures.end..)) else {
        return false;
    };
    if !WITH.contains(&word) {
        return false;
    }
    let before: Vec<String> = words(before)
        .filter_map(|word| before.get(word))
        .map(fold)
        .collect();
    let mut before = before.iter().rev().map(String::as_str).skip(1);
    let mut last = before.next().unwrap_or_default();
    if NUMBERS.contains(&last) {
        last = before.next().unwrap_or_default();
    }
    // «le même», but not «même».
    let is_same = SAME.contains(&last)
        && (last != "meme" || matches!(before.next(), Some("le" | "la" | "au" | "du")));
    let behind: Vec<String> = words(behind)
        .take(4)
        .filter_map(|word| behind.get(word))
        .map(fold)
        .collect();
    let ends = |end: &&str| {
        let length = end.split(' ').count();
        let next = behind.get(length).map_or("", String::as_str);
        behind.iter().take(length).eq(end.split(' ')) && !OF.contains(&next)
    };
    is_same && ENDS.iter().any(ends)
}

/// «intern 150, extern 40»: figures for both are counts.
fn is_contrasted(behind: &str) -> bool {
    let next = words(behind)
        .next()
        .and_then(|word| behind.get(word))
        .map(fold);
    next.is_some_and(|next| {
        matches!(
            next.as_str(),
            "extern" | "externe" | "external" | "national" | "web" | "int" | "intern" | "interne"
        )
    })
}

/// «3 x 204»: a figure before the sign says that it is a product.
fn is_times(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let before = before.strip_suffix(word).unwrap_or(before).trim_end();
    word == "x"
        && (before.is_empty()
            || before.ends_with(|sign: char| sign.is_ascii_digit() || sign == ':'))
}

/// Whether the word before this place begins a part of the sentence: «(concierge, int. 19)».
fn begins_part(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    // Whatever its capitals are, it has as many letters.
    let letters = word.chars().count();
    let start = before.char_indices().rev().nth(letters - 1);
    let before = start
        .and_then(|(start, _)| before.get(..start))
        .unwrap_or_default();
    before.trim_end().ends_with([',', '(', ';'])
}

/// Whether a part of the sentence ends here.
fn ends_part(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default();
    let is_closed = text.get(..at).is_some_and(|before| before.ends_with(')'));
    is_closed || behind.is_empty() || behind.starts_with([',', ';', ')', '.'])
}
