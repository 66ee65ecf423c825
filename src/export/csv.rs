//! Comma-separated values by RFC 4180: a note a row, with what is known of its session and cell.
//!
//! Lists are joined by semicolons. A text that a spreadsheet would take for a formula gets an apostrophe before it, as
//! the «CSV injection» page of OWASP advises.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use super::rows::{NoteRow, note_rows};
use super::{Collection, visible};

/// The heads of the columns.
pub(super) const HEADS: [&str; 28] = [
    "session",
    "case",
    "level",
    "pseudonymised",
    "invented",
    "guide",
    "block",
    "block_title",
    "topic",
    "topic_title",
    "state",
    "note",
    "also_in",
    "kind",
    "text",
    "at_ms",
    "recording",
    "timecode",
    "origin",
    "lang",
    "age",
    "translation",
    "speaker",
    "polarity",
    "voice",
    "prompted",
    "probe",
    "codes",
];

/// Writes a row a note behind a row of heads.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(collection: &Collection, to: &mut impl Write) -> io::Result<()> {
    let mut writer = rows_to(to);
    writer.write_record(HEADS)?;
    for row in note_rows(collection) {
        writer.write_record(fields(&row))?;
    }
    writer.flush()
}

/// Writes rows as the RFC has them: lines end with CR and LF.
pub(super) fn rows_to<W: Write>(to: W) -> Writer<W> {
    WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(to)
}

fn fields(row: &NoteRow<'_>) -> [String; HEADS.len()] {
    let number = |number: Option<String>| number.unwrap_or_default();
    [
        row.session.clone(),
        row.case.to_owned(),
        row.level.to_owned(),
        row.pseudonymised.to_string(),
        row.invented.to_string(),
        inert(row.guide),
        inert(row.block),
        inert(row.block_title.unwrap_or_default()),
        inert(row.topic),
        inert(row.topic_title.unwrap_or_default()),
        row.state.to_owned(),
        row.note.clone(),
        inert(&row.also_in.join(";")),
        row.kind.to_owned(),
        inert(row.text),
        row.at_ms.to_string(),
        number(row.recording.map(|number| number.to_string())),
        number(row.timecode.clone()),
        row.origin.to_owned(),
        row.lang.to_owned(),
        row.age.to_owned(),
        inert(row.translation.unwrap_or_default()),
        number(row.speaker.map(|number| number.to_string())),
        row.polarity.unwrap_or_default().to_owned(),
        row.voice.to_owned(),
        row.prompted.to_string(),
        number(row.probe.map(|number| number.to_string())),
        inert(&row.codes.join(";")),
    ]
}

/// The text as no spreadsheet takes it for a formula, and as it may be shown.
pub(super) fn inert(text: &str) -> String {
    let shown = visible(text);
    // The wide forms are read as the narrow ones by some spreadsheets.
    let begins_a_formula = shown.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    if begins_a_formula {
        format!("'{shown}")
    } else {
        match shown {
            Cow::Borrowed(same) => same.to_owned(),
            Cow::Owned(other) => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_a_formula() {
        let rows = [
            ("Grösse = 40", "Grösse = 40"),
            ("=1+1", "'=1+1"),
            ("-5 members", "'-5 members"),
            ("+41", "'+41"),
            ("@own", "'@own"),
            ("\u{ff1d}cmd()", "'\u{ff1d}cmd()"),
            ("\u{ff20}own", "'\u{ff20}own"),
            ("\n=1", "'\n=1"),
            ("\t=1", " =1"),
            ("", ""),
        ];
        for (noted, expected) in rows {
            assert_eq!(inert(noted), expected, "{noted:?}");
        }
    }
}
