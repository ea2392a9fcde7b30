//! A virtual screen, for browsers that have no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use xtask::tools;

/// An X server in memory, which ends when this is dropped.
pub(crate) struct Display {
    process: Child,
    number: String,
}

impl Display {
    /// Starts one with an unused number.
    pub fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "2000x1200x24", "-nolisten", "tcp"])
            .env("PATH", tools::path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start: {error}"));
        let output = process.stdout.take().expect("its output is piped");
        // It prints its number once it listens.
        let number = BufReader::new(output).lines().map_while(Result::ok).next();
        let number = number.expect("Xvfb ended before it listened").trim().to_owned();
        Self { process, number }
    }

    /// The value of `DISPLAY` for programs, such as `:7`.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
