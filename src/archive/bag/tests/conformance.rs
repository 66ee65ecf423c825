//! Bags of other programs, a case for each thing that the versions of the format say: what is allowed, what only the maker
//! should know, and what breaks a bag. Each is checked as a folder and as a zip.

use std::collections::BTreeMap;

use super::{check_folder, check_named};
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

use Algorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
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

/// What all versions allow, each in the way of its time.
fn allowed() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for version in ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"] {
        cases.push(("a plain bag", Valid, bag(version)));
        let algorithms: &[Algorithm] = if version == "1.0" { &[Sha256] } else { &[Md5] };
        cases.push((
            "another algorithm",
            Valid,
            Bag {
                algorithms,
                ..bag(version)
            },
        ));
        let info = "Contact-Name: A\nContact-Name: B\nPayload-Oxum: 7.2\n";
        cases.push((
            "a label twice",
            Valid,
            Bag {
                info,
                ..bag(version)
            },
        ));
    }
    for algorithm in [&[Md5], &[Sha1], &[Sha224], &[Sha256], &[Sha384], &[Sha512]] {
        cases.push((
            "each algorithm",
            Valid,
            Bag {
                algorithms: algorithm,
                ..bag("1.0")
            },
        ));
    }
    cases.extend([
        (
            "several algorithms",
            Valid,
            Bag {
                algorithms: &[Md5, Sha1, Sha256, Sha512],
                ..bag("1.0")
            },
        ),
        (
            "a bag in a bag",
            Valid,
            Bag {
                payload: vec![
                    ("bagit.txt", "x"),
                    ("data/a", "y"),
                    ("manifest-md5.txt", "z"),
                ],
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "blanks in a name",
            Valid,
            Bag {
                payload: vec![("a  b.txt", "x")],
                info: "",
                ..bag("1.0")
            },
        ),
        (
            "an empty file",
            Valid,
            Bag {
                payload: vec![("empty", "")],
                info: "",
                ..bag("1.0")
            },
        ),
        (
            "no bag-info",
            Valid,
            Bag {
                info: "",
                ..bag("1.0")
            },
        ),
        (
            "no tag manifest",
            Valid,
            Bag {
                at_last: |files| drop(files.remove("tagmanifest-sha512.txt")),
                ..bag("1.0")
            },
        ),
        (
            "a name that looks escaped, before 1.0",
            Valid,
            Bag {
                payload: vec![("%7Ea%25.txt", "x"), ("100%.txt", "y")],
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "a percent sign, escaped in 1.0",
            Valid,
            Bag {
                payload: vec![("100%.txt", "x")],
                info: "",
                written: |name| name.replace('%', "%25"),
                ..bag("1.0")
            },
        ),
        (
            "a line end in a name",
            Valid,
            Bag {
                payload: vec![("a\nb", "x")],
                info: "",
                written: |name| name.replace('\n', "%0A"),
                ..bag("1.0")
            },
        ),
        (
            "blanks around the colons of tags",
            Valid,
            Bag {
                info: "Contact-Name : A\nSource-Organization:B\nPayload-Oxum:\t7.2\n",
                ..bag("0.97")
            },
        ),
        (
            "a value that goes on in the next line",
            Valid,
            Bag {
                info: "External-Description: a\n  b\n\tc\nPayload-Oxum: 7.2\n",
                ..bag("1.0")
            },
        ),
        (
            "line ends of Windows",
            Valid,
            Bag {
                before_tags: |files| replace(files, MANIFEST, "\n", "\r\n"),
                ..bag("1.0")
            },
        ),
        (
            "checksums in large letters",
            Valid,
            Bag {
                before_tags: |files| {
                    let upper = String::from_utf8(files[MANIFEST].clone()).unwrap();
                    let upper: String = upper
                        .lines()
                        .map(|line| {
                            let (sum, name) = line.split_once(' ').unwrap();
                            format!("{} {name}\n", sum.to_uppercase())
                        })
                        .collect();
                    files.insert(MANIFEST.to_owned(), upper.into_bytes());
                },
                ..bag("1.0")
            },
        ),
        (
            "tag files in ISO 8859-1",
            Valid,
            Bag {
                payload: vec![("é.txt", "x")],
                info: "Contact-Name: é\n",
                encoding: ("ISO-8859-1", latin1),
                ..bag("0.97")
            },
        ),
        (
            "tag files in UTF-16",
            Valid,
            Bag {
                payload: vec![("é.txt", "x")],
                info: "Contact-Name: é\n",
                encoding: ("UTF-16", utf16),
                ..bag("0.97")
            },
        ),
        (
            "blanks before the colon of the declaration, before 1.0",
            Valid,
            Bag {
                before_tags: |files| replace(files, "bagit.txt", "Version:", "Version :"),
                ..bag("0.97")
            },
        ),
        (
            "a fetch file whose files are there",
            Valid,
            Bag {
                fetch: "http://example.org/a - data/a.txt\n",
                ..bag("1.0")
            },
        ),
        (
            "a length in a fetch file",
            Valid,
            Bag {
                fetch: "http://example.org/a 4 data/a.txt\n",
                ..bag("0.96")
            },
        ),
        (
            "a further tag file",
            Valid,
            Bag {
                before_tags: |files| append(files, "notes/read.me", "x"),
                ..bag("1.0")
            },
        ),
        (
            "a further tag file in no list",
            Valid,
            Bag {
                at_last: |files| append(files, "read.me", "x"),
                ..bag("1.0")
            },
        ),
        (
            "a payload listed by one of two manifests, before 1.0",
            Valid,
            Bag {
                algorithms: &[Md5, Sha512],
                before_tags: |files| replace_line(files, "manifest-md5.txt", "data/a.txt", ""),
                ..bag("0.97")
            },
        ),
    ]);
    cases
}

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

/// What hurts nobody.
fn tolerated() -> Vec<Case> {
    vec![
        (
            "a leading dot and slash",
            Warned("dot_slash"),
            Bag {
                written: |name| format!("./{name}"),
                ..bag("0.97")
            },
        ),
        (
            "stars as md5sum writes them",
            Warned("star"),
            Bag {
                before_tags: |files| replace(files, MANIFEST, "  data", " *data"),
                ..bag("0.97")
            },
        ),
        (
            "the same file twice, before 1.0",
            Warned("listed_twice"),
            Bag {
                before_tags: |files| list_as(files, "data/a.txt", "data/a.txt"),
                ..bag("0.97")
            },
        ),
        (
            "another case",
            Warned("name_differs"),
            Bag {
                before_tags: |files| replace(files, MANIFEST, "data/a.txt", "data/A.txt"),
                ..bag("0.97")
            },
        ),
        (
            "letters composed otherwise",
            Warned("name_differs"),
            Bag {
                payload: vec![("Nu\u{301}n\u{303}ez", "x")],
                info: "",
                before_tags: |files| {
                    replace(files, MANIFEST, "Nu\u{301}n\u{303}ez", "N\u{fa}\u{f1}ez");
                },
                ..bag("0.96")
            },
        ),
        (
            "a file of a system that was left out",
            Warned("system_file_missing"),
            Bag {
                before_tags: |files| list_as(files, "data/a.txt", "data/.DS_Store"),
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "checksums that nobody knows",
            Warned("unknown_algorithm"),
            Bag {
                before_tags: |files| append(files, "manifest-blake9.txt", "00  data/a.txt\n"),
                ..bag("1.0")
            },
        ),
        (
            "the size twice",
            Warned("oxum_twice"),
            Bag {
                info: "Payload-Oxum: 7.2\nPayload-Oxum: 7.2\n",
                ..bag("1.0")
            },
        ),
        (
            "a manifest in no tag manifest",
            Warned("manifest_unlisted"),
            Bag {
                at_last: |files| replace_line(files, "tagmanifest-sha512.txt", MANIFEST, ""),
                ..bag("1.0")
            },
        ),
    ]
}

/// What breaks `bagit.txt`.
fn undeclared() -> Vec<Case> {
    vec![
        (
            "no declaration",
            Broken("no_declaration"),
            Bag {
                at_last: |files| drop(files.remove("bagit.txt")),
                ..bag("1.0")
            },
        ),
        (
            "no encoding declared",
            Broken("bad_declaration"),
            Bag {
                at_last: |files| {
                    files.insert("bagit.txt".to_owned(), b"BagIt-Version: 0.97\n".to_vec());
                },
                ..bag("0.97")
            },
        ),
        (
            "a byte order mark",
            Broken("byte_order_mark"),
            Bag {
                at_last: |files| replace(files, "bagit.txt", "BagIt", "\u{feff}BagIt"),
                ..bag("0.97")
            },
        ),
        ("half a version", Broken("bad_declaration"), bag(".97")),
        (
            "a version of the future",
            Broken("unknown_version"),
            bag("2.0"),
        ),
        (
            "a version before the first",
            Broken("unknown_version"),
            bag("0.92"),
        ),
        (
            "an encoding that nobody knows",
            Broken("unknown_encoding"),
            Bag {
                encoding: ("KLINGON", |text| text.as_bytes().to_vec()),
                ..bag("1.0")
            },
        ),
        (
            "blanks before the colon, in 1.0",
            Broken("bad_declaration"),
            Bag {
                at_last: |files| replace(files, "bagit.txt", "Version:", "Version :"),
                ..bag("1.0")
            },
        ),
        (
            "a blank at the end, in 1.0",
            Broken("bad_declaration"),
            bag("1.0 "),
        ),
        (
            "a third line",
            Broken("bad_declaration"),
            Bag {
                at_last: |files| append(files, "bagit.txt", "Another: x\n"),
                ..bag("1.0")
            },
        ),
        (
            "its lines in the other order",
            Broken("bad_declaration"),
            Bag {
                at_last: |files| {
                    let turned = b"Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n";
                    files.insert("bagit.txt".to_owned(), turned.to_vec());
                },
                ..bag("1.0")
            },
        ),
    ]
}

/// What is not what its lists say.
fn changed() -> Vec<Case> {
    vec![
        (
            "a changed file",
            Broken("changed"),
            Bag {
                at_last: |files| append(files, "data/a.txt", "more"),
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "a changed file of the same length",
            Broken("changed"),
            Bag {
                at_last: |files| replace(files, "data/a.txt", "one", "two"),
                ..bag("1.0")
            },
        ),
        (
            "a changed tag file",
            Broken("changed"),
            Bag {
                at_last: |files| append(files, "bag-info.txt", "Contact-Name: X\n"),
                ..bag("0.97")
            },
        ),
        (
            "a changed manifest",
            Broken("changed"),
            Bag {
                at_last: |files| append(files, MANIFEST, "\n"),
                ..bag("1.0")
            },
        ),
        (
            "one of two checksums wrong",
            Broken("changed"),
            Bag {
                algorithms: &[Md5, Sha512],
                before_tags: |files| {
                    let wrong = format!("{}  data/a.txt\n", Md5.of(b"other"));
                    replace_line(files, "manifest-md5.txt", "data/a.txt", &wrong);
                },
                ..bag("1.0")
            },
        ),
        (
            "a missing file",
            Broken("missing"),
            Bag {
                at_last: |files| drop(files.remove("data/a.txt")),
                info: "",
                ..bag("1.0")
            },
        ),
        (
            "a missing tag file",
            Broken("missing"),
            Bag {
                at_last: |files| drop(files.remove("bag-info.txt")),
                ..bag("0.97")
            },
        ),
        (
            "a file too many",
            Broken("not_listed"),
            Bag {
                at_last: |files| append(files, "data/more", "x"),
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "a file that one of two manifests lacks, in 1.0",
            Broken("not_in_every_manifest"),
            Bag {
                algorithms: &[Md5, Sha512],
                before_tags: |files| replace_line(files, "manifest-md5.txt", "data/a.txt", ""),
                ..bag("1.0")
            },
        ),
        (
            "a file that was not fetched",
            Broken("not_fetched"),
            Bag {
                fetch: "http://example.org/a - data/a.txt\n",
                at_last: |files| drop(files.remove("data/a.txt")),
                info: "",
                ..bag("0.97")
            },
        ),
        (
            "no payload",
            Broken("no_payload_folder"),
            Bag {
                at_last: |files| files.retain(|name, _| !name.starts_with("data/")),
                ..bag("1.0")
            },
        ),
        (
            "no manifest",
            Broken("no_manifest"),
            Bag {
                at_last: |files| drop(files.remove(MANIFEST)),
                ..bag("1.0")
            },
        ),
        (
            "a manifest that nobody can check alone",
            Broken("no_manifest"),
            Bag {
                at_last: |files| {
                    let sums = files.remove(MANIFEST).unwrap();
                    files.insert("manifest-blake9.txt".to_owned(), sums);
                },
                ..bag("1.0")
            },
        ),
        (
            "too few bytes in the size",
            Broken("oxum_differs"),
            Bag {
                info: "Payload-Oxum: 6.2\n",
                ..bag("1.0")
            },
        ),
        (
            "too many files in the size",
            Broken("oxum_differs"),
            Bag {
                info: "Payload-Oxum: 7.3\n",
                ..bag("0.97")
            },
        ),
        (
            "a size that is none",
            Broken("bad_oxum"),
            Bag {
                info: "Payload-Oxum: much\n",
                ..bag("1.0")
            },
        ),
    ]
}

/// Lists that are not written as they must be.
fn miswritten() -> Vec<Case> {
    vec![
        (
            "the same file twice, in 1.0",
            Broken("not_unique"),
            Bag {
                before_tags: |files| list_as(files, "data/a.txt", "data/a.txt"),
                ..bag("1.0")
            },
        ),
        (
            "the same file twice, differently, before 1.0",
            Broken("listed_differently"),
            Bag {
                before_tags: |files| list_as(files, "data/deep/er/b.bin", "data/a.txt"),
                ..bag("0.97")
            },
        ),
        (
            "the same file twice, differently, in 1.0",
            Broken("listed_differently"),
            Bag {
                before_tags: |files| list_as(files, "data/deep/er/b.bin", "data/a.txt"),
                ..bag("1.0")
            },
        ),
        (
            "a line without a name",
            Broken("bad_line"),
            Bag {
                before_tags: |files| append(files, MANIFEST, "0123\n"),
                ..bag("1.0")
            },
        ),
        (
            "a checksum that is too short",
            Broken("bad_checksum"),
            Bag {
                before_tags: |files| append(files, MANIFEST, "0123  data/a.txt\n"),
                ..bag("1.0")
            },
        ),
        (
            "a checksum of other letters",
            Broken("bad_checksum"),
            Bag {
                before_tags: |files| {
                    let sum = "x".repeat(Sha512.digits());
                    append(files, MANIFEST, &format!("{sum}  data/a.txt\n"));
                },
                ..bag("1.0")
            },
        ),
        (
            "a tag file in the manifest of the payload",
            Broken("out_of_scope"),
            Bag {
                before_tags: |files| list_as(files, "bagit.txt", "bagit.txt"),
                ..bag("1.0")
            },
        ),
        (
            "bytes that are not UTF-8",
            Broken("not_in_encoding"),
            Bag {
                before_tags: |files| files.get_mut("bag-info.txt").unwrap().push(0xff),
                ..bag("1.0")
            },
        ),
        (
            "half a letter of UTF-16",
            Broken("not_in_encoding"),
            Bag {
                encoding: ("UTF-16", utf16),
                before_tags: |files| files.get_mut("bag-info.txt").unwrap().push(0),
                ..bag("0.97")
            },
        ),
        (
            "a percent sign that is not escaped, in 1.0",
            Broken("missing"),
            Bag {
                payload: vec![("a%0Ab", "x")],
                info: "",
                ..bag("1.0")
            },
        ),
        (
            "a fetch file without a length",
            Broken("bad_line"),
            Bag {
                fetch: "http://example.org/a\n",
                ..bag("1.0")
            },
        ),
    ]
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

#[test]
fn every_rule_of_the_format_is_kept_in_folders_and_in_zips() {
    let cases = [
        allowed(),
        tolerated(),
        undeclared(),
        changed(),
        miswritten(),
    ];
    let cases: Vec<Case> = cases.into_iter().flatten().collect();
    assert!(cases.len() > 80, "{} cases", cases.len());
    let mut wrong = Vec::new();
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
