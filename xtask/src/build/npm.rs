//! The folder `dist-npm/`: the npm package of the widget, made from `dist/`, a manifest and the README.
//!
//! It must not know how `dist/` is made: whatever a page loads from there is in the package, and can be imported.

use crate::manifest::Project;
use crate::markdown::{sections, without_relative_links};
use crate::{Outcome, at, dist_folder, empty, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Files of `dist/` that only a site needs.
const PAGE: [&str; 4] = ["index.html", "agency.json", "404.html", "404.js"];

/// Files of the package besides what pages and programs load.
const TEXTS: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The manifest, with blanks for what Cargo knows.
const MANIFEST: &str = include_str!("../../../src/embed/package.json");

/// The sections of the README that are kept: what a user of the package has to do.
const SECTIONS: [&str; 2] = ["## In a page", "## What it weighs"];

/// The section that replaces the others.
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

/// Writes the package from `dist/`, replacing an earlier one.
pub fn write(project: &Project) -> Outcome<()> {
    let (dist, folder) = (dist_folder(), folder());
    empty(&folder)?;
    for file in fs::read_dir(&dist).map_err(at(&dist))?.flatten() {
        if !PAGE.iter().any(|name| file.file_name() == *name) {
            copy(&file.path(), &folder)?;
        }
    }
    TEXTS.iter().try_for_each(|name| copy(&root().join(name), &folder))?;
    let readme = root().join("README.md");
    let readme = fs::read_to_string(&readme).map_err(at(&readme))?;
    fs::write(folder.join("README.md"), readme_of(&readme)).map_err(at(&folder))?;
    fs::write(folder.join("package.json"), manifest(project)).map_err(at(&folder))
}

fn copy(file: &Path, folder: &Path) -> Outcome<()> {
    fs::copy(file, folder.join(file.file_name().unwrap_or_default())).map(drop).map_err(at(file))
}

fn manifest(project: &Project) -> String {
    let Project { version, description, license, .. } = project;
    let known = [("{version}", version), ("{description}", description), ("{license}", license)];
    known.iter().fold(MANIFEST.to_owned(), |text, (blank, value)| text.replace(blank, value))
}

/// The README of the package: the parts of the project's README that help a user of the package, who does not have the
/// project.
fn readme_of(readme: &str) -> String {
    let all = sections(readme);
    let intro = all.first().copied().unwrap_or_default();
    let is_of_use = |it: &&str| SECTIONS.iter().any(|name| it.starts_with(name));
    let rest: String = all.iter().skip(1).copied().filter(is_of_use).collect();
    without_relative_links(&[intro, INSTALL, &rest].concat())
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
        let manifest = manifest(&Project::read().expect("a project"));
        for line in [r#""version": "0"#, r#""license": "MIT OR Apache-2.0""#] {
            assert!(manifest.contains(line), "{line} is missing in {manifest}");
        }
        assert!(!manifest.contains("{version}") && !manifest.contains("{description}"), "{manifest}");
    }
}
