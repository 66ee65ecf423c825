//! Lines that the detectors read together, before the texts in which they stand are searched one after the other.

use std::collections::HashSet;

use super::Memory;
use crate::anonymise::detect;
use crate::anonymise::secret::Secret;
use crate::language::Language;

/// How many bytes are read together: so much that the network has several sentences at each step, and so little that what
/// it reckons with stays small.
const TOGETHER: usize = 16 * 1024;

impl Memory {
    /// Lets the detectors read the lines of some texts that are searched next. What they say is what they would say of each
    /// alone. A line that looks different by then, since more names are known, is read again.
    pub(in crate::anonymise) fn read_ahead(&mut self, texts: &[(&str, Language)]) {
        if !self.is_listening() {
            return;
        }
        let mut known = HashSet::new();
        let mut lines: Vec<(Secret, Language)> = Vec::new();
        let mut length = 0;
        for (text, language) in texts {
            let layout = self.lay_out(text);
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

    /// Remembers what the detectors say of some lines.
    fn hear(&mut self, lines: Vec<(Secret, Language)>) {
        let texts: Vec<(&str, Language)> = lines.iter().map(|(line, of)| (&**line, *of)).collect();
        let said = detect::detect_all(&texts, self.layers);
        for ((line, language), said) in lines.into_iter().zip(said) {
            self.heard.keep(line, language, said);
        }
    }
}
