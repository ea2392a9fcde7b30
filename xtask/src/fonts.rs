//! A second set of fonts to run the browser tests in: what a page looks like depends on whose fonts it finds.

use crate::run::{check, command, output};
use crate::{Outcome, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

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
        fs::create_dir_all(&folder).map_err(said)?;
        unpack(&folder).map_err(|why| format!("{why} {} come from Debian's packages.", PACKAGES.join(" and ")))?;
        fs::write(&file, configuration(&folder)).map_err(said)?;
    }
    Ok(file)
}

fn unpack(folder: &Path) -> Outcome<()> {
    let get =
        || check(command("apt-get", &["-qq", "download"]).args(PACKAGES).current_dir(folder).stdout(Stdio::null()));
    get().or_else(|_| tools::apt_update().and_then(|()| get()))?;
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}.", folder.display()))?.flatten() {
        if entry.path().extension().is_some_and(|it| it == "deb") {
            check(command("dpkg-deb", &["--extract"]).arg(entry.path()).arg(folder))?;
        }
    }
    Ok(())
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
