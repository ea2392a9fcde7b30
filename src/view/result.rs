//! The panel that stays in view: cost, verdict, dots, range, break-even, holders, what to do next.

use super::desk::{Desk, rich};
use super::dotplot::{dotplot, tenth};
use super::drivers::holder_class;
use super::notices;
use crate::app::{Action, Screen};
use crate::brief::{Figures, HolderShare};
use crate::proposal::Holder;
use crate::words::{Text, Words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The panel.
pub fn panel(desk: &Desk, figures: &Figures, copy: &Callback<MouseEvent>) -> Html {
    let stale = desk.app.is_stale();
    html! {
        <aside class={classes!("result", "verdicts", stale.then_some("stale"))} id="result" aria-label={desk.text(Text::ResultTitle)}>
            <div class="head">
                <h2>{ desk.text(Text::CostTitle) }</h2>
                <p class="cost"><output>{ figures.cost.clone() }</output>{ " " }{ figures.excl_vat.clone() }</p>
                <p class="small">{ figures.incl_vat.clone() }</p>
                { recovers(desk) }
                <p class="small stale-note" hidden={!stale}>{ desk.text(Text::Stale) }</p>
            </div>
            { plot(desk, figures) }
            { facts(desk.words(), figures) }
            { holders(desk, figures) }
            <p class="actions">
                <button type="button" class="button primary" onclick={desk.on(Action::Shown(Screen::Brief))}>{ desk.text(Text::CreateBrief) }</button>
                <button type="button" class="button quiet copy-link" onclick={copy.clone()}>{ desk.text(Text::CopyLink) }</button>
            </p>
            { notices::notice(desk) }
        </aside>
    }
}

/// Whether the client recovers the tax.
fn recovers(desk: &Desk) -> Html {
    let change = desk.act.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::RecoversVat(input.checked())
    });
    let recovers = desk.app.proposal().recovers_vat;
    html! {
        <>
            <label class="check small"><input type="checkbox" checked={recovers} onchange={change} />{ desk.text(Text::RecoversVat) }</label>
            <p class="small" hidden={recovers}>{ desk.text(Text::CountsVat) }</p>
        </>
    }
}

/// The verdict, the dots and the range.
pub fn plot(desk: &Desk, figures: &Figures) -> Html {
    html! {
        <div class="plot">
            <p class="verdict"><output>{ rich(&figures.verdict) }</output></p>
            <div hidden={figures.futures.is_empty()}>
                <p class="small">{ figures.caption.clone() }</p>
                { dots(desk, figures) }
                { range(desk.words(), figures) }
            </div>
        </div>
    }
}

/// The dots with their key.
pub fn dots(desk: &Desk, figures: &Figures) -> Html {
    html! {
        <figure>
            { dotplot(&figures.futures, figures.net, &desk.text(Text::CostRepaid)) }
            <figcaption class="dotkey">
                <span><svg viewBox="0 0 12 12" aria-hidden="true"><circle class="win" cx="6" cy="6" r="5" /></svg>{ desk.text(Text::RepaysKey) }</span>
                <span><svg viewBox="0 0 12 12" aria-hidden="true"><path class="lose" d="M6 1l5 5-5 5-5-5z" /></svg>{ desk.text(Text::LosesKey) }</span>
            </figcaption>
        </figure>
    }
}

/// The value and the net, from low to high.
pub fn range(words: &Words, figures: &Figures) -> Html {
    let head = |name, help, quantile: &'static str| {
        html! { <th scope="col">{ words.text(name) }{ " " }<abbr title={words.text(help)}>{ quantile }</abbr></th> }
    };
    html! {
        <table class="range">
            <thead><tr>
                <td></td>
                { head(Text::Low, Text::LowHelp, "P10") }
                { head(Text::Median, Text::MedianHelp, "P50") }
                { head(Text::High, Text::HighHelp, "P90") }
            </tr></thead>
            <tbody>
                for row in &figures.range {
                    <tr key={row.name.clone()}>
                        <th scope="row">{ row.name.clone() }</th>
                        <td>{ row.low.clone() }</td><td>{ row.median.clone() }</td><td>{ row.high.clone() }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// What it takes to break even, and when.
pub fn facts(words: &Words, figures: &Figures) -> Html {
    let fact = |name, value: &Option<String>| {
        html! { <div hidden={value.is_none()}><dt>{ words.text(name) }</dt><dd>{ rich(value.as_deref().unwrap_or_default()) }</dd></div> }
    };
    html! {
        <dl class="facts" hidden={figures.break_even.is_none() && figures.payback.is_none()}>
            { fact(Text::ToBreakEven, &figures.break_even) }
            { fact(Text::PaidBackAround, &figures.payback) }
        </dl>
    }
}

fn holders(desk: &Desk, figures: &Figures) -> Html {
    let shown: Vec<&HolderShare> = figures.holders.iter().filter(|share| share.share >= 0.005).collect();
    let third = shown.iter().any(|share| share.holder == Holder::ThirdParty);
    html! {
        <div class="holds" hidden={figures.holders.is_empty()}>
            <h3>{ desk.text(Text::HoldersTitle) }</h3>
            { stack(&shown) }
            <ul class="stackkey">
                for share in &shown {
                    <li key={share.name.clone()}><span class={classes!("holder", holder_class(share.holder))}>{ share.name.clone() }</span>{ " " }<b>{ share.percent.clone() }</b></li>
                }
            </ul>
            <p class="small" hidden={!third}>{ desk.text(Text::ThirdPartyNote) }</p>
        </div>
    }
}

/// The bar of the holders' shares; its pattern tells third parties without colour.
fn stack(shares: &[&HolderShare]) -> Html {
    let mut from = 0.0;
    let bars: Vec<Html> = shares
        .iter()
        .map(|share| {
            let (x, width) = (300.0 * from, (300.0 * share.share - 2.0).max(1.0));
            from += share.share;
            html! { <rect class={holder_class(share.holder)} x={tenth(x + 0.5)} y="0.5" width={tenth(width)} height="15" /> }
        })
        .collect();
    html! {
        <svg class="stack" viewBox="0 0 300 16" preserveAspectRatio="none" aria-hidden="true">
            <defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V4" /></pattern></defs>
            <g>{ for bars }</g>
        </svg>
    }
}
