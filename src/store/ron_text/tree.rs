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

/// One value.
#[derive(Debug, Default)]
struct Node<'source> {
    span: Range<usize>,
    fields: Vec<(&'source str, Self)>,
    items: Vec<Self>,
}

impl Node<'_> {
    fn child(&self, step: &Step<'_>) -> Option<&Self> {
        match step {
            Step::Field(name) => self
                .fields
                .iter()
                .find_map(|(field, node)| (field == name).then_some(node)),
            Step::Item(index) => self.items.get(*index),
        }
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
            cursor.step();
            return node;
        }
        let before = cursor.offset();
        match key(cursor, closing) {
            Some(key) => node.fields.push((key, value(cursor, depth + 1))),
            None => node.items.push(value(cursor, depth + 1)),
        }
        cursor.skip_blanks();
        cursor.take(",");
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
