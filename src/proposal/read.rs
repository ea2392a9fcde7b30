//! From a tree of JSON to typed data: it never fails, it says everything that is wrong and where.
//!
//! What is wrong is left out, so that its field takes the default. Whether references resolve and
//! numbers lie within their bounds is the business of [`check`](super::check); words are not known here.

#[cfg(test)]
mod tests;

use super::json::{Log, Path, Segment};
use super::{Fault, Issue, Json, MAX_DEPTH, Proposal, Reader, Value};

/// So many issues are told apart; a reader of the list needs no more.
pub const MAX_ISSUES: usize = 200;

/// The largest whole number that every JSON reader keeps: 2⁵³ − 1.
pub const MAX_WHOLE: u64 = (1 << 53) - 1;

/// Reads a proposal and says everything that is wrong with its JSON.
pub fn read(value: &Value) -> (Proposal, Vec<Issue>) {
    read_into(value, "")
}

/// Reads any data; the paths of its issues start with `path_prefix`.
///
/// Unknown keys are no fault here ([`unknown_keys`](super::unknown_keys) tells them), `null` is as good as absent, and of two equal keys the last counts.
pub fn read_into<T: Default + Json>(value: &Value, path_prefix: &str) -> (T, Vec<Issue>) {
    let mut data = T::default();
    let issues = read_data(&mut data, value, path_prefix);
    (data, issues)
}

fn read_data(data: &mut dyn Json, value: &Value, path_prefix: &str) -> Vec<Issue> {
    let (path, log) = (Path::root(path_prefix), Log::default());
    data.read(Reader::new(value, &path, &log));
    log.into_issues()
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
            found.push(Issue { path: path.written(), fault: Fault::Unreadable });
        }
        Value::List(items) if levels > 0 => {
            for (index, item) in items.iter().enumerate() {
                find_repairs(item, &path.at(Segment::Index(index)), levels - 1, found);
            }
        }
        Value::Object(entries) if levels > 0 => {
            for (key, item) in entries {
                find_repairs(item, &path.at(Segment::Key(key)), levels - 1, found);
            }
        }
        _ => {}
    }
}
