//! Reads the hand-marked notes: `⟦kind.entity|text⟧` must go, `⟦keep|text⟧` must stay, `⟦any|text⟧` is not scored.

use std::ops::Range;
use std::path::Path;

/// A file of the corpus.
pub struct Corpus {
    /// The notes in order.
    pub notes: Vec<Note>,
}

/// A note without its marks.
pub struct Note {
    /// The session it belongs to, counted in the file.
    pub session: usize,
    /// Whether it is a hard one.
    pub is_hard: bool,
    /// The text.
    pub text: String,
    /// What was marked in it.
    pub marks: Vec<Mark>,
}

/// A marked piece of a note.
#[derive(Clone)]
pub struct Mark {
    /// Where it stands.
    pub span: Range<usize>,
    /// `person`, `place` … `keep`, `any`.
    pub kind: String,
    /// Which entity of its session.
    pub entity: Option<u32>,
}

impl Corpus {
    /// Reads a file such as `build.de.txt`.
    pub fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/corpus")
            .join(name);
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut notes = Vec::new();
        let mut session = 0;
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with("==") {
                session += 1;
                continue;
            }
            let (flag, marked) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("{name}:{}: no tab", number + 1));
            let (text, marks) =
                unmark(marked).unwrap_or_else(|| panic!("{name}:{}: brackets", number + 1));
            notes.push(Note {
                session,
                is_hard: flag == "h",
                text,
                marks,
            });
        }
        Self { notes }
    }
}

impl Mark {
    /// Whether it must go.
    pub fn must_go(&self) -> bool {
        self.kind != "keep" && self.kind != "any"
    }
}

fn unmark(marked: &str) -> Option<(String, Vec<Mark>)> {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('⟦') {
        text.push_str(before);
        let (mark, behind) = behind.split_once('⟧')?;
        let (label, inner) = mark.split_once('|')?;
        let (kind, entity) = match label.split_once('.') {
            Some((kind, entity)) => (kind, Some(entity.parse().ok()?)),
            None => (label, None),
        };
        let start = text.len();
        text.push_str(inner);
        marks.push(Mark {
            span: start..text.len(),
            kind: kind.to_owned(),
            entity,
        });
        rest = behind;
    }
    text.push_str(rest);
    Some((text, marks))
}
