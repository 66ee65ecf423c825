//! Answers to a survey that are shown beside the questions.

use std::path::PathBuf;

use super::{Field, Missing, Prepare};
use crate::operations::survey::Survey;
use crate::session::SessionId;
use crate::tui::screen::Value;

impl Prepare {
    /// Takes answers that were read; where they were read from is forgotten.
    pub fn take_survey(&mut self, survey: Survey) {
        self.survey = Some(survey);
        for row in &mut self.rows {
            if let (Field::Survey, Value::Text(editor)) = (&row.field, &mut row.value) {
                drop(editor.take());
            }
        }
    }

    /// Whether answers were read.
    pub const fn has_survey(&self) -> bool {
        self.survey.is_some()
    }

    /// The file that was typed and is not read yet.
    pub(super) fn survey_to_read(&self) -> Option<PathBuf> {
        let path = self.text(&Field::Survey).trim();
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    /// The answers for a session: survey key and answer.
    pub(super) fn answers(&self, session: &SessionId) -> Result<Vec<(String, String)>, Missing> {
        if self.survey_to_read().is_some() {
            return Err(Missing::SurveyNotRead);
        }
        let (Some(survey), Some(guide)) = (&self.survey, self.guide()) else {
            return Ok(Vec::new());
        };
        survey
            .answers(guide, session)
            .map_err(|_| Missing::SurveyDoesNotFit)
    }
}
