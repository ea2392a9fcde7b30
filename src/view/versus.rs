//! Three ways to do it, side by side.

use super::desk::{Desk, rich};
use super::dotplot::strip;
use crate::brief::{self, Versus, Way};
use crate::words::Text;
use yew::prelude::*;

/// The section of the estimator.
pub fn section(desk: &Desk) -> Html {
    let versus = brief::versus(desk.app.proposal(), desk.app.estimate(), desk.words());
    html! {
        <section class="section wide" id="compare" aria-labelledby="versus-title">
            <h2 id="versus-title">{ desk.text(Text::VersusTitle) }</h2>
            { table(&versus) }
            <details class="how" hidden={versus.how.is_empty()}>
                <summary>{ desk.text(Text::HowCompared) }</summary>
                <p class="note">{ versus.how.clone() }</p>
            </details>
        </section>
    }
}

/// The table, and the verdict under it.
pub fn table(versus: &Versus) -> Html {
    let row = |i: usize, cell: &dyn Fn(&Way) -> Html| {
        html! {
            <tr role="row">
                <th role="rowheader" scope="row">{ versus.rows[i].clone() }</th>
                { for versus.ways.iter().map(|way| html! { <td role="cell">{ cell(way) }</td> }) }
            </tr>
        }
    };
    let two =
        |pair: &(String, String)| html! { <><b>{ pair.0.clone() }</b>{ " " }<small>{ pair.1.clone() }</small></> };
    let money = versus.ways.iter().any(|way| way.value.is_some());
    html! {
        <>
            <table role="table" class="ledger versus restack">
                <thead role="rowgroup"><tr role="row">
                    <td role="cell"></td>
                    { for versus.ways.iter().map(|way| html! { <th role="columnheader" scope="col">{ way.name.clone() }</th> }) }
                </tr></thead>
                <tbody role="rowgroup">
                    { row(0, &|way| two(&way.cost)) }
                    if money {
                        { row(1, &|way| way.value.as_ref().map(two).unwrap_or_default()) }
                        { row(2, &|way| way.repays.as_ref().map(repays).unwrap_or_default()) }
                        { row(3, &|way| html! { { way.net.clone().unwrap_or_default() } }) }
                        { row(4, &|way| rich(way.payback.as_deref().unwrap_or_default())) }
                    }
                </tbody>
            </table>
            <p class="verdict-note" hidden={versus.verdict.is_empty()}>{ versus.verdict.clone() }</p>
        </>
    }
}

fn repays((repaid, text): &(usize, String)) -> Html {
    html! { <>{ strip(*repaid) }{ " " }<small>{ text.clone() }</small></> }
}
