//! Faults of type behind the first: what is wrong is taken out of a copy of the source, which is then read again.
//!
//! Whether a value is of the right type is only told by reading it, and reading ends with the first fault. Nothing is
//! guessed: as soon as the source is not sound, so that it is not clear where a value ends, no further fault is told.

use super::{GuideError, SyntaxFault, guide_v1, syntax};
use crate::store::ron_text::{BYTE_ORDER_MARK, Entry, Place, Tree, offset_of, place_of};

/// So many are told at most.
pub const MOST: usize = 100;

/// How often is read at most. Where a required field is taken out, what it is of has to go as well.
const ROUNDS: usize = 400;

/// What was taken out of the source.
struct TakenOut {
    /// The name of the field that is missing since; nothing if it is not known which one was meant.
    name: Option<String>,
    /// Where the group begins that it was of.
    of: Place,
}

/// The faults of type in a source behind this first one, in the order of their places. Of the fields that are missing in one
/// group the first is told alone: what its value would be is not known, so that the group cannot be read further.
pub fn further_faults(source: &str, first: &GuideError) -> Vec<(Place, SyntaxFault)> {
    let mut rest = source.to_owned();
    let mut found: Vec<(Place, SyntaxFault)> = Vec::new();
    let mut taken_out: Vec<TakenOut> = Vec::new();
    let mut next = match first {
        GuideError::Syntax { place, fault } => Some((*place, fault.clone())),
        _ => None,
    };
    for round in 0..ROUNDS {
        let Some((place, fault)) = next.take() else {
            break;
        };
        let tree = Tree::read(&rest);
        let entry = tree.entry_at(offset_of(&rest, place));
        let Some(entry) = entry.filter(|_| is_of_type(&fault) && tree.is_sound()) else {
            // What ends the reading is told, unless it comes of what was taken out.
            if round > 0 && is_of_type(&fault) && !is_consequence(&fault, place, &taken_out) {
                found.push((place, fault));
            }
            break;
        };
        let last = fault.clone();
        if round > 0 && !is_consequence(&fault, place, &taken_out) {
            found.push((place, fault));
        }
        if found.len() == MOST {
            break;
        }
        let is_unknown = matches!(&last, SyntaxFault::UnknownField { .. });
        taken_out.push(TakenOut {
            name: entry.name.filter(|_| !is_unknown).map(str::to_owned),
            of: place_of(&rest, entry.of),
        });
        let blank = without(&rest, &entry);
        rest = blank;
        let unmarked = rest.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&rest);
        let Err(error) = guide_v1::read(unmarked) else {
            break;
        };
        if let GuideError::Syntax { place, fault } = syntax::fault(&rest, error) {
            next = Some((place, fault));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found
}

/// Whether a fault is one of a value or a field, and not of the signs around it.
const fn is_of_type(fault: &SyntaxFault) -> bool {
    use super::Expected;
    match fault {
        SyntaxFault::UnknownField { .. }
        | SyntaxFault::MissingField(_)
        | SyntaxFault::DuplicateField(_)
        | SyntaxFault::UnknownWord { .. }
        | SyntaxFault::WrongValue { .. }
        | SyntaxFault::WrongLength { .. }
        | SyntaxFault::NumberOutOfRange
        | SyntaxFault::InvalidEscape => true,
        // Another value stands where this one is wanted.
        SyntaxFault::Expected(expected) => matches!(
            expected,
            Expected::OpeningParenthesis
                | Expected::OpeningBracket
                | Expected::OpeningBrace
                | Expected::Text
                | Expected::TextOrEach
                | Expected::ListOrEach
                | Expected::Name
                | Expected::Number
                | Expected::TrueOrFalse
        ),
        SyntaxFault::NeverClosed
        | SyntaxFault::Ended
        | SyntaxFault::TrailingText
        | SyntaxFault::TooDeep
        | SyntaxFault::Other(_) => false,
    }
}

/// Whether something is missing only because it was taken out, or written under another name.
fn is_consequence(fault: &SyntaxFault, place: Place, taken_out: &[TakenOut]) -> bool {
    let SyntaxFault::MissingField(field) = fault else {
        return false;
    };
    let mut of_group = taken_out.iter().filter(|taken| taken.of == place);
    of_group.any(|taken| taken.name.as_deref().is_none_or(|name| name == *field))
}

/// The source with blanks in the place of an entry, so that everything else stands where it stood.
fn without(source: &str, entry: &Entry<'_>) -> String {
    let is_within = |at: &usize| entry.span.contains(at);
    source
        .char_indices()
        .map(|(at, c)| if is_within(&at) && c != '\n' { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    const VALID: &str = include_str!("../../../tests/guides/valid.ron");

    /// The faults of a guide, each with its line, the first included.
    fn told(source: &str) -> Vec<(usize, SyntaxFault)> {
        let first = parse("test", source.as_bytes()).unwrap_err();
        let GuideError::Syntax { place, fault } = &first else {
            panic!("{first} is no fault of syntax");
        };
        let further = further_faults(source, &first).into_iter();
        std::iter::once((*place, fault.clone()))
            .chain(further)
            .map(|(place, fault)| (place.line, fault))
            .collect()
    }

    fn line_of(source: &str, text: &str) -> usize {
        let at = source.find(text).unwrap_or_else(|| panic!("{text}"));
        place_of(source, at).line
    }

    #[test]
    fn all_faults_of_type_are_told_at_once() {
        let source = VALID
            .replacen("smallest_group: 3", "smallest_group: \"three\"", 1)
            .replacen("status: ", "colour: 5, status: ", 1)
            .replacen("weight: ", "wait: 3, weight: ", 2);
        let faults = told(&source);
        let unknown = |name: &str| {
            let of_name = faults.iter().filter(|(_, fault)| {
                matches!(fault, SyntaxFault::UnknownField { found, .. } if found == name)
            });
            of_name.map(|(line, _)| *line).collect::<Vec<usize>>()
        };
        assert_eq!(unknown("colour"), [line_of(&source, "colour: 5")]);
        assert_eq!(unknown("wait").len(), 2, "{faults:?}");
        assert_eq!(unknown("wait")[0], line_of(&source, "wait: 3"));
        let line = line_of(&source, "smallest_group");
        assert!(faults.iter().any(|(at, _)| *at == line), "{faults:?}");
        // Nothing is told of what is only missing because it was wrong.
        assert_eq!(faults.len(), 4, "{faults:?}");
    }

    #[test]
    fn where_a_bracket_is_missing_nothing_else_is_guessed() {
        let source = VALID.replacen("colour", "", 1).replacen(']', "", 1);
        assert_eq!(told(&source).len(), 1);
        let (half, _) = VALID.split_at(VALID.len() / 2);
        assert_eq!(told(half).len(), 1);
    }

    #[test]
    fn a_field_under_another_name_is_told_each_time_and_not_as_missing_too() {
        let source = VALID.replace("include: ", "inclde: ");
        let faults = told(&source);
        let is_unknown =
            |(_, fault): &(usize, SyntaxFault)| matches!(fault, SyntaxFault::UnknownField { .. });
        assert!(faults.iter().all(is_unknown), "{faults:?}");
        assert_eq!(faults.len(), VALID.matches("include: ").count());
    }

    #[test]
    fn of_the_fields_that_are_missing_in_one_group_the_first_is_told() {
        let source = VALID
            .replace("controller: ", "// ")
            .replace("edition: ", "// ");
        let faults = told(&source);
        let [(_, SyntaxFault::MissingField(name))] = faults.as_slice() else {
            panic!("{faults:?}");
        };
        // Once it is there, the next one is told.
        let mut both = ["controller", "edition"].into_iter();
        let other = both.find(|field| field != name).expect("two are missing");
        let mended = told(&VALID.replace(&format!("{other}: "), "// "));
        assert!(
            matches!(mended.as_slice(), [(_, SyntaxFault::MissingField(name))] if *name == other),
            "{mended:?}"
        );
    }

    #[test]
    fn no_more_are_told_than_anybody_reads() {
        let unknown = |count: usize| {
            let many = (0..count).fold(String::new(), |many, field| {
                many + &format!("c{field}: 5, ")
            });
            VALID.replacen("status: ", &format!("{many}status: "), 1)
        };
        assert_eq!(told(&unknown(MOST)).len(), MOST);
        assert_eq!(told(&unknown(MOST + 20)).len(), MOST + 1);
    }
}
