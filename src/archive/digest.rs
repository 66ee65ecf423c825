//! What makes two packages the same: the session as its level contains it, its guide, and the codes of the study in it. Files that are derived from
//! these may come out differently in another version of the program, and make no other package.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::bag::{Algorithm, Checksum};

/// What the bytes begin with that are summed up. It changes with the rules of [`canonical`].
const BEGINNING: &str = "leitfaden.package 1\n";

/// Says what the level leaves out, so that it is no part of what the level contains.
const LEFT_OUT: &str = "left_out";

/// What the working level says of a protocol's ways: that it was archived makes no other package of it.
const WAYS: [&str; 3] = ["archived", "exports", "log"];

/// The digest of a package: SHA-512 in hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(String);

/// A text that is no digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a digest has 128 hexadecimal digits in small letters")]
pub struct NoDigest;

/// What a digest says of a guide, which many sessions share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideSum(Checksum);

impl GuideSum {
    /// Of the bytes of the guide.
    pub fn of(guide: &[u8]) -> Self {
        Self(Algorithm::Sha512.of(guide))
    }

    /// SHA-512 of these bytes.
    pub fn checksum(&self) -> Checksum {
        self.0.clone()
    }
}

impl Digest {
    /// The digest of a session as a JSON document, with its guide and, if the study added any, the bytes of the codes
    /// that are not in the guide; nothing if it is no such document.
    pub fn of(session: &[u8], guide: &GuideSum, additions: Option<&[u8]>) -> Option<Self> {
        let mut bytes = BEGINNING.as_bytes().to_vec();
        let additions = additions.map(|file| Algorithm::Sha512.of(file));
        for checksum in std::iter::once(guide.0.as_str()).chain(additions.as_deref()) {
            bytes.extend(checksum.as_bytes());
            bytes.push(b'\n');
        }
        bytes.extend(canonical(session)?);
        Some(Self(Algorithm::Sha512.of(&bytes)))
    }

    /// The whole digest.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its beginning, long enough to name a file.
    pub fn short(&self) -> String {
        self.0.chars().take(32).collect()
    }
}

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let is_digest = text.len() == Algorithm::Sha512.digits()
            && text
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        if is_digest {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoDigest)
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Digest({})", self.short())
    }
}

/// A document in the form that is summed up: keys in order, no blanks, and without what says nothing (nothing, no,
/// empty), so that a later version of the program, which only adds to the document, does not change the digest of a
/// session that has nothing of what was added.
pub fn canonical(document: &[u8]) -> Option<Vec<u8>> {
    let mut document: Map<String, Value> = serde_json::from_slice(document).ok()?;
    document.remove(LEFT_OUT);
    if let Some(Value::Object(record)) = document.get_mut("record") {
        for way in WAYS {
            record.remove(way);
        }
    }
    let reduced = reduced(Value::Object(document)).unwrap_or_default();
    serde_json::to_vec(&reduced).ok()
}

/// The value without what says nothing; nothing at all if all of it does.
fn reduced(value: Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(values) => {
            // An entry keeps its place, whatever it says.
            let values: Vec<Value> = values
                .into_iter()
                .map(|value| reduced(value).unwrap_or_default())
                .collect();
            (!values.is_empty()).then_some(Value::Array(values))
        }
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields
                .into_iter()
                .filter_map(|(key, value)| Some((key, reduced(value)?)))
                .collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            (!fields.is_empty()).then(|| Value::Object(fields.into_iter().collect()))
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(session: &str) -> Digest {
        Digest::of(session.as_bytes(), &GuideSum::of(b"guide"), None).unwrap()
    }

    #[test]
    fn a_digest_does_not_depend_on_order_blanks_and_what_says_nothing() {
        let before = digest(r#"{"id":"A-1","notes":[{"id":"1.1","text":"x"}]}"#);
        for same in [
            r#"{ "notes" : [ {"text":"x", "id":"1.1"} ], "id" : "A-1" }"#,
            r#"{"id":"A-1","later":null,"off":[],"is":false,"notes":[{"id":"1.1","text":"x","polarity":null}]}"#,
            r#"{"id":"A-1","notes":[{"id":"1.1","text":"x"}],"left_out":{"comments":3}}"#,
            r#"{"id":"A-1","notes":[{"id":"1.1","text":"x"}],"record":{"archived":[1],"log":[2]}}"#,
        ] {
            assert_eq!(digest(same), before, "{same}");
        }
        for other in [
            r#"{"id":"A-1","notes":[{"id":"1.1","text":"y"}]}"#,
            r#"{"id":"A-1","notes":[{"id":"1.1","text":"x","polarity":"helps"}]}"#,
            r#"{"id":"A-1","notes":[{"id":"1.1","text":"x"},{}]}"#,
        ] {
            assert_ne!(digest(other), before, "{other}");
        }
        let of = |guide: &[u8], additions: Option<&[u8]>| {
            Digest::of(b"{}", &GuideSum::of(guide), additions)
        };
        assert_ne!(of(b"one", None), of(b"other", None));
        assert_ne!(of(b"one", None), of(b"one", Some(b"more")));
        assert_ne!(of(b"one", Some(b"else")), of(b"one", Some(b"more")));
    }

    #[test]
    fn a_digest_is_read_as_it_is_written() {
        let written = digest("{}");
        assert_eq!(written.to_string().parse(), Ok(written));
        assert!("abc".parse::<Digest>().is_err());
        assert!(Digest::of(b"no document", &GuideSum::of(b""), None).is_none());
    }
}
