//! The exports that `retour.js` calls for the functions of the module, once it has started the brief's chunk.

use super::chunks;
use super::convert::{from_js, to_js};
use super::module::Functions;
use crate::app::Chunk;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The functions; an `Error` if `retour.js` has not started their chunk.
pub(super) fn functions() -> Result<&'static Functions, JsValue> {
    chunks::functions().ok_or_else(|| js_sys::Error::new("The chunk of the brief is not there.").into())
}

/// The figures of a proposal. Fails with an `Error` whose `issues` say what is wrong with it.
#[wasm_bindgen]
pub fn estimate(proposal: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    (functions()?.estimate)(proposal, lang.as_deref())
}

/// The faults of a proposal, then its unknown keys: a list of `{path, message, severity}`.
#[wasm_bindgen]
pub fn check(proposal: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    Ok((functions()?.check)(proposal, lang.as_deref()))
}

/// The sealed text of a proposal, for after `#retour=`. Fails as [`estimate`] does; logs unknown keys on the console.
#[wasm_bindgen]
pub fn seal(proposal: &JsValue, lang: Option<String>) -> Result<String, JsValue> {
    (functions()?.seal)(proposal, lang.as_deref())
}

/// The sealed text of a reply to a proposal. Fails as [`estimate`] does; paths in the reply start with `reply`.
#[wasm_bindgen(js_name = sealReply)]
pub fn seal_reply(proposal: &JsValue, reply: &JsValue, lang: Option<String>) -> Result<String, JsValue> {
    (functions()?.seal_reply)(proposal, reply, lang.as_deref())
}

/// The content of a sealed text, or of any text with a link in it. Fails with an `Error` whose `reason` says why not.
#[wasm_bindgen]
pub fn open(sealed: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    (functions()?.open)(sealed, lang.as_deref())
}

/// One record of the list of sent briefs that has what two of the same brief know, `stored` and `row`.
#[wasm_bindgen(js_name = mergeRows)]
pub fn merge_rows(stored: &JsValue, row: JsValue) -> JsValue {
    let desk = chunks::doors(Chunk::Desk).and_then(|doors| doors.chunks().desk);
    desk.map_or(row.clone(), |desk| to_js(&(desk.merge_rows)(&from_js(stored), &from_js(&row))))
}
