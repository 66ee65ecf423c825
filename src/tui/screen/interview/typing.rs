//! Typing: every key goes to the draft, every boundary searches it.

use time::OffsetDateTime;

use super::{Interview, Notice, Shelved};
use crate::anonymise::{self, Boundary, Coarser, SlotKind};
use crate::i18n::Text;
use crate::language::{self, is_marker};
use crate::operations::protocol::Rewound;
use crate::session::{Event, TopicId};
use crate::tui::editor::Edit;
use crate::tui::keymap::EditCommand;

impl Interview {
    /// A printable key.
    pub fn type_character(&mut self, character: char, now: OffsetDateTime) {
        self.notice = None;
        self.comes_from_list = false;
        if self.is_off_record() {
            self.refuse_off_record();
            return;
        }
        let mut buffer = [0; 4];
        let typed = language::sanitise(character.encode_utf8(&mut buffer))
            .chars()
            .next();
        let Some(typed) = typed else { return };
        if !self.may_write() || !self.may_write_of_heard(now) {
            return;
        }
        self.start_draft(now);
        if !typed.is_alphanumeric() && typed != '@' {
            self.spell_side_out();
        }
        let edit = self.editor.insert_char(typed);
        self.after(edit);
        self.write_out(typed);
    }

    /// Whether a draft is written at its end, behind a word or a space: a character only goes there. Behind a placeholder
    /// it may bring back what was typed.
    pub fn goes_on_at_its_end(&self) -> bool {
        let text = self.editor.text();
        self.started_ms.is_some()
            && self.editor.cursor() == text.len()
            && text
                .chars()
                .next_back()
                .is_some_and(|last| !is_marker(last))
            && !self.is_off_record()
            && !self.protocol.is_refused()
    }

    /// Text from the clipboard; searched before it is shown.
    pub fn paste(&mut self, text: &str, now: OffsetDateTime) {
        self.notice = None;
        if self.is_off_record() {
            self.refuse_off_record();
            return;
        }
        let text = language::sanitise(text);
        if text.is_empty() || !self.may_write() || !self.may_write_of_heard(now) {
            return;
        }
        self.start_draft(now);
        match self.editor.insert_str(&text) {
            Edit::Full => self.notice = Some(Notice::of(Text::NoticeNoteFull)),
            _ => self.search(Boundary::Settle),
        }
    }

    /// Searches what is typed again, after names became known elsewhere.
    pub fn search_again(&mut self) {
        self.shelf.clear();
        self.settle();
    }

    /// Takes in that what came after a jump of the clock lies elsewhere.
    pub(in crate::tui::screen) fn reckon_anew(&mut self) {
        let drafts = &self.protocol.state().drafts;
        if let Some(draft) = drafts.get(&self.topic) {
            self.started_ms = self.started_ms.map(|_| draft.started_ms);
        }
        for (topic, shelved) in &mut self.shelf {
            if let Some(draft) = drafts.get(topic) {
                shelved.started_ms = draft.started_ms;
            }
        }
    }

    /// Writes everything that is typed, so that nothing is held back.
    pub fn settle(&mut self) {
        if self.started_ms.is_some() {
            self.search(Boundary::Settle);
        }
    }

    pub(super) fn edit(&mut self, command: EditCommand) {
        self.go_on_behind_taken_back();
        let edit = crate::tui::screen::edit_text(&mut self.editor, command);
        self.after(edit);
    }

    pub(super) fn keep(&mut self, now: OffsetDateTime) {
        if let Some(note) = self.changing() {
            self.keep_change(note, now);
            return;
        }
        let Some(started_ms) = self.started_ms else {
            return;
        };
        let keeping = self.keeping(started_ms, now);
        let kept = self.protocol.keep(&self.topic, self.editor.text(), keeping);
        let Ok(kept) = kept.map_err(|withheld| self.refuse_draft(withheld)) else {
            return;
        };
        self.end_draft();
        if kept.is_some() {
            self.at_hand = None;
            self.summed_up = None;
            self.scrolled = 0;
        }
        self.say_replaced_before(kept);
    }

    /// Empties the editor, after what stood in it became something else.
    pub(super) fn end_draft(&mut self) {
        drop(zeroize::Zeroizing::new(self.editor.take()));
        self.started_ms = None;
        self.held = 0;
        self.protocol.draft_shown("");
    }

    /// Keeps the draft of a topic as what it is meant to become, wherever the screen stands.
    pub fn keep_draft_of(&mut self, topic: &TopicId, now: OffsetDateTime) {
        let here = self.topic.clone();
        self.go_to(topic, now);
        if self.is_summing_up() {
            self.keep_sentence();
        } else {
            self.keep(now);
        }
        // Going back may say something too; why a draft was not kept counts more.
        let said = self.notice.take();
        self.go_to(&here, now);
        self.notice = said.or(self.notice.take());
    }

    pub(super) fn can_undo(&self) -> bool {
        if self.to_replace_again().is_some() {
            true
        } else if self.editor.is_empty() && self.protocol.purpose_of(&self.topic).is_note() {
            self.protocol.sitting().undoable().is_some()
        } else if self.editor.is_empty() {
            true
        } else {
            self.editor.can_undo()
        }
    }

    pub(super) fn undo(&mut self, now: OffsetDateTime) {
        if let Some(index) = self.to_replace_again() {
            self.replace_again(index);
            return;
        }
        if !self.editor.is_empty() {
            let edit = self.editor.undo();
            self.protocol.draft_shown(self.editor.text());
            if edit == Edit::Nothing {
                self.notice = Some(Notice::of(Text::NoticeUndoDraft));
            }
            self.after(edit);
            return;
        }
        if !self.protocol.purpose_of(&self.topic).is_note() {
            self.undo_emptied(now);
            return;
        }
        let undoable = self.protocol.sitting().undoable();
        let opens = undoable.is_some_and(|it| matches!(it.event, Event::GateWaved { .. }));
        self.take_back_last(now);
        if opens {
            self.notice = Some(Notice::of(Text::NoticeOpenAgain));
        }
    }

    /// Brings back what stood in a draft that takes the place of something, after it was emptied; if nothing did, nothing
    /// is to be replaced any more.
    fn undo_emptied(&mut self, now: OffsetDateTime) {
        if self.editor.undo() == Edit::Nothing || self.editor.is_empty() {
            let topic = self.topic.clone();
            self.protocol.clear_draft(&topic);
            return;
        }
        self.start_draft(now);
        self.protocol.draft_shown(self.editor.text());
        self.search(Boundary::Settle);
    }

    /// Takes back the last thing that happened and can be taken back. A note that becomes a draft again is prompted as it
    /// was.
    pub(in crate::tui::screen) fn take_back_last(&mut self, now: OffsetDateTime) {
        let undoable = self.protocol.sitting().undoable();
        let undone = undoable.map(|recorded| recorded.event.clone());
        let prompting = match &undone {
            Some(Event::NoteKept(note)) => Some(note.prompting),
            _ => None,
        };
        let rewound = self.protocol.undo();
        self.show_rewound(rewound, now);
        self.set_prompting(prompting.unwrap_or(self.prompting));
        // Who puts a note elsewhere than meant means the same note again.
        if let Some(Event::NoteMoved { note, .. } | Event::NoteLinked { note, .. }) = undone {
            self.at_hand = Some(note);
            self.summed_up = None;
        }
    }

    pub(super) fn redo(&mut self, now: OffsetDateTime) {
        if self.editor.can_redo() {
            let edit = self.editor.redo();
            if !self.editor.is_empty() {
                // Undone to nothing, the draft had ended.
                self.start_draft(now);
            }
            self.protocol.draft_shown(self.editor.text());
            self.after(edit);
            return;
        }
        // What was typed since has to be in the protocol's draft, which says whether the note can come out of it again.
        if !self.editor.is_empty() {
            self.search(Boundary::Settle);
        }
        let redoable = self.protocol.sitting().redoable();
        let leaves_open = redoable.is_some_and(|it| matches!(it.event, Event::GateWaved { .. }));
        self.bring_back_last(now);
        if leaves_open {
            self.notice = Some(Notice::of(Text::NoticeLeftOpen));
        }
    }

    /// Brings back what was taken back last.
    pub(in crate::tui::screen) fn bring_back_last(&mut self, now: OffsetDateTime) {
        let rewound = self.protocol.redo();
        let is_nothing = rewound == Rewound::Nothing;
        self.show_rewound(rewound, now);
        if is_nothing {
            self.notice = Some(Notice::of(Text::NoticeNothingToRedo));
        }
    }

    pub(super) fn protect_word(&mut self) {
        let Some(word) = self.word_at_cursor() else {
            return;
        };
        self.protocol.protect_word(SlotKind::Person, &word);
        // Drafts of other topics come back as they were searched again.
        self.shelf.clear();
        // The word is finished by being called a name, wherever the cursor stands in it.
        self.search(Boundary::Settle);
        self.notice = Some(Notice::of(Text::NoticeProtected));
    }

    /// The next coarser step for what stands at the cursor.
    pub(super) fn coarser(&self) -> Option<Coarser> {
        let cursor = self.editor.cursor();
        self.protocol
            .coarser(self.editor.text(), cursor, self.question_language)
    }

    /// Puts the next coarser step in the place of what stands at the cursor.
    pub(super) fn coarsen(&mut self) {
        let cursor = self.editor.cursor();
        let step = self
            .protocol
            .coarsen(self.editor.text(), cursor, self.question_language);
        match step {
            Some(step) => {
                let edit = self.editor.replace_range(step.span, &step.text);
                self.after(edit);
            }
            None => self.notice = Some(Notice::of(Text::NoticeNothingCoarser)),
        }
    }

    /// Spells a token for a side out that the cursor stands behind: `@own` becomes «own side».
    fn spell_side_out(&mut self) {
        let cursor = self.editor.cursor();
        let before = self.editor.text().split_at_checked(cursor);
        let token = before
            .and_then(|(before, _)| before.rsplit(char::is_whitespace).next())
            .filter(|token| token.starts_with('@'));
        let spelled = token
            .and_then(|token| Some((token.len(), anonymise::side(token, self.question_language)?)));
        if let Some((length, side)) = spelled {
            // The key that ends the token is the boundary at which the draft is searched.
            let _ = self.editor.replace_range(cursor - length..cursor, side);
        }
    }

    /// Puts the draft of a topic that one comes to into the editor.
    pub(super) fn fetch_draft(&mut self, topic: &TopicId) {
        let shelved = self.shelf.remove(topic).or_else(|| {
            let (text, started_ms) = self.protocol.draft_of(topic)?;
            let cursor = text.len();
            Some(Shelved {
                text: text.into(),
                cursor,
                started_ms,
            })
        });
        self.held = 0;
        self.started_ms = shelved.as_ref().map(|draft| draft.started_ms);
        match shelved {
            Some(draft) => {
                self.editor.set(&draft.text, draft.cursor);
                self.label_markers();
            }
            None => drop(self.editor.take()),
        }
        self.protocol.draft_shown(self.editor.text());
    }

    /// Puts the draft of a topic that one leaves aside.
    pub(super) fn shelve_draft(&mut self) {
        self.settle();
        let cursor = self.editor.cursor();
        let text = self.editor.take();
        let topic = self.topic.clone();
        if text.is_empty() && !self.protocol.purpose_of(&topic).is_note() {
            // Who leaves it empty does not come back to replace anything.
            self.protocol.clear_draft(&topic);
        }
        if let (Some(started_ms), false) = (self.started_ms.take(), text.is_empty()) {
            let draft = Shelved {
                text: text.into(),
                cursor,
                started_ms,
            };
            self.shelf.insert(self.topic.clone(), draft);
        }
    }

    fn start_draft(&mut self, now: OffsetDateTime) {
        self.go_on_behind_taken_back();
        if self.started_ms.is_none() {
            let playing_ms = self.playing_ms(now);
            let started_ms = playing_ms.unwrap_or_else(|| self.time_of_writing(now));
            self.started_ms = Some(started_ms);
        }
    }

    fn after(&mut self, edit: Edit) {
        match edit {
            Edit::Boundary => self.search(Boundary::Word),
            Edit::Full => self.notice = Some(Notice::of(Text::NoticeNoteFull)),
            Edit::Inside | Edit::Nothing => {}
        }
        if self.editor.is_empty() && self.started_ms.is_some() {
            self.search(Boundary::Settle);
            self.started_ms = None;
        }
    }

    pub(super) fn search(&mut self, boundary: Boundary) {
        let started_ms = self.started_ms.unwrap_or(0);
        let cursor = self.editor.cursor();
        self.protocol.prompt(&self.topic, self.prompting);
        let drafted = self.protocol.draft(
            &self.topic,
            self.editor.text(),
            cursor,
            boundary,
            started_ms,
        );
        self.held = drafted.held;
        if drafted.text != self.editor.text() {
            self.editor.replace_all(&drafted.text, drafted.cursor);
            self.label_markers();
        }
        self.editor.set_suspected(drafted.doubtful);
    }

    pub(super) fn label_markers(&mut self) {
        let markers = self
            .editor
            .text()
            .chars()
            .filter(|character| is_marker(*character));
        let labels: Vec<(char, String)> = markers
            .filter_map(|marker| Some((marker, self.protocol.label(marker)?)))
            .collect();
        self.editor.set_labels(labels);
    }

    fn show_rewound(&mut self, rewound: Rewound, now: OffsetDateTime) {
        match rewound {
            Rewound::Nothing => self.notice = Some(Notice::of(Text::NoticeNothingToUndo)),
            Rewound::Changed => {}
            Rewound::Draft(topic) => self.show_draft_of(&topic, now),
        }
    }

    /// Goes to a topic whose draft the protocol changed, and shows it.
    pub(super) fn show_draft_of(&mut self, topic: &TopicId, now: OffsetDateTime) {
        self.shelf.remove(topic);
        self.go_to(topic, now);
        self.fetch_draft(topic);
    }

    /// The word that the cursor stands in or behind.
    fn word_at_cursor(&self) -> Option<String> {
        let (before, after) = self.editor.text().split_at_checked(self.editor.cursor())?;
        let inside =
            |character: &char| character.is_alphanumeric() || matches!(character, '-' | '\'' | '’');
        let tail: String = after.chars().take_while(inside).collect();
        let before = if tail.is_empty() {
            before.trim_end_matches(|character: char| !inside(&character) && !is_marker(character))
        } else {
            before
        };
        let mut head: Vec<char> = before.chars().rev().take_while(inside).collect();
        head.reverse();
        let word: String = head.into_iter().collect::<String>() + &tail;
        let word = word
            .trim_matches(|character: char| !character.is_alphanumeric())
            .to_owned();
        (!word.is_empty()).then_some(word)
    }
}
