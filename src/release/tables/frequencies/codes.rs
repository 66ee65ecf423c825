//! The codes of a block, with nothing said that would give away what is not.

use std::cmp::Reverse;

use super::super::{figure, hides_sessions};
use super::ReleasedCode;
use crate::analysis::{BlockFrequencies, CodeFrequency, Frequent};
use crate::release::suppression::{Part, Place, Web, Weight};
use crate::release::{Figure, Level};

/// The codes of a block. `bases` are its N in each group, as they are shown.
pub(super) fn released_codes(
    block: &BlockFrequencies,
    in_groups: &[&BlockFrequencies],
    bases: &[Figure],
    level: Level,
) -> Vec<ReleasedCode> {
    let mut web = Web::default();
    let codes = block.codes.iter();
    let places: Vec<Places> = codes
        .map(|code| Places::of(code, block, in_groups, bases, level, &mut web))
        .collect();
    if hides_sessions(level) {
        for (index, places_of_code) in places.iter().enumerate() {
            places_of_code.tie(&mut web);
            let below: Vec<&Places> = below(&block.codes, index)
                .map(|code| &places[code])
                .collect();
            places_of_code.tie_above(&below, &mut web);
        }
        web.protect();
    }
    let codes = block.codes.iter().zip(&places);
    let codes = codes
        .map(|(code, places)| released_code(code, places, block, &web))
        .collect();
    if hides_sessions(level) {
        in_order_of_what_is_said(codes, block.base.sessions)
    } else {
        codes
    }
}

/// Where the numbers of a code are.
struct Places {
    sessions: Place,
    cases: Place,
    unprompted: Place,
    helps: Place,
    hinders: Place,
    own: Place,
    reported: Place,
    groups: Vec<Place>,
}

impl Places {
    fn of(
        code: &CodeFrequency,
        block: &BlockFrequencies,
        in_groups: &[&BlockFrequencies],
        bases: &[Figure],
        level: Level,
        web: &mut Web,
    ) -> Self {
        let (count, base) = (code.count, block.base);
        let shown = figure(level, count.sessions, base.sessions);
        let part = |number, base, shown| Part {
            number,
            base,
            shown,
        };
        let sessions = web.add(part(count.sessions, base.sessions, shown), Weight::Sessions);
        let is_said = shown.exact().is_some();
        // What is not said of its sessions is not said in numbers of them.
        let said = |number, of| match shown {
            Figure::Exact(_) => figure(level, number, of),
            _ => Figure::Hidden,
        };
        let all = if is_said {
            count.sessions
        } else {
            base.sessions
        };
        let in_cases = part(count.cases, base.cases, said(count.cases, base.cases));
        let cases = web.add_under(in_cases, Weight::Cases, sessions);
        let mut way =
            |number| web.add_under(part(number, all, said(number, all)), Weight::Way, sessions);
        let ways = code.ways;
        Self {
            sessions,
            cases,
            unprompted: way(ways.unprompted),
            helps: way(ways.helps),
            hinders: way(ways.hinders),
            own: way(ways.own),
            reported: way(ways.reported),
            groups: in_groups
                .iter()
                .zip(bases)
                .map(|(found, base)| web.add(of_group(code, found, *base, level), Weight::Group))
                .collect(),
        }
    }

    /// All of them; the same place in the list means the same with every code of a block.
    fn all(&self) -> impl Iterator<Item = Place> {
        let single = [
            self.sessions,
            self.cases,
            self.unprompted,
            self.helps,
            self.hinders,
            self.own,
            self.reported,
        ];
        single.into_iter().chain(self.groups.iter().copied())
    }

    /// Says how the numbers of the code hang together.
    fn tie(&self, web: &mut Web) {
        web.sum(self.sessions, self.groups.clone());
        web.union(self.sessions, vec![self.own, self.reported]);
        for way in [self.unprompted, self.helps, self.hinders] {
            web.within(way, self.sessions);
        }
    }

    /// Says how they hang together with those of the codes below it.
    fn tie_above(&self, below: &[&Self], web: &mut Web) {
        for (index, place) in self.all().enumerate() {
            let parts = below.iter().filter_map(|code| code.all().nth(index));
            web.union(place, parts.collect());
        }
    }
}

/// In how many sessions of a group a code was said.
fn of_group(code: &CodeFrequency, found: &BlockFrequencies, base: Figure, level: Level) -> Part {
    let number = found.code(&code.code).map_or(0, |code| code.count.sessions);
    let sessions = found.base.sessions;
    Part {
        number,
        base: sessions,
        shown: match base {
            Figure::Hidden => Figure::Hidden,
            _ => figure(level, number, sessions),
        },
    }
}

/// The codes that stand right below one.
fn below(codes: &[CodeFrequency], above: usize) -> impl Iterator<Item = usize> {
    let depth = codes[above].depth;
    let rest = codes.iter().enumerate().skip(above + 1);
    rest.take_while(move |(_, code)| code.depth > depth)
        .filter(move |(_, code)| code.depth == depth + 1)
        .map(|(index, _)| index)
}

fn released_code(
    code: &CodeFrequency,
    places: &Places,
    block: &BlockFrequencies,
    web: &Web,
) -> ReleasedCode {
    let sessions = web.shown(places.sessions);
    ReleasedCode {
        code: code.code.clone(),
        label: code.label.clone(),
        depth: code.depth,
        retired: code.retired,
        sessions,
        cases: match sessions {
            Figure::Exact(_) => web.shown(places.cases),
            word => word,
        },
        percent: sessions
            .exact()
            .and_then(|_| code.count.percent_of(block.base)),
        word: word(code.word, sessions),
        unprompted: web.shown(places.unprompted),
        helps: web.shown(places.helps),
        hinders: web.shown(places.hinders),
        own: web.shown(places.own),
        reported: web.shown(places.reported),
        groups: places
            .groups
            .iter()
            .map(|group| web.shown(*group))
            .collect(),
    }
}

/// The word for a number that is not said tells no more than that it is few, or nearly all.
const fn word(word: Frequent, sessions: Figure) -> Option<Frequent> {
    match sessions {
        Figure::Exact(_) => Some(word),
        Figure::Few => Some(Frequent::Seldom),
        Figure::NearlyAll => Some(Frequent::Several),
        Figure::Hidden => None,
    }
}

/// The most frequent first, each followed by those below it. Among those of which the same is said the code decides, so
/// that their order tells nothing.
fn in_order_of_what_is_said(codes: Vec<ReleasedCode>, base: usize) -> Vec<ReleasedCode> {
    let depth = codes.first().map_or(0, |code| code.depth);
    let mut trees: Vec<(ReleasedCode, Vec<ReleasedCode>)> = Vec::new();
    for code in codes {
        match trees.last_mut() {
            Some((_, below)) if code.depth > depth => below.push(code),
            _ => trees.push((code, Vec::new())),
        }
    }
    trees.sort_by_cached_key(|(code, _)| {
        let rank = match code.sessions {
            Figure::Exact(number) => 2 * number,
            Figure::NearlyAll => (2 * base).saturating_sub(1),
            Figure::Few => 1,
            Figure::Hidden => 0,
        };
        (Reverse(rank), code.code.clone())
    });
    let in_order = trees.into_iter();
    in_order
        .flat_map(|(code, below)| {
            std::iter::once(code).chain(in_order_of_what_is_said(below, base))
        })
        .collect()
}
