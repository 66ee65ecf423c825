//! Bars for shares, the same in tables and on the screen.

/// How wide a bar is that stands for all.
pub const BAR: usize = 12;

/// A bar for a number of a base: full, half and empty places. What is there is never drawn as nothing.
pub fn share(number: usize, base: usize) -> String {
    if base == 0 {
        return "·".repeat(BAR);
    }
    let halves = (number * BAR * 2 + base / 2) / base;
    let halves = halves.clamp(usize::from(number > 0), BAR * 2);
    let (full, half) = (halves / 2, halves % 2);
    format!(
        "{}{}{}",
        "█".repeat(full),
        "▌".repeat(half),
        "·".repeat(BAR - full - half)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_the_share_and_never_empty_where_something_is() {
        assert_eq!(share(2, 11), "██··········");
        assert_eq!(share(1, 8), "█▌··········");
        assert_eq!(share(1, 1000), "▌···········");
        assert_eq!(share(4, 4), "████████████");
        assert_eq!(share(0, 4), "············");
    }
}
