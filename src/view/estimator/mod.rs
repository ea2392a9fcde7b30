//! The estimator: goals, scope, factors, result, and how to read it.

pub mod comparison;
pub mod factors;
pub mod insights;
pub mod own_line;
pub mod result;
pub mod scope;

use crate::app::{Action, App, Screen};
use crate::brief::{self, ResultText};
use crate::view::components::figure::figure;
use crate::view::components::notices;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::comparison::ComparisonSection;
use crate::view::estimator::insights::Reading;
use crate::view::estimator::result::{Panel, beside};
use crate::view::markup::{Node, h, h_text, placeholder, text};
use crate::view::{languages, memo};
use crate::words::{Text, typeset};

/// The screen.
pub fn estimator(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let figures = brief::result_text(app.proposal(), app.estimate(), words);
    let bar = cx.figures("bar", Bar::new(&figures));
    let draws = words.number(f64::from(app.estimate().draws), 0);
    let seed = app.proposal().seed.to_string();
    h("div.sheet")
        .class(&["sheet", "estimator", if app.proposal().with_advice { "" } else { "plainly" }])
        .child(intro(cx))
        .child(goals(cx))
        .child(scope::scope(cx))
        .child(factors::factors(cx))
        .child(beside(cx.memo("result", Panel::new(cx, figures))))
        .child(cx.figures("reading", Reading::new(cx)))
        .child(cx.later_figures("comparison", ComparisonSection::new(cx)))
        .child(h_text("footer.wide foot small", words.fill(Text::FootNote, &[("draws", &draws), ("seed", &seed)])))
        .child(bar)
}

/// The cost and the verdict in words, to be announced by screen readers.
pub fn summary(app: &App) -> String {
    let figures = brief::result_text(app.proposal(), app.estimate(), app.words());
    let verdict: String = figures.verdict.chars().filter(|sign| *sign != '*').collect();
    [[&*figures.cost, " ", &figures.tax.excl].concat().trim_end(), ". ", &*verdict].concat()
}

/// The header of the screen.
fn intro(cx: &Cx) -> Node {
    let ui = &cx.ui();
    h("header.intro")
        .child(h("div.tools").child(undo_redo_buttons(ui, cx.app.can_travel())).child(languages(ui)))
        .child(h("h1").attr("tabindex", "-1").text(cx.text(Text::EstimatorTitle)))
        .child(cx.h("p.lede", Text::EstimatorLede))
        .child(notices::sent(cx))
        .child(steps(ui, cx.app.corrections()))
        .child(draft(cx))
        .child(notices::file_faults(cx))
}

/// The steps that the user can take, with the current one marked. None of them is compulsory.
fn steps(ui: &Ui, corrected: usize) -> Node {
    let figures = match corrected {
        0 => ui.text(Text::StepFigures),
        _ => ui.words.count(Text::StepCorrected, corrected as f64, &[]),
    };
    let step = |spec, current: bool, said| {
        let step = h(spec).text(said);
        if current { step.attr("aria-current", "step") } else { step }
    };
    h("ol.steps small")
        .attr("aria-label", ui.text(Text::Steps))
        .child(step("li.done", false, ui.text(Text::StepGoal)))
        .child(step(if corrected > 0 { "li.done" } else { "li" }, corrected == 0, figures))
        .child(step("li", corrected > 0, ui.text(Text::StepBrief)))
}

/// The checkbox for storing the draft in this browser, and the button that erases it.
pub fn draft(cx: &Cx) -> Node {
    let kept = cx.app.keeps_draft();
    let erase = cx.button("button.button quiet", Text::EraseDraft, Action::DraftWanted(false));
    let said = notices::draft(cx).map(|said| cx.text(said)).unwrap_or_default();
    h("div.small draft")
        .child(h("label.check").child(cx.tick(kept, false, Action::DraftWanted)).text(cx.text(Text::KeepDraft)))
        .child(erase.flag("hidden", !kept))
        .child(h("span").attr("role", "status").text(said))
}

/// The buttons for undo and redo.
pub fn undo_redo_buttons(ui: &Ui, (back, forth): (bool, bool)) -> Node {
    h("p.actions travel")
        .child(ui.button("button.button quiet", Text::Undo, Action::Undone).flag("disabled", !back))
        .child(ui.button("button.button quiet", Text::Redo, Action::Redone).flag("disabled", !forth))
}

/// The choice of a goal of the agency's file; a placeholder if there are fewer than two.
pub fn goals(cx: &Cx) -> Node {
    let Some(agency) = cx.app.agency().filter(|agency| agency.goals.len() > 1) else { return placeholder() };
    let language = cx.words().language();
    let goals = agency.goals.iter().map(|goal| {
        let chosen = cx.app.goal() == Some(goal.id.as_str());
        h("label.goal")
            .key(goal.id.clone())
            .child(cx.choice("goal", chosen, false, Action::GoalChosen(goal.id.clone())))
            .child(h_text("b", typeset(&goal.label, language)))
            .child(h_text("small", typeset(&goal.hint, language)))
    });
    h("fieldset.section")
        .child(cx.h("legend.h2", if cx.app.is_desk() { Text::StartFromGoal } else { Text::GoalTitle }))
        .child(h("div.goals").children(goals.collect()))
}

/// The bar at the bottom that keeps the result in view where the screen is too narrow for the panel.
struct Bar {
    cost: String,
    excl_tax: String,
    /// The number of futures, of twenty, that repay their cost; `None` without a benefit in money.
    repaid: Option<usize>,
}

impl Bar {
    fn new(figures: &ResultText) -> Self {
        let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
        let repaid = (!figures.futures.is_empty()).then_some(repaid);
        Self { cost: figures.cost.clone(), excl_tax: figures.tax.excl.clone(), repaid }
    }
}

impl memo::EstimateView for Bar {
    fn draw(&self, ui: &Ui) -> Node {
        let futures =
            self.repaid.map_or_else(String::new, |repaid| ui.words.count(Text::FuturesShort, repaid as f64, &[]));
        let sum = h("span.sum")
            .child(figure("b", self.cost.clone()))
            .child(text([" ", &self.excl_tax].concat()))
            .child(h_text("span.under", futures));
        h("p.bar").child(sum).child(ui.button("button.button primary", Text::BriefShort, Action::Shown(Screen::Brief)))
    }
}

/// The screen when there is neither an agency's file nor a link.
pub fn empty(cx: &Cx) -> Node {
    h("section.sheet state")
        .child(cx.h("h1", Text::NoAgencyTitle))
        .child(cx.h("p.lede", Text::NoAgency))
        .child(notices::file_faults(cx))
}
