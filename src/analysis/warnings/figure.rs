//! W2: exact years, numbers of members and sums of money, for which a band could stand.

use std::ops::Range;

use super::terms::{Term, is_close};
use super::{Concern, Size, Warning};

/// What the members of a cooperation are called, folded.
const MEMBERS: &[&str] = &[
    "adherent",
    "adherents",
    "adherents",
    "angestellte",
    "angestellten",
    "beschaftigte",
    "beschaftigten",
    "betriebe",
    "betrieben",
    "collaborateurs",
    "companies",
    "employees",
    "employes",
    "entreprises",
    "firmen",
    "firms",
    "members",
    "membres",
    "mitarbeitende",
    "mitarbeitenden",
    "mitarbeiter",
    "mitarbeitern",
    "mitglieder",
    "mitgliedern",
    "mitgliedsbetriebe",
    "mitgliedsfirmen",
    "mitgliedsunternehmen",
    "partner",
    "partners",
    "partenaires",
    "partnern",
    "salaries",
    "societes",
    "staff",
    "unternehmen",
];

/// What money is called, folded.
const MONEY: &[&str] = &[
    "chf", "dollar", "dollars", "eur", "euro", "euros", "fr", "franc", "francs", "franken", "pln",
    "sfr", "usd", "zloty",
];

/// Signs of money.
const SIGNS: [char; 3] = ['€', '$', '£'];

/// How many zeros a word adds to a number, folded.
const POWERS: &[(&str, usize)] = &[
    ("tausend", 3),
    ("mille", 3),
    ("thousand", 3),
    ("k", 3),
    ("mio", 6),
    ("mo", 6),
    ("m", 6),
    ("million", 6),
    ("millionen", 6),
    ("millions", 6),
    ("mrd", 9),
    ("milliarde", 9),
    ("milliarden", 9),
    ("milliards", 9),
    ("billion", 9),
];

/// A number in a text, made of one or several words: «50», «50'000», «50 000», «1,5».
struct Number {
    /// Where it stands.
    span: Range<usize>,
    /// Its whole part.
    value: u64,
    /// The first of its words and the one behind its last.
    terms: Range<usize>,
}

/// Everything in a text that W2 points at.
pub(super) fn find(text: &str, terms: &[Term<'_>]) -> Vec<Warning> {
    numbers(text, terms)
        .into_iter()
        .filter_map(|number| of_number(text, terms, &number))
        .collect()
}

fn of_number(text: &str, terms: &[Term<'_>], number: &Number) -> Option<Warning> {
    if let Some(warning) = money(text, terms, number) {
        return Some(warning);
    }
    let next = terms
        .get(number.terms.end)
        .filter(|next| is_close(text, number.span.end, next.span.start));
    if let Some(next) = next.filter(|next| MEMBERS.contains(&next.folded.as_str())) {
        return Some(Warning {
            span: number.span.start..next.span.end,
            concern: Concern::Members(Size::of(number.value)),
        });
    }
    let is_one_word = number.terms.len() == 1 && number.span.len() == 4;
    let year = u16::try_from(number.value).ok()?;
    (is_one_word && (1900..2100).contains(&year)).then(|| Warning {
        span: number.span.clone(),
        concern: Concern::Year {
            decade: year - year % 10,
        },
    })
}

/// A sum of money: the currency stands before or behind the number, perhaps with «million» between.
fn money(text: &str, terms: &[Term<'_>], number: &Number) -> Option<Warning> {
    let is_money = |term: &Term<'_>| MONEY.contains(&term.folded.as_str());
    let mut end = number.span.end;
    let mut behind = terms.get(number.terms.end);
    let mut digits = number.value.to_string().len();
    let power = behind
        .filter(|term| is_close(text, end, term.span.start))
        .and_then(|term| {
            let power = POWERS.iter().find(|(word, _)| *word == term.folded)?;
            Some((term.span.end, power.1))
        });
    if let Some((past, zeros)) = power {
        digits += zeros;
        end = past;
        behind = terms.get(number.terms.end + 1);
        // «2 millions d’euros».
        if let Some(of) = behind.filter(|term| matches!(term.folded.as_str(), "d" | "de")) {
            end = of.span.end;
            behind = terms.get(number.terms.end + 2);
        }
    }
    let before = number
        .terms
        .start
        .checked_sub(1)
        .and_then(|before| terms.get(before))
        .filter(|term| is_money(term) && between(text, term.span.end, number.span.start));
    let sign = |character: Option<char>| character.is_some_and(|sign| SIGNS.contains(&sign));
    let signed_before = text
        .get(..number.span.start)
        .is_some_and(|before| sign(before.trim_end().chars().next_back()));
    let signed_behind = text
        .get(end..)
        .is_some_and(|behind| sign(behind.trim_start().chars().next()));
    let behind = behind.filter(|term| is_money(term) && between(text, end, term.span.start));
    if before.is_none() && behind.is_none() && !signed_before && !signed_behind {
        return None;
    }
    let start = before.map_or(number.span.start, |term| term.span.start);
    let end = behind.map_or(end, |term| term.span.end);
    Some(Warning {
        span: start..end,
        concern: Concern::Money { digits },
    })
}

/// Whether only spaces and a full stop («Fr. 5000», «5 Mio. Franken») stand between.
fn between(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|gap| {
        gap.chars()
            .all(|character| " \u{a0}\u{202f}.’'".contains(character))
    })
}

/// The numbers of a text.
fn numbers(text: &str, terms: &[Term<'_>]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let Some(value) = digits(term.written) else {
            continue;
        };
        if let Some(last) = found.last_mut()
            && last.terms.end == index
            && let Some(gap) = text.get(last.span.end..term.span.start)
        {
            let is_group = term.written.len() == 3
                && matches!(gap, "'" | "’" | "." | "," | " " | "\u{a0}" | "\u{202f}")
                && last.value < 1_000_000_000
                && last.value > 0;
            let is_fraction = matches!(gap, "." | ",") && term.written.len() < 3;
            if is_group || is_fraction {
                last.span.end = term.span.end;
                last.terms.end = index + 1;
                if is_group {
                    last.value = last.value * 1000 + value;
                }
                continue;
            }
        }
        found.push(Number {
            span: term.span.clone(),
            value,
            terms: index..index + 1,
        });
    }
    found
}

fn digits(written: &str) -> Option<u64> {
    let is_number = written.len() <= 12 && written.chars().all(|digit| digit.is_ascii_digit());
    is_number.then(|| written.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::super::terms::terms;
    use super::super::terms::tests::shown;
    use super::*;

    fn found(text: &str) -> Vec<(&str, Concern)> {
        shown(text, find(text, &terms(text)))
    }

    #[test]
    fn an_exact_year_is_offered_its_decade() {
        for text in ["seit 1998", "depuis 1998", "since 1998"] {
            assert_eq!(
                found(text),
                [("1998", Concern::Year { decade: 1990 })],
                "{text}"
            );
        }
        assert_eq!(found("um 2500 Meter, 12345, 18.30 Uhr"), []);
    }

    #[test]
    fn a_number_of_members_is_offered_its_band() {
        for (text, shown, size) in [
            ("rund 40 Mitglieder", "40 Mitglieder", Size::Small),
            ("140 entreprises", "140 entreprises", Size::Medium),
            ("has 1,200 members", "1,200 members", Size::Large),
            ("1998 Mitglieder", "1998 Mitglieder", Size::Large),
        ] {
            assert_eq!(found(text), [(shown, Concern::Members(size))], "{text}");
        }
    }

    #[test]
    fn a_sum_of_money_is_offered_its_magnitude() {
        for (text, shown, digits) in [
            ("kostet 50'000 Franken", "50'000 Franken", 5),
            ("CHF 50 000 im Jahr", "CHF 50 000", 5),
            ("environ 2 millions d’euros", "2 millions d’euros", 7),
            ("un budget de 80 000 euros", "80 000 euros", 5),
            ("a grant of €1.5 million", "1.5 million", 7),
            ("3 Mio. Euro", "3 Mio. Euro", 7),
            ("12 000 € par an", "12 000", 5),
        ] {
            assert_eq!(found(text), [(shown, Concern::Money { digits })], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "zwei von 5 Treffen",
            "à 18 heures",
            "3 times a year, page 12",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
