//! What Cargo knows of the project: its version, its licence, the folder of its builds.

use crate::{Outcome, build::WASM, root};
use cargo_metadata::{MetadataCommand, Package};
use std::path::PathBuf;

/// The package `retour` and the folder of its builds.
pub struct Project {
    /// Version, such as 0.1.0.
    pub version: String,
    /// Description, one line.
    pub description: String,
    /// Licence, as an SPDX expression.
    pub license: String,
    /// The version of wasm-bindgen that Cargo.toml pins.
    pub wasm_bindgen: String,
    /// Cargo's target folder.
    pub target: PathBuf,
}

impl Project {
    /// Asks Cargo, without a network.
    pub fn read() -> Outcome<Self> {
        let mut ask = MetadataCommand::new();
        ask.no_deps().other_options(["--offline".to_owned()]).current_dir(root());
        let said = ask.exec().map_err(|error| format!("cargo metadata: {error}."))?;
        let package: &Package =
            said.packages.iter().find(|it| it.name.as_str() == "retour").ok_or("Cargo knows no package retour.")?;
        let bound = package.dependencies.iter().find(|it| it.name == "wasm-bindgen");
        Ok(Self {
            wasm_bindgen: bound.ok_or("Cargo.toml has no wasm-bindgen.")?.req.to_string().replace('=', ""),
            version: package.version.to_string(),
            description: package.description.clone().ok_or("Cargo.toml has no description.")?,
            license: package.license.clone().ok_or("Cargo.toml has no license.")?,
            target: said.target_directory.into_std_path_buf(),
        })
    }

    /// The program compiled in this profile, as the linker wrote it, with its relocations.
    pub fn program(&self, profile: &str) -> PathBuf {
        self.target.join(WASM).join(profile).join("widget.wasm")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_documentation_shows_addresses_of_this_version() {
        let wanted = format!("/retour/{}/", Project::read().expect("a project").version);
        let folders = ["docs", "docs/hosts", "."].map(|folder| root().join(folder));
        let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder").flatten());
        let pages = files.map(|file| file.path()).filter(|file| file.extension().is_some_and(|it| it == "md"));
        let mut seen = 0;
        for page in pages {
            let text = fs::read_to_string(&page).expect("a text");
            for (at, _) in text
                .match_indices("/retour/")
                .filter(|(at, _)| text[at + 8..].starts_with(|c: char| c.is_ascii_digit()))
            {
                assert!(text[at..].starts_with(&wanted), "{}: {}", page.display(), &text[at..at + wanted.len()]);
                seen += 1;
            }
        }
        assert!(seen > 0);
    }
}
