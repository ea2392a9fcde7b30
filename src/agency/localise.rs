//! Chooses one language in a JSON tree with values by language, before it is turned into typed data.

use crate::proposal::{MAX_DEPTH, Value};
use crate::words::Language;

/// The tree in one language: an object whose keys are languages is replaced by its value in that
/// language, or in another that Retour has if it is absent or `null`. Values deeper than [`MAX_DEPTH`]
/// become `null`.
pub fn localise(value: &Value, language: Language) -> Value {
    level(value, language, MAX_DEPTH)
}

fn level(value: &Value, language: Language, levels: usize) -> Value {
    let Some(below) = levels.checked_sub(1) else { return Value::Null };
    match value {
        Value::List(items) => Value::List(items.iter().map(|item| level(item, language, below)).collect()),
        Value::Object(entries) => match chosen(entries, language) {
            Some(text) => level(text, language, below),
            None => {
                Value::Object(entries.iter().map(|(key, inner)| (key.clone(), level(inner, language, below))).collect())
            }
        },
        plain => plain.clone(),
    }
}

/// Whether an object has values by language: one of Retour's languages is among its keys, and the others look like
/// language tags too.
pub(super) fn is_of_languages(entries: &[(String, Value)]) -> bool {
    let mut keys = entries.iter().map(|(key, _)| key.as_str());
    keys.clone().any(|key| Language::CODES.contains(&key)) && keys.all(is_like_a_language)
}

/// Whether a key looks like a language tag, such as `de` or `pt-BR`. `id` does not count: an object with an id is an
/// item, not a value by language.
fn is_like_a_language(key: &str) -> bool {
    let main = key.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&main.len()) && main.bytes().all(|byte| byte.is_ascii_alphabetic()) && key != "id"
}

/// The value in the language, if the object has values by language.
fn chosen(entries: &[(String, Value)], language: Language) -> Option<&Value> {
    if !is_of_languages(entries) {
        return None;
    }
    let spoken = entries.iter().filter(|(key, _)| Language::CODES.contains(&key.as_str()));
    let mut said = spoken.clone().filter(|(_, text)| *text != Value::Null);
    let other = said.clone().chain(spoken).next();
    said.find(|(key, _)| key == language.code()).or(other).map(|(_, text)| text)
}
