//! The study report: project, how the data came about, what they are. The headings are those that the data centre for
//! qualitative social research in Bremen asks for (QS-WP-1-2020).

use crate::export::visible;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::Released;

pub(super) fn bytes(released: &Released, guide: &Guide, words: &Words) -> Vec<u8> {
    let session = [("session", Value::from(released.id().to_string()))];
    let title = words.text_with(Text::PackageReportTitle, &session);
    let mut lines = vec![format!("# {title}")];
    for (heading, paragraphs) in [
        (
            Text::PackageReportProjectHeading,
            project(released, guide, words),
        ),
        (
            Text::PackageReportGatheringHeading,
            gathering(released, guide, words),
        ),
        (Text::PackageReportDataHeading, data(released, words)),
    ] {
        lines.push(format!("## {}", words.text(heading)));
        lines.extend(paragraphs);
    }
    let text: Vec<String> = lines
        .iter()
        .map(|line| visible(line).replace('\n', " "))
        .collect();
    format!("{}\n", text.join("\n\n")).into_bytes()
}

/// What the project is, and who is responsible for it.
fn project(released: &Released, guide: &Guide, words: &Words) -> Vec<String> {
    let language = guide.language_for(released.language());
    let values = [
        ("project", Value::from(guide.project.in_language(language))),
        (
            "controller",
            Value::from(super::controller(released, guide)),
        ),
    ];
    let mut about = vec![words.text_with(Text::PackageReportProject, &values)];
    if let Some(source) = &guide.source {
        about.push(source.in_language(language).to_owned());
    }
    about
}

/// How the data came about.
fn gathering(released: &Released, guide: &Guide, words: &Words) -> Vec<String> {
    let language = guide.language_for(released.language());
    let values = [
        ("guide", Value::from(guide.title.in_language(language))),
        ("edition", Value::from(released.guide().edition.as_str())),
        (
            "mode",
            Value::from(words.mode(released.mode()).into_owned()),
        ),
        ("when", Value::from(super::when(released))),
        (
            "language",
            Value::from(words.language_name(released.language()).into_owned()),
        ),
    ];
    vec![
        words.text_with(Text::PackageReportGathering, &values),
        words.text(Text::PackageReportSelective).into_owned(),
    ]
}

/// What the data are: how many notes, what was replaced in them, what risk stays.
fn data(released: &Released, words: &Words) -> Vec<String> {
    let replaced = released.replaced().iter();
    let count = replaced.map(|replaced| replaced.count).sum();
    let mut data = vec![
        words.counted(Text::PackageReportNotes, released.notes().len()),
        words.counted(Text::PackageReportReplaced, count),
        words.text(Text::ProtocolRisk).into_owned(),
    ];
    if released.is_invented() {
        data.push(words.text(Text::ProtocolInvented).into_owned());
    }
    data
}
