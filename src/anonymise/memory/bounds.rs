//! What a memory lets go of, so that an endless text does not fill the machine's.

use super::Memory;
use crate::anonymise::marker::Markers;
use crate::anonymise::names::LastWord;

/// How many words a name has at most where it may go on behind a cut.
const MOST_WORDS: usize = 8;

impl Memory {
    /// Whether a known name begins with the last words of a text, so that it may go on in what comes behind.
    pub fn may_go_on(&mut self, text: &str) -> bool {
        let layout = self.lay_out(text);
        let tokens = &layout.tokens;
        let first = tokens.len().saturating_sub(MOST_WORDS);
        let begins = (first..tokens.len()).any(|at| {
            let last = tokens.get(at..).unwrap_or_default();
            self.names().begin(&layout.flat, last, LastWord::Finished)
        });
        self.forget_markers();
        begins
    }

    /// Forgets the markers, where no text with any is left.
    pub(in crate::anonymise) fn forget_markers(&mut self) {
        self.markers = Markers::default();
    }

    /// Forgets of what nobody announced all but the last finds, as soon as they are more than twice as many. What is
    /// forgotten gets another placeholder when it is found again; its number is never given to anything else.
    pub fn keep_last_finds(&mut self, most: usize) {
        let announced = &self.announced;
        let found = if self.known.len() > 2 * most {
            let found = self.known.iter();
            found
                .filter(|known| !announced.contains(&known.slot))
                .count()
        } else {
            0
        };
        if found > 2 * most {
            let mut to_go = found - most;
            self.known.retain(|known| {
                let stays = to_go == 0 || announced.contains(&known.slot);
                to_go -= usize::from(!stays);
                stays
            });
            self.is_stale = true;
        }
        if self.addresses.len() > 2 * most {
            self.addresses.retain(|_, slot| announced.contains(slot));
        }
        if self.slots.all().len() > 8 * most {
            let used = self.known.iter().map(|known| known.slot);
            let used = used.chain(self.addresses.values().copied()).collect();
            self.slots.keep(&used);
            self.sureness.retain(|slot, _| used.contains(slot));
        }
    }
}
