//! Chance from the system.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A seed that nobody can foresee: the standard library takes the keys of its hashers from the system's randomness.
pub fn seed() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_seeds_differ() {
        assert_ne!(super::seed(), super::seed());
    }
}
