//! Version 1 of `sessions/cases.ron`: the cases of a study, in RON that a person can read and compare.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fault::text_of;
use super::field::{self, Named, Text};
use super::words::{AgreedWord, BorderWord, EligibilityWord, StageWord};
use super::{EncodeError, FormatError};
use crate::anonymise::CleanText;
use crate::session::{self, CaseId};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// Never in practice: every case can be written down.
pub fn encode(cases: &[session::Case]) -> Result<Vec<u8>, EncodeError> {
    let what = if cases.iter().all(|case| case.invented) && !cases.is_empty() {
        "INVENTED cases, made up for trying the program."
    } else {
        "The cases of the study, for its people alone: no export holds this file."
    };
    let file = File {
        version: VERSION,
        cases: cases.iter().map(Case::from).collect(),
    };
    let page = field::to_page(&file)?;
    Ok(format!("// {what}\n{page}\n").into_bytes())
}

/// Reads the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Vec<session::Case>, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    let mut seen = BTreeSet::new();
    for case in &file.cases {
        if !seen.insert(&case.id.0) {
            return Err(FormatError::Twice {
                list: "cases",
                number: case.id.0.to_string(),
            });
        }
    }
    Ok(file.cases.into_iter().map(Into::into).collect())
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Cases", deny_unknown_fields)]
struct File {
    version: u32,
    cases: Vec<Case>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: Named<CaseId>,
    invented: bool,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    label: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    countries: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    border: Option<BorderWord>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    region: Option<Text>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "field::plainly"
    )]
    branch: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stage: Option<StageWord>,
    eligibility: EligibilityWord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed: Option<AgreedWord>,
}

impl From<&session::Case> for Case {
    fn from(case: &session::Case) -> Self {
        let session::Case {
            id,
            label,
            countries,
            border,
            region,
            branch,
            stage,
            eligibility,
            agreed,
            invented,
        } = case;
        let unless_empty = |text: &CleanText| (!text.is_empty()).then(|| Text::from(text));
        Self {
            id: Named(id.clone()),
            invented: *invented,
            label: unless_empty(label),
            countries: countries.clone(),
            border: border.map(Into::into),
            region: unless_empty(region),
            branch: unless_empty(branch),
            stage: stage.map(Into::into),
            eligibility: (*eligibility).into(),
            agreed: agreed.map(Into::into),
        }
    }
}

impl From<Case> for session::Case {
    fn from(file: Case) -> Self {
        let or_empty = |text: Option<Text>| text.map_or_else(CleanText::empty, Into::into);
        Self {
            id: file.id.0,
            label: or_empty(file.label),
            countries: file.countries,
            border: file.border.map(Into::into),
            region: or_empty(file.region),
            branch: or_empty(file.branch),
            stage: file.stage.map(Into::into),
            eligibility: file.eligibility.into(),
            agreed: file.agreed.map(Into::into),
            invented: file.invented,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Border, CooperationType, Eligibility, Stage};

    fn cases() -> Vec<session::Case> {
        let [first, second] = ["A", "B2"].map(|id| session::Case::new(id.parse().unwrap()));
        vec![
            session::Case {
                label: CleanText::from_stored("the « wood » one".to_owned()),
                countries: vec!["CH".to_owned(), "DE".to_owned(), "FR".to_owned()],
                border: Some(Border::Tri),
                stage: Some(Stage::Growth),
                eligibility: Eligibility::Eligible,
                agreed: Some(CooperationType::Informal),
                ..first
            },
            second,
        ]
    }

    #[test]
    fn a_person_can_read_the_cases() {
        let written = String::from_utf8(encode(&cases()).unwrap()).unwrap();
        let expected = r#"// The cases of the study, for its people alone: no export holds this file.
(
    version: 1,
    cases: [
        (
            id: "A",
            invented: false,
            label: "the « wood » one",
            countries: ["CH", "DE", "FR"],
            border: tri,
            stage: growth,
            eligibility: eligible,
            agreed: informal,
        ),
        (
            id: "B2",
            invented: false,
            eligibility: open,
        ),
    ],
)
"#;
        assert_eq!(written, expected);
        assert_eq!(decode(written.as_bytes()).unwrap(), cases());
    }

    #[test]
    fn a_case_stands_once_and_has_no_persons_name() {
        let written = String::from_utf8(encode(&cases()).unwrap()).unwrap();
        let twice = written.replace("B2", "A");
        assert!(matches!(
            decode(twice.as_bytes()),
            Err(FormatError::Twice { list: "cases", .. })
        ));
        let named = written.replace("B2", "Müller");
        assert!(matches!(
            decode(named.as_bytes()),
            Err(FormatError::Syntax { place, .. }) if place.line == 16
        ));
    }
}
