//! What `retour.js` calls of the functions for programs, once it has started the chunk that they come with.

use super::chunks;
use super::module::Functions;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The functions, or an `Error` where `retour.js` has not started their chunk.
pub(super) fn functions() -> Result<&'static Functions, JsValue> {
    chunks::functions().ok_or_else(|| js_sys::Error::new("The chunk of the brief is not there.").into())
}

/// The figures of a proposal. Fails with an `Error` whose `issues` say what is wrong with it.
#[wasm_bindgen]
pub fn estimate(proposal: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    (functions()?.estimate)(proposal, lang.as_deref())
}

/// What is wrong with a proposal, and its keys that nobody reads: a list of `{path, message, severity}`.
#[wasm_bindgen]
pub fn check(proposal: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    Ok((functions()?.check)(proposal, lang.as_deref()))
}

/// The sealed text of a proposal, for after `#retour=`. Fails as [`estimate`] does; unknown keys are told on the console.
#[wasm_bindgen]
pub fn seal(proposal: &JsValue, lang: Option<String>) -> Result<String, JsValue> {
    (functions()?.seal)(proposal, lang.as_deref())
}

/// The sealed text of a reply to a proposal. Fails as [`estimate`] does; paths in the reply start with `reply`.
#[wasm_bindgen(js_name = sealReply)]
pub fn seal_reply(proposal: &JsValue, reply: &JsValue, lang: Option<String>) -> Result<String, JsValue> {
    (functions()?.seal_reply)(proposal, reply, lang.as_deref())
}

/// What a sealed text holds, or any text with a link in it. Fails with an `Error` whose `reason` says why not.
#[wasm_bindgen]
pub fn open(sealed: &JsValue, lang: Option<String>) -> Result<JsValue, JsValue> {
    (functions()?.open)(sealed, lang.as_deref())
}
