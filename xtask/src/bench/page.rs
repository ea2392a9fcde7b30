//! `cargo xtask bench page`: measures the page in a browser, beside forms with as many fields made with other
//! libraries.
//!
//! Builds all of them; `benches/page` measures. A form that cannot be built is left out of the comparison.

use crate::build::bundle::esbuild;
use crate::run::{cargo, check};
use crate::{Outcome, at, build, empty, root, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// The forms of `benches/page`, by their entry files.
const FORMS: [&str; 3] = ["react.jsx", "survey.js", "formio.js"];

/// The options of esbuild with which a site would build its form for visitors.
const FLAGS: [&str; 8] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--jsx=automatic",
    "--legal-comments=none",
    "--define:process.env.NODE_ENV=\"production\"",
    "--loader:.woff=file",
    "--loader:.woff2=file",
];

/// Builds the page and the forms, measures them and prints a table. No measured time makes it fail.
pub fn page() -> Outcome<()> {
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

/// The folder of a built form, by the form's name without extension.
pub fn built(form: &str) -> PathBuf {
    root().join("target/page-bench").join(form)
}

/// Bundles a form. The files of an earlier build are removed even if this build fails.
fn build_form(form: &str, installed: bool) -> Outcome<()> {
    let name = Path::new(form).with_extension("");
    let folder = built(&name.to_string_lossy());
    empty(&folder)?;
    if !installed {
        return Err("its packages are not installed.".to_owned());
    }
    let source = root().join("benches/page");
    esbuild(&source.join(form), &folder.join("form.js"), &FLAGS)?;
    // Copied last: a folder without it is not taken for a form.
    fs::copy(source.join("form.html"), folder.join("index.html")).map_err(at(&folder))?;
    Ok(())
}
