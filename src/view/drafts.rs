//! Drafts in this browser's storage, under the draft's own name; nothing is written unless the person wants it.

use crate::app::{Action, App};
use web_sys::Storage;

/// The storage, where the browser lets us have it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(app: &App) -> String {
    ["retour-draft:", app.draft_name()].concat()
}

/// The draft of this name, if there is one, to be gone on with.
pub fn find(app: &App) -> Option<Action> {
    storage()?.get_item(&key(app)).ok()?.map(Action::DraftFound)
}

/// Keeps the draft, if drafts are kept. Says whether the browser let us.
pub fn keep(app: &App) -> bool {
    !app.keeps_draft() || storage().is_some_and(|storage| storage.set_item(&key(app), &app.draft()).is_ok())
}

/// Erases the draft.
pub fn erase(app: &App) {
    storage().into_iter().for_each(|storage| drop(storage.remove_item(&key(app))));
}
