//! `cargo xtask bench`: how long an estimate takes, measured natively.

use crate::Outcome;
use crate::run::{cargo, check};

/// Runs the measurements of `benches/`; what follows the name goes to them.
pub fn bench(arguments: &[&str]) -> Outcome<()> {
    let all = [&["bench", "--package", "retour", "--"], arguments].concat();
    check(&mut cargo(&all))
}
