//! What the page does for a widget: it runs effects, loads chunks of the program and dispatches events.

use super::chunks;
use super::convert::{from_js, to_js};
use super::exports::functions;
use crate::app::{Action, Chunk, Delivery, DeskAction, Effect, PageEvent, Stage};
use crate::estimate::Estimate;
use crate::proposal::{Date, Proposal, Value, to_value};
use crate::view::{Doors, Host};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The functions of the page that are passed to `mount`, beside the options.
    pub type PageObject;

    /// Dispatches `retour-<name>` on the element.
    #[wasm_bindgen(method)]
    fn emit(this: &PageObject, name: &str, detail: JsValue);

    /// Prints the document on screen.
    #[wasm_bindgen(method)]
    fn print(this: &PageObject);

    /// Runs an effect that only the page can run, by its name, with a text or JSON; `to` is the address for `post`, the
    /// file name for `save`.
    #[wasm_bindgen(method, js_name = do)]
    fn run(this: &PageObject, kind: &str, what: JsValue, to: &str) -> js_sys::Promise;

    /// The draft of this name that the browser has stored; `null` if there is none.
    #[wasm_bindgen(method, js_name = findDraft)]
    fn find_draft(this: &PageObject, name: &str) -> JsValue;

    /// Stores a draft in place of the one of that name; `false` if the browser refuses.
    #[wasm_bindgen(method, js_name = keepDraft)]
    fn keep_draft(this: &PageObject, name: &str, draft: JsValue) -> bool;

    /// Erases the draft of this name.
    #[wasm_bindgen(method, js_name = eraseDraft)]
    fn erase_draft(this: &PageObject, name: &str);

    /// Loads a chunk of the program; the promise is rejected if that fails.
    #[wasm_bindgen(method)]
    fn fetch(this: &PageObject, chunk: &str) -> js_sys::Promise;
}

/// Maps what a promise of the page resolved to, or `None` if it was rejected, to an action.
type Next = Box<dyn FnOnce(Option<Value>) -> Option<Action>>;

/// The page of a widget.
pub struct PageHost(Rc<PageObject>);

impl PageHost {
    /// Wraps the functions of the page.
    pub fn new(page: PageObject) -> Self {
        Self(Rc::new(page))
    }

    /// The doors of the chunks that are already started.
    pub fn all_doors(&self) -> Doors {
        Chunk::ALL.into_iter().filter_map(chunks::doors).fold(Doors::default(), Doors::and)
    }

    /// Waits for a promise of the page, then dispatches the action that `next` makes of its result.
    fn then(&self, promise: js_sys::Promise, act: Callback<Action>, next: Next) {
        spawn_local(async move {
            let brought = JsFuture::from(promise).await.ok().map(|brought| from_js(&brought));
            next(brought).into_iter().for_each(|action| act.emit(action));
        });
    }

    /// Waits for a delivery, then dispatches its result.
    fn deliver(&self, promise: js_sys::Promise, act: Callback<Action>, delivery: Delivery) {
        let next = move |brought: Option<Value>| Some(Action::Delivered(delivery, Stage::after(brought.as_ref())));
        self.then(promise, act, Box::new(next));
    }

    /// Waits until a change of the list is stored; dispatches `ListLost` if it is not.
    fn write(&self, promise: js_sys::Promise, act: Callback<Action>) {
        let next = |kept: Option<Value>| if kept.is_some() { None } else { Some(DeskAction::ListLost.into()) };
        self.then(promise, act, Box::new(next));
    }

    fn tell(&self, event: PageEvent) {
        let (name, detail) = match event {
            PageEvent::UnknownKeys(keys) => {
                // The chunk that found the keys has the function that logs them.
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
            // `null` means that the user chose no file, which changes nothing.
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
            Effect::KeepRows(rows) => {
                let next = |kept: Option<Value>| Some(kept.map_or(DeskAction::ListLost, DeskAction::RowsKept).into());
                self.then(page.run("keep", to_js(&Value::List(rows)), ""), act, Box::new(next));
            }
            Effect::ForgetRow(id) => self.write(page.run("forget", id.into(), ""), act),
            Effect::FindDraft(name) => match from_js(&page.find_draft(&name)) {
                Value::Null => {}
                draft => act.emit(Action::DraftFound(draft)),
            },
            Effect::KeepDraft(name, draft) => {
                if !page.keep_draft(&name, to_js(&draft)) {
                    act.emit(Action::DraftRefused);
                }
            }
            Effect::EraseDraft(name) => page.erase_draft(&name),
            Effect::Notify(event) => self.tell(event),
            // The view runs these itself.
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

    fn today(&self) -> Date {
        today()
    }

    fn ready(&self) {
        self.0.emit("ready", JsValue::NULL);
    }

    fn changed(&self, proposal: &Proposal, estimate: &Estimate) {
        let (proposal, estimate) = (to_value(proposal.clone()), to_value(estimate.clone()));
        self.0.emit("change", to_js(&Value::object(vec![("proposal", proposal), ("estimate", estimate)])));
    }
}

/// Today's date in the reader's time zone.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
        .unwrap_or_else(|| Date::new(1970, 1, 1).expect("a day of the calendar"))
}
