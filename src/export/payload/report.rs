//! The study report: project, how the data came about, what they are. The headings are those that the data centre for
//! qualitative social research in Bremen asks for (QS-WP-1-2020).

use crate::export::visible;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::Released;

pub(super) fn bytes(released: &Released, guide: &Guide, words: &Words) -> Vec<u8> {
    let language = guide.language_for(released.language());
    let session = || Value::from(released.id().to_string());
    let mut lines = Vec::new();
    let title = words.text_with(Text::PackageReportTitle, &[("session", session())]);
    lines.push(format!("# {title}"));
    let mut section = |heading: Text, paragraphs: Vec<String>| {
        lines.push(format!("## {}", words.text(heading)));
        lines.extend(paragraphs);
    };
    let project = words.text_with(
        Text::PackageReportProject,
        &[
            ("project", Value::from(guide.project.in_language(language))),
            (
                "controller",
                Value::from(super::controller(released, guide)),
            ),
        ],
    );
    let mut about = vec![project];
    if let Some(source) = &guide.source {
        about.push(source.in_language(language).to_owned());
    }
    section(Text::PackageReportProjectHeading, about);
    let gathered = words.text_with(
        Text::PackageReportGathering,
        &[
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
        ],
    );
    let selective = words.text(Text::PackageReportSelective).into_owned();
    section(
        Text::PackageReportGatheringHeading,
        vec![gathered, selective],
    );
    let notes = words.counted(Text::PackageReportNotes, released.notes().len());
    let count = released
        .replaced()
        .iter()
        .map(|replaced| replaced.count)
        .sum();
    let replaced = words.counted(Text::PackageReportReplaced, count);
    let risk = words.text(Text::ProtocolRisk).into_owned();
    let mut data = vec![notes, replaced, risk];
    if released.is_invented() {
        data.push(words.text(Text::ProtocolInvented).into_owned());
    }
    section(Text::PackageReportDataHeading, data);
    let text: Vec<String> = lines
        .iter()
        .map(|line| visible(line).replace('\n', " "))
        .collect();
    format!("{}\n", text.join("\n\n")).into_bytes()
}
