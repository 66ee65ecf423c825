//! The notes as a transcript: in the order of their time, each paragraph ending with its place in the recording as f4
//! writes it, so that f4 and the programs that read its transcripts find the place again.

use std::io::{self, Write};

use super::page::Page;
use super::page::quoted_text;
use super::visible;
use crate::i18n::{Text, Value, Words};
use crate::release::Released;
use crate::session::{Note, Place, hours, timecode};

/// Writes the transcript.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(released: &Released, words: &Words, to: &mut impl Write) -> io::Result<()> {
    let page = Page::of(released, words);
    writeln!(to, "{}", page.title)?;
    for line in page.head.iter().chain(&page.foot) {
        writeln!(to, "{line}")?;
    }
    let mut notes: Vec<&Note> = released.notes().iter().collect();
    notes.sort_by_key(|note| (note.at_ms, note.id));
    let mut section = None;
    for note in notes {
        let (recording, at) = match released.place_of(note) {
            Place::Recording { number, at_ms } => (number, timecode(at_ms)),
            // Without a recording there is no place in it, and so no such code.
            Place::Interview(at_ms) => (0, format!("({})", hours(at_ms))),
        };
        if section != Some(recording) {
            section = Some(recording);
            writeln!(to, "\n{}", heading(recording, words))?;
        }
        let text = visible(&quoted_text(note)).trim().to_owned();
        writeln!(
            to,
            "\n[{} {}] {text} {at}",
            note.id,
            visible(note.topic.as_str())
        )?;
    }
    Ok(())
}

fn heading(recording: usize, words: &Words) -> String {
    if recording == 0 {
        words.text(Text::ExportNoRecording).into_owned()
    } else {
        let number = [("number", Value::from(recording))];
        words.text_with(Text::ExportRecording, &number)
    }
}
