//! Numbers as a table for the public may show them: what is so small or so large that it points to somebody is said in a
//! word, and where it could be computed from the numbers beside it, some of those are hidden too.

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
const FEW: usize = 2;

impl Figure {
    /// The number, if it is said.
    pub const fn exact(self) -> Option<usize> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Few | Self::NearlyAll | Self::Hidden => None,
        }
    }

    /// So many of a base, as a table for the public says it. None and all are said: they are the finding.
    pub(super) const fn masked(number: usize, base: usize) -> Self {
        if number == 0 || number >= base {
            return Self::Exact(number);
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
    const fn range(self, base: usize) -> (usize, usize) {
        match self {
            Self::Exact(number) => (number, number),
            Self::Few => (1, if base < FEW { base } else { FEW }),
            Self::NearlyAll => (base.saturating_sub(FEW), base.saturating_sub(1)),
            Self::Hidden => (0, base),
        }
    }
}

/// A number that is part of a sum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub number: usize,
    pub base: usize,
    pub shown: Figure,
}

/// Hides as many further numbers of a sum as it takes, so that none that is not said can be computed from those that
/// are: complementary suppression. The smallest go first. A sum that is not said itself lets nobody compute anything.
pub(super) fn protect(parts: &mut [Part], sum: Figure) {
    let Some(sum) = sum.exact() else {
        return;
    };
    while parts
        .iter()
        .enumerate()
        .any(|(index, _)| is_given_away(parts, index, sum))
    {
        let exact = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| matches!(part.shown, Figure::Exact(_)) && part.base > 0);
        // A zero covers nothing as long as there is another number to hide.
        let next = exact.min_by_key(|(_, part)| (part.number == 0, part.number));
        if let Some((index, _)) = next {
            parts[index].shown = Figure::Hidden;
        } else if let Some(part) = parts
            .iter_mut()
            .find(|part| matches!(part.shown, Figure::Few | Figure::NearlyAll))
        {
            part.shown = Figure::Hidden;
        } else {
            return;
        }
    }
}

/// Whether a number that is not said follows from the others and the sum, or less of it stays open than its word says.
fn is_given_away(parts: &[Part], index: usize, sum: usize) -> bool {
    let part = parts[index];
    if matches!(part.shown, Figure::Exact(_)) {
        return false;
    }
    let others = parts
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index);
    let (least, most) = others.fold((0, 0), |(least, most), (_, part)| {
        let (low, high) = part.shown.range(part.base);
        (least + low, most + high)
    });
    let (low, high) = part.shown.range(part.base);
    let low_left = low.max(sum.saturating_sub(most));
    let high_left = high.min(sum.saturating_sub(least));
    low < high && low_left >= high_left
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
        assert_eq!(Figure::masked(1, 3), Figure::Few);
        assert_eq!(Figure::masked(2, 3), Figure::NearlyAll);
    }

    fn protected(numbers: &[(usize, usize)]) -> Vec<Figure> {
        let mut parts: Vec<Part> = numbers
            .iter()
            .map(|(number, base)| Part {
                number: *number,
                base: *base,
                shown: Figure::masked(*number, *base),
            })
            .collect();
        let sum = numbers.iter().map(|(number, _)| number).sum();
        protect(&mut parts, Figure::Exact(sum));
        parts.iter().map(|part| part.shown).collect()
    }

    #[test]
    fn a_single_hidden_number_takes_another_with_it() {
        // 9 − 5 − 3 would give the first away.
        let shown = protected(&[(1, 10), (5, 10), (3, 10)]);
        assert_eq!(shown, [Figure::Few, Figure::Exact(5), Figure::Hidden]);
    }

    #[test]
    fn two_few_that_add_up_to_two_would_both_be_one() {
        let shown = protected(&[(1, 10), (1, 10), (5, 10)]);
        assert_eq!(shown, [Figure::Few, Figure::Few, Figure::Hidden]);
        // One and two: which is which stays open.
        let shown = protected(&[(1, 10), (2, 10), (5, 10)]);
        assert_eq!(shown, [Figure::Few, Figure::Few, Figure::Exact(5)]);
    }

    #[test]
    fn nothing_that_is_not_said_can_be_computed() {
        // Whatever three numbers there are: each that is not said can still be two numbers at least.
        for first in 0..8 {
            for second in 0..8 {
                for third in 0..8 {
                    let numbers = [(first, 7), (second, 7), (third, 7)];
                    let shown = protected(&numbers);
                    let sum = first + second + third;
                    let possible: Vec<[usize; 3]> = (0..8)
                        .flat_map(|a| (0..8).map(move |b| (a, b)))
                        .filter_map(|(a, b)| Some([a, b, sum.checked_sub(a + b)?]))
                        .filter(|guess| {
                            guess.iter().zip(&shown).all(|(number, shown)| {
                                let (low, high) = shown.range(7);
                                (low..=high).contains(number)
                            })
                        })
                        .collect();
                    for index in 0..3 {
                        if shown[index].exact().is_none() {
                            let different: std::collections::BTreeSet<usize> =
                                possible.iter().map(|guess| guess[index]).collect();
                            assert!(different.len() > 1, "{numbers:?} {shown:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_sum_that_is_not_said_hides_nothing_more() {
        let mut parts = [Part {
            number: 1,
            base: 5,
            shown: Figure::Few,
        }];
        protect(&mut parts, Figure::Few);
        assert_eq!(parts[0].shown, Figure::Few);
    }
}
