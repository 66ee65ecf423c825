//! Codes and marks on notes, and the codebook that they come from.

use super::Protocol;
use crate::anonymise::{CleanText, masks};
use crate::guide::codebook::{Refused, is_label};
use crate::guide::{Additions, Codebook, CodebookChange};
use crate::session::{Event, Mark, NoteId, Polarity, Prompting, Voice};

impl Protocol {
    /// Codes by a codebook with these additions of the study.
    #[must_use]
    pub fn with_additions(mut self, additions: Additions) -> Self {
        self.set_additions(additions);
        self
    }

    /// Takes in what the study adds to the codebook. Labels are searched for the names that are known here.
    pub fn set_additions(&mut self, additions: Additions) {
        if additions != self.additions {
            self.additions = additions;
            self.codebook.take();
        }
        self.search_labels();
    }

    /// The codebook, with what the study adds to it.
    pub fn codebook(&self) -> &Codebook {
        self.codebook
            .get_or_init(|| Codebook::new(&self.guide, &self.additions))
    }

    /// A label for a code, searched for names.
    ///
    /// # Errors
    ///
    /// If it is no label; if a name stands in it, whose placeholder would mean somebody else in other sessions; or if a
    /// word of it may be a name: nobody settles the words of a label.
    pub fn clean_label(&mut self, label: &str) -> Result<CleanText, Refused> {
        let label = label.trim();
        if !is_label(label) {
            return Err(Refused::TooLong);
        }
        let clean = self.clean(label);
        if self.memory.has_placeholder(&clean) {
            return Err(Refused::HoldsName);
        }
        if masks(clean.as_str()) > 0 {
            return Err(Refused::MayBeName);
        }
        Ok(clean)
    }

    /// Puts a code on a note, or takes it off if it is there, also as a code that was merged into it. Tells how many
    /// codes the note then has; nothing if there is no such note.
    pub fn toggle_code(&mut self, note: NoteId, code: &str) -> Option<usize> {
        let codes = &self.state().note(note)?.codes;
        let wanted = self.codebook().resolve(code);
        let there: Vec<String> = codes
            .iter()
            .filter(|known| self.codebook().resolve(known) == wanted)
            .cloned()
            .collect();
        if there.is_empty() {
            let code = wanted.to_owned();
            self.record(Event::Coded { note, code });
        }
        for code in there {
            self.record(Event::Uncoded { note, code });
        }
        self.state().note(note).map(|note| note.codes.len())
    }

    /// Says of a note that it was prompted, or that it came unasked.
    pub fn toggle_prompted(&mut self, note: NoteId) {
        if let Some(found) = self.state().note(note) {
            let prompting = match found.prompting {
                Prompting::Unprompted => Prompting::Prompted,
                Prompting::Prompted | Prompting::Probe(_) => Prompting::Unprompted,
            };
            self.mark(note, Mark::Prompting(prompting));
        }
    }

    /// Says of a note that what it says helps or hinders; the same once more takes that away.
    pub fn toggle_polarity(&mut self, note: NoteId, polarity: Polarity) {
        if let Some(found) = self.state().note(note) {
            let is_set = found.polarity == Some(polarity);
            self.mark(note, Mark::Polarity((!is_set).then_some(polarity)));
        }
    }

    /// Says of a note that it gives the interviewee's own view, or one that was reported.
    pub fn toggle_voice(&mut self, note: NoteId) {
        if let Some(found) = self.state().note(note) {
            let voice = match found.voice {
                Voice::Own => Voice::Reported,
                Voice::Reported => Voice::Own,
            };
            self.mark(note, Mark::Voice(voice));
        }
    }

    fn mark(&mut self, note: NoteId, mark: Mark) {
        self.record(Event::NoteMarked { note, mark });
    }

    /// Searches the labels that the study gave to codes for the names that are known by now; what is found must be
    /// renamed in the study's file too. There it has no number, which would mean somebody else in other sessions.
    pub(super) fn search_labels(&mut self) {
        let mut additions = self.additions.clone();
        let mut is_changed = false;
        for label in additions.texts_mut() {
            if let Some(recleaned) = self.memory.reclean(label) {
                *label = self.memory.without_numbers(&recleaned.text);
                self.note_findings(recleaned.added, &recleaned.findings);
                is_changed = true;
            }
        }
        if !is_changed {
            return;
        }
        let before = std::mem::replace(&mut self.additions, additions);
        self.relabelled.extend(renamings(&before, &self.additions));
        self.codebook.take();
    }
}

/// The changes that turn the labels of one study's additions into those of the other.
fn renamings(before: &Additions, after: &Additions) -> Vec<CodebookChange> {
    let labels = |additions: &Additions| {
        let of_codes = additions
            .codes
            .iter()
            .map(|code| (code.id.clone(), code.labels.clone()));
        let others = additions.labels.clone();
        of_codes.chain(others).collect::<Vec<_>>()
    };
    let pairs = labels(before).into_iter().zip(labels(after));
    pairs
        .flat_map(|((code, old), (_, new))| {
            new.into_iter()
                .filter(move |(language, label)| old.get(language) != Some(label))
                .map(move |(language, label)| CodebookChange::Rename {
                    code: code.clone(),
                    label,
                    language,
                })
        })
        .collect()
}
