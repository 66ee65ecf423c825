//! The program's state and what changes it. Messages come in, effects go out; nothing here touches terminal, clock or
//! files.

mod across;
mod ahead;
mod codebook;
mod exporting;
mod field;
mod leaving;
mod listing;
mod message;
mod opening;
mod saving;
mod searching;
mod veil;

use std::collections::HashMap;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;
use time::OffsetDateTime;

use crate::anonymise::Layers;
use crate::i18n::{Text, Words};
use crate::language::Language;
use crate::operations::player::Known;
use crate::operations::protocol::{ClockJump, KnownNames, Protocol};
use crate::session::SessionId;
use crate::tui::keymap::{self, Command, Key, Place};
use crate::tui::pane;
use crate::tui::screen::{
    Across, CaseForm, Closing, Doubts, GivenWords, ListKey, Names, Notice, Outcome, Prepare,
    Screen, Search, Shorthand, StartWanted, StrikeWords, Under,
};
use crate::tui::terminal::typed_char;

pub use codebook::{CodebookAnswer, CodebookOrder};
pub use exporting::of_no_day;
use leaving::Leaving;
pub use message::{Effect, Msg};
pub use opening::{Access, Opened, Recovered};
pub use saving::Saving;
pub use veil::Veil;

/// The program's state.
#[derive(Debug)]
pub struct App {
    /// The words of the screen.
    pub words: Words,
    /// The size of the terminal.
    pub size: Size,
    /// What is shown.
    pub screen: Screen,
    /// How far the list of keys is scrolled, if it is shown.
    pub help: Option<usize>,
    /// Whether the screen is blanked, and by whom.
    pub veil: Veil,
    /// After how many seconds without a key an interview on site is blanked; never without it.
    pub idle_seconds: Option<u32>,
    /// What short forms are written out as.
    pub shorthand: Vec<Shorthand>,
    /// When a key was pressed last.
    pub last_key: OffsetDateTime,
    /// Whether Esc was pressed and a command's key is awaited.
    pub awaits_command: bool,
    /// How the words stand with the disk.
    pub saving: Saving,
    /// What went wrong last; stays until the next key.
    pub trouble: Option<String>,
    /// What was recovered and waits for the first key, which is the yes.
    pub recovered: Option<Recovered>,
    /// The instant of the last message.
    pub now: OffsetDateTime,
    /// The language of the screen.
    pub language: Language,
    /// Words that are no names, by the configuration and by the study.
    pub allowed: Vec<String>,
    /// Where documents go if nothing else is typed.
    pub export_place: String,
    /// The protected words of sessions that were prepared while the program ran.
    given_words: HashMap<SessionId, GivenWords>,
    /// What was known of names in sessions that were left, so that nobody types them twice while the program runs.
    known_names: HashMap<SessionId, KnownNames>,
    /// Which note-taker keeps protocols, from 1.
    pub taker: u8,
    /// How much earlier than its first keystroke a note's place is shown in a new interview, if the user said so.
    pub lead_ms: Option<u64>,
    /// What is known of the recording and its player before anybody is asked.
    pub recording: Known,
    /// By which layers names are searched for that nobody announced.
    pub layers: Layers,
    leaving: Leaving,
    /// The session that was chosen on the list when it was left.
    chosen_session: Option<SessionId>,
    /// What is read across interviews, while a session is read that it led to.
    across: Option<Box<Across>>,
    /// The search, while a session is read that it led to.
    search: Option<Box<Search>>,
}

impl App {
    /// The program on its first screen.
    pub fn new(
        words: Words,
        language: Language,
        size: Size,
        screen: Screen,
        now: OffsetDateTime,
    ) -> Self {
        Self {
            words,
            size,
            screen,
            help: None,
            veil: Veil::No,
            idle_seconds: None,
            shorthand: Vec::new(),
            last_key: now,
            awaits_command: false,
            saving: Saving::default(),
            trouble: None,
            recovered: None,
            now,
            language,
            allowed: Vec::new(),
            export_place: "leitfaden-export/".to_owned(),
            given_words: HashMap::new(),
            known_names: HashMap::new(),
            taker: 1,
            lead_ms: None,
            recording: Known::default(),
            layers: Layers::ALL,
            leaving: Leaving::No,
            chosen_session: None,
            across: None,
            search: None,
        }
    }

    /// Takes a message in and says what is to be done.
    #[must_use]
    pub fn update(&mut self, msg: Msg, now: OffsetDateTime) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        match msg {
            Msg::Key(event) => self.press(event, &mut effects),
            Msg::Paste(text) => self.paste(&text, &mut effects),
            Msg::Resize(size) => self.size = size,
            Msg::Tick => self.veil_when_idle(),
            Msg::ClockJumped(jump) => self.note_clock_jump(jump),
            Msg::Player(report) => self.hear_player(report),
            Msg::Saved(sequence) => self.saved(sequence),
            Msg::NotSaved(reason) => {
                self.saving.failed = Some(reason);
                if matches!(self.leaving, Leaving::Folding(_)) {
                    self.leaving = Leaving::No;
                }
            }
            Msg::Sessions(rows) => {
                if let Some(start) = self.start_at_hand() {
                    start.set_rows(rows);
                }
            }
            Msg::Reading(percent) => self.reads(percent),
            Msg::Guides(guides, names) => {
                self.screen = Screen::Prepare(Box::new(Prepare::new(guides, names, self.language)));
            }
            Msg::Case(case) => {
                self.screen = Screen::Case(Box::new(CaseForm::new(*case, self.language)));
            }
            Msg::Survey(Ok(survey)) => {
                if let Screen::Prepare(prepare) = &mut self.screen {
                    prepare.take_survey(survey);
                }
            }
            Msg::CaseSaved => self.show_start(&mut effects),
            Msg::CaseTexts(texts) => self.search_cases(&texts, &mut effects),
            Msg::Opened(opened) => self.show_opened(*opened),
            Msg::Survey(Err(reason)) | Msg::NotOpened(reason) => self.trouble = Some(reason),
            Msg::NotCreated(reason) => {
                self.show_start(&mut effects);
                self.trouble = Some(reason);
            }
            Msg::Codebook(answer) => self.take_codebook(*answer),
            Msg::Across(data) => self.show_across(data),
            Msg::CaseSheet(sheet) => self.show_sheet(sheet),
            Msg::Export(stage) => self.show_export_stage(stage),
            Msg::AcrossRenewed(data) => self.renew_across(data),
            Msg::AcrossBeside(beside) => self.take_beside_across(beside),
            Msg::Found(answer) => {
                if let Some(search) = self.search_at_hand() {
                    search.take(answer);
                }
            }
            Msg::Indexed => self.search_again(&mut effects),
            Msg::Sheet(sheet) => {
                if let Screen::Review(review) = &mut self.screen {
                    review.take_sheet(*sheet);
                }
            }
            Msg::Finished => self.folded(&mut effects),
            Msg::Terminate => self.terminate(&mut effects),
        }
        self.write_changes(&mut effects);
        pane::fit(self);
        effects
    }

    /// Where a key is pressed.
    pub fn place(&self) -> Place {
        self.screen.place()
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match (&self.screen, command) {
            (
                _,
                Command::Help
                | Command::Leave
                | Command::Suspend
                | Command::Veil
                | Command::ScreenLanguage,
            ) => true,
            (Screen::Interview(interview), command) => interview.applies(command),
            (Screen::Start(start), command) => start.applies(command),
            (Screen::Prepare(prepare), command) => prepare.applies(command),
            (Screen::Case(form), command) => form.applies(command),
            (Screen::Names(names), command) => names.applies(command),
            (Screen::Doubts(doubts), command) => doubts.applies(command),
            (Screen::StrikeWords(strike), command) => strike.applies(command),
            (Screen::Translation(screen), command) => screen.applies(command),
            (Screen::Consent(consent), command) => consent.applies(command),
            (Screen::Clock(form), command) => form.applies(command),
            (Screen::Player(form), command) => form.applies(command),
            (Screen::Closing(closing), command) => closing.applies(command),
            (Screen::After(after), command) => after.applies(command),
            (Screen::Review(review), command) => review.applies(command),
            (Screen::Codebook(codebook), command) => codebook.applies(command),
            (Screen::Across(across), command) => across.applies(command),
            (Screen::Export(form), command) => form.applies(command),
            (Screen::Search(search), command) => search.applies(command),
        }
    }

    fn note_clock_jump(&mut self, jump: ClockJump) {
        let now = self.now;
        if let Some(interview) = self.screen.interview_mut() {
            interview.protocol.note_clock_jump(jump, now);
            interview.notice = Some(Notice::of(match jump {
                ClockJump::Slept(_) => Text::NoticeSlept,
                ClockJump::Set(_) => Text::NoticeClockSet,
            }));
        }
    }

    /// The protocol that is being kept, if any.
    pub fn protocol(&self) -> Option<&Protocol> {
        self.screen.interview().map(|interview| &interview.protocol)
    }

    fn press(&mut self, event: KeyEvent, effects: &mut Vec<Effect>) {
        if matches!(self.leaving, Leaving::Folding(_)) {
            return;
        }
        self.last_key = self.now;
        if self.wakes(&event) {
            return;
        }
        self.trouble = None;
        let key = Key::of(event);
        if self.recovered.is_some() && self.answer_recovered(key, effects) {
            return;
        }
        // Whoever looks over a shoulder does not wait until something is chosen; nor does leaving.
        let command = keymap::lookup(self.place(), key);
        if let Some(command @ (Command::Veil | Command::Leave)) = command {
            self.awaits_command = false;
            self.obey(command, effects);
            return;
        }
        if self.help.is_some() {
            self.read_help(key);
            return;
        }
        if self.is_choosing() {
            self.choose(key, effects);
            return;
        }
        if self.is_in_list() {
            self.press_in_list(event, effects);
            return;
        }
        let awaited = std::mem::take(&mut self.awaits_command);
        // What was typed of a session's name goes first.
        if key == Key::plain(KeyCode::Esc)
            && let Screen::Start(start) = &mut self.screen
            && start.forget_typed()
        {
            return;
        }
        if key.code == KeyCode::Esc && !key.modifiers.contains(KeyModifiers::ALT) {
            self.awaits_command = !awaited;
            return;
        }
        // After Esc a key is the same with Alt; one that means nothing so is itself, if it is no character.
        let with_alt = awaited.then(|| keymap::lookup(self.place(), key.with_alt()));
        let is_text = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
        let command = match with_alt.flatten() {
            None if awaited && is_text => None,
            None => command,
            with_alt => with_alt,
        };
        self.stay(command);
        match command {
            Some(command) => self.obey(command, effects),
            None if awaited => {}
            None => self.type_key(event, effects),
        }
    }

    /// A key that is no command: text, if it is printable.
    fn type_key(&mut self, event: KeyEvent, effects: &mut Vec<Effect>) {
        let Some(character) = typed_char(&event) else {
            return;
        };
        let now = self.now;
        match &mut self.screen {
            Screen::Interview(interview) => interview.type_character(character, now),
            Screen::Prepare(prepare) => prepare.type_character(character),
            Screen::Case(form) => form.type_character(character),
            Screen::Names(names) => names.type_character(character),
            Screen::Closing(closing) => closing.type_character(character, now),
            Screen::After(after) => after.type_character(character),
            Screen::StrikeWords(strike) => strike.type_character(character),
            Screen::Translation(screen) => screen.type_character(character),
            Screen::Codebook(codebook) => codebook.type_character(character),
            Screen::Clock(form) => form.type_character(character),
            Screen::Player(form) => form.type_character(character),
            Screen::Export(form) => form.type_character(character),
            Screen::Search(search) => {
                let wanted = search.type_character(character);
                self.after_search(wanted, effects);
            }
            Screen::Start(start) => start.type_character(character),
            Screen::Review(_) | Screen::Doubts(_) | Screen::Consent(_) | Screen::Across(_) => {}
        }
    }

    fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        if matches!(self.leaving, Leaving::Folding(_)) {
            return;
        }
        self.last_key = self.now;
        if self.unveil() {
            return;
        }
        if self.recovered.is_some() {
            self.accept_recovered();
        }
        if self.is_in_list() {
            for character in first_line(text) {
                self.type_in_list(ListKey::Character(character));
            }
            return;
        }
        let now = self.now;
        match &mut self.screen {
            Screen::Interview(interview) if interview.choosing.is_none() => {
                interview.paste(text, now);
            }
            Screen::Prepare(prepare) => prepare.paste(text),
            Screen::Case(form) => form.paste(text),
            Screen::Names(names) => names.paste(text),
            Screen::After(after) if after.interview.choosing.is_none() => after.paste(text),
            Screen::Codebook(codebook) => codebook.paste(text),
            Screen::StrikeWords(strike) => strike.paste(text),
            Screen::Translation(screen) => screen.paste(text),
            Screen::Player(form) => form.paste(text),
            Screen::Export(form) => form.paste(text),
            Screen::Search(search) => {
                let wanted = search.paste(text);
                self.after_search(wanted, effects);
            }
            Screen::Clock(form) => first_line(text).for_each(|typed| form.type_character(typed)),
            Screen::Closing(closing) => {
                first_line(text).for_each(|typed| closing.type_character(typed, now));
            }
            Screen::Interview(_)
            | Screen::After(_)
            | Screen::Start(_)
            | Screen::Review(_)
            | Screen::Doubts(_)
            | Screen::Consent(_)
            | Screen::Across(_) => {}
        }
    }

    fn obey(&mut self, command: Command, effects: &mut Vec<Effect>) {
        match command {
            Command::Help => self.help = Some(0),
            Command::Veil => self.veil = Veil::Asked,
            Command::Suspend => effects.push(Effect::Suspend),
            Command::Leave | Command::Back if self.asks_before_dropping() => {}
            Command::Leave => self.leave(effects),
            Command::ScreenLanguage => self.speak(self.language.next()),
            _ => {
                self.remember_chosen();
                self.obey_on_screen(command, effects);
            }
        }
    }

    /// Remembers where on the list one is, for when one comes back to it.
    fn remember_chosen(&mut self) {
        if let Screen::Start(start) = &self.screen {
            self.chosen_session = start.selected().map(|row| row.id.clone());
        }
    }

    fn obey_on_screen(&mut self, command: Command, effects: &mut Vec<Effect>) {
        let now = self.now;
        match &mut self.screen {
            Screen::Start(start) => match start.obey(command) {
                StartWanted::Search => self.show_search(effects),
                wanted => effects.extend(Self::after_start(wanted)),
            },
            Screen::Prepare(prepare) => {
                let wanted = prepare.obey(command, now);
                self.after_prepare(wanted, effects);
            }
            Screen::Case(form) => {
                let wanted = form.obey(command);
                self.after_case(wanted, effects);
            }
            Screen::Names(names) => {
                if names.obey(command) {
                    let under = names.under;
                    self.after_names(under);
                }
            }
            Screen::Doubts(doubts) => {
                let wanted = doubts.obey(command);
                self.after_doubts(wanted, effects);
            }
            Screen::Interview(interview) => {
                let outcome = interview.obey(command, now);
                self.after_interview(outcome, effects);
            }
            Screen::Translation(screen) => {
                if screen.obey(command) {
                    self.show_bare_interview();
                }
            }
            Screen::StrikeWords(strike) => {
                if strike.obey(command) {
                    self.show_bare_interview();
                }
            }
            Screen::Consent(consent) => {
                let wanted = consent.obey(command, now);
                self.after_consent(wanted, effects);
            }
            Screen::Clock(form) => {
                let is_left = form.obey(command, now);
                self.after_clock(is_left);
            }
            Screen::Player(form) => {
                let wanted = form.obey(command);
                self.after_player_form(wanted, effects);
            }
            Screen::Closing(closing) => {
                let wanted = closing.obey(command, now);
                self.after_closing(wanted, effects);
            }
            Screen::After(after) => {
                let wanted = after.obey(command, now);
                self.after_after(wanted, effects);
            }
            Screen::Review(review) => {
                let wanted = review.obey(command);
                self.after_review(wanted, effects);
            }
            Screen::Codebook(codebook) => {
                let wanted = codebook.obey(command);
                self.after_codebook(wanted, effects);
            }
            Screen::Export(form) => {
                let wanted = form.obey(command, self.language);
                self.after_export(wanted, effects);
            }
            Screen::Across(across) => {
                let wanted = across.obey(command);
                self.after_across(wanted, effects);
            }
            Screen::Search(search) => {
                let wanted = search.obey(command);
                self.after_search(wanted, effects);
            }
        }
    }

    /// Goes where a key in the interview leads.
    fn after_interview(&mut self, outcome: Outcome, effects: &mut Vec<Effect>) {
        match outcome {
            Outcome::Done => {}
            Outcome::FieldCode => self.order_field_code(effects),
            Outcome::Doubts => self.show_doubts(Under::Interview),
            Outcome::Translate(note) => self.show_translation(note),
            Outcome::StrikeWords => self.exchange_interview(|interview| {
                Screen::StrikeWords(Box::new(StrikeWords::new(interview)))
            }),
            Outcome::Consent => self.show_consent(),
            Outcome::Clock => self.show_clock(false),
            Outcome::Player(wanted) => self.ask_player(wanted, effects),
            Outcome::Names => self.show_names(Under::Interview),
            Outcome::Closing => self
                .exchange_interview(|interview| Screen::Closing(Box::new(Closing::new(interview)))),
            Outcome::After => self.show_after(),
        }
    }

    /// Has the recording follow the point of a list that was gone to.
    fn follow_point(&mut self, effects: &mut Vec<Effect>) {
        if let Screen::Interview(interview) = &mut self.screen {
            let outcome = interview.follow_point();
            self.after_interview(outcome, effects);
        }
    }

    fn after_names(&mut self, under: Under) {
        match under {
            Under::After => self.show_after(),
            Under::Interview | Under::Closing => self.show_bare_interview(),
        }
        self.tell_waiting_names();
    }

    /// Lays the list of names over the interview.
    pub(super) fn show_names(&mut self, under: Under) {
        self.exchange_interview(|interview| {
            let mut names = Names::new(interview);
            names.under = under;
            Screen::Names(Box::new(names))
        });
    }

    /// Lays the list of unsettled words over the interview.
    pub(super) fn show_doubts(&mut self, from: Under) {
        self.exchange_interview(|interview| Screen::Doubts(Box::new(Doubts::new(interview, from))));
    }

    fn speak(&mut self, language: Language) {
        self.language = language;
        self.words = Words::new(language);
        if let Some(across) = self.across_at_hand() {
            across.language = language;
        }
        codebook::speak_in(&mut self.screen, language);
    }

    /// A word in the screen's language.
    pub fn say(&self, text: Text) -> String {
        self.words.text(text).into_owned()
    }
}

/// What of a pasted text goes into a field of one line.
fn first_line(text: &str) -> impl Iterator<Item = char> {
    let line = text.lines().next().unwrap_or_default();
    line.chars().filter(|character| !character.is_control())
}

#[cfg(test)]
mod tests;
