//! The way from the top of a guide to a place in it, kept on the stack while walking down.

use std::fmt;

/// The way from the top of a guide to a place in it.
///
/// Each step borrows the one before it, so that walking through a guide without faults allocates nothing. Shown as
/// `blocks[2].topics[0].question.fr`.
#[derive(Debug, Clone, Copy)]
pub struct Trail<'up> {
    up: Option<&'up Self>,
    step: Step<'up>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'up> {
    Top,
    Field(&'up str),
    Item(usize),
}

impl Trail<'static> {
    /// The whole guide.
    pub const TOP: Self = Self {
        up: None,
        step: Step::Top,
    };
}

impl Trail<'_> {
    /// The way on to a field.
    pub const fn field<'down>(&'down self, name: &'down str) -> Trail<'down> {
        Trail {
            up: Some(self),
            step: Step::Field(name),
        }
    }

    /// The way on to an item of a list.
    pub const fn item(&self, index: usize) -> Trail<'_> {
        Trail {
            up: Some(self),
            step: Step::Item(index),
        }
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(up) = self.up {
            up.fmt(formatter)?;
        }
        match self.step {
            Step::Top => Ok(()),
            Step::Field(name) => {
                let first = self.up.is_none_or(|up| matches!(up.step, Step::Top));
                formatter.write_str(if first { "" } else { "." })?;
                formatter.write_str(name)
            }
            Step::Item(index) => write!(formatter, "[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_reads_like_a_path() {
        let top = Trail::TOP;
        let blocks = top.field("blocks");
        let block = blocks.item(2);
        let title = block.field("title");
        assert_eq!(title.field("fr").to_string(), "blocks[2].title.fr");
        assert_eq!(top.to_string(), "");
    }
}
