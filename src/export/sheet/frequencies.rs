//! Frequencies within blocks as a sheet.

use super::frame::{about_attributes, data, framed, wording};
use super::{Cell, Readers, Section, Sheet, SheetColumn};
use crate::analysis::FEWEST_FOR_PERCENT;
use crate::export::bar::share;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::Figure;
use crate::release::tables::{ReleasedCode, ReleasedCodeBlock, ReleasedFrequencies};

/// The sheet of frequencies.
pub fn frequencies(released: &ReleasedFrequencies, guide: &Guide, words: &Words) -> Sheet<'static> {
    let mut sheet = framed(Text::TablesFrequencies, released.frame(), words);
    if let Some(by) = released.by() {
        let by = std::slice::from_ref(by);
        sheet.head.extend(about_attributes(by, &[], guide, words));
    }
    let has_percent = released.frame().base().sessions >= FEWEST_FOR_PERCENT;
    sheet.columns = columns(released, has_percent, guide, words);
    sheet.sections = released
        .blocks()
        .iter()
        .map(|block| section(block, has_percent, guide, words))
        .collect();
    let mut notes = vec![words.text(Text::TablesWordsNote).into_owned()];
    if !has_percent {
        notes.push(words.counted(Text::TablesPercentNote, FEWEST_FOR_PERCENT));
    }
    if released.groups().iter().any(|group| group.too_small) {
        let smallest = released.frame().smallest_group();
        notes.push(words.counted(Text::TablesGroupsOf, smallest));
    }
    sheet.foot.splice(0..0, notes);
    sheet
}

fn columns(
    released: &ReleasedFrequencies,
    has_percent: bool,
    guide: &Guide,
    words: &Words,
) -> Vec<SheetColumn> {
    let head = |text| words.text(text).into_owned();
    // Marks that nobody set are no columns for people.
    let readers = |is_set: fn(&ReleasedCode) -> bool| {
        let mut codes = released.blocks().iter().flat_map(|block| &block.codes);
        if codes.any(is_set) {
            Readers::Both
        } else {
            Readers::Programs
        }
    };
    let polarity = readers(|code| has_any(code.helps) || has_any(code.hinders));
    let voice = readers(|code| has_any(code.reported));
    let mut columns = vec![
        SheetColumn::of("block", head(Text::TablesHeadBlock), Readers::Programs),
        SheetColumn::both("code", head(Text::TablesHeadCode)),
        SheetColumn::both("label", head(Text::TablesHeadLabel)),
        SheetColumn::both("sessions", head(Text::TablesHeadSessions)),
        SheetColumn::of("of_sessions", "", Readers::Programs),
        SheetColumn::both("cases", head(Text::TablesHeadCases)),
        SheetColumn::of("of_cases", "", Readers::Programs),
        SheetColumn::of("bar", head(Text::TablesHeadBar), Readers::People),
        SheetColumn::both("word", head(Text::TablesHeadWord)),
        SheetColumn::both("unprompted", head(Text::TablesHeadUnprompted)),
        SheetColumn::of("helps", head(Text::TablesHeadHelps), polarity),
        SheetColumn::of("hinders", head(Text::TablesHeadHinders), polarity),
        SheetColumn::of("own", head(Text::TablesHeadOwn), voice),
        SheetColumn::of("reported", head(Text::TablesHeadReported), voice),
    ];
    if has_percent {
        columns.push(SheetColumn::both("percent", head(Text::TablesHeadPercent)));
    }
    if let Some(by) = released.by() {
        for group in released.groups() {
            let value = words.attribute_value(&by.id, group.value.as_deref(), guide);
            let mark = if group.too_small { " ⚠" } else { "" };
            let name = format!("{}={}", by.id, group.value.as_deref().unwrap_or(""));
            columns.push(SheetColumn::both(&name, format!("{value}{mark}")));
            let base = format!("of_{name}");
            columns.push(SheetColumn::of(&base, "", Readers::Programs));
        }
    }
    columns
}

/// Whether a number is more than none, said or not.
fn has_any(figure: Figure) -> bool {
    figure != Figure::Exact(0)
}

fn section(
    block: &ReleasedCodeBlock,
    has_percent: bool,
    guide: &Guide,
    words: &Words,
) -> Section<'static> {
    let language = guide.language_for(words.language());
    let title = block.title.as_ref().map_or_else(
        || block.block.clone(),
        |title| format!("{} {}", block.block, title.in_language(language)),
    );
    let heading = words.text_with(
        Text::TablesBlock,
        &[
            ("block", Value::from(title)),
            ("sessions", words.figure_to_put(block.sessions)),
            ("cases", words.figure_to_put(block.cases)),
        ],
    );
    Section {
        heading,
        remarks: remarks(block, words),
        rows: block
            .codes
            .iter()
            .map(|code| row(code, block, has_percent, guide, words))
            .collect(),
    }
}

fn remarks(block: &ReleasedCodeBlock, words: &Words) -> Vec<String> {
    let counts = [
        (Text::TablesBlockDeclined, block.declined),
        (Text::TablesBlockUnsettled, block.unsettled),
    ];
    let mut remarks: Vec<String> = counts
        .into_iter()
        .filter(|(_, figure)| has_any(*figure))
        .map(|(text, figure)| {
            let count = Value::from(words.figure(figure).into_owned());
            words.text_with(text, &[("count", count)])
        })
        .collect();
    remarks.extend(wording(block.wording, words));
    if block.too_small {
        remarks.push(words.text(Text::TablesBlockSmall).into_owned());
    } else if block.codes.is_empty() {
        remarks.push(words.text(Text::TablesBlockEmpty).into_owned());
    }
    remarks
}

fn row(
    code: &ReleasedCode,
    block: &ReleasedCodeBlock,
    has_percent: bool,
    guide: &Guide,
    words: &Words,
) -> Vec<Cell> {
    let language = guide.language_for(words.language());
    let label = code.label.as_ref().map_or_else(
        || format!("({})", words.text(Text::TablesFieldCode)),
        |label| label.in_language(language).to_owned(),
    );
    let indent = "  ".repeat(code.depth);
    let retired = if code.retired {
        format!(" ({})", words.text(Text::TablesRetired))
    } else {
        String::new()
    };
    let number = |figure: Figure| Cell::of(words.figure(figure), data(figure));
    let of = |figure: Figure, base: Figure| {
        Cell::of(
            format!("{}/{}", words.figure(figure), words.figure(base)),
            data(figure),
        )
    };
    let mut row = vec![
        Cell::data(block.block.clone()),
        Cell::of(format!("{indent}{}", code.code), code.code.clone()),
        Cell::of(format!("{label}{retired}"), label.clone()),
        of(code.sessions, block.sessions),
        Cell::data(data(block.sessions)),
        of(code.cases, block.cases),
        Cell::data(data(block.cases)),
        Cell::shown(bar(code.sessions, block.sessions)),
        code.word.map_or_else(Cell::default, |word| {
            Cell::of(words.frequent(word), word.code())
        }),
        number(code.unprompted),
        number(code.helps),
        number(code.hinders),
        number(code.own),
        number(code.reported),
    ];
    if has_percent {
        let percent = code
            .percent
            .map_or_else(String::new, |percent| percent.to_string());
        row.push(Cell::same(percent));
    }
    for (figure, base) in code.groups.iter().zip(&block.groups) {
        row.push(of(*figure, *base));
        row.push(Cell::data(data(*base)));
    }
    row
}

/// A bar for a number of a base: full, half and empty places. A number that is not said exactly has none.
fn bar(figure: Figure, base: Figure) -> String {
    let (Some(number), Some(base)) = (figure.exact(), base.exact()) else {
        return String::new();
    };
    if base == 0 {
        return String::new();
    }
    share(number, base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_the_share() {
        let of = |number, base| bar(Figure::Exact(number), Figure::Exact(base));
        assert_eq!(of(0, 4), "············");
        assert_eq!(of(2, 4), "██████······");
        assert_eq!(of(4, 4), "████████████");
        assert_eq!(of(1, 8), "█▌··········");
        assert_eq!(of(0, 0), "");
        assert_eq!(bar(Figure::Few, Figure::Exact(9)), "");
    }
}
