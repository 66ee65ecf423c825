//! What a guide must have at all: languages, blocks, topics, minutes, the first steps of the consent.

use crate::guide::{ByMode, FaultKind, Guide, Trail};

use super::Faults;

/// The smallest group that may be asked for: one alone would show a person.
const SMALLEST_GROUP: u32 = 2;

/// The steps of the consent without which no interview may begin.
const NEEDED_CONSENT: [&str; 2] = ["c1", "c2"];

pub(super) fn check(guide: &Guide, faults: &mut Faults) {
    languages(guide, faults);
    smallest_group(guide, faults);
    needed_consent(guide, faults);
    blocks(guide, faults);
    all_minutes(guide, faults);
}

fn languages(guide: &Guide, faults: &mut Faults) {
    if guide.languages.is_empty() {
        faults.add(&Trail::TOP.field("languages"), FaultKind::NoLanguages);
    }
}

fn smallest_group(guide: &Guide, faults: &mut Faults) {
    if guide.smallest_group < SMALLEST_GROUP {
        let kind = FaultKind::SmallestGroupTooSmall {
            found: guide.smallest_group,
            least: SMALLEST_GROUP,
        };
        faults.add(&Trail::TOP.field("smallest_group"), kind);
    }
}

fn needed_consent(guide: &Guide, faults: &mut Faults) {
    let consent = Trail::TOP.field("consent");
    for id in NEEDED_CONSENT {
        let mut steps = guide.consent.iter().enumerate();
        match steps.find(|(_, step)| step.id == id) {
            None => faults.add(&consent, FaultKind::ConsentStepMissing(id)),
            Some((index, step)) if !step.needed => {
                let kind = FaultKind::ConsentStepNotNeeded(id);
                faults.add(&consent.item(index).field("needed"), kind);
            }
            Some(_) => {}
        }
    }
}

fn blocks(guide: &Guide, faults: &mut Faults) {
    let blocks = Trail::TOP.field("blocks");
    if guide.blocks.is_empty() {
        faults.add(&blocks, FaultKind::NoBlocks);
    }
    for (index, block) in guide.blocks.iter().enumerate() {
        if block.topics.is_empty() {
            faults.add(&blocks.item(index).field("topics"), FaultKind::NoTopics);
        }
    }
}

fn all_minutes(guide: &Guide, faults: &mut Faults) {
    let top = Trail::TOP;
    minutes(guide.opening.minutes, &top.field("opening"), faults);
    minutes(guide.closing.minutes, &top.field("closing"), faults);
    for (index, block) in guide.blocks.iter().enumerate() {
        minutes(block.minutes, &top.field("blocks").item(index), faults);
    }
}

fn minutes(minutes: ByMode<u32>, at: &Trail<'_>, faults: &mut Faults) {
    let at = at.field("minutes");
    for (mode, planned) in [("on_site", minutes.on_site), ("phone", minutes.phone)] {
        if planned == 0 {
            faults.add(&at.field(mode), FaultKind::NoMinutes);
        }
    }
}
