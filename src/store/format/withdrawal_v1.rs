//! Version 1 of `sessions/A-1.withdrawn`: that an interview was withdrawn, and when.

use serde::{Deserialize, Serialize};
use time::Date;

use super::fault::text_of;
use super::field::{self, Day, Named};
use super::{EncodeError, FormatError};
use crate::session::SessionId;

/// The version that such a file declares.
pub const VERSION: u32 = 1;

/// The bytes of the file.
///
/// # Errors
///
/// If the day cannot be written down.
pub fn encode(session: &SessionId, day: Date) -> Result<Vec<u8>, EncodeError> {
    let file = File {
        version: VERSION,
        session: Named(session.clone()),
        withdrawn: Day(day),
    };
    let page = field::to_page(&file)?;
    Ok(format!("// This interview was withdrawn. Nothing of it is kept.\n{page}\n").into_bytes())
}

/// Reads the day out of the file.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn decode(bytes: &[u8]) -> Result<Date, FormatError> {
    let text = text_of(bytes, VERSION)?;
    let file: File = field::read(&text)?;
    Ok(file.withdrawn.0)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Withdrawn", deny_unknown_fields)]
struct File {
    version: u32,
    session: Named<SessionId>,
    withdrawn: Day,
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_tombstone_says_that_and_when_and_no_more() {
        let day = date!(2026 - 05 - 06);
        let bytes = encode(&"A-1".parse().unwrap(), day).unwrap();
        assert_eq!(decode(&bytes), Ok(day));
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "// This interview was withdrawn. Nothing of it is kept.\n(\n    version: 1,\n    \
             session: \"A-1\",\n    withdrawn: \"2026-05-06\",\n)\n"
        );
        assert!(
            decode(b"(version: 1, session: \"A-1\", withdrawn: \"2026-05-06\", why: \"\")")
                .is_err()
        );
    }
}
