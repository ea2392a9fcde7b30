//! The way from the root of a tree of JSON to a value in it. It knows nothing of what the values mean.

/// Where a value stands, as a chain on the stack: it is written out only when something is wrong.
pub struct Path<'a> {
    /// The way up to here, if this is not the root.
    pub parent: Option<&'a Path<'a>>,
    /// The last step.
    pub step: Segment<'a>,
}

/// One step of the way.
#[derive(Clone, Copy)]
pub enum Segment<'a> {
    /// Into an object; the first step of all is the prefix, perhaps empty.
    Key(&'a str),
    /// Into a list.
    Index(usize),
}

impl<'a> Path<'a> {
    /// The way to the root, under a prefix that may be empty.
    pub fn root(prefix: &'a str) -> Self {
        Path { parent: None, step: Segment::Key(prefix) }
    }

    /// The way one step further.
    pub fn at(&'a self, step: Segment<'a>) -> Path<'a> {
        Path { parent: Some(self), step }
    }

    /// The way as people write it: `factors[3].value.pert`.
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
