//! The steps of the consent: what is said at each, and the answer by one key.

use time::OffsetDateTime;

use crate::guide::ConsentStep;
use crate::session::{Answer, Manner};
use crate::tui::keymap::Command;

use super::Interview;

/// The steps of the consent.
#[derive(Debug)]
pub struct Consent {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// Which step keys go to.
    pub selected: usize,
    /// How the next answer is given; nothing for what goes without saying.
    chosen_manner: Option<Manner>,
    /// What waits for Enter, after its effect was shown.
    pub asked: Option<Asked>,
    /// How many rows the script is scrolled down.
    pub scrolled: usize,
}

/// What waits for Enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Whether the step is taken back.
    Withdraw,
    /// Whether the session is thrown away.
    Discard,
}

/// What the steps ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentWanted {
    /// Nothing.
    Nothing,
    /// Back to where they were asked for.
    Back,
    /// Show the clock.
    Clock,
    /// Throw the session away.
    Discard,
}

/// The manners in the order in which they are offered.
const MANNERS: [Manner; 4] = [Manner::Oral, Manner::OnTape, Manner::Written, Manner::Email];

impl Consent {
    /// The steps of an interview, at the first that was not asked.
    pub fn new(interview: Box<Interview>) -> Self {
        let mut consent = Self {
            interview,
            selected: 0,
            chosen_manner: None,
            asked: None,
            scrolled: 0,
        };
        consent.selected = consent.next_open(0).unwrap_or(0);
        consent
    }

    /// The steps of the guide.
    pub fn steps(&self) -> &[ConsentStep] {
        &self.interview.protocol.guide().consent
    }

    /// The step that keys go to.
    pub fn step(&self) -> Option<&ConsentStep> {
        self.steps().get(self.selected)
    }

    /// How the next answer is given: in words, on the recording if one takes them, unless another way was chosen.
    pub fn manner(&self) -> Manner {
        let usual = if self.interview.protocol.state().is_being_recorded() {
            Manner::OnTape
        } else {
            Manner::Oral
        };
        self.chosen_manner.unwrap_or(usual)
    }

    /// The last answer to the step that keys go to.
    pub fn answer(&self) -> Option<Answer> {
        let step = self.step()?;
        self.interview.protocol.state().answer_to(&step.id)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        let protocol = &self.interview.protocol;
        let clock = &protocol.state().clock;
        match command {
            Command::Accept => self.asked.is_some(),
            Command::ConsentYes | Command::ConsentManner => self.step().is_some(),
            Command::ConsentNo => self.answer() != Some(Answer::No) && self.step().is_some(),
            Command::ConsentWithdraw => self.answer() == Some(Answer::Yes),
            Command::Begin => clock.began.is_none() && protocol.may_begin(),
            Command::Recording => protocol.may_record() && clock.running().is_none(),
            Command::Discard => protocol.is_empty(),
            _ => true,
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> ConsentWanted {
        let asked = self.asked.take();
        self.interview.notice = None;
        match command {
            Command::Up => self.go_to(self.selected.saturating_sub(1)),
            Command::Down => self.go_to(self.selected + 1),
            Command::PageDown => self.scrolled = self.scrolled.saturating_add(5),
            Command::PageUp => self.scrolled = self.scrolled.saturating_sub(5),
            Command::ConsentYes => self.give(Answer::Yes, now),
            // A yes that becomes a no is one that is taken back.
            Command::ConsentNo if self.answer() == Some(Answer::Yes) => {
                self.asked = Some(Asked::Withdraw);
            }
            Command::ConsentNo if self.applies(command) => self.give(Answer::No, now),
            Command::ConsentWithdraw if self.applies(command) => {
                self.asked = Some(Asked::Withdraw);
            }
            Command::ConsentManner => self.chosen_manner = Some(after(self.manner())),
            Command::QuestionLanguage => self.interview.switch_language(),
            Command::Recording if self.applies(command) => self.interview.start_recording(now),
            Command::Discard if self.applies(command) => self.asked = Some(Asked::Discard),
            Command::Accept => match asked {
                Some(Asked::Withdraw) => self.give(Answer::Withdrawn, now),
                Some(Asked::Discard) => return ConsentWanted::Discard,
                None => {}
            },
            // Leaving a question unanswered is no.
            Command::Back if asked.is_some() => {}
            Command::Back => return ConsentWanted::Back,
            Command::Begin if self.applies(command) => {
                self.interview.begin(now);
                return ConsentWanted::Back;
            }
            Command::Clock => return ConsentWanted::Clock,
            _ => {}
        }
        ConsentWanted::Nothing
    }

    /// Notes an answer in the language of the script, and goes to the next step that was not asked.
    fn give(&mut self, answer: Answer, now: OffsetDateTime) {
        let (manner, language) = (self.manner(), self.interview.question_language);
        let Some(step) = self.step().map(|step| step.id.clone()) else {
            return;
        };
        let protocol = &mut self.interview.protocol;
        let language = protocol.guide().language_for(language);
        protocol.consent(&step, answer, manner, language, now);
        self.scrolled = 0;
        let goes_on = match answer {
            Answer::Yes => true,
            // The next key answers the next question and does not turn a no into a yes; but without what an interview
            // needs there is no next question.
            Answer::No => self.interview.protocol.may_begin(),
            Answer::Withdrawn => false,
        };
        if goes_on && let Some(next) = self.next_open(self.selected) {
            self.selected = next;
        }
    }

    /// The next step from here on that was not asked.
    fn next_open(&self, from: usize) -> Option<usize> {
        let state = self.interview.protocol.state();
        let mut steps = self.steps().iter().enumerate().skip(from);
        let open = steps.find(|(_, step)| state.answer_to(&step.id).is_none());
        open.map(|(index, _)| index)
    }

    fn go_to(&mut self, step: usize) {
        self.selected = step.min(self.steps().len().saturating_sub(1));
        self.scrolled = 0;
    }
}

fn after(manner: Manner) -> Manner {
    let here = MANNERS.iter().position(|other| *other == manner);
    let next = here.map_or(0, |index| (index + 1) % MANNERS.len());
    MANNERS.get(next).copied().unwrap_or(Manner::Oral)
}
