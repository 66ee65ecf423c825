//! Faults of a guide as an editor would show them: file, line, column, and the line itself with the fault marked.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::guide::{Severity, is_hidden};
use crate::store::guides::Located;
use crate::store::ron_text::{BYTE_ORDER_MARK, Place, offset_of, place_of};

/// How many characters of a line are shown behind the beginning of a fault. Guides have texts of a thousand.
///
/// What stands before it is needed whole, since the column is counted from it; the renderer shows the end of it.
const BEHIND: usize = 100;

/// How faults are shown.
#[derive(Debug, Clone)]
pub struct Style {
    /// Whether in the colours of a terminal.
    pub is_coloured: bool,
    /// What an error is called.
    pub error: String,
    /// What a warning is called.
    pub warning: String,
}

impl Style {
    fn renderer(&self) -> Renderer {
        if self.is_coloured {
            Renderer::styled()
        } else {
            Renderer::plain()
        }
    }

    fn level(&self, severity: Severity) -> Level<'_> {
        match severity {
            Severity::Error => Level::ERROR.with_name(self.error.as_str()),
            Severity::Warning => Level::WARNING.with_name(self.warning.as_str()),
        }
    }
}

/// The faults of a guide with these messages.
pub fn render(style: &Style, file: &str, source: &str, faults: &[(Located, String)]) -> String {
    // Each fault is a report of its own: in one report all after the first would be shown as remarks on it.
    let renderer = style.renderer();
    let reports = faults.iter().map(|(located, message)| {
        let level = style.level(located.severity());
        let excerpt = Excerpt::of(source, located.span.clone());
        let line = located.place.line;
        show(&renderer, level, file, line, message, excerpt)
    });
    reports.collect::<Vec<_>>().join("\n")
}

/// An error at one place of a guide, such as a fault of syntax.
pub fn render_place(
    style: &Style,
    file: &str,
    source: &str,
    place: Place,
    message: &str,
) -> String {
    let offset = offset_of(source, place);
    let excerpt = Excerpt::of(source, offset..offset);
    let line = place_of(source, offset).line;
    let level = style.level(Severity::Error);
    show(&style.renderer(), level, file, line, message, excerpt)
}

fn show(
    renderer: &Renderer,
    level: Level<'_>,
    file: &str,
    line: usize,
    message: &str,
    excerpt: Excerpt,
) -> String {
    let snippet = Snippet::source(excerpt.text)
        .path(visible(file))
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(excerpt.marked));
    let group = level.primary_title(visible(message)).element(snippet);
    renderer.render(&[group]) + "\n"
}

/// A part of a line that can be shown on a terminal.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    text: String,
    /// The bytes of `text` that are marked.
    marked: Range<usize>,
}

impl Excerpt {
    /// What stands around a place, in its line; of what reaches over several lines the first is marked.
    fn of(source: &str, span: Range<usize>) -> Self {
        let before = source.get(..span.start).unwrap_or_default();
        let marked = source.get(span.clone()).unwrap_or_default();
        let behind = source.get(span.end..).unwrap_or_default();
        let start: String = before.chars().rev().take_while(|c| in_line(*c)).collect();
        let start: String = start
            .chars()
            .rev()
            .filter(|c| *c != BYTE_ORDER_MARK)
            .collect();
        let first_line: String = marked
            .chars()
            .take_while(|c| in_line(*c))
            .take(BEHIND)
            .collect();
        let whole = first_line.len() == marked.len();
        let rest: String = behind
            .chars()
            .take_while(|c| in_line(*c))
            .take(BEHIND)
            .collect();
        let mut text = visible(&start);
        let start = text.len();
        text += &visible(&first_line);
        let end = text.len();
        if whole {
            text += &visible(&rest);
        }
        Self {
            text,
            marked: start..end,
        }
    }
}

const fn in_line(c: char) -> bool {
    !matches!(c, '\n' | '\r')
}

/// The text with a sign for each character that is not seen, so that none steers the terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if is_hidden(c) { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::guides::{GuideError, parse};

    const VALID: &str = include_str!("../../tests/guides/valid.ron");

    fn plain() -> Style {
        Style {
            is_coloured: false,
            error: "error".to_owned(),
            warning: "warning".to_owned(),
        }
    }

    /// The report of all that is wrong with a guide, each fault called by its kind.
    fn report(source: &str) -> String {
        let faults = match parse("test", source.as_bytes()) {
            Ok((_, warnings)) => warnings,
            Err(GuideError::Meaning(faults)) => faults,
            Err(GuideError::Syntax { place, fault }) => {
                return render_place(&plain(), "test.ron", source, place, &fault.to_string());
            }
            Err(other) => panic!("{other}"),
        };
        let named: Vec<(Located, String)> = faults
            .into_iter()
            .map(|located| (located.clone(), format!("{:?}", located.fault.kind)))
            .collect();
        render(&plain(), "test.ron", source, &named)
    }

    #[test]
    fn each_fault_is_shown_as_an_editor_would() {
        let source = VALID
            .replace("de: \"Massnahmen\"", "de: \"Maßnahmen\"")
            .replace("\"p.new\"]", "\"p.old\"]");
        insta::assert_snapshot!(report(&source), @r#"
        warning: SharpS
           --> test.ron:134:45
            |
        134 |         (key: "sv.measures", label: (de: "Maßnahmen", fr: "Mesures", en: "Measures"), list: true),
            |                                             ^

        error: UnknownCode("p.old")
           --> test.ron:156:21
            |
        156 |     process_codes: ["p.old"],
            |                     ^^^^^^^
        "#);
    }

    #[test]
    fn a_fault_of_syntax_is_shown_at_its_place() {
        let source = VALID.replace("status: draft", "status: ready");
        insta::assert_snapshot!(report(&source), @r"
        error: unknown word `ready`; possible here: draft, feedback, pilot, field
         --> test.ron:7:13
          |
        7 |     status: ready,
          |             ^
        ");
    }

    #[test]
    fn what_reaches_over_lines_is_marked_in_the_first() {
        let goal = "goal: (de: \"Erkennen.\", fr: \"Repérer.\", en: \"Recognise.\")";
        let source = VALID.replace(goal, "goal: (\n  de: \"Erkennen.\", en: \"Recognise.\"\n)");
        insta::assert_snapshot!(report(&source), @r"
        error: MissingLanguage(Fr)
           --> test.ron:104:19
            |
        104 |             goal: (
            |                   ^
        ");
    }

    #[test]
    fn lines_and_columns_are_those_of_the_fault() {
        let source = VALID.replace("Erkennen.", "漢字 e\u{301}\u{301} 👍🏽 größer");
        let report = report(&format!("\u{feff}{source}"));
        assert!(report.contains("test.ron:104:38\n"), "{report}");
    }

    #[test]
    fn no_hidden_character_reaches_the_terminal() {
        let source = VALID.replace(
            "de: \"Was machen Sie?\"",
            "de: \"Was \u{202e}machen \u{9b}Sie \u{7}?\"",
        );
        let report = report(&source);
        assert!(report.contains("\"Was \u{fffd}machen"), "{report}");
        assert!(
            report.chars().all(|c| c == '\n' || !is_hidden(c)),
            "{report:?}"
        );
    }

    #[test]
    fn a_fault_in_a_long_line_is_shown_with_what_stands_around_it() {
        let source = VALID.replace(
            "Erkennen.",
            &format!("{}ß{}", "Aber ".repeat(100), " oder".repeat(100)),
        );
        insta::assert_snapshot!(report(&source), @r"
        warning: SharpS
           --> test.ron:104:525
            |
        104 | ...er Aber Aber Aber Aber Aber Aber Aber Aber Aber Aber Aber Aber ß oder oder oder oder oder oder oder oder oder oder oder oder ode...
            |                                                                   ^
        ");
    }

    #[test]
    fn colours_are_added_when_asked_for() {
        let place = Place { line: 2, column: 3 };
        let coloured = Style {
            is_coloured: true,
            ..plain()
        };
        let shown = |style: &Style| render_place(style, "a.ron", "x\n  y", place, "no");
        assert!(shown(&coloured).contains("\u{1b}["));
        assert!(!shown(&plain()).contains('\u{1b}'));
    }

    #[test]
    fn a_place_behind_the_end_is_no_trouble() {
        let place = Place { line: 9, column: 9 };
        assert!(render_place(&plain(), "a.ron", "", place, "no").contains("a.ron:1:1"));
    }
}
