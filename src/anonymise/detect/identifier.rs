//! Finds what identifies somebody by its digits or signs: bank accounts, Swiss insurance numbers, dates of birth,
//! numbers of customers and cars, handles.
//!
//! An IBAN must keep its check digits (ISO 13616, modulo 97), a Swiss AHV number its own (EAN-13); the rest counts only
//! behind a word that says what it is, for a date or a number alone is what an analysis is made of.

mod birth;
mod untold;

use std::ops::Range;

use super::{By, Certainty, Detection, Kind};
use crate::language::{fold, words};

/// Words before a number that make it somebody's: the whole word, or its end.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "kundennummer", "kundennr", "mitgliedsnummer", "mitgliedernummer", "mitgliednummer", "mitgliedsnr",
    "mitgliednr", "vertragsnummer", "vertragsnr", "versichertennummer", "versicherungsnummer", "policennummer",
    "policenummer", "personalnummer", "personalnr", "steuernummer", "kontonummer", "kennzeichen", "autonummer",
    "kontrollschild", "nummernschild", "autokennzeichen", "fahrzeug", "ausweisnummer", "passnummer", "aktenzeichen",
    "dossiernummer", "patientennummer", "fallnummer", "immatriculation", "immatricule", "immatriculee", "plaque",
    "plaques", "adherent", "adherente", "client", "cliente", "membre", "dossier", "contrat", "police", "matricule",
    "plate", "plates", "registration", "reg", "customer", "member", "membership", "account", "policy", "passport",
    "licence", "license", "kd", "kdnr", "vers", "mitgliederkartei", "mitgliederliste", "vereinsmitglied",
    "participant", "teilnehmer", "carte", "contract", "access", "order", "invoice", "rechnung", "auftrag",
    "vertrag", "abo", "ausweis", "id", "siret", "siren", "uid", "konto", "compte", "licence", "permis", "permit",
    "fahrausweis", "fuhrerausweis", "police", "sozialversicherung", "secu", "securite", "sociale", "nss", "steuer",
    "tax", "insurance", "patient", "cliente", "inscription", "matricola", "zugang", "geraet", "serie", "fallnr",
    "ticket", "case", "ref", "reference", "referenz", "akte", "az", "badge", "kunde", "kundin", "mitglied",
    "kunden", "abonne", "numberplate", "vehicle", "staff", "krs", "hrb", "hra", "nip", "regon", "eori",
    "firmenbuchnummer", "handelsregisternummer", "supplier", "lieferant", "fournisseur", "zvr", "parz", "parzelle",
    "parcelle", "parcel", "flurstuck", "vereinsregister", "handelsregister", "firmenbuch", "dossiers", "signatur",
    "geschaftszahl", "geschaftszeichen", "lkw", "kfz", "pkw", "lastwagen", "lieferwagen", "camion", "iban", "ahv", "avs",
    "fn", "svnr", "kundennummr", "kundenr",
];

/// Numbers of things that are the same for everyone: «Tarifnummer 1901».
const NUMBERS_OF_THINGS: &[&str] = &[
    "tarif", "artikel", "waren", "haus", "seiten", "zimmer", "modell", "norm", "losungs",
    "kapitel", "block", "frage", "telefon", "handy", "kontroll", "zoll", "not", "ruf",
];

/// Marks of the registers of German courts inside a number: «412 `OWi` 2231/23».
const COURT_REGISTERS: &[&str] = &["OWi", "Js", "Ds", "Cs", "Ls", "Gs", "Rs", "Ca", "Sa", "Qs"];

/// Words that may stand between such a word and its number.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "nr", "no", "n", "num", "numero", "number", "nummer", "id", "am", "le", "on", "of", "date", "lautet", "ist",
    "is", "est", "car", "the", "de", "du", "la", "voiture", "wagen", "auto", "nrn", "den", "in", "dat", "datum", "un", "e",
];

/// Tokens with which one notes sides instead of names.
const SIDE_TOKENS: &[&str] = &[
    "own", "other", "eig", "and", "third", "dritte", "nous", "eux", "tiers", "propre", "autre",
];

/// Appends everything of this kind.
pub(super) fn find(text: &str, found: &mut Vec<Detection>) {
    ibans(text, found);
    insurance_numbers(text, found);
    handles(text, found);
    spelled_emails(text, found);
    behind_words(text, found);
}

fn certain(span: Range<usize>, kind: Kind) -> Detection {
    Detection {
        span,
        kind,
        certainty: Certainty::Certain,
        by: By::Pattern,
    }
}

/// Appends what nothing was found in before.
fn push_new(span: Range<usize>, kind: Kind, found: &mut Vec<Detection>) {
    let is_new = !found
        .iter()
        .any(|other| other.span.start < span.end && span.start < other.span.end);
    if is_new {
        found.push(certain(span, kind));
    }
}

/// Runs of two letters, two digits, and digits or letters in groups, whose check digits are right.
fn ibans(text: &str, found: &mut Vec<Detection>) {
    let mut end = 0;
    for word in words(text) {
        if word.start < end {
            continue;
        }
        let begins = text.get(word.start..word.start + 4).is_some_and(|head| {
            head.chars()
                .take(2)
                .all(|letter| letter.is_ascii_alphabetic())
                && head.chars().skip(2).all(|digit| digit.is_ascii_digit())
        });
        if let Some(length) = begins
            .then(|| iban_length(text.get(word.start..)?))
            .flatten()
        {
            end = word.start + length;
            found.push(certain(word.start..end, Kind::Iban));
        }
    }
}

/// How long the IBAN is with which a text begins.
fn iban_length(text: &str) -> Option<usize> {
    let mut letters = String::new();
    let mut found = None;
    for (at, character) in text.char_indices() {
        match character {
            ' ' | '\u{A0}' | '\u{202F}' | '.' | '-' if !letters.is_empty() => continue,
            _ if character.is_ascii_alphanumeric() && letters.len() < 34 => {
                letters.push(character.to_ascii_uppercase());
            }
            _ => break,
        }
        let behind = text.get(at + 1..).and_then(|rest| rest.chars().next());
        let ends = behind.is_none_or(|next| !next.is_ascii_alphanumeric());
        if letters.len() >= 15 && ends && has_iban_check(&letters) {
            found = Some(at + 1);
        }
    }
    found
}

/// Modulo 97 over the number that the rearranged letters make (ISO 13616).
fn has_iban_check(letters: &str) -> bool {
    let (head, rest) = letters.split_at_checked(4).unwrap_or((letters, ""));
    let remainder = rest
        .chars()
        .chain(head.chars())
        .fold(0, |remainder, letter| {
            let value = letter.to_digit(36).unwrap_or(0);
            let shift = if value > 9 { 100 } else { 10 };
            (remainder * shift + value) % 97
        });
    remainder == 1
}

/// `756.1234.5678.97`, with or without the points.
fn insurance_numbers(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices("756") {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|before| before.is_ascii_digit()) {
            continue;
        }
        let mut digits: Vec<u32> = Vec::new();
        let mut end = at;
        for (offset, character) in text.get(at..).unwrap_or_default().char_indices() {
            match character.to_digit(10) {
                Some(_) if digits.len() == 13 => {
                    digits.clear();
                    break;
                }
                Some(digit) => {
                    digits.push(digit);
                    end = at + offset + 1;
                }
                None if matches!(character, '.' | ' ' | '\u{A0}' | '-') && digits.len() < 13 => {}
                None => break,
            }
        }
        if digits.len() == 13 && has_ean_check(&digits) {
            found.push(certain(at..end, Kind::Ahv));
        }
    }
}

/// The check digit of EAN-13: digits weighed one and three in turn make a multiple of ten.
fn has_ean_check(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| digit * if at % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// `@somebody`, which is no e-mail address and no token for a side.
fn handles(text: &str, found: &mut Vec<Detection>) {
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before
            .is_some_and(|before| before.is_alphanumeric() || matches!(before, '.' | '_' | '-'))
        {
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        let length = rest
            .find(|character: char| {
                !character.is_alphanumeric() && !matches!(character, '_' | '.' | '-' | '@')
            })
            .unwrap_or(rest.len());
        let name = rest
            .get(..length)
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        if name
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            >= 2
            && !SIDE_TOKENS.contains(&fold(name).as_str())
        {
            found.push(certain(at..at + 1 + name.len(), Kind::Handle));
        }
    }
}

/// `anna(at)holz.ch`, `anna [at] holz.ch`, and the names that a network gives: `in/anna-keller`.
fn spelled_emails(text: &str, found: &mut Vec<Detection>) {
    let is_of_address =
        |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '+');
    let before = |at: usize| -> usize {
        let head = text.get(..at).unwrap_or_default().trim_end_matches(' ');
        head.rfind(|character| !is_of_address(character))
            .map_or(0, |sign| {
                sign + head
                    .get(sign..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8)
            })
    };
    let behind = |at: usize| -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start_matches(' ').len();
        let name = rest.get(skipped..).unwrap_or_default();
        let length = name
            .find(|character| !is_of_address(character))
            .unwrap_or(name.len());
        at + skipped
            + name
                .get(..length)
                .unwrap_or_default()
                .trim_end_matches(['.', '-'])
                .len()
    };
    for sign in ["(at)", "[at]", "(AT)", "[AT]", "(a)", "(@)", "[@]"] {
        for (at, _) in text.match_indices(sign) {
            let (start, end) = (before(at), behind(at + sign.len()));
            if start < at && end > at + sign.len() + 3 {
                found.push(certain(start..end, Kind::Email));
            }
        }
    }
    for (at, _) in text.match_indices("in/") {
        let is_apart = text
            .get(..at)
            .is_none_or(|before| before.ends_with([' ', '(', '.', '/', ':']) || before.is_empty());
        let end = behind(at + 3);
        if is_apart && end > at + 5 {
            found.push(certain(at..end, Kind::Handle));
        }
    }
}

/// Dates behind «geb.», numbers behind «Kundennummer».
fn behind_words(text: &str, found: &mut Vec<Detection>) {
    let all: Vec<Range<usize>> = words(text).collect();
    let folded = |at: usize| {
        all.get(at)
            .and_then(|word| text.get(word.clone()))
            .map(fold)
            .unwrap_or_default()
    };
    for at in 0..all.len() {
        let word = folded(at);
        let is_birth = birth::BIRTH.contains(&word.as_str());
        let is_number = is_numbered(&word);
        if !is_birth && !is_number {
            continue;
        }
        let mut next = at + 1;
        while next < all.len() && next <= at + 4 && BETWEEN.contains(&folded(next).as_str()) {
            next += 1;
        }
        let Some(start) = all.get(next).map(|word| word.start) else {
            continue;
        };
        let from_trigger = all.get(at).map_or(0, |word| word.end);
        let between = text.get(from_trigger..start).unwrap_or_default();
        // «né(e) 27-05-2011».
        let signs = between.strip_prefix("(e)").unwrap_or(between);
        if signs.contains(['\n', ';', '!', '?', ')']) {
            continue;
        }
        let says_number = next > at + 1 || between.contains([':', '#', '°', 'º']);
        let rest = text.get(start..).unwrap_or_default();
        if is_birth && (word.len() > 1 || between.starts_with('.')) {
            if let Some(length) = birth::date_length(rest) {
                found.push(certain(start..start + length, Kind::Birth));
            }
        } else if let Some(length) =
            number_length(rest, says_number || is_compound_number(&word)).filter(|_| !is_birth)
        {
            push_new(start..start + length, Kind::Number, found);
        }
    }
    coded_numbers(text, &all, found);
    untold::find(text, &all, found);
    birth::find(text, &all, found);
}

/// Whether a number behind the word is somebody's: one of the list, or «Lieferantennr».
fn is_numbered(word: &str) -> bool {
    /// The fewest letters before «nummer».
    const FEWEST_LETTERS: usize = 3;
    let stem = word
        .strip_suffix("nummer")
        .or_else(|| word.strip_suffix("nr"));
    NUMBERED.contains(&word)
        || stem
            .is_some_and(|stem| stem.len() >= FEWEST_LETTERS && !NUMBERS_OF_THINGS.contains(&stem))
}

/// «Kundennummer», «Mitgliedsnr» say by themselves that a number follows.
fn is_compound_number(word: &str) -> bool {
    word.ends_with("nummer")
        || word.ends_with("nr")
        || matches!(
            word,
            "kennzeichen"
                | "autokennzeichen"
                | "immatriculation"
                | "plate"
                | "plaque"
                | "zvr"
                | "krs"
                | "parz"
                | "parzelle"
                | "parcelle"
                | "kundennummr"
                | "iban"
        )
}

/// The most letters between «Nr.» and a number with letters in it.
const LONGEST_GAP: usize = 40;

/// Letters and digits, or many digits parted by a hyphen that are no two years: «TC 5590», «19-207-883».
fn is_code(number: &str) -> bool {
    /// The fewest digits of a number without letters.
    const FEWEST_DIGITS: usize = 6;
    let is_year = |group: &str| {
        group.len() == 4
            && ["19", "20"]
                .iter()
                .any(|century| group.starts_with(century))
    };
    let has_letter = number.contains(char::is_alphabetic);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let are_years = number.split('-').all(is_year);
    has_letter && digits > 0 || digits >= FEWEST_DIGITS && number.contains('-') && !are_years
}

/// «user no. FS-20931», «Fahrzeugnummer VF-2207»: behind «no.» a number with letters in it is somebody's, whatever it is
/// the number of.
fn coded_numbers(text: &str, all: &[Range<usize>], found: &mut Vec<Detection>) {
    for (at, word) in all.iter().enumerate() {
        let folded = text.get(word.clone()).map(fold).unwrap_or_default();
        let says = matches!(
            folded.as_str(),
            "no" | "nr" | "nos" | "number" | "numero" | "num" | "file" | "badge" | "ref"
        ) || is_compound_number(&folded)
            || folded == "n"
                && text
                    .get(word.end..)
                    .is_some_and(|rest| rest.starts_with(['°', 'º']));
        // «badge atelier 5520-K», «Kundennr bei der Mautstelle TC 5590»: words may stand between.
        let farthest = if is_compound_number(&folded) { 7 } else { 2 };
        for next in at + 1..=at + farthest {
            let Some(start) = all.get(next).map(|word| word.start).filter(|_| says) else {
                continue;
            };
            let gap = text.get(word.end..start).unwrap_or_default();
            let rest = text.get(start..).unwrap_or_default();
            let is_coded = number_length(rest, false)
                .filter(|length| rest.get(..*length).is_some_and(is_code));
            if let Some(length) = is_coded
                .filter(|_| gap.chars().count() <= LONGEST_GAP && !gap.contains(['\n', ';', ',']))
            {
                push_new(start..start + length, Kind::Number, found);
                break;
            }
        }
    }
}

/// The most groups of a number: an account has seven.
const MOST_GROUPS: usize = 8;

/// How long the number is with which a text begins: groups of digits and capitals, with at least three digits.
fn number_length(text: &str, says_number: bool) -> Option<usize> {
    let mut end: Option<usize> = None;
    let mut digits = 0;
    for (index, word) in words(text).take(MOST_GROUPS).enumerate() {
        let letters = text.get(word.clone())?;
        let has_digit = letters.contains(|character: char| character.is_ascii_digit());
        let is_capitals = letters.chars().count() <= 4 && letters.chars().all(char::is_uppercase)
            || COURT_REGISTERS.contains(&letters);
        let between = text.get(end.unwrap_or(0)..word.start)?;
        let is_near = between.chars().count() <= 1
            && between
                .chars()
                .all(|sign| matches!(sign, ' ' | '-' | '.' | '/' | '_' | '·' | '\u{A0}'));
        if !(has_digit || is_capitals) || index > 0 && !is_near {
            break;
        }
        digits += letters.chars().filter(char::is_ascii_digit).count();
        end = Some(word.end);
    }
    let end = end?;
    let number = text.get(..end)?;
    let mixed = number.contains(|letter: char| !letter.is_ascii_digit());
    // «Mitglied seit 2016» has no number; a bare one needs «Nr.» or a colon before it.
    (digits >= 3 && (says_number || mixed)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        let mut found = Vec::new();
        find(text, &mut found);
        found
            .into_iter()
            .filter_map(|detection| Some((text.get(detection.span)?, detection.kind)))
            .collect()
    }

    #[test]
    fn accounts_count_only_with_right_check_digits() {
        assert_eq!(
            found("IBAN CH93 0076 2011 6238 5295 7, dann weiter"),
            [("CH93 0076 2011 6238 5295 7", Kind::Iban)]
        );
        assert_eq!(
            found("auf DE89370400440532013000."),
            [("DE89370400440532013000", Kind::Iban)]
        );
        assert_eq!(found("CH94 0076 2011 6238 5295 7"), []);
    }

    #[test]
    fn insurance_numbers_count_only_with_a_right_check_digit() {
        assert_eq!(
            found("AHV 756.9217.0769.85"),
            [("756.9217.0769.85", Kind::Ahv)]
        );
        assert_eq!(found("756.9217.0769.84"), []);
    }

    #[test]
    fn dates_of_birth_need_a_word_that_says_so() {
        for (text, date) in [
            ("geb. 3.4.1970 in Olten", "3.4.1970"),
            ("née le 12 mars 1971", "12 mars 1971"),
            ("born on March 3, 1970", "March 3, 1970"),
            ("DOB: 1970-04-03", "1970-04-03"),
            ("Geburtsdatum der Patientin (19.08.1957)", "19.08.1957"),
            ("jg 1941 (3.2.41)", "3.2.41"),
            ("geb.dat. 21/12/1983 gemäss formular", "21/12/1983"),
            ("j. rochat, n. 30/12/39", "30/12/39"),
            ("p. gonin, n. 1941-06-02 - déclarer", "1941-06-02"),
            ("Ndeye Sow, n. le 09.07.1990", "09.07.1990"),
            ("iliès, né(e) 27-05-2011, domicile", "27-05-2011"),
            ("born sibiu, 11.VIII.1973, studied", "11.VIII.1973"),
            ("born 8.8.'73, room 214", "8.8.'73"),
            (
                "born on the twelfth of May 1959, same day",
                "twelfth of May 1959",
            ),
            ("née le 28 févr. 1977, caution", "28 févr. 1977"),
            ("Date de naissance : 11 / 06 / 1983.", "11 / 06 / 1983"),
            ("née un 1er mai 44, on fête", "1er mai 44"),
            (
                "Her date of birth is required for the transfer: 1972-02-29",
                "1972-02-29",
            ),
            ("ihr mann amadeu (1.11.1960) ist", "1.11.1960"),
        ] {
            assert_eq!(found(text), [(date, Kind::Birth)], "{text}");
        }
        for text in [
            "gegründet am 3.4.1970",
            "seit dem 12. März 2019",
            "born in 1970",
            "Amadeu (1.11.2019) sagte zu",
            "die Gründung (1.11.1990) ist lange her",
            "n. 12, n. 2019, n. 3 im Plan",
            "Basel, 1.11.1990, Protokoll",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn numbers_need_a_word_that_says_whose() {
        for (text, number) in [
            ("Kundennummer 4711-22", "4711-22"),
            ("Mitglied Nr. 10342", "10342"),
            ("Kennzeichen LÖ-AB 1234", "LÖ-AB 1234"),
            ("n° client : 88 231", "88 231"),
            ("licence plate BS 123 456", "BS 123 456"),
            ("lieferantennr 70448", "70448"),
            ("versichertennr 80756 0034 1187", "80756 0034 1187"),
            ("Kundennr bei der Mautstelle TC 5590 3317", "TC 5590 3317"),
            ("kundennr bei feinwerk 400871-22", "400871-22"),
            ("carte no 19-207-883", "19-207-883"),
            ("Aktenzeichen 412 OWi 2231/23", "412 OWi 2231/23"),
            ("Geschäftszahl 3 C 211/25p", "3 C 211/25p"),
            ("zvr 719004318", "719004318"),
            ("parz. 1184", "1184"),
            ("im lkw VI-628 KT", "VI-628 KT"),
            (
                "IBAN CH94 0076 2011 6238 5295 7",
                "CH94 0076 2011 6238 5295 7",
            ),
            (
                "iban donné pour remboursement : FR76 3000 4028 3798 7654 3210 943",
                "FR76 3000 4028 3798 7654 3210 943",
            ),
            ("AHV 756.9217.0769.84", "756.9217.0769.84"),
        ] {
            assert_eq!(found(text), [(number, Kind::Number)], "{text}");
        }
        for text in [
            "Mitglied seit 2016",
            "112 Mitglieder",
            "member since 2016",
            "client 12",
            "Tarifnummer 1901",
            "Nr. 2019-2021",
            "mit dem LKW 120 km",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn handles_are_told_from_addresses_and_sides() {
        assert_eq!(
            found("folgt @rhein_hub dort"),
            [("@rhein_hub", Kind::Handle)]
        );
        assert_eq!(found("anna@holz.ch @own @eig"), []);
    }
}
