//! What the project's chores are made of; the browser tests use the server and the tools too.

pub mod bench;
pub mod bench_page;
pub mod build;
pub mod bundle;
pub mod chunks;
pub mod debian;
pub mod dist;
pub mod fonts;
pub mod manifest;
pub mod npm;
pub mod run;
pub mod serve;
pub mod server;
pub mod sizes;
pub mod test;
pub mod tools;
pub mod trunk;

use std::path::PathBuf;

/// A failure is one sentence for the person who ran the chore.
pub type Outcome<T> = Result<T, String>;

/// The folder that holds the whole project.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// What a build leaves for the world.
pub fn dist_folder() -> PathBuf {
    root().join("dist")
}
