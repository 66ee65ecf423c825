//! The form of a case: what is known of a cooperation besides its interviews.

use crate::anonymise::{CleanText, Layers, Memory, redact_whole};
use crate::i18n::Text;
use crate::language::Language;
use crate::session::{Border, Case, CooperationType, Eligibility, Stage};
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::value::Value;

/// The form of a case.
#[derive(Debug)]
pub struct CaseForm {
    /// The case as it was.
    pub case: Case,
    /// The fields, with what is filled in.
    pub rows: Vec<(CaseField, Value)>,
    /// Which row keys go to.
    pub selected: usize,
    language: Language,
    /// Whether something was filled in.
    is_touched: bool,
}

/// What a row asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseField {
    /// A neutral word for it.
    Label,
    /// The countries it lies in.
    Countries,
    /// Over how many borders it works.
    Border,
    /// The region.
    Region,
    /// The branch.
    Branch,
    /// Where in its life cycle it stands.
    Stage,
    /// Whether it meets the rule by which cases are chosen.
    Eligibility,
    /// The type that was agreed on.
    Agreed,
}

/// What can be chosen for the borders.
pub const BORDERS: [Option<Border>; 3] = [None, Some(Border::Bi), Some(Border::Tri)];

/// What can be chosen for the stage.
pub const STAGES: [Option<Stage>; 5] = [
    None,
    Some(Stage::Emergence),
    Some(Stage::Growth),
    Some(Stage::Maturity),
    Some(Stage::Decline),
];

/// What can be chosen for the rule.
pub const ELIGIBILITIES: [Eligibility; 3] = [
    Eligibility::Open,
    Eligibility::Eligible,
    Eligibility::Ineligible,
];

/// What can be chosen for the type.
pub const TYPES: [Option<CooperationType>; 4] = [
    None,
    Some(CooperationType::Institutional),
    Some(CooperationType::Operational),
    Some(CooperationType::Informal),
];

/// What the form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseWanted {
    /// Nothing.
    Nothing,
    /// Back to the list.
    Back,
    /// Save the case.
    Save(Box<Case>),
    /// A field says what it cannot.
    Unclear(Text),
}

impl CaseForm {
    /// The form of a case.
    pub fn new(case: Case, language: Language) -> Self {
        let rows = vec![
            (CaseField::Label, text(case.label.as_str())),
            (CaseField::Countries, text(&case.countries.join(" "))),
            (CaseField::Border, choice(&BORDERS, &case.border)),
            (CaseField::Region, text(case.region.as_str())),
            (CaseField::Branch, text(case.branch.as_str())),
            (CaseField::Stage, choice(&STAGES, &case.stage)),
            (
                CaseField::Eligibility,
                choice(&ELIGIBILITIES, &case.eligibility),
            ),
            (CaseField::Agreed, choice(&TYPES, &case.agreed)),
        ];
        Self {
            case,
            rows,
            selected: 0,
            language,
            is_touched: false,
        }
    }

    /// Gives the fields of text their width.
    pub fn fit(&mut self, width: u16) {
        for (_, value) in &mut self.rows {
            value.resize(width, 1);
        }
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::Edit(edit) => {
                let row = self.rows.get(self.selected);
                row.is_some_and(|(_, value)| value.applies(edit))
            }
            _ => true,
        }
    }

    /// A printable key: text in a field of text, the next choice for a space.
    pub fn type_character(&mut self, character: char) {
        self.change(|value| value.type_character(character));
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, pasted: &str) {
        self.change(|value| value.paste_line(pasted));
    }

    /// Does what a key asks for.
    pub fn obey(&mut self, command: Command) -> CaseWanted {
        let last = self.rows.len().saturating_sub(1);
        match command {
            Command::Up => self.selected = self.selected.saturating_sub(1),
            Command::Down | Command::Accept => self.selected = (self.selected + 1).min(last),
            Command::Edit(edit) => self.change(|value| value.edit(edit)),
            Command::Save => {
                return match self.countries() {
                    Some(countries) => CaseWanted::Save(Box::new(self.filled(countries))),
                    None => CaseWanted::Unclear(Text::CaseCountriesUnclear),
                };
            }
            Command::Back => return CaseWanted::Back,
            _ => {}
        }
        CaseWanted::Nothing
    }

    /// Whether something was filled in.
    pub const fn is_touched(&self) -> bool {
        self.is_touched
    }

    fn change(&mut self, change: impl FnOnce(&mut Value)) {
        if let Some((_, value)) = self.rows.get_mut(self.selected) {
            self.is_touched |= value.is_changed_by(change);
        }
    }

    fn countries(&self) -> Option<Vec<String>> {
        let typed = self.rows.iter().find_map(|(field, value)| match value {
            Value::Text(editor) if *field == CaseField::Countries => Some(editor.text()),
            _ => None,
        });
        countries(typed.unwrap_or_default())
    }

    /// The case with what is filled in. What is surely or likely a name is replaced, and addresses are; the region may
    /// name a place, since that is what it is for.
    fn filled(&self, countries: Vec<String>) -> Case {
        let mut case = self.case.clone();
        case.countries = countries;
        let mut memory = Memory::new(self.language).keeping_placeholders();
        let mut listening = Memory::new(self.language)
            .with_layers(Layers::ALL)
            .keeping_placeholders();
        for (field, value) in &self.rows {
            match (field, value) {
                (CaseField::Label, Value::Text(editor)) => {
                    case.label = clean(editor, &mut listening);
                }
                (CaseField::Region, Value::Text(editor)) => {
                    case.region = clean(editor, &mut memory);
                }
                (CaseField::Branch, Value::Text(editor)) => {
                    case.branch = clean(editor, &mut listening);
                }
                (CaseField::Border, Value::Choice { chosen, .. }) => {
                    case.border = BORDERS.get(*chosen).copied().flatten();
                }
                (CaseField::Stage, Value::Choice { chosen, .. }) => {
                    case.stage = STAGES.get(*chosen).copied().flatten();
                }
                (CaseField::Eligibility, Value::Choice { chosen, .. }) => {
                    case.eligibility = ELIGIBILITIES
                        .get(*chosen)
                        .copied()
                        .unwrap_or(Eligibility::Open);
                }
                (CaseField::Agreed, Value::Choice { chosen, .. }) => {
                    case.agreed = TYPES.get(*chosen).copied().flatten();
                }
                _ => {}
            }
        }
        case
    }
}

fn text(text: &str) -> Value {
    let mut editor = Editor::new(60, 1);
    editor.set(text, text.len());
    Value::Text(editor)
}

fn choice<T: PartialEq>(choices: &[T], chosen: &T) -> Value {
    Value::Choice {
        chosen: choices
            .iter()
            .position(|other| other == chosen)
            .unwrap_or(0),
        of: choices.len(),
    }
}

fn clean(editor: &Editor, memory: &mut Memory) -> CleanText {
    redact_whole(editor.text().trim(), memory).0
}

/// Countries as they are typed: two letters each, in any writing, with spaces, commas, strokes and the like between
/// them. Nothing if anything else stands there.
fn countries(typed: &str) -> Option<Vec<String>> {
    let words =
        typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '+' | '-'));
    let words = words.filter(|word| !word.is_empty());
    let country = |word: &str| {
        let is_code = word.len() == 2 && word.chars().all(|c| c.is_ascii_alphabetic());
        is_code.then(|| word.to_ascii_uppercase())
    };
    words.map(country).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_of_a_case_holds_no_name_and_its_region_may() {
        let case = Case::new("K".parse().unwrap());
        let mut form = CaseForm::new(case, Language::De);
        form.paste("Verbund und Frau Keller");
        let wanted = form.obey(Command::Save);
        let CaseWanted::Save(case) = wanted else {
            panic!("{wanted:?}");
        };
        assert!(!case.label.as_str().contains("Keller"), "{:?}", case.label);
        assert!(case.label.as_str().starts_with("Verbund und Frau ["));
        // What was replaced stays as it is when the form is saved again.
        let again = CaseForm::new(*case.clone(), Language::De).obey(Command::Save);
        assert_eq!(again, CaseWanted::Save(case));
    }

    #[test]
    fn countries_are_saved_as_they_stand_or_not_at_all() {
        let codes = |codes: &[&str]| Some(codes.iter().map(|&code| code.to_owned()).collect());
        assert_eq!(countries(" de, PL/ch "), codes(&["DE", "PL", "CH"]));
        assert_eq!(countries(""), codes(&[]));
        assert_eq!(countries("Schweiz, Deutschland"), None);
        assert_eq!(countries("de la Suisse"), None);
    }
}
