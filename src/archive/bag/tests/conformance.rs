//! Bags of other programs, a case for each thing that the versions of the format say: what is allowed, what only the maker
//! should know, and what breaks a bag. Each is checked as a folder and as a zip.

mod broken;
mod well;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use super::{check_folder, check_named, unpack};
use crate::archive::bag::{Algorithm, Report};

type Files = BTreeMap<String, Vec<u8>>;

/// A bag in the making.
struct Bag {
    version: &'static str,
    encoding: (&'static str, fn(&str) -> Vec<u8>),
    algorithms: &'static [Algorithm],
    payload: Vec<(&'static str, &'static str)>,
    info: &'static str,
    fetch: &'static str,
    /// How a name is written into a manifest.
    written: fn(&str) -> String,
    /// Changes the files before the tag manifest is made.
    before_tags: fn(&mut Files),
    /// Changes the files at last.
    at_last: fn(&mut Files),
}

/// What a check has to say.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    /// Nothing.
    Valid,
    /// Something that only its maker should know, by its word.
    Warned(&'static str),
    /// Something that breaks it, by its word.
    Broken(&'static str),
}

use Algorithm::Sha512;
use Verdict::{Broken, Valid, Warned};

/// A plain bag of a version.
fn bag(version: &'static str) -> Bag {
    Bag {
        version,
        encoding: ("UTF-8", |text| text.as_bytes().to_vec()),
        algorithms: &[Sha512],
        payload: vec![("a.txt", "one\n"), ("deep/er/b.bin", "two")],
        info: "Source-Organization: X\nPayload-Oxum: 7.2\n",
        fetch: "",
        written: ToOwned::to_owned,
        before_tags: |_| {},
        at_last: |_| {},
    }
}

impl Bag {
    fn files(&self) -> Files {
        let (encoding, encode) = self.encoding;
        let mut files = Files::new();
        let declaration = format!(
            "BagIt-Version: {}\nTag-File-Character-Encoding: {encoding}\n",
            self.version
        );
        files.insert("bagit.txt".to_owned(), declaration.into_bytes());
        for (name, content) in &self.payload {
            files.insert(format!("data/{name}"), content.as_bytes().to_vec());
        }
        let info = match self.version {
            "0.93" | "0.94" | "0.95" => "package-info.txt",
            _ => "bag-info.txt",
        };
        for (name, text) in [(info, self.info), ("fetch.txt", self.fetch)] {
            if !text.is_empty() {
                files.insert(name.to_owned(), encode(text));
            }
        }
        for algorithm in self.algorithms {
            let payload = files.iter().filter(|(name, _)| name.starts_with("data/"));
            let lines: String = payload.map(|one| self.line(*algorithm, one)).collect();
            let name = format!("manifest-{}.txt", algorithm.name());
            files.insert(name, encode(&lines));
        }
        (self.before_tags)(&mut files);
        for algorithm in self.algorithms {
            let tags = files.iter().filter(|(name, _)| {
                !name.starts_with("data/") && !name.starts_with("tagmanifest-")
            });
            let lines: String = tags.map(|one| self.line(*algorithm, one)).collect();
            let name = format!("tagmanifest-{}.txt", algorithm.name());
            files.insert(name, encode(&lines));
        }
        (self.at_last)(&mut files);
        files
    }

    fn line(&self, algorithm: Algorithm, (name, bytes): (&String, &Vec<u8>)) -> String {
        format!("{}  {}\n", algorithm.of(bytes), (self.written)(name))
    }
}

/// Appends to a file, which is made if it is not there.
fn append(files: &mut Files, name: &str, text: &str) {
    files
        .entry(name.to_owned())
        .or_default()
        .extend_from_slice(text.as_bytes());
}

/// Replaces text in a file.
fn replace(files: &mut Files, name: &str, from: &str, to: &str) {
    let bytes = files.get_mut(name).unwrap();
    let text = String::from_utf8(std::mem::take(bytes)).unwrap();
    assert!(text.contains(from), "{name} holds no {from:?}");
    *bytes = text.replace(from, to).into_bytes();
}

const MANIFEST: &str = "manifest-sha512.txt";

/// Lists a name in the manifest with the checksum of another file.
fn list_as(files: &mut Files, like: &str, name: &str) {
    let sum = Sha512.of(&files[like]);
    append(files, MANIFEST, &format!("{sum}  {name}\n"));
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|character| u8::try_from(u32::from(character)).unwrap())
        .collect()
}

type Case = (&'static str, Verdict, Bag);

/// Replaces the line of a manifest that ends with a name.
fn replace_line(files: &mut Files, manifest: &str, name: &str, by: &str) {
    let text = String::from_utf8(files[manifest].clone()).unwrap();
    let lines = text.lines().map(|line| {
        if line.ends_with(name) {
            by.to_owned()
        } else {
            format!("{line}\n")
        }
    });
    files.insert(manifest.to_owned(), lines.collect::<String>().into_bytes());
}

/// Names that lead out of a bag, on whatever system.
const OUTSIDE: [&str; 12] = [
    "../a.txt",
    "data/../../a.txt",
    "data/../bagit.txt",
    "/etc/passwd",
    "~/a.txt",
    "~root/a.txt",
    "C:/a.txt",
    "c:\\a.txt",
    "%HOMEDRIVE%\\a.txt",
    "\\\\server\\share\\a.txt",
    "data//a.txt",
    "data/./a.txt",
];

fn kind(report: &Report) -> Verdict {
    match (report.is_valid(), report.findings.first()) {
        (true, None) => Valid,
        (true, Some(finding)) => Warned(finding.fault.code()),
        (false, _) => Broken("so"),
    }
}

/// Whether a report says what it has to say; what is wrong with it else.
fn judge(wanted: Verdict, report: &Report) -> bool {
    let says = |code| {
        report
            .findings
            .iter()
            .any(|found| found.fault.code() == code)
    };
    match (wanted, kind(report)) {
        (Valid, Valid) => true,
        (Warned(code), Warned(_)) | (Broken(code), Broken(_)) => says(code),
        _ => false,
    }
}

/// Keeps the bags for another program to check, if somebody says where: each in a folder, with a list of what is said of
/// them here.
fn keep(cases: &[Case]) {
    let Some(folder) = std::env::var_os("LEITFADEN_BAGS").map(PathBuf::from) else {
        return;
    };
    let mut list = String::new();
    for (number, (what, _, bag)) in cases.iter().enumerate() {
        let files = bag.files();
        unpack(&files, &folder.join(number.to_string()));
        let report = check_folder(&files);
        let verdict = if report.is_valid() { "valid" } else { "broken" };
        let codes = report.findings.iter().map(|found| found.fault.code());
        let codes = codes.collect::<Vec<&str>>().join(",");
        writeln!(
            list,
            "{number}\t{}\t{verdict}\t{codes}\t{what}",
            bag.version
        )
        .unwrap();
    }
    std::fs::write(folder.join("verdicts.tsv"), list).unwrap();
}

#[test]
fn every_rule_of_the_format_is_kept_in_folders_and_in_zips() {
    let cases: Vec<Case> = well::all().into_iter().chain(broken::all()).collect();
    assert!(cases.len() > 80, "{} cases", cases.len());
    let mut wrong = Vec::new();
    keep(&cases);
    for (what, wanted, bag) in &cases {
        let files = bag.files();
        for report in [check_folder(&files), check_named(&files)] {
            if !judge(*wanted, &report) {
                wrong.push(format!(
                    "{what} ({}), wanted {wanted:?}: {:?}",
                    bag.version, report.findings
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_name_in_a_list_leads_out_of_the_bag() {
    for version in ["0.93", "0.97", "1.0"] {
        for name in OUTSIDE {
            let plain = bag(version);
            let mut listed = plain.files();
            list_as(&mut listed, "data/a.txt", name);
            let mut fetched = plain.files();
            append(
                &mut fetched,
                "fetch.txt",
                &format!("http://example.org/a - {name}\n"),
            );
            for files in [listed, fetched] {
                let report = check_folder(&files);
                assert!(
                    judge(Broken("out_of_scope"), &report),
                    "{name} in {version}: {:?}",
                    report.findings
                );
            }
        }
    }
}
