//! Packages that want to do harm.

use super::*;

#[test]
fn a_hostile_package_does_no_harm() {
    let (copy, ground, place) = ready(Kind::Folder);
    let id = first(copy.study());
    push_one(copy.study(), &place, &id).unwrap();
    let listed = list(&place).unwrap().listed.remove(0);
    let packages = ground.folder.path().join("packages");
    let path = packages.join(&listed.package);
    let good = fs::read(&path).unwrap();
    let entry_path = ground.folder.path().join(format!("catalogue/{id}-r1.json"));
    let entry = fs::read_to_string(&entry_path).unwrap();
    let old = listed.entry.unwrap().checksum;
    // A zip with a path trick in place of the package, and an entry that vouches for it.
    let trick = String::from_utf8_lossy(&good).into_owned();
    assert!(trick.contains("data/consent.json"));
    let from = format!("{id}-").into_bytes();
    let mut hostile = good.clone();
    let places: Vec<usize> = (0..hostile.len() - from.len())
        .filter(|at| hostile[*at..].starts_with(&from))
        .collect();
    for at in places {
        hostile[at..at + 3].copy_from_slice(b"../");
    }
    fs::write(&path, &hostile).unwrap();
    let new = Content::of(hostile);
    fs::write(&entry_path, entry.replace(&old, new.checksum())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert_eq!((pulled.new.len(), pulled.refused.len()), (0, 1));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "something lies beside the study"
    );
    assert!(pulled.study.sessions().unwrap().is_empty());
    assert!(read_package(&Content::of(good)).is_ok());
}

/// Puts a package in the place of one that was pushed whose session's file says something else, with manifests and an
/// entry that vouch for it.
fn forge(ground: &Ground, place: &Place, change: impl Fn(&str) -> String) {
    let listed = list(place).unwrap().listed.remove(0);
    let entry = listed.entry.unwrap();
    let path = ground.folder.path().join("packages").join(&listed.package);
    let content = Content::of(fs::read(&path).unwrap());
    let package = read_package(&content).unwrap();
    let about = About {
        session: entry.session.clone(),
        digest: entry.digest.clone(),
        organisation: None,
        description: String::new(),
    };
    let session = String::from_utf8(package.file("session.ron").unwrap()).unwrap();
    let changed = change(&session);
    assert_ne!(changed, session, "nothing was changed");
    let files = [
        ("guide.ron", package.file("guide.ron").unwrap()),
        ("session.json", package.file("session.json").unwrap()),
        ("session.ron", changed.into_bytes()),
    ];
    let named = files.iter().map(|(name, bytes)| NamedFile {
        name: (*name).to_owned(),
        bytes: Box::new(bytes.as_slice()),
        checksum: None,
    });
    let forged = pack(&about, named.collect()).unwrap().content;
    let mut bytes = Vec::new();
    forged.reader().unwrap().read_to_end(&mut bytes).unwrap();
    fs::write(&path, bytes).unwrap();
    let path = format!("catalogue/{}-r1.json", entry.session);
    let path = ground.folder.path().join(path);
    let vouching = fs::read_to_string(&path).unwrap();
    fs::write(path, vouching.replace(&entry.checksum, forged.checksum())).unwrap();
}

#[test]
fn a_session_whose_guide_leads_out_of_the_study_is_not_pulled() {
    let (copy, ground, place) = ready(Kind::Folder);
    push_one(copy.study(), &place, &first(copy.study())).unwrap();
    forge(&ground, &place, |session| {
        session.replacen("cluster-cooperation", "../../elsewhere", 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("sub/study")).unwrap();
    assert_eq!((pulled.new.len(), pulled.refused.len()), (0, 1));
    assert!(!folder.path().join("sub/elsewhere.ron").exists());
    let added = pulled.study.put_guide_file("../../elsewhere", b"");
    assert!(matches!(added, Err(StudyError::GuideId)));
}

#[test]
fn a_session_that_says_otherwise_than_its_document_is_not_pulled() {
    let (copy, ground, place) = ready(Kind::Folder);
    let study = copy.study();
    let id = first(study);
    push_one(study, &place, &id).unwrap();
    let session = study.read_session(&id).unwrap();
    let notes = session.notes.iter();
    let mut paraphrases = notes.filter(|note| note.kind == NoteKind::Paraphrase);
    let said = paraphrases.next().unwrap().text.as_str().to_owned();
    forge(&ground, &place, |file| {
        file.replacen(&said, "nobody said this", 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let pulled = pull(&place, &folder.path().join("study")).unwrap();
    assert!(pulled.new.is_empty());
    assert!(matches!(pulled.refused[0].1, PullRefused::Changed));
}
