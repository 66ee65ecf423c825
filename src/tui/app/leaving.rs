//! Leaving a session, and the program.

use super::{App, Effect};
use crate::i18n::Text;
use crate::session::NoteId;
use crate::tui::keymap::{Command, WaveReason};
use crate::tui::screen::{
    After as AfterInterview, AfterWanted, Closing, ClosingWanted, DoubtsWanted, Interview, Screen,
    Start, Translation, Under,
};

/// What comes after a session's files are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The list of sessions.
    Start,
    /// The end of the program.
    End,
}

/// How far leaving has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Nobody leaves.
    No,
    /// It was said that words are not on disk; leaving once more gives them up.
    Warned,
    /// It was said that words are not settled; leaving once more leaves them so.
    Told,
    /// It was said that what is filled in is not kept; the same key once more drops it.
    Asked,
    /// The session is being folded, so that keys would come too late.
    Folding(After),
}

impl App {
    /// The key for leaving. Words that are not on disk need it twice.
    pub(super) fn leave(&mut self, effects: &mut Vec<Effect>) {
        let gives_up = self.leaving == Leaving::Warned;
        let Some(interview) = self.screen.interview_mut() else {
            effects.extend([Effect::Release, Effect::Quit]);
            return;
        };
        // What is still held back may be doubtful, too.
        let unwritten = interview.unwritten().iter().map(|(_, words)| words).sum();
        let unsettled = interview.protocol.unsettled_count();
        if gives_up {
            // What is given up is tried once more, with what was held back.
            interview.settle();
            effects.extend([Effect::Retry, Effect::Release, Effect::Quit]);
        } else if self.saving.failed.is_some() {
            self.leaving = Leaving::Warned;
            self.trouble = Some(self.say(Text::TroubleLeaveUnsaved));
        } else if unsettled + unwritten > 0 && self.leaving != Leaving::Told {
            self.leaving = Leaving::Told;
            let told = [
                (Text::TroubleLeaveUnwritten, unwritten),
                (Text::TroubleLeaveUnsettled, unsettled),
            ];
            let told = told.iter().filter(|(_, count)| *count > 0);
            let told = told.map(|(text, count)| self.words.counted(*text, *count));
            self.trouble = Some(told.collect::<Vec<_>>().join(" "));
        } else {
            self.fold(After::End, effects);
        }
    }

    /// Forgets a warning, unless this command is what it warned of: the work went on.
    pub(super) fn stay(&mut self, command: Option<Command>) {
        let goes_on = match self.leaving {
            Leaving::Warned | Leaving::Told => command != Some(Command::Leave),
            Leaving::Asked => !matches!(command, Some(Command::Leave | Command::Back)),
            Leaving::No | Leaving::Folding(_) => false,
        };
        if goes_on {
            self.leaving = Leaving::No;
        }
    }

    /// Says once that what is filled in would be dropped; whether it did.
    pub(super) fn asks_before_dropping(&mut self) -> bool {
        let asks = self.leaving == Leaving::No && self.screen.has_unkept();
        if asks {
            self.leaving = Leaving::Asked;
            self.trouble = Some(self.say(Text::TroubleNotKept));
        }
        asks
    }

    /// Forgets that words were not on disk: they were saved.
    pub(super) fn unwarn(&mut self) {
        if self.leaving == Leaving::Warned {
            self.leaving = Leaving::No;
        }
    }

    /// The system asks the program to end: everything typed is settled and written.
    pub(super) fn terminate(&mut self, effects: &mut Vec<Effect>) {
        if self.recovered.take().is_some() || self.screen.interview().is_none() {
            effects.extend([Effect::Release, Effect::Quit]);
        } else {
            self.fold(After::End, effects);
        }
    }

    /// Settles what is typed and asks for the session to be folded into its file.
    pub(super) fn fold(&mut self, after: After, effects: &mut Vec<Effect>) {
        if let Screen::After(form) = &mut self.screen {
            form.settle();
        }
        let (reason, now) = (self.say(Text::AcceptedOrdinary), self.now);
        if let Some(interview) = self.screen.interview_mut() {
            interview.settle();
            interview.protocol.accept_ordinary(&reason, now);
            self.leaving = Leaving::Folding(after);
            let state = interview.protocol.state().clone();
            effects.push(Effect::Finish(Box::new(state)));
        }
    }

    /// The session is folded.
    pub(super) fn folded(&mut self, effects: &mut Vec<Effect>) {
        if self.leaving == Leaving::Folding(After::End) {
            effects.push(Effect::Quit);
        } else {
            if let Some(interview) = self.screen.interview_mut() {
                let protocol = &mut interview.protocol;
                let id = protocol.state().header.id.clone();
                self.known_names.insert(id, protocol.take_names());
            }
            effects.push(Effect::Release);
            self.show_start(effects);
        }
    }

    /// The list of sessions.
    pub(super) fn show_start(&mut self, effects: &mut Vec<Effect>) {
        let read = match &self.screen {
            Screen::Review(review) => Some(&review.protocol),
            _ => self.protocol(),
        };
        let left = read.map(|protocol| protocol.state().header.id.clone());
        let left = left.or_else(|| self.chosen_session.clone());
        self.screen = Screen::Start(Start::after(left));
        self.across = None;
        if self.search.take().is_some() {
            effects.push(Effect::CloseSearch);
        }
        self.leaving = Leaving::No;
        effects.push(Effect::ListSessions);
    }

    pub(super) fn after_closing(&mut self, wanted: ClosingWanted, effects: &mut Vec<Effect>) {
        match wanted {
            ClosingWanted::Nothing => {}
            ClosingWanted::Back => {
                self.show_bare_interview();
                self.follow_point(effects);
            }
            ClosingWanted::Doubts => self.show_doubts(Under::Closing),
            ClosingWanted::Wave(reason) => {
                let words = self.say(match reason {
                    WaveReason::NoTime => Text::KeyWaveNoTime,
                    WaveReason::NotNeeded => Text::KeyWaveNotNeeded,
                    WaveReason::Later => Text::KeyWaveLater,
                    WaveReason::Other => Text::KeyWaveOther,
                });
                if let Screen::Closing(closing) = &mut self.screen {
                    closing.wave(reason, &words);
                }
            }
            ClosingWanted::Close => self.fold(After::Start, effects),
        }
    }

    pub(super) fn after_after(&mut self, wanted: AfterWanted, effects: &mut Vec<Effect>) {
        match wanted {
            AfterWanted::Nothing => {}
            AfterWanted::Notes => {
                self.show_bare_interview();
                self.tell_waiting_names();
            }
            AfterWanted::Names => self.show_names(Under::After),
            AfterWanted::Doubts => self.show_doubts(Under::After),
            AfterWanted::Back => self.fold(After::Start, effects),
        }
    }

    /// What is to be done after the interview.
    pub(super) fn show_after(&mut self) {
        let now = self.now;
        self.exchange_interview(|interview| {
            Screen::After(Box::new(AfterInterview::new(interview, now)))
        });
    }

    pub(super) fn after_doubts(&mut self, wanted: DoubtsWanted, effects: &mut Vec<Effect>) {
        let is_left = wanted == DoubtsWanted::Back;
        if let DoubtsWanted::Allow(word) = wanted {
            self.allowed.push(word.clone());
            effects.push(Effect::Allow(word));
        }
        let Screen::Doubts(doubts) = &self.screen else {
            return;
        };
        let under = doubts.from;
        // When all is settled there is nothing to look at any more.
        if !is_left && !doubts.rows.is_empty() {
            return;
        }
        match under {
            Under::Interview => {
                self.show_bare_interview();
                if let Some(interview) = self.screen.interview_mut().filter(|_| !is_left) {
                    interview.comes_from_list = true;
                }
            }
            Under::After => self.show_after(),
            Under::Closing => self.exchange_interview(|mut interview| {
                interview.search_again();
                Screen::Closing(Box::new(Closing::new(interview)))
            }),
        }
    }

    /// Back to the interview, from what was laid over it.
    pub(super) fn show_bare_interview(&mut self) {
        self.exchange_interview(|mut interview| {
            interview.search_again();
            Screen::Interview(interview)
        });
    }

    /// What a quotation says, to be typed beside it.
    pub(super) fn show_translation(&mut self, note: NoteId) {
        self.exchange_interview(|interview| {
            Screen::Translation(Box::new(Translation::new(interview, note)))
        });
    }

    /// Lays something over the interview that keeps it.
    pub(super) fn exchange_interview(&mut self, lay: impl FnOnce(Box<Interview>) -> Screen) {
        let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        self.screen = match screen.into_interview() {
            Ok(interview) => lay(interview),
            Err(other) => other,
        };
    }
}
