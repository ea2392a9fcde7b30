//! The choices of the scope: alternatives side by side, with their price and the chance that the project is paid back.

use crate::app::Action;
use crate::brief::{self, AlternativeText, ChoiceText};
use crate::proposal::Lock;
use crate::view::components::figure::{figure, steady};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::markup::{Node, fragment, h, h_text};
use crate::view::memo::View;

/// All choices.
#[derive(PartialEq)]
pub struct Choices {
    choices: Vec<ChoiceText>,
    locked: bool,
}

impl Choices {
    /// The choices of the current proposal.
    pub fn new(cx: &Cx) -> Self {
        let choices = brief::choices(cx.app.proposal(), cx.app.whole(), cx.words());
        Self { choices, locked: cx.app.is_locked(Lock::Options) }
    }
}

impl View for Choices {
    fn draw(&self, ui: &Ui) -> Node {
        fragment(self.choices.iter().map(|choice| drawn(ui, choice, self.locked)).collect())
    }
}

fn drawn(ui: &Ui, choice: &ChoiceText, locked: bool) -> Node {
    let cards = choice.alternatives.iter().map(|own| card(ui, choice, own, locked));
    h("fieldset.choice")
        .key(&*choice.id)
        .child(h_text("legend", choice.label.clone()))
        .child(h("div.goals").children(cards.collect()))
}

fn card(ui: &Ui, choice: &ChoiceText, own: &AlternativeText, locked: bool) -> Node {
    let action = Action::Chosen(choice.id.clone(), own.id.clone());
    let radio = ui.choice(["choice ", &choice.id].concat(), own.is_chosen, locked, action);
    let said = [&own.repays, &own.lines].into_iter().filter(|text| !text.is_empty());
    let note = h("small").flag("hidden", own.note.text.is_empty()).child(steady(&own.note.text, &own.note.widest));
    h("label.goal")
        .key(own.id.as_deref().unwrap_or_default())
        .child(radio)
        .child(h_text("b", own.label.clone()))
        .child(figure("span.price", own.price.clone()))
        .child(note)
        .children(said.map(|text| h_text("small", text.clone())).collect())
}
