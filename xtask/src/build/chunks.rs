//! The chunks of the program: which files each comes in, its styles, and when a page starts with it.
//!
//! This is the only list of them in the build: the loader's list of files, the styles and the sizes are derived from
//! it. `src/embed/chunks.rs` has a split point for each.

use crate::build::{read, write};
use crate::{Outcome, at, dist_folder};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// A part of the program that is fetched when a visit first needs it.
pub struct Chunk {
    /// Its name at the split point.
    pub name: &'static str,
    /// The styles of its screens, if it has any.
    pub sheet: &'static str,
    /// Why a page would start with this chunk: it has a `link`, or its mode is `compose`; `None` if no page does.
    pub first: Option<&'static str>,
}

/// All chunks, each after those that it needs.
pub const CHUNKS: [Chunk; 3] = [
    Chunk { name: "brief", sheet: "styles/brief.css", first: None },
    Chunk { name: "reply", sheet: "styles/reply.css", first: Some("link") },
    Chunk { name: "desk", sheet: "styles/compose.css", first: Some("compose") },
];

/// The file with everything in a chunk but its split point; chunks that need this one share it.
pub fn home(chunk: &Chunk) -> String {
    let place = CHUNKS.iter().position(|own| own.name == chunk.name).unwrap_or_default();
    file_of(CHUNKS[place..].iter().map(|chunk| chunk.name))
}

/// The name of the file that these chunks share.
fn file_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("retour_{}.wasm", names.collect::<Vec<_>>().join("_"))
}

/// The files of chunks in `dist/`, sorted by name.
pub fn built() -> Outcome<Vec<String>> {
    let folder = dist_folder();
    let entries = std::fs::read_dir(&folder).map_err(at(&folder))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| CHUNKS.iter().any(|chunk| is_needed(name, chunk))).collect();
    names.sort();
    Ok(names)
}

/// Whether a chunk needs the file of this name.
pub fn is_needed(file: &str, chunk: &Chunk) -> bool {
    let names = file.strip_prefix("retour_").and_then(|rest| rest.strip_suffix(".wasm"));
    names.is_some_and(|names| names.split('_').any(|name| name == chunk.name))
}

/// A program that has been cut.
pub struct Cut {
    /// The part that every page loads, before wasm-bindgen.
    pub main: Vec<u8>,
    /// The files of the chunks by their names in `dist/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files that each chunk needs, in the order of [`CHUNKS`]; shared files first, the chunk's own last.
    pub needs: Vec<Vec<String>>,
}

/// Cuts a linked program, with its relocations, at its split points; `work` is a folder for intermediate files.
pub fn cut(program: &[u8], work: &Path) -> Outcome<Cut> {
    let folder = work.join("cut");
    let main = folder.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let made = transform(options).map_err(|error| format!("The program cannot be cut: {error:#}."))?;
    // A file that several chunks share is named after all of them.
    let mut sharing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for chunk in &CHUNKS {
        for file in made.prefetch_map.get(chunk.name).into_iter().flatten() {
            sharing.entry(file).or_default().push(chunk.name);
        }
    }
    let named = |file: &str| file_of(sharing[file].iter().copied());
    let files = sharing.keys().map(|file| Ok((named(file), read(&folder.join(format!("{file}.wasm")))?)));
    let needs = CHUNKS
        .iter()
        .map(|chunk| made.prefetch_map.get(chunk.name).into_iter().flatten().map(|file| named(file)).collect());
    Ok(Cut { main: read(&main)?, files: files.collect::<Outcome<_>>()?, needs: needs.collect() })
}

/// The module through which the cut program loads a chunk. By then `program.js` has already started the chunk.
const LINK: &str = "./link.js";

/// Writes the module that the cut program imports for loading chunks, beside its glue.
pub fn write_link(folder: &Path) -> Outcome<()> {
    let names: Vec<String> =
        CHUNKS.iter().map(|chunk| format!("started as __wasm_split_load_{}", chunk.name)).collect();
    let text = format!(
        "import {{ initSync }} from './widget.js';\n\
         const started = (callback, data) => initSync().__indirect_function_table.get(callback)(data, 1);\n\
         export {{ {} }};\n",
        names.join(", ")
    );
    write(&folder.join(LINK), text.as_bytes())
}

/// The module `chunks` that `program.js` imports: for each chunk the addresses of its files, and when a page starts with it.
///
/// Each address is written in one piece, so that bundlers find the files and include them.
pub fn loader_list(cut: &Cut) -> String {
    let mut text = String::from("export default [\n");
    for (chunk, needs) in CHUNKS.iter().zip(&cut.needs) {
        let _ = write!(text, "{{ name: '{}', first: '{}', files: [", chunk.name, chunk.first.unwrap_or_default());
        for file in needs {
            let _ = write!(text, "(base) => base ? new URL('{file}', base) : new URL('{file}', import.meta.url), ");
        }
        text.push_str("] },\n");
    }
    text + "];\n"
}
