//! Code blocks from the pages of the documentation, so that the tests use what it shows, and folders to build with
//! them.

use std::fs;
use std::path::PathBuf;
use xtask::markdown::{Block, blocks};

/// The code block of that name in a page of the documentation: its fence opens with a language and the name.
#[track_caller]
pub fn snippet(page: &str, name: &str) -> String {
    let block = shown(page).into_iter().find(|block| block.name.as_deref() == Some(name));
    block.unwrap_or_else(|| panic!("{page} shows no {name}")).code
}

/// Every code block of a page of the documentation, in their order.
#[track_caller]
pub fn snippets(page: &str) -> Vec<String> {
    shown(page).into_iter().map(|block| block.code).collect()
}

#[track_caller]
fn shown(page: &str) -> Vec<Block> {
    blocks(&fs::read_to_string(xtask::root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}")))
}

/// An empty folder to build a page in, which the site serves as `/built/<name>/`.
#[track_caller]
pub fn built(name: &str) -> PathBuf {
    let folder = xtask::root().join("target/hosts").join(name);
    xtask::empty(&folder).expect("a folder to build in");
    folder
}
