//! What a check found, for a person.

use std::borrow::Cow;
use std::io::{self, Write};

use super::console::write_table;
use crate::analysis::{Combination, FEWEST_CASES, LANGUAGE};
use crate::anonymise::Kind;
use crate::export::visible;
use crate::guide::Guide;
use crate::i18n::{Text, Value, Words};
use crate::language::Language;
use crate::operations::check::{
    Checked, CheckedGuide, CheckedSession, CheckedStudy, Excerpt, Reveal,
};
use crate::release::{Refusal, Residual};
use crate::session::TopicId;

/// Writes the report.
pub(super) fn write(
    checked: &Checked,
    reveal: Reveal,
    words: &Words,
    (output, room): (&mut dyn Write, Option<usize>),
) -> io::Result<()> {
    if checked.sessions.is_empty() && checked.unread.is_empty() {
        return line(output, &words.text(Text::CheckNone));
    }
    for session in &checked.sessions {
        write_session(session, reveal, words, (output, room))?;
        writeln!(output)?;
    }
    write_study(&checked.study, words, (output, room))?;
    let has_hits = checked
        .sessions
        .iter()
        .any(|session| session.residual.iter().any(|hit| !hit.accepted));
    let risk = if has_hits {
        Text::CheckRiskBeyondHits
    } else {
        Text::CheckResidualRisk
    };
    line(output, &words.text(risk))
}

fn write_session(
    session: &CheckedSession,
    reveal: Reveal,
    words: &Words,
    (output, room): (&mut dyn Write, Option<usize>),
) -> io::Result<()> {
    let id = &session.session.header.id;
    let named = [("session", Value::from(id.to_string()))];
    let verdict = if session.blocks() {
        Text::CheckBlocked
    } else {
        Text::CheckReady
    };
    let mut verdict = words.text_with(verdict, &named);
    if session.session.header.invented {
        verdict = format!("{verdict} ({})", words.text(Text::CheckInvented));
    }
    line(output, &verdict)?;
    // Names are listed below, each with its place.
    let others = |refusal: &&Refusal| !matches!(refusal, Refusal::LooksLikeName { .. });
    for refusal in session.refusals.iter().filter(others) {
        line(output, &format!("  {}", words.refusal(refusal)))?;
    }
    let hits: Vec<Vec<String>> = session
        .residual
        .iter()
        .map(|residual| hit_row(session, residual, reveal, words))
        .collect();
    write_table(&hits, room, output)?;
    for refusal in session.refusals.iter().take(1) {
        line(output, &format!("  → {}", words.refusal_hint(refusal, id)))?;
    }
    let topics = [
        (Text::CheckMust, &session.open_must),
        (Text::CheckContradicted, &session.contradicted),
    ];
    for (text, topics) in topics.into_iter().filter(|(_, topics)| !topics.is_empty()) {
        let topics: Vec<&str> = topics.iter().map(TopicId::as_str).collect();
        let topics = [("topics", Value::from(topics.join(", ")))];
        line(output, &format!("  {}", words.text_with(text, &topics)))?;
    }
    if !session.has_guide {
        let guide = Value::from(session.session.header.guide.id.clone());
        let message = words.text_with(Text::CheckNoGuide, &[("guide", guide)]);
        line(output, &format!("  {message}"))?;
    }
    if session.warnings.is_empty() {
        return Ok(());
    }
    line(output, &format!("  {}", words.text(Text::CheckLook)))?;
    write_table(&warning_rows(session, reveal, words), room, output)
}

fn hit_row(
    session: &CheckedSession,
    residual: &Residual,
    reveal: Reveal,
    words: &Words,
) -> Vec<String> {
    let hit = &residual.hit;
    let sign_of = |kind| sign_of(kind, words);
    let sign = sign_of(hit.kind);
    let excerpt = session.excerpt(&residual.place, &hit.span, &sign, &sign_of, reveal);
    let mut row = vec![
        format!("  {}:{}", residual.place, residual.number),
        words.looks(hit.kind).into_owned(),
        words.certainty(hit.certainty).into_owned(),
        words.rule(hit.rule).into_owned(),
        joined(&excerpt),
    ];
    if residual.accepted {
        row.push(words.text(Text::CheckAccepted).into_owned());
    } else if session.keeps_back(residual) {
        row.push(words.text(Text::CheckKeepsBack).into_owned());
    }
    row
}

fn warning_rows(session: &CheckedSession, reveal: Reveal, words: &Words) -> Vec<Vec<String>> {
    let rows = session.warnings.iter().map(|found| {
        let concern = found.warning.concern;
        let sign = format!("[{}?]", concern.rule());
        let sign_of = |kind| sign_of(kind, words);
        let excerpt = session.excerpt(&found.place, &found.warning.span, &sign, &sign_of, reveal);
        // A whole text is no place in it.
        let is_whole = found.warning.span == (0..session.text(&found.place).len());
        vec![
            format!("  {}", found.place),
            concern.rule().to_owned(),
            if is_whole {
                String::new()
            } else {
                joined(&excerpt)
            },
            words.concern(concern).into_owned(),
        ]
    });
    rows.collect()
}

fn write_study(
    study: &CheckedStudy,
    words: &Words,
    (output, room): (&mut dyn Write, Option<usize>),
) -> io::Result<()> {
    line(output, &words.text(Text::CheckStudy))?;
    for guide in &study.guides {
        write_guide(guide, words, (output, room))?;
    }
    if !study.guides.is_empty() {
        line(output, &format!("  {}", words.text(Text::CheckPool)))?;
    }
    for (case, session) in &study.single {
        let named = [
            ("case", Value::from(case.as_str().to_owned())),
            ("session", Value::from(session.to_string())),
        ];
        line(
            output,
            &format!("  {}", words.text_with(Text::CheckSingle, &named)),
        )?;
    }
    line(
        output,
        &format!("  {}", words.text(Text::CheckNoDifference)),
    )
}

fn write_guide(
    checked: &CheckedGuide,
    words: &Words,
    (output, room): (&mut dyn Write, Option<usize>),
) -> io::Result<()> {
    let found = &checked.disclosure;
    let number = |number: usize| Value::from(number.to_string());
    let named = [
        ("guide", Value::from(checked.guide.id.clone())),
        // As numbers, so that one session is said as one.
        ("sessions", Value::from(found.sessions)),
        ("cases", Value::from(found.cases)),
        ("smallest", number(found.smallest_group)),
    ];
    line(
        output,
        &format!("  {}", words.text_with(Text::CheckDisclosure, &named)),
    )?;
    let combinations = found.combinations.len();
    let can_fit = found.sessions >= found.smallest_group && found.cases >= FEWEST_CASES;
    if combinations > 1 && !can_fit {
        let text = words.counted(Text::CheckNoneFits, combinations);
        line(output, &format!("    {text}"))?;
    } else {
        write_table(&combination_rows(checked, words), room, output)?;
    }
    let counts = [
        (Text::CheckLeftOut, found.invented_left_out),
        (Text::CheckNotReckoned, found.not_reckoned),
    ];
    for (text, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        line(output, &format!("  {}", words.counted(text, count)))?;
    }
    for alike in &checked.alike {
        let named = [
            (
                "attribute",
                Value::from(attribute(&alike.group.attribute, &checked.guide, words)),
            ),
            (
                "value",
                Value::from(value(
                    &alike.group.attribute,
                    &alike.group.value,
                    &checked.guide,
                    words,
                )),
            ),
            ("sessions", number(alike.group.sessions)),
            ("codes", Value::from(alike.codes.join(", "))),
        ];
        line(
            output,
            &format!("  {}", words.text_with(Text::CheckAlike, &named)),
        )?;
    }
    Ok(())
}

/// The combinations of attributes, under their heads.
fn combination_rows(checked: &CheckedGuide, words: &Words) -> Vec<Vec<String>> {
    let heads = [
        Text::CheckHeadAttributes,
        Text::CheckHeadSessions,
        Text::CheckHeadCases,
        Text::CheckHeadVerdict,
    ];
    let mut heads: Vec<String> = heads.map(|head| words.text(head).into_owned()).to_vec();
    if let Some(first) = heads.first_mut() {
        first.insert_str(0, "    ");
    }
    let combinations = checked.disclosure.combinations.iter();
    let rows = combinations.map(|combination| combination_row(combination, &checked.guide, words));
    std::iter::once(heads).chain(rows).collect()
}

fn combination_row(combination: &Combination, guide: &Guide, words: &Words) -> Vec<String> {
    let names = combination.attributes.iter();
    let names: Vec<String> = names.map(|id| attribute(id, guide, words)).collect();
    let verdict = if combination.fits {
        Text::CheckFits
    } else {
        Text::CheckTooSmall
    };
    vec![
        format!("    {}", names.join(" + ")),
        combination.sessions.to_string(),
        combination.cases.to_string(),
        words.text(verdict).into_owned(),
    ]
}

/// What an attribute is called.
fn attribute(id: &str, guide: &Guide, words: &Words) -> String {
    if id == LANGUAGE {
        return words.text(Text::CheckLanguage).into_owned();
    }
    let language = guide.language_for(words.language());
    let found = guide.attributes.iter().find(|known| known.id == id);
    found.map_or_else(
        || id.to_owned(),
        |found| found.label.in_language(language).to_owned(),
    )
}

/// What a value of an attribute is called.
fn value(attribute: &str, value: &str, guide: &Guide, words: &Words) -> String {
    if attribute == LANGUAGE {
        let named = Language::from_tag(value).map(|language| words.language_name(language));
        return named.map_or_else(|| value.to_owned(), Cow::into_owned);
    }
    let language = guide.language_for(words.language());
    let attribute = guide.attributes.iter().find(|known| known.id == attribute);
    let found = attribute.and_then(|known| known.values.iter().find(|of| of.id == value));
    found.map_or_else(
        || value.to_owned(),
        |found| found.label.in_language(language).to_owned(),
    )
}

/// What stands in place of something of this kind, in the reader's language.
fn sign_of(kind: Kind, words: &Words) -> String {
    format!("[{}?]", words.looks(kind))
}

fn joined(excerpt: &Excerpt) -> String {
    format!("{}{}{}", excerpt.before, excerpt.shown, excerpt.after).replace('\n', " ")
}

fn line(output: &mut dyn Write, text: &str) -> io::Result<()> {
    writeln!(output, "{}", visible(text))
}
