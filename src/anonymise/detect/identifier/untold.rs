//! Finds numbers that their form alone gives away: French number plates, numbers of members and customers.

use std::ops::{Range, RangeInclusive};

use super::{birth, certain, plate};
use crate::anonymise::detect::{Detection, Kind};

/// Letters with which norms begin rather than somebody's number.
pub(super) const NORMS: &[&str] = &[
    "EN", "ISO", "DIN", "IEC", "VDI", "VDE", "SIA", "VDA", "EU", "EG", "CE", "SN", "NF", "BS",
];

/// What stands before two figures that are a year, a week or a number of countries: «FY24 EUR», «EU27».
const YEARS: &[&str] = &["FY", "EU", "GJ", "KW", "CW", "CO", "EX", "HY", "YE", "UN"];

/// The fewest digits behind letters and a hyphen: fewer are models, years and diseases.
const FEWEST_DIGITS: usize = 5;

/// Appends every such number.
pub(super) fn find(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    for (at, word) in all.iter().enumerate() {
        if let Some(end) = swiss_firm(text, all, at).or_else(|| of_any_case(text, all, at)) {
            push(word.start..end, found);
            continue;
        }
        let letters = text.get(word.clone()).unwrap_or_default();
        let is_head = (1..=3).contains(&letters.len())
            && letters.chars().all(|letter| letter.is_ascii_uppercase())
            && !NORMS.contains(&letters);
        if !is_head {
            continue;
        }
        let behind = |from: &Range<usize>, at: usize| {
            let next = all.get(at)?;
            (text.get(from.end..next.start)? == "-").then_some(next)
        };
        let Some(number) = behind(word, at + 1) else {
            continue;
        };
        if let Some(end) = german_plate(text, all, at) {
            push(word.start..end, found);
            continue;
        }
        let digits = text.get(number.clone()).unwrap_or_default();
        if !digits.chars().all(|digit| digit.is_ascii_digit()) {
            continue;
        }
        let last = behind(number, at + 2).filter(|last| {
            let letters = text.get((*last).clone()).unwrap_or_default();
            letters.len() == 2 && letters.chars().all(|letter| letter.is_ascii_uppercase())
        });
        let end = match last {
            // «FG-418-KT».
            Some(last) if letters.len() == 2 && digits.len() == 3 => last.end,
            _ if digits.len() >= FEWEST_DIGITS => number.end,
            _ => match second_group(text, number, all.get(at + 2)) {
                Some(end) => end,
                None => continue,
            },
        };
        push(word.start..end, found);
    }
}

fn push(span: Range<usize>, found: &mut Vec<Detection>) {
    let is_new = !found
        .iter()
        .any(|other| other.span.start < span.end && span.start < other.span.end);
    if is_new {
        found.push(certain(span, Kind::Number));
    }
}

/// What no word looks like, in capitals or not: «ab-418-kz», «67-brq-418», «EDU-FV-0031», «V-0217», «1EMH00-44871»,
/// «VX19 KTL».
fn of_any_case(text: &str, all: &[Range<usize>], at: usize) -> Option<usize> {
    let part = |at: usize| all.get(at).and_then(|word| text.get(word.clone()));
    let gap = |at: usize| text.get(all.get(at - 1)?.end..all.get(at)?.start);
    let is_letters = |part: &str, range: RangeInclusive<usize>| {
        range.contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    let is_digits = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    let head = part(at)?;
    if at > 0 && matches!(gap(at)?, "-" | "/" | ".") {
        return None;
    }
    let (one, other) = (part(at + 1)?, part(at + 2).unwrap_or_default());
    let first = gap(at + 1)?;
    let second = gap(at + 2).unwrap_or_default();
    let end = |at: usize| all.get(at).map(|word| word.end);
    let is_french = is_letters(head, 2..=2)
        && is_digits(one)
        && one.len() == 3
        && is_letters(other, 2..=2)
        && (first, second) == ("-", "-");
    // «03-Jan-2025» is a day.
    let is_older = is_digits(head)
        && is_letters(one, 2..=3)
        && !birth::is_month(one, 1)
        && is_digits(other)
        && (first, second) == ("-", "-")
        && head.len() + other.len() >= FEWEST_DIGITS;
    if is_french || is_older {
        return end(at + 2);
    }
    // «VX19 KTL»: a British plate.
    let is_british = head.len() == 4
        && head
            .chars()
            .all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
        && head.chars().take(2).all(|sign| sign.is_ascii_uppercase())
        && head.chars().skip(2).all(|sign| sign.is_ascii_digit())
        && one.len() == 3
        && one.chars().all(|sign| sign.is_ascii_uppercase())
        && !plate::MEASURES.contains(&one)
        && !YEARS.iter().any(|year| head.starts_with(year))
        && first == " ";
    // «1EMH00-44871»: letters between figures, as the number of a meter.
    let is_meter = head.starts_with(|sign: char| sign.is_ascii_digit())
        && head.contains(char::is_alphabetic)
        && head.ends_with(|sign: char| sign.is_ascii_digit())
        && first == "-"
        && is_digits(one)
        && one.len() >= FEWEST_DIGITS;
    if is_british || is_meter {
        return end(at + 1);
    }
    zeroed(text, all, at)
}

/// Letters and hyphens, and figures that begin with nought: «EDU-FV-0031», «V-0217».
fn zeroed(text: &str, all: &[Range<usize>], at: usize) -> Option<usize> {
    let mut last = at;
    loop {
        let word = all.get(last)?;
        let part = text.get(word.clone())?;
        let is_letters = (1..=4).contains(&part.len())
            && part.chars().all(|sign| sign.is_ascii_uppercase())
            && !NORMS.contains(&part);
        let next = all.get(last + 1)?;
        if !is_letters || text.get(word.end..next.start)? != "-" {
            return None;
        }
        last += 1;
        let figures = text.get(next.clone())?;
        if figures.bytes().all(|sign| sign.is_ascii_digit()) {
            let is_numbered = figures.len() >= 4 && figures.starts_with('0');
            return is_numbered.then_some(next.end);
        }
    }
}

/// «CHE-381.047.226», «che 381 047 226 tva»: a Swiss firm's number (UID, eCH-0097), whose nine digits are in groups.
fn swiss_firm(text: &str, all: &[Range<usize>], at: usize) -> Option<usize> {
    let word = all.get(at)?;
    if !text.get(word.clone())?.eq_ignore_ascii_case("che") {
        return None;
    }
    let groups = all.get(at + 1..at + 4)?;
    let are_three = groups.iter().all(|group| {
        let digits = text.get(group.clone()).unwrap_or_default();
        digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit())
    });
    let last = groups.last()?;
    let is_near = last.end - word.start <= 3 + 3 * 4;
    let tax = all.get(at + 4).filter(|tax| {
        let letters = text.get((*tax).clone()).unwrap_or_default();
        text.get(last.end..tax.start) == Some(" ")
            && matches!(
                letters.to_ascii_lowercase().as_str(),
                "mwst" | "tva" | "iva"
            )
    });
    (are_three && is_near).then(|| tax.map_or(last.end, |tax| tax.end))
}

/// «KN-HR 2207».
fn german_plate(text: &str, all: &[Range<usize>], at: usize) -> Option<usize> {
    let (letters, number) = (all.get(at + 1)?, all.get(at + 2)?);
    let middle = text.get(letters.clone())?;
    let digits = text.get(number.clone())?;
    let fits = middle.len() <= 2
        && middle.chars().all(|letter| letter.is_ascii_uppercase())
        && (2..=4).contains(&digits.len())
        && digits.chars().all(|digit| digit.is_ascii_digit())
        && text.get(letters.end..number.start)? == " ";
    fits.then_some(number.end)
}

/// «PAM-7741-K», «SIN-24/000871»: where a number of two groups ends that has enough digits together.
fn second_group(text: &str, first: &Range<usize>, second: Option<&Range<usize>>) -> Option<usize> {
    let second = second?;
    let (one, other) = (text.get(first.clone())?, text.get(second.clone())?);
    let is_joined = matches!(text.get(first.end..second.start)?, "-" | "/");
    let is_code = other
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    let digits = one.chars().chain(other.chars());
    let digits = digits.filter(char::is_ascii_digit).count();
    let is_letter = other.len() == 1 && one.len() >= 4;
    (is_joined && is_code && (digits > FEWEST_DIGITS || is_letter)).then_some(second.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &words(text).collect::<Vec<_>>(), &mut found);
        found
            .into_iter()
            .filter_map(|detection| text.get(detection.span))
            .collect()
    }

    #[test]
    fn plates_and_numbers_of_members_are_found_without_a_word_before() {
        assert_eq!(found("le camion FG-418-KT, loué"), ["FG-418-KT"]);
        assert_eq!(found("twice, M-20417 and M-30992"), ["M-20417", "M-30992"]);
        assert_eq!(found("der Wagen KN-HR 2207 stand da"), ["KN-HR 2207"]);
        assert_eq!(found("Code PAM-7741-K am Zimmer"), ["PAM-7741-K"]);
        assert_eq!(found("claim SIN-24/000871 of May"), ["SIN-24/000871"]);
    }

    #[test]
    fn codes_are_found_in_any_case() {
        for (text, number) in [
            ("fourgon, ab-418-kz, sale", "ab-418-kz"),
            ("der krebs, 67-brq-418 quer", "67-brq-418"),
            ("w trois langues EDU-FV-0031, price", "EDU-FV-0031"),
            ("volunteer V-0217, born", "V-0217"),
            ("notiert, streichen: 1EMH00-44871)", "1EMH00-44871"),
            ("registre: che-381.047.226 tva, ok", "che-381.047.226 tva"),
            ("steht als CHE 381 047 226 da", "CHE 381 047 226"),
            ("lorry VX19 KTL, tyres", "VX19 KTL"),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
    }

    #[test]
    fn norms_models_and_diseases_stay() {
        for text in [
            "EN-12464",
            "COVID-19",
            "TRL-4",
            "A-380",
            "SARS-CoV-2",
            "H-2024",
            "EU-2016/679",
            "Block AB-CD 2",
            "Treffen am 12-mai-2024",
            "signed 03-Jan-2025",
            "14-DEC-2023",
            "FY24 EUR 2 Mio",
            "EU27 GDP",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
