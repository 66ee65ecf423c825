//! `leitfaden archive doctor`: tries a target out.

use super::DoctorArguments;
use super::words;
use crate::archive::Finding;
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::archive::doctor;

pub(super) fn run(arguments: &DoctorArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::place(&arguments.target, console)?;
    let health =
        doctor(&place).map_err(|error| words::of_target(&error, place.shown(), &console.words))?;
    for finding in &health.findings {
        let sign = match finding {
            Finding::Keeps(_) | Finding::Leftovers(_) => '–',
            Finding::Races { decided, of } if decided < of => '!',
            finding if finding.is_well() => '✓',
            _ => '✗',
        };
        if let Some(said) = said(*finding, &console.words) {
            writeln!(console.output, "{sign} {said}")?;
        }
    }
    if health.may_race() {
        let hint = console.words.text(Text::ArchiveRacesHint).into_owned();
        console.say(&hint);
    }
    if health.is_well() {
        return Ok(());
    }
    let explanation = Explanation::new(console.words.text(Text::ArchiveUnsafe))
        .hinting(console.words.text(Text::ArchiveUnsafeHint));
    Err(explanation.into())
}

/// What a finding is called; what is not worth a line is left out.
fn said(finding: Finding, own: &Words) -> Option<String> {
    let text = match finding {
        Finding::ReadAfterWrite(_) => Text::ArchiveDoctorReads,
        Finding::CreateOnly(_) => Text::ArchiveDoctorCreateOnly,
        Finding::Removes(_) => Text::ArchiveDoctorRemoves,
        Finding::Races { decided, of } => {
            let values = [("decided", Value::from(decided)), ("of", Value::from(of))];
            return Some(own.text_with(Text::ArchiveDoctorRaces, &values));
        }
        Finding::Keeps(keeping) => words::of_keeping(keeping),
        Finding::Leftovers(0) => return None,
        Finding::Leftovers(count) => return Some(own.counted(Text::ArchiveLeftovers, count)),
    };
    Some(own.text(text).into_owned())
}
