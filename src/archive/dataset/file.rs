//! The files of a dataset beside those of its tables: what the place is, the plans of builds, and which build is read.
//! JSON on one line, version 1, so that the programs that read the tables can read these too.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::archive::{Content, FileFault};

/// The version of these files.
const VERSION: u32 = 1;

/// What a place for a dataset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Whether its sessions are made up.
    pub invented: bool,
}

/// The files that a build has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The name of the build.
    pub build: String,
    /// How many sessions it is about.
    pub sessions: usize,
    /// Its files.
    pub files: Vec<PlannedFile>,
}

/// A file of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedFile {
    /// Its name at the place.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-512 of them.
    pub sha512: String,
}

/// Which build is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Current {
    /// The how manieth it is.
    pub number: u32,
    /// Its name.
    pub build: String,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "format", deny_unknown_fields)]
enum File {
    #[serde(rename = "leitfaden.dataset")]
    Mark { version: u32, invented: bool },
    #[serde(rename = "leitfaden.dataset-build")]
    Plan {
        version: u32,
        build: String,
        sessions: usize,
        files: Vec<PlannedFile>,
    },
    #[serde(rename = "leitfaden.dataset-current")]
    Current {
        version: u32,
        number: u32,
        build: String,
    },
}

impl File {
    fn read(content: &Content) -> Result<Self, FileFault> {
        let bytes = content
            .read_all(super::LARGEST)
            .map_err(|_| FileFault::Unknown)?;
        let file: Self = serde_json::from_slice(&bytes).map_err(|_| FileFault::Unknown)?;
        let (Self::Mark { version, .. }
        | Self::Plan { version, .. }
        | Self::Current { version, .. }) = file;
        if version == VERSION {
            Ok(file)
        } else {
            Err(FileFault::Newer(version))
        }
    }

    fn write(&self) -> Vec<u8> {
        // None of the values can fail to be written.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

impl Mark {
    pub(super) fn read(content: &Content) -> Result<Self, FileFault> {
        match File::read(content)? {
            File::Mark { invented, .. } => Ok(Self { invented }),
            _ => Err(FileFault::Unknown),
        }
    }

    pub(super) fn write(self) -> Vec<u8> {
        let file = File::Mark {
            version: VERSION,
            invented: self.invented,
        };
        file.write()
    }
}

impl Plan {
    /// Reads the plan of the build of this name. Names that lead elsewhere are refused: what is planned is removed one
    /// day.
    pub(super) fn read(content: &Content, name: &str) -> Result<Self, FileFault> {
        let File::Plan {
            build,
            sessions,
            files,
            ..
        } = File::read(content)?
        else {
            return Err(FileFault::Unknown);
        };
        let are_its_own = files
            .iter()
            .all(|file| folder_of(&file.name, name).is_some());
        if build != name || !are_its_own {
            return Err(FileFault::Unknown);
        }
        Ok(Self {
            build,
            sessions,
            files,
        })
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let file = File::Plan {
            version: VERSION,
            build: self.build.clone(),
            sessions: self.sessions,
            files: self.files.clone(),
        };
        file.write()
    }

    /// The folders that hold nothing but files of the build.
    pub(super) fn folders(&self) -> BTreeSet<String> {
        let files = self.files.iter();
        files
            .filter_map(|file| folder_of(&file.name, &self.build))
            .collect()
    }
}

/// The folder of a build in which one of its files lies: `notes/build=…`; nothing if the file lies elsewhere.
fn folder_of(name: &str, build: &str) -> Option<String> {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.=".contains(&byte))
    };
    let mut parts = name.split('/');
    let (table, of_build) = (parts.next()?, parts.next()?);
    let is_of_build = of_build.strip_prefix("build=") == Some(build);
    let is_below = parts.clone().next().is_some();
    (is_of_build && is_below && is_plain(table) && is_plain(build) && parts.all(is_plain))
        .then(|| format!("{table}/{of_build}"))
}

impl Current {
    pub(super) fn read(content: &Content) -> Result<Self, FileFault> {
        match File::read(content)? {
            File::Current { number, build, .. } => Ok(Self { number, build }),
            _ => Err(FileFault::Unknown),
        }
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let file = File::Current {
            version: VERSION,
            number: self.number,
            build: self.build.clone(),
        };
        file.write()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(build: &str, name: &str) -> Plan {
        Plan {
            build: build.to_owned(),
            sessions: 3,
            files: vec![PlannedFile {
                name: name.to_owned(),
                bytes: 1,
                sha512: String::new(),
            }],
        }
    }

    #[test]
    fn a_plan_names_files_of_its_own_build_alone() {
        let well = plan("ab12", "notes/build=ab12/guide=g/part-0.jsonl");
        let read = Plan::read(&Content::of(well.write()), "ab12").unwrap();
        assert_eq!(read, well);
        assert_eq!(read.folders(), ["notes/build=ab12".to_owned()].into());
        assert!(Plan::read(&Content::of(well.write()), "other").is_err());
        for elsewhere in [
            "notes/build=other/x",
            "../build=ab12/x",
            "notes/build=ab12",
            "notes/build=ab12/../../x",
            "/build=ab12/x",
            "notes/build=ab12//x",
            "leitfaden-archive.json",
        ] {
            let written = Content::of(plan("ab12", elsewhere).write());
            assert!(Plan::read(&written, "ab12").is_err(), "{elsewhere}");
        }
        assert!(Plan::read(&Content::of(plan("..", "a/build=../x").write()), "..").is_err());
    }

    #[test]
    fn a_file_of_a_later_program_is_told_from_a_damaged_one() {
        let later = br#"{"format":"leitfaden.dataset","version":2,"invented":true}"#.to_vec();
        let read = Mark::read(&Content::of(later));
        assert!(matches!(read, Err(FileFault::Newer(2))));
        let damaged = Mark::read(&Content::of(b"{}".to_vec()));
        assert!(matches!(damaged, Err(FileFault::Unknown)));
    }
}
