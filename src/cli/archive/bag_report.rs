//! What is said about a bag.

use std::io::{self, Write};

use serde::Serialize;

use crate::archive::bag::{Algorithm, Fault, Report, Severity};
use crate::export::visible;
use crate::i18n::{Text, Value, Words};

/// A report as data.
#[derive(Serialize)]
pub(super) struct Document<'report> {
    format: &'static str,
    version: u32,
    valid: bool,
    bagit: Option<String>,
    algorithms: Vec<&'static str>,
    files: u64,
    bytes: u64,
    findings: Vec<Entry<'report>>,
}

#[derive(Serialize)]
struct Entry<'report> {
    file: &'report str,
    fault: &'static str,
    severity: &'static str,
}

pub(super) fn document(report: &Report) -> Document<'_> {
    let findings = report.findings.iter().map(|finding| Entry {
        file: &finding.file,
        fault: finding.fault.code(),
        severity: match finding.fault.severity() {
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
    });
    Document {
        format: "leitfaden.bag-check",
        version: 1,
        valid: report.is_valid(),
        bagit: report.version.map(|version| version.to_string()),
        algorithms: report.algorithms.iter().map(|one| one.name()).collect(),
        files: report.files,
        bytes: report.bytes,
        findings: findings.collect(),
    }
}

/// Writes a line a finding, and the verdict.
pub(super) fn write(report: &Report, words: &Words, to: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let sign = match finding.fault.severity() {
            Severity::Warning => '!',
            Severity::Error => '✗',
        };
        let file = if finding.file.is_empty() {
            words.text(Text::BagWhole).into_owned()
        } else {
            finding.file.replace('\n', " ")
        };
        let said = fault(&finding.fault, words);
        writeln!(to, "{sign} {}", visible(&format!("{file}: {said}")))?;
    }
    if !report.is_valid() {
        return writeln!(to, "{}", words.text(Text::BagBroken));
    }
    let algorithms: Vec<&str> = report.algorithms.iter().map(|one| one.name()).collect();
    let version = report.version.map(|version| version.to_string());
    let values = [
        ("version", Value::from(version.unwrap_or_default())),
        ("algorithms", Value::from(algorithms.join(", "))),
    ];
    let files = usize::try_from(report.files).unwrap_or(usize::MAX);
    let counted = words.counted(Text::BagCounted, files);
    writeln!(
        to,
        "✓ {} – {counted}",
        words.text_with(Text::BagValid, &values)
    )
}

/// What a fault is called.
pub(super) fn fault(fault: &Fault, words: &Words) -> String {
    let plain = |text: Text| words.text(text).into_owned();
    let with = |text: Text, value: &str| words.text_with(text, &[("value", Value::from(value))]);
    let line = |text: Text, number: usize| with(text, &number.to_string());
    let of = |text: Text, algorithm: Algorithm| with(text, algorithm.name());
    match fault {
        Fault::NoDeclaration => plain(Text::BagNoDeclaration),
        Fault::BadDeclaration => plain(Text::BagBadDeclaration),
        Fault::ByteOrderMark => plain(Text::BagByteOrderMark),
        Fault::UnknownVersion(version) => with(Text::BagUnknownVersion, version),
        Fault::UnknownEncoding(encoding) => with(Text::BagUnknownEncoding, encoding),
        Fault::NoPayloadFolder => plain(Text::BagNoPayloadFolder),
        Fault::NoManifest => plain(Text::BagNoManifest),
        Fault::UnknownAlgorithm(algorithm) => with(Text::BagUnknownAlgorithm, algorithm),
        Fault::NotInEncoding => plain(Text::BagNotInEncoding),
        Fault::BadLine(number) => line(Text::BagBadLine, *number),
        Fault::BadChecksum(number) => line(Text::BagBadChecksum, *number),
        Fault::OutOfScope(number) => line(Text::BagOutOfScope, *number),
        Fault::DotSlash(number) => line(Text::BagDotSlash, *number),
        Fault::Star(number) => line(Text::BagStar, *number),
        Fault::ListedTwice => plain(Text::BagListedTwice),
        Fault::NotUnique => plain(Text::BagNotUnique),
        Fault::ListedDifferently => plain(Text::BagListedDifferently),
        Fault::NameDiffers(name) => with(Text::BagNameDiffers, name),
        Fault::Missing => plain(Text::BagMissing),
        Fault::NotFetched => plain(Text::BagNotFetched),
        Fault::SystemFileMissing => plain(Text::BagSystemFileMissing),
        Fault::NotListed => plain(Text::BagNotListed),
        Fault::NotInEveryManifest(algorithm) => of(Text::BagNotInEveryManifest, *algorithm),
        Fault::Changed(algorithm) => of(Text::BagChanged, *algorithm),
        Fault::Unreadable => plain(Text::BagFileUnreadable),
        Fault::BadOxum => plain(Text::BagBadOxum),
        Fault::OxumTwice => plain(Text::BagOxumTwice),
        Fault::OxumDiffers { bytes, files } => {
            with(Text::BagOxumDiffers, &format!("{bytes}.{files}"))
        }
        Fault::ManifestUnlisted => plain(Text::BagManifestUnlisted),
        Fault::Link => plain(Text::BagLink),
        Fault::NotText => plain(Text::BagNotText),
        Fault::PathTrick => plain(Text::BagPathTrick),
        Fault::BesideBag => plain(Text::BagBesideBag),
        Fault::TwoOfOneName => plain(Text::BagTwoOfOneName),
        Fault::Overlap => plain(Text::BagOverlap),
        Fault::Encrypted => plain(Text::BagEncrypted),
        Fault::TooLarge => plain(Text::BagTooLarge),
        Fault::TooMany => plain(Text::BagTooMany),
        Fault::DamagedZip => plain(Text::BagDamagedZip),
    }
}
