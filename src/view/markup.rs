//! Elements, written in a few bytes each.
//!
//! `html!` lays out every element inline, some 300 bytes of program apiece; a page has hundreds. Here an
//! element is a few calls to shared functions, and Yew draws and compares it as any other.

use crate::app::Action;
use std::rc::Rc;
use web_sys::Event;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{Callback, Html};

/// An element in the making. It is boxed so that a chain of calls passes a pointer, not a hundred bytes.
pub struct Tag(Box<VTag>);

/// What a page may style by `::part()`, each with the class or the name of its elements; see `docs/theming.md`.
const PARTS: [(&str, &str); 4] =
    [("h1", "title"), ("sheet", "sheet"), ("button primary", "button primary"), ("button", "button")];

/// Begins an element: its name, then its classes behind a point, as in `table.ledger work`.
pub fn tag(spec: &'static str) -> Tag {
    let (name, class) = spec.split_once('.').unwrap_or((spec, ""));
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    let what = if class.is_empty() { name } else { class };
    if let Some((_, part)) = PARTS.iter().find(|(start, _)| what.starts_with(start)) {
        tag.add_attribute("part", *part);
    }
    Tag(Box::new(tag))
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

    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute that is there or not.
    pub fn mark(self, name: &'static str, on: bool) -> Self {
        if on { self.attribute(name, AttrValue::Static("")) } else { self }
    }

    /// Adds a class to those it began with, which come first.
    pub fn class(self, classes: &[&str]) -> Self {
        let all: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
        self.attribute("class", AttrValue::from(all.join(" ")))
    }

    /// Tells it from its siblings.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Its current value, for a field.
    pub fn value(mut self, value: String) -> Self {
        self.0.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Whether it is ticked, for a box or a choice.
    pub fn checked(mut self, on: bool) -> Self {
        self.0.set_checked(on);
        self
    }

    /// Whether it is chosen, for an option of a menu.
    pub fn chosen(mut self, on: bool) -> Self {
        self.0.add_property("selected", on);
        self
    }

    /// Does something when the event comes.
    pub fn on(mut self, kind: ListenerKind, act: &Callback<Action>, make: impl Fn(&Event) -> Action + 'static) -> Self {
        self.0.add_listener(Rc::new(Heard { kind, act: act.clone(), make: Box::new(make) }));
        self
    }

    /// Does one thing when it is clicked.
    pub fn click(self, act: &Callback<Action>, action: Action) -> Self {
        self.on(ListenerKind::onclick, act, move |_| action.clone())
    }

    /// Adds a text.
    pub fn text(self, content: impl Into<AttrValue>) -> Self {
        self.put(text(content))
    }

    /// Adds a node.
    pub fn put(mut self, node: Html) -> Self {
        self.0.add_child(node);
        self
    }

    /// Adds nodes, one after the other.
    pub fn all(mut self, nodes: Vec<Html>) -> Self {
        self.0.add_children(nodes);
        self
    }

    /// The element.
    pub fn html(self) -> Html {
        (*self.0).into()
    }
}

/// A listener that turns an event into an action.
struct Heard {
    kind: ListenerKind,
    act: Callback<Action>,
    make: Box<dyn Fn(&Event) -> Action>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        self.act.emit((self.make)(&event));
    }

    fn passive(&self) -> bool {
        false
    }
}
