//! Manifests: a line a file, with its checksum.

use std::collections::BTreeMap;

use super::{Algorithm, Checksum, Fault, Finding, Version};

/// What a manifest is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The files below `data`.
    Payload,
    /// The files beside it.
    Tags,
}

/// A manifest as it was read.
#[derive(Debug)]
pub(super) struct Manifest {
    /// How its checksums are reckoned.
    pub algorithm: Algorithm,
    /// What it is about.
    pub scope: Scope,
    /// Its files with their checksums.
    pub entries: BTreeMap<String, Checksum>,
}

/// The algorithm and the scope that the name of a tag file tells, if it is a manifest: the algorithm as it is spelled.
pub(super) fn manifest_name(name: &str) -> Option<(Scope, &str)> {
    let stem = name.strip_suffix(".txt")?;
    let tags = stem.strip_prefix("tagmanifest-");
    tags.map(|algorithm| (Scope::Tags, algorithm)).or_else(|| {
        let payload = stem.strip_prefix("manifest-");
        payload.map(|algorithm| (Scope::Payload, algorithm))
    })
}

/// Reads a manifest, and puts what is wrong with it into `findings`.
pub(super) fn read(
    file: &str,
    text: &str,
    (algorithm, scope): (Algorithm, Scope),
    version: Version,
    findings: &mut Vec<Finding>,
) -> Manifest {
    let mut manifest = Manifest {
        algorithm,
        scope,
        entries: BTreeMap::new(),
    };
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut faults = Vec::new();
        match entry(line, index + 1, &manifest, version, &mut faults) {
            Ok((name, checksum)) => {
                for fault in faults {
                    findings.push(Finding {
                        file: name.clone(),
                        fault,
                    });
                }
                if let Some(fault) = manifest.add(&name, checksum, version) {
                    findings.push(Finding { file: name, fault });
                }
            }
            Err(fault) => findings.push(Finding {
                file: file.to_owned(),
                fault,
            }),
        }
    }
    manifest
}

impl Manifest {
    fn add(&mut self, name: &str, checksum: Checksum, version: Version) -> Option<Fault> {
        match self.entries.get(name) {
            None => {
                self.entries.insert(name.to_owned(), checksum);
                None
            }
            Some(before) if *before != checksum => Some(Fault::ListedDifferently),
            // RFC 8493 wants each file once; the drafts before it did not say so.
            Some(_) if version >= Version::ONE => Some(Fault::NotUnique),
            Some(_) => Some(Fault::ListedTwice),
        }
    }
}

/// One line: checksum, blanks, name.
fn entry(
    line: &str,
    number: usize,
    manifest: &Manifest,
    version: Version,
    faults: &mut Vec<Fault>,
) -> Result<(String, Checksum), Fault> {
    let (checksum, name) = line.split_once([' ', '\t']).ok_or(Fault::BadLine(number))?;
    let is_hexadecimal = checksum.bytes().all(|digit| digit.is_ascii_hexdigit());
    if checksum.len() != manifest.algorithm.digits() || !is_hexadecimal {
        return Err(Fault::BadChecksum(number));
    }
    let mut name = name.trim_start_matches([' ', '\t']);
    if let Some(plain) = name.strip_prefix('*') {
        // `md5sum --binary` puts a star before the name; a payload file never begins with one.
        faults.push(Fault::Star(number));
        name = plain;
    }
    if name.starts_with("./") {
        faults.push(Fault::DotSlash(number));
    }
    let name = name_in(name, version, manifest.scope).ok_or(Fault::OutOfScope(number))?;
    Ok((name, checksum.to_ascii_lowercase()))
}

/// A name as it stands in a list; nothing if it leads out of what the list is about.
pub(super) fn name_in(written: &str, version: Version, scope: Scope) -> Option<String> {
    let mut name = written;
    while let Some(rest) = name.strip_prefix("./") {
        name = rest;
    }
    let name = unescaped(name, version);
    let is_inside = !name.is_empty()
        && !name.starts_with(['/', '\\', '~'])
        && !has_drive(&name)
        && name
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..");
    let is_payload = name.starts_with("data/");
    (is_inside && is_payload == (scope == Scope::Payload)).then_some(name)
}

/// Whether a name begins with a drive or a variable of Windows.
fn has_drive(name: &str) -> bool {
    let mut characters = name.chars();
    let first = characters.next();
    let second = characters.next();
    first == Some('%') && name.contains("%\\")
        || first.is_some_and(|letter| letter.is_ascii_alphabetic()) && second == Some(':')
}

/// Line ends in names are written as `%0A` and `%0D`, and since version 1.0 the percent sign as `%25`.
fn unescaped(name: &str, version: Version) -> String {
    let plain = name
        .replace("%0A", "\n")
        .replace("%0a", "\n")
        .replace("%0D", "\r")
        .replace("%0d", "\r");
    if version >= Version::ONE {
        plain.replace("%25", "%")
    } else {
        plain
    }
}

/// A name as it is written into a manifest of version 1.0.
pub(super) fn escaped(name: &str) -> String {
    name.replace('%', "%25")
        .replace('\n', "%0A")
        .replace('\r', "%0D")
}
