//! The archive against a folder and real servers, undisturbed and disturbed at every step.

mod faults;
mod sealed;

use super::testing::{Ground, KINDS, Kind, Mishap, QUICK};
use super::*;

pub(super) const GUIDE: &[u8] = b"(version: 1)";

/// A package whose session says something.
pub(super) fn package(said: &str) -> Package {
    let session = format!("{{\"id\":\"A-1\",\"said\":\"{said}\"}}");
    let digest = Digest::of(session.as_bytes(), &GuideSum::of(GUIDE), None).unwrap();
    let about = About {
        session: "A-1".to_owned(),
        digest,
        organisation: None,
        description: "a test".to_owned(),
    };
    let file = |name: &str, bytes: Vec<u8>| NamedFile {
        name: name.to_owned(),
        bytes: Box::new(std::io::Cursor::new(bytes)),
        checksum: None,
    };
    let files = vec![
        file(SESSION_FILE, session.into_bytes()),
        file(GUIDE_FILE, GUIDE.to_vec()),
    ];
    pack(&about, files).unwrap()
}

pub(super) fn entry(package: &Package, revision: u32) -> Entry {
    Entry {
        session: "A-1".to_owned(),
        revision,
        digest: package.digest.clone(),
        package: String::new(),
        bytes: 0,
        checksum: String::new(),
        level: "archive".to_owned(),
        invented: false,
        pending: false,
        struck: 0,
        guide: GuideFields {
            id: "g".to_owned(),
            version: "1".to_owned(),
            digest: "d".to_owned(),
        },
    }
}

pub(super) fn push(
    target: &dyn Target,
    said: &str,
    revision: u32,
) -> Result<Published, PublishError> {
    let package = package(said);
    publish(target, None, &package, entry(&package, revision))
}

/// That a target holds one package, complete, and nothing else; `said` is what its session says.
pub(super) fn holds_once(target: &dyn Target, said: &str, after: &str) {
    let catalogue = list(target, None).unwrap();
    assert_eq!(catalogue.listed.len(), 1, "entries after {after}");
    assert!(catalogue.orphans.is_empty(), "orphans after {after}");
    assert!(catalogue.unreadable.is_empty(), "unreadable after {after}");
    let listed = &catalogue.listed[0];
    let entry = listed.entry.as_ref().unwrap();
    let path = format!("packages/{}", listed.package);
    let content = target.read(&path, 1 << 20).unwrap().unwrap();
    assert_eq!(content.checksum(), entry.checksum, "after {after}");
    assert_eq!(entry.digest, package(said).digest, "after {after}");
    assert!(
        read_package(&content).unwrap().check().is_valid(),
        "after {after}"
    );
}

#[test]
fn every_target_puts_reads_lists_and_removes() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        target.prepare().unwrap();
        target.prepare().unwrap();
        let (one, other) = (
            Content::of(b"one".to_vec()),
            Content::of(vec![7; 3_000_000]),
        );
        assert_eq!(
            target.create("packages/a.zip", &one).unwrap(),
            Created::New,
            "{kind:?}"
        );
        assert_eq!(
            target.create("packages/a.zip", &other).unwrap(),
            Created::Taken,
            "{kind:?}"
        );
        assert_eq!(
            target.create("packages/b.zip", &other).unwrap(),
            Created::New,
            "{kind:?}"
        );
        let read = target.read("packages/a.zip", 100).unwrap().unwrap();
        assert_eq!(read.checksum(), one.checksum(), "{kind:?}");
        let read = target.read("packages/b.zip", 4_000_000).unwrap().unwrap();
        assert_eq!(read.checksum(), other.checksum(), "{kind:?}");
        assert!(
            target.read("packages/b.zip", 100).is_err(),
            "{kind:?}: too large"
        );
        assert!(
            target.read("packages/c.zip", 100).unwrap().is_none(),
            "{kind:?}"
        );
        let items = target.list("packages").unwrap();
        let names: Vec<(&str, u64)> = items
            .iter()
            .map(|item| (item.name.as_str(), item.bytes))
            .collect();
        assert_eq!(names, [("a.zip", 3), ("b.zip", 3_000_000)], "{kind:?}");
        assert!(
            target.list("incoming").unwrap().is_empty(),
            "{kind:?}: a rest is left"
        );
        target.remove("packages/a.zip").unwrap();
        target.remove("packages/a.zip").unwrap();
        assert!(
            target.read("packages/a.zip", 100).unwrap().is_none(),
            "{kind:?}"
        );
    }
}

#[test]
fn publishing_twice_is_publishing_once_and_another_package_is_a_conflict() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        target.prepare().unwrap();
        let first = push(target.as_ref(), "one", 1).unwrap();
        assert!(matches!(first, Published::New(_)), "{kind:?}");
        let again = push(target.as_ref(), "one", 1).unwrap();
        assert!(matches!(again, Published::AlreadyThere(_)), "{kind:?}");
        assert_eq!(again.entry(), first.entry(), "{kind:?}");
        holds_once(target.as_ref(), "one", "publishing twice");
        let other = push(target.as_ref(), "other", 1);
        assert!(matches!(other, Err(PublishError::Conflict(_))), "{kind:?}");
        let catalogue = list(target.as_ref(), None).unwrap();
        assert_eq!(catalogue.listed.len(), 1, "{kind:?}");
        // The package that has no entry is not silently there.
        assert_eq!(catalogue.orphans.len(), 1, "{kind:?}");
        assert!(push(target.as_ref(), "other", 2).is_ok(), "{kind:?}");
        assert!(
            list(target.as_ref(), None).unwrap().orphans.is_empty(),
            "{kind:?}"
        );
    }
}

#[test]
fn what_was_taken_back_is_gone_and_stays_away() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        target.prepare().unwrap();
        let published = push(target.as_ref(), "one", 1).unwrap();
        for _ in 0..2 {
            take_back(
                target.as_ref(),
                None,
                "A-1-r1",
                published.entry(),
                Why::Withdrawn,
            )
            .unwrap();
        }
        let catalogue = list(target.as_ref(), None).unwrap();
        let listed = &catalogue.listed[0];
        assert_eq!(
            (listed.tombstone, listed.present),
            (Some(Why::Withdrawn), None),
            "{kind:?}"
        );
        let again = push(target.as_ref(), "one", 1);
        assert!(matches!(again, Err(PublishError::TakenBack(_))), "{kind:?}");
        assert!(target.list("packages").unwrap().is_empty(), "{kind:?}");
    }
}

#[test]
fn a_package_of_another_version_of_the_program_is_no_conflict() {
    let ground = Ground::new(Kind::Folder);
    let target = ground.target();
    target.prepare().unwrap();
    // The same session and guide, with a derived file that looks different.
    let ours = package("one");
    let session = br#"{"id":"A-1","said":"one"}"#;
    let about = About {
        session: "A-1".to_owned(),
        digest: ours.digest.clone(),
        organisation: None,
        description: "of a later version".to_owned(),
    };
    let files = [
        (SESSION_FILE, &session[..]),
        (GUIDE_FILE, GUIDE),
        ("protocol.new", b"x"),
    ];
    let files = files.map(|(name, bytes)| NamedFile {
        name: name.to_owned(),
        bytes: Box::new(bytes),
        checksum: None,
    });
    let theirs = pack(&about, files.into()).unwrap();
    assert_ne!(theirs.content.checksum(), ours.content.checksum());
    publish(target.as_ref(), None, &theirs, entry(&theirs, 1)).unwrap();
    let published = publish(target.as_ref(), None, &ours, entry(&ours, 1)).unwrap();
    assert!(matches!(published, Published::AlreadyThere(_)));
    assert_eq!(published.entry().checksum, theirs.content.checksum());
    holds_once(target.as_ref(), "one", "two versions");
}

#[test]
fn a_damaged_package_is_never_taken_for_the_right_one() {
    let ground = Ground::new(Kind::Folder);
    let target = ground.target();
    target.prepare().unwrap();
    let ours = package("one");
    let name = format!("packages/{}", Naming::Plain.package(&ours.digest));
    for damaged in [
        b"no zip".to_vec(),
        package("other").content.read_all(1 << 20).unwrap(),
    ] {
        target.remove(&name).unwrap();
        target.create(&name, &Content::of(damaged)).unwrap();
        let pushed = push(target.as_ref(), "one", 1);
        assert!(matches!(pushed, Err(PublishError::Package(_))));
        assert!(list(target.as_ref(), None).unwrap().listed.is_empty());
    }
}

#[test]
fn a_healthy_target_is_found_healthy() {
    for kind in [Kind::Folder, Kind::WebDav] {
        let ground = Ground::new(kind);
        let target = ground.target();
        target.prepare().unwrap();
        let health = examine(target.as_ref()).unwrap();
        assert!(health.is_well(), "{kind:?}: {health:?}");
        assert!(
            target.list("incoming").unwrap().is_empty(),
            "{kind:?}: a rest is left"
        );
    }
}

/// A server that ignores conditions, as some do.
#[test]
fn a_target_that_overwrites_is_found_out() {
    struct Overwriting(Box<dyn Target>);
    impl Target for Overwriting {
        fn make_folders(&self, folders: &[&str]) -> Result<(), TargetError> {
            self.0.make_folders(folders)
        }

        fn remove_folder(&self, folder: &str) -> Result<(), TargetError> {
            self.0.remove_folder(folder)
        }
        fn create(&self, name: &str, content: &Content) -> Result<Created, TargetError> {
            self.0.remove(name)?;
            self.0.create(name, content).map(|_| Created::New)
        }
        fn read(&self, name: &str, limit: u64) -> Result<Option<Content>, TargetError> {
            self.0.read(name, limit)
        }
        fn list(&self, folder: &str) -> Result<Vec<Item>, TargetError> {
            self.0.list(folder)
        }
        fn remove(&self, name: &str) -> Result<Removed, TargetError> {
            self.0.remove(name)
        }
        fn keeping(&self) -> Result<Keeping, TargetError> {
            self.0.keeping()
        }
        fn connections(&self) -> usize {
            1
        }
    }
    let ground = Ground::new(Kind::Folder);
    let target = Overwriting(ground.target());
    target.prepare().unwrap();
    let health = examine(&target).unwrap();
    assert!(health.findings.contains(&Finding::CreateOnly(false)));
    assert!(!health.is_well());
    // What one of two pushers lost is seen in the listing.
    push(&target, "one", 1).unwrap();
    push(&target, "other", 1).unwrap();
    assert_eq!(list(&target, None).unwrap().orphans.len(), 1);
}

#[test]
fn credentials_that_are_wrong_are_said_to_be() {
    let ground = Ground::new(Kind::WebDav);
    let way = ground.way(|_, _| Mishap::Answer(401));
    let failed = ground
        .target_over(&way, QUICK)
        .list("packages")
        .unwrap_err();
    assert!(matches!(failed.source, Cause::Denied(401)));
    assert_eq!(way.requests(), 1, "it is no use trying again");
    assert!(!format!("{failed:?}").contains("secret"));
}

#[test]
fn a_target_is_set_up_once_and_stays_what_it_is() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        let real = Mark {
            id: None,
            invented: false,
            readers: Readers::Project,
            sealed: false,
        };
        assert!(mark(target.as_ref()).unwrap().is_none(), "{kind:?}");
        let other = Mark {
            invented: true,
            ..real
        };
        let found = [real, other].map(|wanted| set_up(target.as_ref(), wanted).unwrap().unwrap());
        assert!(found[0].takes_the_same(&real), "{kind:?}");
        assert!(found[0].id.is_some() && found[0] == found[1], "{kind:?}");
        // No other archive is taken for it.
        let elsewhere = Ground::new(kind);
        let another = set_up(elsewhere.target().as_ref(), real).unwrap().unwrap();
        assert_ne!(found[0].id, another.id, "{kind:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_lies_in_a_shared_folder_can_be_read_by_whoever_can_read_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    for (of_folder, of_file) in [(0o700, 0o600), (0o770, 0o660), (0o755, 0o644)] {
        let ground = Ground::new(Kind::Folder);
        let root = ground.folder.path();
        std::fs::set_permissions(root, PermissionsExt::from_mode(of_folder)).unwrap();
        let target = ground.target();
        target.prepare().unwrap();
        push(target.as_ref(), "one", 1).unwrap();
        let mode = |name: &str| {
            let about = std::fs::metadata(root.join(name)).unwrap();
            about.permissions().mode() & 0o777
        };
        assert_eq!(mode("packages"), of_folder);
        assert_eq!(mode("catalogue/A-1-r1.json"), of_file);
    }
}
