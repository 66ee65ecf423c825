//! What a check found, for a program: `leitfaden.check` version 1. Later versions of the program only add to it.

use std::io::{self, Write};

use serde::Serialize;

use crate::analysis::warnings::Concern;
use crate::anonymise::Kind;
use crate::export::json;
use crate::operations::check::{
    Checked, CheckedGuide, CheckedSession, Excerpt, NoteWarning, Reveal,
};
use crate::release::{Refusal, Residual};

/// What the document is.
const FORMAT: &str = "leitfaden.check";
/// Its version.
const VERSION: u32 = 1;

/// Writes the document. What may be a name is in it as its kind only.
pub(super) fn write(checked: &Checked, output: &mut impl Write) -> io::Result<()> {
    let document = Document {
        format: FORMAT,
        version: VERSION,
        blocked: checked.blocks(),
        unread: checked.unread.len(),
        sessions: checked.sessions.iter().map(session).collect(),
        disclosure: checked.study.guides.iter().map(group).collect(),
        warnings: study_warnings(checked),
        looked_at_on_export: ["W9"],
    };
    json::write_document(&document, output)
}

#[derive(Serialize)]
struct Document<'checked> {
    format: &'static str,
    version: u32,
    blocked: bool,
    unread: usize,
    sessions: Vec<Session<'checked>>,
    disclosure: Vec<Disclosure<'checked>>,
    warnings: Vec<StudyWarning<'checked>>,
    looked_at_on_export: [&'static str; 1],
}

#[derive(Serialize)]
struct Session<'checked> {
    id: String,
    invented: bool,
    guide: bool,
    blocked: bool,
    reasons: Vec<Reason>,
    names: Vec<Name>,
    open_must: Vec<&'checked str>,
    contradicted: Vec<&'checked str>,
    warnings: Vec<TextWarning>,
}

#[derive(Serialize)]
struct Reason {
    #[serde(rename = "reason")]
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

#[derive(Serialize)]
struct Name {
    place: String,
    number: usize,
    kind: &'static str,
    certainty: &'static str,
    rule: &'static str,
    listed: bool,
    accepted: bool,
    blocks: bool,
    before: String,
    shown: String,
    after: String,
}

#[derive(Serialize)]
struct TextWarning {
    place: String,
    rule: &'static str,
    concern: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<String>,
    before: String,
    shown: String,
    after: String,
}

#[derive(Serialize)]
struct Disclosure<'checked> {
    guide: &'checked str,
    smallest_group: usize,
    fewest_cases: usize,
    sessions: usize,
    cases: usize,
    invented_left_out: usize,
    not_reckoned: usize,
    combinations: Vec<Combination<'checked>>,
}

#[derive(Serialize)]
struct Combination<'checked> {
    attributes: &'checked [String],
    sessions: usize,
    cases: usize,
    fits: bool,
}

#[derive(Serialize)]
struct StudyWarning<'checked> {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'checked str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'checked str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'checked str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    codes: &'checked [String],
}

fn session(checked: &CheckedSession) -> Session<'_> {
    Session {
        id: checked.session.header.id.to_string(),
        invented: checked.session.header.invented,
        guide: checked.has_guide,
        blocked: checked.blocks(),
        reasons: checked.refusals.iter().map(reason).collect(),
        names: checked
            .residual
            .iter()
            .map(|residual| name(checked, residual))
            .collect(),
        open_must: checked
            .open_must
            .iter()
            .map(crate::session::TopicId::as_str)
            .collect(),
        contradicted: checked
            .contradicted
            .iter()
            .map(crate::session::TopicId::as_str)
            .collect(),
        warnings: checked
            .warnings
            .iter()
            .map(|found| warning(checked, found))
            .collect(),
    }
}

fn reason(refusal: &Refusal) -> Reason {
    let plain = |what| Reason {
        what,
        step: None,
        hit: None,
        count: None,
    };
    match refusal {
        Refusal::OnlyTogether(_) => plain("only_together"),
        Refusal::NoConsent { step } => Reason {
            step: Some(step),
            ..plain("no_consent")
        },
        Refusal::ConsentWithdrawn { step } => Reason {
            step: Some(step),
            ..plain("consent_withdrawn")
        },
        Refusal::ApprovalPending => plain("approval_pending"),
        Refusal::Objected => plain("objected"),
        Refusal::NotBegun => plain("not_begun"),
        Refusal::OtherGuide(_) => plain("other_guide"),
        Refusal::RareLanguage(_) => plain("rare_language"),
        Refusal::OpenDrafts(count) => Reason {
            count: Some(*count),
            ..plain("open_drafts")
        },
        Refusal::LooksLikeName { place, number, .. } => Reason {
            hit: Some(format!("{place}:{number}")),
            ..plain("looks_like_name")
        },
    }
}

fn name(checked: &CheckedSession, residual: &Residual) -> Name {
    let hit = &residual.hit;
    let sign = sign_of(hit.kind);
    let Excerpt {
        before,
        shown,
        after,
    } = checked.excerpt(&residual.place, &hit.span, &sign, &sign_of, Reveal::Masked);
    Name {
        place: residual.place.to_string(),
        number: residual.number,
        kind: hit.kind.code(),
        certainty: hit.certainty.code(),
        rule: hit.rule.code(),
        listed: hit.listed,
        accepted: residual.accepted,
        blocks: checked.keeps_back(residual),
        before,
        shown,
        after,
    }
}

fn warning(checked: &CheckedSession, found: &NoteWarning) -> TextWarning {
    let concern = found.warning.concern;
    let sign = format!("[{}?]", concern.rule());
    let Excerpt {
        before,
        shown,
        after,
    } = checked.excerpt(
        &found.place,
        &found.warning.span,
        &sign,
        &sign_of,
        Reveal::Masked,
    );
    TextWarning {
        place: found.place.to_string(),
        rule: concern.rule(),
        concern: concern.code(),
        offer: offer(concern),
        before,
        shown,
        after,
    }
}

/// What stands in place of something of this kind.
fn sign_of(kind: Kind) -> String {
    format!("[{}?]", kind.code())
}

/// The band that could stand there.
fn offer(concern: Concern) -> Option<String> {
    match concern {
        Concern::Year { decade } => Some(format!("{decade}s")),
        Concern::Members(size) => Some(size.code().to_owned()),
        Concern::Money { digits } => Some(format!("{digits} digits")),
        Concern::ForeignQuote(language) => Some(language.tag().to_owned()),
        _ => None,
    }
}

fn group(checked: &CheckedGuide) -> Disclosure<'_> {
    let found = &checked.disclosure;
    let combinations = found.combinations.iter();
    Disclosure {
        guide: &checked.guide.id,
        smallest_group: found.smallest_group,
        fewest_cases: crate::analysis::FEWEST_CASES,
        sessions: found.sessions,
        cases: found.cases,
        invented_left_out: found.invented_left_out,
        not_reckoned: found.not_reckoned,
        combinations: combinations
            .map(|combination| Combination {
                attributes: &combination.attributes,
                sessions: combination.sessions,
                cases: combination.cases,
                fits: combination.fits,
            })
            .collect(),
    }
}

fn study_warnings(checked: &Checked) -> Vec<StudyWarning<'_>> {
    let single = checked.study.single.iter().map(|(case, id)| StudyWarning {
        rule: "W7",
        case: Some(case.as_str()),
        session: Some(id.to_string()),
        attribute: None,
        value: None,
        codes: &[],
    });
    let guides = checked.study.guides.iter();
    let alike = guides
        .flat_map(|guide| &guide.alike)
        .map(|alike| StudyWarning {
            rule: "W8",
            case: None,
            session: None,
            attribute: Some(&alike.group.attribute),
            value: Some(&alike.group.value),
            codes: &alike.codes,
        });
    single.chain(alike).collect()
}
