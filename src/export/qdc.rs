//! The codebook of guides as a REFI-QDA file (`.qdc`), for any program of qualitative analysis.

use std::io::{self, Write};

use super::refi::{ORIGIN, codebook, write_codes};
use super::xml::Xml;
use crate::guide::Guide;
use crate::i18n::Words;

/// The namespace of version 1.0.
const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";

/// Writes the codebook.
///
/// # Errors
///
/// If there is no guide, since a codebook must hold a code, or the bytes cannot be written.
pub fn write<'guides>(
    guides: impl IntoIterator<Item = &'guides Guide>,
    words: &Words,
    to: &mut impl Write,
) -> io::Result<()> {
    let nodes = codebook(guides, words);
    if nodes.is_empty() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "no guide is at hand, and a codebook needs one",
        ));
    }
    let mut xml = Xml::new()?;
    xml.open("CodeBook", &[("xmlns", NAMESPACE), ("origin", ORIGIN)])?;
    write_codes(&nodes, &mut xml)?;
    xml.close("CodeBook")?;
    to.write_all(&xml.finish()?)
}
