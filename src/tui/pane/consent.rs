//! The steps of the consent, and what is said at the one that is chosen.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::header::paragraph;
use super::text::{TextView, cut, fill, styled, width};
use super::theme;
use crate::guide::{ConsentStep, LocalisedText};
use crate::i18n::Text;
use crate::release::When;
use crate::session::{Answer, ConsentRecord, NEEDED_BY_RECORDING};
use crate::tui::app::App;
use crate::tui::screen::{Asked, Consent, Interview};

/// The steps, and the script of the chosen one.
pub fn view(app: &App, consent: &Consent, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2));
    let mut lines: Vec<Line<'static>> = (0..)
        .zip(consent.steps())
        .map(|(index, step)| step_line(app, consent, step, index == consent.selected, columns))
        .collect();
    lines.push(Line::default());
    let foot = foot(app, consent, columns);
    let room = height.saturating_sub(lines.len() + foot.len()).max(1);
    let script = script(app, consent, columns);
    let most = script.len().saturating_sub(room);
    let first = consent.scrolled.min(most);
    lines.extend(script.into_iter().skip(first).take(room));
    // What was read last stands at the foot, whatever the script is.
    while lines.len() + foot.len() < height {
        lines.push(Line::default());
    }
    lines.extend(foot);
    let title = format!(" {} ", app.words.text(Text::ConsentTitle));
    TextView {
        corner: (most > first).then(|| Line::styled(format!(" ↓{} ", most - first), theme::QUIET)),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

fn step_line(
    app: &App,
    consent: &Consent,
    step: &ConsentStep,
    is_here: bool,
    columns: usize,
) -> Line<'static> {
    let record = consent.interview.protocol.state().record_of(&step.id);
    let (sign, style) = match record.map(|record| record.answer) {
        None => ("·", Style::new()),
        Some(Answer::Yes) => ("✓", theme::GOOD),
        Some(Answer::No) => ("×", theme::WARNING),
        Some(Answer::Withdrawn) => ("†", theme::WARNING),
    };
    let needed = if step.needed { " *" } else { "" };
    let title = format!(
        "{} {}{needed}",
        step.id,
        in_script(&consent.interview, &step.title)
    );
    let said = record.map_or_else(
        || app.say(Text::ConsentNotAsked),
        |record| said(app, record, columns >= 100),
    );
    let of_title = (columns / 2).min(columns.saturating_sub(width(&said) + 6));
    let here = if is_here { theme::STRONG } else { Style::new() };
    Line::from(vec![
        Span::raw(if is_here { "▸ " } else { "  " }),
        styled(format!("{sign} "), style),
        styled(fill(&title, of_title.max(12)), here),
        Span::raw("  "),
        styled(
            cut(&said, columns.saturating_sub(of_title.max(12) + 6)),
            style,
        ),
    ])
}

/// Answer, manner, time; where there is room also the edition of the text and its language.
fn said(app: &App, record: &ConsentRecord, is_wide: bool) -> String {
    let at = record.at;
    let when = if at.date() == app.now.date() {
        format!("{:02}:{:02}", at.hour(), at.minute())
    } else {
        app.words.when(When::Instant(at))
    };
    let (answer, manner) = (
        app.words.answer(record.answer),
        app.words.manner(record.manner),
    );
    if !is_wide {
        return format!("{answer} · {manner} · {when}");
    }
    let edition = [("edition", record.edition.as_str().into())];
    let edition = app.words.text_with(Text::ConsentEdition, &edition);
    let language = app.words.language_name(record.language);
    format!("{answer} · {manner} · {when} · {edition} · {language}")
}

/// What is said at the chosen step; or the effect of what waits for Enter.
fn script(app: &App, consent: &Consent, columns: usize) -> Vec<Line<'static>> {
    let Some(step) = consent.step() else {
        return Vec::new();
    };
    match consent.asked {
        Some(Asked::Withdraw) => return effect(app, &consent.interview, step, columns),
        Some(Asked::Discard) => {
            return paragraph(
                &app.words.text(Text::ConsentDiscard),
                columns,
                theme::WARNING,
            );
        }
        None => {}
    }
    let ask = in_script(&consent.interview, &step.ask);
    let mut lines = paragraph(&ask, columns, theme::STRONG);
    let state = consent.interview.protocol.state();
    let on_tape = consent.interview.protocol.guide().on_tape.as_ref();
    if step.id == NEEDED_BY_RECORDING
        && let Some(sentence) = on_tape
    {
        let sentence = in_script(&consent.interview, sentence);
        let text = app
            .words
            .text_with(Text::ConsentOnTape, &[("text", sentence.into())]);
        lines.extend(paragraph(&text, columns, Style::new()));
        if state.deletion.promised.is_none() {
            let hint = app.words.text(Text::ConsentNoDate);
            lines.extend(paragraph(&hint, columns, theme::WARNING));
        }
    }
    let if_no = [("text", in_script(&consent.interview, &step.if_no).into())];
    let if_no = app.words.text_with(Text::ConsentIfNo, &if_no);
    lines.extend(paragraph(&if_no, columns, theme::QUIET));
    lines
}

/// What follows from taking a step back, before it is done.
pub(super) fn effect(
    app: &App,
    interview: &Interview,
    step: &ConsentStep,
    columns: usize,
) -> Vec<Line<'static>> {
    let state = interview.protocol.state();
    let session = [("session", state.header.id.to_string().into())];
    let has_begun = state.clock.began.is_some();
    let step_id = step.id.as_str();
    let effect = match step_id {
        "c1" | "c2" if has_begun => app.words.text_with(Text::EffectTakesPart, &session),
        "c1" | "c2" => app.say(Text::EffectTakesPartBefore),
        "c3" => app.say(Text::EffectRecording),
        "c4" => app.say(Text::EffectArchive),
        "c5" => app.say(Text::EffectQuotes),
        "c6" => app.say(Text::EffectReview),
        "c7" => app.say(Text::EffectPartners),
        _ => in_script(interview, &step.if_no),
    };
    // What becomes of the recording without a yes to recording is said by its own effect.
    let ends_recording = step.needed && step_id != NEEDED_BY_RECORDING;
    let step = [("step", step_id.into())];
    let mut lines = paragraph(
        &app.words.text_with(Text::ConsentWithdraw, &step),
        columns,
        theme::STRONG,
    );
    lines.extend(paragraph(&effect, columns, theme::WARNING));
    if let Some((number, _)) = state.clock.running().filter(|_| ends_recording) {
        let about = [("about", number.to_string().into())];
        let text = app.words.text_with(Text::EffectRecorder, &about);
        lines.extend(paragraph(&text, columns, theme::WARNING));
    }
    let out = state.exports.len() + state.archived.len();
    if out > 0 {
        let text = app.words.counted(Text::EffectIsOut, out);
        lines.extend(paragraph(&text, columns, theme::WARNING));
    }
    lines
}

fn foot(app: &App, consent: &Consent, columns: usize) -> Vec<Line<'static>> {
    let protocol = &consent.interview.protocol;
    let text = match consent.asked {
        Some(_) => app.say(Text::ConsentConfirm),
        None if protocol.is_refused() && protocol.is_empty() => app.say(Text::ConsentRefused),
        None => {
            let manner = app.words.manner(consent.manner()).into_owned();
            let values = [("manner", manner.into())];
            app.words.text_with(Text::ConsentHint, &values)
        }
    };
    paragraph(&text, columns, theme::KEY)
}

/// A text of the guide in the language of the interview, with what its variables stand for.
fn in_script(interview: &Interview, text: &LocalisedText) -> String {
    let protocol = &interview.protocol;
    let guide = protocol.guide();
    let language = guide.language_for(interview.question_language);
    let date = protocol.state().deletion.promised;
    let date = date.map(|day| crate::i18n::Words::new(language).day(day));
    text.in_language(language)
        .replace("{project}", guide.project.in_language(language))
        .replace("{controller}", guide.controller.in_language(language))
        .replace("{minutes}", &protocol.planned_minutes().to_string())
        .replace("{date}", date.as_deref().unwrap_or("…"))
}
