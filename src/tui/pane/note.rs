//! The note that is being written, and the frame around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text::TextView;
use super::theme;
use crate::i18n::Text;
use crate::session::{Origin, Prompting};
use crate::tui::app::App;
use crate::tui::editor::{SpanKind, View};
use crate::tui::screen::Interview;

/// The frame around the note, with its language and whether it is prompted.
pub fn frame(app: &App, interview: &Interview) -> TextView {
    let what = app.say(if interview.is_summing_up() {
        Text::PaneSummary
    } else {
        Text::PaneNote
    });
    let mut title = format!(
        " {what} · {}",
        app.words.language_name(interview.question_language)
    );
    match interview.prompting {
        _ if interview.is_summing_up() => {}
        Prompting::Unprompted => {}
        Prompting::Prompted => title = format!("{title} · {}", app.words.text(Text::NotePrompted)),
        Prompting::Probe(number) => {
            let word = app
                .words
                .text_with(Text::NoteProbe, &[("number", number.into())]);
            title = format!("{title} · {word}");
        }
    }
    let origin = interview.origin_now();
    if origin != Origin::Live {
        title = format!("{title} · {}", app.words.origin(origin));
    }
    if let Some(note) = interview.changing() {
        let values = [("note", note.to_string().into())];
        title = format!(
            "{title} · {}",
            app.words.text_with(Text::NoteChanging, &values)
        );
    }
    if let Some(speaker) = interview.protocol.speaker() {
        title = format!("{title} · {}", app.words.speaker(speaker));
    }
    let mut view = TextView::framed(Line::styled(format!("{title} "), theme::STRONG), Vec::new());
    let above = interview.editor.rows_above();
    if above > 0 {
        view.corner = Some(Line::styled(format!(" ↑{above} "), theme::QUIET));
    }
    view
}

/// Draws the text of the note.
pub fn draw(view: &View, area: Rect, buffer: &mut Buffer) {
    view.draw(area, buffer, |kind| match kind {
        SpanKind::Plain => Style::new(),
        SpanKind::Placeholder => theme::PLACEHOLDER,
        SpanKind::Suspected => theme::DOUBTFUL,
        SpanKind::Sign => theme::WARNING,
    });
}
