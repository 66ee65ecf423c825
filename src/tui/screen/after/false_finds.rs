//! What was replaced in the postscript though it is no name, and is taken back; and undo, which replaces it again.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::{After, AfterField, AfterRow};
use crate::anonymise::Boundary;
use crate::i18n::Text;
use crate::language::is_marker;
use crate::tui::editor::{Edit, Editor};
use crate::tui::keymap::{self, Command, Key, Place};
use crate::tui::screen::{Choice, Choosing, Notice, ReplacedIn, Value};

impl After {
    /// A key while it is chosen what is no name. Who types on did not mean to choose.
    pub fn choose_by(&mut self, key: Key) {
        let is_text = !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Esc => self.interview.choosing = None,
            _ if keymap::lookup(Place::After, key) == Some(Command::Back) => {
                self.interview.choosing = None;
            }
            KeyCode::Char(character) if is_text => {
                let choices = self.interview.choices().into_iter();
                let chosen = choices
                    .filter(|(of, _)| *of == character)
                    .find_map(|(_, choice)| match choice {
                        Choice::Replaced(markers) => Some(markers),
                        _ => None,
                    });
                self.interview.choosing = None;
                match chosen {
                    Some(markers) => self.take_back_like(&markers),
                    None => self.type_character(character),
                }
            }
            _ => self.interview.turn_page(key),
        }
    }

    /// Whether something was replaced in the row that keys go to.
    pub(super) fn has_replaced(&self) -> bool {
        let text = self.postscript_at_hand().map(|(_, editor)| editor.text());
        text.is_some_and(|text| text.contains(is_marker))
    }

    /// Takes back what was replaced in the field that keys go to; of several it is chosen which.
    pub(super) fn take_back(&mut self) {
        // A name that is held back is replaced before it can be taken back.
        self.settle_field();
        let protocol = &self.interview.protocol;
        let found = self.postscript_at_hand().map(|(_, editor)| {
            let found = protocol.replaced_in_draft(editor.text(), editor.cursor());
            (found, editor.text().contains(is_marker))
        });
        let (found, is_replaced) = found.unwrap_or_default();
        match found.as_slice() {
            [] if is_replaced => self.say(Text::NoticeNotKnownAnyMore),
            [] => self.say(Text::NoticeNothingReplaced),
            [only] => self.take_back_like(only),
            _ => {
                self.interview.offered = found;
                let place = Choosing::TakeBack(ReplacedIn::Postscript);
                self.interview.choose_among(place);
            }
        }
    }

    pub(super) fn can_undo(&self) -> bool {
        let row = self.rows.get(self.selected);
        let is_typed = row.is_some_and(|row| match &row.value {
            Value::Text(editor) if self.is_in_postscript() => editor.can_undo(),
            Value::Text(editor) => !editor.is_empty(),
            Value::Choice { .. } => false,
        });
        self.interview.to_replace_again_after().is_some() || is_typed
    }

    /// Whether undo would empty the field that keys go to.
    pub fn empties_field(&self) -> bool {
        self.interview.to_replace_again_after().is_none() && !self.is_in_postscript()
    }

    /// Whether keys go to a field of the postscript, in which longer texts are written.
    fn is_in_postscript(&self) -> bool {
        self.postscript_at_hand().is_some()
    }

    /// Replaces again what was taken back last; else takes back what was typed last in a field of the postscript. Any other
    /// field is emptied.
    pub(super) fn undo(&mut self) {
        if let Some(index) = self.interview.to_replace_again_after() {
            self.settle_field();
            self.interview.replace_again(index);
            self.show_postscript();
            return;
        }
        let is_long = self.is_in_postscript();
        let Some(Value::Text(editor)) = self.rows.get_mut(self.selected).map(|row| &mut row.value)
        else {
            self.say(Text::NoticeNothingToUndo);
            return;
        };
        if !is_long {
            let _ = editor.delete_line();
            return;
        }
        let edit = editor.undo();
        if edit == Edit::Nothing {
            self.say(Text::NoticeNothingToUndo);
        }
        if let Some((_, editor)) = self.postscript_at_hand() {
            let text = zeroize::Zeroizing::new(editor.text().to_owned());
            self.interview.protocol.draft_shown(&text);
        }
        self.after_edit(edit);
    }

    /// Takes back what stands behind these markers, in every field of the postscript.
    fn take_back_like(&mut self, markers: &[char]) {
        let before = self.interview.protocol.state().sequence;
        let Some(what) = self.interview.protocol.take_back(markers) else {
            self.say(Text::NoticeNotKnownAnyMore);
            return;
        };
        for index in 0..self.rows.len() {
            self.let_through(index);
        }
        let is_writing = self
            .postscript_at_hand()
            .is_some_and(|(field, _)| self.interview.protocol.is_writing_postscript(field));
        if is_writing {
            self.search(Boundary::Word);
        }
        self.interview.say_taken_back(&what);
        let place = ReplacedIn::Postscript;
        self.interview.remember_taken_back(place, what, before);
    }

    /// Puts what is let through by now into a field.
    fn let_through(&mut self, index: usize) {
        let Some(AfterRow {
            field: AfterField::Postscript(_),
            value: Value::Text(editor),
        }) = self.rows.get_mut(index)
        else {
            return;
        };
        let protocol = &self.interview.protocol;
        let (text, cursor) = protocol.let_through_in(editor.text(), editor.cursor());
        editor.replace_all(&text, cursor);
        self.label_markers(index);
    }

    /// Writes what is typed in the field that keys go to, so that nothing of it is held back. What was only looked at is
    /// not searched again.
    fn settle_field(&mut self) {
        let is_typed = self.postscript_at_hand().is_some_and(|(field, editor)| {
            editor.can_undo() || self.interview.protocol.is_writing_postscript(field)
        });
        if is_typed {
            self.search(Boundary::Settle);
        }
    }

    /// Shows every field of the postscript as it is written.
    pub(super) fn show_postscript(&mut self) {
        for index in 0..self.rows.len() {
            let Some(AfterRow {
                field: AfterField::Postscript(field),
                value: Value::Text(editor),
            }) = self.rows.get_mut(index)
            else {
                continue;
            };
            let text = self.interview.protocol.postscript_to_edit(field);
            editor.replace_all(&text, text.len());
            self.label_markers(index);
        }
    }

    /// The field of the postscript that keys go to.
    fn postscript_at_hand(&self) -> Option<(&str, &Editor)> {
        match self.rows.get(self.selected)? {
            AfterRow {
                field: AfterField::Postscript(field),
                value: Value::Text(editor),
            } => Some((field, editor)),
            _ => None,
        }
    }

    fn say(&mut self, text: Text) {
        self.interview.notice = Some(Notice::of(text));
    }
}
