//! How fast the program is at a terminal, beside what anybody can hold against it: `vim -u NONE` and the bare terminal.
//!
//! `cargo bench --bench terminal` types the same sentences into all three in turn, key by key, starts them in turn, and
//! looks at what an interview takes while nobody types. Only ratios of one run mean something: the machine may have
//! other work. The sessions are written below the folder for temporary files, so that `TMPDIR` chooses the disk.
//!
//! It measures and holds nobody up: what misses its bound is marked, and the exit code stays 0.
#![expect(
    clippy::print_stdout,
    reason = "the table is what the benchmark is for"
)]

mod measure;
mod place;
mod pseudo_terminal;
mod table;

use std::error::Error;

use measure::{Starting, Typing};
use place::Place;
use table::{Line, Table};

/// What goes wrong while measuring.
type Fault = Box<dyn Error>;

fn main() -> Result<(), Fault> {
    let place = Place::new()?;
    if !place.has_vim() {
        println!("vim is not installed: nothing can be held against it.");
    }
    let typing = measure::typing(&place)?;
    let starting = measure::starting(&place)?;
    let mut table = Table::default();
    add_typing(&mut table, &typing);
    add_starting(&mut table, &starting);
    println!("{}\n\n{table}", measure::circumstances());
    Ok(())
}

fn add_typing(table: &mut Table, typing: &Typing) {
    let [bare, vim, own] = &typing.echoes;
    for (name, share, bound) in [("p50", 50, Some(1.0)), ("p90", 90, None)] {
        let at =
            |echoes: &Option<Vec<_>>| echoes.as_ref().and_then(|e| measure::quantile(e, share));
        table.add(Line::times(
            format!("key to echo, {name} of {} keys", typing.keys),
            [at(bare), at(vim), at(own)],
            bound,
        ));
    }
    table.add(Line::counts("bytes a key, p50", typing.bytes, 50));
    table.add(Line::counts(
        "wake-ups in 10 s without a key",
        typing.wakes,
        10,
    ));
    table.add(Line::counts(
        "peak memory after 2,000 words, KiB",
        typing.peaks,
        16 * 1024,
    ));
}

fn add_starting(table: &mut Table, starting: &Starting) {
    for (name, own) in &starting.own {
        let both = [("p50", 50, Some(1.2)), ("least", 0, None)];
        for (kind, share, bound) in both {
            let at = |times: &Option<Vec<_>>| {
                times
                    .as_ref()
                    .and_then(|times| measure::quantile(times, share))
            };
            table.add(Line::times(
                format!("first frame, {name}, {kind}"),
                [
                    at(&starting.bare),
                    at(&starting.vim),
                    measure::quantile(own, share),
                ],
                bound,
            ));
        }
    }
}
