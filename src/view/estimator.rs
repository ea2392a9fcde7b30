//! The estimator: goal, scope, assumptions, result, and how to read it.

use super::desk::Desk;
use super::markup::{Node, nothing, say, tag, text};
use super::{drivers, languages, notices, reading, result, scope, versus};
use crate::app::{Action, App, Screen};
use crate::brief::{self, Figures};
use crate::words::{Text, typeset};

/// The screen.
pub fn estimator(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let figures = brief::figures(app.proposal(), app.estimate(), words);
    let rooms = brief::rooms(app.proposal(), app.estimate(), words);
    let draws = words.number(f64::from(app.estimate().draws), 0);
    let seed = app.proposal().seed.to_string();
    let intro = tag("header.intro")
        .put(tag("div.tools").put(travel(desk)).put(languages(desk)))
        .put(tag("h1").set("tabindex", "-1").text(desk.text(Text::EstimatorTitle)))
        .put(desk.say("p.lede", Text::EstimatorLede))
        .put(notices::sent(desk))
        .put(steps(desk))
        .put(draft(desk))
        .put(notices::file_faults(desk));
    tag("div.sheet")
        .class(&["sheet", "estimator", if app.proposal().with_advice { "" } else { "plainly" }])
        .put(intro)
        .put(goals(desk))
        .put(scope::scope(desk))
        .put(drivers::drivers(desk))
        .put(result::panel(desk, &figures, &rooms))
        .put(reading::reading(desk))
        .put(versus::section(desk))
        .put(say("footer.wide foot small", words.fill(Text::FootNote, &[("draws", &draws), ("seed", &seed)])))
        .put(bar(desk, &figures))
}

/// The cost and the verdict in plain words, for those who do not see them move.
pub fn summary(app: &App) -> String {
    let figures = brief::figures(app.proposal(), app.estimate(), app.words());
    let verdict: String = figures.verdict.chars().filter(|sign| *sign != '*').collect();
    [&figures.cost, " ", &figures.excl_vat, ". ", &verdict].concat()
}

/// How far the person has come; nothing of it is compulsory.
fn steps(desk: &Desk) -> Node {
    let corrected = desk.app.corrections();
    let figures = match corrected {
        0 => desk.text(Text::StepFigures),
        _ => desk.words().count(Text::StepCorrected, corrected as f64, &[]),
    };
    let step = |spec, current: bool, said| {
        let step = tag(spec).text(said);
        if current { step.set("aria-current", "step") } else { step }
    };
    tag("ol.steps small")
        .set("aria-label", desk.text(Text::Steps))
        .put(step("li.done", false, desk.text(Text::StepGoal)))
        .put(step(if corrected > 0 { "li.done" } else { "li" }, corrected == 0, figures))
        .put(step("li", corrected > 0, desk.text(Text::StepBrief)))
}

/// Whether the draft is kept in this browser, and how to erase it.
pub fn draft(desk: &Desk) -> Node {
    let kept = desk.app.keeps_draft();
    let tick = desk.tick(kept, false, Action::DraftWanted);
    tag("div.small draft")
        .put(tag("label.check").put(tick).text(desk.text(Text::KeepDraft)))
        .put(desk.button("button.button quiet", Text::EraseDraft, Action::DraftWanted(false)).mark("hidden", !kept))
        .put(notices::draft(desk))
}

/// One step back, one step forth.
pub fn travel(desk: &Desk) -> Node {
    let (back, forth) = desk.app.can_travel();
    tag("p.actions travel")
        .put(desk.button("button.button quiet", Text::Undo, Action::Undone).mark("disabled", !back))
        .put(desk.button("button.button quiet", Text::Redo, Action::Redone).mark("disabled", !forth))
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
fn bar(desk: &Desk, figures: &Figures) -> Node {
    let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
    let futures = match figures.futures.len() {
        0 => String::new(),
        _ => desk.words().fill(Text::FuturesShort, &[("n", &desk.words().number(repaid as f64, 0))]),
    };
    let sum = tag("span.sum")
        .put(say("b", figures.cost.clone()))
        .put(text([" ", &figures.excl_vat].concat()))
        .put(say("span", futures));
    tag("p.bar").put(sum).put(desk.button("button.button primary", Text::BriefShort, Action::Shown(Screen::Brief)))
}
