//! What is wrong with a proposal, and where. The sentences stand in `words`.

/// One fault with the path of the field that has it, such as `factors[3].value.pert`.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where, in the names of the JSON.
    pub path: String,
    /// What.
    pub fault: Fault,
}

/// A fault is a noun with its datum.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A field that must be there is not.
    Missing,
    /// Something else stands where this was expected.
    Expected(Expected),
    /// A character of the text was lost on its way and replaced (U+FFFD).
    Unreadable,
}

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any text.
    Text,
    /// A finite number.
    Number,
    /// A whole number of 0 or more.
    Whole,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// So many numbers.
    Numbers(usize),
    /// An object.
    Object,
    /// A day such as 2026-11-21.
    Date,
    /// A number or a shape of one key.
    Shape,
    /// One of these words.
    OneOf(&'static [&'static str]),
}
