//! The estimator: goal, scope, assumptions, result, and how to read it.

use super::desk::Desk;
use super::markup::{Node, nothing, say, tag, text};
use super::memo::View;
use super::notices::{self, FileFaults};
use super::reading::Reading;
use super::result::{Panel, beside};
use super::ui::Ui;
use super::versus::Comparison;
use super::{drivers, languages, scope};
use crate::app::{Action, App, Screen};
use crate::brief::{self, Figures};
use crate::words::{Text, typeset};

/// The screen.
pub fn estimator(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let figures = brief::figures(app.proposal(), app.estimate(), words);
    let draws = words.number(f64::from(app.estimate().draws), 0);
    let seed = app.proposal().seed.to_string();
    tag("div.sheet")
        .class(&["sheet", "estimator", if app.proposal().with_advice { "" } else { "plainly" }])
        .put(desk.memo("intro", Intro::new(desk)))
        .put(goals(desk))
        .put(scope::scope(desk))
        .put(drivers::drivers(desk))
        .put(beside(desk.memo("result", Panel::new(desk, &figures))))
        .put(desk.memo("reading", Reading::new(desk)))
        .put(desk.memo("versus", Comparison::new(desk)))
        .put(say("footer.wide foot small", words.fill(Text::FootNote, &[("draws", &draws), ("seed", &seed)])))
        .put(desk.memo("bar", Bar::new(figures)))
}

/// The cost and the verdict in plain words, for those who do not see them move.
pub fn summary(app: &App) -> String {
    let figures = brief::figures(app.proposal(), app.estimate(), app.words());
    let verdict: String = figures.verdict.chars().filter(|sign| *sign != '*').collect();
    [&figures.cost, " ", &figures.excl_vat, ". ", &verdict].concat()
}

/// What stands above everything else.
#[derive(PartialEq)]
struct Intro {
    /// Whether there is a step back, and a step forth.
    travel: (bool, bool),
    /// That the figures were sent, or are other than those that were.
    sent: Option<Text>,
    /// How many lines and factors the person has corrected.
    corrected: usize,
    draft: Draft,
    faults: FileFaults,
}

impl Intro {
    fn new(desk: &Desk) -> Self {
        Self {
            travel: desk.app.can_travel(),
            sent: notices::sent_of(desk),
            corrected: desk.app.corrections(),
            draft: Draft::new(desk),
            faults: FileFaults::new(desk),
        }
    }
}

impl View for Intro {
    fn draw(&self, ui: &Ui) -> Node {
        tag("header.intro")
            .put(tag("div.tools").put(travel(ui, self.travel)).put(languages(ui)))
            .put(tag("h1").set("tabindex", "-1").text(ui.text(Text::EstimatorTitle)))
            .put(ui.say("p.lede", Text::EstimatorLede))
            .put(notices::alert(ui, self.sent))
            .put(steps(ui, self.corrected))
            .put(self.draft.draw(ui))
            .put(self.faults.draw(ui))
    }
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
#[derive(PartialEq)]
pub struct Draft {
    kept: bool,
    /// What came of keeping it.
    said: Option<Text>,
}

impl Draft {
    /// As it stands.
    pub fn new(desk: &Desk) -> Self {
        Self { kept: desk.app.keeps_draft(), said: notices::draft(desk) }
    }
}

impl View for Draft {
    fn draw(&self, ui: &Ui) -> Node {
        let tick = ui.tick(self.kept, false, Action::DraftWanted);
        let erase = ui.button("button.button quiet", Text::EraseDraft, Action::DraftWanted(false));
        let said = self.said.map(|said| ui.text(said)).unwrap_or_default();
        tag("div.small draft")
            .put(tag("label.check").put(tick).text(ui.text(Text::KeepDraft)))
            .put(erase.mark("hidden", !self.kept))
            .put(tag("span").set("role", "status").text(said))
    }
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
    let goals = agency.goals.iter().map(|goal| Goal {
        id: goal.id.clone(),
        label: typeset(&goal.label, language),
        hint: typeset(&goal.hint, language),
        chosen: desk.app.goal() == Some(goal.id.as_str()),
    });
    let title = if desk.app.is_desk() { Text::StartFromGoal } else { Text::GoalTitle };
    desk.memo("goals", Goals { title, goals: goals.collect() })
}

/// What can be aimed at, one of which is chosen.
#[derive(PartialEq)]
struct Goals {
    title: Text,
    goals: Vec<Goal>,
}

#[derive(PartialEq)]
struct Goal {
    id: String,
    label: String,
    hint: String,
    chosen: bool,
}

impl View for Goals {
    fn draw(&self, ui: &Ui) -> Node {
        let goals = self.goals.iter().map(|goal| {
            tag("label.goal")
                .key(goal.id.clone())
                .put(ui.choice("goal", goal.chosen, false, Action::GoalChosen(goal.id.clone())))
                .put(say("b", goal.label.clone()))
                .put(say("small", goal.hint.clone()))
        });
        tag("fieldset.section").put(ui.say("legend.h2", self.title)).put(tag("div.goals").all(goals.collect()))
    }
}

/// The answer stays in view where the panel cannot.
#[derive(PartialEq)]
struct Bar {
    cost: String,
    excl_vat: String,
    /// In how many futures it repays its cost; `None` where nothing is counted in money.
    repaid: Option<usize>,
}

impl Bar {
    fn new(figures: Figures) -> Self {
        let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
        let repaid = (!figures.futures.is_empty()).then_some(repaid);
        Self { cost: figures.cost, excl_vat: figures.excl_vat, repaid }
    }
}

impl View for Bar {
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
