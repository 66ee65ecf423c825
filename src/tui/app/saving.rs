//! How the words stand with the disk.

use time::OffsetDateTime;

use super::{App, CodebookOrder, Effect};

/// How the words stand with the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saving {
    /// The number of the last event that was handed over.
    pub sent: u64,
    /// The number of the last event that is on disk for good.
    pub saved: u64,
    /// When that was said.
    pub saved_at: Option<OffsetDateTime>,
    /// Why the disk refused, if it did.
    pub failed: Option<String>,
}

impl Saving {
    /// Whether something waits to be written.
    pub const fn is_waiting(&self) -> bool {
        self.sent > self.saved
    }
}

impl App {
    pub(super) fn saved(&mut self, sequence: u64) {
        self.saving.saved = self.saving.saved.max(sequence);
        self.saving.saved_at = Some(self.now);
        self.saving.failed = None;
        self.unwarn();
    }

    /// Hands over what the protocol gathered; nothing while what was recovered waits for its yes.
    pub(super) fn write_changes(&mut self, effects: &mut Vec<Effect>) {
        if self.recovered.is_some() {
            return;
        }
        let Some(interview) = self.screen.interview_mut() else {
            return;
        };
        let changes = interview.protocol.take_changes();
        if !changes.relabelled.is_empty() {
            effects.push(Effect::ChangeCodebook(Box::new(CodebookOrder {
                guide: interview.protocol.guide().clone(),
                changes: changes.relabelled,
                note: None,
            })));
        }
        let mut writes = Vec::new();
        if let Some(last) = changes.records.last() {
            self.saving.sent = last.sequence;
            if self.saving.failed.is_some() {
                writes.push(Effect::Retry);
            }
            // A rewrite holds these events too. Appended before it, they would claim that words are gone which a kill
            // in between leaves on disk, and no later opening could find them again.
            writes.push(match changes.rewrite {
                Some(rewrite) => Effect::Rewrite(rewrite),
                None => Effect::Append(changes.records),
            });
        }
        writes.extend(changes.elsewhere.map(Effect::SearchElsewhere));
        // Whatever ends the session comes after its last words.
        let last = effects
            .iter()
            .position(Effect::ends_session)
            .unwrap_or(effects.len());
        effects.splice(last..last, writes);
    }
}
