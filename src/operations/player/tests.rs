//! The real player, where there is one, and one within the program for what a real one does not do on demand.

#[path = "../../../tests/support/sound.rs"]
mod sound;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};

use serde_json::{Value, json};

use sound::{silent_mpv, sound};

use super::*;

const SOON: Patience = Patience {
    answer: Duration::from_millis(200),
    opening: Duration::from_millis(200),
};

/// How long a real player may take in a test.
const LONGEST: Duration = Duration::from_secs(20);

fn following(
    source: Source,
    program: Option<OsString>,
    patience: Patience,
) -> (Player, Receiver<Report>) {
    let (sender, reports) = channel();
    let player = Player::start_program(source, program, patience, move |report| {
        let _ = sender.send(report);
    });
    (player.unwrap(), reports)
}

/// Waits until the player stands as wanted.
fn wait_for(reports: &Receiver<Report>, wanted: impl Fn(&State) -> bool) -> State {
    loop {
        match reports
            .recv_timeout(LONGEST)
            .expect("the player says something")
        {
            Report::State(state) if wanted(&state) => return state,
            Report::State(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

fn end_of(reports: &Receiver<Report>) -> Trouble {
    loop {
        if let Report::Ended(trouble) = reports.recv_timeout(LONGEST).expect("it ends") {
            return trouble;
        }
    }
}

/// A15, B7: the recording plays while one types; back, on, faster and slower by orders.
#[test]
fn a_real_mpv_plays_pauses_seeks_and_changes_its_speed() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mpv) = silent_mpv() else {
        return;
    };
    let path = folder.path().join("Interview mit Anna Muster.wav");
    sound(&path, 60);
    let source = Source::Start(RecordingPath::new(path.to_str().unwrap()));
    let (player, reports) = following(source, Some(mpv), Patience::USUAL);
    let first = wait_for(&reports, |state| state.length_ms.is_some());
    assert!(first.is_paused && first.position_ms == 0, "{first:?}");
    assert_eq!((first.length_ms, first.speed_percent), (Some(60_000), 100));

    player.tell(Order::Seek(12_340));
    let state = wait_for(&reports, |state| state.position_ms > 0);
    assert!(state.position_ms.abs_diff(12_340) < 50, "{state:?}");
    player.tell(Order::Toggle);
    wait_for(&reports, |state| {
        !state.is_paused && state.position_ms > 12_500
    });
    player.tell(Order::Faster);
    wait_for(&reports, |state| state.speed_percent == 110);
    player.tell(Order::Slower);
    player.tell(Order::Slower);
    wait_for(&reports, |state| state.speed_percent == 90);
    player.tell(Order::Toggle);
    wait_for(&reports, |state| state.is_paused);
    player.tell(Order::Seek(u64::MAX));
    wait_for(&reports, |state| state.position_ms > 59_000);
}

/// The path of the recording is no argument, and the player is gone when nobody listens any more.
#[test]
fn the_path_is_in_no_argument_and_the_player_ends_with_its_connection() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mpv) = silent_mpv() else {
        return;
    };
    let path = folder.path().join("Muster.wav");
    sound(&path, 5);
    let source = Source::Start(RecordingPath::new(path.to_str().unwrap()));
    let (player, reports) = following(source, Some(mpv), Patience::USUAL);
    wait_for(&reports, |state| state.length_ms.is_some());
    let arguments = arguments_of_children();
    assert!(
        arguments.iter().all(|line| !line.contains("Muster")),
        "{arguments:?}"
    );
    drop(player);
    // The thread drops the sender only after the player has ended.
    while reports.recv_timeout(LONGEST).is_ok() {}
    assert!(matches!(
        reports.try_recv(),
        Err(mpsc::TryRecvError::Disconnected)
    ));
}

/// The command lines of the processes that this one started, where the system tells them.
fn arguments_of_children() -> Vec<String> {
    let me = std::process::id().to_string();
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for entry in entries.flatten() {
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
        if parent.map(str::trim) == Some(me.as_str()) {
            let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            lines.push(String::from_utf8_lossy(&line).into_owned());
        }
    }
    lines
}

#[test]
fn a_broken_recording_is_said_to_be_broken() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mpv) = silent_mpv() else {
        return;
    };
    let path = folder.path().join("broken.wav");
    fs::write(&path, [0xFF; 4_000]).unwrap();
    let source = Source::Start(RecordingPath::new(path.to_str().unwrap()));
    let (_player, reports) = following(source, Some(mpv), Patience::USUAL);
    assert!(matches!(end_of(&reports), Trouble::NotPlayable));
}

#[test]
fn a_running_mpv_is_found_at_its_socket_and_left_running() {
    let folder = tempfile::tempdir().unwrap();
    if silent_mpv().is_none() {
        return;
    }
    let (path, socket) = (folder.path().join("a.wav"), folder.path().join("socket"));
    sound(&path, 30);
    let mut mpv = Command::new("mpv")
        .args([
            "--no-config",
            "--ao=null",
            "--pause",
            "--terminal=no",
            "--vid=no",
        ])
        .arg(format!("--input-ipc-server={}", socket.display()))
        .arg(&path)
        .spawn()
        .unwrap();
    let until = std::time::Instant::now() + LONGEST;
    while UnixStream::connect(&socket).is_err() && std::time::Instant::now() < until {
        thread::yield_now();
    }
    let (player, reports) = following(Source::Attach(socket.clone()), None, Patience::USUAL);
    wait_for(&reports, |state| state.length_ms == Some(30_000));
    drop(player);
    while reports.recv_timeout(LONGEST).is_ok() {}
    assert!(mpv.try_wait().unwrap().is_none(), "it was ended");
    mpv.kill().unwrap();
    mpv.wait().unwrap();
}

#[test]
fn without_a_player_or_a_file_that_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let path = missing.to_str().unwrap();
    for nothing in [path, "", "/", "https://example.org/a.wav"] {
        let source = Source::Start(RecordingPath::new(nothing));
        let (_player, reports) = following(source, None, SOON);
        assert!(matches!(end_of(&reports), Trouble::NoFile(_)), "{nothing}");
    }
    let file = folder.path().join("a.wav");
    sound(&file, 1);
    let source = Source::Start(RecordingPath::new(file.to_str().unwrap()));
    let (_player, reports) = following(source, Some(missing.clone().into()), SOON);
    assert!(matches!(end_of(&reports), Trouble::NotInstalled));
    let (_player, reports) = following(Source::Attach(missing), None, SOON);
    assert!(matches!(end_of(&reports), Trouble::Attach(_)));
}

/// A player within the program: `answer` says what it sends for each request; nothing ends it.
fn fake(
    mut answer: impl FnMut(&Value) -> Option<String> + Send + 'static,
) -> (tempfile::TempDir, Source) {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let listener = UnixListener::bind(&socket).unwrap();
    thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let lines = BufReader::new(connection.try_clone().unwrap()).lines();
        for line in lines.map_while(Result::ok) {
            let request: Value = serde_json::from_str(&line).unwrap();
            let Some(answer) = answer(&request) else {
                return;
            };
            if connection.write_all(answer.as_bytes()).is_err() {
                return;
            }
        }
    });
    (folder, Source::Attach(socket))
}

/// What a player that pauses at five seconds answers.
fn at_five_seconds(request: &Value) -> String {
    let data = match request["command"][1].as_str() {
        Some("time-pos") => json!(5.0),
        Some("duration") => json!(60.0),
        Some("pause") => json!(true),
        Some("speed") => json!(1.0),
        _ => Value::Null,
    };
    let answer = json!({"request_id": request["request_id"], "error": "success", "data": data});
    format!("{{\"event\":\"tick\"}}\n{answer}\n")
}

#[test]
fn a_player_that_does_not_answer_is_given_up() {
    let (_folder, source) = fake(|_| Some(String::new()));
    let (_player, reports) = following(source, None, SOON);
    assert!(matches!(end_of(&reports), Trouble::Hung));
}

#[test]
fn a_player_that_dies_is_told() {
    let mut requests = 0;
    let (_folder, source) = fake(move |request| {
        requests += 1;
        (requests < 9).then(|| at_five_seconds(request))
    });
    let (player, reports) = following(source, None, Patience::USUAL);
    let state = wait_for(&reports, |_| true);
    assert_eq!((state.position_ms, state.is_paused), (5_000, true));
    player.tell(Order::Toggle);
    assert!(matches!(end_of(&reports), Trouble::Gone));
}

#[test]
fn what_is_no_mpv_is_given_up() {
    for nonsense in ["HTTP/1.1 400 Bad Request\n", "[]\n", "{\"request_id\": }\n"] {
        let (_folder, source) = fake(move |_| Some(nonsense.to_owned()));
        let (_player, reports) = following(source, None, Patience::USUAL);
        let trouble = end_of(&reports);
        assert!(
            matches!(trouble, Trouble::Protocol),
            "{nonsense}: {trouble:?}"
        );
    }
    let (_folder, source) = fake(|_| Some("x".repeat(2 * 1024 * 1024)));
    let (_player, reports) = following(source, None, Patience::USUAL);
    assert!(matches!(end_of(&reports), Trouble::Protocol));
}

#[test]
fn an_order_that_is_refused_is_told_and_listening_goes_on() {
    let (_folder, source) = fake(|request| {
        if request["command"][0] == "seek" {
            let id = &request["request_id"];
            return Some(format!("{}\n", json!({"request_id": id, "error": "no"})));
        }
        Some(at_five_seconds(request))
    });
    let (player, reports) = following(source, None, Patience::USUAL);
    wait_for(&reports, |_| true);
    player.tell(Order::Seek(1));
    let refused = reports.recv_timeout(LONGEST).unwrap();
    assert!(
        matches!(refused, Report::Refused(Trouble::Refused)),
        "{refused:?}"
    );
    player.tell(Order::Toggle);
    drop(player);
    assert!(reports.recv_timeout(LONGEST).is_err(), "it ended in order");
}

#[test]
fn a_path_is_taken_as_it_is_dropped_into_a_terminal_and_never_shown() {
    let path = RecordingPath::new(" '/media/Anna Muster.wav' \n");
    assert_eq!(path, RecordingPath::new("/media/Anna Muster.wav"));
    assert!(RecordingPath::new("~/a.wav").as_str().ends_with("/a.wav"));
    assert!(!format!("{:?}", Source::Start(path)).contains("Muster"));
    assert!(RecordingPath::new(" ").as_str().is_empty());
}
