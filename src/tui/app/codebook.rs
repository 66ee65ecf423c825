//! What a study adds to the codebook: asked for by the code line, written by the desk, taken in again.

use super::{App, Effect};
use crate::guide::{Additions, CodebookChange, Guide};
use crate::i18n::Text;
use crate::language::Language;
use crate::session::NoteId;
use crate::tui::keymap::Place;
use crate::tui::screen::{CodebookScreen, CodebookWanted, Screen, Start};

/// Changes of what the study adds to a codebook.
#[derive(Debug)]
pub struct CodebookOrder {
    /// The guide whose codebook it is.
    pub guide: Guide,
    /// The changes, in order.
    pub changes: Vec<CodebookChange>,
    /// The note on which the code of the last change is put.
    pub note: Option<NoteId>,
}

/// What the study adds to a codebook, as it stands on disk.
#[derive(Debug)]
pub struct CodebookAnswer {
    /// The additions; or why they could not be read or written, in the user's language.
    pub additions: Result<Additions, String>,
    /// What they were before the changes that were ordered.
    pub before: Option<Additions>,
    /// The code that the last change was about.
    pub code: Option<String>,
    /// The note that it is put on.
    pub note: Option<NoteId>,
}

impl App {
    /// Has the field code made that the code line asks for. Its label is searched for names first.
    pub(super) fn order_field_code(&mut self, effects: &mut Vec<Effect>) {
        let Some(interview) = self.screen.interview_mut() else {
            return;
        };
        let Some(wish) = interview.field_code.take() else {
            return;
        };
        let label = match interview.protocol.clean_label(&wish.label) {
            Ok(label) => label,
            Err(refused) => {
                self.trouble = Some(self.words.codebook_refused(refused).into_owned());
                return;
            }
        };
        effects.push(Effect::ChangeCodebook(Box::new(CodebookOrder {
            guide: interview.protocol.guide().clone(),
            changes: vec![CodebookChange::Add {
                label,
                language: wish.language,
                under: None,
            }],
            note: Some(wish.note),
        })));
    }

    /// Lays the codebook over the session that is read.
    pub(super) fn show_codebook(&mut self) {
        let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
        self.screen = match screen {
            Screen::Review(review) => {
                Screen::Codebook(Box::new(CodebookScreen::new(review, self.language)))
            }
            other => other,
        };
    }

    pub(super) fn after_codebook(&mut self, wanted: CodebookWanted, effects: &mut Vec<Effect>) {
        match wanted {
            CodebookWanted::Nothing => {}
            CodebookWanted::Back => {
                let screen = std::mem::replace(&mut self.screen, Screen::Start(Start::default()));
                self.screen = match screen {
                    Screen::Codebook(codebook) => Screen::Review(codebook.review),
                    other => other,
                };
            }
            CodebookWanted::Refused(refused) => {
                self.trouble = Some(self.words.codebook_refused(refused).into_owned());
            }
            CodebookWanted::Change(change) => {
                let Screen::Codebook(codebook) = &self.screen else {
                    return;
                };
                effects.push(Effect::ChangeCodebook(Box::new(CodebookOrder {
                    guide: codebook.review.protocol.guide().clone(),
                    changes: vec![change],
                    note: None,
                })));
            }
        }
    }

    /// Takes in what the study adds to the codebook, and puts the code on the note that waits for it.
    pub(super) fn take_codebook(&mut self, answer: CodebookAnswer) {
        let CodebookAnswer {
            additions,
            before,
            code,
            note,
        } = answer;
        let additions = match additions {
            Ok(additions) => additions,
            Err(reason) => {
                if let Screen::Codebook(codebook) = &mut self.screen {
                    codebook.stay();
                }
                self.trouble = Some(reason);
                return;
            }
        };
        match &mut self.screen {
            Screen::Codebook(codebook) => {
                codebook.take(additions, before, code);
                return;
            }
            Screen::Review(review) => {
                review.protocol.set_additions(additions);
                return;
            }
            _ => {}
        }
        let Some(interview) = self.screen.interview_mut() else {
            return;
        };
        interview.protocol.set_additions(additions);
        let Some((note, code)) = note.zip(code) else {
            return;
        };
        let carries = interview
            .protocol
            .state()
            .note(note)
            .is_some_and(|note| note.codes.contains(&code));
        if !carries {
            interview.toggle_code(note, &code);
        }
        let label = interview
            .protocol
            .codebook()
            .label(&code, interview.question_language)
            .to_owned();
        interview.say(Text::NoticeFieldCode, &format!("{code} {label}"));
    }
}

/// Has a session that is read, and its codebook, follow the language of the screen, whatever lies over it. A label that is
/// being written stays one of the language in which it was begun.
pub(super) fn speak_in(screen: &mut Screen, language: Language) {
    match screen {
        Screen::Review(review) => review.language = language,
        Screen::Codebook(codebook) => {
            codebook.review.language = language;
            if codebook.place() != Place::CodeLabel {
                codebook.language = language;
            }
        }
        Screen::Export(form) => speak_in(&mut form.under, language),
        Screen::Search(search) => speak_in(&mut search.under, language),
        _ => {}
    }
}
