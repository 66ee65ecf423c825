//! A year becomes its decade, another number its band.

use std::ops::Range;

use super::Coarser;
use crate::language::{Language, fold, words};

/// Bands of numbers: from which number on, and the first number that is too large.
const BANDS: &[(u64, u64)] = &[
    (0, 10),
    (10, 20),
    (20, 50),
    (50, 100),
    (100, 200),
    (200, 500),
    (500, 1_000),
    (1_000, 5_000),
];

/// Words before a number that is the end of a band already.
const OF_BANDS: &[&str] = &["unter", "uber", "moins", "plus", "under", "over"];

/// What the digits at a place of a text belong to, said more coarsely; nothing if they are part of something else.
pub(super) fn coarser(text: &str, digits: &Range<usize>, language: Language) -> Option<Coarser> {
    let span = whole(text, digits)?;
    let before = text.get(..span.start)?;
    let last = words(before).last().and_then(|word| before.get(word));
    let last = last.map(fold);
    let of_bands = |word: &String| OF_BANDS.contains(&word.as_str());
    let is_band = last.as_ref().is_some_and(of_bands)
        || language == Language::Fr
            && ["moins de ", "plus de "]
                .iter()
                .any(|band| before.ends_with(band));
    if is_band {
        return None;
    }
    let value: u64 = {
        let figures = text.get(span.clone())?.chars();
        figures
            .filter(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .ok()?
    };
    let is_year = span == *digits && digits.len() == 4 && (1900..2100).contains(&value);
    Some(if is_year {
        decade(text, span, value, language)
    } else {
        Coarser::of(span, band(value, language))
    })
}

/// The digits with the groups of thousands beside them: «450 000», «1'200», «1.200»; nothing for the part of a decimal, a time,
/// a date or a clause.
fn whole(text: &str, digits: &Range<usize>) -> Option<Range<usize>> {
    const GROUPING: [char; 7] = [' ', '\u{a0}', '\u{202f}', '\'', '’', '.', ','];
    const JOINING: [char; 8] = ['–', '-', '/', ':', '#', '.', ',', '\''];
    let is_digit = |character: char| character.is_ascii_digit();
    let mut span = digits.clone();
    // Groups of three behind, and what they stand behind before.
    loop {
        let behind = text.get(span.end..)?;
        let mut rest = behind.chars();
        let sign = rest.next().filter(|sign| GROUPING.contains(sign));
        let group: String = rest.clone().take_while(|next| is_digit(*next)).collect();
        let Some(sign) =
            sign.filter(|_| group.len() == 3 && (digits.len() <= 3 || span != *digits))
        else {
            break;
        };
        span.end += sign.len_utf8() + group.len();
    }
    while text
        .get(span.clone())?
        .chars()
        .take_while(|it| is_digit(*it))
        .count()
        == 3
    {
        let before = text.get(..span.start)?;
        let Some(sign) = before
            .chars()
            .next_back()
            .filter(|sign| GROUPING.contains(sign))
        else {
            break;
        };
        let before = before.strip_suffix(sign)?;
        let figures = before.chars().rev().take_while(|it| is_digit(*it)).count();
        if !(1..=3).contains(&figures) {
            break;
        }
        span.start = before.len() - figures;
    }
    let before = text.get(..span.start)?.chars().next_back();
    let mut behind = text.get(span.end..)?.chars();
    let next = behind.next();
    // A stop behind it may end the sentence.
    let goes_on =
        |sign: char| !matches!(sign, '.' | ',') || behind.next().is_some_and(char::is_numeric);
    let joins = |sign: Option<char>| sign.filter(|sign| JOINING.contains(sign));
    let is_part = joins(before).is_some() || joins(next).is_some_and(goes_on);
    (!is_part).then_some(span)
}

/// The decade of a year, as it is said behind the words before it: «seit den 1990er-Jahren», «in den 1990er-Jahren».
fn decade(text: &str, year: Range<usize>, value: u64, language: Language) -> Coarser {
    const WITH_DATIVE: [&str; 10] = [
        "seit", "ab", "nach", "vor", "von", "in", "bis", "zu", "aus", "mit",
    ];
    let decade = value / 10 * 10;
    let before = text.get(..year.start).unwrap_or_default();
    // What goes with a single year goes with it.
    let ways: &[(&str, String)] = &match language {
        Language::De => [
            ("im Jahr ", format!("in den {decade}er-Jahren")),
            ("im Jahre ", format!("in den {decade}er-Jahren")),
            ("Im Jahr ", format!("In den {decade}er-Jahren")),
        ],
        Language::Fr => [
            ("en ", format!("dans les années {decade}")),
            ("En ", format!("Dans les années {decade}")),
            ("l’année ", format!("les années {decade}")),
        ],
        Language::En => [
            ("in the year ", format!("in the {decade}s")),
            ("the year ", format!("the {decade}s")),
            ("year ", format!("the {decade}s")),
        ],
    };
    let begins = |way: &str| {
        let rest = before.strip_suffix(way)?;
        let is_apart = rest
            .chars()
            .next_back()
            .is_none_or(|last| !last.is_alphanumeric());
        is_apart.then_some(rest.len())
    };
    for (way, coarse) in ways {
        if let Some(start) = begins(way) {
            return Coarser::of(start..year.end, coarse.as_str());
        }
    }
    let last = words(before).last().and_then(|word| before.get(word));
    let last = last.map(fold);
    let is_behind = |all: &[&str]| {
        last.as_ref()
            .is_some_and(|word| all.contains(&word.as_str()))
    };
    let coarse = match language {
        Language::De if is_behind(&WITH_DATIVE) => format!("den {decade}er-Jahren"),
        Language::De if is_behind(&["die", "der", "den", "anfang", "mitte", "ende"]) => {
            format!("{decade}er-Jahre")
        }
        Language::De if before.trim_end().is_empty() => format!("In den {decade}er-Jahren"),
        Language::De => format!("in den {decade}er-Jahren"),
        Language::Fr => format!("les années {decade}"),
        Language::En => format!("the {decade}s"),
    };
    Coarser::of(year, coarse)
}

fn band(number: u64, language: Language) -> String {
    match BANDS.iter().find(|(_, end)| number < *end) {
        Some((0, end)) => match language {
            Language::De => format!("unter {end}"),
            Language::Fr => format!("moins de {end}"),
            Language::En => format!("under {end}"),
        },
        Some((start, end)) => format!("{start}–{}", end - 1),
        None => match language {
            Language::De => "über 5000".to_owned(),
            Language::Fr => "plus de 5000".to_owned(),
            Language::En => "over 5000".to_owned(),
        },
    }
}
