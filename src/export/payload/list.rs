//! The data list: a line a file, with what data centres ask about it.

use std::io;

use csv::{Terminator, WriterBuilder};

use super::PayloadFile;
use crate::export::json::words;
use crate::release::Released;

const HEADS: [&str; 11] = [
    "file",
    "media_type",
    "bytes",
    "description",
    "session",
    "case",
    "date",
    "mode",
    "language",
    "level",
    "personal_data",
];

pub(super) fn bytes(released: &Released, files: &[PayloadFile]) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(HEADS)?;
    let (date, session) = (super::when(released), released.id().to_string());
    for file in files {
        let is_about_people = !["guide.ron", "study-report.md"].contains(&file.name);
        writer.write_record([
            file.name,
            file.media_type,
            &file.bytes.len().to_string(),
            &file.description,
            &session,
            released.id().case().as_str(),
            &date,
            released.mode().word(),
            words::language(released.language()),
            released.level().word(),
            if is_about_people {
                "pseudonymised"
            } else {
                "none"
            },
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}
