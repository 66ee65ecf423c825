//! The sample board, as a level may show it: where sessions are hidden, each attribute by itself and never crossed.

use std::collections::BTreeMap;

use super::{
    Frame, TableRefusal, TableRequest, count, figure, hides_sessions, select, smallest_group,
};
use crate::analysis::{Facts, Sample, Selection, SessionFacts, exported_attributes, sample};
use crate::release::grouping::{ShownAttribute, group};
use crate::release::suppression::{Part, protect};
use crate::release::{Figure, Level};

/// Whom one has talked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedSample {
    frame: Frame,
    board: Option<Sample>,
    margins: Vec<ReleasedMargin>,
    left_out_attributes: Vec<String>,
}

/// How many sessions have each value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedMargin {
    /// The attribute.
    pub attribute: ShownAttribute,
    /// Each value, nothing being none noted, with its sessions and cases.
    pub values: Vec<(Option<String>, Figure, Figure)>,
}

impl ReleasedSample {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The board of cases, sides and roles; nothing at the levels that hide sessions.
    pub const fn board(&self) -> Option<&Sample> {
        self.board.as_ref()
    }

    /// Attribute by attribute, how many sessions have which value.
    pub fn margins(&self) -> &[ReleasedMargin] {
        &self.margins
    }

    /// The attributes that would point to somebody, and are not shown.
    pub fn left_out_attributes(&self) -> &[String] {
        &self.left_out_attributes
    }
}

/// Releases the sample board.
///
/// # Errors
///
/// If the level holds no such table, or there are too few sessions for it.
pub fn release_sample(
    facts: &Facts,
    request: &TableRequest<'_>,
) -> Result<ReleasedSample, TableRefusal> {
    let selection = select(facts, request)?;
    let mut released = ReleasedSample {
        frame: Frame::of(request, &selection),
        board: (!hides_sessions(request.level)).then(|| sample(request.guide, &selection)),
        margins: Vec::new(),
        left_out_attributes: Vec::new(),
    };
    for attribute in exported_attributes(request.guide) {
        match margin(&attribute, &selection, request) {
            Some(margin) => released.margins.push(margin),
            None => released.left_out_attributes.push(attribute),
        }
    }
    Ok(released)
}

/// How many sessions have each value; nothing if the attribute points to somebody however coarse it is.
fn margin(
    attribute: &str,
    selection: &Selection<'_>,
    request: &TableRequest<'_>,
) -> Option<ReleasedMargin> {
    let smallest = if hides_sessions(request.level) {
        smallest_group(request.guide)
    } else {
        0
    };
    let (shown, values) = if smallest > 0 {
        let wanted = [attribute.to_owned()];
        let grouping = group(&selection.sessions, request.guide, &wanted, &[], smallest).ok()?;
        (grouping.shown.into_iter().next()?, grouping.values)
    } else {
        let noted = selection.sessions.iter();
        let noted = noted.map(|session| vec![session.value(attribute).map(ToOwned::to_owned)]);
        let shown = ShownAttribute {
            id: attribute.to_owned(),
            steps: 0,
        };
        (shown, noted.collect())
    };
    let mut groups: BTreeMap<Option<String>, Vec<&SessionFacts>> = BTreeMap::new();
    for (session, values) in selection.sessions.iter().zip(values) {
        let value = values.into_iter().next().flatten();
        groups.entry(value).or_default().push(session);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    let rank = |value: &Option<String>| request.guide.rank_of_value(attribute, value.as_deref());
    groups.sort_by_key(|(value, _)| rank(value));
    let all = count(&selection.sessions);
    let counts: Vec<_> = groups.iter().map(|(_, sessions)| count(sessions)).collect();
    let mut parts: Vec<Part> = counts
        .iter()
        .map(|count| Part {
            number: count.sessions,
            base: all.sessions,
            shown: figure(request.level, count.sessions, all.sessions),
        })
        .collect();
    if request.level == Level::Publication {
        protect(&mut parts, Figure::Exact(all.sessions));
    }
    let values = groups.into_iter().zip(counts).zip(parts);
    Some(ReleasedMargin {
        attribute: shown,
        values: values
            .map(|(((value, _), count), part)| {
                let cases = match part.shown {
                    Figure::Exact(_) => figure(request.level, count.cases, all.cases),
                    word => word,
                };
                (value, part.shown, cases)
            })
            .collect(),
    })
}
