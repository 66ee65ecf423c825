//! The files of a bag, wherever they lie.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::Finding;

/// What lies in a bag: names with `/` between folders, and what spoke against looking further.
#[derive(Debug, Default)]
pub struct Files {
    /// The files with their lengths in bytes.
    pub files: BTreeMap<String, u64>,
    /// Whether there is a folder `data`, be it empty.
    pub has_payload_folder: bool,
    /// What is no file of the bag: links, tricks.
    pub findings: Vec<Finding>,
}

/// Where the files of a bag can be read.
pub trait Source: Sync {
    /// What lies there.
    fn list(&self) -> &Files;

    /// Reads one of the files from its beginning.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn read(
        &self,
        name: &str,
        with: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> io::Result<()>;

    /// How many files can be read at the same time with profit.
    fn readers(&self) -> usize;
}

/// A whole file of at most `limit` bytes; nothing if there is none.
pub(super) fn read_whole(
    source: &dyn Source,
    name: &str,
    limit: u64,
) -> io::Result<Option<Vec<u8>>> {
    let Some(length) = source.list().files.get(name) else {
        return Ok(None);
    };
    if *length > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    source.read(name, &mut |stream| {
        let read = stream
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)?;
        if u64::try_from(read).unwrap_or(u64::MAX) > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(())
    })?;
    Ok(Some(bytes))
}
