//! Reads RON in the form in which the program itself writes it, in one pass and several times as fast as RON in all its
//! forms.
//!
//! It knows no comments but a first line of them, no names of structs, no other blanks than spaces and line ends, and of
//! numbers whole ones. Whatever it does not know it leaves to `ron`, which also says what is wrong with a file; what it
//! does read, `ron` reads the same (a test holds the two against each other, with files that are whole and changed ones).

#[cfg(test)]
pub(super) mod tests;

use std::borrow::Cow;
use std::fmt::Display;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// Reads a value; nothing if anything in the text is of another form or belongs to no such value.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let heading = text
        .strip_prefix("//")
        .and_then(|text| text.split_once('\n'));
    let mut reader = Reader {
        text: heading.map_or(text, |(_, text)| text),
        at: 0,
    };
    let value = T::deserialize(&mut reader).ok()?;
    reader.peek().is_none().then_some(value)
}

type Read<T> = Result<T, Other>;
type Name = &'static str;
type Names = &'static [&'static str];

/// That something has another form.
#[derive(Debug, thiserror::Error)]
#[error("another form")]
struct Other;

impl de::Error for Other {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Reader<'de> {
    text: &'de str,
    /// Up to where it was read, in bytes.
    at: usize,
}

impl<'de> Reader<'de> {
    fn rest(&self) -> &'de str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes over blanks, and gives the byte that comes then.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let blanks = rest
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\n'))
            .unwrap_or(rest.len());
        self.at += blanks;
        rest.get(blanks).copied()
    }

    fn take_if(&mut self, wanted: u8) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at += usize::from(is_there);
        is_there
    }

    fn take(&mut self, wanted: u8) -> Read<()> {
        self.take_if(wanted).then_some(()).ok_or(Other)
    }

    /// A name of a field or a variant.
    fn word(&mut self) -> Read<&'de str> {
        self.peek();
        let is_inside = |byte: u8| matches!(byte, b'a'..=b'z' | b'_' | b'0'..=b'9');
        let word = self.run_of(is_inside)?;
        let is_number = word.starts_with(|first: char| first.is_ascii_digit());
        (!is_number).then_some(word).ok_or(Other)
    }

    /// What comes next of these bytes, which are ASCII; at least one of them.
    fn run_of(&mut self, is_inside: impl Fn(u8) -> bool) -> Read<&'de str> {
        let rest = self.rest();
        let end = rest.bytes().position(|byte| !is_inside(byte));
        let run = rest.get(..end.unwrap_or(rest.len())).ok_or(Other)?;
        self.at += run.len();
        (!run.is_empty()).then_some(run).ok_or(Other)
    }

    fn string(&mut self) -> Read<Cow<'de, str>> {
        self.take(b'"')?;
        let mut string = Cow::Borrowed(self.plain_run()?);
        while self.text.as_bytes().get(self.at) == Some(&b'\\') {
            self.at += 1;
            string.to_mut().push(self.escaped()?);
            string.to_mut().push_str(self.plain_run()?);
        }
        self.at += 1;
        Ok(string)
    }

    /// What stands before the next quotation mark or backslash, which must come.
    fn plain_run(&mut self) -> Read<&'de str> {
        let rest = self.rest();
        let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\'));
        let run = rest.get(..end.ok_or(Other)?).ok_or(Other)?;
        self.at += run.len();
        Ok(run)
    }

    /// The character that an escape stands for, behind its backslash.
    fn escaped(&mut self) -> Read<char> {
        let escape = self.text.as_bytes().get(self.at).copied().ok_or(Other)?;
        self.at += 1;
        match escape {
            b'"' | b'\\' | b'\'' => Ok(char::from(escape)),
            b'n' => Ok('\n'),
            b'r' => Ok('\r'),
            b't' => Ok('\t'),
            b'0' => Ok('\0'),
            b'u' => {
                let behind = self.rest().strip_prefix('{').ok_or(Other)?;
                let (digits, _) = behind.split_once('}').ok_or(Other)?;
                let is_digit = |digit: char| matches!(digit, '0'..='9' | 'a'..='f');
                if digits.len() > 6 || !digits.chars().all(is_digit) {
                    return Err(Other);
                }
                self.at += digits.len() + 2;
                let code = u32::from_str_radix(digits, 16).map_err(|_| Other)?;
                char::from_u32(code).ok_or(Other)
            }
            _ => Err(Other),
        }
    }

    /// Entries between two brackets. Whoever knows how many there are stops behind the last.
    fn entries<V>(
        &mut self,
        [open, close]: [u8; 2],
        visit: impl FnOnce(Entries<'_, 'de>) -> Read<V>,
    ) -> Read<V> {
        self.take(open)?;
        let value = visit(Entries {
            reader: self,
            close,
            is_first: true,
        })?;
        self.take_if(b',');
        self.take(close)?;
        Ok(value)
    }
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Other;

    /// A whole number, as it is written: without zeros before it, and with nothing behind it.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let is_negative = self.take_if(b'-');
        let digits = self.run_of(|byte| byte.is_ascii_digit())?;
        let has_zero = digits.starts_with('0') && (is_negative || digits.len() > 1);
        let behind = self.text.as_bytes().get(self.at);
        if has_zero || !matches!(behind, Some(b',' | b')' | b']' | b'}' | b':' | b'\n')) {
            return Err(Other);
        }
        let number: u64 = digits.parse().map_err(|_| Other)?;
        if is_negative {
            visitor.visit_i64(0_i64.checked_sub_unsigned(number).ok_or(Other)?)
        } else {
            visitor.visit_u64(number)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Other),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_str(visitor)
    }

    /// Mostly without `Some(…)`, which a program writes around a text alone.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if !matches!(self.peek(), Some(b'N' | b'S')) {
            return visitor.visit_some(self);
        }
        match self.run_of(|byte| byte.is_ascii_alphabetic())? {
            "None" => visitor.visit_none(),
            "Some" => self.entries(*b"()", |entries| visitor.visit_some(entries.reader)),
            _ => Err(Other),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.entries(*b"[]", |entries| visitor.visit_seq(entries))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.entries(*b"()", |entries| visitor.visit_seq(entries))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: Name,
        length: usize,
        visitor: V,
    ) -> Read<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.entries(*b"{}", |entries| visitor.visit_map(entries))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: Name, _: Names, visitor: V) -> Read<V::Value> {
        self.entries(*b"()", |entries| visitor.visit_map(entries))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: Name, _: Names, visitor: V) -> Read<V::Value> {
        visitor.visit_enum(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.word()?)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct ignored_any
    }
}

/// What stands between two brackets.
struct Entries<'reader, 'de> {
    reader: &'reader mut Reader<'de>,
    close: u8,
    is_first: bool,
}

impl Entries<'_, '_> {
    /// Whether another entry comes; passes over the comma before it.
    fn has_next(&mut self) -> bool {
        let may_follow = std::mem::take(&mut self.is_first) || self.reader.take_if(b',');
        may_follow && self.reader.peek() != Some(self.close)
    }
}

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Other;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let has_next = self.has_next();
        has_next
            .then(|| seed.deserialize(&mut *self.reader))
            .transpose()
    }
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Other;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        self.reader.take(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Other;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Read<(V::Value, Self)> {
        let variant = seed.deserialize(&mut *self)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Other;

    fn unit_variant(self) -> Read<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<T::Value> {
        self.entries(*b"()", |entries| seed.deserialize(entries.reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.entries(*b"()", |entries| visitor.visit_seq(entries))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: Names, visitor: V) -> Read<V::Value> {
        self.entries(*b"()", |entries| visitor.visit_map(entries))
    }
}
