//! The search over all sessions: opened from where one is, left for a session and come back to.

use super::{App, Effect};
use crate::tui::screen::{Review, Screen, Search, SearchWanted, Start, Target};

impl App {
    /// Opens the search over what is shown; while a session is read that a search led to, that search again.
    pub(super) fn show_search(&mut self, effects: &mut Vec<Effect>) {
        if let Some(search) = self.search.take() {
            self.screen = Screen::Search(search);
            return;
        }
        let under = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        self.screen = Screen::Search(Box::new(Search::new(Box::new(under))));
        effects.push(Effect::OpenSearch);
    }

    pub(super) fn after_search(&mut self, wanted: SearchWanted, effects: &mut Vec<Effect>) {
        match wanted {
            SearchWanted::Nothing => {}
            SearchWanted::Ask(question) => effects.push(Effect::Search(question)),
            SearchWanted::Read(id) => effects.push(Effect::Read(id)),
            SearchWanted::Back => {
                let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
                if let Screen::Search(search) = screen {
                    self.screen = *search.under;
                }
                effects.push(Effect::CloseSearch);
            }
        }
    }

    /// The index is as the sessions are: what was asked is asked again.
    pub(super) fn search_again(&mut self, effects: &mut Vec<Effect>) {
        if let Some(search) = self.search_at_hand() {
            search.reading = None;
            let row = search.row;
            let wanted = search.ask();
            search.row = row;
            self.after_search(wanted, effects);
        }
    }

    /// The search on the screen, or the one that led to the session that is read.
    pub(super) fn search_at_hand(&mut self) -> Option<&mut Search> {
        match &mut self.screen {
            Screen::Search(search) => Some(search),
            _ => self.search.as_deref_mut(),
        }
    }

    /// Goes in a session to what led there.
    pub(super) fn go_to(review: &mut Review, target: Option<Target>) {
        match target {
            Some(Target::Cell(topic)) => review.go_to_cell(&topic),
            Some(Target::Note(note)) => review.go_to_note(note),
            None => {}
        }
    }
}
