//! Version 1 of the guide file type: RON, written by people, never rewritten by the program.
//!
//! The fields stand here in the order in which a guide has them. Unknown fields are refused. What the types cannot say
//! (that an id is unique, that a code exists) is left to [`crate::guide::validate`], which finds all such faults at once.

mod convert;
mod text;

use ron::extensions::Extensions;
use serde::Deserialize;

use text::{List, Text};

pub use convert::{Converted, Origin};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

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
#[derive(Debug, Deserialize)]
#[serde(rename = "Guide", deny_unknown_fields)]
pub struct GuideFile {
    /// Always [`VERSION`]; scanned before the file is read, see [`crate::store::ron_text::declared_version`].
    #[serde(rename = "version")]
    _version: u32,
    edition: String,
    title: Text,
    languages: Vec<String>,
    status: Status,
    #[serde(default)]
    source: Option<Text>,
    project: Text,
    controller: Text,
    smallest_group: u32,
    opening: Opening,
    consent: Vec<ConsentStep>,
    #[serde(default)]
    on_tape: Option<Text>,
    closing: Closing,
    #[serde(default)]
    keep_going: Vec<Prompt>,
    blocks: Vec<Block>,
    #[serde(default)]
    attributes: Vec<Attribute>,
    #[serde(default)]
    survey: Vec<SurveyKey>,
    #[serde(default)]
    before: Vec<Check>,
    #[serde(default)]
    after: Vec<Check>,
    #[serde(default)]
    postscript: Vec<PostscriptField>,
    #[serde(default)]
    codes: Vec<Code>,
    #[serde(default)]
    process_codes: Vec<String>,
    #[serde(default)]
    pairs: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Draft,
    Feedback,
    Pilot,
    Field,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    OnSite,
    Phone,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByMode<T> {
    on_site: T,
    phone: T,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Weight {
    Must,
    Should,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asked {
    Before,
    After,
    Never,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    title: Text,
    text: Text,
    minutes: ByMode<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentStep {
    id: String,
    title: Text,
    ask: Text,
    if_no: Text,
    #[serde(default)]
    needed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    title: Text,
    question: Text,
    minutes: ByMode<u32>,
    #[serde(default)]
    checks: Vec<Prompt>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Prompt {
    id: String,
    text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    id: String,
    title: Text,
    goal: Text,
    #[serde(default)]
    hint: Option<Text>,
    minutes: ByMode<u32>,
    topics: Vec<Topic>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    id: String,
    name: String,
    title: Text,
    weight: ByMode<Weight>,
    question: Text,
    #[serde(default)]
    variants: Vec<Variant>,
    #[serde(default)]
    prefilled: Option<Prefilled>,
    #[serde(default)]
    probes: List,
    #[serde(default)]
    hint: Option<Text>,
    #[serde(default)]
    keywords: List,
    #[serde(default)]
    criterion: Option<Criterion>,
    #[serde(default)]
    codes: Vec<String>,
    #[serde(default)]
    favourites: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    role: String,
    question: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Prefilled {
    keys: Vec<String>,
    question: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    include: Text,
    exclude: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    id: String,
    label: Text,
    asked: Asked,
    /// Not optional: whether a fact about a person may leave the machine is never a default.
    exported: bool,
    #[serde(default)]
    values: Vec<AttributeValue>,
    #[serde(default)]
    ladder: Vec<Vec<(String, Vec<String>)>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeValue {
    id: String,
    label: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SurveyKey {
    key: String,
    label: Text,
    #[serde(default)]
    list: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    id: String,
    text: Text,
    #[serde(default)]
    modes: Vec<Mode>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostscriptField {
    id: String,
    label: Text,
    #[serde(default)]
    required: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    id: String,
    label: Text,
    #[serde(default)]
    definition: Option<Text>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    retired: bool,
}
