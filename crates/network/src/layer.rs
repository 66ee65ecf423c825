//! What the network is made of: layers of weights and gated units.

use std::cmp::Reverse;
use std::ops::Range;

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, f32x16};

use super::{GATES, ROWS, Reading, STATE, State, WORD};

/// Bytes of the scale of a row.
pub(crate) const SCALE: usize = 4;

/// Numbers that are reckoned side by side, on the widest registers that the machine has. A product is added to a sum with
/// one rounding where an instruction does so (x86-64 since AVX2, ARM), with two elsewhere: these come to the same each, and
/// differ from each other in the last digits.
type Wide<S> = f32x16<S>;
/// The same where what the sums begin with is kept.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Part([f32; WIDE]);
const WIDE: usize = 16;

/// Parts of outputs that lie together in a layer of many outputs.
pub(crate) const MANY: usize = 8;
/// The same in a layer whose outputs fit into one part.
pub(crate) const FEW: usize = 1;

/// Every input weighs on every output. The outputs are kept in groups of so many parts.
pub(crate) struct Layer<const PARTS: usize> {
    /// What an input is multiplied with before it weighs.
    scales: Vec<f32>,
    groups: Vec<Outputs<PARTS>>,
}

/// Some outputs of a layer; those that fill the last group up weigh nothing.
struct Outputs<const PARTS: usize> {
    bias: [Part; PARTS],
    /// The weights of each input: whole numbers, so that a layer takes a quarter of the memory.
    weights: Vec<[Weights; PARTS]>,
}

/// The weights of an input on the outputs of a part.
type Weights = [i8; WIDE];

impl<const PARTS: usize> Layer<PARTS> {
    pub(crate) fn read(bytes: &mut &[u8], inputs: usize, outputs: usize) -> Self {
        let bias = numbers(bytes, outputs);
        let mut groups: Vec<Outputs<PARTS>> = bias
            .chunks(PARTS * WIDE)
            .map(|bias| Outputs {
                bias: group(bias.iter().copied()).map(Part),
                weights: Vec::with_capacity(inputs),
            })
            .collect();
        let mut scales = Vec::with_capacity(inputs);
        for _ in 0..inputs {
            scales.extend(numbers(bytes, 1));
            let row = bytes.split_off(..outputs).unwrap_or_default();
            for (outputs, row) in groups.iter_mut().zip(row.chunks(PARTS * WIDE)) {
                let weights = row.iter().map(|weight| weight.cast_signed());
                outputs.weights.push(group(weights));
            }
        }
        Self { scales, groups }
    }

    /// The outputs for each of some inputs. Each is what it would be alone: several are only reckoned at once, so that a
    /// weight that was fetched serves them all.
    pub(crate) fn apply<const INPUTS: usize, const OUTPUTS: usize>(
        &self,
        inputs: &[[f32; INPUTS]],
    ) -> Vec<[f32; OUTPUTS]> {
        let mut outputs = vec![[0.0; OUTPUTS]; inputs.len()];
        dispatch!(Level::new(), simd => self.fill(simd, inputs, &mut outputs));
        outputs
    }

    #[inline(always)]
    fn fill<S: Simd, const INPUTS: usize, const OUTPUTS: usize>(
        &self,
        simd: S,
        inputs: &[[f32; INPUTS]],
        outputs: &mut [[f32; OUTPUTS]],
    ) {
        let inputs: Vec<[f32; INPUTS]> = inputs.iter().map(|input| self.scaled(input)).collect();
        let inputs = inputs.as_slice();
        for (at, group) in self.groups.iter().enumerate() {
            let first = at * PARTS * WIDE;
            // As many sums as there are registers for them; where there are enough inputs, eight share weights that were spread out.
            match (has_many_registers::<S>(), PARTS) {
                (_, FEW) => group.fill::<S, FEW, 4, _, _>(simd, first, inputs, outputs),
                (true, _) => {
                    let eights = inputs.len() - inputs.len() % 8;
                    let (many, few) = inputs.split_at(eights);
                    let (many_places, few_places) = outputs.split_at_mut(eights);
                    group.fill::<S, 2, 8, _, _>(simd, first, many, many_places);
                    group.fill::<S, 4, 4, _, _>(simd, first, few, few_places);
                }
                (false, _) => group.fill::<S, 2, 2, _, _>(simd, first, inputs, outputs),
            }
        }
    }

    /// An input as it weighs.
    #[inline(always)]
    fn scaled<const INPUTS: usize>(&self, input: &[f32; INPUTS]) -> [f32; INPUTS] {
        let mut scaled = *input;
        let mut at = 0;
        while at < INPUTS.min(self.scales.len()) {
            scaled[at] *= self.scales[at];
            at += 1;
        }
        scaled
    }

    /// The outputs for one input.
    #[inline(always)]
    fn fill_one<S: Simd>(&self, simd: S, input: &State, outputs: &mut [f32]) {
        let input = &self.scaled(input);
        for (group, places) in self.groups.iter().zip(outputs.chunks_mut(PARTS * WIDE)) {
            if has_many_registers::<S>() {
                group.fill_one::<S, MANY>(simd, input, places);
            } else {
                group.fill_one::<S, 4>(simd, input, places);
            }
        }
    }
}

/// Whether a register holds a whole part, and there are so many of them that sixteen sums fit in.
#[inline(always)]
const fn has_many_registers<S: Simd>() -> bool {
    <S::f32s as SimdBase<S>>::LEN == WIDE
}

impl<const PARTS: usize> Outputs<PARTS> {
    /// Fills the outputs from `first` on, for `WORDS` inputs and `TAKEN` parts at once.
    #[inline(always)]
    fn fill<
        S: Simd,
        const TAKEN: usize,
        const WORDS: usize,
        const INPUTS: usize,
        const OUTPUTS: usize,
    >(
        &self,
        simd: S,
        first: usize,
        inputs: &[[f32; INPUTS]],
        outputs: &mut [[f32; OUTPUTS]],
    ) {
        let (many, rest) = inputs.as_chunks::<WORDS>();
        let (many_places, rest_places) = outputs.as_chunks_mut::<WORDS>();
        for part in (0..PARTS).step_by(TAKEN) {
            let at = first + part * WIDE;
            for (inputs, places) in many.iter().zip(many_places.iter_mut()) {
                let sums = self.sums::<S, TAKEN, WORDS, INPUTS>(simd, part, inputs.each_ref());
                for (place, sums) in places.iter_mut().zip(&sums) {
                    put(place.get_mut(at..).unwrap_or_default(), sums);
                }
            }
            for (input, place) in rest.iter().zip(rest_places.iter_mut()) {
                let [sums] = self.sums::<S, TAKEN, 1, INPUTS>(simd, part, [input]);
                put(place.get_mut(at..).unwrap_or_default(), &sums);
            }
        }
    }

    #[inline(always)]
    fn fill_one<S: Simd, const TAKEN: usize>(&self, simd: S, input: &State, places: &mut [f32]) {
        for part in (0..PARTS).step_by(TAKEN) {
            let [sums] = self.sums::<S, TAKEN, 1, STATE>(simd, part, [input]);
            put(places.get_mut(part * WIDE..).unwrap_or_default(), &sums);
        }
    }

    /// What the inputs add up to in so many parts from one on.
    #[expect(
        clippy::needless_range_loop,
        reason = "what iterators call is not always put in place, and the sums must stay in registers"
    )]
    #[inline(always)]
    fn sums<S: Simd, const TAKEN: usize, const WORDS: usize, const INPUTS: usize>(
        &self,
        simd: S,
        first: usize,
        inputs: [&[f32; INPUTS]; WORDS],
    ) -> [[[f32; WIDE]; TAKEN]; WORDS] {
        let nothing = Wide::splat(simd, 0.0);
        let mut sums = [[nothing; TAKEN]; WORDS];
        for word in 0..WORDS {
            for part in 0..TAKEN {
                sums[word][part] = Wide::from_slice(simd, &self.bias[first + part].0);
            }
        }
        let mut wide = [nothing; TAKEN];
        for at in 0..INPUTS.min(self.weights.len()) {
            let weights = &self.weights[at];
            for part in 0..TAKEN {
                wide[part] = spread(simd, &weights[first + part]);
            }
            for word in 0..WORDS {
                let input = Wide::splat(simd, inputs[word][at]);
                for part in 0..TAKEN {
                    sums[word][part] = wide[part].mul_add(input, sums[word][part]);
                }
            }
        }
        let mut parts = [[[0.0; WIDE]; TAKEN]; WORDS];
        for word in 0..WORDS {
            for part in 0..TAKEN {
                sums[word][part].store_slice(&mut parts[word][part]);
            }
        }
        parts
    }
}

/// Writes what was summed up into the places that there are for it.
#[inline(always)]
fn put(places: &mut [f32], sums: &[[f32; WIDE]]) {
    for (place, sum) in places.iter_mut().zip(sums.as_flattened()) {
        *place = *sum;
    }
}

/// Weights as the numbers that are reckoned with.
#[expect(
    clippy::cast_lossless,
    reason = "what is called is not always put in place, and the numbers must stay in registers"
)]
#[inline(always)]
fn spread<S: Simd>(simd: S, weights: &Weights) -> Wide<S> {
    let mut numbers = [0.0; WIDE];
    let mut at = 0;
    while at < WIDE {
        numbers[at] = weights[at] as f32;
        at += 1;
    }
    Wide::from_slice(simd, &numbers)
}

/// As many numbers as there are; noughts behind them.
fn group<T: Copy + Default, const PARTS: usize>(
    numbers: impl Iterator<Item = T>,
) -> [[T; WIDE]; PARTS] {
    let mut group = [[T::default(); WIDE]; PARTS];
    for (place, number) in group.as_flattened_mut().iter_mut().zip(numbers) {
        *place = number;
    }
    group
}

/// A gated recurrent unit.
pub(crate) struct Unit {
    /// What a word says for the gates.
    word: Layer<MANY>,
    /// What was carried there says for them.
    state: Layer<MANY>,
    /// What it says where nothing was carried: before the first word, and all texts begin with one.
    nothing: [f32; GATES],
}

impl Unit {
    pub(crate) fn read(bytes: &mut &[u8]) -> Self {
        let word = Layer::read(bytes, WORD, GATES);
        let state = Layer::<MANY>::read(bytes, STATE, GATES);
        let nothing = state.apply(&[[0.0; STATE]]);
        Self {
            word,
            nothing: nothing.first().copied().unwrap_or([0.0; GATES]),
            state,
        }
    }

    /// What is carried from each word of a sentence to the next; it stands with the word that it was carried on from. The
    /// sentences, of so many words each, lie one behind the other.
    pub(crate) fn carry(&self, readings: &[Reading], lengths: &[usize], way: Way) -> Vec<State> {
        let own: Vec<[f32; GATES]> = self.word.apply(readings);
        let mut states = vec![[0.0; STATE]; readings.len()];
        let sentences = longest_first(lengths);
        dispatch!(Level::new(), simd => self.go(simd, &own, &mut states, &sentences, way));
        states
    }

    /// Takes a step in all sentences that are long enough, and then the next.
    #[inline(always)]
    fn go<S: Simd>(
        &self,
        simd: S,
        own: &[[f32; GATES]],
        places: &mut [State],
        sentences: &[Range<usize>],
        way: Way,
    ) {
        let lanes = sentences.len().next_multiple_of(LANES);
        let mut states = vec![[0.0; STATE]; lanes];
        let mut carried = vec![self.nothing; lanes];
        let longest = sentences.first().map_or(0, Range::len);
        for step in 0..longest {
            let going = sentences.partition_point(|sentence| step < sentence.len());
            if step > 0 {
                self.step(simd, going, &states, &mut carried);
            }
            let lanes = states.iter_mut().zip(&carried).zip(sentences);
            for ((state, carried), sentence) in lanes.take(going) {
                let at = match way {
                    Way::Forwards => sentence.start + step,
                    Way::Backwards => sentence.end - 1 - step,
                };
                if let (Some(own), Some(place)) = (own.get(at), places.get_mut(at)) {
                    take_in(simd, own, carried, state);
                    *place = *state;
                }
            }
        }
    }

    /// What the states of the first so many sentences say for the gates.
    #[inline(always)]
    fn step<S: Simd>(&self, simd: S, going: usize, states: &[State], carried: &mut [[f32; GATES]]) {
        if let (1, [state, ..], [carried, ..]) = (going, states, &mut *carried) {
            self.state.fill_one(simd, state, carried);
            return;
        }
        // Those that are at their end already go along where the lanes would not be full.
        let lanes = going.next_multiple_of(LANES);
        if let (Some(states), Some(carried)) = (states.get(..lanes), carried.get_mut(..lanes)) {
            self.state.fill(simd, states, carried);
        }
    }
}

/// Where the sentences lie, the longest first.
fn longest_first(lengths: &[usize]) -> Vec<Range<usize>> {
    let mut end = 0;
    let mut sentences: Vec<Range<usize>> = lengths
        .iter()
        .map(|length| {
            let start = end;
            end += length;
            start..end
        })
        .collect();
    sentences.sort_by_key(|sentence| Reverse(sentence.len()));
    sentences
}

/// How many sentences go together.
const LANES: usize = 4;

/// From which side words are read.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    /// From the first.
    Forwards,
    /// From the last.
    Backwards,
}

/// What is carried on: as much of it as is not forgotten, and what is new.
#[inline(always)]
fn take_in<S: Simd>(simd: S, own: &[f32; GATES], carried: &[f32; GATES], state: &mut State) {
    let (own, _) = own.as_chunks::<STATE>();
    let (carried, _) = carried.as_chunks::<STATE>();
    let ([own_reset, own_update, own_new], [reset, update, new]) = (own, carried) else {
        return;
    };
    for (at, held) in state.chunks_exact_mut(WIDE).enumerate() {
        let wide = |numbers: &[f32; STATE]| Wide::from_slice(simd, &numbers[at * WIDE..][..WIDE]);
        let reset = share(wide(own_reset) + wide(reset));
        let update = share(wide(own_update) + wide(update));
        let new = bent(wide(own_new) + reset * wide(new));
        let known = Wide::from_slice(simd, held);
        (new + update * (known - new)).store_slice(held);
    }
}

/// Takes so many numbers off the front; nought for those that are missing.
pub(crate) fn numbers(bytes: &mut &[u8], count: usize) -> Vec<f32> {
    let taken = bytes.split_off(..count * SCALE).unwrap_or_default();
    let (numbers, _) = taken.as_chunks::<SCALE>();
    let numbers = numbers.iter().map(|four| f32::from_le_bytes(*four));
    let mut numbers: Vec<f32> = numbers.collect();
    numbers.resize(count, 0.0);
    numbers
}

/// What stands for each word: the rows of its signs added up, and bent towards nought. The rows of the table have a scale
/// before them; what it lacks says nothing.
pub(crate) fn readings(table: &[u8], bias: &Reading, words: &[Vec<u32>]) -> Vec<Reading> {
    let mut readings = vec![*bias; words.len()];
    dispatch!(Level::new(), simd => {
        for (reading, signs) in readings.iter_mut().zip(words) {
            for sign in signs {
                let at = (*sign as usize % ROWS) * (SCALE + WORD);
                let row = table.get(at..at + SCALE + WORD).unwrap_or_default();
                if let Some((scale, row)) = row.split_first_chunk() {
                    add_row(reading, f32::from_le_bytes(*scale), row);
                }
            }
            for numbers in reading.chunks_exact_mut(WIDE) {
                bent(Wide::from_slice(simd, numbers)).store_slice(numbers);
            }
        }
    });
    readings
}

/// The hyperbolic tangent, to a ten-thousandth: the seventh step of its continued fraction (Lambert 1761, *Mémoire sur
/// quelques propriétés remarquables des quantités transcendentes*), which can be reckoned for many numbers side by side.
#[inline(always)]
fn bent<S: Simd>(number: Wide<S>) -> Wide<S> {
    /// Where the fraction reaches one.
    const END: f32 = 4.97;
    let number = number.max(-END).min(END);
    let square = number * number;
    let above = number * (square * (square * (square + 378.0) + 17_325.0) + 135_135.0);
    let below = square * (square * (square * 28.0 + 3_150.0) + 62_370.0) + 135_135.0;
    above / below
}

/// From any number to one between nothing and all: the logistic function.
#[inline(always)]
fn share<S: Simd>(number: Wide<S>) -> Wide<S> {
    bent(number * 0.5) * 0.5 + 0.5
}

/// Adds a row of the table to what stands for a word.
#[inline(always)]
fn add_row(reading: &mut Reading, scale: f32, row: &[u8]) {
    for (sum, weight) in reading.iter_mut().zip(row) {
        *sum += scale * f32::from(weight.cast_signed());
    }
}
