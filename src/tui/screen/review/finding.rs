//! Finding a note of a session that is read, and going to it.

use super::Review;
use crate::operations::protocol::Hit;
use crate::tui::keymap::Command;
use crate::tui::screen::picking::Picking;

impl Review {
    /// What is found, in the order of the guide.
    pub fn hits(&self) -> Vec<Hit> {
        self.finding
            .as_ref()
            .map_or_else(Vec::new, |picking| self.protocol.find(picking.typed()))
    }

    /// Does in the search what a key asks for.
    pub(super) fn obey_finding(&mut self, mut picking: Picking, command: Command) {
        let hits = self.protocol.find(picking.typed());
        match command {
            Command::Accept => {
                if let Some(hit) = hits.get(picking.chosen().unwrap_or(0)) {
                    let cell = self.cells().iter().position(|cell| cell == &hit.topic);
                    self.turn_to(cell.unwrap_or(self.cell));
                    self.at_hand = hit.note;
                    return;
                }
            }
            Command::Find | Command::Back => return,
            _ => picking.go(command, hits.len()),
        }
        self.finding = Some(picking);
    }
}
