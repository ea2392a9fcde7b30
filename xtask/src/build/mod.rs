//! Builds `dist/`: compiles the program, cuts it into chunks, binds it and puts the files beside each other.
//!
//! Nothing but cargo, the wasm target and the npm tools is needed. Trunk, for those who use it, compiles by itself and
//! calls the same last step ([`bundle()`]).

pub mod bundle;
pub mod chunks;
pub mod dist;
pub mod npm;
pub mod sizes;

use crate::manifest::Project;
use crate::run::{cargo, check};
use crate::{Outcome, at, dist_folder, empty, root, tools};
use bundle::bundle;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Everything that a build reads besides the program, from the project's root, and the code of the build itself.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    "index.html",
    "src/embed",
    "styles",
    "examples",
    "tests/package-lock.json",
    "xtask/src",
];

/// Builds `dist/` in release mode, and `dist-npm/` from it. Takes a second or two if nothing has changed.
pub fn build() -> Outcome<()> {
    tools::for_build()?;
    let project = Project::read()?;
    compile()?;
    let program = project.program("release");
    let stamp = project.target.join("retour-dist.stamp");
    let built = Stamp { sources: sources(&program)?, files: digest_of(&[dist_folder()]).unwrap_or_default() };
    if fs::read_to_string(&stamp).ok() != Some(built.text()) {
        let staging = project.target.join("retour-dist");
        empty(&staging)?;
        write_page(&root().join("index.html"), &staging)?;
        bundle(&project, &program, &staging)?;
        replace(&staging, &dist_folder())?;
        write(&stamp, Stamp { files: digest_of(&[dist_folder()])?, ..built }.text().as_bytes())?;
    }
    npm::write(&project)
}

/// The last step of a build by Trunk: finishes the folder that it has prepared.
pub fn finish() -> Outcome<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("This step is called by Trunk; run: cargo xtask dist")?;
    let project = Project::read()?;
    let profile = std::env::var("TRUNK_PROFILE").map_err(|_| "Trunk does not say which profile it builds.")?;
    bundle(&project, &project.program(&profile), &staging)?;
    write_page(&staging.join("index.html"), &staging)?;
    // Trunk has bound the same program with its own tool; these files are not needed.
    for made in ["widget.js", "widget_bg.wasm"] {
        fs::remove_file(staging.join(made)).map_err(|error| format!("{made}: {error}."))?;
    }
    Ok(())
}

/// Compiles the program for browsers.
fn compile() -> Outcome<()> {
    let mut compile = cargo(&["build", "--quiet", "--release", "--bin", "widget", "--target", WASM]);
    check(compile.env(FLAGS, flags()))
}

/// The environment variable that passes the flags of [`flags`] to cargo.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Compiler flags that keep the folders of this machine out of panic messages and out of the files that visitors load,
/// and that keep the linker's relocations, which the cut needs.
pub fn flags() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| Ok(std::env::var("HOME")? + "/.cargo"));
    let home: Result<_, std::env::VarError> = home;
    // There is a folder for each registry.
    let crates = home.ok().and_then(|home| fs::read_dir(home + "/registry/src").ok());
    let crates = crates.into_iter().flatten().flatten().map(|folder| format!("{}=crates", folder.path().display()));
    // These flags take precedence over those in .cargo/config.toml.
    let flags = std::iter::once(format!("{}=.", root().display())).chain(crates);
    flags.fold("-C link-arg=--emit-relocs".to_owned(), |flags, folder| flags + " --remap-path-prefix=" + &folder)
}

/// Digests of what a build reads and of what it wrote: if neither has changed, there is nothing to do.
struct Stamp {
    sources: String,
    files: String,
}

impl Stamp {
    fn text(&self) -> String {
        format!("{}\n{}\n", self.sources, self.files)
    }
}

/// A digest of the program and of all other sources.
fn sources(program: &Path) -> Outcome<String> {
    let files: Vec<PathBuf> = SOURCES.iter().map(|name| root().join(name)).chain([program.to_owned()]).collect();
    digest_of(&files)
}

/// A digest of files, and of all files in folders, with their names.
fn digest_of(places: &[PathBuf]) -> Outcome<String> {
    let mut files = Vec::new();
    places.iter().try_for_each(|place| list(place, &mut files))?;
    let mut digest = Sha256::new();
    for file in files {
        digest.update(file.to_string_lossy().as_bytes());
        digest.update(Sha256::digest(read(&file)?));
    }
    Ok(hex(&digest.finalize()))
}

/// A digest of each file of a folder, by its name.
pub fn digests(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    let named = |file: PathBuf| {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        Ok((name, hex(&Sha256::digest(read(&file)?))))
    };
    files.into_iter().map(named).collect()
}

/// Adds a file, or every file below a folder in the order of their names.
fn list(place: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    if !place.is_dir() {
        files.push(place.to_owned());
        return Ok(());
    }

    let entries = fs::read_dir(place).map_err(at(place))?;
    let mut entries =
        entries.map(|entry| entry.map(|it| it.path())).collect::<Result<Vec<_>, _>>().map_err(at(place))?;
    entries.sort();
    entries.iter().try_for_each(|entry| list(entry, files))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the page into a folder, without the lines that only Trunk reads.
fn write_page(page: &Path, folder: &Path) -> Outcome<()> {
    let text = fs::read_to_string(page).map_err(at(page))?;
    let lines = text.lines().filter(|line| !line.contains("data-trunk")).map(|line| [line, "\n"].concat());
    write(&folder.join("index.html"), lines.collect::<String>().as_bytes())
}

/// Replaces the contents of a folder by the files of another, which is complete by then.
fn replace(made: &Path, place: &Path) -> Outcome<()> {
    empty(place)?;
    for entry in fs::read_dir(made).map_err(at(made))?.flatten() {
        let name = entry.file_name();
        fs::copy(entry.path(), place.join(&name)).map_err(|error| format!("{}: {error}.", name.to_string_lossy()))?;
    }
    Ok(())
}

/// The bytes of a file.
pub fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(at(file))
}

/// Writes a file.
pub fn write(file: &Path, content: &[u8]) -> Outcome<()> {
    fs::write(file, content).map_err(at(file))
}
