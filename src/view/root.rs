//! The root component: it owns the state, hands actions to it and tells the page what came of them.

use super::desk::Desk;
use super::markup::tag;
use super::{
    Errand, Event, Inlet, Mode, Options, Page, answer, brief, compose, drafts, errands, estimator, focus, parts, reply,
    sending, states,
};
use crate::app::{Action, App, Opening, Screen, Stage, Start, Via};
use crate::estimate::Estimate;
use crate::proposal::{Value, to_value};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// How long after the last change a person counts as having paused, in milliseconds.
const PAUSE: i32 = 700;
/// A little longer than a frame takes, in milliseconds.
const FRAME: i32 = 20;

/// A mounted widget.
pub struct Handle {
    root: yew::AppHandle<Root>,
    app: Rc<RefCell<App>>,
    page: Page,
}

impl Handle {
    pub(super) fn mount(host: web_sys::Element, options: Options) -> Self {
        let start = Start {
            agency: options.agency,
            language: options.language,
            today: Some(options.today),
            address: options.address,
            composing: options.mode == Mode::Compose,
        };
        let mut app = App::new(start);
        if let Some(link) = options.link {
            app.reduce(Action::LinkOpened(link));
        }
        if options.resumes {
            app.reduce(Action::Resumed);
        }
        let draft = drafts::find(&app);
        let app = Rc::new(RefCell::new(app));
        let props = Props { page: options.page, shares: options.shares, app: Rc::clone(&app) };
        let page = props.page.clone();
        let root = yew::Renderer::<Root>::with_root_and_props(host, props).render();
        let handle = Self { root, app, page };
        draft.into_iter().for_each(|draft| handle.act(draft));
        handle
    }

    /// Hands in what the page says.
    pub fn send(&self, inlet: Inlet) {
        self.act(action_of(inlet));
    }

    fn act(&self, action: Action) {
        self.root.send_message(taken(&self.app, &self.page, action));
    }

    /// The proposal as it is now.
    pub fn proposal(&self) -> crate::proposal::Proposal {
        self.app.borrow().proposal().clone()
    }

    /// The link that carries the proposal as it is now.
    pub fn link(&self) -> String {
        self.app.borrow().link()
    }

    /// Whether what is shown is the person's own estimate.
    pub fn is_own(&self) -> bool {
        matches!(self.app.borrow().opening(), Opening::None)
    }

    /// Keeps the draft now, if drafts are kept: the page is about to go.
    pub fn keep(&self) {
        drafts::keep(&self.app.borrow());
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.root.destroy();
    }
}

#[derive(Properties)]
pub(super) struct Props {
    pub page: Page,
    shares: bool,
    pub app: Rc<RefCell<App>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.app, &other.app)
    }
}

pub(super) enum Message {
    /// What is still to be done.
    Act(Action),
    /// What has been done, and is still to be drawn.
    Done(Step),
    /// The person has paused.
    Paused,
    /// What was changed is painted: the page is told.
    Changed,
}

pub(super) struct Root {
    act: Callback<Action>,
    node: NodeRef,
    /// What is wanted under the cursor once it is drawn, the likeliest first.
    wanted: Vec<String>,
    /// The figures that were said last; the first ones are read, not said.
    said: String,
    speaks: bool,
    timer: Option<i32>,
    paused: Closure<dyn Fn()>,
    changing: Option<i32>,
    changed: Closure<dyn Fn()>,
}

impl Component for Root {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let paused = ctx.link().callback(|()| Message::Paused);
        let changed = ctx.link().callback(|()| Message::Changed);
        let (app, page) = (Rc::clone(&ctx.props().app), ctx.props().page.clone());
        if ctx.props().app.borrow().is_desk() {
            errands::recall(ctx);
        }
        Self {
            act: ctx.link().callback(move |action| taken(&app, &page, action)),
            node: NodeRef::default(),
            wanted: Vec::new(),
            said: estimator::summary(&ctx.props().app.borrow()),
            speaks: false,
            timer: None,
            paused: Closure::new(move || paused.emit(())),
            changing: None,
            changed: Closure::new(move || changed.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            // It comes again when its part is there.
            Message::Act(action) if parts::lacks(ctx, &action) => {}
            Message::Act(Action::LinkWanted) => errands::copy(ctx),
            Message::Act(action @ (Action::BriefWanted(_) | Action::FileWanted | Action::ListWanted(_))) => {
                errands::at_desk(ctx, action);
            }
            Message::Act(Action::ReplyWanted(via)) => return self.send(ctx, via),
            Message::Act(Action::FormWanted(form)) => errands::take(ctx, form),
            Message::Act(Action::PaperWanted) => (ctx.props().page.print)(),
            Message::Act(Action::RowWanted(row)) => {
                let wanted = focus::row(&ctx.props().app.borrow(), &row);
                focus::go(&self.node, &wanted);
            }
            Message::Act(action) => return self.act(ctx, action),
            Message::Done(step) => return self.follow(ctx, step),
            Message::Paused => return self.pause(ctx),
            Message::Changed => {
                self.changing = None;
                let app = ctx.props().app.borrow();
                (ctx.props().page.emit)(Event::Change { proposal: app.proposal(), estimate: Some(app.estimate()) });
            }
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let app = ctx.props().app.borrow();
        let desk = Desk { app: &app, act: &self.act, shares: ctx.props().shares };
        let screen = match (app.opening(), app.screen()) {
            (Opening::Broken(broken), _) => states::broken(&desk, broken),
            (_, Screen::Brief) => brief::brief(&desk),
            (_, Screen::Reply) => reply::reply(&desk),
            (_, Screen::Sent) => sending::sent(&desk),
            (_, Screen::Answer) => answer::answer(&desk),
            (_, Screen::Estimator) if app.is_desk() => compose::compose(&desk),
            (Opening::None, Screen::Estimator) if app.agency().is_none() => states::empty(&desk),
            (_, Screen::Estimator) => estimator::estimator(&desk),
        };
        let said = if self.speaks { self.said.clone() } else { String::new() };
        html! {
            <div ref={self.node.clone()} class="retour" lang={desk.words().language().code()} onkeydown={travel_by_keys(&self.act)}>
                { screen.html() }
                { tag("p.sr").set("role", "status").text(said).html() }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            tell_left_out(ctx);
            (ctx.props().page.emit)(Event::Ready);
        }
        focus::go(&self.node, &std::mem::take(&mut self.wanted));
    }

    fn destroy(&mut self, _: &Context<Self>) {
        timer(self.timer, &self.paused, None);
        timer(self.changing, &self.changed, None);
    }
}

/// What an action has done to the state.
pub(super) struct Step {
    action: Action,
    /// As it was before.
    estimate: Rc<Estimate>,
    screen: Screen,
    was_desk: bool,
    /// What is wanted under the cursor.
    wanted: Vec<String>,
    /// A draft of this name that was found.
    draft: Option<Action>,
    redraw: bool,
}

impl Step {
    fn take(app: &mut App, action: Action) -> Self {
        let mut step = Self {
            estimate: Rc::clone(app.estimate()),
            screen: app.screen(),
            was_desk: app.is_desk(),
            wanted: focus::before(app, &action),
            draft: None,
            redraw: false,
            action,
        };
        let name = app.draft_name().to_owned();
        step.redraw = app.reduce(step.action.clone());
        if app.draft_name() != name {
            step.draft = drafts::find(app);
        }
        match step.action {
            Action::DraftWanted(false) => drafts::erase(app),
            Action::DraftWanted(true) if !drafts::keep(app) => drop(app.reduce(Action::DraftRefused)),
            _ => {}
        }
        if step.wanted.is_empty() {
            step.wanted = focus::after(app, &step.action, step.screen);
        }
        step
    }
}

/// Yew draws when it comes to it; the state follows the person at once, so that whoever asks for the
/// proposal or the link gets what was typed. Only what needs the page, or comes while somebody reads
/// the state, has to wait.
fn taken(app: &RefCell<App>, page: &Page, action: Action) -> Message {
    let part = app.try_borrow().ok().and_then(|app| parts::of(&action, &app));
    if errands::is_errand(&action) || part.is_some_and(|part| (page.part)(part).is_some()) {
        return Message::Act(action);
    }
    match app.try_borrow_mut() {
        Ok(mut app) => Message::Done(Step::take(&mut app, action)),
        Err(_) => Message::Act(action),
    }
}

fn action_of(inlet: Inlet) -> Action {
    match inlet {
        Inlet::Open(link) => Action::LinkOpened(link),
        Inlet::Show(proposal, unknown) => Action::ProposalShown(proposal, unknown),
        Inlet::Agency(file) => Action::AgencyGiven(file),
        Inlet::Language(language) => Action::LanguageChosen(language.unwrap_or_default()),
        Inlet::Address(address) => Action::AddressGiven(address),
        Inlet::Mode(mode) => Action::ModeGiven(mode == Mode::Compose),
    }
}

impl Root {
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let step = Step::take(&mut ctx.props().app.borrow_mut(), action);
        self.follow(ctx, step)
    }

    /// Has the page do what a step asks of it.
    fn follow(&mut self, ctx: &Context<Self>, step: Step) -> bool {
        self.wanted = step.wanted;
        self.timer = timer(self.timer, &self.paused, Some(PAUSE));
        let app = &ctx.props().app;
        if app.borrow().is_desk() {
            if step.was_desk { errands::keep_list(ctx) } else { errands::recall(ctx) }
        }
        if matches!(step.action, Action::AgencyGiven(_)) {
            tell_left_out(ctx);
        }
        step.draft.into_iter().for_each(|draft| ctx.link().send_message(Message::Act(draft)));
        // Writing it all down as JSON takes as long as an estimate: the next frame goes first.
        if !Rc::ptr_eq(&step.estimate, app.borrow().estimate()) && self.changing.is_none() {
            self.changing = timer(None, &self.changed, Some(FRAME));
        }
        step.redraw
    }
}

impl Root {
    /// Sends the reply, and tells the page of it.
    #[inline(never)]
    fn send(&mut self, ctx: &Context<Self>, via: Via) -> bool {
        let app = ctx.props().app.borrow();
        let (Some(reply), Some(link)) = (app.reply(), app.reply_link()) else { return false };
        let reply = to_value(reply);
        (ctx.props().page.emit)(Event::Reply { reply: &reply, link: &link });
        let left = move |stage| Action::ReplyLeft(via, stage);
        let message = sending::letter(&app, &link).unwrap_or_default().body;
        let posted = Value::object(vec![("reply", reply), ("link", link.as_str().into())]);
        match (via, app.agency().and_then(|agency| agency.reply_to.as_deref())) {
            (Via::Post, Some(address)) => errands::send(ctx, Errand::Post(address, &posted), left),
            (Via::Copy | Via::Paste, _) => errands::send(ctx, Errand::Copy(&message), left),
            (Via::Share, _) => errands::send(ctx, Errand::Share(&message), left),
            // The click on the address itself opens the mail program.
            _ => ctx.link().send_message(Message::Act(left(Stage::Done))),
        }
        drop(app);
        self.act(ctx, Action::ReplyWanted(via))
    }

    /// Keeps the draft, and says the figures if they are others than those said last.
    fn pause(&mut self, ctx: &Context<Self>) -> bool {
        let mut app = ctx.props().app.borrow_mut();
        let refused = !drafts::keep(&app);
        if refused {
            app.reduce(Action::DraftRefused);
        }
        let summary = estimator::summary(&app);
        let news = summary != self.said;
        self.speaks |= news;
        self.said = summary;
        news || refused
    }
}

/// Tells the page what of the agency's file nobody reads.
fn tell_left_out(ctx: &Context<Root>) {
    let app = ctx.props().app.borrow();
    let unread: Vec<_> = app.faults_of_file().iter().filter(|issue| !issue.is_error()).cloned().collect();
    if !unread.is_empty() {
        (ctx.props().page.emit)(Event::LeftOut(&unread));
    }
}

/// Calls back after so many milliseconds, or never, in place of what was to be called before.
fn timer(before: Option<i32>, call: &Closure<dyn Fn()>, after: Option<i32>) -> Option<i32> {
    let window = web_sys::window()?;
    before.into_iter().for_each(|timer| window.clear_timeout_with_handle(timer));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), after?).ok()
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
