//! Counting codes within blocks, session by session, so that no more than one session need be in memory.

use std::collections::HashMap;

use super::{BlockFrequencies, CodeFrequency, Frequencies, Ways};
use crate::analysis::codebook::Codebook;
use crate::analysis::columns::{Columns, Wording};
use crate::analysis::count::Count;
use crate::analysis::facts::{NoteFacts, SessionFacts};
use crate::analysis::selection::LeftOut;
use crate::session::{CaseId, CellState, Counted, Polarity, Prompting, Voice};

/// Counts codes within blocks while sessions are handed to it one by one.
#[derive(Debug)]
pub struct Counting<'tables> {
    columns: &'tables Columns,
    codebook: &'tables Codebook,
    /// The cases so far, each with its number.
    cases: HashMap<CaseId, usize>,
    all: Tally,
    blocks: Vec<BlockTally>,
    /// Block by block a place for each code.
    codes: Vec<CodeTally>,
    /// What the session at hand said: places in `codes`.
    said: Vec<usize>,
    /// For each place how the session at hand said it; no bit if it did not.
    manners: Vec<u8>,
}

/// How something was said, as bits.
mod manner {
    pub const SAID: u8 = 1;
    pub const UNPROMPTED: u8 = 2;
    pub const HELPS: u8 = 4;
    pub const HINDERS: u8 = 8;
    pub const OWN: u8 = 16;
    pub const REPORTED: u8 = 32;
}

/// Sessions, and the cases that they are from.
#[derive(Debug, Clone, Default)]
struct Tally {
    sessions: usize,
    /// A bit for each case.
    cases: Vec<u64>,
}

#[derive(Debug, Clone, Default)]
struct BlockTally {
    base: Tally,
    declined: usize,
    unsettled: usize,
}

#[derive(Debug, Clone, Default)]
struct CodeTally {
    said: Tally,
    ways: Ways,
}

/// What a session has in a block.
#[derive(Debug, Clone, Copy, Default)]
struct InBlock {
    counted: bool,
    declined: bool,
    noted: bool,
}

impl<'tables> Counting<'tables> {
    /// Nothing counted yet.
    pub fn new(columns: &'tables Columns, codebook: &'tables Codebook) -> Self {
        let places = columns.blocks.len() * codebook.rows().len();
        Self {
            columns,
            codebook,
            cases: HashMap::new(),
            all: Tally::default(),
            blocks: vec![BlockTally::default(); columns.blocks.len()],
            codes: vec![CodeTally::default(); places],
            said: Vec::new(),
            manners: vec![0; places],
        }
    }

    /// Counts a session with these of its notes.
    pub fn add<'session>(
        &mut self,
        session: &SessionFacts,
        notes: impl Iterator<Item = NoteFacts<'session>>,
    ) {
        let next = self.cases.len();
        let case = *self.cases.entry(session.id.case().clone()).or_insert(next);
        self.all.add(case);
        let mut blocks = vec![InBlock::default(); self.columns.blocks.len()];
        for cell in &session.cells {
            if let Some((block, _)) = self.columns.place(cell.topic) {
                blocks[block].counted |= cell.state.counted() == Counted::In;
                blocks[block].declined |= cell.state == CellState::Declined;
            }
        }
        for note in notes {
            self.read(&note, &mut blocks);
        }
        for (tally, found) in self.blocks.iter_mut().zip(&blocks) {
            tally.add(case, *found);
        }
        self.settle(case, &blocks);
    }

    /// Marks the codes of a note in all blocks that it belongs to.
    fn read(&mut self, note: &NoteFacts<'_>, blocks: &mut [InBlock]) {
        let codes = self.codebook.rows().len();
        let manner = manner_of(note);
        for topic in note.cells() {
            let Some((block, _)) = self.columns.place(topic) else {
                continue;
            };
            blocks[block].noted = true;
            for row in note
                .codes
                .iter()
                .flat_map(|code| self.codebook.counting(code))
            {
                let place = block * codes + row;
                if self.manners[place] == 0 {
                    self.said.push(place);
                }
                self.manners[place] |= manner;
            }
        }
    }

    /// Counts what was marked in blocks whose base the session belongs to, and takes the marks away.
    fn settle(&mut self, case: usize, blocks: &[InBlock]) {
        let codes = self.codebook.rows().len();
        for place in self.said.drain(..) {
            if blocks[place / codes].counted {
                self.codes[place].add(case, self.manners[place]);
            }
            self.manners[place] = 0;
        }
    }

    /// What was counted.
    pub fn finish(self, guide: &str) -> Frequencies {
        let rows = self.codebook.rows().len();
        let blocks = self.columns.blocks.iter().zip(&self.blocks).enumerate();
        let blocks = blocks.map(|(index, (columns, tally))| {
            let wordings = columns.topics.iter().map(|topic| topic.wording);
            let tallies = self.codes.get(index * rows..(index + 1) * rows);
            BlockFrequencies {
                block: columns.block.clone(),
                title: columns.title.clone(),
                base: tally.base.count(),
                declined: tally.declined,
                unsettled: tally.unsettled,
                wording: wordings.max().unwrap_or(Wording::Same),
                codes: self.ordered(tallies.unwrap_or_default(), tally.base.count()),
            }
        });
        Frequencies {
            guide: guide.to_owned(),
            base: self.all.count(),
            invented: false,
            left_out: LeftOut::default(),
            unread: Vec::new(),
            versions: Vec::new(),
            blocks: blocks.collect(),
        }
    }

    /// The codes that occur, the most frequent first, each followed by those it stands for.
    fn ordered(&self, tallies: &[CodeTally], base: Count) -> Vec<CodeFrequency> {
        let rows = self.codebook.rows();
        let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for (place, (row, tally)) in rows.iter().zip(tallies).enumerate() {
            if tally.said.sessions > 0 {
                below.entry(row.above).or_default().push(place);
            }
        }
        let count = |place: usize| tallies[place].said.count();
        let mut ordered = Vec::new();
        let mut levels: Vec<(usize, std::vec::IntoIter<usize>)> = Vec::new();
        let mut open = |above: Option<usize>| {
            let mut places = below.remove(&above).unwrap_or_default();
            places.sort_by_key(|place| (std::cmp::Reverse(count(*place)), *place));
            let most = places.first().map_or(0, |first| count(*first).sessions);
            (most, places.into_iter())
        };
        levels.push(open(None));
        while let Some((most, places)) = levels.last_mut() {
            let Some(place) = places.next() else {
                levels.pop();
                continue;
            };
            let said = count(place);
            let word = said.word_of(base, *most);
            let ways = tallies[place].ways;
            ordered.push(CodeFrequency::of(&rows[place], said, ways, word));
            levels.push(open(Some(place)));
        }
        ordered
    }
}

impl Tally {
    fn add(&mut self, case: usize) {
        self.sessions += 1;
        let word = case / 64;
        if self.cases.len() <= word {
            self.cases.resize(word + 1, 0);
        }
        self.cases[word] |= 1 << (case % 64);
    }

    fn count(&self) -> Count {
        let cases = self.cases.iter().map(|word| word.count_ones());
        Count {
            sessions: self.sessions,
            cases: usize::try_from(cases.sum::<u32>()).unwrap_or(usize::MAX),
        }
    }
}

/// How a note says what it says.
fn manner_of(note: &NoteFacts<'_>) -> u8 {
    let prompting = match note.row.prompting {
        Prompting::Unprompted => manner::UNPROMPTED,
        Prompting::Prompted | Prompting::Probe(_) => 0,
    };
    let polarity = match note.row.polarity {
        Some(Polarity::Helps) => manner::HELPS,
        Some(Polarity::Hinders) => manner::HINDERS,
        None => 0,
    };
    let voice = match note.row.voice {
        Voice::Own => manner::OWN,
        Voice::Reported => manner::REPORTED,
    };
    manner::SAID | prompting | polarity | voice
}

impl CodeTally {
    fn add(&mut self, case: usize, said: u8) {
        self.said.add(case);
        let was = |manner: u8| usize::from(said & manner != 0);
        self.ways.unprompted += was(manner::UNPROMPTED);
        self.ways.helps += was(manner::HELPS);
        self.ways.hinders += was(manner::HINDERS);
        self.ways.own += was(manner::OWN);
        self.ways.reported += was(manner::REPORTED);
    }
}

impl BlockTally {
    fn add(&mut self, case: usize, found: InBlock) {
        if found.counted {
            self.base.add(case);
        } else {
            self.declined += usize::from(found.declined);
            self.unsettled += usize::from(found.noted && !found.declined);
        }
    }
}
