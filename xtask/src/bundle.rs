//! The last step of a build, called by Trunk: makes `retour.js` and `retour_bg.wasm` of what wasm-bindgen wrote.
//!
//! wasm-bindgen's glue keeps its program in variables of its module, so that a page has one program for
//! ever. Here the glue becomes a function with variables of its own: each call serves one widget, and a
//! panic or a leak goes with it. A mark of the build in both files tells a stale half from a fresh one.

use crate::run::{check, command};
use crate::{Outcome, root, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The section of the wasm that holds the mark of the build.
const SECTION: &str = "retour";

/// The agency that the standalone page opens with.
const EXAMPLE: &str = "examples/evenement.json";

/// What the page's code may count on: what the widget itself needs of a browser (constructed style
/// sheets, private fields, wasm with reference types) came later than this.
const TARGET: &str = "--target=es2022";

/// Turns the folder that Trunk has built (`TRUNK_STAGING_DIR`) into the finished `dist/`.
pub fn bundle() -> Outcome<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("This step is called by Trunk; run: cargo xtask dist")?;
    let work = staging.join(".bundle");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}.", work.display()))?;

    let glue = glue(&staging.join("widget.js"), &work)?;
    let wasm = read(&staging.join("widget_bg.wasm"))?;
    let mark = mark(&[&wasm, glue.as_bytes()]);
    write(&staging.join("retour_bg.wasm"), &with_section(wasm, SECTION, mark.as_bytes()))?;
    script(&staging, &work, &glue, &mark)?;

    copy("src/embed/retour.d.ts", &staging.join("retour.d.ts"))?;
    copy(EXAMPLE, &staging.join("agency.json"))?;
    copy("examples/agency.schema.json", &staging.join("agency.schema.json"))?;
    for made in ["widget.js", "widget_bg.wasm"] {
        fs::remove_file(staging.join(made)).map_err(|error| format!("{made}: {error}."))?;
    }
    fs::remove_dir_all(&work).map_err(|error| format!("{}: {error}.", work.display()))
}

/// The glue as a module whose default export is a function that makes a fresh program each time.
fn glue(written: &Path, work: &Path) -> Outcome<String> {
    let entry = work.join("entry.js");
    // The default export, which fetches the wasm by itself, is left out: retour.js does that.
    write(&entry, format!("export * from {:?};", written.display().to_string()).as_bytes())?;
    let out = work.join("glue.iife.js");
    let flags = ["--bundle", "--format=iife", "--global-name=program", "--log-override:empty-import-meta=silent"];
    esbuild(&entry, &out, &flags)?;
    let text = String::from_utf8(read(&out)?).map_err(|_| "The glue is no text.")?;
    Ok(format!("export default () => {{\n{text}\nreturn program;\n}};\n"))
}

/// The hand-written module, the glue and the style sheet in one file.
fn script(staging: &Path, work: &Path, glue: &str, mark: &str) -> Outcome<()> {
    let glue_file = work.join("glue.js");
    write(&glue_file, glue.as_bytes())?;
    let sheet = work.join("sheet.css");
    esbuild(&root().join("styles/retour.css"), &sheet, &["--bundle", "--minify"])?;
    let page_sheet = work.join("page.css");
    esbuild(&root().join("styles/page.css"), &page_sheet, &["--bundle", "--minify"])?;
    esbuild(
        &root().join("src/embed/retour.js"),
        &staging.join("retour.js"),
        &[
            "--bundle",
            "--format=esm",
            "--minify",
            "--legal-comments=none",
            "--loader:.css=text",
            "--external:node:*",
            &format!("--alias:glue={}", glue_file.display()),
            &format!("--alias:sheet={}", sheet.display()),
            &format!("--alias:page-sheet={}", page_sheet.display()),
            &format!("--define:BUILD={mark:?}"),
            &format!("--define:VERSION={:?}", version()?),
        ],
    )
}

fn esbuild(entry: &Path, out: &Path, flags: &[&str]) -> Outcome<()> {
    let mut esbuild = command(&tools::npm_tool("esbuild").display().to_string(), &[TARGET, "--log-level=warning"]);
    check(esbuild.arg(entry).args(flags).arg(format!("--outfile={}", out.display())))
}

/// The version of the package `retour`.
pub fn version() -> Outcome<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).map_err(|error| format!("Cargo.toml: {error}."))?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("version = "));
    version.map(|text| text.trim_matches('"').to_owned()).ok_or_else(|| "Cargo.toml names no version.".to_owned())
}

/// Sixteen hexadecimal digits that differ between any two builds that differ.
fn mark(parts: &[&[u8]]) -> String {
    let digest = parts.iter().fold(Sha256::new(), |digest, part| digest.chain_update(part)).finalize();
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The wasm with one more custom section at its end.
fn with_section(mut wasm: Vec<u8>, name: &str, content: &[u8]) -> Vec<u8> {
    let mut section = leb128(name.len());
    section.extend(name.as_bytes());
    section.extend(content);
    wasm.push(0);
    wasm.extend(leb128(section.len()));
    wasm.extend(section);
    wasm
}

/// A length as WebAssembly writes it.
fn leb128(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while length >= 0x80 {
        bytes.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes
}

fn copy(from: &str, to: &Path) -> Outcome<()> {
    fs::copy(root().join(from), to).map(|_| ()).map_err(|error| format!("{from}: {error}."))
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}.", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Outcome<()> {
    fs::write(file, content).map_err(|error| format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_appended_in_the_form_of_the_standard() {
        let wasm = with_section(b"\0asm\x01\0\0\0".to_vec(), "retour", b"0123456789abcdef");
        assert_eq!(&wasm[8..], b"\0\x17\x06retour0123456789abcdef");
    }

    #[test]
    fn lengths_are_written_in_groups_of_seven_bits() {
        assert_eq!(leb128(0x7f), [0x7f]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }
}
