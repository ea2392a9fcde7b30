//! What a sentence is: both languages under one key. It must not know which sentences there are.

/// A sentence: its key, the French and the English, with a zero between them.
///
/// Each stands by itself, not in one table, so that a part of the program carries no more than it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) &'static str);

impl Text {
    /// The sentence in French and in English.
    pub(super) fn pair(self) -> (&'static str, &'static str) {
        let rest = self.0.split_once('\0').map_or(self.0, |(_, rest)| rest);
        rest.split_once('\0').unwrap_or((rest, rest))
    }

    /// The key as an agency's file writes it, but for the case of its first letter.
    pub(super) fn key(self) -> &'static str {
        self.0.split_once('\0').map_or(self.0, |(key, _)| key)
    }

    /// Whether a sentence has this key, as an agency's file writes it.
    pub(super) fn is_key(key: &str) -> bool {
        Self::KEYS.contains(&digest(key.as_bytes()))
    }
}

/// Three bytes that tell a key from most others (FNV-1a), whatever the case of its first letter. A list of all keys
/// would be loaded with every page; of thirty thousand mistyped keys, one passes unnoticed.
pub(super) const fn digest(key: &[u8]) -> [u8; 3] {
    let (mut digest, mut at) = (0x811c_9dc5_u32, 0);
    while at < key.len() {
        let byte = if at == 0 { key[0].to_ascii_lowercase() } else { key[at] };
        digest = (digest ^ byte as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    let [_, a, b, c] = digest.to_be_bytes();
    [a, b, c]
}

macro_rules! texts {
    ($($key:ident: $french:literal, $english:literal;)*) => {
        #[allow(non_upper_case_globals, reason = "a key reads the same here and in an agency's file")]
        impl Text {
            $(#[doc = $english] pub const $key: Text = Text(concat!(stringify!($key), "\0", $french, "\0", $english));)*

            /// Every sentence.
            pub const ALL: &[Text] = &[$(Text::$key,)*];

            /// What tells every key.
            pub(super) const KEYS: &[[u8; 3]] = &[$(digest(stringify!($key).as_bytes()),)*];
        }
    };
}

pub(super) use texts;
