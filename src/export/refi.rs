//! The codebook as REFI-QDA has it: a tree of codes, of which blocks are parents that cannot be coded with.
//!
//! Source: REFI-QDA standard 1.5 with its schemas of version 1.0. Names are unique in the whole tree, since programs
//! merge codes of the same name.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use super::Collection;
use super::identity::identity;
use super::matrix::heading;
use super::xml::{Attribute, Xml};
use crate::guide::{Block, Code, Guide, Topic};
use crate::i18n::{Text, Words};
use crate::language::Language;

/// What writes the files, for programs that treat each other's files differently. It tells no version, so that a newer
/// program writes the same bytes.
pub(super) const ORIGIN: &str = "leitfaden";

/// Colours that can also be told apart by those who do not see all of them (Okabe and Ito, 2008).
const COLOURS: [&str; 7] = [
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
];

/// A code with those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodeNode {
    /// Its id, the same in every export.
    pub guid: String,
    /// What it is called, by its label or title.
    pub name: String,
    /// The id that tells it from others of the same name.
    pub id: String,
    /// Whether notes can be coded with it.
    pub is_codable: bool,
    /// What it means.
    pub description: Option<String>,
    /// Its colour.
    pub colour: Option<&'static str>,
    /// The codes below it.
    pub children: Vec<CodeNode>,
}

/// The id of a block in every export.
pub(super) fn block_id(guide: &str, block: &str) -> String {
    identity("block", &[guide, block])
}

/// The id of a topic in every export.
pub(super) fn topic_id(guide: &str, topic: &str) -> String {
    identity("topic", &[guide, topic])
}

/// The id of a code in every export.
pub(super) fn code_id(guide: &str, code: &str) -> String {
    identity("code", &[guide, code])
}

/// The tree of these guides. Of a guide in several editions the first counts.
pub(super) fn codebook<'guides>(
    guides: impl IntoIterator<Item = &'guides Guide>,
    words: &Words,
) -> Vec<CodeNode> {
    let mut known = BTreeSet::new();
    let single: Vec<&Guide> = guides
        .into_iter()
        .filter(|guide| known.insert(guide.id.as_str()))
        .collect();
    let mut trees: Vec<CodeNode> = single.iter().map(|guide| of_guide(guide, words)).collect();
    let mut nodes = match (trees.len(), trees.pop()) {
        (1, Some(only)) => only.children,
        (_, Some(last)) => {
            trees.push(last);
            trees
        }
        (_, None) => Vec::new(),
    };
    make_names_unique(&mut nodes);
    nodes
}

/// The tree for a collection: that of its guides, and whatever its notes use besides.
pub(super) fn codebook_of(collection: &Collection, words: &Words) -> Vec<CodeNode> {
    let mut nodes = codebook(collection.guides().iter().map(Arc::as_ref), words);
    let mut known = BTreeSet::new();
    for node in &nodes {
        collect_ids(node, &mut known);
    }
    let mut further = Vec::new();
    for released in collection.sessions() {
        let guide = released.guide().id.as_str();
        for note in released.notes() {
            let cells = std::iter::once(&note.topic).chain(&note.also_in);
            let topics = cells.map(|topic| (topic_id(guide, topic.as_str()), topic.as_str()));
            let codes = note
                .codes
                .iter()
                .map(|code| (code_id(guide, code), code.as_str()));
            for (guid, id) in topics.chain(codes) {
                if known.insert(guid.clone()) {
                    further.push(leaf(guid, id, id));
                }
            }
        }
    }
    if !further.is_empty() {
        let mut parent = leaf(
            identity("further", &[]),
            "further",
            &words.text(Text::ExportFurtherCodes),
        );
        parent.is_codable = false;
        parent.children = further;
        nodes.push(parent);
        make_names_unique(&mut nodes);
    }
    nodes
}

/// Writes the codes.
pub(super) fn write_codes(nodes: &[CodeNode], xml: &mut Xml) -> io::Result<()> {
    xml.open("Codes", &[])?;
    for node in nodes {
        write_code(node, xml)?;
    }
    xml.close("Codes")
}

fn write_code(node: &CodeNode, xml: &mut Xml) -> io::Result<()> {
    let is_codable = if node.is_codable { "true" } else { "false" };
    let mut attributes: Vec<Attribute<'_>> = vec![
        ("guid", &node.guid),
        ("name", &node.name),
        ("isCodable", is_codable),
    ];
    attributes.extend(node.colour.map(|colour| ("color", colour)));
    if node.description.is_none() && node.children.is_empty() {
        return xml.empty("Code", &attributes);
    }
    xml.open("Code", &attributes)?;
    if let Some(description) = &node.description {
        xml.text("Description", &[], description)?;
    }
    for child in &node.children {
        write_code(child, xml)?;
    }
    xml.close("Code")
}

fn of_guide(guide: &Guide, words: &Words) -> CodeNode {
    let language = guide.language_for(words.language());
    let mut roots = code_tree(guide, words);
    let mut children: Vec<CodeNode> = Vec::new();
    for (index, block) in guide.blocks.iter().enumerate() {
        let colour = COLOURS.get(index % COLOURS.len()).copied();
        let mut node = of_block(guide, index, block, words);
        // Codes stand under the first block that offers any of them.
        let (offered, others): (Vec<CodeNode>, Vec<CodeNode>) = roots
            .into_iter()
            .partition(|root| block.topics.iter().any(|topic| offers(topic, &root.id)));
        roots = others;
        node.children.extend(offered);
        paint(&mut node, colour);
        children.push(node);
    }
    if !roots.is_empty() {
        let guid = identity("further", &[&guide.id]);
        let mut rest = leaf(guid, "further", &words.text(Text::ExportFurtherCodes));
        rest.is_codable = false;
        rest.children = roots;
        children.push(rest);
    }
    let title = guide.title.in_language(language);
    let mut node = leaf(identity("guide", &[&guide.id]), &guide.id, title);
    node.is_codable = false;
    node.children = children;
    node
}

fn of_block(guide: &Guide, index: usize, block: &Block, words: &Words) -> CodeNode {
    let language = guide.language_for(words.language());
    let title = block.title.in_language(language);
    let name = heading(index + 1, Some(title), words);
    let mut node = leaf(block_id(&guide.id, &block.id), &block.id, &name);
    node.is_codable = false;
    node.description = Some(block.goal.in_language(language).to_owned());
    let topics = block.topics.iter().map(|topic| {
        let title = format!("{} {}", topic.id, topic.title.in_language(language));
        let mut node = leaf(topic_id(&guide.id, &topic.id), &topic.id, &title);
        node.description = Some(criterion(topic, language));
        node
    });
    node.children = topics.collect();
    let outside = block.outside();
    let name = format!("{outside} {}", words.text(Text::ProtocolOutside));
    let bin = leaf(topic_id(&guide.id, &outside), &outside, &name);
    node.children.push(bin);
    node
}

/// What belongs into a topic, and its question, which says it where there is no criterion.
fn criterion(topic: &Topic, language: Language) -> String {
    let question = topic.question.in_language(language).to_owned();
    match &topic.criterion {
        Some(criterion) => format!(
            "{question}\n+ {}\n– {}",
            criterion.include.in_language(language),
            criterion.exclude.in_language(language)
        ),
        None => question,
    }
}

/// Whether a topic offers codes of this root.
fn offers(topic: &Topic, root: &str) -> bool {
    let of_root = |code: &String| code.split('.').next() == Some(root);
    topic.codes.iter().any(of_root)
}

/// The codes by what stands before their dots, field codes by what the study put them under.
fn code_tree(guide: &Guide, words: &Words) -> Vec<CodeNode> {
    let mut roots: Vec<CodeNode> = Vec::new();
    for code in &guide.codes {
        let node = of_code(guide, code, words);
        let above = guide.study.above(&code.id);
        let mut above = above.iter();
        let parent = above.find(|id| find(id, &mut roots).is_some());
        match parent.and_then(|id| find(id, &mut roots)) {
            Some(parent) => parent.children.push(node),
            None => roots.push(node),
        }
    }
    roots
}

fn find<'nodes>(id: &str, nodes: &'nodes mut [CodeNode]) -> Option<&'nodes mut CodeNode> {
    for node in nodes {
        if node.id == id {
            return Some(node);
        }
        if let Some(found) = find(id, &mut node.children) {
            return Some(found);
        }
    }
    None
}

fn of_code(guide: &Guide, code: &Code, words: &Words) -> CodeNode {
    let language = guide.language_for(words.language());
    let mut node = leaf(
        code_id(&guide.id, &code.id),
        &code.id,
        code.label.in_language(language),
    );
    // The id comes first, so that a codebook that comes back can be told from another with the same labels.
    let definition = code.definition.as_ref();
    let definition = definition.map(|text| text.in_language(language));
    let merged = guide.study.merged.get(&code.id);
    let standing = match merged {
        Some(into) => Some(format!("→ {into}")),
        None => code
            .retired
            .then(|| words.text(Text::TablesRetired).into_owned()),
    };
    let lines = [Some(code.id.as_str()), definition, standing.as_deref()];
    node.description = Some(
        lines
            .into_iter()
            .flatten()
            .collect::<Vec<&str>>()
            .join("\n"),
    );
    node
}

fn leaf(guid: String, id: &str, name: &str) -> CodeNode {
    CodeNode {
        guid,
        name: name.to_owned(),
        id: id.to_owned(),
        is_codable: true,
        description: None,
        colour: None,
        children: Vec::new(),
    }
}

fn paint(node: &mut CodeNode, colour: Option<&'static str>) {
    node.colour = colour;
    for child in &mut node.children {
        paint(child, colour);
    }
}

fn collect_ids(node: &CodeNode, ids: &mut BTreeSet<String>) {
    ids.insert(node.guid.clone());
    for child in &node.children {
        collect_ids(child, ids);
    }
}

/// Puts its id behind every name that occurs more than once, and, where two guides have the same id, what tells them
/// apart for certain.
fn make_names_unique(nodes: &mut [CodeNode]) {
    for telling in [
        |node: &CodeNode| node.id.clone(),
        |node: &CodeNode| node.guid.clone(),
    ] {
        let mut counts = BTreeMap::new();
        count_names(nodes, &mut counts);
        rename(nodes, &counts, telling);
    }
}

fn count_names(nodes: &[CodeNode], counts: &mut BTreeMap<String, usize>) {
    for node in nodes {
        *counts.entry(node.name.to_lowercase()).or_default() += 1;
        count_names(&node.children, counts);
    }
}

fn rename(
    nodes: &mut [CodeNode],
    counts: &BTreeMap<String, usize>,
    telling: fn(&CodeNode) -> String,
) {
    for node in nodes {
        if counts
            .get(&node.name.to_lowercase())
            .is_some_and(|count| *count > 1)
        {
            node.name = format!("{} ({})", node.name, telling(node));
        }
        rename(&mut node.children, counts, telling);
    }
}
