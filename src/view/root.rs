//! The root component: it owns the state, hands actions to it and tells the page what came of them.

use super::desk::Desk;
use super::{Event, Inlet, Options, Page, brief, estimator, states};
use crate::app::{Action, App, Opening, Screen, Start};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// A mounted widget.
pub struct Handle {
    root: yew::AppHandle<Root>,
    app: Rc<RefCell<App>>,
}

impl Handle {
    pub(super) fn mount(host: web_sys::Element, options: Options) -> Self {
        let start = Start {
            agency: options.agency,
            language: options.language,
            today: Some(options.today),
            address: options.address,
        };
        let mut app = App::new(start);
        if let Some(link) = options.link {
            app.reduce(Action::LinkOpened(link));
        }
        let app = Rc::new(RefCell::new(app));
        let props = Props { page: options.page, app: Rc::clone(&app) };
        Self { root: yew::Renderer::<Root>::with_root_and_props(host, props).render(), app }
    }

    /// Hands in what the page says.
    pub fn send(&self, inlet: Inlet) {
        self.root.send_message(Message::Inlet(inlet));
    }

    /// The proposal as it is now.
    pub fn proposal(&self) -> crate::proposal::Proposal {
        self.app.borrow().proposal().clone()
    }

    /// The link that carries the proposal as it is now.
    pub fn link(&self) -> String {
        self.app.borrow().link()
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.root.destroy();
    }
}

#[derive(Properties)]
struct Props {
    page: Page,
    app: Rc<RefCell<App>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.app, &other.app)
    }
}

enum Message {
    /// What a person did.
    Act(Action),
    /// What the page says.
    Inlet(Inlet),
}

struct Root {
    act: Callback<Action>,
}

impl Component for Root {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self { act: ctx.link().callback(Message::Act) }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(Action::LinkWanted) => copy(ctx),
            Message::Act(Action::PaperWanted) => (ctx.props().page.print)(),
            Message::Act(action) => return self.act(ctx, action),
            Message::Inlet(inlet) => return self.hear(ctx, inlet),
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let app = ctx.props().app.borrow();
        let desk = Desk { app: &app, act: &self.act };
        let screen = match (app.opening(), app.screen()) {
            (Opening::Broken(broken), _) => states::broken(&desk, broken),
            (_, Screen::Brief) => brief::brief(&desk),
            (Opening::None, Screen::Estimator) if app.agency().is_none() => states::empty(&desk),
            (_, Screen::Estimator) => estimator::estimator(&desk),
        };
        html! {
            <div class="retour" lang={desk.words().language().code()} onkeydown={travel_by_keys(&self.act)}>{ screen }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            (ctx.props().page.emit)(Event::Ready);
        }
    }
}

impl Root {
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let props = ctx.props();
        let before = Rc::clone(props.app.borrow().estimate());
        let redraw = props.app.borrow_mut().reduce(action);
        let app = props.app.borrow();
        if !Rc::ptr_eq(&before, app.estimate()) {
            (props.page.emit)(Event::Change { proposal: app.proposal(), estimate: Some(app.estimate()) });
        }
        redraw
    }

    fn hear(&mut self, ctx: &Context<Self>, inlet: Inlet) -> bool {
        let action = match inlet {
            Inlet::Open(link) => Action::LinkOpened(link),
            Inlet::Show(proposal) => Action::ProposalShown(proposal),
            Inlet::Agency(file) => Action::AgencyGiven(file),
            Inlet::Language(language) => Action::LanguageChosen(language.unwrap_or_default()),
            Inlet::Address(address) => Action::AddressGiven(address),
            // The sender's desk is a screen of its own; the estimator stays as it is.
            Inlet::Mode(_) => return false,
        };
        self.act(ctx, action)
    }
}

/// Copies the link inside the click that asked for it, as browsers want it.
fn copy(ctx: &Context<Root>) {
    let link = ctx.props().app.borrow().link();
    (ctx.props().page.emit)(Event::Share { link: &link, via: "copy" });
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // Pages without a secure context have no clipboard at all.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        ctx.link().send_message(Message::Act(Action::LinkCopied(false)));
        return;
    };
    let written = clipboard.write_text(&link);
    let done = ctx.link().callback(|done| Message::Act(Action::LinkCopied(done)));
    spawn_local(async move { done.emit(JsFuture::from(written).await.is_ok()) });
}

/// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, with Cmd as well: one way back and forth for every change.
fn travel_by_keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let action = match (event.key().as_str(), event.shift_key()) {
            ("z", false) => Action::Undone,
            ("z" | "Z", true) | ("y", false) => Action::Redone,
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    })
}
