//! The scope with its subtotals, the fees down to the total, and when they are paid.

use super::Amounts;
use super::choices::{is_of, price_of_alternative};
use super::document::{Block, Section, section};
use super::quote::{Amount, Quote, QuoteLine, billed};
use super::result::made_up;
use super::schedule::{DueRow, schedule};
use super::scope::{Phrase, WorkRow, estimated, share_of_advice, work_row};
use super::tax::{TaxWords, tax_label};
use crate::proposal::{Line, Nature, Proposal};
use crate::words::{Text, Words, format_percent};

/// The scope, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeText {
    /// The lines that are in and billed, by section.
    pub groups: Vec<ScopeGroup>,
    /// Sum of production, before discount and without tax.
    pub production: String,
    /// Sum of advice, before discount and without tax; `None` if there is no advice.
    pub advice: Option<String>,
    /// Fraction of the fees that is advice, from 0 to 1; `None` if there are none.
    pub share: Option<f64>,
    /// What the client pays to third parties, outside the sums.
    pub on_behalf: Vec<WorkRow>,
    /// Options left out and alternatives not chosen.
    pub left_out: Vec<LeftOut>,
    /// Head of the columns of prices.
    pub price: String,
}

/// The lines of one section of the scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeGroup {
    /// Title of the section; empty where the proposal has no sections.
    pub title: String,
    /// Its lines.
    pub rows: Vec<WorkRow>,
    /// Its sums of production and advice; `None` if it has a single line, or there is no other section.
    pub subtotal: Option<[String; 2]>,
}

/// An option left out, or an alternative not chosen, with its price.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// What it is.
    pub label: String,
    /// The labels of its lines; empty for a single line.
    pub lines: String,
    /// Its price without tax.
    pub price: String,
    /// That the price is estimated; empty if it is certain.
    pub note: String,
}

/// A row of the fees.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRow {
    /// Its name.
    pub name: String,
    /// What goes with the name: a number, or the reason of a discount.
    pub detail: String,
    /// The amount.
    pub amount: String,
    /// Whether it is a sum of rows above it.
    pub is_total: bool,
}

/// The section of the scope.
pub(super) fn scope(proposal: &Proposal, quote: &Quote, words: &Words) -> Section {
    let amounts = Amounts::new(proposal, words);
    let text = ScopeText {
        groups: groups(proposal, quote, &amounts, words),
        production: amounts.minor(quote.production.minor),
        advice: has_advice(quote).then(|| amounts.minor(quote.advice.minor)),
        share: share_of_advice(proposal, quote),
        on_behalf: rows(proposal, quote, words, |line, own| own.is_in && line.nature == Nature::OnBehalf),
        left_out: left_out(proposal, quote, &amounts, words),
        price: TaxWords::new(proposal, words).fill(Text::PriceExclTax, words),
    };
    let title = if has_advice(quote) { Text::MadeAndThought } else { Text::Made };
    Section { title: words.text(title), blocks: vec![Block::Scope(Box::new(text))] }
}

fn has_advice(quote: &Quote) -> bool {
    quote.lines.iter().any(|line| line.is_in && line.is_advised)
}

/// The lines that `is_shown` accepts. Advice that is not bought is not shown.
fn rows(
    proposal: &Proposal,
    quote: &Quote,
    words: &Words,
    is_shown: impl Fn(&Line, &QuoteLine) -> bool,
) -> Vec<WorkRow> {
    let lines = proposal.lines.iter().zip(&quote.lines).filter(|(line, own)| is_shown(line, own));
    let rows = lines.map(|(line, own)| {
        let mut row = work_row(proposal, line, own, words);
        if !own.is_advised {
            row.thought = None;
        }
        let said = Some(words.typeset(&line.description)).filter(|text| !text.is_empty());
        let before = said.into_iter().chain(chosen(proposal, line, words)).map(Phrase::from);
        row.terms = before.chain(row.terms).collect();
        row
    });
    rows.collect()
}

/// The alternative of a choice that a line belongs to.
fn chosen(proposal: &Proposal, line: &Line, words: &Words) -> Option<String> {
    let choice = proposal.choices.iter().find(|choice| Some(&choice.id) == line.choice.as_ref())?;
    let alternative = choice.alternatives.iter().find(|own| Some(&own.id) == line.alternative.as_ref())?;
    let labels = [words.typeset(&choice.label), words.typeset(&alternative.label)];
    Some(words.fill(Text::ChosenTerm, &[("choice", &labels[0]), ("alternative", &labels[1])]))
}

fn groups(proposal: &Proposal, quote: &Quote, amounts: &Amounts, words: &Words) -> Vec<ScopeGroup> {
    let is_billed = |line: &Line, own: &QuoteLine| own.is_in && line.nature != Nature::OnBehalf;
    let section_of = |line: &Line| proposal.sections.iter().position(|own| Some(&own.id) == line.section.as_ref());
    let of_section = |place: Option<usize>| {
        let title = match place {
            Some(place) => words.typeset(&proposal.sections[place].label),
            None if proposal.sections.is_empty() => String::new(),
            None => words.text(Text::ScopeRest),
        };
        let own = billed(proposal, &quote.lines).filter(|(line, _)| section_of(line) == place);
        let sums =
            own.fold([Amount::ZERO; 2], |[made, thought], (_, own)| [made.plus(own.made), thought.plus(own.bought())]);
        let subtotal = (!proposal.sections.is_empty()).then(|| sums.map(|sum| amounts.minor(sum.minor)));
        let rows = rows(proposal, quote, words, |line, own| is_billed(line, own) && section_of(line) == place);
        ScopeGroup { title, rows, subtotal }
    };
    let places = std::iter::once(None).chain((0..proposal.sections.len()).map(Some));
    places.map(of_section).filter(|group| !group.rows.is_empty()).collect()
}

/// The alternatives that are not chosen, each as a whole, and the other lines that are not in.
fn left_out(proposal: &Proposal, quoted: &Quote, amounts: &Amounts, words: &Words) -> Vec<LeftOut> {
    let priced = |label: String, lines: String, amount: Amount| LeftOut {
        label,
        lines,
        price: amounts.minor(amount.minor),
        note: estimated(amount, amounts, words),
    };
    let mut left = Vec::new();
    for (place, choice) in proposal.choices.iter().enumerate() {
        for alternative in choice.alternatives.iter().filter(|own| Some(&own.id) != choice.chosen.as_ref()) {
            let price = price_of_alternative(proposal, place, &alternative.id);
            let labels = [words.typeset(&choice.label), words.typeset(&alternative.label)];
            let label = words.fill(Text::NotChosen, &[("choice", &labels[0]), ("alternative", &labels[1])]);
            let lines = proposal.lines.iter().filter(|line| is_of(line, choice, &alternative.id));
            let lines = lines.map(|line| words.typeset(&line.label)).collect::<Vec<_>>().join(", ");
            left.push(priced(label, lines, price));
        }
    }
    let is_of_other = |line: &Line| {
        let choice = proposal.choices.iter().find(|choice| Some(&choice.id) == line.choice.as_ref());
        choice.is_some_and(|choice| choice.chosen != line.alternative)
    };
    let lines = proposal.lines.iter().zip(&quoted.lines).filter(|(line, own)| !own.is_in && !is_of_other(line));
    left.extend(lines.map(|(line, own)| priced(words.typeset(&line.label), String::new(), own.whole())));
    left
}

/// The section of the fees, beside that of the terms.
pub(super) fn fees(proposal: &Proposal, quote: &Quote, words: &Words) -> Vec<Section> {
    let amounts = Amounts::new(proposal, words);
    let mut blocks = vec![Block::Sums(sums(proposal, quote, &amounts, words))];
    let mut notes = made_up(proposal, quote, &amounts, words);
    notes.extend(Some(words.typeset(&proposal.tax_note)).filter(|note| !note.is_empty()));
    if !notes.is_empty() {
        blocks.push(Block::Notes(notes));
    }
    let mut row = section(words.text(Text::FeesTitle), blocks);
    if !proposal.terms.is_empty() {
        row.extend(section(words.text(Text::TermsTitle), vec![Block::Paragraph(words.typeset(&proposal.terms))]));
    }
    row
}

fn sums(proposal: &Proposal, quote: &Quote, amounts: &Amounts, words: &Words) -> Vec<SumRow> {
    let tax = TaxWords::new(proposal, words);
    let row = |name: String, detail: String, amount: Amount, is_total| SumRow {
        name,
        detail,
        amount: amounts.minor(amount.minor),
        is_total,
    };
    let mut sums = Vec::new();
    if let (Some(discount), Some(amount)) = (&proposal.discount, quote.discount) {
        let subtotal = quote.production.plus(quote.advice);
        sums.push(row(words.text(Text::FeesTotal), String::new(), subtotal, false));
        let share = discount.share.map(|share| format_percent(share, 4, words.language()));
        let name = [words.text(Text::Discount), share.unwrap_or_default()].join(" ");
        sums.push(row(name.trim().to_owned(), words.typeset(&discount.label), amount, false));
    }
    let total = if tax.is_empty() { words.text(Text::Total) } else { tax.fill(Text::TotalExclTax, words) };
    sums.push(row(total, estimated(quote.excl_tax, amounts, words), quote.excl_tax, true));
    for own in &quote.taxes {
        let label = tax_label(&own.tax, words);
        let name = match own.base.minor == quote.excl_tax.minor {
            true => label,
            false => words.fill(Text::TaxOn, &[("tax", &label), ("base", &amounts.minor(own.base.minor))]),
        };
        sums.push(row(name, words.typeset(&own.tax.number), own.amount, false));
    }
    if !tax.is_empty() {
        let total = tax.fill(Text::TotalInclTax, words);
        sums.push(row(total, estimated(quote.total, amounts, words), quote.total, true));
    }
    sums
}

/// The section of the payment schedule, if it says more than "at the start".
pub(super) fn due(proposal: &Proposal, quote: &Quote, words: &Words) -> Vec<Section> {
    let rows: Vec<DueRow> = schedule(proposal, quote, words);
    let blocks = if rows.is_empty() { Vec::new() } else { vec![Block::Schedule(rows)] };
    section(words.text(Text::DueTitle), blocks)
}
