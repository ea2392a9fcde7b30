//! Fitting a proposal to a budget: the set of optional lines with the highest expected net within the budget.
//!
//! The search is exact, by branch and bound: it skips only sets that exceed the budget or cannot be the best. It knows
//! nothing of locks, words or screens, nor how a mean is computed.

use crate::estimate::{Options, Values, is_in};
use crate::proposal::{BenefitKind, Checked, Proposal};

/// Most optional lines that are searched: each one can double the work.
pub const MAX_OPTIONS: usize = 20;

/// Half of the smallest amount shown, in major units: smaller differences count as equal.
const HALF_A_CENT: f64 = 0.005;

/// Allowance for the rounding error of a sum, as a fraction of the absolute amounts added.
const ROUNDING: f64 = 1e-12;

/// The best set of optional lines within a budget, compared with the proposal as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit {
    /// Ids of the optional lines to remove, in the proposal's order.
    pub removed: Vec<String>,
    /// Ids of the optional lines to add, in the proposal's order.
    pub added: Vec<String>,
    /// Expected cost in major units, with or without tax as the budget.
    pub cost: f64,
    /// Expected net in major units; `None` where no benefit in money is left.
    pub net: Option<f64>,
    /// Ids of the benefits, in money or counted, that the proposal has and this set loses, in the proposal's order.
    pub lost: Vec<String>,
}

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfit {
    /// There are this many optional lines, more than [`MAX_OPTIONS`].
    TooManyOptions(usize),
    /// The expected cost without any optional line, in major units, with or without tax as the budget: it is above the
    /// budget.
    OverBudget(f64),
}

/// Finds the set of optional lines with the highest expected net within a budget.
///
/// `budget` is the highest expected cost allowed, in major units, with tax (`incl_vat`) or without; half a hundredth
/// above it is still allowed, since totals are shown to the hundredth. Expected cost and net are those of
/// [`crate::estimate::estimate`]; a set without any benefit in money has the value 0. Nets that differ by less than
/// half a hundredth are equal: then the set with fewer changes is preferred, then the lower cost (to the hundredth),
/// then changes in later lines. Where no set has a benefit in money, fewer changes are preferred, then the higher cost
/// within the budget.
///
/// # Errors
/// There are more than [`MAX_OPTIONS`] optional lines; or the budget is not a number, or below the expected cost of
/// the lines that are not optional.
pub fn fit(checked: &Checked, budget: f64, incl_vat: bool) -> Result<Fit, Unfit> {
    let proposal = checked.proposal();
    let optional = proposal.lines.iter().filter(|line| line.optional);
    let count = optional.clone().count();
    if count > MAX_OPTIONS {
        return Err(Unfit::TooManyOptions(count));
    }
    let options = Options::new(proposal);
    let with_tax = 1.0 + proposal.vat_rate;
    let shown = if incl_vat { with_tax } else { 1.0 };
    let mut search = Search {
        options: &options,
        values: options.values(),
        present: optional.fold(0, |set, line| set << 1 | u32::from(line.included)),
        limit: (budget + HALF_A_CENT) / shown,
        borne: if proposal.recovers_vat { 1.0 } else { with_tax },
        least: f64::NEG_INFINITY,
        best: None,
    };
    let best = search.best().ok_or(Unfit::OverBudget(options.base * shown))?;
    Ok(compare(proposal, best, shown))
}

/// A set of optional lines as bits, the first line the highest, with its expected figures.
#[derive(Clone, Copy, Debug)]
struct Combination {
    set: u32,
    /// Expected cost without tax.
    cost: f64,
    net: f64,
}

/// Among sets with equal nets, the lowest rank wins: the number of changes, the cost in hundredths (negative where no
/// set has a value), the changed lines as bits.
type Rank = (u32, f64, u32);

/// The state of the search.
struct Search<'a> {
    options: &'a Options,
    values: Values<'a>,
    /// The set that the proposal has now.
    present: u32,
    /// Highest cost allowed, without tax.
    limit: f64,
    /// Cost to the client of a price of 1 without tax: 1, or more where the client does not recover the tax.
    borne: f64,
    /// The lowest net that counts as equal to the best one found so far.
    least: f64,
    best: Option<(Rank, Combination)>,
}

impl Search<'_> {
    /// The best set within the limit. A first pass finds the best net; a second one ranks the sets that equal it.
    fn best(&mut self) -> Option<Combination> {
        let has_value = self.options.has_value();
        if has_value {
            self.descend(&self.options.costs, 0, self.options.base, &|search, choice| {
                let noise = ROUNDING * (choice.net.abs() + search.borne * choice.cost);
                search.least = search.least.max(choice.net - HALF_A_CENT - noise);
            });
        }
        self.descend(&self.options.costs, 0, self.options.base, &|search, choice| {
            let changes = choice.set ^ search.present;
            let cents = libm::floor(100.0 * choice.cost + 0.5);
            let rank = (changes.count_ones(), if has_value { cents } else { -cents }, changes);
            if choice.net >= search.least && search.best.is_none_or(|(best, _)| rank < best) {
                search.best = Some((rank, choice));
            }
        });
        self.best.map(|(_, choice)| choice)
    }

    /// Branches on the next line, and passes every complete set within the limit to `see`. Skips a branch if none of
    /// its sets can reach `least`. Costs are never negative, so a set above the limit stays above it.
    fn descend(&mut self, costs: &[f64], set: u32, cost: f64, see: &dyn Fn(&mut Self, Combination)) {
        if cost > self.limit || self.limit.is_nan() {
            return;
        }
        let Some((next, rest)) = costs.split_first() else {
            let net = self.values.of(set) - self.borne * cost + 0.0;
            return see(self, Combination { set, cost, net });
        };
        let possible = ((set + 1) << costs.len()) - 1;
        if self.options.most(possible) - self.borne * cost >= self.least {
            self.descend(rest, set << 1, cost, see);
            self.descend(rest, set << 1 | 1, cost + next, see);
        }
    }
}

/// The chosen set compared with the proposal; `shown` is the factor from cost without tax to the budget's terms.
fn compare(proposal: &Proposal, choice: Combination, shown: f64) -> Fit {
    let mut fit = Fit { cost: choice.cost * shown, ..Fit::default() };
    let mut chosen = proposal.clone();
    let mut set = choice.set;
    for line in chosen.lines.iter_mut().filter(|line| line.optional).rev() {
        let stays = set & 1 == 1;
        set >>= 1;
        if stays != line.included {
            line.included = stays;
            let changed = if stays { &mut fit.added } else { &mut fit.removed };
            changed.insert(0, line.id.clone());
        }
    }
    for benefit in &proposal.benefits {
        if !is_in(&chosen, benefit) {
            fit.lost.extend(is_in(proposal, benefit).then(|| benefit.id.clone()));
        } else if benefit.kind == BenefitKind::Money {
            fit.net = Some(choice.net);
        }
    }
    fit
}

#[cfg(test)]
mod tests;
