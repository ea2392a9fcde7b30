//! Spaces and apostrophes by the typographic rules of each language.

use super::Language;

/// Narrow no-break space (U+202F): in French between groups of digits and before `; ! ?`.
pub const NARROW_SPACE: char = '\u{202f}';
/// No-break space (U+00A0): in French before `: % €`.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Replaces the ordinary spaces and straight apostrophes of a text by those of the language.
///
/// Nothing is inserted or removed, and doing it again changes nothing. E-mail and web addresses stay as they are, since
/// they contain no spaces and hardly ever an apostrophe.
pub fn typeset(text: &str, language: Language) -> String {
    typeset_by(language.rules().space, text)
}

/// The same, with a function that returns the replacement of an ordinary space between two characters.
pub(super) fn typeset_by(space: fn(Option<char>, Option<char>) -> char, text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let signs: Vec<char> = text.chars().collect();
    for (i, &sign) in signs.iter().enumerate() {
        let (before, after) = (i.checked_sub(1).map(|i| signs[i]), signs.get(i + 1).copied());
        set.push(match sign {
            '\'' if before.is_some_and(is_letter) => '’',
            ' ' => space(before, after),
            other => other,
        });
    }
    set
}

/// Whether a character is a Latin letter. The standard tables for all scripts would add to what every page loads.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic() || matches!(sign, '\u{c0}'..='\u{24f}' if !matches!(sign, '×' | '÷'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces() {
        let set = typeset("L'été : « oui » ? 1 200 m² ; 20 % !", Language::French);
        assert_eq!(set, "L’été\u{a0}: «\u{202f}oui\u{202f}»\u{202f}? 1\u{202f}200 m²\u{202f}; 20\u{a0}%\u{202f}!");
        assert_eq!(typeset(&set, Language::French), set);
    }

    #[test]
    fn english_keeps_its_spaces() {
        assert_eq!(typeset("It's 20 % : yes ?", Language::English), "It’s 20 % : yes ?");
        assert_eq!(typeset("'quoted'", Language::English), "'quoted’");
    }
}
