//! A screen that nobody sees, for browsers that have no mode without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use xtask::tools;

/// An X server in memory, which ends when this is dropped.
pub(crate) struct Display {
    process: Child,
    number: String,
}

impl Display {
    /// Starts one with a number that no other has.
    pub fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .env("PATH", tools::path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start: {error}"));
        let output = process.stdout.take().expect("its output is piped");
        // It says its number once it listens.
        let number = BufReader::new(output).lines().map_while(Result::ok).next();
        let number = number.expect("Xvfb ended before it listened").trim().to_owned();
        Self { process, number }
    }

    /// What programs find it by, such as `:7`.
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
