//! The form after an interview.

use ratatui::layout::{Position, Rect};

use super::form::{Item, Shown, lay_out};
use super::text::TextView;
use crate::analysis;
use crate::analysis::{Standing, standing};
use crate::guide::LocalisedText;
use crate::i18n::Text;
use crate::release::missing_postscript;
use crate::session::{Approval, ApprovalStep, is_moved_deadline};
use crate::tui::app::App;
use crate::tui::screen::{
    APPROVAL_STEPS, After, AfterField, AfterNotice, AfterRow, ApprovalChoice, TYPES, Value,
};

/// The form, and where the cursor stands.
pub fn view(app: &App, after: &After, area: Rect) -> (TextView, Option<Position>) {
    let items: Vec<Item<'_>> = after
        .rows
        .iter()
        .map(|row| Item {
            label: label(app, after, &row.field),
            shown: match &row.value {
                Value::Text(editor) => Shown::Text(editor),
                Value::Choice { chosen, .. } => {
                    Shown::Choice(choice(app, after, &row.field, *chosen))
                }
            },
            explanation: explanation(app, after, row),
        })
        .collect();
    let session = after.interview.protocol.state().header.id.to_string();
    let title = app
        .words
        .text_with(Text::AfterTitle, &[("session", session.into())]);
    lay_out(&title, &items, after.selected, area)
}

/// What the last key could not do, or did.
pub fn notice(app: &App, notice: AfterNotice) -> String {
    match notice {
        AfterNotice::NoDate => app.say(Text::AfterNoDate),
        AfterNotice::DayToCome => app.say(Text::AfterDayToCome),
        AfterNotice::Choice => app.say(Text::NoticeChoice),
        AfterNotice::NoNumbers => app.say(Text::AfterNoNumbers),
        AfterNotice::NoSuchNote(note) => {
            let values = [("note", note.to_string().into())];
            app.words.text_with(Text::AfterNoSuchNote, &values)
        }
        AfterNotice::NotExpired => app.say(Text::AfterNotExpired),
        AfterNotice::NeedsReason => app.say(Text::AfterNeedsReason),
        AfterNotice::StepTaken => app.say(Text::AfterStepTaken),
    }
}

fn label(app: &App, after: &After, field: &AfterField) -> String {
    let state = after.interview.protocol.state();
    let guide = after.interview.protocol.guide();
    let language = guide.language_for(app.language);
    let of = |found: Option<&LocalisedText>| {
        found.map_or_else(String::new, |text| text.in_language(language).to_owned())
    };
    match field {
        AfterField::Postscript(id) => {
            let mut fields = guide.postscript.iter();
            let found = fields.find(|field| &field.id == id);
            let is_required = found.is_some_and(|field| field.required);
            let is_empty = !state.postscript.contains_key(id);
            let sign = match (is_required, is_empty) {
                (true, true) => "○ ",
                (true, false) => "✓ ",
                (false, _) => "",
            };
            format!("{sign}{}", of(found.map(|field| &field.label)))
        }
        AfterField::Attribute(id) => {
            let mut attributes = guide.attributes.iter();
            of(attributes
                .find(|attribute| &attribute.id == id)
                .map(|attribute| &attribute.label))
        }
        AfterField::Check(id) => {
            let mut checks = guide.after.iter();
            of(checks
                .find(|check| &check.id == id)
                .map(|check| &check.text))
        }
        AfterField::Languages => app.say(Text::AfterLanguages),
        AfterField::Quality => app.say(Text::AfterQuality),
        AfterField::Type => app.say(Text::AfterType),
        AfterField::Support => app.say(Text::AfterSupport),
        AfterField::Approval => app.say(Text::AfterApproval),
        AfterField::StepDay => app.say(Text::AfterStepDay),
        AfterField::Until => app.say(Text::AfterUntil),
        AfterField::Reason => app.say(Text::AfterReason),
        AfterField::Promised => app.say(Text::AfterPromised),
        AfterField::Deleted => app.say(Text::AfterDeleted),
    }
}

fn choice(app: &App, after: &After, field: &AfterField, chosen: usize) -> String {
    let state = after.interview.protocol.state();
    let nothing = || "·".to_owned();
    match field {
        AfterField::Languages => languages(app, after),
        AfterField::Quality => analysis::quality(state).to_string(),
        AfterField::Attribute(id) => {
            let guide = after.interview.protocol.guide();
            let language = guide.language_for(app.language);
            let mut attributes = guide.attributes.iter();
            attributes
                .find(|attribute| &attribute.id == id)
                .and_then(|attribute| attribute.values.get(chosen.checked_sub(1)?))
                .map_or_else(nothing, |value| {
                    value.label.in_language(language).to_owned()
                })
        }
        AfterField::Type => match TYPES.get(chosen).copied().flatten() {
            None => nothing(),
            Some(kind) => app.words.cooperation_type(kind).into_owned(),
        },
        AfterField::Approval => approval(app, after, chosen),
        AfterField::Deleted => match state.deletion.done {
            Some(day) => app.words.day(day),
            None => app.say(Text::AfterNotDeleted),
        },
        AfterField::Check(_) if chosen == 1 => "✓".to_owned(),
        _ => nothing(),
    }
}

/// Where the approval stands, or the step that is chosen and waits for Enter.
fn approval(app: &App, after: &After, chosen: usize) -> String {
    let step = match APPROVAL_STEPS.get(chosen) {
        None | Some(ApprovalChoice::None) => return where_approval_stands(app, after),
        Some(ApprovalChoice::Sent) => Text::ApprovalStepSent,
        Some(ApprovalChoice::Corrected) => Text::ApprovalStepCorrected,
        Some(ApprovalChoice::Approved) => Text::ApprovalStepApproved,
        Some(ApprovalChoice::Objected) => Text::ApprovalStepObjected,
        Some(ApprovalChoice::WithoutAnswer) => Text::ApprovalStepWithoutAnswer,
    };
    format!("{} · {}", app.say(step), app.say(Text::ApprovalEnter))
}

fn where_approval_stands(app: &App, after: &After) -> String {
    let until = |text, until| {
        let values = [("until", app.words.day(until).into())];
        app.words.text_with(text, &values)
    };
    let state = after.interview.protocol.state();
    // Another day by which an answer is awaited is noted as sent once more, perhaps after the answer came.
    let approvals = state.approvals.iter().rev();
    let last = approvals
        .clone()
        .find(|approval| !matches!(approval.step, ApprovalStep::Sent { .. }))
        .or_else(|| approvals.clone().next());
    let dated = |standing: String| match last {
        Some(last) => format!("{standing} · {}", app.words.day(last.at.date())),
        None => standing,
    };
    let steps = &state.approvals;
    let is_sent = |step: &Approval| matches!(step.step, ApprovalStep::Sent { .. });
    let is_moved = steps
        .iter()
        .rposition(is_sent)
        .is_some_and(|sent| is_moved_deadline(steps, sent));
    let moved = |standing: String| {
        if is_moved {
            format!("{standing} · {}", app.say(Text::ApprovalDeadlineMoved))
        } else {
            standing
        }
    };
    let corrected = |standing: String| match last {
        Some(last) if last.step == ApprovalStep::Corrected => {
            let step = dated(app.say(Text::ApprovalStepCorrected));
            format!("{step} · {standing}")
        }
        _ => standing,
    };
    match standing(state, after.today) {
        Standing::NotWanted => app.say(Text::ApprovalNotWanted),
        Standing::NotSent => app.say(Text::ApprovalNotSent),
        Standing::Sent { until: day } => corrected(moved(until(Text::ApprovalSent, day))),
        Standing::Expired { until: day } => corrected(moved(until(Text::ApprovalExpired, day))),
        Standing::Changed => dated(app.say(Text::ApprovalChanged)),
        Standing::Approved => dated(app.say(Text::ApprovalApproved)),
        Standing::Objected => dated(app.say(Text::ApprovalObjected)),
    }
}

fn languages(app: &App, after: &After) -> String {
    let found = analysis::languages(after.interview.protocol.state());
    let mut parts: Vec<String> = found
        .notes
        .iter()
        .map(|(language, count)| format!("{} {count}", app.words.language_name(*language)))
        .collect();
    parts.push(app.words.counted(Text::AfterSwitches, found.switches));
    parts.join(" · ")
}

/// The required fields of the postscript that are empty, by name; nothing if none is.
fn still_empty(app: &App, after: &After) -> Option<String> {
    let protocol = &after.interview.protocol;
    let language = protocol.guide().language_for(app.language);
    let empty = missing_postscript(protocol.state(), protocol.guide());
    let labels: Vec<&str> = empty
        .map(|field| field.label.in_language(language))
        .collect();
    (!labels.is_empty()).then(|| {
        let fields = [("fields", labels.join(" · ").into())];
        app.words.text_with(Text::AfterStillEmpty, &fields)
    })
}

/// A word about the chosen row.
fn explanation(app: &App, after: &After, row: &AfterRow) -> Option<String> {
    match &row.field {
        // Entries of the checklist and labels of the postscript are sentences, for which the column is too narrow.
        AfterField::Check(_) => Some(label(app, after, &row.field)),
        AfterField::Postscript(_) => {
            let label = label(app, after, &row.field);
            let lines = std::iter::once(label).chain(still_empty(app, after));
            Some(lines.collect::<Vec<_>>().join("\n"))
        }
        AfterField::Type | AfterField::Support => {
            let view = after.interview.protocol.state().type_view.as_ref();
            let is_bare = view.is_some_and(|view| view.notes.is_empty());
            Some(app.say(if is_bare {
                Text::AfterTypeWithoutNotes
            } else {
                Text::AfterTypeHint
            }))
        }
        AfterField::Approval => Some(app.say(Text::AfterApprovalHint)),
        AfterField::StepDay => Some(app.say(Text::AfterStepDayHint)),
        AfterField::Until | AfterField::Promised => Some(app.say(Text::AfterDateHint)),
        AfterField::Languages | AfterField::Quality => Some(app.say(Text::AfterByProgram)),
        _ => None,
    }
}
