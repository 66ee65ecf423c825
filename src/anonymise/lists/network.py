#!/usr/bin/env python3
"""Trains the network of the model: network.py EXAMPLES OUT [FROM RATE ROUNDS FIRST SEED].

EXAMPLES is written by `EXAMPLES=file LISTS=folder cargo test --release --lib training`. OUT becomes `network.bin`; how
it is read says the package `leitfaden-network`. Beside it OUT.pt holds the same weights unrounded: with one as FROM the
training goes on from there, at another rate, for so many rounds, the first of them the one with this number. Needs torch
and numpy; a round takes some two minutes on one core.
"""

import copy
import math
import sys

import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

ROWS, WORD, STATE, UNITS, TAGS = 1 << 14, 64, 128, 128, 5
WRITTEN = 14  # rounds that the examples have
ROUNDS = 21  # the first of them are learned once more
BATCH = 48
RATE = 0.003
SIGNS_LEFT_OUT = 0.2  # so that no sign is relied on alone
NUMBERS_LEFT_OUT = 0.3  # the same of what is carried on
NAMES_COUNT = 1.6  # a missed name is worse than a lost word
ANY = 255
SEED = 11


class Examples:
    """The notes: where each begins, the tags of its words, and the signs of each word."""

    def __init__(self, path):
        data = open(path, "rb").read()
        lengths, tags, counts, spans = [], bytearray(), [], []
        at = 0
        while at < len(data):
            length = int.from_bytes(data[at : at + 4], "little")
            at += 4
            lengths.append(length)
            for _ in range(length):
                tags.append(data[at])
                counts.append(data[at + 1])
                spans.append(data[at + 2 : at + 2 + 2 * data[at + 1]])
                at += 2 + 2 * data[at + 1]
        self.lengths = np.array(lengths)
        self.first_word = np.concatenate([[0], np.cumsum(self.lengths)])
        self.tags = np.frombuffer(bytes(tags), np.uint8)
        self.first_sign = np.concatenate([[0], np.cumsum(counts)])
        self.signs = np.frombuffer(b"".join(spans), np.uint16)

    def batch(self, notes, dice):
        """The signs of all words (rows from 1 on; 0 is left out), where each word begins, tags, and which places hold words."""
        lengths = self.lengths[notes]
        tags = np.full((len(notes), lengths.max()), ANY, np.int64)
        is_word = np.zeros(tags.shape, bool)
        signs, begins, count = [], [], 0
        for row, note in enumerate(notes):
            first, end = self.first_word[note], self.first_word[note + 1]
            edges = self.first_sign[first : end + 1]
            signs.append(self.signs[edges[0] : edges[-1]])
            begins.append(edges[:-1] - edges[0] + count)
            count += len(signs[-1])
            tags[row, : end - first] = self.tags[first:end]
            is_word[row, : end - first] = True
        signs = np.concatenate(signs).astype(np.int64) % ROWS + 1
        signs[dice.random(len(signs)) < SIGNS_LEFT_OUT] = 0
        torched = [torch.from_numpy(each) for each in (signs, np.concatenate(begins), tags, is_word, lengths)]
        return torched


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS + 1, WORD, mode="sum", padding_idx=0)
        nn.init.normal_(self.table.weight, 0, 0.08)
        self.table.weight.data[0] = 0
        self.bias = nn.Parameter(torch.zeros(WORD))
        self.both_ways = nn.GRU(WORD, STATE, bidirectional=True, batch_first=True)
        self.units = nn.Linear(2 * STATE + WORD, UNITS)
        self.tags = nn.Linear(UNITS, TAGS)
        self.leave_out = nn.Dropout(NUMBERS_LEFT_OUT)

    def forward(self, signs, begins, is_word, lengths):
        words = torch.zeros(*is_word.shape, WORD)
        words[is_word] = torch.tanh(self.table(signs, begins) + self.bias)
        words = self.leave_out(words)
        packed = nn.utils.rnn.pack_padded_sequence(words, lengths, batch_first=True, enforce_sorted=False)
        read, _ = nn.utils.rnn.pad_packed_sequence(self.both_ways(packed)[0], batch_first=True)
        units = functional.relu(self.units(torch.cat([self.leave_out(read), words], -1)))
        return self.tags(units)


def train(examples, begin=None, most=RATE, rounds=ROUNDS, first=0, seed=SEED):
    """The average of the last steps' weights, which errs less than any of them."""
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    network = Network()
    if begin:
        network.load_state_dict(torch.load(begin))
    average = copy.deepcopy(network)
    weights = torch.tensor([1.0] + [NAMES_COUNT] * (TAGS - 1))
    learning = torch.optim.Adam(network.parameters(), lr=most, betas=(0.9, 0.99))
    in_round = len(examples.lengths) // WRITTEN
    step, steps = 0, rounds * in_round // BATCH
    for number in range(rounds):
        notes = np.arange(in_round) + (number + first) % WRITTEN * in_round
        notes = notes[examples.lengths[notes] > 0]
        # Notes of about the same length go together.
        notes = notes[np.argsort(examples.lengths[notes] + dice.random(len(notes)) * 6)]
        batches = [notes[at : at + BATCH] for at in range(0, len(notes), BATCH)]
        lost = 0.0
        for at in dice.permutation(len(batches)):
            rate = most * (0.05 + 0.475 * (1 + math.cos(math.pi * min(1.0, step / steps))))
            for group in learning.param_groups:
                group["lr"] = rate
            signs, begins, tags, is_word, lengths = examples.batch(batches[at], dice)
            told = network(signs, begins, is_word, lengths)
            scored = tags != ANY
            loss = functional.cross_entropy(told[scored], tags[scored], weight=weights)
            learning.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            learning.step()
            kept = min(0.9985, (step + 1) / (step + 10))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), network.parameters()):
                    mean.mul_(kept).add_(now, alpha=1 - kept)
            lost += loss.item()
            step += 1
        print(f"round {number + 1}: {lost / len(batches):.4f}", flush=True)
    return average


def write(network, path):
    """Rows as bytes behind their scale; biases as they are; of every matrix a row for each input."""
    weights = {name: value.numpy().astype(np.float32) for name, value in network.state_dict().items()}
    with open(path, "wb") as out:

        def rows(matrix):
            for row in matrix:
                scale = max(float(np.abs(row).max()), 1e-9) / 127
                out.write(np.float32(scale).tobytes())
                out.write(np.clip(np.round(row / scale), -127, 127).astype(np.int8).tobytes())

        def layer(bias, matrix):
            out.write(weights[bias].tobytes())
            rows(weights[matrix].T)

        rows(weights["table.weight"][1:])
        out.write(weights["bias"].tobytes())
        for way in ("", "_reverse"):
            layer(f"both_ways.bias_ih_l0{way}", f"both_ways.weight_ih_l0{way}")
            layer(f"both_ways.bias_hh_l0{way}", f"both_ways.weight_hh_l0{way}")
        layer("units.bias", "units.weight")
        layer("tags.bias", "tags.weight")


if __name__ == "__main__":
    examples, out, *further = sys.argv[1:]
    kinds = (str, float, int, int, int)
    network = train(Examples(examples), *(kind(given) for kind, given in zip(kinds, further)))
    torch.save(network.state_dict(), out + ".pt")
    write(network, out)
