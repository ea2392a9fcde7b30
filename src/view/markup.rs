//! Elements, written in a few bytes each.
//!
//! `html!` lays out every element inline, some 300 bytes of program apiece; a page has hundreds. Here an
//! element is a few calls to shared functions, and Yew draws and compares it as any other.

use crate::app::Action;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{Callback, Html};

/// An element in the making. It is boxed so that a chain of calls passes a pointer, not a hundred bytes.
pub struct Tag(Box<Making>);

struct Making {
    tag: VTag,
    names: &'static Names,
    values: Vec<Option<AttributeOrProperty>>,
}

/// The names of an element's attributes, in the order in which they were set. The lists form a tree that grows by
/// each new one and stays: Yew compares the values alone where an element has the same list as before, and hashes
/// every name where not.
struct Names {
    all: &'static [&'static str],
    longer: RefCell<Vec<&'static Names>>,
}

impl Names {
    fn new(all: Vec<&'static str>) -> &'static Self {
        Box::leak(Box::new(Self { all: Vec::leak(all), longer: RefCell::default() }))
    }

    /// The list with one more name.
    fn with(&self, name: &'static str) -> &'static Self {
        let mut longer = self.longer.borrow_mut();
        let found = longer.iter().find(|names| names.all.last() == Some(&name)).copied();
        found.unwrap_or_else(|| {
            longer.push(Self::new([self.all, &[name]].concat()));
            longer[longer.len() - 1]
        })
    }
}

thread_local! {
    static NO_NAMES: &'static Names = Names::new(Vec::new());
}

/// What a page may style by `::part()`, each with the class or the name of its elements; see `docs/theming.md`.
const PARTS: [(&str, &str); 4] =
    [("h1", "title"), ("sheet", "sheet"), ("button primary", "button primary"), ("button", "button")];

/// Begins an element: its name, then its classes behind a point, as in `table.ledger work`.
pub fn tag(spec: &'static str) -> Tag {
    let (name, class) = spec.split_once('.').unwrap_or((spec, ""));
    let tag = Tag(Box::new(Making { tag: VTag::new(name), names: NO_NAMES.with(|names| *names), values: Vec::new() }));
    let named = |tag: Tag, name, value: &'static str| tag.with(name, Some(AttributeOrProperty::Static(value)));
    let what = if class.is_empty() { name } else { class };
    let tag = if class.is_empty() { tag } else { named(tag, "class", class) };
    match PARTS.iter().find(|(start, _)| what.starts_with(start)) {
        Some((_, part)) => named(tag, "part", part),
        None => tag,
    }
}

/// An element that holds a text.
pub fn say(spec: &'static str, text: impl Into<AttrValue>) -> Html {
    tag(spec).text(text).html()
}

/// A text on its own.
pub fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text.into()).into()
}

/// Several nodes where one is wanted.
pub fn several(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// An element that keeps another's place, unseen.
pub fn nothing() -> Html {
    tag("div").mark("hidden", true).html()
}

impl Tag {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    fn attribute(self, name: &'static str, value: AttrValue) -> Self {
        self.with(name, Some(AttributeOrProperty::Attribute(value)))
    }

    fn with(mut self, name: &'static str, value: Option<AttributeOrProperty>) -> Self {
        let making = &mut *self.0;
        match making.names.all.iter().position(|own| *own == name) {
            Some(place) => making.values[place] = value,
            None => {
                making.names = making.names.with(name);
                making.values.push(value);
            }
        }
        self
    }

    /// Sets an attribute that is there or not.
    pub fn mark(self, name: &'static str, on: bool) -> Self {
        self.with(name, on.then_some(AttributeOrProperty::Static("")))
    }

    /// Adds a class to those it began with, which come first.
    pub fn class(self, classes: &[&str]) -> Self {
        let all: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
        self.attribute("class", AttrValue::from(all.join(" ")))
    }

    /// Tells it from its siblings.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Its current value, for a field.
    pub fn value(mut self, value: String) -> Self {
        self.0.tag.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Whether it is ticked, for a box or a choice.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.tag.set_checked(on);
        self
    }

    /// Whether it is chosen, for an option of a menu.
    pub fn chosen(self, on: bool) -> Self {
        self.with("selected", Some(AttributeOrProperty::Property(JsValue::from_bool(on))))
    }

    /// Does something when the event comes.
    pub fn on(mut self, kind: Heard, act: &Callback<Action>, make: impl Fn(&Event) -> Action + 'static) -> Self {
        self.0.tag.add_listener(Rc::new(Ear { kind, act: act.clone(), make: Box::new(make) }));
        self
    }

    /// Does one thing when it is clicked.
    pub fn click(self, act: &Callback<Action>, action: Action) -> Self {
        self.on(Heard::Click, act, move |_| action.clone())
    }

    /// Adds a text.
    pub fn text(self, content: impl Into<AttrValue>) -> Self {
        self.put(text(content))
    }

    /// Adds a node.
    pub fn put(mut self, node: Html) -> Self {
        self.0.tag.add_child(node);
        self
    }

    /// Adds nodes, one after the other.
    pub fn all(mut self, nodes: Vec<Html>) -> Self {
        self.0.tag.add_children(nodes);
        self
    }

    /// The element.
    pub fn html(self) -> Html {
        let Making { mut tag, names, values } = *self.0;
        tag.attributes = Attributes::Dynamic { keys: names.all, values: values.into_boxed_slice() };
        tag.into()
    }
}

/// The events that are heard at all. Yew's own list of them has a hundred, and weighs as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was pressed.
    Click,
    /// Something was typed.
    Input,
    /// Something was chosen.
    Change,
    /// It, or something in it, is no longer under the cursor.
    FocusOut,
    /// A form is ready.
    Submit,
}

/// A listener that turns an event into an action.
struct Ear {
    kind: Heard,
    act: Callback<Action>,
    make: Box<dyn Fn(&Event) -> Action>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Heard::Click => ListenerKind::onclick,
            Heard::Input => ListenerKind::oninput,
            Heard::Change => ListenerKind::onchange,
            Heard::FocusOut => ListenerKind::onfocusout,
            Heard::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.act.emit((self.make)(&event));
    }

    fn passive(&self) -> bool {
        false
    }
}
