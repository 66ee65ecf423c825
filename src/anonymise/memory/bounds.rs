//! What a memory lets go of, so that an endless text does not fill the machine's.

use super::Memory;
use crate::anonymise::marker::Markers;

impl Memory {
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
            found.filter(|(slot, _)| !announced.contains(slot)).count()
        } else {
            0
        };
        if found > 2 * most {
            let mut to_go = found - most;
            self.known.retain(|(slot, _)| {
                let stays = to_go == 0 || announced.contains(slot);
                to_go -= usize::from(!stays);
                stays
            });
            self.is_stale = true;
        }
        if self.addresses.len() > 2 * most {
            self.addresses.retain(|_, slot| announced.contains(slot));
        }
        if self.slots.all().len() > 8 * most {
            let used = self.known.iter().map(|(slot, _)| *slot);
            let used = used.chain(self.addresses.values().copied()).collect();
            self.slots.keep(&used);
            self.sureness.retain(|slot, _| used.contains(slot));
        }
    }
}
