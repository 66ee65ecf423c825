//! How single values are written: texts, dates, names, tables.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};
use std::marker::PhantomData;
use std::str::FromStr;

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::{DeserializeOwned, Error as _, MapAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::BorrowedFormatItem;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime, UtcOffset};

use super::{EncodeError, FormatError, as_written};
use crate::anonymise::CleanText;

/// How RON is written and read: optional fields plainly, `closed: "…"` and not `closed: Some("…")`.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Writes a value on one line.
pub(super) fn to_line(value: &impl Serialize) -> Result<String, EncodeError> {
    let line = options().to_string(value)?;
    // Line ends stand in texts alone.
    Ok(line.replace('\n', "\\n"))
}

/// Writes a value for people: one entry a line, down to the fields of the entries of lists.
pub(super) fn to_page(value: &impl Serialize) -> Result<String, EncodeError> {
    let look = ron::ser::PrettyConfig::new().new_line("\n").depth_limit(3);
    Ok(options().to_string_pretty(value, look)?)
}

/// Reads a value that mostly nobody but the program wrote.
pub(super) fn read_own<T: DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    as_written::read(text).map_or_else(|| read(text), Ok)
}

/// Reads a value.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    Ok(options().from_str(text)?)
}

/// A text as it is written: line ends as such, so that it can be read and compared line by line, and what could deceive
/// the eye or a terminal as an escape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text(String);

impl Text {
    /// The text of a title or another text that is not a note.
    pub(super) fn plain(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text itself.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

impl From<&CleanText> for Text {
    fn from(text: &CleanText) -> Self {
        Self(text.as_str().to_owned())
    }
}

impl From<Text> for CleanText {
    fn from(text: Text) -> Self {
        Self::from_stored(text.0)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let literal = literal(&self.0).map_err(S::Error::custom)?;
        RawValue::from_boxed_ron(literal.into_boxed_str())
            .map_err(|_| S::Error::custom("a text"))?
            .serialize(serializer)
    }
}

/// Writes a text that may be missing without `Some(…)`, which `ron` else puts around a literal.
#[expect(clippy::ref_option, reason = "serde calls it so")]
pub(super) fn plainly<S: Serializer>(
    text: &Option<Text>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => text.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

fn literal(text: &str) -> Result<String, fmt::Error> {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\t' => literal.push_str("\\t"),
            '\r' => literal.push_str("\\r"),
            '\n' => literal.push('\n'),
            _ if is_deceptive(character) => write!(literal, "\\u{{{:x}}}", u32::from(character))?,
            _ => literal.push(character),
        }
    }
    literal.push('"');
    Ok(literal)
}

/// Characters that change how others look, or that a terminal obeys.
fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A value that is written as its name, such as `A-1` or `1.17`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named<T>(pub(super) T);

impl<T: Display> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map(Self).map_err(D::Error::custom)
    }
}

/// A date and time, written as RFC 3339 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment(pub(super) OffsetDateTime);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // RFC 3339 knows no offset with seconds, as there were once.
        let written = self.0.format(&Rfc3339).ok().or_else(|| {
            let universal = self.0.checked_to_offset(UtcOffset::UTC)?;
            universal.format(&Rfc3339).ok()
        });
        let written = written.ok_or_else(|| S::Error::custom("a date beyond the year 9999"))?;
        serializer.serialize_str(&written)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        OffsetDateTime::parse(&written, &Rfc3339)
            .map(Self)
            .map_err(|_| D::Error::custom("no date such as 2026-11-22T14:30:00+01:00"))
    }
}

/// A day, written as ISO 8601 has it: `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub(super) Date);

const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !(0..=9999).contains(&self.0.year()) {
            return Err(S::Error::custom("a date beyond the year 9999"));
        }
        let written = self.0.format(DAY).map_err(S::Error::custom)?;
        serializer.serialize_str(&written)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Date::parse(&written, DAY)
            .map(Self)
            .map_err(|_| D::Error::custom("no day such as 2026-11-22"))
    }
}

/// A map in which no key stands twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table<V>(pub(super) BTreeMap<String, V>);

impl<V> Table<V> {
    /// Whether it can be left out.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A table made from a map of the domain.
    pub(super) fn from_domain<'domain, K, W>(
        map: &'domain BTreeMap<K, W>,
        key: impl Fn(&K) -> &str,
        value: impl Fn(&'domain W) -> V,
    ) -> Self {
        Self(
            map.iter()
                .map(|(name, entry)| (key(name).to_owned(), value(entry)))
                .collect(),
        )
    }

    /// The map of the domain.
    pub(super) fn into_domain<K: Ord, W>(
        self,
        key: impl Fn(&str) -> K,
        value: impl Fn(V) -> W,
    ) -> BTreeMap<K, W> {
        self.0
            .into_iter()
            .map(|(name, entry)| (key(&name), value(entry)))
            .collect()
    }
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<V: Serialize> Serialize for Table<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Table<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for TableVisitor<V> {
    type Value = Table<V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut table = Table::default();
        while let Some(key) = map.next_key()? {
            if table.0.insert(key, map.next_value()?).is_some() {
                return Err(A::Error::custom("an entry of a table stands twice"));
            }
        }
        Ok(table)
    }
}
