//! Version 1 of `guides/local/<guide>.ron`: what a study adds to the codebook of a guide.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fault::text_of;
use super::field::{self, Table, Text};
use super::{EncodeError, FormatError};
use crate::anonymise::CleanText;
use crate::guide;
use crate::language::Language;

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// Never in practice: every addition can be written down.
pub fn encode(additions: &guide::Additions) -> Result<Vec<u8>, EncodeError> {
    let file = File::from(additions);
    let page = field::to_page(&file)?;
    let head = "// What this study adds to the codebook of the guide. Ids stay for ever.";
    Ok(format!("{head}\n{page}\n").into_bytes())
}

/// Reads the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<guide::Additions, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    for (place, code) in file.codes.iter().enumerate() {
        let mut before = file.codes.iter().take(place);
        if before.any(|other| other.id == code.id) {
            return Err(FormatError::Twice {
                list: "codes",
                number: code.id.clone(),
            });
        }
    }
    Ok(file.into())
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Codebook", deny_unknown_fields)]
pub(super) struct File {
    version: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Code>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    labels: Table<Labels>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    merged: Table<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    retired: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    under: Option<String>,
    labels: Labels,
}

/// A label in the languages in which it exists.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    de: Option<Text>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    fr: Option<Text>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    en: Option<Text>,
}

impl From<&guide::Additions> for File {
    fn from(additions: &guide::Additions) -> Self {
        let guide::Additions {
            codes,
            labels,
            merged,
            retired,
        } = additions;
        Self {
            version: VERSION,
            codes: codes.iter().map(Code::from).collect(),
            labels: Table::from_domain(labels, String::as_str, Labels::from),
            merged: Table(merged.clone()),
            retired: retired.clone(),
        }
    }
}

impl From<File> for guide::Additions {
    fn from(file: File) -> Self {
        Self {
            codes: file.codes.into_iter().map(Into::into).collect(),
            labels: file.labels.into_domain(str::to_owned, Into::into),
            merged: file.merged.0,
            retired: file.retired,
        }
    }
}

impl From<&guide::codebook::FieldCode> for Code {
    fn from(code: &guide::codebook::FieldCode) -> Self {
        let guide::codebook::FieldCode { id, under, labels } = code;
        Self {
            id: id.clone(),
            under: under.clone(),
            labels: labels.into(),
        }
    }
}

impl From<Code> for guide::codebook::FieldCode {
    fn from(file: Code) -> Self {
        Self {
            id: file.id,
            under: file.under,
            labels: file.labels.into(),
        }
    }
}

impl From<&BTreeMap<Language, CleanText>> for Labels {
    fn from(labels: &BTreeMap<Language, CleanText>) -> Self {
        let label = |language: Language| labels.get(&language).map(Text::from);
        Self {
            de: label(Language::De),
            fr: label(Language::Fr),
            en: label(Language::En),
        }
    }
}

impl From<Labels> for BTreeMap<Language, CleanText> {
    fn from(file: Labels) -> Self {
        [
            (Language::De, file.de),
            (Language::Fr, file.fr),
            (Language::En, file.en),
        ]
        .into_iter()
        .filter_map(|(language, label)| Some((language, label?.into())))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::codebook::FieldCode;

    fn label(text: &str) -> BTreeMap<Language, CleanText> {
        BTreeMap::from([(Language::Fr, CleanText::from_stored(text.to_owned()))])
    }

    #[test]
    fn additions_are_read_back_as_they_were_written() {
        let additions = guide::Additions {
            codes: vec![FieldCode {
                id: "x.a".to_owned(),
                under: Some("fac.sim".to_owned()),
                labels: label("bruit « dehors »"),
            }],
            labels: BTreeMap::from([("fac.trust".to_owned(), label("confiance"))]),
            merged: BTreeMap::from([("x.b".to_owned(), "x.a".to_owned())]),
            retired: vec!["bar.conf".to_owned()],
        };
        for additions in [additions, guide::Additions::default()] {
            let bytes = encode(&additions).unwrap();
            assert_eq!(decode(&bytes), Ok(additions));
        }
    }

    #[test]
    fn what_the_program_does_not_know_is_refused() {
        for wrong in [
            "",
            "(version: 2)",
            "(version: 1, words: [])",
            "(version: 1, codes: [(id: \"x.a\")])",
            "(version: 1, codes: [(id: \"x.a\", labels: (it: \"rumore\"))])",
            "(version: 1, codes: [(id: \"x.a\", labels: ()), (id: \"x.a\", labels: ())])",
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
