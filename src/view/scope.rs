//! The scope: what is made on the left of the spine, what is thought on its right.

mod line;

use super::desk::Desk;
use super::dotplot::tenth;
use super::markup::{Node, several, tag};
use super::memo::Figures;
use super::own;
use super::steady::{amount, steady};
use super::ui::Ui;
use crate::app::Action;
use crate::brief::{self, Amounts};
use crate::estimate::Estimate;
use crate::proposal::{Lock, Proposal};
use crate::words::{Text, Words};
use line::LineRow;

/// The section of the scope.
pub fn scope(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let (proposal, estimate) = (app.proposal(), app.estimate());
    let mut rows = vec![heads(desk)];
    rows.extend(proposal.lines.iter().map(|line| desk.memo(["line ", &line.id].concat(), LineRow::new(desk, line))));
    rows.push(own::add(desk));
    rows.push(desk.figures("sums", Sums::new(proposal, estimate, words)));
    tag("section.section")
        .set("aria-labelledby", "scope-title")
        .put(switch(desk))
        .put(tag("ol.scope").all(rows))
        .put(desk.figures("advice", Advice::new(proposal, estimate, words)))
}

fn heads(desk: &Desk) -> Node {
    tag("li.line heads")
        .key("heads")
        .set("aria-hidden", "true")
        .put(tag("div.part made").put(desk.say("span.voice", Text::Made)))
        .put(tag("div.part thought").put(desk.say("span.voice", Text::Thought)))
}

/// The title, and the choice: with or without advice.
fn switch(desk: &Desk) -> Node {
    let (with, locked) = (desk.app.proposal().with_advice, desk.app.is_locked(Lock::Options));
    let option = |on: bool, name| {
        let choice = desk.choice("advice", with == on, locked, Action::WithAdvice(on));
        tag("label").put(choice).text(desk.text(name))
    };
    let switch = tag("fieldset.switch")
        .put(desk.say("legend.sr", Text::Compare))
        .put(option(true, Text::WithAdvice))
        .put(option(false, Text::WithoutAdvice));
    tag("div.headrow").put(tag("h2").set("id", "scope-title").text(desk.text(Text::ScopeTitle))).put(switch)
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

impl Figures for Sums {
    fn draw(&self, ui: &Ui) -> Node {
        let sum = |spec, name, amount| tag(spec).put(ui.say("span.what", name)).put(price(amount));
        tag("li.line sums").put(sum("div.part made", Text::Production, &self.production)).put(sum(
            "div.part thought",
            Text::Advice,
            &self.advice,
        ))
    }
}

/// An amount in the column of prices.
pub fn price(text: &str) -> Node {
    tag("span.price").put(amount(text))
}

/// The share of the cost that is advice, and what the advice does.
struct Advice {
    share: Option<f64>,
    effect: String,
    /// The longest that the effect may be.
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

impl Figures for Advice {
    fn draw(&self, ui: &Ui) -> Node {
        several(vec![share(ui.words, self.share), tag("p.note").put(steady(&self.effect, &self.longest))])
    }
}

/// The bar that shares the cost between making and thinking.
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
    let bar = tag("svg.share")
        .set("viewBox", "0 0 100 10")
        .set("preserveAspectRatio", "none")
        .set("role", "img")
        .set("aria-label", words.fill(Text::ShareLabel, &[("made", &made), ("thought", &advised)]))
        .put(tag("rect.making").set("width", cut.clone()).set("height", "10"))
        .put(tag("rect.thinking").set("x", cut).set("width", "100").set("height", "10"));
    let keys = tag("p.sharekey")
        .put(steady(&words.fill(Text::ShareMade, &[("share", &made)]), &longest(Text::ShareMade)))
        .put(steady(&key, &longest(Text::ShareThought)));
    several(vec![bar, keys])
}

/// What the advice costs and adds, or what going without it saves.
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
