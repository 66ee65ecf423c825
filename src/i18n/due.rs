//! Words for what is due.

use time::OffsetDateTime;

use super::{Text, Value, Words};
use crate::release::{Due, Task};

impl Words {
    /// What is due.
    pub fn task(&self, task: Task) -> String {
        let text = match task {
            Task::Postscript(count) => return self.counted(Text::DuePostscript, count),
            Task::Completing(count) => return self.counted(Text::DueCompleting, count),
            Task::Scan(count) => return self.counted(Text::DueScan, count),
            Task::Type => Text::DueType,
            Task::Closing => Text::DueClosing,
            Task::Sending => Text::DueSending,
            Task::Answer => Text::DueAnswer,
            Task::Deletion => Text::DueDeletion,
            Task::DeletionDay => Text::DueDeletionDay,
        };
        self.text(text).into_owned()
    }

    /// By when something is due, or since when: the time of today, else the day.
    pub fn due_when(&self, due: &Due, now: OffsetDateTime) -> String {
        let by = due.by.to_offset(now.offset());
        let when = if by.date() == now.date() {
            format!("{:02}:{:02}", by.hour(), by.minute())
        } else {
            self.day(by.date())
        };
        let text = if due.is_overdue {
            Text::DueSince
        } else {
            Text::DueBy
        };
        self.text_with(text, &[("when", Value::from(when))])
    }
}
