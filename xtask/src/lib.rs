//! The library of the project's chores; the browser tests use the server and the tools, too.

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

/// The result of a chore. The error is one sentence for the person who ran it.
pub type Outcome<T> = Result<T, String>;

/// The folder that holds the whole project.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The folder of the files that a build makes for publication.
pub fn dist_folder() -> PathBuf {
    root().join("dist")
}

/// Turns an error with a file or a folder into a sentence.
pub fn at(place: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("{}: {error}.", place.display())
}

/// Makes an empty folder at this place; deletes what was there.
pub fn empty(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))
}
