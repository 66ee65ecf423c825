//! The clock of an interview as a form: lead, planned time, corrections of recordings and of the machine's clock, and by
//! when the recordings are deleted.

use time::{Date, Duration, Month, OffsetDateTime};

use crate::tui::editor::Editor;
use crate::tui::keymap::{Command, EditCommand};

use super::Interview;
use super::value::Value;

/// The clock of an interview as a form.
#[derive(Debug)]
pub struct ClockForm {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The fields, with what is filled in.
    pub rows: Vec<(ClockField, Value)>,
    /// Which row keys go to.
    pub selected: usize,
    /// Whether what is filled in there cannot be understood.
    pub is_wrong: bool,
    /// Whether the steps of the consent lie underneath.
    pub from_consent: bool,
}

/// What a row asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockField {
    /// The lead, in seconds.
    Lead,
    /// Minutes planned for the whole interview.
    Minutes,
    /// By how many seconds places in this recording (from 1) are later than its key said.
    Shift(u32),
    /// Whether this jump of the machine's clock (from 1) is time of the interview.
    Jump(u32),
    /// By when the recordings are to be deleted.
    Promised,
    /// When they were deleted.
    Deleted,
}

/// The furthest that a recording can be shifted, in seconds.
const FURTHEST_SHIFT: u64 = 24 * 3_600;

impl ClockForm {
    /// The clock of an interview.
    pub fn new(interview: Box<Interview>, from_consent: bool) -> Self {
        let state = interview.protocol.state();
        let clock = &state.clock;
        let day = |day: Option<Date>| text(&day.map_or_else(String::new, |day| day.to_string()));
        let mut rows = vec![
            (ClockField::Lead, text(&seconds(clock.lead_ms))),
            (
                ClockField::Minutes,
                text(&interview.protocol.planned_minutes().to_string()),
            ),
        ];
        for (number, recording) in (1..).zip(&clock.recordings) {
            let sign = if recording.shift_ms < 0 { "-" } else { "+" };
            let shift = seconds(recording.shift_ms.unsigned_abs());
            rows.push((ClockField::Shift(number), text(&format!("{sign}{shift}"))));
        }
        for (number, jump) in (1..).zip(&clock.jumps) {
            let choice = Value::Choice {
                chosen: usize::from(jump.counts),
                // One that went back cannot be told from what came before it.
                of: if jump.by_ms > 0 { 2 } else { 1 },
            };
            rows.push((ClockField::Jump(number), choice));
        }
        rows.push((ClockField::Promised, day(state.deletion.promised)));
        rows.push((ClockField::Deleted, day(state.deletion.done)));
        Self {
            interview,
            rows,
            selected: 0,
            is_wrong: false,
            from_consent,
        }
    }

    /// Gives the fields of text their width.
    pub fn fit(&mut self, width: u16) {
        for (_, value) in &mut self.rows {
            value.resize(width, 1);
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Edit(edit) => {
                let row = self.rows.get(self.selected);
                row.is_some_and(|(_, value)| value.applies(edit))
            }
            _ => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        if let Some((_, value)) = self.rows.get_mut(self.selected) {
            value.type_character(character);
        }
    }

    /// Does what a key asks for; whether the form is left.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> bool {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Edit(edit) => self.edit(edit),
            Command::Up if self.take_over(now) => self.selected = self.selected.saturating_sub(1),
            Command::Down | Command::Accept if self.take_over(now) => {
                self.selected = (self.selected + 1).min(last);
            }
            Command::Back => {
                // Who was told that it cannot be understood, and leaves all the same, leaves what was known.
                let was_told = self.is_wrong;
                return self.take_over(now) || was_told;
            }
            _ => {}
        }
        false
    }

    fn edit(&mut self, command: EditCommand) {
        if let Some((_, value)) = self.rows.get_mut(self.selected) {
            value.edit(command);
        }
    }

    /// Takes over what is filled in the chosen row; whether it could be understood.
    fn take_over(&mut self, now: OffsetDateTime) -> bool {
        let Some((field, value)) = self.rows.get(self.selected) else {
            return true;
        };
        let protocol = &mut self.interview.protocol;
        let taken = match (field, value) {
            (ClockField::Jump(number), Value::Choice { chosen, .. }) => {
                if protocol.count_jump(*number, *chosen == 1) {
                    self.interview.reckon_anew();
                }
                Some(())
            }
            (ClockField::Lead, Value::Text(editor)) => milliseconds(editor.text())
                .filter(|lead_ms| *lead_ms <= crate::session::LONGEST_LEAD_MS)
                .map(|lead_ms| protocol.set_lead(lead_ms)),
            (ClockField::Minutes, Value::Text(editor)) => {
                let minutes = editor.text().trim().parse();
                minutes.ok().map(|minutes| protocol.plan(minutes))
            }
            (ClockField::Shift(number), Value::Text(editor)) => {
                shift(editor.text()).map(|shift_ms| {
                    let index = usize::try_from(*number).unwrap_or(0).saturating_sub(1);
                    let recording = protocol.state().clock.recordings.get(index);
                    let before = recording.map_or(0, |recording| recording.shift_ms);
                    protocol.shift_recording(*number, shift_ms.saturating_sub(before));
                })
            }
            (ClockField::Promised, Value::Text(editor)) => {
                day(editor.text(), now.date()).map(|day| protocol.promise_deletion(day))
            }
            (ClockField::Deleted, Value::Text(editor)) => {
                day(editor.text(), now.date()).map(|day| protocol.note_deletion(day))
            }
            _ => Some(()),
        };
        self.is_wrong = taken.is_none();
        !self.is_wrong
    }
}

fn text(text: &str) -> Value {
    let mut editor = Editor::new(30, 1);
    editor.set(text, text.len());
    Value::Text(editor)
}

/// Milliseconds as seconds with as many decimals as they need.
fn seconds(milliseconds: u64) -> String {
    let decimals = format!("{:03}", milliseconds % 1_000);
    let written = format!("{}.{}", milliseconds / 1_000, decimals);
    let written = written.trim_end_matches('0').trim_end_matches('.');
    written.to_owned()
}

/// Seconds with at most three decimals, after a point or a comma, in milliseconds.
fn milliseconds(text: &str) -> Option<u64> {
    let text = text.trim().replace(',', ".");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || decimals.len() > 3 || whole.len() > 6 {
        return None;
    }
    let decimals: u64 = format!("{decimals:0<3}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 1_000 + decimals)
}

/// Seconds with a sign, in milliseconds.
fn shift(text: &str) -> Option<i64> {
    let text = text.trim();
    let (is_back, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let far = milliseconds(rest).filter(|far| *far <= FURTHEST_SHIFT * 1_000)?;
    let far = i64::try_from(far).ok()?;
    Some(if is_back { -far } else { far })
}

/// A day: `2026-12-31`, `31.12.2026`, `31/12/26`, `+30` for so many days from today; nothing takes it away. One whose end is
/// still to be typed is none: `2026-12-3` and `31.12.202` are not understood.
#[expect(
    clippy::option_option,
    reason = "whether it is understood, and whether it is a day"
)]
pub(super) fn day(text: &str, today: Date) -> Option<Option<Date>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    if let Some(days) = text.strip_prefix('+') {
        let days: i64 = days
            .parse()
            .ok()
            .filter(|days| (0..=36_500).contains(days))?;
        return today.checked_add(Duration::days(days)).map(Some);
    }
    let parts = |sign| {
        let mut parts = text.split(sign).map(str::trim);
        let three = [parts.next()?, parts.next()?, parts.next()?];
        parts.next().is_none().then_some(three)
    };
    let number = |part: &str| part.parse::<u16>().ok();
    let (year, month, day) = match parts('-') {
        Some(whole) if whole.map(str::len) == [4, 2, 2] => whole.into(),
        Some(_) => return None,
        None => {
            let [day, month, year] = parts('.').or_else(|| parts('/'))?;
            (year, month, day)
        }
    };
    let century = match year.len() {
        2 => 2_000,
        4 => 0,
        _ => return None,
    };
    let (year, month, day) = (century + number(year)?, number(month)?, number(day)?);
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let day = u8::try_from(day).ok()?;
    let date = Date::from_calendar_date(i32::from(year), month, day).ok()?;
    Some(Some(date)).filter(|_| (2000..10_000).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn seconds_are_read_as_they_are_written() {
        for lead_ms in [0, 5_000, 2_500, 350, 59_999] {
            assert_eq!(milliseconds(&seconds(lead_ms)), Some(lead_ms));
        }
        assert_eq!(shift("+3,5"), Some(3_500));
        assert_eq!(shift(" -0.25 "), Some(-250));
        assert_eq!(shift("86400"), Some(86_400_000));
        for wrong in [
            "",
            "x",
            "1.2345",
            "1.",
            ".5",
            "--1",
            "86401",
            "1e3",
            "9999999999",
        ] {
            assert_eq!(shift(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_is_read_in_the_ways_of_three_countries() {
        let today = date!(2026 - 02 - 27);
        let of = |text: &str| day(text, today);
        for text in ["2026-03-04", "4.3.2026", "04.03.26", "4/3/2026", "+5"] {
            assert_eq!(of(text), Some(Some(date!(2026 - 03 - 04))), "{text}");
        }
        assert_eq!(of("  "), Some(None));
        for wrong in [
            "soon",
            "31.2.2026",
            "2026-13-01",
            "1.2.3.4",
            "1/2.2026",
            "+x",
            "+99999",
            "0.0.0",
            "2026-12-3",
            "2026-1-",
            "31.12.2",
            "31.12.202",
            "+",
        ] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
