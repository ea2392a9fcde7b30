//! From a JSON tree to typed data. It never fails: it returns the data with all faults and their paths.
//!
//! Faulty values are dropped, so that their fields have their defaults. References and bounds of numbers are checked
//! by [`check`](super::check); the sentences of faults are not known here.

#[cfg(test)]
mod tests;

use super::json::{Log, Path, Segment};
use super::{Fault, Issue, Json, MAX_DEPTH, Proposal, Reader, Value};

/// At most this many issues are returned; nobody needs more to correct a file.
pub const MAX_ISSUES: usize = 200;

/// The largest whole number that every JSON reader keeps exactly: 2⁵³ − 1.
pub const MAX_WHOLE: u64 = (1 << 53) - 1;

/// Reads a proposal; returns it with all faults of its JSON.
pub fn read(value: &Value) -> (Proposal, Vec<Issue>) {
    read_into(value, "")
}

/// Reads data of any type; returns it with all faults, whose paths start with `path_prefix`.
///
/// Unknown keys are no fault here ([`unknown_keys`](super::unknown_keys) reports them), `null` is the same as absent,
/// and of two equal keys the last counts.
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

/// An issue for every text with a replacement character (U+FFFD), which a browser puts in place of a lone surrogate.
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
