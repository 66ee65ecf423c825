//! The rows of the form, and what becomes of what is filled in.

use time::{Date, Duration, OffsetDateTime};

use super::{After, AfterField, AfterNotice, AfterRow};
use crate::analysis::{DAYS_TO_ANSWER, Standing, standing};
use crate::guide::Asked;
use crate::operations::protocol::Protocol;
use crate::session::{Answer, ApprovalStep, NoteId, Session};
use crate::tui::editor::Editor;
use crate::tui::screen::clock::day;
use crate::tui::screen::{TYPES, Value};

/// A step of the approval that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalChoice {
    /// None; what is shown is where the approval stands.
    None,
    /// The review version was sent.
    Sent,
    /// Corrections came and were made.
    Corrected,
    /// The interviewee agreed.
    Approved,
    /// The interviewee objected.
    Objected,
    /// No answer came in time, and it is released with a reason.
    WithoutAnswer,
}

/// The steps of the approval in the order in which they are offered.
pub const APPROVAL_STEPS: [ApprovalChoice; 6] = [
    ApprovalChoice::None,
    ApprovalChoice::Sent,
    ApprovalChoice::Corrected,
    ApprovalChoice::Approved,
    ApprovalChoice::Objected,
    ApprovalChoice::WithoutAnswer,
];

/// The rows for a session, filled in with what is known.
pub(super) fn rows(protocol: &mut Protocol) -> Vec<AfterRow> {
    let guide = protocol.guide().clone();
    let mut rows: Vec<AfterRow> = Vec::new();
    for field in &guide.postscript {
        let text = protocol.postscript_to_edit(&field.id);
        rows.push(text_row(AfterField::Postscript(field.id.clone()), &text));
    }
    rows.push(choice_row(AfterField::Languages, 0, 1));
    rows.push(choice_row(AfterField::Quality, 0, 1));
    let state = protocol.state();
    let asked = guide.attributes.iter();
    let asked = asked.filter(|attribute| attribute.asked == Asked::After);
    rows.extend(asked.map(|attribute| {
        let set = state.attributes.get(&attribute.id);
        let chosen = attribute
            .values
            .iter()
            .position(|value| Some(&value.id) == set)
            .map_or(0, |index| index + 1);
        let field = AfterField::Attribute(attribute.id.clone());
        choice_row(field, chosen, attribute.values.len() + 1)
    }));
    let view = state.type_view.as_ref();
    let kind = view.map(|view| view.kind);
    let chosen = TYPES.iter().position(|other| *other == kind).unwrap_or(0);
    rows.push(choice_row(AfterField::Type, chosen, TYPES.len()));
    let support: Vec<String> = view
        .iter()
        .flat_map(|view| view.notes.iter().map(ToString::to_string))
        .collect();
    rows.push(text_row(AfterField::Support, &support.join(" ")));
    if state.answer_to("c6") == Some(Answer::Yes) || !state.approvals.is_empty() {
        rows.push(choice_row(AfterField::Approval, 0, APPROVAL_STEPS.len()));
        rows.push(text_row(AfterField::StepDay, ""));
        let awaited = awaited_until(state).map_or_else(String::new, written);
        rows.push(text_row(AfterField::Until, &awaited));
        rows.push(text_row(AfterField::Reason, ""));
    }
    if !state.clock.recordings.is_empty() {
        let promised = state.deletion.promised.map_or_else(String::new, written);
        rows.push(text_row(AfterField::Promised, &promised));
        let done = usize::from(state.deletion.done.is_some());
        rows.push(choice_row(AfterField::Deleted, done, 2));
    }
    let mode = state.header.mode;
    let checks = guide.after.iter().filter(|check| check.is_for(mode));
    rows.extend(checks.map(|check| {
        let done = usize::from(state.ticked.contains(&check.id));
        choice_row(AfterField::Check(check.id.clone()), done, 2)
    }));
    rows
}

impl After {
    /// What of a row cannot be understood; nothing if all of it can.
    pub(super) fn fault(&self, row: &AfterRow) -> Option<AfterNotice> {
        let Value::Text(editor) = &row.value else {
            return None;
        };
        let day = || day(editor.text(), self.today);
        match row.field {
            AfterField::Promised if day().is_none() => Some(AfterNotice::NoDate),
            AfterField::StepDay => match day() {
                None => Some(AfterNotice::NoDate),
                Some(day) if day > Some(self.today) => Some(AfterNotice::DayToCome),
                Some(_) => None,
            },
            AfterField::Until if !editor.text().trim().is_empty() && day().flatten().is_none() => {
                Some(AfterNotice::NoDate)
            }
            AfterField::Support => self.support().err(),
            _ => None,
        }
    }

    /// Keeps what is filled in in the row that keys go to.
    pub(super) fn keep_row(&mut self) {
        let Some(row) = self.rows.get(self.selected) else {
            return;
        };
        if let Some(fault) = self.fault(row) {
            self.notice = Some(fault);
            return;
        }
        let Value::Text(editor) = &row.value else {
            return;
        };
        match &row.field {
            AfterField::Postscript(field) => {
                let text = zeroize::Zeroizing::new(editor.text().to_owned());
                self.interview.protocol.keep_postscript(field, &text);
                self.interview.held = 0;
                let kept = self.interview.protocol.postscript_to_edit(field);
                self.show_kept(&kept);
                // What was called no name in an earlier sitting is a name again when it is typed again.
                if self.interview.say_replaced_before(None) {
                    self.show_postscript();
                }
            }
            AfterField::Support => self.keep_type(),
            AfterField::Promised => {
                if let Some(day) = day(editor.text(), self.today) {
                    self.interview.protocol.promise_deletion(day);
                }
            }
            AfterField::Until if !self.is_sending() => self.keep_until(),
            _ => {}
        }
    }

    /// Keeps what was chosen in the row that keys go to.
    pub(super) fn choose(&mut self) {
        let Some(row) = self.rows.get(self.selected) else {
            return;
        };
        let Value::Choice { chosen, .. } = row.value else {
            return;
        };
        let today = self.today;
        let protocol = &mut self.interview.protocol;
        match &row.field {
            AfterField::Attribute(id) => {
                let guide = protocol.guide();
                let mut attributes = guide.attributes.iter();
                let value = attributes
                    .find(|attribute| &attribute.id == id)
                    .and_then(|attribute| attribute.values.get(chosen.checked_sub(1)?))
                    .map(|value| value.id.clone());
                protocol.set_attribute(id, value.as_deref());
            }
            AfterField::Check(id) if protocol.state().ticked.contains(id) != (chosen == 1) => {
                protocol.toggle_tick(id);
            }
            AfterField::Deleted => {
                protocol.note_deletion((chosen == 1).then_some(today));
            }
            AfterField::Type => self.keep_type(),
            AfterField::Approval => self.propose_until(chosen),
            _ => {}
        }
    }

    /// Whether the step that waits for Enter is that the review version was sent.
    pub(super) fn is_sending(&self) -> bool {
        let chosen = self.chosen(&AfterField::Approval);
        APPROVAL_STEPS.get(chosen) == Some(&ApprovalChoice::Sent)
    }

    /// Keeps another day until which the answer to what was sent is awaited. Where nothing was sent, the day waits for
    /// that; where nothing is filled in, the day that is known stays.
    fn keep_until(&mut self) {
        let typed = self.editor(&AfterField::Until).map_or("", Editor::text);
        let Some(awaited) = awaited_until(self.interview.protocol.state()) else {
            return;
        };
        let until = day(typed, self.today).flatten().unwrap_or(awaited);
        self.interview.protocol.await_answer_until(until);
        self.fill_in(&AfterField::Until, &written(until));
    }

    /// Shows a text as it was kept, with placeholders in the place of names that were found only then.
    fn show_kept(&mut self, kept: &str) {
        let row = self.rows.get_mut(self.selected);
        if let Some(Value::Text(editor)) = row.map(|row| &mut row.value) {
            editor.replace_all(kept, kept.len());
            self.label_markers(self.selected);
        }
    }

    fn fill_in(&mut self, wanted: &AfterField, text: &str) {
        for row in &mut self.rows {
            if let Value::Text(editor) = &mut row.value
                && &row.field == wanted
                && editor.text() != text
            {
                editor.set(text, text.len());
            }
        }
    }

    /// With «sent» comes a day by which an answer is awaited; nothing is awaited of what was not sent.
    fn propose_until(&mut self, chosen: usize) {
        let until = self.today.checked_add(Duration::days(DAYS_TO_ANSWER));
        let proposed = until.map_or_else(String::new, written);
        let is_sent = APPROVAL_STEPS.get(chosen) == Some(&ApprovalChoice::Sent);
        let awaited = awaited_until(self.interview.protocol.state());
        let known = awaited.map_or_else(String::new, written);
        let filled = self.editor(&AfterField::Until).map_or("", Editor::text);
        if is_sent && (filled.is_empty() || filled == known) {
            self.fill_in(&AfterField::Until, &proposed);
        } else if !is_sent && filled == proposed {
            self.fill_in(&AfterField::Until, &known);
        }
    }

    /// Takes the step of the approval that is chosen.
    pub(super) fn take_step(&mut self, now: OffsetDateTime) {
        let chosen = self.chosen(&AfterField::Approval);
        let text = |field| {
            self.editor(&field)
                .map_or("", Editor::text)
                .trim()
                .to_owned()
        };
        let step = match APPROVAL_STEPS.get(chosen) {
            None | Some(ApprovalChoice::None) => return,
            Some(ApprovalChoice::Sent) => {
                let Some(until) = day(&text(AfterField::Until), now.date()).flatten() else {
                    self.notice = Some(AfterNotice::NoDate);
                    return;
                };
                ApprovalStep::Sent { until }
            }
            Some(ApprovalChoice::Corrected) => ApprovalStep::Corrected,
            Some(ApprovalChoice::Approved) => ApprovalStep::Approved,
            Some(ApprovalChoice::Objected) => ApprovalStep::Objected,
            Some(ApprovalChoice::WithoutAnswer) => {
                let reason = text(AfterField::Reason);
                self.release_without_answer(&reason, now);
                return;
            }
        };
        let at = match day(&text(AfterField::StepDay), now.date()) {
            Some(None) => now,
            Some(Some(day)) if day <= now.date() => now.replace_date(day),
            Some(Some(_)) => {
                self.notice = Some(AfterNotice::DayToCome);
                return;
            }
            None => {
                self.notice = Some(AfterNotice::NoDate);
                return;
            }
        };
        self.interview.protocol.take_approval(step, at);
        self.fill_in(&AfterField::StepDay, "");
        self.step_taken();
    }

    fn release_without_answer(&mut self, reason: &str, now: OffsetDateTime) {
        let standing = standing(self.interview.protocol.state(), now.date());
        if !matches!(standing, Standing::Expired { .. }) {
            self.notice = Some(AfterNotice::NotExpired);
        } else if reason.is_empty() {
            self.notice = Some(AfterNotice::NeedsReason);
        } else if self.interview.protocol.release_without_answer(reason, now) {
            self.step_taken();
        }
    }

    fn step_taken(&mut self) {
        self.notice = Some(AfterNotice::StepTaken);
        for row in &mut self.rows {
            if let (AfterField::Approval, Value::Choice { chosen, .. }) =
                (&row.field, &mut row.value)
            {
                *chosen = 0;
            }
        }
    }

    /// Keeps type and supporting notes, if they can be read.
    fn keep_type(&mut self) {
        let kind = TYPES.get(self.chosen(&AfterField::Type)).copied().flatten();
        match self.support() {
            Ok(notes) => self.interview.protocol.set_type(kind, &notes),
            Err(fault) => self.notice = Some(fault),
        }
    }

    /// The notes that support the type.
    fn support(&self) -> Result<Vec<NoteId>, AfterNotice> {
        let typed = self.editor(&AfterField::Support).map_or("", Editor::text);
        let mut notes: Vec<NoteId> = Vec::new();
        for word in typed.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
            let note = word.parse().map_err(|_| AfterNotice::NoNumbers)?;
            if self.interview.protocol.state().note(note).is_none() {
                return Err(AfterNotice::NoSuchNote(note));
            }
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        Ok(notes)
    }
}

/// Until when an answer is awaited to what was sent; nothing if none is.
fn awaited_until(session: &Session) -> Option<Date> {
    match standing(session, Date::MIN) {
        Standing::Sent { until } => Some(until),
        _ => None,
    }
}

fn text_row(field: AfterField, text: &str) -> AfterRow {
    let mut editor = Editor::new(60, 1);
    editor.set(text, text.len());
    AfterRow {
        field,
        value: Value::Text(editor),
    }
}

fn choice_row(field: AfterField, chosen: usize, of: usize) -> AfterRow {
    AfterRow {
        field,
        value: Value::Choice { chosen, of },
    }
}

fn written(day: Date) -> String {
    let (year, month, day) = (day.year(), u8::from(day.month()), day.day());
    format!("{year:04}-{month:02}-{day:02}")
}
