//! Version 1 of `guides/local/allowed.ron`: words that are no names in a study, though they look like some.

use serde::{Deserialize, Serialize};

use super::fault::text_of;
use super::field;
use super::{EncodeError, FormatError};

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// Never in practice: every word can be written down.
pub fn encode(words: &[String]) -> Result<Vec<u8>, EncodeError> {
    let file = File {
        version: VERSION,
        words: words.to_vec(),
    };
    let page = field::to_page(&file)?;
    Ok(format!("// Words that are no names in this study.\n{page}\n").into_bytes())
}

/// Reads the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Vec<String>, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    Ok(file.words)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Allowed", deny_unknown_fields)]
struct File {
    version: u32,
    words: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_as_they_were_written() {
        let words = ["Rhonex", "l’Alliance", "\"quoted\""].map(str::to_owned);
        let bytes = encode(&words).unwrap();
        assert_eq!(decode(&bytes), Ok(words.to_vec()));
    }

    #[test]
    fn what_the_program_does_not_know_is_refused() {
        for wrong in [
            "",
            "(version: 2, words: [])",
            "(version: 1)",
            "(version: 1, words: [], colour: 1)",
        ] {
            assert!(decode(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
