//! The interview screen: type at once, move freely, mark cells.

mod changing;
mod choosing;
mod coding;
mod false_finds;
mod finding;
mod marking;
mod moving;
mod placing;
mod playing;
mod silence;
mod summing;
mod timing;
mod typing;
mod withheld;
mod writing_out;

use std::collections::HashMap;

use time::OffsetDateTime;

use crate::analysis;
use crate::guide::{Mode, Weight};
use crate::i18n::Text;
use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::session::{CellState, NoteId, Origin, Prompting, TopicId};
use crate::tui::editor::Editor;
use crate::tui::keymap::{Command, Key, Place};
use crate::tui::screen::code_line::CodeLine;
use crate::tui::screen::picking::Picking;

pub use choosing::{Choice, Choosing};
pub use coding::FieldCodeWish;
pub use false_finds::ReplacedIn;
use false_finds::WasTakenBack;
pub use placing::Stays;
pub use playing::{PlayerWanted, Playing};
pub use withheld::MINUTES;
pub use writing_out::Shorthand;

/// What the interviewer sees and does during an interview.
#[derive(Debug)]
pub struct Interview {
    /// The protocol.
    pub protocol: Protocol,
    /// The topic that the screen shows.
    pub topic: TopicId,
    /// The editor of the note.
    pub editor: Editor,
    /// How many words of the draft are held back from the disk.
    pub held: usize,
    /// The language of the questions, and of notes.
    pub question_language: Language,
    /// Whether the next note is prompted.
    pub prompting: Prompting,
    /// What is being chosen, if anything.
    pub choosing: Option<Choosing>,
    /// The code line, if it is open.
    pub coding: Option<CodeLine>,
    /// What is looked for, if something is.
    pub finding: Option<Picking>,
    /// A field code that is asked for, until the program around takes it.
    pub field_code: Option<FieldCodeWish>,
    /// Which page of what can be chosen is shown, from 0.
    page: usize,
    /// Whether goal, criterion and prompts are shown below the question.
    pub shows_goal: bool,
    /// How many rows these are scrolled down.
    pub goal_scrolled: usize,
    /// How far they can be scrolled: nothing if there is room for all of them.
    pub goal_most: usize,
    /// How many rows two notes that lie side by side are scrolled down.
    pub overlap_scrolled: usize,
    /// How far they can be scrolled.
    pub overlap_most: usize,
    /// How many notes the list is scrolled up from its end.
    pub scrolled: usize,
    /// What the last key did, if that needs a word.
    pub notice: Option<Notice>,
    /// Where what is written comes from.
    pub origin: Origin,
    /// What is written out when its short form is typed, by the language of the note.
    pub shorthand: Vec<Shorthand>,
    /// The recording that is listened to, if one is.
    pub playing: Option<Playing>,
    /// When the first key of the draft was pressed.
    started_ms: Option<u64>,
    /// Drafts of other topics, as they were left.
    shelf: HashMap<TopicId, Shelved>,
    /// The topics one came from.
    trail: Vec<TopicId>,
    /// The note that refile, link and strike mean.
    at_hand: Option<NoteId>,
    /// The cell whose sentence was kept last, while no note was kept or chosen since.
    summed_up: Option<TopicId>,
    /// Whether a list over the interview closed by itself with the last key: the key that was meant to close it does
    /// nothing then.
    pub comes_from_list: bool,
    /// The quotation whose language was chosen, until its translation is asked for.
    to_translate: Option<NoteId>,
    /// Where the point that was taken up last was said, until the recording is sent there.
    to_hear: Option<u64>,
    /// The chosen note that the list was scrolled away from by a key.
    scrolled_from: Option<NoteId>,
    /// What is offered to be taken back: markers that are taken back together.
    pub(super) offered: Vec<Vec<char>>,
    /// What was taken back, since it is no name.
    taken_back: Vec<WasTakenBack>,
}

/// A word about what a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: Text,
    /// A name of a cell, a note or a key within it.
    pub about: String,
}

impl Notice {
    /// A word that stands alone.
    pub(crate) fn of(text: Text) -> Self {
        Self {
            text,
            about: String::new(),
        }
    }

    /// A notice about something.
    pub(crate) fn about(text: Text, about: &impl ToString) -> Self {
        Self {
            text,
            about: about.to_string(),
        }
    }
}

/// A draft that waits until one comes back to its topic. Words in it may not be settled yet.
struct Shelved {
    text: zeroize::Zeroizing<String>,
    cursor: usize,
    started_ms: u64,
}

impl std::fmt::Debug for Shelved {
    /// Shows no text.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Shelved({} bytes)", self.text.len())
    }
}

/// A key in a list that is filtered by typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKey {
    /// A character of what is looked for.
    Character(char),
    /// The last character goes.
    Erase,
    /// The last word goes.
    EraseWord,
    /// Everything that is typed goes.
    EraseAll,
    /// The list closes.
    Close,
}

/// What a command of the interview asks of the program around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing further.
    Done,
    /// Show the slots.
    Names,
    /// Show what is not settled.
    Doubts,
    /// Show what is open before closing.
    Closing,
    /// Show what is to be done after the interview.
    After,
    /// Make the field code that is asked for.
    FieldCode,
    /// Ask for words to be struck.
    StrikeWords,
    /// Ask what this quotation says.
    Translate(NoteId),
    /// Show the steps of the consent.
    Consent,
    /// Show the clock.
    Clock,
    /// Something of the player.
    Player(PlayerWanted),
}

impl Interview {
    /// The interview, at the topic in which it was left or at the first, in the language in which it was left or else
    /// that of the session.
    pub fn new(mut protocol: Protocol, now: OffsetDateTime) -> Self {
        let known = |topic: &TopicId| protocol.guide().block_of(topic.as_str()).is_some();
        let left = protocol.state().position.clone().filter(known);
        let first = || protocol.guide().cells().next().unwrap_or_default();
        let topic = left.unwrap_or_else(|| TopicId::new(&first()));
        protocol.move_to(&topic, now);
        let switched = protocol.state().switched_language();
        let question_language = switched.unwrap_or(protocol.state().header.language);
        let origin = if protocol.is_closed() {
            Origin::Memory
        } else {
            Origin::Live
        };
        let mut interview = Self {
            protocol,
            topic: topic.clone(),
            editor: Editor::new(80, 3),
            held: 0,
            question_language,
            prompting: Prompting::Unprompted,
            choosing: None,
            coding: None,
            finding: None,
            field_code: None,
            page: 0,
            shows_goal: false,
            goal_scrolled: 0,
            goal_most: 0,
            overlap_scrolled: 0,
            overlap_most: 0,
            scrolled: 0,
            notice: None,
            origin,
            shorthand: Vec::new(),
            playing: None,
            started_ms: None,
            shelf: HashMap::new(),
            trail: Vec::new(),
            at_hand: None,
            summed_up: None,
            comes_from_list: false,
            to_translate: None,
            to_hear: None,
            scrolled_from: None,
            offered: Vec::new(),
            taken_back: Vec::new(),
        };
        interview.fetch_draft(&topic);
        interview.fetch_prompting();
        interview
    }

    /// Where keys are pressed.
    pub const fn place(&self) -> Place {
        if self.coding.is_some() {
            Place::Coding
        } else if self.finding.is_some() {
            Place::Finding
        } else {
            Place::Interview
        }
    }

    /// How the interview is held.
    pub fn mode(&self) -> Mode {
        self.protocol.state().header.mode
    }

    /// The note that refile, link and strike mean: the chosen one, else the one kept last.
    pub fn note_at_hand(&self) -> Option<NoteId> {
        let state = self.protocol.state();
        self.at_hand
            .filter(|id| state.note(*id).is_some())
            .or_else(|| state.notes.last().map(|note| note.id))
    }

    /// The note that was chosen with a key.
    pub fn chosen_note(&self) -> Option<NoteId> {
        self.at_hand
    }

    /// Whether the list of notes follows the chosen one, which a key may have scrolled it away from.
    pub fn follows_chosen(&self) -> bool {
        self.at_hand.is_some() && self.at_hand != self.scrolled_from
    }

    /// Whether a topic must be asked and is open.
    pub fn is_open_must(&self, topic: &TopicId) -> bool {
        let guide = self.protocol.guide();
        let must = guide
            .topic(topic.as_str())
            .is_some_and(|(_, topic)| topic.weight.of(self.mode()) == Weight::Must);
        must && self.protocol.state().cell(topic) == CellState::Open
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        if self.is_refused_off_record(command) {
            return false;
        }
        if let Some(line) = &self.coding {
            return line.applies(command, self.code_scope(line.note));
        }
        if let Some(picking) = &self.finding {
            return match command {
                Command::Accept => !self.hits().is_empty(),
                Command::Edit(_) => !picking.is_empty(),
                _ => true,
            };
        }
        let state = self.protocol.state();
        match command {
            Command::Keep if self.is_summing_up() => true,
            Command::Keep | Command::NewLine | Command::Protect | Command::Edit(_) => {
                !self.editor.is_empty()
            }
            Command::Coarsen => self.coarser().is_some(),
            Command::Back => !self.trail.is_empty(),
            Command::NextMust => self.next_open_must().is_some(),
            Command::Parked => state.waiting().next().is_some(),
            Command::Assess => !self.survey_here().is_empty(),
            Command::Pause | Command::OffRecord => {
                state.clock.began.is_some() && !self.protocol.is_closed()
            }
            Command::StrikeMinutes => state.clock.began.is_some(),
            Command::Recording => self.protocol.may_record() && !self.protocol.is_closed(),
            Command::Begin => state.clock.began.is_none() && self.protocol.may_begin(),
            Command::Play | Command::PlayBack | Command::PlayForward => self.playing.is_some(),
            Command::PlayNote => self.playing.is_some() && self.note_at_hand().is_some(),
            Command::PlayGap => self.playing.is_some() && self.has_open_gap(),
            Command::Player => self.playing.is_some() || self.protocol.may_record(),
            Command::Refile | Command::AlsoIn | Command::Strike | Command::Code => {
                self.note_at_hand().is_some()
            }
            Command::EditNote => self.editor.is_empty() && self.note_at_hand().is_some(),
            Command::NoteBefore | Command::NoteAfter => state.has_notes_in(&self.topic),
            Command::After => self.protocol.is_closed(),
            Command::Close => !self.protocol.is_closed() || self.has_to_complete(),
            Command::Probe(number) => self.has_probe(number),
            Command::TakeBack => self.has_replaced(),
            Command::Names => !state.slots.is_empty(),
            Command::Unplaced => !self.editor.is_empty() || !state.unplaced.is_empty(),
            Command::Translate => self.quote_to_translate().is_some(),
            Command::Overlaps => !state.overlaps().is_empty(),
            Command::Doubts => self.protocol.unsettled_count() > 0,
            Command::Undo => self.can_undo(),
            Command::Redo => self.editor.can_redo() || self.protocol.sitting().redoable().is_some(),
            _ => true,
        }
    }

    /// Whether something waits to be completed, after the interview was closed.
    fn has_to_complete(&self) -> bool {
        let (state, guide) = (self.protocol.state(), self.protocol.guide());
        self.protocol.unsettled_count() > 0
            || !analysis::points_to_complete(state, guide).is_empty()
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command, now: OffsetDateTime) -> Outcome {
        self.notice = None;
        if self.is_refused_off_record(command) {
            self.refuse_off_record();
            return Outcome::Done;
        }
        if let Some(line) = self.coding.take() {
            return self.obey_code_line(line, command, now);
        }
        if let Some(picking) = self.finding.take() {
            return self.obey_finding(picking, command, now);
        }
        let comes_from_list = std::mem::take(&mut self.comes_from_list);
        match command {
            Command::Keep if self.is_summing_up() => self.keep_sentence(),
            Command::Keep => self.keep(now),
            Command::Code => self.open_code_line(),
            Command::Find => self.finding = Some(Picking::default()),
            Command::SumUp => self.sum_up(now),
            Command::NewLine => self.type_character('\n', now),
            Command::Edit(edit) => self.edit(edit),
            Command::EditNote => self.begin_change(now),
            Command::Origin => self.next_origin(),
            Command::Undo => self.undo(now),
            Command::Redo => self.redo(now),
            Command::Protect => self.protect_word(),
            Command::Coarsen => self.coarsen(),
            Command::TakeBack => self.take_back(),
            Command::Jump
            | Command::Refile
            | Command::AlsoIn
            | Command::State
            | Command::Parked
            | Command::Assess
            | Command::Strike
            | Command::StrikeMinutes => {
                self.choose(command);
            }
            // The clock ended with the interview.
            Command::OffRecord | Command::Pause | Command::Recording | Command::Begin
                if self.protocol.is_closed() => {}
            Command::OffRecord => self.toggle_off_record(now),
            Command::Speaker => self.go_to_next_speaker(),
            Command::Unplaced => self.put_aside(now),
            Command::Overlaps => self.choose_overlap(),
            Command::Translate => return self.translate(),
            Command::StrikeWords => {
                self.settle();
                return Outcome::StrikeWords;
            }
            Command::Back if comes_from_list => {}
            Command::Back => self.go_back(now),
            Command::NextMust => self.go_to_next_must(now),
            Command::NextTopic => self.step(1, now),
            Command::PreviousTopic => self.step(-1, now),
            Command::Outside => self.go_outside(now),
            Command::Park => self.park(now),
            Command::Pause => self.toggle_pause(now),
            Command::Recording => self.mark_recording(now),
            Command::Consent => return Outcome::Consent,
            Command::Clock => return Outcome::Clock,
            Command::More if self.playing.is_none() => self.more(),
            Command::Less if self.playing.is_none() => self.less(),
            Command::Player
            | Command::Play
            | Command::PlayBack
            | Command::PlayForward
            | Command::PlayNote
            | Command::PlayGap
            | Command::More
            | Command::Less => return self.obey_player(command, now),
            Command::Begin => self.begin(now),
            Command::Gap => self.mark_gap(now),
            Command::Prompted => self.toggle_prompted(),
            Command::Probe(number) => self.ask_probe(number, now),
            Command::QuestionLanguage => self.switch_language(),
            Command::Goal => self.toggle_goal(),
            Command::NoteBefore | Command::NoteAfter => {
                self.choose_note(if command == Command::NoteBefore {
                    -1
                } else {
                    1
                });
                return self.follow_note();
            }
            Command::PageUp | Command::PageDown => self.scroll(command),
            Command::Names => return Outcome::Names,
            Command::Doubts => return Outcome::Doubts,
            Command::Close if self.applies(command) => {
                self.settle();
                return Outcome::Closing;
            }
            Command::Close => self.notice = Some(Notice::of(Text::NoticeNothingToComplete)),
            Command::After if self.protocol.is_closed() => return Outcome::After,
            _ => {}
        }
        Outcome::Done
    }

    /// A key while something is chosen; what the program around it has to show by that.
    pub fn choose_by(&mut self, key: Key, now: OffsetDateTime) -> Outcome {
        self.notice = None;
        self.to_hear = None;
        self.answer_choice(key, now);
        if self.to_hear.is_some() && self.playing.is_some() {
            return self.follow_point();
        }
        let chosen = self.to_translate.take();
        chosen.map_or(Outcome::Done, |note| self.translation_of(note))
    }

    /// Has the recording follow the point that was gone to from a list, if it is listened to.
    pub fn follow_point(&mut self) -> Outcome {
        match self.to_hear.take().filter(|_| self.playing.is_some()) {
            Some(at_ms) => self.play_said(at_ms),
            None => Outcome::Done,
        }
    }

    /// The survey keys of the topic that the survey gave an answer to, in the order of the guide.
    pub fn survey_here(&self) -> Vec<&str> {
        let found = self.protocol.guide().topic(self.topic.as_str());
        let prefilled = found.and_then(|(_, topic)| topic.prefilled.as_ref());
        let keys = prefilled.iter().flat_map(|prefilled| &prefilled.keys);
        let answers = &self.protocol.state().prefill;
        keys.map(String::as_str)
            .filter(|key| answers.contains_key(*key))
            .collect()
    }

    /// Says something of what a key did.
    pub fn say(&mut self, text: Text, about: &str) {
        self.notice = Some(Notice::about(text, &about));
    }

    /// A key in the code line or the search that is no command: text, or Esc, which closes it.
    pub fn type_in_list(&mut self, typed: ListKey) {
        self.notice = None;
        let line = self.coding.as_mut().map(|line| &mut line.picking);
        let Some(picking) = line.or(self.finding.as_mut()) else {
            return;
        };
        picking.take(typed);
        if typed == ListKey::Close {
            self.coding = None;
            self.finding = None;
        }
    }

    /// Whether nothing is typed in the code line or the search.
    pub fn is_list_unfiltered(&self) -> bool {
        let line = self.coding.as_ref().map(|line| &line.picking);
        line.or(self.finding.as_ref()).is_none_or(Picking::is_empty)
    }
}
