//! The files of a package: the session in several formats with what an archive asks for beside it.
//!
//! The table `PROTOCOLS` says in which formats the protocol goes along; a further one is a line in it. All texts are in
//! the language of the session, whoever makes the package.

mod anonymisation;
mod consent;
mod list;
mod metadata;
mod report;
mod retention;

use std::io;
use std::sync::Arc;

use super::page::Page;
use super::{Collection, csv, html, json, markdown, text, workbook};
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::{Released, When};

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayloadFile {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is, in a sentence.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the files of a package are made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'sources> {
    /// The session at its level.
    pub released: &'sources Released,
    /// Its guide.
    pub guide: &'sources Arc<Guide>,
    /// The file of the guide.
    pub guide_file: &'sources [u8],
    /// The file of the codes that the session uses and the guide does not have, if there are any.
    pub additions_file: Option<&'sources [u8]>,
    /// The file of the session, which holds no more than its level.
    pub session_file: &'sources [u8],
}

/// Writes a protocol.
type WriteProtocol = fn(&Protocol<'_>, &Words, &mut Vec<u8>) -> io::Result<()>;

/// What a protocol is written from: formats that are read have the page that was laid out for all of them, and formats
/// for several sessions take it as a collection of one.
struct Protocol<'released> {
    released: &'released Released,
    page: Page,
    alone: Collection,
}

/// The formats in which the protocol goes along: name, media type, what it is, how it is written.
const PROTOCOLS: [(&str, &str, Text, WriteProtocol); 6] = [
    (
        "session.json",
        "application/json",
        Text::PackageFileSessionJson,
        |protocol, _, to| json::write(protocol.released, to),
    ),
    (
        "protocol.md",
        "text/markdown",
        Text::PackageFileProtocolMd,
        |protocol, _, to| markdown::write_page(&protocol.page, to),
    ),
    (
        "protocol.txt",
        "text/plain",
        Text::PackageFileProtocolTxt,
        |protocol, _, to| text::write_page(&protocol.page, text::Layout::Paper, to),
    ),
    (
        "protocol.html",
        "text/html",
        Text::PackageFileProtocolHtml,
        |protocol, words, to| html::write_protocol(&protocol.page, words, to),
    ),
    (
        "protocol.csv",
        "text/csv",
        Text::PackageFileProtocolCsv,
        |protocol, _, to| csv::write(&protocol.alone, to),
    ),
    (
        "protocol.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Text::PackageFileProtocolXlsx,
        |protocol, words, to| workbook::write(&protocol.alone, words, to),
    ),
];

/// The media types of the files beside the protocol.
const JSON: &str = "application/json";
const CSV: &str = "text/csv";
const PLAIN: &str = "text/plain";
const MARKDOWN: &str = "text/markdown";
const METADATA: &str = "application/ld+json";

/// The files of a package, in the order of their names. The same session gives the same bytes.
///
/// # Errors
///
/// If one of them cannot be written.
pub fn files(sources: &Sources<'_>) -> io::Result<Vec<PayloadFile>> {
    let Sources {
        released, guide, ..
    } = *sources;
    let words = Words::new(released.language());
    let mut files = protocols(released, guide, &words)?;
    files.extend(beside(sources, &words)?);
    files.sort_by_key(|file| file.name);
    let list = list::bytes(released, &files)?;
    files.push(file(
        "data-list.csv",
        CSV,
        (Text::PackageFileList, &words),
        list,
    ));
    let metadata = metadata::bytes(released, guide, &files, &words)?;
    let about = (Text::PackageFileMetadata, &words);
    files.push(file(metadata::NAME, METADATA, about, metadata));
    files.sort_by_key(|file| file.name);
    Ok(files)
}

/// The protocol in its formats.
fn protocols(
    released: &Released,
    guide: &Arc<Guide>,
    words: &Words,
) -> io::Result<Vec<PayloadFile>> {
    let (level, sessions) = (released.level(), vec![released.clone()]);
    let protocol = Protocol {
        released,
        page: Page::of(released, Some(guide), words),
        alone: Collection::new(level, sessions, vec![Arc::clone(guide)]),
    };
    let written = PROTOCOLS
        .into_iter()
        .map(|(name, media_type, text, write)| {
            let mut bytes = Vec::new();
            write(&protocol, words, &mut bytes)?;
            Ok::<_, io::Error>(file(name, media_type, (text, words), bytes))
        });
    written.collect()
}

/// What an archive asks for beside the protocol.
fn beside(sources: &Sources<'_>, words: &Words) -> io::Result<Vec<PayloadFile>> {
    let Sources {
        released,
        guide,
        guide_file,
        additions_file,
        session_file,
    } = *sources;
    let text = |text| (text, words);
    let additions = additions_file.map(|bytes| {
        let about = text(Text::PackageFileAdditions);
        file("guide-additions.ron", PLAIN, about, bytes.to_vec())
    });
    let mut files = vec![
        file(
            "session.ron",
            PLAIN,
            text(Text::PackageFileSessionRon),
            session_file.to_vec(),
        ),
        file(
            "guide.ron",
            PLAIN,
            text(Text::PackageFileGuide),
            guide_file.to_vec(),
        ),
        file(
            "consent.json",
            JSON,
            text(Text::PackageFileConsent),
            consent::bytes(released, guide)?,
        ),
        file(
            "anonymisation.csv",
            CSV,
            text(Text::PackageFileAnonymisation),
            anonymisation::bytes(released)?,
        ),
        file(
            "retention.json",
            JSON,
            text(Text::PackageFileRetention),
            retention::bytes(released, guide)?,
        ),
        file(
            "study-report.md",
            MARKDOWN,
            text(Text::PackageFileReport),
            report::bytes(released, guide, words),
        ),
    ];
    files.extend(additions);
    Ok(files)
}

fn file(
    name: &'static str,
    media_type: &'static str,
    (text, words): (Text, &Words),
    bytes: Vec<u8>,
) -> PayloadFile {
    PayloadFile {
        name,
        media_type,
        description: words.text(text).into_owned(),
        bytes,
    }
}

/// What a package is, in a sentence.
pub fn description(released: &Released) -> String {
    let words = Words::new(released.language());
    let level = words.level(released.level()).into_owned();
    let values = [
        ("session", Value::from(released.id().to_string())),
        ("level", Value::from(level)),
    ];
    words.text_with(Text::PackageDescription, &values)
}

/// Who is responsible for the data, as the guide says it in the language of the session.
pub fn controller(released: &Released, guide: &Guide) -> String {
    let language = guide.language_for(released.language());
    guide.controller.in_language(language).to_owned()
}

/// When the interview was, as exactly as its level says: `2026-Q2`.
fn when(released: &Released) -> String {
    match released.began().unwrap_or_else(|| released.prepared()) {
        When::Instant(instant) => instant.date().to_string(),
        When::Day(day) => day.to_string(),
        When::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{guide, session};
    use crate::release::{Level, release};

    fn made() -> Vec<PayloadFile> {
        let (guide, mut session) = (Arc::new(guide()), session());
        session.drafts.clear();
        let released = release(&session, Some(&guide), Level::Archive).unwrap();
        files(&Sources {
            released: &released,
            guide: &guide,
            guide_file: b"guide",
            additions_file: Some(b"additions"),
            session_file: b"session",
        })
        .unwrap()
    }

    fn text(name: &str) -> String {
        let files = made();
        let file = files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    #[test]
    fn the_same_session_gives_the_same_files() {
        assert_eq!(made(), made());
    }

    #[test]
    fn nothing_says_when_or_by_which_version_a_package_was_made() {
        for file in made() {
            let text = String::from_utf8_lossy(&file.bytes);
            assert!(!text.contains(env!("CARGO_PKG_VERSION")), "{}", file.name);
            assert!(!text.contains("2026-05-05"), "{}", file.name);
        }
    }

    #[test]
    fn the_metadata_names_every_file_and_the_list_too() {
        let metadata: serde_json::Value = serde_json::from_str(&text(metadata::NAME)).unwrap();
        let graph = metadata["@graph"].as_array().unwrap();
        let list = text("data-list.csv");
        for file in made() {
            let is_described = graph.iter().any(|entity| entity["@id"] == file.name);
            assert!(is_described, "{}", file.name);
            let is_listed = list.lines().any(|line| line.starts_with(file.name));
            let is_about_others = [metadata::NAME, "data-list.csv"].contains(&file.name);
            assert!(is_listed || is_about_others, "{}", file.name);
        }
    }

    #[test]
    fn the_log_of_replacements_holds_placeholders_and_no_original() {
        let log = text("anonymisation.csv");
        assert!(log.starts_with("placeholder,kind,rule,certainty,count\r\n"));
    }
}
