//! Unknown keys in JSON, which would be dropped silently, and the known keys that were probably meant.

use super::json::{Log, Path, Segment};
use super::{Fault, Issue, Json, MAX_ID_CHARACTERS, Proposal, Reader, Value};

/// At most this many unknown keys are reported one by one; the rest are counted.
pub const MAX_UNKNOWN_KEYS: usize = 20;

/// A key that its object's type does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownKey {
    /// The key, shortened if it is longer than an id may be.
    pub key: String,
    /// The keys that the type has.
    pub known: Vec<&'static str>,
}

impl UnknownKey {
    /// The known key that was probably meant: the one at the smallest edit distance, without regard to case, if that
    /// distance is at most 1 or a third of the length of the shorter key.
    pub fn nearest(&self) -> Option<&'static str> {
        let key = lowercase(&self.key);
        let near = |known: &&'static str| {
            let known = lowercase(known);
            let shorter = key.len().min(known.len());
            let distance = distance(&key, &known);
            // One edit of a key of a single letter leaves nothing of it.
            (distance == 0 || shorter > 1 && distance <= (shorter / 3).max(1)).then_some(distance)
        };
        let nearest = self.known.iter().filter_map(|known| Some((near(known)?, *known)));
        nearest.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
    }
}

/// The unknown keys of a proposal's JSON: at most [`MAX_UNKNOWN_KEYS`] issues, and one with the number of the others.
pub fn unknown_keys(value: &Value) -> Vec<Issue> {
    unknown_keys_of(&mut Proposal::default(), value, "")
}

/// The keys that data of this type does not read; their paths start with `path_prefix`.
pub fn unknown_keys_of(data: &mut dyn Json, value: &Value, path_prefix: &str) -> Vec<Issue> {
    let (path, log) = (Path::root(path_prefix), Log::of_keys());
    data.read(Reader::new(value, &path, &log));
    log.into_unknown_keys()
}

/// The unknown keys found so far.
#[derive(Default)]
pub struct UnknownKeys {
    told: Vec<Issue>,
    more: usize,
}

impl UnknownKeys {
    /// Adds an unknown key of the object at this path.
    pub fn note(&mut self, object: &Path, key: &str, known: &[&'static str]) {
        if self.told.len() == MAX_UNKNOWN_KEYS {
            self.more += 1;
            return;
        }
        let key = shortened(key);
        let path = object.at(Segment::Key(&key)).written();
        if self.told.iter().all(|issue| issue.path != path) {
            let fault = Fault::UnknownKey(Box::new(UnknownKey { key, known: known.to_vec() }));
            self.told.push(Issue { path, fault });
        }
    }

    /// All of them as issues, the last one with the number of those that were only counted.
    pub fn into_issues(mut self) -> Vec<Issue> {
        if self.more > 0 {
            self.told.push(Issue { path: String::new(), fault: Fault::MoreUnknownKeys(self.more) });
        }
        self.told
    }
}

fn shortened(key: &str) -> String {
    let mut signs = key.chars();
    let mut start: String = signs.by_ref().take(MAX_ID_CHARACTERS).collect();
    if !signs.as_str().is_empty() {
        start.push('…');
    }
    start
}

/// The characters of a key, ASCII letters in lower case. Known keys are ASCII, and Unicode case tables are large.
fn lowercase(key: &str) -> Vec<char> {
    key.chars().map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Edit distance: the number of characters added, removed, replaced or swapped with their neighbour, none edited twice
/// (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let (mut before, mut last) = (Vec::new(), (0..=other.len()).collect::<Vec<_>>());
    for (row, letter) in one.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, own) in other.iter().enumerate() {
            let replaced = last[column] + usize::from(letter != own);
            let mut least = replaced.min(last[column + 1] + 1).min(this[column] + 1);
            if row > 0 && column > 0 && one[row - 1] == *own && other[column - 1] == *letter {
                least = least.min(before[column - 1] + 1);
            }
            this.push(least);
        }
        (before, last) = (last, this);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(key: &str) -> Option<&'static str> {
        UnknownKey { key: key.to_owned(), known: vec!["n", "id", "vatRate", "rates", "unitPrice"] }.nearest()
    }

    #[test]
    fn the_nearest_key_is_found_if_it_is_near() {
        for (key, meant) in [
            ("vatrate", Some("vatRate")),
            ("VAT_RATE", Some("vatRate")),
            ("vatRaet", Some("vatRate")),
            ("rate", Some("rates")),
            ("unitprise", Some("unitPrice")),
            ("N", Some("n")),
            ("x", None),
            ("siret", None),
            ("price", None),
            ("", None),
            ("clé", None),
        ] {
            assert_eq!(nearest(key), meant, "{key}");
        }
    }

    #[test]
    fn a_swap_of_neighbours_is_one_step() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (one, other, steps) in [("ab", "ba", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3)] {
            assert_eq!(distance(&chars(one), &chars(other)), steps, "{one} {other}");
            assert_eq!(distance(&chars(other), &chars(one)), steps, "{other} {one}");
        }
    }
}
