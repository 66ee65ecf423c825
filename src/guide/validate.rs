//! Holds a guide against its rules.
//!
//! Each file here holds the rules of one theme, each rule is a function that adds its faults and goes on, so that an
//! author sees all of them at once.

mod frame;
mod french;
mod ids;
mod questions;
mod references;
mod texts;
mod typography;
mod variables;
mod walk;

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::ops::Range;

use super::{Fault, FaultKind, Guide, Trail};

/// All faults of meaning in a guide, theme by theme.
pub fn validate(guide: &Guide) -> Vec<Fault> {
    let mut faults = Faults::default();
    frame::check(guide, &mut faults);
    ids::check(guide, &mut faults);
    references::check(guide, &mut faults);
    texts::check(guide, &mut faults);
    questions::check_pace(guide, &mut faults);
    faults.0
}

/// The most faults that are told one by one. A guide with more is some other file, or made to fill the memory.
pub const MOST_FAULTS: usize = 10_000;

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    /// Adds a fault of a whole value.
    fn add(&mut self, at: &Trail<'_>, kind: FaultKind) {
        self.push(|| Fault::new(at, kind));
    }

    /// Adds a fault of some characters of a text.
    fn add_within(&mut self, at: &Trail<'_>, within: Range<usize>, kind: FaultKind) {
        self.push(|| Fault::within(at, within, kind));
    }

    fn push(&mut self, fault: impl FnOnce() -> Fault) {
        match self.0.len().cmp(&MOST_FAULTS) {
            Ordering::Less => self.0.push(fault()),
            Ordering::Equal => self.0.push(Fault::new(&Trail::TOP, FaultKind::MoreFaults)),
            Ordering::Greater => {}
        }
    }
}
