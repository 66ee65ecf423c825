//! From the bytes that a terminal sends to keys and pastes.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use zeroize::{Zeroize, Zeroizing};

use self::keys::{ESCAPE, Found, find, typed, with};
use super::input::{Input, PASTE_LIMIT, paste};

mod keys;

const PASTE_BEGIN: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// A paste that has begun.
#[derive(Default)]
struct Paste {
    bytes: Zeroizing<Vec<u8>>,
    is_cut: bool,
}

impl Paste {
    fn take(&mut self, bytes: &[u8]) {
        let room = PASTE_LIMIT - self.bytes.len();
        self.is_cut |= bytes.len() > room;
        self.bytes.extend(bytes.iter().take(room));
    }
}

/// Collects bytes until they are a key or a paste.
#[derive(Default)]
pub(super) struct Decoder {
    pending: Zeroizing<Vec<u8>>,
    paste: Option<Paste>,
}

impl Decoder {
    /// Whether a paste has begun and not ended.
    pub(super) const fn is_in_paste(&self) -> bool {
        self.paste.is_some()
    }

    /// Whether bytes wait for the rest of their sequence.
    pub(super) fn is_in_sequence(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes bytes and tells what they mean.
    pub(super) fn feed(&mut self, bytes: &[u8], tell: &mut impl FnMut(Input)) {
        self.pending.extend_from_slice(bytes);
        while match self.paste {
            Some(_) => self.take_paste(tell),
            None => self.take_keys(tell),
        } == Step::Again
        {}
    }

    /// Takes what waits as it is, since no more came: a lone Esc is a key.
    pub(super) fn expire(&mut self, tell: &mut impl FnMut(Input)) {
        if let Some(mut begun) = self.paste.take() {
            begun.take(&self.pending);
            self.pending.zeroize();
            tell(paste(&begun.bytes, begun.is_cut));
            return;
        }
        let key = match self.pending.as_slice() {
            [ESCAPE] => Some(KeyCode::Esc.into()),
            [ESCAPE, byte @ (b'[' | b'O')] => {
                Some(with(typed(char::from(*byte)), KeyModifiers::ALT))
            }
            _ => None,
        };
        self.pending.zeroize();
        key.map(Input::Key).into_iter().for_each(tell);
    }

    fn take_keys(&mut self, tell: &mut impl FnMut(Input)) -> Step {
        let mut used = 0;
        let step = loop {
            let rest = self.pending.get(used..).unwrap_or_default();
            if rest.starts_with(PASTE_BEGIN) {
                used += PASTE_BEGIN.len();
                self.paste = Some(Paste::default());
                break Step::Again;
            }
            match find(rest) {
                Found::Key(key, length) => {
                    used += length;
                    tell(Input::Key(key));
                }
                Found::Nothing(length) => used += length,
                Found::Part => break Step::NeedsMore,
            }
        };
        self.forget(used);
        step
    }

    fn take_paste(&mut self, tell: &mut impl FnMut(Input)) -> Step {
        let Some(begun) = &mut self.paste else {
            return Step::Again;
        };
        let end = self
            .pending
            .windows(PASTE_END.len())
            .position(|window| window == PASTE_END);
        if let Some(end) = end {
            begun.take(self.pending.split_at(end).0);
            let text = paste(&begun.bytes, begun.is_cut);
            self.paste = None;
            self.forget(end + PASTE_END.len());
            tell(text);
            return Step::Again;
        }
        // The end may have come in part.
        let sure = self.pending.len().saturating_sub(PASTE_END.len() - 1);
        begun.take(self.pending.split_at(sure).0);
        self.forget(sure);
        Step::NeedsMore
    }

    /// Forgets the first `count` bytes that wait.
    fn forget(&mut self, count: usize) {
        let used = count.min(self.pending.len());
        let rest = Zeroizing::new(self.pending.split_off(used));
        self.pending.zeroize();
        self.pending.extend_from_slice(&rest);
    }
}

/// How decoding goes on.
#[derive(PartialEq)]
enum Step {
    Again,
    NeedsMore,
}

#[cfg(test)]
mod tests;
