//! A guide as a text in Markdown: `#` the title, `##` a block, `###` a topic, below it the main question and a list of
//! probes.
//!
//! ```text
//! # Title of the guide
//! ## A block (10/8)
//! What the block is asked for.
//! ### A topic
//! The main question?
//! - A probe
//! > A word to the interviewer
//! Keywords: chamber, fair
//! Codes: drv.cluster, ini.*
//! ## Codes
//! - `drv.cluster` The cluster drove it: what the code means
//! ```
//!
//! The minutes behind a block's title are those on site and by phone. A topic with `(should)` behind its title is asked
//! if there is time. What is not understood is refused with its line, never dropped.

use thiserror::Error;

use super::{Draft, DraftBlock, DraftCode, DraftTopic};

/// What a line below a heading may begin with, in the three languages.
const KEYWORDS: [&str; 6] = [
    "Keywords",
    "Schlagwörter",
    "Stichwörter",
    "Stichworte",
    "Mots-clés",
    "Mots clés",
];

/// The same for codes; they are also the title of the codebook.
const CODES: [&str; 5] = [
    "Codes",
    "Codebook",
    "Codebuch",
    "Kategorien",
    "Livre de codes",
];

/// Why a text is no guide. Lines count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MarkdownFault {
    /// A second title.
    #[error("line {0}: a guide has one title")]
    SecondTitle(usize),
    /// A topic before the first block.
    #[error("line {0}: a topic stands in a block")]
    TopicOutsideBlock(usize),
    /// A list before the first topic.
    #[error("line {0}: a list holds the probes of a topic, or codes")]
    ListOutsideTopic(usize),
    /// A second paragraph below a topic.
    #[error("line {0}: a topic has one main question")]
    SecondQuestion(usize),
    /// A code without an id in backquotes, or without a label.
    #[error("line {0}: a code is an id in backquotes and a label")]
    NoCode(usize),
    /// A heading without a title.
    #[error("line {0}: the heading is empty")]
    EmptyHeading(usize),
    /// Minutes of which one is no number.
    #[error("line {0}: minutes are numbers, on site and by phone: (10/8)")]
    NoMinutes(usize),
    /// A heading deeper than a topic.
    #[error("line {0}: there is nothing below a topic")]
    TooDeep(usize),
    /// There is no block.
    #[error("the text has no block")]
    NoBlock,
}

/// Where the lines that follow belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Guide,
    Block,
    Topic,
    Codes,
}

/// Reads a guide.
///
/// # Errors
///
/// The first line that is not understood.
pub fn read(text: &str) -> Result<Draft, MarkdownFault> {
    let mut reading = Reading {
        draft: Draft::default(),
        within: Within::Guide,
        after_blank: true,
    };
    let text = text.trim_start_matches('\u{feff}');
    for (index, line) in text.lines().enumerate() {
        reading.line(line.trim(), index + 1)?;
    }
    if reading.draft.blocks.is_empty() {
        return Err(MarkdownFault::NoBlock);
    }
    Ok(reading.draft)
}

struct Reading {
    draft: Draft,
    within: Within,
    /// Whether the line before was blank or a heading, so that a paragraph begins.
    after_blank: bool,
}

impl Reading {
    fn line(&mut self, line: &str, number: usize) -> Result<(), MarkdownFault> {
        let begins = std::mem::replace(&mut self.after_blank, false);
        if line.is_empty() {
            self.after_blank = true;
            return Ok(());
        }
        if let Some((depth, title)) = heading(line) {
            self.after_blank = true;
            return self.heading(depth, title, number);
        }
        if let Some(item) = item(line) {
            return self.item(item, number);
        }
        if let Some(hint) = line.strip_prefix('>') {
            self.hint(hint.trim());
            return Ok(());
        }
        if self.list_of(line) {
            return Ok(());
        }
        self.paragraph(line, begins, number)
    }

    fn heading(&mut self, depth: usize, title: &str, number: usize) -> Result<(), MarkdownFault> {
        if title.is_empty() {
            return Err(MarkdownFault::EmptyHeading(number));
        }
        match depth {
            1 if self.draft.title.is_some() => Err(MarkdownFault::SecondTitle(number)),
            1 => {
                self.draft.title = Some(title.to_owned());
                Ok(())
            }
            2 if CODES.contains(&title) => {
                self.within = Within::Codes;
                Ok(())
            }
            2 => {
                self.within = Within::Block;
                let (title, minutes) = minutes(title).ok_or(MarkdownFault::NoMinutes(number))?;
                self.draft.blocks.push(DraftBlock {
                    id: format!("b{}", self.draft.blocks.len() + 1),
                    title: title.to_owned(),
                    minutes,
                    ..DraftBlock::default()
                });
                Ok(())
            }
            3 => self.topic(title, number),
            _ => Err(MarkdownFault::TooDeep(number)),
        }
    }

    fn topic(&mut self, title: &str, number: usize) -> Result<(), MarkdownFault> {
        let block = match self.within {
            Within::Block | Within::Topic => self.draft.blocks.last_mut(),
            Within::Guide | Within::Codes => None,
        };
        let block = block.ok_or(MarkdownFault::TopicOutsideBlock(number))?;
        self.within = Within::Topic;
        let short = title.strip_suffix("(should)");
        block.topics.push(DraftTopic {
            id: format!("{}.t{}", block.id, block.topics.len() + 1),
            title: short.unwrap_or(title).trim().to_owned(),
            if_there_is_time: short.is_some(),
            ..DraftTopic::default()
        });
        Ok(())
    }

    fn item(&mut self, item: &str, number: usize) -> Result<(), MarkdownFault> {
        if self.within == Within::Codes {
            let code = code(item).ok_or(MarkdownFault::NoCode(number))?;
            self.draft.codes.push(code);
            return Ok(());
        }
        let topic = self.last_topic();
        let topic = topic.ok_or(MarkdownFault::ListOutsideTopic(number))?;
        topic.probes.push(item.to_owned());
        Ok(())
    }

    fn hint(&mut self, hint: &str) {
        let place = match self.within {
            Within::Topic => self.last_topic().map(|topic| &mut topic.hint),
            Within::Block => self.draft.blocks.last_mut().map(|block| &mut block.hint),
            Within::Guide | Within::Codes => Some(&mut self.draft.source),
        };
        if let Some(place) = place {
            append(place, hint);
        }
    }

    /// Takes a line of keywords or codes, and says whether it is one.
    fn list_of(&mut self, line: &str) -> bool {
        let Some((name, list)) = line.split_once(':') else {
            return false;
        };
        let (name, words) = (name.trim(), list.split([',', ';']).map(str::trim));
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let Some(topic) = self.last_topic() else {
            return false;
        };
        if KEYWORDS.contains(&name) {
            topic.keywords.extend(words);
        } else if CODES.contains(&name) {
            topic
                .codes
                .extend(words.iter().map(|word| word.trim_matches('`').to_owned()));
        } else {
            return false;
        }
        true
    }

    fn paragraph(&mut self, line: &str, begins: bool, number: usize) -> Result<(), MarkdownFault> {
        match self.within {
            Within::Guide => append(&mut self.draft.source, line),
            Within::Block => {
                if let Some(block) = self.draft.blocks.last_mut() {
                    append(&mut block.goal, line);
                }
            }
            Within::Topic => {
                let Some(topic) = self.last_topic() else {
                    return Ok(());
                };
                if topic.question.is_some() && (begins || !topic.probes.is_empty()) {
                    return Err(MarkdownFault::SecondQuestion(number));
                }
                append(&mut topic.question, line);
            }
            Within::Codes => return Err(MarkdownFault::NoCode(number)),
        }
        Ok(())
    }

    fn last_topic(&mut self) -> Option<&mut DraftTopic> {
        if self.within != Within::Topic {
            return None;
        }
        self.draft.blocks.last_mut()?.topics.last_mut()
    }
}

/// A heading: how deep, and what it says.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let depth = line.len() - title.len();
    let is_heading = depth > 0 && (title.is_empty() || title.starts_with(' '));
    is_heading.then(|| (depth, title.trim_end_matches('#').trim()))
}

/// What stands behind the sign of a list's item.
fn item(line: &str) -> Option<&str> {
    for sign in ["- ", "* ", "+ "] {
        if let Some(item) = line.strip_prefix(sign) {
            return Some(item.trim());
        }
    }
    let (number, item) = line.split_once(['.', ')'])?;
    let is_number = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    (is_number && item.starts_with(' ')).then(|| item.trim())
}

/// The title of a block and the minutes that stand behind it in brackets, if any do; nothing if only one of two is a
/// number. «(CH/FR)» belongs to the title.
fn minutes(title: &str) -> Option<(&str, Option<(u32, u32)>)> {
    let in_brackets = title.strip_suffix(')');
    let Some((before, inner)) = in_brackets.and_then(|title| title.rsplit_once('(')) else {
        return Some((title, None));
    };
    let (on_site, phone) = inner.split_once('/').unwrap_or((inner, inner));
    match (on_site.trim().parse(), phone.trim().parse()) {
        (Ok(on_site), Ok(phone)) => Some((before.trim(), Some((on_site, phone)))),
        (Err(_), Err(_)) => Some((title, None)),
        _ => None,
    }
}

/// A code: its id in backquotes, its label, behind a colon what it means.
fn code(item: &str) -> Option<DraftCode> {
    let (id, rest) = item.strip_prefix('`')?.split_once('`')?;
    let (label, definition) = match rest.split_once(": ") {
        Some((label, definition)) => (label, Some(definition.trim().to_owned())),
        None => (rest, None),
    };
    let label = label.trim();
    (!label.is_empty()).then(|| DraftCode {
        id: id.to_owned(),
        label: label.to_owned(),
        definition,
        source: None,
    })
}

fn append(place: &mut Option<String>, line: &str) {
    match place {
        Some(text) => {
            text.push(' ');
            text.push_str(line);
        }
        None => *place = Some(line.to_owned()),
    }
}

#[cfg(test)]
mod tests;
