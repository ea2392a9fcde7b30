//! Why a link did not open, with what could be read of it. The sentences are in `words`.

use crate::proposal::{Dates, Party};

/// Why a link did not open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// The text is empty.
    Empty,
    /// The text does not start like a link of any version.
    NotALink,
    /// A later version made the link.
    NewerVersion {
        /// The mark that the link starts with.
        mark: char,
        /// The flags of what this version does not know; 0 if it does not know the mark.
        flags: u8,
    },
    /// Characters are missing.
    Cut {
        /// What could be read.
        known: Box<Known>,
        /// Characters received.
        received: usize,
        /// Characters of the whole link, if the length at its start could be read.
        expected: Option<usize>,
    },
    /// No characters are missing but the checksum is wrong, or the contents cannot have been sealed.
    Damaged {
        /// What could be read.
        known: Box<Known>,
    },
    /// The text is longer than any link.
    TooLong {
        /// Bytes received.
        received: usize,
        /// Bytes that a link may have.
        most: usize,
    },
}

/// What could be read of a broken link; fields that could not be read are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Whether it is a reply; `None`: unknown.
    pub is_reply: Option<bool>,
    /// The sender of the proposal.
    pub from: Party,
    /// The recipient of the proposal.
    pub to: Party,
    /// The dates of the proposal.
    pub dates: Dates,
    /// The title of the proposal.
    pub title: String,
}
