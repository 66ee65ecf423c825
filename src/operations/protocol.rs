//! The protocol of one interview while it is kept: what is typed goes in, events without names come out.
//!
//! Joins the guide, the sitting and what is known of names. Touches no file and reads no clock; the events it gathers
//! are written by whoever drives it.

mod accepting;
mod afterwards;
mod changing;
mod clock;
mod closing;
mod coding;
mod consent;
mod doubts;
mod draft;
mod false_finds;
mod finding;
mod keeping;
mod names;
mod parking;
mod placing;
mod rescuing;
mod rewind;
mod summing;
mod whole;
mod withheld;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use time::OffsetDateTime;

use crate::anonymise::{Announced, CleanText, Layers, Masked, Memory, Slot, redact_masked};
use crate::guide::{Additions, Codebook, CodebookChange, Guide};
use crate::language::Language;
use crate::session::{
    CellState, Event, NoteId, PauseReason, Purpose, Recorded, Session, Sitting, Sought, TopicId,
};

use doubts::Ledger;
use false_finds::Typed;

pub use changing::Change;
pub use clock::ClockJump;
pub use doubts::{Settlement, Unsettled};
pub use draft::Keeping;
pub use false_finds::TakenBack;
pub use finding::Hit;
pub use keeping::{Marked, Withheld};
pub use names::{KnownNames, ReplacedBefore};
pub use rewind::Rewound;

/// An interview's protocol while it is kept.
#[derive(Debug)]
pub struct Protocol {
    guide: Arc<Guide>,
    /// What the study adds to the codebook of the guide.
    additions: Additions,
    /// Put together when it is asked for.
    codebook: OnceCell<Codebook>,
    /// Labels of codes in which a name became known, and which must be written anew.
    relabelled: Vec<CodebookChange>,
    sitting: Sitting,
    memory: Memory,
    /// Whether the memory knows the words of the guide.
    has_vocabulary: bool,
    /// Whether names were protected with which what was written before is not searched yet.
    is_search_due: bool,
    /// How many names were announced when other protocols of the session were searched for them last.
    searched_elsewhere: usize,
    /// What the masks stand for.
    ledger: Ledger,
    /// As what the notes of this sitting were typed.
    typed: Typed,
    /// Where the last search for names that nobody announced replaced something.
    replaced_in: Vec<doubts::Place>,
    /// How many names were known when everything was searched for them last.
    searched_for: u64,
    /// How many were known when the texts of the cases were searched last.
    searched_beside: u64,
    taker: u8,
    records: Vec<Recorded>,
    rewrite: bool,
    replaced: Vec<(CleanText, CleanText)>,
    sought: Vec<Sought>,
    /// Which of several interviewees speaks, from 1.
    speaker: Option<u8>,
    /// What drafts become that are no new notes, also while nothing stands in them.
    meant: BTreeMap<TopicId, Purpose>,
}

/// What has to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The events since the last time, in order.
    pub records: Vec<Recorded>,
    /// How the files of the sitting must be written anew, if text was taken out for good.
    pub rewrite: Option<Box<Rewrite>>,
    /// The sitting with the names that were announced, if it is not written anew: other protocols of the session must
    /// be searched for them.
    pub elsewhere: Option<Box<Rewrite>>,
    /// Labels of codes in which a name became known: the study's file of the codebook must be written anew.
    pub relabelled: Vec<CodebookChange>,
    /// Whether names became known: the texts of the study's cases must be searched by [`Protocol::search_beside`].
    pub search_beside: bool,
}

/// A sitting from which text was taken out for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The sitting without it.
    pub sitting: Sitting,
    /// Texts that gave way to others because a name in them became known, for finding them in copies.
    pub replaced: Vec<(CleanText, CleanText)>,
    /// The names that were announced, for finding them in other protocols.
    pub names: Announced,
    /// Words whose texts were struck, for striking them in copies.
    pub sought: Vec<Sought>,
}

impl Protocol {
    /// A protocol that is taken up. `memory` must know the session's slots.
    pub fn new(guide: impl Into<Arc<Guide>>, sitting: Sitting, memory: Memory) -> Self {
        let guide = guide.into();
        Self {
            codebook: OnceCell::new(),
            additions: Additions::default(),
            relabelled: Vec::new(),
            guide,
            sitting,
            memory,
            has_vocabulary: false,
            is_search_due: false,
            searched_elsewhere: 0,
            ledger: Ledger::default(),
            typed: Typed::default(),
            replaced_in: Vec::new(),
            searched_for: 0,
            searched_beside: 0,
            taker: 1,
            records: Vec::new(),
            rewrite: false,
            replaced: Vec::new(),
            sought: Vec::new(),
            speaker: None,
            meant: BTreeMap::new(),
        }
    }

    /// The protocol of another note-taker than the first.
    #[must_use]
    pub fn for_taker(mut self, taker: u8) -> Self {
        self.taker = taker;
        self
    }

    /// Which note-taker keeps it, from 1.
    pub fn taker(&self) -> u8 {
        self.taker
    }

    /// Searches for names that nobody announced, too, with these layers. The words that are allowed are never taken for
    /// one.
    #[must_use]
    pub fn listening<'a>(
        mut self,
        layers: Layers,
        allowed: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let language = self.language();
        self.memory = self.memory.with_layers(layers);
        self.memory.listen_in(language);
        for word in allowed {
            self.memory.allow(word);
        }
        self
    }

    /// The session as it stands.
    pub fn state(&self) -> &Session {
        self.sitting.state()
    }

    /// The sitting, for writing its files anew.
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// The guide.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// The same, for whoever keeps it.
    pub const fn shared_guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// What is known of names.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// What has happened since the last call and must be written.
    pub fn take_changes(&mut self) -> Changes {
        let is_elsewhere_due = self.has_more_for_elsewhere();
        let is_rewritten = std::mem::take(&mut self.rewrite);
        let rewrite = (is_rewritten || is_elsewhere_due).then(|| {
            Box::new(Rewrite {
                sitting: self.sitting.clone(),
                replaced: std::mem::take(&mut self.replaced),
                names: self.memory.announced(),
                sought: std::mem::take(&mut self.sought),
            })
        });
        let (rewrite, elsewhere) = if is_rewritten {
            (rewrite, None)
        } else {
            (None, rewrite)
        };
        Changes {
            records: std::mem::take(&mut self.records),
            relabelled: std::mem::take(&mut self.relabelled),
            search_beside: std::mem::replace(&mut self.searched_beside, self.searched_for)
                != self.searched_for,
            rewrite,
            elsewhere,
        }
    }

    /// Lets a prepared session happen: its header is the first event.
    pub fn prepare(&mut self) {
        let header = Box::new(self.state().header.clone());
        self.record(Event::Begun(header));
    }

    /// Says that work on the session is taken up again. The time since it was left is a pause.
    pub fn resume(&mut self, left_at: Option<OffsetDateTime>, now: OffsetDateTime) {
        self.record(Event::Resumed(now));
        // What is done after the interview is no time of it.
        if self.is_closed() {
            return;
        }
        let left_ms = left_at.and_then(|left| self.elapsed_ms(left));
        if let (Some(left_ms), Some(now_ms)) = (left_ms, self.elapsed_ms(now))
            && now_ms > left_ms
            && !self.state().clock.is_paused()
        {
            self.record(Event::Paused {
                at_ms: left_ms,
                reason: PauseReason::Left,
            });
            self.record(Event::Continued { at_ms: now_ms });
        }
    }

    /// Goes to a topic.
    pub fn move_to(&mut self, topic: &TopicId, now: OffsetDateTime) {
        // The way through the guide ends with the interview.
        if self.state().position.as_ref() != Some(topic) && !self.is_closed() {
            let at_ms = self.elapsed_ms(now);
            self.record(Event::Moved {
                topic: topic.clone(),
                at_ms,
            });
        }
    }

    /// Sets a cell's state. Where note-takers differ of it, that settles which one holds.
    pub fn set_cell(&mut self, topic: &TopicId, state: CellState) {
        let is_disputed = self.state().disputed(topic).is_some();
        if is_disputed || self.state().cell(topic) != state {
            self.record(Event::CellSet {
                topic: topic.clone(),
                state,
            });
        }
    }

    /// Says that a probe was asked; the notes that follow are prompted by it.
    pub fn ask_probe(&mut self, topic: &TopicId, probe: u8, now: OffsetDateTime) {
        let at_ms = self.elapsed_ms(now);
        self.record(Event::ProbeAsked {
            topic: topic.clone(),
            probe,
            at_ms,
        });
    }

    /// Moves a note into another cell.
    ///
    /// # Errors
    ///
    /// If nothing is kept of the moment at which it stands.
    pub fn refile(&mut self, note: NoteId, topic: &TopicId) -> Result<(), Withheld> {
        let found = self.state().note(note);
        let Some(at_ms) = found
            .filter(|found| &found.topic != topic)
            .map(|found| found.at_ms)
        else {
            return Ok(());
        };
        self.may_keep_of(at_ms)?;
        self.record(Event::NoteMoved {
            note,
            topic: topic.clone(),
        });
        Ok(())
    }

    /// Links a note into a further cell, or takes the link away.
    pub fn link(&mut self, note: NoteId, topic: &TopicId) {
        let Some(found) = self.state().note(note) else {
            return;
        };
        if &found.topic == topic {
            return;
        }
        let topic = topic.clone();
        let event = if found.also_in.contains(&topic) {
            Event::NoteUnlinked { note, topic }
        } else {
            Event::NoteLinked { note, topic }
        };
        self.record(event);
    }

    /// Sets an attribute, or takes it away.
    pub fn set_attribute(&mut self, attribute: &str, value: Option<&str>) {
        if self.state().attributes.get(attribute).map(String::as_str) != value {
            self.record(Event::AttributeSet {
                attribute: attribute.to_owned(),
                value: value.map(str::to_owned),
            });
        }
    }

    /// Ticks an entry of a checklist, or takes the tick away.
    pub fn toggle_tick(&mut self, check: &str) {
        let check = check.to_owned();
        let event = if self.state().ticked.contains(&check) {
            Event::Unticked { check }
        } else {
            Event::Ticked { check }
        };
        self.record(event);
    }

    /// Notes that notes are in another language from here on.
    pub fn switch_language(&mut self, language: Language) {
        self.memory.listen_in(language);
        self.record(Event::LanguageSwitched(language));
    }

    /// The language in which notes are taken.
    fn language(&self) -> Language {
        let state = self.state();
        state.switched_language().unwrap_or(state.header.language)
    }

    /// Waves an open point through, with a reason that may be empty.
    pub fn wave(&mut self, gate: &str, reason: &str) {
        let reason = self.clean(reason);
        self.record(Event::GateWaved {
            gate: gate.to_owned(),
            reason,
        });
    }

    /// A text from a field, searched for names.
    fn clean(&mut self, text: &str) -> CleanText {
        self.search_field(text).text
    }

    /// A text from a field, searched for names, and what its masks stand for.
    fn search_field(&mut self, text: &str) -> Masked {
        self.settle_names();
        let masked = redact_masked(text, &mut self.memory);
        self.note_findings(masked.added.clone(), &masked.findings);
        masked
    }

    fn note_findings(&mut self, slots: Vec<Slot>, findings: &[crate::anonymise::Finding]) {
        for slot in slots {
            self.record(Event::SlotAdded(slot));
        }
        for finding in findings {
            self.record(Event::Finding {
                rule: finding.rule.code().to_owned(),
                slot: finding.slot,
                detected: names::detected(finding),
            });
        }
    }

    fn record(&mut self, event: Event) {
        let recorded = self.sitting.record(event);
        self.records.push(recorded);
    }
}
