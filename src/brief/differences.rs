//! The differences between two versions of a proposal: row by row, in the total, and in the result.

use super::Amounts;
use super::assumptions::figures_of;
use super::quote::{Quote, QuoteLine, quote};
use super::scope::{WorkSide, work_row};
use super::tax::TaxWords;
use crate::estimate::Estimate;
use crate::proposal::{Choice, Factor, Line, Proposal, Value};
use crate::reply;
use crate::words::{Text, Words, format_input};

/// The differences between the offered proposal and the present one, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// The differences, in the order of the proposal.
    pub rows: Vec<Difference>,
    /// The total cost without tax.
    pub total: Difference,
    /// The effect on the result; empty unless both versions have a benefit in money.
    pub note: String,
}

/// One difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Label of what differs.
    pub label: String,
    /// The value as offered.
    pub from: String,
    /// The present value.
    pub to: String,
    /// The effect on the cost without tax, with its sign; empty if there is none.
    pub delta: String,
}

/// A proposal with its estimate.
pub type Computed<'a> = (&'a Proposal, &'a Estimate);

/// All differences between two versions of a proposal.
pub fn differences(offered: Computed, present: Computed, words: &Words) -> Differences {
    let amounts = Amounts::new(present.0, words);
    let before = Quoted { proposal: offered.0, quote: quote(offered.0) };
    let after = Quoted { proposal: present.0, quote: quote(present.0) };
    let [from, to] = [&before, &after].map(|own| own.quote.excl_tax.minor);
    let total = Difference {
        label: TaxWords::new(present.0, words).fill(Text::TotalExclTax, words),
        from: amounts.minor(from),
        to: amounts.minor(to),
        delta: signed(to - from, &amounts),
    };
    let mut rows = whole_proposal_rows(offered.0, present.0, words);
    let mut chosen = Vec::new();
    for choice in &present.0.choices {
        if let Some(row) = choice_row(choice, &before, &after, words) {
            rows.push(row);
            chosen.push(&choice.id);
        }
    }
    let lines = offered.0.lines.iter().chain(present.0.lines.iter().filter(|line| offered.0.line(&line.id).is_none()));
    let lines = lines.filter(|line| !line.choice.as_ref().is_some_and(|choice| chosen.contains(&choice)));
    rows.extend(lines.flat_map(|line| line_rows(line, &before, &after, words)));
    rows.extend(present.0.factors.iter().filter_map(|factor| factor_row(factor, offered.0, words)));
    rows.extend(others(offered.0, present.0, words));
    Differences { rows, total, note: note(offered.1, present.1, &amounts, words) }
}

/// The differences in the choices for the whole proposal: advice, and recovery of the value-added tax.
fn whole_proposal_rows(offered: &Proposal, present: &Proposal, words: &Words) -> Vec<Difference> {
    let said = |on, yes, no| words.text(if on { yes } else { no });
    let rows = [
        (Text::Advice, offered.with_advice, present.with_advice, Text::WithAdvice, Text::WithoutAdvice),
        (Text::VatName, offered.recovers_vat, present.recovers_vat, Text::VatRecovered, Text::VatKept),
    ];
    let rows = rows.into_iter().filter(|(_, from, to, ..)| from != to);
    rows.map(|(label, from, to, yes, no)| Difference {
        label: words.text(label),
        from: said(from, yes, no),
        to: said(to, yes, no),
        delta: String::new(),
    })
    .collect()
}

/// A proposal with the amounts of its documents.
struct Quoted<'a> {
    proposal: &'a Proposal,
    quote: Quote,
}

impl<'a> Quoted<'a> {
    /// The line with this id and its amounts.
    fn line(&self, id: &str) -> Option<(&'a Line, &QuoteLine)> {
        self.proposal.lines.iter().zip(&self.quote.lines).find(|(line, _)| line.id == id)
    }

    /// Price of a line with the advice that is bought, after a discount that is a share and without tax, in minor units;
    /// 0 if it is not in.
    fn price(&self, line: Option<(&Line, &QuoteLine)>) -> f64 {
        let share = self.proposal.discount.as_ref().and_then(|discount| discount.share).unwrap_or(0.0);
        line.filter(|(_, own)| own.is_in).map_or(0.0, |(_, own)| own.whole().minor * (1.0 - share))
    }

    /// Price of all lines of a choice that are in.
    fn price_of_choice(&self, id: &str) -> f64 {
        let lines = self.proposal.lines.iter().zip(&self.quote.lines);
        let lines = lines.filter(|(line, _)| line.choice.as_deref() == Some(id));
        lines.fold(0.0, |sum, line| sum + self.price(Some(line)))
    }
}

/// The difference in a choice; `None` if it is made as before.
fn choice_row(choice: &Choice, before: &Quoted, after: &Quoted, words: &Words) -> Option<Difference> {
    let offered = before.proposal.choices.iter().find(|own| own.id == choice.id && own.chosen != choice.chosen)?;
    let label = |own: &Choice| {
        let chosen = own.alternatives.iter().find(|alternative| Some(&alternative.id) == own.chosen.as_ref());
        chosen.map_or_else(|| words.text(Text::LineOut), |alternative| words.typeset(&alternative.label))
    };
    let amounts = Amounts::new(after.proposal, words);
    Some(Difference {
        label: words.typeset(&choice.label),
        from: label(offered),
        to: label(choice),
        delta: signed(after.price_of_choice(&choice.id) - before.price_of_choice(&choice.id), &amounts),
    })
}

/// The differences in a line: one row if it was added, included or left out, else one for each change in it. The first
/// row has the effect on the cost.
fn line_rows(line: &Line, offered: &Quoted, present: &Quoted, words: &Words) -> Vec<Difference> {
    let (before, after) = (offered.line(&line.id), present.line(&line.id));
    let is_in = |line: Option<(&Line, &QuoteLine)>| line.is_some_and(|(_, own)| own.is_in);
    let amounts = Amounts::new(present.proposal, words);
    let delta = present.price(after) - offered.price(before);
    let row = |label: String, from: String, to: String| Difference { label, from, to, delta: String::new() };
    let set = |of: &Quoted, (line, own): (&Line, &QuoteLine)| work_row(of.proposal, line, own, words);
    let mut rows = Vec::new();
    if is_in(before) != is_in(after) {
        let said = |on| words.text(if on { Text::LineIn } else { Text::LineOut });
        let to = if before.is_none() { words.text(Text::LineNew) } else { said(is_in(after)) };
        let from = if before.is_none() { String::new() } else { said(is_in(before)) };
        let label = words.typeset(&after.or(before).map_or(line, |(line, _)| line).label);
        rows.push(row(if label.is_empty() { words.text(Text::Unnamed) } else { label }, from, to));
    } else if let (Some(before), Some(after), true) = (before, after, is_in(after)) {
        let (from, to) = (set(offered, before), set(present, after));
        rows.extend(side_rows(&from.made, &to.made));
        if let (Some(from), Some(to)) = (&from.thought, &to.thought) {
            rows.extend(side_rows(from, to));
        }
        let kept = |line: &Line| line.advice.as_ref().is_none_or(|advice| advice.included);
        let (before, after) = (before.0, after.0);
        if kept(before) != kept(after) {
            let said = |on| words.text(if on { Text::LineIn } else { Text::LineOut });
            let label = to.thought.or(from.thought).map(|side| side.label).unwrap_or_default();
            rows.push(row(label, said(kept(before)), said(kept(after))));
        }
    }
    if let Some(first) = rows.first_mut() {
        first.delta = signed(delta, &amounts);
    }
    rows
}

/// The differences in the production or the advice of a line: in its label, then in its quantity and times.
fn side_rows(from: &WorkSide, to: &WorkSide) -> Vec<Difference> {
    let row = |from: &str, to: &str| Difference {
        label: String::new(),
        from: from.to_owned(),
        to: to.to_owned(),
        delta: String::new(),
    };
    let mut rows = Vec::new();
    if from.label != to.label {
        rows.push(row(&from.label, &to.label));
    }
    for (before, after) in from.detail.iter().zip(&to.detail).filter(|(before, after)| before != after) {
        let said = |own: &super::scope::WorkDetail| [&own.amount, " ", &own.of].concat();
        rows.push(row(&said(before), &said(after)));
    }
    rows.iter_mut().for_each(|row| row.label.clone_from(&to.label));
    rows
}

fn factor_row(factor: &Factor, offered: &Proposal, words: &Words) -> Option<Difference> {
    let before = offered.factors.iter().find(|before| before.id == factor.id && before.value != factor.value)?;
    Some(Difference {
        label: words.typeset(&factor.label),
        from: figures_of(before, words),
        to: figures_of(factor, words),
        delta: String::new(),
    })
}

/// All other differences, labelled with their JSON path. The screens let a prospect change none of these fields, so a
/// difference there is worth showing.
fn others(offered: &Proposal, present: &Proposal, words: &Words) -> Vec<Difference> {
    const SHOWN: [&str; 5] = ["lines", "withAdvice", "recoversVat", "locks", "choices"];
    let changes = reply::changes(offered, present).into_iter();
    let value = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => format_input(*number, words.language()),
        Value::Boolean(on) => on.to_string(),
        _ => "…".to_owned(),
    };
    changes
        .filter(|change| !SHOWN.iter().any(|shown| change.path.starts_with(shown)) && !change.path.contains("].value"))
        .map(|change| Difference {
            from: value(&change.from),
            to: value(&change.to),
            label: change.path,
            delta: String::new(),
        })
        .collect()
}

/// An amount in minor units with its sign; empty if it is less than half of one.
fn signed(minor: f64, amounts: &Amounts) -> String {
    match minor {
        _ if minor.abs() < 0.5 => String::new(),
        _ if minor > 0.0 => ["+\u{a0}", &amounts.minor(minor)].concat(),
        _ => ["−\u{a0}", &amounts.minor(-minor)].concat(),
    }
}

fn note(offered: &Estimate, present: &Estimate, amounts: &Amounts, words: &Words) -> String {
    let repaid = |estimate: &Estimate| {
        let futures = estimate.futures.as_deref()?;
        Some(words.number(futures.iter().filter(|net| **net >= 0.0).count() as f64, 0))
    };
    let (Some(was), Some(now), Some(from), Some(to)) = (repaid(offered), repaid(present), offered.value, present.value)
    else {
        return String::new();
    };
    let (value, before) = (amounts.of(to.p50, &to), amounts.of(from.p50, &from));
    words.fill(Text::ChangesEffect, &[("n", &now), ("was", &was), ("value", &value), ("before", &before)])
}
