//! The scope: what is made on the left of the spine, what is thought on its right.

use super::desk::{Desk, blank, rich};
use crate::app::{Action, Field, Row, Side};
use crate::brief::{self, Amounts, WorkRow};
use crate::estimate::Estimate;
use crate::proposal::{Line, Lock, Shape, Work};
use crate::words::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The section of the scope.
pub fn scope(desk: &Desk) -> Html {
    let (app, words) = (desk.app, desk.words());
    let estimate = app.estimate();
    let amounts = Amounts::new(app.proposal(), words);
    html! {
        <section class="section" aria-labelledby="scope-title">
            <div class="headrow">
                <h2 id="scope-title">{ desk.text(Text::ScopeTitle) }</h2>
                { switch(desk) }
            </div>
            <ol class="scope">
                <li class="line heads" aria-hidden="true" key="heads">
                    <div class="part made"><span class="voice">{ desk.text(Text::Made) }</span></div>
                    <div class="part thought"><span class="voice">{ desk.text(Text::Thought) }</span></div>
                </li>
                for line in &app.proposal().lines {
                    { row(desk, line) }
                }
                <li class="line sums" key="sums">
                    <div class="part made"><span class="what">{ desk.text(Text::Production) }</span>
                        <output class="price">{ amounts.of_cost(estimate.cost.production, &estimate.cost) }</output></div>
                    <div class="part thought"><span class="what">{ desk.text(Text::Advice) }</span>
                        <output class="price">{ amounts.of_cost(estimate.cost.advice, &estimate.cost) }</output></div>
                </li>
            </ol>
            { share(desk, brief::share_of_advice(&estimate.cost)) }
            <p class="note">{ effect_of_advice(desk, estimate, &amounts) }</p>
        </section>
    }
}

/// With or without advice.
fn switch(desk: &Desk) -> Html {
    let with = desk.app.proposal().with_advice;
    let locked = desk.app.is_locked(Lock::Options);
    let option = |on: bool, text| {
        html! {
            <label><input type="radio" name="advice" checked={with == on} disabled={locked}
                onchange={desk.on(Action::WithAdvice(on))} />{ desk.text(text) }</label>
        }
    };
    html! {
        <fieldset class="switch">
            <legend class="sr">{ desk.text(Text::Compare) }</legend>
            { option(true, Text::WithAdvice) }
            { option(false, Text::WithoutAdvice) }
        </fieldset>
    }
}

fn row(desk: &Desk, line: &Line) -> Html {
    let set = brief::work_row(desk.app.proposal(), line, desk.words());
    let class = classes!("line", (!line.included).then_some("off"));
    let own = Row::Line(line.id.clone());
    html! {
        <li class={class} key={format!("line {}", line.id)}>
            { pick(desk, line, &set) }
            { made(desk, line, &set) }
            { thought(desk, line, &set) }
            { super::notices::refused(desk, &own) }
        </li>
    }
}

/// The box to tick of an optional line, the padlock of another.
fn pick(desk: &Desk, line: &Line, set: &WorkRow) -> Html {
    if !line.optional {
        return html! {
            <div class="pick">
                <svg class="fixed" viewBox="0 0 20 20" role="img" aria-label={desk.text(Text::AlwaysIncluded)}>
                    <path d="M6 9V6.5a4 4 0 0 1 8 0V9m-9 0h10v8H5z" fill="none" stroke="currentColor" stroke-width="1.5" />
                </svg>
            </div>
        };
    }
    let id = line.id.clone();
    let change = desk.act.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::LineIncluded(id.clone(), input.checked())
    });
    let label = desk.words().fill(Text::LineOptional, &[("label", &set.made.label)]);
    html! {
        <div class="pick"><label>
            <input type="checkbox" checked={line.included} disabled={desk.app.is_locked(Lock::Options)} aria-label={label} onchange={change} />
        </label></div>
    }
}

fn made(desk: &Desk, line: &Line, set: &WorkRow) -> Html {
    let words = desk.words();
    let priced = !line.unit.is_empty() || line.unit_price.major() != 0.0;
    let quantity = set.made.detail.first().filter(|_| priced).map(|detail| {
        let label = words.fill(Text::QuantityOf, &[("label", &set.made.label)]);
        html! { <span class="detail" key="quantity">{ blank(desk, Field::Quantity { line: line.id.clone() }, Some(label)) }{ " " }{ detail.of.clone() }</span> }
    });
    let times = set.made.detail.iter().skip(usize::from(priced)).zip(&line.making).enumerate();
    let times = times.map(|(i, (detail, work))| time(desk, line, Side::Made, i, work, &set.made.label, &detail.of));
    html! {
        <div class="part made">
            <span class="what">{ set.made.label.clone() }</span><span class="price">{ set.made.price.clone() }</span>
            { for quantity.into_iter().chain(times) }
            { leaving(desk, line) }
        </div>
    }
}

fn thought(desk: &Desk, line: &Line, set: &WorkRow) -> Html {
    let (Some(advice), Some(side)) = (&line.advice, &set.thought) else {
        return html! { <div class="part thought none"></div> };
    };
    let id = line.id.clone();
    let keep = desk.act.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::AdviceIncluded(id.clone(), input.checked())
    });
    let times = side.detail.iter().zip(&advice.time).enumerate();
    let times = times.map(|(i, (detail, work))| time(desk, line, Side::Thought, i, work, &side.label, &detail.of));
    let locked = desk.app.is_locked(Lock::Options) || !desk.app.proposal().with_advice || !line.included;
    html! {
        <div class={classes!("part", "thought", (!advice.included).then_some("dropped"))}>
            <span class="what">{ side.label.clone() }</span><span class="price">{ side.price.clone() }</span>
            { for times }
            <label class="detail keep-advice">
                <input type="checkbox" checked={advice.included} disabled={locked} onchange={keep} />
                { desk.text(Text::KeepAdvice) }<span class="sr">{ [" : ", &side.label].concat() }</span>
            </label>
        </div>
    }
}

/// The time of one role: a blank for each number of its shape, then what it is multiplied with.
fn time(desk: &Desk, line: &Line, side: Side, index: usize, work: &Work, label: &str, of: &str) -> Html {
    let name = if work.days.is_some() { Text::DaysOf } else { Text::HoursOf };
    let label = desk.words().fill(name, &[("label", label)]);
    let shape = crate::app::time_of(work).copied().unwrap_or_default();
    let captions = brief::captions(&shape).names;
    let blanks = (0..crate::app::parts(&shape).len()).map(|part| {
        let field = Field::Time { line: line.id.clone(), side, index, part };
        let label = match shape {
            Shape::Fixed(_) => label.clone(),
            _ => [&label, ", ", &captions.get(part).map_or_else(String::new, |text| desk.text(*text))].concat(),
        };
        html! { <>{ if part > 0 { " – " } else { "" } }{ blank(desk, field, Some(label)) }</> }
    });
    html! { <span class="detail" key={index}>{ for blanks }{ " " }{ of.to_owned() }</span> }
}

/// What leaves with an optional line, said before it is gone.
fn leaving(desk: &Desk, line: &Line) -> Html {
    let labels: Vec<String> =
        brief::leaving_with(desk.app.proposal(), &line.id).map(|benefit| desk.words().set(&benefit.label)).collect();
    if !line.optional || labels.is_empty() {
        return html! { <span class="detail" hidden=true></span> };
    }
    html! { <span class="detail small">{ desk.words().fill(Text::NeedsLine, &[("benefits", &labels.join(", "))]) }</span> }
}

/// The bar that shares the cost between making and thinking.
pub fn share(desk: &Desk, advice: Option<f64>) -> Html {
    let words = desk.words();
    let thought = advice.unwrap_or(0.0);
    let (made, advised) = (words.percent(1.0 - thought), words.percent(thought));
    let cut = super::dotplot::tenth(100.0 * (1.0 - thought));
    let key = match thought {
        0.0 => words.text(Text::ShareNoThought),
        _ => words.fill(Text::ShareThought, &[("share", &advised)]),
    };
    let label = words.fill(Text::ShareLabel, &[("made", &made), ("thought", &advised)]);
    html! {
        <>
            <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
                <rect class="making" width={cut.clone()} height="10" />
                <rect class="thinking" x={cut} width="100" height="10" />
            </svg>
            <p class="sharekey"><span>{ rich(&words.fill(Text::ShareMade, &[("share", &made)])) }</span><span>{ rich(&key) }</span></p>
        </>
    }
}

/// What the advice costs and adds, or what going without it saves.
fn effect_of_advice(desk: &Desk, estimate: &Estimate, amounts: &Amounts) -> String {
    let words = desk.words();
    let (Some(with), Some(without)) = (estimate.value, estimate.alternatives.production_only.value) else {
        return words.fill(Text::AdviceNeutral, &[("cost", &amounts.certain(estimate.advice.cost))]);
    };
    if estimate.cost.advice == 0.0 {
        let saved = brief::price_of_advice(desk.app.proposal());
        let value = amounts.of(with.p50, &with);
        return words.fill(Text::AdviceGone, &[("cost", &amounts.certain(saved)), ("value", &value)]);
    }
    let cost = amounts.of_cost(estimate.cost.advice, &estimate.cost);
    let lost = amounts.of(with.p50 - without.p50, &with);
    words.fill(Text::AdviceSaving, &[("cost", &cost), ("value", &lost)])
}
