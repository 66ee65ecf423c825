//! Words for what is read across interviews beyond the tables: codes, cases, contradictions.

use std::borrow::Cow;

use super::{Text, Value, Words};
use crate::analysis::{
    Contradiction, ContradictionKind, FEWEST_FOR_ALPHA, Sample, SampleCase, SampleSide,
};
use crate::guide::{Guide, ROLE};
use crate::language::Language;
use crate::session::{Border, CooperationType, NoteId, SessionId, Stage};

impl Words {
    /// What a code is called after merges, marked if it is no longer offered; its id if no codebook knows it.
    pub fn code(&self, code: &str, guide: &Guide) -> String {
        let resolved = guide.study.resolve(code);
        let language = guide.language_for(self.language());
        let known = guide.codes.iter().find(|known| known.id == resolved);
        known.map_or_else(
            || resolved.to_owned(),
            |known| {
                let label = known.label.in_language(language);
                if known.retired {
                    format!("{label} ({})", self.text(Text::TablesRetired))
                } else {
                    label.to_owned()
                }
            },
        )
    }

    /// Krippendorff's alpha, or why none is said.
    pub fn alpha(&self, alpha: Option<f64>) -> String {
        match alpha {
            Some(alpha) => format!("Krippendorff {}", self.coefficient(alpha)),
            None => self.counted(Text::AcrossNoAlpha, FEWEST_FOR_ALPHA),
        }
    }

    /// A coefficient to two digits; one that is zero then has no sign.
    pub fn coefficient(&self, alpha: f64) -> String {
        let rounded = (alpha * 100.0).round() / 100.0 + 0.0;
        let said = format!("α = {rounded:.2}");
        match self.language() {
            Language::En => said,
            Language::De | Language::Fr => said.replace('.', ","),
        }
    }

    /// Over how many borders a case works.
    pub fn border(&self, border: Border) -> Cow<'_, str> {
        self.text(match border {
            Border::Bi => Text::BorderBi,
            Border::Tri => Text::BorderTri,
        })
    }

    /// Where a case stands in its life cycle.
    pub fn stage(&self, stage: Stage) -> Cow<'_, str> {
        self.text(match stage {
            Stage::Emergence => Text::StageEmergence,
            Stage::Growth => Text::StageGrowth,
            Stage::Maturity => Text::StageMaturity,
            Stage::Decline => Text::StageDecline,
        })
    }

    /// How firmly a cooperation is bound.
    pub fn cooperation_type(&self, kind: CooperationType) -> Cow<'_, str> {
        self.text(match kind {
            CooperationType::Institutional => Text::TypeInstitutional,
            CooperationType::Operational => Text::TypeOperational,
            CooperationType::Informal => Text::TypeInformal,
        })
    }

    /// On how many sides of the sample board somebody is still missing.
    pub fn sample_gaps(&self, sample: &Sample) -> String {
        let (expected, gaps) = sample.gaps();
        let values = [
            ("gaps", Value::from(gaps)),
            ("expected", Value::from(expected)),
        ];
        self.text_with(Text::TablesGaps, &values)
    }

    /// What has to be said of a side on the sample board; nothing if there is nothing.
    pub fn sample_side(&self, side: &SampleSide, guide: &Guide) -> String {
        if side.is_gap() {
            let first = guide.attributes.iter().find(|known| known.id == ROLE);
            let first = first.and_then(|role| role.values.first());
            let first = first.map(|value| value.id.as_str());
            let role = self.attribute_value(ROLE, first, guide);
            self.text_with(Text::TablesGap, &[("role", Value::from(role))])
        } else if side.expected {
            String::new()
        } else {
            self.text(Text::TablesUnexpected).into_owned()
        }
    }

    /// What has to be said of a case on the sample board besides its sides; nothing if there is nothing.
    pub fn sample_case(&self, case: &SampleCase, guide: &Guide) -> Option<String> {
        let mut remarks = Vec::new();
        if !case.missing_roles.is_empty() {
            let roles = case.missing_roles.iter();
            let roles: Vec<String> = roles
                .map(|role| self.attribute_value(ROLE, Some(role), guide))
                .collect();
            let roles = [("roles", Value::from(roles.join(", ")))];
            remarks.push(self.text_with(Text::TablesMissing, &roles));
        }
        if !case.unplaced.is_empty() {
            let sessions: Vec<String> = case.unplaced.iter().map(ToString::to_string).collect();
            let sessions = [("sessions", Value::from(sessions.join(" ")))];
            remarks.push(self.text_with(Text::TablesUnplaced, &sessions));
        }
        // Whoever shows the case shows these few: who knows the cooperation knows who speaks.
        let (sessions, smallest) = (case.sessions(), guide.smallest_group.max(2));
        if sessions > 0 && sessions < usize::try_from(smallest).unwrap_or(usize::MAX) {
            let values = [("sessions", sessions.into()), ("smallest", smallest.into())];
            remarks.push(self.text_with(Text::TablesUnderSmallest, &values));
        }
        (!remarks.is_empty()).then(|| format!("{} · {}", case.case, remarks.join(" · ")))
    }

    /// What is worth a second look in a case, without the case.
    pub fn contradiction(&self, found: &Contradiction, guide: &Guide) -> String {
        match &found.kind {
            ContradictionKind::Pair { first, second } => {
                let side = |(code, notes): &(String, Vec<(SessionId, NoteId)>)| {
                    format!("{} ({})", self.code(code, guide), places(notes))
                };
                format!("{} ⇄ {}", side(first), side(second))
            }
            ContradictionKind::Turned {
                code,
                helps,
                hinders,
            } => self.text_with(
                Text::SheetsTurned,
                &[
                    ("code", Value::from(self.code(code, guide))),
                    ("helps", Value::from(places(helps))),
                    ("hinders", Value::from(places(hinders))),
                ],
            ),
            ContradictionKind::Marked(notes) => {
                let notes = [("notes", Value::from(places(notes)))];
                self.text_with(Text::SheetsMarked, &notes)
            }
        }
    }
}

/// Notes with their sessions, such as `A-1 1.3, A-2 1.7`.
pub fn places(notes: &[(SessionId, NoteId)]) -> String {
    let places: Vec<String> = notes
        .iter()
        .map(|(session, note)| format!("{session} {note}"))
        .collect();
    places.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_zero_has_a_sign() {
        let said = |language, alpha| Words::new(language).coefficient(alpha);
        assert_eq!(said(Language::En, -0.001), "α = 0.00");
        assert_eq!(said(Language::En, -0.18), "α = -0.18");
        assert_eq!(said(Language::En, 1.0), "α = 1.00");
        assert_eq!(said(Language::De, 0.21), "α = 0,21");
        assert_eq!(said(Language::Fr, 0.21), "α = 0,21");
    }
}
