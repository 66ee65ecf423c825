//! The form of a case.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::form::{Item, Shown, lay_out};
use super::text::TextView;
use crate::i18n::Text;
use crate::session::Eligibility;
use crate::tui::app::App;
use crate::tui::screen::{BORDERS, CaseField, CaseForm, ELIGIBILITIES, STAGES, TYPES, Value};

/// The form, and where the cursor stands.
pub fn view(app: &App, form: &CaseForm, area: Rect) -> (TextView, Option<Position>) {
    let items: Vec<Item<'_>> = form
        .rows
        .iter()
        .map(|(field, value)| Item {
            label: app.say(label(*field)),
            shown: match value {
                Value::Text(editor) => Shown::Text(editor),
                Value::Choice { chosen, .. } => Shown::Choice(choice(app, *field, *chosen)),
            },
            explanation: explanation(*field).map(|text| app.say(text)),
        })
        .collect();
    let title = app.words.text_with(
        Text::CaseTitle,
        &[("case", form.case.id.to_string().into())],
    );
    lay_out(&title, &items, form.selected, area)
}

const fn label(field: CaseField) -> Text {
    match field {
        CaseField::Label => Text::CaseLabel,
        CaseField::Countries => Text::CaseCountries,
        CaseField::Border => Text::CaseBorder,
        CaseField::Region => Text::CaseRegion,
        CaseField::Branch => Text::CaseBranch,
        CaseField::Stage => Text::CaseStage,
        CaseField::Eligibility => Text::CaseEligibility,
        CaseField::Agreed => Text::CaseAgreed,
    }
}

const fn explanation(field: CaseField) -> Option<Text> {
    match field {
        CaseField::Label => Some(Text::CaseLabelHint),
        CaseField::Countries => Some(Text::CaseCountriesHint),
        CaseField::Eligibility => Some(Text::CaseEligibilityHint),
        _ => None,
    }
}

fn choice(app: &App, field: CaseField, chosen: usize) -> String {
    let text = match field {
        CaseField::Border => BORDERS
            .get(chosen)
            .copied()
            .flatten()
            .map(|border| app.words.border(border)),
        CaseField::Stage => STAGES
            .get(chosen)
            .copied()
            .flatten()
            .map(|stage| app.words.stage(stage)),
        CaseField::Eligibility => {
            ELIGIBILITIES
                .get(chosen)
                .and_then(|eligibility| match eligibility {
                    Eligibility::Open => None,
                    Eligibility::Eligible => Some(app.words.text(Text::EligibilityYes)),
                    Eligibility::Ineligible => Some(app.words.text(Text::EligibilityNo)),
                })
        }
        CaseField::Agreed => TYPES
            .get(chosen)
            .copied()
            .flatten()
            .map(|agreed| app.words.cooperation_type(agreed)),
        CaseField::Label | CaseField::Countries | CaseField::Region | CaseField::Branch => None,
    };
    text.map_or_else(|| "·".to_owned(), Cow::into_owned)
}
