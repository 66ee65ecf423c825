//! Finds numbers of customers, members, files and registers by the words before them.

use std::ops::Range;

use super::{birth, push_new, untold};
use crate::anonymise::detect::{Detection, Kind};
use crate::anonymise::word_list::WordList;
use crate::language::{fold, words};

/// Words before a number that make it somebody's: the whole word, or its end.
static NUMBERED: WordList = WordList::of("
    kundennummer kundennr mitgliedsnummer mitgliedernummer mitgliednummer mitgliedsnr mitgliednr vertragsnummer
    vertragsnr versichertennummer versicherungsnummer policennummer policenummer personalnummer personalnr
    steuernummer kontonummer kennzeichen autonummer kontrollschild nummernschild autokennzeichen fahrzeug
    ausweisnummer passnummer aktenzeichen dossiernummer patientennummer fallnummer immatriculation immatricule
    immatriculee plaque plaques adherent adherente client cliente membre dossier contrat police matricule plate plates
    registration reg customer member membership account policy passport licence license kd kdnr vers mitgliederkartei
    mitgliederliste vereinsmitglied participant teilnehmer carte contract access order invoice rechnung auftrag
    vertrag abo ausweis id siret siren uid konto compte licence permis permit fahrausweis fuhrerausweis police
    sozialversicherung secu securite sociale nss steuer tax insurance patient cliente inscription matricola zugang
    geraet serie fallnr ticket case ref reference referenz akte az badge kunde kundin mitglied kunden abonne
    numberplate vehicle staff krs hrb hra nip regon eori firmenbuchnummer handelsregisternummer supplier lieferant
    fournisseur zvr parz parzelle parcelle parcel flurstuck vereinsregister handelsregister firmenbuch dossiers
    signatur geschaftszahl geschaftszeichen lkw kfz pkw lastwagen lieferwagen camion iban ahv avs fn svnr kundennummr
    kundenr personalausweis chassis dossard startnummer bib ez zemis ide pass suva pol abonnement subscription docket
    leihschein mietschein lieferschein mitgliedsausweis convention bescheid quittung cheque scheck colis gz
    mitgliedskarte bibliotheksausweis mietvertrag bail lease register registre folio feuillet gst acct passeport ustid
    req rg turcode zugangscode digicode prot
    cvr kvk immat stempelkarte besucherschild reisepass fuhrerschein meldeschein zahlpunkt verwendungszweck
");

/// Numbers of things that are the same for everyone: «Tarifnummer 1901».
const NUMBERS_OF_THINGS: &[&str] = &[
    "tarif", "artikel", "waren", "haus", "seiten", "zimmer", "modell", "norm", "losungs",
    "kapitel", "block", "frage", "telefon", "handy", "kontroll", "zoll", "not", "ruf", "art",
    "pos", "lauf", "los",
];

/// Registers whose long numbers need no further word, though others may stand between: «siret toits du sundgau: 8412…».
const REGISTERS: &[&str] = &[
    "siret",
    "siren",
    "suva",
    "zemis",
    "caf",
    "poursuite",
    "betreibung",
];

/// Words behind which a number with a letter, a slash or two hyphens is somebody's.
static CODED: WordList = WordList::of("
    no nr nos nrn number numbers numero num file badge ref az sn code pass fall cas case claim sinistre quote lot
    livraison lieferschein ordre dossier register registre contract contrat vertrag card carte docket akte casier cle
    cles spind schliessfach kennung certificate zertifikat approval patent bewilligung compteur remorque minibus
    trailer
");

/// Words for the tax whose numbers begin with a country: «VAT IE 4417780 TH».
const TAXES: &[&str] = &["vat", "tva", "mwst", "ust", "iva"];

/// What numbers stand on: «tankkarte nr 7002 1188».
const CARRIERS: &[&str] = &[
    "karte", "konto", "card", "carte", "register", "akte", "police",
];

/// Marks of the registers of German courts inside a number: «412 `OWi` 2231/23».
const COURT_REGISTERS: &[&str] = &["OWi", "Js", "Ds", "Cs", "Ls", "Gs", "Rs", "Ca", "Sa", "Qs"];

/// Whether a number behind the word is somebody's: one of the list, or «Lieferantennr».
pub(super) fn is_numbered(word: &str) -> bool {
    /// The fewest letters before «nummer».
    const FEWEST_LETTERS: usize = 3;
    let stem = word
        .strip_suffix("nummer")
        .or_else(|| word.strip_suffix("nr"));
    NUMBERED.has(word)
        || stem
            .is_some_and(|stem| stem.len() >= FEWEST_LETTERS && !NUMBERS_OF_THINGS.contains(&stem))
}

/// Whether the word says what a number is that begins with the two letters of a country and has many digits.
pub(super) fn is_tax(word: &str) -> bool {
    TAXES.contains(&word)
}

/// How long such a number is with which a text begins.
pub(super) fn tax_length(text: &str) -> Option<usize> {
    /// The fewest digits that one has.
    const FEWEST_DIGITS: usize = 7;
    let length = length(text, false).or_else(|| small_length(text))?;
    let number = text.get(..length)?;
    let letters = number.chars().take_while(char::is_ascii_alphabetic).count();
    (letters == 2 && digits(number) >= FEWEST_DIGITS).then_some(length)
}

/// «Kundennummer», «Mitgliedsnr» say by themselves that a number follows.
pub(super) fn is_compound_number(word: &str) -> bool {
    word.ends_with("nummer")
        || word.ends_with("nr")
        || matches!(
            word,
            "kennzeichen"
                | "autokennzeichen"
                | "aktenzeichen"
                | "geschaftszeichen"
                | "geschaftszahl"
                | "immatriculation"
                | "plate"
                | "plaque"
                | "zvr"
                | "krs"
                | "parz"
                | "dossard"
                | "ez"
                | "parzelle"
                | "parcelle"
                | "kundennummr"
                | "turcode"
                | "zugangscode"
                | "digicode"
                | "iban"
        )
}

/// How long the code in small letters is with which a text begins behind a word that numbers: «bt-117», «vk 12/0883»,
/// «nf 0093», «pol-2022-09».
pub(super) fn small_length(text: &str) -> Option<usize> {
    let mut all = words(text);
    let head = all.next()?;
    let letters = text.get(head.clone())?;
    let is_head =
        head.start == 0 && letters.chars().count() <= 3 && letters.chars().all(char::is_lowercase);
    if !is_head {
        return None;
    }
    let (mut end, mut groups, mut signs) = (head.end, 0, String::new());
    for word in all.take(MOST_GROUPS) {
        let between = text.get(end..word.start)?;
        let part = text.get(word.clone())?;
        let has_digit = part.contains(|sign: char| sign.is_ascii_digit());
        let fits = matches!(between, "-" | "/" | ".") || between == " " && groups == 0;
        if !(fits && (has_digit || groups > 0 && between != "." && is_clerk(part))) {
            break;
        }
        groups += usize::from(has_digit);
        signs.push_str(between);
        end = word.end;
    }
    let number = text.get(..end)?;
    let figures = number
        .get(head.end..)?
        .trim_start_matches([' ', '-', '/', '.']);
    let is_zeroed = figures.starts_with('0');
    let enough = if signs.starts_with(' ') {
        digits(number) > 3 && (is_zeroed || groups > 1 || digits(number) > MOST_DIGITS_OF_A_DATE)
    } else {
        digits(number) > 1
    };
    // «dossier mi-2019», «vertrag von 2019/20», «vertrag ab 01.02.2020».
    let is_time = birth::date_length(figures).is_some()
        || are_years(number) && (groups == 1 || signs.starts_with(' '));
    (enough && !is_time).then_some(end)
}

/// The most letters between «Nr.» and a number with letters in it.
const LONGEST_GAP: usize = 48;

/// The fewest digits of a number that nothing but its length makes one.
const FEWEST_DIGITS: usize = 6;

/// The most digits of a date.
const MOST_DIGITS_OF_A_DATE: usize = 8;

/// Whether «nr» is joined to what it is the number of: «kreditoren-nr», «suva-nr», «tankkarte nr».
pub(super) fn is_joined(text: &str, all: &[Range<usize>], at: usize) -> bool {
    /// The fewest letters of what it is the number of.
    const FEWEST_LETTERS: usize = 3;
    let part = |span: Range<usize>| text.get(span).unwrap_or_default();
    let Some(word) = all.get(at) else {
        return false;
    };
    let Some(before) = at.checked_sub(1).and_then(|before| all.get(before)) else {
        return false;
    };
    if !matches!(part(word.clone()), "nr" | "Nr" | "no" | "nummer" | "Nummer") {
        return false;
    }
    let owner = fold(part(before.clone()));
    match part(before.end..word.start) {
        "-" | "." => owner.len() >= FEWEST_LETTERS && !NUMBERS_OF_THINGS.contains(&owner.as_str()),
        " " => CARRIERS.iter().any(|carrier| owner.ends_with(carrier)),
        _ => false,
    }
}

/// Whether all groups of digits are years or go on with one: «2019-2021», «KMU 2020», «2012-19».
pub(super) fn are_years(number: &str) -> bool {
    let is_year = |group: &str| {
        group.len() == 4
            && ["19", "20"]
                .iter()
                .any(|century| group.starts_with(century))
    };
    let groups = number.split(|sign: char| !sign.is_ascii_digit());
    let mut groups = groups.filter(|group| !group.is_empty());
    groups.next().is_some_and(is_year) && groups.all(|group| is_year(group) || group.len() <= 2)
}

/// Letters and digits, or many digits parted by a hyphen that are no two years: «TC 5590», «19-207-883».
fn is_code(number: &str) -> bool {
    let has_letter = number.contains(char::is_alphabetic);
    let is_parted = number.contains('-') && digits(number) >= FEWEST_DIGITS
        || number.contains('/') && digits(number) > MOST_DIGITS_OF_A_DATE;
    has_letter && digits(number) > 0 || is_parted && !are_years(number)
}

/// Whether a code is one by itself: a sign joins its parts or letters and digits, and it is no norm and no year.
fn is_firm_code(number: &str) -> bool {
    // «m3» is a measure.
    let is_glued = |part: &str| {
        part.len() > 2
            && part.contains(char::is_alphabetic)
            && part.contains(|sign: char| sign.is_ascii_digit())
    };
    // «SB 0412».
    let is_zeroed = number.split(' ').skip(1).any(|part| part.starts_with('0'));
    let is_one = is_zeroed || number.contains(['-', '/', '.']) || number.split(' ').any(is_glued);
    // «AL/2022/15».
    let is_joined_year = number.starts_with(char::is_alphabetic) && number.matches('/').count() > 1;
    let is_one = is_one && !is_road(number);
    is_code(number) && is_one && !is_norm(number) && (is_joined_year || !are_years(number))
}

/// «A5», «D437»: a road.
fn is_road(number: &str) -> bool {
    let mut signs = number.chars();
    let is_head = signs
        .next()
        .is_some_and(|head| matches!(head, 'A' | 'B' | 'D' | 'E' | 'L' | 'N' | 'S'));
    let figures = signs.as_str();
    is_head && (1..=4).contains(&figures.len()) && figures.bytes().all(|sign| sign.is_ascii_digit())
}

/// «0391»: what is counted has no nought in front.
fn is_zeroed(number: &str) -> bool {
    number.starts_with('0') && digits(number) > 3 && !number.contains(['.', ','])
}

/// Whether a norm begins with its letters: «EN 12464». None has a nought in front, as «BS-0088».
fn is_norm(number: &str) -> bool {
    let head = number.split(|sign: char| !sign.is_alphabetic()).next();
    let figures = number.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    head.is_some_and(|head| untold::NORMS.contains(&head)) && !figures.starts_with('0')
}

fn digits(number: &str) -> usize {
    number.chars().filter(char::is_ascii_digit).count()
}

/// «user no. FS-20931», «Fahrzeugnummer VF-2207»: behind «no.» a number with letters in it is somebody's, whatever it is
/// the number of.
pub(super) fn far(text: &str, all: &[Range<usize>], folded: &[String], found: &mut Vec<Detection>) {
    for ((at, word), folded) in all.iter().enumerate().zip(folded) {
        let behind = text.get(word.end..).unwrap_or_default();
        let reach = Reach::of(folded, behind.starts_with(['°', 'º']));
        // «Norm SN 640 829a».
        let is_norm = text.get(word.clone()).is_some_and(is_norm);
        let Some(reach) = reach.filter(|_| !is_norm) else {
            continue;
        };
        let starts = all
            .iter()
            .skip(at + 1)
            .take(reach.farthest())
            .map(|next| next.start);
        let number = starts
            .filter(|start| {
                let gap = text.get(word.end..*start).unwrap_or_default();
                is_reached_over(gap) || reach == Reach::Owner && is_announced(gap)
            })
            .find_map(|start| {
                let rest = text.get(start..)?;
                let length = length(rest, false).or_else(|| bare_length(rest))?;
                let gap = text.get(word.end..start)?;
                reach
                    .takes(rest.get(..length)?, gap)
                    .then_some(start..start + length)
            });
        if let Some(span) = number {
            push_new(span, Kind::Number, found);
        }
    }
}

/// How far a word reaches that says that a number follows, and what it takes for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// «Kundennummer»: over several words, codes and what an introduction ends before.
    Owner,
    /// «siret»: over several words, long numbers.
    Register,
    /// «no.», «n°»: over some words, codes.
    Sign,
    /// «Fall», «file»: over some words, what is a code by itself.
    Thing,
}

impl Reach {
    fn of(folded: &str, has_sign: bool) -> Option<Self> {
        let is_sign = matches!(folded, "no" | "nr" | "number" | "nummer" | "badge" | "ref");
        if is_sign || folded == "n" && has_sign {
            Some(Self::Sign)
        } else if is_compound_number(folded) {
            Some(Self::Owner)
        } else if REGISTERS.contains(&folded) {
            Some(Self::Register)
        } else {
            CODED.has(folded).then_some(Self::Thing)
        }
    }

    /// How many words it reaches over.
    const fn farthest(self) -> usize {
        match self {
            Self::Owner | Self::Register => 9,
            Self::Sign | Self::Thing => 6,
        }
    }

    /// Whether it takes the number that stands behind the gap.
    fn takes(self, number: &str, gap: &str) -> bool {
        let is_introduced = gap.trim_end().ends_with([':', ',', '(']);
        !is_norm(number)
            && match self {
                Self::Owner => {
                    is_code(number) || is_introduced && digits(number) >= 4 && !are_years(number)
                }
                Self::Register => digits(number) >= FEWEST_DIGITS,
                Self::Sign => {
                    let is_near = gap.split_whitespace().count() <= 1;
                    // «bon n° 0056231».
                    let is_long = gap.trim().is_empty() || matches!(gap.trim(), "." | "°" | "º");
                    is_firm_code(number)
                        || (is_near || gap.trim_end().ends_with(':')) && is_code(number)
                        || is_long && (digits(number) >= FEWEST_DIGITS || is_zeroed(number))
                }
                Self::Thing => is_firm_code(number),
            }
    }
}

/// Whether a word reaches over what stands between it and a number.
fn is_reached_over(gap: &str) -> bool {
    let inner = gap.trim_end().trim_end_matches([',', '(', ':']);
    gap.chars().count() <= LONGEST_GAP && !inner.contains(['\n', ';', ',', '!', '?'])
}

/// Whether a colon ends what stands between: «plate of the shared van, in case of damage: JU 41 702».
fn is_announced(gap: &str) -> bool {
    gap.chars().count() <= LONGEST_GAP
        && gap.trim_end().ends_with(':')
        && !gap.contains(['\n', ';', '!', '?', '.'])
}

/// How long the number of digits alone is with which a text begins.
fn bare_length(text: &str) -> Option<usize> {
    length(text, true).filter(|length| {
        text.get(..*length)
            .is_some_and(|number| !number.contains(char::is_alphabetic))
    })
}

/// The most groups of a number: an account has seven.
const MOST_GROUPS: usize = 8;

/// How long the number is with which a text begins: groups of digits and capitals, with at least three digits.
pub(super) fn length(text: &str, says_number: bool) -> Option<usize> {
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
        let is_joined = matches!(between, "-" | "/");
        // «26-0417/ro», «IfS-1182/25».
        let is_mark = index > 0 && is_joined && is_clerk(letters);
        let is_head = index == 0 && is_mixed_head(text, &word);
        if !(has_digit || is_capitals || is_mark || is_head) || index > 0 && !is_near {
            break;
        }
        digits += letters.chars().filter(char::is_ascii_digit).count();
        end = Some(word.end);
    }
    let end = end?;
    let number = text.get(..end)?;
    let mixed = number.contains(|letter: char| !letter.is_ascii_digit());
    let has_years = mixed && are_years(number) && !number.contains(char::is_alphabetic);
    // «réf. client PJ-33».
    let fewest = if number.starts_with(char::is_uppercase) && number.contains('-') {
        2
    } else {
        3
    };
    // «Mitglied seit 2016» has no number; a bare one needs «Nr.» or a colon before it.
    let is_number = digits >= fewest && (says_number || mixed) && !has_years && !is_day(number);
    is_number.then_some(end)
}

/// «03/04/21», «3.4.2020».
fn is_day(number: &str) -> bool {
    let groups: Vec<&str> = number.split(['.', '/']).collect();
    let within = |group: &str, most: u32| {
        group.len() <= 2 && group.parse::<u32>().is_ok_and(|group| group <= most)
    };
    matches!(groups[..], [day, month, year] if within(day, 31)
        && within(month, 12)
        && matches!(year.len(), 2 | 4)
        && year.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The initials of a clerk behind a number: «/ro».
fn is_clerk(letters: &str) -> bool {
    letters.chars().count() <= 3 && letters.chars().all(char::is_lowercase)
}

/// «IfS-1182», «OfC-E/2291»: an office by its letters, joined to its number.
fn is_mixed_head(text: &str, word: &Range<usize>) -> bool {
    let letters = text.get(word.clone()).unwrap_or_default();
    let behind = text.get(word.end..).unwrap_or_default();
    letters.chars().count() <= 4
        && letters.starts_with(char::is_uppercase)
        && letters
            .chars()
            .filter(|letter| letter.is_uppercase())
            .count()
            > 1
        && behind.starts_with(['-', '/'])
}
