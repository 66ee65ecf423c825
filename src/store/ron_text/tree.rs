//! The values of a RON file as a tree of places.

use std::ops::Range;

use super::cursor::Cursor;
use super::literal;

/// Deeper values are not looked into. `ron` itself reads to 128.
const DEEPEST: usize = 192;

/// Where the values of a RON file stand.
#[derive(Debug)]
pub struct Tree<'source> {
    source: &'source str,
    root: Node<'source>,
}

impl<'source> Tree<'source> {
    /// Reads the source of a file.
    pub fn read(source: &'source str) -> Self {
        let mut cursor = Cursor::new(source);
        skip_attributes(&mut cursor);
        let root = value(&mut cursor, 0);
        Self { source, root }
    }

    /// The bytes of the value at a path such as `blocks[2].topics[0].question.fr`; if there is no such value, those of
    /// the value nearest above it that there is.
    ///
    /// Fields are those of structs and the string keys of maps; `[n]` counts in lists and tuples alike. `Some(…)` is
    /// seen through.
    pub fn span(&self, path: &str) -> Range<usize> {
        self.node(path).span.clone()
    }

    /// The bytes of each character of the text at a path, however it is written; none if no text stands there.
    pub fn characters(&self, path: &str) -> Vec<Range<usize>> {
        literal::characters(self.source, self.span(path).start)
    }

    /// Whether all brackets are closed, and commas stand between all values.
    pub fn is_sound(&self) -> bool {
        self.root.is_sound() && super::only_blanks_behind(self.source, self.root.span.end)
    }

    /// The innermost entry in which a byte stands: a field with its name, or what a list holds. What a group holds without
    /// a name belongs together, and is none. Nothing if the whole file is meant.
    pub fn entry_at(&self, offset: usize) -> Option<Entry<'source>> {
        let (mut node, mut found) = (&self.root, None);
        while let Some((name, child)) = node.child_at(offset) {
            let of = node.span.start;
            let is_entry = name.is_some() || self.source.as_bytes().get(of) == Some(&b'[');
            if is_entry {
                let span = child.entry.clone();
                found = Some(Entry { name, of, span });
            }
            node = child;
        }
        found
    }

    fn node(&self, path: &str) -> &Node<'source> {
        let mut node = &self.root;
        for step in steps(path) {
            match node.child(&step) {
                Some(child) => node = child,
                None => break,
            }
        }
        node
    }
}

/// A field, or what a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'source> {
    /// The name of a field.
    pub name: Option<&'source str>,
    /// The byte at which the group or list begins that it is of.
    pub of: usize,
    /// Its bytes, with its name and the comma behind it.
    pub span: Range<usize>,
}

/// One value.
#[derive(Debug, Default)]
struct Node<'source> {
    span: Range<usize>,
    /// With its name and the comma behind it.
    entry: Range<usize>,
    /// Whether its bracket is not closed, or something else than a comma stands between what it holds.
    is_broken: bool,
    fields: Vec<(&'source str, Self)>,
    items: Vec<Self>,
}

impl<'source> Node<'source> {
    fn child(&self, step: &Step<'_>) -> Option<&Self> {
        match step {
            Step::Field(name) => self
                .fields
                .iter()
                .find_map(|(field, node)| (field == name).then_some(node)),
            Step::Item(index) => self.items.get(*index),
        }
    }

    /// What holds a byte, with its name if it is a field.
    fn child_at(&self, offset: usize) -> Option<(Option<&'source str>, &Self)> {
        let fields = self.fields.iter().map(|(name, node)| (Some(*name), node));
        let items = self.items.iter().map(|node| (None, node));
        let mut children = fields.chain(items);
        children.find(|(_, node)| node.entry.contains(&offset))
    }

    fn is_sound(&self) -> bool {
        let fields = self.fields.iter().map(|(_, node)| node);
        !self.is_broken && fields.chain(&self.items).all(Self::is_sound)
    }
}

/// One step of a path.
enum Step<'path> {
    Field(&'path str),
    Item(usize),
}

/// Takes a path apart.
fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').flat_map(|part| {
        let mut pieces = part.split('[');
        let field = pieces.next().filter(|name| !name.is_empty());
        let items = pieces.filter_map(|piece| piece.trim_end_matches(']').parse().ok());
        field
            .map(Step::Field)
            .into_iter()
            .chain(items.map(Step::Item))
    })
}

/// Steps over `#![enable(…)]` and its like, each of which ends with the first `]` outside a string.
pub(super) fn skip_attributes(cursor: &mut Cursor<'_>) {
    cursor.skip_blanks();
    while cursor.take("#") {
        while !cursor.take("]") && cursor.peek().is_some() {
            if !literal::skip(cursor) {
                cursor.step();
            }
            cursor.skip_blanks();
        }
        cursor.skip_blanks();
    }
}

/// Reads one value; blanks before it are no part of it.
fn value<'source>(cursor: &mut Cursor<'source>, depth: usize) -> Node<'source> {
    cursor.skip_blanks();
    let start = cursor.offset();
    if depth > DEEPEST {
        return Node::default();
    }
    if literal::skip(cursor) {
        return leaf(start, cursor);
    }
    let name = cursor.take_name();
    if name.is_some() {
        let behind_name = cursor.clone();
        cursor.skip_blanks();
        if cursor.peek() != Some('(') {
            *cursor = behind_name;
            return leaf(start, cursor);
        }
    }
    let mut node = match cursor.peek() {
        Some('(') => group(cursor, depth, ')'),
        Some('[') => group(cursor, depth, ']'),
        Some('{') => group(cursor, depth, '}'),
        _ => {
            cursor.take_while(|c| {
                !matches!(c, ',' | ':' | ')' | ']' | '}' | '/') && !c.is_whitespace()
            });
            return leaf(start, cursor);
        }
    };
    if name == Some("Some")
        && node.items.len() == 1
        && let Some(inner) = node.items.pop()
    {
        return inner;
    }
    node.span = start..cursor.offset();
    node
}

/// A value without parts that reaches from `start` to here.
fn leaf<'source>(start: usize, cursor: &Cursor<'source>) -> Node<'source> {
    Node {
        span: start..cursor.offset(),
        ..Node::default()
    }
}

/// Reads what stands between two brackets.
fn group<'source>(cursor: &mut Cursor<'source>, depth: usize, closing: char) -> Node<'source> {
    let mut node = Node::default();
    cursor.step();
    loop {
        cursor.skip_blanks();
        if cursor.peek().is_none_or(|c| c == closing) {
            node.is_broken |= cursor.step().is_none();
            return node;
        }
        let before = cursor.offset();
        let name = key(cursor, closing);
        let mut child = value(cursor, depth + 1);
        cursor.skip_blanks();
        let is_parted = cursor.take(",") || cursor.peek() == Some(closing);
        node.is_broken |= !is_parted || child.span.is_empty();
        child.entry = before..cursor.offset();
        match name {
            Some(name) => node.fields.push((name, child)),
            None => node.items.push(child),
        }
        if cursor.offset() == before {
            cursor.step();
        }
    }
}

/// Steps over a field's name or a map's key, and its colon.
fn key<'source>(cursor: &mut Cursor<'source>, closing: char) -> Option<&'source str> {
    let before = cursor.clone();
    let start = cursor.offset();
    let key = if closing == '}' && literal::skip(cursor) {
        let written = cursor.since(start).trim_start_matches(['r', '#']);
        Some(written.trim_end_matches('#').trim_matches('"'))
    } else if closing == ']' {
        None
    } else {
        cursor.take_name()
    };
    cursor.skip_blanks();
    if key.is_some() && cursor.take(":") {
        return key;
    }
    *cursor = before;
    None
}
