//! The thread that talks to the player: starts or finds it, loads the recording, carries out orders, tells how it stands.

use std::ffi::OsString;
use std::sync::mpsc::Receiver;

use super::{Order, Patience, Report, Source};

/// Steers the player until nobody gives orders any more, or it ends.
#[cfg(not(unix))]
pub(super) fn steer(
    _source: &Source,
    _program: Option<OsString>,
    _patience: Patience,
    _orders: &Receiver<Order>,
    report: &mut dyn FnMut(Report),
) {
    report(Report::Ended(super::Trouble::UnixOnly));
}

#[cfg(unix)]
pub(super) use unix::steer;

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::os::unix::net::UnixStream;
    use std::path::Path;
    use std::sync::mpsc::RecvTimeoutError;
    use std::time::Duration;

    use serde_json::{Value, json};

    use super::super::ipc::{Connection, Ipc};
    use super::super::{RecordingPath, State, Trouble, launch};
    use super::{Order, OsString, Patience, Receiver, Report, Source};

    /// How often it is asked where the player is: while it plays, and while it pauses.
    const WHILE_PLAYING: Duration = Duration::from_millis(200);
    const WHILE_PAUSED: Duration = Duration::from_secs(1);

    /// The slowest and the fastest speed, and a step, in percent.
    const SLOWEST: u32 = 50;
    const FASTEST: u32 = 200;
    const STEP: u32 = 10;

    /// Steers the player until nobody gives orders any more, or it ends.
    pub(in super::super) fn steer(
        source: &Source,
        program: Option<OsString>,
        patience: Patience,
        orders: &Receiver<Order>,
        report: &mut dyn FnMut(Report),
    ) {
        if let Err(trouble) = connect_and_follow(source, program, patience, orders, report) {
            report(Report::Ended(trouble));
        }
    }

    fn connect_and_follow(
        source: &Source,
        program: Option<OsString>,
        patience: Patience,
        orders: &Receiver<Order>,
        report: &mut dyn FnMut(Report),
    ) -> Result<(), Trouble> {
        match source {
            Source::Start(path) => {
                let path = readable(path)?;
                let (connection, started) = launch::start(program)?;
                let mut ipc = Ipc::new(connection);
                let followed = load(&mut ipc, &path, patience)
                    .and_then(|()| follow(&mut ipc, patience, orders, report));
                // First the connection, which ends the player, then the wait for its end.
                drop(ipc);
                drop(started);
                followed
            }
            Source::Attach(socket) => {
                let mut ipc: Ipc<UnixStream> = Ipc::new(launch::attach(socket)?);
                // What is shown of a player that was started by somebody else is neutral from here on, too.
                for property in ["title", "force-media-title"] {
                    let command = ["set_property".into(), property.into(), "leitfaden".into()];
                    ipc.request(&command, patience.answer)?;
                }
                follow(&mut ipc, patience, orders, report)
            }
        }
    }

    /// The recording as the player gets it: never an address, whatever it looks like.
    fn readable(path: &RecordingPath) -> Result<zeroize::Zeroizing<String>, Trouble> {
        let not_a_path = || std::io::Error::from(std::io::ErrorKind::InvalidInput);
        let absolute = std::path::absolute(Path::new(path.as_str())).map_err(Trouble::NoFile)?;
        let file = File::open(&absolute).map_err(Trouble::NoFile)?;
        let is_file = file.metadata().map_err(Trouble::NoFile)?.is_file();
        let text = absolute.into_os_string().into_string();
        match text {
            Ok(text) if is_file => Ok(zeroize::Zeroizing::new(text)),
            _ => Err(Trouble::NoFile(not_a_path())),
        }
    }

    fn load<C: Connection>(
        ipc: &mut Ipc<C>,
        path: &str,
        patience: Patience,
    ) -> Result<(), Trouble> {
        let accepted = ipc.request(&["loadfile".into(), path.into()], patience.answer)?;
        if accepted.is_none() {
            return Err(Trouble::NotPlayable);
        }
        let event = ipc.event(&["file-loaded", "end-file"], patience.opening)?;
        match event.get("event").and_then(Value::as_str) {
            Some("file-loaded") => Ok(()),
            _ => Err(Trouble::NotPlayable),
        }
    }

    /// Carries out orders, and tells how the player stands after each and from time to time.
    fn follow<C: Connection>(
        ipc: &mut Ipc<C>,
        patience: Patience,
        orders: &Receiver<Order>,
        report: &mut dyn FnMut(Report),
    ) -> Result<(), Trouble> {
        let mut told: Option<State> = None;
        loop {
            let state = ask(ipc, patience)?;
            let is_paused = state.is_paused;
            // While it pauses nothing changes unless somebody else steers it too.
            if told.as_ref() != Some(&state) {
                told = Some(state.clone());
                report(Report::State(state.clone()));
            }
            ipc.forget_events();
            let wait = if is_paused {
                WHILE_PAUSED
            } else {
                WHILE_PLAYING
            };
            match orders.recv_timeout(wait) {
                Ok(order) => {
                    if !carry_out(ipc, order, &state, patience)? {
                        report(Report::Refused(Trouble::Refused));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }

    /// Does what was ordered; says whether the player did it.
    fn carry_out<C: Connection>(
        ipc: &mut Ipc<C>,
        order: Order,
        state: &State,
        patience: Patience,
    ) -> Result<bool, Trouble> {
        let command: Vec<Value> = match order {
            Order::Toggle => vec!["cycle".into(), "pause".into()],
            Order::Seek(to_ms) => {
                // A player that has come to the end cannot go beyond it.
                let to_ms = to_ms.min(state.length_ms.unwrap_or(u64::MAX));
                let (seconds, milliseconds) = (to_ms / 1_000, to_ms % 1_000);
                let place = format!("{seconds}.{milliseconds:03}");
                vec!["seek".into(), place.into(), "absolute+exact".into()]
            }
            Order::Faster => speed((state.speed_percent + STEP).min(FASTEST)),
            Order::Slower => speed(state.speed_percent.saturating_sub(STEP).max(SLOWEST)),
        };
        Ok(ipc.request(&command, patience.answer)?.is_some())
    }

    fn speed(percent: u32) -> Vec<Value> {
        vec![
            "set_property".into(),
            "speed".into(),
            json!(f64::from(percent) / 100.0),
        ]
    }

    fn ask<C: Connection>(ipc: &mut Ipc<C>, patience: Patience) -> Result<State, Trouble> {
        let mut property = |name: &str| -> Result<Option<Value>, Trouble> {
            ipc.request(&["get_property".into(), name.into()], patience.answer)
        };
        // Where nothing is loaded there is no place.
        let position = property("time-pos")?.and_then(|value| milliseconds(&value));
        let length_ms = property("duration")?.and_then(|value| milliseconds(&value));
        let is_paused = property("pause")?.and_then(|value| value.as_bool());
        let speed = property("speed")?.and_then(|value| value.as_f64());
        Ok(State {
            position_ms: position.unwrap_or(0),
            length_ms,
            is_paused: is_paused.ok_or(Trouble::Protocol)?,
            speed_percent: percent(speed.ok_or(Trouble::Protocol)?),
        })
    }

    /// Seconds as the player gives them, in whole milliseconds.
    fn milliseconds(seconds: &Value) -> Option<u64> {
        whole(seconds.as_f64()? * 1_000.0)
    }

    fn percent(speed: f64) -> u32 {
        let percent =
            whole((speed * 100.0).round()).and_then(|percent| u32::try_from(percent).ok());
        percent.unwrap_or(100)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between the bounds that were looked at"
    )]
    fn whole(number: f64) -> Option<u64> {
        // More than a year is no recording.
        (0.0..4e10).contains(&number).then_some(number as u64)
    }
}
