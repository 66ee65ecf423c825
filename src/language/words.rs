//! Where words begin and end.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Whether the character leaves no trace on the screen: zero-width characters and soft hyphens.
///
/// Inside a word they neither end it nor count when it is compared.
pub const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The words of a text, as ranges of bytes.
///
/// A word is a run of letters and digits, with the accents and invisible characters inside it. Hyphens, underscores
/// and apostrophes part words: «l’Institut» is `l` and `Institut`, «Müller’s» is `Müller` and `s`. Whoever looks for
/// names with a hyphen joins words again.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let mut word: Option<Range<usize>> = None;
        while let Some(&(at, character)) = characters.peek() {
            let end = at + character.len_utf8();
            match &mut word {
                None if starts_word(character) => word = Some(at..end),
                None => {}
                // Invisible characters belong to the word only when a letter follows them.
                Some(_) if is_invisible(character) => {}
                Some(range) if continues_word(character) => range.end = end,
                Some(_) => break,
            }
            characters.next();
        }
        word
    })
}

/// Whether a word can begin with the character.
fn starts_word(character: char) -> bool {
    character.is_alphanumeric() && !is_combining_mark(character) && !is_invisible(character)
}

/// Whether the character carries a word on.
fn continues_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn french_elision_and_genitives_part_words() {
        assert_eq!(
            texts("l’Institut d'Anna, Müller’s"),
            ["l", "Institut", "d", "Anna", "Müller", "s"]
        );
    }

    #[test]
    fn accents_of_their_own_and_soft_hyphens_stay_inside() {
        assert_eq!(
            texts("Mu\u{308}l\u{AD}ler\u{200B} geht"),
            ["Mu\u{308}l\u{AD}ler", "geht"]
        );
    }

    #[test]
    fn invisible_characters_at_the_end_stay_outside() {
        assert_eq!(texts("\u{200B}Anna\u{AD}-\u{AD}"), ["Anna"]);
    }

    #[test]
    fn hyphens_and_underscores_part_words() {
        assert_eq!(texts("Jean-Pierre_2"), ["Jean", "Pierre", "2"]);
    }
}
