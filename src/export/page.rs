//! A protocol laid out as a page, before it becomes Markdown or plain text.

use std::borrow::Cow;

use super::visible;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;
use crate::release::{Level, Record, Released, ReleasedBlock, ReleasedCell};
use crate::session::{
    Answer, CellState, Note, NoteKind, Origin, Place, TopicId, Voice, hours, is_quoted_in_part,
    numbered_timecode, straight_quotation,
};

/// A protocol as a page. All its texts may be shown as they are.
pub(super) struct Page {
    /// What it is.
    pub title: String,
    /// A line each about the session.
    pub head: Vec<String>,
    /// The blocks.
    pub sections: Vec<Section>,
    /// What stands after the blocks.
    pub lists: Vec<List>,
    /// What has to be said at the end.
    pub foot: Vec<String>,
}

/// A block.
pub(super) struct Section {
    /// Its title.
    pub heading: String,
    /// Its cells.
    pub parts: Vec<Part>,
}

/// A cell.
pub(super) struct Part {
    /// Topic and state; may be empty.
    pub heading: String,
    /// Its notes in one sentence.
    pub summary: Option<String>,
    /// Its notes.
    pub entries: Vec<Entry>,
    /// The struck notes, or other lines about the whole.
    pub struck: Vec<String>,
}

/// A note.
pub(super) struct Entry {
    /// Its number.
    pub number: String,
    /// Where it lies in the recording, or when in the interview; empty for what is no note.
    pub time: String,
    /// Its text, with quotation marks if it is a quote.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// What there is to say about it: kind, origin, codes; may be empty.
    pub remark: String,
}

/// A list with a heading.
pub(super) struct List {
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<String>,
}

impl List {
    /// Those of these lists that have lines.
    pub fn all(lists: impl IntoIterator<Item = (Text, Vec<String>)>, words: &Words) -> Vec<Self> {
        let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
        let named = lists.map(|(heading, lines)| Self {
            heading: words.text(heading).into_owned(),
            lines,
        });
        named.collect()
    }
}

impl Page {
    /// Lays out what has been released. The guide knows what attributes and steps of the consent are called.
    pub(super) fn of(released: &Released, guide: Option<&Guide>, words: &Words) -> Self {
        let sections = released
            .blocks()
            .iter()
            .enumerate()
            .map(|(index, block)| section(index + 1, block, released, words))
            .collect();
        Self {
            title: title(released, words),
            head: head(released, words),
            sections,
            lists: lists(released, guide, words),
            foot: foot(released, words),
        }
    }
}

fn title(released: &Released, words: &Words) -> String {
    let level = words.level(released.level()).into_owned();
    words.text_with(
        Text::ProtocolTitle,
        &[
            ("session", Value::from(released.id().to_string())),
            ("level", Value::from(level)),
        ],
    )
}

/// What the interviewee reads first: when it was, what the placeholders are, and until when an answer is awaited.
fn head_for_approval(released: &Released, words: &Words) -> Vec<String> {
    let when = released.began().unwrap_or(released.prepared());
    let when = words.text_with(Text::ReviewHeld, &[("when", Value::from(words.when(when)))]);
    let mut head = vec![format!("{when} · {}", words.mode(released.mode()))];
    if let Some(slot) = released.slots().first() {
        let placeholder = slot.key.placeholder(released.language());
        let values = [("placeholder", Value::from(placeholder))];
        head.push(words.text_with(Text::ReviewPlaceholders, &values));
    }
    if let Some(until) = released.answer_until() {
        let values = [("day", Value::from(words.day(until)))];
        head.push(words.text_with(Text::ReviewUntil, &values));
    }
    head
}

fn head(released: &Released, words: &Words) -> Vec<String> {
    let mut head = if released.level() == Level::Review {
        head_for_approval(released, words)
    } else {
        head_of_protocol(released, words)
    };
    if released.is_invented() {
        head.push(words.text(Text::ProtocolInvented).into_owned());
    }
    if released.is_pilot() {
        head.push(words.text(Text::SheetsPilotOne).into_owned());
    }
    head
}

fn head_of_protocol(released: &Released, words: &Words) -> Vec<String> {
    let guide = released.guide();
    let guide = words.text_with(
        Text::ProtocolGuide,
        &[
            ("guide", Value::from(shown(&guide.id))),
            ("edition", Value::from(shown(&guide.edition))),
        ],
    );
    let mut mode = words.mode(released.mode()).into_owned();
    if let Some(reason) = released.reason() {
        mode = format!("{mode} ({})", words.phone_reason(reason));
    }
    let (text, when) = match released.began() {
        Some(began) => (Text::ProtocolBegan, began),
        None => (Text::ProtocolPrepared, released.prepared()),
    };
    let when = words.text_with(text, &[("when", Value::from(words.when(when)))]);
    let progress = words.progress(released.progress());
    let mut head = vec![format!("{guide} · {mode} · {when} · {progress}")];
    if let Some(duration) = released.duration() {
        let values = [
            ("gross", Value::from(hours(duration.gross_ms))),
            ("net", Value::from(hours(duration.net_ms))),
        ];
        head.push(words.text_with(Text::ProtocolDuration, &values));
    }
    head
}

fn section(number: usize, block: &ReleasedBlock, released: &Released, words: &Words) -> Section {
    let number = Value::from(number);
    let heading = match &block.title {
        Some(title) => words.text_with(
            Text::ProtocolBlockTitled,
            &[("number", number), ("title", Value::from(shown(title)))],
        ),
        None => words.text_with(Text::ProtocolBlock, &[("number", number)]),
    };
    let parts = block.cells.iter().map(|cell| part(cell, released, words));
    Section {
        heading,
        parts: parts.collect(),
    }
}

fn part(cell: &ReleasedCell, released: &Released, words: &Words) -> Part {
    let title = match &cell.title {
        Some(title) => shown(title),
        None if released.level() == Level::Review => words.text(Text::ReviewOutside).into_owned(),
        None => words.text(Text::ProtocolOutside).into_owned(),
    };
    let state = words.state(cell.state);
    let summary = cell.summary.as_ref().map(|summary| {
        let summary = Value::from(shown(summary.as_str()));
        words.text_with(Text::ProtocolSummary, &[("text", summary)])
    });
    let notes = released.notes_in(&cell.topic);
    let struck = released.struck_in(&cell.topic).map(|note| {
        let note = Value::from(note.to_string());
        words.text_with(Text::ProtocolStruck, &[("note", note)])
    });
    let entries: Vec<Entry> = notes
        .into_iter()
        .map(|note| entry(note, released, words))
        .collect();
    // Whoever is to approve it knows no codes of the guide, and a state only where nothing else stands.
    let heading = match released.level() {
        Level::Review if !entries.is_empty() || cell.state == CellState::Open => title,
        Level::Review => format!("{title} · {state}"),
        _ => format!("{} {title} · {state}", visible(cell.topic.as_str())),
    };
    Part {
        heading,
        summary,
        entries,
        struck: struck.collect(),
    }
}

fn entry(note: &Note, released: &Released, words: &Words) -> Entry {
    Entry {
        number: note.id.to_string(),
        time: time(released.place_of(note)),
        text: visible(&quoted_text(note)).into_owned(),
        language: note.language,
        remark: remarks(note, released, words).join(" · "),
    }
}

/// The text of a note, with quotation marks if it is a quote. Not yet made fit to be shown.
pub(super) fn quoted_text(note: &Note) -> Cow<'_, str> {
    match note.kind {
        NoteKind::Quote => Cow::Owned(quoted(note.text.as_str(), note.language)),
        _ => Cow::Borrowed(note.text.as_str()),
    }
}

/// The text in the quotation marks of its language; of one that is quoted in part what is quoted. Marks of a language
/// that were typed stay.
pub(super) fn quoted(text: &str, language: Language) -> String {
    let marked = |text: &str| match language {
        Language::De => format!("«{text}»"),
        Language::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Language::En => format!("“{text}”"),
    };
    match straight_quotation(text) {
        Some((inside, behind)) => format!("{}{behind}", marked(inside.trim())),
        None if is_quoted_in_part(text) => text.to_owned(),
        None => marked(text),
    }
}

fn time(place: Place) -> String {
    match place {
        Place::Recording { number, at_ms } => numbered_timecode(number, at_ms),
        Place::Interview(at_ms) => hours(at_ms),
    }
}

fn remarks<'words>(
    note: &Note,
    released: &Released,
    words: &'words Words,
) -> Vec<Cow<'words, str>> {
    let mut remarks = Vec::new();
    let is_for_approval = released.level() == Level::Review;
    match note.kind {
        // A paraphrase is the rule, and a quote is told by its quotation marks.
        NoteKind::Paraphrase | NoteKind::Quote => {}
        NoteKind::Fact if is_for_approval => {}
        other => remarks.push(words.kind(other)),
    }
    if note.language != released.language() {
        remarks.push(words.language_name(note.language));
    }
    // How a note came about says nothing to whoever reads what was said.
    if !is_for_approval {
        if note.origin != Origin::Live {
            remarks.push(words.origin(note.origin));
        }
        remarks.extend(words.age(note.age));
        remarks.extend(words.prompting(note.prompting));
    }
    remarks.extend(note.polarity.map(|polarity| words.polarity(polarity)));
    if note.voice == Voice::Reported {
        remarks.push(words.text(Text::VoiceReported));
    }
    if let Some(number) = note.speaker {
        remarks.push(Cow::Owned(words.speaker(number)));
    }
    if let Some(translation) = &note.translation {
        let text = [("text", Value::from(shown(translation.as_str())))];
        let translation = words.text_with(Text::ProtocolTranslation, &text);
        remarks.push(Cow::Owned(translation));
    }
    if !note.also_in.is_empty() && !is_for_approval {
        let topics: Vec<&str> = note.also_in.iter().map(TopicId::as_str).collect();
        let topics = Value::from(shown(&topics.join(", ")));
        remarks.push(Cow::Owned(
            words.text_with(Text::ProtocolAlsoIn, &[("topics", topics)]),
        ));
    }
    if !note.codes.is_empty() {
        remarks.push(Cow::Owned(shown(&note.codes.join(", "))));
    }
    remarks
}

fn lists(released: &Released, guide: Option<&Guide>, words: &Words) -> Vec<List> {
    let parked = released.parked().iter().map(|parked| {
        let done = if parked.settled { "✓ " } else { "" };
        let line = format!(
            "{done}{} {} {}",
            time(parked.place),
            parked.topic,
            parked.text.as_str()
        );
        shown(line.trim_end())
    });
    let gaps = released.gaps().iter().map(|gap| {
        let done = if gap.settled { "✓ " } else { "" };
        shown(&format!("{done}{} {}", time(gap.place), gap.topic))
    });
    let withheld = released
        .record()
        .map_or_else(Vec::new, Record::ended_stretches);
    let withheld = withheld
        .into_iter()
        .map(|(span, why)| words.stretch(span, why));
    // The interviewee is told what placeholders are, and without labels there is nothing to say of each.
    let slots = released
        .slots()
        .iter()
        .filter(|slot| released.level() != Level::Review && released.mentions(slot));
    let slots = slots.map(|slot| {
        let placeholder = slot.key.placeholder(released.language());
        match &slot.label {
            Some(label) => format!("{placeholder} {}", visible(label.as_str())),
            None => placeholder,
        }
    });
    let attributes = released
        .attributes()
        .iter()
        .map(|(id, value)| attribute(id, value, guide, words));
    let consent = released
        .consent()
        .iter()
        .map(|(step, answer)| consent(step, *answer, guide, words));
    let lists: [(Text, Vec<String>); 6] = [
        (Text::ProtocolParked, parked.collect()),
        (Text::ProtocolGaps, gaps.collect()),
        (Text::ProtocolWithheld, withheld.collect()),
        (Text::ProtocolPlaceholders, slots.collect()),
        (Text::ProtocolAttributes, attributes.collect()),
        (Text::ProtocolConsent, consent.collect()),
    ];
    List::all(lists, words)
}

/// An attribute with its value, as the guide calls them.
fn attribute(id: &str, value: &str, guide: Option<&Guide>, words: &Words) -> String {
    let (name, value) = match guide {
        Some(guide) => (
            words.attribute(id, guide),
            words.attribute_value(id, Some(value), guide),
        ),
        None => (id.to_owned(), value.to_owned()),
    };
    named(&name, &value, words)
}

/// A step of the consent with its answer, as the guide calls it.
fn consent(step: &str, answer: Answer, guide: Option<&Guide>, words: &Words) -> String {
    let known = guide.and_then(|guide| {
        let known = guide.consent.iter().find(|known| known.id == step)?;
        let language = guide.language_for(words.language());
        Some(format!("{step} {}", known.title.in_language(language)))
    });
    let name = known.unwrap_or_else(|| step.to_owned());
    named(&name, &words.answer(answer), words)
}

fn named(name: &str, value: &str, words: &Words) -> String {
    let values = [
        ("name", Value::from(shown(name))),
        ("value", Value::from(shown(value))),
    ];
    words.text_with(Text::ProtocolNamed, &values)
}

fn foot(released: &Released, words: &Words) -> Vec<String> {
    let mut foot = Vec::new();
    let left_out: Vec<String> = released
        .left_out()
        .iter()
        .map(|(left, count)| words.left_out(*left, *count))
        .collect();
    if !left_out.is_empty() {
        let list = Value::from(left_out.join(", "));
        foot.push(words.text_with(Text::ProtocolLeftOut, &[("list", list)]));
    }
    foot.push(words.text(Text::ProtocolRisk).into_owned());
    foot
}

/// Text from data on one line, as it may be shown.
pub(super) fn shown(text: &str) -> String {
    visible(text).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_in_part_of_a_note_has_the_marks_of_its_language() {
        let typed = "\"on se supporte\", Méca Vallée et nous";
        for (language, shown) in [
            (Language::De, "«on se supporte», Méca Vallée et nous"),
            (
                Language::Fr,
                "«\u{a0}on se supporte\u{a0}», Méca Vallée et nous",
            ),
            (Language::En, "“on se supporte”, Méca Vallée et nous"),
        ] {
            assert_eq!(quoted(typed, language), shown);
        }
        let own = "„es läuft“, sagt die Leitung";
        assert_eq!(quoted(own, Language::De), own);
    }
}
