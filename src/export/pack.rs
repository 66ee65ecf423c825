//! Several files in one zip archive, the same bytes for the same files: no clock, no owner, one way to compress.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file in an archive.
pub(super) struct Packed {
    /// Its path, with `/` between folders.
    pub(super) path: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// Writes an archive with these files in this order.
pub(super) fn pack(files: &[Packed], to: &mut impl Write) -> io::Result<()> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // The earliest time that a zip archive can give.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    for file in files {
        writer.start_file(file.path.as_str(), options)?;
        writer.write_all(&file.bytes)?;
    }
    to.write_all(writer.finish()?.get_ref())
}
