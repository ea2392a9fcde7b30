//! A second set of fonts to run the browser tests in: what a page looks like depends on whose fonts it finds.

use super::debian;
use crate::run::{command, output};
use crate::{Outcome, at};
use std::fs;
use std::path::{Path, PathBuf};

/// Says which families are preferred; lies in the folder of their files.
const PREFERENCES: &str = include_str!("fonts.conf");
/// Debian's packages of them.
const PACKAGES: [&str; 2] = ["fonts-inter", "fonts-urw-base35"];

/// The variable that names the file by which a program finds fonts.
pub const CONFIGURATION: &str = "FONTCONFIG_FILE";

/// A file that makes programs prefer these families to the system's. The fonts are unpacked into the tool folder and
/// not installed, so that the system's own stay what they are.
pub fn others() -> Outcome<PathBuf> {
    let folder = super::folder().join("fonts");
    let file = folder.join("fonts.conf");
    if !file.is_file() {
        debian::unpack(&PACKAGES, &folder)?;
        fs::write(&file, PREFERENCES).map_err(at(&file))?;
    }
    Ok(file)
}

/// The families that text without a family of its own is set in, with a configuration or with the system's own.
pub fn families(configuration: Option<&Path>) -> String {
    let family = |generic| {
        let mut ask = command("fc-match", &["--format", "%{family[0]}", generic]);
        ask.envs(configuration.map(|file| (CONFIGURATION, file)));
        output(&mut ask).unwrap_or_else(|_| format!("the system's {generic}"))
    };
    [family("sans-serif"), family("serif")].join(" and ")
}
