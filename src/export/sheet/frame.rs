//! What all tables say of themselves.

use super::{Sheet, Stamp};
use crate::analysis::Wording;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::release::tables::Frame;
use crate::release::{Figure, Level, ShownAttribute};

/// A sheet of numbers without columns and sections, with what has to be said about it.
pub(super) fn framed(title: Text, frame: &Frame, words: &Words) -> Sheet<'static> {
    let mut sheet = framed_texts(title, frame, words);
    if frame.level() == Level::Publication {
        let note = words.text(Text::TablesFewNote).into_owned();
        sheet.foot.insert(0, note);
    }
    sheet
}

/// A sheet of texts without columns and sections, with what has to be said about it.
pub(super) fn framed_texts(title: Text, frame: &Frame, words: &Words) -> Sheet<'static> {
    Sheet {
        title: words.text(title).into_owned(),
        stamp: Stamp {
            level: frame.level(),
            invented: frame.is_invented(),
        },
        head: about(frame, words),
        columns: Vec::new(),
        sections: Vec::new(),
        foot: vec![words.text(Text::TablesRisk).into_owned()],
    }
}

/// What has to be said of what a frame is about, a line each.
pub(in crate::export) fn about(frame: &Frame, words: &Words) -> Vec<String> {
    let level = words.level(frame.level()).into_owned();
    let mut head = vec![
        words.text_with(
            Text::TablesLevel,
            &[
                ("level", Value::from(level)),
                ("guide", Value::from(frame.guide().to_owned())),
            ],
        ),
        words.text_with(
            Text::TablesBase,
            &[
                ("sessions", Value::from(frame.base().sessions)),
                ("cases", Value::from(frame.base().cases)),
            ],
        ),
    ];
    if frame.awaiting_approval() > 0 {
        let values = [
            ("count", Value::from(frame.awaiting_approval())),
            ("sessions", Value::from(frame.base().sessions)),
        ];
        head.push(words.text_with(Text::TablesAwaiting, &values));
    }
    if frame.is_invented() {
        head.push(words.text(Text::TablesInvented).into_owned());
    }
    if frame.is_pilot() {
        head.push(words.text(Text::SheetsPilot).into_owned());
    }
    if frame.unread_count() > 0 {
        head.push(words.counted(Text::TablesUnread, frame.unread_count()));
    }
    if !frame.unread().is_empty() {
        let unread: Vec<String> = frame.unread().iter().map(ToString::to_string).collect();
        let sessions = [("sessions", Value::from(unread.join(", ")))];
        head.push(words.text_with(Text::TablesUnreadNamed, &sessions));
    }
    head.extend(words.left_out_of_table(frame.left_out()));
    if frame.versions().len() > 1 {
        let versions: Vec<String> = frame
            .versions()
            .iter()
            .map(|version| format!("{} ({})", version.edition, version.sessions))
            .collect();
        head.push(words.text_with(
            Text::TablesVersions,
            &[
                ("count", Value::from(frame.versions().len())),
                ("versions", Value::from(versions.join(", "))),
            ],
        ));
    }
    head
}

/// Says how attributes were made coarser, and which are not shown.
pub(super) fn about_attributes(
    shown: &[ShownAttribute],
    left_out: &[String],
    guide: &Guide,
    words: &Words,
) -> Vec<String> {
    let coarser = shown.iter().filter(|attribute| attribute.steps > 0);
    let mut lines: Vec<String> = coarser
        .map(|attribute| {
            let name = words.attribute(&attribute.id, guide);
            let values = [
                ("attribute", Value::from(name)),
                ("steps", Value::from(attribute.steps)),
            ];
            words.text_with(Text::TablesCoarser, &values)
        })
        .collect();
    if !left_out.is_empty() {
        let names: Vec<String> = left_out
            .iter()
            .map(|id| words.attribute(id, guide))
            .collect();
        let attributes = [("attributes", Value::from(names.join(", ")))];
        lines.push(words.text_with(Text::TablesAttributeLeft, &attributes));
    }
    lines
}

/// Whether a topic was asked in other words; nothing is said if not.
pub(super) fn wording(wording: Wording, words: &Words) -> Option<String> {
    match wording {
        Wording::Same => None,
        Wording::PerhapsChanged => Some(words.text(Text::TablesWordingPerhaps).into_owned()),
        Wording::Changed => Some(words.text(Text::TablesWordingChanged).into_owned()),
    }
}

/// A number as programs read it: the number, `few`, `nearly_all`, or nothing.
pub(super) fn data(figure: Figure) -> String {
    match figure {
        Figure::Exact(number) => number.to_string(),
        Figure::Few => "few".to_owned(),
        Figure::NearlyAll => "nearly_all".to_owned(),
        Figure::Hidden => String::new(),
    }
}
