//! The two lines at the bottom: how the words stand with the disk, and the keys that work now.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{TextView, cut, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::operations::protocol::Protocol;
use crate::tui::app::App;
use crate::tui::keymap::{Binding, Command, bindings};
use crate::tui::screen::{Choosing, Missing, Notice, Refusal, Screen};

/// The two lines at the bottom.
pub fn view(app: &App, columns: u16) -> TextView {
    let columns = usize::from(columns);
    TextView::plain(vec![status(app, columns), keys(app, columns)])
}

/// Trouble first, then how the words stand with the disk, then what the last key did.
fn status(app: &App, columns: usize) -> Line<'static> {
    if let Some(trouble) = &app.trouble {
        return Line::styled(cut(&format!(" ! {trouble}"), columns), theme::TROUBLE);
    }
    let mut spans = vec![Span::raw(" ")];
    if let Some((text, style)) = saving(app) {
        spans.push(styled(cut(&text, columns.saturating_sub(1)), style));
    }
    let unsettled = app.protocol().map_or(0, Protocol::unsettled_count);
    if unsettled > 0 {
        let gap = if spans.len() > 1 { " · " } else { "" };
        spans.push(Span::raw(gap));
        spans.push(styled(format!("? {unsettled}"), theme::WARNING));
    }
    let notice = notice(app);
    let cue = if notice.is_empty() { cue(app) } else { None };
    if let Some(cue) = cue {
        let used: usize = spans.iter().map(Span::width).sum();
        let room = columns.saturating_sub(used + 5);
        spans.push(Span::raw(if used > 1 { "  " } else { "" }));
        spans.push(styled(cut(&format!("↻ {cue}"), room), theme::QUIET));
    }
    if !notice.is_empty() {
        let used: usize = spans.iter().map(Span::width).sum();
        let room = columns.saturating_sub(used + 3);
        spans.push(Span::raw(if used > 1 { "  " } else { "" }));
        spans.push(Span::raw(cut(&notice, room)));
    }
    Line::from(spans)
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
        let text = app
            .words
            .text_with(Text::StatusNotSaved, &[("reason", reason.as_str().into())]);
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
    let time = match clock.elapsed_ms(at) {
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
        Screen::Consent(consent) => said(app, consent.interview.notice.as_ref()),
        Screen::Prepare(prepare) => prepare.missing.map_or_else(String::new, |missing| {
            app.say(match missing {
                Missing::SessionName => Text::MissingSessionName,
                Missing::FreeName => Text::MissingFreeName,
                Missing::Guide => Text::MissingGuide,
                Missing::Consent => Text::MissingConsent,
                Missing::SurveyNotRead => Text::MissingSurveyNotRead,
                Missing::SurveyDoesNotFit => Text::MissingSurveyDoesNotFit,
            })
        }),
        Screen::After(form) => form
            .notice
            .map_or_else(String::new, |notice| super::after::notice(app, notice)),
        Screen::Closing(closing) => match closing.refusal {
            Some(Refusal::StillOpen(count)) => app.words.counted(Text::ClosingStillOpen, count),
            Some(Refusal::NeverWaved) => app.say(Text::ClosingNeverWaved),
            None => String::new(),
        },
        _ => String::new(),
    }
}

fn said(app: &App, notice: Option<&Notice>) -> String {
    match notice {
        Some(notice) if notice.text.arguments().is_empty() => app.say(notice.text),
        Some(notice) => app
            .words
            .text_with(notice.text, &[("about", notice.about.as_str().into())]),
        None => String::new(),
    }
}

/// The keys that do something now, the more important first, as many as there is room for.
fn keys(app: &App, columns: usize) -> Line<'static> {
    let shown = if app.is_choosing() {
        keys_for_choosing(app)
    } else {
        keys_for_working(app)
    };
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for binding in shown {
        let Some(key) = key_name(app, binding) else {
            continue;
        };
        let label = app.say(label(app, binding));
        let needs = width(&key) + width(&label) + 3;
        if used + needs > columns + 2 {
            continue;
        }
        used += needs;
        spans.push(styled(key, theme::KEY));
        spans.push(styled(format!(" {label}  "), theme::QUIET));
    }
    Line::from(spans)
}

fn keys_for_working(app: &App) -> Vec<&'static Binding> {
    let mut shown: Vec<&Binding> = bindings(app.place())
        .filter(|binding| binding.footer.is_some() && app.applies(binding.command))
        .collect();
    shown.sort_by_key(|binding| (!is_next(app, binding.command), binding.footer));
    shown
}

/// Whether a command is what comes next, so that its key must be seen: it ends what lasts, or closes what is settled.
fn is_next(app: &App, command: Command) -> bool {
    match &app.screen {
        Screen::Closing(closing) => command == Command::Close && closing.points().is_empty(),
        Screen::Interview(interview) => match command {
            Command::Pause => interview.protocol.state().clock.is_paused(),
            Command::OffRecord => interview.is_off_record(),
            _ => false,
        },
        _ => false,
    }
}

/// What a key does now.
fn label(app: &App, binding: &Binding) -> Text {
    match binding.command {
        command @ (Command::Pause | Command::OffRecord) if is_next(app, command) => Text::KeyGoOn,
        _ => binding.label,
    }
}

/// While something is chosen only the keys that turn the page, if there is another.
fn keys_for_choosing(app: &App) -> Vec<&'static Binding> {
    let interview = app.screen.interview();
    let has_pages = interview.is_some_and(|interview| interview.pages() > 1);
    let turns = |binding: &&Binding| {
        has_pages && matches!(binding.command, Command::PageUp | Command::PageDown)
    };
    bindings(app.place()).filter(turns).collect()
}

/// After Esc only the key that is still to be pressed.
fn key_name(app: &App, binding: &Binding) -> Option<String> {
    if !app.awaits_command {
        return binding.keys.first().map(ToString::to_string);
    }
    let key = binding.keys.iter().find(|key| key.is_with_alt())?;
    Some(key.to_string().replace("Alt-", ""))
}
