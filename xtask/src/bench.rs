//! `cargo xtask bench`: how long an estimate takes, measured natively.

use crate::Outcome;
use crate::run::{cargo, check};

/// Runs the measurements of `benches/engine`, for these numbers of draws or for that of the widget.
pub fn bench(arguments: &[&str]) -> Outcome<()> {
    let arguments = if arguments.is_empty() { &["16384"] } else { arguments };
    let all = [&["run", "--release", "--package", "engine-bench", "--"], arguments].concat();
    check(&mut cargo(&all))
}
