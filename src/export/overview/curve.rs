//! The curve of saturation as a picture.

use std::fmt::Write;

use maud::{Markup, html};

use crate::i18n::{Text, Value, Words};
use crate::release::tables::ReleasedPoint;

const WIDTH: usize = 640;
const HEIGHT: usize = 240;
const LEFT: usize = 44;
const BOTTOM: usize = 26;
const TOP: usize = 14;

/// More points than this could not be told apart.
const MOST_POINTS: usize = 300;

/// The codes that are known after each interview as a line, those that are new as bars.
pub(super) fn of(points: &[ReleasedPoint], words: &Words) -> Markup {
    let Some(last) = points.last() else {
        return html! {};
    };
    let drawn = thinned(points);
    let most = last.total.max(1);
    let across =
        |interviews: usize| LEFT + interviews * (WIDTH - LEFT - 4) / last.interviews.max(1);
    let height = |codes: usize| codes * (HEIGHT - BOTTOM - TOP) / most;
    let base = HEIGHT - BOTTOM;
    let mut line = String::new();
    for point in &drawn {
        // Writing into a string cannot fail.
        let _ = write!(
            line,
            "{},{} ",
            across(point.interviews),
            base - height(point.total)
        );
    }
    let label = words.text_with(
        Text::OverviewCurve,
        &[
            ("interviews", Value::from(last.interviews)),
            ("codes", Value::from(last.total)),
        ],
    );
    html! {
        figure style="margin:0" {
            svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } width=(WIDTH) height=(HEIGHT) role="img" aria-label=(label) {
                @for point in &drawn {
                    rect.new x=(across(point.interviews).saturating_sub(2)) y=(base - height(point.new))
                        width="4" height=(height(point.new)) {}
                }
                polyline.total points=(line.trim_end()) {}
                @if drawn.len() <= 60 {
                    @for point in &drawn {
                        circle.dot cx=(across(point.interviews)) cy=(base - height(point.total)) r="3" {}
                    }
                }
                path.axis d={ "M" (LEFT) " " (TOP) "V" (base) "H" (WIDTH) } {}
                text x=(LEFT - 6) y=(TOP + 4) text-anchor="end" { (last.total) }
                text x=(LEFT - 6) y=(base) text-anchor="end" { "0" }
                text x=(WIDTH - 4) y=(HEIGHT - 6) text-anchor="end" { (last.interviews) }
                text x=(LEFT) y=(HEIGHT - 6) { (words.text(Text::TablesHeadInterviews)) }
            }
            figcaption { (label) }
        }
    }
}

/// So many points at most, the last one always among them; what is new between two of them is added up.
fn thinned(points: &[ReleasedPoint]) -> Vec<ReleasedPoint> {
    let each = points.len().div_ceil(MOST_POINTS).max(1);
    points
        .chunks(each)
        .filter_map(|chunk| {
            let last = chunk.last()?;
            Some(ReleasedPoint {
                new: chunk.iter().map(|point| point.new).sum(),
                ..last.clone()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_curve_is_thinned_and_loses_no_code() {
        let points: Vec<ReleasedPoint> = (1..=1001)
            .map(|interviews| ReleasedPoint {
                session: None,
                interviews,
                new: 1,
                total: interviews,
            })
            .collect();
        let thinned = thinned(&points);
        assert!(thinned.len() <= MOST_POINTS);
        assert_eq!(thinned.iter().map(|point| point.new).sum::<usize>(), 1001);
        assert_eq!(thinned.last().unwrap().interviews, 1001);
    }

    #[test]
    fn without_interviews_there_is_no_curve() {
        let words = Words::new(crate::language::Language::De);
        assert_eq!(of(&[], &words).into_string(), "");
    }
}
