use proptest::prelude::*;

use super::*;

fn decoded(chunks: &[&[u8]]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut told = Vec::new();
    for chunk in chunks {
        decoder.feed(chunk, &mut |input| told.push(input));
    }
    while decoder.is_in_paste() || decoder.is_in_sequence() {
        decoder.expire(&mut |input| told.push(input));
    }
    told
}

fn keys(bytes: &[u8]) -> Vec<(KeyCode, KeyModifiers)> {
    decoded(&[bytes])
        .into_iter()
        .map(|input| match input {
            Input::Key(key) => (key.code, key.modifiers),
            other => panic!("{other:?}"),
        })
        .collect()
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

#[test]
fn each_sequence_is_its_key() {
    let ctrl_shift = CONTROL | SHIFT;
    let table: [(&str, KeyCode, KeyModifiers); 46] = [
        ("a", KeyCode::Char('a'), NONE),
        ("É", KeyCode::Char('É'), SHIFT),
        ("ß", KeyCode::Char('ß'), NONE),
        ("日", KeyCode::Char('日'), NONE),
        ("👩", KeyCode::Char('👩'), NONE),
        ("\r", KeyCode::Enter, NONE),
        ("\n", KeyCode::Enter, NONE),
        ("\t", KeyCode::Tab, NONE),
        ("\x7f", KeyCode::Backspace, NONE),
        ("\x08", KeyCode::Backspace, NONE),
        ("\0", KeyCode::Char(' '), CONTROL),
        ("\x01", KeyCode::Char('a'), CONTROL),
        ("\x1a", KeyCode::Char('z'), CONTROL),
        ("\x1f", KeyCode::Char('7'), CONTROL),
        ("\x1b", KeyCode::Esc, NONE),
        ("\x1bx", KeyCode::Char('x'), ALT),
        ("\x1b1", KeyCode::Char('1'), ALT),
        ("\x1bé", KeyCode::Char('é'), ALT),
        ("\x1b\r", KeyCode::Enter, ALT),
        ("\x1b\x7f", KeyCode::Backspace, ALT),
        ("\x1b\x01", KeyCode::Char('a'), CONTROL | ALT),
        ("\x1b[", KeyCode::Char('['), ALT),
        ("\x1bO", KeyCode::Char('O'), ALT | SHIFT),
        ("\x1b[A", KeyCode::Up, NONE),
        ("\x1bOD", KeyCode::Left, NONE),
        ("\x1b[1;5C", KeyCode::Right, CONTROL),
        ("\x1b[1;2H", KeyCode::Home, SHIFT),
        ("\x1b[1~", KeyCode::Home, NONE),
        ("\x1b[4~", KeyCode::End, NONE),
        ("\x1b[3;6~", KeyCode::Delete, ctrl_shift),
        ("\x1b[5~", KeyCode::PageUp, NONE),
        ("\x1b[Z", KeyCode::BackTab, SHIFT),
        ("\x1bOP", KeyCode::F(1), NONE),
        ("\x1b[11~", KeyCode::F(1), NONE),
        ("\x1b[[E", KeyCode::F(5), NONE),
        ("\x1b[15~", KeyCode::F(5), NONE),
        ("\x1b[21~", KeyCode::F(10), NONE),
        ("\x1b[24;3~", KeyCode::F(12), ALT),
        ("\x1b[1;5S", KeyCode::F(4), CONTROL),
        ("\x1b[d", KeyCode::Left, SHIFT),
        ("\x1bOc", KeyCode::Right, CONTROL),
        ("\x1b[3^", KeyCode::Delete, CONTROL),
        ("\x1b[3$", KeyCode::Delete, SHIFT),
        ("\x1b[97;5u", KeyCode::Char('a'), CONTROL),
        ("\x1b[27;5;13~", KeyCode::Enter, CONTROL),
        ("\x1b[97;2u", KeyCode::Char('A'), SHIFT),
    ];
    for (bytes, code, modifiers) in table {
        assert_eq!(keys(bytes.as_bytes()), [(code, modifiers)], "{bytes:?}");
    }
}

#[test]
fn reports_and_releases_are_no_keys() {
    for bytes in [
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;1;1M",
        "\x1b[?2026;2$y",
        "\x1b[97;1:3u",
        "\x1b[99~",
        "\x1b[[x",
        "\u{85}",
    ] {
        assert_eq!(keys(bytes.as_bytes()), [], "{bytes:?}");
    }
    assert_eq!(keys(b"\xff\xc3"), []);
}

#[test]
fn what_cuts_a_sequence_off_is_read_for_itself() {
    assert_eq!(keys(b"\x1b[1;\x1b[A"), [(KeyCode::Up, NONE)]);
    assert_eq!(keys("\x1b[1é".as_bytes()), [(KeyCode::Char('é'), NONE)]);
    assert_eq!(
        keys(b"\x1b\x1b[A"),
        [(KeyCode::Esc, NONE), (KeyCode::Up, NONE)]
    );
    assert_eq!(
        keys(b"\x1bOx"),
        [
            (KeyCode::Char('O'), ALT | SHIFT),
            (KeyCode::Char('x'), NONE)
        ]
    );
}

#[test]
fn a_sequence_without_end_is_dropped() {
    let mut bytes = b"\x1b[".to_vec();
    bytes.extend([b'1'; 100]);
    bytes.extend(b"\x1b[A");
    assert_eq!(keys(&bytes), [(KeyCode::Up, NONE)]);
}

#[test]
fn a_paste_is_told_whole_with_its_line_ends() {
    let told = decoded(&["a\x1b[200~Größe\r\x1b[A ok\x1b[201~b".as_bytes()]);
    let text = "Größe\r\x1b[A ok".to_owned();
    assert_eq!(
        told,
        [
            Input::Key(typed('a')),
            Input::Paste {
                text,
                is_cut: false
            },
            Input::Key(typed('b')),
        ]
    );
}

#[test]
fn a_paste_that_never_ends_is_told_as_it_is() {
    let told = decoded(&[b"\x1b[200~Netz\x1b[20"]);
    let text = "Netz\x1b[20".to_owned();
    assert_eq!(
        told,
        [Input::Paste {
            text,
            is_cut: false
        }]
    );
}

#[test]
fn a_paste_beyond_the_limit_is_cut_between_characters() {
    let mut bytes = PASTE_BEGIN.to_vec();
    bytes.push(b'a');
    bytes.extend("ß".repeat(PASTE_LIMIT / 2 + 10).as_bytes());
    bytes.extend(PASTE_END);
    let chunks: Vec<&[u8]> = bytes.chunks(4096).collect();
    match decoded(&chunks).as_slice() {
        [Input::Paste { text, is_cut: true }] => {
            assert_eq!(text.len(), PASTE_LIMIT - 1);
            assert!(!text.contains(char::REPLACEMENT_CHARACTER));
        }
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn it_does_not_matter_where_the_bytes_are_cut(
        parts in prop::collection::vec(prop::sample::select(vec![
            "a", "é", "日", "\x1b[A", "\x1b[1;5C", "\x1bx", "\x1bOP", "\x1b[200~", "\x1b[201~", "\r", "\x1b[", "\x1b", "1;",
        ]), 0..20),
        size in 1_usize..9,
    ) {
        let bytes = parts.concat().into_bytes();
        let chunks: Vec<&[u8]> = bytes.chunks(size).collect();
        prop_assert_eq!(decoded(&chunks), decoded(&[&bytes]));
    }

    #[test]
    fn no_bytes_upset_the_decoder(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = decoded(&[&bytes]);
    }
}
