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
pub fn read(source: &str) -> Result<GuideFile<'_>, ron::error::SpannedError> {
    // Optional fields are written plainly, `hint: (de: …)` and not `hint: Some((de: …))`: authors of guides know
    // interviews, not Rust.
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source)
}

/// A guide as it is written. Its texts stay where they are read from, as far as they stand there as they are.
#[derive(Debug, Serialize, Deserialize)]
#[serde(
    rename = "Guide",
    deny_unknown_fields,
    bound(deserialize = "'de: 'text")
)]
pub struct GuideFile<'text> {
    /// Always [`super::VERSION`]; scanned before the file is read, see [`crate::store::ron_text::declared_version`].
    #[serde(rename = "version")]
    _version: u32,
    pub(super) edition: String,
    pub(super) title: Text<'text>,
    pub(super) languages: Vec<String>,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) source: Option<Text<'text>>,
    pub(super) project: Text<'text>,
    pub(super) controller: Text<'text>,
    pub(super) smallest_group: u32,
    pub(super) opening: Opening<'text>,
    pub(super) consent: Vec<ConsentStep<'text>>,
    #[serde(default)]
    pub(super) on_tape: Option<Text<'text>>,
    pub(super) closing: Closing<'text>,
    #[serde(default)]
    pub(super) keep_going: Vec<Prompt<'text>>,
    pub(super) blocks: Vec<Block<'text>>,
    #[serde(default)]
    pub(super) attributes: Vec<Attribute<'text>>,
    #[serde(default)]
    pub(super) survey: Vec<SurveyKey<'text>>,
    #[serde(default)]
    pub(super) before: Vec<Check<'text>>,
    #[serde(default)]
    pub(super) after: Vec<Check<'text>>,
    #[serde(default)]
    pub(super) postscript: Vec<PostscriptField<'text>>,
    #[serde(default)]
    pub(super) codes: Vec<Code<'text>>,
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
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Opening<'text> {
    pub(super) title: Text<'text>,
    pub(super) text: Text<'text>,
    pub(super) minutes: ByMode<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct ConsentStep<'text> {
    pub(super) id: String,
    pub(super) title: Text<'text>,
    pub(super) ask: Text<'text>,
    pub(super) if_no: Text<'text>,
    #[serde(default)]
    pub(super) needed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Closing<'text> {
    pub(super) title: Text<'text>,
    pub(super) question: Text<'text>,
    pub(super) minutes: ByMode<u32>,
    #[serde(default)]
    pub(super) checks: Vec<Prompt<'text>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Prompt<'text> {
    pub(super) id: String,
    pub(super) text: Text<'text>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Block<'text> {
    pub(super) id: String,
    pub(super) title: Text<'text>,
    pub(super) goal: Text<'text>,
    #[serde(default)]
    pub(super) hint: Option<Text<'text>>,
    pub(super) minutes: ByMode<u32>,
    pub(super) topics: Vec<Topic<'text>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Topic<'text> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: Text<'text>,
    pub(super) weight: ByMode<Weight>,
    pub(super) question: Text<'text>,
    #[serde(default)]
    pub(super) variants: Vec<Variant<'text>>,
    #[serde(default)]
    pub(super) prefilled: Option<Prefilled<'text>>,
    #[serde(default)]
    pub(super) probes: List<'text>,
    #[serde(default)]
    pub(super) hint: Option<Text<'text>>,
    #[serde(default)]
    pub(super) keywords: List<'text>,
    #[serde(default)]
    pub(super) criterion: Option<Criterion<'text>>,
    #[serde(default)]
    pub(super) codes: Vec<String>,
    #[serde(default)]
    pub(super) favourites: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Variant<'text> {
    pub(super) role: String,
    pub(super) question: Text<'text>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Prefilled<'text> {
    pub(super) keys: Vec<String>,
    pub(super) question: Text<'text>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Criterion<'text> {
    pub(super) include: Text<'text>,
    pub(super) exclude: Text<'text>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Attribute<'text> {
    pub(super) id: String,
    pub(super) label: Text<'text>,
    pub(super) asked: Asked,
    /// Not optional: whether a fact about a person may leave the machine is never a default.
    pub(super) exported: bool,
    #[serde(default)]
    pub(super) values: Vec<AttributeValue<'text>>,
    #[serde(default)]
    pub(super) ladder: Vec<Vec<(String, Vec<String>)>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct AttributeValue<'text> {
    pub(super) id: String,
    pub(super) label: Text<'text>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct SurveyKey<'text> {
    pub(super) key: String,
    pub(super) label: Text<'text>,
    #[serde(default)]
    pub(super) list: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Check<'text> {
    pub(super) id: String,
    pub(super) text: Text<'text>,
    #[serde(default)]
    pub(super) modes: Vec<Mode>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct PostscriptField<'text> {
    pub(super) id: String,
    pub(super) label: Text<'text>,
    #[serde(default)]
    pub(super) required: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'text"))]
pub(super) struct Code<'text> {
    pub(super) id: String,
    pub(super) label: Text<'text>,
    #[serde(default)]
    pub(super) definition: Option<Text<'text>>,
    #[serde(default)]
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) retired: bool,
}
