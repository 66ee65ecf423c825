//! What can be chosen by one further key, page by page.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use zeroize::Zeroizing;

use super::blocks::mark;
use super::outside;
use super::overlap;
use super::scroll::signs;
use super::text::{TextView, cut, fill, styled};
use super::theme;
use crate::i18n::Text;
use crate::operations::check;
use crate::session::{Outcome, TextPlace, TopicId, hours};
use crate::tui::app::App;
use crate::tui::screen::{Choice, Choosing, Interview, ReplacedIn, Stays};

/// The widest a column gets.
const COLUMN: usize = 34;

/// What can be chosen.
pub fn view(app: &App, interview: &Interview, area: Rect) -> TextView {
    let Some(choosing) = interview.choosing else {
        return TextView::plain(Vec::new());
    };
    let columns = usize::from(area.width.saturating_sub(4)).max(1);
    let rows = usize::from(area.height.saturating_sub(2)).max(1);
    let entries: Vec<(char, Choice)> = interview.choices();
    let count = entries.len().div_ceil(rows).max(1);
    let column = (columns / count).min(if count == 1 { columns } else { COLUMN });
    let mut lines: Vec<Line<'static>> = vec![Line::default(); rows.min(entries.len())];
    for (index, (key, choice)) in entries.iter().enumerate() {
        if let Some(line) = lines.get_mut(index % rows) {
            line.spans
                .extend(entry(app, interview, *key, choice, column));
        }
    }
    if let Choosing::Strike(note) = choosing {
        let text = interview
            .protocol
            .state()
            .note(note)
            .map(|note| note.text.as_str().to_owned());
        lines = super::header::paragraph(&text.unwrap_or_default(), columns, Style::new());
    }
    let mut foot = None;
    if let Choosing::Overlap(pair) = choosing {
        let seen = overlap::seen(app, interview, pair, area, lines.len());
        foot = signs(seen.above > 0, seen.below);
        lines.splice(0..0, seen.lines);
    }
    if let Choosing::StrikeSpan(span) = choosing {
        let found = interview.protocol.state().places_in(span);
        lines = struck_lines(app, interview, &found, columns);
    }
    if matches!(choosing, Choosing::Strike(_) | Choosing::StrikeSpan(_)) {
        let state = interview.protocol.state();
        lines = outside::below(app, state, lines, columns, rows);
    }
    let page = match interview.pages() {
        1 => String::new(),
        pages => format!("· {}/{pages} ", interview.page() + 1),
    };
    let title = title(app, interview, choosing);
    let title = Line::styled(format!(" {title} {page}"), theme::STRONG);
    TextView {
        foot,
        ..TextView::framed(title, lines)
    }
}

/// What is to be chosen.
fn title(app: &App, interview: &Interview, choosing: Choosing) -> String {
    match choosing {
        Choosing::Topic => app.say(Text::ChooseTopic),
        Choosing::Refile(note) => about_note(app, Text::ChooseRefile, note),
        Choosing::AlsoIn(note) => about_note(app, Text::ChooseAlsoIn, note),
        Choosing::Strike(note) => about_note(app, Text::ChooseStrike, note),
        Choosing::TakeBack(ReplacedIn::Note(note)) => about_note(app, Text::ChooseTakeBack, note),
        Choosing::TakeBack(_) => app.say(Text::ChooseTakeBackHere),
        Choosing::Unplaced => app.say(Text::ChooseUnplaced),
        Choosing::QuoteLanguage(note) => about_note(app, Text::ChooseQuoteLanguage, note),
        Choosing::Overlap(_) => app.say(Text::ChooseOverlap),
        Choosing::StrikeMinutes => app.say(Text::ChooseStrikeMinutes),
        Choosing::StrikeSpan(span) => app.words.text_with(
            Text::ChooseStrikeSpan,
            &[
                ("from", hours(span.from_ms).into()),
                ("to", hours(span.to_ms).into()),
            ],
        ),
        Choosing::State => app.say(Text::ChooseState),
        Choosing::Parked => app.say(Text::ChooseParked),
        Choosing::Survey => app.say(Text::ChooseSurvey),
        Choosing::Pause => app.say(match interview.protocol.state().clock.running() {
            Some(_) => Text::ChoosePauseRecording,
            None => Text::ChoosePause,
        }),
        Choosing::Recording => app.say(Text::ChooseRecording),
    }
}

fn entry(
    app: &App,
    interview: &Interview,
    key: char,
    choice: &Choice,
    column: usize,
) -> Vec<Span<'static>> {
    let (sign, style, word) = match choice {
        Choice::Cell(topic) => {
            let (sign, style) = mark(interview, topic);
            (sign, style, cell_title(app, interview, topic))
        }
        Choice::State(state) => (
            theme::sign(*state),
            theme::style_of(*state),
            app.words.state(*state).into_owned(),
        ),
        Choice::Survey(key, outcome) => survey(app, interview, key, *outcome),
        Choice::Note(note) => {
            let text = interview.protocol.state().note(*note);
            let text = text.map_or("", |note| note.text.as_str());
            ("⌂", theme::WARNING, format!("{note}  {text}"))
        }
        Choice::Language(language) => {
            let name = app.words.language_name(*language);
            ("⇄", theme::QUIET, name.into_owned())
        }
        Choice::Replaced(markers) => {
            let mut told = replaced(interview, markers);
            ("↶", theme::WARNING, std::mem::take(&mut *told))
        }
        Choice::Stays(stays) => ("⇄", theme::WARNING, app.say(stays_text(*stays))),
        Choice::Minutes(minutes) => {
            let span = interview.last_minutes(*minutes, app.now);
            let count = interview.protocol.state().places_in(span).len();
            let values = [("minutes", (*minutes).into()), ("count", count.into())];
            let word = app.words.text_with(Text::ChooseMinutes, &values);
            ("†", theme::WARNING, word)
        }
        Choice::Parked(number) => ("⚑", theme::WARNING, parked_word(interview, *number)),
        Choice::Pause(reason) => ("‖", theme::WARNING, app.words.pause(*reason).into_owned()),
        Choice::StopRecording => ("■", theme::WARNING, app.say(Text::ChooseRecordingStopped)),
        Choice::NextRecording => ("●", theme::TROUBLE, app.say(Text::ChooseRecordingNext)),
    };
    // It may hold an original.
    let word = Zeroizing::new(word);
    vec![
        styled(format!("{key} "), theme::KEY),
        styled(format!("{sign} "), style),
        Span::raw(fill(&word, column.saturating_sub(5))),
        Span::raw(" "),
    ]
}

/// A placeholder and the words that it stands for, which are known while the program runs.
fn replaced(interview: &Interview, markers: &[char]) -> Zeroizing<String> {
    let protocol = &interview.protocol;
    let label = markers.first().and_then(|marker| protocol.label(*marker));
    let label = label.unwrap_or_default();
    let words = markers
        .iter()
        .filter_map(|marker| protocol.words_behind(*marker));
    let words: Vec<Zeroizing<String>> = words.collect();
    // Text that grows leaves copies of itself behind.
    let length: usize = words.iter().map(|words| words.len() + 2).sum();
    let mut told = Zeroizing::new(String::with_capacity(label.len() + length));
    told.push_str(&label);
    for (index, words) in words.iter().enumerate() {
        told.push_str(if index == 0 { "  " } else { ", " });
        told.push_str(words);
    }
    told
}

/// Which of two notes side by side stays.
const fn stays_text(stays: Stays) -> Text {
    match stays {
        Stays::Both => Text::OverlapBoth,
        Stays::First => Text::OverlapFirst,
        Stays::Second => Text::OverlapSecond,
    }
}

/// What the talk made of an answer to the survey.
fn survey(
    app: &App,
    interview: &Interview,
    key: &str,
    outcome: Outcome,
) -> (&'static str, Style, String) {
    let answers = &interview.protocol.state().prefill;
    let is_set = answers
        .get(key)
        .is_some_and(|answer| answer.outcome == Some(outcome));
    let (sign, style) = if is_set {
        (super::question::outcome_sign(Some(outcome)), theme::GOOD)
    } else {
        (" ", theme::QUIET)
    };
    let word = app.say(match outcome {
        Outcome::Confirmed => Text::OutcomeConfirmed,
        Outcome::Nuanced => Text::OutcomeNuanced,
        Outcome::Contradicted => Text::OutcomeContradicted,
    });
    let label = super::question::survey_label(app, interview, key);
    (sign, style, app.words.labelled(&word, &label))
}

/// A cell as it is called in lists: its id and its title.
pub fn cell_title(app: &App, interview: &Interview, topic: &TopicId) -> String {
    let guide = interview.protocol.guide();
    let language = guide.language_for(interview.question_language);
    match guide.topic(topic.as_str()) {
        Some((_, found)) => format!("{topic} {}", found.title.in_language(language)),
        None => format!("{topic} {}", app.words.text(Text::PaneOutside)),
    }
}

/// What a strike would take out, a line each.
pub fn struck_lines(
    app: &App,
    interview: &Interview,
    places: &[TextPlace],
    columns: usize,
) -> Vec<Line<'static>> {
    let state = interview.protocol.state();
    let lines = places.iter().map(|place| {
        let text = check::text_of(state, place).unwrap_or_default();
        let head = app.words.text_place(place);
        Line::from(cut(&format!("† {head}  {text}"), columns))
    });
    lines.collect()
}

fn parked_word(interview: &Interview, number: u32) -> String {
    let parked = &interview.protocol.state().parked;
    let found = parked.iter().find(|parked| parked.number == number);
    found.map_or_else(String::new, |parked| {
        format!("{} {}", parked.topic, parked.text.as_str())
    })
}

fn about_note(app: &App, text: Text, note: crate::session::NoteId) -> String {
    app.words
        .text_with(text, &[("note", note.to_string().into())])
}
