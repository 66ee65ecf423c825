//! Bags that are well, and those of which only the maker should know something.

use super::Verdict::{Valid, Warned};
use super::{Bag, Case, MANIFEST, append, bag, latin1, list_as, replace, replace_line, utf16};
use crate::archive::bag::Algorithm;
use crate::archive::bag::Algorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512};

/// All of them.
pub(super) fn all() -> Vec<Case> {
    [
        allowed(),
        allowed_names(),
        allowed_lists(),
        allowed_tags(),
        allowed_further(),
        allowed_more(),
        tolerated(),
        tolerated_too(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

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
    cases
}

/// What is allowed in names and files.
fn allowed_names() -> Vec<Case> {
    vec![
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
    ]
}

/// What is allowed in lists.
fn allowed_lists() -> Vec<Case> {
    vec![
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
    ]
}

/// What is allowed in tag files.
fn allowed_tags() -> Vec<Case> {
    vec![
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
                    let text = String::from_utf8(files[MANIFEST].clone()).unwrap();
                    let lines = text.split_inclusive('\n').flat_map(|line| {
                        let (sum, name) = line.split_once(' ').unwrap();
                        [sum.to_uppercase(), format!(" {name}")]
                    });
                    files.insert(MANIFEST.to_owned(), lines.collect::<String>().into_bytes());
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
    ]
}

/// What is allowed besides.
fn allowed_further() -> Vec<Case> {
    vec![
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
    ]
}

/// What else is allowed.
fn allowed_more() -> Vec<Case> {
    vec![
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
    ]
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
    ]
}

/// What hurts nobody, too.
fn tolerated_too() -> Vec<Case> {
    vec![
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
