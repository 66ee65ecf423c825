//! The scanner against values written in every way that RON allows.

use std::fmt::Write;

use proptest::prelude::*;
use serde::de::IgnoredAny;

use super::*;

/// A value as RON can write it.
#[derive(Debug, Clone)]
enum Value {
    Text(String),
    RawText(String),
    Word(String),
    Number(i32),
    List(Vec<Self>),
    Tuple(Vec<Self>),
    Struct(Vec<(String, Self)>),
    NamedStruct(Vec<(String, Self)>),
    Map(Vec<(String, Self)>),
    Optional(Box<Self>),
}

fn text() -> impl Strategy<Value = String> {
    let character = prop::sample::select(vec![
        'a', 'é', '漢', '👍', '"', '\\', '\'', '\n', ' ', '(', ']', '{', '/', '*', '#', ':', ',',
        'r',
    ]);
    prop::collection::vec(character, 0..8).prop_map(|text| text.into_iter().collect())
}

fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Vec<(String, Value)>> {
    prop::collection::btree_map("[a-z_]{1,4}", value, 0..4)
        .prop_map(|fields| fields.into_iter().collect())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        text().prop_map(Value::Text),
        "[a-z(\\]/*\\\\ ]{0,6}".prop_map(Value::RawText),
        "[a-z]{1,5}".prop_map(Value::Word),
        any::<i32>().prop_map(Value::Number),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Value::Tuple),
            fields(inner.clone()).prop_map(Value::Struct),
            fields(inner.clone()).prop_map(Value::NamedStruct),
            fields(inner.clone()).prop_map(Value::Map),
            inner.prop_map(|value| Value::Optional(Box::new(value))),
        ]
    })
}

/// Writes values with blanks and comments between all tokens, and remembers where the leaves went.
struct Writer {
    source: String,
    noise: Vec<u8>,
    used: usize,
    leaves: Vec<Leaf>,
}

/// A value without parts.
struct Leaf {
    path: String,
    span: std::ops::Range<usize>,
    text: Option<String>,
}

impl Writer {
    fn new(noise: Vec<u8>) -> Self {
        Self {
            source: String::new(),
            noise,
            used: 0,
            leaves: Vec::new(),
        }
    }

    fn choice(&mut self, of: u8) -> u8 {
        self.used += 1;
        self.noise[self.used % self.noise.len()] % of
    }

    fn blanks(&mut self) {
        let blanks = ["", " ", "\n\t", "// ) \" ä\n", "/* ] /* \" */ } */", "\r\n"];
        let choice = self.choice(6);
        self.source.push_str(blanks[usize::from(choice)]);
    }

    fn token(&mut self, token: &str) {
        self.source.push_str(token);
        self.blanks();
    }

    fn value(&mut self, path: &str, value: &Value) {
        match value {
            Value::Text(text) => {
                let written = self.quoted(text);
                self.leaf(path, &written, Some(text));
            }
            Value::RawText(text) => self.leaf(path, &format!("r#\"{text}\"#"), Some(text)),
            Value::Word(word) => self.leaf(path, word, None),
            Value::Number(number) => self.leaf(path, &number.to_string(), None),
            Value::List(items) => self.items(path, "[", items, "]"),
            Value::Tuple(items) => self.items(path, "(", items, ")"),
            Value::Struct(fields) => self.fields(path, "(", fields, ")"),
            Value::NamedStruct(fields) => {
                self.token("Name");
                self.fields(path, "(", fields, ")");
            }
            Value::Map(fields) => self.fields(path, "{", fields, "}"),
            Value::Optional(value) => {
                self.token("Some");
                self.token("(");
                self.value(path, value);
                self.token(")");
            }
        }
    }

    fn quoted(&mut self, text: &str) -> String {
        let mut written = "\"".to_owned();
        for c in text.chars() {
            match c {
                '"' | '\\' => written.extend(['\\', c]),
                'é' if self.choice(2) == 0 => written.push_str("\\xc3\\xa9"),
                '\n' => written.push_str("\\n"),
                _ if self.choice(5) == 0 => {
                    write!(written, "\\u{{{:x}}}", u32::from(c)).unwrap();
                }
                _ if self.choice(7) == 0 => {
                    written.push_str("\\\n  ");
                    // Blanks at the beginning of a line that goes on are not part of the text.
                    let c = if c == ' ' { "\\u{20}" } else { &c.to_string() };
                    written.push_str(c);
                }
                _ => written.push(c),
            }
        }
        written + "\""
    }

    fn leaf(&mut self, path: &str, written: &str, text: Option<&String>) {
        let start = self.source.len();
        self.source.push_str(written);
        self.leaves.push(Leaf {
            path: path.to_owned(),
            span: start..self.source.len(),
            text: text.cloned(),
        });
        self.blanks();
    }

    fn items(&mut self, path: &str, open: &str, items: &[Value], close: &str) {
        self.token(open);
        for (index, item) in items.iter().enumerate() {
            self.value(&format!("{path}[{index}]"), item);
            self.comma(index + 1 == items.len());
        }
        self.token(close);
    }

    fn fields(&mut self, path: &str, open: &str, fields: &[(String, Value)], close: &str) {
        self.token(open);
        for (index, (name, value)) in fields.iter().enumerate() {
            let key = if open == "{" {
                format!("\"{name}\"")
            } else {
                name.clone()
            };
            self.token(&key);
            self.token(":");
            let below = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}.{name}")
            };
            self.value(&below, value);
            self.comma(index + 1 == fields.len());
        }
        self.token(close);
    }

    /// A comma, which behind the last value may be left out.
    fn comma(&mut self, last: bool) {
        if !last || self.choice(2) == 0 {
            self.token(",");
        }
    }
}

fn written() -> impl Strategy<Value = Writer> {
    (value(), prop::collection::vec(any::<u8>(), 1..40)).prop_map(|(value, noise)| {
        let mut writer = Writer::new(noise);
        let start = [
            "",
            "\u{feff}",
            "#![enable(implicit_some)]\n",
            "// a\n/* /* b */ */",
        ];
        let choice = writer.choice(4);
        writer.token(start[usize::from(choice)]);
        writer.value("", &value);
        writer
    })
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.source)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn every_leaf_is_found_where_it_is(written in written()) {
        let source = &written.source;
        let read = ron::from_str::<IgnoredAny>(source.trim_start_matches(BYTE_ORDER_MARK));
        prop_assert!(read.is_ok(), "the test wrote no RON: {read:?}");
        let tree = Tree::read(source);
        for leaf in &written.leaves {
            prop_assert_eq!(&tree.span(&leaf.path), &leaf.span, "{}", leaf.path);
        }
    }

    #[test]
    fn every_character_of_a_text_is_found_where_it_is(written in written()) {
        let tree = Tree::read(&written.source);
        for leaf in &written.leaves {
            let Some(text) = &leaf.text else { continue };
            let spans = tree.characters(&leaf.path);
            prop_assert_eq!(spans.len(), text.chars().count());
            for (span, c) in spans.into_iter().zip(text.chars()) {
                let found = written.source.get(span).unwrap();
                let read = ron::from_str(&format!("\"{found}\"")).unwrap_or_else(|_| found.to_owned());
                prop_assert_eq!(read, c.to_string(), "{}", leaf.path);
            }
        }
    }

    #[test]
    fn nothing_panics_on_what_is_no_ron(source in "[\"'(){}\\[\\]:,#!/*rb\\\\xu{a1\u{feff} \n]{0,60}", path in "[a.\\[\\]0-9]{0,12}") {
        let tree = Tree::read(&source);
        prop_assert!(source.get(tree.span(&path)).is_some());
        prop_assert!(tree.characters(&path).into_iter().all(|span| source.get(span).is_some()));
        declared_version(&source);
        innermost_open(&source, source.len() / 2);
        only_blanks_behind(&source, source.len() / 2);
        unclosed_comment(&source);
        text_ending_at(&source, source.len() / 2);
    }

    #[test]
    fn a_place_leads_back_to_its_byte(source in "[aé\u{feff}\n\r漢]{0,30}", at in 0_usize..30) {
        if let Some((offset, c)) = source.char_indices().nth(at) {
            prop_assume!(offset > 0 || c != BYTE_ORDER_MARK);
            let place = place_of(&source, offset);
            prop_assert_eq!(offset_of(&source, place), offset);
            prop_assert_eq!(places(&source, &[offset, offset]), vec![place, place]);
        }
    }
}

#[test]
fn columns_are_counted_in_characters() {
    let source = "\u{feff}é漢x\n\ty";
    assert_eq!(
        place_of(source, source.find('x').unwrap()).to_string(),
        "1:3"
    );
    assert_eq!(
        place_of(source, source.find('y').unwrap()).to_string(),
        "2:2"
    );
}

#[test]
fn a_path_that_leads_nowhere_ends_at_what_is_nearest() {
    let source = r#"(a: (b: ["x", "y"]))"#;
    let tree = Tree::read(source);
    let at = |path| source.get(tree.span(path)).unwrap();
    assert_eq!(at("a.b[1]"), "\"y\"");
    assert_eq!(at("a.b[7]"), r#"["x", "y"]"#);
    assert_eq!(at("a.c.d"), r#"(b: ["x", "y"])"#);
    assert_eq!(at(""), source);
}

#[test]
fn brackets_without_end_are_no_trouble() {
    for bracket in ["(", "[", "{", "Some(", "(a:", "{\"a\":"] {
        let source = bracket.repeat(200_000);
        Tree::read(&source).span("a.a.a");
        assert!(innermost_open(&source, source.len()).is_some());
    }
}

#[test]
fn the_version_is_found_behind_all_that_may_precede_it() {
    let source = "\u{feff} // a (\n/* /* b */ ( */ #![enable(implicit_some)] Guide /**/ ( // c\n version /**/ : 12,";
    assert!(
        matches!(declared_version(source), Version::Declared(12, span) if source.get(span.clone()) == Some("12"))
    );
}

#[test]
fn a_version_elsewhere_is_no_version() {
    for source in [
        "",
        "(",
        "\"version: 1\"",
        "(edition: \"1\", version: 1)",
        "[version: 1]",
        "(version)",
        "/* (version: 1",
    ] {
        assert!(
            matches!(declared_version(source), Version::Missing(_)),
            "{source}"
        );
    }
}

#[test]
fn a_version_that_is_no_plain_number_is_not_read() {
    for source in [
        "(version:",
        "(version: \"1\")",
        "(version: +1)",
        "(version: -1)",
        "(version: 1.0)",
        "(version: 99999999999)",
    ] {
        assert!(
            matches!(declared_version(source), Version::Unreadable(_)),
            "{source}"
        );
    }
}
