//! What is open before closing.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::choice::cell_title;
use super::consent::effect;
use super::notes::place_word;
use super::scroll::{self, Seen};
use super::text::{TextView, fill, wrap};
use super::theme;
use crate::analysis::OpenPoint;
use crate::i18n::Text;
use crate::session::{CellState, hours};
use crate::tui::app::App;
use crate::tui::keymap::{Command, Place, bindings};
use crate::tui::screen::{Closing, REASONS, Refusal};

/// From how many rows on there is room for what the guide wants asked at the end.
const HIGH: u16 = 30;

/// What is open before closing.
pub fn view(app: &App, closing: &Closing, area: Rect) -> TextView {
    let columns = usize::from(area.width.saturating_sub(4));
    let mut lines = introduction(app, closing, area, columns);
    let keys = below(app, closing, columns);
    let room =
        usize::from(area.height.saturating_sub(2)).saturating_sub(lines.len() + keys.len() + 1);
    let open = closing.points();
    let entries = closing.rows.iter().enumerate().map(|(index, point)| {
        let is_here = index == closing.selected;
        let text = describe(app, closing, point);
        entry(&text, is_here, open.contains(point), columns)
    });
    // What needs no answer is said all the same.
    let stretches = closing.interview.protocol.state().ended_stretches();
    let settled = stretches.iter().enumerate().map(|(index, (span, why))| {
        let text = format!("⊘ {}", app.words.stretch(*span, *why));
        let is_here = closing.rows.len() + index == closing.selected;
        entry(&text, is_here, false, columns)
    });
    let entries = entries.chain(settled);
    let seen = Seen::around(entries, closing.selected, room.max(1));
    lines.extend(seen.lines);
    if !closing.rows.is_empty() {
        lines.push(Line::default());
        lines.extend(keys);
    }
    let title = app.words.text(if closing.is_after() {
        Text::ClosingAfterTitle
    } else {
        Text::ClosingTitle
    });
    let title = format!(" {title} ");
    TextView {
        foot: scroll::signs(seen.above > 0, seen.below),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// The keys that settle the chosen point or leave it open; or what follows from taking a yes back, before that is done.
fn below(app: &App, closing: &Closing, columns: usize) -> Vec<Line<'static>> {
    let Some(point) = closing.chosen() else {
        return Vec::new();
    };
    if let (OpenPoint::Consent(step), Some(Refusal::TakesConsentBack)) = (point, closing.refusal) {
        let steps = &closing.interview.protocol.guide().consent;
        let step = steps.iter().find(|other| &other.id == step);
        return step.map_or_else(Vec::new, |step| {
            effect(app, &closing.interview, step, columns)
        });
    }
    let mut keys = answers(app, point);
    if !closing.is_after() {
        keys.extend(reasons(app, point));
    }
    let rows = wrap(&keys.join("  "), columns).into_iter();
    rows.map(|row| Line::styled(row, theme::KEY)).collect()
}

/// A point in a row; the chosen one in as many as it needs.
fn entry(text: &str, is_here: bool, is_open: bool, columns: usize) -> Vec<Line<'static>> {
    let done = if is_open { " " } else { "✓" };
    if is_here {
        let rows = wrap(text, columns.saturating_sub(3)).into_iter();
        let heads = std::iter::once(format!("▸{done} ")).chain(std::iter::repeat("   ".to_owned()));
        return rows
            .zip(heads)
            .map(|(row, head)| Line::styled(fill(&format!("{head}{row}"), columns), theme::HERE))
            .collect();
    }
    let style = if is_open { Style::new() } else { theme::QUIET };
    let text = fill(&format!(" {done} {text}"), columns);
    vec![Line::styled(text, style)]
}

/// The question at the end and what the guide wants checked, if there is room; then what the list is for.
fn introduction(app: &App, closing: &Closing, area: Rect, columns: usize) -> Vec<Line<'static>> {
    let interview = &closing.interview;
    let guide = interview.protocol.guide();
    let language = guide.language_for(interview.question_language);
    let mut lines = Vec::new();
    let is_after = closing.is_after();
    if !is_after {
        let question = guide.closing.question.in_language(language);
        let question = wrap(question, columns).into_iter();
        lines.extend(question.map(|row| Line::styled(row, theme::STRONG)));
    }
    if !is_after && area.height >= HIGH {
        let checks = guide.closing.checks.iter();
        let rows = checks
            .flat_map(|check| wrap(&format!("· {}", check.text.in_language(language)), columns));
        lines.extend(rows.map(Line::from));
    }
    if let Some((number, _)) = interview
        .protocol
        .state()
        .clock
        .running()
        .filter(|_| !is_after)
    {
        let about = [("about", number.to_string().into())];
        let text = app.words.text_with(Text::ClosingRecordingEnds, &about);
        let rows = wrap(&text, columns).into_iter();
        lines.extend(rows.map(|row| Line::styled(row, theme::WARNING)));
    }
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    let introduction = match (closing.rows.is_empty(), is_after) {
        (true, _) => Text::ClosingNothing,
        (false, true) => Text::ClosingAfterHint,
        (false, false) => Text::ClosingHint,
    };
    let rows = wrap(&app.words.text(introduction), columns).into_iter();
    lines.extend(rows.map(|row| Line::styled(row, theme::QUIET)));
    lines.push(Line::default());
    lines
}

/// The digits that settle a point, each with what it says.
pub(super) fn answers(app: &App, point: &OpenPoint) -> Vec<String> {
    let one = |text| vec![format!("1\u{a0}{}", app.say(text)).replace(' ', "\u{a0}")];
    match point {
        OpenPoint::Cell(_) | OpenPoint::Contradicted(_) | OpenPoint::Disputed(_) => {
            CellState::SETTABLE
                .iter()
                .zip(1..)
                .map(|(state, digit)| {
                    format!("{digit} {}", app.words.state(*state)).replace(' ', "\u{a0}")
                })
                .collect()
        }
        OpenPoint::Consent(_) => {
            let mut keys = one(Text::ConsentYesOral);
            keys.push(format!("2\u{a0}{}", app.say(Text::ConsentNo)));
            keys
        }
        OpenPoint::PerhapsSame { .. } => {
            let mut keys = one(Text::ClosingSameYes);
            let two = app.say(Text::ClosingSameNo);
            keys.push(format!("2\u{a0}{two}").replace(' ', "\u{a0}"));
            keys
        }
        OpenPoint::Parked(..) => one(Text::ClosingDone),
        OpenPoint::Unplaced(_) => one(Text::ClosingStays),
        OpenPoint::Gap { .. } => one(Text::ClosingUnderstood),
        OpenPoint::OffRecord { .. } => one(Text::ClosingEndOffRecord),
        OpenPoint::Draft(_) => one(Text::ClosingKeepDraft),
        OpenPoint::PhoneReason => REASONS
            .iter()
            .zip(1..)
            .map(|(reason, digit)| {
                format!("{digit} {}", app.words.phone_reason(*reason)).replace(' ', "\u{a0}")
            })
            .collect(),
        OpenPoint::Doubts(_)
        | OpenPoint::Overlaps(_)
        | OpenPoint::Approval
        | OpenPoint::Country => Vec::new(),
    }
}

/// The letters that leave a point open, each with its reason; none where it may not be left open.
fn reasons(app: &App, point: &OpenPoint) -> Vec<String> {
    if !point.may_be_waved() {
        return Vec::new();
    }
    let reasons = bindings(Place::Closing)
        .filter(|binding| matches!(binding.command, Command::Wave(_)))
        .filter_map(|binding| Some((binding.keys.first()?, binding.label)));
    reasons
        .map(|(key, label)| format!("{key} {}", app.say(label)).replace(' ', "\u{a0}"))
        .collect()
}

fn describe(app: &App, closing: &Closing, point: &OpenPoint) -> String {
    let interview = &closing.interview;
    let state = interview.protocol.state();
    match point {
        OpenPoint::Cell(topic) => {
            let sign = super::blocks::mark(interview, topic).0;
            format!("{sign} {}", cell_title(app, interview, topic))
        }
        OpenPoint::Contradicted(topic) => labelled(
            app,
            super::blocks::mark(interview, topic).0,
            Text::ClosingContradicted,
            &cell_title(app, interview, topic),
        ),
        OpenPoint::Disputed(topic) => {
            let dispute = state.disputed(topic);
            let states = dispute.map_or_else(String::new, |dispute| app.words.dispute(dispute));
            let said = labelled(app, "⇄", Text::ClosingDisputed, &states);
            format!("{said} · {}", cell_title(app, interview, topic))
        }
        OpenPoint::Parked(number, topic) => {
            let mut parked = state.parked.iter();
            let parked = parked.find(|parked| parked.number == *number);
            let word = parked.map_or("", |parked| parked.text.as_str());
            format!("⚑ {} {word}", cell_title(app, interview, topic))
        }
        OpenPoint::Unplaced(note) => {
            let found = state.note(*note);
            let text = found.map_or("", |note| note.text.as_str());
            labelled(app, "⌂", Text::ClosingUnplaced, &format!("{note} {text}"))
        }
        OpenPoint::Overlaps(count) => {
            format!("⇄ {}", app.words.counted(Text::ClosingOverlaps, *count))
        }
        OpenPoint::PerhapsSame { from, into } => {
            let slots = [from, into].map(|slot| slot.placeholder(state.header.language));
            // Who has answered is shown no names any more.
            let offers = interview.protocol.perhaps_same();
            let offer = offers
                .iter()
                .find(|offer| (offer.from, offer.into) == (*from, *into));
            let called = |at: usize| match offer.and_then(|offer| offer.names.get(at)) {
                Some(name) => format!("{} ({})", slots[at], **name),
                None => slots[at].clone(),
            };
            let about = format!("{} · {}", called(0), called(1));
            labelled(app, "≈", Text::ClosingSame, &about)
        }
        OpenPoint::Doubts(count) => {
            format!("? {}", app.words.counted(Text::ClosingDoubts, *count))
        }
        OpenPoint::Draft(topic) => labelled(
            app,
            "…",
            Text::ClosingDraft,
            &cell_title(app, interview, topic),
        ),
        OpenPoint::Gap { topic, at_ms } => labelled(
            app,
            "¿",
            Text::ClosingGap,
            &format!(
                "{} {}",
                place_word(state.place_of_key(*at_ms)),
                cell_title(app, interview, topic)
            ),
        ),
        OpenPoint::OffRecord { from_ms } => {
            labelled(app, "⊘", Text::ClosingOffRecord, &hours(*from_ms))
        }
        OpenPoint::Consent(step) => {
            let guide = interview.protocol.guide();
            let language = guide.language_for(app.language);
            let found = guide.consent.iter().find(|other| &other.id == step);
            let title = found.map_or("", |step| step.title.in_language(language));
            let about = format!("{step} {title}");
            // Who has answered sees what was noted.
            match state.answer_to(step) {
                Some(answer) => format!(
                    "§ {}",
                    app.words.labelled(&about, &app.words.answer(answer))
                ),
                None => labelled(app, "§", Text::ClosingConsent, &about),
            }
        }
        OpenPoint::Approval => format!("✉ {}", app.say(Text::ClosingApproval)),
        OpenPoint::Country => format!("≠ {}", app.say(Text::ClosingCountry)),
        // Who has answered sees what was noted.
        OpenPoint::PhoneReason => match state.header.reason {
            Some(reason) => {
                let said = app.words.phone_reason(reason);
                labelled(app, "☎", Text::PrepareReason, &said)
            }
            None => format!("☎ {}", app.say(Text::ClosingPhoneReason)),
        },
    }
}

fn labelled(app: &App, sign: &str, label: Text, about: &str) -> String {
    format!("{sign} {}", app.words.labelled(&app.say(label), about))
}
