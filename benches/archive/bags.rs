//! Checks bags with the program and, if it is named, with `bagit.py`, in turn.

use std::env;
use std::fs::{self, File};
use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use leitfaden::archive::bag::Writer;

/// How often each is timed.
const TIMES: usize = 5;

/// Checks the two bags.
pub(crate) fn check() {
    let folder = tempfile::tempdir().expect("a folder");
    let many = make(&folder.path().join("many"), 1000, 2048);
    let large = make(&folder.path().join("large"), 1, 200 * 1000 * 1000);
    compare("1,000 files of 2 KB", &many);
    compare("one file of 200 MB", &large);
}

/// Makes a bag of so many files of so many bytes.
fn make(folder: &Path, files: usize, bytes: usize) -> std::path::PathBuf {
    fs::create_dir_all(folder).expect("a folder");
    let path = folder.join("bag.zip");
    let zip = File::create(&path).expect("a file");
    let mut writer = Writer::new(zip, "bag").expect("a bag");
    for number in 0..files {
        let fill = u8::try_from(number % 251).unwrap_or(0);
        let mut content = Cursor::new(vec![fill; bytes]);
        writer
            .add(&format!("{number}.bin"), &mut content)
            .expect("room for it");
    }
    writer.finish(&[]).expect("a bag");
    let opened = File::open(&path).expect("the bag");
    let mut zip = zip::ZipArchive::new(opened).expect("a zip");
    zip.extract(folder).expect("room for it");
    fs::remove_file(&path).expect("it was there");
    folder.join("bag")
}

fn compare(what: &str, bag: &Path) {
    let theirs = env::var("BAGIT").ok();
    let (mut our_times, mut their_times, mut peak) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TIMES {
        let (time, memory) = run(Command::new(super::program())
            .args(["archive", "verify"])
            .arg(bag));
        our_times.push(time);
        peak = peak.max(memory);
        if let Some(theirs) = &theirs {
            let mut words = theirs.split(' ');
            let mut command = Command::new(words.next().unwrap_or_default());
            command.args(words).args(["--validate", "--quiet"]).arg(bag);
            their_times.push(run(&mut command).0);
        }
    }
    let ours = median(our_times);
    println!(
        "| a bag of {what} checked | {:.0} ms, peak {} MiB |",
        ours.as_secs_f64() * 1000.0,
        peak / 1024
    );
    if !their_times.is_empty() {
        let theirs = median(their_times);
        println!(
            "| the same by bagit.py | {:.0} ms, {:.2} × |",
            theirs.as_secs_f64() * 1000.0,
            ours.as_secs_f64() / theirs.as_secs_f64()
        );
    }
}

/// Runs a command: how long it took, and how many KiB it had at most where the system says so.
fn run(command: &mut Command) -> (Duration, u64) {
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .expect("the command runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(&status));
        if let Some(ended) = child.try_wait().expect("it is ours") {
            assert!(ended.success(), "the bag is valid");
            return (begun.elapsed(), peak);
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn high_water(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let digits = line.and_then(|line| line.split_whitespace().next());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
