//! The way from the root of a tree of JSON to a value in it. It knows nothing of what the values mean.

use std::fmt;

/// Where a value stands, as a chain on the stack: it is written out only when something is wrong.
pub struct Path<'a> {
    /// The way up to here, if this is not the root.
    pub parent: Option<&'a Path<'a>>,
    /// The last step.
    pub step: Step<'a>,
}

/// One step of the way.
#[derive(Clone, Copy)]
pub enum Step<'a> {
    /// Into an object; the first step of all is the prefix, perhaps empty.
    Key(&'a str),
    /// Into a list.
    Index(usize),
}

impl<'a> Path<'a> {
    /// The way one step further.
    pub fn at(&'a self, step: Step<'a>) -> Path<'a> {
        Path { parent: Some(self), step }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Key(key) => {
                let first = self.parent.is_none_or(|p| p.parent.is_none() && matches!(p.step, Step::Key("")));
                f.write_str(if first { "" } else { "." })?;
                f.write_str(key)
            }
        }
    }
}

impl<'a> Path<'a> {
    /// The way to the root, under a prefix that may be empty.
    pub fn root(prefix: &'a str) -> Self {
        Path { parent: None, step: Step::Key(prefix) }
    }
}
