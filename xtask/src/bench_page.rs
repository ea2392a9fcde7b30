//! `cargo xtask bench page`: the page in a browser, beside forms of as many fields made by others' libraries.
//!
//! Builds all of them; `benches/page` measures. A form that cannot be built is left out of the comparison.

use crate::bundle::esbuild;
use crate::run::{cargo, check};
use crate::{Outcome, build, root, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// The forms of `benches/page`, by the files that they start from.
const FORMS: [&str; 3] = ["react.jsx", "survey.js", "formio.js"];

/// As a site would build its form for visitors.
const FLAGS: [&str; 7] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--jsx=automatic",
    "--legal-comments=none",
    "--define:process.env.NODE_ENV=\"production\"",
    "--loader:.woff=file",
];

/// Builds the page and the forms, measures them and prints a table. No time that it measures is a failure.
pub fn bench_page() -> Outcome<()> {
    build::build()?;
    tools::chromium()?;
    let installed = tools::npm_packages(&root().join("benches/page"));
    if let Err(why) = &installed {
        println!("The packages of the other forms are missing: {why}");
    }
    for form in FORMS {
        if let Err(why) = build_form(form, installed.is_ok()) {
            println!("{form} is left out: {why}");
        }
    }
    check(&mut cargo(&["run", "--quiet", "--package", "page-bench"]))
}

/// Where a form stands when it is built, by its name without extension.
pub fn built(form: &str) -> PathBuf {
    root().join("target/page-bench").join(form)
}

/// Bundles a form; what an earlier build left is gone in any case.
fn build_form(form: &str, installed: bool) -> Outcome<()> {
    let source = root().join("benches/page");
    let name = form.split('.').next().unwrap_or(form);
    let folder = built(name);
    let said = |error: std::io::Error| format!("{}: {error}.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(said)?;
    }
    if !installed {
        return Err("its packages are not installed.".to_owned());
    }
    let staging = folder.with_extension("staging");
    bundle(&source, form, &staging)?;
    fs::rename(&staging, &folder).map_err(said)
}

fn bundle(source: &Path, form: &str, staging: &Path) -> Outcome<()> {
    let said = |error: std::io::Error| format!("{}: {error}.", staging.display());
    fs::create_dir_all(staging).map_err(said)?;
    let flags = [&FLAGS[..], &["--loader:.woff2=file"]].concat();
    esbuild(&source.join(form), &staging.join("form.js"), &flags)?;
    fs::copy(source.join("form.html"), staging.join("index.html")).map_err(said)?;
    Ok(())
}
