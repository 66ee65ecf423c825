//! How the words stand with the disk, and what the last key did or could not do.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{cut, styled, width, wrap};
use super::theme;
use crate::i18n::Text;
use crate::language::sanitise;
use crate::operations::protocol::Protocol;
use crate::tui::app::App;
use crate::tui::screen::{Choosing, Missing, Notice, Refusal, Screen};

/// No message begins in less room than this behind what stands before it.
const LEAST: usize = 12;

/// Trouble first, then how the words stand with the disk, then what the last key did: one line, or two where one is not
/// enough and the keys can wait.
pub fn lines(app: &App, columns: usize) -> Vec<Line<'static>> {
    if let Some(trouble) = &app.trouble {
        let text = format!("! {trouble}");
        return with_message(app, Vec::new(), &text, theme::TROUBLE, columns);
    }
    let standing = standing(app, columns);
    let notice = notice(app);
    if !notice.is_empty() {
        return with_message(app, standing, &notice, Style::new(), columns);
    }
    if let Some(cue) = cue(app) {
        return with_message(app, standing, &format!("↻ {cue}"), theme::QUIET, columns);
    }
    let mut spans = vec![Span::raw(" ")];
    spans.extend(standing);
    vec![Line::from(spans)]
}

/// How the words stand with the disk, and how many are not settled.
fn standing(app: &App, columns: usize) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if let Some((text, style)) = saving(app) {
        spans.push(styled(cut(&text, columns.saturating_sub(1)), style));
    }
    let unsettled = app.protocol().map_or(0, Protocol::unsettled_count);
    if unsettled > 0 {
        let gap = if spans.is_empty() { "" } else { " · " };
        spans.push(Span::raw(gap));
        spans.push(styled(format!("? {unsettled}"), theme::WARNING));
    }
    spans
}

/// A message behind what stands before it. It goes on in a second line, unless keys are waited for that must be seen.
fn with_message(
    app: &App,
    before: Vec<Span<'static>>,
    message: &str,
    style: Style,
    columns: usize,
) -> Vec<Line<'static>> {
    let mut first = vec![Span::raw(" ")];
    first.extend(before);
    let used: usize = first.iter().map(Span::width).sum();
    if used > 1 {
        first.push(Span::raw("  "));
    }
    let room = columns.saturating_sub(used + 3);
    let message = sanitise(message).replace('\n', " ");
    let needs_keys = app.awaits_command || app.has_pages() || app.is_in_list();
    if needs_keys || width(&message) <= room {
        first.push(styled(cut(&message, room), style));
        return vec![Line::from(first)];
    }
    let begun = wrap(&message, room).into_iter().next();
    let mut begun = begun.filter(|_| room >= LEAST).unwrap_or_default();
    let mut rest = message
        .strip_prefix(&begun)
        .unwrap_or(&message)
        .trim_start();
    // What does not fit beside how the words stand has both lines to itself, unless those are not safe.
    let below = columns.saturating_sub(3);
    if width(rest) > below && app.saving.failed.is_none() {
        first.truncate(1);
        begun = wrap(&message, below).into_iter().next().unwrap_or_default();
        rest = message
            .strip_prefix(&begun)
            .unwrap_or(&message)
            .trim_start();
    }
    let rest = cut(rest, below);
    first.push(styled(begun, style));
    let second = vec![Span::raw("   "), styled(rest, style)];
    vec![Line::from(first), Line::from(second)]
}

/// A prompt that keeps the talk going, when nobody typed for a while.
fn cue(app: &App) -> Option<&str> {
    match &app.screen {
        Screen::Interview(interview) => interview.cue(app.now - app.last_key),
        _ => None,
    }
}

fn saving(app: &App) -> Option<(String, Style)> {
    let interview = app.screen.interview()?;
    let saving = &app.saving;
    if let Some(reason) = &saving.failed {
        let values = [("reason", reason.as_str().into())];
        let text = app.words.text_with(Text::StatusNotSaved, &values);
        return Some((format!("✗ {text}"), theme::TROUBLE));
    }
    let held = match interview.held {
        0 => String::new(),
        count => format!(" · {}", app.words.counted(Text::StatusHeld, count)),
    };
    if saving.is_waiting() {
        return Some((
            format!("… {}{held}", app.words.text(Text::StatusSaving)),
            theme::WARNING,
        ));
    }
    let at = saving.saved_at?;
    let clock = &interview.protocol.state().clock;
    let running = clock
        .elapsed_ms(at)
        .filter(|_| !interview.protocol.is_closed());
    let time = match running {
        Some(elapsed) => crate::session::hours(elapsed),
        None => format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
    };
    let text = app
        .words
        .text_with(Text::StatusSaved, &[("time", time.into())]);
    Some((format!("✓ {text}{held}"), theme::GOOD))
}

fn notice(app: &App) -> String {
    if app.awaits_command {
        return app.say(Text::NoticeCommand);
    }
    match &app.screen {
        Screen::Interview(interview) if app.is_in_list() && interview.notice.is_none() => {
            app.say(Text::ChooseListKeys)
        }
        Screen::Across(_) if app.is_in_list() => app.say(Text::ChooseListKeys),
        Screen::Review(review) => match &review.notice {
            None if app.is_in_list() => app.say(Text::ChooseListKeys),
            notice => said(app, notice.as_ref()),
        },
        Screen::Interview(interview) => match &interview.choosing {
            Some(Choosing::Strike(_) | Choosing::StrikeSpan(_)) => app.say(Text::ChooseStrikeKeys),
            Some(_) => app.say(Text::ChooseKeys),
            None => said(app, interview.notice.as_ref()),
        },
        Screen::Names(names) => said(app, names.notice.as_ref()),
        Screen::Doubts(doubts) => said(app, doubts.interview.notice.as_ref()),
        Screen::Consent(consent) => said(app, consent.interview.notice.as_ref()),
        Screen::Prepare(prepare) => prepare.missing.map_or_else(String::new, |missing| {
            app.say(match missing {
                Missing::SessionName => Text::MissingSessionName,
                Missing::FreeName => Text::MissingFreeName,
                Missing::Guide => Text::MissingGuide,
                Missing::Consent => Text::MissingConsent,
                Missing::SurveyNotRead => Text::MissingSurveyNotRead,
                Missing::SurveyDoesNotFit => Text::MissingSurveyDoesNotFit,
                Missing::Choice => Text::NoticeChoice,
                Missing::Answer => Text::NoticeChooseAnswer,
                Missing::Unfixed => Text::NoticeFixed,
                Missing::Words => Text::MissingWords,
            })
        }),
        Screen::After(_) if app.is_choosing() => app.say(Text::ChooseKeys),
        Screen::After(form) => match form.notice {
            Some(notice) => super::after::notice(app, notice),
            None => said(app, form.interview.notice.as_ref()),
        },
        Screen::Closing(closing) => match closing.refusal {
            Some(Refusal::StillOpen(count)) => app.words.counted(Text::ClosingStillOpen, count),
            Some(Refusal::NeverWaved) => app.say(Text::ClosingNeverWaved),
            Some(Refusal::OnlySettled) => app.say(Text::ClosingOnlySettled),
            Some(Refusal::NoSuchAnswer) => app.say(Text::ClosingNoSuchAnswer),
            Some(Refusal::AnsweredHere) => app.say(Text::ClosingAnsweredHere),
            Some(Refusal::Done) => app.say(Text::ClosingIsDone),
            Some(Refusal::NothingToUndo) => app.say(Text::ClosingNothingToUndo),
            Some(Refusal::NothingToRedo) => app.say(Text::ClosingNothingToRedo),
            Some(Refusal::ConsentStays) => app.say(Text::ClosingConsentStays),
            Some(Refusal::TakesConsentBack) => app.say(Text::ClosingTakesConsentBack),
            Some(Refusal::JoinsForGood) => app.say(Text::ClosingJoinsForGood),
            Some(Refusal::JoinStays) => app.say(Text::ClosingJoinStays),
            None => said(app, closing.notice()),
        },
        _ => String::new(),
    }
}

fn said(app: &App, notice: Option<&Notice>) -> String {
    match notice {
        Some(notice) if notice.text.values().next().is_none() => app.say(notice.text),
        Some(notice) => app
            .words
            .text_with(notice.text, &[("about", notice.about.as_str().into())]),
        None => String::new(),
    }
}
