//! Reading the result: the tornado, the question to settle, what is counted and not priced.

use super::desk::Desk;
use super::dotplot::tenth;
use super::drivers::holder_class;
use crate::brief::{self, Outcome, Swing};
use crate::words::Text;
use yew::prelude::*;

/// Bars of the tornado that are shown.
const MOST: usize = 6;

/// The section below the document.
pub fn reading(desk: &Desk) -> Html {
    let (app, words) = (desk.app, desk.words());
    let swings = brief::swings(app.proposal(), app.estimate(), words);
    let outcomes = brief::outcomes(app.proposal(), app.estimate(), words);
    html! {
        <div class="wide">
            <section class="section reading" aria-labelledby="why-title" hidden={swings.is_empty()}>
                { tornado(desk, &swings) }
                { question(desk) }
            </section>
            <section class="section" aria-labelledby="outcomes-title" hidden={outcomes.is_empty()}>
                <h2 id="outcomes-title">{ desk.text(Text::OutcomesTitle) }</h2>
                { counted(&outcomes) }
            </section>
        </div>
    }
}

fn tornado(desk: &Desk, swings: &[Swing]) -> Html {
    let shown = &swings[..swings.len().min(MOST)];
    let low = shown.iter().map(|swing| swing.net[0]).fold(0.0, f64::min);
    let high = shown.iter().map(|swing| swing.net[1]).fold(0.0, f64::max);
    let place = move |x: f64| if high > low { 300.0 * (x - low) / (high - low) } else { 0.0 };
    let mean = desk.app.estimate().net.map_or(0.0, |net| net.mean);
    html! {
        <div>
            <h2 id="why-title">{ desk.text(Text::SwingsTitle) }</h2>
            <p class="note">{ desk.text(Text::SwingsNote) }</p>
            <table role="table" class="ledger swings restack">
                <thead role="rowgroup" class="sr"><tr role="row">
                    <th role="columnheader" scope="col">{ desk.text(Text::Factor) }</th>
                    <th role="columnheader" scope="col">{ desk.text(Text::Swing) }</th>
                    <th role="columnheader" scope="col">{ desk.text(Text::NetRow) }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    for swing in shown {
                        <tr role="row" key={swing.id.clone()}>
                            <th role="rowheader" scope="row">
                                <span class={classes!("holder", holder_class(swing.holder))}><span class="sr">{ [&swing.held_by, " : "].concat() }</span></span>
                                { swing.label.clone() }
                            </th>
                            <td role="cell" class="swing">{ bar(swing.net.map(place), place(mean), place(0.0)) }</td>
                            <td role="cell" class="num">{ swing.range.clone() }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// One bar: from low to the mean, from the mean to high, and where the cost is repaid.
fn bar([low, high]: [f64; 2], mean: f64, zero: f64) -> Html {
    html! {
        <svg viewBox="0 0 300 14" preserveAspectRatio="none" aria-hidden="true">
            <rect class="below" x={tenth(low)} width={tenth((mean - low).max(0.0))} height="14" />
            <rect class="above" x={tenth(mean)} width={tenth((high - mean).max(0.0))} height="14" />
            <rect class="mean" x={tenth(mean - 1.0)} width="2" height="14" />
            <rect class="zero" x={tenth(zero)} width="1" height="14" />
        </svg>
    }
}

fn question(desk: &Desk) -> Html {
    let Some(question) = brief::question(desk.app.proposal(), desk.app.estimate(), desk.words()) else {
        return html! { <div hidden=true></div> };
    };
    html! {
        <div class="question">
            <h2>{ desk.text(Text::QuestionTitle) }</h2>
            <blockquote>{ question.asks }</blockquote>
            <p class="note">{ question.note }</p>
        </div>
    }
}

/// The rows of what is counted.
pub fn counted(outcomes: &[Outcome]) -> Html {
    html! {
        <table class="ledger"><tbody>
            for outcome in outcomes {
                <tr key={outcome.label.clone()}>
                    <th scope="row">{ outcome.label.clone() }</th><td>{ outcome.range.clone() }</td><td>{ outcome.cost.clone() }</td>
                </tr>
            }
        </tbody></table>
    }
}
