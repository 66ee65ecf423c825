//! Numbers as a study of a few people may say them: sessions and cases side by side, a word for them, hardly a percent.

/// How many sessions, and from how many cases they are. Sessions alone would give a cooperation with many interviewees
/// more weight than one with a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Count {
    /// Sessions.
    pub sessions: usize,
    /// Cases.
    pub cases: usize,
}

/// The fewest sessions of which a percentage may be said: below, one person more or less moves it by over five points.
pub const FEWEST_FOR_PERCENT: usize = 20;

/// The study's words for how often something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frequent {
    /// By nobody.
    Never,
    /// «Selten»: in one case only, or in less than a tenth of the sessions.
    Seldom,
    /// «Einzelne, einige»: in two cases or more, and in less than a third of the sessions.
    Some,
    /// «Mehrere»: in two cases or more, and in a third of the sessions or more.
    Several,
    /// «Meistgenannt»: what is said in several sessions, and in no fewer than anything beside it.
    Most,
}

impl Count {
    /// Whether so many may be shown as a group: as many sessions as the guide asks for, from two cases.
    pub const fn is_a_group(self, smallest: usize) -> bool {
        self.sessions >= smallest && self.cases >= super::disclosure::FEWEST_CASES
    }

    /// How many percent of a base this is, rounded; nothing if the base is too small for percent.
    pub fn percent_of(self, base: Self) -> Option<u8> {
        if base.sessions < FEWEST_FOR_PERCENT {
            return None;
        }
        let rounded = (self.sessions * 200 + base.sessions) / (base.sessions * 2);
        u8::try_from(rounded).ok()
    }

    /// The word for this of a base; `most` is the largest count beside it.
    pub fn word_of(self, base: Self, most: usize) -> Frequent {
        if self.sessions == 0 {
            Frequent::Never
        } else if self.cases < 2 || self.sessions * 10 < base.sessions {
            Frequent::Seldom
        } else if self.sessions * 3 < base.sessions {
            Frequent::Some
        } else if self.sessions < most {
            Frequent::Several
        } else {
            Frequent::Most
        }
    }
}

impl Frequent {
    /// The word for it in data files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Seldom => "seldom",
            Self::Some => "some",
            Self::Several => "several",
            Self::Most => "most",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn count(sessions: usize, cases: usize) -> Count {
        Count { sessions, cases }
    }

    #[test]
    fn no_percent_is_said_of_fewer_than_twenty() {
        assert_eq!(count(10, 5).percent_of(count(19, 9)), None);
        assert_eq!(count(10, 5).percent_of(count(20, 9)), Some(50));
        assert_eq!(count(1, 1).percent_of(count(40, 9)), Some(3));
        assert_eq!(count(40, 9).percent_of(count(40, 9)), Some(100));
        assert_eq!(count(0, 0).percent_of(count(0, 0)), None);
    }

    #[test]
    fn the_words_follow_from_the_counts() {
        let eleven = count(11, 6);
        let word = |sessions, cases| count(sessions, cases).word_of(eleven, 8);
        assert_eq!(word(0, 0), Frequent::Never);
        assert_eq!(word(1, 1), Frequent::Seldom);
        // Two interviewees of one cooperation are one case.
        assert_eq!(word(2, 1), Frequent::Seldom);
        assert_eq!(word(2, 2), Frequent::Some);
        assert_eq!(word(3, 3), Frequent::Some);
        assert_eq!(word(4, 3), Frequent::Several);
        assert_eq!(word(7, 5), Frequent::Several);
        assert_eq!(word(8, 5), Frequent::Most);
        // What is rare is not the most frequent, even if nothing beside it is said more often.
        assert_eq!(count(2, 2).word_of(eleven, 2), Frequent::Some);
        assert_eq!(count(9, 9).word_of(count(100, 60), 50), Frequent::Seldom);
    }
}
