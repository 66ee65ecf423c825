//! Saturation as a sheet: a bar for each interview, from what was known to what is new.

use super::frame::framed;
use super::{Cell, Readers, Section, Sheet, SheetColumn};
use crate::i18n::{Text, Words};
use crate::release::tables::{ReleasedPoint, ReleasedSaturation};

/// How wide the curve is at most.
const CURVE: usize = 40;

/// The sheet of saturation.
pub fn saturation(released: &ReleasedSaturation, words: &Words) -> Sheet<'static> {
    let mut sheet = framed(Text::TablesSaturation, released.frame(), words);
    let head = |text| words.text(text).into_owned();
    sheet.columns = vec![
        SheetColumn::both("interviews", head(Text::TablesHeadInterviews)),
        SheetColumn::both("session", head(Text::TablesHeadSession)),
        SheetColumn::both("new", head(Text::TablesHeadNew)),
        SheetColumn::both("total", head(Text::TablesHeadTotal)),
        SheetColumn::of("curve", "", Readers::People),
    ];
    let most = released.points().last().map_or(0, |point| point.total);
    sheet.sections = vec![Section {
        heading: String::new(),
        remarks: Vec::new(),
        rows: released
            .points()
            .iter()
            .map(|point| row(point, most))
            .collect(),
    }];
    sheet
}

fn row(point: &ReleasedPoint, most: usize) -> Vec<Cell> {
    let session = point.session.as_ref();
    vec![
        Cell::same(point.interviews.to_string()),
        Cell::same(session.map_or_else(String::new, ToString::to_string)),
        Cell::same(point.new.to_string()),
        Cell::same(point.total.to_string()),
        Cell::shown(curve(point, most)),
    ]
}

/// What was known before is light, what is new is full.
fn curve(point: &ReleasedPoint, most: usize) -> String {
    if most == 0 {
        return String::new();
    }
    let places = |codes: usize| (codes * CURVE).div_ceil(most);
    let known = places(point.total - point.new);
    let new = places(point.total) - known;
    format!("{}{}", "░".repeat(known), "█".repeat(new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_stands_out_at_the_end() {
        let point = |new, total| ReleasedPoint {
            session: None,
            interviews: 1,
            new,
            total,
        };
        assert_eq!(curve(&point(10, 10), 40), "██████████");
        assert_eq!(curve(&point(2, 12), 40), "░░░░░░░░░░██");
        assert_eq!(curve(&point(0, 0), 0), "");
    }
}
