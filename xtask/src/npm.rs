//! The folder `dist-npm/`: the widget as npm takes it, made of `dist/`, the manifest and the README.
//!
//! It must not know how `dist/` is made: whatever a page loads from there goes along.

use crate::manifest::Project;
use crate::markdown::{sections, without_relative_links};
use crate::{Outcome, at, dist_folder, empty, root};
use std::fs;
use std::path::PathBuf;

/// What the package is called.
const NAME: &str = "retour-widget";

/// What of `dist/` only a site needs.
const PAGE: [&str; 4] = ["index.html", "agency.json", "404.html", "404.js"];

/// What goes along besides what pages and programs load.
const TEXTS: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The sections of the README that tell somebody who installs the package what to do.
const SECTIONS: [&str; 2] = ["In a page", "What it weighs"];

/// What takes the place of the other sections.
const INSTALL: &str = "## Install

```sh
npm install retour-widget
```

```js
import 'retour-widget'; // defines <retour-widget>
import { load } from 'retour-widget'; // the functions, in Node, too
```

";

/// Where the package is written.
pub fn folder() -> PathBuf {
    root().join("dist-npm")
}

/// Writes the package anew from what `dist/` holds.
pub fn write(project: &Project) -> Outcome<()> {
    let (dist, folder) = (dist_folder(), folder());
    empty(&folder)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(&dist).map_err(at(&dist))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !PAGE.contains(&name.as_str()) {
            files.push(name);
        }
    }
    // In one order on every machine.
    files.sort();
    let of_dist = files.iter().map(|name| dist.join(name));
    for file in of_dist.chain(TEXTS.map(|name| root().join(name))) {
        fs::copy(&file, folder.join(file.file_name().unwrap_or_default())).map_err(at(&file))?;
    }
    let readme = root().join("README.md");
    let readme = fs::read_to_string(&readme).map_err(at(&readme))?;
    fs::write(folder.join("README.md"), readme_of(&readme)).map_err(at(&folder))?;
    fs::write(folder.join("package.json"), manifest(project, &files)).map_err(at(&folder))
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
    let all = sections(readme);
    let intro = all.first().copied().unwrap_or_default();
    let is_of_use = |it: &&&str| SECTIONS.iter().any(|name| it.starts_with(&format!("## {name}")));
    let rest: String = all.iter().skip(1).filter(is_of_use).copied().collect();
    without_relative_links(&format!("{intro}{INSTALL}{rest}"))
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
