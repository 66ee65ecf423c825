//! The question at a glance: the main question, the probes below it; or goal, criterion and prompts.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::header::paragraph;
use super::layout::inside;
use super::scroll::{self, Seen};
use super::text::{TextView, cut, styled, width, wrap};
use super::theme;
use crate::guide::{Block, Guide, LocalisedText, Mode, SURVEY_PREFIX, Topic};
use crate::i18n::Text;
use crate::language::Language;
use crate::session::Outcome;
use crate::tui::app::App;
use crate::tui::keymap::{Command, Place, bindings};
use crate::tui::screen::Interview;

/// The question of the topic that the screen shows.
pub fn view(app: &App, interview: &Interview, columns: u16) -> TextView {
    let guide = interview.protocol.guide();
    let language = guide.language_for(interview.question_language);
    let columns = usize::from(columns);
    let Some((block, topic)) = guide.topic(interview.topic.as_str()) else {
        return outside(app, interview, columns);
    };
    let asks = Asking {
        app,
        interview,
        guide,
        language,
        columns,
    };
    let mut lines = asks.question(topic);
    if interview.shows_goal {
        lines.push(Line::default());
        lines.extend(asks.goal(block, topic));
    }
    let title = format!(" {} {} ", topic.id, topic.title.in_language(language));
    let (sign, style) = super::blocks::mark(interview, &interview.topic);
    let state = app
        .words
        .state(interview.protocol.state().cell(&interview.topic));
    TextView {
        corner: Some(Line::from(vec![styled(format!(" {sign} {state} "), style)])),
        ..TextView::framed(Line::styled(title, theme::STRONG), lines)
    }
}

/// The question in its room, with a sign and the key that shows the rest if that is too little. By phone the prompts stay.
pub fn at_a_glance(interview: &Interview, mut question: TextView, area: Rect) -> TextView {
    let height = usize::from(inside(area).height);
    let lost = question.lines.len().saturating_sub(height);
    if lost > 0 && shows_prompts(interview) {
        let prompts = question.lines.pop();
        question.lines.truncate(height.saturating_sub(1));
        question.lines.extend(prompts);
    }
    let key = bindings(Place::Interview)
        .find(|binding| binding.command == Command::Goal)
        .and_then(|binding| binding.keys.first());
    match (lost, key) {
        (0, _) | (_, None) => question,
        (lost, Some(key)) => TextView {
            foot: Some(Line::styled(format!(" ↓ {lost} · {key} "), theme::KEY)),
            ..question
        },
    }
}

/// The question where it has more room, scrolled down by so many rows.
pub fn scrolled(mut question: TextView, first: usize, area: Rect) -> TextView {
    let lines = std::mem::take(&mut question.lines);
    let seen = Seen::from(first, lines, usize::from(inside(area).height));
    TextView {
        foot: scroll::signs(seen.above > 0, seen.below),
        lines: seen.lines,
        ..question
    }
}

struct Asking<'a> {
    app: &'a App,
    interview: &'a Interview,
    guide: &'a Guide,
    language: Language,
    columns: usize,
}

impl Asking<'_> {
    fn question(&self, topic: &Topic) -> Vec<Line<'static>> {
        let state = self.interview.protocol.state();
        let role = state.attributes.get("role").map(String::as_str);
        let question = self.prefilled(topic).unwrap_or_else(|| {
            topic
                .question_for(role)
                .in_language(self.language)
                .to_owned()
        });
        let mut lines = paragraph(&self.put_in(&question), self.columns, theme::STRONG);
        lines.extend(self.survey());
        let asked = state.probes.get(&self.interview.topic);
        for (number, probe) in (1_u8..).zip(topic.probes.in_language(self.language)) {
            let is_asked = asked.is_some_and(|asked| asked.contains(&number));
            let sign = if is_asked { "✓" } else { " " };
            lines.extend(self.hanging(&format!("{sign}{number} "), &self.put_in(probe)));
        }
        if let Some(hint) = &topic.hint {
            lines.extend(self.hanging("  ", &self.put_in(hint.in_language(self.language))));
        }
        if self.interview.mode() == Mode::Phone {
            // By phone nobody sees a nod: what keeps the talk going stands in sight.
            let row = self.keep_going_in(self.columns.saturating_sub(2));
            lines.push(Line::styled(format!("↻ {row}"), theme::QUIET));
        }
        lines
    }

    /// The main question with what the survey said, if it said all that the question needs.
    fn prefilled(&self, topic: &Topic) -> Option<String> {
        let prefilled = topic.prefilled.as_ref()?;
        let answers = &self.interview.protocol.state().prefill;
        let mut question = prefilled.question.in_language(self.language).to_owned();
        for key in &prefilled.keys {
            let answer = answers.get(key)?.value.as_str();
            let name = key.strip_prefix(SURVEY_PREFIX).unwrap_or(key);
            question = question.replace(&format!("{{{name}}}"), answer);
        }
        Some(question)
    }

    /// What the survey said, a line an answer, with what the interview made of it.
    fn survey(&self) -> Vec<Line<'static>> {
        let answers = &self.interview.protocol.state().prefill;
        let keys = self.interview.survey_here().into_iter();
        let lines = keys.filter_map(|key| {
            let answer = answers.get(key)?;
            let sign = outcome_sign(answer.outcome);
            let label = survey_label(self.app, self.interview, key);
            let text = self.app.words.labelled(&label, answer.value.as_str());
            let text = format!("{sign} {text}");
            Some(Line::styled(cut(&text, self.columns), theme::QUIET))
        });
        lines.collect()
    }

    fn goal(&self, block: &Block, topic: &Topic) -> Vec<Line<'static>> {
        let mut lines = self.labelled(Text::QuestionGoal, &block.goal);
        if let Some(criterion) = &topic.criterion {
            lines.extend(self.labelled(Text::QuestionInclude, &criterion.include));
            lines.extend(self.labelled(Text::QuestionExclude, &criterion.exclude));
        }
        if let Some(hint) = &block.hint {
            lines.extend(self.labelled(Text::QuestionHint, hint));
        }
        lines.extend(self.label(Text::QuestionKeepGoing, &self.keep_going()));
        let keywords = topic.keywords.in_language(self.language).join(", ");
        lines.extend(self.label(Text::QuestionKeywords, &keywords));
        lines
    }

    fn keep_going(&self) -> String {
        let prompts: Vec<&str> = self.prompts().collect();
        prompts.join(" · ")
    }

    /// The first prompts, as many as one row has room for.
    fn keep_going_in(&self, room: usize) -> String {
        let mut row = String::new();
        for prompt in self.prompts() {
            let longer = match row.as_str() {
                "" => cut(prompt, room),
                row => format!("{row} · {prompt}"),
            };
            if width(&longer) <= room {
                row = longer;
            }
        }
        row
    }

    fn prompts(&self) -> impl Iterator<Item = &str> {
        let prompts = self.guide.keep_going.iter();
        prompts.map(|prompt| prompt.text.in_language(self.language))
    }

    fn labelled(&self, label: Text, text: &LocalisedText) -> Vec<Line<'static>> {
        self.label(label, text.in_language(self.language))
    }

    fn label(&self, label: Text, text: &str) -> Vec<Line<'static>> {
        let label = self.app.words.text(label);
        paragraph(
            &format!("{label} {}", self.put_in(text)),
            self.columns,
            theme::QUIET,
        )
    }

    /// A text whose further rows stand below its first word.
    fn hanging(&self, head: &str, text: &str) -> Vec<Line<'static>> {
        let indent = head.chars().count();
        let rows = wrap(text, self.columns.saturating_sub(indent));
        let mut lines = Vec::new();
        for (index, row) in rows.into_iter().enumerate() {
            let head = if index == 0 {
                head.to_owned()
            } else {
                " ".repeat(indent)
            };
            lines.push(Line::from(vec![styled(head, theme::KEY), Span::raw(row)]));
        }
        lines
    }

    /// A text with what its variables stand for.
    fn put_in(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let header = &self.interview.protocol.state().header;
        let minutes = self.guide.minutes(header.mode).to_string();
        text.replace("{coop}", header.id.case().as_str())
            .replace("{minutes}", &minutes)
            .replace("{project}", self.guide.project.in_language(self.language))
            .replace(
                "{controller}",
                self.guide.controller.in_language(self.language),
            )
    }
}

/// Whether prompts stand below the question, in its last row.
fn shows_prompts(interview: &Interview) -> bool {
    let guide = interview.protocol.guide();
    let is_topic = guide.topic(interview.topic.as_str()).is_some();
    interview.mode() == Mode::Phone && !interview.shows_goal && is_topic
}

/// The sign for what an interview made of an answer to a survey.
pub const fn outcome_sign(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        None => "≡",
        Some(Outcome::Confirmed) => "✓",
        Some(Outcome::Nuanced) => "≈",
        Some(Outcome::Contradicted) => "≠",
    }
}

/// What a survey key is called.
pub fn survey_label(app: &App, interview: &Interview, key: &str) -> String {
    let guide = interview.protocol.guide();
    let language = guide.language_for(app.language);
    let found = guide.survey.iter().find(|survey| survey.key == key);
    found.map_or_else(
        || key.to_owned(),
        |survey| survey.label.in_language(language).to_owned(),
    )
}

/// The bin «outside the guide» has no question.
fn outside(app: &App, interview: &Interview, columns: usize) -> TextView {
    let title = format!(
        " {} ⌂ {} ",
        interview.topic,
        app.words.text(Text::PaneOutside)
    );
    let lines = paragraph(
        &app.words.text(Text::QuestionOutside),
        columns,
        theme::QUIET,
    );
    TextView::framed(Line::styled(title, theme::STRONG), lines)
}
