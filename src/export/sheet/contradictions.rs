//! What is worth a second look within the cases, as a sheet.

use super::frame::framed;
use super::{Cell, Readers, Section, Sheet, SheetColumn};
use crate::analysis::{Contradiction, ContradictionKind};
use crate::guide::Guide;
use crate::i18n::{Text, Words, places};
use crate::release::tables::ReleasedContradictions;
use crate::session::{NoteId, SessionId};

/// The sheet of the contradictions.
pub fn contradictions(
    released: &ReleasedContradictions,
    guide: &Guide,
    words: &Words,
) -> Sheet<'static> {
    let mut sheet = framed(Text::SheetsContradictionsTitle, released.frame(), words);
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::both("case", head(Text::TablesHeadCase)),
        SheetColumn::both("kind", head(Text::SheetsHeadKind)),
        SheetColumn::of("what", head(Text::SheetsHeadNotes), Readers::People),
        SheetColumn::of("first_code", "", Readers::Programs),
        SheetColumn::of("first_notes", "", Readers::Programs),
        SheetColumn::of("second_code", "", Readers::Programs),
        SheetColumn::of("second_notes", "", Readers::Programs),
    ];
    let note = if released.found().is_empty() {
        Text::SheetsNoContradiction
    } else {
        Text::SheetsContradictionsNote
    };
    sheet.head.push(words.text(note).into_owned());
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows: released
            .found()
            .iter()
            .map(|found| row(found, guide, words))
            .collect(),
    }];
    sheet
}

/// The word for its kind in data files.
pub(in crate::export) const fn kind_word(kind: &ContradictionKind) -> &'static str {
    match kind {
        ContradictionKind::Pair { .. } => "pair",
        ContradictionKind::Turned { .. } => "turned",
        ContradictionKind::Marked(_) => "marked",
    }
}

/// A code with its notes.
type Side<'found> = (&'found str, &'found [(SessionId, NoteId)]);

/// Its two sides; what was marked has one, without a code.
pub(in crate::export) fn sides(kind: &ContradictionKind) -> [Side<'_>; 2] {
    match kind {
        ContradictionKind::Pair { first, second } => [(&first.0, &first.1), (&second.0, &second.1)],
        ContradictionKind::Turned {
            code,
            helps,
            hinders,
        } => [(code, helps), (code, hinders)],
        ContradictionKind::Marked(notes) => [("", notes), ("", &[])],
    }
}

fn row(found: &Contradiction, guide: &Guide, words: &Words) -> Vec<Cell> {
    let kind = words.text(match found.kind {
        ContradictionKind::Pair { .. } => Text::SheetsKindPair,
        ContradictionKind::Turned { .. } => Text::SheetsKindTurned,
        ContradictionKind::Marked(_) => Text::SheetsKindMarked,
    });
    let mut row = vec![
        Cell::same(found.case.to_string()),
        Cell::of(kind, kind_word(&found.kind)),
        Cell::shown(words.contradiction(found, guide)),
    ];
    for (code, notes) in sides(&found.kind) {
        row.push(Cell::data(code));
        row.push(Cell::data(places(notes)));
    }
    row
}
