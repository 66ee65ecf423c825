//! Reading across interviews: fetched when it is asked for, left for a session and come back to.

use super::{App, Effect};
use crate::tui::screen::{
    Across, AcrossBeside, AcrossData, AcrossWanted, CaseText, Review, Screen, Start,
};

impl App {
    /// Shows what was gathered of all interviews, if nobody went elsewhere meanwhile.
    pub(super) fn show_across(&mut self, data: AcrossData) {
        if matches!(self.screen, Screen::Start(_) | Screen::Review(_)) {
            self.trouble = None;
            self.search = None;
            self.screen = Screen::Across(Box::new(Across::new(data, self.language)));
        }
    }

    /// Takes in the sessions anew, if they are still read across.
    pub(super) fn renew_across(&mut self, data: AcrossData) {
        if let Some(across) = self.across_at_hand() {
            across.renew(data);
        }
    }

    /// Takes in what was read beside the facts; with it everything was read.
    pub(super) fn take_beside_across(&mut self, beside: AcrossBeside) {
        let trouble = beside.trouble.clone();
        if let Some(across) = self.across_at_hand() {
            across.reading = None;
            across.take_beside(beside);
            self.trouble = trouble.or(self.trouble.take());
        }
    }

    /// What is read across interviews, on the screen or while a session is read that it led to.
    pub(super) fn across_at_hand(&mut self) -> Option<&mut Across> {
        let shown = across_in(&mut self.screen);
        let left = self.across.as_deref_mut();
        let searched = self.search.as_mut().map(|search| &mut *search.under);
        shown.or(left).or_else(|| across_in(searched?))
    }

    pub(super) fn after_across(&mut self, wanted: AcrossWanted, effects: &mut Vec<Effect>) {
        match wanted {
            AcrossWanted::Nothing => {}
            AcrossWanted::Back => self.show_start(effects),
            AcrossWanted::Export => self.show_export(None),
            AcrossWanted::Read(id) => effects.push(Effect::Read(id)),
            AcrossWanted::Search => self.show_search(effects),
            AcrossWanted::SearchFor(query) => {
                self.show_search(effects);
                if let Screen::Search(search) = &mut self.screen {
                    let wanted = search.paste(&query);
                    self.after_search(wanted, effects);
                }
            }
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

    /// Keeps what led to a session while that is read, and goes to the place that it led to.
    pub(super) fn leave_for(&mut self, review: &mut Review) {
        let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        match screen {
            Screen::Across(mut across) => {
                Self::go_to(review, across.target.take());
                self.across = Some(across);
            }
            Screen::Search(mut search) => {
                Self::go_to(review, search.target.take());
                self.search = Some(search);
            }
            _ => {}
        }
    }

    /// Back from a session: to what led to it, a search or what is read across interviews, else to the list.
    /// Whether a session is read over the search or what is read across interviews, where one comes back to.
    pub fn is_read_over_another(&self) -> bool {
        self.search.is_some() || self.across.is_some()
    }

    pub(super) fn back_from_review(&mut self, effects: &mut Vec<Effect>) {
        match (self.search.take(), self.across.take()) {
            (Some(search), across) => {
                self.screen = Screen::Search(search);
                self.across = across;
            }
            (None, Some(across)) => self.screen = Screen::Across(across),
            (None, None) => self.show_start(effects),
        }
    }
}

/// What is read across interviews on a screen or under it.
fn across_in(screen: &mut Screen) -> Option<&mut Across> {
    match screen {
        Screen::Across(across) => Some(across),
        Screen::Search(search) => across_in(&mut search.under),
        Screen::Export(form) => across_in(&mut form.under),
        _ => None,
    }
}
