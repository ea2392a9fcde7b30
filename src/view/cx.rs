//! What every part of a screen is given: the state to read and the way to act on it.

use crate::app::{Action, App};
use crate::proposal::Fault;
use crate::view::components::ui::Ui;
use crate::view::desk::rows::Controls;
use crate::view::estimator::own_line::OwnLine;
use crate::view::host::Doors;
use crate::view::markup::{Node, fragment, h, h_text, text};
use crate::view::memo::{Derived, Figures, View, memo};
use crate::words::{Text, Words, fault_sentence};
use yew::Callback;
use yew::virtual_dom::Key;

/// The state, and where actions go.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The state.
    pub app: &'a App,
    /// Where actions go.
    pub act: &'a Callback<Action>,
    /// Whether the system has a share sheet.
    pub shares: bool,
    /// The doors of the chunks that have arrived.
    pub doors: Doors,
}

impl<'a> Cx<'a> {
    /// The words of the reader.
    pub fn words(&self) -> &'a Words {
        self.app.words()
    }

    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        self.words().text(text)
    }

    /// What the desk adds to the rows of the estimator, while somebody composes there.
    pub fn controls(&self) -> Option<&'static Controls> {
        self.doors.desk.filter(|_| self.app.is_composing()).map(|door| door.rows)
    }

    /// How to draw this line, if it is one of the person's own.
    pub fn own_line(&self, line: &str) -> Option<&'static OwnLine> {
        self.doors.brief.filter(|_| self.app.is_own(line)).map(|door| door.own_line)
    }

    /// The link that carries the proposal, once the chunk of the brief has arrived.
    pub fn link(&self) -> Option<String> {
        self.app.chunks().brief.map(|door| (door.link)(self.app))
    }

    /// What is wrong, and what to do.
    pub fn fault(&self, fault: &Fault) -> String {
        fault_sentence(fault, self.words().language())
    }

    /// What a view draws with.
    pub fn ui(&self) -> Ui<'a> {
        Ui { words: self.words(), act: self.act }
    }

    /// A view as a component of its own, which its key tells from its siblings.
    pub fn memo(&self, key: impl Into<Key>, view: impl View) -> Node {
        memo(&self.ui(), key, view)
    }

    /// Figures of the present estimate as a component of its own, which its key tells from its siblings.
    pub fn figures(&self, key: &'static str, figures: impl Figures + 'static) -> Node {
        let figures: Box<dyn Figures> = Box::new(figures);
        self.memo(key, Derived::new(self.app, figures))
    }

    /// An element that holds a sentence.
    pub fn h(&self, spec: &'static str, sentence: Text) -> Node {
        self.ui().h(spec, sentence)
    }

    /// A button, beginning with its classes, that does one thing.
    pub fn button(&self, spec: &'static str, name: Text, action: impl Into<Action>) -> Node {
        self.ui().button(spec, name, action)
    }

    /// A box to tick.
    pub fn tick<A: Into<Action>>(&self, on: bool, locked: bool, make: impl Fn(bool) -> A + 'static) -> Node {
        self.ui().tick(on, locked, make)
    }

    /// One choice of several that carry the same name.
    pub fn choice(&self, name: &'static str, on: bool, locked: bool, action: impl Into<Action>) -> Node {
        self.ui().choice(name, on, locked, action)
    }
}

/// A sentence with its strong (`*…*`) and raised (`^…^`) parts.
pub fn rich(sentence: &str) -> Node {
    let parts = sentence.split('*').enumerate();
    fragment(parts.map(|(i, part)| if i % 2 == 1 { h("strong").child(raised(part)) } else { raised(part) }).collect())
}

fn raised(sentence: &str) -> Node {
    let parts = sentence.split('^').map(str::to_owned).enumerate();
    fragment(parts.map(|(i, part)| if i % 2 == 1 { h_text("sup", part) } else { text(part) }).collect())
}
