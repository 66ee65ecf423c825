//! The form before an interview.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::field::one_row;
use super::scroll::Seen;
use super::text::{TextView, cut, fill, styled, width, wrap};
use super::theme;
use crate::anonymise::{ProtectedWords, SlotKind};
use crate::guide::{Guide, LocalisedText};
use crate::i18n::Text;
use crate::language::Language;
use crate::tui::app::App;
use crate::tui::editor::Editor;
use crate::tui::screen::{Field, Prepare, REASONS, Row, Value};

/// A row of a form as it is shown.
pub struct Item<'a> {
    /// What it asks.
    pub label: String,
    /// What is filled in.
    pub shown: Shown<'a>,
    /// What is said about it while it is chosen.
    pub explanation: Option<String>,
}

/// What is filled in.
pub enum Shown<'a> {
    /// Text.
    Text(&'a Editor),
    /// One of several choices.
    Choice(String),
    /// What stands and cannot be changed here.
    Fixed(String),
}

/// The form, and where the cursor stands.
pub fn view(app: &App, prepare: &Prepare, area: Rect) -> (TextView, Option<Position>) {
    let items: Vec<Item<'_>> = prepare
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| Item {
            label: label(app, prepare, &row.field),
            shown: match &row.value {
                Value::Text(editor) if prepare.is_fixed(index) => {
                    Shown::Fixed(fixed(app, editor.text(), area))
                }
                Value::Choice { chosen, .. } if prepare.is_fixed(index) => {
                    Shown::Fixed(fixed(app, &choice(app, prepare, &row.field, *chosen), area))
                }
                Value::Text(editor) => Shown::Text(editor),
                Value::Choice { chosen, .. } => {
                    Shown::Choice(choice(app, prepare, &row.field, *chosen))
                }
            },
            explanation: if prepare.is_followed(index) {
                Some(app.say(Text::PrepareFollows))
            } else {
                explanation(app, prepare, row)
            },
        })
        .collect();
    lay_out(&app.say(Text::PrepareTitle), &items, prepare.selected, area)
}

/// Rows of a form in a frame, scrolled so that the chosen one is seen, and where the cursor stands.
pub fn lay_out(
    title: &str,
    items: &[Item<'_>],
    selected: usize,
    area: Rect,
) -> (TextView, Option<Position>) {
    let columns = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2)).max(1);
    let of_label = label_width(columns);
    let mut lines = Vec::new();
    let (mut from, mut until, mut cursor) = (0, 0, None);
    for (index, item) in items.iter().enumerate() {
        let is_here = index == selected;
        if is_here {
            from = lines.len();
            if let Shown::Text(editor) = &item.shown {
                let (x, y) = field_rows(editor, columns.saturating_sub(of_label + 2)).1;
                cursor = Some((from + y, of_label + 2 + x));
            }
        }
        lines.extend(item_lines(item, is_here, of_label, columns));
        if is_here {
            let explanation = item
                .explanation
                .iter()
                .flat_map(|text| wrap(text, columns.saturating_sub(4)));
            lines.extend(explanation.map(|row| Line::styled(format!("    {row}"), theme::QUIET)));
            until = lines.len();
        }
    }
    let first = until.saturating_sub(height).min(from);
    let cursor = cursor.and_then(|(row, column)| {
        let y = u16::try_from(row.checked_sub(first)?).ok()?;
        let x = u16::try_from(column.min(columns)).ok()?;
        Some(Position::new(area.x + 2 + x, area.y + 1 + y)).filter(|at| area.contains(*at))
    });
    let title = Line::styled(format!(" {title} "), theme::STRONG);
    (Seen::from(first, lines, height).framed(title), cursor)
}

fn item_lines(
    item: &Item<'_>,
    is_here: bool,
    of_label: usize,
    columns: usize,
) -> Vec<Line<'static>> {
    let pointer = if is_here { "▸ " } else { "  " };
    // Beside a short word a long label has the room that the word leaves.
    let of_label = match &item.shown {
        Shown::Choice(word) | Shown::Fixed(word) => {
            let left = columns.saturating_sub(width(word) + 6);
            (width(&item.label) + 1).clamp(of_label, left.max(of_label))
        }
        Shown::Text(editor) if !is_here && editor.is_empty() => {
            (width(&item.label) + 1).clamp(of_label, columns.saturating_sub(2).max(of_label))
        }
        Shown::Text(_) => of_label,
    };
    let label = fill(&item.label, of_label.saturating_sub(1));
    let style = if is_here { theme::STRONG } else { Style::new() };
    let mut spans = vec![Span::raw(pointer), styled(format!("{label} "), style)];
    match &item.shown {
        Shown::Choice(word) => {
            let word = cut(word, columns.saturating_sub(of_label + 6));
            if is_here {
                spans.push(styled(format!("◂ {word} ▸"), theme::KEY));
            } else {
                spans.push(Span::raw(word));
            }
            vec![Line::from(spans)]
        }
        Shown::Fixed(word) => {
            let word = cut(word, columns.saturating_sub(of_label + 2));
            spans.push(styled(word, theme::QUIET));
            vec![Line::from(spans)]
        }
        Shown::Text(editor) => {
            let rows = field_rows(editor, columns.saturating_sub(of_label + 2)).0;
            let mut rows = rows.into_iter();
            spans.push(Span::raw(rows.next().unwrap_or_default()));
            let further =
                rows.map(|text| Line::from(format!("{}{text}", " ".repeat(of_label + 2))));
            std::iter::once(Line::from(spans)).chain(further).collect()
        }
    }
}

/// The rows of a field that are seen, and column and row of the cursor among them. A field of one row scrolls sideways,
/// one of several up and down, with a sign where there is more.
fn field_rows(editor: &Editor, columns: usize) -> (Vec<String>, (usize, usize)) {
    if editor.height() == 1 && editor.row_count() > 1 {
        let (row, column) = one_row(editor, columns);
        return (vec![row], (column, 0));
    }
    let view = editor.view();
    let mut rows: Vec<String> = view
        .rows
        .iter()
        .map(|spans| spans.iter().map(|span| span.text.as_str()).collect())
        .collect();
    let last = rows.len().saturating_sub(1);
    for (index, row) in rows.iter_mut().enumerate() {
        let sign = match index {
            0 if view.above > 0 => "↑",
            index if index == last && view.below > 0 => "↓",
            _ => "",
        };
        let room = columns.saturating_sub(width(sign) + 1);
        *row = match sign {
            "" => cut(row, columns),
            sign => format!("{} {sign}", fill(row, room)),
        };
    }
    let at = view.cursor;
    (rows, (usize::from(at.x), usize::from(at.y)))
}

fn label_width(columns: usize) -> usize {
    (columns * 2 / 5).clamp(20, 44)
}

/// A word about the chosen row: what is to be said, or what happens to what is typed.
fn explanation(app: &App, prepare: &Prepare, row: &Row) -> Option<String> {
    match &row.field {
        Field::Words => Some(about_words(app, prepare, row)),
        // Entries of the checklist are sentences, for which the column is too narrow.
        Field::Check(_) => Some(label(app, prepare, &row.field)),
        Field::Session if prepare.is_name_proposed() => {
            let hints = [Text::PrepareSessionHint, Text::PrepareSessionProposed];
            Some(hints.map(|hint| app.say(hint)).join(" "))
        }
        Field::Session => Some(app.say(Text::PrepareSessionHint)),
        Field::Country => Some(app.say(Text::PrepareCountryHint)),
        Field::Survey if prepare.has_survey() => Some(app.say(Text::PrepareSurveyRead)),
        Field::Survey => Some(app.say(Text::PrepareSurveyHint)),
        Field::Consent(id) => {
            let guide = prepare.guide()?;
            let step = guide.consent.iter().find(|step| &step.id == id)?;
            Some(in_form(guide, &step.ask, prepare.language()))
        }
        _ => None,
    }
}

/// What happens to the protected words, and as what each of them is understood, so that a wrong guess is seen while the
/// line can still say better.
fn about_words(app: &App, prepare: &Prepare, row: &Row) -> String {
    let mut about = app.say(Text::PrepareWordsHint);
    if prepare.given_count() > 0 {
        let given = app
            .words
            .counted(Text::PrepareWordsGiven, prepare.given_count());
        about = format!("{given}\n{about}");
    }
    let awaited = prepare.awaited_words();
    let is_typed = matches!(&row.value, Value::Text(editor) if !editor.is_empty());
    if !awaited.is_empty() && !is_typed && prepare.given_count() == 0 {
        let kinds = awaited.iter();
        let kinds = kinds.map(|(kind, count)| format!("{count} × {}", kind.word(app.language)));
        let kinds = kinds.collect::<Vec<_>>().join(" · ");
        let values = [("kinds", kinds.into())];
        let awaited = app.words.text_with(Text::PrepareWordsAwaited, &values);
        about = format!("{awaited}\n{about}");
    }
    let Value::Text(editor) = &row.value else {
        return about;
    };
    let understood: Vec<(SlotKind, &str)> = editor
        .text()
        .lines()
        .filter_map(ProtectedWords::understand)
        .collect();
    for (kind, text) in [
        (SlotKind::Person, Text::PrepareWordsPersons),
        (SlotKind::Institution, Text::PrepareWordsInstitutions),
        (SlotKind::Place, Text::PrepareWordsPlaces),
        (SlotKind::Detail, Text::PrepareWordsOthers),
    ] {
        let of_kind = understood.iter().filter(|(found, _)| *found == kind);
        let names: Vec<&str> = of_kind.map(|(_, names)| *names).collect();
        if !names.is_empty() {
            let values = [("names", names.join(" · ").into())];
            about.push('\n');
            about.push_str(&app.words.text_with(text, &values));
        }
    }
    let of_two = ProtectedWords::parse(editor.text());
    if let Some(said) = app.words.typed_lines_of_two(of_two.lines_of_two()) {
        about.insert(0, '\n');
        about.insert_str(0, &said);
    }
    about
}

fn label(app: &App, prepare: &Prepare, field: &Field) -> String {
    let language = app.language;
    let guide = prepare.guide();
    let of = |found: Option<&LocalisedText>| {
        let language = guide.map_or(language, |guide| guide.language_for(language));
        found.map_or_else(String::new, |text| text.in_language(language).to_owned())
    };
    match field {
        Field::Session => app.say(Text::PrepareSession),
        Field::Guide => app.say(Text::PrepareGuide),
        Field::Mode => app.say(Text::PrepareMode),
        Field::Reason => app.say(Text::PrepareReason),
        Field::Language => app.say(Text::PrepareLanguage),
        Field::Words => match prepare.given_count() {
            0 => app.say(Text::PrepareWords),
            given => format!("{} (+{given})", app.say(Text::PrepareWords)),
        },
        Field::Survey => app.say(Text::PrepareSurvey),
        Field::Pilot => app.say(Text::PreparePilot),
        Field::Country => app.say(Text::PrepareCountry),
        Field::Consent(id) => {
            let step = guide.and_then(|guide| guide.consent.iter().find(|step| &step.id == id));
            let needed = step.is_some_and(|step| step.needed);
            let mark = if needed { " *" } else { "" };
            format!("{id} {}{mark}", of(step.map(|step| &step.title)))
        }
        Field::Attribute(id) => {
            let found = guide.and_then(|guide| {
                guide
                    .attributes
                    .iter()
                    .find(|attribute| &attribute.id == id)
            });
            of(found.map(|attribute| &attribute.label))
        }
        Field::Check(id) => {
            let found = guide.and_then(|guide| guide.before.iter().find(|check| &check.id == id));
            of(found.map(|check| &check.text))
        }
    }
}

fn choice(app: &App, prepare: &Prepare, field: &Field, chosen: usize) -> String {
    match field {
        Field::Guide => prepare.guide().map_or_else(
            || app.say(Text::PrepareNoGuide),
            |guide| in_form(guide, &guide.title, app.language),
        ),
        Field::Mode => app.words.mode(prepare.mode()).into_owned(),
        Field::Reason => {
            let reason = chosen.checked_sub(1).and_then(|chosen| REASONS.get(chosen));
            let said = reason.map(|reason| app.words.phone_reason(*reason).into_owned());
            said.unwrap_or_else(|| "·".to_owned())
        }
        Field::Language => {
            let language = Language::ALL.get(chosen).copied().unwrap_or(Language::De);
            app.words.language_name(language).into_owned()
        }
        Field::Consent(_) => app.say(match chosen {
            1 => Text::ConsentYesWritten,
            2 => Text::ConsentYesOral,
            3 => Text::ConsentNo,
            _ => Text::ConsentNotAsked,
        }),
        Field::Check(_) | Field::Pilot if chosen == 1 => "✓".to_owned(),
        Field::Attribute(id) => attribute_value(app, prepare, id, chosen),
        Field::Check(_)
        | Field::Pilot
        | Field::Session
        | Field::Words
        | Field::Survey
        | Field::Country => "·".to_owned(),
    }
}

/// What stands and cannot be changed here, and the word that says so, for which there is always room.
fn fixed(app: &App, value: &str, area: Rect) -> String {
    let columns = usize::from(area.width.saturating_sub(4));
    let word = format!(" ({})", app.say(Text::PrepareFixed));
    let room = columns.saturating_sub(label_width(columns) + 2 + width(&word));
    format!("{}{word}", cut(value, room))
}

fn attribute_value(app: &App, prepare: &Prepare, id: &str, chosen: usize) -> String {
    let value = prepare.guide().and_then(|guide| {
        let attribute = guide
            .attributes
            .iter()
            .find(|attribute| attribute.id == id)?;
        let value = attribute.values.get(chosen.checked_sub(1)?)?;
        Some(in_form(guide, &value.label, app.language))
    });
    value.unwrap_or_else(|| "·".to_owned())
}

/// A text of the guide with what its variables stand for.
fn in_form(guide: &Guide, text: &LocalisedText, language: Language) -> String {
    let language = guide.language_for(language);
    text.in_language(language)
        .replace("{project}", guide.project.in_language(language))
        .replace("{controller}", guide.controller.in_language(language))
        .replace("{date}", "…")
}

/// How wide a field of text is on a screen of this width.
pub fn field_width(columns: u16) -> u16 {
    let columns = usize::from(columns.saturating_sub(4));
    let of_label = label_width(columns);
    u16::try_from(columns.saturating_sub(of_label + 3))
        .unwrap_or(1)
        .max(1)
}
