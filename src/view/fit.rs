//! What would fit a budget, in words, and the way from there to a yes.

use super::desk::Desk;
use super::markup::{Node, nothing, say, tag};
use crate::app::ReplyAction;
use crate::brief::Amounts;
use crate::fit::{Fit, Unfit};
use crate::words::Text;

/// The question, and what came of it.
pub fn fit(desk: &Desk) -> Node {
    let ready = desk.app.budget().is_some();
    let ask = desk.button("button.button", Text::WhatFits, ReplyAction::LookForFit).mark("disabled", !ready);
    let found = match desk.app.fit() {
        None => nothing(),
        Some(Ok(fit)) => fitting(desk, fit),
        Some(Err(unfit)) => say("p.note", refusal(desk, unfit)),
    };
    tag("div").put(tag("p.actions").put(ask)).put(tag("div").set("role", "status").put(found))
}

fn fitting(desk: &Desk, fit: &Fit) -> Node {
    let (app, words) = (desk.app, desk.words());
    let proposal = app.proposal();
    let amounts = Amounts::new(proposal, words);
    let labels = |ids: &[String]| {
        let labels = ids.iter().filter_map(|id| proposal.line(id)).map(|line| words.set(&line.label));
        labels.collect::<Vec<_>>().join(", ")
    };
    let cost = amounts.certain(fit.cost.round());
    let mut said = if fit.leaves.is_empty() && fit.joins.is_empty() {
        words.fill(Text::FitAsIs, &[("cost", &cost)])
    } else {
        words.fill(Text::FitLeaves, &[("lines", &labels(&fit.leaves)), ("cost", &cost)])
    };
    let mut add = |sentence: String| said = [&said, " ", &sentence].concat();
    if !fit.joins.is_empty() {
        add(words.fill(Text::FitJoins, &[("lines", &labels(&fit.joins))]));
    }
    let lost: Vec<String> = proposal
        .benefits
        .iter()
        .filter(|benefit| fit.lost.contains(&benefit.id))
        .map(|benefit| words.set(&benefit.label))
        .collect();
    if !lost.is_empty() {
        add(words.fill(Text::FitLoses, &[("benefits", &lost.join(", "))]));
    }
    if let (Some(net), Some(spread)) = (fit.net, app.estimate().net) {
        add(words.fill(Text::FitNet, &[("net", &amounts.uncertain(net, spread.p90 - spread.p10))]));
    }
    let same = fit.leaves.is_empty() && fit.joins.is_empty();
    let take = desk.button("button.button primary", Text::TakeFit, ReplyAction::TakeFit).mark("hidden", same);
    tag("div").put(say("p.note", said)).put(tag("p.actions").put(take))
}

fn refusal(desk: &Desk, unfit: &Unfit) -> String {
    let words = desk.words();
    match unfit {
        Unfit::TooManyOptions(n) => words.fill(Text::FitTooMany, &[("n", &words.number(*n as f64, 0))]),
        Unfit::TooDear(cost) => {
            let cost = Amounts::new(desk.app.proposal(), words).certain(cost.round());
            words.fill(Text::FitTooDear, &[("cost", &cost)])
        }
    }
}
