//! The estimator: goal, scope, assumptions, result, and how to read it.

use super::desk::Desk;
use super::markup::{nothing, say, tag, text};
use super::{drivers, languages, notices, reading, result, scope, versus};
use crate::app::{Action, Screen};
use crate::brief::{self, Figures};
use crate::words::{Text, typeset};
use yew::Html;

/// The screen.
pub fn estimator(desk: &Desk) -> Html {
    let (app, words) = (desk.app, desk.words());
    let figures = brief::figures(app.proposal(), app.estimate(), words);
    let draws = words.number(f64::from(app.estimate().draws), 0);
    let seed = app.proposal().seed.to_string();
    let intro = tag("header.intro")
        .put(tag("div.tools").put(travel(desk)).put(languages(desk)).html())
        .put(desk.say("h1", Text::EstimatorTitle))
        .put(desk.say("p.lede", Text::EstimatorLede))
        .put(notices::sent(desk))
        .put(notices::file_faults(desk));
    tag("div")
        .class(&["sheet", "estimator", if app.proposal().with_advice { "" } else { "plainly" }])
        .put(intro.html())
        .put(goals(desk))
        .put(scope::scope(desk))
        .put(drivers::drivers(desk))
        .put(result::panel(desk, &figures))
        .put(reading::reading(desk))
        .put(versus::section(desk))
        .put(say("footer.wide foot small", words.fill(Text::FootNote, &[("draws", &draws), ("seed", &seed)])))
        .put(bar(desk, &figures))
        .html()
}

/// One step back, one step forth.
fn travel(desk: &Desk) -> Html {
    let (back, forth) = desk.app.can_travel();
    tag("p.actions travel")
        .put(desk.button("button.button quiet", Text::Undo, Action::Undone).mark("disabled", !back).html())
        .put(desk.button("button.button quiet", Text::Redo, Action::Redone).mark("disabled", !forth).html())
        .html()
}

/// The goals of the agency's file; nothing where there is no choice.
fn goals(desk: &Desk) -> Html {
    let Some(agency) = desk.app.agency().filter(|agency| agency.goals.len() > 1) else { return nothing() };
    let language = desk.words().language();
    let goals = agency.goals.iter().map(|goal| {
        let chosen = desk.app.goal() == Some(goal.id.as_str());
        tag("label.goal")
            .key(goal.id.clone())
            .put(desk.choice("goal", chosen, false, Action::GoalChosen(goal.id.clone())))
            .put(say("b", typeset(&goal.label, language)))
            .put(say("small", typeset(&goal.hint, language)))
            .html()
    });
    tag("fieldset.section")
        .put(desk.say("legend.h2", Text::GoalTitle))
        .put(tag("div.goals").all(goals.collect()).html())
        .html()
}

/// The answer stays in view where the panel cannot.
fn bar(desk: &Desk, figures: &Figures) -> Html {
    let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
    let futures = match figures.futures.len() {
        0 => String::new(),
        _ => desk.words().fill(Text::FuturesShort, &[("n", &desk.words().number(repaid as f64, 0))]),
    };
    let sum = tag("span.sum")
        .put(say("b", figures.cost.clone()))
        .put(text([" ", &figures.excl_vat].concat()))
        .put(say("span", futures));
    tag("p.bar")
        .put(sum.html())
        .put(desk.button("button.button primary", Text::BriefShort, Action::Shown(Screen::Brief)).html())
        .html()
}
