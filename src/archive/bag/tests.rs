//! The checker against bags of all versions, and the writer against the checker.

mod conformance;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

fn unpack(files: &BTreeMap<String, Vec<u8>>, root: &Path) {
    for (name, content) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn check_zip(bytes: Vec<u8>) -> Report {
    match Zipped::open(Cursor::new(bytes), Limits::PACKAGE) {
        Ok(zip) => check(&zip),
        Err(fault) => Report::of(fault),
    }
}

fn faults(report: &Report) -> Vec<&Fault> {
    report
        .findings
        .iter()
        .map(|finding| &finding.fault)
        .collect()
}

/// The report on these files as a folder.
fn check_folder(files: &BTreeMap<String, Vec<u8>>) -> Report {
    let folder = tempfile::tempdir().unwrap();
    unpack(files, folder.path());
    check(&Folder::open(folder.path()).unwrap())
}

/// The report on these files as a zip with one folder.
fn check_named(files: &BTreeMap<String, Vec<u8>>) -> Report {
    let top: Vec<(String, &[u8])> = files
        .iter()
        .map(|(name, content)| (format!("top/{name}"), content.as_slice()))
        .collect();
    let named: Vec<(&str, &[u8])> = top.iter().map(|(name, of)| (name.as_str(), *of)).collect();
    check_zip(zipped(&named))
}

fn written(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()), "A-1").unwrap();
    for (name, content) in files {
        writer.add(name, &mut content.as_bytes()).unwrap();
    }
    let info = [
        ("External-Identifier", "A-1"),
        ("Source-Organization", "line\nbreak"),
    ];
    writer.finish(&info).unwrap().0.into_inner()
}

#[test]
fn a_checksum_that_is_known_makes_the_bag_that_it_would_be_without() {
    let summed = |known: &[u8]| {
        let mut writer = Writer::new(Cursor::new(Vec::new()), "A-1").unwrap();
        let known = Some(Algorithm::Sha512.of(known));
        writer
            .add_summed("guide.ron", &mut b"(version: 1)".as_slice(), known)
            .unwrap();
        let info = [
            ("External-Identifier", "A-1"),
            ("Source-Organization", "line\nbreak"),
        ];
        writer.finish(&info).unwrap().0.into_inner()
    };
    let right = summed(b"(version: 1)");
    assert_eq!(right, written(&[("guide.ron", "(version: 1)")]));
    assert_eq!(check_zip(right).findings, []);
    assert_ne!(check_zip(summed(b"(version: 2)")).findings, []);
}

#[test]
fn what_is_written_is_a_bag_with_the_same_bytes_each_time() {
    let files = [
        ("session.json", "{}"),
        ("odd 100%\nname.txt", "x"),
        ("b/c.csv", ""),
    ];
    let bytes = written(&files);
    assert_eq!(bytes, written(&files));
    let report = check_zip(bytes.clone());
    assert_eq!(report.findings, []);
    assert_eq!(report.version, Some(Version::ONE));
    assert_eq!((report.files, report.bytes), (3, 3));
    assert_eq!(report.algorithms, BTreeSet::from([Algorithm::Sha512]));
    assert_eq!(report.identifier.as_deref(), Some("A-1"));
    // One folder, and nothing that says when or by what it was made.
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for index in 0..zip.len() {
        let entry = zip.by_index(index).unwrap();
        assert!(entry.name().unwrap().starts_with("A-1/"));
        assert_eq!(entry.last_modified(), Some(zip::DateTime::default()));
    }
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains(env!("CARGO_PKG_VERSION")) && !text.contains("Bagging-Date"));
}

#[test]
fn every_changed_byte_of_a_bag_is_found() {
    let bytes = written(&[("session.json", "{\"id\":\"A-1\"}"), ("notes.csv", "a,b\n")]);
    let folder = tempfile::tempdir().unwrap();
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    zip.extract(folder.path()).unwrap();
    let root = folder.path().join("A-1");
    let names: Vec<String> = Folder::open(&root)
        .unwrap()
        .list()
        .files
        .keys()
        .cloned()
        .collect();
    assert_eq!(names.len(), 6);
    for name in &names {
        let path = root.join(name);
        let before = fs::read(&path).unwrap();
        // The last list is known by nobody: changing a name or a checksum in it is still found.
        let mut changed = before.clone();
        changed[0] ^= 1;
        fs::write(&path, &changed).unwrap();
        assert!(
            !check(&Folder::open(&root).unwrap()).is_valid(),
            "{name} changed"
        );
        fs::remove_file(&path).unwrap();
        let is_needed = name != "tagmanifest-sha512.txt";
        let report = check(&Folder::open(&root).unwrap());
        assert_eq!(report.is_valid(), !is_needed, "{name} removed");
        fs::write(&path, &before).unwrap();
    }
    fs::write(root.join("data/more.txt"), "x").unwrap();
    let report = check(&Folder::open(&root).unwrap());
    assert!(faults(&report).contains(&&Fault::NotListed));
}

#[test]
fn a_check_is_the_same_with_one_reader_and_with_many() {
    let files: Vec<(String, String)> = (0..200)
        .map(|n| (format!("{n}.txt"), "x".repeat(n)))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_str()))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    ZipArchive::new(Cursor::new(written(&files)))
        .unwrap()
        .extract(folder.path())
        .unwrap();
    let root = folder.path().join("A-1");
    for name in ["data/3.txt", "data/150.txt"] {
        fs::write(root.join(name), "changed").unwrap();
    }
    let source = Folder::open(&root).unwrap();
    assert_eq!(check_on(&source, 1).findings, check_on(&source, 8).findings);
    assert_eq!(check_on(&source, 8).findings.len(), 3);
}

#[test]
fn a_zip_cannot_lead_out_of_its_folder() {
    for trick in [
        "../escape.txt",
        "top/../../escape.txt",
        "/etc/passwd",
        "top/data/..",
        "C:/windows/x",
        "top\\..\\x",
        "top//x",
        "top/./x",
    ] {
        let report = check_zip(zipped(&[
            (
                "top/bagit.txt",
                b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            ),
            (trick, b"x"),
        ]));
        assert!(faults(&report).contains(&&Fault::PathTrick), "{trick}");
    }
}

#[test]
fn links_in_a_zip_are_named_and_not_followed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("top/data/link", "/etc/passwd", SimpleFileOptions::default())
        .unwrap();
    let report = check_zip(zip.finish().unwrap().into_inner());
    assert!(faults(&report).contains(&&Fault::Link));
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_named_and_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    std::os::unix::fs::symlink("/etc", folder.path().join("data/etc")).unwrap();
    let source = Folder::open(folder.path()).unwrap();
    assert!(source.list().files.is_empty());
    assert!(faults(&check(&source)).contains(&&Fault::Link));
}

#[test]
fn a_zip_that_claims_too_much_is_not_unpacked() {
    let large = vec![0_u8; 20 * 1024 * 1024];
    let bomb = zipped(&[("top/data/zeros", &large)]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(faults(&check_zip(bomb)), [&Fault::TooLarge]);
    let small = Limits {
        entries: 2,
        bytes: 100,
    };
    let open = |files: &[(&str, &[u8])]| Zipped::open(Cursor::new(zipped(files)), small).err();
    assert_eq!(open(&[("a", &[1; 200])]), Some(Fault::TooLarge));
    assert_eq!(
        open(&[("a", b""), ("b", b""), ("c", b"")]),
        Some(Fault::TooMany)
    );
    assert_eq!(faults(&check_zip(b"no zip".to_vec())), [&Fault::DamagedZip]);
}

#[test]
fn an_entry_that_is_longer_than_it_says_is_refused() {
    let mut bytes = zipped(&[("top/data/a", &[7; 5000])]);
    // The length in the central directory, which is what counts.
    let central = bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    bytes[central + 24..central + 28].copy_from_slice(&10_u32.to_le_bytes());
    let Ok(zip) = Zipped::open(Cursor::new(bytes), Limits::PACKAGE) else {
        return;
    };
    let mut read = 0;
    let outcome = zip.read("data/a", &mut |stream| {
        read = std::io::copy(&mut stream.take(1_000_000), &mut std::io::sink())?;
        Ok(())
    });
    assert!(outcome.is_err() || read <= 10, "{read} bytes were read");
}
