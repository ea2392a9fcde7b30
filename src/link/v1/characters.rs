//! Characters as symbols of format 1: those usual in French and English texts are one symbol each.

/// The symbol before the code point, in three symbols, of a character that has no symbol.
pub const ESCAPE: u32 = 0x9d;

/// The characters of the symbols 0x80 to 0x9f: Windows-1252, with its unassigned places filled; `\0` is in the place of
/// the escape.
const USUAL: [char; 32] = [
    '€', '\u{202f}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '→', 'Ž', '≥', '−', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The symbol of a character, if it has one.
pub fn symbol_of(c: char) -> Option<u32> {
    match c as u32 {
        1..=0x7f | 0xa0..=0xff => Some(c as u32),
        0 => None,
        _ => USUAL.iter().position(|usual| *usual == c).map(|i| 0x80 + i as u32),
    }
}

/// The character of a symbol other than [`ESCAPE`] and 0.
pub fn char_of(symbol: u32) -> Option<char> {
    match symbol {
        0x80..=0x9f => Some(USUAL[symbol as usize - 0x80]),
        _ => char::from_u32(symbol),
    }
}
