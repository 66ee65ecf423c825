//! The keys that sequences of bytes stand for.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub(super) const ESCAPE: u8 = 0x1b;

/// No key's sequence is longer; what is longer is not for us.
const LONGEST_SEQUENCE: usize = 64;

/// What stands at the beginning of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A key, in so many bytes.
    Key(KeyEvent, usize),
    /// So many bytes that say nothing to us.
    Nothing(usize),
    /// The beginning of something: more bytes are needed.
    Part,
}

/// What stands at the beginning of `bytes`.
pub(super) fn find(bytes: &[u8]) -> Found {
    match bytes {
        [ESCAPE, b'[', rest @ ..] => find_csi(rest),
        [ESCAPE, b'O', rest @ ..] => find_ss3(rest),
        // Esc twice: the second may begin a sequence.
        [ESCAPE, ESCAPE, ..] => Found::Key(KeyCode::Esc.into(), 1),
        [ESCAPE, rest @ ..] => match find(rest) {
            Found::Key(key, length) => Found::Key(with(key, KeyModifiers::ALT), length + 1),
            Found::Nothing(length) => Found::Nothing(length + 1),
            Found::Part => Found::Part,
        },
        [byte, ..] => match control_key(*byte) {
            Some(key) => Found::Key(key, 1),
            None => find_char(bytes),
        },
        [] => Found::Part,
    }
}

/// The key that a control byte stands for.
///
/// Ctrl-H and Ctrl-J are no commands, since terminals send them for Backspace and Enter.
fn control_key(byte: u8) -> Option<KeyEvent> {
    let control =
        |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    Some(match byte {
        0 => control(b' '),
        0x08 | 0x7f => KeyCode::Backspace.into(),
        b'\t' => KeyCode::Tab.into(),
        b'\n' | b'\r' => KeyCode::Enter.into(),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        _ => return None,
    })
}

fn find_char(bytes: &[u8]) -> Found {
    let length = match bytes.first() {
        Some(0x20..=0x7e) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Found::Nothing(1),
    };
    let sequence = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(sequence) {
        Ok(text) => text.chars().next().map_or(Found::Nothing(1), |character| {
            if character.is_control() {
                Found::Nothing(length)
            } else {
                Found::Key(typed(character), length)
            }
        }),
        Err(error) => error.error_len().map_or(Found::Part, Found::Nothing),
    }
}

/// A sequence that begins with `ESC [`; `rest` is what follows.
fn find_csi(rest: &[u8]) -> Found {
    const BEGIN: usize = 2;
    // The Linux console sends `ESC [ [ A` to `E` for F1 to F5.
    if let [b'[', rest @ ..] = rest {
        return match rest {
            [byte @ b'A'..=b'E', ..] => Found::Key(KeyCode::F(byte - b'A' + 1).into(), BEGIN + 2),
            [_, ..] => Found::Nothing(BEGIN + 2),
            [] => Found::Part,
        };
    }
    let is_private = rest
        .first()
        .is_some_and(|byte| (b'<'..=b'?').contains(byte));
    // rxvt ends a key with Shift with `$`, which elsewhere stands before the last byte of a report.
    let is_final = |byte: &u8| !(b' '..=b'?').contains(byte) || (*byte == b'$' && !is_private);
    let Some(end) = rest.iter().position(is_final) else {
        return if rest.len() > LONGEST_SEQUENCE {
            Found::Nothing(BEGIN + rest.len())
        } else {
            Found::Part
        };
    };
    let (parameters, ended) = rest.split_at(end);
    let last = ended.first().copied().unwrap_or_default();
    if !last.is_ascii_graphic() {
        // Another sequence or a key cuts this one off, and is read for itself.
        return Found::Nothing(BEGIN + end);
    }
    let key = if is_private {
        None
    } else {
        csi_key(&Parameters::of(parameters), last)
    };
    match key {
        Some(key) => Found::Key(key, BEGIN + end + 1),
        None => Found::Nothing(BEGIN + end + 1),
    }
}

/// The numbers in a sequence: `1;5:3` are a first of 1, a second of 5 with 3 beneath, no third.
struct Parameters {
    first: u32,
    second: u32,
    beneath_second: u32,
    third: u32,
}

impl Parameters {
    fn of(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let mut fields = text.split(';').map(|field| {
            let mut numbers = field.split(':').map(|number| number.parse().unwrap_or(0));
            (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
        });
        let mut next = || fields.next().unwrap_or_default();
        let (first, (second, beneath_second), (third, _)) = (next().0, next(), next());
        Self {
            first,
            second,
            beneath_second,
            third,
        }
    }

    fn modifiers(&self) -> KeyModifiers {
        let bits = self.second.saturating_sub(1);
        [
            (1, KeyModifiers::SHIFT),
            (2, KeyModifiers::ALT),
            (4, KeyModifiers::CONTROL),
            (8, KeyModifiers::SUPER),
        ]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier)
    }
}

fn csi_key(parameters: &Parameters, last: u8) -> Option<KeyEvent> {
    const RELEASED: u32 = 3;
    if parameters.beneath_second == RELEASED {
        return None;
    }
    let modifiers = parameters.modifiers();
    let key = match last {
        b'~' if parameters.first == 27 => return coded_key(parameters.third, modifiers),
        b'u' => return coded_key(parameters.first, modifiers),
        b'Z' => {
            return Some(KeyEvent::new(
                KeyCode::BackTab,
                modifiers | KeyModifiers::SHIFT,
            ));
        }
        b'~' => KeyEvent::new(numbered_key(parameters.first)?, modifiers),
        b'^' => KeyEvent::new(numbered_key(parameters.first)?, KeyModifiers::CONTROL),
        b'$' => KeyEvent::new(numbered_key(parameters.first)?, KeyModifiers::SHIFT),
        b'a'..=b'd' => KeyEvent::new(
            lettered_key(last.to_ascii_uppercase())?,
            KeyModifiers::SHIFT,
        ),
        _ => KeyEvent::new(lettered_key(last)?, modifiers),
    };
    Some(key)
}

/// A sequence that begins with `ESC O`; `rest` is what follows.
fn find_ss3(rest: &[u8]) -> Found {
    let (key, length) = match rest {
        [byte @ b'a'..=b'd', ..] => {
            let key = lettered_key(byte.to_ascii_uppercase());
            (
                key.map(|code| KeyEvent::new(code, KeyModifiers::CONTROL)),
                3,
            )
        }
        [b'M', ..] => (Some(KeyCode::Enter.into()), 3),
        [byte, ..] => (lettered_key(*byte).map(KeyEvent::from), 3),
        [] => return Found::Part,
    };
    match key {
        Some(key) => Found::Key(key, length),
        // Alt-O, and then another key.
        None => Found::Key(with(typed('O'), KeyModifiers::ALT), length - 1),
    }
}

/// The key that a sequence's last letter names.
const fn lettered_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The key that a sequence's number names; the numbers have gaps, as the keyboard of the VT220 had.
fn numbered_key(number: u32) -> Option<KeyCode> {
    let number = u8::try_from(number).ok()?;
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        28..=29 => KeyCode::F(number - 13),
        31..=34 => KeyCode::F(number - 14),
        _ => return None,
    })
}

/// The key of a character, as terminals tell it that distinguish more keys.
fn coded_key(code: u32, modifiers: KeyModifiers) -> Option<KeyEvent> {
    let code = match code {
        8 | 127 => KeyCode::Backspace,
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        10 | 13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        _ => {
            let character = char::from_u32(code).filter(|character| !character.is_control())?;
            let shifted = modifiers.contains(KeyModifiers::SHIFT) && character.is_ascii_lowercase();
            KeyCode::Char(if shifted {
                character.to_ascii_uppercase()
            } else {
                character
            })
        }
    };
    Some(KeyEvent::new(code, modifiers))
}

/// The key of a character that was typed; a capital letter was typed with Shift.
pub(super) fn typed(character: char) -> KeyEvent {
    let modifiers = if character.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(character), modifiers)
}

pub(super) fn with(key: KeyEvent, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(key.code, key.modifiers | modifiers)
}
