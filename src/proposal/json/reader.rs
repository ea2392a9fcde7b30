//! One value of a tree of JSON, where it stands, and the way to say that it is not what it should be.

use super::{Path, Segment};
use crate::proposal::keys::UnknownKeys;
use crate::proposal::{Expected, Fault, Issue, MAX_ISSUES, Value};
use std::cell::RefCell;

/// What was found wrong so far.
#[derive(Default)]
pub struct Log {
    issues: RefCell<Vec<Issue>>,
    /// The keys that nobody reads, where it is them that are looked for.
    keys: Option<RefCell<UnknownKeys>>,
}

/// One value of the tree, where it stands, and where to note what is wrong with it.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The value.
    pub value: &'a Value,
    /// Where it stands.
    pub(super) path: &'a Path<'a>,
    /// What was found so far.
    pub(super) log: &'a Log,
}

impl Log {
    /// A log of unknown keys.
    pub fn of_keys() -> Self {
        Self { keys: Some(RefCell::default()), ..Self::default() }
    }

    /// The unknown keys that were found.
    pub fn into_unknown_keys(self) -> Vec<Issue> {
        self.keys.map(|keys| keys.into_inner().into_issues()).unwrap_or_default()
    }

    /// Everything that was found, in the order of the types' fields.
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues.into_inner()
    }

    /// Notes what is wrong with the value at this place.
    #[inline(never)]
    pub fn note(&self, path: &Path, fault: Fault) {
        let mut found = self.issues.borrow_mut();
        if found.len() < MAX_ISSUES {
            found.push(Issue { path: path.written(), fault });
        }
    }
}

impl<'a> Reader<'a> {
    /// A reader of a whole tree, whose issues' paths start with that of the root.
    pub(in crate::proposal) fn new(value: &'a Value, path: &'a Path<'a>, log: &'a Log) -> Self {
        Self { value, path, log }
    }

    /// Reads a value inside this one, under its key.
    pub fn inside<T>(&self, key: &str, value: &Value, read: &mut dyn FnMut(Reader) -> T) -> T {
        read(Reader { value, path: &self.path.at(Segment::Key(key)), log: self.log })
    }

    /// How many things were found wrong so far, here or elsewhere.
    pub fn issues(&self) -> usize {
        self.log.issues.borrow().len()
    }

    /// Notes the keys of the object here that are none of the known ones, where it is them that are looked for.
    pub fn tell_unknown(&self, known: &mut dyn FnMut() -> Vec<&'static str>) {
        let (Some(keys), Value::Object(entries)) = (&self.log.keys, self.value) else { return };
        let known = known();
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            keys.borrow_mut().note(self.path, key, &known);
        }
    }

    /// Notes that something else should stand here; always `false`, for [`Json::read`](super::Json::read).
    pub fn expected(&self, expected: Expected) -> bool {
        self.log.note(self.path, Fault::Expected(expected));
        false
    }

    /// The value of a key, if it is there and not `null`. Of two equal keys the last counts.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().rev().find(|(name, _)| name == key)?;
        (*value != Value::Null).then_some(value)
    }

    /// A finite number, or it is noted that one is expected.
    pub fn number(&self) -> Option<f64> {
        match *self.value {
            Value::Number(x) if x.is_finite() => Some(x),
            _ => {
                self.expected(Expected::Number);
                None
            }
        }
    }

    /// A whole number from 0 to `max`, or it is noted that one is expected.
    pub fn whole(&self, max: u64) -> Option<u64> {
        match *self.value {
            // The comparison also refuses what is not finite.
            Value::Number(x) if x >= 0.0 && x <= max as f64 && x.floor() == x => Some(x as u64),
            _ => {
                self.expected(Expected::Whole);
                None
            }
        }
    }

    /// The place in the list of the word that stands here, or it is noted that one of them is expected.
    pub fn word(&self, words: &'static [&'static str]) -> Option<usize> {
        let found = words.iter().position(|word| matches!(self.value, Value::Text(text) if text == word));
        if found.is_none() {
            self.expected(Expected::OneOf(words));
        }
        found
    }

    /// Hands over the items of a list, or notes that one is expected.
    pub fn items(&self, take: &mut dyn FnMut(Reader)) -> bool {
        let Value::List(items) = self.value else { return self.expected(Expected::List) };
        for (index, item) in items.iter().enumerate() {
            take(Reader { value: item, path: &self.path.at(Segment::Index(index)), log: self.log });
        }
        true
    }

    /// Whether an object stands here; if not, it is noted.
    pub fn expect_object(&self) -> bool {
        matches!(self.value, Value::Object(_)) || self.expected(Expected::Object)
    }
}
