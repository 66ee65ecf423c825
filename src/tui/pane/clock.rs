//! The clock of an interview as a form.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::form::{Item, Shown, lay_out};
use super::text::{TextView, cut};
use super::theme;
use crate::i18n::Text;
use crate::session::hours;
use crate::tui::app::App;
use crate::tui::screen::{ClockField, ClockForm, Value};

/// The form, and where the cursor stands.
pub fn view(app: &App, form: &ClockForm, area: Rect) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let head = head(app, form, columns);
    let most = usize::from(area.height / 3);
    let head: Vec<Line<'static>> = head.into_iter().take(most).collect();
    let items: Vec<Item<'_>> = form
        .rows
        .iter()
        .map(|(field, value)| Item {
            label: label(app, *field),
            shown: match value {
                Value::Text(editor) => Shown::Text(editor),
                Value::Choice { chosen, .. } => Shown::Choice(app.say(if *chosen == 1 {
                    Text::ClockJumpCounts
                } else {
                    Text::ClockJumpDoesNot
                })),
            },
            explanation: Some(explanation(app, form, *field)),
        })
        .collect();
    let above = u16::try_from(head.len()).unwrap_or(0);
    let below = Rect {
        y: area.y + above,
        height: area.height.saturating_sub(above),
        ..area
    };
    let title = app.say(Text::ClockTitle);
    let (mut view, cursor) = lay_out(&title, &items, form.selected, below);
    view.lines.splice(0..0, head);
    (view, cursor)
}

/// What is known and not asked: how long it took, recordings, pauses.
fn head(app: &App, form: &ClockForm, columns: usize) -> Vec<Line<'static>> {
    let state = form.interview.protocol.state();
    let clock = &state.clock;
    let mut lines = Vec::new();
    let duration = match state.closed {
        Some(_) => state.duration(),
        None => clock.elapsed_ms(app.now).map(|at_ms| clock.duration(at_ms)),
    };
    let length = match duration {
        Some(duration) => app.words.text_with(
            Text::ClockDuration,
            &[
                ("gross", hours(duration.gross_ms).into()),
                ("net", hours(duration.net_ms).into()),
            ],
        ),
        None => app.say(Text::HeaderNotBegun),
    };
    lines.push(Line::raw(cut(&length, columns)));
    for pause in &clock.pauses {
        let until = pause.to_ms.map_or_else(|| "…".to_owned(), hours);
        let reason = app.words.pause(pause.reason);
        let line = format!("‖ {}–{until} {reason}", hours(pause.from_ms));
        lines.push(Line::styled(cut(&line, columns), theme::QUIET));
    }
    lines.push(Line::default());
    lines
}

fn label(app: &App, field: ClockField) -> String {
    let numbered = |text, number: u32| app.words.text_with(text, &[("number", number.into())]);
    match field {
        ClockField::Lead => app.say(Text::ClockLead),
        ClockField::Minutes => app.say(Text::ClockMinutes),
        ClockField::Shift(number) => numbered(Text::ClockShift, number),
        ClockField::Jump(number) => numbered(Text::ClockJump, number),
        ClockField::Promised => app.say(Text::ClockPromised),
        ClockField::Deleted => app.say(Text::ClockDeleted),
    }
}

/// What the field means; what is wrong, if what is filled in cannot be understood.
fn explanation(app: &App, form: &ClockForm, field: ClockField) -> String {
    let clock = &form.interview.protocol.state().clock;
    let index = |number: u32| usize::try_from(number).unwrap_or(0).saturating_sub(1);
    let text = match field {
        ClockField::Lead => app.say(Text::ClockLeadHint),
        ClockField::Minutes => app.say(Text::ClockMinutesHint),
        ClockField::Shift(number) => {
            let recording = clock.recordings.get(index(number));
            let began = recording.map_or(0, |recording| recording.zero_ms);
            let stop = recording.and_then(|recording| recording.stopped_ms);
            let values = [
                ("from", signed(began).into()),
                ("to", stop.map_or_else(|| "…".to_owned(), signed).into()),
            ];
            app.words.text_with(Text::ClockShiftHint, &values)
        }
        ClockField::Jump(number) => {
            let jump = clock.jumps.get(index(number));
            let (at_ms, by_ms) = jump.map_or((0, 0), |jump| (jump.at_ms, jump.by_ms));
            let values = [("at", hours(at_ms).into()), ("by", signed(by_ms).into())];
            let text = if by_ms > 0 {
                Text::ClockJumpHint
            } else {
                Text::ClockJumpBackHint
            };
            app.words.text_with(text, &values)
        }
        ClockField::Promised | ClockField::Deleted => app.say(Text::ClockDayHint),
    };
    if form.is_wrong {
        format!("! {} {text}", app.words.text(Text::ClockWrong))
    } else {
        text
    }
}

fn signed(milliseconds: i64) -> String {
    let sign = if milliseconds < 0 { "-" } else { "" };
    format!("{sign}{}", hours(milliseconds.unsigned_abs()))
}
