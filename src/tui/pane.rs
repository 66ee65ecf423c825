//! The panes: each a view of the state, and a way to draw it. Nothing here changes anything.

mod across;
mod after;
mod blocks;
mod case;
mod choice;
mod clock;
mod closing;
mod codebook;
mod coding;
mod consent;
mod doubts;
mod exporting;
mod field;
mod finding;
mod footer;
mod form;
mod gaps;
mod header;
mod help;
mod layout;
mod names;
mod note;
mod notes;
mod outside;
mod overlap;
mod player;
mod question;
mod review;
mod scroll;
mod search;
mod start;
mod status;
mod strike_words;
mod text;
mod theme;
mod translation;

use std::io::Write;

use ratatui::layout::{Position, Rect, Size};
use ratatui::text::Line;

use crate::i18n::Text;
use crate::tui::app::App;
use crate::tui::editor::View;
use crate::tui::screen::{Across, Choosing, CodeLine, Interview, Review, Screen};
use crate::tui::surface::Surface;

use layout::{Areas, areas, whole};
use text::{TextView, draw_text};

pub use layout::{LEAST, editor_size};

/// Shows the program's state.
///
/// # Errors
///
/// If the terminal cannot be written to.
pub fn show<W: Write>(app: &App, surface: &mut Surface<W>) -> std::io::Result<()> {
    surface.begin(app.size);
    let area = whole(app.size);
    if app.is_veiled() {
        surface.pane("veil", area, header::veil(app), draw_text);
    } else if app.size.width < LEAST.width || app.size.height < LEAST.height {
        surface.pane("small", area, too_small(app), draw_text);
    } else {
        show_screen(app, surface, area);
    }
    surface.flush()
}

/// Shows what was typed in the last frame's interview and leaves the other panes as they are; says whether it did.
///
/// It does not if nothing was typed, or if the frame is laid out anew by it.
///
/// # Errors
///
/// If the terminal cannot be written to.
pub fn show_typed<W: Write>(app: &App, surface: &mut Surface<W>) -> std::io::Result<bool> {
    let Screen::Interview(interview) = &app.screen else {
        return Ok(false);
    };
    if app.is_veiled() || app.help.is_some() {
        return Ok(false);
    }
    let rows = interview.editor.row_count();
    let areas = areas(app.size, 0, rows, banner_rows(app));
    let typed = Typed::of(app, interview, areas.editor);
    if !surface.redraw("note", typed.area, typed.view, note::draw) {
        return Ok(false);
    }
    surface.cursor(typed.cursor);
    surface.flush()?;
    Ok(true)
}

fn show_screen<W: Write>(app: &App, surface: &mut Surface<W>, area: Rect) {
    if let Some(scrolled) = app.help {
        surface.pane("help", area, help::view(app, area, scrolled), draw_text);
        return;
    }
    let (main, bottom) = layout::above_footer(area);
    match &app.screen {
        Screen::Start(start) => {
            surface.pane("start", main, start::view(app, start, main), draw_text);
        }
        Screen::Prepare(prepare) => {
            let (view, cursor) = form::view(app, prepare, main);
            surface.pane("form", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Case(form) => {
            let (view, cursor) = case::view(app, form, main);
            surface.pane("case", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Names(names) => {
            let (view, cursor) = names::view(app, names, main);
            surface.pane("names", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Doubts(list) => {
            surface.pane("doubts", main, doubts::view(app, list, main), draw_text);
        }
        Screen::Translation(screen) => {
            let (view, cursor) = translation::view(app, screen, main);
            surface.pane("translation", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::StrikeWords(strike) => {
            let (view, cursor) = strike_words::view(app, strike, main);
            surface.pane("strike-words", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Consent(steps) => {
            surface.pane("consent", main, consent::view(app, steps, main), draw_text);
        }
        Screen::Clock(form) => {
            let (view, cursor) = clock::view(app, form, main);
            surface.pane("clock", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Player(form) => {
            let (view, cursor) = player::view(app, form, main);
            surface.pane("player", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Closing(closing) => surface.pane(
            "closing",
            main,
            closing::view(app, closing, main),
            draw_text,
        ),
        Screen::After(form) if form.interview.choosing.is_some() => {
            let view = choice::view(app, &form.interview, main);
            surface.pane("choice", main, view, draw_text);
        }
        Screen::After(form) => {
            let (view, cursor) = after::view(app, form, main);
            surface.pane("after", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Codebook(screen) => {
            let (view, cursor) = codebook::view(app, screen, main);
            surface.pane("codebook", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Across(across) => show_across(app, across, surface, main),
        Screen::Export(form) => {
            let (view, cursor) = exporting::view(app, form, main);
            surface.pane("export", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Search(form) => {
            let (view, cursor) = search::view(app, form, main);
            surface.pane("search", main, view, draw_text);
            surface.cursor(cursor);
        }
        Screen::Review(review) => show_review(app, review, surface, main),
        Screen::Interview(interview) => show_interview(app, interview, surface),
    }
    surface.pane("footer", bottom, footer::view(app, bottom.width), draw_text);
}

fn show_across<W: Write>(app: &App, across: &Across, surface: &mut Surface<W>, main: Rect) {
    if let Some(sheet) = &across.sheet {
        surface.pane("across", main, across::sheet(sheet, main), draw_text);
        return;
    }
    let is_in_list = app.is_in_list();
    let (above, below) = layout::with_list(main, is_in_list);
    surface.pane("across", above, across::view(app, across, above), draw_text);
    if is_in_list {
        surface.pane(
            "list",
            below,
            across::filters(app, across, below),
            draw_text,
        );
    }
}

fn show_review<W: Write>(app: &App, review: &Review, surface: &mut Surface<W>, main: Rect) {
    let is_in_list = app.is_in_list();
    let (above, below) = layout::with_list(main, is_in_list);
    surface.pane("review", above, review::view(app, review, above), draw_text);
    if is_in_list {
        surface.pane("list", below, review::list(app, review, below), draw_text);
    }
}

fn show_interview<W: Write>(app: &App, interview: &Interview, surface: &mut Surface<W>) {
    let question = question::view(app, interview, layout::question_width(app.size));
    let areas: Areas = areas(
        app.size,
        question.lines.len(),
        interview.editor.row_count(),
        banner_rows(app),
    );
    surface.pane(
        "header",
        areas.header,
        header::view(app, interview),
        draw_text,
    );
    if let Some(banner) = areas.banner {
        surface.pane("banner", banner, header::banner(app), draw_text);
    }
    if let Some(side) = areas.side {
        surface.pane(
            "blocks",
            side,
            blocks::view(app, interview, side),
            draw_text,
        );
    }
    if let Some(strip) = areas.strip {
        surface.pane(
            "strip",
            strip,
            blocks::strip(app, interview, strip),
            draw_text,
        );
    }
    if interview.choosing.is_some() {
        let both = areas.question.union(areas.notes);
        surface.pane(
            "choice",
            both,
            choice::view(app, interview, both),
            draw_text,
        );
    } else if let Some(both) = layout::goal_area(interview, &areas, question.lines.len()) {
        let question = question::scrolled(question, interview.goal_scrolled, both);
        surface.pane("question", both, question, draw_text);
    } else {
        let question = question::at_a_glance(interview, question, areas.question);
        surface.pane("question", areas.question, question, draw_text);
        let below = match (&interview.coding, &interview.finding) {
            (Some(line), _) => code_line(app, interview, line, areas.notes),
            (None, Some(picking)) => finding::view(app, &interview.protocol, picking, areas.notes),
            (None, None) => notes::view(app, interview, areas.notes),
        };
        surface.pane("notes", areas.notes, below, draw_text);
    }
    surface.pane(
        "frame",
        areas.editor,
        note::frame(app, interview),
        draw_text,
    );
    let typed = Typed::of(app, interview, areas.editor);
    surface.pane("note", typed.area, typed.view, note::draw);
    surface.cursor(typed.cursor);
}

/// The code line of a note, in the place of the notes.
fn code_line(app: &App, interview: &Interview, line: &CodeLine, area: Rect) -> TextView {
    let state = interview.protocol.state();
    match state.note(line.note) {
        Some(note) => {
            let coded = coding::Coded {
                state,
                note,
                codes: &note.codes,
                scope: interview.code_scope(line.note),
            };
            coding::view(app, line, coded, area)
        }
        None => notes::view(app, interview, area),
    }
}

/// What is typed, and where it stands.
struct Typed {
    area: Rect,
    view: View,
    cursor: Option<Position>,
}

impl Typed {
    fn of(app: &App, interview: &Interview, editor: Rect) -> Self {
        let area = layout::inside(editor);
        let view = interview.editor.view();
        let cursor = Position::new(
            (area.x + view.cursor.x).min(area.right().saturating_sub(1)),
            (area.y + view.cursor.y).min(area.bottom().saturating_sub(1)),
        );
        let is_free = interview.choosing.is_none() && !app.is_in_list() && app.recovered.is_none();
        let is_seen = whole(app.size).contains(cursor);
        Self {
            area,
            view,
            cursor: (is_free && is_seen).then_some(cursor),
        }
    }
}

fn banner_rows(app: &App) -> usize {
    header::banner_rows(app, usize::from(app.size.width)).len()
}

/// How far what is shown can be scrolled, where that depends on the room; nothing is counted that is not scrolled.
fn most_scrolled(app: &App) -> usize {
    let whole = whole(app.size);
    if app.help.is_some_and(|scrolled| scrolled > 0) {
        return help::most_scrolled(app, whole);
    }
    let (main, _) = layout::above_footer(whole);
    match &app.screen {
        Screen::Review(review) if review.below > 0 => {
            let (above, _) = layout::with_list(main, app.is_in_list());
            review::most_scrolled(app, review, above)
        }
        Screen::Across(across) => {
            let sheet = across.sheet.as_ref();
            sheet.map_or(0, |sheet| across::most_scrolled(sheet, main))
        }
        Screen::Export(form) => exporting::most_scrolled(form, main),
        Screen::Interview(interview) if interview.shows_goal => {
            let rows = question::view(app, interview, layout::question_width(app.size))
                .lines
                .len();
            let note_rows = interview.editor.row_count();
            let areas = areas(app.size, rows, note_rows, banner_rows(app));
            let both = layout::goal_area(interview, &areas, rows);
            both.map_or(0, |both| {
                scroll::most(rows, usize::from(layout::inside(both).height))
            })
        }
        _ => 0,
    }
}

/// How many rows the keys for pages go on the screen: as many as are seen, less one that is seen again where text is read.
fn page_of(app: &App) -> usize {
    let (main, _) = layout::above_footer(whole(app.size));
    let inside = usize::from(layout::inside(main).height);
    let page = match &app.screen {
        Screen::Start(start) => start::rows_seen(app, start, main),
        Screen::Review(_) => inside.saturating_sub(1),
        Screen::Codebook(screen) => codebook::codes_seen(app, screen, main),
        Screen::Across(across) if across.sheet.is_some() => inside.saturating_sub(1),
        Screen::Across(across) => across::entries_seen(app, across, main),
        Screen::Search(form) => search::hits_seen(app, form, main),
        _ => 1,
    };
    page.max(1)
}

/// How far two notes that lie side by side can be scrolled.
fn overlap_most(app: &App) -> usize {
    let Screen::Interview(interview) = &app.screen else {
        return 0;
    };
    if !matches!(interview.choosing, Some(Choosing::Overlap(_))) {
        return 0;
    }
    let question = question::view(app, interview, layout::question_width(app.size));
    let note_rows = interview.editor.row_count();
    let rows = question.lines.len();
    let areas = areas(app.size, rows, note_rows, banner_rows(app));
    overlap::most_scrolled(app, interview, areas.question.union(areas.notes))
}

/// How many notes the list is scrolled up from its end so that the chosen note is seen, if the list follows it.
fn scrolled_to_chosen(app: &App) -> Option<usize> {
    let Screen::Interview(interview) = &app.screen else {
        return None;
    };
    if !interview.follows_chosen() {
        return None;
    }
    let question = question::view(app, interview, layout::question_width(app.size));
    let note_rows = interview.editor.row_count();
    let areas = areas(app.size, question.lines.len(), note_rows, banner_rows(app));
    notes::scrolled_to_chosen(app, interview, areas.notes)
}

fn too_small(app: &App) -> TextView {
    let message = app.words.text_with(
        Text::ScreenTooSmall,
        &[
            ("width", LEAST.width.into()),
            ("height", LEAST.height.into()),
        ],
    );
    TextView::plain(
        text::wrap(&message, usize::from(app.size.width))
            .into_iter()
            .map(Line::from)
            .collect(),
    )
}

/// Gives the fields of text the room that they have on the screen.
pub fn fit(app: &mut App) {
    let size: Size = app.size;
    let banner = banner_rows(app);
    let most = most_scrolled(app);
    let overlap_most = overlap_most(app);
    let page = page_of(app);
    let scrolled_to_chosen = scrolled_to_chosen(app);
    app.help = app.help.map(|scrolled| scrolled.min(most));
    match &mut app.screen {
        Screen::Review(review) => {
            review.page = page;
            review.below = review.below.min(most);
        }
        Screen::Codebook(screen) => screen.page = page,
        Screen::Across(across) => {
            across.page = page;
            if let Some(sheet) = &mut across.sheet {
                sheet.first = sheet.first.min(most);
            }
        }
        Screen::Start(start) => start.page = page,
        Screen::Prepare(prepare) => prepare.fit(form::field_width(size.width)),
        Screen::Case(case) => case.fit(form::field_width(size.width)),
        Screen::After(after) => after.fit(form::field_width(size.width)),
        Screen::Export(export) => {
            export.fit(form::field_width(size.width));
            export.scrolled = export.scrolled.min(most);
        }
        Screen::Clock(clock) => clock.fit(form::field_width(size.width)),
        Screen::Search(form) => {
            form.page = page;
            form.fit(search::field_width(size.width));
        }
        screen => {
            let Some(interview) = screen.interview_mut() else {
                return;
            };
            interview.goal_most = most;
            interview.overlap_most = overlap_most;
            interview.scrolled = scrolled_to_chosen.unwrap_or(interview.scrolled);
            let editor = &mut interview.editor;
            let (width, height) = editor_size(size, 1, banner);
            if usize::from(width) != editor.width() {
                editor.resize(width, height);
            }
            let (width, height) = editor_size(size, editor.row_count(), banner);
            editor.resize(width, height);
        }
    }
}
