//! Finds number plates behind words for cars, and numbers of the same form as one that was found.

use std::ops::Range;

use super::push_new;
use crate::anonymise::detect::dictionary::{self, Classes};
use crate::anonymise::detect::{Detection, Kind};
use crate::anonymise::word_list::WordList;
use crate::language::fold;

/// Words for cars and their plates.
static CARS: WordList = WordList::of("
    van vans truck trucks lorry lorries car cars trailer tractor traktor auto autos wagen anhanger auflieger
    lieferwagen lkw pkw kfz bus remorque voiture fourgon camion camionnette utilitaire tracteur vehicule vehicle immat
    plaque plaques plate plates kennzeichen kontrollschild nummernschild schild taxi roule moto motorrad roller
    scooter sprinter transporter minibus caravan wohnmobil laster kennz zulassung
");

/// Words before an English «car».
const BEFORE_CAR: &[&str] = &[
    "a", "the", "his", "her", "their", "our", "my", "company", "rental", "hire", "hired",
    "service", "s",
];

/// Words that say that the signs behind them are a plate, even in small letters.
const PLATES: &[&str] = &[
    "plaque",
    "plaques",
    "plate",
    "plates",
    "kennzeichen",
    "kontrollschild",
    "nummernschild",
    "immat",
    "kennz",
];

/// Money and measures in capitals, which stand before or behind figures as the letters of a plate do.
pub(super) const MEASURES: &[&str] = &[
    "CHF", "EUR", "USD", "GBP", "PLN", "PS", "KW", "MA", "KM", "KG", "MIO", "TSD", "CO",
];

/// How many words may stand between.
const FARTHEST: usize = 3;

/// Appends the plates behind such words, and then what looks like a number that was found.
pub(super) fn find(
    text: &str,
    all: &[Range<usize>],
    folded_words: &[String],
    found: &mut Vec<Detection>,
) {
    for ((at, word), folded) in all.iter().enumerate().zip(folded_words) {
        let before = at
            .checked_sub(1)
            .and_then(|before| folded_words.get(before));
        // French «car» says why.
        let is_because =
            folded == "car" && !before.is_some_and(|before| BEFORE_CAR.contains(&before.as_str()));
        // «leihwagen», «dienstautos».
        let is_car = ["wagen", "auto", "autos"]
            .iter()
            .any(|end| folded.ends_with(end));
        // «kz lö qs 77», but «im KZ».
        let is_kz = text.get((*word).clone()) == Some("kz")
            && !before.is_some_and(|before| {
                matches!(
                    before.as_str(),
                    "im" | "ins" | "dem" | "das" | "vom" | "zum"
                )
            });
        if !(is_car || is_kz || CARS.has(folded)) || is_because {
            continue;
        }
        let is_plate = PLATES.contains(&folded.as_str());
        let first = (at + 1..=at + FARTHEST).find(|next| {
            let start = all.get(*next).map_or(word.end, |next| next.start);
            let gap = text.get(word.end..start).unwrap_or_default();
            !gap.contains(['\n', ';']) && plate(text, all, *next, is_plate).is_some()
        });
        let small = (at + 1..=at + FARTHEST)
            .find_map(|next| small_plate(text, all, next, is_plate || is_kz));
        if let Some(span) = small.filter(|span| {
            let gap = text.get(word.end..span.start).unwrap_or_default();
            let begins = first.and_then(|first| Some(all.get(first)?.start));
            begins.is_none_or(|begins| span.start < begins) && !gap.contains(['\n', ';'])
        }) {
            push_new(span, Kind::Number, found);
        }
        // «vans: LU 204 881, LU 77 310».
        let mut next = first.filter(|first| {
            let begins = all.get(*first).map_or(0, |first| first.start);
            !found
                .iter()
                .any(|one| one.span.start <= begins && begins < one.span.end)
        });
        while let Some(words) = next.and_then(|next| plate(text, all, next, is_plate)) {
            let span = all.get(words.start).zip(all.get(words.end - 1));
            let span = span.map(|(first, last)| first.start..last.end);
            let follows = span.as_ref().and_then(|span| text.get(span.end..));
            next = follows
                .is_some_and(|rest| rest.starts_with(", "))
                .then_some(words.end);
            if let Some(span) = span {
                push_new(span, Kind::Number, found);
            }
        }
    }
    alike(text, all, found);
}

/// The words of the plate that begins at a word: «SO 91 204», «IL 604 GK», «B-ALP 12», «LÖ-SU 4411».
fn plate(text: &str, all: &[Range<usize>], at: usize, may_be_small: bool) -> Option<Range<usize>> {
    let part = |at: usize| all.get(at).and_then(|word| text.get(word.clone()));
    let is_capitals = |letters: &str, most: usize| {
        letters.chars().count() <= most && letters.chars().all(char::is_uppercase)
    };
    let is_digits =
        |digits: &str| digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let head = part(at)?;
    let is_small =
        may_be_small && head.chars().count() == 2 && head.chars().all(char::is_alphabetic);
    if !(is_capitals(head, 3) || is_small) || MEASURES.contains(&head) {
        return None;
    }
    let gap = |at: usize| text.get(all.get(at - 1)?.end..all.get(at)?.start);
    // «DZG 7KH2»: a Polish plate.
    let is_mixed = |part: &str| {
        (4..=5).contains(&part.len())
            && part.starts_with(|sign: char| sign.is_ascii_digit())
            && part
                .bytes()
                .all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase())
            && part.bytes().any(|sign| sign.is_ascii_uppercase())
    };
    if gap(at + 1)? == " " && part(at + 1).is_some_and(is_mixed) {
        return Some(at..at + 2);
    }
    let has_letters =
        gap(at + 1)? == "-" && part(at + 1).is_some_and(|letters| is_capitals(letters, 6));
    let mut end = at + 1 + usize::from(has_letters);
    let figures = end;
    let mut digits = 0;
    while let Some(group) = part(end).filter(|group| is_digits(group)) {
        if !matches!(gap(end)?, " " | "-" | "\u{A0}" | "·") {
            break;
        }
        digits += group.len();
        end += 1;
    }
    // «car PME 2019 en baisse»: a year behind an abbreviation.
    let is_year = end == figures + 1
        && !has_letters
        && !may_be_small
        && part(figures).is_some_and(|group| {
            group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
        });
    if is_year {
        return None;
    }
    let is_small_end = |letters: &str| {
        may_be_small
            && letters.chars().count() == 2
            && letters.chars().all(char::is_lowercase)
            && !dictionary::classes(&fold(letters)).any(Classes::ORDINARY)
    };
    let behind = part(end).filter(|letters| {
        (is_capitals(letters, 2) || is_small_end(letters)) && !MEASURES.contains(letters)
    });
    let has_behind = !has_letters && behind.is_some() && matches!(gap(end), Some(" " | "-"));
    let fewest = match (has_letters, may_be_small && behind.is_some()) {
        (true, _) => 1,
        // «plate DO 62 KF».
        (false, true) => 2,
        (false, false) => 3,
    };
    let last = end - 1 + usize::from(has_behind && digits >= fewest);
    (fewest..=6).contains(&digits).then_some(at..last + 1)
}

/// A German or Austrian plate in small letters: «lö-tx 77», «b-412 vx»; behind a word for plates without the hyphen too.
fn small_plate(
    text: &str,
    all: &[Range<usize>],
    at: usize,
    is_plate: bool,
) -> Option<Range<usize>> {
    let part = |at: usize| all.get(at).and_then(|word| text.get(word.clone()));
    let gap = |at: usize| text.get(all.get(at - 1)?.end..all.get(at)?.start);
    let is_letters = |part: &str, most: usize| {
        part.chars().count() <= most && part.chars().all(char::is_lowercase)
    };
    let is_digits = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    let (head, middle, last) = (part(at)?, part(at + 1)?, part(at + 2)?);
    let has_no_word = || {
        [head, middle]
            .iter()
            .any(|letters| !dictionary::classes(&fold(letters)).any(Classes::ORDINARY))
    };
    let is_free = || is_plate && gap(at + 1) == Some(" ") && has_no_word();
    let is_german = is_letters(middle, 2) && is_digits(last);
    let is_joined =
        (gap(at + 1)? == "-" || is_german && is_free()) && matches!(gap(at + 2)?, " " | "-");
    let is_austrian = is_digits(middle) && middle.len() > 1 && is_letters(last, 2);
    let is_one = is_letters(head, 3) && is_joined && (is_german || is_austrian);
    is_one.then_some(all.get(at)?.start..all.get(at + 2)?.end)
}

/// «K-3007, witwe schobel K-3011»: what has the same letters and as many digits as a number that was found.
fn alike(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    let numbers = found.iter().filter(|one| one.kind == Kind::Number);
    let mut forms: Vec<String> = numbers
        .filter_map(|one| text.get(one.span.clone()))
        .filter(|number| number.starts_with(char::is_uppercase))
        .map(form)
        .collect();
    forms.sort_unstable();
    forms.dedup();
    for (at, word) in all.iter().enumerate() {
        for form in &forms {
            let is_like = |last: &Range<usize>| {
                let end = last.end;
                let letters = text.get(word.start..end)?;
                (letters.len() == form.len() && self::form(letters) == *form).then_some(end)
            };
            let end = all.iter().skip(at).take(FARTHEST + 1).find_map(is_like);
            if let Some(end) = end {
                push_new(word.start..end, Kind::Number, found);
                break;
            }
        }
    }
}

/// The letters and signs of a number, with every digit alike.
fn form(number: &str) -> String {
    let alike = |sign: char| if sign.is_ascii_digit() { '0' } else { sign };
    number.chars().map(alike).collect()
}
