//! Makes the find of a number whole: what touches it is part of it. «[HX-0442]/ter», «INTRA.[FR.2023.0041177]», «[12-05]-1959».

use std::ops::Range;

use super::number;
use crate::anonymise::detect::{Detection, Kind};
use crate::language::fold;

/// The most signs of what touches a number.
const LONGEST_PART: usize = 10;

/// The most parts that are taken along at each end.
const MOST_PARTS: usize = 4;

/// Widens the numbers and dates of birth among the finds.
pub(in crate::anonymise::detect) fn complete(text: &str, found: &mut [Detection]) {
    let is_number = |find: &&mut Detection| matches!(find.kind, Kind::Number | Kind::Birth);
    for find in found.iter_mut().filter(is_number) {
        if find.kind == Kind::Birth {
            find.span.end = with_year(text, &find.span).unwrap_or(find.span.end);
            continue;
        }
        for _ in 0..MOST_PARTS {
            find.span.end = further(text, find.span.end).unwrap_or(find.span.end);
            find.span.start = before(text, find.span.start).unwrap_or(find.span.start);
        }
    }
}

/// «[12-05]-1959»: where a date ends of which the year was left out.
fn with_year(text: &str, date: &Range<usize>) -> Option<usize> {
    const YEAR: usize = 4;
    let has_year = text
        .get(date.clone())?
        .split(|sign: char| !sign.is_ascii_digit());
    let has_year = has_year.into_iter().any(|part| part.len() == YEAR);
    let behind = text.get(date.end..)?;
    let year = part_at_start(behind.strip_prefix(['-', '/', '.'])?);
    let is_year = year.len() == YEAR && year.bytes().all(|sign| sign.is_ascii_digit());
    (is_year && !has_year).then_some(date.end + 1 + YEAR)
}

/// Where the number ends with the part that touches its end.
fn further(text: &str, end: usize) -> Option<usize> {
    let behind = text.get(end..)?;
    let is_behind_digit = text
        .get(..end)?
        .ends_with(|sign: char| sign.is_ascii_digit());
    if let Some(rest) = behind
        .strip_prefix(" bis")
        .or_else(|| behind.strip_prefix(" ter"))
    {
        let ends = rest.is_empty() || rest.starts_with([',', ';', '.', ')']);
        return (is_behind_digit && ends).then_some(end + 4);
    }
    let sign = behind.chars().next()?;
    let part = part_at_start(behind.get(sign.len_utf8()..)?);
    let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
    let has_digit = letters < part.chars().count();
    let fits = match sign {
        // «4600#» is typed so.
        '#' => part.is_empty() || has_digit,
        '-' | '/' | '_' => has_digit || (1..=3).contains(&letters),
        ':' => !has_digit && (1..=3).contains(&letters),
        '.' => is_behind_digit && part.starts_with(|sign: char| sign.is_ascii_digit()),
        _ => false,
    };
    (fits && part.len() <= LONGEST_PART).then_some(end + sign.len_utf8() + part.len())
}

/// Where the number begins with the part that touches its beginning.
fn before(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?;
    let sign = before
        .chars()
        .next_back()
        .filter(|sign| matches!(sign, '-' | '.' | '/' | '_'))?;
    let before = before.strip_suffix(sign)?;
    let part = part_at_end(before);
    let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
    let has_digit = letters < part.chars().count();
    let is_capitals = letters > 0
        && part
            .chars()
            .all(|sign| sign.is_uppercase() || sign.is_ascii_digit());
    // «at-bio-9917».
    let is_short = sign == '-' && letters <= 3;
    let folded = fold(part);
    let says_number = number::is_numbered(&folded)
        || matches!(
            folded.as_str(),
            "nr" | "no" | "n" | "tel" | "fax" | "dw" | "geb"
        );
    let fits = !part.is_empty() && part.len() <= LONGEST_PART && !says_number;
    (fits && (has_digit || is_capitals || is_short)).then_some(before.len() - part.len())
}

fn part_at_start(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphanumeric());
    end.map_or(text, |end| text.get(..end).unwrap_or_default())
}

fn part_at_end(text: &str) -> &str {
    let start = text.rfind(|sign: char| !sign.is_alphanumeric());
    let start = start.map_or(0, |start| {
        start
            + text
                .get(start..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
    });
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::detect::{By, Certainty};

    fn whole<'text>(text: &'text str, number: &str) -> Option<&'text str> {
        of_kind(Kind::Number, text, number)
    }

    fn of_kind<'text>(kind: Kind, text: &'text str, number: &str) -> Option<&'text str> {
        let start = text.find(number).unwrap();
        let mut found = [Detection {
            span: start..start + number.len(),
            kind,
            certainty: Certainty::Certain,
            by: By::Pattern,
        }];
        complete(text, &mut found);
        text.get(found[0].span.clone())
    }

    #[test]
    fn what_touches_a_number_belongs_to_it() {
        for (text, number, all) in [
            ("FR-HY-0442/ter = agrément", "FR-HY-0442", "FR-HY-0442/ter"),
            (
                "le certificat INTRA.FR.2023.0041177, perdu",
                "FR.2023.0041177",
                "INTRA.FR.2023.0041177",
            ),
            ("kontrolle nr at-bio-9917?", "9917", "at-bio-9917"),
            ("az 131.22:Ch", "131.22", "131.22:Ch"),
            ("türcode 4600#, nach 20 uhr", "4600", "4600#"),
            ("kundennr C 0417 bis", "C 0417", "C 0417 bis"),
        ] {
            assert_eq!(whole(text, number), Some(all));
        }
        for (text, number) in [
            ("Kundennr.-88214 fehlt", "88214"),
            ("KD-44-918. Danach", "KD-44-918"),
            ("Vertrag 8814 bis Ende Jahr", "8814"),
            ("Nr. 8814: offen", "8814"),
        ] {
            assert_eq!(whole(text, number), Some(number));
        }
    }

    #[test]
    fn a_date_of_birth_takes_its_year_and_no_time() {
        let date = |text, date| of_kind(Kind::Birth, text, date);
        assert_eq!(date("né le 12-05-1959, vend", "12-05"), Some("12-05-1959"));
        assert_eq!(
            date("geb. 12.3.1961-15 Uhr", "12.3.1961"),
            Some("12.3.1961")
        );
    }

    #[test]
    fn of_many_parts_only_a_few_are_taken() {
        let text = "1-".repeat(100);
        let length = whole(&text, "1").map_or(0, str::len);
        assert!(length < 12, "{length}");
    }
}
