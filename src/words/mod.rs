//! Every sentence, in French and in English. It knows the data, never the browser.

mod dates;
mod faults;
mod numbers;
mod text;
mod texts;
mod typography;

pub use dates::{format_date, format_time, format_weekday};
pub use faults::{sentence as fault_sentence, typed_sentence as typed_fault_sentence};
pub use numbers::*;
pub use text::Text;
pub use typography::{NARROW_SPACE, NO_BREAK_SPACE, typeset};

use std::rc::Rc;

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
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// The words of one widget: its language, and the agency's own sentences where its file has some.
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

    /// The same with sentences of the agency's own, by key.
    pub fn with_overrides(self, overrides: Vec<(String, String)>) -> Self {
        Self { overrides: Rc::new(overrides), ..self }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        typeset(self.raw(text), self.language)
    }

    /// A sentence with its blanks filled in.
    pub fn fill(&self, text: Text, blanks: &[(&str, &str)]) -> String {
        fill(&self.text(text), blanks)
    }

    /// The form of a sentence for a number; its blanks filled in, `{n}` with the number.
    ///
    /// French says "1,9 jour" and English "1.9 days": the singular ends at 2 there and holds at 1 only here.
    pub fn count(&self, text: Text, n: f64, blanks: &[(&str, &str)]) -> String {
        let singular = match self.language {
            Language::French => n.abs() < 2.0,
            Language::English => n == 1.0,
        };
        let (one, many) = self.raw(text).split_once('|').unwrap_or((self.raw(text), self.raw(text)));
        let set = typeset(if singular { one } else { many }, self.language);
        fill(&fill(&set, &[("n", &self.number(n, 1))]), blanks)
    }

    /// A number with at most so many decimals.
    pub fn number(&self, x: f64, decimals: usize) -> String {
        format_number(x, decimals, self.language)
    }

    /// A fraction as a whole percentage.
    pub fn percent(&self, fraction: f64) -> String {
        format_percent(fraction, 0, self.language)
    }

    /// A text of the agency's or the person's own, set as the language sets it.
    pub fn set(&self, text: &str) -> String {
        typeset(text, self.language)
    }

    fn raw(&self, text: Text) -> &str {
        self.overrides.iter().find(|(key, _)| same_key(key, text.key())).map_or_else(
            || {
                let (french, english) = text.pair();
                match self.language {
                    Language::French => french,
                    Language::English => english,
                }
            },
            |(_, own)| own,
        )
    }
}

/// Whether a sentence has this key, as an agency's file writes it.
pub fn is_sentence(key: &str) -> bool {
    Text::is_key(key)
}

/// Whether two keys are the same but for the case of their first letter.
fn same_key(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && !a.is_empty()
        && a.is_char_boundary(1)
        && a[..1].eq_ignore_ascii_case(&b[..1])
        && a[1..] == b[1..]
}

/// Fills `{name}` wherever a blank has this name.
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

    #[test]
    fn both_languages_have_the_same_blanks_and_forms() {
        for text in Text::ALL {
            let (french, english) = text.pair();
            assert_eq!(blanks(french), blanks(english), "{text:?}");
            assert_eq!(french.matches('|').count(), english.matches('|').count(), "{text:?}");
            for sentence in [french, english] {
                assert!(!sentence.is_empty() && sentence.matches('*').count() % 2 == 0, "{text:?}");
                assert!(!sentence.contains(['\u{a0}', '\u{202f}', '’']), "typed with ordinary signs: {text:?}");
            }
        }
    }

    #[test]
    fn every_key_is_known_by_its_digest_and_no_other() {
        let mut keys: Vec<&str> = Text::ALL.iter().map(|text| text.key()).collect();
        assert!(
            keys.iter().all(|key| is_sentence(key) && is_sentence(&[&key[..1].to_lowercase(), &key[1..]].concat()))
        );
        assert!(!is_sentence("") && !is_sentence("createbrief") && !is_sentence("createBriefs"));
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Text::ALL.len());
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
