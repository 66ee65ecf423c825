//! What lies in an archive besides packages with entries.

use serde::Serialize;

use super::words;
use crate::archive::Catalogue;
use crate::cli::console::Console;
use crate::i18n::{Text, Value};

/// What lies there besides, as data.
#[derive(Serialize)]
pub(super) struct Rest<'catalogue> {
    without_entry: &'catalogue [String],
    unreadable: Vec<&'catalogue str>,
    interrupted: usize,
}

impl<'catalogue> Rest<'catalogue> {
    pub(super) fn of(catalogue: &'catalogue Catalogue) -> Self {
        let unreadable = catalogue.unreadable.iter();
        Self {
            without_entry: &catalogue.orphans,
            unreadable: unreadable.map(|(stem, _)| stem.as_str()).collect(),
            interrupted: catalogue.leftovers.len(),
        }
    }
}

/// Names what lies there besides.
pub(super) fn say(catalogue: &Catalogue, console: &mut Console<'_>) {
    for orphan in &catalogue.orphans {
        let package = [("package", Value::from(orphan.clone()))];
        let message = console.words.text_with(Text::ArchiveOrphan, &package);
        console.say(&message);
    }
    if !catalogue.orphans.is_empty() {
        let hint = console.words.text(Text::ArchiveOrphanHint).into_owned();
        console.say(&hint);
    }
    for (stem, fault) in &catalogue.unreadable {
        let reason = words::of_file(fault, &console.words);
        let values = [
            ("entry", Value::from(stem.clone())),
            ("reason", Value::from(reason)),
        ];
        let message = console.words.text_with(Text::ArchiveUnreadable, &values);
        console.say(&message);
    }
    if !catalogue.leftovers.is_empty() {
        let count = catalogue.leftovers.len();
        let message = console.words.counted(Text::ArchiveLeftovers, count);
        console.say(&message);
    }
}
