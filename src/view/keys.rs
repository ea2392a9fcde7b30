//! The keys that undo and redo, on any keyboard layout.

use crate::app::Action;
use yew::{Callback, KeyboardEvent};

/// Ctrl+Z undoes and Ctrl+Y or Ctrl+Shift+Z redoes a change; Cmd works like Ctrl.
pub fn undo_by_keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let action = match (letter(&event).as_str(), event.shift_key()) {
            ("z", false) => Action::Undone,
            ("z", true) | ("y", false) => Action::Redone,
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    })
}

/// The Latin letter of a key, in lower case: the one that it types or, on a Greek or Cyrillic layout, the one at its
/// position.
fn letter(event: &KeyboardEvent) -> String {
    let (key, code) = (event.key(), event.code());
    let is_latin = key.len() == 1 && key.as_bytes()[0].is_ascii_alphabetic();
    let mut letter = if is_latin { key } else { code.strip_prefix("Key").unwrap_or_default().to_owned() };
    letter.make_ascii_lowercase();
    letter
}
