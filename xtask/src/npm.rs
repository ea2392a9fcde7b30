//! The folder `dist-npm/`: the widget as npm takes it, made of `dist/`, the manifest and the README.
//!
//! It must not know how `dist/` is made: whatever a page loads from there goes along.

use crate::manifest::Project;
use crate::{Outcome, dist_folder, root};
use std::fs;
use std::path::PathBuf;

/// What the package is called.
pub const NAME: &str = "retour-widget";

/// What of `dist/` only a site needs.
const PAGE: [&str; 4] = ["index.html", "agency.json", "404.html", "404.js"];

/// What goes along besides what pages and programs load.
const TEXTS: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The sections of the README that tell somebody who installs the package what to do.
const SECTIONS: [&str; 2] = ["In a page", "What it weighs"];

/// Where the package is written.
pub fn folder() -> PathBuf {
    root().join("dist-npm")
}

/// Writes the package anew from what `dist/` holds.
pub fn write(project: &Project) -> Outcome<()> {
    let folder = folder();
    let said = |error: std::io::Error| format!("{}: {error}.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(said)?;
    }
    fs::create_dir_all(&folder).map_err(said)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(dist_folder()).map_err(|error| format!("dist/: {error}."))? {
        let name = entry.map_err(said)?.file_name().to_string_lossy().into_owned();
        if !PAGE.contains(&name.as_str()) {
            fs::copy(dist_folder().join(&name), folder.join(&name)).map_err(|error| format!("{name}: {error}."))?;
            files.push(name);
        }
    }
    // In one order on every machine.
    files.sort();
    for name in TEXTS {
        fs::copy(root().join(name), folder.join(name)).map_err(|error| format!("{name}: {error}."))?;
    }
    fs::write(folder.join("package.json"), manifest(project, &files)).map_err(said)?;
    let readme = fs::read_to_string(root().join("README.md")).map_err(|error| format!("README.md: {error}."))?;
    fs::write(folder.join("README.md"), readme_of(&readme)).map_err(said)
}

/// The package's manifest: what it is of this project's, what is in it, what can be imported.
fn manifest(project: &Project, files: &[String]) -> String {
    let Project { version, description, license, .. } = project;
    let quoted = |names: &mut dyn Iterator<Item = String>| names.collect::<Vec<_>>().join(",\n    ");
    let texts = TEXTS.iter().map(|name| (*name).to_owned());
    let listed = quoted(&mut files.iter().cloned().chain(texts).map(|name| format!("\"{name}\"")));
    // A bundler or a server may want the address of any file, besides what programs import.
    let addressed = quoted(&mut files.iter().map(|name| format!("\"./{name}\": \"./{name}\"")));
    format!(
        r#"{{
  "name": "{NAME}",
  "version": "{version}",
  "description": "{description}",
  "license": "{license}",
  "keywords": ["web-component", "webassembly", "estimate", "proposal", "communications"],
  "type": "module",
  "main": "./retour.js",
  "types": "./retour.d.ts",
  "exports": {{
    ".": {{ "types": "./retour.d.ts", "default": "./retour.js" }},
    {addressed},
    "./package.json": "./package.json"
  }},
  "sideEffects": ["./retour.js", "./retour-loader.js"],
  "engines": {{ "node": ">=20" }},
  "files": [
    {listed}
  ]
}}
"#
    )
}

/// What of the project's README is of use to somebody who has the package and not the project.
fn readme_of(readme: &str) -> String {
    let mut sections = readme.split("\n## ");
    let intro = sections.next().unwrap_or_default();
    let mut text = format!(
        "{intro}\n## Install\n\n```sh\nnpm install {NAME}\n```\n\n```js\nimport '{NAME}'; // defines <retour-widget>\nimport {{ load }} from '{NAME}'; // the functions, in Node, too\n```\n"
    );
    for section in sections.filter(|it| SECTIONS.iter().any(|name| it.starts_with(name))) {
        text += &format!("\n## {section}");
    }
    without_relative_links(&text)
}

/// Links into the project's folders lead nowhere from a package: their texts stay.
fn without_relative_links(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("](") {
        let Some((address, behind)) = after.split_once(')') else { break };
        let Some((lead, label)) = before.rsplit_once('[') else { break };
        match address.contains(':') {
            true => out += &format!("{lead}[{label}]({address})"),
            false => out += &format!("{lead}{label}"),
        }
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_keeps_what_helps_its_user() {
        let text = readme_of(
            "# Retour\nIntro.\n\n## Two commands\ncargo\n\n## In a page\nSee [`docs`](docs/a.md), [b](https://b.example).\n",
        );
        assert!(text.starts_with("# Retour\nIntro.\n\n## Install\n"), "{text}");
        assert!(text.ends_with("\n## In a page\nSee `docs`, [b](https://b.example).\n"), "{text}");
        assert!(!text.contains("cargo"), "{text}");
    }

    #[test]
    fn the_manifest_takes_its_texts_from_the_project() {
        let manifest = manifest(&Project::read().expect("a project"), &["retour.js".to_owned()]);
        for line in [r#""version": "0"#, r#""license": "MIT OR Apache-2.0""#, r#""./retour.js": "./retour.js","#] {
            assert!(manifest.contains(line), "{line} is missing in {manifest}");
        }
    }
}
