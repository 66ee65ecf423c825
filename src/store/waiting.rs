//! Waiting for another program, and not for ever.

use std::process::Child;
use std::thread;
use std::time::Duration;

/// How long to wait before looking again.
const STEP: Duration = Duration::from_millis(2);

/// The exit code of a process that ends in time; one that does not is ended.
pub fn wait_for(mut child: Child, at_most: Duration) -> Option<i32> {
    let looks = at_most.as_millis() / STEP.as_millis();
    for _ in 0..looks {
        match child.try_wait() {
            Ok(Some(status)) => return status.code(),
            Ok(None) => thread::sleep(STEP),
            Err(_) => break,
        }
    }
    // It may have ended by itself meanwhile; then there is nothing to end.
    let _ = child.kill();
    let _ = child.wait();
    None
}
