//! Changes a value in a JSON tree by its path, such as `lines[2].making[0].days.pert[1]`.

use crate::proposal::Value;

/// One segment of a path.
enum Segment<'a> {
    Key(&'a str),
    Index(usize),
}

/// Sets the value at a path, or removes it if `value` is `Null`. Does nothing if the path does not exist, except that a
/// last key may be new and a last index may be the length of the list.
pub fn put(root: &mut Value, path: &str, value: Value) {
    let Some(steps) = steps(path) else { return };
    let Some((last, way)) = steps.split_last() else { return };
    let mut place = root;
    for step in way {
        let next = match (step, place) {
            (Segment::Key(key), Value::Object(entries)) => {
                entries.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value)
            }
            (Segment::Index(index), Value::List(entries)) => entries.get_mut(*index),
            _ => None,
        };
        let Some(next) = next else { return };
        place = next;
    }
    match (last, place) {
        (Segment::Key(key), Value::Object(entries)) => {
            entries.retain(|(own, _)| own != key);
            if value != Value::Null {
                entries.push(((*key).to_owned(), value));
            }
        }
        (Segment::Index(index), Value::List(entries)) => {
            if value == Value::Null {
                if *index < entries.len() {
                    entries.remove(*index);
                }
            } else if *index < entries.len() {
                entries[*index] = value;
            } else if *index == entries.len() {
                entries.push(value);
            }
        }
        _ => {}
    }
}

fn steps(path: &str) -> Option<Vec<Segment<'_>>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        steps.push(Segment::Key(key));
        while let Some(inner) = rest.strip_prefix('[') {
            let (index, after) = inner.split_once(']')?;
            steps.push(Segment::Index(index.parse().ok()?));
            rest = after;
        }
        if !rest.is_empty() {
            return None;
        }
    }
    Some(steps)
}
