//! The project's chores, run as `cargo xtask <name>`.

fn main() {}
