//! `leitfaden archive list`: what lies in an archive.

use serde::Serialize;

use super::ListArguments;
use super::rest::{self, Rest};
use super::words;
use crate::archive::{Catalogue, Listed, Why};
use crate::cli::console::Console;
use crate::cli::ending::Ending;
use crate::export::json;
use crate::i18n::{Text, Words};
use crate::operations::archive::list;

#[derive(Serialize)]
struct Document<'listed> {
    format: &'static str,
    version: u32,
    packages: Vec<Package<'listed>>,
    #[serde(flatten)]
    rest: Rest<'listed>,
}

#[derive(Serialize)]
struct Package<'listed> {
    name: &'listed str,
    session: Option<&'listed str>,
    revision: Option<u32>,
    state: &'static str,
    level: Option<&'listed str>,
    pending: bool,
    invented: bool,
    digest: Option<String>,
    file: &'listed str,
    bytes: Option<u64>,
    guide: Option<&'listed str>,
}

pub(super) fn run(arguments: &ListArguments, console: &mut Console<'_>) -> Result<(), Ending> {
    let place = super::archive_at(&arguments.target, console)?;
    let catalogue =
        list(&place).map_err(|error| words::of_target(&error, place.shown(), &console.words))?;
    if arguments.json {
        json::write_document(&document(&catalogue), &mut console.output)?;
    } else if catalogue.listed.is_empty() {
        let message = console.words.text(Text::ArchiveEmpty).into_owned();
        console.say(&message);
    } else {
        let rows = rows(&catalogue, &console.words);
        console.table(&rows)?;
    }
    rest::say(&catalogue, console);
    if catalogue.orphans.is_empty() && catalogue.unreadable.is_empty() {
        return Ok(());
    }
    Err(Ending::Found)
}

fn rows(catalogue: &Catalogue, words: &Words) -> Vec<Vec<String>> {
    let heads = [
        Text::ArchiveHeadPackage,
        Text::ArchiveHeadState,
        Text::ArchiveHeadLevel,
        Text::ArchiveHeadBytes,
        Text::ArchiveHeadGuide,
    ];
    let heads = heads.map(|head| words.text(head).into_owned()).to_vec();
    let rows = catalogue.listed.iter().map(|listed| {
        let entry = listed.entry.as_ref();
        let level = entry.and_then(|entry| entry.level.parse().ok());
        vec![
            words::name(listed),
            words.text(state_text(listed)).into_owned(),
            level.map_or_else(|| "–".to_owned(), |level| words.level(level).into_owned()),
            listed
                .present
                .map_or_else(|| "–".to_owned(), |bytes| bytes.to_string()),
            entry.map_or_else(|| "–".to_owned(), |entry| entry.guide.id.clone()),
        ]
    });
    std::iter::once(heads).chain(rows).collect()
}

fn state_text(listed: &Listed) -> Text {
    match (listed.tombstone, listed.present, &listed.entry) {
        (Some(Why::Withdrawn), ..) => Text::ArchiveStateWithdrawn,
        (Some(Why::Superseded), ..) => Text::ArchiveStateSuperseded,
        (None, None, _) => Text::ArchiveStateMissing,
        (None, Some(_), Some(entry)) if entry.pending => Text::ArchiveStatePending,
        (None, Some(_), _) => Text::ArchiveStateThere,
    }
}

fn state_word(listed: &Listed) -> &'static str {
    match (listed.tombstone, listed.present) {
        (Some(Why::Withdrawn), _) => "withdrawn",
        (Some(Why::Superseded), _) => "superseded",
        (None, None) => "missing",
        (None, Some(_)) => "there",
    }
}

fn document(catalogue: &Catalogue) -> Document<'_> {
    let packages = catalogue.listed.iter().map(|listed| {
        let entry = listed.entry.as_ref();
        Package {
            name: &listed.stem,
            session: entry.map(|entry| entry.session.as_str()),
            revision: entry.map(|entry| entry.revision),
            state: state_word(listed),
            level: entry.map(|entry| entry.level.as_str()),
            pending: entry.is_some_and(|entry| entry.pending),
            invented: entry.is_some_and(|entry| entry.invented),
            digest: entry.map(|entry| entry.digest.to_string()),
            file: &listed.package,
            bytes: listed.present,
            guide: entry.map(|entry| entry.guide.id.as_str()),
        }
    });
    Document {
        format: "leitfaden.archive-list",
        version: 1,
        packages: packages.collect(),
        rest: Rest::of(catalogue),
    }
}
