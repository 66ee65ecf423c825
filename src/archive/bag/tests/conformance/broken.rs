//! Bags that are broken.

use super::Verdict::Broken;
use super::{Bag, Case, MANIFEST, append, bag, list_as, replace, replace_line, utf16};
use crate::archive::bag::Algorithm::{Md5, Sha512};

/// All of them.
pub(super) fn all() -> Vec<Case> {
    [
        undeclared(),
        undeclared_too(),
        changed(),
        changed_too(),
        changed_further(),
        changed_last(),
        miswritten(),
        miswritten_too(),
        miswritten_further(),
    ]
    .into_iter()
    .flatten()
    .collect()
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
    ]
}

/// What breaks `bagit.txt`, too.
fn undeclared_too() -> Vec<Case> {
    vec![
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
    ]
}

/// What is not what its lists say, too.
fn changed_too() -> Vec<Case> {
    vec![
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
    ]
}

/// What is not what its lists say, further.
fn changed_further() -> Vec<Case> {
    vec![
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
    ]
}

/// What is not what its lists say, at last.
fn changed_last() -> Vec<Case> {
    vec![(
        "a size that is none",
        Broken("bad_oxum"),
        Bag {
            info: "Payload-Oxum: much\n",
            ..bag("1.0")
        },
    )]
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
    ]
}

/// Lists that are not written as they must be, too.
fn miswritten_too() -> Vec<Case> {
    vec![
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
    ]
}

/// Lists that are not written as they must be, further.
fn miswritten_further() -> Vec<Case> {
    vec![(
        "a fetch file without a length",
        Broken("bad_line"),
        Bag {
            fetch: "http://example.org/a\n",
            ..bag("1.0")
        },
    )]
}
