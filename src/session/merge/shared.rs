//! Slots that two versions of one protocol share: a protocol and the copy that was written beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::taker_of;
use crate::anonymise::{CleanText, SlotKey};
use crate::session::Session;

/// For slots of one version those of the other that stand for the same; nothing if they are not versions of one protocol.
///
/// Both had a slot before they parted if both mention it in one text. What was added since may be somebody else in each,
/// although it has the same number.
pub(super) fn slots(one: &Session, other: &Session) -> BTreeMap<SlotKey, SlotKey> {
    let taker = taker_of(one);
    if taker.is_none() || taker != taker_of(other) || one.header.created != other.header.created {
        return BTreeMap::new();
    }
    let mut shared = BTreeSet::new();
    for (first, second) in texts_of_both(one, other) {
        let (first, second) = (
            first.slots(one.header.language),
            second.slots(other.header.language),
        );
        shared.extend(first.intersection(&second).copied());
    }
    shared.into_iter().map(|slot| (slot, slot)).collect()
}

/// The texts that stand at the same place in both versions.
fn texts_of_both<'sessions>(
    one: &'sessions Session,
    other: &'sessions Session,
) -> Vec<(&'sessions CleanText, &'sessions CleanText)> {
    let notes = one.notes.iter().filter_map(|note| {
        let same = other
            .note(note.id)
            .filter(|same| same.at_ms == note.at_ms)?;
        Some((&note.text, &same.text))
    });
    let parked = one.parked.iter().filter_map(|parked| {
        let mut others = other.parked.iter();
        let is_same = |other: &&crate::session::Parked| {
            (other.number, other.at_ms) == (parked.number, parked.at_ms)
        };
        Some((&parked.text, &others.find(is_same)?.text))
    });
    let summaries = one.summaries.iter();
    let summaries = summaries.filter_map(|(topic, text)| Some((text, other.summaries.get(topic)?)));
    let postscript = one.postscript.iter();
    let postscript =
        postscript.filter_map(|(field, text)| Some((text, other.postscript.get(field)?)));
    let texts = notes.chain(parked).chain(summaries);
    texts.chain(postscript).collect()
}
