//! Chances that are the same each time.

/// Chances that follow from a seed.
pub struct Chances(u64);

impl Chances {
    /// The chances of a seed.
    pub const fn new(seed: u64) -> Self {
        // Nothing comes of a state without a single bit.
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let bound = u64::try_from(bound).expect("a small bound");
        usize::try_from(self.0 % bound).expect("a small number")
    }
}
