//! What the network is made of: layers of weights and gated units.

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, f32x16};

use super::{GATES, Reading, STATE, State, WORD};

/// Bytes of the scale of a row.
pub(crate) const SCALE: usize = 4;

/// Numbers that are reckoned side by side, on the widest registers that the machine has. A product and a sum are rounded
/// each for itself on all of them, so that every machine comes to the same.
type Wide<S> = f32x16<S>;
const WIDE: usize = 16;
/// Numbers of outputs that are summed up at once, so that their sums stay in registers.
type Group = [[f32; WIDE]; 4];
/// How many those are.
const GROUP: usize = 4 * WIDE;

/// Every input weighs on every output.
pub(crate) struct Layer {
    groups: Vec<Outputs>,
}

/// Some outputs of a layer; those that fill the last group up weigh nothing.
struct Outputs {
    bias: Group,
    /// The weights of each input.
    weights: Vec<Group>,
}

impl Layer {
    pub(crate) fn read(bytes: &mut &[u8], inputs: usize, outputs: usize) -> Self {
        let bias = numbers(bytes, outputs);
        let mut groups: Vec<Outputs> = bias
            .chunks(GROUP)
            .map(|bias| Outputs {
                bias: group(bias.iter().copied()),
                weights: Vec::with_capacity(inputs),
            })
            .collect();
        for _ in 0..inputs {
            let scale = numbers(bytes, 1).first().copied().unwrap_or(0.0);
            let row = bytes.split_off(..outputs).unwrap_or_default();
            for (outputs, row) in groups.iter_mut().zip(row.chunks(GROUP)) {
                let weights = row.iter().map(|weight| f32::from(weight.cast_signed()));
                outputs
                    .weights
                    .push(group(weights.map(|weight| scale * weight)));
            }
        }
        Self { groups }
    }

    pub(crate) fn apply(&self, inputs: &[f32], outputs: &mut [f32]) {
        for (group, places) in self.groups.iter().zip(outputs.chunks_mut(GROUP)) {
            let sums = dispatch!(Level::new(), simd => group.sums(simd, inputs));
            for (place, sum) in places.iter_mut().zip(sums.as_flattened()) {
                *place = *sum;
            }
        }
    }
}

impl Outputs {
    #[inline(always)]
    fn sums<S: Simd>(&self, simd: S, inputs: &[f32]) -> Group {
        let [one, two, three, four] = &self.bias;
        let mut one = Wide::from_slice(simd, one);
        let mut two = Wide::from_slice(simd, two);
        let mut three = Wide::from_slice(simd, three);
        let mut four = Wide::from_slice(simd, four);
        for (weights, input) in self.weights.iter().zip(inputs) {
            let input = Wide::splat(simd, *input);
            one += Wide::from_slice(simd, &weights[0]) * input;
            two += Wide::from_slice(simd, &weights[1]) * input;
            three += Wide::from_slice(simd, &weights[2]) * input;
            four += Wide::from_slice(simd, &weights[3]) * input;
        }
        let mut sums = [[0.0; WIDE]; 4];
        one.store_slice(&mut sums[0]);
        two.store_slice(&mut sums[1]);
        three.store_slice(&mut sums[2]);
        four.store_slice(&mut sums[3]);
        sums
    }
}

/// As many numbers as there are; noughts behind them.
fn group(numbers: impl Iterator<Item = f32>) -> Group {
    let mut group = [[0.0; WIDE]; 4];
    for (place, number) in group.as_flattened_mut().iter_mut().zip(numbers) {
        *place = number;
    }
    group
}

/// A gated recurrent unit.
pub(crate) struct Unit {
    /// What a word says for the gates.
    word: Layer,
    /// What was carried there says for them.
    state: Layer,
}

impl Unit {
    pub(crate) fn read(bytes: &mut &[u8]) -> Self {
        Self {
            word: Layer::read(bytes, WORD, GATES),
            state: Layer::read(bytes, STATE, GATES),
        }
    }

    /// What is carried from each word to the next.
    pub(crate) fn carry<'a>(&self, readings: impl Iterator<Item = &'a Reading>) -> Vec<State> {
        let mut state = [0.0; STATE];
        readings
            .map(|reading| {
                self.step(reading, &mut state);
                state
            })
            .collect()
    }

    fn step(&self, reading: &Reading, state: &mut State) {
        let (mut own, mut carried) = ([0.0; GATES], [0.0; GATES]);
        self.word.apply(reading, &mut own);
        self.state.apply(state, &mut carried);
        dispatch!(Level::new(), simd => take_in(simd, &own, &carried, state));
    }
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

/// The numbers bent towards nought: see [`bent`].
pub(crate) fn bend(numbers: &mut [f32]) {
    dispatch!(Level::new(), simd => {
        for numbers in numbers.chunks_exact_mut(WIDE) {
            bent(Wide::from_slice(simd, numbers)).store_slice(numbers);
        }
    });
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
