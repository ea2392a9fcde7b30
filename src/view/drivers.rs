//! What creates the value: each factor with its numbers, its shape, its holder and its source.

use super::desk::{Desk, blank};
use super::{glyph, notices};
use crate::app::{Action, Field, Row};
use crate::brief::{self, Assumption};
use crate::proposal::{Factor, Holder, Lock, Shape};
use crate::words::Text;
use yew::prelude::*;

/// The section of the factors.
pub fn drivers(desk: &Desk) -> Html {
    let proposal = desk.app.proposal();
    if proposal.factors.is_empty() {
        return html! { <div hidden=true></div> };
    }
    let rows = brief::assumptions(&proposal.factors, desk.words());
    html! {
        <section class="section" aria-labelledby="drivers-title">
            <h2 id="drivers-title">{ desk.text(Text::DriversTitle) }</h2>
            <p class="note">{ desk.text(Text::DriversHelp) }</p>
            <div class="drivers">
                <p class="caps" aria-hidden="true" key="caps">
                    <span>{ desk.text(Text::AtLeast) }</span><span>{ desk.text(Text::Likely) }</span><span>{ desk.text(Text::AtMost) }</span>
                </p>
                for (factor, set) in proposal.factors.iter().zip(&rows) {
                    { driver(desk, factor, set) }
                }
            </div>
        </section>
    }
}

fn driver(desk: &Desk, factor: &Factor, set: &Assumption) -> Html {
    let own = Row::Factor(factor.id.clone());
    let offered = desk.app.offered().factors.iter().find(|offered| offered.id == factor.id);
    let changed = offered.filter(|offered| offered.value != factor.value);
    let locked =
        desk.app.is_locked(if factor.holder == Holder::Client { Lock::ClientFactors } else { Lock::OtherFactors });
    let wrong = desk.app.refused(&own).is_some();
    let class = classes!("driver", changed.map(|_| "changed"), locked.then_some("locked"), wrong.then_some("wrong"));
    html! {
        <fieldset class={class} key={format!("factor {}", factor.id)}>
            <legend>{ set.label.clone() }{ " " }
                <span class="source"><span class={classes!("holder", holder_class(factor.holder))}>{ set.held_by.clone() }</span>{ " · " }{ set.source.clone() }</span>
            </legend>
            { glyph::glyph(&factor.value) }
            { numbers(desk, factor) }
            <span class="unit">{ unit(desk, factor, set) }</span>
            { notices::refused(desk, &own) }
            { note(desk, own, changed, locked) }
        </fieldset>
    }
}

/// The blanks of a shape, each in its column; a count's trials stand in its unit.
fn numbers(desk: &Desk, factor: &Factor) -> Html {
    let captions = brief::captions(&factor.value);
    let first = usize::from(matches!(factor.value, Shape::Count { .. }));
    let column = |place: usize| {
        let found = captions.columns.iter().position(|column| *column == place);
        match found {
            Some(i) => {
                let field = Field::Factor { factor: factor.id.clone(), part: first + i };
                html! { <label key={place}><span>{ desk.text(captions.names[i]) }</span>{ blank(desk, field, None) }</label> }
            }
            None => html! { <span class="gap" key={place}></span> },
        }
    };
    html! { <div class="three">{ for (0..3).map(column) }</div> }
}

fn unit(desk: &Desk, factor: &Factor, set: &Assumption) -> Html {
    let words = desk.words();
    match factor.value {
        Shape::Count { .. } => {
            let field = Field::Factor { factor: factor.id.clone(), part: 0 };
            let label = [&words.text(Text::Trials), ", ", &set.label].concat();
            html! { <>{ "% × " }{ blank(desk, field, Some(label)) }</> }
        }
        Shape::Chance(_) => html! { { "%" } },
        _ if factor.unit == "%" => html! { { "%" } },
        _ => html! { { set.unit.clone() } },
    }
}

/// That the person changed it, and the way back; or that it is closed.
fn note(desk: &Desk, own: Row, changed: Option<&Factor>, locked: bool) -> Html {
    let words = desk.words();
    match changed {
        _ if locked => html! { <p class="note" key="note">{ desk.text(Text::ClosedByAgency) }</p> },
        Some(offered) => html! {
            <p class="note" key="note">
                <b>{ desk.text(Text::ChangedByYou) }</b>{ " " }
                { words.fill(Text::AgencyProposed, &[("figures", &brief::figures_of(offered, words))]) }{ " " }
                <button type="button" class="button quiet" onclick={desk.on(Action::Restored(own))}>{ desk.text(Text::Restore) }</button>
            </p>
        },
        None => html! { <p class="note" hidden=true key="note"></p> },
    }
}

/// The class that gives a holder its texture.
pub fn holder_class(holder: Holder) -> &'static str {
    match holder {
        Holder::Agency => "agency",
        Holder::Client => "you",
        Holder::ThirdParty => "third",
        Holder::Market => "market",
    }
}
