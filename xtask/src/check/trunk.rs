//! A build by Trunk, for those who use it, compared with the one that needs no Trunk.

use crate::build::{FLAGS, digests, flags};
use crate::manifest::Project;
use crate::run::{check, command};
use crate::{Outcome, dist_folder, tools};

/// Builds with Trunk and compares every file with the one in `dist/`.
pub fn compare() -> Outcome<()> {
    let folder = Project::read()?.target.join("trunk-dist");
    let mut build = command("trunk", &["build", "--release", "--dist"]);
    // Trunk reads `NO_COLOR` as a switch of its own, and accepts only `true` or `false`.
    build.arg(&folder).env(FLAGS, flags()).env("PATH", tools::path()).env_remove("NO_COLOR");
    check(&mut build)?;
    let (ours, trunks) = (digests(&dist_folder())?, digests(&folder)?);
    let names = ours.keys().chain(trunks.keys());
    let differ: Vec<&str> = names.filter(|name| ours.get(*name) != trunks.get(*name)).map(String::as_str).collect();
    if differ.is_empty() { Ok(()) } else { Err(format!("Trunk makes other files: {}.", differ.join(", "))) }
}
