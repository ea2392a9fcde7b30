//! Failures as JavaScript's `Error`, each with a property for its data.

use super::convert::to_js;
use crate::link::OpenError;
use crate::proposal::{Fault, Issue, Value};
use crate::words::{Language, Text, Words, fault_sentence};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Issues as a list of `{path, message, severity}`: the path in the JSON, empty for the whole; what is wrong and what
/// to do about it; `error`, or `warning` for a key that is left out.
pub fn issues_to_json(issues: &[Issue], language: Language) -> Value {
    let tell = |issue: &Issue| {
        let message = fault_sentence(&issue.fault, language);
        let severity = if issue.is_error() { "error" } else { "warning" };
        Value::object(vec![
            ("path", issue.path.as_str().into()),
            ("message", message.as_str().into()),
            ("severity", severity.into()),
        ])
    };
    Value::List(issues.iter().map(tell).collect())
}

/// An `Error` with `issues`; its message has a line for each.
pub fn issues_error(issues: &[Issue], language: Language) -> JsValue {
    error(&lines(issues, language), "issues", &to_js(&issues_to_json(issues, language)))
}

/// Logs what is left out as one warning on the console; does nothing if there is nothing.
pub fn warn(issues: &[Issue], language: Language) {
    if !issues.is_empty() {
        console_warn(&["Retour: ", &lines(issues, language)].concat());
    }
}

/// Logs the unknown keys of an agency's file as a warning on the console. It is for the author of the file, in English,
/// without the sentences that users see.
pub fn warn_of_file(keys: &[Issue]) {
    let mut text = "Retour: nobody reads these keys of the agency's file:".to_owned();
    for issue in keys {
        let meant = match &issue.fault {
            Fault::UnknownKey(unknown) => unknown.nearest().map_or_else(String::new, |key| [" (", key, "?)"].concat()),
            _ => "and others".to_owned(),
        };
        for part in [" ", &issue.path, &meant, ";"] {
            text.push_str(part);
        }
    }
    console_warn(text.trim_end_matches(';'));
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(text: &str);
}

/// A line for each issue.
fn lines(issues: &[Issue], language: Language) -> String {
    let mut text = String::new();
    for issue in issues {
        let (next, colon) = (if text.is_empty() { "" } else { "\n" }, if issue.path.is_empty() { "" } else { ": " });
        for part in [next, &issue.path, colon, &fault_sentence(&issue.fault, language)] {
            text.push_str(part);
        }
    }
    text
}

/// An `Error` with a `reason`: `empty`, `notALink`, `newerVersion`, `cut`, `damaged` or `tooLong`.
pub fn link_error(why: &OpenError, language: Language) -> JsValue {
    let (reason, text) = match why {
        OpenError::Empty => ("empty", Text::BrokenOther),
        OpenError::NotALink => ("notALink", Text::BrokenOther),
        OpenError::TooLong { .. } => ("tooLong", Text::BrokenOther),
        OpenError::NewerVersion { .. } => ("newerVersion", Text::BrokenNewer),
        OpenError::Cut { .. } => ("cut", Text::BrokenCut),
        OpenError::Damaged { .. } => ("damaged", Text::BrokenDamaged),
    };
    error(&Words::new(language).text(text), "reason", &reason.into())
}

fn error(message: &str, key: &str, datum: &JsValue) -> JsValue {
    let error: JsValue = js_sys::Error::new(message).into();
    // A new object accepts every property.
    let _ = Reflect::set(&error, &key.into(), datum);
    error
}
