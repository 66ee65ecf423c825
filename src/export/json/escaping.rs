//! How the document is laid out, and what is escaped in it.

use std::io::{self, Write};

use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::language::{is_forbidden_control, may_be_forbidden};

/// Lays a document out as another layout does, and escapes what JSON itself would let through: the upper control characters, and
/// marks that turn the direction of writing.
pub(super) struct Escaping<F>(F);

impl<F: Formatter> Formatter for Escaping<F> {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if !may_be_forbidden(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        for piece in fragment.split_inclusive(is_forbidden_control) {
            let (plain, last) = match piece.char_indices().next_back() {
                Some((at, last)) if is_forbidden_control(last) => {
                    (piece.split_at_checked(at).unwrap_or_default().0, Some(last))
                }
                _ => (piece, None),
            };
            writer.write_all(plain.as_bytes())?;
            if let Some(last) = last {
                // All of them lie in the basic plane, so four digits are enough.
                write!(writer, "\\u{:04x}", u32::from(last))?;
            }
        }
        Ok(())
    }
}

impl Escaping<PrettyFormatter<'static>> {
    /// A document on many lines, for people.
    pub(super) fn pretty() -> Self {
        Self(PrettyFormatter::new())
    }
}

impl Escaping<CompactFormatter> {
    /// A document on one line.
    pub(super) const fn compact() -> Self {
        Self(CompactFormatter)
    }
}
