//! The slots of a session: what each stands for is typed beside it, and held in memory only. A neutral label can be
//! given too, which is written.

use crate::anonymise::{CleanText, ProtectedWords, Slot, SlotKey, SlotKind};
use crate::i18n::Text;
use crate::language;
use crate::operations::protocol::Protocol;
use crate::session::{Session, TextPlace};
use crate::tui::editor::Editor;
use crate::tui::keymap::Command;

use super::{Interview, Notice, Under};

/// The slots and what they stand for.
#[derive(Debug)]
pub struct Names {
    /// The interview underneath.
    pub interview: Box<Interview>,
    /// The slots, each with a field for its name.
    pub rows: Vec<(SlotKey, Editor)>,
    /// Which row keys go to.
    pub selected: usize,
    /// The field for the neutral label of that row, while it is typed.
    pub labelling: Option<Editor>,
    /// The slots that are asked to be joined, the first into the second: what was joined cannot be told apart again.
    pub joining: Option<(SlotKey, SlotKey)>,
    /// What the last key did.
    pub notice: Option<Notice>,
    /// Where one goes from here.
    pub under: Under,
}

/// The slots of a protocol whose names an interviewer can know.
fn nameable(protocol: &Protocol) -> Vec<SlotKey> {
    let state = protocol.state();
    // What somebody said to be another detail is one of which the name may be known.
    let was_said = |slot: &SlotKey| state.joined.iter().any(|(_, into)| into == slot);
    let slots = unjoined(state).filter(|slot| is_nameable(slot) || was_said(&slot.key));
    slots.map(|slot| slot.key).collect()
}

/// What the list holds: the names of the list of protected words and what was found on the way, other details too, as far as
/// it stands in the text or has a label.
fn shown(protocol: &Protocol) -> Vec<SlotKey> {
    let (state, nameable) = (protocol.state(), nameable(protocol));
    let is_told = |slot: &&Slot| {
        let may_stand = nameable.contains(&slot.key) || slot.key.kind == SlotKind::Detail;
        let stands = || slot.label.is_some() || mentions(state, slot.key) > 0;
        may_stand && (slot.listed || stands())
    };
    let slots = unjoined(state).filter(is_told);
    slots.map(|slot| slot.key).collect()
}

/// The slots that went into no other.
fn unjoined(state: &Session) -> impl Iterator<Item = &Slot> {
    let is_joined = |slot: &Slot| state.joined.iter().any(|(from, _)| *from == slot.key);
    state.slots.iter().filter(move |slot| !is_joined(slot))
}

/// How often a slot stands in what was written in the session: its notes and drafts, the postscript and the rest, but not
/// in neutral labels.
fn mentions(state: &Session, slot: SlotKey) -> usize {
    let placeholder = slot.placeholder(state.header.language);
    // An attribute may stand in it behind its number: `[Person 2 | other side]`.
    let attributed = format!("{} |", placeholder.trim_end_matches(']'));
    let texts = state.placed_texts().into_iter();
    let texts = texts.filter(|(place, _)| !matches!(place, TextPlace::Label(_)));
    texts
        .map(|(_, text)| {
            let text = text.as_str();
            text.matches(&placeholder).count() + text.matches(&attributed).count()
        })
        .sum()
}

/// Whether an interviewer can know what a slot stands for: a name, or another detail that was on their list.
fn is_nameable(slot: &Slot) -> bool {
    match slot.key.kind {
        SlotKind::Person | SlotKind::Institution | SlotKind::Place => true,
        SlotKind::Detail => slot.listed,
        SlotKind::Email | SlotKind::Telephone | SlotKind::Web => false,
    }
}

/// Which of them wait for their names, which are never on disk: until those are typed, nothing is replaced by them. What
/// was found on the way and stands nowhere any more is nobody to be known.
pub fn waiting_names(protocol: &Protocol) -> Vec<&Slot> {
    let (state, unnamed) = (protocol.state(), protocol.memory().unnamed());
    let nameable = nameable(protocol);
    let slots = unjoined(state).filter(|slot| nameable.contains(&slot.key));
    slots
        .filter(|slot| unnamed.contains(&slot.key))
        .filter(|slot| slot.listed || mentions(state, slot.key) > 0)
        .collect()
}

impl Names {
    /// The slots of an interview whose names an interviewer can know.
    pub fn new(interview: Box<Interview>) -> Self {
        let slots = shown(&interview.protocol).into_iter();
        let rows = slots.map(|slot| (slot, Editor::new(40, 1))).collect();
        Self {
            interview,
            rows,
            selected: 0,
            labelling: None,
            joining: None,
            notice: None,
            under: Under::Interview,
        }
    }

    /// How often a slot stands in what was written in the session.
    pub fn mentions(&self, slot: SlotKey) -> usize {
        mentions(self.interview.protocol.state(), slot)
    }

    /// Whether what is typed beside the chosen slot, which stands for one, may be meant for two.
    pub fn may_name_two(&self) -> bool {
        let chosen = self.rows.get(self.selected);
        let typed = chosen.filter(|_| self.labelling.is_none());
        typed.is_some_and(|(slot, name)| ProtectedWords::may_be_two(slot.kind, name.text()))
    }

    /// Whether what a slot stands for is not known.
    pub fn is_unnamed(&self, slot: SlotKey) -> bool {
        self.interview.protocol.memory().unnamed().contains(&slot)
    }

    /// The neutral label of a slot; empty if it has none.
    pub fn label(&self, slot: SlotKey) -> &str {
        let slots = &self.interview.protocol.state().slots;
        let known = slots.iter().find(|known| known.key == slot);
        known
            .and_then(|known| known.label.as_ref())
            .map_or("", CleanText::as_str)
    }

    /// Whether a command does something now.
    pub fn applies(&self, command: Command) -> bool {
        match command {
            Command::JoinSlots => self.joinable().is_some(),
            Command::SlotIs(kind) => {
                let row = self.rows.get(self.selected);
                row.is_some_and(|(slot, _)| slot.kind != kind)
            }
            Command::Edit(_)
            | Command::Up
            | Command::Down
            | Command::Accept
            | Command::LabelSlot => !self.rows.is_empty(),
            _ => true,
        }
    }

    /// A printable key. Who types on did not mean to join anything.
    pub fn type_character(&mut self, character: char) {
        self.joining = None;
        if let Some(editor) = self.field() {
            let mut buffer = [0; 4];
            let clean = language::sanitise(character.encode_utf8(&mut buffer)).into_owned();
            let _ = editor.insert_str(&clean);
        }
    }

    /// Text from the clipboard.
    pub fn paste(&mut self, text: &str) {
        self.joining = None;
        if let Some(editor) = self.field() {
            let _ = editor.insert_str(&language::sanitise(text).replace('\n', " "));
        }
    }

    /// Does what a key asks for; whether the interview is wanted. While it is asked whether to join, only Enter does.
    pub fn obey(&mut self, command: Command) -> bool {
        self.notice = None;
        match (self.joining.take(), command) {
            (Some((from, into)), Command::Accept) => {
                self.join(from, into);
                return false;
            }
            (Some(_), Command::JoinSlots | Command::Back) => return false,
            _ => {}
        }
        match command {
            Command::Up => self.leave_row(|row, _| row.saturating_sub(1)),
            Command::Down => self.leave_row(|row, last| (row + 1).min(last)),
            Command::Accept if self.labelling.is_some() => self.leave_row(|row, _| row),
            Command::Accept => {
                let was_last = self.selected + 1 >= self.rows.len();
                self.leave_row(|row, last| (row + 1).min(last));
                return was_last;
            }
            Command::Edit(edit) => {
                if let Some(editor) = self.field() {
                    let _ = super::edit_text(editor, edit);
                }
            }
            Command::JoinSlots => self.joining = self.joinable(),
            Command::SlotIs(kind) => self.change_kind(kind),
            Command::LabelSlot if self.labelling.is_some() => self.leave_row(|row, _| row),
            Command::LabelSlot => self.begin_label(),
            Command::StartInterview | Command::Back => {
                self.leave_row(|row, _| row);
                return true;
            }
            _ => {}
        }
        false
    }

    /// The field that is typed in.
    fn field(&mut self) -> Option<&mut Editor> {
        let name = self.rows.get_mut(self.selected).map(|(_, name)| name);
        self.labelling.as_mut().or(name)
    }

    /// Shows the label of the row to be typed in, after what was typed as its name is taken.
    fn begin_label(&mut self) {
        self.leave_row(|row, _| row);
        let Some((slot, _)) = self.rows.get(self.selected) else {
            return;
        };
        let label = self.label(*slot).to_owned();
        let mut editor = Editor::new(40, 1);
        editor.set(&label, label.len());
        self.labelling = Some(editor);
    }

    /// Takes what is typed beside the slot, and goes to another row.
    fn leave_row(&mut self, to: impl FnOnce(usize, usize) -> usize) {
        let label = self.labelling.take();
        if let Some((slot, editor)) = self.rows.get_mut(self.selected) {
            if let Some(label) = label {
                self.interview.protocol.label_slot(*slot, label.text());
            }
            let name = zeroize::Zeroizing::new(editor.take());
            if !name.trim().is_empty() {
                self.interview.protocol.name_slot(*slot, name.trim());
            }
        }
        self.selected = to(self.selected, self.rows.len().saturating_sub(1));
    }

    /// The slot that perhaps stands for the same as this one.
    fn perhaps_same(&self, slot: SlotKey) -> Option<SlotKey> {
        let offers = self.interview.protocol.perhaps_same();
        let offer = offers.iter().find(|offer| offer.from == slot);
        offer.map(|offer| offer.into)
    }

    /// The slot of the row and the one that is perhaps the same; else the one of its kind before it.
    fn joinable(&self) -> Option<(SlotKey, SlotKey)> {
        let (from, _) = self.rows.get(self.selected)?;
        if let Some(into) = self.perhaps_same(*from) {
            return Some((*from, into));
        }
        let before = self.rows.iter().take(self.selected).rev();
        let (into, _) = before
            .into_iter()
            .find(|(slot, _)| slot.kind == from.kind)?;
        Some((*from, *into))
    }

    /// Says that the slot of the row stands for something of another kind.
    fn change_kind(&mut self, kind: SlotKind) {
        self.leave_row(|row, _| row);
        let Some((slot, _)) = self.rows.get_mut(self.selected) else {
            return;
        };
        if let Some(changed) = self.interview.protocol.change_slot_kind(*slot, kind) {
            *slot = changed;
        }
    }

    /// Joins two slots, and goes to what both are then.
    fn join(&mut self, from: SlotKey, into: SlotKey) {
        self.leave_row(|row, _| row);
        self.interview.protocol.join_slots(from, into);
        self.rows.retain(|(slot, _)| *slot != from);
        let row = self.rows.iter().position(|(slot, _)| *slot == into);
        self.selected = row.unwrap_or(0);
        let language = self.interview.protocol.state().header.language;
        let [from, into] = [from, into].map(|slot| slot.placeholder(language));
        let about = format!("{from} → {into}");
        self.notice = Some(Notice::about(Text::NoticeSlotsJoined, &about));
    }
}
