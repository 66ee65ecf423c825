//! Names what a strike cannot reach.

use super::console::Console;
use crate::i18n::Text;
use crate::session::{ArchiveRecord, ExportRecord, SessionId};
use crate::store::Cleared;

/// Says what became of files in which something was to be taken out.
pub(super) fn say_cleared(cleared: &Cleared, console: &mut Console<'_>) {
    for line in console.words.cleared(cleared) {
        console.say(&line);
    }
}

/// Says what lies outside, with the exports and packages made so far.
pub(super) fn say(
    session: &SessionId,
    exports: &[ExportRecord],
    archived: &[ArchiveRecord],
    console: &mut Console<'_>,
) {
    let outside = console.words.text(Text::OutsideHint).into_owned();
    console.say(&outside);
    for line in console.words.outside(session, exports, archived) {
        console.say(&line);
    }
}
