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

/// A node in the making. It is boxed so that views and chains of calls pass a pointer, not a hundred bytes.
pub struct Node(Box<Making>);

enum Making {
    Element { tag: VTag, names: &'static Names, values: Vec<Option<AttributeOrProperty>> },
    Other(Html),
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

/// An element: its name, then its classes behind a point, as in `table.ledger work`.
pub fn h(spec: &'static str) -> Node {
    let (name, class) = spec.split_once('.').unwrap_or((spec, ""));
    let names = NO_NAMES.with(|names| *names);
    let mut node = Node(Box::new(Making::Element { tag: VTag::new(name), names, values: Vec::new() }));
    let mut named = |name, value: &'static str| node.assign(name, Some(AttributeOrProperty::Static(value)));
    let what = if class.is_empty() { name } else { class };
    if !class.is_empty() {
        named("class", class);
    }
    if let Some((_, part)) = PARTS.iter().find(|(start, _)| what.starts_with(start)) {
        named("part", part);
    }
    node
}

/// An element that holds a text.
pub fn h_text(spec: &'static str, text: impl Into<AttrValue>) -> Node {
    h(spec).text(text)
}

/// A text on its own.
pub fn text(text: impl Into<AttrValue>) -> Node {
    Node(Box::new(Making::Other(VText::new(text.into()).into())))
}

/// Several nodes where one is wanted.
pub fn fragment(nodes: Vec<Node>) -> Node {
    let nodes = nodes.into_iter().map(Node::html).collect();
    Node(Box::new(Making::Other(VList::with_children(nodes, None).into())))
}

/// An element that keeps another's place, unseen.
pub fn placeholder() -> Node {
    h("div").flag("hidden", true)
}

impl Default for Node {
    fn default() -> Self {
        fragment(Vec::new())
    }
}

impl From<Html> for Node {
    fn from(html: Html) -> Self {
        Node(Box::new(Making::Other(html)))
    }
}

/// What is set here is set on elements; other nodes have nothing to set.
impl Node {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    fn attribute(self, name: &'static str, value: AttrValue) -> Self {
        self.with(name, Some(AttributeOrProperty::Attribute(value)))
    }

    fn with(mut self, name: &'static str, value: Option<AttributeOrProperty>) -> Self {
        self.assign(name, value);
        self
    }

    fn assign(&mut self, name: &'static str, value: Option<AttributeOrProperty>) {
        let Making::Element { names, values, .. } = &mut *self.0 else { return };
        match names.all.iter().position(|own| *own == name) {
            Some(place) => values[place] = value,
            None => {
                *names = names.with(name);
                values.push(value);
            }
        }
    }

    /// Sets an attribute that is there or not.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.with(name, on.then_some(AttributeOrProperty::Static("")))
    }

    /// Adds a class to those it began with, which come first.
    pub fn class(self, classes: &[&str]) -> Self {
        let all: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
        self.attribute("class", AttrValue::from(all.join(" ")))
    }

    /// Does something to an element as Yew has it.
    fn tagged(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Making::Element { tag, .. } = &mut *self.0 {
            change(tag);
        }
        self
    }

    /// Tells it from its siblings.
    pub fn key(self, key: impl Into<Key>) -> Self {
        self.tagged(|tag| tag.key = Some(key.into()))
    }

    /// Its current value, for a field.
    pub fn value(self, value: String) -> Self {
        self.tagged(|tag| tag.set_value(Some(AttrValue::from(value))))
    }

    /// Whether it is ticked, for a box or a choice.
    pub fn checked(self, on: bool) -> Self {
        self.tagged(|tag| tag.set_checked(on))
    }

    /// Whether it is chosen, for an option of a menu.
    pub fn selected(self, on: bool) -> Self {
        self.with("selected", Some(AttributeOrProperty::Property(JsValue::from_bool(on))))
    }

    /// Does something when the event comes.
    pub fn on<A: Into<Action>>(
        self,
        kind: EventKind,
        act: &Callback<Action>,
        make: impl Fn(&Event) -> A + 'static,
    ) -> Self {
        self.listen(kind, act, Box::new(move |event| make(event).into()))
    }

    fn listen(self, kind: EventKind, act: &Callback<Action>, make: Box<dyn Fn(&Event) -> Action>) -> Self {
        let act = act.clone();
        self.tagged(|tag| _ = tag.add_listener(Rc::new(Handler { kind, act, make })))
    }

    /// Does one thing when it is clicked.
    pub fn on_click(self, act: &Callback<Action>, action: impl Into<Action>) -> Self {
        let action = action.into();
        self.on(EventKind::Click, act, move |_| action.clone())
    }

    /// Adds a text.
    pub fn text(self, content: impl Into<AttrValue>) -> Self {
        self.child(text(content))
    }

    /// Adds a node.
    pub fn child(self, node: Node) -> Self {
        self.tagged(|tag| tag.add_child(node.html()))
    }

    /// Adds nodes, one after the other.
    pub fn children(self, nodes: Vec<Node>) -> Self {
        self.tagged(|tag| tag.add_children(nodes.into_iter().map(Node::html)))
    }

    /// The node as Yew has it.
    pub fn html(self) -> Html {
        match *self.0 {
            Making::Element { mut tag, names, values } => {
                tag.attributes = Attributes::Dynamic { keys: names.all, values: values.into_boxed_slice() };
                tag.into()
            }
            Making::Other(html) => html,
        }
    }
}

/// The events that are heard at all. Yew's own list of them has a hundred, and weighs as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
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
struct Handler {
    kind: EventKind,
    act: Callback<Action>,
    make: Box<dyn Fn(&Event) -> Action>,
}

impl Listener for Handler {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            EventKind::Click => ListenerKind::onclick,
            EventKind::Input => ListenerKind::oninput,
            EventKind::Change => ListenerKind::onchange,
            EventKind::FocusOut => ListenerKind::onfocusout,
            EventKind::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.act.emit((self.make)(&event));
    }

    fn passive(&self) -> bool {
        false
    }
}
