//! A second set of fonts to run the browser tests in: what a page looks like depends on whose fonts it finds.

use crate::run::{command, output};
use crate::{Outcome, debian, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// The families, by what they stand for, and Debian's packages of them.
const FAMILIES: [(&str, &str); 3] = [("sans-serif", "Inter"), ("system-ui", "Inter"), ("serif", "P052")];
const PACKAGES: [&str; 2] = ["fonts-inter", "fonts-urw-base35"];

/// The variable that names the file by which a program finds fonts.
pub const CONFIGURATION: &str = "FONTCONFIG_FILE";

/// A file that makes programs prefer these families to the system's. The fonts are unpacked into the tool folder and
/// not installed, so that the system's own stay what they are.
pub fn others() -> Outcome<PathBuf> {
    let folder = tools::folder().join("fonts");
    let file = folder.join("fonts.conf");
    if !file.is_file() {
        let said = |error: std::io::Error| format!("{}: {error}.", folder.display());
        debian::unpack(&PACKAGES, &folder)?;
        fs::write(&file, configuration(&folder)).map_err(said)?;
    }
    Ok(file)
}

fn configuration(folder: &Path) -> String {
    let preferred = FAMILIES.iter().map(|(generic, family)| {
        format!(
            "<match><test name=\"family\"><string>{generic}</string></test>\
             <edit name=\"family\" mode=\"prepend\" binding=\"strong\"><string>{family}</string></edit></match>\n"
        )
    });
    format!(
        "<?xml version=\"1.0\"?>\n<fontconfig>\n<dir>{}</dir>\n\
         <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n{}</fontconfig>\n",
        folder.display(),
        preferred.collect::<String>()
    )
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
