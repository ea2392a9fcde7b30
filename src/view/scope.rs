//! The scope: what is made on the left of the spine, what is thought on its right.

use super::desk::{Desk, blank};
use super::dotplot::tenth;
use super::markup::{Node, nothing, say, several, tag, text};
use super::steady::{amount, steady};
use super::{notices, own};
use crate::app::{Action, Field, Row, Side, parts, time_of};
use crate::brief::{self, Amounts, WorkRow};
use crate::estimate::Estimate;
use crate::proposal::{Line, Lock, Shape, Work};
use crate::words::Text;

/// The section of the scope.
pub fn scope(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let estimate = app.estimate();
    let amounts = Amounts::new(app.proposal(), words);
    let effect = |amounts| effect_of_advice(desk, estimate, amounts);
    let mut rows = vec![heads(desk)];
    rows.extend(app.proposal().lines.iter().map(|line| row(desk, line)));
    rows.push(own::add(desk));
    rows.push(sums(desk, estimate, &amounts));
    tag("section.section")
        .set("aria-labelledby", "scope-title")
        .put(
            tag("div.headrow")
                .put(tag("h2").set("id", "scope-title").text(desk.text(Text::ScopeTitle)))
                .put(switch(desk)),
        )
        .put(tag("ol.scope").all(rows))
        .put(share(desk, brief::share_of_advice(&estimate.cost)))
        .put(tag("p.note").put(steady(&effect(&amounts), &effect(&amounts.widest()))))
}

fn heads(desk: &Desk) -> Node {
    tag("li.line heads")
        .key("heads")
        .set("aria-hidden", "true")
        .put(tag("div.part made").put(desk.say("span.voice", Text::Made)))
        .put(tag("div.part thought").put(desk.say("span.voice", Text::Thought)))
}

fn sums(desk: &Desk, estimate: &Estimate, amounts: &Amounts) -> Node {
    let sum = |spec, name, amount| {
        let amount = amounts.of_cost(amount, &estimate.cost);
        tag(spec).put(desk.say("span.what", name)).put(price(&amount))
    };
    tag("li.line sums").key("sums").put(sum("div.part made", Text::Production, estimate.cost.production)).put(sum(
        "div.part thought",
        Text::Advice,
        estimate.cost.advice,
    ))
}

/// With or without advice.
fn switch(desk: &Desk) -> Node {
    let with = desk.app.proposal().with_advice;
    let locked = desk.app.is_locked(Lock::Options);
    let option = |on: bool, name| {
        let choice = desk.choice("advice", with == on, locked, Action::WithAdvice(on));
        tag("label").put(choice).text(desk.text(name))
    };
    tag("fieldset.switch")
        .put(desk.say("legend.sr", Text::Compare))
        .put(option(true, Text::WithAdvice))
        .put(option(false, Text::WithoutAdvice))
}

fn row(desk: &Desk, line: &Line) -> Node {
    let set = brief::work_row(desk.app.proposal(), line, desk.words());
    tag("li")
        .class(&["line", if line.included { "" } else { "off" }])
        .key(["line ", &line.id].concat())
        .set("data-row", Row::Line(line.id.clone()).name())
        .put(pick(desk, line, &set))
        .put(made(desk, line, &set))
        .put(thought(desk, line, &set))
        .put(desk.controls().map_or_else(nothing, |controls| (controls.line)(desk, line)))
        .put(notices::refused(desk, &Row::Line(line.id.clone())))
}

/// The box to tick of an optional line, the padlock of another.
fn pick(desk: &Desk, line: &Line, set: &WorkRow) -> Node {
    if !line.optional {
        let padlock = tag("path")
            .set("d", "M6 9V6.5a4 4 0 0 1 8 0V9m-9 0h10v8H5z")
            .set("fill", "none")
            .set("stroke", "currentColor")
            .set("stroke-width", "1.5");
        let picture = tag("svg.fixed").set("viewBox", "0 0 20 20").set("role", "img");
        let picture = picture.set("aria-label", desk.text(Text::AlwaysIncluded)).put(padlock);
        return tag("div.pick").put(picture);
    }
    let id = line.id.clone();
    let locked = desk.app.is_locked(Lock::Options);
    let label = desk.words().fill(Text::LineOptional, &[("label", &set.made.label)]);
    let tick = desk.tick(line.included, locked, move |on| Action::LineIncluded(id.clone(), on));
    tag("div.pick").put(tag("label").put(tick.set("aria-label", label)))
}

fn made(desk: &Desk, line: &Line, set: &WorkRow) -> Node {
    let own = desk.app.is_own(&line.id);
    let priced = !line.unit.is_empty() || line.unit_price.major() != 0.0;
    let mut details = set.made.detail.iter().peekable();
    let mut part = if own { own::made(desk, line, set) } else { side("div.part made", &set.made) };
    if let Some(detail) = details.next_if(|_| priced).filter(|_| !own) {
        let label = desk.words().fill(Text::QuantityOf, &[("label", &set.made.label)]);
        let quantity = blank(desk, Field::Quantity { line: line.id.clone() }, Some(label));
        part = part.put(tag("span.detail").key("quantity").put(quantity).text([" ", &detail.of].concat()));
    }
    for (i, (detail, work)) in details.zip(&line.making).enumerate() {
        part = part.put(time(desk, (line, Side::Made, i), work, &set.made.label, &detail.of));
    }
    part.put(leaving(desk, line))
}

fn thought(desk: &Desk, line: &Line, set: &WorkRow) -> Node {
    let (Some(advice), Some(set)) = (&line.advice, &set.thought) else { return tag("div.part thought none") };
    let spec = if advice.included { "div.part thought" } else { "div.part thought dropped" };
    let mut part = match desk.app.is_own(&line.id) {
        true => own::side(desk, spec, (line, Side::Thought), &set.price),
        false => side(spec, set),
    };
    for (i, (detail, work)) in set.detail.iter().zip(&advice.time).enumerate() {
        part = part.put(time(desk, (line, Side::Thought, i), work, &set.label, &detail.of));
    }
    let id = line.id.clone();
    let locked = desk.app.is_locked(Lock::Options) || !desk.app.proposal().with_advice || !line.included;
    let keep = desk.tick(advice.included, locked, move |on| Action::AdviceIncluded(id.clone(), on));
    let name = tag("label.detail keep-advice").put(keep).text(desk.text(Text::KeepAdvice));
    part.put(name.put(say("span.sr", [desk.text(Text::Colon), set.label.clone()].concat())))
}

/// A side of a line: what it is and what it costs.
fn side(spec: &'static str, set: &brief::Side) -> Node {
    tag(spec).put(say("span.what", set.label.clone())).put(price(&set.price))
}

/// An amount in the column of prices.
pub fn price(text: &str) -> Node {
    tag("span.price").put(amount(text))
}

/// The time of one role: a blank for each number of its shape, then what it is multiplied with.
fn time(desk: &Desk, (line, side, index): (&Line, Side, usize), work: &Work, label: &str, of: &str) -> Node {
    let name = if work.days.is_some() { Text::DaysOf } else { Text::HoursOf };
    let label = desk.words().fill(name, &[("label", label)]);
    let shape = time_of(work).copied().unwrap_or_default();
    let captions = brief::captions(&shape).names;
    let blanks = (0..parts(&shape).len()).map(|part| {
        let field = Field::Time { line: line.id.clone(), side, index, part };
        let label = match captions.get(part).filter(|_| !matches!(shape, Shape::Fixed(_))) {
            Some(caption) => [&label, ", ", &desk.text(*caption)].concat(),
            None => label.clone(),
        };
        several(vec![text(if part > 0 { " – " } else { "" }), blank(desk, field, Some(label))])
    });
    tag("span.detail").key(index).put(several(blanks.collect())).text([" ", of].concat())
}

/// What leaves with an optional line, said before it is gone.
fn leaving(desk: &Desk, line: &Line) -> Node {
    let leaving = brief::leaving_with(desk.app.proposal(), &line.id);
    let labels: Vec<String> = leaving.map(|benefit| desk.words().set(&benefit.label)).collect();
    let said = desk.words().fill(Text::NeedsLine, &[("benefits", &labels.join(", "))]);
    tag("span.detail small").mark("hidden", !(line.optional || desk.app.is_composing()) || labels.is_empty()).text(said)
}

/// The bar that shares the cost between making and thinking.
pub fn share(desk: &Desk, advice: Option<f64>) -> Node {
    let words = desk.words();
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
fn effect_of_advice(desk: &Desk, estimate: &Estimate, amounts: &Amounts) -> String {
    let words = desk.words();
    let cost = amounts.of_cost(estimate.cost.advice, &estimate.cost);
    let (Some(with), Some(without)) = (estimate.value, estimate.alternatives.production_only.value) else {
        return words.fill(Text::AdviceNeutral, &[("cost", &cost)]);
    };
    if estimate.cost.advice == 0.0 {
        let saved = amounts.certain(brief::price_of_advice(desk.app.proposal()));
        let value = amounts.of(with.p50, &with);
        return words.fill(Text::AdviceGone, &[("cost", &saved), ("value", &value)]);
    }
    let lost = amounts.of(with.p50 - without.p50, &with);
    words.fill(Text::AdviceSaving, &[("cost", &cost), ("value", &lost)])
}
