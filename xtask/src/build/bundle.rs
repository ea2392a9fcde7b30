//! The last step of a build: makes `retour.js`, its loader, `retour_bg.wasm` and its chunks from the linked program.
//!
//! wasm-bindgen's glue keeps its program in variables of its module, so that a page could have only one program. Here
//! the glue becomes a function with its own variables: each call serves one widget, and a panic or a leak ends with
//! that widget. A mark of the build in all files shows when they are from different builds.

use crate::build::chunks::{CHUNKS, Cut, cut, home, loader_list, write_link};
use crate::build::{read, write};
use crate::manifest::Project;
use crate::run::{check, command, quiet};
use crate::{Outcome, at, root, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{CustomSection, Section};

/// The section of the wasm that holds the mark of the build.
const SECTION: &str = "retour";
/// The part of the program that every page loads.
const MAIN: &str = "retour_bg.wasm";
/// Silences a warning of esbuild: wasm-bindgen writes a module once for each function that it imports from it.
const QUIET: &str = "--log-override:duplicate-object-key=silent";
/// The section of a chunk's wasm that holds the styles of its screens.
const STYLE: &str = "style";

/// The options of wasm-opt: what it does, and the features that the compiled modules use.
const OPTIMISED: [&str; 15] = [
    "-Os",
    "--gufa",
    // Control flow taken apart and built anew: a kilobyte less.
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    // Functions of one generic lie side by side, which compresses better, and in the same order on every machine.
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The agency's file that the standalone page opens with.
const EXAMPLE: &str = "examples/evenement.json";

/// The version of JavaScript that the page's code may use. Browsers got the other features that the widget needs
/// (constructed style sheets, private fields, wasm with reference types) later than this version.
const TARGET: &str = "--target=es2022";

/// Writes everything but the page itself into a folder: the files of the program, and those that are served beside
/// them.
pub fn bundle(project: &Project, program: &Path, staging: &Path) -> Outcome<()> {
    let work = staging.join(".bundle");
    fs::create_dir_all(&work).map_err(at(&work))?;

    let mut cut = cut(&read(program)?, &work)?;
    bind(&cut.main, &work)?;
    let glue = glue(&work)?;
    cut.files.insert(MAIN.to_owned(), read(&work.join("widget_bg.wasm"))?);
    let mark = mark(&cut.files.values().map(Vec::as_slice).chain([glue.as_bytes()]).collect::<Vec<_>>());
    for (name, module) in &cut.files {
        let mut wasm = smaller(module, &work)?;
        if let Some(chunk) = CHUNKS.iter().find(|chunk| home(chunk) == *name) {
            append(&mut wasm, STYLE, &read(&minified(chunk.sheet, &work)?)?);
        }
        append(&mut wasm, SECTION, mark.as_bytes());
        write(&staging.join(name), &wasm)?;
    }
    script(project, staging, &work, &cut, &glue, &mark)?;
    loader(staging)?;
    let alone = ["--bundle", "--format=iife", "--minify", "--legal-comments=none"];
    esbuild(&root().join("src/embed/404.js"), &staging.join("404.js"), &alone)?;

    copy("src/embed/404.html", &staging.join("404.html"))?;
    copy("src/embed/retour.d.ts", &staging.join("retour.d.ts"))?;
    copy(EXAMPLE, &staging.join("agency.json"))?;
    copy("examples/agency.schema.json", &staging.join("agency.schema.json"))?;
    fs::remove_dir_all(&work).map_err(at(&work))
}

/// Writes the glue and the program that it serves, as wasm-bindgen's own tool would for the web. What the linker exports
/// is kept: the chunks need it.
fn bind(program: &[u8], work: &Path) -> Outcome<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("widget", program.to_vec()).out_name("widget").typescript(false).demangle(false);
    bindgen.keep_lld_exports(true);
    let bound = bindgen.web(true).and_then(|bindgen| bindgen.generate(work));
    bound.map_err(|error| format!("wasm-bindgen: {error:#}."))
}

/// The glue as a module whose default export is a function that makes a new program at each call.
fn glue(work: &Path) -> Outcome<String> {
    write_link(work)?;
    let (entry, written) = (work.join("entry.js"), work.join("widget.js"));
    // The default export, which fetches the wasm by itself, is left out: retour.js does that.
    write(&entry, format!("export * from {:?};", written.display().to_string()).as_bytes())?;
    let out = work.join("glue.iife.js");
    let flags =
        ["--bundle", "--format=iife", "--global-name=program", "--log-override:empty-import-meta=silent", QUIET];
    esbuild(&entry, &out, &flags)?;
    let text = String::from_utf8(read(&out)?).map_err(|_| "The glue is no text.")?;
    Ok(format!("export default () => {{\n{text}\nreturn program;\n}};\n"))
}

/// Adds a custom section at the end of a module.
fn append(module: &mut Vec<u8>, name: &str, content: &[u8]) {
    CustomSection { name: name.into(), data: content.into() }.append_to(module);
}

/// The same module in fewer bytes: wasm-opt improves what the compiler has left within functions, mostly local
/// variables.
fn smaller(module: &[u8], work: &Path) -> Outcome<Vec<u8>> {
    let (before, after) = (work.join("before.wasm"), work.join("after.wasm"));
    write(&before, module)?;
    let mut tool = command(&tools::npm_tool("wasm-opt").display().to_string(), &OPTIMISED);
    // Its output is hidden: it warns of names that the cut has left, and drops them.
    quiet(tool.arg(&before).arg("-o").arg(&after))?;
    read(&after)
}

/// Writes `retour.js`: the hand-written module, the glue and the style sheets in one file.
fn script(project: &Project, staging: &Path, work: &Path, cut: &Cut, glue: &str, mark: &str) -> Outcome<()> {
    let [glue_file, chunks_file] = ["glue.js", "chunks.js"].map(|name| work.join(name));
    write(&glue_file, glue.as_bytes())?;
    write(&chunks_file, loader_list(cut).as_bytes())?;
    let [sheet, last_sheet, page_sheet] =
        ["retour", "last", "page"].map(|name| minified(&format!("styles/{name}.css"), work));
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
            QUIET,
            &format!("--alias:glue={}", glue_file.display()),
            &format!("--alias:chunks={}", chunks_file.display()),
            &format!("--alias:sheet={}", sheet?.display()),
            &format!("--alias:last-sheet={}", last_sheet?.display()),
            &format!("--alias:page-sheet={}", page_sheet?.display()),
            &format!("--define:BUILD={mark:?}"),
            &format!("--define:VERSION={:?}", project.version),
        ],
    )
}

/// Writes the classic script that imports `retour.js`. It starts with a semicolon, because it may be joined to a script
/// that ends without one.
fn loader(staging: &Path) -> Outcome<()> {
    let flags = ["--minify", "--legal-comments=none", "--banner:js=;"];
    esbuild(&root().join("src/embed/loader.js"), &staging.join("retour-loader.js"), &flags)
}

/// Writes a style sheet with everything that it imports, minified; returns its file.
fn minified(sheet: &str, work: &Path) -> Outcome<PathBuf> {
    let sheet = root().join(sheet);
    let made = work.join(sheet.file_name().ok_or("A style sheet has no name.")?);
    esbuild(&sheet, &made, &["--bundle", "--minify"])?;
    Ok(made)
}

/// Runs esbuild from one file to another.
pub fn esbuild(entry: &Path, out: &Path, flags: &[&str]) -> Outcome<()> {
    let mut esbuild = command(&tools::npm_tool("esbuild").display().to_string(), &[TARGET, "--log-level=warning"]);
    // Runs in the folder of the entry: the output contains the paths of files relative to this folder, and is then the
    // same on every machine.
    esbuild.current_dir(entry.parent().ok_or("An entry lies in no folder.")?);
    check(esbuild.arg(entry).args(flags).arg(format!("--outfile={}", out.display())))
}

/// The mark of a build: sixteen hexadecimal digits that differ between any two builds that differ.
fn mark(parts: &[&[u8]]) -> String {
    let digest = parts.iter().fold(Sha256::new(), |digest, part| digest.chain_update(part)).finalize();
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copy(from: &str, to: &Path) -> Outcome<()> {
    fs::copy(root().join(from), to).map(|_| ()).map_err(|error| format!("{from}: {error}."))
}
