//! Names what a strike cannot reach.

use super::console::Console;
use crate::i18n::Text;
use crate::session::{ArchiveRecord, ExportRecord};

/// Says what lies outside, with the exports and packages made so far.
pub(super) fn say(exports: &[ExportRecord], archived: &[ArchiveRecord], console: &mut Console<'_>) {
    let outside = console.words.text(Text::OutsideHint).into_owned();
    console.say(&outside);
    for line in console.words.outside(exports, archived) {
        console.say(&line);
    }
}
