//! Exporting from the program: asked for over what is read, and gone back from to it.

use super::{App, Effect};
use crate::i18n::Text;
use crate::session::SessionId;
use crate::tui::screen::{ExportForm, ExportStage, ExportWanted, NoDay, Screen, Start};

impl App {
    /// Shows the form for a session, or for all, over what is read.
    pub(super) fn show_export(&mut self, session: Option<SessionId>) {
        let under = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        self.screen = Screen::Export(Box::new(ExportForm::new(
            session,
            &self.export_place,
            self.now.date(),
            under,
        )));
    }

    pub(super) fn after_export(&mut self, wanted: ExportWanted, effects: &mut Vec<Effect>) {
        match wanted {
            ExportWanted::Nothing => {}
            ExportWanted::Back => {
                let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
                match screen {
                    Screen::Export(form) => self.screen = *form.under,
                    other => self.screen = other,
                }
            }
            ExportWanted::Export(order) => effects.push(Effect::Export(order)),
            ExportWanted::Refused(no_day) => self.trouble = Some(self.say(of_no_day(no_day))),
            ExportWanted::NoPlace => self.trouble = Some(self.say(Text::ExportingNoPlace)),
        }
    }

    /// Says how far the export is, or what became of it.
    pub(super) fn show_export_stage(&mut self, stage: ExportStage) {
        match (&mut self.screen, stage) {
            (Screen::Export(form), stage) => form.stage = stage,
            (_, ExportStage::Over(lines)) => self.trouble = lines.into_iter().next(),
            _ => {}
        }
    }
}

/// What is wrong with the day until which an answer is awaited.
pub const fn of_no_day(no_day: NoDay) -> Text {
    match no_day {
        NoDay::Unreadable => Text::AfterNoDate,
        NoDay::Past => Text::ExportingUntilPast,
        NoDay::NotSent => Text::ExportingUntilReview,
    }
}
