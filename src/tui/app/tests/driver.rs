//! Presses keys, keeps the clock, and answers effects as a quick disk would.

use std::sync::LazyLock;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;
use time::{Duration, OffsetDateTime};

use crate::anonymise::{Layers, Memory, ProtectedWords};
use crate::guide::{Guide, Mode};
use crate::i18n::Words;
use crate::language::Language;
use crate::operations::protocol::Protocol;
use crate::session::{Answer, GuideReference, Header, Manner, Session, Sitting};
use crate::store::guides::{BUILT_IN, parse_trusted};
use crate::tui::app::{Access, App, Effect, Msg, Opened};
use crate::tui::pane;
use crate::tui::screen::{Interview, Screen, Start};
use crate::tui::surface::{Palette, Surface};

/// A program that is driven by keys.
pub struct Driver {
    pub app: App,
    pub now: OffsetDateTime,
    /// How long lies between two messages.
    pub pace: Duration,
    /// What was done, oldest first.
    pub effects: Vec<Effect>,
    /// Whether writes are answered at once.
    pub disk_answers: bool,
    surface: Surface<Vec<u8>>,
    /// How many bytes were sent before a frame since the last one.
    sent_ahead: usize,
    screen: vt100::Parser,
}

impl Driver {
    /// The program on the list of sessions.
    pub fn start(width: u16, height: u16, language: Language) -> Self {
        let now = OffsetDateTime::from_unix_timestamp(1_770_000_000).unwrap();
        let size = Size::new(width, height);
        let mut app = App::new(
            Words::new(language),
            language,
            size,
            Screen::Start(Start::default()),
            now,
        );
        // What the model has learned is measured elsewhere; here names are told by what cannot change.
        app.layers = Layers {
            model: false,
            ..Layers::ALL
        };
        Self {
            app,
            now,
            pace: Duration::milliseconds(10),
            effects: Vec::new(),
            disk_answers: true,
            surface: Surface::new(Vec::new(), Palette::Sixteen),
            sent_ahead: 0,
            screen: vt100::Parser::new(
                std::num::NonZeroU16::new(height).unwrap(),
                std::num::NonZeroU16::new(width).unwrap(),
                0,
            ),
        }
    }

    /// The program in an interview that was prepared and has not begun.
    pub fn before_interview(width: u16, height: u16, language: Language, protected: &str) -> Self {
        let mut driver = Self::start(width, height, language);
        let protocol = new_protocol(language, protected, driver.now);
        driver.send(Msg::Opened(Box::new(Opened {
            protocol,
            access: Access::Write,
            recovered: None,
            left_at: None,
        })));
        driver.press("<F10>");
        driver
    }

    /// The program in an interview that has just begun.
    pub fn interview(width: u16, height: u16, language: Language, protected: &str) -> Self {
        let mut driver = Self::before_interview(width, height, language, protected);
        driver.press("<F10>");
        driver
    }

    /// The program in an English interview that has just begun and follows this guide.
    pub fn interview_by(width: u16, height: u16, guide: Guide) -> Self {
        let mut driver = Self::start(width, height, Language::En);
        let protocol = protocol_by(guide, Language::En, "", driver.now);
        driver.send(Msg::Opened(Box::new(Opened {
            protocol,
            access: Access::Write,
            recovered: None,
            left_at: None,
        })));
        driver.press("<F10>");
        driver
    }

    /// Opens a session that is there, with these protected words.
    pub fn open(&mut self, session: Session, protected: &str) {
        let memory = memory_of(&session);
        let mut protocol = Protocol::new(guide(), Sitting::new(session), memory);
        protocol.protect(&ProtectedWords::parse(protected));
        self.send(Msg::Opened(Box::new(Opened {
            protocol,
            access: Access::Write,
            recovered: None,
            left_at: None,
        })));
    }

    /// Opens the session of the interview again, after it was closed, to work on what comes after it.
    pub fn close(&mut self, protected: &str) {
        let mut session = self.shown().protocol.state().clone();
        session.closed = Some(self.now);
        self.open(session, protected);
    }

    /// Opens the session of the interview again, as one held by phone.
    pub fn by_phone(&mut self) {
        let mut session = self.shown().protocol.state().clone();
        session.header.mode = Mode::Phone;
        self.open(session, "");
    }

    /// Opens a session to read it.
    pub fn read(&mut self, session: Session) {
        let memory = memory_of(&session);
        self.send(Msg::Opened(Box::new(Opened {
            protocol: Protocol::new(guide(), Sitting::new(session), memory),
            access: Access::Read,
            recovered: None,
            left_at: None,
        })));
    }

    /// What the terminal shows, as an SVG.
    pub fn picture(&mut self) -> String {
        self.draw();
        super::svg::picture(self.screen.screen())
    }

    /// The interview on the screen.
    pub fn shown(&self) -> &Interview {
        self.app.screen.interview().expect("an interview goes on")
    }

    /// The session of the interview.
    pub fn state(&self) -> &Session {
        self.shown().protocol.state()
    }

    /// What the notes say that were kept.
    pub fn notes(&self) -> Vec<String> {
        let notes = self.state().notes.iter();
        notes.map(|note| note.text.as_str().to_owned()).collect()
    }

    /// The words of everything that was rewritten last, as they would stand in its files.
    pub fn rewritten(&self) -> String {
        let rewrite = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Rewrite(rewrite) => Some(rewrite),
            _ => None,
        });
        let sitting = &rewrite.expect("something is purged").sitting;
        format!("{:?} {:?}", sitting.base(), sitting.events())
    }

    /// Presses keys: characters as they are, `<F2>`, `<Enter>`, `<Esc>`, `<C-g>`, `<A-1>`, `<Tab>` and the like.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let (event, after) = match named {
                Some((name, after)) => (key_named(name), after),
                None => (
                    KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE),
                    rest.strip_prefix(first).unwrap(),
                ),
            };
            rest = after;
            self.show_ahead(event);
            self.send(Msg::Key(event));
        }
        self
    }

    /// Shows what a key will only put at the cursor, as the program does before it takes the key in; says whether it
    /// will.
    fn show_ahead(&mut self, event: KeyEvent) -> bool {
        let Some(character) = self.app.typed_ahead(event) else {
            return false;
        };
        self.surface.type_ahead(character).unwrap();
        let bytes = std::mem::take(self.surface.out());
        self.screen.process(&bytes);
        self.sent_ahead += bytes.len();
        true
    }

    /// The same of a character, without taking it in.
    pub fn type_ahead(&mut self, character: char) -> bool {
        self.show_ahead(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE))
    }

    /// Lets time pass.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += Duration::seconds(seconds);
        self.send(Msg::Tick);
        self
    }

    pub fn send(&mut self, msg: Msg) {
        self.now += self.pace;
        let effects = self.app.update(msg, self.now);
        let mut answers = Vec::new();
        for effect in &effects {
            match effect {
                Effect::Append(records) if self.disk_answers => {
                    answers.push(Msg::Saved(records.last().unwrap().sequence));
                }
                Effect::Rewrite(rewrite) if self.disk_answers => {
                    answers.push(Msg::Saved(rewrite.sitting.state().sequence));
                }
                Effect::Finish(_) if self.disk_answers => answers.push(Msg::Finished),
                _ => {}
            }
        }
        self.effects.extend(effects);
        for answer in answers {
            self.send(answer);
        }
    }

    /// What the terminal shows, as text.
    pub fn screen(&mut self) -> String {
        self.draw();
        let text = self.screen.screen().contents();
        text.lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// In which colour a text stands in the first row.
    pub fn colour_of(&mut self, text: &str) -> vt100::Color {
        self.draw();
        let screen = self.screen.screen();
        let row = screen.rows(0, screen.size().1.get()).next();
        let row = row.unwrap_or_default();
        let before = row.find(text).and_then(|at| row.get(..at));
        let before = before.unwrap_or_else(|| panic!("{text} stands in {row}"));
        let column = u16::try_from(before.chars().count()).unwrap();
        screen.cell(0, column).expect("a cell").fgcolor()
    }

    /// Where the cursor stands; nothing while it is hidden.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        self.draw();
        let screen = self.screen.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// Draws what was typed and leaves the rest as it is; says what stands in the cursor's row, and where the cursor is.
    pub fn draw_typed(&mut self) -> (String, (u16, u16)) {
        pane::show_typed(&self.app, &mut self.surface).unwrap();
        let bytes = std::mem::take(self.surface.out());
        self.screen.process(&bytes);
        self.row_of_cursor()
    }

    /// What stands in the cursor's row, and where the cursor is.
    pub fn row_of_cursor(&self) -> (String, (u16, u16)) {
        let screen = self.screen.screen();
        let (row, column) = screen.cursor_position();
        let text = screen.rows(0, screen.size().1.get()).nth(usize::from(row));
        (text.unwrap_or_default(), (row, column))
    }

    /// Draws what changed and returns how many bytes that took, with those for what was shown before.
    pub fn draw(&mut self) -> usize {
        pane::show(&self.app, &mut self.surface).unwrap();
        let bytes = std::mem::take(self.surface.out());
        self.screen.process(&bytes);
        bytes.len() + std::mem::take(&mut self.sent_ahead)
    }
}

/// What is known of names when a session is taken up: its slots, and no name.
fn memory_of(session: &Session) -> Memory {
    let mut memory = Memory::resume(session.header.language, &session.slots);
    for (from, into) in &session.joined {
        memory.join(*from, *into);
    }
    memory
}

/// The guide of the study, which is read once for all tests.
pub fn guide() -> Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
        let built_in = BUILT_IN
            .iter()
            .find(|guide| guide.id == "cluster-cooperation")
            .unwrap();
        parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap()
    });
    GUIDE.clone()
}

/// A protocol of an interview that is about to begin.
pub fn new_protocol(language: Language, protected: &str, now: OffsetDateTime) -> Protocol {
    protocol_by(guide(), language, protected, now)
}

/// A protocol of an interview that is about to begin and follows this guide.
fn protocol_by(guide: Guide, language: Language, protected: &str, now: OffsetDateTime) -> Protocol {
    let header = Header {
        id: "A-1".parse().unwrap(),
        guide: GuideReference::to(&guide, language),
        mode: Mode::OnSite,
        reason: None,
        language,
        created: now,
        invented: false,
        pilot: false,
    };
    let mut protocol = Protocol::new(
        guide,
        Sitting::new(Session::new(header)),
        Memory::new(language),
    );
    protocol.prepare();
    protocol.protect(&ProtectedWords::parse(protected));
    for step in ["c1", "c2", "c3", "c4"] {
        protocol.consent(step, Answer::Yes, Manner::Written, language, now);
    }
    protocol
}

fn key_named(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", name)) => (KeyModifiers::CONTROL, name),
        Some(("A", name)) => (KeyModifiers::ALT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        function if function.starts_with('F') && function.len() > 1 => {
            KeyCode::F(function.trim_start_matches('F').parse().unwrap())
        }
        character => KeyCode::Char(character.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
