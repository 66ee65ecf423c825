//! Numbers as a table for the public may show them: what is so small or so large that it points to somebody is said in a
//! word. Where it could be computed from the numbers beside it, some of those are hidden too, as `suppression` does.

/// A number of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// The number.
    Exact(usize),
    /// 1 or 2.
    Few,
    /// All but 1 or 2.
    NearlyAll,
    /// Not said.
    Hidden,
}

/// How many are few: so many, or all but so many, are not said exactly.
pub(super) const FEW: usize = 2;

impl Figure {
    /// The number, if it is said.
    pub const fn exact(self) -> Option<usize> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Few | Self::NearlyAll | Self::Hidden => None,
        }
    }

    /// So many of a base, as a table for the public says it. None and all are said: they are the finding.
    ///
    /// Of a base so small that a word would stand for one number alone nothing else is said; and of one or two nothing at
    /// all, since what is not said could only be one.
    pub(super) const fn masked(number: usize, base: usize) -> Self {
        if 0 < base && base <= FEW {
            return Self::Hidden;
        }
        if number == 0 || number >= base {
            return Self::Exact(number);
        }
        if base <= 2 * FEW {
            return Self::Hidden;
        }
        let missing = base - number;
        if number <= FEW && number <= missing {
            Self::Few
        } else if missing <= FEW {
            Self::NearlyAll
        } else if number <= FEW {
            Self::Few
        } else {
            Self::Exact(number)
        }
    }

    /// Between which numbers it lies, for whoever reads the table.
    pub(super) const fn range(self, base: usize) -> (usize, usize) {
        match self {
            Self::Exact(number) => (number, number),
            Self::Few => (1, if base < FEW { base } else { FEW }),
            Self::NearlyAll => (base.saturating_sub(FEW), base.saturating_sub(1)),
            Self::Hidden => (0, base),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_nearly_all_are_not_said_and_none_and_all_are() {
        let shown: Vec<Figure> = (0..=7).map(|number| Figure::masked(number, 7)).collect();
        assert_eq!(
            shown,
            [
                Figure::Exact(0),
                Figure::Few,
                Figure::Few,
                Figure::Exact(3),
                Figure::Exact(4),
                Figure::NearlyAll,
                Figure::NearlyAll,
                Figure::Exact(7)
            ]
        );
        assert_eq!(Figure::masked(0, 0), Figure::Exact(0));
        for base in 1..=2 {
            assert!((0..=base).all(|number| Figure::masked(number, base) == Figure::Hidden));
        }
        for base in 3..=4 {
            assert!((1..base).all(|number| Figure::masked(number, base) == Figure::Hidden));
            assert_eq!(Figure::masked(base, base), Figure::Exact(base));
        }
        assert_eq!(Figure::masked(2, 5), Figure::Few);
        assert_eq!(Figure::masked(3, 5), Figure::NearlyAll);
    }
}
