//! From values in several languages to values in one, before anybody knows what they mean.

use crate::proposal::{MAX_DEPTH, Value};
use crate::words::Language;

/// The tree in one language: an object whose keys are all codes of languages gives way to the value
/// of that language, or of another if it lacks it. What lies deeper than JSON may is dropped.
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

/// The value in the language, if the object is one of languages.
fn chosen(entries: &[(String, Value)], language: Language) -> Option<&Value> {
    let is_code = |key: &str| matches!(key, "fr" | "en");
    if !entries.iter().all(|(key, _)| is_code(key)) {
        return None;
    }
    let mut said = entries.iter().filter(|(_, text)| *text != Value::Null);
    let other = said.clone().next().or(entries.first());
    said.find(|(key, _)| key == language.code()).or(other).map(|(_, text)| text)
}
