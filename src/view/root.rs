//! The root component: it applies actions to the state, runs their effects and draws the screen.

use crate::app::{Action, App, Chunk, Effect, Opening, Screen, Start, Target};
use crate::view::cx::Cx;
use crate::view::host::{Doors, Host};
use crate::view::keys::undo_by_keys;
use crate::view::markup::{Node, h, placeholder};
use crate::view::timer::Timer;
use crate::view::{Mode, Options, estimator, focus};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// The time without a change after which the user counts as having paused, in milliseconds.
const PAUSE: i32 = 700;
/// A little longer than a frame takes, in milliseconds.
const FRAME: i32 = 20;

/// A mounted widget.
pub struct Handle {
    root: yew::AppHandle<Root>,
    dispatcher: Dispatcher,
}

impl Handle {
    pub(super) fn mount(element: web_sys::Element, options: Options) -> Self {
        let doors = options.doors;
        let mut app = App::new(Start {
            agency: options.agency,
            language: options.language,
            today: Some(options.host.today()),
            address: options.address,
            composing: options.mode == Mode::Compose,
            chunks: doors.chunks(),
            completes: true,
        });
        let mut effects = app.start();
        if let Some(link) = options.link {
            effects.extend(app.reduce(Action::LinkOpened(link)));
        }
        if options.resumes {
            effects.extend(app.reduce(Action::Resumed));
        }
        let app = Rc::new(RefCell::new(app));
        let host = Rc::clone(&options.host);
        let props = Props { host: options.host, doors, shares: options.shares, app: Rc::clone(&app) };
        let root = yew::Renderer::<Root>::with_root_and_props(element, props).render();
        root.send_message(Message::Start(effects));
        let dispatcher = Dispatcher { app, host, root: (*root).clone() };
        Self { root, dispatcher }
    }

    /// Applies an action that the page requests.
    pub fn act(&self, action: Action) {
        self.dispatcher.act(action);
    }

    /// Adds a chunk that the page has loaded on its own.
    pub fn enter(&self, chunk: Chunk) {
        self.dispatcher.enter(chunk);
    }

    /// Updates today's date, which may have changed.
    pub fn wake(&self) {
        self.dispatcher.wake();
    }

    /// Stores the draft now, if the user wants drafts stored: the page is about to be left.
    pub fn keep_draft(&self) {
        self.dispatcher.pause();
    }

    /// The current proposal.
    pub fn proposal(&self) -> crate::proposal::Proposal {
        self.dispatcher.app.borrow().proposal().clone()
    }

    /// The link that carries the current proposal; `None` before the brief's chunk is loaded.
    pub fn link(&self) -> Option<String> {
        self.dispatcher.enter(Chunk::Brief);
        let app = self.dispatcher.app.borrow();
        app.chunks().brief.map(|door| (door.link)(&app))
    }

    /// Whether the widget shows the user's own estimate, not an opened link.
    pub fn is_own(&self) -> bool {
        matches!(self.dispatcher.app.borrow().opening(), Opening::None)
    }

    /// Unmounts the widget.
    pub fn destroy(self) {
        self.root.destroy();
    }
}

#[derive(Properties)]
pub(super) struct Props {
    host: Rc<dyn Host>,
    doors: Doors,
    shares: bool,
    app: Rc<RefCell<App>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.app, &other.app)
    }
}

pub(super) enum Message {
    /// The effects to run before the first render.
    Start(Vec<Effect>),
    /// An action that could not be applied at once, because the state was borrowed.
    Act(Action),
    /// The state has changed.
    Changed(Change),
    /// A chunk was loaded; its doors.
    Arrived(Doors),
    /// The user has paused.
    Paused,
    /// The change is painted: what the frame could do without follows.
    Painted,
}

/// What an action has changed, beside the state itself.
pub(super) struct Change {
    /// Where to move the focus, in order of preference; empty to leave it.
    focus: Vec<Target>,
    /// Whether the figures were computed again.
    recomputed: bool,
}

/// Applies actions to the state at once, not with the next render, so that the page always gets a proposal and a link
/// with everything that was typed.
#[derive(Clone)]
struct Dispatcher {
    app: Rc<RefCell<App>>,
    host: Rc<dyn Host>,
    root: Scope<Root>,
}

impl Dispatcher {
    fn act(&self, action: Action) {
        let message = match self.app.try_borrow_mut() {
            Err(_) => Message::Act(action),
            Ok(mut app) => {
                app.set_today(self.host.today());
                let before = Rc::clone(app.estimate());
                let effects = app.reduce(action);
                let recomputed = !Rc::ptr_eq(&before, app.estimate());
                drop(app);
                Message::Changed(Change { focus: self.run(effects), recomputed })
            }
        };
        self.root.send_message(message);
    }

    /// Draws the screen again if the date has changed since the last action.
    fn wake(&self) {
        let is_another_day = self.app.try_borrow_mut().is_ok_and(|mut app| app.set_today(self.host.today()));
        if is_another_day {
            self.root.send_message(Message::Changed(Change { focus: Vec::new(), recomputed: true }));
        }
    }

    /// Runs what is due when the user pauses. None of it changes the screen at once, so that nothing is drawn.
    fn pause(&self) {
        if let Ok(mut app) = self.app.try_borrow_mut() {
            let effects = app.reduce(Action::Paused);
            drop(app);
            self.run(effects);
        }
    }

    /// Runs effects, most of them through the page, and returns where to move the focus.
    fn run(&self, effects: Vec<Effect>) -> Vec<Target> {
        let mut focus = Vec::new();
        for effect in effects {
            match effect {
                Effect::Focus(targets) => focus = targets,
                Effect::Fetch(chunk, action) => self.fetch(chunk, *action),
                effect => self.host.run(effect, self.callback()),
            }
        }
        focus
    }

    /// Applies an action once its chunk is loaded, at once if it already is.
    fn fetch(&self, chunk: Chunk, action: Action) {
        if self.enter(chunk) {
            return self.act(action);
        }
        let dispatcher = self.clone();
        let arrived = move |there| {
            dispatcher.act(if there && dispatcher.enter(chunk) { action.clone() } else { Action::ChunkLost(chunk) });
        };
        self.host.fetch(chunk, Callback::from(arrived));
    }

    /// Adds the doors of a chunk to the state and to the root. Returns whether the chunk is loaded.
    fn enter(&self, chunk: Chunk) -> bool {
        let Some(doors) = self.host.doors(chunk) else { return false };
        let Ok(mut app) = self.app.try_borrow_mut() else { return false };
        let effects = app.arrive(doors.chunks());
        drop(app);
        self.root.send_message(Message::Arrived(doors));
        self.run(effects);
        true
    }

    fn callback(&self) -> Callback<Action> {
        let dispatcher = self.clone();
        Callback::from(move |action| dispatcher.act(action))
    }
}

pub(super) struct Root {
    dispatcher: Dispatcher,
    act: Callback<Action>,
    doors: Doors,
    node: NodeRef,
    /// Where to move the focus after the next render, in order of preference.
    focus: Vec<Target>,
    /// The figures last announced to screen readers. The first ones are not announced: they are read with the page.
    told: String,
    tells: bool,
    pause: Timer,
    paint: Timer,
}

impl Component for Root {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { host, doors, app, .. } = ctx.props();
        let dispatcher = Dispatcher { app: Rc::clone(app), host: Rc::clone(host), root: ctx.link().clone() };
        Self {
            act: dispatcher.callback(),
            dispatcher,
            doors: *doors,
            node: NodeRef::default(),
            focus: Vec::new(),
            told: estimator::summary(&app.borrow()),
            tells: false,
            pause: Timer::new(PAUSE, ctx.link().callback(|()| Message::Paused)),
            paint: Timer::new(FRAME, ctx.link().callback(|()| Message::Painted)),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Start(effects) => self.focus = self.dispatcher.run(effects),
            Message::Act(action) => self.dispatcher.act(action),
            Message::Changed(change) => {
                if !change.focus.is_empty() {
                    self.focus = change.focus;
                }
                self.pause.restart();
                // Serialising everything to JSON takes as long as an estimate: the next frame is painted first.
                if change.recomputed {
                    self.paint.start();
                }
                return true;
            }
            Message::Arrived(doors) => {
                self.doors = self.doors.and(doors);
                return true;
            }
            Message::Paused => {
                self.dispatcher.pause();
                return self.tell();
            }
            Message::Painted => {
                self.paint.stop();
                let Props { app, host, .. } = ctx.props();
                let before = Rc::clone(app.borrow().whole());
                app.borrow_mut().complete();
                // What the page does now may read the state.
                let app = app.borrow();
                host.changed(app.proposal(), app.whole());
                return !Rc::ptr_eq(&before, app.whole());
            }
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let app = ctx.props().app.borrow();
        let cx = Cx { app: &app, act: &self.act, shares: ctx.props().shares, doors: self.doors };
        let told = if self.tells { self.told.clone() } else { String::new() };
        html! {
            <div ref={self.node.clone()} class="retour" lang={cx.words().language().code()} onkeydown={undo_by_keys(&self.act)}>
                { screen(&cx).html() }
                { h("p.sr").attr("role", "status").text(told).html() }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().host.ready();
        }
        focus::go(&self.node, &std::mem::take(&mut self.focus));
    }
}

/// The current screen; a placeholder while its chunk is not loaded.
fn screen(cx: &Cx) -> Node {
    let Doors { brief, reply, desk: at_desk } = cx.doors;
    let draw = match (cx.app.opening(), cx.app.screen()) {
        (Opening::Broken(_), _) => reply.map(|door| door.broken),
        (_, Screen::Brief) => brief.map(|door| door.brief),
        (_, Screen::Reply) => reply.map(|door| door.reply),
        (_, Screen::Sent) => reply.map(|door| door.sent),
        (_, Screen::Answer) => reply.map(|door| door.answer),
        (_, Screen::Estimator) if cx.app.is_desk() => at_desk.map(|door| door.desk),
        (Opening::None, Screen::Estimator) if cx.app.agency().is_none() => return estimator::empty(cx),
        (_, Screen::Estimator) => return estimator::estimator(cx),
    };
    draw.map_or_else(placeholder, |draw| draw(cx))
}

impl Root {
    /// Announces the figures to screen readers, if they differ from those last announced. Returns whether they do.
    fn tell(&mut self) -> bool {
        let summary = estimator::summary(&self.dispatcher.app.borrow());
        let news = summary != self.told;
        self.tells |= news;
        self.told = summary;
        news
    }
}
