//! What goes wrong, as JavaScript's `Error` with its typed datum.

use super::convert::to_js;
use crate::link::Refused;
use crate::proposal::{Issue, Value};
use crate::words::{Language, Text, Words, fault_sentence};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A list of `{path, message}`: the path in the names of the JSON, empty for the whole; what is wrong, then what to do.
#[inline(never)]
pub fn told(issues: &[Issue], language: Language) -> Value {
    let tell = |issue: &Issue| {
        let message = fault_sentence(&issue.fault, language);
        Value::object(vec![("path", issue.path.as_str().into()), ("message", message.as_str().into())])
    };
    Value::List(issues.iter().map(tell).collect())
}

/// An `Error` with `issues`; its message has a line for each.
#[inline(never)]
pub fn faulty(issues: &[Issue], language: Language) -> JsValue {
    let mut message = String::new();
    for issue in issues {
        for part in [if message.is_empty() { "" } else { "\n" }, &issue.path, ": "] {
            message.push_str(part);
        }
        message.push_str(&fault_sentence(&issue.fault, language));
    }
    error(&message, "issues", &to_js(&told(issues, language)))
}

/// An `Error` with a `reason`: `empty`, `notALink`, `newerVersion`, `cut`, `damaged` or `tooLong`.
pub fn refused(why: &Refused, language: Language) -> JsValue {
    let (reason, text) = match why {
        Refused::Empty => ("empty", Text::BrokenOther),
        Refused::NotALink => ("notALink", Text::BrokenOther),
        Refused::TooLong { .. } => ("tooLong", Text::BrokenOther),
        Refused::NewerVersion { .. } => ("newerVersion", Text::BrokenNewer),
        Refused::Cut { .. } => ("cut", Text::BrokenCut),
        Refused::Damaged { .. } => ("damaged", Text::BrokenDamaged),
    };
    error(&Words::new(language).text(text), "reason", &reason.into())
}

fn error(message: &str, key: &str, datum: &JsValue) -> JsValue {
    let error: JsValue = js_sys::Error::new(message).into();
    // An object that was just made takes every property.
    let _ = Reflect::set(&error, &key.into(), datum);
    error
}
