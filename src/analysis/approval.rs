//! The approval by the interviewee: bound to the text that was sent, so that another text is not approved.
//!
//! Keeps out what follows from it: that is for the levels.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use time::{Date, Duration, OffsetDateTime};

use crate::session::{Answer, Approval, ApprovalStep, LogEntry, Note, NoteKind, Session};

/// The step of the consent by which the interviewee asks to see the protocol first.
const WANTS_TO_SEE: &str = "c6";

/// Where the approval stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The interviewee did not ask to see the protocol.
    NotWanted,
    /// It was not sent yet.
    NotSent,
    /// It was sent; an answer is awaited until this day.
    Sent {
        /// The last day on which an answer counts as in time.
        until: Date,
    },
    /// No answer came by this day.
    Expired {
        /// The last day on which an answer counted as in time.
        until: Date,
    },
    /// What was approved is not what the protocol says now.
    Changed,
    /// It was approved as it is.
    Approved,
    /// The interviewee objected to its release.
    Objected,
}

/// Where the approval stands on a day.
pub fn standing(session: &Session, today: Date) -> Standing {
    if session.is_objected() {
        return Standing::Objected;
    }
    if session.answer_to(WANTS_TO_SEE) != Some(Answer::Yes) {
        return Standing::NotWanted;
    }
    match session.approvals.last() {
        Some(last) if last.step == ApprovalStep::Approved => {
            if last.digest == review_digest(session) {
                Standing::Approved
            } else {
                Standing::Changed
            }
        }
        _ => {
            let sent = session.approvals.iter().rev();
            let until = sent.into_iter().find_map(|approval| match approval.step {
                ApprovalStep::Sent { until } => Some(until),
                _ => None,
            });
            match until {
                None => Standing::NotSent,
                Some(until) if today > until => Standing::Expired { until },
                Some(until) => Standing::Sent { until },
            }
        }
    }
}

/// What an approval is bound to: SHA-256 of the notes that the review level contains, with their numbers and kinds, as
/// lower-case hexadecimal digits. Codes, states of cells and the places of notes are not in it.
pub fn review_digest(session: &Session) -> String {
    let shown = session.notes.iter();
    let mut shown: Vec<&Note> = shown.filter(|note| note.kind.is_for_review()).collect();
    shown.sort_by_key(|note| note.id);
    let mut hasher = Sha256::new();
    for note in shown {
        hasher.update(note.id.to_string());
        hasher.update([0, kind_byte(note.kind)]);
        for text in std::iter::once(&note.text).chain(&note.translation) {
            hasher.update(
                u64::try_from(text.as_str().len())
                    .unwrap_or(u64::MAX)
                    .to_le_bytes(),
            );
            hasher.update(text.as_str());
        }
        hasher.update([0]);
    }
    let digest = hasher.finalize();
    let mut written = String::with_capacity(2 * digest.len());
    for byte in digest {
        // Writing into a string cannot fail.
        let _ = write!(written, "{byte:02x}");
    }
    written
}

/// How many days the interviewee has for an answer, if nobody says until when it is awaited.
pub const DAYS_TO_ANSWER: i64 = 14;

/// Whether the interviewee is to answer to the protocol as it is: they asked to see it, and neither approved it nor objected.
pub fn is_answer_awaited(session: &Session, today: Date) -> bool {
    match standing(session, today) {
        Standing::NotWanted | Standing::Approved | Standing::Objected => false,
        Standing::NotSent
        | Standing::Sent { .. }
        | Standing::Expired { .. }
        | Standing::Changed => true,
    }
}

/// The step of the approval that a review version is which goes to the interviewee: sent, with an answer awaited until
/// this day, or so many days from now as are usual. Where this very text was sent before, only a day that somebody names
/// moves the deadline; another text keeps a day that somebody named as long as it lies ahead. Nothing if no approval is
/// awaited.
pub fn sending(session: &Session, until: Option<Date>, now: OffsetDateTime) -> Option<Approval> {
    if !is_answer_awaited(session, now.date()) {
        return None;
    }
    let digest = review_digest(session);
    let sent = session.approvals.iter().rev();
    let sent = sent.take_while(|approval| approval.step != ApprovalStep::Approved);
    let mut sent = sent.filter(|approval| matches!(approval.step, ApprovalStep::Sent { .. }));
    let before = sent.next();
    match before.filter(|sent| sent.digest == digest) {
        Some(before) => {
            let step = ApprovalStep::Sent { until: until? };
            (before.step != step).then(|| Approval {
                step,
                ..before.clone()
            })
        }
        None => Some(Approval {
            step: ApprovalStep::Sent {
                until: until
                    .or_else(|| named_day(before?, now.date()))
                    .or_else(|| usual_day(now.date()))?,
            },
            at: now,
            digest,
        }),
    }
}

/// The day until which an answer is awaited, if nobody names one.
fn usual_day(sent: Date) -> Option<Date> {
    sent.checked_add(Duration::days(DAYS_TO_ANSWER))
}

/// The day that somebody named when a review version was sent, if it lies ahead. One as it is usual was named by nobody.
fn named_day(sent: &Approval, today: Date) -> Option<Date> {
    match sent.step {
        ApprovalStep::Sent { until } if until > today => {
            (usual_day(sent.at.date()) != Some(until)).then_some(until)
        }
        _ => None,
    }
}

/// The name in the log under which a protocol is released though no answer came: for this text alone.
pub fn gate_without_answer(session: &Session) -> String {
    format!("approval-expired {}", review_digest(session))
}

/// Whether the log says why this text is released though no answer came.
pub fn is_released_without_answer(session: &Session) -> bool {
    let wanted = gate_without_answer(session);
    session.log.iter().any(|entry| match entry {
        LogEntry::Waved { gate, reason } => *gate == wanted && !reason.is_empty(),
        _ => false,
    })
}

/// Whether nothing of the approval speaks against a release: none was asked for, this very text was approved, or it is
/// released without an answer.
pub fn is_settled(session: &Session) -> bool {
    // The day does not matter: what was sent is not approved before the answer, and a missed answer is waved through.
    match standing(session, Date::MIN) {
        Standing::NotWanted | Standing::Approved => true,
        Standing::Objected => false,
        _ => is_released_without_answer(session),
    }
}

const fn kind_byte(kind: NoteKind) -> u8 {
    match kind {
        NoteKind::Paraphrase => b'p',
        NoteKind::Quote => b'q',
        NoteKind::Observation => b'o',
        NoteKind::Comment => b'c',
        NoteKind::Fact => b'f',
    }
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;
    use crate::analysis::example::{answer, guide, session};
    use crate::anonymise::CleanText;
    use crate::release::{Level, Refusal, release};
    use crate::session::is_moved_deadline;

    fn wanted() -> Session {
        let mut session = session();
        session.drafts.clear();
        answer(&mut session, "c6", Answer::Yes);
        session
    }

    fn take(session: &mut Session, step: ApprovalStep) {
        let approval = Approval {
            step,
            at: datetime!(2026-05-06 10:00 +2),
            digest: review_digest(session),
        };
        session.approvals.push(approval);
    }

    fn refusals(session: &Session) -> Vec<Refusal> {
        release(session, Some(&guide()), Level::Archive)
            .map_or_else(|refused| refused.reasons, |_| Vec::new())
    }

    /// B10
    #[test]
    fn an_approval_goes_from_sent_to_approved_or_expires() {
        let today = date!(2026 - 05 - 10);
        let until = date!(2026 - 05 - 20);
        let mut session = wanted();
        assert_eq!(standing(&session, today), Standing::NotSent);
        take(&mut session, ApprovalStep::Sent { until });
        assert_eq!(standing(&session, today), Standing::Sent { until });
        assert_eq!(standing(&session, until), Standing::Sent { until });
        let late = date!(2026 - 05 - 21);
        assert_eq!(standing(&session, late), Standing::Expired { until });
        take(&mut session, ApprovalStep::Corrected);
        assert_eq!(standing(&session, today), Standing::Sent { until });
        assert_eq!(refusals(&session), [Refusal::ApprovalPending]);
        take(&mut session, ApprovalStep::Approved);
        assert_eq!(standing(&session, late), Standing::Approved);
        assert_eq!(refusals(&session), []);
        assert!(release(&session, Some(&guide()), Level::Review).is_ok());
    }

    /// B10
    #[test]
    fn a_change_of_text_reopens_an_approval_and_coding_does_not() {
        let today = date!(2026 - 05 - 10);
        let mut session = wanted();
        take(&mut session, ApprovalStep::Approved);
        session.notes[0].codes.push("drv.cluster".to_owned());
        session.cells.clear();
        assert_eq!(standing(&session, today), Standing::Approved);
        session.notes[0].text = CleanText::from_stored("etwas anderes".to_owned());
        assert_eq!(standing(&session, today), Standing::Changed);
        assert_eq!(refusals(&session), [Refusal::ApprovalPending]);
    }

    /// B10
    #[test]
    fn an_expired_approval_releases_only_with_a_reason_and_an_objection_never() {
        let mut session = wanted();
        let until = date!(2026 - 05 - 20);
        take(&mut session, ApprovalStep::Sent { until });
        let wave = |session: &mut Session, reason: &str| {
            let gate = gate_without_answer(session);
            let reason = CleanText::from_stored(reason.to_owned());
            session.log.push(LogEntry::Waved { gate, reason });
        };
        wave(&mut session, "");
        assert_eq!(refusals(&session), [Refusal::ApprovalPending]);
        wave(&mut session, "zweimal nachgefragt");
        assert_eq!(refusals(&session), []);
        take(&mut session, ApprovalStep::Objected);
        wave(&mut session, "trotzdem");
        assert_eq!(refusals(&session), [Refusal::Objected]);
        // Even if the interviewee had not asked to see it.
        answer(&mut session, "c6", Answer::No);
        assert_eq!(refusals(&session), [Refusal::Objected]);
        // It is lifted by an approval, and by nothing else.
        take(&mut session, ApprovalStep::Corrected);
        take(&mut session, ApprovalStep::Sent { until });
        assert_eq!(refusals(&session), [Refusal::Objected]);
        take(&mut session, ApprovalStep::Approved);
        assert_eq!(refusals(&session), []);
    }

    #[test]
    fn a_review_version_that_goes_out_is_sent_once_and_another_day_moves_its_deadline() {
        let now = datetime!(2026-05-06 09:00 +2);
        let mut session = wanted();
        let first = sending(&session, None, now).unwrap();
        let until = date!(2026 - 05 - 20);
        assert_eq!(first.step, ApprovalStep::Sent { until });
        session.approvals.push(first);
        assert_eq!(standing(&session, now.date()), Standing::Sent { until });
        // The same text in another format is no other sending.
        assert_eq!(sending(&session, None, now + Duration::days(1)), None);
        assert_eq!(sending(&session, Some(until), now), None);
        let later = date!(2026 - 06 - 01);
        let moved = sending(&session, Some(later), now + Duration::days(1)).unwrap();
        assert_eq!(
            (moved.at, moved.step),
            (now, ApprovalStep::Sent { until: later })
        );
        session.approvals.push(moved);
        assert!(is_moved_deadline(&session.approvals, 1));
        assert!(!is_moved_deadline(&session.approvals, 0));
        // Another text is sent anew.
        session.notes[0].text = CleanText::from_stored("anders".to_owned());
        let again = now + Duration::days(2);
        let anew = sending(&session, None, again).unwrap();
        assert_eq!(anew.at, again);
        session.approvals.push(anew);
        assert!(!is_moved_deadline(&session.approvals, 2));
    }

    #[test]
    fn another_text_keeps_a_deadline_that_was_named_as_long_as_it_lies_ahead() {
        let now = datetime!(2026-05-06 09:00 +2);
        let named = date!(2026 - 07 - 01);
        let until = |session: &Session, now| sending(session, None, now).map(|sent| sent.step);
        let of = |until| Some(ApprovalStep::Sent { until });
        let change = |session: &mut Session| {
            session.notes[0].text = CleanText::from_stored("anders".to_owned());
        };
        let mut session = wanted();
        session.approvals.extend(sending(&session, None, now));
        session
            .approvals
            .extend(sending(&session, Some(named), now));
        change(&mut session);
        let later = now + Duration::days(3);
        assert_eq!(until(&session, later), of(named));
        // Once it is past there are two weeks from then on.
        let past = datetime!(2026-07-02 09:00 +2);
        assert_eq!(until(&session, past), of(date!(2026 - 07 - 16)));
        // A day that nobody named is counted anew.
        let mut session = wanted();
        session.approvals.extend(sending(&session, None, now));
        change(&mut session);
        assert_eq!(until(&session, later), of(date!(2026 - 05 - 23)));
    }

    #[test]
    fn who_did_not_ask_to_see_the_protocol_or_approved_it_is_sent_nothing() {
        let now = datetime!(2026-05-06 09:00 +2);
        let day = Some(date!(2026 - 05 - 20));
        let mut session = wanted();
        take(&mut session, ApprovalStep::Approved);
        assert_eq!(sending(&session, day, now), None);
        let mut session = wanted();
        answer(&mut session, "c6", Answer::No);
        assert_eq!(sending(&session, day, now), None);
    }
}
