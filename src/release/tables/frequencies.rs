//! Frequencies within blocks, as a level may show them.

mod codes;

use std::collections::BTreeMap;

use super::{
    Frame, TableRefusal, TableRequest, check_attribute, count, figure, hides_sessions, select,
    smallest_group, too_telling,
};
use crate::analysis::{
    BlockFrequencies, Count, Facts, Frequencies, Frequent, Selection, SessionFacts, Wording,
    frequencies,
};
use crate::guide::LocalisedText;
use crate::release::grouping::{ShownAttribute, TooTelling, group};
use crate::release::suppression::{Part, protect};
use crate::release::{Figure, Level};
use codes::released_codes;

/// Frequencies within blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedFrequencies {
    frame: Frame,
    by: Option<ShownAttribute>,
    groups: Vec<ReleasedGroup>,
    blocks: Vec<ReleasedCodeBlock>,
}

/// A group of sessions with the same value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedGroup {
    /// The value; nothing for sessions for which none was noted.
    pub value: Option<String>,
    /// How many sessions from how many cases.
    pub base: Count,
    /// Whether it is so small that its numbers point to somebody. At the levels that hide sessions there is none.
    pub too_small: bool,
}

/// The frequencies of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedCodeBlock {
    /// The block's id.
    pub block: String,
    /// Its title; nothing if the guide does not have it.
    pub title: Option<LocalisedText>,
    /// Its N, in sessions.
    pub sessions: Figure,
    /// Its N, in cases.
    pub cases: Figure,
    /// The sessions beside N that declined.
    pub declined: Figure,
    /// The sessions beside N whose cells have notes and no state that counts.
    pub unsettled: Figure,
    /// Whether one of its topics was asked in other words.
    pub wording: Wording,
    /// Its N in each group, in sessions.
    pub groups: Vec<Figure>,
    /// Whether so few answered that nothing is said of its codes.
    pub too_small: bool,
    /// Its codes.
    pub codes: Vec<ReleasedCode>,
}

/// How often a code was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedCode {
    /// The code.
    pub code: String,
    /// How it is called; nothing if the codebook does not have it.
    pub label: Option<LocalisedText>,
    /// How many codes stand above it.
    pub depth: usize,
    /// Whether it is no longer offered.
    pub retired: bool,
    /// In how many sessions.
    pub sessions: Figure,
    /// In how many cases.
    pub cases: Figure,
    /// Percent of N, where N is large enough for it.
    pub percent: Option<u8>,
    /// The word for how often that is; nothing where the number is hidden.
    pub word: Option<Frequent>,
    /// Of its sessions, in how many it came unasked.
    pub unprompted: Figure,
    /// In how many it helps.
    pub helps: Figure,
    /// In how many it hinders.
    pub hinders: Figure,
    /// In how many it is the interviewee's own view.
    pub own: Figure,
    /// In how many it is somebody else's.
    pub reported: Figure,
    /// In how many sessions of each group.
    pub groups: Vec<Figure>,
}

impl ReleasedFrequencies {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The attribute that it is made by.
    pub const fn by(&self) -> Option<&ShownAttribute> {
        self.by.as_ref()
    }

    /// The groups of that attribute.
    pub fn groups(&self) -> &[ReleasedGroup] {
        &self.groups
    }

    /// The blocks, in the order of the guide.
    pub fn blocks(&self) -> &[ReleasedCodeBlock] {
        &self.blocks
    }
}

/// Releases the frequencies, by an attribute too if one is asked for. At the levels that hide sessions it is made coarser
/// until no group is too small.
///
/// # Errors
///
/// If the level holds no such table, or the attribute points to somebody however coarse it is.
pub fn release_frequencies(
    facts: &Facts,
    request: &TableRequest<'_>,
    by: Option<&str>,
) -> Result<ReleasedFrequencies, TableRefusal> {
    let selection = select(facts, request)?;
    let total = frequencies(request.guide, &selection);
    let (by, groups) = match by {
        Some(attribute) => {
            check_attribute(request, attribute)?;
            let (shown, groups) = grouped(&selection, request, attribute)?;
            (Some(shown), groups)
        }
        None => (None, Vec::new()),
    };
    let smallest = smallest_group(request.guide);
    let counted: Vec<Frequencies> = groups
        .iter()
        .map(|(_, group)| frequencies(request.guide, group))
        .collect();
    let blocks = total
        .blocks
        .iter()
        .map(|block| released_block(block, &counted, total.base, request))
        .collect();
    Ok(ReleasedFrequencies {
        frame: Frame::of(request, &selection),
        by,
        groups: groups
            .into_iter()
            .map(|(value, group)| {
                let base = count(&group.sessions);
                ReleasedGroup {
                    value,
                    base,
                    too_small: !base.is_a_group(smallest),
                }
            })
            .collect(),
        blocks,
    })
}

type Groups<'facts> = Vec<(Option<String>, Selection<'facts>)>;

/// The groups of an attribute, in the order of the guide's values.
fn grouped<'facts>(
    selection: &Selection<'facts>,
    request: &TableRequest<'_>,
    attribute: &str,
) -> Result<(ShownAttribute, Groups<'facts>), TableRefusal> {
    let wanted = [attribute.to_owned()];
    let smallest = if hides_sessions(request.level) {
        smallest_group(request.guide)
    } else {
        0
    };
    let guide = request.guide;
    let grouping = if smallest > 0 {
        let grouping = group(&selection.sessions, guide, &wanted, &[], smallest);
        let grouping = grouping.map_err(|found| too_telling(&found, request))?;
        if grouping.shown.is_empty() {
            // As it was noted it points to somebody; how many that is helps to see why.
            let noted = group(&selection.sessions, guide, &wanted, &wanted, smallest);
            let found = noted.err().unwrap_or_else(|| TooTelling {
                attributes: wanted.to_vec(),
                smallest: Count::default(),
            });
            return Err(too_telling(&found, request));
        }
        grouping.shown.into_iter().zip([grouping.values]).next()
    } else {
        None
    };
    let (shown, values) = grouping.unwrap_or_else(|| {
        let values = selection.sessions.iter();
        let noted = values.map(|session| vec![session.value(attribute).map(ToOwned::to_owned)]);
        let shown = ShownAttribute {
            id: attribute.to_owned(),
            steps: 0,
        };
        (shown, noted.collect())
    });
    let mut by_value: BTreeMap<Option<String>, Vec<&SessionFacts>> = BTreeMap::new();
    for (session, values) in selection.sessions.iter().zip(values) {
        let value = values.into_iter().next().flatten();
        by_value.entry(value).or_default().push(session);
    }
    let mut groups: Groups<'facts> = by_value
        .into_iter()
        .map(|(value, sessions)| (value, selection.part(sessions)))
        .collect();
    groups.sort_by_key(|(value, _)| guide.rank_of_value(attribute, value.as_deref()));
    Ok((shown, groups))
}

fn released_block(
    block: &BlockFrequencies,
    groups: &[Frequencies],
    all: Count,
    request: &TableRequest<'_>,
) -> ReleasedCodeBlock {
    let level = request.level;
    let smallest = smallest_group(request.guide);
    let too_small = hides_sessions(level) && !block.base.is_a_group(smallest);
    let in_groups: Vec<&BlockFrequencies> = groups
        .iter()
        .filter_map(|group| group.blocks.iter().find(|found| found.block == block.block))
        .collect();
    let sessions = figure(level, block.base.sessions, all.sessions);
    let bases = bases_of_groups(block, &in_groups, groups, request);
    ReleasedCodeBlock {
        block: block.block.clone(),
        title: block.title.clone(),
        sessions,
        cases: cases(level, block.base, all, sessions),
        declined: figure(level, block.declined, all.sessions),
        unsettled: figure(level, block.unsettled, all.sessions),
        wording: block.wording,
        codes: if too_small {
            Vec::new()
        } else {
            released_codes(block, &in_groups, &bases, level)
        },
        groups: bases,
        too_small,
    }
}

/// The N of a block in each group. One that is too small is hidden, and with it what would give it away.
fn bases_of_groups(
    block: &BlockFrequencies,
    in_groups: &[&BlockFrequencies],
    groups: &[Frequencies],
    request: &TableRequest<'_>,
) -> Vec<Figure> {
    let smallest = smallest_group(request.guide);
    let mut parts: Vec<Part> = in_groups
        .iter()
        .zip(groups)
        .map(|(found, group)| {
            let number = found.base.sessions;
            let base = group.base.sessions;
            let hidden = hides_sessions(request.level) && !found.base.is_a_group(smallest);
            let shown = if hidden {
                Figure::Hidden
            } else {
                figure(request.level, number, base)
            };
            Part {
                number,
                base,
                shown,
            }
        })
        .collect();
    if hides_sessions(request.level) {
        // Where the sum is said in a word, the numbers of codes may still tell it.
        protect(&mut parts, Figure::Exact(block.base.sessions));
    }
    parts.iter().map(|part| part.shown).collect()
}

/// The number of cases; not said where that of sessions is not.
const fn cases(level: Level, number: Count, base: Count, sessions: Figure) -> Figure {
    match sessions {
        Figure::Exact(_) => figure(level, number.cases, base.cases),
        word => word,
    }
}
