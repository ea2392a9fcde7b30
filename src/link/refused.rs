//! Why a link did not open, with what could be read of it. The sentences stand in `words`.

use crate::proposal::{Dates, Party};

/// Why a link did not open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// There is nothing.
    Empty,
    /// It does not begin like a link of any version.
    NotALink,
    /// A later program made it.
    NewerVersion {
        /// The mark that it begins with.
        mark: char,
        /// Flags of what this program does not understand, 0 if the mark is the matter.
        flags: u8,
    },
    /// Characters are missing.
    Cut {
        /// What could be read.
        known: Box<Known>,
        /// Characters that are there.
        received: usize,
        /// Characters that a whole link has, if its beginning still says so.
        expected: Option<usize>,
    },
    /// The length is right, the checksum is not; or it holds what nobody can have sealed.
    Damaged {
        /// What could be read.
        known: Box<Known>,
    },
    /// Longer than any link.
    TooLong {
        /// Bytes that are there.
        received: usize,
        /// Bytes that a link may have.
        most: usize,
    },
}

/// What a broken link still tells; empty where it tells nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Whether it is a reply; `None`: unknown.
    pub is_reply: Option<bool>,
    /// Who proposes.
    pub from: Party,
    /// Who is asked.
    pub to: Party,
    /// Until when it holds.
    pub dates: Dates,
    /// What the project is called.
    pub title: String,
}
