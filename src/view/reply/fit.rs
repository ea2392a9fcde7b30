//! The lines that fit a budget, in words, and the button that answers yes with them.

use crate::app::ReplyAction;
use crate::brief::Amounts;
use crate::fit::{Fit, Unfit};
use crate::view::cx::Cx;
use crate::view::markup::{Node, h, h_text, placeholder};
use crate::words::Text;

/// The button that looks for lines that fit, and the result.
pub fn fit(cx: &Cx) -> Node {
    let ready = cx.app.budget().is_some();
    let ask = cx.button("button.button", Text::WhatFits, ReplyAction::LookForFit).flag("disabled", !ready);
    let found = match cx.app.fit() {
        None => placeholder(),
        Some(Ok(fit)) => fitting(cx, fit),
        Some(Err(unfit)) => h_text("p.note", refusal(cx, unfit)),
    };
    h("div").child(h("p.actions").child(ask)).child(h("div").attr("role", "status").child(found))
}

fn fitting(cx: &Cx, fit: &Fit) -> Node {
    let (app, words) = (cx.app, cx.words());
    let proposal = app.proposal();
    let amounts = Amounts::new(proposal, words);
    let labels = |ids: &[String]| {
        let labels = ids.iter().filter_map(|id| proposal.line(id)).map(|line| words.typeset(&line.label));
        labels.collect::<Vec<_>>().join(", ")
    };
    let cost = amounts.certain(fit.cost.round());
    let same = fit.removed.is_empty() && fit.added.is_empty() && fit.chosen.is_empty();
    let mut said = match fit.removed.is_empty() {
        _ if same => words.fill(Text::FitAsIs, &[("cost", &cost)]),
        true => words.fill(Text::FitWith, &[("cost", &cost)]),
        false => words.fill(Text::FitLeaves, &[("lines", &labels(&fit.removed)), ("cost", &cost)]),
    };
    let mut add = |sentence: String| said = [&said, " ", &sentence].concat();
    if !fit.added.is_empty() {
        add(words.fill(Text::FitJoins, &[("lines", &labels(&fit.added))]));
    }
    for (id, chosen) in &fit.chosen {
        let Some(choice) = proposal.choices.iter().find(|choice| choice.id == *id) else { continue };
        let alternative = choice.alternatives.iter().find(|own| Some(&own.id) == chosen.as_ref());
        let alternative = alternative.map_or_else(|| words.text(Text::NoAlternative), |own| words.typeset(&own.label));
        add([&words.typeset(&choice.label), &*words.text(Text::Colon), &alternative, "."].concat());
    }
    let lost: Vec<String> = proposal
        .benefits
        .iter()
        .filter(|benefit| fit.lost.contains(&benefit.id))
        .map(|benefit| words.typeset(&benefit.label))
        .collect();
    if !lost.is_empty() {
        add(words.fill(Text::FitLoses, &[("benefits", &lost.join(", "))]));
    }
    if let (Some(net), Some(spread)) = (fit.net, app.estimate().net) {
        add(words.fill(Text::FitNet, &[("net", &amounts.uncertain(net, spread.p90 - spread.p10))]));
    }
    let take = cx.button("button.button primary", Text::TakeFit, ReplyAction::TakeFit).flag("hidden", same);
    h("div").child(h_text("p.note", said)).child(h("p.actions").child(take))
}

fn refusal(cx: &Cx, unfit: &Unfit) -> String {
    let words = cx.words();
    match unfit {
        Unfit::TooManyCombinations => words.text(Text::FitTooMany),
        Unfit::OverBudget(cost) => {
            let cost = Amounts::new(cx.app.proposal(), words).certain(cost.round());
            words.fill(Text::FitTooDear, &[("cost", &cost)])
        }
    }
}
