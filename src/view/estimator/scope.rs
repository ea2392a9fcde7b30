//! The scope: production on the left, advice on the right.

mod choices;
mod line;

use crate::app::Action;
use crate::brief::{self, Amount, Amounts, Quote};
use crate::estimate::Estimate;
use crate::proposal::{Line, Lock, Proposal};
use crate::view::components::dots::tenth;
use crate::view::components::figure::{amount, steady};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::own_line;
use crate::view::markup::{Node, fragment, h, placeholder};
use crate::view::memo::EstimateView;
use crate::words::{Text, Words};
use choices::Choices;
use line::LineRow;

/// The section of the scope.
pub fn scope(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let proposal = app.proposal();
    let quote = brief::quote(proposal);
    let advised = proposal.lines.iter().any(|line| line.advice.is_some());
    let mut rows = vec![heads(cx, advised)];
    let lines = proposal.lines.iter().zip(&quote.lines).filter(|(line, _)| is_shown(cx, line));
    rows.extend(lines.map(|(line, own)| cx.memo(["line ", &line.id].concat(), LineRow::new(cx, line, own))));
    rows.push(own_line::add(cx));
    rows.push(cx.figures("sums", Sums::new(proposal, &quote, words)));
    let section = h("section.section")
        .attr("aria-labelledby", "scope-title")
        .child(switch(cx, advised))
        .child(cx.memo("choices", Choices::new(cx)))
        .child(h("ol.scope").children(rows));
    if advised {
        section.child(cx.later_figures("advice", Advice::new(proposal, app.whole(), &quote, words)))
    } else {
        section
    }
}

/// Whether a line has a row: those of alternatives that are not chosen have none, except at the desk.
fn is_shown(cx: &Cx, line: &Line) -> bool {
    let choices = &cx.app.proposal().choices;
    let choice = choices.iter().find(|choice| Some(&choice.id) == line.choice.as_ref());
    cx.app.is_composing() || choice.is_none_or(|choice| choice.chosen == line.alternative)
}

fn heads(cx: &Cx, advised: bool) -> Node {
    let thought = if advised { cx.h("span.voice", Text::Thought) } else { placeholder() };
    h("li.line heads")
        .key("heads")
        .attr("aria-hidden", "true")
        .child(h("div.part made").child(cx.h("span.voice", Text::Made)))
        .child(h("div.part thought").child(thought))
}

/// The title, and the choice with or without advice, if there is some.
fn switch(cx: &Cx, advised: bool) -> Node {
    let (with, locked) = (cx.app.proposal().with_advice, cx.app.is_locked(Lock::Options));
    let option = |on: bool, name| {
        let choice = cx.choice("advice", with == on, locked, Action::WithAdvice(on));
        h("label").child(choice).text(cx.text(name))
    };
    let switch = h("fieldset.switch")
        .child(cx.h("legend.sr", Text::Compare))
        .child(option(true, Text::WithAdvice))
        .child(option(false, Text::WithoutAdvice));
    let head = h("div.headrow").child(h("h2").attr("id", "scope-title").text(cx.text(Text::ScopeTitle)));
    if advised { head.child(switch) } else { head }
}

/// The sums of both sides, and the discount on them.
struct Sums {
    production: String,
    /// `None` if nothing has advice.
    advice: Option<String>,
    discount: Option<String>,
}

impl Sums {
    fn new(proposal: &Proposal, quote: &Quote, words: &Words) -> Self {
        let sum = |amount: Amount| Amounts::new(proposal, words).minor(amount.minor);
        let advised = quote.lines.iter().any(|line| line.thought.is_some());
        Self {
            production: sum(quote.production),
            advice: advised.then(|| sum(quote.advice)),
            discount: quote.discount.map(sum),
        }
    }
}

impl EstimateView for Sums {
    fn draw(&self, ui: &Ui) -> Node {
        let sum = |spec, name, amount: &str| h(spec).child(ui.h("span.what", name)).child(price(amount));
        let advice = self.advice.as_ref();
        let advice = advice.map_or_else(placeholder, |amount| sum("div.part thought", Text::Advice, amount));
        let discount = self.discount.as_ref();
        let discount = discount.map_or_else(placeholder, |amount| sum("div.part made", Text::Discount, amount));
        h("li.line sums").child(sum("div.part made", Text::Production, &self.production)).child(advice).child(discount)
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
    fn new(proposal: &Proposal, estimate: &Estimate, quote: &Quote, words: &Words) -> Self {
        let amounts = Amounts::new(proposal, words);
        let effect = |amounts| effect_of_advice(estimate, quote, amounts, words);
        Self {
            share: brief::share_of_advice(proposal, quote),
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
fn effect_of_advice(estimate: &Estimate, quote: &Quote, amounts: &Amounts, words: &Words) -> String {
    let cost = amounts.minor(quote.advice.minor);
    match (estimate.value, estimate.alternatives.production_only.value) {
        (Some(value), _) if quote.advice.minor == 0.0 => {
            let (saved, value) = (amounts.minor(brief::price_of_advice(quote)), amounts.of(value.p50, &value));
            words.fill(Text::AdviceGone, &[("cost", &saved), ("value", &value)])
        }
        (Some(with), Some(without)) => {
            let lost = amounts.of(with.p50 - without.p50, &with);
            words.fill(Text::AdviceSaving, &[("cost", &cost), ("value", &lost)])
        }
        _ => match estimate.advice.break_even_uplift {
            Some(uplift) => words.fill(Text::AdviceUnknown, &[("cost", &cost), ("uplift", &words.percent(uplift))]),
            None => words.fill(Text::AdviceNeutral, &[("cost", &cost)]),
        },
    }
}
