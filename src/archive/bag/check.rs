//! Checks a bag of any program, of the versions 0.93 to 1.0.
//!
//! What a version leaves open is allowed; what hurts nobody is a warning: names that differ from those of the files in
//! case or composition, files of systems that were left out, signs that `md5sum` writes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use unicode_normalization::UnicodeNormalization;

use super::algorithm::Summing;
use super::declaration::{Encoding, declaration};
use super::files::read_whole;
use super::manifest::{self, Manifest, Scope, manifest_name};
use super::{Algorithm, Checksum, Fault, Finding, Severity, Source, Version, tags};

/// The largest tag file that is read, in bytes: a manifest of a million files.
const LARGEST_TAG_FILE: u64 = 256 * 1024 * 1024;

/// What systems leave in folders by themselves.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What a check found out about a bag.
#[derive(Debug, Default)]
pub struct Report {
    /// Its version, if it says one.
    pub version: Option<Version>,
    /// The algorithms of its manifests.
    pub algorithms: BTreeSet<Algorithm>,
    /// How many files its payload has.
    pub files: u64,
    /// How many bytes these have.
    pub bytes: u64,
    /// What its maker calls it, by `External-Identifier`.
    pub identifier: Option<String>,
    /// What was found, by file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether the bag is complete and nothing in it was changed.
    pub fn is_valid(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.fault.severity() < Severity::Error)
    }

    /// The report of something that cannot even be looked into.
    pub fn of(fault: Fault) -> Self {
        let mut report = Self::default();
        report.found("", fault);
        report
    }

    fn found(&mut self, file: &str, fault: Fault) {
        self.findings.push(Finding {
            file: file.to_owned(),
            fault,
        });
    }
}

/// Checks a bag with as many readers as its place allows.
pub fn check(source: &dyn Source) -> Report {
    check_on(source, source.readers())
}

/// Checks a bag with so many readers.
pub fn check_on(source: &dyn Source, readers: usize) -> Report {
    let mut report = Report {
        findings: source.list().findings.clone(),
        ..Report::default()
    };
    let declared = match read_whole(source, "bagit.txt", LARGEST_TAG_FILE) {
        Ok(Some(bytes)) => declaration(&bytes),
        Ok(None) => Err(Fault::NoDeclaration),
        Err(_) => Err(Fault::Unreadable),
    };
    match declared {
        Ok((version, encoding)) => {
            report.version = Some(version);
            let checking = Checking {
                source,
                version,
                encoding,
            };
            checking.check(&mut report, readers);
        }
        Err(fault) => report.found("bagit.txt", fault),
    }
    report
        .findings
        .sort_by(|one, other| one.file.cmp(&other.file));
    report.findings.dedup();
    report
}

struct Checking<'bag> {
    source: &'bag dyn Source,
    version: Version,
    encoding: Encoding,
}

/// What a file must sum up to: by which manifest it is known, and with which checksum.
type Expected = BTreeMap<String, Vec<(Algorithm, Checksum)>>;

impl Checking<'_> {
    fn check(&self, report: &mut Report, readers: usize) {
        let list = self.source.list();
        if !list.has_payload_folder {
            report.found("data", Fault::NoPayloadFolder);
        }
        let payload = list
            .files
            .iter()
            .filter(|(name, _)| name.starts_with("data/"));
        for (_, length) in payload {
            report.files += 1;
            report.bytes = report.bytes.saturating_add(*length);
        }
        let manifests = self.manifests(report);
        if !manifests
            .iter()
            .any(|manifest| manifest.scope == Scope::Payload)
        {
            report.found("", Fault::NoManifest);
        }
        let fetched = self.fetched(report);
        self.check_info(report);
        self.check_lists(&manifests, report);
        let expected = self.expected(&manifests, &fetched, report);
        report
            .findings
            .extend(sum_up(self.source, &expected, readers));
    }

    fn manifests(&self, report: &mut Report) -> Vec<Manifest> {
        let mut manifests = Vec::new();
        for name in self.source.list().files.keys() {
            let Some((scope, spelled)) = manifest_name(name) else {
                continue;
            };
            let Some(algorithm) = Algorithm::named(spelled) else {
                report.found(name, Fault::UnknownAlgorithm(spelled.to_owned()));
                continue;
            };
            let Some(text) = self.text(name, report) else {
                continue;
            };
            report.algorithms.insert(algorithm);
            let kind = (algorithm, scope);
            let findings = &mut report.findings;
            manifests.push(manifest::read(name, &text, kind, self.version, findings));
        }
        manifests
    }

    /// A tag file in the encoding that the bag declares; what is wrong with it goes into the report.
    fn text(&self, name: &str, report: &mut Report) -> Option<String> {
        let fault = match read_whole(self.source, name, LARGEST_TAG_FILE) {
            Ok(Some(bytes)) => match self.encoding.decode(&bytes) {
                Some(text) => return Some(text),
                None => Fault::NotInEncoding,
            },
            Ok(None) => return None,
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Fault::TooLarge,
            Err(_) => Fault::Unreadable,
        };
        report.found(name, fault);
        None
    }

    fn fetched(&self, report: &mut Report) -> BTreeSet<String> {
        let text = self.text("fetch.txt", report).unwrap_or_default();
        let mut names = BTreeSet::new();
        for (_, name) in tags::fetched(&text, self.version) {
            match name {
                Ok(name) => {
                    names.insert(name);
                }
                Err(fault) => report.found("fetch.txt", fault),
            }
        }
        names
    }

    fn check_info(&self, report: &mut Report) {
        const INFO: &str = "bag-info.txt";
        let Some(text) = self.text(INFO, report) else {
            return;
        };
        report.identifier = tags::value_of(&text, "External-Identifier");
        match tags::oxum(&text) {
            Ok(None) => {}
            Ok(Some((oxum, is_alone))) => {
                if !is_alone {
                    report.found(INFO, Fault::OxumTwice);
                }
                if (oxum.bytes, oxum.files) != (report.bytes, report.files) {
                    let (bytes, files) = (report.bytes, report.files);
                    report.found(INFO, Fault::OxumDiffers { bytes, files });
                }
            }
            Err(fault) => report.found(INFO, fault),
        }
    }

    /// Whether the manifests list what they must.
    fn check_lists(&self, manifests: &[Manifest], report: &mut Report) {
        let of = |scope| {
            manifests
                .iter()
                .filter(move |manifest| manifest.scope == scope)
        };
        let known: BTreeSet<String> = of(Scope::Payload)
            .flat_map(|manifest| manifest.entries.keys())
            .map(|name| alike(name))
            .collect();
        for name in self.payload() {
            if !known.contains(&alike(name)) {
                report.found(name, Fault::NotListed);
                continue;
            }
            if self.version < Version::ONE {
                continue;
            }
            for manifest in of(Scope::Payload) {
                if !manifest.entries.contains_key(name) {
                    report.found(name, Fault::NotInEveryManifest(manifest.algorithm));
                }
            }
        }
        for manifest in of(Scope::Payload) {
            let name = format!("manifest-{}.txt", manifest.algorithm.name());
            let is_listed = |tags: &Manifest| tags.entries.contains_key(&name);
            if of(Scope::Tags).next().is_some() && !of(Scope::Tags).any(is_listed) {
                report.found(&name, Fault::ManifestUnlisted);
            }
        }
    }

    fn payload(&self) -> impl Iterator<Item = &str> {
        let files = self.source.list().files.keys();
        files
            .map(String::as_str)
            .filter(|name| name.starts_with("data/"))
    }

    /// What is listed and there, with what it must sum up to. What is not there is said.
    fn expected(
        &self,
        manifests: &[Manifest],
        fetched: &BTreeSet<String>,
        report: &mut Report,
    ) -> Expected {
        let files = &self.source.list().files;
        let mut by_likeness: Option<BTreeMap<String, &String>> = None;
        let mut expected = Expected::new();
        for manifest in manifests {
            for (name, checksum) in &manifest.entries {
                let sum = (manifest.algorithm, checksum.clone());
                if files.contains_key(name) {
                    expected.entry(name.clone()).or_default().push(sum);
                    continue;
                }
                let similar = by_likeness
                    .get_or_insert_with(|| files.keys().map(|name| (alike(name), name)).collect());
                if let Some(other) = similar.get(&alike(name)) {
                    report.found(name, Fault::NameDiffers((*other).clone()));
                    expected.entry((*other).clone()).or_default().push(sum);
                } else if fetched.contains(name) {
                    report.found(name, Fault::NotFetched);
                } else if is_system_file(name) {
                    report.found(name, Fault::SystemFileMissing);
                } else {
                    report.found(name, Fault::Missing);
                }
            }
        }
        expected
    }
}

/// Reads every file once and holds it against all its checksums.
fn sum_up(source: &dyn Source, expected: &Expected, readers: usize) -> Vec<Finding> {
    let jobs: Vec<(&String, &Vec<(Algorithm, Checksum)>)> = expected.iter().collect();
    let next = AtomicUsize::new(0);
    let findings = Mutex::new(Vec::new());
    let work = || {
        while let Some((name, sums)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = faults_of(source, name, sums);
            if let (false, Ok(mut findings)) = (found.is_empty(), findings.lock()) {
                findings.extend(found.into_iter().map(|fault| Finding {
                    file: (*name).clone(),
                    fault,
                }));
            }
        }
    };
    let readers = readers.min(jobs.len());
    if readers <= 1 {
        work();
    } else {
        thread::scope(|scope| {
            for _ in 0..readers {
                scope.spawn(work);
            }
        });
    }
    findings.into_inner().unwrap_or_default()
}

fn faults_of(source: &dyn Source, name: &str, sums: &[(Algorithm, Checksum)]) -> Vec<Fault> {
    let mut algorithms: Vec<Algorithm> = sums.iter().map(|(algorithm, _)| *algorithm).collect();
    algorithms.sort_unstable();
    algorithms.dedup();
    let length = source.list().files.get(name).copied().unwrap_or_default();
    let mut summing = Summing::new(&algorithms);
    let read = source.read(name, &mut |stream: &mut dyn Read| {
        summing.read(stream, length)
    });
    match read {
        Ok(()) => {}
        // Whatever is longer than it was said to be has changed.
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => return vec![Fault::TooLarge],
        Err(_) => return vec![Fault::Unreadable],
    }
    let found = summing.finish();
    let mut faults: Vec<Fault> = sums
        .iter()
        .filter(|sum| !found.contains(sum))
        .map(|(algorithm, _)| Fault::Changed(*algorithm))
        .collect();
    faults.dedup();
    faults
}

/// The name as a file system sees it that knows no case and composes letters in its own way.
fn alike(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().collect::<String>().to_lowercase()
}

fn is_system_file(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    SYSTEM_FILES.contains(&last)
}
