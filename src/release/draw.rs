//! Drawing: numbers by chance from a seed, the same ones for the same seed on every machine and in every version.
//!
//! Where the seed comes from is the caller's business: an export that must not be aligned with another one takes one
//! from the system, one that must be repeatable takes a given one.

use std::collections::BTreeSet;

use crate::session::{CaseId, SessionId};

/// Numbers by chance.
///
/// `SplitMix64` by Guy Steele, Doug Lea and Christine Flood, Fast splittable pseudorandom number generators (2014),
/// <https://doi.org/10.1145/2660193.2660195>; the constants are those of Vigna's public domain version,
/// <https://prng.di.unimi.it/splitmix64.c>.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// The numbers of a seed.
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound; 0 if the bound is.
    ///
    /// The bias of the multiplication is below one in four thousand million for every bound up to 32 bits.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u128::try_from(bound).unwrap_or(u128::MAX);
        let drawn = (u128::from(self.next()) * bound) >> 64;
        usize::try_from(drawn).unwrap_or(0)
    }

    /// Whether something happens that happens so many times in a thousand.
    pub fn chance(&mut self, in_thousand: usize) -> bool {
        self.below(1000) < in_thousand
    }

    /// One of these; nothing if there is none.
    pub fn one_of<'items, T>(&mut self, items: &'items [T]) -> Option<&'items T> {
        let index = self.below(items.len());
        items.get(index)
    }

    /// Puts these into another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// The letter that drawn names begin with.
const DRAWN: &str = "X";

/// Names that say nothing of the sessions that they are given to: all different, as of cases with one session each, so
/// that nobody sees which sessions belong together. There are at most nine million of them.
pub(super) fn names(count: usize, draw: &mut Draw) -> Vec<SessionId> {
    let mut room = 100;
    while room < count.saturating_mul(20) && room < 10_000_000 {
        room *= 10;
    }
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    while names.len() < count.min(room - room / 10) {
        let number = room / 10 + draw.below(room - room / 10);
        if taken.insert(number) {
            let case: Option<CaseId> = format!("{DRAWN}{number}").parse().ok();
            names.extend(case.and_then(|case| SessionId::of(case, 1)));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_numbers_of_its_source() {
        // The first numbers of the public domain version for the seed 1234567.
        let mut draw = Draw::seeded(1_234_567);
        let numbers = [draw.next(), draw.next(), draw.next()];
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn every_number_below_a_bound_is_drawn_about_as_often() {
        let mut draw = Draw::seeded(1);
        let mut counts = [0_usize; 7];
        for _ in 0..70_000 {
            counts[draw.below(7)] += 1;
        }
        assert!(
            counts.iter().all(|count| (9_500..10_500).contains(count)),
            "{counts:?}"
        );
        assert_eq!(draw.below(0), 0);
    }

    #[test]
    fn drawn_names_are_different_and_tell_no_order() {
        let drawn = names(500, &mut Draw::seeded(3));
        let different: BTreeSet<&SessionId> = drawn.iter().collect();
        assert_eq!(different.len(), 500);
        assert!(!drawn.is_sorted());
        assert_eq!(drawn, names(500, &mut Draw::seeded(3)));
        assert_ne!(drawn, names(500, &mut Draw::seeded(4)));
    }

    #[test]
    fn shuffling_keeps_everything() {
        let mut items: Vec<usize> = (0..100).collect();
        Draw::seeded(5).shuffle(&mut items);
        assert!(!items.is_sorted());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<usize>>());
    }
}
