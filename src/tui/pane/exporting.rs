//! The form by which sessions leave the study, and what became of it.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::form::{Item, Shown, lay_out};
use super::layout::inside;
use super::scroll::{self, Seen};
use super::text::{TextView, hang};
use super::theme;
use crate::i18n::Text;
use crate::operations::delivery::Form;
use crate::tui::app::{App, of_no_day};
use crate::tui::screen::{ExportField, ExportForm, ExportStage, Value};

/// The form, and where the cursor stands.
pub fn view(app: &App, form: &ExportForm, area: Rect) -> (TextView, Option<Position>) {
    let title = title(app, form);
    let lines = match &form.stage {
        ExportStage::Asking => return lay_out(&title, &items(app, form), form.selected, area),
        ExportStage::Running(done, of) => {
            let values = [("done", (*done).into()), ("of", (*of).into())];
            vec![app.words.text_with(Text::ExportingRunning, &values)]
        }
        ExportStage::Over(lines) => lines.clone(),
    };
    let inner = inside(area);
    let rows = rows(&lines, inner.width);
    let seen = Seen::from(form.scrolled, rows, usize::from(inner.height));
    let title = Line::styled(format!(" {title} "), theme::STRONG);
    (seen.framed(title), None)
}

/// How far what became of an export can be scrolled.
pub fn most_scrolled(form: &ExportForm, area: Rect) -> usize {
    let inner = inside(area);
    match &form.stage {
        ExportStage::Over(lines) => {
            scroll::most(rows(lines, inner.width).len(), usize::from(inner.height))
        }
        ExportStage::Asking | ExportStage::Running(..) => 0,
    }
}

fn rows(lines: &[String], columns: u16) -> Vec<Line<'static>> {
    let rows = lines
        .iter()
        .flat_map(|line| hang(line, usize::from(columns)));
    rows.map(Line::from).collect()
}

fn title(app: &App, form: &ExportForm) -> String {
    match &form.session {
        Some(session) => {
            let session = [("session", session.to_string().into())];
            app.words.text_with(Text::ExportingOne, &session)
        }
        None => app.say(Text::ExportingAll),
    }
}

fn items<'form>(app: &App, form: &'form ExportForm) -> Vec<Item<'form>> {
    let item = |(field, value): &'form (ExportField, Value)| {
        let (label, explanation) = match field {
            ExportField::Form => (Text::ExportingForm, Text::ExportingFormHint),
            ExportField::Level => (Text::ExportingLevel, Text::ExportingLevelHint),
            ExportField::Place => (Text::ExportingPlace, Text::ExportingPlaceHint),
            ExportField::Until => (Text::AfterUntil, Text::ExportingUntilHint),
        };
        Item {
            label: app.say(label),
            shown: match (value, field) {
                (Value::Text(editor), _) => Shown::Text(editor),
                (Value::Choice { .. }, ExportField::Level) => {
                    Shown::Choice(app.words.level(form.level()).into_owned())
                }
                (Value::Choice { .. }, _) => Shown::Choice(word(app, form.form())),
            },
            explanation: Some(match field {
                ExportField::Until => until(app, form).unwrap_or_else(|| app.say(explanation)),
                _ => app.say(explanation),
            }),
        }
    };
    form.rows.iter().map(item).collect()
}

/// Which day is understood, or what is wrong with what is typed; nothing if nothing is.
fn until(app: &App, form: &ExportForm) -> Option<String> {
    match form.until() {
        Ok(day) => {
            let values = [("until", app.words.day(day?).into())];
            Some(app.words.text_with(Text::ExportingUntilRead, &values))
        }
        Err(no_day) => Some(app.say(of_no_day(no_day))),
    }
}

fn word(app: &App, form: Form) -> String {
    match form {
        Form::Sessions(format) => format.word().to_owned(),
        Form::Sheets(format) => {
            let format = [("format", format.extension().into())];
            app.words.text_with(Text::ExportingSheets, &format)
        }
    }
}
