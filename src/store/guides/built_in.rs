//! The guides that are part of the program.

use crate::guide::Guide;
use crate::store::format::guide_v1::{self, Origin};

use super::{GuideError, parse_trusted};

/// A guide that is part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, the stem of its file.
    pub id: &'static str,
    /// Its file, as it is copied into a new study.
    pub source: &'static str,
    /// SHA-256 of its file, as lower-case hexadecimal digits.
    digest: &'static str,
    /// The same as `source`, in a form that is read in a fraction of the time.
    compact: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/guides.rs"));

impl BuiltIn {
    /// SHA-256 of its file, as lower-case hexadecimal digits.
    pub const fn digest(&self) -> &'static str {
        self.digest
    }

    /// The guide, under the id of a file that holds the same.
    ///
    /// # Errors
    ///
    /// If it cannot be read, which a test rules out.
    pub fn guide(&self, id: &str) -> Result<Guide, GuideError> {
        match guide_v1::read_compact(self.compact) {
            Ok(file) => {
                let origin = Origin {
                    id: id.to_owned(),
                    digest: self.digest.to_owned(),
                };
                Ok(file.convert_built_in(origin).guide)
            }
            Err(_) => parse_trusted(id, self.source.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_form_of_a_built_in_guide_says_what_its_file_says() {
        for built_in in BUILT_IN {
            let file = guide_v1::read_compact(built_in.compact).unwrap();
            let quick = file.convert_built_in(Origin {
                id: built_in.id.to_owned(),
                digest: built_in.digest.to_owned(),
            });
            let written = parse_trusted(built_in.id, built_in.source.as_bytes()).unwrap();
            assert_eq!(quick.guide, written, "{}", built_in.id);
        }
    }
}
