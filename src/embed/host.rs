//! What the page does for a widget: the effects of its actions, the chunks of its program, the events.

use super::chunks;
use super::convert::{from_js, to_js};
use super::exports::functions;
use crate::app::{Action, BriefAction, Chunk, Delivery, DeskAction, Effect, PageEvent, Stage};
use crate::estimate::Estimate;
use crate::proposal::{Proposal, Value, to_value};
use crate::view::{Doors, Host};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Storage;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// What the page hands in beside the options.
    pub type PageObject;

    /// Dispatches `retour-<name>` on the element.
    #[wasm_bindgen(method)]
    fn emit(this: &PageObject, name: &str, detail: JsValue);

    /// Prints the document on screen.
    #[wasm_bindgen(method)]
    fn print(this: &PageObject);

    /// Does what only the page can, by its name, with a text or JSON and, for `post` and `save`, where to.
    #[wasm_bindgen(method, js_name = do)]
    fn run(this: &PageObject, kind: &str, what: JsValue, to: &str) -> js_sys::Promise;

    /// Promises a chunk of the program.
    #[wasm_bindgen(method)]
    fn fetch(this: &PageObject, chunk: &str) -> js_sys::Promise;
}

/// From the JSON that the page brought, or `None` where it failed, to an action.
type Next = Box<dyn FnOnce(Option<Value>) -> Option<Action>>;

/// The page of a widget.
pub struct PageHost(Rc<PageObject>);

impl PageHost {
    /// The host that a page object is.
    pub fn new(page: PageObject) -> Self {
        Self(Rc::new(page))
    }

    /// The doors of the chunks that are there already.
    pub fn all_doors(&self) -> Doors {
        Chunk::ALL.into_iter().filter_map(chunks::doors).fold(Doors::default(), Doors::and)
    }

    /// Has the page do something, then acts on the JSON that it brings; `None` where it failed.
    fn then(&self, promise: js_sys::Promise, act: Callback<Action>, next: Next) {
        spawn_local(async move {
            let brought = JsFuture::from(promise).await.ok().map(|brought| from_js(&brought));
            next(brought).into_iter().for_each(|action| act.emit(action));
        });
    }

    /// Hands something over, then says how far it came.
    fn deliver(&self, promise: js_sys::Promise, act: Callback<Action>, delivery: Delivery) {
        let next = move |brought: Option<Value>| Some(Action::Delivered(delivery, Stage::after(brought.as_ref())));
        self.then(promise, act, Box::new(next));
    }

    /// Writes the list of what was sent; says where the browser does not.
    fn write(&self, promise: js_sys::Promise, act: Callback<Action>) {
        let next = |kept: Option<Value>| if kept.is_some() { None } else { Some(DeskAction::ListLost.into()) };
        self.then(promise, act, Box::new(next));
    }

    fn tell(&self, event: PageEvent) {
        let (name, detail) = match event {
            PageEvent::LeftOut(keys) => {
                // The chunk that found them says them.
                return functions().map_or((), |functions| (functions.warn_of_file)(&keys));
            }
            PageEvent::Share { link, via } => {
                ("share", Value::object(vec![("link", link.as_str().into()), ("via", via.into())]))
            }
            PageEvent::Reply { reply, link } => {
                ("reply", Value::object(vec![("reply", reply), ("link", link.as_str().into())]))
            }
        };
        self.0.emit(name, to_js(&detail));
    }
}

impl Host for PageHost {
    fn run(&self, effect: Effect, act: Callback<Action>) {
        let page = &self.0;
        match effect {
            Effect::Copy(text, delivery) => self.deliver(page.run("copy", text.into(), ""), act, delivery),
            Effect::Share(text, delivery) => self.deliver(page.run("share", text.into(), ""), act, delivery),
            Effect::Post { address, body, delivery } => {
                self.deliver(page.run("post", to_js(&body), &address), act, delivery);
            }
            Effect::Save(name, content) => drop(page.run("save", to_js(&content), name)),
            Effect::Print => page.print(),
            // A file that the person did not choose changes nothing.
            Effect::ChooseFile => {
                let next = |file| match file {
                    Some(Value::Null) => None,
                    file => Some(DeskAction::FileRead(file).into()),
                };
                self.then(page.run("open", JsValue::NULL, ""), act, Box::new(next));
            }
            Effect::ReadList => {
                let next = |rows: Option<Value>| Some(rows.map_or(DeskAction::ListLost, DeskAction::ListFound).into());
                self.then(page.run("recall", JsValue::NULL, ""), act, Box::new(next));
            }
            Effect::KeepRow(row) => self.write(page.run("keep", to_js(&row), ""), act),
            Effect::ForgetRow(id) => self.write(page.run("forget", id.into(), ""), act),
            Effect::FindDraft(name) => {
                let found = storage().and_then(|storage| storage.get_item(&key(&name)).ok()?);
                found.into_iter().for_each(|draft| act.emit(BriefAction::DraftFound(draft).into()));
            }
            Effect::KeepDraft(name, draft) => {
                let kept = storage().is_some_and(|storage| storage.set_item(&key(&name), &draft).is_ok());
                if !kept {
                    act.emit(Action::DraftRefused);
                }
            }
            Effect::EraseDraft(name) => {
                storage().into_iter().for_each(|storage| drop(storage.remove_item(&key(&name))));
            }
            Effect::Tell(event) => self.tell(event),
            // The view's own.
            Effect::Fetch(..) | Effect::Focus(_) => {}
        }
    }

    fn doors(&self, chunk: Chunk) -> Option<Doors> {
        chunks::doors(chunk)
    }

    fn fetch(&self, chunk: Chunk, arrived: Callback<bool>) {
        let promise = self.0.fetch(chunk.name());
        spawn_local(async move { arrived.emit(JsFuture::from(promise).await.is_ok()) });
    }

    fn ready(&self) {
        self.0.emit("ready", JsValue::NULL);
    }

    fn changed(&self, proposal: &Proposal, estimate: &Estimate) {
        let (proposal, estimate) = (to_value(proposal.clone()), to_value(estimate.clone()));
        self.0.emit("change", to_js(&Value::object(vec![("proposal", proposal), ("estimate", estimate)])));
    }
}

/// The browser's storage, where it lets us have it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Where the draft of this name lies in the storage.
fn key(name: &str) -> String {
    ["retour-draft:", name].concat()
}
