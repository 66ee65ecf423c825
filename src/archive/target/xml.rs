//! The answers of servers that come as XML: elements by their names without prefixes, with the texts in them.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::archive::Cause;

/// A step through a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An element begins.
    Begin(String),
    /// An element ends; the text behind its last tag.
    End {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
}

/// Goes through a document. What it declares is not unfolded.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Step)) -> Result<(), Cause> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(|_| Cause::Unintelligible)? {
            Event::Start(tag) => {
                text.clear();
                visit(Step::Begin(tag.local_name().as_ref().to_owned()));
            }
            Event::Empty(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                visit(Step::Begin(name.clone()));
                let text = String::new();
                visit(Step::End { name, text });
            }
            Event::Text(piece) => text.push_str(&piece),
            Event::CData(piece) => text.push_str(&piece),
            Event::GeneralRef(reference) => text.extend(character(&reference)),
            Event::End(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                let text = std::mem::take(&mut text);
                visit(Step::End { name, text });
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The character that a reference stands for; a document's own references stand for nothing.
fn character(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_with_the_characters_that_references_stand_for() {
        let mut ends = Vec::new();
        let xml = "<a:x xmlns:a='y'><a:y>one &amp; two&#x21;</a:y><z/></a:x>";
        let walked = walk(xml, |step| {
            if let Step::End { name, text } = step {
                ends.push((name, text));
            }
        });
        assert!(walked.is_ok());
        let end = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(ends, [end("y", "one & two!"), end("z", ""), end("x", "")]);
        assert!(walk("<a><b></a>", |_| {}).is_err());
    }
}
