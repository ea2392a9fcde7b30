//! What the project's chores are made of; the browser tests use the server and the tools too.

pub mod build;

pub mod bench;
pub mod check;
pub mod serve;
pub mod tools;

pub mod manifest;
pub mod markdown;
pub mod run;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

/// What went wrong with a file or a folder, as a sentence.
pub fn at(place: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("{}: {error}.", place.display())
}

/// An empty folder at this place; what was there is gone.
pub fn empty(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))
}
