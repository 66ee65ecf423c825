//! Version 1 of the configuration: what the user wants the same in every study. Only a person writes it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

use super::FormatError;
use super::fault::text_of;
use super::field::{self, Table};
use super::words::LanguageWord;
use crate::language::Language;
use crate::session::LONGEST_LEAD_MS;

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// What the user wants the same in every study.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Configuration {
    /// The language of screens and messages; nothing leaves it to the system.
    pub language: Option<Language>,
    /// Words that are no names, though they look like some.
    pub allowed_words: Vec<String>,
    /// How much earlier than its first keystroke a note's place is shown, in milliseconds; nothing for the usual lead.
    pub lead_ms: Option<u64>,
    /// The socket at which a player listens that runs already.
    pub player_socket: Option<String>,
    /// The archives, by the names that commands take.
    pub archives: BTreeMap<String, ArchiveConfiguration>,
}

/// An archive that packages go to. Secrets are elsewhere: in the environment and in the key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveConfiguration {
    /// Where it is.
    pub address: String,
    /// Whether others than the project can read it; then its packages are sealed.
    pub read_by_others: bool,
    /// The public keys of those who may open packages; with any, packages are sealed.
    pub recipients: Vec<String>,
    /// The file with the private key that opens packages, if it is at hand.
    pub key_file: Option<PathBuf>,
    /// Whether a server on another machine may be spoken to without encryption.
    pub unencrypted: bool,
}

/// Reads a configuration.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Configuration, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    Ok(Configuration {
        language: file.language.map(Language::from),
        allowed_words: file.allowed_words,
        archives: file
            .archives
            .into_domain(str::to_owned, ArchiveConfiguration::from),
        lead_ms: file.lead.map(|lead| lead.0),
        player_socket: file.player_socket,
    })
}

/// A lead in seconds, as it is written, in whole milliseconds.
#[derive(Deserialize)]
#[serde(try_from = "f64")]
struct Lead(u64);

impl TryFrom<f64> for Lead {
    type Error = &'static str;

    fn try_from(seconds: f64) -> Result<Self, Self::Error> {
        let milliseconds = Duration::try_from_secs_f64(seconds)
            .ok()
            .and_then(|lead| u64::try_from(lead.as_millis()).ok());
        milliseconds
            .filter(|lead_ms| *lead_ms <= LONGEST_LEAD_MS)
            .map(Self)
            .ok_or("the lead is a number of seconds from 0 to 60")
    }
}

#[derive(Deserialize)]
#[serde(rename = "Configuration", deny_unknown_fields)]
struct File {
    /// It was looked at before the file was read.
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    language: Option<LanguageWord>,
    #[serde(default)]
    allowed_words: Vec<String>,
    #[serde(default)]
    lead: Option<Lead>,
    #[serde(default)]
    player_socket: Option<String>,
    #[serde(default)]
    archives: Table<Archive>,
}

#[derive(Deserialize)]
#[serde(rename = "Archive", deny_unknown_fields)]
struct Archive {
    address: String,
    #[serde(default)]
    readers: ReadersWord,
    #[serde(default)]
    recipients: Vec<String>,
    #[serde(default)]
    key_file: Option<PathBuf>,
    #[serde(default)]
    unencrypted: bool,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum ReadersWord {
    #[default]
    Project,
    Others,
}

impl From<Archive> for ArchiveConfiguration {
    fn from(archive: Archive) -> Self {
        Self {
            address: archive.address,
            read_by_others: archive.readers == ReadersWord::Others,
            recipients: archive.recipients,
            key_file: archive.key_file,
            unencrypted: archive.unencrypted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::format::SyntaxFault;

    #[test]
    fn a_language_can_be_set_or_left_to_the_system() {
        let of = |text: &str| decode(text.as_bytes()).map(|read| read.language);
        assert_eq!(
            of("// mine\n(version: 1, language: fr)"),
            Ok(Some(Language::Fr))
        );
        assert_eq!(of("(version: 1)"), Ok(None));
    }

    #[test]
    fn words_can_be_allowed() {
        let read = decode(b"(version: 1, allowed_words: [\"Rhonex\", \"Silva\"])").unwrap();
        assert_eq!(read.allowed_words, ["Rhonex", "Silva"]);
        assert!(decode(b"(version: 1, allowed_words: 3)").is_err());
    }

    /// A2: the lead is adjustable.
    #[test]
    fn a_lead_is_seconds_between_none_and_a_minute() {
        let of = |text: &str| decode(text.as_bytes()).map(|read| read.lead_ms);
        assert_eq!(of("(version: 1)"), Ok(None));
        assert_eq!(of("(version: 1, lead: 0)"), Ok(Some(0)));
        assert_eq!(of("(version: 1, lead: 2.5)"), Ok(Some(2_500)));
        for wrong in ["-1", "61", "\"5\"", "inf", "NaN", "1e400"] {
            let text = format!("(version: 1, lead: {wrong})");
            assert!(of(&text).is_err(), "{wrong}");
        }
    }

    #[test]
    fn archives_have_names_addresses_and_readers() {
        let text = "(version: 1, archives: {\"partner\": (address: \"webdavs://h/x\", readers: others, \
            recipients: [\"age1x\"], key_file: \"/k\"), \"here\": (address: \"/srv/archive\")})";
        let archives = decode(text.as_bytes()).unwrap().archives;
        let partner = &archives["partner"];
        assert!(partner.read_by_others && partner.recipients == ["age1x"]);
        assert_eq!(archives["here"].address, "/srv/archive");
        assert!(!archives["here"].read_by_others && archives["here"].key_file.is_none());
        for wrong in [
            "(version: 1, archives: {\"a\": (readers: project)})",
            "(version: 1, archives: {\"a\": (address: \"x\", password: \"y\")})",
            "(version: 1, archives: {\"a\": (address: \"x\"), \"a\": (address: \"y\")})",
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_field_is_refused_with_its_place() {
        let text = "// mine\n(\n    version: 1,\n    language: fr,\n    colour: red,\n)\n";
        let Err(FormatError::Syntax { place, fault }) = decode(text.as_bytes()) else {
            panic!("{text} is read");
        };
        assert_eq!((place.line, place.column), (5, 5));
        assert_eq!(fault, SyntaxFault::UnknownField);
    }

    #[test]
    fn what_the_program_does_not_know_is_refused() {
        for wrong in [
            "",
            "(language: fr)",
            "(version: 2)",
            "(version: 1, colour: red)",
            "(version: 1, language: it)",
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
