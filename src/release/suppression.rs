//! Which further numbers a table hides, so that none that is not said can be computed from those that are:
//! complementary suppression.
//!
//! Numbers hang together: groups add up to their sum, and a code that stands above others was said in as many sessions as
//! they together, each counted once. Whoever reads a table can narrow down what it does not say by going from number to
//! number, so that the same is done here, until nothing that is not said has one possible value only.

use super::Figure;
use super::figure::FEW;

/// A number that is part of a sum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub number: usize,
    pub base: usize,
    pub shown: Figure,
}

/// The place of a number in its [`Web`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// How much is lost with a number; what matters least is hidden first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A number of a group.
    Group,
    /// In what way something was said.
    Way,
    /// A number of cases.
    Cases,
    /// A number of sessions.
    Sessions,
    /// A number that is said in any case.
    Fixed,
}

/// How one number follows from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is their sum.
    Sum,
    /// It counts what any of them counts, each once.
    Union,
    /// It counts what any of them counts, and more.
    Above,
}

#[derive(Debug)]
struct Number {
    part: Part,
    weight: Weight,
    /// The number without which it is not said.
    under: Option<Place>,
    /// Whether it points to somebody, so that it must stay open. None is said, and what is hidden to cover another
    /// matters only for that other.
    is_sensitive: bool,
    /// Which ties it is part of.
    ties: Vec<usize>,
}

#[derive(Debug)]
struct Tie {
    kind: Kind,
    whole: Place,
    parts: Vec<Place>,
}

/// Numbers that hang together.
#[derive(Debug, Default)]
pub(super) struct Web {
    numbers: Vec<Number>,
    ties: Vec<Tie>,
}

/// Up to how many numbers one is hidden at a time: the work grows with their cube.
const ONE_BY_ONE: usize = 4_000;

/// Between which numbers something lies.
type Range = (usize, usize);

/// Hides as many further numbers of a sum as it takes. A sum that is not said itself lets nobody compute anything.
pub(super) fn protect(parts: &mut [Part], sum: Figure) {
    let Some(sum) = sum.exact() else {
        return;
    };
    let mut web = Web::default();
    let said = Part {
        number: sum,
        base: sum,
        shown: Figure::Exact(sum),
    };
    let whole = web.add(said, Weight::Fixed);
    let places: Vec<Place> = parts
        .iter()
        .map(|part| web.add(*part, Weight::Group))
        .collect();
    web.sum(whole, places.clone());
    web.protect();
    for (part, place) in parts.iter_mut().zip(places) {
        part.shown = web.shown(place);
    }
}

impl Web {
    /// Adds a number.
    pub(super) fn add(&mut self, part: Part, weight: Weight) -> Place {
        self.numbers.push(Number {
            part,
            weight,
            under: None,
            is_sensitive: part.shown.exact().is_none() && part.number > 0,
            ties: Vec::new(),
        });
        Place(self.numbers.len() - 1)
    }

    /// Adds a number that is hidden as soon as another is not said.
    pub(super) fn add_under(&mut self, part: Part, weight: Weight, under: Place) -> Place {
        let place = self.add(part, weight);
        self.numbers[place.0].under = Some(under);
        place
    }

    /// Says that a number is the sum of others.
    pub(super) fn sum(&mut self, whole: Place, parts: Vec<Place>) {
        self.tie(Kind::Sum, whole, parts);
    }

    /// Says that a number counts what any of others counts, and perhaps more.
    pub(super) fn union(&mut self, whole: Place, parts: Vec<Place>) {
        let number = |place: Place| self.numbers[place.0].part.number;
        let most: usize = parts.iter().map(|part| number(*part)).sum();
        let kind = if most >= number(whole) {
            Kind::Union
        } else {
            Kind::Above
        };
        self.tie(kind, whole, parts);
    }

    /// Says that a number counts some of what another counts.
    pub(super) fn within(&mut self, part: Place, whole: Place) {
        self.tie(Kind::Above, whole, vec![part]);
    }

    /// The number as it may be shown.
    pub(super) fn shown(&self, place: Place) -> Figure {
        self.numbers[place.0].part.shown
    }

    /// Hides as many further numbers as it takes. The smallest of those that matter least go first.
    ///
    /// One at a time, which hides the least; where that would take long, what is given away in different places is covered
    /// at once, and what hangs together with a number that was just hidden is looked at again first.
    pub(super) fn protect(&mut self) {
        // Where nothing around it is left to hide, it follows from how many sessions there are.
        let mut beyond_help = vec![false; self.numbers.len()];
        loop {
            let ranges = self.ranges();
            let mut is_open = vec![false; self.numbers.len()];
            let mut is_hidden = false;
            for index in 0..self.numbers.len() {
                if is_open[index] || beyond_help[index] || !self.is_given_away(index, ranges[index])
                {
                    continue;
                }
                let Some(place) = self.next_to_hide(Place(index)) else {
                    beyond_help[index] = true;
                    continue;
                };
                self.hide(place);
                is_hidden = true;
                if self.numbers.len() <= ONE_BY_ONE {
                    break;
                }
                for tie in self.ties_of(place) {
                    tie.places().for_each(|place| is_open[place.0] = true);
                }
                is_open[index] = true;
            }
            if !is_hidden {
                return;
            }
        }
    }

    fn tie(&mut self, kind: Kind, whole: Place, parts: Vec<Place>) {
        if parts.is_empty() {
            return;
        }
        let tie = Tie { kind, whole, parts };
        for place in tie.places() {
            self.numbers[place.0].ties.push(self.ties.len());
        }
        self.ties.push(tie);
    }

    /// The ties that a number is part of.
    fn ties_of(&self, place: Place) -> impl Iterator<Item = &Tie> {
        self.numbers[place.0]
            .ties
            .iter()
            .map(|tie| &self.ties[*tie])
    }

    /// Whether a number that is not said has one possible value only, though its word leaves several.
    fn is_given_away(&self, index: usize, (low, high): Range) -> bool {
        let number = &self.numbers[index];
        let (least, most) = number.range();
        number.is_sensitive && least < most && low >= high
    }

    /// The nearest number that can be hidden; where all of them are, a word that can.
    fn next_to_hide(&self, from: Place) -> Option<Place> {
        let mut known = vec![false; self.numbers.len()];
        known[from.0] = true;
        let (mut reached, mut near) = (vec![from], vec![from]);
        while !near.is_empty() {
            near = self.beside(&near, &mut known);
            let exact = near.iter().filter(|place| self.can_hide(**place));
            // A zero covers nothing as long as there is another number to hide.
            let least = exact.min_by_key(|place| {
                let Number { part, weight, .. } = &self.numbers[place.0];
                (*weight, part.number == 0, part.number)
            });
            if least.is_some() {
                return least.copied();
            }
            reached.extend(&near);
        }
        let is_word = |place: &Place| matches!(self.shown(*place), Figure::Few | Figure::NearlyAll);
        reached.into_iter().find(is_word)
    }

    /// The numbers that hang together with these and were not reached before.
    fn beside(&self, near: &[Place], known: &mut [bool]) -> Vec<Place> {
        let mut beside = Vec::new();
        for tie in near.iter().flat_map(|place| self.ties_of(*place)) {
            for place in tie.places() {
                if !std::mem::replace(&mut known[place.0], true) {
                    beside.push(*place);
                }
            }
        }
        beside
    }

    fn can_hide(&self, place: Place) -> bool {
        let Number { part, weight, .. } = &self.numbers[place.0];
        *weight != Weight::Fixed && part.base > 0 && matches!(part.shown, Figure::Exact(_))
    }

    fn hide(&mut self, place: Place) {
        let hidden = &mut self.numbers[place.0].part;
        hidden.shown = Figure::Hidden;
        let base = hidden.base;
        for number in &mut self.numbers {
            if number.under == Some(place) {
                number.part.shown = Figure::Hidden;
                if number.weight == Weight::Way {
                    // Of how many sessions it is one is not known any more.
                    number.part.base = base;
                }
            }
        }
    }

    /// What each number can be, for whoever reads the table and thinks.
    fn ranges(&self) -> Vec<Range> {
        let mut ranges: Vec<Range> = self.numbers.iter().map(Number::range).collect();
        loop {
            let mut is_narrower = false;
            for tie in &self.ties {
                is_narrower |= tie.narrow(&mut ranges);
            }
            if !is_narrower {
                return ranges;
            }
        }
    }
}

impl Number {
    /// Between which numbers it lies, for whoever knows the rules too: of a base of which none and all are said and nothing
    /// else, what is hidden for its own sake is neither.
    fn range(&self) -> Range {
        let Part {
            number,
            base,
            shown,
        } = self.part;
        let is_hidden_itself =
            shown == Figure::Hidden && Figure::masked(number, base) == Figure::Hidden;
        if is_hidden_itself && base > FEW {
            return (1, base - 1);
        }
        shown.range(base)
    }
}

impl Tie {
    /// All its numbers.
    fn places(&self) -> impl Iterator<Item = &Place> {
        self.parts.iter().chain([&self.whole])
    }

    /// Narrows down what its numbers can be. Returns whether that told something.
    fn narrow(&self, ranges: &mut [Range]) -> bool {
        let (least, most) = self.parts.iter().fold((0, 0), |(least, most), part| {
            let (low, high) = ranges[part.0];
            (least + low, most + high)
        });
        let (whole_low, whole_high) = ranges[self.whole.0];
        let largest = self.parts.iter().map(|part| ranges[part.0].0).max();
        let mut is_narrower = tighten(
            &mut ranges[self.whole.0],
            match self.kind {
                Kind::Sum => (least, most),
                Kind::Union => (largest.unwrap_or(0), most),
                Kind::Above => (largest.unwrap_or(0), usize::MAX),
            },
        );
        for part in &self.parts {
            let (low, high) = ranges[part.0];
            let missing = whole_low.saturating_sub(most - high);
            is_narrower |= tighten(
                &mut ranges[part.0],
                match self.kind {
                    Kind::Sum => (missing, whole_high.saturating_sub(least - low)),
                    Kind::Union => (missing, whole_high),
                    Kind::Above => (0, whole_high),
                },
            );
        }
        is_narrower
    }
}

/// Narrows a range down to what lies within another too.
fn tighten(range: &mut Range, (low, high): Range) -> bool {
    let narrowed = (range.0.max(low), range.1.min(high));
    let is_narrower = narrowed != *range && narrowed.0 <= narrowed.1;
    if is_narrower {
        *range = narrowed;
    }
    is_narrower
}

#[cfg(test)]
mod tests;
