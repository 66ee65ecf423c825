//! Runs the program: the one place that joins terminal, clock and files with [`App`].

mod doing;
mod first;
mod gathering;
mod listing;
mod output;
mod parting;
mod searching;
mod watch;

use std::io::{self, BufWriter, Stdout};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::KeyEvent;
use time::{OffsetDateTime, UtcOffset};

use crate::i18n::Words;
use crate::language::Language;
use crate::operations::desk::Desk;
use crate::operations::player::{Known, Player, Report};
use crate::operations::survey;
use crate::session::{Recorded, SessionId};
use crate::store::{Answer, Study};
use crate::tui::app::{App, Effect, Msg};
use crate::tui::pane;
use crate::tui::screen::{
    AcrossBeside, AcrossData, ExportStage, Screen, SearchAnswer, SessionRow, Shorthand, Start,
};
use crate::tui::surface::{Palette, Surface};
use crate::tui::terminal::{Input, Mailbox, Post, Suspension, Terminal, TerminalError};
use crate::tui::trouble;

use listing::Gathering;
use output::place_beside;
use parting::Parting;
use searching::Searcher;
use watch::Watch;

pub use first::{First, Request};

/// How long the panes around a note may lag behind what is typed: half a frame of a usual screen.
const REST: Duration = Duration::from_millis(8);

/// Why the program ended other than by leaving it.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal cannot be used.
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// The terminal could not be drawn on.
    #[error("the screen could not be drawn")]
    Draw(#[source] io::Error),
    /// The program was asked to end, and words could not be saved.
    #[error("not everything could be saved")]
    Unsaved,
}

/// What happens while the program runs.
enum Happening {
    Input(Input),
    Disk(Answer),
    Sessions(Vec<SessionRow>),
    Across(Result<Box<AcrossData>, String>),
    Exporting(ExportStage),
    AcrossRenewed(Box<AcrossData>),
    AcrossBeside(AcrossBeside),
    Found(SearchAnswer),
    /// The index is as the sessions are.
    Indexed,
    Player(Report),
    /// Time passes, and nothing else.
    Tick,
    /// So many percent of the sessions have been read for the list.
    Reading(u8),
}

impl From<Input> for Happening {
    fn from(input: Input) -> Self {
        Self::Input(input)
    }
}

/// What the user wants the same in every study.
#[derive(Debug, Default)]
pub struct Habits {
    /// Words that are no names.
    pub allowed: Vec<String>,
    /// The lead of live notes, in milliseconds.
    pub lead_ms: Option<u64>,
    /// The recording and its player, as far as they are known.
    pub recording: Known,
    /// After how many seconds without a key an interview on site is blanked; never without it.
    pub idle_seconds: Option<u32>,
    /// What short forms are written out as.
    pub shorthand: Vec<Shorthand>,
}

/// Opens the program in a study. What the screen could not show any more, or only
/// for a moment, is said by `say` after the terminal is given back.
///
/// # Errors
///
/// If the terminal cannot be used, or the program had to end with words unsaved.
pub fn run(
    study: Study,
    language: Language,
    habits: Habits,
    palette: Palette,
    first: First,
    say: impl FnMut(&str),
) -> Result<(), RunError> {
    // The offset of local time is asked for before there are other threads.
    let offset = UtcOffset::current_local_offset().unwrap_or(UtcOffset::UTC);
    let terminal = Terminal::enter()?;
    // Listening comes before the size is asked for, so that no change of it goes unheard.
    let mut mailbox = Mailbox::open()?;
    let answers = mailbox.post();
    let export_place = place_beside(&study);
    let desk = Desk::new(study, move |answer| {
        // Nobody listens any more only when the program ends.
        let _ = answers.send(Happening::Disk(answer));
    })
    .for_taker(first.taker());
    let size = terminal.size().map_err(RunError::Draw)?;
    let now = OffsetDateTime::now_utc().to_offset(offset);
    let mut app = App::new(
        Words::new(language),
        language,
        size,
        Screen::Start(Start::default()),
        now,
    );
    app.taker = first.taker();
    app.export_place = export_place;
    app.allowed = habits.allowed;
    app.lead_ms = habits.lead_ms;
    app.recording = habits.recording;
    app.idle_seconds = habits.idle_seconds;
    app.shorthand = habits.shorthand;
    let mut program = Program {
        app,
        desk,
        terminal,
        surface: Surface::new(BufWriter::new(io::stdout()), palette),
        post: mailbox.post(),
        listings: Arc::default(),
        awaits_screen: None,
        offset,
        watch: Watch::new(),
        parting: Parting::default(),
        player: None,
        searcher: None,
        worked_on: None,
        other_guides_due: false,
        frame: Frame::Behind,
        is_ending: false,
        rest_due: None,
        is_gone: false,
        held: Some(Vec::new()),
    };
    program.read_allowed_words();
    program.begin(first);
    let shown = program.draw();
    // What the first frame need not wait for, before the first key; the terminal takes the frame up meanwhile.
    if shown.is_ok() {
        program.settle_names();
    }
    let held = program.held.take();
    program.write_held(held);
    shown?;
    if program.offer_other_guides() {
        program.draw()?;
    }
    let ended = program.go_on(&mut mailbox);
    program
        .part(&mut mailbox)
        .iter()
        .map(String::as_str)
        .for_each(say);
    ended
}

struct Program {
    app: App,
    desk: Desk,
    terminal: Terminal,
    surface: Surface<BufWriter<Stdout>>,
    post: Post<Happening>,
    /// How many lists of sessions were asked for.
    listings: Arc<AtomicU64>,
    /// The list for which files are read once its names are on the screen: until then they would hold each other up.
    awaits_screen: Option<Gathering>,
    offset: UtcOffset,
    watch: Watch,
    parting: Parting,
    /// What plays the recording that is listened to.
    player: Option<Player>,
    /// Who searches all sessions, while that is done.
    searcher: Option<Searcher>,
    /// The session that was worked on last, until the index follows it.
    worked_on: Option<SessionId>,
    /// Whether the form shows the first guide alone, and the others are still to be read.
    other_guides_due: bool,
    /// How the last frame stands to what happened.
    frame: Frame,
    /// Whether the system asked the program to end.
    is_ending: bool,
    /// When the panes around a note must be shown, if only what was typed is.
    rest_due: Option<Instant>,
    /// Whether the terminal is gone, so that nothing can be shown.
    is_gone: bool,
    /// What is to be written behind the first frame, while that does not stand: two threads at once would hold each other
    /// up.
    held: Option<Vec<Recorded>>,
}

/// Whether the last frame shows all that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Current,
    Behind,
}

/// Whether the program goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Going {
    On,
    End,
}

impl Program {
    /// Takes in what happens until the program ends. Everything that is there at once is taken in before a frame is
    /// drawn.
    fn go_on(&mut self, mailbox: &mut Mailbox<Happening>) -> Result<(), RunError> {
        loop {
            let mut next = Some(self.wait(mailbox));
            for jump in self.watch.jumps(self.now()).collect::<Vec<_>>() {
                if self.tell(Msg::ClockJumped(jump))? == Going::End {
                    return Ok(());
                }
            }
            while let Some(happening) = next {
                if self.take(happening)? == Going::End {
                    return Ok(());
                }
                next = mailbox.take();
            }
            if let Err(error) = self.draw() {
                // The terminal is gone before anybody said so: what is typed is settled all the same.
                self.is_gone = true;
                if self.end()? == Going::End {
                    return Err(error);
                }
            }
        }
    }

    /// Waits for what happens; while a clock is shown no longer than to the next second, and while only what was typed
    /// is shown no longer than until the rest is due.
    fn wait(&mut self, mailbox: &mut Mailbox<Happening>) -> Happening {
        let second = self.shows_clock().then(|| {
            let into_second = u64::from(self.now().millisecond());
            Duration::from_millis(1_001 - into_second)
        });
        let rest = self
            .rest_due
            .map(|due| due.saturating_duration_since(Instant::now()));
        let longest = second.into_iter().chain(rest).min();
        mailbox.wait(longest).unwrap_or(Happening::Tick)
    }

    fn shows_clock(&self) -> bool {
        let began = self
            .app
            .protocol()
            .is_some_and(|protocol| protocol.state().clock.began.is_some());
        (began || self.app.is_veiled()) && self.terminal.is_shown() && !self.is_gone
    }

    fn take(&mut self, happening: Happening) -> Result<Going, RunError> {
        match happening {
            Happening::Input(input) => self.take_input(input),
            Happening::Disk(answer) => self.take_answer(answer),
            Happening::Sessions(rows) => self.tell(Msg::Sessions(rows)),
            Happening::Exporting(stage) => self.tell(Msg::Export(stage)),
            Happening::Across(Ok(data)) => self.tell(Msg::Across(*data)),
            Happening::Across(Err(reason)) => self.tell(Msg::NotOpened(reason)),
            Happening::AcrossRenewed(data) => self.tell(Msg::AcrossRenewed(*data)),
            Happening::AcrossBeside(beside) => self.tell(Msg::AcrossBeside(beside)),
            Happening::Found(answer) => self.tell(Msg::Found(answer)),
            Happening::Indexed => self.tell(Msg::Indexed),
            Happening::Player(report) => self.take_report(report),
            Happening::Reading(percent) => self.tell(Msg::Reading(percent)),
            Happening::Tick => self.tell(Msg::Tick),
        }
    }

    fn take_input(&mut self, input: Input) -> Result<Going, RunError> {
        match input {
            Input::Key(key) => {
                self.show_ahead(key);
                self.tell(Msg::Key(key))
            }
            Input::Paste { text, is_cut } => {
                let going = self.tell(Msg::Paste(text))?;
                if is_cut {
                    self.app.trouble = Some(self.app.say(crate::i18n::Text::TroublePasteCut));
                }
                Ok(going)
            }
            Input::Resize(size) => self.tell(Msg::Resize(size)),
            Input::Terminate => self.end(),
            Input::HangUp | Input::Closed => {
                self.is_gone = true;
                self.end()
            }
            Input::Suspend => {
                self.suspend()?;
                Ok(Going::On)
            }
            Input::Continue => {
                self.terminal.resume().map_err(RunError::Draw)?;
                self.surface.repaint();
                match self.terminal.size() {
                    Ok(size) => self.tell(Msg::Resize(size)),
                    Err(_) => Ok(Going::On),
                }
            }
        }
    }

    /// Shows what is typed before it is searched for names and written: the first key behind a frame, since the others may
    /// be meant for what that key leads to.
    fn show_ahead(&mut self, key: KeyEvent) {
        if self.is_gone || self.frame == Frame::Behind || !self.terminal.is_shown() {
            return;
        }
        if let Some(character) = self.app.typed_ahead(key) {
            // If the terminal is gone, the next frame fails too, and that is said.
            drop(self.surface.type_ahead(character));
        }
    }

    fn end(&mut self) -> Result<Going, RunError> {
        self.is_ending = true;
        self.tell(Msg::Terminate)
    }

    fn suspend(&mut self) -> Result<(), RunError> {
        if self.terminal.suspend().map_err(RunError::Draw)? == Suspension::NotPossible {
            self.app.trouble = Some(self.app.say(crate::i18n::Text::TroubleNoShell));
        }
        Ok(())
    }

    /// Tells the program something and does what it asks for.
    fn tell(&mut self, msg: Msg) -> Result<Going, RunError> {
        let now = self.now();
        self.frame = Frame::Behind;
        let effects = self.app.update(msg, now);
        for effect in effects {
            if self.carry_out(effect)? == Going::End {
                return Ok(Going::End);
            }
        }
        Ok(Going::On)
    }

    #[expect(clippy::too_many_lines, reason = "a table: one effect after the other")]
    fn carry_out(&mut self, effect: Effect) -> Result<Going, RunError> {
        // What comes behind events finds them handed over.
        if !matches!(effect, Effect::Append(_)) {
            let held = self.held.as_mut().map(std::mem::take);
            self.write_held(held);
        }
        match effect {
            Effect::Quit => {
                self.player = None;
                self.desk.put_away();
                return Ok(Going::End);
            }
            Effect::Suspend => self.suspend()?,
            Effect::Append(records) => self.append(records),
            Effect::Rewrite(rewrite) => self.desk.rewrite(*rewrite),
            Effect::SearchElsewhere(rewrite) => self.desk.search_elsewhere(*rewrite),
            Effect::Allow(word) => self.allow(word),
            Effect::ChangeCodebook(order) => {
                let msg = self.change_codebook(*order);
                return self.tell(msg);
            }
            Effect::TakeSheet(id, coder) => {
                let msg = self.take_sheet(&id, coder);
                return self.tell(msg);
            }
            Effect::SaveSheet(sheet) => self.save_sheet(*sheet),
            Effect::Retry => self.desk.retry(),
            Effect::Finish(state) => {
                self.player = None;
                self.worked_on = Some(state.header.id.clone());
                self.desk.finish(*state);
            }
            Effect::Release => {
                self.player = None;
                self.desk.put_away();
            }
            Effect::Listen(source) => return self.listen(source),
            Effect::Player(order) => {
                if let Some(player) = &self.player {
                    player.tell(order);
                }
            }
            Effect::StopListening => self.player = None,
            Effect::Discard(id) => self.discard(&id),
            Effect::ListSessions => self.list_sessions(),
            Effect::LoadAcross => self.load_across(),
            Effect::Export(order) => self.export(*order),
            Effect::ReadSheet(data, case) => {
                let msg = self.read_case_sheet(&data, &case);
                return self.tell(msg);
            }
            Effect::OpenSearch => self.open_search(),
            Effect::Search(question) => {
                if let Some(searcher) = &self.searcher {
                    searcher.ask(question, self.app.language);
                }
            }
            Effect::CloseSearch => self.searcher = None,
            Effect::LoadGuides => {
                let msg = self.load_guides();
                return self.tell(msg);
            }
            Effect::LoadSurvey(path) => {
                let survey = survey::read(&path)
                    .map_err(|error| trouble::of_survey(&self.app.words, &error));
                return self.tell(Msg::Survey(survey));
            }
            Effect::LoadCase(id) => {
                let msg = self.load_case(&id);
                return self.tell(msg);
            }
            Effect::SaveCase(case) => {
                let msg = self.save_case(*case);
                return self.tell(msg);
            }
            Effect::ReadCaseTexts => {
                if let Some(texts) = self.case_texts() {
                    return self.tell(Msg::CaseTexts(texts));
                }
            }
            Effect::ReplaceInCases(replaced) => self.replace_in_cases(&replaced),
            Effect::Create(header) => {
                let guide = header.guide.id.clone();
                if let Err(error) = self.desk.create(*header) {
                    let reason = trouble::of_desk(&self.app.words, &error);
                    return self.tell(Msg::NotCreated(reason));
                }
                let msg = self.read_codebook(&guide);
                return self.tell(msg);
            }
            Effect::Open(id) => {
                let msg = self.open(&id);
                return self.tell(msg);
            }
            Effect::Complete(id) => {
                let msg = self.complete(&id);
                return self.tell(msg);
            }
            Effect::Read(id) => {
                let msg = self.read(&id);
                return self.tell(msg);
            }
        }
        Ok(Going::On)
    }

    /// Draws what changed. What was typed is shown at once; the panes around it follow when the hands rest for a moment.
    fn draw(&mut self) -> Result<(), RunError> {
        if self.is_gone || !self.terminal.is_shown() {
            return Ok(());
        }
        let now = Instant::now();
        let is_overdue = self.rest_due.is_some_and(|due| due <= now);
        self.frame = Frame::Current;
        if !is_overdue && pane::show_typed(&self.app, &mut self.surface).map_err(RunError::Draw)? {
            self.rest_due.get_or_insert(now + REST);
            return Ok(());
        }
        self.rest_due = None;
        pane::show(&self.app, &mut self.surface).map_err(RunError::Draw)?;
        self.gather_list();
        Ok(())
    }

    /// Waits for the disk, gives the terminal back, and says what is still to be said.
    fn part(mut self, mailbox: &mut Mailbox<Happening>) -> Vec<String> {
        self.desk.put_away();
        while let Some(happening) = mailbox.take() {
            if let Happening::Disk(answer) = happening {
                self.parting.hear(&answer);
            }
        }
        self.parting.lines(&self.app.words)
    }

    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc().to_offset(self.offset)
    }
}
