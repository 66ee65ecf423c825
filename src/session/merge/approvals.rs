//! The steps of two protocols' approvals, put together by when they were taken.

use crate::session::{Approval, ApprovalStep};

/// The steps of both. Each protocol's own stay in the order in which it took them, whatever its clock said; of two steps
/// at the same moment an objection comes last, so that it is never lifted by what it answered.
pub(super) fn together(ours: &[Approval], theirs: &[Approval]) -> Vec<Approval> {
    let moment = |approval: &Approval| (approval.at, approval.step == ApprovalStep::Objected);
    let new = theirs.iter().filter(|theirs| !ours.contains(theirs));
    let mut new = new.peekable();
    let mut together = Vec::with_capacity(ours.len() + theirs.len());
    for own in ours {
        while let Some(theirs) = new.next_if(|theirs| moment(theirs) < moment(own)) {
            together.push(theirs.clone());
        }
        together.push(own.clone());
    }
    together.extend(new.cloned());
    together
}
