//! A value of a JSON tree with its path, and the log of what is wrong in the tree.

use super::{Path, Segment};
use crate::proposal::keys::UnknownKeys;
use crate::proposal::{Expected, Fault, Issue, MAX_ISSUES, Value};
use std::cell::RefCell;

/// The faults, or the unknown keys, found so far.
#[derive(Default)]
pub struct Log {
    issues: RefCell<Vec<Issue>>,
    /// The unknown keys, in a pass that looks for them.
    keys: Option<RefCell<UnknownKeys>>,
}

/// A value of the tree, with its path and the log.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The value.
    pub value: &'a Value,
    /// Its path.
    pub(super) path: &'a Path<'a>,
    /// The log of the whole tree.
    pub(super) log: &'a Log,
}

impl Log {
    /// A log for a pass that looks for unknown keys.
    pub fn of_keys() -> Self {
        Self { keys: Some(RefCell::default()), ..Self::default() }
    }

    /// The unknown keys found.
    pub fn into_unknown_keys(self) -> Vec<Issue> {
        self.keys.map(|keys| keys.into_inner().into_issues()).unwrap_or_default()
    }

    /// All faults found, in the order of the types' fields; at most [`MAX_ISSUES`].
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues.into_inner()
    }

    /// Notes a fault of the value at this path.
    #[inline(never)]
    pub fn note(&self, path: &Path, fault: Fault) {
        let mut found = self.issues.borrow_mut();
        if found.len() < MAX_ISSUES {
            found.push(Issue { path: path.written(), fault });
        }
    }
}

impl<'a> Reader<'a> {
    /// A reader of a whole tree; the paths of its issues start with `path`.
    pub(in crate::proposal) fn new(value: &'a Value, path: &'a Path<'a>, log: &'a Log) -> Self {
        Self { value, path, log }
    }

    /// Reads a value inside this one, which has this key.
    pub fn inside<T>(&self, key: &str, value: &Value, read: &mut dyn FnMut(Reader) -> T) -> T {
        read(Reader { value, path: &self.path.at(Segment::Key(key)), log: self.log })
    }

    /// Number of faults noted so far in the whole tree, at most [`MAX_ISSUES`].
    pub fn issues(&self) -> usize {
        self.log.issues.borrow().len()
    }

    /// In a pass that looks for unknown keys, notes those of this object that are not among `known`.
    pub fn tell_unknown(&self, known: &mut dyn FnMut() -> Vec<&'static str>) {
        let (Some(keys), Value::Object(entries)) = (&self.log.keys, self.value) else { return };
        let known = known();
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            keys.borrow_mut().note(self.path, key, &known);
        }
    }

    /// Notes that another type or form is expected here. Returns `false`, for [`Json::read`](super::Json::read).
    pub fn expected(&self, expected: Expected) -> bool {
        self.log.note(self.path, Fault::Expected(expected));
        false
    }

    /// The value of a key of this object, unless it is absent or `null`. Of two equal keys the last counts.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().rev().find(|(name, _)| name == key)?;
        (*value != Value::Null).then_some(value)
    }

    /// The value as a finite number; `None` and a note if it is not one.
    pub fn number(&self) -> Option<f64> {
        match *self.value {
            Value::Number(x) if x.is_finite() => Some(x),
            _ => {
                self.expected(Expected::Number);
                None
            }
        }
    }

    /// The value as a whole number from 0 to `max`; `None` and a note if it is not one.
    pub fn whole(&self, max: u64) -> Option<u64> {
        match *self.value {
            // The comparisons also refuse NaN and infinities.
            Value::Number(x) if x >= 0.0 && x <= max as f64 && x.floor() == x => Some(x as u64),
            _ => {
                self.expected(Expected::Whole);
                None
            }
        }
    }

    /// The index in `words` of the text here; `None` and a note if it is not one of them.
    pub fn word(&self, words: &'static [&'static str]) -> Option<usize> {
        let found = words.iter().position(|word| matches!(self.value, Value::Text(text) if text == word));
        if found.is_none() {
            self.expected(Expected::OneOf(words));
        }
        found
    }

    /// Passes the items of the list here to `take`; `false` and a note if it is not a list.
    pub fn items(&self, take: &mut dyn FnMut(Reader)) -> bool {
        let Value::List(items) = self.value else { return self.expected(Expected::List) };
        for (index, item) in items.iter().enumerate() {
            take(Reader { value: item, path: &self.path.at(Segment::Index(index)), log: self.log });
        }
        true
    }

    /// Whether the value is an object; if not, this is noted.
    pub fn expect_object(&self) -> bool {
        matches!(self.value, Value::Object(_)) || self.expected(Expected::Object)
    }
}
