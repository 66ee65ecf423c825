//! The text of a session as programs of qualitative analysis show it, and where in it each note stands.

use crate::export::identity::identity;
use crate::export::page::{Page, quoted_text};
use crate::export::xml::fit;
use crate::i18n::Words;
use crate::release::Released;
use crate::session::{Note, NoteId};

/// The text of a session.
pub(super) struct SourceText {
    /// Its id, the same in every export.
    pub guid: String,
    /// The text, its lines ended by LF.
    pub text: String,
    /// Where its notes stand.
    pub passages: Vec<Passage>,
}

/// Where a note stands.
pub(super) struct Passage {
    id: NoteId,
    /// Its first character, counted from 0 in code points.
    pub start: usize,
    /// The character behind its last.
    pub end: usize,
}

impl Passage {
    /// The note.
    pub(super) fn note<'released>(&self, released: &'released Released) -> Option<&'released Note> {
        released.notes().iter().find(|note| note.id == self.id)
    }
}

impl SourceText {
    /// Lays out a session: what it is, then block by block, topic by topic its notes.
    pub(super) fn of(released: &Released, words: &Words) -> Self {
        let page = Page::of(released, None, words);
        let mut layout = Layout::default();
        layout.line(&page.title);
        for line in &page.head {
            layout.line(line);
        }
        let mut passages = Vec::new();
        for (section, block) in page.sections.iter().zip(released.blocks()) {
            layout.line("");
            layout.line(&section.heading);
            for (part, cell) in section.parts.iter().zip(&block.cells) {
                layout.line("");
                layout.line(&part.heading);
                if let Some(summary) = &part.summary {
                    layout.line(summary);
                }
                for (entry, note) in part.entries.iter().zip(released.notes_in(&cell.topic)) {
                    layout.write(&format!("[{} {}] ", entry.number, entry.time));
                    let start = layout.length;
                    layout.write(&fit(&quoted_text(note)).replace('\r', " "));
                    passages.push(Passage {
                        id: note.id,
                        start,
                        end: layout.length,
                    });
                    layout.write("\n");
                }
            }
        }
        layout.line("");
        for line in &page.foot {
            layout.line(line);
        }
        Self {
            guid: identity("source", &[&released.id().to_string()]),
            text: layout.text,
            passages,
        }
    }
}

/// A text that knows how many code points it has.
#[derive(Default)]
struct Layout {
    text: String,
    length: usize,
}

impl Layout {
    fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    fn line(&mut self, text: &str) {
        self.write(text);
        self.write("\n");
    }
}
