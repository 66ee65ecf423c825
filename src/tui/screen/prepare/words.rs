//! The protected words of the form. They are held in memory only, as long as the program runs.

use zeroize::Zeroizing;

use super::{Field, Prepare, Row};
use crate::anonymise::{ProtectedWords, SlotKind};
use crate::tui::screen::Value;

/// The entry of a guide's checklist that says that the protected words were typed.
const WORDS_TYPED: &str = "protected";

/// The protected words that a form was given. They are held in memory only.
#[derive(Debug, Clone, Default)]
pub struct GivenWords {
    /// What was given elsewhere than in the form.
    given: ProtectedWords,
    /// What was typed.
    typed: SecretLines,
    /// Whether it was said that none are given, so that nobody is asked for them.
    declined: bool,
    /// Whether it was said which of their lines may name two.
    is_told_of_two: bool,
}

/// The lines that may name two, by their numbers from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinesOfTwo {
    /// Of the list that was given elsewhere than in the form.
    pub given: Vec<usize>,
    /// Of what was typed into the form.
    pub typed: Vec<usize>,
}

impl GivenWords {
    /// A list that was given before the program opened; an empty one says that there is none to be asked for.
    pub fn of_list(list: &ProtectedWords) -> Self {
        Self {
            given: list.clone(),
            typed: SecretLines::default(),
            declined: list.is_empty(),
            is_told_of_two: false,
        }
    }

    /// Whether it was said that none are given.
    pub const fn is_declined(&self) -> bool {
        self.declined
    }

    /// All of them as one list: what was typed stands behind what was given.
    pub fn list(&self) -> ProtectedWords {
        self.given.and(&self.typed())
    }

    /// The lines that may name two, for it to be said once; none if that was done.
    pub fn tell_lines_of_two(&mut self) -> LinesOfTwo {
        if std::mem::replace(&mut self.is_told_of_two, true) {
            return LinesOfTwo::default();
        }
        LinesOfTwo {
            given: self.given.lines_of_two().to_vec(),
            typed: self.typed().lines_of_two().to_vec(),
        }
    }

    fn typed(&self) -> ProtectedWords {
        ProtectedWords::parse(&self.typed.0)
    }
}

/// Lines that may hold names, and show none by accident.
#[derive(Clone, Default)]
struct SecretLines(Zeroizing<String>);

impl std::fmt::Debug for SecretLines {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "SecretLines({} bytes)", self.0.len())
    }
}

impl Prepare {
    /// Fills in the protected words again that the form was given earlier while the program ran.
    pub fn take_words(&mut self, words: GivenWords) {
        self.given = words.given;
        let is_known = !words.typed.0.is_empty() || !self.given.is_empty();
        for row in &mut self.rows {
            if let (Field::Words, Value::Text(editor)) = (&row.field, &mut row.value) {
                editor.set(&words.typed.0, words.typed.0.len());
            }
        }
        // That the words were typed holds only as long as they are known.
        let typed = Field::Check(WORDS_TYPED.to_owned());
        if !is_known && self.earlier_choices.get(&typed) == Some(&1) {
            self.set_chosen(&typed, 0);
        }
    }

    /// How many words of each kind an earlier preparation was given, in the order in which they are to be typed again:
    /// the first person of the list is the first placeholder for a person again.
    pub fn awaited_words(&self) -> Vec<(SlotKind, usize)> {
        let Some(protocol) = &self.earlier else {
            return Vec::new();
        };
        let listed = |kind: SlotKind| {
            let slots = protocol.state().slots.iter();
            slots
                .filter(|slot| slot.listed && slot.key.kind == kind)
                .count()
        };
        let counted = SlotKind::ALL.map(|kind| (kind, listed(kind)));
        counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The protected words that the form was given.
    pub(super) fn words(&self) -> GivenWords {
        let typed = self.text(&Field::Words).to_owned();
        GivenWords {
            given: self.given.clone(),
            typed: SecretLines(Zeroizing::new(typed)),
            declined: false,
            is_told_of_two: false,
        }
    }

    /// Whether Enter begins another line: among the protected words, unless the last is still empty.
    pub fn enter_begins_line(&self) -> bool {
        match self.rows.get(self.selected) {
            Some(Row {
                field: Field::Words,
                value: Value::Text(editor),
            }) => !editor.text().is_empty() && !editor.text().ends_with('\n'),
            _ => false,
        }
    }

    /// How many names the form was given elsewhere, such as by a file.
    pub fn given_count(&self) -> usize {
        self.given.entities().len()
    }

    /// Whether no name is known yet that must not reach the disk.
    pub(super) fn lacks_words(&self) -> bool {
        self.given.is_empty() && ProtectedWords::parse(self.text(&Field::Words)).is_empty()
    }

    pub(super) fn go_to_words(&mut self) {
        let words = self.rows.iter().position(|row| row.field == Field::Words);
        self.selected = words.unwrap_or(self.selected);
    }

    pub(super) fn is_among_words(&self) -> bool {
        let row = self.rows.get(self.selected);
        row.is_some_and(|row| row.field == Field::Words)
    }

    /// Begins another line among the protected words.
    pub(super) fn begin_line(&mut self) {
        if self.is_among_words() {
            self.change(|value| value.type_character('\n'));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_may_name_two_are_those_of_the_list_and_of_the_form_each_by_its_own_number() {
        let typed = "Carla Keller, Dora Lang\nEva Moser";
        let mut words = GivenWords {
            given: ProtectedWords::parse("Muster, Anna\nAnna Muster, Beat Beispiel"),
            typed: SecretLines(Zeroizing::new(typed.to_owned())),
            ..GivenWords::default()
        };
        let (given, typed) = (vec![2], vec![1]);
        assert_eq!(words.tell_lines_of_two(), LinesOfTwo { given, typed });
        assert_eq!(words.tell_lines_of_two(), LinesOfTwo::default());
        assert_eq!(words.list().entities().len(), 4);
    }
}
