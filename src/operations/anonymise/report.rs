//! What the filter did, in numbers: nothing of the text, not even hashed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::anonymise::Finding;
use crate::export::json::write_document;

/// What the filter did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many records, or paragraphs of a plain text, there were.
    pub records: usize,
    /// In how many of them something was replaced.
    pub notes_changed: usize,
    /// How much was replaced, by kind and certainty.
    pub findings: BTreeMap<&'static str, BTreeMap<&'static str, usize>>,
    /// How much was replaced, by the rule that found it.
    pub rules: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Counts a record.
    pub(super) fn count(&mut self, findings: &[Finding]) {
        self.records += 1;
        self.notes_changed += usize::from(!findings.is_empty());
        for finding in findings {
            let of_kind = self.findings.entry(finding.kind().code()).or_default();
            *of_kind.entry(finding.certainty().code()).or_default() += 1;
            *self.rules.entry(finding.rule.code()).or_default() += 1;
        }
    }
}

#[derive(Serialize)]
struct Document<'tally> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    tally: &'tally Tally,
}

pub(super) fn document(tally: &Tally) -> Vec<u8> {
    let document = Document {
        format: "leitfaden.anonymise-report",
        version: 1,
        tally,
    };
    let mut bytes = Vec::new();
    // Writing into memory does not fail, and numbers and words can always be written.
    let _ = write_document(&document, &mut bytes);
    bytes
}
