//! Lines that the detectors read together, before the texts in which they stand are searched one after the other.

use std::collections::HashSet;

use super::Memory;
use crate::anonymise::detect::{self, Reader, Unread};
use crate::anonymise::layout::Layout;
use crate::anonymise::secret::Secret;
use crate::language::Language;

/// How many bytes are read together: so much that the network has several sentences at each step, and so little that what
/// it reckons with stays small.
const TOGETHER: usize = 16 * 1024;

impl Memory {
    /// Takes in what the detectors find in each of some texts, one after the other, in whichever language each is.
    ///
    /// They read the lines of all together, and what they say is what they would say of each alone. A line that looks
    /// different by the time it is searched, since more names are known, is read again. It is no memory that keeps the
    /// placeholders of any session: how a text is laid out in such a one depends on the language that it listens in.
    pub(in crate::anonymise) fn learn_all(&mut self, texts: &[(&str, Language)]) {
        let layouts: Vec<Layout> = texts.iter().map(|(text, _)| self.lay_out(text)).collect();
        self.read_ahead(texts, &layouts);
        let (before, mut added) = (self.generation(), Vec::new());
        for ((text, language), layout) in texts.iter().zip(layouts) {
            self.listen_in(*language);
            if added.is_empty() && self.generation() == before {
                self.learn_laid_out(text, layout, &mut added);
            } else {
                self.learn_from(text, &mut added);
            }
        }
    }

    /// Lets the detectors read the lines of some texts that are searched next.
    fn read_ahead(&mut self, texts: &[(&str, Language)], layouts: &[Layout]) {
        if !self.is_listening() {
            return;
        }
        let mut known = HashSet::new();
        let mut lines: Vec<(Secret, Language)> = Vec::new();
        let mut length = 0;
        for ((_, language), layout) in texts.iter().zip(layouts) {
            for line in layout.flat.split('\n') {
                let line = (Secret::from(line), *language);
                if !self.heard.has(&line.0, line.1) && known.insert(line.clone()) {
                    length += line.0.len();
                    lines.push(line);
                }
                if length >= TOGETHER {
                    self.hear(std::mem::take(&mut lines));
                    length = 0;
                }
            }
        }
        self.hear(lines);
    }

    /// Lets the detectors read the lines of several texts that are searched next, each with a memory of its own. What
    /// they say is what they would say of each alone.
    pub(in crate::anonymise) fn read_together<'all>(
        all: impl Iterator<Item = (&'all mut Self, &'all Layout)>,
    ) {
        let mut unread: Vec<Unread<'all>> = Vec::new();
        for (memory, layout) in all.filter(|(memory, _)| memory.is_listening()) {
            let lines = layout.flat.split('\n');
            let unheard = lines.filter(|line| !memory.heard.has(line, memory.listening));
            unread.push(Unread {
                lines: unheard.collect(),
                language: memory.listening,
                layers: memory.layers,
                reader: memory.reader.get_mut(),
            });
        }
        Reader::read_together(unread);
    }

    /// Remembers what the detectors say of some lines.
    fn hear(&mut self, lines: Vec<(Secret, Language)>) {
        let texts: Vec<(&str, Language)> = lines.iter().map(|(line, of)| (&**line, *of)).collect();
        let said = detect::detect_all(&texts, self.layers);
        for ((line, language), said) in lines.into_iter().zip(said) {
            self.heard.keep(line, language, said);
        }
    }
}
