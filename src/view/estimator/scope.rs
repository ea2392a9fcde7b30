//! The scope: production on the left, advice on the right.

mod line;

use crate::app::Action;
use crate::brief::{self, Amounts};
use crate::estimate::Estimate;
use crate::proposal::{Lock, Proposal};
use crate::view::components::dots::tenth;
use crate::view::components::figure::{amount, steady};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::own_line;
use crate::view::markup::{Node, fragment, h};
use crate::view::memo::EstimateView;
use crate::words::{Text, Words};
use line::LineRow;

/// The section of the scope.
pub fn scope(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let (proposal, estimate) = (app.proposal(), app.estimate());
    let mut rows = vec![heads(cx)];
    rows.extend(proposal.lines.iter().map(|line| cx.memo(["line ", &line.id].concat(), LineRow::new(cx, line))));
    rows.push(own_line::add(cx));
    rows.push(cx.figures("sums", Sums::new(proposal, estimate, words)));
    h("section.section")
        .attr("aria-labelledby", "scope-title")
        .child(switch(cx))
        .child(h("ol.scope").children(rows))
        .child(cx.later_figures("advice", Advice::new(proposal, app.whole(), words)))
}

fn heads(cx: &Cx) -> Node {
    h("li.line heads")
        .key("heads")
        .attr("aria-hidden", "true")
        .child(h("div.part made").child(cx.h("span.voice", Text::Made)))
        .child(h("div.part thought").child(cx.h("span.voice", Text::Thought)))
}

/// The title, and the choice with or without advice.
fn switch(cx: &Cx) -> Node {
    let (with, locked) = (cx.app.proposal().with_advice, cx.app.is_locked(Lock::Options));
    let option = |on: bool, name| {
        let choice = cx.choice("advice", with == on, locked, Action::WithAdvice(on));
        h("label").child(choice).text(cx.text(name))
    };
    let switch = h("fieldset.switch")
        .child(cx.h("legend.sr", Text::Compare))
        .child(option(true, Text::WithAdvice))
        .child(option(false, Text::WithoutAdvice));
    h("div.headrow").child(h("h2").attr("id", "scope-title").text(cx.text(Text::ScopeTitle))).child(switch)
}

/// The sums of both sides.
struct Sums {
    production: String,
    advice: String,
}

impl Sums {
    fn new(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Self {
        let sum = |amount| Amounts::new(proposal, words).of_cost(amount, &estimate.cost);
        Self { production: sum(estimate.cost.production), advice: sum(estimate.cost.advice) }
    }
}

impl EstimateView for Sums {
    fn draw(&self, ui: &Ui) -> Node {
        let sum = |spec, name, amount| h(spec).child(ui.h("span.what", name)).child(price(amount));
        h("li.line sums").child(sum("div.part made", Text::Production, &self.production)).child(sum(
            "div.part thought",
            Text::Advice,
            &self.advice,
        ))
    }
}

/// An amount in the column of prices.
pub fn price(text: &str) -> Node {
    h("span.price").child(amount(text))
}

/// The share of advice in the cost, and the effect of the advice.
struct Advice {
    share: Option<f64>,
    effect: String,
    /// The longest form of the effect.
    longest: String,
}

impl Advice {
    fn new(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Self {
        let amounts = Amounts::new(proposal, words);
        let effect = |amounts| effect_of_advice(proposal, estimate, amounts, words);
        Self {
            share: brief::share_of_advice(&estimate.cost),
            effect: effect(&amounts),
            longest: effect(&amounts.widest()),
        }
    }
}

impl EstimateView for Advice {
    fn draw(&self, ui: &Ui) -> Node {
        fragment(vec![share(ui.words, self.share), h("p.note").child(steady(&self.effect, &self.longest))])
    }
}

/// The bar that splits the cost between production and advice; `advice` is its share, from 0 to 1.
pub fn share(words: &Words, advice: Option<f64>) -> Node {
    let thought = advice.unwrap_or(0.0);
    let (made, advised) = (words.percent(1.0 - thought), words.percent(thought));
    let cut = tenth(100.0 * (1.0 - thought));
    let key = match thought {
        0.0 => words.text(Text::ShareNoThought),
        _ => words.fill(Text::ShareThought, &[("share", &advised)]),
    };
    let widest = words.percent(1.0);
    let longest = |key| words.fill(key, &[("share", &widest)]);
    let bar = h("svg.share")
        .attr("viewBox", "0 0 100 10")
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr("aria-label", words.fill(Text::ShareLabel, &[("made", &made), ("thought", &advised)]))
        .child(h("rect.making").attr("width", cut.clone()).attr("height", "10"))
        .child(h("rect.thinking").attr("x", cut).attr("width", "100").attr("height", "10"));
    let keys = h("p.sharekey")
        .child(steady(&words.fill(Text::ShareMade, &[("share", &made)]), &longest(Text::ShareMade)))
        .child(steady(&key, &longest(Text::ShareThought)));
    fragment(vec![bar, keys])
}

/// The sentence on what the advice costs and adds, or on what leaving it out saves.
fn effect_of_advice(proposal: &Proposal, estimate: &Estimate, amounts: &Amounts, words: &Words) -> String {
    let cost = amounts.of_cost(estimate.cost.advice, &estimate.cost);
    let (Some(with), Some(without)) = (estimate.value, estimate.alternatives.production_only.value) else {
        return words.fill(Text::AdviceNeutral, &[("cost", &cost)]);
    };
    if estimate.cost.advice == 0.0 {
        let saved = amounts.certain(brief::price_of_advice(proposal));
        let value = amounts.of(with.p50, &with);
        return words.fill(Text::AdviceGone, &[("cost", &saved), ("value", &value)]);
    }
    let lost = amounts.of(with.p50 - without.p50, &with);
    words.fill(Text::AdviceSaving, &[("cost", &cost), ("value", &lost)])
}
