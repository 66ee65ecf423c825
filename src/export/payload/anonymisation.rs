//! What was replaced: placeholder, rule and how often. Never what stood there.

use std::io;

use csv::{Terminator, WriterBuilder};

use crate::export::json::words;
use crate::release::Released;

pub(super) fn bytes(released: &Released) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(["placeholder", "kind", "rule", "certainty", "count"])?;
    for replaced in released.replaced() {
        writer.write_record([
            &replaced.slot.placeholder(released.language()),
            words::slot_kind(replaced.slot.kind),
            &replaced.rule,
            replaced.certainty.as_deref().unwrap_or("announced"),
            &replaced.count.to_string(),
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}
