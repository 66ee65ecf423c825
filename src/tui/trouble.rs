//! What goes wrong with files, in one line that says what to do.

use time::OffsetDateTime;

use crate::export::{Format, report};
use crate::i18n::{Explanation, Text, Value, Words};
use crate::operations::across::AcrossError;
use crate::operations::delivery::{Content, DeliveryError, Rest};
use crate::operations::desk::DeskError;
use crate::operations::export::{ExportError, LogError, Logged};
use crate::operations::extracts::ExtractsError;
use crate::operations::guides::GuideTrouble;
use crate::operations::player;
use crate::operations::rap::RapError;
use crate::operations::survey::SurveyError;
use crate::release::Level;
use crate::session::{Approval, ApprovalStep, SessionId};
use crate::store::{DiscardError, ReadOnly, SaveError, StudyError, Trouble};

/// Why a session cannot be opened.
pub fn of_desk(words: &Words, error: &DeskError) -> String {
    match error {
        DeskError::Study(error) | DeskError::Discard(DiscardError::Study(error)) => {
            of_study(words, error)
        }
        DeskError::Guide(error) => of_guide(words, error),
        DeskError::Save(error) | DeskError::Discard(DiscardError::Save(error)) => {
            of_saving(words, error)
        }
        DeskError::Discard(DiscardError::HasBegun(_)) => {
            words.text(Text::TroubleHasBegun).into_owned()
        }
        DeskError::Discard(DiscardError::HasOthers(_)) => {
            words.text(Text::TroubleHasOthers).into_owned()
        }
        DeskError::Codebook(refused) => words.codebook_refused(*refused).into_owned(),
        DeskError::InventedCase(_) => words.text(Text::TroubleCaseInvented).into_owned(),
    }
}

/// Why a study or a session cannot be read.
pub fn of_study(words: &Words, error: &StudyError) -> String {
    let said = line(words.study_error(error));
    // The line is short, and which study it is is known: the name of the file is enough.
    let (StudyError::Format { path, .. }
    | StudyError::Journal { path, .. }
    | StudyError::OtherSession { path, .. }
    | StudyError::Damaged { path, .. }
    | StudyError::NoSnapshot(path)) = error
    else {
        return said;
    };
    match path.file_name().and_then(|name| name.to_str()) {
        Some(name) => said.replace(&path.display().to_string(), name),
        None => said,
    }
}

/// Why words could not be saved. What the disk does is said shortly, for it is read during an interview.
pub fn of_saving(words: &Words, error: &SaveError) -> String {
    match error.trouble() {
        Some(trouble) => of_disk(words, trouble),
        None => line(words.save_error(error)),
    }
}

/// Why nothing can be read across interviews.
pub fn of_across(words: &Words, error: &AcrossError) -> String {
    match error {
        AcrossError::Study(error) => of_study(words, error),
        AcrossError::Guide(error) => of_guide(words, error),
        AcrossError::NoSession => words.text(Text::AcrossNoSession).into_owned(),
    }
}

/// Why a session can only be read.
pub fn of_reading_only(words: &Words, reason: &ReadOnly, id: &SessionId) -> String {
    match reason {
        ReadOnly::Locked => line(words.locked(id)),
        ReadOnly::Invented => line(words.invented(id)),
        ReadOnly::ForReview => line(words.for_review(id)),
        ReadOnly::Disk(error) => of_disk(words, error.trouble()),
    }
}

/// Why a guide cannot be used.
pub fn of_guide(words: &Words, error: &GuideTrouble) -> String {
    let (text, id) = match error {
        GuideTrouble::Additions(error) => return line(words.study_error(error)),
        GuideTrouble::Unusable { id, .. } => (Text::TroubleGuide, id),
        GuideTrouble::Missing(id) => (Text::TroubleNoGuide, id),
    };
    words.text_with(text, &[("guide", id.as_str().into())])
}

/// Why answers to a survey cannot be used.
pub fn of_survey(words: &Words, error: &SurveyError) -> String {
    line(survey_error(words, error))
}

/// Why answers to a survey cannot be used, and what to do about it.
pub fn survey_error(words: &Words, error: &SurveyError) -> Explanation {
    let column = |text, column: usize| words.text_with(text, &[("column", column.into())]);
    let said = Explanation::new(words.text(Text::SurveyUnusable));
    match error {
        SurveyError::Disk(error) => words.disk_error(error),
        SurveyError::NoFile => said.because(words.text(Text::SurveyNoFile)),
        SurveyError::NoTable { line } => {
            said.because(words.text_with(Text::SurveyNoTable, &[("line", line.to_string().into())]))
        }
        SurveyError::Empty => said.because(words.text(Text::SurveyEmpty)),
        SurveyError::UnknownColumn { column: at, keys } => said
            .because(column(Text::SurveyUnknownColumn, *at))
            .hinting(words.text_with(
                Text::SurveyUnknownColumnHint,
                &[("keys", keys.join(", ").into())],
            )),
        SurveyError::Twice { column: at } => said.because(column(Text::SurveyTwice, *at)),
        SurveyError::NoSurvey => said.because(words.text(Text::SurveyNone)),
        SurveyError::NotOneLine { session, found } => said.because(words.text_with(
            Text::SurveyNotOneLine,
            &[
                ("session", session.to_string().into()),
                ("count", (*found).into()),
            ],
        )),
        SurveyError::TooLong { column: at } => said.because(column(Text::SurveyTooLong, *at)),
    }
}

/// What is wrong with the player, and what to do. Never says where the recording is.
pub fn of_player(words: &Words, trouble: &player::Trouble) -> String {
    use player::Trouble as Player;
    words
        .text(match trouble {
            Player::NotInstalled => Text::PlayerNotInstalled,
            Player::Start(_) => Text::PlayerNotStarted,
            Player::Attach(_) => Text::PlayerNotFound,
            Player::NoFile(_) => Text::PlayerNoFile,
            Player::NotPlayable => Text::PlayerNotPlayable,
            Player::Gone => Text::PlayerGone,
            Player::Hung => Text::PlayerHung,
            Player::Protocol => Text::PlayerNoMpv,
            Player::Refused => Text::PlayerRefused,
            Player::Thread(_) => Text::TroubleThread,
            Player::UnixOnly => Text::PlayerUnixOnly,
        })
        .into_owned()
}

fn of_disk(words: &Words, trouble: Trouble) -> String {
    let text = match trouble {
        Trouble::Full => Text::TroubleDiskFull,
        Trouble::ReadOnly => Text::TroubleDiskReadOnly,
        Trouble::Denied => Text::TroubleDiskDenied,
        Trouble::Gone => Text::TroubleDiskGone,
        Trouble::TooLarge | Trouble::Other => Text::TroubleDiskOther,
    };
    words.text(text).into_owned()
}

/// An explanation on one line.
pub fn line(explanation: Explanation) -> String {
    let Explanation {
        error,
        causes,
        hint,
    } = explanation;
    let mut parts = vec![error];
    parts.extend(causes.into_iter().next());
    parts.extend(hint);
    parts.join(" · ")
}

/// What an export lacks, leaves out or tells, a line each.
pub fn export_remarks(words: &Words, rest: &Rest) -> Vec<String> {
    let mut lines = Vec::new();
    for (session, guide) in &rest.without_guide {
        let named = [
            ("session", Value::from(session.to_string())),
            ("guide", Value::from(guide.clone())),
        ];
        lines.push(words.text_with(Text::ExportNoGuide, &named));
    }
    if rest.invented_left_out > 0 {
        lines.push(words.counted(Text::ExportInventedLeftOut, rest.invented_left_out));
    }
    if let Some(count) = rest.telling {
        let values = [
            ("sessions", Value::from(count.sessions)),
            ("cases", Value::from(count.cases)),
        ];
        lines.push(words.text_with(Text::ExtractsTelling, &values));
    }
    lines
}

/// Which sessions went to their interviewees, and until when the answer is awaited, a line each.
pub fn sent_lines(
    words: &Words,
    sent: &[(SessionId, Approval)],
    now: OffsetDateTime,
) -> Vec<String> {
    let said = sent.iter().filter_map(|(session, step)| {
        let ApprovalStep::Sent { until } = step.step else {
            return None;
        };
        // What goes by this export is sent at its moment; else it went before.
        let text = if step.at == now {
            Text::ExportSent
        } else {
            Text::ExportDeadlineMoved
        };
        let values = [
            ("session", Value::from(session.to_string())),
            ("until", Value::from(words.day(until))),
        ];
        Some(words.text_with(text, &values))
    });
    said.collect()
}

/// What has to be said of what was exported, a line each.
pub fn export_report(words: &Words, content: &Content) -> Vec<String> {
    match content {
        Content::Sessions(collection, ..) => report::lines(collection, words),
        Content::Extracts(extracts, guide, _) => report::lines_of_extracts(extracts, guide, words),
        // The sheet of a case says it itself.
        Content::Documents(_) => Vec::new(),
    }
}

/// Why nothing was exported. `level` is that which was asked for.
pub fn delivery_error(words: &Words, error: &DeliveryError, level: Level) -> Explanation {
    match error {
        DeliveryError::Study(error)
        | DeliveryError::Extracts(ExtractsError::Study(error))
        | DeliveryError::Sheets(RapError::Study(error), _) => words.study_error(error),
        DeliveryError::Export(error) => export_error(words, error),
        DeliveryError::Extracts(ExtractsError::Nothing) => {
            export_error(words, &ExportError::Nothing)
        }
        DeliveryError::Guide(trouble) | DeliveryError::Extracts(ExtractsError::Guide(trouble)) => {
            Explanation::new(of_guide(words, trouble))
        }
        DeliveryError::Extracts(ExtractsError::Refused(refusal, guide))
        | DeliveryError::Sheets(RapError::Refused(refusal), guide) => {
            words.table_refusal(refusal, guide)
        }
        DeliveryError::NoExtracts(format) => no_extracts(words, *format, level),
        DeliveryError::WorkedOn(sessions) => worked_on(words, sessions)
            .unwrap_or_else(|| Explanation::new(words.text(Text::ExportNothingWritten))),
        DeliveryError::Unlogged(logged) => unlogged(words, logged)
            .unwrap_or_else(|| Explanation::new(words.text(Text::ExportNothingWritten)))
            .hinting(words.text(Text::ExportTakenBackHint)),
    }
}

/// That sessions are not exported because somebody works on them; nothing if there are none.
pub fn worked_on(words: &Words, sessions: &[SessionId]) -> Option<Explanation> {
    if sessions.is_empty() {
        return None;
    }
    let sessions = [("sessions", Value::from(in_a_row(sessions.iter())))];
    let explanation = Explanation::new(words.text_with(Text::ExportWorkedOn, &sessions));
    Some(explanation.hinting(words.text(Text::ExportWorkedOnHint)))
}

/// That an export does not stand in the logs of sessions, and why; nothing if it stands in all.
pub fn unlogged(words: &Words, logged: &Logged) -> Option<Explanation> {
    let (_, first) = logged.failed.first()?;
    let sessions = in_a_row(logged.failed.iter().map(|(session, _)| session));
    let cause = match first {
        LogError::Study(error) => words.study_error(error),
        LogError::Save(error) => words.save_error(error),
    };
    let error = words.text_with(Text::ExportUnlogged, &[("sessions", Value::from(sessions))]);
    Some(Explanation::new(error).because(cause.error))
}

fn in_a_row<'a>(sessions: impl Iterator<Item = &'a SessionId>) -> String {
    sessions
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Why nothing, or not everything, was exported.
pub fn export_error(words: &Words, error: &ExportError) -> Explanation {
    match error {
        ExportError::Nothing => Explanation::new(words.text(Text::ExportNothing))
            .hinting(words.text(Text::ErrorNoSessionHint)),
        ExportError::NoGuide => Explanation::new(words.text(Text::ExportCodebookNoGuide)),
        ExportError::ReviewIsForOne(_) => Explanation::new(words.text(Text::ExportReviewIsForOne))
            .hinting(words.text(Text::ExportReviewIsForOneHint)),
        ExportError::Several { documents, .. } => {
            Explanation::new(words.counted(Text::ExportSeveral, *documents))
                .hinting(words.text(Text::ExportSeveralHint))
        }
        ExportError::Make(source) => {
            Explanation::new(words.text(Text::ExportMake)).because(words.system_error(source))
        }
        ExportError::Exists(path) => {
            let path = [("path", Value::from(path.display().to_string()))];
            Explanation::new(words.text_with(Text::ExportExists, &path))
                .hinting(words.text(Text::ExportExistsHint))
        }
        ExportError::NoFolder(folder) => {
            let folder = [("folder", Value::from(folder.display().to_string()))];
            Explanation::new(words.text_with(Text::ExportNoFolder, &folder))
                .hinting(words.text(Text::ExportNoFolderHint))
        }
        ExportError::Disk(error) => words.disk_error(error),
    }
}

/// That extracts are not written in a format.
pub fn no_extracts(words: &Words, format: Format, level: Level) -> Explanation {
    let level = words.level(level).into_owned();
    let values = [
        ("format", Value::from(format.word())),
        ("level", Value::from(level)),
    ];
    Explanation::new(words.text_with(Text::ExtractsNoFormat, &values))
        .hinting(words.text(Text::ExtractsNoFormatHint))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::language::Language;

    #[test]
    fn a_file_is_told_by_its_name_since_the_line_is_short() {
        let path = PathBuf::from("/home/somebody/a/long/way/to/the/study/sessions/A-1.journal");
        let said = of_study(&Words::new(Language::En), &StudyError::NoSnapshot(path));
        assert!(said.starts_with("A-1.journal "), "{said}");
    }
}
