//! Tells lines that a program broke at its margin from lines that somebody ended.
//!
//! «Frau⏎Keller» is one name if the break only kept a line short. A break that somebody meant (a short line, the end of a
//! sentence, a list) stays one, since what stands in two lines of a list belongs to two.

use zeroize::Zeroizing;

use super::LONGEST_BROKEN_LINE;

/// How many characters a line has at least that was broken at a margin.
const SHORTEST_BROKEN_LINE: usize = 40;

/// The text with spaces for the breaks that nobody meant; no byte moves.
pub(super) fn unwrapped(text: &str) -> Zeroizing<String> {
    let mut lines = text.split_inclusive('\n').peekable();
    let mut unwrapped = Zeroizing::new(text.to_owned());
    let mut at = 0;
    while let Some(line) = lines.next() {
        let content = line.trim_end_matches(['\n', '\r']);
        let end = at + line.len();
        if content.len() < line.len() && lines.peek().is_some_and(|next| goes_on(content, next)) {
            let broken = at + content.len()..end;
            unwrapped.replace_range(broken.clone(), &" ".repeat(broken.len()));
        }
        at = end;
    }
    unwrapped
}

/// Whether a line only ends because there was no room for the next word.
fn goes_on(line: &str, next: &str) -> bool {
    let length = line.chars().count();
    let Some(last) = line.chars().next_back() else {
        return false;
    };
    // An abbreviation ends with a stop too: «gestern hat Dr.⏎Keller».
    let is_sentence = matches!(last, '!' | '?' | ':' | ';') || last == '.' && !ends_in_title(line);
    (SHORTEST_BROKEN_LINE..=LONGEST_BROKEN_LINE).contains(&length)
        && !last.is_whitespace()
        && !is_sentence
        && next.starts_with(char::is_alphabetic)
}

fn ends_in_title(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.chars().count() <= 5 && last.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: &str = "Gestern war eine gute Besprechung, bei der Frau";

    #[test]
    fn a_break_at_the_margin_is_a_space() {
        for end in ["\n", "\r\n"] {
            let text = format!("{BROKEN}{end}Keller lange sprach.{end}");
            let unwrapped = unwrapped(&text);
            assert_eq!(unwrapped.len(), text.len());
            assert!(unwrapped.contains("Frau Keller") || unwrapped.contains("Frau  Keller"));
            assert!(unwrapped.ends_with(end));
        }
        let title = format!("{} Dr.\nKeller", "wort ".repeat(9).trim_end());
        assert!(!unwrapped(&title).contains('\n'));
    }

    #[test]
    fn a_break_that_somebody_meant_stays() {
        for text in [
            "Frau\nKeller",
            "Gestern war eine gute Besprechung mit der Kammer.\nKeller kam.",
            "Gestern war eine gute Besprechung mit der Kammer\n- Keller",
            "Gestern war eine gute Besprechung mit der Kammer\n\nKeller",
            "Gestern war eine gute Besprechung mit der Kammer\n",
        ] {
            assert_eq!(*unwrapped(text), text);
        }
        let long = format!("{}\nKeller", "wort ".repeat(40).trim_end());
        assert_eq!(*unwrapped(&long), long);
    }
}
