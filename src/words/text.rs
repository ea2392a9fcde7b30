//! The type of a sentence: a key, and the sentence in each language. It does not know which sentences there are.

use super::Language;

/// One sentence of the product, in every language.
///
/// Each sentence is a separate constant, not a row of a table, so that a chunk of the program contains only the
/// sentences that its code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) &'static Sentence);

/// The content of a [`Text`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The name of the constant.
    pub key: &'static str,
    /// The sentence in each language, in the order of [`Language::ALL`].
    pub in_languages: [&'static str; Language::ALL.len()],
}

impl Text {
    /// The key by which an agency's file overrides the sentence; there its first letter may be in lower case.
    pub(super) fn key(self) -> &'static str {
        self.0.key
    }

    /// The sentence as it is written in a language's file.
    pub(super) fn in_language(self, language: Language) -> &'static str {
        self.0.in_languages[language as usize]
    }
}

/// Makes a constant of [`Text`] for each key. Every module of a language must have a constant of that name.
macro_rules! texts {
    ($languages:tt $($key:ident)*) => {
        #[allow(non_upper_case_globals, reason = "a key reads the same here and in an agency's file")]
        impl Text {
            $(
                #[doc = concat!("The sentence `", stringify!($key), "`; the folder of each language has it in words.")]
                pub const $key: Text = Text(&Sentence {
                    key: stringify!($key),
                    in_languages: $crate::words::text::in_languages!($languages $key),
                });
            )*

            /// The keys of all sentences.
            pub(super) const KEYS: &[&str] = &[$(stringify!($key),)*];

            /// All sentences.
            #[cfg(test)]
            pub(super) const ALL: &[Text] = &[$(Text::$key,)*];
        }
    };
}

/// The constants with one name in the modules of all languages.
macro_rules! in_languages {
    ([$($language:ident)*] $key:ident) => { [$($crate::words::$language::$key),*] };
}

/// The sentences of a language, each a constant named by its key: `Key: "sentence";`.
macro_rules! sentences {
    ($($key:ident: $sentence:literal;)*) => {$(
        #[allow(non_upper_case_globals, reason = "a key reads the same here and in an agency's file")]
        pub(in $crate::words) const $key: &str = $sentence;
    )*};
}

pub(super) use {in_languages, sentences, texts};
