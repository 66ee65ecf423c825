//! Which text is searched at present, so that what a text itself taught is told from what was known before.
//!
//! A name that a draft taught while it was typed must not count as known before it: what is pasted is searched at once, and both
//! have to come out alike.

/// The texts that were searched, by numbers that are given once.
#[derive(Default)]
pub(super) struct Texts {
    last: u64,
    draft: u64,
    present: u64,
}

impl Texts {
    /// The number of the text that is searched.
    pub(super) const fn present(&self) -> u64 {
        self.present
    }

    /// Turns to a text that nobody is typing.
    pub(super) const fn turn_to_whole(&mut self) {
        self.last += 1;
        self.present = self.last;
    }

    /// Turns to the draft: to another one if it has just begun.
    pub(super) const fn turn_to_draft(&mut self, begins: bool) {
        if begins || self.draft == 0 {
            self.last += 1;
            self.draft = self.last;
        }
        self.present = self.draft;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_one_text_from_its_first_word_on_whatever_is_searched_between() {
        let mut texts = Texts::default();
        texts.turn_to_draft(true);
        let draft = texts.present();
        texts.turn_to_whole();
        assert_ne!(texts.present(), draft);
        texts.turn_to_draft(false);
        assert_eq!(texts.present(), draft);
        texts.turn_to_draft(true);
        assert_ne!(texts.present(), draft);
    }
}
