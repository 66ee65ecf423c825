//! All that is known of names in one sitting.

mod addressee;
mod ahead;
mod announcing;
mod born;
mod bounds;
mod coarsening;
mod entity;
mod kin;
mod kinds;
mod known;
mod naming;
mod offering;
mod ordinary;
mod parting;
mod restoring;
mod same;
mod slots;
mod taking;
mod texts;
mod twins;
mod uniting;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;

use zeroize::Zeroizing;

use super::CleanText;
use super::detect::{Certainty, Detection, Reader};
use super::doubt::MASK;
use super::exposure::LastDraft;
use super::finding::{Candidate, Suspect, Target, resolve};
use super::layout::Layout;
use super::marker::{Behind, Entry, Markers};
use super::names::Names;
use super::pattern::Forms;
use super::placeholder::{self, Placeholder};
use super::secret::Secret;
use super::slot::{Slot, SlotKey, SlotKind};
use super::token::{joins, tokenise};
use super::vocabulary::Vocabulary;
use super::{Layers, contact, lexicon, telephone};
use crate::language::{Language, fold, is_marker, sanitise, spellings};
use known::{Known, KnownNames};
use slots::Slots;
use texts::Texts;

pub use offering::PerhapsSame;
pub use restoring::Standing;
pub(super) use restoring::standing;

/// Shown for a placeholder of which nothing is known any more.
const UNKNOWN: &str = MASK;

/// What is known of names in one sitting: which name belongs to which slot, and what stood behind each placeholder.
///
/// It lives in memory only: it can be neither stored nor printed, and everything in it is overwritten when dropped.
pub struct Memory {
    language: Language,
    slots: Slots,
    /// The names, in the order in which they became known.
    known: KnownNames,
    vocabulary: Vocabulary,
    /// Folded words that the configuration, the study or the interviewer calls no names.
    ordinary: HashSet<String>,
    /// Those among them that the interviewer called so in this sitting.
    said_ordinary: HashSet<String>,
    names: Names,
    /// Whether `names` is to be made anew before the next search.
    is_stale: bool,
    /// Raised whenever a name becomes known or is forgotten.
    generation: u64,
    /// How many of the known names are in `names`; the others join them before the next search.
    learned: usize,
    addresses: HashMap<(SlotKind, Secret), SlotKey>,
    /// The slots that came up in the draft that is being typed.
    born: HashSet<SlotKey>,
    /// Which layers of the detectors search for what nobody announced.
    layers: Layers,
    /// From which certainty on what nobody announced is replaced.
    certainty: Certainty,
    /// How sure the finds are that nobody announced: the surest of each slot.
    sureness: HashMap<SlotKey, Certainty>,
    /// Whether every placeholder that is written in letters stays, whoever gave it.
    keeps_placeholders: bool,
    /// The language in which notes are taken at present.
    listening: Language,
    /// The slots whose names were announced: they are replaced wherever they stand.
    announced: HashSet<SlotKey>,
    /// Written forms that the interviewer took back.
    allowed: Vec<Secret>,
    /// Regions that took the place of a town, as they stand.
    regions: Vec<Secret>,
    /// Who was told to be somebody's relative.
    kin: kin::Kin,
    /// Which slots are perhaps the same.
    offers: offering::Offers,
    /// Who was told to be another than somebody of the same name.
    twins: HashMap<SlotKey, Vec<SlotKey>>,
    /// What the detectors said last.
    heard: entity::Heard,
    /// Who reads for the detectors, and is asked again to tell names from words.
    reader: RefCell<Reader>,
    /// Which text is searched.
    texts: Texts,
    pub(super) markers: Markers,
    pub(super) draft: LastDraft,
}

impl Memory {
    /// Knows nobody yet; placeholders are written in this language.
    pub fn new(language: Language) -> Self {
        Self::resume(language, &[])
    }

    /// Knows which slots there are, but not whom they stand for.
    pub fn resume(language: Language, slots: &[Slot]) -> Self {
        Self {
            language,
            slots: Slots::new(slots),
            known: KnownNames::default(),
            generation: 0,
            vocabulary: Vocabulary::default(),
            ordinary: HashSet::new(),
            said_ordinary: HashSet::new(),
            names: Names::default(),
            is_stale: false,
            learned: 0,
            addresses: HashMap::new(),
            born: HashSet::new(),
            layers: Layers::NONE,
            certainty: Certainty::Likely,
            sureness: HashMap::new(),
            keeps_placeholders: false,
            listening: language,
            announced: HashSet::new(),
            allowed: Vec::new(),
            regions: Vec::new(),
            kin: kin::Kin::default(),
            offers: offering::Offers::default(),
            twins: HashMap::new(),
            heard: entity::Heard::default(),
            reader: RefCell::default(),
            texts: Texts::default(),
            markers: Markers::default(),
            draft: LastDraft::default(),
        }
    }

    /// Searches for what nobody announced too, with these layers of the detectors.
    #[must_use]
    pub const fn with_layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// Replaces what nobody announced from this certainty on; without this, what is likely and what is certain.
    #[must_use]
    pub const fn with_certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// Lets every placeholder stand that is written in letters, in whatever language and by whom ever it was given; its
    /// number is not given again.
    #[must_use]
    pub const fn keeping_placeholders(mut self) -> Self {
        self.keeps_placeholders = true;
        self
    }

    /// Says in which language notes are taken from here on.
    pub const fn listen_in(&mut self, language: Language) {
        self.listening = language;
    }

    /// Whether what nobody announced is searched for too.
    pub fn is_listening(&self) -> bool {
        self.layers != Layers::NONE
    }

    /// Says which words of the guide and of its codebook are ordinary ones: they are not protected as a mere part of an
    /// institution's or a place's name, and nothing is found that nobody announced and that is made of such words alone.
    /// Replaces what was said before.
    pub fn set_vocabulary<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        self.share_vocabulary(Vocabulary::of(words));
    }

    /// Says the same of words that others have too.
    pub(super) fn share_vocabulary(&mut self, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary;
        self.is_stale = true;
    }

    /// A number that is another whenever other names are known, those included that nobody announced.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Takes over for the slots that there are by what they were known earlier while the program ran, and what was let
    /// through then.
    pub fn recall(&mut self, earlier: &Self) {
        for known in earlier.known.iter() {
            if self.slots.has(known.slot) {
                self.know(known.slot, &known.name);
            }
        }
        for (address, slot) in &earlier.addresses {
            if self.slots.has(*slot) {
                self.addresses.entry(address.clone()).or_insert(*slot);
            }
        }
        for (slot, certainty) in &earlier.sureness {
            if self.slots.has(*slot) {
                self.sureness.entry(*slot).or_insert(*certainty);
            }
        }
        let announced = earlier.announced.iter().copied();
        self.announced
            .extend(announced.filter(|slot| self.slots.has(*slot)));
        self.offers
            .recall(&earlier.offers, |slot| self.slots.has(slot));
        for form in &earlier.allowed {
            if !self.allowed.contains(form) {
                self.allowed.push(form.clone());
            }
        }
        for region in &earlier.regions {
            if !self.regions.contains(region) {
                self.regions.push(region.clone());
            }
        }
        self.ordinary.extend(earlier.ordinary.iter().cloned());
        self.said_ordinary
            .extend(earlier.said_ordinary.iter().cloned());
        self.is_stale = true;
    }

    /// Joins two slots that stand for the same: whatever is found for `from` goes into `into` from then on.
    pub fn join(&mut self, from: SlotKey, into: SlotKey) {
        self.slots.join(from, into);
    }

    /// All slots, also those that were joined to others.
    pub fn slots(&self) -> &[Slot] {
        self.slots.all()
    }

    /// The language of the placeholders.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What a marker looks like: `[Person 1]`. Nothing for any other character.
    pub fn show(&self, marker: char) -> Option<String> {
        let Some(entry) = self.markers.get(marker) else {
            return self.markers.knows(marker).then(|| UNKNOWN.to_owned());
        };
        let slot = self.slots.resolve(entry.slot);
        Some(match &entry.behind {
            Behind::Attribute(attribute) => {
                placeholder::with_attribute(slot, self.language, attribute.as_str())
            }
            Behind::Original(_) | Behind::Nothing => slot.placeholder(self.language),
        })
    }

    /// What was typed where the marker stands, which the caller puts in its place. This written form is let through
    /// for the rest of the sitting; of what nobody announced, every form. Nothing if it was not typed in this sitting.
    pub fn take_back(&mut self, marker: char) -> Option<Zeroizing<String>> {
        let entry = self.markers.get(marker)?;
        let slot = self.slots.resolve(entry.slot);
        let Behind::Original(original) = &entry.behind else {
            return None;
        };
        let original = original.clone();
        let revealed = original.reveal();
        if self.is_listening() && !self.announced.contains(&slot) {
            self.call_ordinary(&revealed);
        }
        if !self.allowed.contains(&original) {
            self.allowed.push(original);
        }
        Some(revealed)
    }

    /// A stored text as it goes into the editor: its placeholders are markers, of which no original is known.
    pub fn to_markers(&mut self, stored: &CleanText) -> String {
        let layout = self.lay_out(stored.as_str());
        layout.assemble(&[], String::from).text
    }

    /// Says that the editor shows another draft: an empty one, one read from a file, or an earlier state brought back
    /// by undo. All of it counts as written; [`Finding::exposed`](super::Finding::exposed) is reckoned from here.
    pub fn draft_shown(&mut self, draft: &str) {
        self.draft = LastDraft::written(draft);
    }

    /// Says that a text is searched that nobody is typing.
    pub(super) const fn turn_to_whole(&mut self) {
        self.texts.turn_to_whole();
    }

    /// Says that the draft is searched.
    pub(super) fn turn_to_draft(&mut self) {
        self.texts.turn_to_draft(self.draft.is_empty());
    }

    /// Lays a draft out for searching. Placeholders written in letters become markers if their slot exists.
    pub(super) fn lay_out(&mut self, draft: &str) -> Layout {
        self.learn();
        if self.keeps_placeholders {
            return self.lay_out_kept(draft);
        }
        let Self {
            language,
            slots,
            names,
            markers,
            ..
        } = self;
        let drafting = Layout::of(draft, |rest| {
            let found =
                Placeholder::at_start(rest, *language).filter(|found| slots.has(found.slot))?;
            let behind = match found.attribute {
                None => Behind::Nothing,
                Some(attribute) => {
                    let attribute = CleanText::searched(sanitise(attribute).into_owned());
                    if !is_clean(names, attribute.as_str()) {
                        return None;
                    }
                    Behind::Attribute(attribute)
                }
            };
            let slot = found.slot;
            Some((markers.of(Entry { slot, behind }), found.length))
        });
        drafting.open(draft, markers)
    }

    /// Everything in the text that must be replaced, what is a placeholder already among it; and what is doubtful. The
    /// detectors were asked before: see [`Self::detections`].
    pub(super) fn search_with(
        &self,
        layout: &Layout,
        detections: &[Detection],
    ) -> (Vec<Candidate>, Vec<Suspect>) {
        let mut found = self.candidates(layout);
        let mut suspects = self.detect(layout, detections, &mut found);
        self.prefer_places(&mut found);
        self.prefer_kinds(&mut found);
        self.prefer_announced(layout, &mut found);
        self.part_at_known(layout, &mut found);
        self.leave_addressee(layout, &mut found);
        self.let_through(layout, &mut found);
        suspects.retain(|suspect| !self.is_let_through(layout, &suspect.span));
        let mut held = resolve(found);
        self.tell_twins(layout, &mut held);
        self.say_how_sure(layout, detections, &mut held);
        (held, suspects)
    }

    /// Everything in the text that must be replaced because it is known or has the form of an address.
    pub(super) fn search_known(&self, layout: &Layout) -> Vec<Candidate> {
        let mut found = self.candidates(layout);
        self.let_through(layout, &mut found);
        resolve(found)
    }

    /// What is known, and addresses. Further finders join here: each appends its candidates.
    fn candidates(&self, layout: &Layout) -> Vec<Candidate> {
        let mut found = Vec::new();
        self.names.find(&layout.flat, &layout.tokens, &mut found);
        let covers_whole_markers = |span: &_| layout.with_whole_markers(span) == *span;
        found.retain(|candidate| covers_whole_markers(&candidate.span));
        let mut contacts = Vec::new();
        contact::find(&layout.flat, &mut contacts);
        telephone::find(&layout.flat, &mut contacts);
        for candidate in &mut contacts {
            candidate.span = layout.with_whole_markers(&candidate.span);
        }
        found.append(&mut contacts);
        self.drop_ordinary(layout, &mut found);
        self.part_halves(layout, &mut found);
        found
    }

    /// Leaves out what lies inside a written form that was taken back.
    fn let_through(&self, layout: &Layout, found: &mut Vec<Candidate>) {
        found.retain(|candidate| {
            !(self.is_let_through(layout, &candidate.span) || self.is_region(layout, candidate))
                || layout.marker_around(candidate.span.start).is_some()
        });
    }

    /// Whether a place lies inside a written form that was taken back.
    fn is_let_through(&self, layout: &Layout, span: &Range<usize>) -> bool {
        self.allowed.iter().any(|allowed| {
            let mut forms = layout.flat.match_indices(&**allowed);
            forms.any(|(start, _)| start <= span.start && span.end <= start + allowed.len())
        })
    }

    /// The slot of a candidate; an address that is met for the first time gets a slot of its own.
    pub(super) fn slot_of(&mut self, target: &Target, added: &mut Vec<Slot>) -> SlotKey {
        let slot = match target {
            Target::Slot(slot) => *slot,
            Target::Address(kind, address) => {
                let slots = &mut self.slots;
                *self
                    .addresses
                    .entry((*kind, address.clone()))
                    .or_insert_with(|| {
                        let slot = slots.add(*kind);
                        added.push(slot.clone());
                        slot.key
                    })
            }
            Target::Named(kind, name, certainty) => {
                self.slot_of_named(*kind, name, *certainty, added)
            }
            Target::Twin(name, certainty, nth) => {
                self.slot_of_twin((name, *certainty, *nth), added)
            }
        };
        self.slots.resolve(slot)
    }

    /// The slot that a marker shows, and what was typed there.
    pub(super) fn original(&self, marker: char) -> Option<(SlotKey, &str)> {
        let entry = self.markers.get(marker)?;
        match &entry.behind {
            Behind::Original(original) => Some((self.slots.resolve(entry.slot), original)),
            _ => None,
        }
    }

    /// A draft in which nobody's placeholder is written on: where letters are typed right behind one that stands for
    /// something nobody announced, what was typed there comes back, since the whole is another word. Beside it, where
    /// the cursor is then.
    pub(super) fn written_on(&self, draft: &str, cursor: usize) -> (Zeroizing<String>, usize) {
        let mut whole = Zeroizing::new(String::with_capacity(draft.len() + 64));
        let mut moved = cursor;
        let mut characters = draft.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let is_written_on = characters.peek().is_some_and(|&(_, next)| {
                // What the last search left like this would come out of this one like this.
                next.is_alphanumeric()
                    && is_marker(character)
                    && !self.draft.has_pair(character, next)
            });
            let original = self
                .original(character)
                .filter(|(slot, _)| is_written_on && !self.announced.contains(slot));
            match original {
                Some((_, original)) => {
                    whole.push_str(original);
                    if at < cursor {
                        moved = (moved + original.len()).saturating_sub(character.len_utf8());
                    }
                }
                None => whole.push(character),
            }
        }
        (whole, moved)
    }

    /// The names, for those who ask whether one begins somewhere.
    pub(super) const fn names(&self) -> &Names {
        &self.names
    }

    /// The slot of this kind that has the name.
    fn slot_named(&self, kind: SlotKind, name: &str) -> Option<SlotKey> {
        let spellings = Zeroizing::new(spellings(name));
        self.known
            .iter()
            .filter(|known| {
                let became = self.slots.resolve(known.slot).kind;
                known.slot.kind == kind || became == kind
            })
            .find(|known| spellings.contains(&Zeroizing::new(fold(&known.name))))
            .map(|known| known.slot)
    }

    /// The slot of a longer name in which these words stand one after the other.
    fn slot_with_part(&self, name: &str) -> Option<SlotKey> {
        let part = folded_words(name);
        self.known
            .iter()
            .find(|known| {
                let mut parts = known.words.windows(part.len().max(1));
                parts.any(|words| words == part)
            })
            .map(|known| known.slot)
    }

    /// Takes a name in, without making it found yet.
    fn know(&mut self, slot: SlotKey, name: &str) {
        self.know_with(slot, name, Vec::new());
    }

    /// The same of a name that was found with words that are rather no part of it.
    fn know_with(&mut self, slot: SlotKey, name: &str, left_off: Vec<Zeroizing<String>>) {
        if let Some((kind, address)) = contact::whole(name) {
            self.addresses.insert((kind, address), slot);
        } else if let Some(address) = telephone::whole(name) {
            self.addresses.insert((SlotKind::Telephone, address), slot);
        }
        if !self.is_known(slot, name) {
            let since = self.texts.present();
            let known = Known::new(slot, Secret::from(name), since);
            self.known.push(known.found_with(left_off));
            self.generation += 1;
        }
    }

    /// Whether a slot has the name, written like this.
    fn is_known(&self, slot: SlotKey, name: &str) -> bool {
        let mut known = self.known.of(slot);
        known.any(|known| *known.name == *name)
    }

    /// Whether something is known that is not searched for yet.
    fn has_more_to_learn(&self) -> bool {
        self.is_stale || self.learned < self.known.len()
    }

    /// Makes every name found that was taken in. Every search begins with [`Self::lay_out`], and so with this.
    fn learn(&mut self) {
        if !self.has_more_to_learn() {
            return;
        }
        if std::mem::take(&mut self.is_stale) {
            self.names = Names::default();
            self.learned = 0;
        }
        let is_vocabulary =
            |folded: &str| lexicon::in_any_ending(folded, |word| self.vocabulary.has(word));
        let forms = Forms {
            is_vocabulary: &is_vocabulary,
        };
        let new = self.known.iter().skip(self.learned);
        self.names
            .add(new.flat_map(|known| forms.of(known.slot, &known.name)));
        self.learned = self.known.len();
        let names = &self.names;
        self.markers
            .drop_attributes(|attribute| is_clean(names, attribute.as_str()));
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Memory({} slots, {} names)",
            self.slots.all().len(),
            self.known.len()
        )
    }
}

/// Whether no protected name and no address stands in a text without placeholders.
fn is_clean(names: &Names, text: &str) -> bool {
    let mut tokens = Vec::new();
    tokenise(text, 0, &mut tokens);
    let mut found = Vec::new();
    names.find(text, &tokens, &mut found);
    contact::find(text, &mut found);
    telephone::find(text, &mut found);
    found.is_empty()
}

/// The words of a name in comparison form.
fn folded_words(name: &str) -> Vec<Zeroizing<String>> {
    crate::language::words(name)
        .filter_map(|word| name.get(word))
        .map(|word| Zeroizing::new(fold(word)))
        .collect()
}

/// Whether only spaces and hyphens, on one line, stand between two placeholders.
pub(super) fn is_close(gap: &str) -> bool {
    joins(gap, "") && !gap.contains(['\n', '\'', '’', '_'])
}
