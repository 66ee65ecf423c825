//! What nobody can compute from what is said.

use std::collections::BTreeSet;

use super::*;

fn masked(number: usize, base: usize) -> Part {
    Part {
        number,
        base,
        shown: Figure::masked(number, base),
    }
}

fn protected(numbers: &[(usize, usize)]) -> Vec<Figure> {
    let mut parts: Vec<Part> = numbers
        .iter()
        .map(|(number, base)| masked(*number, *base))
        .collect();
    let sum = numbers.iter().map(|(number, _)| number).sum();
    protect(&mut parts, Figure::Exact(sum));
    parts.iter().map(|part| part.shown).collect()
}

/// A code with the codes below it, said in so many of seven sessions.
fn tree(above: usize, below: &[usize]) -> Vec<Figure> {
    let mut web = Web::default();
    let whole = web.add(masked(above, 7), Weight::Sessions);
    let parts: Vec<Place> = below
        .iter()
        .map(|number| web.add(masked(*number, 7), Weight::Sessions))
        .collect();
    web.union(whole, parts.clone());
    web.protect();
    let places = std::iter::once(whole).chain(parts);
    places.map(|place| web.shown(place)).collect()
}

/// Whether each of these numbers that points to somebody can still be two numbers at least.
fn is_open<const COUNT: usize>(
    numbers: [usize; COUNT],
    shown: &[Figure],
    bases: [usize; COUNT],
    possible: &[[usize; COUNT]],
) -> bool {
    let fits = |guess: &&[usize; COUNT]| {
        let numbers = guess.iter().zip(shown).zip(bases);
        numbers.into_iter().all(|((number, shown), base)| {
            let (low, high) = shown.range(base);
            (low..=high).contains(number)
        })
    };
    let fitting: Vec<&[usize; COUNT]> = possible.iter().filter(fits).collect();
    (0..COUNT).all(|index| {
        let different: BTreeSet<usize> = fitting.iter().map(|guess| guess[index]).collect();
        let is_sensitive = Figure::masked(numbers[index], bases[index])
            .exact()
            .is_none();
        !is_sensitive || (shown[index].exact().is_none() && different.len() > 1)
    })
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
fn e8_nothing_that_is_not_said_can_be_computed_from_a_sum() {
    for numbers in (0..512).map(|all| [all & 7, all >> 3 & 7, all >> 6]) {
        let sum: usize = numbers.iter().sum();
        let shown = protected(&numbers.map(|number| (number, 7)));
        let possible: Vec<[usize; 3]> = (0..64)
            .map(|two| (two & 7, two >> 3))
            .filter_map(|(a, b)| Some([a, b, sum.checked_sub(a + b)?]))
            .collect();
        assert!(
            is_open(numbers, &shown, [7; 3], &possible),
            "{numbers:?} {shown:?}"
        );
    }
}

#[test]
fn nothing_that_is_not_said_of_a_small_base_is_told_by_what_would_have_been_said() {
    let shown = |numbers: [usize; 3]| {
        let mut web = Web::default();
        let whole = web.add(masked(numbers.iter().sum(), 9), Weight::Sessions);
        let parts = numbers.map(|number| web.add(masked(number, 3), Weight::Group));
        web.sum(whole, parts.to_vec());
        web.protect();
        (web.shown(whole), parts.map(|part| web.shown(part)))
    };
    // Of three none and all are said, so that three that are not said and add up to three would each be one.
    assert_eq!(shown([1, 1, 1]), (Figure::Hidden, [Figure::Hidden; 3]));
    // Which of them are one and which are two stays open.
    assert_eq!(shown([1, 1, 2]), (Figure::Exact(4), [Figure::Hidden; 3]));
}

#[test]
fn nothing_that_is_not_said_can_be_computed_from_the_code_above() {
    // As many sessions as all of them at least: one that is few would be exactly two.
    let few = tree(7, &[3, 2, 2]);
    assert_ne!(few, [7, 3, 2, 2].map(|number| Figure::masked(number, 7)));
    let is_union = |above: usize, below: [usize; 3]| {
        let most: usize = below.iter().sum();
        below.iter().all(|number| *number <= above) && above <= most
    };
    let all = (0..4096).map(|all| [all & 7, all >> 3 & 7, all >> 6 & 7, all >> 9]);
    let possible: Vec<[usize; 4]> = all
        .filter(|[above, a, b, c]| is_union(*above, [*a, *b, *c]))
        .collect();
    for numbers in possible.iter().step_by(3) {
        let shown = tree(numbers[0], &numbers[1..]);
        assert!(
            is_open(*numbers, &shown, [7; 4], &possible),
            "{numbers:?} {shown:?}"
        );
    }
}

#[test]
fn nothing_that_is_not_said_can_be_computed_from_groups_of_the_code_above() {
    // Two groups of five: the sums, the first group and the second, of a code above and of one of two below it.
    const BASES: [usize; 9] = [10, 5, 5, 10, 5, 5, 10, 5, 5];
    let of_code = |first: usize, second: usize| [first + second, first, second];
    let mut possible: Vec<[usize; 9]> = Vec::new();
    for all in 0..6_usize.pow(6) {
        let digit = |place: u32| all / 6_usize.pow(place) % 6;
        let is_union = |group| {
            let (above, one, other) = (digit(group), digit(group + 2), digit(group + 4));
            one <= above && other <= above && above <= one + other
        };
        if is_union(0) && is_union(1) {
            let codes = [0, 2, 4].map(|code| of_code(digit(code), digit(code + 1)));
            possible.push(codes.concat().try_into().unwrap());
        }
    }
    for numbers in possible.iter().step_by(37) {
        let mut web = Web::default();
        let places: Vec<Place> = numbers
            .iter()
            .zip(BASES)
            .enumerate()
            .map(|(index, (number, base))| {
                let is_sum = index % 3 == 0;
                let weight = if is_sum {
                    Weight::Sessions
                } else {
                    Weight::Group
                };
                web.add(masked(*number, base), weight)
            })
            .collect();
        for code in places.chunks(3) {
            web.sum(code[0], code[1..].to_vec());
        }
        for column in 0..3 {
            web.union(places[column], vec![places[column + 3], places[column + 6]]);
        }
        web.protect();
        let shown: Vec<Figure> = places.iter().map(|place| web.shown(*place)).collect();
        assert!(
            is_open(*numbers, &shown, BASES, &possible),
            "{numbers:?} {shown:?}"
        );
    }
}

#[test]
fn what_is_said_of_a_number_goes_with_it() {
    let mut web = Web::default();
    let sessions = web.add(masked(5, 9), Weight::Sessions);
    let cases = web.add_under(masked(4, 9), Weight::Cases, sessions);
    web.hide(sessions);
    assert_eq!(web.shown(cases), Figure::Hidden);
}

#[test]
fn a_sum_that_is_not_said_hides_nothing_more() {
    let mut parts = [masked(1, 5)];
    protect(&mut parts, Figure::Few);
    assert_eq!(parts[0].shown, Figure::Few);
}

#[test]
fn a_codebook_of_hundreds_of_codes_by_many_groups_gives_nothing_away() {
    let mut web = Web::default();
    let groups = 10;
    let mut all = Vec::new();
    for code in 0..400_usize {
        let numbers: Vec<usize> = (0..groups)
            .map(|group| (code * 7 + group * 3) % 9)
            .collect();
        let sum = numbers.iter().sum();
        let whole = web.add(masked(sum, 9 * groups), Weight::Sessions);
        let parts = numbers
            .iter()
            .map(|number| web.add(masked(*number, 9), Weight::Group));
        let parts: Vec<Place> = parts.collect();
        web.sum(whole, parts.clone());
        let places: Vec<Place> = parts.into_iter().chain([whole]).collect();
        if let Some(above) = code.checked_sub(1).map(|code| code / 5) {
            let above: &Vec<Place> = &all[above];
            for (part, whole) in places.iter().zip(above) {
                web.within(*part, *whole);
            }
        }
        all.push(places);
    }
    web.protect();
    let ranges = web.ranges();
    let given_away = (0..web.numbers.len()).filter(|index| {
        web.is_given_away(*index, ranges[*index]) && web.next_to_hide(Place(*index)).is_some()
    });
    assert_eq!(given_away.count(), 0);
}
