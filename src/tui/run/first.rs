//! What the program shows first: the list, a session, or an interview as the command line asks for it.

use super::{Going, Program};
use crate::anonymise::ProtectedWords;
use crate::guide::Mode;
use crate::i18n::Text;
use crate::operations::guides;
use crate::operations::protocol::Protocol;
use crate::operations::survey::Survey;
use crate::session::{Answer, Manner, PhoneReason, Session, SessionId};
use crate::tui::app::{Effect, Msg};
use crate::tui::keymap::Command;
use crate::tui::screen::{Prepare, PrepareWanted, Screen, SessionNames};
use crate::tui::trouble;

/// What the program shows first.
#[derive(Debug)]
pub enum First {
    /// The list of sessions.
    Start,
    /// An interview.
    Interview(Request),
    /// A session that is read.
    Review(SessionId),
    /// A session that is coded by another coder.
    Code(SessionId, u8),
}

/// What is known of an interview before the program opens.
#[derive(Debug, Default)]
pub struct Request {
    /// Which session.
    pub session: Option<SessionId>,
    /// The guide.
    pub guide: Option<String>,
    /// How it is held.
    pub mode: Option<Mode>,
    /// Why it is held by phone.
    pub reason: Option<PhoneReason>,
    /// The steps of the consent that were answered with yes in writing.
    pub consent: Vec<String>,
    /// The protected words; nothing if they are still to be asked for.
    pub words: Option<ProtectedWords>,
    /// Whether it tries out the guide.
    pub pilot: bool,
    /// Answers to a survey.
    pub survey: Option<Survey>,
    /// Which note-taker keeps it; nothing for the first.
    pub taker: Option<u8>,
}

impl First {
    /// Which note-taker keeps protocols, from 1.
    pub(super) fn taker(&self) -> u8 {
        match self {
            Self::Interview(request) => request.taker.unwrap_or(1),
            Self::Start | Self::Review(_) | Self::Code(..) => 1,
        }
    }
}

impl Program {
    /// Shows what is asked for. What cannot be had is said on the list of sessions.
    pub(super) fn begin(&mut self, first: First) {
        match first {
            First::Start => self.list_sessions(),
            First::Review(id) => {
                let msg = self.read(&id);
                self.begin_with(msg);
            }
            First::Code(id, coder) => {
                let msg = self.read(&id);
                self.begin_with(msg);
                if matches!(self.app.screen, Screen::Review(_)) {
                    let msg = self.take_sheet(&id, coder);
                    self.begin_with(msg);
                }
            }
            First::Interview(request) => self.begin_interview(request),
        }
        if matches!(self.app.screen, Screen::Start(_)) && self.app.trouble.is_some() {
            self.list_sessions();
        }
    }

    fn begin_interview(&mut self, mut request: Request) {
        let mut taken = self.desk.study().sessions().unwrap_or_default();
        let mut first = None;
        if let (Some(id), Some(taker)) = (request.session.clone(), request.taker) {
            first = self.first_taker_s(&id, &mut request);
            let others = self.desk.study().other_takers(&id).unwrap_or_default();
            taken.retain(|known| known != &id);
            taken.extend(others.contains(&taker).then_some(id));
        }
        match request.session.clone().filter(|id| taken.contains(id)) {
            Some(id) => {
                if let Some(words) = &request.words {
                    self.app.give_words(&id, words);
                }
                let msg = self.open(&id);
                self.begin_with(msg);
                if let (Screen::Prepare(form), Some(first)) = (&mut self.app.screen, first) {
                    form.follow(first);
                }
                if let Some(survey) = request.survey.take() {
                    self.take_survey(survey, &id);
                }
                self.go_on_as_asked(&request);
            }
            None => self.begin_new(request, first, taken),
        }
    }

    /// Puts answers to a survey beside the questions of a session that was opened.
    fn take_survey(&mut self, survey: Survey, id: &SessionId) {
        let guide = match &self.app.screen {
            Screen::Prepare(form) => form.guide(),
            _ => self.app.protocol().map(Protocol::guide),
        };
        let answers = match guide.map(|guide| survey.answers(guide, id)) {
            None => return,
            Some(Ok(answers)) => answers,
            Some(Err(error)) => {
                self.app.trouble = Some(trouble::of_survey(&self.app.words, &error));
                return;
            }
        };
        if let Screen::Prepare(form) = &mut self.app.screen {
            form.take_survey(survey);
        } else if let Some(interview) = self.app.screen.interview_mut() {
            interview.protocol.prefill(&answers);
        }
    }

    /// The first note-taker's protocol, if it is here; another's follows its guide, mode and reason, whatever else was
    /// asked for.
    fn first_taker_s(&self, id: &SessionId, request: &mut Request) -> Option<Session> {
        let first = self.desk.study().read_session(id).ok()?;
        let header = &first.header;
        request.guide = Some(header.guide.id.clone());
        request.mode = Some(header.mode);
        request.reason = header.reason;
        request.pilot = header.pilot;
        Some(first)
    }

    /// What the command line says besides about a session that is there: a prepared one begins if its consent is given,
    /// and another guide or mode than the session's is not taken in silence.
    fn go_on_as_asked(&mut self, request: &Request) {
        let now = self.now();
        if let Screen::Prepare(form) = &mut self.app.screen {
            form.answer_yes(&request.consent);
            if request.consent.is_empty() || request.words.is_none() {
                return;
            }
            let wanted = form.obey(Command::StartInterview, now);
            let mut effects = self.app.take_up(wanted);
            effects.extend(self.app.update(Msg::Tick, now));
            self.do_all(effects);
        }
        if let Some(interview) = self.app.screen.interview_mut() {
            let protocol = &mut interview.protocol;
            let language = protocol.state().header.language;
            for step in &request.consent {
                if protocol.state().answer_to(step).is_none() {
                    protocol.consent(step, Answer::Yes, Manner::Written, language, now);
                }
            }
        }
        let Some(protocol) = self.app.protocol() else {
            return;
        };
        let header = &protocol.state().header;
        let is_other_guide = request
            .guide
            .as_ref()
            .is_some_and(|id| id != &header.guide.id);
        let is_other_mode = request.mode.is_some_and(|mode| mode != header.mode);
        if is_other_guide || is_other_mode {
            self.app.trouble = Some(self.app.say(Text::TroubleAsPrepared));
        }
    }

    /// A new interview: with everything known it begins, else the form asks for the rest.
    fn begin_new(&mut self, request: Request, first: Option<Session>, taken: Vec<SessionId>) {
        let only_guide = request.guide.is_some() || guides::ids(self.desk.study()).len() == 1;
        // Why by phone is never made up: the form asks for it.
        let has_reason =
            request.mode != Some(Mode::Phone) || request.reason.is_some() || first.is_some();
        let is_complete = only_guide
            && has_reason
            && request.session.is_some()
            && !request.consent.is_empty()
            && request.words.is_some();
        let only_first = request.guide.is_none();
        let guides = match &request.guide {
            Some(id) => match guides::find(self.desk.study(), id) {
                Ok(guide) => vec![guide],
                Err(error) => {
                    self.app.trouble = Some(trouble::of_guide(&self.app.words, &error));
                    return;
                }
            },
            None => self.usable_guides(None, 1),
        };
        let names = SessionNames {
            taken,
            given: self.desk.study().given_numbers().unwrap_or_default(),
        };
        let mut form = Prepare::new(guides, names, self.app.language);
        let Request {
            session,
            mode,
            reason,
            consent,
            words,
            survey,
            pilot,
            ..
        } = request;
        if let Some(survey) = survey {
            form.take_survey(survey);
        }
        form.fill_in(
            session.as_ref(),
            mode,
            reason,
            &consent,
            words.unwrap_or_default(),
        );
        if pilot {
            form.mark_as_pilot();
        }
        if let Some(first) = first {
            form.follow(first);
        }
        let now = self.now();
        self.other_guides_due = only_first && !is_complete;
        let wanted = if is_complete {
            form.obey(Command::StartInterview, now)
        } else {
            PrepareWanted::Nothing
        };
        self.app.screen = Screen::Prepare(Box::new(form));
        let mut effects = self.app.take_up(wanted);
        effects.extend(self.app.update(Msg::Tick, now));
        self.do_all(effects);
    }

    /// Searches what was written before for the names that were given with the command.
    pub(super) fn settle_names(&mut self) {
        if let Some(interview) = self.app.screen.interview_mut() {
            interview.protocol.settle_names();
            self.begin_with(Msg::Tick);
        }
    }

    /// Offers the guides behind the first in the form; says whether there is anything to be drawn.
    pub(super) fn offer_other_guides(&mut self) -> bool {
        let Screen::Prepare(form) = &self.app.screen else {
            return false;
        };
        let first = form.guide().map(|guide| guide.id.clone());
        if !std::mem::take(&mut self.other_guides_due) || first.is_none() {
            return false;
        }
        let others = self.usable_guides(first.as_deref(), usize::MAX);
        if let Screen::Prepare(form) = &mut self.app.screen {
            form.add_guides(others);
        }
        true
    }

    fn begin_with(&mut self, msg: Msg) {
        let now = self.now();
        let effects = self.app.update(msg, now);
        self.do_all(effects);
    }

    pub(super) fn do_all(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            // Nothing that ends the program is asked for before the first key.
            if matches!(self.carry_out(effect), Ok(Going::End) | Err(_)) {
                return;
            }
        }
    }
}
