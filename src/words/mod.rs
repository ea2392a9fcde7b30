//! Every sentence, in French and in English. It knows the data, never the browser.

mod dates;
mod numbers;
mod typography;

pub use dates::{format_date, format_weekday};
pub use numbers::*;
pub use typography::{NARROW_SPACE, NO_BREAK_SPACE, typeset};

/// A language that Retour speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// French.
    #[default]
    French,
    /// English.
    English,
}

impl Language {
    /// The language of a BCP 47 tag such as `fr-CA`, if Retour speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}
