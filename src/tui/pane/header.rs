//! The line at the top: which session, where in it, and the time. Also what was recovered, and the blanked screen.

use ratatui::text::{Line, Span};

use super::layout;
use super::text::{TextView, cut, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::session::{Answer, NEEDED_BY_RECORDING, Progress, hours, numbered_timecode};
use crate::store::Rescued;
use crate::tui::app::App;
use crate::tui::screen::{Interview, Screen};

/// The line at the top of the interview.
pub fn view(app: &App, interview: &Interview) -> TextView {
    let columns = usize::from(app.size.width);
    let right = clock(app, interview);
    let room = columns.saturating_sub(right.width() + 3);
    let left = cut(&place(app, interview), room);
    let gap = columns.saturating_sub(width(&left) + right.width() + 2);
    let mut spans = vec![
        Span::raw(" "),
        styled(left, theme::STRONG),
        Span::raw(" ".repeat(gap)),
    ];
    spans.extend(right.spans);
    TextView::plain(vec![Line::from(spans)])
}

/// What was recovered, and how to go on; and that the interview is off the record.
pub fn banner(app: &App) -> TextView {
    TextView::plain(banner_rows(app, usize::from(app.size.width)))
}

/// The rows of the banner, so many cells wide; nothing if there is nothing to say.
pub fn banner_rows(app: &App, columns: usize) -> Vec<Line<'static>> {
    let mut rows = recovered_rows(app, columns);
    let Screen::Interview(interview) = &app.screen else {
        return rows;
    };
    let stretches = &interview.protocol.state().off_record;
    if let Some(stretch) = stretches.last().filter(|last| last.to_ms.is_none()) {
        let values = [("time", hours(stretch.from_ms).into())];
        let text = app.words.text_with(Text::BannerOffRecord, &values);
        rows.extend(paragraph(&format!(" ⊘ {text}"), columns, theme::WARNING));
    }
    rows
}

/// What was recovered, and how to go on, in rows of so many cells; nothing if nothing was.
pub fn recovered_rows(app: &App, columns: usize) -> Vec<Line<'static>> {
    let Some(recovered) = &app.recovered else {
        return Vec::new();
    };
    let keys = app.say(if recovered.rescued.is_empty() {
        Text::RecoveredKeys
    } else {
        Text::RecoveredKeysRescue
    });
    let said = |text: &String| paragraph(&format!(" ! {text}"), columns, theme::WARNING);
    let mut rows: Vec<Line<'static>> = recovered.lines.iter().flat_map(said).collect();
    rows.extend(rescued_rows(app, &recovered.rescued, columns));
    rows.extend(said(&keys));
    rows
}

/// What was written behind a damage, a row each; how many more there are, if that is too much.
fn rescued_rows(app: &App, rescued: &[Rescued], columns: usize) -> Vec<Line<'static>> {
    let most = usize::from(app.size.height / 6).max(1);
    let row = |rescued: &Rescued| {
        let text = rescued.text().as_str().replace('\n', " ");
        let row = format!("   {} {text}", rescued.topic());
        Line::from(cut(&row, columns))
    };
    let mut rows: Vec<Line<'static>> = rescued.iter().take(most).map(row).collect();
    let more = rescued.len().saturating_sub(most);
    if more > 0 {
        rows.extend(paragraph(
            &format!("   {}", app.words.counted(Text::RecoveredMore, more)),
            columns,
            theme::QUIET,
        ));
    }
    rows
}

/// The blanked screen: the time and nothing else.
pub fn veil(app: &App) -> TextView {
    let now = format!("{:02}:{:02}", app.now.hour(), app.now.minute());
    let above = usize::from(app.size.height / 2);
    let before = usize::from(app.size.width).saturating_sub(now.len()) / 2;
    let mut lines = vec![Line::default(); above];
    lines.push(Line::from(format!("{}{now}", " ".repeat(before))));
    TextView::plain(lines)
}

fn place(app: &App, interview: &Interview) -> String {
    let state = interview.protocol.state();
    let guide = interview.protocol.guide();
    let mut parts = vec![state.header.id.to_string()];
    if state.header.invented {
        parts.insert(0, app.say(Text::Invented));
    }
    if interview.protocol.taker() > 1 {
        let taker = [("taker", interview.protocol.taker().into())];
        parts.push(app.words.text_with(Text::HeaderTaker, &taker));
    }
    if let Some((index, block)) = guide.block_of(interview.topic.as_str()) {
        let language = guide.language_for(interview.question_language);
        let (number, count) = (index + 1, guide.blocks.len());
        if app.size.width >= layout::WIDE {
            parts.push(app.words.mode(state.header.mode).into_owned());
            let values = [("number", number.into()), ("count", count.into())];
            parts.push(app.words.text_with(Text::HeaderBlock, &values));
        } else {
            parts.push(format!("{number}/{count}"));
        }
        parts.push(block.title.in_language(language).to_owned());
    }
    parts.join(" · ")
}

fn clock(app: &App, interview: &Interview) -> Line<'static> {
    let state = interview.protocol.state();
    let guide = interview.protocol.guide();
    // The time of the interview ends with it.
    let Some(at_ms) = state.clock.elapsed_ms(state.closed.unwrap_or(app.now)) else {
        return Line::styled(app.say(Text::HeaderNotBegun), theme::QUIET);
    };
    let mode = state.header.mode;
    let mut spans = vec![Span::raw(hours(at_ms))];
    spans.extend(sign_of_recording(app, interview));
    let of_guide = guide.minutes(mode);
    if let Some((_, block)) = guide.block_of(interview.topic.as_str()) {
        spans.extend(budget(
            &app.say(Text::HeaderBlockTime),
            interview.block_ms(at_ms),
            state.clock.in_proportion(block.minutes.of(mode), of_guide),
        ));
    }
    spans.extend(budget(
        &app.say(Text::HeaderTotalTime),
        state.clock.talk_ms(at_ms),
        interview.protocol.planned_minutes(),
    ));
    Line::from(spans)
}

/// Whether a recording plays, the interview pauses, a recording runs, or none may.
fn sign_of_recording(app: &App, interview: &Interview) -> Option<Span<'static>> {
    let clock = &interview.protocol.state().clock;
    if let Some(playing) = &interview.playing {
        let place = numbered_timecode(playing.number, playing.position_ms(app.now));
        let (sign, speed) = match &playing.told {
            None => ("…", String::new()),
            Some((state, _)) => (
                if state.is_paused { "‖" } else { "▶" },
                match state.speed_percent {
                    100 => String::new(),
                    percent => format!(" {percent}%"),
                },
            ),
        };
        return Some(styled(format!("  {sign} {place}{speed}"), theme::GOOD));
    }
    if interview.protocol.is_closed() {
        let closed = app.words.progress(Progress::Closed);
        return Some(styled(format!("  ✓ {closed}"), theme::QUIET));
    }
    if interview.is_off_record() {
        let off = format!("  ⊘ {}", app.say(Text::HeaderOffRecord));
        return Some(styled(off, theme::WARNING));
    }
    if clock.is_paused() {
        let paused = format!("  ‖ {}", app.say(Text::HeaderPaused));
        return Some(styled(paused, theme::WARNING));
    }
    if clock.running().is_some() {
        return Some(styled("  ● REC", theme::TROUBLE));
    }
    let answer = interview.protocol.state().answer_to(NEEDED_BY_RECORDING);
    let is_refused = matches!(answer, Some(Answer::No | Answer::Withdrawn));
    is_refused.then(|| {
        styled(
            format!("  ○ {}", app.say(Text::HeaderNoRecording)),
            theme::QUIET,
        )
    })
}

/// A minute in milliseconds.
const MINUTE_MS: u64 = 60_000;

/// Minutes used of those planned; past them in colour and with a sign, and in another from 120 % on.
fn budget(word: &str, used_ms: u64, planned: u32) -> [Span<'static>; 2] {
    let planned = u64::from(planned);
    let used = minutes(used_ms);
    let is_far_past = used_ms > 0 && used_ms.saturating_mul(5) >= planned * MINUTE_MS * 6;
    let (style, sign) = if is_far_past {
        (theme::TROUBLE, "!!")
    } else if used > planned {
        (theme::WARNING, "!")
    } else {
        (ratatui::style::Style::new(), "")
    };
    [
        styled(format!("  {word} "), theme::QUIET),
        styled(format!("{used:02}/{planned:02}{sign}"), style),
    ]
}

fn minutes(milliseconds: u64) -> u64 {
    milliseconds / MINUTE_MS
}

/// A paragraph in rows, each in the same style.
pub fn paragraph(text: &str, columns: usize, style: ratatui::style::Style) -> Vec<Line<'static>> {
    wrap(text, columns)
        .into_iter()
        .map(|row| Line::styled(row, style))
        .collect()
}
