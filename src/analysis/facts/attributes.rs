//! The attributes of a session in little room, since a study of many sessions holds as many of them in memory.

use std::collections::BTreeMap;

/// The ids of attributes with the ids of their values, in the order of the attributes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// Attributes and values in turn, one behind the other.
    text: Box<str>,
    /// Where each of them ends, in bytes.
    ends: Box<[u32]>,
}

impl Attributes {
    /// The value of an attribute; nothing if it was not noted.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        let mut found = self.iter().filter(|(known, _)| *known == attribute);
        found.next().map(|(_, value)| value)
    }

    /// The attributes with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut from = 0;
        let mut next = move |end: u32| {
            let end = usize::try_from(end).unwrap_or(usize::MAX);
            let piece = self.text.get(from..end).unwrap_or_default();
            from = end;
            piece
        };
        let pairs = self.ends.as_chunks().0.iter();
        pairs.map(move |[attribute, value]| (next(*attribute), next(*value)))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ends.len() / 2
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<'text> FromIterator<(&'text str, &'text str)> for Attributes {
    fn from_iter<T: IntoIterator<Item = (&'text str, &'text str)>>(attributes: T) -> Self {
        let mut pairs: Vec<(&str, &str)> = attributes.into_iter().collect();
        pairs.sort_unstable();
        let length = pairs.iter().map(|(id, value)| id.len() + value.len()).sum();
        let (mut text, mut ends) = (
            String::with_capacity(length),
            Vec::with_capacity(2 * pairs.len()),
        );
        for piece in pairs.iter().flat_map(|(id, value)| [id, value]) {
            text.push_str(piece);
            // No session's file is as long as that.
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Self {
            text: text.into_boxed_str(),
            ends: ends.into_boxed_slice(),
        }
    }
}

impl From<&BTreeMap<String, String>> for Attributes {
    fn from(attributes: &BTreeMap<String, String>) -> Self {
        attributes
            .iter()
            .map(|(id, value)| (id.as_str(), value.as_str()))
            .collect()
    }
}

impl FromIterator<(String, String)> for Attributes {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(attributes: T) -> Self {
        Self::from(&attributes.into_iter().collect::<BTreeMap<_, _>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_in_order() {
        let given = [("side", "east"), ("role", ""), ("größe", "üb")];
        let given = given.map(|(id, value)| (id.to_owned(), value.to_owned()));
        let attributes: Attributes = given.into_iter().collect();
        let found: Vec<(&str, &str)> = attributes.iter().collect();
        assert_eq!(found, [("größe", "üb"), ("role", ""), ("side", "east")]);
        assert_eq!((attributes.len(), attributes.is_empty()), (3, false));
        assert_eq!(attributes.get("role"), Some(""));
        assert_eq!(attributes.get("none"), None);
        assert!(Attributes::default().is_empty());
    }
}
