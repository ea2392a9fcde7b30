//! What Cargo knows of the project: its version, its licence, where its builds lie.

use crate::{Outcome, build::WASM, root};
use cargo_metadata::{MetadataCommand, Package};
use std::path::PathBuf;

/// The package `retour` and the folder of its builds.
pub struct Project {
    /// Such as 0.1.0.
    pub version: String,
    /// One line.
    pub description: String,
    /// As an SPDX expression.
    pub license: String,
    /// The one version of wasm-bindgen that the program is bound by.
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

    /// The program compiled in this profile, as the linker wrote it: it still tells what refers to what.
    pub fn program(&self, profile: &str) -> PathBuf {
        self.target.join(WASM).join(profile).join("widget.wasm")
    }
}
