//! From values in several languages to values in one, before anybody knows what they mean.

use crate::proposal::{MAX_DEPTH, Value};
use crate::words::Language;

/// The tree in one language: an object whose keys are languages gives way to the value of that
/// language, or of another that Retour speaks if it lacks it. What lies deeper than JSON may is dropped.
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

/// Whether an object holds a value for each language: one of ours is among its keys, and the others look like
/// languages too.
pub(super) fn is_of_languages(entries: &[(String, Value)]) -> bool {
    let mut keys = entries.iter().map(|(key, _)| key.as_str());
    keys.clone().any(|key| Language::CODES.contains(&key)) && keys.all(is_like_a_language)
}

/// Such as `de` or `pt-BR`. What has an `id` is a thing, not a text.
fn is_like_a_language(key: &str) -> bool {
    let main = key.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&main.len()) && main.bytes().all(|byte| byte.is_ascii_alphabetic()) && key != "id"
}

/// The value in the language, if the object is one of languages.
fn chosen(entries: &[(String, Value)], language: Language) -> Option<&Value> {
    if !is_of_languages(entries) {
        return None;
    }
    let spoken = entries.iter().filter(|(key, _)| Language::CODES.contains(&key.as_str()));
    let mut said = spoken.clone().filter(|(_, text)| *text != Value::Null);
    let other = said.clone().chain(spoken).next();
    said.find(|(key, _)| key == language.code()).or(other).map(|(_, text)| text)
}
