//! What is due after an interview: what is lost to memory within a day, and what was promised by a date.

use time::{Date, Duration, OffsetDateTime, Time};

use crate::analysis::{Standing, coverage, is_released_without_answer, open_places, standing};
use crate::guide::{Guide, PostscriptField};
use crate::session::Session;

/// Within how long after the talk everything has to be done that memory is needed for.
const WITHIN: Duration = Duration::DAY;

/// The entry of the checklist by which a guide asks for the type of the cooperation.
const TYPE: &str = "type";

/// Something that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub task: Task,
    /// By when.
    pub by: OffsetDateTime,
    /// Whether that has passed.
    pub is_overdue: bool,
}

/// What can be due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Task {
    /// So many required fields of the postscript are not filled in.
    Postscript(usize),
    /// So many places wait to be completed: drafts, notes that end with «…», masks, gaps, cells that must have a state.
    Completing(usize),
    /// The type of the cooperation, with the notes that support it, is not set.
    Type,
    /// So many places look like a name.
    Scan(usize),
    /// The interview was not closed.
    Closing,
    /// The interviewee wants to see the protocol, and it was not sent as it is now.
    Sending,
    /// An answer of the interviewee is awaited.
    Answer,
    /// The recordings are to be deleted.
    Deletion,
    /// There are recordings, and nobody said by when they are to be deleted.
    DeletionDay,
}

impl Task {
    /// Its word for other programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Postscript(_) => "postscript",
            Self::Completing(_) => "completing",
            Self::Type => "type",
            Self::Scan(_) => "scan",
            Self::Closing => "closing",
            Self::Sending => "sending",
            Self::Answer => "answer",
            Self::Deletion => "deletion",
            Self::DeletionDay => "deletion-day",
        }
    }

    /// How many fields or places there are, where that is counted.
    pub const fn count(self) -> Option<usize> {
        match self {
            Self::Postscript(count) | Self::Completing(count) | Self::Scan(count) => Some(count),
            Self::Type
            | Self::Closing
            | Self::Sending
            | Self::Answer
            | Self::Deletion
            | Self::DeletionDay => None,
        }
    }
}

/// What is due of a session, the most urgent first. `hits` says in how many places it looks as if a name was left.
/// Nothing is due of an interview that has not begun, nor of an invented one.
pub fn due(session: &Session, guide: &Guide, now: OffsetDateTime, hits: usize) -> Vec<Due> {
    let Some(ended) = session.talk_ended().filter(|_| !session.header.invented) else {
        return Vec::new();
    };
    let within = ended.checked_add(WITHIN).unwrap_or(ended);
    // As long as it may still go on nothing of it is due.
    if session.closed.is_none() && now < within {
        return Vec::new();
    }
    let open = to_complete(session, guide);
    let mut tasks = Vec::new();
    let mut add = |is_due: bool, task: Task, by: OffsetDateTime| {
        if is_due {
            tasks.push(Due {
                task,
                by,
                is_overdue: now > by,
            });
        }
    };
    let empty = missing_postscript(session, guide).count();
    add(empty > 0, Task::Postscript(empty), within);
    add(open > 0, Task::Completing(open), within);
    add(session.closed.is_none(), Task::Closing, within);
    add(lacks_type(session, guide), Task::Type, within);
    add(hits > 0, Task::Scan(hits), within);
    match standing(session, now.date()) {
        Standing::NotSent | Standing::Changed => add(true, Task::Sending, within),
        Standing::Sent { until } => add(true, Task::Answer, end_of(until, now)),
        Standing::Expired { until } => {
            let is_open = !is_released_without_answer(session);
            add(is_open, Task::Answer, end_of(until, now));
        }
        Standing::NotWanted | Standing::Approved | Standing::Objected => {}
    }
    match (session.deletion.promised, session.deletion.done) {
        (_, Some(_)) => {}
        (Some(promised), None) => add(true, Task::Deletion, end_of(promised, now)),
        (None, None) => {
            let is_recorded = !session.clock.recordings.is_empty();
            add(is_recorded, Task::DeletionDay, within);
        }
    }
    tasks.sort_by_key(|due| (due.by, due.task));
    tasks
}

/// How sessions with something due are ordered: first those whose postscript is overdue, then by the nearest date.
pub fn urgency(due: &[Due]) -> (bool, Option<OffsetDateTime>) {
    let is_lost = due
        .iter()
        .any(|due| matches!(due.task, Task::Postscript(_)) && due.is_overdue);
    (!is_lost, due.iter().map(|due| due.by).min())
}

/// The required fields of the postscript that are empty.
pub fn missing_postscript<'guide>(
    session: &Session,
    guide: &'guide Guide,
) -> impl Iterator<Item = &'guide PostscriptField> {
    let required = guide.postscript.iter().filter(|field| field.required);
    required.filter(|field| !session.postscript.contains_key(&field.id))
}

/// Whether the guide asks for a type, and none is set or no note supports it.
fn lacks_type(session: &Session, guide: &Guide) -> bool {
    guide.after.iter().any(|check| check.id == TYPE)
        && session
            .type_view
            .as_ref()
            .is_none_or(|view| view.notes.is_empty())
}

/// How many places wait to be completed.
fn to_complete(session: &Session, guide: &Guide) -> usize {
    let (settled, must) = coverage(session, guide).must();
    open_places(session) + session.drafts.len() + must.saturating_sub(settled)
}

/// The end of a day, where the clock is.
fn end_of(day: Date, now: OffsetDateTime) -> OffsetDateTime {
    let last = Time::from_hms(23, 59, 59).unwrap_or(Time::MIDNIGHT);
    day.with_time(last).assume_offset(now.offset())
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;
    use crate::analysis::example::{answer, guide, session};
    use crate::anonymise::CleanText;
    use crate::guide::LocalisedText;
    use crate::session::{Answer, Approval, ApprovalStep, CellState, TopicId};

    fn guide_with_postscript() -> Guide {
        let mut guide = guide();
        guide.postscript = vec![PostscriptField {
            id: "setting".to_owned(),
            label: LocalisedText::Plain("Rahmen".into()),
            required: true,
        }];
        guide
    }

    /// A session of which nothing is due but its postscript.
    fn bare() -> Session {
        let mut session = session();
        session.drafts.clear();
        session.gaps.clear();
        session.parked.clear();
        session.clock.recordings.clear();
        for (_, topic) in guide().topics() {
            let topic = TopicId::new(&topic.id);
            session.cells.insert(topic, CellState::Answered);
        }
        session
    }

    fn tasks(session: &Session, now: OffsetDateTime) -> Vec<(Task, bool)> {
        due(session, &guide_with_postscript(), now, 0)
            .iter()
            .map(|due| (due.task, due.is_overdue))
            .collect()
    }

    const SAME_DAY: OffsetDateTime = datetime!(2026-05-05 18:00 +2);
    const NEXT_WEEK: OffsetDateTime = datetime!(2026-05-12 18:00 +2);

    /// B9
    #[test]
    fn b9_a_session_without_postscript_after_24_hours_is_on_top() {
        let session = bare();
        assert_eq!(tasks(&session, SAME_DAY), [(Task::Postscript(1), false)]);
        assert_eq!(tasks(&session, NEXT_WEEK), [(Task::Postscript(1), true)]);
        let guide = guide_with_postscript();
        let lost = due(&session, &guide, NEXT_WEEK, 0);
        let mut written = bare();
        let text = CleanText::from_stored("ruhig".to_owned());
        written.postscript.insert("setting".to_owned(), text);
        written.deletion.promised = Some(date!(2026 - 05 - 01));
        let others = due(&written, &guide, NEXT_WEEK, 3);
        assert!(
            others
                .iter()
                .all(|due| !matches!(due.task, Task::Postscript(_)))
        );
        assert!(urgency(&lost) < urgency(&others));
    }

    #[test]
    fn what_was_promised_is_due_until_it_is_done() {
        let mut session = bare();
        let text = CleanText::from_stored("ruhig".to_owned());
        session.postscript.insert("setting".to_owned(), text);
        assert_eq!(tasks(&session, SAME_DAY), []);
        answer(&mut session, "c6", Answer::Yes);
        assert_eq!(tasks(&session, SAME_DAY), [(Task::Sending, false)]);
        session.approvals.push(Approval {
            step: ApprovalStep::Sent {
                until: date!(2026 - 05 - 11),
            },
            at: SAME_DAY,
            digest: crate::analysis::review_digest(&session),
        });
        assert_eq!(tasks(&session, SAME_DAY), [(Task::Answer, false)]);
        assert_eq!(tasks(&session, NEXT_WEEK), [(Task::Answer, true)]);
        session.approvals.clear();
        answer(&mut session, "c6", Answer::No);
        session.deletion.promised = Some(date!(2026 - 05 - 11));
        assert_eq!(tasks(&session, NEXT_WEEK), [(Task::Deletion, true)]);
        session.deletion.done = Some(date!(2026 - 05 - 12));
        assert_eq!(tasks(&session, NEXT_WEEK), []);
    }

    /// What a recording is promised is a day, and without one nobody is reminded of it.
    #[test]
    fn a_recording_is_due_until_a_day_of_deletion_is_named_or_it_is_deleted() {
        let mut session = bare();
        assert_eq!(tasks(&session, NEXT_WEEK), [(Task::Postscript(1), true)]);
        session
            .clock
            .recordings
            .push(crate::session::Recording::default());
        let asked = [(Task::Postscript(1), true), (Task::DeletionDay, true)];
        assert_eq!(tasks(&session, NEXT_WEEK), asked);
        session.deletion.promised = Some(date!(2026 - 05 - 11));
        let promised = [(Task::Postscript(1), true), (Task::Deletion, true)];
        assert_eq!(tasks(&session, NEXT_WEEK), promised);
        session.deletion.promised = None;
        session.deletion.done = Some(date!(2026 - 05 - 06));
        assert_eq!(tasks(&session, NEXT_WEEK), [(Task::Postscript(1), true)]);
    }

    #[test]
    fn what_waits_to_be_completed_is_counted() {
        let mut session = bare();
        session.notes[0].text = CleanText::from_stored("die Kammer und…".to_owned());
        session.cells.remove(&TopicId::new("b1.t1"));
        let due = due(&session, &guide(), NEXT_WEEK, 2);
        let tasks: Vec<Task> = due.iter().map(|due| due.task).collect();
        assert_eq!(tasks, [Task::Completing(2), Task::Scan(2)]);
    }

    #[test]
    fn nothing_is_due_of_what_is_invented_or_may_still_go_on() {
        let mut session = bare();
        session.closed = None;
        assert_eq!(tasks(&session, SAME_DAY), []);
        let later = tasks(&session, NEXT_WEEK);
        assert_eq!(later, [(Task::Postscript(1), true), (Task::Closing, true)]);
        session.header.invented = true;
        assert_eq!(tasks(&session, NEXT_WEEK), []);
    }
}
