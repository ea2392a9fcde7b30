//! Debian's packages: installed where a program is missing, or unpacked into a folder where nothing should be installed.

use super::which;
use crate::run::{check, command};
use crate::{Outcome, at};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Held while packages are fetched or installed: apt refuses to be run twice at a time.
static APT: Mutex<()> = Mutex::new(());

/// Installs packages if one of these programs is missing.
pub fn install(programs: &[&str], packages: &[&str]) -> Outcome<()> {
    let _alone = APT.lock().unwrap_or_else(PoisonError::into_inner);
    let missing = || programs.iter().any(|program| which(program).is_none());
    if !missing() {
        return Ok(());
    }
    println!("Installing {} from the system's packages.", packages.join(" "));
    update()
        .and_then(|()| as_root(&[&["install", "-y", "--no-install-recommends"], packages].concat()))
        .map_err(|why| format!("{why} Missing: {0}. On Debian: apt-get install {0}.", packages.join(" ")))?;
    match missing() {
        true => Err(format!("{} did not come with {}.", programs.join(" or "), packages.join(", "))),
        false => Ok(()),
    }
}

/// Fetches packages and unpacks them below a folder, without installing them.
pub fn unpack(packages: &[&str], folder: &Path) -> Outcome<()> {
    let _alone = APT.lock().unwrap_or_else(PoisonError::into_inner);
    let missing = |why| format!("{why} Missing: {0}. On Debian: apt-get install {0}.", packages.join(" "));
    if which("apt-get").is_none() {
        return Err(missing("This system has no apt-get.".to_owned()));
    }
    fs::create_dir_all(folder).map_err(at(folder))?;
    let fetch = || {
        let mut fetch = command("apt-get", &["-qq", "download"]);
        check(fetch.args(packages).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()))
    };
    // On a new system apt has no list of packages yet.
    fetch().or_else(|_| update().and_then(|()| fetch())).map_err(missing)?;
    for entry in fs::read_dir(folder).map_err(at(folder))?.flatten() {
        if entry.path().extension().is_some_and(|it| it == "deb") {
            check(command("dpkg-deb", &["--extract"]).arg(entry.path()).arg(folder)).map_err(missing)?;
        }
    }
    Ok(())
}

/// Updates the list of packages.
fn update() -> Outcome<()> {
    as_root(&["update"])
}

/// Runs apt-get as root, directly or by sudo without a password.
fn as_root(arguments: &[&str]) -> Outcome<()> {
    let quiet = |words: &[&str]| {
        let (first, rest) = words.split_first()?;
        Command::new(first).args(rest).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()
    };
    let succeeds = |words: &[&str]| quiet(words).is_some_and(|status| status.success());
    if which("apt-get").is_none() {
        return Err("This system has no apt-get.".to_owned());
    }
    let as_root: &[&str] = match () {
        () if succeeds(&["test", "-w", "/var/lib/dpkg/lock"]) => &[],
        () if succeeds(&["sudo", "-n", "true"]) => &["sudo", "-n"],
        () => return Err("apt-get needs root, or sudo without a password.".to_owned()),
    };
    let words = [as_root, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"], arguments].concat();
    check(command(words[0], &words[1..]).stdout(Stdio::null()))
}
