//! A session whose approval is pending, for a sealed archive of the project.

use super::selection;
use super::{Level, Refusal, Refused, Released, refusal, residual};
use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::session::Session;

/// Releases a session whose approval is pending: the working level less the comments, and without consent to quotes no
/// wording of the interviewee. It leaves the study, so that all of it is searched for names, what the archive
/// level does not contain included.
///
/// # Errors
///
/// Everything that speaks against the archive level but the pending approval, and what looks like a name, at once.
pub fn release_pending(session: &Session, guide: Option<&Guide>) -> Result<Released, Refused> {
    let mut released = selection::select(session, guide, Level::Working);
    released.leave_out_what_is_not_for_others(session);
    released.residual =
        residual::residual_with_record(&released, session, guide, &ProtectedWords::default());
    let mut reasons = refusal::reasons(session, Level::Archive, &released.residual);
    reasons.retain(|reason| *reason != Refusal::ApprovalPending);
    if reasons.is_empty() {
        Ok(released)
    } else {
        Err(Refused {
            session: session.header.id.clone(),
            level: Level::Working,
            reasons,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{answer, guide, session};
    use crate::anonymise::CleanText;
    use crate::session::{Answer, NoteKind, TextPlace};

    const NAME: &str = "Frau Huber war dabei";

    fn pending() -> Session {
        let mut session = session();
        session.drafts.clear();
        answer(&mut session, "c6", Answer::Yes);
        session
    }

    fn named(session: &Session) -> Vec<TextPlace> {
        let refused = release_pending(session, Some(&guide())).unwrap_err();
        let places = refused.reasons.into_iter().map(|reason| match reason {
            Refusal::LooksLikeName { place, .. } => place,
            other => panic!("{other:?}"),
        });
        places.collect()
    }

    #[test]
    fn a_pending_session_goes_without_comments_and_without_quotes_that_nobody_allowed() {
        let mut session = pending();
        let kinds = |session: &Session| -> Vec<NoteKind> {
            let released = release_pending(session, Some(&guide())).unwrap();
            released.notes().iter().map(|note| note.kind).collect()
        };
        answer(&mut session, "c5", Answer::Yes);
        assert!(kinds(&session).contains(&NoteKind::Quote));
        assert!(!kinds(&session).contains(&NoteKind::Comment));
        answer(&mut session, "c5", Answer::No);
        assert!(!kinds(&session).contains(&NoteKind::Quote));
    }

    #[test]
    fn a_name_in_any_text_that_a_pending_session_holds_keeps_it_back() {
        let text = CleanText::from_stored(NAME.to_owned());
        let mut session = pending();
        session.postscript.insert("mood".to_owned(), text.clone());
        let field = TextPlace::Postscript("mood".to_owned());
        assert_eq!(named(&session), std::slice::from_ref(&field));
        let log = crate::session::LogEntry::Waved {
            gate: "open b1.t1".to_owned(),
            reason: text.clone(),
        };
        session.log.push(log);
        assert_eq!(named(&session).len(), 2);
        // What does not go along keeps nothing back.
        let mut session = pending();
        let mut notes = session.notes.iter_mut();
        notes
            .find(|note| note.kind == NoteKind::Comment)
            .unwrap()
            .text = text;
        assert!(release_pending(&session, Some(&guide())).is_ok());
    }

    #[test]
    fn an_approval_that_is_pending_is_all_that_is_overlooked() {
        let mut session = pending();
        answer(&mut session, "c4", Answer::No);
        let refused = release_pending(&session, Some(&guide())).unwrap_err();
        assert_eq!(refused.reasons, [Refusal::NoConsent { step: "c4" }]);
    }
}
