//! Names what a strike or a withdrawal cannot reach.

use time::format_description::well_known::Rfc3339;

use super::console::Console;
use crate::i18n::{Text, Value};
use crate::session::{ArchiveRecord, ExportRecord};

/// Says what lies outside, with the exports and packages made so far.
pub(super) fn say(exports: &[ExportRecord], archived: &[ArchiveRecord], console: &mut Console<'_>) {
    let outside = console.words.text(Text::OutsideHint).into_owned();
    console.say(&outside);
    for line in lines(exports, archived, console) {
        console.say(&line);
    }
}

/// The exports and packages made so far, a line each.
pub(super) fn lines(
    exports: &[ExportRecord],
    archived: &[ArchiveRecord],
    console: &Console<'_>,
) -> Vec<String> {
    let words = &console.words;
    // Only years beyond 9999 cannot be written so.
    let day = |at: time::OffsetDateTime| at.format(&Rfc3339).unwrap_or_default();
    let exports = exports.iter().map(|export| {
        words.text_with(
            Text::OutsideExport,
            &[
                ("at", Value::from(day(export.at))),
                ("level", Value::from(export.level.clone())),
                ("format", Value::from(export.format.clone())),
                ("digest", Value::from(export.digest.clone())),
            ],
        )
    });
    let archived = archived.iter().map(|package| {
        words.text_with(
            Text::OutsidePackage,
            &[
                ("at", Value::from(day(package.at))),
                ("target", Value::from(package.target.clone())),
                ("package", Value::from(package.package.clone())),
            ],
        )
    });
    exports.chain(archived).collect()
}
