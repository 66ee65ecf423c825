//! The interviewer's seat without a terminal: messages go in, effects are carried out on a real folder by the real
//! writer, and every key waits until the disk has answered.

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration as Patience;

use leitfaden::anonymise::ProtectedWords;
use leitfaden::guide::Mode;
use leitfaden::i18n::Words;
use leitfaden::language::Language;
use leitfaden::operations::desk::Desk;
use leitfaden::operations::guides;
use leitfaden::session::{Recorded, Session};
use leitfaden::store::{Answer, Study};
use leitfaden::tui::app::{App, Effect, Msg};
use leitfaden::tui::keymap::Command;
use leitfaden::tui::screen::{Prepare, Screen, SessionNames, Start};
use ratatui::layout::Size;
use time::{Duration, OffsetDateTime};

use crate::keys::Key;
use crate::names;
use crate::place::Place;

/// The program without a terminal.
pub struct Seat {
    app: App,
    desk: Desk,
    answers: Receiver<Answer>,
    now: OffsetDateTime,
    /// How many answers are awaited that end something: a strike, or the session.
    awaited: usize,
    /// Every event that was handed to the writer.
    pub events: Vec<Recorded>,
}

impl Seat {
    /// Begins the interview that [`Place::interview`] asks for.
    pub fn take(place: &Place) -> Self {
        let study = Study::open(&place.study()).expect("a study");
        let guide = guides::find(&study, "cluster-cooperation").expect("a guide");
        let (sender, answers) = channel();
        let desk = Desk::new(study, move |answer| {
            // Nobody listens any more only when the test ends.
            let _ = sender.send(answer);
        });
        let now = OffsetDateTime::from_unix_timestamp(1_770_000_000).expect("an instant");
        let language = Language::En;
        let app = App::new(
            Words::new(language),
            language,
            Size::new(120, 40),
            Screen::Start(Start::default()),
            now,
        );
        let mut form = Prepare::new(vec![guide], SessionNames::default(), language);
        let session = "A-1".parse().expect("a name of a session");
        let consent = ["c1", "c2", "c3", "c4"].map(str::to_owned);
        let words = ProtectedWords::parse(names::PROTECTED);
        form.fill_in(Some(&session), Some(Mode::OnSite), None, &consent, words);
        let wanted = form.obey(Command::StartInterview, now);
        let mut seat = Self {
            app,
            desk,
            answers,
            now,
            awaited: 0,
            events: Vec::new(),
        };
        let effects = seat.app.take_up(wanted);
        seat.carry_out(effects);
        seat.tell(Msg::Tick);
        seat
    }

    /// Presses a key, and waits until everything that it wrote is saved.
    pub fn press(&mut self, key: Key) {
        self.tell(Msg::Key(key.event));
    }

    /// The session as the program has it; nothing when no session is open any more.
    pub fn session(&self) -> Option<&Session> {
        self.app
            .protocol()
            .map(leitfaden::operations::protocol::Protocol::state)
    }

    /// The draft as the screen shows it, and how many words of it are held back.
    pub fn draft(&self) -> Option<(String, usize)> {
        let interview = self.app.screen.interview()?;
        let mut shown = String::new();
        for character in interview.editor.text().chars() {
            match interview.protocol.label(character) {
                Some(placeholder) => shown.push_str(&placeholder),
                None => shown.push(character),
            }
        }
        Some((shown, interview.held))
    }

    /// The draft of the topic as it is written.
    pub fn written(&self) -> String {
        let interview = self.app.screen.interview();
        let written = interview.and_then(|interview| {
            let drafts = &interview.protocol.state().drafts;
            Some(drafts.get(&interview.topic)?.text.as_str().to_owned())
        });
        written.unwrap_or_default()
    }

    fn tell(&mut self, msg: Msg) {
        self.now += Duration::milliseconds(80);
        let effects = self.app.update(msg, self.now);
        self.carry_out(effects);
        while self.app.saving.is_waiting() || self.awaited > 0 {
            let answer = self.answers.recv_timeout(Patience::from_secs(30));
            self.take_in(answer.expect("the writer answers"));
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Create(header) => self.desk.create(*header).expect("files can be made"),
                Effect::Append(records) => {
                    self.events.extend(records.iter().cloned());
                    self.desk.append(records);
                }
                Effect::Rewrite(rewrite) => {
                    self.awaited += 1;
                    // What is struck goes to the disk together with the events that say so.
                    let last = self.events.last().map_or(0, |event| event.sequence);
                    let struck = rewrite.sitting.events().iter();
                    let struck = struck.filter(|event| event.sequence > last);
                    self.events.extend(struck.cloned());
                    self.desk.rewrite(*rewrite);
                }
                Effect::SearchElsewhere(rewrite) => {
                    self.awaited += 1;
                    self.desk.search_elsewhere(*rewrite);
                }
                Effect::Finish(state) => {
                    self.awaited += 1;
                    self.desk.finish(*state);
                }
                Effect::Release => self.desk.put_away(),
                // The study has no cases.
                Effect::ListSessions | Effect::ReadCaseTexts => {}
                other => panic!("the script does not ask for {other:?}"),
            }
        }
    }

    fn take_in(&mut self, answer: Answer) {
        let msg = match answer {
            Answer::Saved { sequence } => Msg::Saved(sequence),
            Answer::Finished => {
                self.awaited -= 1;
                Msg::Finished
            }
            Answer::Purged { remaining, .. } => {
                assert!(remaining.is_empty(), "nothing struck remains");
                self.awaited -= 1;
                return;
            }
            Answer::Failed { error } => panic!("a whole disk refused: {error}"),
            Answer::Conflict { path } => panic!("nobody else wrote {}", path.display()),
        };
        let effects = self.app.update(msg, self.now);
        self.carry_out(effects);
    }
}
