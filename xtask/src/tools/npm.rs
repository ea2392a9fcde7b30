//! Node, npm and what npm installs.

use super::which;
use crate::run::{check, command, output};
use crate::{Outcome, root};
use cargo_metadata::semver::Version;
use std::fs;
use std::path::{Path, PathBuf};

/// The oldest major version of Node that works.
const NODE: u64 = 20;

/// Checks that Node and npm are there. No registry that xtask uses has them.
pub fn node() -> Outcome<()> {
    let said = output(&mut command("node", &["--version"])).unwrap_or_default();
    let version = Version::parse(said.trim().trim_start_matches('v'));
    match version {
        Ok(version) if version.major >= NODE && which("npm").is_some() => Ok(()),
        _ => Err(format!("Node {NODE} or later with npm is needed: https://nodejs.org, or your system's packages.")),
    }
}

/// Installs the packages of a folder's lock file, if the file is newer than what is installed.
pub fn packages(folder: &Path) -> Outcome<()> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|it| it.modified()).ok();
    let there = changed("node_modules/.package-lock.json");
    if there.is_some() && there >= changed("package-lock.json") {
        return Ok(());
    }
    println!("Installing the npm packages of {}.", folder.strip_prefix(root()).unwrap_or(folder).display());
    let quiet = ["ci", "--no-fund", "--no-audit", "--loglevel=error"];
    check(command("npm", &quiet).current_dir(folder))
}

/// The tool of an npm package in the lock file of `tests/`.
pub fn tool(name: &str) -> PathBuf {
    folder().join("node_modules/.bin").join(name)
}

/// The folder whose lock file names the tools of a build.
pub fn folder() -> PathBuf {
    root().join("tests")
}
