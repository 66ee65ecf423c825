//! Moving through the guide: any topic in two keys, back in one.

use time::OffsetDateTime;

use super::{Interview, Notice};
use crate::i18n::Text;
use crate::session::{Prompting, Purpose, TopicId};
use crate::tui::keymap::Command;

/// How far back one can go.
const TRAIL: usize = 100;

/// How many notes, or rows of the goal, the keys for pages go.
const STEP: usize = 5;

impl Interview {
    /// Goes to a topic; its draft is there, and that of the topic one leaves stays with it.
    pub fn go_to(&mut self, topic: &TopicId, now: OffsetDateTime) {
        if topic == &self.topic {
            return;
        }
        self.trail.push(self.topic.clone());
        if self.trail.len() > TRAIL {
            self.trail.remove(0);
        }
        self.arrive_at(topic, now);
    }

    /// The cells of the guide in their order.
    pub fn cells(&self) -> Vec<TopicId> {
        self.protocol
            .guide()
            .cells()
            .map(|id| TopicId::new(&id))
            .collect()
    }

    /// Milliseconds of talk in the block that the screen shows, until `at_ms`.
    pub fn block_ms(&self, at_ms: u64) -> u64 {
        let state = self.protocol.state();
        let guide = self.protocol.guide();
        let block_of = |topic: &TopicId| guide.block_of(topic.as_str()).map(|(index, _)| index);
        let here = block_of(&self.topic);
        let starts: Vec<(u64, bool)> = state
            .visits
            .iter()
            .map(|visit| (visit.at_ms.unwrap_or(0), block_of(&visit.topic) == here))
            .collect();
        let ends = starts
            .iter()
            .skip(1)
            .map(|(start, _)| *start)
            .chain(std::iter::once(at_ms));
        let spans = starts.iter().zip(ends).filter(|((_, is_here), _)| *is_here);
        spans
            .map(|((start, _), end)| {
                state
                    .clock
                    .talk_ms(end)
                    .saturating_sub(state.clock.talk_ms((*start).min(at_ms)))
            })
            .sum()
    }

    pub(super) fn go_back(&mut self, now: OffsetDateTime) {
        if let Some(topic) = self.trail.pop() {
            self.arrive_at(&topic, now);
        }
    }

    pub(super) fn go_to_next_must(&mut self, now: OffsetDateTime) {
        match self.next_open_must() {
            Some(topic) => self.go_to(&topic, now),
            None => self.notice = Some(Notice::of(Text::NoticeNoOpenMust)),
        }
    }

    pub(super) fn go_outside(&mut self, now: OffsetDateTime) {
        let outside = self
            .protocol
            .guide()
            .block_of(self.topic.as_str())
            .map(|(_, block)| TopicId::new(&block.outside()));
        if let Some(outside) = outside {
            self.go_to(&outside, now);
        }
    }

    /// Goes to the topic after or before, past the bins «outside the guide», round and round.
    pub(super) fn step(&mut self, by: isize, now: OffsetDateTime) {
        let topics: Vec<TopicId> = self
            .cells()
            .into_iter()
            .filter(|cell| !cell.is_outside())
            .collect();
        let here = topics.iter().position(|topic| topic == &self.topic);
        let count = isize::try_from(topics.len()).unwrap_or(isize::MAX);
        let from = match here {
            Some(index) => isize::try_from(index).unwrap_or(0),
            None => {
                self.last_topic_of_block(&topics) - isize::from(by < 0) + 1 - isize::from(by > 0)
            }
        };
        let next = (from + by).rem_euclid(count.max(1));
        if let Some(topic) = usize::try_from(next).ok().and_then(|next| topics.get(next)) {
            self.go_to(&topic.clone(), now);
        }
    }

    /// The next topic that must be asked and is open, those without notes first.
    pub(super) fn next_open_must(&self) -> Option<TopicId> {
        let cells = self.cells();
        let here = cells
            .iter()
            .position(|cell| cell == &self.topic)
            .unwrap_or(0);
        let round = || {
            cells
                .iter()
                .cycle()
                .skip(here + 1)
                .take(cells.len().saturating_sub(1))
        };
        let open = || round().filter(|topic| self.is_open_must(topic));
        let untouched = open().find(|topic| !self.protocol.state().has_notes_in(topic));
        untouched.or_else(|| open().next()).cloned()
    }

    /// Where in `topics` the block of the current bin «outside the guide» ends.
    fn last_topic_of_block(&self, topics: &[TopicId]) -> isize {
        let guide = self.protocol.guide();
        let block = guide.block_of(self.topic.as_str()).map(|(index, _)| index);
        let last = topics
            .iter()
            .rposition(|topic| guide.block_of(topic.as_str()).map(|(index, _)| index) == block);
        isize::try_from(last.unwrap_or(0)).unwrap_or(0)
    }

    fn arrive_at(&mut self, topic: &TopicId, now: OffsetDateTime) {
        self.shelve_draft();
        let from = std::mem::replace(&mut self.topic, topic.clone());
        self.remind_of_parked(&from);
        self.shows_goal = false;
        self.scrolled = 0;
        self.at_hand = None;
        self.summed_up = None;
        self.scrolled_from = None;
        self.protocol.move_to(topic, now);
        self.fetch_draft(topic);
        self.fetch_prompting();
    }

    /// The draft that is come to keeps its mark; where there is none, nobody has been prompted yet.
    pub(super) fn fetch_prompting(&mut self) {
        self.prompting = match self.protocol.purpose_of(&self.topic) {
            Purpose::Note(prompting) if !self.editor.is_empty() => prompting,
            _ => Prompting::Unprompted,
        };
    }

    /// Shows goal, criterion and prompts below the question, or no longer.
    pub(super) fn toggle_goal(&mut self) {
        self.shows_goal = !self.shows_goal;
        self.goal_scrolled = 0;
    }

    /// Scrolls the goal where it takes more room than there is, else the notes.
    pub(super) fn scroll(&mut self, command: Command) {
        let is_up = command == Command::PageUp;
        if self.goal_most > 0 {
            let scrolled = if is_up {
                self.goal_scrolled.saturating_sub(STEP)
            } else {
                self.goal_scrolled + STEP
            };
            self.goal_scrolled = scrolled.min(self.goal_most);
            return;
        }
        self.scrolled_from = self.at_hand;
        if is_up {
            let count = self.protocol.state().notes_in(&self.topic).len();
            self.scrolled = self.scrolled.saturating_add(STEP).min(count);
        } else {
            self.scrolled = self.scrolled.saturating_sub(STEP);
        }
    }
}
