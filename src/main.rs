//! The program.

use std::process::ExitCode;

fn main() -> ExitCode {
    leitfaden::cli::run()
}
