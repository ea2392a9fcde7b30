//! A site made with Vite and the packed package, as the documentation shows it: built for visitors, and while it is developed.

use crate::browser::Browser;
use crate::docs::{built, snippet};
use crate::site::Site;
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use xtask::run::{check, command, output};
use xtask::serve::server::file;

#[test]
fn built_for_visitors() {
    let folder = project("vite");
    let vite = xtask::root().join("tests/node_modules/vite/bin/vite.js");
    let mut build = command("node", &[&vite.display().to_string(), "build", "--logLevel", "warn"]);
    check(build.current_dir(&folder)).expect("a bundle");
    let bundled = folder.join("dist");
    let site = Site::with(move |request, response| match request.path.as_str() {
        "/favicon.ico" => response,
        path => file(&bundled, path),
    });
    let browser = shows_a_widget(&site.url("/"));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn while_it_is_developed() {
    let folder = project("vite-dev");
    let mut server = Developing::start(&folder);
    shows_a_widget(&server.address());
}

/// A project as the documentation shows it, with the package installed from its tarball, in a folder of that name.
#[track_caller]
fn project(name: &str) -> PathBuf {
    let folder = built(name);
    for file in ["index.html", "main.js", "vite.config.js"] {
        fs::write(folder.join(file), snippet("docs/hosts/vite.md", file)).expect("a folder to write to");
    }
    fs::write(folder.join("package.json"), r#"{ "private": true, "type": "module" }"#).expect("a folder to write to");
    fs::create_dir(folder.join("public")).expect("a folder in it");
    fs::copy(xtask::dist_folder().join("agency.json"), folder.join("public/agency.json")).expect("an agency's file");
    // Browsers request it by themselves.
    fs::write(folder.join("public/favicon.ico"), "").expect("an icon");
    let package = xtask::build::npm::folder().display().to_string();
    let packed = output(command("npm", &["pack", "--silent", &package]).current_dir(&folder)).expect("a package");
    let install = ["install", "--offline", "--silent", "--no-audit", "--no-fund", packed.trim()];
    check(command("npm", &install).current_dir(&folder)).expect("an installed package");
    folder
}

#[track_caller]
fn shows_a_widget(address: &str) -> Browser {
    let browser = Browser::new();
    browser.open(address);
    let field = browser.widget(0).row_field();
    field.fill("37");
    assert_eq!(field.value(), "37");
    browser.until("document.title === widgets()[0].proposal().title", json!(null));
    browser
}

/// Vite's server, which ends when it is dropped.
struct Developing(Child);

impl Developing {
    #[track_caller]
    fn start(folder: &Path) -> Self {
        let mut node = command("node", &["tests/hosts/develop.mjs"]);
        Self(node.arg(folder).stdout(Stdio::piped()).spawn().expect("Node starts"))
    }

    #[track_caller]
    fn address(&mut self) -> String {
        let mut line = String::new();
        let said = BufReader::new(self.0.stdout.take().expect("its output is piped")).read_line(&mut line);
        assert!(said.is_ok() && line.starts_with("http"), "Vite says {line:?}");
        line.trim().to_owned()
    }
}

impl Drop for Developing {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
