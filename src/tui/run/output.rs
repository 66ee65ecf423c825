//! What leaves the study from the program, and the sheet of a case.

use std::thread;

use time::OffsetDateTime;

use super::{Happening, Program};
use crate::analysis::Filter;
use crate::export::rap::lines;
use crate::i18n::{Explanation, Text, Words};
use crate::operations::chance;
use crate::operations::delivery::{Delivered, DeliveryError, Order, deliver};
use crate::operations::export::ExportError;
use crate::operations::extracts::ExtractsError;
use crate::operations::rap::{self, RapError};
use crate::release::Level;
use crate::release::tables::TableRequest;
use crate::session::CaseId;
use crate::store::Study;
use crate::tui::app::Msg;
use crate::tui::screen::{AcrossData, CaseText, ExportStage};
use crate::tui::trouble;

/// The folder for documents; the sign at its end says that it is one.
const PLACE: &str = "leitfaden-export/";

impl Program {
    /// The sheet of a case as text.
    pub(super) fn read_case_sheet(&self, data: &AcrossData, case: &CaseId) -> Msg {
        let filter = Filter {
            cases: [case.clone()].into(),
            ..Filter::default()
        };
        let request = TableRequest {
            level: Level::Working,
            guide: &data.guide,
            filter: &filter,
            seed: 0,
        };
        let words = &self.app.words;
        let language = self.app.language;
        let made = rap::sheets(self.desk.study(), &data.facts, &request, &mut |_| {});
        let made = match made {
            Ok(made) => made,
            Err(RapError::Study(error)) => {
                return Msg::NotOpened(trouble::line(words.study_error(&error)));
            }
            Err(RapError::Refused(refusal)) => {
                let refused = words.table_refusal(&refusal, &data.guide);
                return Msg::NotOpened(trouble::line(refused));
            }
        };
        match made.sheets.last() {
            Some(sheet) => Msg::CaseSheet(CaseText {
                case: case.clone(),
                lines: lines(sheet, &data.guide, language),
                first: 0,
            }),
            None => Msg::NotOpened(self.app.say(Text::SheetsNoCase)),
        }
    }

    /// Exports, so that keys go on meanwhile.
    pub(super) fn export(&mut self, mut order: Order) {
        order.seed = chance::seed();
        let study = self.desk.study().clone();
        let (post, language, now) = (self.post.clone(), self.app.language, self.now());
        let exporting = thread::Builder::new()
            .name("export".to_owned())
            .spawn(move || {
                let words = Words::new(language);
                let mut last = 0;
                let made = deliver(&study, &order, now, &mut |done, of| {
                    // As often as somebody can see it.
                    if done == of || done >= last + 1 + of / 100 {
                        last = done;
                        let stage = ExportStage::Running(done, of);
                        let _ = post.send(Happening::Exporting(stage));
                    }
                });
                let lines = match made {
                    Ok(delivered) => of_delivered(&words, &delivered, now),
                    Err(error) => of_delivery_error(&words, &error, order.level),
                };
                // Nobody listens any more only when the program ends.
                let _ = post.send(Happening::Exporting(ExportStage::Over(lines)));
            });
        if exporting.is_err() {
            let lines = vec![self.app.say(Text::TroubleThread)];
            let effects = self.app.update(Msg::Export(ExportStage::Over(lines)), now);
            self.do_all(effects);
        }
    }
}

/// Where documents go if nothing else is typed: a folder beside the study, wherever the program was started.
pub(super) fn place_beside(study: &Study) -> String {
    let root = std::path::absolute(study.root()).unwrap_or_else(|_| study.root().to_path_buf());
    let beside = root.parent().unwrap_or(&root).join(PLACE);
    beside.display().to_string()
}

/// What became of an export, a line each.
fn of_delivered(words: &Words, delivered: &Delivered, now: OffsetDateTime) -> Vec<String> {
    let rest = &delivered.rest;
    let mut lines = Vec::new();
    for written in &delivered.written {
        let path = std::path::absolute(&written.path);
        let path = path.as_ref().unwrap_or(&written.path).display().to_string();
        lines.push(words.text_with(Text::ExportWritten, &[("path", path.into())]));
    }
    if delivered.written.is_empty() {
        lines.push(words.text(Text::ExportNothingWritten).into_owned());
    }
    let refused = rest.refused.iter();
    lines.extend(refused.flat_map(|refused| told(words.refused(refused))));
    let unread = rest.unread.iter();
    lines.extend(unread.flat_map(|error| told(words.study_error(error))));
    lines.extend(
        trouble::worked_on(words, &rest.worked_on)
            .into_iter()
            .flat_map(told),
    );
    lines.extend(trouble::export_remarks(words, rest));
    if !rest.unawaited.is_empty() {
        let sessions: Vec<String> = rest.unawaited.iter().map(ToString::to_string).collect();
        let sessions = [("sessions", sessions.join(", ").into())];
        lines.push(words.text_with(Text::ExportingUntilUnawaited, &sessions));
    }
    for (session, _) in &delivered.logged.failed {
        let sessions = [("sessions", session.to_string().into())];
        lines.push(words.text_with(Text::ExportUnlogged, &sessions));
    }
    lines.extend(words.cleared(&delivered.logged.cleared));
    lines.extend(trouble::sent_lines(words, &delivered.sent, now));
    if !delivered.written.is_empty() {
        lines.extend(trouble::export_report(words, &delivered.content));
    }
    lines
}

fn of_delivery_error(words: &Words, error: &DeliveryError, level: Level) -> Vec<String> {
    match error {
        DeliveryError::Guide(trouble) | DeliveryError::Extracts(ExtractsError::Guide(trouble)) => {
            vec![trouble::of_guide(words, trouble)]
        }
        DeliveryError::Export(error @ ExportError::Exists(_)) => {
            // The form has no option by which a file is replaced.
            let explanation = trouble::export_error(words, error);
            told(explanation.hinting(words.text(Text::ExportExistsHintForm)))
        }
        error => told(trouble::delivery_error(words, error, level)),
    }
}

/// What is wrong, why, and what to do, a line each.
fn told(explanation: Explanation) -> Vec<String> {
    let Explanation {
        error,
        causes,
        hint,
    } = explanation;
    let more = causes.into_iter().chain(hint);
    std::iter::once(error)
        .chain(more.map(|line| format!("  {line}")))
        .collect()
}
