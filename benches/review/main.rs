//! How fast many interviews are read together: the index made, followed and searched, tables computed.
//!
//! `cargo bench --bench review` invents a study of 10,000 sessions of 60 notes and measures the program on it; how many
//! sessions is said by `LEITFADEN_BENCH_SESSIONS`. The study lies below the folder for temporary files, so that `TMPDIR`
//! chooses the disk. Where `rg` is installed, it searches the same files for the same word.
//!
//! It measures and holds nobody up: what misses its bound is marked, and the exit code stays 0.
#![expect(
    clippy::print_stdout,
    reason = "the table is what the benchmark is for"
)]

mod child;
mod opening;
#[path = "../terminal/pseudo_terminal.rs"]
#[expect(dead_code, reason = "the benchmark of the terminal needs the rest")]
mod pseudo_terminal;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use leitfaden::analysis::search::Query;
use leitfaden::analysis::{Filter, Selection, frequencies};
use leitfaden::operations::across::read_as_it_stands;
use leitfaden::operations::demo::{Invented, generate};
use leitfaden::operations::facts::gather;
use leitfaden::operations::guides;
use leitfaden::operations::search::glance;
use leitfaden::store::Study;
use leitfaden::tui::screen::MOST_HITS;

use child::{Ran, run};

/// What goes wrong while measuring.
type Fault = Box<dyn Error>;

/// How often what is quick is measured; the median counts.
const TIMES: usize = 15;

/// Queries that the index is asked for what a screen shows.
const QUERIES: [(&str, &str); 4] = [
    ("rare word", "Vergleichen"),
    ("frequent word", "Betriebe"),
    ("phrase", "\"kleine Betriebe merken\""),
    ("frequent word and a filter", "Betriebe kind:quote"),
];

/// The words that `rg` looks for too, over the same files: one that no note has, one that some have, one that many have.
const WORDS: [(&str, &str); 3] = [
    ("nowhere", "Zebrastreifen"),
    ("rare", "Vergleichen"),
    ("frequent", "Betriebe"),
];

fn main() -> Result<(), Fault> {
    let sessions = env::var("LEITFADEN_BENCH_SESSIONS").ok();
    let sessions = sessions.map_or(Ok(10_000), |count| count.parse())?;
    let folder = tempfile::tempdir()?;
    let began = Instant::now();
    let study = generate(Invented { sessions, seed: 1 }, &folder.path().join("study"))?;
    let bytes = bytes_of(&study)?;
    println!(
        "{sessions} sessions, {:.1} MB, invented in {:.1} s\n\n| measure | value | bound | |\n| --- | --- | --- | --- |",
        megabytes(bytes),
        began.elapsed().as_secs_f64()
    );
    building(&study, bytes)?;
    opening(&study)?;
    reading(&study)?;
    searching(&study)?;
    following(&study)?;
    Ok(())
}

/// Making the index: the first command that needs it does.
fn building(study: &Study, bytes: u64) -> Result<(), Fault> {
    let Ran { time, peak } = run(study, &["search", WORDS[0].1, "--level", "working"])?;
    let speed = megabytes(bytes) / time.as_secs_f64();
    row(
        "index made, MB of sessions a second",
        &format!("{speed:.1}"),
        "≥ 20",
        speed >= 20.0,
    );
    memory("memory while it is made", peak, 150);
    let index: u64 = fs::read_dir(study.sessions_folder().join(".index"))?
        .filter_map(|entry| Some(entry.ok()?.metadata().ok()?.len()))
        .sum();
    row(
        "size of the index, MB",
        &format!("{:.1}", megabytes(index)),
        "",
        true,
    );
    Ok(())
}

/// The program opened on what it keeps of the study.
fn opening(study: &Study) -> Result<(), Fault> {
    let (mut listed, mut across, mut peak) = (Vec::new(), Vec::new(), None);
    for _ in 0..TIMES {
        let opened = opening::open(study)?;
        listed.push(opened.listed);
        across.push(opened.across);
        peak = opened.peak.max(peak);
    }
    time(
        "`review` started, its list on the screen",
        middle(listed),
        150,
    );
    time("key to the matrix on the screen", middle(across), 150);
    memory("memory of `review` with the matrix", peak, 60);
    Ok(())
}

fn reading(study: &Study) -> Result<(), Fault> {
    let opened = median(|| {
        read_as_it_stands(study).ok_or("no index")?;
        Ok(())
    })?;
    time("what is read across shown from the index", opened, 150);
    let gathered = median(|| {
        gather(study)?;
        Ok(())
    })?;
    let name = "the same with the look at all files";
    row(name, &shown(gathered), "", true);
    let listed = median(|| {
        let index = study.index_as_it_stands()?.ok_or("no index")?;
        index.list()?;
        Ok(())
    })?;
    time("list of the sessions shown from the index", listed, 150);
    let (list, peak) = command(study, &["list"])?;
    row("`list` as a command", &shown(list), "", true);
    memory("memory of `list`", peak, 60);
    let facts = gather(study)?.facts;
    let guide = guides::find(study, "cluster-cooperation")?;
    let counted = median(|| {
        let selection = Selection::of(&facts, &guide, &Filter::default());
        std::hint::black_box(frequencies(&guide, &selection));
        Ok(())
    })?;
    time("table of all frequencies counted", counted, 100);
    let frequencies = ["frequencies", "--level", "working", "--format", "csv"];
    let (table, peak) = command(study, &frequencies)?;
    time("`frequencies` as a command", table, 100);
    memory("memory of `frequencies`", peak, 60);
    let matrix = ["matrix", "--level", "working", "--format", "csv"];
    let (table, peak) = command(study, &matrix)?;
    row("`matrix` as a command", &shown(table), "", true);
    memory("memory of `matrix`", peak, 60);
    Ok(())
}

/// A command as a whole: the median of its times, and the most memory that it had.
fn command(study: &Study, arguments: &[&str]) -> Result<(Duration, Option<u64>), Fault> {
    let (mut times, mut peak) = (Vec::new(), None);
    for _ in 0..TIMES {
        let ran = run(study, arguments)?;
        times.push(ran.time);
        peak = ran.peak.max(peak);
    }
    Ok((middle(times), peak))
}

fn searching(study: &Study) -> Result<(), Fault> {
    for (name, query) in QUERIES {
        let query = Query::read(query)?;
        let mut found = 0;
        let searched = median(|| {
            let index = study.index_as_it_stands()?.ok_or("no index")?;
            found = glance(&index, &query, MOST_HITS)?.count;
            Ok(())
        })?;
        time(
            &format!("search screen, {name} ({found} texts)"),
            searched,
            50,
        );
    }
    for (name, word) in WORDS {
        beside_rg(study, name, word)?;
    }
    let peak = run(study, &["search", "Betriebe", "--level", "working"])?.peak;
    memory("memory of `search`, frequent word", peak, 60);
    Ok(())
}

/// The command beside `rg` over the same files, in turn, so that both have the same machine.
fn beside_rg(study: &Study, name: &str, word: &str) -> Result<(), Fault> {
    let folder = study.sessions_folder();
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        own.push(run(study, &["search", word, "--level", "working"])?.time);
        other.extend(child::rg(word, &folder).ok());
    }
    let own = middle(own);
    let name = format!("`search` as a command, {name} word");
    if other.is_empty() {
        row(&name, &shown(own), "rg is not installed", true);
        return Ok(());
    }
    let rg = middle(other);
    row(
        &name,
        &shown(own),
        &format!("≤ `rg`: {}", shown(rg)),
        own <= rg,
    );
    Ok(())
}

/// One note changed: how long the index takes to follow if it is told where, and if all files are looked at; and what a
/// command takes then, which follows and reads.
fn following(study: &Study) -> Result<(), Fault> {
    let first = study.sessions()?.into_iter().next().ok_or("no session")?;
    let path = study.sessions_folder().join(format!("{first}.ron"));
    let mut note = ChangedNote::of(&path)?;
    let looked = median(|| {
        study.index(&mut |_| {})?;
        Ok(())
    })?;
    row("look whether anything changed", &shown(looked), "", true);
    let (mut told, mut followed, mut searched, mut tables) = (vec![], vec![], vec![], vec![]);
    for _ in 0..TIMES {
        note.change()?;
        told.push(taken(|| {
            study.index_session(&first)?;
            Ok(())
        })?);
        note.change()?;
        followed.push(taken(|| {
            study.index(&mut |_| {})?;
            Ok(())
        })?);
        note.change()?;
        searched.push(run(study, &["search", WORDS[0].1, "--level", "working"])?.time);
        note.change()?;
        tables.push(
            run(
                study,
                &["frequencies", "--level", "working", "--format", "csv"],
            )?
            .time,
        );
    }
    time("one note changed, index told where", middle(told), 20);
    time(
        "one note changed, all files looked at",
        middle(followed),
        20,
    );
    for (name, times) in [("search", searched), ("frequencies", tables)] {
        let name = format!("`{name}` as a command after that");
        row(&name, &shown(middle(times)), "", true);
    }
    Ok(())
}

/// A note in the file of a session that says something else each time.
struct ChangedNote<'path> {
    path: &'path Path,
    /// What stands in the file before the note's text, and from it on.
    parts: (String, String),
    times: usize,
}

impl<'path> ChangedNote<'path> {
    fn of(path: &'path Path) -> Result<Self, Fault> {
        let file = fs::read_to_string(path)?;
        let (before, from) = file.split_once("text: \"").ok_or("no note")?;
        Ok(Self {
            path,
            parts: (before.to_owned(), from.to_owned()),
            times: 0,
        })
    }

    fn change(&mut self) -> Result<(), Fault> {
        self.times += 1;
        let (before, from) = &self.parts;
        let changed = format!("{before}text: \"Zum {}. Mal {from}", self.times);
        Ok(fs::write(self.path, changed)?)
    }
}

fn bytes_of(study: &Study) -> Result<u64, Fault> {
    let mut bytes = 0;
    for entry in fs::read_dir(study.sessions_folder())? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

fn median(mut act: impl FnMut() -> Result<(), Fault>) -> Result<Duration, Fault> {
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        times.push(taken(&mut act)?);
    }
    Ok(middle(times))
}

fn taken(act: impl FnOnce() -> Result<(), Fault>) -> Result<Duration, Fault> {
    let began = Instant::now();
    act()?;
    Ok(began.elapsed())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn time(name: &str, time: Duration, most: u64) {
    let bound = format!("≤ {most} ms");
    row(
        name,
        &shown(time),
        &bound,
        time <= Duration::from_millis(most),
    );
}

fn memory(name: &str, peak: Option<u64>, most: u64) {
    let Some(peak) = peak else {
        return row(name, "not known here", "", true);
    };
    let value = format!("{:.1} MB", megabytes(peak * 1024));
    row(
        name,
        &value,
        &format!("≤ {most} MB"),
        peak * 1024 <= most * 1_000_000,
    );
}

fn row(name: &str, value: &str, bound: &str, is_held: bool) {
    let verdict = match (bound, is_held) {
        ("", _) => "",
        (_, true) => "held",
        (_, false) => "missed",
    };
    println!("| {name} | {value} | {bound} | {verdict} |");
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn megabytes(bytes: u64) -> f64 {
    let kilobytes = u32::try_from(bytes / 1000).unwrap_or(u32::MAX);
    f64::from(kilobytes) / 1000.0
}
