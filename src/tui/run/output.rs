//! What leaves the study from the program, and the sheet of a case.

use super::Program;
use crate::analysis::Filter;
use crate::export::rap::SheetFormat;
use crate::i18n::Text;
use crate::operations::rap::{self, RapError};
use crate::release::Level;
use crate::release::tables::TableRequest;
use crate::session::CaseId;
use crate::tui::app::Msg;
use crate::tui::screen::{AcrossData, CaseText};
use crate::tui::trouble;

impl Program {
    /// The sheet of a case as text.
    pub(super) fn read_case_sheet(&self, data: &AcrossData, case: &CaseId) -> Msg {
        let filter = Filter {
            cases: [case.clone()].into(),
            ..Filter::default()
        };
        let request = TableRequest {
            level: Level::Working,
            guide: &data.guide,
            filter: &filter,
            seed: 0,
        };
        let words = &self.app.words;
        let language = self.app.language;
        let made = rap::sheets(self.desk.study(), &data.facts, &request, &mut |_| {});
        let made = match made {
            Ok(made) => made,
            Err(RapError::Study(error)) => {
                return Msg::NotOpened(trouble::line(words.study_error(&error)));
            }
            Err(RapError::Refused(refusal)) => {
                let refused = words.table_refusal(&refusal, &data.guide);
                return Msg::NotOpened(trouble::line(refused));
            }
        };
        let documents = rap::documents(&made.sheets, SheetFormat::Text, &data.guide, language);
        let text = documents.ok().and_then(|mut documents| documents.pop());
        match text {
            Some(document) => Msg::CaseSheet(CaseText {
                case: case.clone(),
                lines: String::from_utf8_lossy(&document.bytes)
                    .lines()
                    .map(ToOwned::to_owned)
                    .collect(),
                first: 0,
            }),
            None => Msg::NotOpened(self.app.say(Text::SheetsNoCase)),
        }
    }
}
