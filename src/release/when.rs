//! When an interview was, as exactly as a level says it.

use time::{Date, OffsetDateTime};

use super::Level;

/// When an interview was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// To the second.
    Instant(OffsetDateTime),
    /// To the day.
    Day(Date),
    /// To the quarter of the year.
    Quarter {
        /// The year.
        year: i32,
        /// 1 to 4.
        quarter: u8,
    },
}

impl When {
    /// As exactly as this level says it.
    pub(super) fn at(instant: OffsetDateTime, level: Level) -> Self {
        match level {
            Level::Working => Self::Instant(instant),
            Level::Review => Self::Day(instant.date()),
            Level::Archive | Level::Analysis | Level::Publication => Self::Quarter {
                year: instant.year(),
                quarter: (u8::from(instant.month()) - 1) / 3 + 1,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_archive_knows_the_quarter_only() {
        let quarter = |instant| When::at(instant, Level::Archive);
        let of = |quarter| When::Quarter {
            year: 2026,
            quarter,
        };
        assert_eq!(quarter(datetime!(2026-01-01 0:00 +1)), of(1));
        assert_eq!(quarter(datetime!(2026-03-31 23:59 +1)), of(1));
        assert_eq!(quarter(datetime!(2026-04-01 0:00 +2)), of(2));
        assert_eq!(quarter(datetime!(2026-12-31 23:59 +1)), of(4));
    }
}
