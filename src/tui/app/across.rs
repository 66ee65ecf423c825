//! Reading across interviews: fetched when it is asked for, left for a session and come back to.

use super::{App, Effect};
use crate::tui::screen::{
    Across, AcrossData, AcrossWanted, CaseText, Review, Screen, Start, Target,
};

impl App {
    /// Shows what was gathered of all interviews, if nobody went elsewhere meanwhile.
    pub(super) fn show_across(&mut self, data: AcrossData) {
        if matches!(self.screen, Screen::Start(_) | Screen::Review(_)) {
            self.trouble = None;
            self.screen = Screen::Across(Box::new(Across::new(data)));
        }
    }

    pub(super) fn after_across(&mut self, wanted: AcrossWanted, effects: &mut Vec<Effect>) {
        match wanted {
            AcrossWanted::Nothing => {}
            AcrossWanted::Back => self.show_start(effects),
            AcrossWanted::Export => self.show_export(None),
            AcrossWanted::Read(id) => effects.push(Effect::Read(id)),
            AcrossWanted::Sheet(case) => {
                if let Screen::Across(across) = &self.screen {
                    effects.push(Effect::ReadSheet(across.data.clone(), case));
                }
            }
        }
    }

    /// Shows the sheet of a case over what is read across interviews, if that is still read.
    pub(super) fn show_sheet(&mut self, sheet: CaseText) {
        if let Screen::Across(across) = &mut self.screen {
            across.sheet = Some(sheet);
        }
    }

    /// Keeps what is read across interviews while a session is read that it leads to.
    pub(super) fn leave_across_for(&mut self, review: &mut Review) {
        let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        if let Screen::Across(mut across) = screen {
            match across.target.take() {
                Some(Target::Cell(topic)) => review.go_to_cell(&topic),
                Some(Target::Note(note)) => review.go_to_note(note),
                None => {}
            }
            self.across = Some(across);
        }
    }

    /// Back from a session: to what led to it, if it was read across interviews, else to the list.
    pub(super) fn back_from_review(&mut self, effects: &mut Vec<Effect>) {
        match self.across.take() {
            Some(across) => self.screen = Screen::Across(across),
            None => self.show_start(effects),
        }
    }
}
