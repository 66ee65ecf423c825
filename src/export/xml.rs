//! XML as the other formats write it: escaped, without what XML cannot hold.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::visible;

/// An attribute: name, value.
pub(super) type Attribute<'text> = (&'static str, &'text str);

/// A document in the making.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document with its declaration.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer.get_mut().write_all(b"\n")?;
        Ok(Self(writer))
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Writes an element with a text in it.
    pub(super) fn text(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        text: &str,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        self.0
            .write_event(Event::Text(BytesText::new(&fit(text))))?;
        self.close(name)
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        self.0.get_mut().write_all(b"\n")?;
        Ok(self.0.into_inner())
    }
}

fn start<'name>(name: &'name str, attributes: &[Attribute<'_>]) -> BytesStart<'name> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        // A line break in an attribute is read as a space; then it may as well be one.
        let value = fit(value).replace('\n', " ");
        start.push_attribute((*name, value.as_str()));
    }
    start
}

/// A text as XML can hold it, each character in the place of one.
pub(super) fn fit(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_stays_as_long_as_it_was() {
        let mut xml = Xml::new().unwrap();
        xml.text("a", &[("b", "<\"&\n")], "x < y & z\u{1}\u{ffff}")
            .unwrap();
        let document = String::from_utf8(xml.finish().unwrap()).unwrap();
        assert_eq!(
            document,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <a b=\"&lt;&quot;&amp; \">x &lt; y &amp; z\u{fffd}\u{fffd}</a>\n"
        );
    }
}
