//! Datasets that are made of an archive.

use super::*;

/// A place for a dataset, with the archive of the sample study beside it.
fn with_dataset(kind: Kind) -> (Temporary, [Ground; 2], Place, Place) {
    let (copy, ground, source) = ready(Kind::Folder);
    push_all(copy.study(), &source);
    let (apart, target) = partners(kind);
    (copy, [ground, apart], source, target)
}

/// A place for a dataset.
fn partners(kind: Kind) -> (Ground, Place) {
    let ground = Ground::new(kind);
    let place = Place::of("partners", ground.target(), None, Readers::Others);
    (ground, place)
}

/// All files of a folder, by their paths in it.
fn files_of(folder: &std::path::Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn a_dataset_holds_texts_codings_and_numbers_and_names_no_session() {
    let (copy, [_ground, apart], source, target) = with_dataset(Kind::Folder);
    let made = dataset(&source, &target).unwrap();
    assert_eq!(made.guides.len(), 1);
    assert!(made.refused.is_empty() && made.left_out.is_empty());
    let files = files_of(apart.folder.path());
    let of_table = |table: &str| -> Vec<serde_json::Value> {
        let files = files.iter();
        let of_table = files.filter(|(name, _)| name.starts_with(&format!("{table}/build=")));
        let lines = of_table.flat_map(|(_, text)| text.lines());
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let (notes, codings) = (of_table("notes"), of_table("codings"));
    assert!(notes.len() > 50 && codings.len() > 50);
    assert!(notes.iter().all(|note| note["invented"] == true));
    let coded: usize = notes
        .iter()
        .map(|note| note["codes"].as_array().unwrap().len())
        .sum();
    assert_eq!(coded, codings.len());
    let ids = copy.study().sessions().unwrap();
    for line in notes.iter().chain(&codings) {
        let name = line["session"].as_str().unwrap();
        assert!(ids.iter().all(|id| id.to_string() != name));
    }
    let session = copy.study().read_session(&ids[0]).unwrap();
    let comment = session
        .notes
        .iter()
        .find(|note| note.kind == NoteKind::Comment)
        .unwrap();
    assert!(
        files
            .values()
            .all(|text| !text.contains(comment.text.as_str()))
    );
}

#[test]
fn the_numbers_of_a_dataset_are_those_of_the_table_for_publication() {
    let (copy, [_ground, apart], source, target) = with_dataset(Kind::Folder);
    let made = dataset(&source, &target).unwrap();
    assert_eq!(made.guides[0].counted, crate::release::Counted::All);
    let facts = crate::operations::facts::gather(copy.study())
        .unwrap()
        .facts;
    let guide = crate::operations::guides::find(copy.study(), &made.guides[0].guide).unwrap();
    let request = crate::release::tables::TableRequest {
        level: Level::Publication,
        guide: &guide,
        filter: &crate::analysis::Filter::default(),
        seed: 1,
    };
    let table = crate::release::tables::release_frequencies(&facts, &request, None).unwrap();
    let mut json = Vec::new();
    crate::export::sheet_json::write_frequencies(&table, guide.languages[0], &mut json).unwrap();
    let table: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let mut wanted = Vec::new();
    for block in table["blocks"].as_array().unwrap() {
        for code in block["codes"].as_array().unwrap() {
            wanted.push(
                [
                    &block["block"],
                    &code["code"],
                    &code["sessions"],
                    &code["cases"],
                ]
                .map(Clone::clone),
            );
        }
    }
    let files = files_of(apart.folder.path());
    let counts = files.iter().find(|(name, _)| name.starts_with("counts/"));
    let found: Vec<[serde_json::Value; 4]> = counts
        .unwrap()
        .1
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| !line["code"].is_null())
        .map(|line| {
            let number = |name: &str| match (&line[name]["n"], line[name]["said"].as_str().unwrap())
            {
                (_, "not_said") => serde_json::Value::Null,
                (serde_json::Value::Null, word) => word.into(),
                (number, _) => number.clone(),
            };
            [
                line["block"].clone(),
                line["code"].clone(),
                number("sessions"),
                number("cases"),
            ]
        })
        .collect();
    assert!(found.len() > 20);
    assert_eq!(found, wanted);
}

#[test]
fn the_same_archive_gives_the_same_dataset_and_a_withdrawal_another_with_nothing_of_it_left() {
    let (copy, _ground, source) = ready(Kind::Folder);
    push_all(copy.study(), &source);
    for kind in KINDS {
        let (apart, target) = partners(kind);
        let first = dataset(&source, &target).unwrap();
        let before = files_of(apart.folder.path());
        let again = dataset(&source, &target).unwrap();
        assert!(again.built.was_there, "{kind:?}");
        assert_eq!(files_of(apart.folder.path()), before, "{kind:?}");
        let holds = |files: &BTreeMap<String, String>, text: &str| {
            files.values().any(|file| file.contains(text))
        };
        let (id, text) = paraphrases(copy.study())
            .into_iter()
            .find(|(_, text)| holds(&before, text))
            .unwrap();
        withdraw(&source, &id.to_string()).unwrap();
        let rebuilt = dataset(&source, &target).unwrap();
        assert_ne!(rebuilt.built.name, first.built.name, "{kind:?}");
        assert_eq!(rebuilt.telling, Some(1), "{kind:?}");
        let left = files_of(apart.folder.path());
        assert!(!holds(&left, &text), "{kind:?}");
    }
}

/// What the interviewees of a study said, with their sessions.
fn paraphrases(study: &Study) -> Vec<(SessionId, String)> {
    let mut all = Vec::new();
    for id in study.sessions().unwrap() {
        let session = study.read_session(&id).unwrap();
        let paraphrases = session
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Paraphrase);
        all.extend(paraphrases.map(|note| (id.clone(), note.text.as_str().to_owned())));
    }
    all
}

#[test]
fn a_dataset_lies_nowhere_near_the_packages_and_packages_nowhere_near_a_dataset() {
    let (_copy, _grounds, source, target) = with_dataset(Kind::Folder);
    let into_itself = dataset(&source, &source);
    assert!(matches!(
        into_itself,
        Err(DatasetError::Dataset(
            crate::archive::dataset::DatasetFault::HoldsPackages
        ))
    ));
    dataset(&source, &target).unwrap();
    assert!(matches!(
        set_up(&target, true),
        Err(SetUpError::HoldsDataset)
    ));
    let configuration = Configuration::default();
    let folder = tempfile::tempdir().unwrap();
    let archive = open(&folder.path().display().to_string(), &configuration).unwrap();
    set_up(&archive, true).unwrap();
    let below = folder.path().join("dataset").display().to_string();
    let below = open_for_dataset(&below, &configuration).unwrap();
    assert!(matches!(
        dataset(&archive, &below),
        Err(DatasetError::Beside)
    ));
}

#[test]
fn no_dataset_is_made_without_packages_that_cannot_be_read() {
    let (_copy, [ground, apart], source, target) = with_dataset(Kind::Folder);
    let package = fs::read_dir(ground.folder.path().join("packages"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    fs::write(package, "changed").unwrap();
    let refused = dataset(&source, &target);
    assert!(matches!(&refused, Err(DatasetError::Unreadable(which)) if which.len() == 1));
    assert!(files_of(apart.folder.path()).is_empty());
}

#[test]
fn the_sessions_that_a_study_put_into_an_archive_know_of_its_dataset() {
    let (copy, _grounds, source, target) = with_dataset(Kind::Folder);
    let study = copy.study();
    let made = dataset(&source, &target).unwrap();
    for _ in 0..2 {
        let logged = made
            .log(study, &target, datetime!(2026-11-26 16:00 +1))
            .unwrap();
        assert!(logged.failed.is_empty(), "{logged:?}");
    }
    let id = first(study);
    let session = study.read_session(&id).unwrap();
    let told: Vec<&str> = session
        .exports
        .iter()
        .map(|export| export.format.as_str())
        .collect();
    assert_eq!(told, ["dataset partners"]);
    assert!(is_dataset(&session.exports[0]));
    let prepared = crate::operations::withdraw::prepare(study, &id).unwrap();
    assert!(prepared.places().exports.iter().any(is_dataset));
}
