//! What is laid over the interview in the field: consent, clock, and the recording that is listened to.

use super::leaving::After;
use super::opening::asks_names;
use super::{App, Effect};
use crate::i18n::Text;
use crate::operations::player::{Report, Source};
use crate::tui::screen::{
    ClockForm, Consent, ConsentWanted, Names, PlayerForm, PlayerFormWanted, PlayerWanted, Screen,
    Start,
};
use crate::tui::trouble;

impl App {
    pub(super) fn show_consent(&mut self) {
        self.exchange_interview(|mut interview| {
            interview.settle();
            Screen::Consent(Box::new(Consent::new(interview)))
        });
    }

    pub(super) fn show_clock(&mut self, from_consent: bool) {
        self.exchange_interview(|mut interview| {
            interview.settle();
            Screen::Clock(Box::new(ClockForm::new(interview, from_consent)))
        });
    }

    pub(super) fn after_consent(&mut self, wanted: ConsentWanted, effects: &mut Vec<Effect>) {
        self.stop_listening_without_consent(effects);
        match wanted {
            ConsentWanted::Nothing => {}
            ConsentWanted::Clock => self.show_clock(true),
            ConsentWanted::Discard => self.discard(effects),
            ConsentWanted::Back => self.leave_consent(effects),
        }
    }

    pub(super) fn after_clock(&mut self, is_left: bool) {
        let Screen::Clock(form) = &self.screen else {
            return;
        };
        match (is_left, form.from_consent) {
            (false, _) => {}
            (true, true) => self.show_consent(),
            (true, false) => self.show_bare_interview(),
        }
    }

    /// What a command of the interview asks of the player.
    pub(super) fn ask_player(&mut self, wanted: PlayerWanted, effects: &mut Vec<Effect>) {
        match wanted {
            PlayerWanted::Order(order) => effects.push(Effect::Player(order)),
            PlayerWanted::Close => effects.push(Effect::StopListening),
            PlayerWanted::Open => self.open_player(effects),
        }
    }

    pub(super) fn after_player_form(
        &mut self,
        wanted: PlayerFormWanted,
        effects: &mut Vec<Effect>,
    ) {
        let Screen::Player(form) = &self.screen else {
            return;
        };
        let number = form.number;
        match wanted {
            PlayerFormWanted::Nothing => {}
            PlayerFormWanted::Back => self.show_bare_interview(),
            PlayerFormWanted::Load(path) => {
                self.show_bare_interview();
                self.listen(number, Source::Start(path), effects);
            }
        }
    }

    /// Takes in what the player says.
    pub(super) fn hear_player(&mut self, report: Report) {
        let now = self.now;
        let trouble = match report {
            Report::State(state) => {
                if let Some(interview) = self.screen.interview_mut() {
                    interview.hear(state, now);
                }
                return;
            }
            Report::Refused(trouble) => trouble,
            Report::Ended(trouble) => {
                if let Some(interview) = self.screen.interview_mut() {
                    interview.playing = None;
                }
                trouble
            }
        };
        self.trouble = Some(trouble::of_player(&self.words, &trouble));
    }

    /// With everything known listening begins, else it is asked which recording.
    fn open_player(&mut self, effects: &mut Vec<Effect>) {
        let recordings = self
            .protocol()
            .map_or(0, |protocol| protocol.state().clock.recordings.len());
        match self.recording.source() {
            Some(source) if recordings <= 1 => self.listen(1, source, effects),
            Some(source @ Source::Attach(_)) => self.listen(recordings, source, effects),
            _ => {
                let known = self.recording.recording.clone();
                self.exchange_interview(|interview| {
                    Screen::Player(Box::new(PlayerForm::new(interview, known.as_ref())))
                });
            }
        }
    }

    fn listen(&mut self, number: usize, source: Source, effects: &mut Vec<Effect>) {
        if let Some(interview) = self.screen.interview_mut() {
            interview.listen_to(number);
            effects.push(Effect::Listen(source));
        }
    }

    fn stop_listening_without_consent(&mut self, effects: &mut Vec<Effect>) {
        let Some(interview) = self.screen.interview_mut() else {
            return;
        };
        if interview.playing.is_some() && !interview.protocol.may_record() {
            interview.playing = None;
            effects.push(Effect::StopListening);
        }
    }

    /// To the interview, if it may be held; else the session stays prepared, and that is said.
    fn leave_consent(&mut self, effects: &mut Vec<Effect>) {
        let Some(protocol) = self.protocol() else {
            return;
        };
        if protocol.state().clock.began.is_none() && !protocol.may_begin() {
            self.trouble = Some(self.say(Text::TroubleNotBegun));
            self.fold(After::Start, effects);
        } else if protocol.state().clock.began.is_none() && asks_names(protocol) {
            self.exchange_interview(|interview| Screen::Names(Box::new(Names::new(interview))));
        } else {
            self.show_bare_interview();
        }
    }

    fn discard(&mut self, effects: &mut Vec<Effect>) {
        let id = self
            .protocol()
            .map(|protocol| protocol.state().header.id.clone());
        self.screen = Screen::Start(Start::default());
        effects.extend(id.map(Effect::Discard));
        effects.push(Effect::ListSessions);
    }
}
