//! Finds extensions: behind a number, and alone behind a word that says so.

use std::ops::Range;

use super::{Group, word_before};
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
];

/// Words that say by themselves that an extension follows.
const ALONE: &[&str] = &["ext", "extension", "dw", "durchwahl", "klappe"];

/// Words that say so before more digits, or behind a hyphen or dots: «direct -18», «poste 4417».
const WEAK: &[&str] = &["poste", "direct", "directe", "direkt"];

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
}

/// Whether a word for what is counted follows figures: «300 m2», «120 Plätze».
fn is_counted(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    behind.starts_with(char::is_alphabetic)
}

/// How many groups from the first on are an extension that a word before them names, without its number.
pub(super) fn length(text: &str, groups: &[Group]) -> Option<usize> {
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
    if ALONE.contains(&word.as_str()) && !is_sum {
        return ((2..=MOST_DIGITS).contains(&digits.len()) && !is_year).then_some(1);
    }
    if !WEAK.contains(&word.as_str()) || is_year {
        return None;
    }
    // «direct ... 555 246»: the last groups of a number that both know.
    let second = groups.get(1).map(|group| group.digits.len());
    if is_elided && digits.len() == 3 && second == Some(3) {
        return Some(2);
    }
    let is_told = is_elided || word == "poste" && digits.len() >= 3;
    (is_told && (2..=MOST_DIGITS).contains(&digits.len())).then_some(1)
}
