//! The languages: their sentences, and how they write numbers, dates and spaces. It knows the data, never the browser.
//!
//! `docs/adding.md` explains how to add a sentence or a language.

mod dates;
mod faults;
#[cfg(test)]
mod foreign;
mod language;
mod numbers;
mod text;
mod texts;
mod typed;
mod typography;

pub use dates::{format_date, format_digits, format_time, format_weekday};
pub use faults::fault_sentence;
pub use numbers::*;
pub use text::Text;
pub use typed::{NotANumber, cells, parse_number, parse_percent, units_of_money};
pub use typography::{NARROW_SPACE, NO_BREAK_SPACE, typeset};

use language::{Rules, languages};
use std::rc::Rc;
use text::Sentence;

languages! {
    French: fr,
    English: en,
}

impl Default for Language {
    /// The first of [`Language::ALL`].
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl Language {
    /// The language of a BCP 47 tag such as `fr-CA`, if the product has it.
    pub fn of(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// Its code of two letters (ISO 639-1).
    pub fn code(self) -> &'static str {
        self.rules().code
    }

    /// Its name in the language itself: `Français`.
    pub fn name(self) -> &'static str {
        self.rules().name
    }
}

/// The words of one widget: its language, and the sentences that the agency's file overrides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    language: Language,
    overrides: Rc<Vec<(String, String)>>,
}

impl Words {
    /// The words of a language.
    pub fn new(language: Language) -> Self {
        Self { language, overrides: Rc::default() }
    }

    /// The same words with some sentences overridden by the agency, by key.
    pub fn with_overrides(self, overrides: Vec<(String, String)>) -> Self {
        Self { overrides: Rc::new(overrides), ..self }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A sentence, typeset.
    pub fn text(&self, text: Text) -> String {
        typeset(self.raw(text), self.language)
    }

    /// A sentence with its blanks filled in.
    pub fn fill(&self, text: Text, blanks: &[(&str, &str)]) -> String {
        fill(&self.text(text), blanks)
    }

    /// The form of a sentence for a number, with its blanks filled in, `{n}` by the number with at most one decimal.
    pub fn count(&self, text: Text, n: f64, blanks: &[(&str, &str)]) -> String {
        let rules = self.language.rules();
        let set = typeset(form(self.raw(text), (rules.plural)(n)), self.language);
        fill(&fill(&set, &[("n", &self.number(n, 1))]), blanks)
    }

    /// A number with at most `decimals` decimals.
    pub fn number(&self, x: f64, decimals: usize) -> String {
        format_number(x, decimals, self.language)
    }

    /// The separator between the cells of a CSV file, as spreadsheets of the language expect it.
    pub fn cell_separator(&self) -> char {
        self.language.rules().numbers.cell
    }

    /// A number with at most `decimals` decimals and without thousands separators, as a spreadsheet in this language
    /// reads it.
    pub fn ungrouped_number(&self, x: f64, decimals: usize) -> String {
        self.number(x, decimals).replace(self.language.rules().numbers.group, "")
    }

    /// A fraction as a whole percentage.
    pub fn percent(&self, fraction: f64) -> String {
        format_percent(fraction, 0, self.language)
    }

    /// A text by the agency or a person, typeset.
    pub fn typeset(&self, text: &str) -> String {
        typeset(text, self.language)
    }

    /// A sentence before typesetting: the agency's, else the language's.
    fn raw(&self, text: Text) -> &str {
        let own = self.overrides.iter().find(|(key, _)| is_same_key(key, text.key()));
        own.map_or(text.in_language(self.language), |(_, own)| own)
    }
}

/// Whether a sentence has this key, in the form of an agency's file.
pub fn is_sentence(key: &str) -> bool {
    Text::KEYS.iter().any(|own| is_same_key(key, own))
}

/// Whether two keys are equal, without regard to the case of their first letter.
fn is_same_key(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    a.next().zip(b.next()).is_some_and(|(first, other)| first.eq_ignore_ascii_case(&other)) && a.as_str() == b.as_str()
}

/// The form at an index among those that `|` separates in a sentence; the last one if it has fewer.
fn form(sentence: &str, place: usize) -> &str {
    let mut forms = sentence.split('|');
    forms.clone().nth(place).or_else(|| forms.next_back()).unwrap_or(sentence)
}

/// Replaces each `{name}` by the value of the blank with this name; others are left as they are.
fn fill(text: &str, blanks: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let blank = after.split_once('}');
        let filling = blank.and_then(|(name, end)| Some((blanks.iter().find(|(own, _)| *own == name)?.1, end)));
        match filling {
            Some((filling, end)) => {
                filled.push_str(filling);
                rest = end;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blanks of a sentence, sorted.
    fn blanks(text: &str) -> Vec<&str> {
        let mut blanks: Vec<&str> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
        blanks.sort_unstable();
        blanks
    }

    /// The number of forms that the numbers from 0 to 200 need, in steps of a tenth.
    pub(super) fn forms(rules: &Rules) -> usize {
        (0..=2000).map(|n| (rules.plural)(f64::from(n) / 10.0) + 1).max().unwrap_or(0)
    }

    #[test]
    fn all_languages_have_the_same_blanks_and_the_forms_of_a_number() {
        for text in Text::ALL {
            let first = text.in_language(Language::default());
            for language in Language::ALL {
                let sentence = text.in_language(language);
                let expected = if first.contains('|') { forms(language.rules()) } else { 1 };
                assert_eq!(sentence.split('|').count(), expected, "{text:?}");
                for form in sentence.split('|') {
                    assert_eq!(blanks(form), blanks(first.split('|').next().unwrap()), "{text:?}");
                }
                assert!(!sentence.is_empty() && sentence.matches('*').count() % 2 == 0, "{text:?}");
                assert!(!sentence.contains(['\u{a0}', '\u{202f}', '’']), "typed with ordinary signs: {text:?}");
            }
        }
    }

    #[test]
    fn every_key_is_known_and_no_other() {
        let mut keys: Vec<&str> = Text::ALL.iter().map(|text| text.key()).collect();
        assert_eq!(keys, Text::KEYS);
        for key in &keys {
            assert!(is_sentence(key) && is_sentence(&[&key[..1].to_lowercase(), &key[1..]].concat()));
            for wrong in [key.to_uppercase(), [key, "s"].concat(), key[1..].to_owned(), key[..key.len() - 1].to_owned()]
            {
                assert_eq!(is_sentence(&wrong), keys.iter().any(|key| is_same_key(key, &wrong)), "{wrong}");
            }
        }
        for wrong in ["", "createbrief", "createBriefs", "reateBrief", "création"] {
            assert!(!is_sentence(wrong), "{wrong}");
        }
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Text::ALL.len());
    }

    #[test]
    fn languages_are_known_by_their_tags() {
        for (tag, language) in [("fr", Language::French), ("EN_us", Language::English), ("fr-CA", Language::French)] {
            assert_eq!(Language::of(tag), Some(language));
        }
        assert!(["", "f", "fra", "de", "-fr"].iter().all(|tag| Language::of(tag).is_none()));
        assert_eq!(Language::ALL.map(Language::code), Language::CODES);
    }

    #[test]
    fn plurals_follow_the_language() {
        let (french, english) = (Words::new(Language::French), Words::new(Language::English));
        assert_eq!(french.count(Text::NeverNote, 0.0, &[]), "Dans 0 futur sur 20, le coût n’est pas remboursé.");
        assert_eq!(english.count(Text::NeverNote, 0.0, &[]), "In 0 futures out of 20 the cost is not repaid.");
        assert_eq!(english.count(Text::NeverNote, 1.0, &[]), "In 1 future out of 20 the cost is not repaid.");
    }

    #[test]
    fn an_agency_overrides_a_sentence() {
        let own = vec![("createBrief".to_owned(), "Voir l'estimation".to_owned())];
        let words = Words::new(Language::French).with_overrides(own);
        assert_eq!(words.text(Text::CreateBrief), "Voir l’estimation");
        assert_eq!(words.text(Text::CopyLink), "Copier le lien");
    }
}
