//! What the documentation shows is what is tested: code blocks out of its pages, and a place to build with them.

use std::fs;
use std::path::PathBuf;

/// The code block of that name in a page of the documentation: its fence opens with a language and the name.
#[track_caller]
pub fn snippet(page: &str, name: &str) -> String {
    let text = fs::read_to_string(xtask::root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"));
    let mut blocks = text.split("\n```").skip(1).step_by(2);
    let block = blocks.find(|block| block.lines().next().is_some_and(|fence| fence.split(' ').nth(1) == Some(name)));
    let (_, code) = block.and_then(|block| block.split_once('\n')).unwrap_or_else(|| panic!("{page} shows no {name}"));
    format!("{code}\n")
}

/// Every code block of a page of the documentation, in their order.
#[track_caller]
pub fn snippets(page: &str) -> Vec<String> {
    let text = fs::read_to_string(xtask::root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"));
    let blocks = text.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.split_once('\n')).map(|(_, code)| format!("{code}\n")).collect()
}

/// An empty folder to build a page in, which the site has as `/built/<name>/`.
#[track_caller]
pub fn built(name: &str) -> PathBuf {
    let folder = xtask::root().join("target/hosts").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what was built before goes");
    }
    fs::create_dir_all(&folder).expect("a folder to build in");
    folder
}
