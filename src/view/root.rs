//! The root component: the title, and a list of lines whose labels can be edited.

use super::{Event, Inlet, Options, Page};
use crate::proposal::{Line, Proposal, Value};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A mounted widget.
pub struct Handle {
    app: yew::AppHandle<Root>,
    shown: Rc<RefCell<Proposal>>,
}

impl Handle {
    pub(super) fn mount(host: web_sys::Element, options: Options) -> Self {
        let shown = Rc::new(RefCell::new(first(options.agency.as_ref())));
        let props = Props { page: options.page, shown: shown.clone() };
        Self { app: yew::Renderer::<Root>::with_root_and_props(host, props).render(), shown }
    }

    /// Hands in what the page says.
    pub fn send(&self, inlet: Inlet) {
        self.app.send_message(Message::Inlet(inlet));
    }

    /// The proposal as it is now.
    pub fn proposal(&self) -> Proposal {
        self.shown.borrow().clone()
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

#[derive(Properties)]
struct Props {
    page: Page,
    shown: Rc<RefCell<Proposal>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown)
    }
}

enum Message {
    Inlet(Inlet),
    Typed(usize, String),
}

struct Root;

impl Component for Root {
    type Message = Message;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Inlet(Inlet::Show(proposal)) => *props.shown.borrow_mut() = *proposal,
            Message::Inlet(Inlet::Agency(file)) => *props.shown.borrow_mut() = first(Some(&file)),
            Message::Inlet(_) => return false,
            Message::Typed(at, text) => {
                if let Some(line) = props.shown.borrow_mut().lines.get_mut(at) {
                    line.label = text;
                }
            }
        }
        let shown = props.shown.borrow();
        (props.page.emit)(Event::Change { proposal: &shown, estimate: None });
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shown = ctx.props().shown.borrow();
        let print = ctx.props().page.print.clone();
        html! {
            <>
                <h1>{ shown.title.clone() }</h1>
                <ol>
                    for (at, line) in shown.lines.iter().enumerate() {
                        <li key={line.id.clone()}>
                            <input
                                aria-label={line.id.clone()}
                                value={line.label.clone()}
                                oninput={ctx.link().callback(move |event: InputEvent| {
                                    Message::Typed(at, event.target_unchecked_into::<HtmlInputElement>().value())
                                })}
                            />
                        </li>
                    }
                </ol>
                <button onclick={move |_| print()}>{ "Imprimer" }</button>
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            (ctx.props().page.emit)(Event::Ready);
        }
    }
}

/// The title and the lines of what the agency's file starts with.
fn first(agency: Option<&Value>) -> Proposal {
    let text = |value: Option<&Value>| match value {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let defaults = agency.and_then(|file| file.get("defaults").or(Some(file)));
    let lines = match defaults.and_then(|it| it.get("lines")) {
        Some(Value::List(lines)) => lines.as_slice(),
        _ => &[],
    };
    Proposal {
        title: text(defaults.and_then(|it| it.get("title"))),
        lines: lines
            .iter()
            .map(|line| Line { id: text(line.get("id")), label: text(line.get("label")), ..Line::default() })
            .collect(),
        ..Proposal::default()
    }
}
