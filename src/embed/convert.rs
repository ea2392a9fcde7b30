//! Between JavaScript's values and ours. `retour.js` has already made plain JSON of what comes in.

use crate::proposal::{MAX_DEPTH, Value};
use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// Plain JSON as a tree; what is nested too deep to be any of ours counts as nothing.
///
/// By hand, for serde's way in costs five times as much of a page's load.
pub fn from_js(value: &JsValue) -> Value {
    branch(value, MAX_DEPTH)
}

/// Plain JavaScript objects, with `null` where there is nothing.
///
/// Our own types hold nothing that has no such form; if one ever did, the page would see `null`.
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
