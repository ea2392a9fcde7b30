//! From a tree of JSON to typed data: it never fails, it says everything that is wrong and where.
//!
//! What is wrong is left out, so that its field takes the default. Whether references resolve and
//! numbers lie within their bounds is the business of [`check`](super::check); words are not known here.

mod path;
mod reader;
mod shape;
#[cfg(test)]
mod tests;

use super::{Fault, Issue, MAX_DEPTH, Proposal, Value};
use path::{Path, Step};
use reader::{Log, Reader};
use serde::Deserialize;

/// So many issues are told apart; a reader of the list needs no more.
pub const MAX_ISSUES: usize = 200;

/// The largest whole number that every JSON reader keeps: 2⁵³ − 1.
pub const MAX_WHOLE: u64 = (1 << 53) - 1;

/// The keys that must be there in an object, by the name of the type that it is read into.
pub type Required = fn(&str) -> &'static [&'static str];

/// Reads a proposal and says everything that is wrong with its JSON.
pub fn read(value: &Value) -> (Proposal, Vec<Issue>) {
    read_into(value, "")
}

/// Reads any part of a proposal; the paths of its issues start with `path_prefix`.
pub fn read_into<T: Default + for<'de> Deserialize<'de>>(value: &Value, path_prefix: &str) -> (T, Vec<Issue>) {
    read_with(value, path_prefix, required)
}

/// Reads data whose types need other keys than those of a proposal: see [`required`].
///
/// Unknown keys are ignored, `null` is as good as absent, and of two equal keys the last counts.
pub fn read_with<T: Default + for<'de> Deserialize<'de>>(
    value: &Value,
    path_prefix: &str,
    required: Required,
) -> (T, Vec<Issue>) {
    let root = Path::root(path_prefix);
    let pass = |log: &Log| T::deserialize(Reader { value, path: &root, log });
    let log = Log::new(required, Vec::new());
    let mut read = pass(&log);
    let (issues, left_out) = log.into_found();
    if !issues.is_empty() {
        read = pass(&Log::new(required, left_out));
    }
    (read.unwrap_or_default(), issues)
}

/// The keys that must be there in the objects of a proposal.
pub fn required(name: &str) -> &'static [&'static str] {
    match name {
        "Proposal" => &["title", "currency", "rates", "lines", "factors", "benefits"],
        "Rate" => &["id", "dayRate"],
        "Line" => &["id"],
        "Work" => &["role"],
        "Discount" => &["share"],
        "Factor" => &["id", "holder", "value"],
        "ScalesWith" => &["line", "at"],
        "Source" => &["kind"],
        "Benefit" => &["id", "factors"],
        "InHouse" => &["grossSalary", "days"],
        _ => &[],
    }
}

/// The texts that arrived with a character replaced (U+FFFD), as a lone surrogate is on its way out of a browser.
pub fn repairs(value: &Value) -> Vec<Issue> {
    let mut found = Vec::new();
    find_repairs(value, &Path::root(""), MAX_DEPTH, &mut found);
    found
}

fn find_repairs(value: &Value, path: &Path, levels: usize, found: &mut Vec<Issue>) {
    if found.len() >= MAX_ISSUES {
        return;
    }
    match value {
        Value::Text(text) if text.contains(char::REPLACEMENT_CHARACTER) => {
            found.push(Issue { path: path.to_string(), fault: Fault::Unreadable });
        }
        Value::List(items) if levels > 0 => {
            for (index, item) in items.iter().enumerate() {
                find_repairs(item, &path.at(Step::Index(index)), levels - 1, found);
            }
        }
        Value::Object(entries) if levels > 0 => {
            for (key, item) in entries {
                find_repairs(item, &path.at(Step::Key(key)), levels - 1, found);
            }
        }
        _ => {}
    }
}
