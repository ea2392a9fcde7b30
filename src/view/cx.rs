//! The context that every part of a screen is given: the state to read, and the callback for actions.

use crate::app::{Action, App};
use crate::proposal::Fault;
use crate::view::components::ui::Ui;
use crate::view::desk::rows::Controls;
use crate::view::estimator::own_line::OwnLine;
use crate::view::host::{BriefDoor, Doors};
use crate::view::markup::{Node, fragment, h, h_text, text};
use crate::view::memo::{Derived, EstimateView, View, memo};
use crate::words::{Text, Words};
use yew::virtual_dom::Key;
use yew::{AttrValue, Callback};

/// The context of a screen.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The state.
    pub app: &'a App,
    /// The callback for actions.
    pub act: &'a Callback<Action>,
    /// Whether the system has a share sheet.
    pub shares: bool,
    /// The doors of the loaded chunks.
    pub doors: Doors,
}

impl<'a> Cx<'a> {
    /// The sentences in the reader's language.
    pub fn words(&self) -> &'a Words {
        self.app.words()
    }

    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        self.words().text(text)
    }

    /// The controls that the desk adds to the rows of the estimator; `None` unless a brief is being composed.
    pub fn controls(&self) -> Option<&'static Controls> {
        self.doors.desk.filter(|_| self.app.is_composing()).map(|door| door.rows)
    }

    /// The functions that draw this line, if the user added it.
    pub fn own_line(&self, line: &str) -> Option<&'static OwnLine> {
        self.doors.brief.filter(|_| self.app.is_own(line)).map(|door| door.own_line)
    }

    /// The link that carries the proposal; `None` before the brief's chunk is loaded.
    pub fn link(&self) -> Option<String> {
        self.app.chunks().brief.map(|door| (door.link)(self.app))
    }

    /// The sentence of a fault, what is wrong and what to do; a general one before the brief's chunk is loaded, which has the
    /// sentences and is fetched where a fault is shown.
    pub fn fault(&self, fault: &Fault) -> String {
        let sentence = |door: &BriefDoor| (door.fault_sentence)(fault, self.words().language());
        self.doors.brief.map_or_else(|| self.text(Text::FaultUntold), sentence)
    }

    /// The context of a view.
    pub fn ui(&self) -> Ui<'a> {
        Ui { words: self.words(), act: self.act }
    }

    /// A component that draws the view again only if it changes; `key` is unique among its siblings.
    pub fn memo(&self, key: impl Into<Key>, view: impl View) -> Node {
        memo(&self.ui(), key, view)
    }

    /// A component that draws figures again only if the estimate changes; `key` is unique among its siblings.
    pub fn figures(&self, key: &'static str, figures: impl EstimateView + 'static) -> Node {
        let figures: Box<dyn EstimateView> = Box::new(figures);
        self.memo(key, Derived::new(self.app.estimate(), figures))
    }

    /// The same for figures of [`App::whole`], which follow the frame after a keystroke.
    pub fn later_figures(&self, key: &'static str, figures: impl EstimateView + 'static) -> Node {
        let figures: Box<dyn EstimateView> = Box::new(figures);
        self.memo(key, Derived::new(self.app.whole(), figures))
    }

    /// An element that holds a sentence.
    pub fn h(&self, spec: &'static str, sentence: Text) -> Node {
        self.ui().h(spec, sentence)
    }

    /// A button that dispatches an action; `spec` is its element and classes, as in [`h`].
    pub fn button(&self, spec: &'static str, name: Text, action: impl Into<Action>) -> Node {
        self.ui().button(spec, name, action)
    }

    /// A checkbox; `make` gives the action for its new state.
    pub fn tick<A: Into<Action>>(&self, on: bool, locked: bool, make: impl Fn(bool) -> A + 'static) -> Node {
        self.ui().tick(on, locked, make)
    }

    /// A radio button of the group `name`.
    pub fn choice(&self, name: impl Into<AttrValue>, on: bool, locked: bool, action: impl Into<Action>) -> Node {
        self.ui().choice(name, on, locked, action)
    }
}

/// A sentence with its strong (`*…*`) and superscript (`^…^`) parts.
pub fn rich(sentence: &str) -> Node {
    let parts = sentence.split('*').enumerate();
    fragment(parts.map(|(i, part)| if i % 2 == 1 { h("strong").child(raised(part)) } else { raised(part) }).collect())
}

fn raised(sentence: &str) -> Node {
    let parts = sentence.split('^').map(str::to_owned).enumerate();
    fragment(parts.map(|(i, part)| if i % 2 == 1 { h_text("sup", part) } else { text(part) }).collect())
}
