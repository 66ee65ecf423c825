//! The further tag files: `bag-info.txt` and `fetch.txt`.

use super::manifest::{Scope, name_in};
use super::{Fault, Version};

/// What `Payload-Oxum` says: bytes and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Oxum {
    pub bytes: u64,
    pub files: u64,
}

/// What `Payload-Oxum` says in a `bag-info.txt`, if it stands there, and whether it stands there once.
pub(super) fn oxum(text: &str) -> Result<Option<(Oxum, bool)>, Fault> {
    let mut values = labels(text).filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum"));
    let Some((_, value)) = values.next() else {
        return Ok(None);
    };
    let (bytes, files) = value.trim().split_once('.').ok_or(Fault::BadOxum)?;
    let oxum = Oxum {
        bytes: bytes.parse().map_err(|_| Fault::BadOxum)?,
        files: files.parse().map_err(|_| Fault::BadOxum)?,
    };
    Ok(Some((oxum, values.next().is_none())))
}

/// The first value of a label in a `bag-info.txt`.
pub(super) fn value_of(text: &str, wanted: &str) -> Option<String> {
    let found = labels(text).find(|(label, _)| label.eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.trim().to_owned())
}

/// The labels with their values; a value that goes on in the next line is not put together, since nobody asks for one.
fn labels(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines()
        .filter(|line| !line.starts_with([' ', '\t']))
        .filter_map(|line| line.split_once(':'))
        .map(|(label, value)| (label.trim(), value))
}

/// The names in a `fetch.txt`, each with the number of its line, or what is wrong with it.
pub(super) fn fetched(text: &str, version: Version) -> Vec<(usize, Result<String, Fault>)> {
    let lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let mut rest = line.trim_start();
            for _ in 0..2 {
                let Some((_, after)) = rest.split_once([' ', '\t']) else {
                    return (number, Err(Fault::BadLine(number)));
                };
                rest = after.trim_start();
            }
            let name = name_in(rest, version, Scope::Payload);
            (number, name.ok_or(Fault::OutOfScope(number)))
        })
        .collect()
}
