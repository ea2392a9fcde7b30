//! A second set of fonts for the browser tests: the layout of a page depends on the fonts of the system.

use super::debian;
use crate::run::{command, output};
use crate::{Outcome, at};
use std::fs;
use std::path::{Path, PathBuf};

/// The fontconfig file that names the preferred families; it is in the folder of their files.
const PREFERENCES: &str = include_str!("fonts.conf");
/// Debian's packages of these fonts.
const PACKAGES: [&str; 2] = ["fonts-inter", "fonts-urw-base35"];

/// The environment variable that names the fontconfig file of a program.
pub const CONFIGURATION: &str = "FONTCONFIG_FILE";

/// A fontconfig file that makes programs prefer these families to the system's. The fonts are unpacked into the tool
/// folder and not installed, so that the system's fonts stay as they are.
pub fn others() -> Outcome<PathBuf> {
    let folder = super::folder().join("fonts");
    let file = folder.join("fonts.conf");
    if !file.is_file() {
        debian::unpack(&PACKAGES, &folder)?;
        fs::write(&file, PREFERENCES).map_err(at(&file))?;
    }
    Ok(file)
}

/// The default families for sans-serif and serif text, with a fontconfig file or with the system's own.
pub fn families(configuration: Option<&Path>) -> String {
    let family = |generic| {
        let mut ask = command("fc-match", &["--format", "%{family[0]}", generic]);
        ask.envs(configuration.map(|file| (CONFIGURATION, file)));
        output(&mut ask).unwrap_or_else(|_| format!("the system's {generic}"))
    };
    [family("sans-serif"), family("serif")].join(" and ")
}
