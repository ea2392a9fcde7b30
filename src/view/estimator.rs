//! The estimator: goal, scope, assumptions, result, and how to read it.

use super::desk::Desk;
use super::{drivers, languages, notices, reading, result, scope, versus};
use crate::app::{Action, Screen};
use crate::words::{Text, typeset};
use yew::prelude::*;

/// The screen. The figures of the panel are handed in, since several parts show them.
pub fn estimator(desk: &Desk, copy: &Callback<MouseEvent>) -> Html {
    let (app, words) = (desk.app, desk.words());
    let figures = crate::brief::figures(app.proposal(), app.estimate(), words);
    let class = classes!("sheet", "estimator", (!app.proposal().with_advice).then_some("plainly"));
    html! {
        <form class={class} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <header class="intro">
                <div class="tools">
                    { travel(desk) }
                    { languages(desk) }
                </div>
                <h1>{ desk.text(Text::EstimatorTitle) }</h1>
                <p class="lede">{ desk.text(Text::EstimatorLede) }</p>
                { notices::file_faults(desk) }
            </header>
            { goals(desk) }
            { scope::scope(desk) }
            { drivers::drivers(desk) }
            { result::panel(desk, &figures, copy) }
            { reading::reading(desk) }
            { versus::section(desk) }
            <footer class="wide foot small">{ words.fill(Text::FootNote, &[
                ("draws", &words.number(f64::from(app.estimate().draws), 0)),
                ("seed", &words.number(app.proposal().seed as f64, 0)),
            ]) }</footer>
            { bar(desk, &figures) }
        </form>
    }
}

/// One step back, one step forth.
fn travel(desk: &Desk) -> Html {
    let (back, forth) = desk.app.can_travel();
    html! {
        <p class="actions travel">
            <button type="button" class="button quiet" disabled={!back} onclick={desk.on(Action::Undone)}>{ desk.text(Text::Undo) }</button>
            <button type="button" class="button quiet" disabled={!forth} onclick={desk.on(Action::Redone)}>{ desk.text(Text::Redo) }</button>
        </p>
    }
}

/// The goals of the agency's file; nothing where there is no choice.
fn goals(desk: &Desk) -> Html {
    let Some(agency) = desk.app.agency().filter(|agency| agency.goals.len() > 1) else {
        return html! { <div hidden=true></div> };
    };
    let language = desk.words().language();
    html! {
        <fieldset class="section">
            <legend class="h2">{ desk.text(Text::GoalTitle) }</legend>
            <div class="goals">
                for goal in &agency.goals {
                    <label class="goal" key={goal.id.clone()}>
                        <input type="radio" name="goal" checked={desk.app.goal() == Some(goal.id.as_str())}
                            onchange={desk.on(Action::GoalChosen(goal.id.clone()))} />
                        <b>{ typeset(&goal.label, language) }</b>
                        <small>{ typeset(&goal.hint, language) }</small>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// The answer stays in view where the panel cannot.
fn bar(desk: &Desk, figures: &crate::brief::Figures) -> Html {
    let repaid = figures.futures.iter().filter(|net| **net >= 0.0).count();
    let futures = desk.words().fill(Text::FuturesShort, &[("n", &desk.words().number(repaid as f64, 0))]);
    html! {
        <p class="bar">
            <span class="sum">
                <b>{ figures.cost.clone() }</b>{ " " }{ figures.excl_vat.clone() }
                <span>{ if figures.futures.is_empty() { String::new() } else { futures } }</span>
            </span>
            <button type="button" class="button primary" onclick={desk.on(Action::Shown(Screen::Brief))}>{ desk.text(Text::BriefShort) }</button>
        </p>
    }
}
