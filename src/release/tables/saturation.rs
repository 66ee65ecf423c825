//! Saturation, as a level may show it: where sessions are hidden, as many interviews as make a group stand for a point.

use super::{Frame, TableRefusal, TableRequest, hides_sessions, select, smallest_group};
use crate::analysis::{Count, Facts, SaturationPoint, saturation};
use crate::session::SessionId;

/// New codes per interview, in the order in which the interviews were held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedSaturation {
    frame: Frame,
    points: Vec<ReleasedPoint>,
}

/// A point of the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedPoint {
    /// The session; nothing at the levels that hide sessions.
    pub session: Option<SessionId>,
    /// How many interviews there are up to this point.
    pub interviews: usize,
    /// How many codes are new since the point before.
    pub new: usize,
    /// How many different codes there are up to this point.
    pub total: usize,
}

impl ReleasedSaturation {
    /// What the table says of itself.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The points.
    pub fn points(&self) -> &[ReleasedPoint] {
        &self.points
    }
}

/// Releases the curve of saturation.
///
/// # Errors
///
/// If the level holds no such table, or there are too few sessions for it.
pub fn release_saturation(
    facts: &Facts,
    request: &TableRequest<'_>,
) -> Result<ReleasedSaturation, TableRefusal> {
    let selection = select(facts, request)?;
    let curve = saturation(request.guide, &selection);
    let points = if hides_sessions(request.level) {
        in_groups(&curve.points, smallest_group(request.guide))
    } else {
        let numbered = curve.points.iter().enumerate();
        let each = numbered.map(|(index, point)| ReleasedPoint {
            session: Some(point.session.clone()),
            interviews: index + 1,
            new: point.new,
            total: point.total,
        });
        each.collect()
    };
    Ok(ReleasedSaturation {
        frame: Frame::of(request, &selection),
        points,
    })
}

/// As many interviews a point as make a group; what is left over at the end belongs to the last one.
fn in_groups(points: &[SaturationPoint], smallest: usize) -> Vec<ReleasedPoint> {
    let mut released: Vec<ReleasedPoint> = Vec::new();
    let mut cases = std::collections::BTreeSet::new();
    let (mut since, mut new) = (0, 0);
    for (index, point) in points.iter().enumerate() {
        cases.insert(point.session.case());
        since += 1;
        new += point.new;
        let count = Count {
            sessions: since,
            cases: cases.len(),
        };
        if count.is_a_group(smallest) {
            released.push(ReleasedPoint {
                session: None,
                interviews: index + 1,
                new,
                total: point.total,
            });
            cases.clear();
            (since, new) = (0, 0);
        }
    }
    if let (Some(last), Some(point)) = (released.last_mut(), points.last()) {
        last.interviews = points.len();
        last.new += new;
        last.total = point.total;
    }
    released
}
