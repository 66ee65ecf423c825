//! Names of sessions, cases, notes and cells. None of them can be a person's name or hold a date.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::timecode::append_number;

/// A case: the unit that is counted, one capital letter and up to seven capitals or digits, such as `A`.
///
/// Cases stand in the order in which people count: `G2` before `G10`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CaseId {
    /// Its characters, and zeros behind them: there are tens of thousands of such names at once, and they are short.
    characters: [u8; LONGEST_CASE],
}

/// How many characters the name of a case may have.
const LONGEST_CASE: usize = 8;

/// A session: case, hyphen, number without a leading zero, such as `A-1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId {
    case: CaseId,
    number: u16,
}

/// A note: the note-taker and a number of theirs, such as `1.17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoteId {
    /// Which note-taker, from 1.
    pub taker: u8,
    /// Which note of theirs, from 1.
    pub number: u32,
}

/// A cell's column: a topic such as `b3.t2`, or the bin «outside the guide» of a block, `b3.out`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicId(Arc<str>);

/// A text that is no such name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not the name of a case.
    #[error(
        "a case is named by one capital letter and up to seven capitals or digits, such as A or K2"
    )]
    Case,
    /// Not the name of a session.
    #[error("a session is named by its case, a hyphen and a number from 1 to 999, such as A-1")]
    Session,
    /// Not the number of a note.
    #[error("a note is named by note-taker and number, such as 1.17")]
    Note,
}

impl CaseId {
    /// The name.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// A number by which names stand in their order; where it is the same, they have to be compared.
    fn rank(&self) -> u128 {
        let (mut rank, mut room, mut rest) = (0_u128, u128::BITS, self.bytes());
        let mut put = |value: u32, bits: u32| {
            room = room.saturating_sub(bits);
            if room > 0 {
                rank |= u128::from(value) << room;
            }
        };
        while let [first, behind @ ..] = rest {
            if first.is_ascii_digit() {
                let number;
                (number, rest) = leading_number(rest);
                // A number comes before every letter, as digits do, and has seven digits at most.
                put(b'0'.into(), 8);
                put(number, 24);
            } else {
                put((*first).into(), 8);
                rest = behind;
            }
        }
        rank
    }

    fn bytes(&self) -> &[u8] {
        let characters = self.characters.as_slice();
        let end = characters.iter().position(|character| *character == 0);
        end.and_then(|end| characters.get(..end))
            .unwrap_or(characters)
    }
}

impl Ord for CaseId {
    fn cmp(&self, other: &Self) -> Ordering {
        if self == other {
            return Ordering::Equal;
        }
        // Zeros come before every character, as the end of a name does.
        by_number(self.bytes(), other.bytes()).then_with(|| self.characters.cmp(&other.characters))
    }
}

impl PartialOrd for CaseId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Letters by the alphabet, digits that follow each other as one number.
fn by_number(mut one: &[u8], mut other: &[u8]) -> Ordering {
    while let ([first, rest @ ..], [other_first, other_rest @ ..]) = (one, other) {
        let order = if first.is_ascii_digit() && other_first.is_ascii_digit() {
            let (number, other_number);
            (number, one) = leading_number(one);
            (other_number, other) = leading_number(other);
            number.cmp(&other_number)
        } else {
            (one, other) = (rest, other_rest);
            first.cmp(other_first)
        };
        if order.is_ne() {
            return order;
        }
    }
    one.len().cmp(&other.len())
}

/// The number that a name of at most eight characters begins with, and what follows it.
fn leading_number(name: &[u8]) -> (u32, &[u8]) {
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = name.split_at(digits);
    let number = digits.iter().fold(0_u32, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u32::from(digit - b'0'))
    });
    (number, rest)
}

impl FromStr for CaseId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let mut characters = text.chars();
        let begins = characters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase());
        let goes_on = characters.all(|next| next.is_ascii_uppercase() || next.is_ascii_digit());
        if !(begins && goes_on && text.len() <= LONGEST_CASE) {
            return Err(IdError::Case);
        }
        let mut characters = [0; LONGEST_CASE];
        for (place, character) in characters.iter_mut().zip(text.bytes()) {
            *place = character;
        }
        Ok(Self { characters })
    }
}

impl SessionId {
    /// The case it belongs to.
    pub fn case(&self) -> &CaseId {
        &self.case
    }

    /// Its number within the case.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// Puts what belongs to sessions in the order of these; where tens of thousands are compared with each other, what
    /// is compared is made once for each.
    pub fn sort<T>(list: &mut [T], id: impl Fn(&T) -> &Self) {
        list.sort_by_cached_key(|of_session| {
            let id = id(of_session);
            (id.case.rank(), id.clone())
        });
    }

    /// Appends the name to a text: in a list there are tens of thousands.
    pub fn append(&self, to: &mut String) {
        to.push_str(self.case.as_str());
        to.push('-');
        append_number(self.number.into(), to);
    }

    /// The session of this case with this number, if the number is from 1 to 999.
    pub fn of(case: CaseId, number: u16) -> Option<Self> {
        (1..=999).contains(&number).then_some(Self { case, number })
    }
}

impl FromStr for SessionId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (case, number) = text.split_once('-').ok_or(IdError::Session)?;
        let digits = number.bytes().all(|digit| digit.is_ascii_digit());
        if !digits || number.starts_with('0') || number.len() > 3 {
            return Err(IdError::Session);
        }
        let number = number.parse().map_err(|_| IdError::Session)?;
        let case = case.parse().map_err(|_| IdError::Session)?;
        Self::of(case, number).ok_or(IdError::Session)
    }
}

impl NoteId {
    /// Appends the name to a text: in a list there are tens of thousands.
    pub fn append(&self, to: &mut String) {
        append_number(self.taker.into(), to);
        to.push('.');
        append_number(self.number.into(), to);
    }
}

impl FromStr for NoteId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (taker, number) = text.split_once('.').ok_or(IdError::Note)?;
        let read = |part: &str| -> Option<u32> {
            let digits = !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
            (digits && !part.starts_with('0')).then(|| part.parse().ok())?
        };
        Ok(Self {
            taker: read(taker)
                .and_then(|taker| u8::try_from(taker).ok())
                .ok_or(IdError::Note)?,
            number: read(number).ok_or(IdError::Note)?,
        })
    }
}

impl TopicId {
    /// The column with this id.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a bin «outside the guide».
    pub fn is_outside(&self) -> bool {
        self.0
            .rsplit_once('.')
            .is_some_and(|(_, last)| last == "out")
    }
}

impl fmt::Debug for CaseId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("CaseId")
            .field(&self.as_str())
            .finish()
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.case, self.number)
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.taker, self.number)
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_named_by_case_and_number() {
        let id: SessionId = "K2-17".parse().unwrap();
        assert_eq!(id.to_string(), "K2-17");
        let mut name = String::new();
        id.append(&mut name);
        assert_eq!(name, "K2-17");
        assert_eq!(id.case().as_str(), "K2");
        for wrong in [
            "",
            "A",
            "A-",
            "A-0",
            "A-01",
            "A-1000",
            "a-1",
            "Müller-1",
            "A-+1",
            "1-1",
            "ABCDEFGHI-1",
            "A-1 ",
        ] {
            assert_eq!(wrong.parse::<SessionId>(), Err(IdError::Session), "{wrong}");
        }
    }

    #[test]
    fn sessions_stand_in_the_order_in_which_people_count() {
        let order = [
            "A-1", "A-2", "A-10", "A1-1", "A2-1", "A02-1", "A10-1", "A10B-1", "AB-1", "B-1",
            "G2-1", "G10-1", "G10-2", "G11-1",
        ];
        let ids: Vec<SessionId> = order.iter().map(|id| id.parse().unwrap()).collect();
        let mut sorted = ids.clone();
        sorted.reverse();
        sorted.sort();
        let sorted: Vec<String> = sorted.iter().map(ToString::to_string).collect();
        assert_eq!(
            sorted,
            [
                "A-1", "A-2", "A-10", "A1-1", "A02-1", "A2-1", "A10-1", "A10B-1", "AB-1", "B-1",
                "G2-1", "G10-1", "G10-2", "G11-1"
            ]
        );
    }

    #[test]
    fn sessions_that_are_put_in_order_at_once_stand_as_if_compared() {
        let parts = [
            "", "0", "1", "2", "10", "A", "B", "A1A1A1A", "B1C2D3E", "999999",
        ];
        let names = parts.iter().flat_map(|one| {
            let others = parts.iter().map(move |other| format!("G{one}{other}"));
            others.filter_map(|name| name.parse::<CaseId>().ok())
        });
        let mut ids: Vec<SessionId> = names
            .flat_map(|case| [2, 1, 10].map(|number| SessionId::of(case.clone(), number).unwrap()))
            .collect();
        assert!(ids.len() > 100);
        let mut at_once = ids.clone();
        SessionId::sort(&mut at_once, |id| id);
        ids.sort();
        assert_eq!(at_once, ids);
    }

    #[test]
    fn a_note_is_named_by_taker_and_number() {
        for (taker, number) in [(1, 1), (u8::MAX, 10), (9, u32::MAX)] {
            let (id, mut name) = (NoteId { taker, number }, String::new());
            id.append(&mut name);
            assert_eq!(name, id.to_string());
        }
        assert_eq!(
            "1.17".parse(),
            Ok(NoteId {
                taker: 1,
                number: 17
            })
        );
        for wrong in ["", "1", "1.", ".1", "0.1", "1.01", "300.1", "1.1.1"] {
            assert_eq!(wrong.parse::<NoteId>(), Err(IdError::Note), "{wrong}");
        }
    }
}
