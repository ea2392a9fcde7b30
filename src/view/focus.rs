//! Moves the focus where the state wants it. Rows and buttons are found by their attributes `data-row` and `data-add`.

use crate::app::{List, Target};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::NodeRef;

/// Moves the focus to the first target that is there. The text of a read-only field is selected, to be copied.
pub fn go(node: &NodeRef, targets: &[Target]) {
    let Some(root) = node.cast::<Element>() else { return };
    let found = targets.iter().find_map(|target| root.query_selector(&selector(target)).ok().flatten());
    if let Some(field) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
        match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlTextAreaElement>()) {
            (Some(input), _) if input.read_only() => input.select(),
            (_, Some(area)) if area.read_only() => area.select(),
            _ => {}
        }
    }
}

/// The `data-add` of the button that adds a row to a list.
pub fn add_name(list: List) -> &'static str {
    match list {
        List::Factors => "factors",
        List::Benefits => "benefits",
        List::People => "people",
        _ => list.path(),
    }
}

/// The `data-add` of the button that adds a line.
pub const ADD_LINE: &str = "lines";

fn selector(target: &Target) -> String {
    let row = |name: String, inside: &str| ["[data-row=\"", &escaped(&name), "\"] ", inside].concat();
    let add = |name: &str| ["[data-add=\"", name, "\"]"].concat();
    match target {
        Target::Title => "h1".to_owned(),
        Target::Row(own) => row(own.name(), ".fill"),
        Target::Move(own, true) => row(own.name(), ".up:enabled"),
        Target::Move(own, false) => row(own.name(), ".down:enabled"),
        Target::AddLine => add(ADD_LINE),
        Target::Add(list) => add(add_name(*list)),
        Target::CopyByHand => ".copy textarea, .notice input".to_owned(),
        Target::Reminder => ".chase a".to_owned(),
    }
}

/// A name escaped for a quoted string of a selector.
fn escaped(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for sign in name.chars() {
        match sign {
            '"' | '\\' => escaped.extend(['\\', sign]),
            sign if sign.is_control() => escaped.push_str(&format!("\\{:x} ", u32::from(sign))),
            sign => escaped.push(sign),
        }
    }
    escaped
}
