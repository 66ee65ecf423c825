//! `leitfaden.saturation`.

use std::io::{self, Write};

use serde::Serialize;

use super::Head;
use crate::export::json::write_document;
use crate::release::tables::ReleasedSaturation;

#[derive(Serialize)]
struct Document<'released> {
    #[serde(flatten)]
    head: Head<'released>,
    points: Vec<PointEntry>,
}

#[derive(Serialize)]
struct PointEntry {
    interviews: usize,
    session: Option<String>,
    new: usize,
    total: usize,
}

/// Writes the curve of saturation.
///
/// # Errors
///
/// If the bytes cannot be written.
pub fn write_saturation(released: &ReleasedSaturation, to: &mut impl Write) -> io::Result<()> {
    let points = released.points().iter().map(|point| PointEntry {
        interviews: point.interviews,
        session: point.session.as_ref().map(ToString::to_string),
        new: point.new,
        total: point.total,
    });
    let document = Document {
        head: Head::of("leitfaden.saturation", released.frame()),
        points: points.collect(),
    };
    write_document(&document, to)
}
