//! Subtitles in `WebVTT` for a player beside the recording: each note from its place until the next, at most for a while.

use std::io::{self, Write};

use super::page::{Page, quoted_text};
use super::visible;
use crate::i18n::Words;
use crate::release::Released;
use crate::session::{Note, Place};

/// How long a note is shown at most, in milliseconds.
const LONGEST_MS: u64 = 20_000;

/// How long it is shown at least, in milliseconds.
const SHORTEST_MS: u64 = 1_000;

/// The recordings in which notes lie; nothing stands for the time of the interview, where there is no recording.
pub fn recordings(released: &Released) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = released
        .notes()
        .iter()
        .map(|note| place(note, released).0)
        .collect();
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        found.push(None);
    }
    found
}

/// Writes the subtitles for one recording.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write(
    released: &Released,
    recording: Option<usize>,
    words: &Words,
    to: &mut impl Write,
) -> io::Result<()> {
    let page = Page::of(released, None, words);
    writeln!(to, "WEBVTT\n\nNOTE")?;
    for line in std::iter::once(&page.title)
        .chain(&page.head)
        .chain(&page.foot)
    {
        writeln!(to, "{}", remark(line))?;
    }
    let mut notes: Vec<(u64, &Note)> = released
        .notes()
        .iter()
        .map(|note| (place(note, released), note))
        .filter(|((number, _), _)| *number == recording)
        .map(|((_, at_ms), note)| (at_ms, note))
        .collect();
    notes.sort_by_key(|(at_ms, note)| (*at_ms, note.id));
    for (index, (at_ms, note)) in notes.iter().enumerate() {
        let next = notes.get(index + 1).map_or(u64::MAX, |(next, _)| *next);
        let longest = at_ms.saturating_add(LONGEST_MS);
        let end = next.min(longest).max(at_ms.saturating_add(SHORTEST_MS));
        writeln!(to, "\n{}\n{} --> {}", note.id, time(*at_ms), time(end))?;
        writeln!(to, "{}", cue(&quoted_text(note)))?;
    }
    Ok(())
}

fn place(note: &Note, released: &Released) -> (Option<usize>, u64) {
    match released.place_of(note) {
        Place::Recording { number, at_ms } => (Some(number), at_ms),
        Place::Interview(at_ms) => (None, at_ms),
    }
}

fn time(milliseconds: u64) -> String {
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
    let (minutes, second) = (seconds / 60, seconds % 60);
    format!(
        "{:02}:{:02}:{second:02}.{rest:03}",
        minutes / 60,
        minutes % 60
    )
}

/// A text as a cue holds it: no mark-up, no empty line, which would end it.
fn cue(text: &str) -> String {
    let shown = visible(text);
    let lines = shown.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .collect::<Vec<&str>>()
        .join("\n")
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A line of a remark, in which an arrow would be taken for times.
fn remark(line: &str) -> String {
    visible(line).replace('\n', " ").replace("-->", "→")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_holds_no_mark_up_and_no_empty_line() {
        assert_eq!(cue("a <b> & --> c\n\n d"), "a &lt;b&gt; &amp; --&gt; c\nd");
    }

    #[test]
    fn times_have_hours_and_milliseconds() {
        assert_eq!(time(3_661_007), "01:01:01.007");
    }
}
