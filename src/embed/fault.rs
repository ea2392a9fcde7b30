//! What goes wrong, as JavaScript's `Error` with its typed datum.

use super::convert::to_js;
use crate::link::Refused;
use crate::proposal::Issue;
use crate::words::{Language, Text, Words, fault_sentence};
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// An issue as a page is told of it.
#[derive(Serialize)]
pub struct Told {
    /// Where, in the names of the JSON; empty for the whole.
    path: String,
    /// What is wrong, then what to do.
    message: String,
}

/// Issues with their sentences.
pub fn told(issues: &[Issue], language: Language) -> Vec<Told> {
    let tell = |issue: &Issue| Told { path: issue.path.clone(), message: fault_sentence(&issue.fault, language) };
    issues.iter().map(tell).collect()
}

/// A list of `{path, message}`.
pub fn issues_to_js(issues: &[Issue], language: Language) -> JsValue {
    to_js(&told(issues, language))
}

/// An `Error` with `issues`; its message has a line for each.
pub fn faulty(issues: &[Issue], language: Language) -> JsValue {
    let told = told(issues, language);
    let lines: Vec<_> = told.iter().map(|it| [&*it.path, &*it.message].join(": ")).collect();
    error(&lines.join("\n"), "issues", &to_js(&told))
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
