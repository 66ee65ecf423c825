//! The two lines at the bottom: how the words stand with the disk, and the keys that work now.

use ratatui::crossterm::event::KeyCode;
use ratatui::text::{Line, Span};

use super::status;
use super::text::{TextView, styled, width};
use super::theme;
use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::keymap::{Binding, Command, Key, bindings};
use crate::tui::screen::{CodebookDoing, Screen, Under};

/// The two lines at the bottom. What is said and needs both of them takes the place of the keys until the next one is
/// pressed.
pub fn view(app: &App, columns: u16) -> TextView {
    let columns = usize::from(columns);
    let mut lines = status::lines(app, columns);
    if lines.len() < 2 {
        lines.push(keys(app, columns));
    }
    TextView::plain(lines)
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

fn is_recording(app: &App) -> bool {
    app.protocol()
        .is_some_and(|protocol| protocol.state().clock.running().is_some())
}

/// What a key does now.
pub(super) fn label(app: &App, binding: &Binding) -> Text {
    match (&app.screen, binding.command) {
        (Screen::Prepare(form), Command::Accept) if form.enter_begins_line() => {
            return Text::KeyNewLine;
        }
        (Screen::Names(names), Command::Accept) if names.joining.is_some() => {
            return Text::KeyConfirm;
        }
        (Screen::Names(names), Command::StartInterview | Command::Back)
            if names.under == Under::After =>
        {
            return Text::KeyAfter;
        }
        (Screen::Codebook(codebook), Command::Accept)
            if matches!(codebook.doing, CodebookDoing::Merging(..)) =>
        {
            return Text::KeyMergeCode;
        }
        (Screen::After(form), Command::Undo) if form.empties_field() => {
            return Text::KeyDeleteLine;
        }
        (Screen::Review(_), Command::Back) if app.is_read_over_another() => return Text::KeyBack,
        _ => {}
    }
    match binding.command {
        command @ (Command::Pause | Command::OffRecord) if is_next(app, command) => Text::KeyGoOn,
        Command::Recording if is_recording(app) => Text::KeyRecordingRuns,
        _ => binding.label,
    }
}

/// While something is chosen only the keys that turn the page, if there is another.
pub(super) fn keys_for_choosing(app: &App) -> Vec<&'static Binding> {
    let turns = |binding: &&Binding| {
        app.has_pages() && matches!(binding.command, Command::PageUp | Command::PageDown)
    };
    bindings(app.place()).filter(turns).collect()
}

/// After Esc only the key that is still to be pressed.
fn key_name(app: &App, binding: &Binding) -> Option<String> {
    if !app.awaits_command {
        return binding.keys.first().map(|key| key_word(app, *key));
    }
    let key = binding.keys.iter().find(|key| key.is_with_alt())?;
    Some(key_word(app, *key).replace("Alt-", ""))
}

/// What a key is called in the language of the screen.
pub(super) fn key_word(app: &App, key: Key) -> String {
    let written = key.to_string();
    let (word, text) = match key.code {
        KeyCode::Enter => ("Enter", Text::KeyNameEnter),
        KeyCode::Esc => ("Esc", Text::KeyNameEscape),
        KeyCode::Char(' ') => ("Space", Text::KeyNameSpace),
        KeyCode::PageUp => ("PgUp", Text::KeyNamePageUp),
        KeyCode::PageDown => ("PgDn", Text::KeyNamePageDown),
        KeyCode::Home => ("Home", Text::KeyNameHome),
        KeyCode::End => ("End", Text::KeyNameEnd),
        KeyCode::Delete => ("Delete", Text::KeyNameDelete),
        KeyCode::Backspace => ("Backspace", Text::KeyNameBackspace),
        _ => return written,
    };
    written.replace(word, &app.words.text(text))
}
