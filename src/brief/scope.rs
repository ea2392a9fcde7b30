//! The lines of the scope in words: production, advice, prices, terms.

use super::Amounts;
use super::quote::{Amount, Quote, QuoteLine};
use crate::proposal::{Benefit, Line, Nature, Proposal, Repeats, Shape, Work};
use crate::words::{Text, Words, format_input, format_percent};

/// A line of the scope with its two sides: production and advice.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkRow {
    /// Production.
    pub made: WorkSide,
    /// Advice, if the line has some.
    pub thought: Option<WorkSide>,
    /// The terms of its advice, a phrase each: what of it falls due monthly.
    pub thought_terms: Vec<Phrase>,
    /// Its terms and those of its production, a phrase each: when it falls due, on what it hangs, who is paid.
    pub terms: Vec<Phrase>,
}

/// One side of a line: its production or its advice.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkSide {
    /// Its label.
    pub label: String,
    /// The parts of its price: quantity and times.
    pub detail: Vec<WorkDetail>,
    /// Its expected price without tax, before discount, of all due dates.
    pub price: String,
    /// That the price is estimated, and the most that it can be; empty if it is certain.
    pub note: Phrase,
}

/// A text with figures, and its longest form, so that a page can reserve the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// The same with the widest figures.
    pub widest: String,
}

impl Phrase {
    /// The phrase that is made with the given amounts, and with the widest ones.
    pub(super) fn new(amounts: &Amounts, make: impl Fn(&Amounts) -> String) -> Self {
        Self { text: make(amounts), widest: make(&amounts.widest()) }
    }
}

impl From<String> for Phrase {
    /// A text without figures that change.
    fn from(text: String) -> Self {
        Self { widest: text.clone(), text }
    }
}

/// One part of a price.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkDetail {
    /// The amount: `80`, `4 à 9`.
    pub amount: String,
    /// The unit and its price: `invités à 110 €`, `h × directrice conseil, 1 100 € par jour`.
    pub of: String,
}

/// A line with its amounts in words.
pub fn work_row(proposal: &Proposal, line: &Line, quote: &QuoteLine, words: &Words) -> WorkRow {
    let amounts = Amounts::new(proposal, words);
    let mut made: Vec<WorkDetail> = Vec::new();
    if is_priced(line) {
        made.push(quantity(line, &amounts, words));
    }
    made.extend(line.making.iter().map(|work| time(proposal, work, &amounts, words)));
    let side = |label: &str, unnamed, detail, amount: Amount| WorkSide {
        label: if label.is_empty() { words.text(unnamed) } else { words.typeset(label) },
        detail,
        price: amounts.minor(amount.minor),
        note: Phrase::new(&amounts, |amounts| estimated(amount, amounts, words)),
    };
    let thought = line.advice.as_ref().map(|advice| {
        let detail = advice.time.iter().map(|work| time(proposal, work, &amounts, words)).collect();
        side(&advice.label, Text::Advice, detail, quote.thought.unwrap_or(Amount::ZERO))
    });
    let made = side(&line.label, Text::Unnamed, made, quote.made);
    let monthly = quote.thought_each.filter(|_| line.timing.repeats == Repeats::Monthly);
    let by_month = |each| Phrase::new(&amounts, |amounts| by_the_month(each, quote, amounts, words));
    let thought_terms = monthly.map(by_month).into_iter().collect();
    WorkRow { made, thought, thought_terms, terms: terms(proposal, line, quote, &amounts, words) }
}

/// Whether units of a line have a price or a name.
pub fn is_priced(line: &Line) -> bool {
    line.percent_of.is_none() && (!line.unit.is_empty() || line.unit_price != Shape::Fixed(0.0))
}

/// That an amount is estimated, and the most that it can be; empty if it is certain.
pub(super) fn estimated(amount: Amount, amounts: &Amounts, words: &Words) -> String {
    match amount.most {
        _ if !amount.is_estimated => String::new(),
        Some(most) => words.fill(Text::EstimatedAtMost, &[("amount", &amounts.minor(most))]),
        None => words.text(Text::Estimated),
    }
}

/// What is paid each month, for how many: `2 500 € par mois, 12 mois`.
fn by_the_month(each: Amount, quote: &QuoteLine, amounts: &Amounts, words: &Words) -> String {
    let (amount, months) = (amounts.minor(each.minor), words.number(f64::from(quote.times), 0));
    let term = if each.is_estimated { Text::MonthlyAbout } else { Text::MonthlyTerm };
    words.fill(term, &[("amount", &amount), ("months", &months)])
}

/// The same of production, with what is firm: `2 500 € par mois, 12 mois, dont 6 fermes, payés d'avance`.
fn monthly(line: &Line, quote: &QuoteLine, amounts: &Amounts, words: &Words) -> String {
    let mut monthly = by_the_month(quote.made_each, quote, amounts, words);
    if let Some(firm) = line.timing.firm_months {
        let firm = words.number(f64::from(firm), 0);
        monthly.push_str(&words.fill(Text::FirmTerm, &[("months", &firm)]));
    }
    if line.timing.in_advance {
        monthly.push_str(&words.text(Text::InAdvanceTerm));
    }
    monthly
}

fn terms(proposal: &Proposal, line: &Line, quote: &QuoteLine, amounts: &Amounts, words: &Words) -> Vec<Phrase> {
    let mut terms = Vec::new();
    if let Some(percent) = &line.percent_of {
        let labels = percent.lines.iter().filter_map(|id| proposal.line(id)).map(|own| words.typeset(&own.label));
        let (share, labels) =
            (format_percent(percent.share, 4, words.language()), labels.collect::<Vec<_>>().join(", "));
        terms.push(words.fill(Text::ShareOf, &[("share", &share), ("lines", &labels)]).into());
    }
    if line.timing.repeats == Repeats::Monthly {
        terms.push(Phrase::new(amounts, |amounts| monthly(line, quote, amounts, words)));
    }
    let condition = line.only_if.as_ref();
    if let Some(factor) = condition.and_then(|id| proposal.factors.iter().find(|factor| factor.id == *id)) {
        let chance = words.percent(crate::estimate::mean(&factor.value));
        terms.push(
            words.fill(Text::OnlyIfTerm, &[("factor", &words.typeset(&factor.label)), ("chance", &chance)]).into(),
        );
    }
    match line.nature {
        Nature::Fee => {}
        Nature::Purchase => terms.push(words.text(Text::PurchaseTerm).into()),
        Nature::OnBehalf => terms.push(words.text(Text::OnBehalfTerm).into()),
    }
    if !line.needs.is_empty() {
        let needed = line.needs.iter().filter_map(|id| proposal.line(id)).map(|own| words.typeset(&own.label));
        terms.push(words.fill(Text::NeedsTerm, &[("lines", &needed.collect::<Vec<_>>().join(", "))]).into());
    }
    terms
}

/// Fraction of the fees that is advice, from 0 to 1; `None` if there are none. What is bought or paid on behalf is left
/// out.
pub fn share_of_advice(proposal: &Proposal, quote: &Quote) -> Option<f64> {
    let fees = super::quote::billed(proposal, &quote.lines).filter(|(line, _)| line.nature == Nature::Fee);
    let total = fees.fold(quote.advice.minor, |sum, (_, own)| sum + own.made.minor);
    (total > 0.0).then(|| quote.advice.minor / total)
}

/// Expected price, in minor units, of the advice of all lines that are in, bought or not, before discount and without
/// tax.
pub fn price_of_advice(quote: &Quote) -> f64 {
    let lines = quote.lines.iter().filter(|line| line.is_in);
    lines.filter_map(|line| line.thought).fold(0.0, |sum, price| sum + price.minor)
}

/// The benefits that need a line, and are lost without it.
pub fn benefits_needing<'a>(proposal: &'a Proposal, line: &'a str) -> impl Iterator<Item = &'a Benefit> {
    proposal.benefits.iter().filter(move |benefit| benefit.needs.iter().any(|needed| needed == line))
}

fn quantity(line: &Line, amounts: &Amounts, words: &Words) -> WorkDetail {
    let unit = words.typeset(&line.unit);
    let of = match line.unit_price {
        Shape::Fixed(0.0) => unit,
        price => {
            let price = range_of(&price, Text::FromToShort, |x| amounts.price(x), words);
            [&unit, " ", &words.fill(Text::AtPrice, &[("price", &price)])].concat()
        }
    };
    WorkDetail { amount: format_input(line.quantity, words.language()), of: of.trim().to_owned() }
}

fn time(proposal: &Proposal, work: &Work, amounts: &Amounts, words: &Words) -> WorkDetail {
    let shape = work.days.or(work.hours).unwrap_or_default();
    let mean = crate::estimate::mean(&shape);
    let unit = if work.days.is_some() { words.count(Text::DaysUnit, mean, &[]) } else { words.text(Text::HoursUnit) };
    let each = if work.per_unit { [" ", &words.text(Text::PerUnit)].concat() } else { String::new() };
    let rate = proposal.rates.iter().find(|rate| rate.id == work.role);
    let role = rate.map_or_else(String::new, |rate| {
        let price = amounts.price(rate.day_rate.major());
        words.fill(Text::TimesRole, &[("role", &words.typeset(&rate.label)), ("rate", &price)])
    });
    let amount = range_of(&shape, Text::FromTo, |x| format_input(x, words.language()), words);
    WorkDetail { amount, of: [&unit, &each, " ", &role].concat().trim().to_owned() }
}

/// A time or a price as text: the ends of a range, or else the mean.
fn range_of(shape: &Shape, range: Text, show: impl Fn(f64) -> String, words: &Words) -> String {
    match *shape {
        Shape::Pert([low, _, high]) | Shape::Uniform([low, high]) | Shape::Interval90([low, high]) if low != high => {
            words.fill(range, &[("low", &show(low)), ("high", &show(high))])
        }
        _ => show(crate::estimate::mean(shape)),
    }
}
