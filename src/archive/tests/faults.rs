//! What was tried to disturb a push, a line a way of disturbing it, at each of its requests:
//!
//! | what happens | afterwards |
//! |---|---|
//! | the connection is cut before, within, after the request; half of the answer arrives | tried again, or said |
//! | 409, 412, 423, 500, 507 in place of the server; after the server did it | tried again, or said |
//! | the program is killed: no request after this one | repeated later |
//! | the server is gone from a request on, and comes back | repeated later |
//! | the disk fails, once or for ever, at each call (folder) | said, repeated later |
//! | the disk is full while a package is made (`tests/faults/packing.rs`) | said, the others are pushed, repeated later |
//! | the server is slower than anybody waits, or answers drop by drop | said |
//! | eight push at once, the same and different packages | one is there, the others know |
//!
//! Each time the push, repeated undisturbed, ends with one entry and one package, complete.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use super::*;
use crate::archive::testing::{ONCE, Way, read_request};
use crate::archive::{Address, S3, Target};
use crate::disk::rehearsal::{Fault, Rehearsal};

const MISHAPS: [Mishap; 11] = [
    Mishap::CutBefore,
    Mishap::CutWithin,
    Mishap::CutAfter,
    Mishap::HalfAnswer,
    Mishap::Answer(409),
    Mishap::Answer(412),
    Mishap::Answer(423),
    Mishap::Answer(500),
    Mishap::Answer(507),
    Mishap::AnswerAfter(500),
    Mishap::AnswerAfter(507),
];

/// How many requests an undisturbed push takes.
fn requests(kind: Kind) -> usize {
    let ground = Ground::new(kind);
    ground.target().prepare().unwrap();
    let way = ground.way(|_, _| Mishap::None);
    push(ground.target_over(&way, QUICK).as_ref(), "one", 1).unwrap();
    way.requests()
}

/// Pushes over this way; whatever came of it, the same push undisturbed has to end well.
fn push_and_repeat(ground: &Ground, way: &Way, patience: Patience, what: &str) -> bool {
    let disturbed = push(ground.target_over(way, patience).as_ref(), "one", 1);
    let target = ground.target();
    // Whatever is listed meanwhile is complete.
    for listed in list(target.as_ref(), None).unwrap().listed {
        assert!(
            listed.present.is_some(),
            "listed and not there after {what}"
        );
    }
    if let Ok(published) = &disturbed {
        assert_eq!(published.entry().digest, package("one").digest, "{what}");
        assert_eq!(
            list(target.as_ref(), None).unwrap().listed.len(),
            1,
            "{what}"
        );
    }
    let repeated = push(target.as_ref(), "one", 1);
    assert!(repeated.is_ok(), "repeated after {what}: {repeated:?}");
    holds_once(target.as_ref(), "one", what);
    disturbed.is_ok()
}

#[test]
fn a_push_that_is_disturbed_at_any_request_loses_and_doubles_nothing() {
    for kind in [Kind::WebDav, Kind::S3] {
        let steps = requests(kind);
        assert!((5..20).contains(&steps), "{kind:?} takes {steps} requests");
        let mut went_on = 0;
        let ground = Ground::new(kind);
        for step in 0..steps {
            for mishap in MISHAPS {
                ground.begin_anew();
                ground.target().prepare().unwrap();
                let way = ground.way(
                    move |number, _| {
                        if number == step { mishap } else { Mishap::None }
                    },
                );
                let what = format!("{mishap:?} at request {step} of {kind:?}");
                went_on += usize::from(push_and_repeat(&ground, &way, QUICK, &what));
            }
        }
        // Most of it is got over without anybody noticing.
        let tried = steps * MISHAPS.len();
        assert!(
            went_on * 2 > tried,
            "{kind:?}: {went_on} of {tried} went on"
        );
    }
}

#[test]
fn a_push_that_is_killed_at_any_request_can_be_repeated() {
    for kind in [Kind::WebDav, Kind::S3] {
        let ground = Ground::new(kind);
        let steps = requests(kind);
        for last in [Mishap::CutBefore, Mishap::CutWithin, Mishap::CutAfter] {
            for step in 0..steps {
                ground.begin_anew();
                ground.target().prepare().unwrap();
                let way = ground.way(move |number, _| match number {
                    number if number < step => Mishap::None,
                    number if number == step => last,
                    _ => Mishap::CutBefore,
                });
                let what = format!("being killed ({last:?}) at request {step} of {kind:?}");
                push_and_repeat(&ground, &way, ONCE, &what);
            }
        }
    }
}

#[test]
fn a_push_to_a_folder_that_is_disturbed_at_any_call_loses_and_doubles_nothing() {
    let steps = {
        let ground = Ground::new(Kind::Folder);
        ground.target().prepare().unwrap();
        let rehearsal = Rehearsal::new();
        let target = Folder::new(ground.folder.path(), &rehearsal.disk());
        push(&target, "one", 1).unwrap();
        rehearsal.calls().len()
    };
    assert!(steps > 8, "{steps} calls");
    let faults = [
        Fault::Once(io::ErrorKind::StorageFull),
        Fault::Once(io::ErrorKind::PermissionDenied),
        Fault::Short(io::ErrorKind::StorageFull),
        Fault::Killed,
        Fault::KilledHalfway,
    ];
    for fault in faults {
        for step in 0..steps {
            let ground = Ground::new(Kind::Folder);
            ground.target().prepare().unwrap();
            let rehearsal = Rehearsal::with_fault(step, fault);
            let disturbed = Folder::new(ground.folder.path(), &rehearsal.disk());
            let what = format!("{fault:?} at call {step}");
            if push(&disturbed, "one", 1).is_ok() {
                holds_once(ground.target().as_ref(), "one", &what);
            }
            let repeated = push(ground.target().as_ref(), "one", 1);
            assert!(repeated.is_ok(), "after {what}: {repeated:?}");
            holds_once(ground.target().as_ref(), "one", &what);
        }
    }
}

#[test]
fn a_full_target_is_said_to_be_full_and_not_tried_for_ever() {
    let ground = Ground::new(Kind::WebDav);
    ground.target().prepare().unwrap();
    let way = ground.way(|_, method| {
        if method == "PUT" {
            Mishap::Answer(507)
        } else {
            Mishap::None
        }
    });
    let failed = push(ground.target_over(&way, QUICK).as_ref(), "one", 1).unwrap_err();
    let PublishError::Target(error) = failed else {
        panic!("{failed:?}");
    };
    assert!(matches!(error.source, Cause::Full));
    let puts = way
        .methods()
        .iter()
        .filter(|method| *method == "PUT")
        .count();
    assert_eq!(puts, 1);
}

#[test]
fn a_server_that_is_slower_than_anybody_waits_is_given_up() {
    let ground = Ground::new(Kind::WebDav);
    let way = ground.way(|_, _| Mishap::Held);
    let patience = Patience {
        tries: 2,
        first: Duration::from_millis(1),
        answer: Duration::from_millis(200),
        whole: Duration::from_secs(20),
    };
    let failed = ground
        .target_over(&way, patience)
        .list("packages")
        .unwrap_err();
    assert!(matches!(failed.source, Cause::TooSlow), "{failed:?}");
    assert_eq!(way.requests(), 2);
}

/// Answers every request with a text that never ends, byte by byte.
fn dripping() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = read_request(&mut stream);
            let head = "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n";
            let mut sent = stream.write_all(head.as_bytes());
            // Between two drops it is waited for whoever asked to hang up.
            let pause = Some(Duration::from_millis(20));
            stream.set_read_timeout(pause).unwrap();
            while sent.is_ok() && !matches!(stream.read(&mut [0]), Ok(0)) {
                sent = stream.write_all(b" ");
            }
        }
    });
    address
}

#[test]
fn a_server_that_answers_drop_by_drop_is_given_up() {
    let patience = Patience {
        tries: 1,
        first: Duration::from_millis(1),
        answer: Duration::from_secs(5),
        whole: Duration::from_millis(300),
    };
    let text = format!("s3://bucket/x?endpoint=http://{}", dripping());
    let Address::ObjectStore(store) = Address::parse(&text, false).unwrap() else {
        panic!("no store");
    };
    let target = S3::new(&store, None, patience).unwrap();
    let before = Instant::now();
    for failed in [
        target.list("packages").map(drop).unwrap_err(),
        target.read("packages/x", 1_000_000).map(drop).unwrap_err(),
    ] {
        assert!(matches!(failed.source, Cause::TooSlow), "{failed:?}");
    }
    assert!(before.elapsed() < Duration::from_secs(5));
}

#[test]
fn eight_who_push_the_same_at_once_put_it_there_once() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        ground.target().prepare().unwrap();
        let pushers: Vec<usize> = (0..8).collect();
        let pushed = in_parallel(8, &pushers, |_| push(ground.target().as_ref(), "one", 1));
        for published in pushed {
            assert!(published.is_ok(), "{kind:?}: {published:?}");
        }
        holds_once(ground.target().as_ref(), "one", "eight pushers");
    }
}

#[test]
fn of_eight_who_push_different_packages_at_once_one_wins_and_the_others_know() {
    for kind in KINDS {
        let ground = Ground::new(kind);
        ground.target().prepare().unwrap();
        let pushers: Vec<usize> = (0..8).collect();
        let pushed = in_parallel(8, &pushers, |pusher| {
            push(ground.target().as_ref(), &format!("said {pusher}"), 1)
        });
        let target = ground.target();
        let catalogue = list(target.as_ref(), None).unwrap();
        assert_eq!(catalogue.listed.len(), 1, "{kind:?}");
        // Nothing is lost: whoever did not win finds the package again, and so does everybody who looks.
        assert_eq!(catalogue.orphans.len(), 7, "{kind:?}");
        let won = pushed.iter().filter(|published| published.is_ok()).count();
        // The object store of these tests does not look and put in one step; its listing tells what got lost.
        if kind != Kind::S3 {
            assert_eq!(won, 1, "{kind:?}");
            for lost in pushed
                .iter()
                .filter_map(|published| published.as_ref().err())
            {
                assert!(
                    matches!(lost, PublishError::Conflict(_)),
                    "{kind:?}: {lost:?}"
                );
            }
        }
    }
}
