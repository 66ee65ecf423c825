//! What the program asks of the disk, and what the disk answers.

use std::path::PathBuf;
use std::thread;

use super::gathering::gather_across;
use super::searching::Searcher;
use super::{Going, Happening, Program, RunError};
use crate::anonymise::CleanText;
use crate::guide::Guide;
use crate::i18n::{Text, Words};
use crate::operations::guides;
use crate::operations::player::{Player, Report, Source};
use crate::operations::protocol::Protocol;
use crate::session::{Case, CaseId, CoderSheet, Recorded, SessionId};
use crate::store::{Answer, Recovery};
use crate::tui::app::{Access, CodebookAnswer, CodebookOrder, Msg, Opened, Recovered};
use crate::tui::screen::SessionNames;
use crate::tui::trouble;

impl Program {
    /// Has events written; before the first frame stands, not yet.
    pub(super) fn append(&mut self, events: Vec<Recorded>) {
        match &mut self.held {
            Some(held) => held.extend(events),
            None => self.desk.append(events),
        }
    }

    /// Has events written that were held.
    pub(super) fn write_held(&mut self, held: Option<Vec<Recorded>>) {
        if let Some(events) = held.filter(|events| !events.is_empty()) {
            self.desk.append(events);
        }
    }

    /// Gathers what is read across interviews, so that keys go on meanwhile.
    pub(super) fn load_across(&mut self) {
        let study = self.desk.study().clone();
        let (post, language) = (self.post.clone(), self.app.language);
        self.app.trouble = Some(self.app.say(Text::AcrossGathering));
        let gathering = thread::Builder::new()
            .name("across".to_owned())
            .spawn(move || gather_across(&study, &Words::new(language), &post));
        if gathering.is_err() {
            self.app.trouble = Some(self.app.say(Text::TroubleThread));
        }
    }

    /// Makes ready for searching all sessions.
    pub(super) fn open_search(&mut self) {
        match Searcher::start(self.desk.study(), &self.post) {
            Ok(searcher) => self.searcher = Some(searcher),
            Err(_) => self.app.trouble = Some(self.app.say(Text::TroubleThread)),
        }
    }

    /// The guides that can be used; one that cannot is named.
    pub(super) fn load_guides(&mut self) -> Msg {
        let found = self.usable_guides(None, usize::MAX);
        let study = self.desk.study();
        let names = SessionNames {
            taken: study.sessions().unwrap_or_default(),
            given: study.given_numbers().unwrap_or_default(),
        };
        Msg::Guides(found, names)
    }

    /// The first so many guides that can be used, behind one or all; one that cannot is named.
    pub(super) fn usable_guides(&mut self, behind: Option<&str>, most: usize) -> Vec<Guide> {
        let study = self.desk.study();
        let mut usable = Vec::new();
        let mut unusable = None;
        let ids = guides::ids(study);
        let first = behind.and_then(|behind| ids.iter().position(|id| id == behind));
        for id in ids.into_iter().skip(first.map_or(0, |at| at + 1)) {
            if usable.len() == most {
                break;
            }
            match guides::find(study, &id) {
                Ok(guide) => usable.push(guide),
                Err(error) => unusable = Some(trouble::of_guide(&self.app.words, &error)),
            }
        }
        if unusable.is_some() {
            self.app.trouble = unusable;
        }
        usable
    }

    /// Begins to listen to a recording; what the player says comes in as it happens.
    pub(super) fn listen(&mut self, source: Source) -> Result<Going, RunError> {
        let post = self.post.clone();
        let started = Player::start(source, move |report| {
            // Nobody listens any more only when the program ends.
            let _ = post.send(Happening::Player(report));
        });
        match started {
            Ok(player) => {
                self.player = Some(player);
                Ok(Going::On)
            }
            Err(trouble) => self.tell(Msg::Player(Report::Ended(trouble))),
        }
    }

    /// Takes in what the player says. What one says that is not listened to any more comes too late.
    pub(super) fn take_report(&mut self, report: Report) -> Result<Going, RunError> {
        if self.player.is_none() {
            return Ok(Going::On);
        }
        if matches!(report, Report::Ended(_)) {
            self.player = None;
        }
        self.tell(Msg::Player(report))
    }

    /// Throws away the session, in which nothing was said.
    pub(super) fn discard(&mut self, id: &SessionId) {
        if let Err(error) = self.desk.discard(id) {
            self.app.trouble = Some(trouble::of_desk(&self.app.words, &error));
        }
    }

    pub(super) fn load_case(&self, id: &CaseId) -> Msg {
        match self.desk.case(id) {
            Ok(case) => Msg::Case(Box::new(case)),
            Err(error) => Msg::NotOpened(trouble::of_desk(&self.app.words, &error)),
        }
    }

    pub(super) fn save_case(&self, case: Case) -> Msg {
        match self.desk.save_case(case) {
            Ok(()) => Msg::CaseSaved,
            Err(error) => Msg::NotOpened(trouble::of_desk(&self.app.words, &error)),
        }
    }

    /// The texts of the study's cases; nothing if there are none. If they cannot be read, that is said.
    pub(super) fn case_texts(&mut self) -> Option<Vec<CleanText>> {
        match self.desk.case_texts() {
            Ok(texts) => Some(texts).filter(|texts| !texts.is_empty()),
            Err(error) => {
                self.app.trouble = Some(trouble::of_desk(&self.app.words, &error));
                None
            }
        }
    }

    /// Puts texts without names into the cases. If that fails, it is said.
    pub(super) fn replace_in_cases(&mut self, replaced: &[(CleanText, CleanText)]) {
        if let Err(error) = self.desk.replace_in_cases(replaced) {
            self.app.trouble = Some(trouble::of_desk(&self.app.words, &error));
        }
    }

    /// Takes in the words that are no names in the study. If they cannot be read, that is said.
    pub(super) fn read_allowed_words(&mut self) {
        match self.desk.allowed_words() {
            Ok(words) => self.app.allowed.extend(words),
            Err(error) => self.app.trouble = Some(trouble::of_desk(&self.app.words, &error)),
        }
    }

    /// Remembers that a word is no name in the study. It is none in this sitting, even if that fails.
    pub(super) fn allow(&mut self, word: String) {
        if let Err(error) = self.desk.allow(word) {
            self.app.trouble = Some(trouble::of_desk(&self.app.words, &error));
        }
    }

    pub(super) fn take_sheet(&mut self, id: &SessionId, coder: u8) -> Msg {
        match self.desk.take_sheet(id, coder) {
            Ok(sheet) => Msg::Sheet(Box::new(sheet)),
            Err(error) => Msg::NotOpened(trouble::of_desk(&self.app.words, &error)),
        }
    }

    pub(super) fn save_sheet(&mut self, sheet: CoderSheet) {
        if let Err(error) = self.desk.save_sheet(sheet) {
            self.app.trouble = Some(trouble::of_desk(&self.app.words, &error));
        }
    }

    pub(super) fn read_codebook(&self, guide: &str) -> Msg {
        let additions = self.desk.additions(guide);
        Msg::Codebook(Box::new(CodebookAnswer {
            additions: additions.map_err(|error| trouble::of_study(&self.app.words, &error)),
            before: None,
            code: None,
            note: None,
        }))
    }

    pub(super) fn change_codebook(&self, order: CodebookOrder) -> Msg {
        let CodebookOrder {
            guide,
            changes,
            note,
        } = order;
        let answer = match self.desk.change_codebook(&guide, changes) {
            Ok(changed) => CodebookAnswer {
                additions: Ok(changed.after),
                before: Some(changed.before),
                code: changed.code,
                note,
            },
            Err(error) => CodebookAnswer {
                additions: Err(trouble::of_desk(&self.app.words, &error)),
                before: None,
                code: None,
                note: None,
            },
        };
        Msg::Codebook(Box::new(answer))
    }

    pub(super) fn open(&mut self, id: &SessionId) -> Msg {
        self.open_unless(id, Protocol::is_closed)
    }

    /// Opens a session to work on it, though the interview is closed.
    pub(super) fn complete(&mut self, id: &SessionId) -> Msg {
        self.open_unless(id, |_| false)
    }

    /// Opens a session to work on it, or to read it.
    fn open_unless(&mut self, id: &SessionId, is_read: impl Fn(&Protocol) -> bool) -> Msg {
        let words = &self.app.words;
        match self.desk.open(id) {
            Err(error) => Msg::NotOpened(trouble::of_desk(words, &error)),
            // What is closed is read; what is damaged has to be looked at first.
            Ok(on_desk) if is_read(&on_desk.protocol) && on_desk.recovery.damage.is_none() => {
                self.desk.put_away();
                Msg::Opened(Box::new(Opened {
                    protocol: on_desk.protocol,
                    access: Access::Read,
                    recovered: None,
                    left_at: None,
                }))
            }
            Ok(on_desk) => {
                if let Some(error) = &on_desk.codebook {
                    self.app.trouble = Some(trouble::of_study(words, error));
                }
                let access = on_desk.read_only.as_ref().map_or(Access::Write, |reason| {
                    Access::Refused(trouble::of_reading_only(words, reason, id))
                });
                let lines = recovery_lines(words, &on_desk.recovery);
                let is_needed = on_desk.recovery.is_needed();
                let access = match access {
                    // Who only reads is told, too, that this may not be all.
                    Access::Refused(reason) if on_desk.recovery.damage.is_some() => {
                        Access::Refused(format!("{reason} · {}", lines.join(" · ")))
                    }
                    access => access,
                };
                if !is_needed && !lines.is_empty() {
                    self.app.trouble = Some(lines.join(" · "));
                }
                let recovered = (is_needed && access == Access::Write).then_some(Recovered {
                    lines,
                    left_at: on_desk.left_at,
                    rescued: on_desk.recovery.rescued,
                });
                Msg::Opened(Box::new(Opened {
                    protocol: on_desk.protocol,
                    access,
                    recovered,
                    left_at: on_desk.left_at,
                }))
            }
        }
    }

    pub(super) fn read(&self, id: &SessionId) -> Msg {
        match self.desk.read(id) {
            Err(error) => Msg::NotOpened(trouble::of_desk(&self.app.words, &error)),
            Ok(protocol) => Msg::Opened(Box::new(Opened {
                protocol,
                access: Access::Read,
                recovered: None,
                left_at: None,
            })),
        }
    }

    pub(super) fn take_answer(&mut self, answer: Answer) -> Result<Going, RunError> {
        self.parting.hear(&answer);
        match answer {
            Answer::Saved { sequence } => self.tell(Msg::Saved(sequence)),
            Answer::Finished => self.tell(Msg::Finished),
            Answer::Failed { error } => {
                if self.is_ending {
                    return Err(RunError::Unsaved);
                }
                let reason = trouble::of_saving(&self.app.words, &error);
                self.tell(Msg::NotSaved(reason))
            }
            Answer::Conflict { path } => {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let values = [("file", name.into())];
                self.app.trouble = Some(self.app.words.text_with(Text::TroubleConflict, &values));
                Ok(Going::On)
            }
            Answer::Purged { remaining, removed } => {
                let said = [
                    (Text::TroubleRemaining, remaining),
                    (Text::TroubleRemoved, removed),
                ];
                let said = said.iter().filter(|(_, paths)| !paths.is_empty());
                let lines: Vec<String> = said
                    .map(|(text, paths)| {
                        let files = [("files", file_names(paths).into())];
                        self.app.words.text_with(*text, &files)
                    })
                    .collect();
                if !lines.is_empty() {
                    self.app.trouble = Some(lines.join(" · "));
                }
                Ok(Going::On)
            }
        }
    }
}

/// What the banner says about what was found.
fn recovery_lines(words: &Words, recovery: &Recovery) -> Vec<String> {
    let mut lines = Vec::new();
    if recovery.replayed > 0 {
        lines.push(words.counted(Text::RecoveredEvents, recovery.replayed));
    }
    if recovery.torn {
        lines.push(words.text(Text::RecoveredTorn).into_owned());
    }
    if let Some((line, _)) = recovery.damage {
        lines.push(words.text_with(Text::RecoveredDamage, &[("line", line.into())]));
    }
    if !recovery.rescued.is_empty() {
        lines.push(words.counted(Text::RecoveredRescued, recovery.rescued.len()));
    }
    if recovery.unfinished_strike {
        lines.push(words.text(Text::RecoveredStrike).into_owned());
    }
    if !recovery.kept.is_empty() {
        let files = [("files", file_names(&recovery.kept).into())];
        lines.push(words.text_with(Text::RecoveredKept, &files));
    }
    lines
}

/// The names of files in a row, without their folder.
fn file_names(paths: &[PathBuf]) -> String {
    let names = paths.iter().filter_map(|path| path.file_name());
    let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn one_recovered_step_is_told_in_the_singular() {
        let told = |language, replayed| {
            let recovery = Recovery {
                replayed,
                ..Recovery::default()
            };
            recovery_lines(&Words::new(language), &recovery).join(" ")
        };
        for (language, one) in [
            (Language::De, "ein Schritt"),
            (Language::Fr, "1 étape a"),
            (Language::En, "one step"),
        ] {
            let text = told(language, 1);
            assert!(text.contains(one), "{text}");
            assert!(told(language, 2).contains('2'));
        }
    }
}
