//! The codebook of a session's guide: codes are added, called otherwise, merged and retired, for the whole study.
//!
//! Nothing here changes a note: what was merged or retired stays on the notes that carry it, and stays countable.

use crate::guide::codebook::Refused;
use crate::guide::{Additions, BookCode, Codebook, CodebookChange, Standing};
use crate::language::Language;
use crate::tui::editor::Editor;
use crate::tui::keymap::{Command, Place};

use super::picking::Picking;
use super::{ListKey, Review};

/// The codebook over a session that is read.
#[derive(Debug)]
pub struct CodebookScreen {
    /// The session underneath.
    pub review: Box<Review>,
    /// Which code keys go to, in the order of the codebook.
    pub selected: usize,
    /// How many codes a page has on the screen.
    pub page: usize,
    /// What is being done.
    pub doing: CodebookDoing,
    /// The language of the labels.
    pub language: Language,
    /// What became of the last change, until the next key.
    pub said: Option<CodebookSaid>,
    /// The changes that can be taken back, the last at the end.
    steps: Vec<Step>,
    /// What was asked for and is not answered yet.
    ordered: Ordered,
}

/// What is asked for by keys, and not by the search of labels for names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Ordered {
    /// Nothing.
    #[default]
    Nothing,
    /// A change.
    Change,
    /// That the last change is taken back.
    TakingBack,
}

/// What became of a change of the codebook, with the code that it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodebookSaid {
    /// It is kept.
    Kept(String),
    /// It was taken back.
    TakenBack(String),
}

/// A change that was made.
#[derive(Debug)]
struct Step {
    code: String,
    before: Additions,
    after: Additions,
}

/// What is being done with the codebook.
#[derive(Debug)]
pub enum CodebookDoing {
    /// Codes are looked at.
    Reading,
    /// The label of the chosen code is written.
    Renaming(Editor),
    /// The label of a field code under the chosen one is written.
    Adding(Editor),
    /// The code that this one goes into is chosen, also by what is typed.
    Merging(String, Picking),
    /// A code is looked for by what is typed.
    Finding(Picking),
}

/// What the codebook asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodebookWanted {
    /// Nothing.
    Nothing,
    /// Back to the session.
    Back,
    /// Change what the study adds to the codebook.
    Change(CodebookChange),
    /// Say why the label that was typed is none.
    Refused(Refused),
}

impl CodebookScreen {
    /// The codebook of the session's guide, labels in this language.
    pub fn new(review: Box<Review>, language: Language) -> Self {
        Self {
            review,
            selected: 0,
            page: 1,
            doing: CodebookDoing::Reading,
            language,
            said: None,
            steps: Vec::new(),
            ordered: Ordered::Nothing,
        }
    }

    /// The codebook.
    pub fn book(&self) -> &Codebook {
        self.review.protocol.codebook()
    }

    /// The chosen code.
    pub fn chosen(&self) -> Option<&BookCode> {
        self.book().codes().get(self.selected)
    }

    /// Where keys are pressed.
    pub const fn place(&self) -> Place {
        match self.doing {
            CodebookDoing::Renaming(_) | CodebookDoing::Adding(_) => Place::CodeLabel,
            CodebookDoing::Merging(..) | CodebookDoing::Finding(_) => Place::Finding,
            CodebookDoing::Reading => Place::Codebook,
        }
    }

    /// On how many notes of the session a code stands, what was merged into it included.
    pub fn uses(&self, code: &str) -> usize {
        let book = self.book();
        let notes = self.review.protocol.state().notes.iter();
        notes
            .filter(|note| note.codes.iter().any(|known| book.resolve(known) == code))
            .count()
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::MergeCode | Command::RetireCode | Command::RenameCode => {
                self.chosen().is_some()
            }
            Command::Accept => self.place() != Place::Codebook,
            Command::Undo => self.place() == Place::Codebook && !self.steps.is_empty(),
            Command::Find => self.place() == Place::Codebook,
            Command::Edit(_) if self.place() == Place::Finding => !self.is_list_unfiltered(),
            _ => true,
        }
    }

    /// A key in the list while a code is looked for: text, or Esc, which leaves it.
    pub fn type_in_list(&mut self, typed: ListKey) {
        let language = self.language;
        let (picking, but) = match &mut self.doing {
            CodebookDoing::Merging(from, picking) => (picking, Some(&*from)),
            CodebookDoing::Finding(picking) => (picking, None),
            _ => return,
        };
        if typed == ListKey::Close {
            self.doing = CodebookDoing::Reading;
            return;
        }
        picking.take(typed);
        if picking.is_empty() {
            return;
        }
        let book = self.review.protocol.codebook();
        let mut found = book.find(picking.typed(), "", language).into_iter();
        let found = found.find(|code| Some(&code.id) != but);
        if let Some(code) = found.map(|code| code.id.clone()) {
            self.go_to(&code);
        }
    }

    /// Whether nothing is typed by which a code is looked for.
    pub fn is_list_unfiltered(&self) -> bool {
        self.typed().is_none_or(str::is_empty)
    }

    /// What is typed by which a code is looked for.
    pub fn typed(&self) -> Option<&str> {
        match &self.doing {
            CodebookDoing::Merging(_, picking) | CodebookDoing::Finding(picking) => {
                Some(picking.typed())
            }
            _ => None,
        }
    }

    /// A printable key in the label that is written.
    pub fn type_character(&mut self, character: char) {
        if let Some(field) = self.field_mut()
            && character != '\n'
        {
            let _ = field.insert_char(character);
        }
    }

    /// Text from the clipboard, as far as its first line goes.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.field_mut() {
            let _ = field.insert_str(text.lines().next().unwrap_or_default());
        }
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> CodebookWanted {
        let wanted = self.do_as_asked(command);
        if let CodebookWanted::Change(change) = &wanted {
            self.ordered = match change {
                CodebookChange::TakeBack { .. } => Ordered::TakingBack,
                _ => Ordered::Change,
            };
        }
        wanted
    }

    fn do_as_asked(&mut self, command: Command) -> CodebookWanted {
        let last = self.book().codes().len().saturating_sub(1);
        self.said = None;
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down => self.selected = (self.selected + 1).min(last),
            Command::PageUp => self.selected = self.selected.saturating_sub(self.page),
            Command::PageDown => self.selected = (self.selected + self.page).min(last),
            Command::First => self.selected = 0,
            Command::Last => self.selected = last,
            Command::Back => {
                if matches!(self.doing, CodebookDoing::Reading) {
                    return CodebookWanted::Back;
                }
                self.doing = CodebookDoing::Reading;
            }
            Command::RenameCode => self.begin_renaming(),
            Command::AddCode => self.doing = CodebookDoing::Adding(Editor::new(60, 1)),
            Command::MergeCode => {
                if let Some(code) = self.chosen() {
                    self.doing = CodebookDoing::Merging(code.id.clone(), Picking::default());
                }
            }
            Command::Find if matches!(self.doing, CodebookDoing::Reading) => {
                self.doing = CodebookDoing::Finding(Picking::default());
            }
            Command::RetireCode => return self.retire(),
            Command::Undo if self.applies(Command::Undo) => return self.take_back(),
            Command::Accept => return self.accept(),
            Command::Edit(edit) => {
                if let Some(field) = self.field_mut() {
                    let _ = super::edit_text(field, edit);
                }
            }
            _ => {}
        }
        CodebookWanted::Nothing
    }

    /// Whether a label is written that is not taken over yet.
    pub fn has_unkept(&self) -> bool {
        match &self.doing {
            CodebookDoing::Renaming(field) => {
                let known = self.chosen().map(|code| code.label(self.language));
                known != Some(field.text())
            }
            CodebookDoing::Adding(field) => !field.is_empty(),
            _ => false,
        }
    }

    /// Takes in what the study adds to the codebook, after a change; what the additions were `before` it is for undoing it.
    pub fn take(&mut self, after: Additions, before: Option<Additions>, code: Option<String>) {
        self.review.protocol.set_additions(after.clone());
        let ordered = std::mem::take(&mut self.ordered);
        let (Some(before), Some(code)) = (before, code) else {
            return;
        };
        self.go_to(&code);
        self.said = Some(match ordered {
            Ordered::TakingBack => CodebookSaid::TakenBack(code.clone()),
            Ordered::Change | Ordered::Nothing => CodebookSaid::Kept(code.clone()),
        });
        match ordered {
            Ordered::Nothing => {}
            Ordered::Change => self.steps.push(Step {
                code,
                before,
                after,
            }),
            Ordered::TakingBack => {
                let undone = self.steps.pop();
                if let (Some(undone), Some(step)) = (undone, self.steps.last_mut())
                    && step.after == undone.before
                {
                    // A field code that was made stays as a retired one, and keeps nothing before it from being taken back.
                    step.after = after;
                }
            }
        }
    }

    /// Forgets what was asked for, since it was refused.
    pub fn stay(&mut self) {
        self.ordered = Ordered::Nothing;
    }

    /// Goes to a code.
    pub fn go_to(&mut self, code: &str) {
        let place = self
            .book()
            .codes()
            .iter()
            .position(|known| known.id == code);
        self.selected = place.unwrap_or(self.selected);
    }

    fn field_mut(&mut self) -> Option<&mut Editor> {
        match &mut self.doing {
            CodebookDoing::Renaming(field) | CodebookDoing::Adding(field) => Some(field),
            _ => None,
        }
    }

    fn begin_renaming(&mut self) {
        let Some(code) = self.chosen() else { return };
        let mut field = Editor::new(60, 1);
        let label = code.label(self.language);
        field.set(label, label.len());
        self.doing = CodebookDoing::Renaming(field);
    }

    /// Retires the chosen code, or brings back what the study retired or merged.
    fn retire(&mut self) -> CodebookWanted {
        let Some(code) = self.chosen() else {
            return CodebookWanted::Nothing;
        };
        let id = code.id.clone();
        CodebookWanted::Change(match code.standing {
            Standing::Offered => CodebookChange::Retire { code: id },
            Standing::Retired => CodebookChange::Restore { code: id },
            Standing::Merged(_) => CodebookChange::Part { from: id },
        })
    }

    fn take_back(&self) -> CodebookWanted {
        let Some(step) = self.steps.last() else {
            return CodebookWanted::Nothing;
        };
        CodebookWanted::Change(CodebookChange::TakeBack {
            code: step.code.clone(),
            from: Box::new(step.after.clone()),
            to: Box::new(step.before.clone()),
        })
    }

    fn accept(&mut self) -> CodebookWanted {
        let chosen = self.chosen().map(|code| code.id.clone());
        let doing = std::mem::replace(&mut self.doing, CodebookDoing::Reading);
        let language = self.language;
        let change = match (&doing, chosen) {
            (CodebookDoing::Merging(from, _), Some(into)) => Ok(CodebookChange::Merge {
                from: from.clone(),
                into,
            }),
            (CodebookDoing::Renaming(field), Some(code)) => {
                let label = self.review.protocol.clean_label(field.text());
                label.map(|label| CodebookChange::Rename {
                    code,
                    label,
                    language,
                })
            }
            (CodebookDoing::Adding(field), under) => {
                let label = self.review.protocol.clean_label(field.text());
                label.map(|label| CodebookChange::Add {
                    label,
                    language,
                    under,
                })
            }
            (CodebookDoing::Reading | CodebookDoing::Finding(_), _)
            | (CodebookDoing::Merging(..) | CodebookDoing::Renaming(_), None) => {
                return CodebookWanted::Nothing;
            }
        };
        match change {
            Ok(change) => CodebookWanted::Change(change),
            Err(refused) => {
                // What was typed can be said otherwise.
                self.doing = doing;
                CodebookWanted::Refused(refused)
            }
        }
    }
}
