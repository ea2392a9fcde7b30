//! What leaves as a file, by the clipboard or by mail: a brief as text and as Markdown, a calendar file, a table, letters.
//!
//! It knows the tree of a brief and the words of a language. It must not know the clock, the browser, or where the
//! texts go.

mod calendar;
mod code;
mod csv;
mod document;
mod letter;
mod page;

pub use calendar::{CalendarEvent, calendar};
pub use code::code;
pub use csv::csv;
pub use document::{markdown, text};
pub use letter::{ADDRESS_CHARACTERS, Letter, rewritten};
