//! Finds the place of each fault in the source.

use std::collections::HashSet;
use std::ops::Range;

use crate::guide::{Fault, FaultKind, MOST_FAULTS, Severity, is_hidden};
use crate::store::ron_text::{self, BYTE_ORDER_MARK, Place, Tree};

/// A fault and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The fault.
    pub fault: Fault,
    /// Where it begins.
    pub place: Place,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

impl Located {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        self.fault.kind.severity()
    }
}

/// Finds the place of each fault, adds hidden characters that stand outside of texts, and sorts all by place.
pub(super) fn locate(source: &str, faults: Vec<Fault>) -> Vec<Located> {
    let hidden = hidden_characters(source);
    if faults.is_empty() && hidden.is_empty() {
        return Vec::new();
    }
    let mut finder = Finder::new(source);
    let mut spanned: Vec<(Range<usize>, Fault)> = faults
        .into_iter()
        .map(|fault| (finder.span(&fault), fault))
        .collect();
    let in_texts: HashSet<usize> = spanned
        .iter()
        .filter(|(_, fault)| matches!(fault.kind, FaultKind::HiddenCharacter(_)))
        .map(|(span, _)| span.start)
        .collect();
    spanned.extend(
        hidden
            .into_iter()
            .filter(|(span, _)| !in_texts.contains(&span.start)),
    );
    spanned.sort_by_key(|(span, _)| (span.start, span.end));
    let starts: Vec<usize> = spanned.iter().map(|(span, _)| span.start).collect();
    let places = ron_text::places(source, &starts);
    spanned
        .into_iter()
        .zip(places)
        .map(|((span, fault), place)| Located { fault, place, span })
        .collect()
}

/// Finds faults in the source; those of one text, which come one after the other, take one look at it.
struct Finder<'source> {
    tree: Tree<'source>,
    path: String,
    characters: Vec<Range<usize>>,
}

impl<'source> Finder<'source> {
    fn new(source: &'source str) -> Self {
        Self {
            tree: Tree::read(source),
            path: String::new(),
            characters: Vec::new(),
        }
    }

    fn span(&mut self, fault: &Fault) -> Range<usize> {
        let Some(within) = &fault.within else {
            return self.tree.span(&fault.path);
        };
        if self.path != fault.path {
            self.path.clone_from(&fault.path);
            self.characters = self.tree.characters(&fault.path);
        }
        match self.characters.get(within.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            Some([]) | None => self.tree.span(&fault.path),
        }
    }
}

/// Hidden characters anywhere in the source, comments included; what lays out a file is not meant.
///
/// Those in texts are found with their path by [`crate::guide::validate`], written as an escape or not. In a comment
/// they could show a reviewer another guide than the one that is read.
fn hidden_characters(source: &str) -> Vec<(Range<usize>, Fault)> {
    source
        .char_indices()
        .filter(|(at, c)| {
            is_hidden(*c)
                && !matches!(c, '\n' | '\r' | '\t')
                && !(*at == 0 && *c == BYTE_ORDER_MARK)
        })
        .take(MOST_FAULTS)
        .map(|(at, c)| {
            let fault = Fault {
                path: String::new(),
                within: None,
                kind: FaultKind::HiddenCharacter(c),
            };
            (at..at + c.len_utf8(), fault)
        })
        .collect()
}
