//! The cases and interviewees of an invented study.

use crate::anonymise::CleanText;
use crate::language::Language;
use crate::release::Draw;
use crate::session::{Border, Case, CaseId, CooperationType, Eligibility, SessionId, Stage};

/// The countries of a case, with how often there is one like it, in parts of a hundred.
const COUNTRIES: [(&[&str], usize); 6] = [
    (&["CH", "DE"], 24),
    (&["DE", "FR"], 22),
    (&["DE", "PL"], 12),
    (&["CH", "DE", "FR"], 22),
    (&["AT", "CH", "DE"], 12),
    (&["CH", "FR"], 8),
];

/// A study before its protocols are made.
pub(super) struct Plan {
    pub cases: Vec<Case>,
    pub sessions: Vec<Planned>,
}

/// A session before its protocol is made.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub id: SessionId,
    /// Which interview of the study it is, from 0.
    pub place: usize,
    /// What follows from it is its own.
    pub seed: u64,
    /// What the sessions of its case have in common follows from it.
    pub case_seed: u64,
    /// The interviewee's side of the border, in small letters.
    pub side: String,
    pub role: &'static str,
    pub background: &'static str,
    pub tenure: &'static str,
    pub language: Language,
}

/// Draws the cases and their interviewees.
pub(super) fn plan(count: usize, draw: &mut Draw) -> Plan {
    let mut plan = Plan {
        cases: Vec::new(),
        sessions: Vec::new(),
    };
    let mut ids = case_ids();
    while plan.sessions.len() < count {
        let Some(id) = ids.next() else {
            break;
        };
        let case = case(id, draw);
        let case_seed = draw.next();
        for number in 1..=interviews(draw) {
            let place = plan.sessions.len();
            if place < count
                && let Some(id) = SessionId::of(case.id.clone(), number)
            {
                let planned = session(id, place, case_seed, &case, draw);
                plan.sessions.push(planned);
            }
        }
        plan.cases.push(case);
    }
    plan
}

/// `G`, `H` and so on to `Z`, then `G1`, `H1` and so on: A to F are the cases of the study that the guide comes from.
fn case_ids() -> impl Iterator<Item = CaseId> {
    (0_usize..).flat_map(|round| {
        ('G'..='Z').filter_map(move |letter| {
            let name = match round {
                0 => letter.to_string(),
                _ => format!("{letter}{round}"),
            };
            name.parse().ok()
        })
    })
}

/// One to three interviews a case, two most often.
fn interviews(draw: &mut Draw) -> u16 {
    match draw.below(10) {
        0..3 => 1,
        3..8 => 2,
        _ => 3,
    }
}

fn case(id: CaseId, draw: &mut Draw) -> Case {
    let countries = weighted(&COUNTRIES, draw);
    let stages = [
        Stage::Emergence,
        Stage::Growth,
        Stage::Maturity,
        Stage::Decline,
    ];
    let types = [
        CooperationType::Institutional,
        CooperationType::Operational,
        CooperationType::Informal,
    ];
    let has_type = draw.chance(700);
    Case {
        countries: countries
            .iter()
            .map(|country| (*country).to_owned())
            .collect(),
        border: Some(if countries.len() == 2 {
            Border::Bi
        } else {
            Border::Tri
        }),
        region: CleanText::empty(),
        branch: CleanText::empty(),
        stage: draw.one_of(&stages).copied(),
        eligibility: Eligibility::Eligible,
        agreed: draw.one_of(&types).copied().filter(|_| has_type),
        invented: true,
        ..Case::new(id)
    }
}

fn session(id: SessionId, place: usize, case_seed: u64, case: &Case, draw: &mut Draw) -> Planned {
    // The interviewees of a case come from its sides in turn.
    let turn = usize::from(id.number() - 1) % case.countries.len().max(1);
    let side = case.countries.get(turn);
    let side = side.map_or_else(String::new, |side| side.to_lowercase());
    let language = match side.as_str() {
        "fr" => Language::Fr,
        "pl" => Language::En,
        "ch" if draw.chance(300) => Language::Fr,
        _ => Language::De,
    };
    Planned {
        role: weighted(&[("management", 72), ("company", 28)], draw),
        background: weighted(&[("branch", 46), ("related", 36), ("outside", 18)], draw),
        tenure: weighted(&[("short", 25), ("middle", 45), ("long", 30)], draw),
        seed: draw.next(),
        id,
        place,
        case_seed,
        side,
        language,
    }
}

/// One of these, as often as its parts of a hundred say.
pub(super) fn weighted<T: Copy>(choices: &[(T, usize)], draw: &mut Draw) -> T {
    let mut drawn = draw.below(100);
    let mut last = choices[0].0;
    for (choice, parts) in choices {
        last = *choice;
        if drawn < *parts {
            break;
        }
        drawn -= parts;
    }
    last
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_study_has_as_many_sessions_as_were_asked_for() {
        for count in [0, 1, 11, 500] {
            let plan = plan(count, &mut Draw::seeded(2));
            assert_eq!(plan.sessions.len(), count);
            let places = plan.sessions.iter().map(|planned| planned.place);
            assert!(places.eq(0..count));
            let ids: BTreeSet<&SessionId> =
                plan.sessions.iter().map(|planned| &planned.id).collect();
            assert_eq!(ids.len(), count);
        }
    }

    #[test]
    fn no_case_has_the_name_of_one_of_the_study_that_the_guide_comes_from() {
        let names: Vec<String> = case_ids().take(45).map(|id| id.to_string()).collect();
        assert_eq!(&names[..2], ["G", "H"]);
        assert_eq!(names[20], "G1");
        let is_real = |name: &String| name.starts_with(|first| ('A'..='F').contains(&first));
        assert!(!names.iter().any(is_real));
    }
}
