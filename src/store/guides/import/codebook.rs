//! A codebook of another program of qualitative analysis (REFI-QDA, `.qdc`).
//!
//! Read liberally, as such files are in the world: drafts of the namespace, empty containers, names without a word
//! whether they can be coded with, ids in braces or without. What a program wrote with `leitfaden export --format qdc`
//! comes back with its blocks, topics and ids.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;

use super::ids::CodeIds;
use super::{Draft, DraftBlock, DraftCode, DraftTopic};

/// How deep codes may stand in one another.
const DEEPEST: usize = 32;

/// How many codes a codebook may have.
const MOST: usize = 10_000;

/// How many levels the ids of codes have.
const LEVELS: usize = 3;

/// A codebook that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    /// Its codes, with the blocks and topics that they tell.
    pub draft: Draft,
    /// How many sets of codes there are; a guide has none.
    pub sets: usize,
}

/// Why a file is no codebook.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodebookFault {
    /// It is no XML.
    #[error("it is no XML at byte {0}")]
    NoXml(u64),
    /// It is XML, and no codebook.
    #[error("it holds no codebook")]
    NoCodebook,
    /// A code has no name.
    #[error("the code that begins at byte {0} has no name")]
    NoName(u64),
    /// There is no code.
    #[error("the codebook holds no code")]
    Empty,
    /// Codes stand deeper in one another than is read.
    #[error("codes stand more than {DEEPEST} deep in one another")]
    TooDeep,
    /// There are more codes than are read.
    #[error("there are more than {MOST} codes")]
    TooMany,
}

/// A code as the file has it.
#[derive(Debug, Default)]
struct Node {
    guid: String,
    name: String,
    is_codable: bool,
    description: String,
    children: Vec<Node>,
}

/// Reads a codebook.
///
/// # Errors
///
/// If the text is none.
pub fn read(text: &str) -> Result<Codebook, CodebookFault> {
    let (roots, sets) = parse(text)?;
    if roots.is_empty() {
        return Err(CodebookFault::Empty);
    }
    let mut reading = Reading::default();
    for root in &roots {
        reading.root(root);
    }
    Ok(Codebook {
        draft: reading.finish(),
        sets,
    })
}

fn parse(text: &str) -> Result<(Vec<Node>, usize), CodebookFault> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut roots = Vec::new();
    // The codes that are open, from the outermost to the innermost.
    let mut open: Vec<Node> = Vec::new();
    let (mut sets, mut count, mut is_codebook, mut in_description) = (0, 0, false, false);
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|_| CodebookFault::NoXml(at))?;
        match event {
            Event::Eof => break,
            Event::Start(start) => match start.local_name().as_ref() {
                "CodeBook" => is_codebook = true,
                "Code" if is_codebook => {
                    count += 1;
                    if count > MOST {
                        return Err(CodebookFault::TooMany);
                    }
                    if open.len() >= DEEPEST {
                        return Err(CodebookFault::TooDeep);
                    }
                    open.push(node(&start, at)?);
                }
                "Set" if is_codebook => sets += 1,
                "Description" => in_description = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "Code" => {
                    let Some(node) = open.pop() else { continue };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(node),
                        None => roots.push(node),
                    }
                }
                "Description" => in_description = false,
                _ => {}
            },
            event if in_description => {
                if let Some(node) = open.last_mut() {
                    describe(node, &event);
                }
            }
            _ => {}
        }
    }
    if !is_codebook {
        return Err(CodebookFault::NoCodebook);
    }
    if !open.is_empty() {
        return Err(CodebookFault::NoXml(reader.buffer_position()));
    }
    Ok((roots, sets))
}

/// Adds to a description what stands in it.
fn describe(node: &mut Node, event: &Event<'_>) {
    match event {
        Event::Text(text) => node.description.push_str(text),
        Event::CData(text) => node.description.push_str(text),
        Event::GeneralRef(reference) => node.description.push(referred(reference)),
        _ => {}
    }
}

/// The character that a reference stands for; other entities than XML's own are not followed.
fn referred(reference: &quick_xml::events::BytesRef<'_>) -> char {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character;
    }
    let reference: &str = reference;
    match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

fn node(start: &BytesStart<'_>, at: u64) -> Result<Node, CodebookFault> {
    let mut node = Node {
        is_codable: true,
        ..Node::default()
    };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| CodebookFault::NoXml(at))?;
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|_| CodebookFault::NoXml(at))?;
        match attribute.key.local_name().as_ref() {
            "guid" => node.guid = one_line(value.trim_matches(['{', '}'])),
            "name" => node.name = one_line(&value),
            "isCodable" => node.is_codable = !matches!(value.trim(), "false" | "0"),
            _ => {}
        }
    }
    if node.name.is_empty() {
        return Err(CodebookFault::NoName(at));
    }
    Ok(node)
}

/// A text on one line, without what hides or turns others.
fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| !crate::guide::is_hidden(*letter))
        .collect();
    visible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<&str>>()
        .join(" ")
}

/// Turns codes into blocks, topics and codes.
#[derive(Default)]
struct Reading {
    draft: Draft,
    ids: CodeIds,
    blocks: usize,
    /// Codes that stand under no block.
    loose: Vec<String>,
}

impl Reading {
    /// A code that stands at the top. One that cannot be coded with is a block.
    fn root(&mut self, root: &Node) {
        if root.is_codable {
            let id = self.code(root, None, 1);
            self.loose.push(id);
            return;
        }
        let of_guide = root.children.iter().any(|child| !child.is_codable);
        if of_guide {
            // Several guides in one codebook: their blocks stand one level deeper.
            for child in &root.children {
                self.root(child);
            }
            return;
        }
        self.block(root);
    }

    fn block(&mut self, node: &Node) {
        let (topics, codes): (Vec<&Node>, Vec<&Node>) = node
            .children
            .iter()
            .partition(|child| cell_of(child).is_some());
        let mut offered = Vec::new();
        for code in codes {
            offered.push(self.code(code, None, 1));
        }
        if topics.is_empty() && offered.is_empty() {
            // A parent of nothing still says what somebody wanted to ask about.
            let goal = one_line(&node.description);
            self.blocks += 1;
            self.draft.blocks.push(DraftBlock {
                id: format!("b{}", self.blocks),
                title: node.name.clone(),
                goal: (!goal.is_empty()).then_some(goal),
                ..DraftBlock::default()
            });
            return;
        }
        // A parent without a goal only gathers what no block of an export offers.
        if node.description.is_empty() && node.children.iter().all(has_own_id) {
            self.loose.extend(offered);
            return;
        }
        self.blocks += 1;
        let id = self.block_id(&topics);
        let goal = one_line(&node.description);
        let offered = wildcards(&offered, &self.draft.codes);
        let mut found: Vec<DraftTopic> = Vec::new();
        for topic in topics {
            let number = found.len() + 1;
            found.extend(of_topic(topic, &id, number, &offered));
        }
        if found.is_empty() {
            found.push(DraftTopic {
                id: format!("{id}.t1"),
                title: shortened(&node.name),
                codes: offered,
                ..DraftTopic::default()
            });
        }
        self.draft.blocks.push(DraftBlock {
            id,
            title: without_number(&node.name),
            goal: (!goal.is_empty()).then_some(goal),
            topics: found,
            ..DraftBlock::default()
        });
    }

    /// The id of a block: the one that its topics have from an export, else the next number.
    fn block_id(&self, topics: &[&Node]) -> String {
        let own = topics.first().and_then(|topic| cell_of(topic));
        let own = own.map(|(block, ..)| block.to_owned());
        let is_free = |id: &String| !self.draft.blocks.iter().any(|block| &block.id == id);
        own.filter(&is_free)
            .or_else(|| {
                let numbers = self.blocks..=self.blocks + self.draft.blocks.len();
                numbers.map(|number| format!("b{number}")).find(&is_free)
            })
            .unwrap_or_default()
    }

    /// Takes a code and those below it, and gives its id. What stands deeper than ids go is set beside its parent.
    fn code(&mut self, node: &Node, above: Option<&str>, level: usize) -> String {
        let (own, definition) = own_id(node, above);
        let id = match own {
            Some(own) if self.ids.take(&own) => own,
            _ => self.ids.of(&node.name, above),
        };
        let is_from_elsewhere = definition.is_none() && !node.guid.is_empty() && !has_own_id(node);
        self.draft.codes.push(DraftCode {
            id: id.clone(),
            label: without_id(&node.name, &id),
            definition: definition.or_else(|| {
                let text = one_line(&node.description);
                (!text.is_empty() && !has_own_id(node)).then_some(text)
            }),
            source: is_from_elsewhere.then(|| format!("REFI-QDA {}", node.guid)),
        });
        for child in &node.children {
            let below = if level < LEVELS {
                Some(id.as_str())
            } else {
                above
            };
            self.code(child, below, (level + 1).min(LEVELS));
        }
        id
    }

    fn finish(mut self) -> Draft {
        if self.draft.blocks.is_empty() && !self.loose.is_empty() {
            // A codebook without parents: one block offers all of it.
            let codes = wildcards(&self.loose, &self.draft.codes);
            self.draft.blocks.push(DraftBlock {
                id: "b1".to_owned(),
                title: "Codebook".to_owned(),
                topics: vec![DraftTopic {
                    id: "b1.t1".to_owned(),
                    title: "Codebook".to_owned(),
                    codes,
                    ..DraftTopic::default()
                }],
                ..DraftBlock::default()
            });
        }
        self.draft
    }
}

/// The cell that a code of an export stands for, since its name begins with it: block, topic, title.
fn cell_of(node: &Node) -> Option<(&str, &str, &str)> {
    let (cell, title) = node.name.split_once(' ')?;
    let (block, topic) = cell.rsplit_once('.')?;
    let is_block = block.starts_with(|letter: char| letter.is_ascii_lowercase())
        && block
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    let number = topic.strip_prefix('t');
    let is_topic = topic == "out"
        || number.is_some_and(|number| {
            !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit())
        });
    (is_block && is_topic && !node.guid.is_empty()).then_some((block, topic, title))
}

/// A topic of an export: its question, then what belongs into it and what does not. A bin is none.
fn of_topic(node: &Node, block: &str, number: usize, codes: &[String]) -> Option<DraftTopic> {
    let (_, topic, title) = cell_of(node)?;
    if topic == "out" {
        return None;
    }
    let lines: Vec<&str> = node.description.lines().collect();
    let find = |sign: &str| lines.iter().find_map(|line| line.strip_prefix(sign));
    let question = lines.first().map(|line| one_line(line));
    Some(DraftTopic {
        id: format!("{block}.t{number}"),
        title: title.to_owned(),
        question: question.filter(|question| !question.is_empty()),
        criterion: find("+ ")
            .zip(find("– "))
            .map(|(include, exclude)| (one_line(include), one_line(exclude))),
        codes: codes.to_vec(),
        ..DraftTopic::default()
    })
}

/// The id that a description begins with, and the rest of it, if the code comes from an export.
fn own_id(node: &Node, above: Option<&str>) -> (Option<String>, Option<String>) {
    if !has_own_id(node) {
        return (None, None);
    }
    let (id, rest) = node
        .description
        .split_once('\n')
        .unwrap_or((&node.description, ""));
    let stands_below = above.is_none_or(|above| {
        id.strip_prefix(above)
            .is_some_and(|rest| rest.starts_with('.'))
    });
    let rest = one_line(rest);
    (
        stands_below.then(|| id.to_owned()),
        (!rest.is_empty()).then_some(rest),
    )
}

fn has_own_id(node: &Node) -> bool {
    let first = node.description.lines().next().unwrap_or_default();
    let is_level =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase());
    first.split('.').count() <= LEVELS && first.split('.').all(is_level)
}

/// Roots as a topic offers them: with all that stands below them.
fn wildcards(roots: &[String], codes: &[DraftCode]) -> Vec<String> {
    let mut offered = Vec::new();
    for root in roots {
        offered.push(root.clone());
        let below = format!("{root}.");
        if codes.iter().any(|code| code.id.starts_with(&below)) {
            offered.push(format!("{below}*"));
        }
    }
    offered
}

/// The heading of a block without its number: `Block 2: Origin` is `Origin`.
fn without_number(name: &str) -> String {
    let Some((number, title)) = name.split_once(':') else {
        return name.to_owned();
    };
    let is_number = number
        .split_whitespace()
        .last()
        .is_some_and(|last| last.chars().all(|digit| digit.is_ascii_digit()));
    if is_number && !title.trim().is_empty() {
        title.trim().to_owned()
    } else {
        name.to_owned()
    }
}

/// The label of a code without the id that an export put behind it to tell it from another.
fn without_id(name: &str, id: &str) -> String {
    let behind = format!(" ({id})");
    name.strip_suffix(&behind).unwrap_or(name).to_owned()
}

/// A title that fits the head of a column.
fn shortened(name: &str) -> String {
    const WIDEST: usize = 24;
    let mut title = String::new();
    for (_, grapheme) in crate::language::graphemes(&without_number(name)) {
        if crate::language::width(&title) + crate::language::width(grapheme) > WIDEST {
            break;
        }
        title.push_str(grapheme);
    }
    title.trim_end().to_owned()
}

#[cfg(test)]
mod tests;
