//! What has to be said about an export: whom it holds, what is not in it, and what it may still tell about somebody.

use std::collections::BTreeMap;

use super::sheet::about_extracts;
use super::{Collection, Missing};
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::{Extracts, Left, Level, Released};
use crate::session::SessionId;

/// The lines of the report.
pub fn lines(collection: &Collection, words: &Words) -> Vec<String> {
    let sessions = collection.sessions();
    let level = words.level(collection.level()).into_owned();
    let mut lines = vec![words.text_with(
        Text::ExportReportSessions,
        &[
            ("count", Value::from(sessions.len())),
            ("level", Value::from(level)),
            ("sessions", Value::from(names(sessions.iter()))),
        ],
    )];
    let invented = sessions.iter().filter(|released| released.is_invented());
    if collection.has_invented() {
        let invented = [("sessions", Value::from(names(invented)))];
        lines.push(words.text_with(Text::ExportReportInvented, &invented));
    }
    lines.extend(missing(collection.missing(), words));
    let left_out = left_out(sessions);
    if !left_out.is_empty() {
        let list = left_out
            .into_iter()
            .map(|(left, count)| words.left_out(left, count))
            .collect::<Vec<String>>()
            .join(", ");
        lines.push(words.text_with(Text::ProtocolLeftOut, &[("list", Value::from(list))]));
    }
    lines.extend(residual(collection, words));
    let recorded = sessions.iter().filter(|released| released.recordings() > 0);
    let recorded = recorded.count();
    if recorded > 0 {
        lines.push(words.counted(Text::ExportReportRecorded, recorded));
    }
    lines.push(words.text(Text::ExportReportKeys).into_owned());
    lines.push(words.text(Text::ProtocolRisk).into_owned());
    lines
}

/// The lines of the report on extracts of many sessions.
pub fn lines_of_extracts(extracts: &Extracts, guide: &Guide, words: &Words) -> Vec<String> {
    let mut lines = about_extracts(extracts, guide, words);
    lines.push(words.text(Text::ExportReportKeys).into_owned());
    lines.push(words.text(Text::TablesRisk).into_owned());
    lines
}

/// Which sessions were asked for and are in no number of the document.
fn missing(missing: &Missing, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    let named = |text, sessions: &[SessionId]| {
        let sessions: Vec<String> = sessions.iter().map(ToString::to_string).collect();
        let sessions = [("sessions", Value::from(sessions.join(", ")))];
        words.text_with(text, &sessions)
    };
    if !missing.unread.is_empty() {
        lines.push(words.counted(Text::TablesUnread, missing.unread.len()));
        lines.push(named(Text::TablesUnreadNamed, &missing.unread));
    }
    if missing.refused > 0 {
        lines.push(words.counted(Text::TablesLeftLevel, missing.refused));
    }
    if !missing.worked_on.is_empty() {
        lines.push(named(Text::ExportReportWorkedOn, &missing.worked_on));
    }
    lines
}

fn names<'released>(sessions: impl Iterator<Item = &'released Released>) -> String {
    let names = sessions.map(|released| released.id().to_string());
    names.collect::<Vec<String>>().join(", ")
}

fn left_out(sessions: &[Released]) -> BTreeMap<Left, usize> {
    let mut all = BTreeMap::new();
    for (left, count) in sessions.iter().flat_map(Released::left_out) {
        *all.entry(*left).or_default() += count;
    }
    all
}

/// What the search for names left in the texts.
fn residual(collection: &Collection, words: &Words) -> Vec<String> {
    if collection.level() == Level::Working {
        return vec![words.text(Text::ExportReportUnsearched).into_owned()];
    }
    let found = || collection.sessions().iter().flat_map(Released::residual);
    let mut lines = Vec::new();
    let blocking = found().filter(|residual| residual.blocks()).count();
    let rest = found().count() - blocking;
    if blocking > 0 {
        lines.push(words.counted(Text::ReviewLeft, blocking));
    }
    if rest > 0 {
        lines.push(words.counted(Text::ExportReportAccepted, rest));
    }
    lines
}
