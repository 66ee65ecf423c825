//! A session whose approval is pending, for a sealed archive of the project.

use super::selection;
use super::{Level, Refusal, Refused, Released, refusal, residual};
use crate::anonymise::ProtectedWords;
use crate::guide::Guide;
use crate::session::Session;

/// Releases a session whose approval is pending: the working level less the comments, and without consent to quotes no
/// wording of the interviewee, with the placeholders that are mentioned in what is left. It leaves the study, so that all of it is searched for names, what the archive
/// level does not contain included.
///
/// # Errors
///
/// Everything that speaks against the archive level but the pending approval, and what looks like a name, at once.
pub fn release_pending(session: &Session, guide: Option<&Guide>) -> Result<Released, Refused> {
    let mut released = selection::select(session, guide, Level::Working);
    released.leave_out_what_is_not_for_others(session);
    released.keep_slots_that_are_mentioned();
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
    use crate::anonymise::{CleanText, Slot, SlotKey, SlotKind};
    use crate::session::{Answer, NoteKind, Prefill, TextPlace};

    const NAME: &str = "Frau Huber war dabei";

    fn pending() -> Session {
        let mut session = session();
        session.drafts.clear();
        answer(&mut session, "c6", Answer::Yes);
        session
    }

    fn place(number: u32) -> SlotKey {
        SlotKey {
            kind: SlotKind::Place,
            number,
        }
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
            .text = text.clone();
        session.slots.push(Slot {
            key: place(7),
            listed: false,
            label: Some(text),
        });
        assert!(release_pending(&session, Some(&guide())).is_ok());
    }

    #[test]
    fn a_pending_session_carries_the_placeholders_that_its_texts_mention() {
        let mut session = pending();
        session.slots = (1..=6)
            .map(|number| Slot {
                key: place(number),
                listed: false,
                label: None,
            })
            .collect();
        let text = |text: &str| CleanText::from_stored(text.to_owned());
        session.notes.first_mut().unwrap().text = text("fährt nach [Ort 2]");
        let mut notes = session.notes.iter_mut();
        let comment = notes.find(|note| note.kind == NoteKind::Comment).unwrap();
        comment.text = text("war wohl nie in [Ort 3]");
        let mood = text("müde, kam von [Ort 4 | weit weg]");
        session.postscript.insert("mood".to_owned(), mood);
        let prefill = Prefill {
            value: text("[Ort 5]"),
            outcome: None,
        };
        session.prefill.insert("seat".to_owned(), prefill);
        let log = crate::session::LogEntry::Waved {
            gate: "open b1.t1".to_owned(),
            reason: text("sie musste nach [Ort 6]"),
        };
        session.log.push(log);
        let released = release_pending(&session, Some(&guide())).unwrap();
        let carried: Vec<SlotKey> = released.slots().iter().map(|slot| slot.key).collect();
        assert_eq!(carried, [2, 4, 5, 6].map(place));
    }

    #[test]
    fn an_approval_that_is_pending_is_all_that_is_overlooked() {
        let mut session = pending();
        answer(&mut session, "c4", Answer::No);
        let refused = release_pending(&session, Some(&guide())).unwrap_err();
        assert_eq!(refused.reasons, [Refusal::NoConsent { step: "c4" }]);
    }
}
