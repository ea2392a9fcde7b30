//! The estimator: goal, scope, assumptions, result, and how to read it.

use super::desk::Desk;
use super::markup::{Node, nothing, say, tag, text};
use super::memo;
use super::reading::Reading;
use super::result::{Panel, beside};
use super::ui::Ui;
use super::versus::Comparison;
use super::{drivers, languages, notices, scope};
use crate::app::{Action, App, Screen};
use crate::brief::{self, Figures};
use crate::words::{Text, typeset};

/// The screen.
pub fn estimator(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let figures = brief::figures(app.proposal(), app.estimate(), words);
    let bar = desk.figures("bar", Bar::new(&figures));
    let draws = words.number(f64::from(app.estimate().draws), 0);
    let seed = app.proposal().seed.to_string();
    tag("div.sheet")
        .class(&["sheet", "estimator", if app.proposal().with_advice { "" } else { "plainly" }])
        .put(intro(desk))
        .put(goals(desk))
        .put(scope::scope(desk))
        .put(drivers::drivers(desk))
        .put(beside(desk.memo("result", Panel::new(desk, figures))))
        .put(desk.figures("reading", Reading::new(desk)))
        .put(desk.figures("versus", Comparison::new(desk)))
        .put(say("footer.wide foot small", words.fill(Text::FootNote, &[("draws", &draws), ("seed", &seed)])))
        .put(bar)
}

/// The cost and the verdict in plain words, for those who do not see them move.
pub fn summary(app: &App) -> String {
    let figures = brief::figures(app.proposal(), app.estimate(), app.words());
    let verdict: String = figures.verdict.chars().filter(|sign| *sign != '*').collect();
    [&figures.cost, " ", &figures.excl_vat, ". ", &verdict].concat()
}

/// What stands above everything else.
fn intro(desk: &Desk) -> Node {
    let ui = &desk.ui();
    tag("header.intro")
        .put(tag("div.tools").put(travel(ui, desk.app.can_travel())).put(languages(ui)))
        .put(tag("h1").set("tabindex", "-1").text(desk.text(Text::EstimatorTitle)))
        .put(desk.say("p.lede", Text::EstimatorLede))
        .put(notices::sent(desk))
        .put(steps(ui, desk.app.corrections()))
        .put(draft(desk))
        .put(notices::file_faults(desk))
}

/// How far the person has come; nothing of it is compulsory.
fn steps(ui: &Ui, corrected: usize) -> Node {
    let figures = match corrected {
        0 => ui.text(Text::StepFigures),
        _ => ui.words.count(Text::StepCorrected, corrected as f64, &[]),
    };
    let step = |spec, current: bool, said| {
        let step = tag(spec).text(said);
        if current { step.set("aria-current", "step") } else { step }
    };
    tag("ol.steps small")
        .set("aria-label", ui.text(Text::Steps))
        .put(step("li.done", false, ui.text(Text::StepGoal)))
        .put(step(if corrected > 0 { "li.done" } else { "li" }, corrected == 0, figures))
        .put(step("li", corrected > 0, ui.text(Text::StepBrief)))
}

/// Whether the draft is kept in this browser, and how to erase it.
pub fn draft(desk: &Desk) -> Node {
    let kept = desk.app.keeps_draft();
    let erase = desk.button("button.button quiet", Text::EraseDraft, Action::DraftWanted(false));
    let said = notices::draft(desk).map(|said| desk.text(said)).unwrap_or_default();
    tag("div.small draft")
        .put(tag("label.check").put(desk.tick(kept, false, Action::DraftWanted)).text(desk.text(Text::KeepDraft)))
        .put(erase.mark("hidden", !kept))
        .put(tag("span").set("role", "status").text(said))
}

/// One step back, one step forth, where there is one.
pub fn travel(ui: &Ui, (back, forth): (bool, bool)) -> Node {
    tag("p.actions travel")
        .put(ui.button("button.button quiet", Text::Undo, Action::Undone).mark("disabled", !back))
        .put(ui.button("button.button quiet", Text::Redo, Action::Redone).mark("disabled", !forth))
}

/// The goals of the agency's file; nothing where there is no choice.
pub fn goals(desk: &Desk) -> Node {
    let Some(agency) = desk.app.agency().filter(|agency| agency.goals.len() > 1) else { return nothing() };
    let language = desk.words().language();
    let goals = agency.goals.iter().map(|goal| {
        let chosen = desk.app.goal() == Some(goal.id.as_str());
        tag("label.goal")
            .key(goal.id.clone())
            .put(desk.choice("goal", chosen, false, Action::GoalChosen(goal.id.clone())))
            .put(say("b", typeset(&goal.label, language)))
            .put(say("small", typeset(&goal.hint, language)))
    });
    tag("fieldset.section")
        .put(desk.say("legend.h2", if desk.app.is_desk() { Text::StartFromGoal } else { Text::GoalTitle }))
        .put(tag("div.goals").all(goals.collect()))
}

/// The answer stays in view where the panel cannot.
struct Bar {
    cost: String,
    excl_vat: String,
    /// In how many futures it repays its cost; `None` where nothing is counted in money.
    repaid: Option<usize>,
}

impl Bar {
    fn new(figures: &Figures) -> Self {
        let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
        let repaid = (!figures.futures.is_empty()).then_some(repaid);
        Self { cost: figures.cost.clone(), excl_vat: figures.excl_vat.clone(), repaid }
    }
}

impl memo::Figures for Bar {
    fn draw(&self, ui: &Ui) -> Node {
        let futures = self.repaid.map_or_else(String::new, |repaid| {
            ui.words.fill(Text::FuturesShort, &[("n", &ui.words.number(repaid as f64, 0))])
        });
        let sum = tag("span.sum")
            .put(say("b", self.cost.clone()))
            .put(text([" ", &self.excl_vat].concat()))
            .put(say("span", futures));
        tag("p.bar").put(sum).put(ui.button("button.button primary", Text::BriefShort, Action::Shown(Screen::Brief)))
    }
}
