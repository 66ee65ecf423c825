//! A date becomes its year: «am 12.03.2004» is «2004».

use std::ops::Range;

use super::Coarser;
use crate::language::Language;

/// A date in figures, with the year in four of them.
pub(super) struct Date {
    span: Range<usize>,
    year: Range<usize>,
}

/// The date that the digits at a place of a text are a part of.
pub(super) fn at(text: &str, digits: &Range<usize>) -> Option<Date> {
    let is_part =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | '/' | '-');
    let before = text.get(..digits.start)?;
    let start = before.trim_end_matches(is_part).len();
    let behind = text.get(digits.end..)?;
    let end = text.len() - behind.trim_start_matches(is_part).len();
    let written = text.get(start..end)?.trim_end_matches(['.', '/', '-']);
    let parts: Vec<&str> = written.split(['.', '/', '-']).collect();
    let is_day = |part: &str| (1..=2).contains(&part.len());
    let year = match parts.as_slice() {
        [day, month, year] if is_day(day) && is_day(month) && year.len() == 4 => {
            written.len() - 4..written.len()
        }
        [year, month, day] if is_day(day) && is_day(month) && year.len() == 4 => 0..4,
        _ => return None,
    };
    Some(Date {
        span: start..start + written.len(),
        year: start + year.start..start + year.end,
    })
}

impl Date {
    /// Its year, with the word that goes with a year in place of that for a day.
    pub(super) fn coarser(&self, text: &str, language: Language) -> Option<Coarser> {
        let ways: &[(&str, &str)] = match language {
            Language::De => &[("am ", ""), ("vom ", "von "), ("Am ", "")],
            Language::Fr => &[("le ", "en "), ("du ", "de "), ("Le ", "En ")],
            Language::En => &[("on ", "in "), ("On ", "In ")],
        };
        let before = text.get(..self.span.start)?;
        let year = text.get(self.year.clone())?;
        let way = ways.iter().find(|(day, _)| {
            before.strip_suffix(day).is_some_and(|rest| {
                let last = rest.chars().next_back();
                last.is_none_or(|last| !last.is_alphanumeric())
            })
        });
        let (start, word) = way.map_or((self.span.start, ""), |(day, word)| {
            (self.span.start - day.len(), *word)
        });
        Some(Coarser::of(start..self.span.end, format!("{word}{year}")))
    }
}
