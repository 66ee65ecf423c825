//! Localised texts and lists as they are written.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::ser::{Serialize, Serializer};

use crate::language::Language;

/// More languages than this in one text are a mistake, and would make every further look at it slow.
const MOST_LANGUAGES: usize = 24;

/// A text: `"…"` for all languages, `(de: "…", fr: "…")` or `{"de": "…", "fr": "…"}`.
pub(super) type Text<'text> = Localised<Phrase<'text>>;

/// A list of texts: `["…"]` for all languages, `(de: ["…"], fr: ["…"])` or `{"de": ["…"], "fr": ["…"]}`.
pub(super) type List<'text> = Localised<Vec<Phrase<'text>>>;

/// One text, where it is read from if it stands there as it is.
#[derive(Debug, Default)]
pub(super) struct Phrase<'text>(pub(super) Cow<'text, str>);

impl<'de: 'text, 'text> Deserialize<'de> for Phrase<'text> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(PhraseVisitor).map(Phrase)
    }
}

impl Serialize for Phrase<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

struct PhraseVisitor;

impl<'de> Visitor<'de> for PhraseVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(text.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.to_owned().into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(text.into())
    }
}

/// A value that serves all languages, or one for each.
#[derive(Debug)]
pub(super) enum Localised<T> {
    /// One for all languages.
    Plain(T),
    /// One for each, in the order of the file.
    ByLanguage(Vec<(Tag, T)>),
}

impl<T: Default> Default for Localised<T> {
    fn default() -> Self {
        Self::Plain(T::default())
    }
}

/// The tag of a language.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Of a language that the program knows.
    Known(Language),
    /// Of another one, which becomes a fault of meaning and not of syntax.
    Unknown(String),
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TagVisitor)
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Known(language) => language.tag(),
            Self::Unknown(tag) => tag,
        })
    }
}

struct TagVisitor;

impl Visitor<'_> for TagVisitor {
    type Value = Tag;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the tag of a language")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<Tag, E> {
        let known = Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag);
        Ok(known.map_or_else(|| Tag::Unknown(tag.to_owned()), Tag::Known))
    }
}

impl<T: Serialize> Serialize for Localised<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(value) => value.serialize(serializer),
            Self::ByLanguage(values) => {
                serializer.collect_map(values.iter().map(|(tag, value)| (tag, value)))
            }
        }
    }
}

/// How the reader says that a text is expected.
pub const A_TEXT: &str = "a text, or a text for each language";
/// The same of a list of texts.
pub const A_LIST: &str = "a list of texts, or such a list for each language";

/// What may stand for all languages without naming any.
trait Plain<'de>: Sized {
    const EXPECTED: &'static str;

    fn from_text<E: Error>(text: Cow<'de, str>, expected: &dyn Expected) -> Result<Self, E>;

    fn from_list<A: SeqAccess<'de>>(list: A, expected: &dyn Expected) -> Result<Self, A::Error>;
}

impl<'de: 'text, 'text> Plain<'de> for Phrase<'text> {
    const EXPECTED: &'static str = A_TEXT;

    fn from_text<E: Error>(text: Cow<'de, str>, _: &dyn Expected) -> Result<Self, E> {
        Ok(Self(text))
    }

    fn from_list<A: SeqAccess<'de>>(_: A, expected: &dyn Expected) -> Result<Self, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Seq, expected))
    }
}

impl<'de: 'text, 'text> Plain<'de> for Vec<Phrase<'text>> {
    const EXPECTED: &'static str = A_LIST;

    fn from_text<E: Error>(text: Cow<'de, str>, expected: &dyn Expected) -> Result<Self, E> {
        Err(E::invalid_type(Unexpected::Str(&text), expected))
    }

    fn from_list<A: SeqAccess<'de>>(mut list: A, _: &dyn Expected) -> Result<Self, A::Error> {
        let mut texts = Self::new();
        while let Some(text) = list.next_element()? {
            texts.push(text);
        }
        Ok(texts)
    }
}

/// Reads either form. An untagged enum would do so too, and hide what is wrong behind «did not match any variant».
struct LocalisedVisitor<T>(PhantomData<T>);

impl<'de, T: Plain<'de> + Deserialize<'de>> Deserialize<'de> for Localised<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LocalisedVisitor(PhantomData))
    }
}

impl<'de, T: Plain<'de> + Deserialize<'de>> Visitor<'de> for LocalisedVisitor<T> {
    type Value = Localised<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        T::from_text(text.into(), &self).map(Localised::Plain)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        T::from_text(text.to_owned().into(), &self).map(Localised::Plain)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        T::from_text(text.into(), &self).map(Localised::Plain)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        T::from_list(list, &self).map(Localised::Plain)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut by_language: Vec<(Tag, T)> = Vec::with_capacity(Language::ALL.len());
        while let Some(tag) = map.next_key()? {
            if let Tag::Known(language) = tag
                && by_language.iter().any(|(other, _)| *other == tag)
            {
                return Err(A::Error::duplicate_field(language.tag()));
            }
            if by_language.len() == MOST_LANGUAGES {
                return Err(A::Error::invalid_length(by_language.len() + 1, &self));
            }
            by_language.push((tag, map.next_value()?));
        }
        Ok(Localised::ByLanguage(by_language))
    }
}
