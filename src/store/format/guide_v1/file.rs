//! The fields of a guide's file, in the order in which a guide has them.
//!
//! The build script reads the built-in guides with these types too and writes them in a form that needs no search for
//! names of fields; so this file and [`super::text`] use nothing of the crate but the languages.

use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use super::text::{List, Text};

/// Reads the RON source of a guide, which must not begin with a byte order mark.
///
/// # Errors
///
/// The first fault of syntax, and where it was noticed.
pub fn read(source: &str) -> Result<GuideFile, ron::error::SpannedError> {
    // Optional fields are written plainly, `hint: (de: …)` and not `hint: Some((de: …))`: authors of guides know
    // interviews, not Rust.
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source)
}

/// A guide as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Guide", deny_unknown_fields)]
pub struct GuideFile {
    /// Always [`super::VERSION`]; scanned before the file is read, see [`crate::store::ron_text::declared_version`].
    #[serde(rename = "version")]
    _version: u32,
    pub(super) edition: String,
    pub(super) title: Text,
    pub(super) languages: Vec<String>,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) source: Option<Text>,
    pub(super) project: Text,
    pub(super) controller: Text,
    pub(super) smallest_group: u32,
    pub(super) opening: Opening,
    pub(super) consent: Vec<ConsentStep>,
    #[serde(default)]
    pub(super) on_tape: Option<Text>,
    pub(super) closing: Closing,
    #[serde(default)]
    pub(super) keep_going: Vec<Prompt>,
    pub(super) blocks: Vec<Block>,
    #[serde(default)]
    pub(super) attributes: Vec<Attribute>,
    #[serde(default)]
    pub(super) survey: Vec<SurveyKey>,
    #[serde(default)]
    pub(super) before: Vec<Check>,
    #[serde(default)]
    pub(super) after: Vec<Check>,
    #[serde(default)]
    pub(super) postscript: Vec<PostscriptField>,
    #[serde(default)]
    pub(super) codes: Vec<Code>,
    #[serde(default)]
    pub(super) process_codes: Vec<String>,
    #[serde(default)]
    pub(super) pairs: Vec<(String, String)>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Status {
    Draft,
    Feedback,
    Pilot,
    Field,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    OnSite,
    Phone,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ByMode<T> {
    pub(super) on_site: T,
    pub(super) phone: T,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Weight {
    Must,
    Should,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Asked {
    Before,
    After,
    Never,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Opening {
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) minutes: ByMode<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentStep {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) ask: Text,
    pub(super) if_no: Text,
    #[serde(default)]
    pub(super) needed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Closing {
    pub(super) title: Text,
    pub(super) question: Text,
    pub(super) minutes: ByMode<u32>,
    #[serde(default)]
    pub(super) checks: Vec<Prompt>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prompt {
    pub(super) id: String,
    pub(super) text: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) goal: Text,
    #[serde(default)]
    pub(super) hint: Option<Text>,
    pub(super) minutes: ByMode<u32>,
    pub(super) topics: Vec<Topic>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: Text,
    pub(super) weight: ByMode<Weight>,
    pub(super) question: Text,
    #[serde(default)]
    pub(super) variants: Vec<Variant>,
    #[serde(default)]
    pub(super) prefilled: Option<Prefilled>,
    #[serde(default)]
    pub(super) probes: List,
    #[serde(default)]
    pub(super) hint: Option<Text>,
    #[serde(default)]
    pub(super) keywords: List,
    #[serde(default)]
    pub(super) criterion: Option<Criterion>,
    #[serde(default)]
    pub(super) codes: Vec<String>,
    #[serde(default)]
    pub(super) favourites: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) role: String,
    pub(super) question: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prefilled {
    pub(super) keys: Vec<String>,
    pub(super) question: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Criterion {
    pub(super) include: Text,
    pub(super) exclude: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attribute {
    pub(super) id: String,
    pub(super) label: Text,
    pub(super) asked: Asked,
    /// Not optional: whether a fact about a person may leave the machine is never a default.
    pub(super) exported: bool,
    #[serde(default)]
    pub(super) values: Vec<AttributeValue>,
    #[serde(default)]
    pub(super) ladder: Vec<Vec<(String, Vec<String>)>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributeValue {
    pub(super) id: String,
    pub(super) label: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SurveyKey {
    pub(super) key: String,
    pub(super) label: Text,
    #[serde(default)]
    pub(super) list: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub(super) id: String,
    pub(super) text: Text,
    #[serde(default)]
    pub(super) modes: Vec<Mode>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PostscriptField {
    pub(super) id: String,
    pub(super) label: Text,
    #[serde(default)]
    pub(super) required: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    pub(super) id: String,
    pub(super) label: Text,
    #[serde(default)]
    pub(super) definition: Option<Text>,
    #[serde(default)]
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) retired: bool,
}
