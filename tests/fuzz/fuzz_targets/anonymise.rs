//! Whatever bytes come: the filter ends without a panic, no protected word is left, and a second pass changes nothing.
#![no_main]

use leitfaden::anonymise::{Certainty, Memory, ProtectedWords, find_whole};
use leitfaden::language::{Language, fold, words};
use leitfaden::operations::anonymise::{Filter, LineEnds, records, text};
use libfuzzer_sys::fuzz_target;

const LIST: &str = "Anna Müller\ninstitution: Voltarix";
const NAMES: [&str; 4] = ["anna", "muller", "mueller", "voltarix"];

fuzz_target!(|bytes: &[u8]| {
    let protected = ProtectedWords::parse(LIST);
    let filter = Filter {
        language: Language::De,
        certainty: Certainty::Likely,
        protected: &protected,
        line_ends: LineEnds::Meant,
    };
    // Bytes that are no text and lines that are no records are errors and nothing worse.
    let _ = records(bytes, &mut Vec::new(), &filter);
    let mut once = Vec::new();
    let ended = text(bytes, &mut once, &filter);
    let Ok(input) = std::str::from_utf8(bytes) else {
        assert!(ended.is_err());
        return;
    };
    let clean = std::str::from_utf8(&once).expect("what comes out is text");
    for word in words(clean) {
        let word = fold(&clean[word]);
        assert!(!NAMES.contains(&word.as_str()));
    }
    let mut memory = Memory::new(Language::De).keeping_placeholders();
    memory.protect(&protected);
    for finding in find_whole(input, &mut memory) {
        assert!(input.get(finding.span).is_some());
    }
    // A longer text is cut at other places the second time.
    if bytes.len() < 2048 {
        let mut twice = Vec::new();
        text(once.as_slice(), &mut twice, &filter).expect("what came out is text");
        assert_eq!(once, twice);
    }
});
