//! Spaces and marks as each language sets them.

use super::Language;

/// U+202F, between thousands and before `; ! ?` in French.
pub const NARROW_SPACE: char = '\u{202f}';
/// U+00A0, before `: % €` in French.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Sets a text that was typed with ordinary spaces and straight apostrophes.
///
/// It is idempotent, touches white space and apostrophes only, and leaves e-mail and web addresses alone,
/// since those have no space before a colon.
pub fn typeset(text: &str, language: Language) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let signs: Vec<char> = text.chars().collect();
    for (i, &sign) in signs.iter().enumerate() {
        let (before, after) = (i.checked_sub(1).map(|i| signs[i]), signs.get(i + 1).copied());
        set.push(match sign {
            '\'' if before.is_some_and(is_letter) => '’',
            ' ' if language == Language::French => french_space(before, after),
            other => other,
        });
    }
    set
}

/// Whether a sign is a letter, as far as our languages go: the tables of all others would be loaded with every page.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic() || matches!(sign, '\u{c0}'..='\u{24f}' if !matches!(sign, '×' | '÷'))
}

/// What an ordinary space between two signs becomes.
fn french_space(before: Option<char>, after: Option<char>) -> char {
    match (before, after) {
        (_, Some(';' | '!' | '?' | '»')) | (Some('«'), _) => NARROW_SPACE,
        (_, Some(':' | '%' | '€' | '£')) => NO_BREAK_SPACE,
        (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit() => NARROW_SPACE,
        _ => ' ',
    }
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
