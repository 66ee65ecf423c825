//! A line that is typed and not shown, on systems without signals.

use std::io::{self, Write};

use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The terminal, which shows nothing of what is typed as long as this value lives.
pub struct Unseen(());

impl Unseen {
    /// Lets nothing be shown.
    ///
    /// # Errors
    ///
    /// If the terminal refuses.
    pub fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self(()))
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
        // Enter was not shown either.
        let _ = writeln!(io::stderr());
    }
}
