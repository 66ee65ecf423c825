//! Keys by name, as a terminal sends them and as the program takes them in.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key as the program takes it in.
    pub event: KeyEvent,
}

impl Key {
    /// The bytes that a terminal sends for the key.
    pub fn bytes(self) -> Vec<u8> {
        let plain = match self.event.code {
            KeyCode::Char(character) if self.event.modifiers.contains(KeyModifiers::CONTROL) => {
                vec![u8::try_from(character).expect("an ASCII letter") & 0x1f]
            }
            KeyCode::Char(character) => character.to_string().into_bytes(),
            KeyCode::F(number) => function(number).as_bytes().to_vec(),
            KeyCode::Enter => b"\r".to_vec(),
            KeyCode::Tab => b"\t".to_vec(),
            KeyCode::Backspace => b"\x7f".to_vec(),
            KeyCode::Left => b"\x1b[D".to_vec(),
            KeyCode::Right => b"\x1b[C".to_vec(),
            KeyCode::Up => b"\x1b[A".to_vec(),
            KeyCode::Down => b"\x1b[B".to_vec(),
            KeyCode::Esc => b"\x1b".to_vec(),
            code => panic!("no bytes are known for {code}"),
        };
        if self.event.modifiers.contains(KeyModifiers::ALT) {
            [b"\x1b".to_vec(), plain].concat()
        } else {
            plain
        }
    }
}

/// Reads keys: characters as they are, and `<Enter>`, `<F2>`, `<C-g>`, `<A-1>` and the like.
pub fn keys(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        let (event, after) = match named {
            Some((name, after)) => (named_key(name), after),
            None => (
                KeyEvent::from(KeyCode::Char(first)),
                rest.strip_prefix(first).unwrap_or_default(),
            ),
        };
        keys.push(Key { event });
        rest = after;
    }
    keys
}

fn named_key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", name)) => (KeyModifiers::CONTROL, name),
        Some(("A", name)) => (KeyModifiers::ALT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Tab" => KeyCode::Tab,
        "Backspace" => KeyCode::Backspace,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Esc" => KeyCode::Esc,
        "F2" => KeyCode::F(2),
        "F3" => KeyCode::F(3),
        "F5" => KeyCode::F(5),
        "F6" => KeyCode::F(6),
        "F7" => KeyCode::F(7),
        "F8" => KeyCode::F(8),
        "F9" => KeyCode::F(9),
        "F10" => KeyCode::F(10),
        "F12" => KeyCode::F(12),
        _ => KeyCode::Char(name.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, modifiers)
}

fn function(number: u8) -> &'static str {
    match number {
        2 => "\x1bOQ",
        3 => "\x1bOR",
        5 => "\x1b[15~",
        6 => "\x1b[17~",
        7 => "\x1b[18~",
        8 => "\x1b[19~",
        9 => "\x1b[20~",
        10 => "\x1b[21~",
        12 => "\x1b[24~",
        _ => panic!("no bytes are known for F{number}"),
    }
}
