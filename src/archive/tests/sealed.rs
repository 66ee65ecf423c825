//! Sealed packages: names that say nothing, and bytes that only recipients can read.

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use zeroize::Zeroizing;

use super::*;

fn sealing(recipients: &[&Identity], opener: Option<&Identity>, key: &str) -> Sealing {
    let recipients: Vec<String> = recipients
        .iter()
        .map(|identity| identity.to_public().to_string())
        .collect();
    let keys = opener.map(|identity| identity.to_string().expose_secret().to_owned());
    Sealing::new(&recipients, Zeroizing::new(key.to_owned()), keys.as_deref()).unwrap()
}

const KEY: &str = "a word that is long enough";

fn all_bytes(ground: &Ground) -> (Vec<String>, Vec<u8>) {
    let (mut names, mut bytes) = (Vec::new(), Vec::new());
    for folder in ["packages", "catalogue", "incoming"] {
        for entry in std::fs::read_dir(ground.folder.path().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            names.push(path.file_name().unwrap().to_string_lossy().into_owned());
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    (names, bytes)
}

#[test]
fn a_sealed_archive_says_nothing_to_those_who_have_no_key() {
    let ground = Ground::new(Kind::Folder);
    let target = ground.target();
    target.prepare().unwrap();
    let (colleague, stranger) = (Identity::generate(), Identity::generate());
    let ours = sealing(&[&colleague], Some(&colleague), KEY);
    let package = package("something to keep apart");
    publish(target.as_ref(), Some(&ours), &package, entry(&package, 1)).unwrap();
    let (names, bytes) = all_bytes(&ground);
    assert_eq!(names.len(), 2);
    let text = String::from_utf8_lossy(&bytes);
    for told in [
        "A-1",
        "apart",
        &package.digest.to_string(),
        &package.digest.short(),
    ] {
        assert!(!text.contains(told), "{told} stands in a file");
        assert!(
            names.iter().all(|name| !name.contains(told)),
            "{told} stands in a name"
        );
    }
    let catalogue = list(target.as_ref(), Some(&ours)).unwrap();
    assert_eq!(catalogue.listed[0].entry.as_ref().unwrap().session, "A-1");
    let theirs = sealing(&[&colleague], Some(&stranger), KEY);
    let catalogue = list(target.as_ref(), Some(&theirs)).unwrap();
    assert!(catalogue.listed.is_empty() && catalogue.unreadable.len() == 1);
}

#[test]
fn sealed_packages_are_published_once_by_those_who_can_open_them_and_those_who_cannot() {
    let (colleague, other) = (Identity::generate(), Identity::generate());
    for opener in [Some(&colleague), None] {
        let ground = Ground::new(Kind::Folder);
        let target = ground.target();
        target.prepare().unwrap();
        let sealing = sealing(&[&colleague, &other], opener, KEY);
        let one = package("one");
        let first = publish(target.as_ref(), Some(&sealing), &one, entry(&one, 1)).unwrap();
        assert!(matches!(first, Published::New(_)));
        let again = publish(target.as_ref(), Some(&sealing), &one, entry(&one, 1)).unwrap();
        assert!(matches!(again, Published::AlreadyThere(_)));
        let two = package("two");
        let conflict = publish(target.as_ref(), Some(&sealing), &two, entry(&two, 1));
        assert!(matches!(conflict, Err(PublishError::Conflict(_))));
        let stem = sealing.naming().entry("A-1", 1);
        take_back(
            target.as_ref(),
            Some(&sealing),
            &stem,
            first.entry(),
            Why::Superseded,
        )
        .unwrap();
        let back = publish(target.as_ref(), Some(&sealing), &one, entry(&one, 1));
        assert!(matches!(back, Err(PublishError::TakenBack(_))));
    }
}

#[test]
fn a_changed_byte_of_a_sealed_package_is_noticed() {
    let colleague = Identity::generate();
    let sealing = sealing(&[&colleague], Some(&colleague), KEY);
    let sealed = sealing.seal(&Content::of(vec![3; 100_000])).unwrap();
    let bytes = sealed.read_all(u64::MAX).unwrap();
    let opened = sealing.open(&Content::of(bytes.clone()), 100_000).unwrap();
    assert_eq!(opened.read_all(u64::MAX).unwrap(), vec![3; 100_000]);
    assert!(sealing.open(&Content::of(bytes.clone()), 99_999).is_err());
    for at in [0, bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(
            sealing.open(&Content::of(changed), u64::MAX).is_err(),
            "byte {at}"
        );
    }
    let cut = bytes[..bytes.len() - 1].to_vec();
    assert!(sealing.open(&Content::of(cut), u64::MAX).is_err());
}

#[test]
fn names_depend_on_the_word_and_the_word_is_a_secret() {
    let colleague = Identity::generate();
    let one = sealing(&[&colleague], None, KEY).naming();
    let other = sealing(&[&colleague], None, "another word of length").naming();
    assert_ne!(one.entry("A-1", 1), other.entry("A-1", 1));
    assert_eq!(one.entry("A-1", 1), one.entry("A-1", 1));
    let recipients = [colleague.to_public().to_string()];
    let short = Sealing::new(&recipients, Zeroizing::new("short".to_owned()), None);
    assert!(matches!(short, Err(SealError::ShortKey)));
    let none = Sealing::new(&[], Zeroizing::new(KEY.to_owned()), None);
    assert!(matches!(none, Err(SealError::NoRecipient)));
    let wrong = Sealing::new(&["age1x".to_owned()], Zeroizing::new(KEY.to_owned()), None);
    assert!(matches!(wrong, Err(SealError::Recipient(1))));
}
