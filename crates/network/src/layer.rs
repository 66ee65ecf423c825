//! What the network is made of: layers of weights and gated units.

use super::{GATES, Reading, STATE, State, WORD};

/// Bytes of the scale of a row.
pub(crate) const SCALE: usize = 4;

/// Every input weighs on every output.
pub(crate) struct Layer {
    bias: Vec<f32>,
    /// A row of outputs for each input.
    weights: Vec<f32>,
}

impl Layer {
    pub(crate) fn read(bytes: &mut &[u8], inputs: usize, outputs: usize) -> Self {
        let bias = numbers(bytes, outputs);
        let mut weights = Vec::with_capacity(inputs * outputs);
        for _ in 0..inputs {
            let scale = numbers(bytes, 1).first().copied().unwrap_or(0.0);
            let row = bytes.split_off(..outputs).unwrap_or_default();
            let row = row.iter().map(|weight| f32::from(weight.cast_signed()));
            weights.extend(row.map(|weight| scale * weight));
        }
        weights.resize(inputs * outputs, 0.0);
        Self { bias, weights }
    }

    pub(crate) fn apply(&self, inputs: &[f32], outputs: &mut [f32]) {
        outputs.copy_from_slice(&self.bias);
        for (row, input) in self.weights.chunks_exact(outputs.len()).zip(inputs) {
            for (output, weight) in outputs.iter_mut().zip(row) {
                *output += weight * input;
            }
        }
    }
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
        let (open, new) = own.split_at(2 * STATE);
        let (carried_open, carried_new) = carried.split_at(2 * STATE);
        let (reset, update) = open.split_at(STATE);
        let (carried_reset, carried_update) = carried_open.split_at(STATE);
        let resets = reset.iter().zip(carried_reset);
        let updates = update.iter().zip(carried_update);
        let news = new.iter().zip(carried_new);
        for (((held, reset), update), new) in state.iter_mut().zip(resets).zip(updates).zip(news) {
            let reset = share(reset.0 + reset.1);
            let update = share(update.0 + update.1);
            let new = (new.0 + reset * new.1).tanh();
            *held = (1.0 - update) * new + update * *held;
        }
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

/// From any number to one between nothing and all.
fn share(number: f32) -> f32 {
    1.0 / (1.0 + (-number).exp())
}
