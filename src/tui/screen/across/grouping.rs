//! Counting by an attribute: beside all sessions those of each of its values.

use std::collections::BTreeMap;

use super::Across;
use crate::analysis::{Frequencies, SessionFacts, frequencies};

/// The sessions with one value of the attribute that is counted by.
#[derive(Debug)]
pub struct AcrossGroup {
    /// The value; nothing for the sessions of which it was not noted.
    pub value: Option<String>,
    /// What accumulates in them.
    pub frequencies: Frequencies,
    /// Whether they are so few, or from one case only, that a number points to somebody.
    pub is_telling: bool,
}

impl Across {
    /// Counts by the next attribute, and after the last one by none.
    pub(super) fn turn_attribute(&mut self) {
        let next = match &self.by {
            None => self.attributes().next(),
            Some(by) => {
                let mut attributes = self.attributes().skip_while(|known| *known != by.as_str());
                attributes.nth(1)
            }
        };
        self.by = next.map(str::to_owned);
        self.computed.groups.take();
    }

    /// The groups of the attribute that is counted by, in the order of its values; none if it is counted by none.
    pub fn groups(&self) -> &[AcrossGroup] {
        self.computed.groups.get_or_init(|| self.all_groups())
    }

    fn all_groups(&self) -> Vec<AcrossGroup> {
        let Some(by) = self.by.as_deref() else {
            return Vec::new();
        };
        let guide = &self.data.guide;
        let smallest = self.smallest_group();
        let selection = self.selection();
        let mut by_value: BTreeMap<Option<&str>, Vec<&SessionFacts>> = BTreeMap::new();
        for session in &selection.sessions {
            by_value.entry(session.value(by)).or_default().push(session);
        }
        let mut groups: Vec<_> = by_value.into_iter().collect();
        groups.sort_by_key(|(value, _)| guide.rank_of_value(by, *value));
        let group = |(value, sessions): (Option<&str>, Vec<_>)| {
            let frequencies = frequencies(guide, &selection.part(sessions));
            AcrossGroup {
                value: value.map(str::to_owned),
                is_telling: !frequencies.base.is_a_group(smallest),
                frequencies,
            }
        };
        groups.into_iter().map(group).collect()
    }

    /// How many sessions a group must have so that no number of it points to somebody.
    pub fn smallest_group(&self) -> usize {
        usize::try_from(self.data.guide.smallest_group.max(2)).unwrap_or(usize::MAX)
    }
}
