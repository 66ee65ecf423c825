//! What is measured, and how.

use std::collections::HashMap;
use std::fs;
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::Fault;
use crate::place::{Place, SENTENCES};
use crate::pseudo_terminal::PseudoTerminal;

/// How often all sentences are typed for the times of the keys.
const ROUNDS: usize = 1;

/// How often each program is started.
const STARTS: usize = 60;

/// Between two keys, for what a program does after it has shown the key. A quick typist takes five times as long.
const BETWEEN_KEYS: Duration = Duration::from_millis(20);

/// After a line, and before the first.
const BETWEEN_LINES: Duration = Duration::from_millis(50);

/// How long nobody types.
const IDLE: Duration = Duration::from_secs(10);

/// How much is typed before the memory is looked at.
const WORDS: usize = 2_000;

/// Of the bare terminal, of vim, of the program.
type OfAll<T> = [Option<T>; 3];

/// What typing costs.
pub struct Typing {
    /// How many keys.
    pub keys: usize,
    /// How long each key took.
    pub echoes: OfAll<Vec<Duration>>,
    /// The bytes that a key cost in the middle.
    pub bytes: OfAll<usize>,
    /// How often the program woke up while nobody typed.
    pub wakes: OfAll<usize>,
    /// The most memory it took, in KiB.
    pub peaks: OfAll<usize>,
}

/// What starting costs: how long it takes to the first frame.
pub struct Starting {
    /// `cat` on a small file.
    pub bare: Option<Vec<Duration>>,
    /// Vim on a small file.
    pub vim: Option<Vec<Duration>>,
    /// The program, in each way to start it.
    pub own: Vec<(&'static str, Vec<Duration>)>,
}

/// A program into which is typed.
struct Typed {
    terminal: PseudoTerminal,
    echoes: Vec<Duration>,
    bytes: Vec<usize>,
}

impl Typed {
    fn new(command: CommandBuilder, frame: &[String]) -> Result<Self, Fault> {
        let mut terminal = PseudoTerminal::start(command)?;
        terminal.first_frame(frame)?;
        terminal.rest(BETWEEN_LINES);
        Ok(Self {
            terminal,
            echoes: Vec::new(),
            bytes: Vec::new(),
        })
    }

    fn type_character(&mut self, character: char) -> Result<(), Fault> {
        self.terminal.take_count();
        self.echoes.push(self.terminal.type_character(character)?);
        self.terminal.rest(BETWEEN_KEYS);
        self.bytes.push(self.terminal.take_count());
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), Fault> {
        self.terminal.press('\r')?;
        self.terminal.rest(BETWEEN_LINES);
        Ok(())
    }
}

/// Types the same into all programs, each key into one after the other, so that each gets the machine as it is.
pub fn typing(place: &Place) -> Result<Typing, Fault> {
    let bare = Typed::new(place.bare(), &Place::bare_frame())?;
    let vim = match place.vim() {
        None => None,
        Some(vim) => {
            let mut vim = Typed::new(vim, &Place::vim_frame())?;
            // A line of its own, behind the last.
            vim.terminal.press('o')?;
            vim.terminal.rest(BETWEEN_LINES);
            Some(vim)
        }
    };
    let own = Typed::new(place.new_interview(), &Place::own_frame("A-1"))?;
    let mut all = [Some(bare), vim, Some(own)];
    for sentence in (0..ROUNDS).flat_map(|_| SENTENCES) {
        for character in sentence.chars() {
            for typed in all.iter_mut().flatten() {
                typed.type_character(character)?;
            }
        }
        for typed in all.iter_mut().flatten() {
            typed.end_line()?;
        }
    }
    let wakes = wakes_while_idle(&mut all);
    for typed in all.iter_mut().flatten() {
        type_words(&mut typed.terminal)?;
    }
    let peaks = all
        .each_ref()
        .map(|typed| peak_of(typed.as_ref()?.terminal.process()?));
    if let Some(own) = &mut all[2] {
        // Ctrl-Q leaves, so that the session can be taken up again.
        own.terminal.press('\u{11}')?;
        own.terminal.wait_for_end()?;
    }
    Ok(Typing {
        keys: all[2].as_ref().map_or(0, |own| own.echoes.len()),
        bytes: all
            .each_ref()
            .map(|typed| quantile(&typed.as_ref()?.bytes, 50)),
        echoes: all.map(|typed| Some(typed?.echoes)),
        wakes,
        peaks,
    })
}

/// Starts all programs in turn, all of them in every round, so that each gets the machine as it is; each round begins with
/// another, and every second goes backwards, so that none always comes behind the same.
pub fn starting(place: &Place) -> Result<Starting, Fault> {
    place.set_interview_aside()?;
    let mut ways = vec![Way::Bare];
    ways.extend(place.has_vim().then_some(Way::Vim));
    ways.extend(OWN.map(|(_, way)| way));
    let mut times = HashMap::<Way, Vec<Duration>>::new();
    for round in 0..STARTS {
        let mut order = ways.clone();
        order.rotate_left(round % ways.len());
        if round % 2 == 1 {
            order.reverse();
        }
        for way in order {
            times.entry(way).or_default().push(way.time(place)?);
        }
    }
    let mut of = |way| times.remove(&way);
    Ok(Starting {
        bare: of(Way::Bare),
        vim: of(Way::Vim),
        own: OWN
            .into_iter()
            .filter_map(|(name, way)| Some((name, of(way)?)))
            .collect(),
    })
}

/// The ways to start the own program, by name.
const OWN: [(&str, Way); 4] = [
    ("start screen", Way::StartScreen),
    ("interview taken up", Way::TakenUp),
    ("form of an interview", Way::Form),
    ("new interview", Way::New),
];

/// A program, and a way to start it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Way {
    /// `cat`.
    Bare,
    /// Vim.
    Vim,
    /// The list of the sample study's sessions.
    StartScreen,
    /// A session that is there.
    TakenUp,
    /// A session of which nothing is known.
    Form,
    /// A session that begins at once.
    New,
}

impl Way {
    fn time(self, place: &Place) -> Result<Duration, Fault> {
        if self == Self::TakenUp {
            place.put_interview_back()?;
        } else {
            place.forget_interview()?;
        }
        let own = |command, text| time_to_frame(command, &Place::own_frame(text));
        match self {
            Self::Bare => time_to_frame(place.bare(), &Place::bare_frame()),
            Self::Vim => {
                let vim = place.vim().ok_or("vim is not there any more")?;
                time_to_frame(vim, &Place::vim_frame())
            }
            Self::StartScreen => own(place.start_screen(), "P-2"),
            Self::TakenUp => own(place.protected_interview(), "A-1"),
            Self::Form => own(place.interview(), "A-1"),
            Self::New => own(place.new_interview(), "A-1"),
        }
    }
}

fn time_to_frame(command: CommandBuilder, frame: &[String]) -> Result<Duration, Fault> {
    PseudoTerminal::start(command)?.first_frame(frame)
}

/// The least value that this share (in hundredths) of all values does not exceed.
pub fn quantile<T: Copy + Ord>(values: &[T], share: usize) -> Option<T> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    sorted.get((sorted.len() * share / 100).min(last)).copied()
}

/// How the machine stood when it was measured.
pub fn circumstances() -> String {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    format!(
        "{processors} processors, load average {}, 120 × 40",
        load.join(" ")
    )
}

/// Types many words as fast as they are shown.
fn type_words(terminal: &mut PseudoTerminal) -> Result<(), Fault> {
    let mut words = 0;
    for sentence in SENTENCES.iter().cycle() {
        if words >= WORDS {
            break;
        }
        for character in sentence.chars() {
            terminal.type_character(character)?;
        }
        terminal.press('\r')?;
        terminal.rest(BETWEEN_KEYS);
        words += sentence.split(' ').count();
    }
    Ok(())
}

fn wakes_while_idle(all: &mut OfAll<Typed>) -> OfAll<usize> {
    let wakes = |all: &OfAll<Typed>| {
        all.each_ref()
            .map(|typed| wakes_of(typed.as_ref()?.terminal.process()?))
    };
    let before = wakes(all);
    thread::sleep(IDLE);
    let mut both = before.into_iter().zip(wakes(all));
    [(); 3].map(|()| {
        let (before, after) = both.next()?;
        Some(after?.saturating_sub(before?))
    })
}

/// How often the threads of a process have gone to sleep and woken up, where the system tells.
fn wakes_of(process: u32) -> Option<usize> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    let of_thread = |thread: fs::DirEntry| {
        let status = fs::read_to_string(thread.path().join("status")).ok()?;
        field(&status, "voluntary_ctxt_switches:")
    };
    Some(threads.flatten().filter_map(of_thread).sum())
}

/// The most memory that a process took, in KiB, where the system tells.
fn peak_of(process: u32) -> Option<usize> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    field(&status, "VmHWM:")
}

fn field(status: &str, name: &str) -> Option<usize> {
    let value = status.lines().find_map(|line| line.strip_prefix(name))?;
    value.split_whitespace().next()?.parse().ok()
}
