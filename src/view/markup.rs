//! Builders for elements that compile to little code.
//!
//! `html!` expands to some 300 bytes of program for each element, and a page has hundreds. Here an element is a few
//! calls to shared functions, and Yew renders and compares it as any other.

use crate::app::Action;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Event};
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{Callback, Html};

/// A node being built. It is boxed so that views and chains of calls pass a pointer, not a hundred bytes.
pub struct Node(Box<Making>);

enum Making {
    Element { tag: VTag, names: &'static Names, values: Vec<Option<AttributeOrProperty>>, content: Content },
    Other(Html),
}

/// What an element holds.
enum Content {
    /// A text and nothing else: the element's `textContent`.
    Text(AttrValue),
    /// Other nodes; none at first.
    Nodes(Vec<Html>),
}

/// The names of an element's attributes, in the order in which they were set. The lists form a tree that grows by each
/// new one and is never freed: if an element has the same list as before, Yew compares only the values; else it hashes
/// every name.
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

/// The parts that a page may style by `::part()`: how the class or the name of their elements starts, and the part's
/// name. See `docs/theming.md`.
const PARTS: [(&str, &str); 4] =
    [("h1", "title"), ("sheet", "sheet"), ("button primary", "button primary"), ("button", "button")];

/// An element; `spec` is its name, a dot and its classes, as in `table.ledger work`.
pub fn h(spec: &'static str) -> Node {
    let (name, class) = spec.split_once('.').unwrap_or((spec, ""));
    let names = NO_NAMES.with(|names| *names);
    let mut node = Node(Box::new(Making::Element {
        tag: VTag::new(name),
        names,
        values: Vec::new(),
        content: Content::Nodes(Vec::new()),
    }));
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

/// An element with a text in it.
pub fn h_text(spec: &'static str, text: impl Into<AttrValue>) -> Node {
    h(spec).text(text)
}

/// A text as a node.
pub fn text(text: impl Into<AttrValue>) -> Node {
    h_text("span", text)
}

/// Several nodes as one.
pub fn fragment(nodes: Vec<Node>) -> Node {
    let nodes = nodes.into_iter().map(Node::html).collect();
    Node(Box::new(Making::Other(VList::with_children(nodes, None).into())))
}

/// A hidden element that takes the place of another one.
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

/// On nodes that are not elements, these setters do nothing.
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

    /// Sets a boolean attribute.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.with(name, on.then_some(AttributeOrProperty::Static("")))
    }

    /// Sets the classes, in place of those of the spec; empty ones are left out.
    pub fn class(self, classes: &[&str]) -> Self {
        let all: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
        self.attribute("class", AttrValue::from(all.join(" ")))
    }

    /// Changes the underlying Yew element.
    fn tagged(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Making::Element { tag, .. } = &mut *self.0 {
            change(tag);
        }
        self
    }

    /// Adds nodes to an element. If it has only a text, that becomes the first of them.
    fn holding(mut self, add: impl FnOnce(&mut Vec<Html>)) -> Self {
        if let Making::Element { content, .. } = &mut *self.0 {
            if let Content::Text(alone) = content {
                *content = Content::Nodes(vec![text(alone.clone()).html()]);
            }
            if let Content::Nodes(nodes) = content {
                add(nodes);
            }
        }
        self
    }

    /// Sets the key that identifies it among its siblings.
    pub fn key(self, key: impl Into<Key>) -> Self {
        self.tagged(|tag| tag.key = Some(key.into()))
    }

    /// Sets the current value of a field.
    pub fn value(self, value: String) -> Self {
        self.tagged(|tag| tag.set_value(Some(AttrValue::from(value))))
    }

    /// Sets whether a checkbox or a radio button is checked.
    pub fn checked(self, on: bool) -> Self {
        self.tagged(|tag| tag.set_checked(on))
    }

    /// Sets whether an option of a menu is selected.
    pub fn selected(self, on: bool) -> Self {
        self.with("selected", Some(AttributeOrProperty::Property(JsValue::from_bool(on))))
    }

    /// Dispatches an action on an event.
    pub fn on<A: Into<Action>>(
        self,
        kind: EventKind,
        act: &Callback<Action>,
        make: impl Fn(&Event) -> A + 'static,
    ) -> Self {
        self.listen(kind, act, Box::new(move |event| Some(make(event).into())))
    }

    /// Dispatches an action when a text is pasted, if `make` gives one; else the browser pastes the text.
    pub fn on_paste(self, act: &Callback<Action>, make: impl Fn(&str) -> Option<Action> + 'static) -> Self {
        let make = move |event: &Event| {
            let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
            let action = make(&data.get_data("text").ok()?)?;
            event.prevent_default();
            Some(action)
        };
        self.listen(EventKind::Paste, act, Box::new(make))
    }

    fn listen(self, kind: EventKind, act: &Callback<Action>, make: Make) -> Self {
        let act = act.clone();
        self.tagged(|tag| _ = tag.add_listener(Rc::new(Handler { kind, act, make })))
    }

    /// Dispatches an action on a click.
    pub fn on_click(self, act: &Callback<Action>, action: impl Into<Action>) -> Self {
        let action = action.into();
        self.on(EventKind::Click, act, move |_| action.clone())
    }

    /// Adds a text: the only one in an element becomes its `textContent`, others become a `span`. Yew never holds a
    /// text node, because translators and extensions replace those without its knowledge.
    pub fn text(mut self, content: impl Into<AttrValue>) -> Self {
        let added = content.into();
        if let Making::Element { content, .. } = &mut *self.0
            && let Content::Nodes(nodes) = content
            && nodes.is_empty()
        {
            *content = Content::Text(added);
            return self;
        }
        self.child(text(added))
    }

    /// Adds a node.
    pub fn child(self, node: Node) -> Self {
        self.holding(|nodes| nodes.push(node.html()))
    }

    /// Adds nodes, in order.
    pub fn children(self, added: Vec<Node>) -> Self {
        self.holding(|nodes| nodes.extend(added.into_iter().map(Node::html)))
    }

    /// The node as Yew's `Html`.
    pub fn html(mut self) -> Html {
        if let Making::Element { content, .. } = &mut *self.0
            && let Content::Text(text) = content
        {
            let text = std::mem::take(text);
            // A property is a JavaScript value, which native tests cannot create.
            if cfg!(target_family = "wasm") {
                *content = Content::Nodes(Vec::new());
                let property = AttributeOrProperty::Property(JsValue::from_str(&text));
                self.assign("textContent", Some(property));
            } else {
                *content = Content::Nodes(vec![VText::new(text).into()]);
            }
        }
        match *self.0 {
            Making::Element { mut tag, names, values, content } => {
                if let Content::Nodes(nodes) = content {
                    tag.add_children(nodes);
                }
                tag.attributes = Attributes::Dynamic { keys: names.all, values: values.into_boxed_slice() };
                tag.into()
            }
            Making::Other(html) => html,
        }
    }
}

/// The events that are listened to. Yew's own list has a hundred, which would all be compiled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The element was clicked.
    Click,
    /// Something was typed.
    Input,
    /// An option was chosen.
    Change,
    /// The element, or one inside it, lost the focus.
    FocusOut,
    /// A form is submitted.
    Submit,
    /// A text is pasted.
    Paste,
}

/// Turns an event into an action; `None` where it leaves the event to the browser.
type Make = Box<dyn Fn(&Event) -> Option<Action>>;

/// A listener that turns an event into an action.
struct Handler {
    kind: EventKind,
    act: Callback<Action>,
    make: Make,
}

impl Listener for Handler {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            EventKind::Click => ListenerKind::onclick,
            EventKind::Input => ListenerKind::oninput,
            EventKind::Change => ListenerKind::onchange,
            EventKind::FocusOut => ListenerKind::onfocusout,
            EventKind::Submit => ListenerKind::onsubmit,
            EventKind::Paste => ListenerKind::onpaste,
        }
    }

    fn handle(&self, event: Event) {
        if let Some(action) = (self.make)(&event) {
            self.act.emit(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
