//! The path from the root of a JSON tree to a value in it. It knows nothing of what the values mean.

/// Path of a value, linked through the stack: it becomes a text only when a fault is noted.
pub struct Path<'a> {
    /// Path of the enclosing value; `None` at the root.
    pub parent: Option<&'a Path<'a>>,
    /// The last segment.
    pub step: Segment<'a>,
}

/// One segment of a path.
#[derive(Clone, Copy)]
pub enum Segment<'a> {
    /// Key in an object; at the root the prefix of all paths, which may be empty.
    Key(&'a str),
    /// Index in a list.
    Index(usize),
}

impl<'a> Path<'a> {
    /// Path of the root, with a prefix that may be empty.
    pub fn root(prefix: &'a str) -> Self {
        Path { parent: None, step: Segment::Key(prefix) }
    }

    /// Path of a value inside this one.
    pub fn at(&'a self, step: Segment<'a>) -> Path<'a> {
        Path { parent: Some(self), step }
    }

    /// The path as text: `factors[3].value.pert`.
    pub fn written(&self) -> String {
        let mut path = self.parent.map(Path::written).unwrap_or_default();
        match self.step {
            Segment::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Segment::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
        }
        path
    }
}
