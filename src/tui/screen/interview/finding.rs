//! Finding a note of the interview by the beginnings of its words, and going to it.

use time::OffsetDateTime;

use super::{Interview, Outcome};
use crate::operations::protocol::Hit;
use crate::tui::keymap::Command;
use crate::tui::screen::picking::Picking;

impl Interview {
    /// What is found, in the order of the guide.
    pub fn hits(&self) -> Vec<Hit> {
        self.finding
            .as_ref()
            .map_or_else(Vec::new, |picking| self.protocol.find(picking.typed()))
    }

    /// Does in the search what a key asks for.
    pub(super) fn obey_finding(
        &mut self,
        mut picking: Picking,
        command: Command,
        now: OffsetDateTime,
    ) -> Outcome {
        let hits = self.protocol.find(picking.typed());
        match command {
            Command::Accept => {
                let meant = hits.get(picking.chosen().unwrap_or(0));
                if let Some(hit) = meant {
                    self.go_to(&hit.topic, now);
                    self.at_hand = hit.note;
                    self.summed_up = None;
                    self.scrolled_from = None;
                    return Outcome::Done;
                }
            }
            Command::Find | Command::Back => return Outcome::Done,
            _ => picking.go(command, hits.len()),
        }
        self.finding = Some(picking);
        Outcome::Done
    }
}
