//! Exports for a file, the clipboard or e-mail: a brief as text and as Markdown, a calendar file, a table, a QR code,
//! letters.
//!
//! It knows the tree of a brief and the words of a language, but neither the clock, nor the browser, nor where the
//! texts are sent.

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
pub use letter::{Letter, MAX_ADDRESS_CHARACTERS, rewritten_length};
