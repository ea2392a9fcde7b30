//! What leaves as a file or by the clipboard: a brief as text and as Markdown, a calendar file, a table.
//!
//! It knows the tree of a brief and the words of a language. It must not know the clock, the browser, or where the
//! texts go.

mod calendar;
mod csv;
mod document;
mod page;

pub use calendar::{Event, calendar};
pub use csv::csv;
pub use document::{markdown, text};
