//! What the program has to know of a language, besides its sentences. It must not know which languages there are.

use super::dates::Dates;
use super::numbers::Numbers;

/// The rules of one language: its names, how it counts, and how it writes numbers, days and spaces.
pub(super) struct Rules {
    /// Its two letters (ISO 639-1), as in `lang="fr"` and in an agency's file.
    pub code: &'static str,
    /// Its name in the language itself, as a reader looks for it: `Français`.
    pub name: &'static str,
    /// Which form of a sentence that counts something goes with a number: its place among those that `|` separates,
    /// counted from 0.
    pub plural: fn(f64) -> usize,
    /// What stands between alternatives: `a or b`.
    pub or: &'static str,
    /// How it writes and reads numbers.
    pub numbers: Numbers,
    /// How it writes days and times.
    pub dates: Dates,
    /// What an ordinary space becomes between two signs, either of which is missing at the ends of a text.
    pub space: fn(Option<char>, Option<char>) -> char,
}

/// The form for exactly one where a language has a singular and a plural: 0 for 1, 1 for any other number.
pub(super) fn one_or_many(n: f64) -> usize {
    usize::from(n != 1.0)
}

/// An ordinary space stays one, wherever it stands.
pub(super) fn keep_space(_: Option<char>, _: Option<char>) -> char {
    ' '
}

/// Makes the enum [`Language`](super::Language) of a list `Name: module`, declares the modules, and makes a constant of
/// each sentence. The first language is the default.
///
/// A module has `RULES`, a function `fault` and every sentence that `texts.rs` lists.
macro_rules! languages {
    ($($language:ident: $module:ident),+ $(,)?) => {
        $(mod $module;)+

        /// A language that the product is written in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language {
            $(#[doc = concat!(stringify!($language), ".")] $language),+
        }

        impl Language {
            /// All languages, in the order in which a reader is offered them.
            pub const ALL: [Self; [$(stringify!($module)),+].len()] = [$(Self::$language),+];
            /// Their codes in the same order.
            pub const CODES: [&str; Self::ALL.len()] = [$($module::RULES.code),+];

            /// Its rules.
            fn rules(self) -> &'static Rules {
                match self {
                    $(Self::$language => &$module::RULES),+
                }
            }

            /// The sentence of a fault as it is written in the language's file.
            fn fault(self, fault: &crate::proposal::Fault) -> &'static str {
                match self {
                    $(Self::$language => $module::fault(fault)),+
                }
            }
        }

        $crate::words::texts::keys!($($module)+);
    };
}

pub(super) use languages;
