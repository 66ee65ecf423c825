//! Datasets at places of every kind, undisturbed and disturbed at every step.

use std::collections::BTreeSet;
use std::io;

use super::*;
use crate::archive::Folder;
use crate::archive::testing::{Ground, KINDS, Kind, Mishap, ONCE, QUICK};
use crate::archive::tests::push;
use crate::disk::rehearsal::{Fault, Rehearsal};

/// A build whose files say something.
fn saying(said: &str, sessions: usize) -> Build {
    let line = |table: &str| format!("{{\"{table}\":\"{said}\"}}\n").into_bytes();
    let of_guide = "guide=some_guide".to_owned();
    let files = [
        ("counts", of_guide.clone(), line("counts")),
        ("notes", format!("{of_guide}/language=de"), line("notes")),
    ];
    Build::of(files, true, sessions)
}

/// The build that is read, after every one of its files was.
fn read(target: &dyn Target, after: &str) -> Option<String> {
    let current = current(target).unwrap()?;
    let plan = plan(target, &current.build).unwrap();
    let plan = plan.unwrap_or_else(|| panic!("no plan after {after}"));
    assert_eq!(plan.files.len(), 2, "{after}");
    for file in &plan.files {
        let there = target.read(&file.name, LARGEST).unwrap();
        let there = there.unwrap_or_else(|| panic!("{} is missing after {after}", file.name));
        assert_eq!(there.checksum(), file.sha512, "{after}");
    }
    Some(current.build)
}

/// That a place holds this build and nothing else.
fn holds_alone(target: &dyn Target, build: &Build, after: &str) {
    assert_eq!(read(target, after).as_ref(), Some(&build.name), "{after}");
    let names = |folder: &str| -> Vec<String> {
        let items = target.list(folder).unwrap();
        items.into_iter().map(|item| item.name).collect()
    };
    assert_eq!(names(BUILDS), [format!("{}.json", build.name)], "{after}");
    assert_eq!(names(CURRENT).len(), 1, "{after}");
    assert!(names(INCOMING).is_empty(), "{after}");
}

fn all_files(folder: &std::path::Path) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(all_files(&path));
        } else {
            let bytes = std::fs::read(path).unwrap();
            files.insert(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    files
}

#[test]
fn a_dataset_is_built_once_and_takes_the_place_of_the_one_before() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        let (first, second) = (saying("one", 9), saying("two", 8));
        let built = build(target.as_ref(), &first).unwrap();
        assert!(!built.was_there && built.before.is_none(), "{kind:?}");
        let again = build(target.as_ref(), &first).unwrap();
        assert!(again.was_there && again.removed == 0, "{kind:?}");
        let built = build(target.as_ref(), &second).unwrap();
        assert_eq!((built.before, built.removed), (Some(9), 1), "{kind:?}");
        holds_alone(target.as_ref(), &second, "the second build");
        let left = all_files(ground.folder.path());
        assert!(
            !left.iter().any(|text| text.contains("\"one\"")),
            "{kind:?}: something of the first build is left"
        );
    }
}

#[test]
fn the_same_files_give_the_same_build() {
    assert_eq!(saying("one", 9).name, saying("one", 9).name);
    assert_ne!(saying("one", 9).name, saying("two", 9).name);
}

#[test]
fn where_packages_lie_no_dataset_is_built_and_none_of_the_other_kind() {
    let ground = Ground::new(Kind::Folder);
    let target = ground.target();
    target.prepare().unwrap();
    push(target.as_ref(), "one", 1).unwrap();
    let mark = crate::archive::Mark {
        id: None,
        invented: true,
        readers: crate::archive::Readers::Project,
        sealed: false,
    };
    crate::archive::set_up(target.as_ref(), mark)
        .unwrap()
        .unwrap();
    let before = all_files(ground.folder.path());
    let refused = build(target.as_ref(), &saying("one", 9));
    assert!(matches!(refused, Err(DatasetFault::HoldsPackages)));
    assert_eq!(all_files(ground.folder.path()), before);
    let ground = Ground::new(Kind::Folder);
    let target = ground.target();
    build(target.as_ref(), &saying("one", 9)).unwrap();
    let mut real = saying("two", 9);
    real.invented = false;
    let refused = build(target.as_ref(), &real);
    assert!(matches!(
        refused,
        Err(DatasetFault::WrongKind { invented: true })
    ));
    holds_alone(target.as_ref(), &saying("one", 9), "the refusal");
}

/// How many requests an undisturbed second build takes.
fn requests(kind: Kind) -> usize {
    let ground = Ground::new(kind);
    build(ground.target().as_ref(), &saying("one", 9)).unwrap();
    let way = ground.way(|_, _| Mishap::None);
    build(ground.target_over(&way, QUICK).as_ref(), &saying("two", 8)).unwrap();
    way.requests()
}

#[test]
fn a_build_that_is_killed_at_any_request_is_never_half_visible_and_can_be_repeated() {
    let (first, second) = (saying("one", 9), saying("two", 8));
    for kind in [Kind::WebDav, Kind::S3] {
        let ground = Ground::new(kind);
        build(ground.target().as_ref(), &first).unwrap();
        let steps = requests(kind);
        for last in [Mishap::CutBefore, Mishap::CutAfter] {
            for step in 0..steps {
                ground.begin_as_the_first();
                let target = ground.target();
                let way = ground.way(move |number, _| match number {
                    number if number < step => Mishap::None,
                    number if number == step => last,
                    _ => Mishap::CutBefore,
                });
                let what = format!("being killed ({last:?}) at request {step} of {kind:?}");
                let _ = build(ground.target_over(&way, ONCE).as_ref(), &second);
                let seen = read(target.as_ref(), &what).unwrap();
                assert!([&first.name, &second.name].contains(&&seen), "{what}");
                build(target.as_ref(), &second).unwrap();
                holds_alone(target.as_ref(), &second, &what);
            }
        }
    }
}

#[test]
fn a_build_in_a_folder_that_is_disturbed_at_any_call_is_never_half_visible() {
    let (first, second) = (saying("one", 9), saying("two", 8));
    let calls = {
        let ground = Ground::new(Kind::Folder);
        build(ground.target().as_ref(), &first).unwrap();
        let rehearsal = Rehearsal::new();
        let target = Folder::new(ground.folder.path(), &rehearsal.disk());
        build(&target, &second).unwrap();
        rehearsal.calls().len()
    };
    for fault in [
        Fault::Once(io::ErrorKind::StorageFull),
        Fault::Killed,
        Fault::KilledHalfway,
    ] {
        for step in 0..calls {
            let ground = Ground::new(Kind::Folder);
            let target = ground.target();
            build(target.as_ref(), &first).unwrap();
            let rehearsal = Rehearsal::with_fault(step, fault);
            let disturbed = Folder::new(ground.folder.path(), &rehearsal.disk());
            let what = format!("{fault:?} at call {step}");
            let _ = build(&disturbed, &second);
            let seen = read(target.as_ref(), &what).unwrap();
            assert!([&first.name, &second.name].contains(&&seen), "{what}");
            build(target.as_ref(), &second).unwrap();
            holds_alone(target.as_ref(), &second, &what);
        }
    }
}

#[test]
fn a_build_that_another_began_since_is_not_taken_for_one_that_was_never_finished() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        let (first, other) = (saying("first", 9), saying("other", 9));
        build(target.as_ref(), &first).unwrap();
        let standing = standing(target.as_ref()).unwrap();
        make_folders(target.as_ref(), &other).unwrap();
        put_files(target.as_ref(), &other).unwrap();
        sweep(target.as_ref(), &first.name, &standing).unwrap();
        let before = current(target.as_ref()).unwrap();
        make_current(target.as_ref(), &other, before.as_ref()).unwrap();
        let found = read(target.as_ref(), "another's sweep");
        assert_eq!(found, Some(other.name), "{kind:?}");
    }
}

#[test]
fn who_is_told_that_somebody_else_was_faster_leaves_nothing_behind() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        let target = ground.target();
        let target = target.as_ref();
        let (slow, fast) = (saying("slow", 9), saying("fast", 9));
        build(target, &saying("before", 9)).unwrap();
        make_folders(target, &slow).unwrap();
        claim(target, slow.invented).unwrap();
        put_files(target, &slow).unwrap();
        build(target, &fast).unwrap();
        make_folders(target, &slow).unwrap();
        put_files(target, &slow).unwrap();
        let late = make_current(target, &slow, None);
        assert!(matches!(late, Err(DatasetFault::AtOnce)), "{kind:?}");
        withdraw(target, &slow).unwrap();
        let files = all_files(ground.folder.path());
        let tells_of_it = |text: &String| text.contains("slow") || text.contains(&slow.name);
        assert!(!files.iter().any(tells_of_it), "{kind:?}");
        holds_alone(target, &fast, "a build that was too late");
        // One that is read, because somebody built the same, stays.
        withdraw(target, &fast).unwrap();
        holds_alone(target, &fast, "being withdrawn while it is read");
    }
}

#[test]
fn of_several_who_build_at_once_what_is_read_is_whole() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        build(ground.target().as_ref(), &saying("before", 9)).unwrap();
        let builders: Vec<usize> = (0..4).collect();
        let built = in_parallel(4, &builders, |builder| {
            build(
                ground.target().as_ref(),
                &saying(&format!("said {builder}"), 9),
            )
        });
        let target = ground.target();
        // Whoever was not told to build again is the one whose build is read.
        let won: Vec<&Built> = built
            .iter()
            .filter_map(|built| built.as_ref().ok())
            .collect();
        if kind != Kind::S3 && won.len() == 1 {
            assert_eq!(
                read(target.as_ref(), "all at once"),
                Some(won[0].name.clone())
            );
        }
        let now = current(target.as_ref()).unwrap().expect("one is read");
        let standing = standing(target.as_ref()).unwrap();
        for (builder, built) in built.iter().enumerate() {
            let name = saying(&format!("said {builder}"), 9).name;
            let is_late = matches!(built, Err(DatasetFault::AtOnce)) && name != now.build;
            assert!(!(is_late && standing.contains(&name)), "{kind:?}");
        }
        let last = saying("after", 9);
        build(target.as_ref(), &last).unwrap();
        holds_alone(target.as_ref(), &last, "all at once");
    }
}
