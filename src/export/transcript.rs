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
    let page = Page::of(released, None, words);
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
        writeln!(
            to,
            "\n[{} {}] {}",
            note.id,
            visible(note.topic.as_str()),
            paragraphs(&quoted_text(note), &at)
        )?;
    }
    Ok(())
}

/// The lines of a note, each a paragraph that ends with its place.
fn paragraphs(text: &str, at: &str) -> String {
    let shown = visible(text);
    let lines = shown.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| format!("{line} {at}")).collect();
    lines.join("\n")
}

fn heading(recording: usize, words: &Words) -> String {
    if recording == 0 {
        words.text(Text::ExportNoRecording).into_owned()
    } else {
        let number = [("number", Value::from(recording))];
        words.text_with(Text::ExportRecording, &number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_note_ends_with_its_place() {
        let text = " the chamber \nboth sides\n\nhalf a post";
        assert_eq!(
            paragraphs(text, "#00:01:02-3#"),
            "the chamber #00:01:02-3#\nboth sides #00:01:02-3#\nhalf a post #00:01:02-3#"
        );
        assert_eq!(paragraphs("one", "(00:01:02)"), "one (00:01:02)");
    }
}
