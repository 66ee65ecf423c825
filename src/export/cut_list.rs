//! The cut list of a recording: a table for people, and labels that Audacity reads. It holds times and numbers of notes,
//! and nothing that was said.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::analysis::{Cut, Reason};
use crate::session::timecode;

/// Writes a cut list as CSV: recording, from and to as f4 codes and in seconds, why, the note if one was struck.
///
/// # Errors
///
/// If it cannot be written.
pub fn csv(cuts: &[Cut], output: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(output);
    table.write_record([
        "recording",
        "from",
        "to",
        "from_seconds",
        "to_seconds",
        "why",
        "note",
    ])?;
    for cut in cuts {
        let (why, note) = match cut.reason {
            Reason::OffRecord => ("off_record", String::new()),
            Reason::Struck => ("struck", String::new()),
            Reason::StruckNote(note) => ("struck_note", note.to_string()),
        };
        table.write_record([
            cut.recording.to_string(),
            timecode(cut.from_ms),
            cut.to_ms.map_or_else(String::new, timecode),
            seconds(cut.from_ms),
            cut.to_ms.map_or_else(String::new, seconds),
            why.to_owned(),
            note,
        ])?;
    }
    table.flush()
}

/// Writes the labels of one recording as Audacity imports them: beginning and end in seconds, a word, by tabs. A stretch
/// without an end is a label at its beginning.
///
/// # Errors
///
/// If they cannot be written.
pub fn audacity(cuts: &[Cut], recording: usize, output: &mut dyn Write) -> io::Result<()> {
    let mut labels = String::new();
    for cut in cuts.iter().filter(|cut| cut.recording == recording) {
        let word = match cut.reason {
            Reason::OffRecord => "off the record".to_owned(),
            Reason::Struck => "struck".to_owned(),
            Reason::StruckNote(note) => format!("struck note {note}"),
        };
        let open = if cut.to_ms.is_some() {
            ""
        } else {
            " (to the end)"
        };
        let to_ms = cut.to_ms.unwrap_or(cut.from_ms);
        // A string takes whatever is written to it.
        let _ = writeln!(
            labels,
            "{}\t{}\t{word}{open}",
            seconds(cut.from_ms),
            seconds(to_ms)
        );
    }
    output.write_all(labels.as_bytes())
}

/// Seconds with milliseconds, exactly.
fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts() -> Vec<Cut> {
        vec![
            Cut {
                recording: 1,
                from_ms: 730_050,
                to_ms: Some(895_000),
                reason: Reason::OffRecord,
            },
            Cut {
                recording: 2,
                from_ms: 0,
                to_ms: None,
                reason: Reason::StruckNote("1.7".parse().unwrap()),
            },
        ]
    }

    /// A6
    #[test]
    fn a6_a_table_names_every_stretch_by_code_and_seconds() {
        let mut written = Vec::new();
        csv(&cuts(), &mut written).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "recording,from,to,from_seconds,to_seconds,why,note\n\
             1,#00:12:10-0#,#00:14:55-0#,730.050,895.000,off_record,\n\
             2,#00:00:00-0#,,0.000,,struck_note,1.7\n"
        );
    }

    #[test]
    fn labels_are_those_of_one_recording() {
        let mut written = Vec::new();
        audacity(&cuts(), 1, &mut written).unwrap();
        audacity(&cuts(), 2, &mut written).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "730.050\t895.000\toff the record\n0.000\t0.000\tstruck note 1.7 (to the end)\n"
        );
    }
}
