//! Between JavaScript's values and ours. `retour.js` has already made plain JSON of what comes in.

use crate::proposal::Value;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::JsValue;

/// Plain JSON as a tree; `None` if it is nested too deep or holds something that JSON has not.
pub fn from_js(value: JsValue) -> Option<Value> {
    Value::deserialize(Deserializer::from(value)).ok()
}

/// Plain JavaScript objects, with `null` where there is nothing.
///
/// Our own types hold nothing that has no such form; if one ever did, the page would see `null`.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
