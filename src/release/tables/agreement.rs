//! How far coders agree, as a level may show it: where sessions are hidden, without the list of differences, which names
//! them, and without how often each code was given, which tells of single ones.

use std::collections::{BTreeMap, BTreeSet};

use super::{Frame, TableRefusal, TableRequest, hides_sessions, select};
use crate::analysis::{CoderAgreement, Coding, Facts, coder_agreement};
use crate::session::SessionId;

/// How far coders agree.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleasedAgreement {
    frame: Frame,
    agreement: Option<CoderAgreement>,
}

impl ReleasedAgreement {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// How far they agree; nothing if fewer than two have coded.
    pub const fn agreement(&self) -> Option<&CoderAgreement> {
        self.agreement.as_ref()
    }
}

/// Releases how far coders agree; `codings` gives what they coded in these sessions, by their numbers.
///
/// # Errors
///
/// If the level holds no such table, or there are too few sessions for it.
pub fn release_agreement(
    facts: &Facts,
    request: &TableRequest<'_>,
    codings: impl FnOnce(&[SessionId]) -> BTreeMap<u8, Coding>,
) -> Result<ReleasedAgreement, TableRefusal> {
    let selection = select(facts, request)?;
    let ids: Vec<SessionId> = selection
        .sessions
        .iter()
        .map(|session| session.id.clone())
        .collect();
    let mut codings = codings(&ids);
    keep_what_is_asked_for(&mut codings, request);
    let mut agreement = coder_agreement(&codings);
    if hides_sessions(request.level) {
        for pair in agreement.iter_mut().flat_map(|found| &mut found.pairs) {
            pair.agreement.differences.clear();
            pair.agreement.codes.clear();
        }
    }
    Ok(ReleasedAgreement {
        frame: Frame::of(request, &selection),
        agreement,
    })
}

/// If codes are asked for, only they are compared, with those below them.
fn keep_what_is_asked_for(codings: &mut BTreeMap<u8, Coding>, request: &TableRequest<'_>) {
    let study = &request.guide.study;
    let wanted = request.filter.codes.iter();
    let wanted: BTreeSet<&str> = wanted.map(|code| study.resolve(code)).collect();
    if wanted.is_empty() {
        return;
    }
    for codes in codings.values_mut().flat_map(BTreeMap::values_mut) {
        codes.retain(|code| study.is_within_any(code, &wanted));
    }
}
