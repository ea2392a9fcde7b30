//! Conversion between JavaScript's values and Rust's. `retour.js` has already made plain JSON of what the page passes
//! in.

use crate::proposal::{MAX_DEPTH, Value};
use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// Converts plain JSON; what is nested deeper than [`MAX_DEPTH`] becomes `null`.
///
/// Written by hand, because serde's deserialiser would add five times as much to what a page loads.
pub fn from_js(value: &JsValue) -> Value {
    branch(value, MAX_DEPTH)
}

/// Converts to plain JavaScript objects, with `null` for absent values.
///
/// All our types can be converted; if one ever could not, the page would get `null`.
pub fn to_js(value: &Value) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

fn branch(value: &JsValue, levels: usize) -> Value {
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number);
    }
    if let Some(truth) = value.as_bool() {
        return Value::Boolean(truth);
    }
    let Some(below) = levels.checked_sub(1) else { return Value::Null };
    if let Some(list) = value.dyn_ref::<Array>() {
        return Value::List(list.iter().map(|item| branch(&item, below)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Value::Null };
    let entry = |pair: JsValue| {
        let pair = Array::from(&pair);
        (pair.get(0).as_string().unwrap_or_default(), branch(&pair.get(1), below))
    };
    Value::Object(Object::entries(object).iter().map(entry).collect())
}
