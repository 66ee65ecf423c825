//! Opening a session: from the list, from a form, or as the command line asks.

use ratatui::crossterm::event::KeyCode;
use time::OffsetDateTime;

use super::leaving::After;
use super::{App, Effect, Saving};
use crate::analysis::{OpenPoint, open_points};
use crate::anonymise::ProtectedWords;
use crate::i18n::Text;
use crate::operations::protocol::Protocol;
use crate::session::{Progress, SessionId};
use crate::store::Rescued;
use crate::tui::keymap::Key;
use crate::tui::screen::{
    After as AfterInterview, CaseWanted, GivenWords, Interview, Names, Notice, Prepare,
    PrepareWanted, Prepared, Review, ReviewWanted, Screen, StartWanted, Under, waiting_names,
};

/// A session that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its protocol.
    pub protocol: Protocol,
    /// Whether it may be written.
    pub access: Access,
    /// What was recovered, if the program did not end in order.
    pub recovered: Option<Recovered>,
    /// When it was written last.
    pub left_at: Option<OffsetDateTime>,
}

/// Whether a session may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Write,
    /// It was asked for to be read.
    Read,
    /// It may not; why, in the user's language.
    Refused(String),
}

/// What was recovered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovered {
    /// The lines of the banner, in the user's language.
    pub lines: Vec<String>,
    /// When the session was written last.
    pub left_at: Option<OffsetDateTime>,
    /// What was written behind a damage and can be kept.
    pub rescued: Vec<Rescued>,
}

impl App {
    /// Shows a session that was opened.
    pub(super) fn show_opened(&mut self, opened: Opened) {
        let Opened {
            protocol,
            access,
            recovered,
            left_at,
        } = opened;
        if access != Access::Write {
            let protocol = self.knowing_names(protocol);
            let resumable = access == Access::Read && protocol.state().closed.is_none();
            // Labels of codes are written here, and searched for names as everywhere.
            let protocol = self.listening(protocol);
            let mut review = Review::new(protocol, resumable, self.language);
            self.leave_for(&mut review);
            self.screen = Screen::Review(Box::new(review));
            if let Access::Refused(reason) = access {
                self.trouble = Some(reason);
            }
            return;
        }
        self.saving = Saving::default();
        if protocol.state().progress() == Progress::Prepared {
            // The form writes nothing before it is sent, so that what was recovered needs no yes, only a word.
            self.trouble = recovered.map(|recovered| recovered.lines.join(" · "));
            let words = self.given_words.get(&protocol.state().header.id).cloned();
            let mut form = Prepare::of(protocol);
            form.take_words(words.unwrap_or_default());
            self.screen = Screen::Prepare(Box::new(form));
            return;
        }
        self.show_interview(protocol);
        match recovered {
            Some(recovered) => {
                if !matches!(self.screen, Screen::Interview(_) | Screen::Names(_)) {
                    self.say_too(Some(recovered.lines.join(" · ")));
                }
                self.recovered = Some(recovered);
            }
            None => self.resume(left_at),
        }
    }

    /// Says yes to what was recovered.
    pub(super) fn accept_recovered(&mut self) {
        if let Some(recovered) = self.recovered.take() {
            self.resume(recovered.left_at);
        }
    }

    /// Answers what was recovered: Esc says no, Enter keeps what can be rescued, any other key says yes. Tells whether the
    /// key is used up by that.
    pub(super) fn answer_recovered(&mut self, key: Key, effects: &mut Vec<Effect>) -> bool {
        let recovered = self.recovered.as_ref();
        let can_rescue = recovered.is_some_and(|recovered| !recovered.rescued.is_empty());
        if key.code == KeyCode::Esc {
            self.leave_untouched(effects);
            return true;
        }
        if can_rescue && key == Key::plain(KeyCode::Enter) {
            self.keep_rescued();
            return true;
        }
        self.accept_recovered();
        false
    }

    /// Says yes to what was recovered, and keeps what was written behind a damage.
    fn keep_rescued(&mut self) {
        let recovered = self.recovered.as_mut();
        let rescued = recovered.map(|recovered| std::mem::take(&mut recovered.rescued));
        self.accept_recovered();
        if let Some(interview) = self.screen.interview_mut() {
            interview.keep_rescued(rescued.unwrap_or_default());
        }
    }

    /// Says no to what was recovered: everything stays as it was found.
    fn leave_untouched(&mut self, effects: &mut Vec<Effect>) {
        self.recovered = None;
        effects.push(Effect::Release);
        self.show_start(effects);
    }

    pub(super) fn after_start(wanted: StartWanted) -> Option<Effect> {
        match wanted {
            // A search is laid over the list, and asks for nothing here.
            StartWanted::Nothing | StartWanted::Search => None,
            StartWanted::Open(id) => Some(Effect::Open(id)),
            StartWanted::Read(id) => Some(Effect::Read(id)),
            StartWanted::Prepare => Some(Effect::LoadGuides),
            StartWanted::Across => Some(Effect::LoadAcross),
            StartWanted::Case(id) => Some(Effect::LoadCase(id)),
            StartWanted::After(id) => Some(Effect::Complete(id)),
        }
    }

    /// Takes up what a form asks for that was filled in elsewhere.
    pub fn take_up(&mut self, wanted: PrepareWanted) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.after_prepare(wanted, &mut effects);
        effects
    }

    pub(super) fn after_prepare(&mut self, wanted: PrepareWanted, effects: &mut Vec<Effect>) {
        match wanted {
            PrepareWanted::Nothing => {}
            PrepareWanted::Back => {
                effects.push(Effect::Release);
                self.show_start(effects);
            }
            PrepareWanted::Save(prepared) => {
                self.begin(*prepared, effects);
                self.fold(After::Start, effects);
            }
            PrepareWanted::Begin(prepared) => self.begin(*prepared, effects),
            PrepareWanted::LoadSurvey(path) => effects.push(Effect::LoadSurvey(path)),
            PrepareWanted::Consent(prepared) => {
                self.begin(*prepared, effects);
                self.show_consent();
            }
        }
    }

    pub(super) fn after_case(&mut self, wanted: CaseWanted, effects: &mut Vec<Effect>) {
        match wanted {
            CaseWanted::Nothing => {}
            CaseWanted::Back => self.show_start(effects),
            CaseWanted::Save(case) => effects.push(Effect::SaveCase(case)),
            CaseWanted::Unclear(text) => self.trouble = Some(self.words.text(text).into_owned()),
        }
    }

    pub(super) fn after_review(&mut self, wanted: ReviewWanted, effects: &mut Vec<Effect>) {
        match wanted {
            ReviewWanted::Nothing => {}
            ReviewWanted::Back => self.back_from_review(effects),
            ReviewWanted::Across => match self.across.take() {
                Some(across) => self.screen = Screen::Across(across),
                None => effects.push(Effect::LoadAcross),
            },
            ReviewWanted::Search => self.show_search(effects),
            ReviewWanted::Resume(id) => effects.push(Effect::Open(id)),
            ReviewWanted::Correct(id) => effects.push(Effect::Complete(id)),
            ReviewWanted::TakeSheet(id, coder) => effects.push(Effect::TakeSheet(id, coder)),
            ReviewWanted::SaveSheet(sheet) => effects.push(Effect::SaveSheet(sheet)),
            ReviewWanted::Codebook => self.show_codebook(),
            ReviewWanted::Export(id) => self.show_export(Some(id)),
        }
    }

    /// Shows a session that was prepared, and asks for its files if it is new.
    fn begin(&mut self, prepared: Prepared, effects: &mut Vec<Effect>) {
        if prepared.is_new {
            let header = prepared.protocol.state().header.clone();
            effects.push(Effect::Create(Box::new(header)));
        }
        self.saving = Saving::default();
        let Prepared {
            protocol,
            texts,
            words,
            ..
        } = prepared;
        let id = protocol.state().header.id.clone();
        self.given_words.insert(id, words);
        let mut protocol = self.listening(protocol);
        protocol.prefill(&texts.answers);
        if let Some(reason) = texts.country {
            protocol.wave(&OpenPoint::Country.gate(), &reason);
        }
        let is_unsaid =
            open_points(protocol.state(), protocol.guide()).contains(&OpenPoint::Country);
        self.show_interview(protocol);
        if let Screen::Interview(interview) = &mut self.screen {
            let is_begun = interview.protocol.state().clock.began.is_some();
            let text = match (is_unsaid, is_begun) {
                (true, _) => Some(Text::NoticeCountry),
                (false, false) if interview.protocol.memory().announced_count() == 0 => {
                    Some(Text::NoticeReadyUnprotected)
                }
                (false, false) => Some(Text::NoticeReady),
                (false, true) => None,
            };
            interview.notice = text.map(Notice::of).or(interview.notice.take());
        }
    }

    /// A protocol that searches for names which nobody announced, too.
    fn listening(&self, protocol: Protocol) -> Protocol {
        protocol.listening(self.layers, self.allowed.iter().map(String::as_str))
    }

    /// Takes the protected words of a session that is there, given before the program opened. They hold however often
    /// and in whichever way it is opened; an empty list says that nobody is to be asked for names.
    pub fn give_words(&mut self, id: &SessionId, words: &ProtectedWords) {
        self.given_words
            .insert(id.clone(), GivenWords::of_list(words));
    }

    /// A protocol that knows the names which were known when the session was left, else those that were given for it.
    fn knowing_names(&self, mut protocol: Protocol) -> Protocol {
        let id = &protocol.state().header.id;
        let (known, given) = (self.known_names.get(id), self.given_words.get(id));
        match (known, given) {
            (Some(earlier), _) => protocol.recall(earlier),
            (None, Some(words)) => protocol.protect(&words.list()),
            (None, None) => {}
        }
        protocol
    }

    /// Which lines of the protected words of a session may name two, unless that was said.
    fn tell_lines_of_two(&mut self, id: &SessionId) -> Option<String> {
        let lines = self.given_words.get_mut(id)?.tell_lines_of_two();
        let said = [
            self.words.lines_of_two(&lines.given),
            self.words.typed_lines_of_two(&lines.typed),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Says something beside the trouble that is said already, which comes first.
    fn say_too(&mut self, said: Option<String>) {
        let told = [self.trouble.take(), said];
        let told: Vec<String> = told.into_iter().flatten().collect();
        self.trouble = (!told.is_empty()).then(|| told.join(" · "));
    }

    /// The slots come first where names are known by the interviewer alone.
    fn show_interview(&mut self, protocol: Protocol) {
        let protocol = self.knowing_names(protocol);
        let id = &protocol.state().header.id;
        let is_declined = self
            .given_words
            .get(id)
            .is_some_and(GivenWords::is_declined);
        let of_two = self.tell_lines_of_two(id);
        self.say_too(of_two);
        let asks_names = !is_declined && asks_names(&protocol);
        let protocol = protocol.for_taker(self.taker);
        let mut protocol = self.listening(protocol);
        if let Some(lead_ms) = self.lead_ms {
            protocol.take_lead(lead_ms);
        }
        let mut interview = Box::new(Interview::new(protocol, self.now));
        interview.shorthand.clone_from(&self.shorthand);
        let is_closed = interview.protocol.is_closed();
        self.screen = if asks_names {
            let mut names = Names::new(interview);
            if is_closed {
                names.under = Under::After;
            }
            Screen::Names(Box::new(names))
        } else if is_closed {
            Screen::After(Box::new(AfterInterview::new(interview, self.now)))
        } else {
            Screen::Interview(interview)
        };
        self.tell_waiting_names();
    }

    /// Says in the interview, and after it, how many names are not known, and which key opens their list.
    pub(super) fn tell_waiting_names(&mut self) {
        let interview = match &mut self.screen {
            Screen::Interview(interview) => Some(interview),
            Screen::After(after) => Some(&mut after.interview),
            _ => None,
        };
        if let Some(interview) = interview {
            let waiting = waiting_names(&interview.protocol).len();
            if waiting > 0 {
                interview.notice = Some(Notice::about(Text::NoticeNamesWaiting, &waiting));
            }
        }
    }

    fn resume(&mut self, left_at: Option<OffsetDateTime>) {
        let now = self.now;
        if let Some(interview) = self.screen.interview_mut() {
            interview.protocol.resume(left_at, now);
        }
    }
}

/// Whether names have to be typed beside slots: those of the list that have none. What was found on the way is asked for
/// only where no list was given, as nobody could have announced it.
pub(super) fn asks_names(protocol: &Protocol) -> bool {
    let memory = protocol.memory();
    let unnamed = memory.unnamed();
    let has_list = memory
        .slots()
        .iter()
        .any(|slot| slot.listed && !unnamed.contains(&slot.key));
    let waiting = waiting_names(protocol);
    waiting.iter().any(|slot| slot.listed || !has_list)
}
