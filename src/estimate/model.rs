//! A checked proposal resolved into numbers: the net is a sum of products of independent variables, each term with its
//! weight. Which lines and benefits are in and what each way of doing the project pays is decided here; ids become places
//! in lists. Nothing but columns of draws is computed yet.

use super::distribution::scaled;
use super::draws::Columns;
use super::net::key;
use super::prices::{self, ADVICE, Charge, MAKING, PRICE, Range, upper_end};
use super::timing::Calendar;
use crate::proposal::{
    Benefit, BenefitKind, Discount, Factor, Holder, InHouse, Line, Nature, Proposal, Shape, Tax, Work,
};

/// An uncertain number: its draws, and who holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Uncertain {
    /// The place of its column.
    pub(super) column: usize,
    /// Who holds it.
    pub(super) holder: Holder,
}

/// A variable of the model, with the advice as bought and without any. A price or a time is the same in both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variable {
    /// With the advice as bought.
    pub(super) with_advice: Uncertain,
    /// Without any advice.
    pub(super) without: Uncertain,
}

/// A weighted product of variables.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CostTerm {
    /// The weight: money per unit of the product.
    pub(super) weight: f64,
    /// The places of its variables, ascending, each at most once; none for money that is known.
    pub(super) variables: Vec<usize>,
}

/// A benefit that is in.
#[derive(Clone, Debug)]
pub(super) struct BenefitModel<'a> {
    /// The benefit.
    pub(super) benefit: &'a Benefit,
    /// The places of its factors in the proposal, which are those of their variables.
    pub(super) factors: Vec<usize>,
    /// The place of the factor that is the money of one unit.
    pub(super) unit_factor: Option<usize>,
}

/// A sum of cost terms with different variables.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CostModel {
    /// The terms.
    pub(super) terms: Vec<CostTerm>,
}

/// What documents show of the scope: amounts without tax, before any is discounted in time, as if every condition came
/// true.
#[derive(Clone, Debug, Default)]
pub(super) struct Nominal {
    /// Prices and making, after discount; not what is paid on behalf.
    pub(super) production: f64,
    /// The advice that is bought, after discount.
    pub(super) advice: f64,
    /// What the client pays to third parties.
    pub(super) on_behalf: f64,
    /// What each tax is computed from, in the order of the proposal's taxes.
    pub(super) bases: Vec<f64>,
    /// What of production and advice falls due monthly.
    pub(super) monthly: f64,
    /// What of production and advice hangs on a condition.
    pub(super) conditional: f64,
    /// Production and advice with every range at its upper end; `None` where one has none.
    pub(super) at_most: Option<f64>,
}

/// Everything that an estimate computes from.
#[derive(Clone, Debug)]
pub(super) struct Model<'a> {
    /// Every factor of the proposal, in its order, then the prices and times that are ranges.
    pub(super) variables: Vec<Variable>,
    /// The number of factors.
    pub(super) factors: usize,
    /// The benefits in money that are in.
    pub(super) money: Vec<BenefitModel<'a>>,
    /// The outcomes that are in.
    pub(super) outcomes: Vec<BenefitModel<'a>>,
    /// The cost of prices and making, as the client bears it.
    pub(super) production: CostModel,
    /// The cost of the advice that is bought, as the client bears it.
    pub(super) advice: CostModel,
    /// The cost of doing it in-house, as paid; `None` if the proposal does not describe that.
    pub(super) in_house: Option<CostModel>,
    /// The amounts of documents.
    pub(super) nominal: Nominal,
}

/// Kinds of streams besides those of a line's ranges: a factor, the client's own days.
const FACTOR: u8 = b'f';
const IN_HOUSE: u8 = b'h';

impl<'a> Model<'a> {
    /// The stream keys of everything uncertain in a proposal, whether it is in or not.
    pub(super) fn keys(proposal: &Proposal) -> Vec<u64> {
        let seed = proposal.seed;
        let is_known = |shape: &Shape| matches!(shape, Shape::Fixed(_));
        let uncertain = |f: &&Factor| !is_known(&f.value) || !f.without_advice.as_ref().is_none_or(is_known);
        let factors = proposal.factors.iter().filter(uncertain);
        let mut keys: Vec<u64> = factors.map(|factor| key(seed, FACTOR, &factor.id, 0)).collect();
        let mut add = |kind, line: &Line, works: &[Work]| {
            let ranged =
                works.iter().enumerate().filter(|(_, work)| !matches!(work.days.or(work.hours), Some(Shape::Fixed(_))));
            keys.extend(ranged.map(|(index, _)| key(seed, kind, &line.id, index)));
        };
        for line in &proposal.lines {
            add(MAKING, line, &line.making);
            line.advice.iter().for_each(|advice| add(ADVICE, line, &advice.time));
        }
        let prices = proposal.lines.iter().filter(|line| !is_known(&line.unit_price));
        keys.extend(prices.map(|line| key(seed, PRICE, &line.id, 0)));
        let in_house = proposal.in_house.iter().filter(|in_house| !is_known(&in_house.days));
        keys.extend(in_house.map(|_| key(seed, IN_HOUSE, "", 0)));
        keys
    }

    /// Resolves a checked proposal, and draws every column that it needs.
    pub(super) fn new(proposal: &'a Proposal, calendar: &Calendar, columns: &mut Columns) -> Self {
        let is_in = proposal.lines_in();
        let there = |id: &String| proposal.lines.iter().zip(&is_in).any(|(line, is_in)| *is_in && line.id == *id);
        let benefits = |kind| {
            let included = proposal.benefits.iter().filter(move |benefit| benefit.kind == kind);
            let included = included.filter(|benefit| benefit.needs.iter().all(there));
            included.map(|benefit| resolve(proposal, benefit)).collect()
        };
        let (money, outcomes) = (benefits(BenefitKind::Money), benefits(BenefitKind::Outcome));
        let mut scope = Scope::new(proposal, &is_in, calendar, columns);
        scope.variables = proposal.factors.iter().map(|factor| scope.factor(factor)).collect();
        scope.add_lines();
        let in_house = proposal.in_house.as_ref().map(|in_house| scope.in_house(in_house));
        let Scope { variables, production, advice, nominal, .. } = scope;
        Self { variables, factors: proposal.factors.len(), money, outcomes, production, advice, in_house, nominal }
    }
}

impl CostModel {
    /// Adds a term; terms with the same variables become one.
    fn add(&mut self, weight: f64, unordered: impl IntoIterator<Item = usize>) {
        let mut variables: Vec<usize> = Vec::new();
        for place in unordered {
            variables.insert(variables.partition_point(|before| *before < place), place);
        }
        match self.terms.iter_mut().find(|term| term.variables == variables) {
            Some(term) => term.weight += weight,
            None => self.terms.push(CostTerm { weight, variables }),
        }
    }

    /// The sum of both costs.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        other.terms.iter().for_each(|term| sum.add(term.weight, term.variables.iter().copied()));
        sum
    }
}

/// A part of what a line charges, with its range as a variable.
#[derive(Clone, Copy)]
struct Part {
    /// Money, or money per unit of the variable.
    money: f64,
    /// The place of the variable, its mean and its upper end.
    variable: Option<(usize, f64, Option<f64>)>,
}

impl Part {
    fn mean(&self) -> f64 {
        self.variable.map_or(self.money, |(_, mean, _)| self.money * mean)
    }

    fn most(&self) -> Option<f64> {
        self.variable.map_or(Some(self.money), |(_, _, most)| most.map(|most| self.money * most))
    }
}

/// The scope while it is resolved.
struct Scope<'a> {
    proposal: &'a Proposal,
    is_in: &'a [bool],
    calendar: &'a Calendar,
    columns: &'a mut Columns,
    variables: Vec<Variable>,
    production: CostModel,
    advice: CostModel,
    nominal: Nominal,
    /// The variables of the ranges that were met, by kind, line and index.
    met: Vec<((u8, usize, usize), Part)>,
    /// What is left of a price after a discount that is a share.
    kept: f64,
    taxes: Vec<Tax>,
}

impl<'a> Scope<'a> {
    fn new(proposal: &'a Proposal, is_in: &'a [bool], calendar: &'a Calendar, columns: &'a mut Columns) -> Self {
        let taxes = proposal.all_taxes();
        let share = proposal.discount.as_ref().and_then(|discount| discount.share);
        Self {
            proposal,
            is_in,
            calendar,
            columns,
            variables: Vec::new(),
            production: CostModel::default(),
            advice: CostModel::default(),
            nominal: Nominal { bases: vec![0.0; taxes.len()], at_most: Some(0.0), ..Nominal::default() },
            met: Vec::new(),
            kept: 1.0 - share.unwrap_or(0.0),
            taxes,
        }
    }

    fn is_included(&self, id: &str) -> bool {
        self.proposal.lines.iter().zip(self.is_in).any(|(line, is_in)| *is_in && line.id == id)
    }

    /// A factor with and without advice, scaled to the quantity of its line.
    fn factor(&mut self, factor: &Factor) -> Variable {
        let ratio = factor.scales_with.as_ref().map(|scale| {
            let line = self.proposal.line(&scale.line).filter(|line| self.is_included(&line.id));
            line.map_or(0.0, |line| line.quantity / scale.at)
        });
        let stream = key(self.proposal.seed, FACTOR, &factor.id, 0);
        let advised = has_advice(self.proposal, self.is_in, factor);
        let mut draw = |shape: &Shape| {
            let shape = ratio.map_or(*shape, |ratio| scaled(shape, ratio));
            Uncertain { column: self.columns.place(stream, shape), holder: factor.holder }
        };
        let without = draw(factor.without_advice.as_ref().unwrap_or(&factor.value));
        let with_advice = if advised { draw(&factor.value) } else { without };
        Variable { with_advice, without }
    }

    /// A range of the scope as a variable.
    fn variable(&mut self, shape: Shape, stream: u64, holder: Holder) -> Part {
        let column = self.columns.place(stream, shape);
        let uncertain = Uncertain { column, holder };
        self.variables.push(Variable { with_advice: uncertain, without: uncertain });
        let mean = self.columns.at(column).moments.mean;
        Part { money: 1.0, variable: Some((self.variables.len() - 1, mean, upper_end(&shape))) }
    }

    /// A charge whose range, if it has one, is a variable, the same for all charges of that range.
    fn part(&mut self, charge: Charge) -> Part {
        let Charge { money, range: Some(Range { kind, line, index, shape, holder }) } = charge else {
            return Part { money: charge.money, variable: None };
        };
        let met = self.met.iter().find(|(range, _)| *range == (kind, line, index)).map(|(_, part)| *part);
        let part = met.unwrap_or_else(|| {
            let stream = key(self.proposal.seed, kind, &self.proposal.lines[line].id, index);
            let part = self.variable(shape, stream, holder);
            self.met.push(((kind, line, index), part));
            part
        });
        Part { money, ..part }
    }

    fn add_lines(&mut self) {
        for (place, line) in self.proposal.lines.iter().enumerate() {
            if !self.is_in[place] {
                continue;
            }
            let made = prices::made(self.proposal, self.is_in, place);
            let made: Vec<Part> = made.into_iter().map(|charge| self.part(charge)).collect();
            let is_bought = is_advised(self.proposal, true, line);
            let bought = if is_bought { prices::thought(self.proposal, place) } else { Vec::new() };
            let bought: Vec<Part> = bought.into_iter().map(|charge| self.part(charge)).collect();
            self.add_line(line, &made, &bought);
        }
        if let Some(Discount { amount: Some(amount), .. }) = &self.proposal.discount {
            self.add_discount(amount.major());
        }
    }

    fn add_line(&mut self, line: &Line, made: &[Part], thought: &[Part]) {
        let on_behalf = line.nature == Nature::OnBehalf;
        let dates = self.calendar.due(&line.timing);
        let scheduled = !self.proposal.payments.is_empty() && dates.is_once && !on_behalf;
        let present = if scheduled { self.schedule() } else { dates.present };
        let kept = if on_behalf { 1.0 } else { self.kept };
        // The third party charges tax too: no document of the agency shows it, but the client bears it.
        let tax = if self.proposal.recovers_vat { 0.0 } else { self.tax_of(line) };
        let condition = line.only_if.as_ref();
        let condition = condition.and_then(|id| self.proposal.factors.iter().position(|factor| factor.id == *id));
        for (parts, cost) in [(made, &mut self.production), (thought, &mut self.advice)] {
            for part in parts {
                let variable = part.variable.map(|(place, ..)| place);
                cost.add(present * kept * (1.0 + tax) * part.money, variable.into_iter().chain(condition));
            }
        }
        let sum = |parts: &[Part]| parts.iter().map(Part::mean).sum::<f64>() * kept * dates.count;
        let (production, advice) = (sum(made), sum(thought));
        if on_behalf {
            self.nominal.on_behalf += production + advice;
            return;
        }
        self.nominal.production += production;
        self.nominal.advice += advice;
        self.add_base(line, production + advice);
        if !dates.is_once {
            self.nominal.monthly += production + advice;
        }
        if condition.is_some() {
            self.nominal.conditional += production + advice;
        }
        let most: Option<f64> = made.iter().chain(thought).map(Part::most).sum();
        self.nominal.at_most = self.nominal.at_most.zip(most).map(|(all, most)| all + most * kept * dates.count);
    }

    /// A discount that is an amount: a line below zero that falls due once.
    fn add_discount(&mut self, amount: f64) {
        let present = if self.proposal.payments.is_empty() { 1.0 } else { self.schedule() };
        let bearing = Line::default();
        let tax = if self.proposal.recovers_vat { 0.0 } else { self.tax_of(&bearing) };
        self.production.add(-present * (1.0 + tax) * amount, Vec::new());
        self.nominal.production -= amount;
        self.add_base(&bearing, -amount);
        self.nominal.at_most = self.nominal.at_most.map(|most| most - amount);
    }

    /// The present value of 1 paid by the schedule.
    fn schedule(&self) -> f64 {
        self.proposal.payments.iter().map(|payment| payment.share * self.calendar.discount(payment.month)).sum()
    }

    /// The sum of the rates of the taxes that a line bears.
    fn tax_of(&self, line: &Line) -> f64 {
        self.taxes.iter().filter(|tax| tax.is_borne_by(line)).map(|tax| tax.rate).sum()
    }

    fn add_base(&mut self, line: &Line, amount: f64) {
        let borne = self.taxes.iter().zip(&mut self.nominal.bases).filter(|(tax, _)| tax.is_borne_by(line));
        borne.for_each(|(_, base)| *base += amount);
    }

    /// `days × gross × (1 + charges) × (1 + overhead) / working days + purchases`, as paid: no discount, no tax. The
    /// client holds the number of days.
    fn in_house(&mut self, in_house: &InHouse) -> CostModel {
        let salary = in_house.gross_salary.major() * (1.0 + in_house.employer_charges) * (1.0 + in_house.overhead);
        let day = salary / in_house.working_days * self.calendar.due(&in_house.timing).present;
        let mut cost = CostModel::default();
        cost.add(in_house.purchases.major(), Vec::new());
        match in_house.days {
            Shape::Fixed(days) => cost.add(day * days, Vec::new()),
            days => {
                let range = self.variable(days, key(self.proposal.seed, IN_HOUSE, "", 0), Holder::Client);
                cost.add(day, range.variable.map(|(place, ..)| place));
            }
        }
        cost
    }
}

fn resolve<'a>(proposal: &Proposal, benefit: &'a Benefit) -> BenefitModel<'a> {
    let place = |id: &String| proposal.factors.iter().position(|factor| factor.id == *id);
    BenefitModel {
        benefit,
        factors: benefit.factors.iter().filter_map(place).collect(),
        unit_factor: benefit.unit_factor.as_ref().and_then(place),
    }
}

/// Whether the advice of a line is bought if the line is in: it takes time, and neither the proposal nor the line goes
/// without advice.
pub fn advice_is_bought(proposal: &Proposal, line: &Line) -> bool {
    is_advised(proposal, true, line)
}

/// Whether a line is in and its advice is bought.
pub(super) fn is_advised(proposal: &Proposal, is_in: bool, line: &Line) -> bool {
    let takes_time = |work: &Work| work.days.or(work.hours).is_some_and(|time| time != Shape::Fixed(0.0));
    let advice = line.advice.as_ref().filter(|advice| advice.included && advice.time.iter().any(takes_time));
    proposal.with_advice && is_in && advice.is_some()
}

/// Whether a factor has the advice that it depends on: of every line it names, or of any line if it names none.
fn has_advice(proposal: &Proposal, is_in: &[bool], factor: &Factor) -> bool {
    let mut lines = proposal.lines.iter().zip(is_in);
    if factor.advised_by.is_empty() {
        return lines.any(|(line, is_in)| is_advised(proposal, *is_in, line));
    }
    let advised = |id: &String| lines.clone().any(|(line, is_in)| line.id == *id && is_advised(proposal, *is_in, line));
    factor.advised_by.iter().all(advised)
}
