//! The rules of a language, besides its sentences. It does not know which languages there are.

use super::dates::Dates;
use super::numbers::Numbers;

/// The rules of a language: its names, its plural forms, and how it writes numbers, dates and spaces.
pub(super) struct Rules {
    /// Its code of two letters (ISO 639-1), as in `lang="fr"` and in an agency's file.
    pub code: &'static str,
    /// Its name in the language itself, where readers choose it: `Français`.
    pub name: &'static str,
    /// The form of a sentence for a number: its index, from 0, among the forms that `|` separates.
    pub plural: fn(f64) -> usize,
    /// Separator of the last two alternatives: ` or `, in `a or b`.
    pub or: &'static str,
    /// How it writes and reads numbers.
    pub numbers: Numbers,
    /// How it writes dates and times.
    pub dates: Dates,
    /// The space that replaces an ordinary one, by the characters before and after it; `None` at the ends of a text.
    pub space: fn(Option<char>, Option<char>) -> char,
}

/// A rule for `Rules::plural`, with a singular for exactly 1 and a plural for all other numbers.
pub(super) fn one_or_many(n: f64) -> usize {
    usize::from(n != 1.0)
}

/// A rule for `Rules::space`: every ordinary space is kept.
pub(super) fn keep_space(_: Option<char>, _: Option<char>) -> char {
    ' '
}

/// Makes the enum [`Language`](super::Language) from a list `Name: module`, declares the modules, and makes a constant
/// for each sentence. The first language is the default.
///
/// Each module must have `RULES`, a function `fault` and every sentence listed in `texts.rs`.
macro_rules! languages {
    ($($language:ident: $module:ident),+ $(,)?) => {
        $(mod $module;)+

        /// A language that the product has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language {
            $(#[doc = concat!(stringify!($language), ".")] $language),+
        }

        impl Language {
            /// All languages, in the order in which readers are offered them.
            pub const ALL: [Self; [$(stringify!($module)),+].len()] = [$(Self::$language),+];
            /// Their codes in the same order.
            pub const CODES: [&str; Self::ALL.len()] = [$($module::RULES.code),+];

            /// Its rules.
            fn rules(self) -> &'static Rules {
                match self {
                    $(Self::$language => &$module::RULES),+
                }
            }

            /// The sentence of a fault as written in the language's file.
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
