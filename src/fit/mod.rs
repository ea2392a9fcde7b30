//! What would fit: given a budget, which optional lines stay so that the expected net is best.
//!
//! The search is exact: of all sets of optional lines it leaves out only those that the budget does not allow or that
//! cannot be the best (branch and bound). It must not know of locks, words or screens, nor how a mean is computed.

use crate::estimate::{Options, Values, is_in};
use crate::proposal::{BenefitKind, Checked, Proposal};

/// More optional lines than this are refused: each one doubles the work.
pub const MAX_OPTIONS: usize = 20;

/// Amounts are shown to the hundredth: what differs by half of one is the same.
const HALF_A_CENT: f64 = 0.005;

/// What the last digits of a sum may be off by, as a share of what is added up.
const ROUNDING: f64 = 1e-12;

/// The best that a budget allows, compared with the proposal as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit {
    /// Ids of the optional lines that leave, in the proposal's order.
    pub leaves: Vec<String>,
    /// Ids of the optional lines that come in, in the proposal's order.
    pub joins: Vec<String>,
    /// Expected cost, in the budget's terms.
    pub cost: f64,
    /// Expected net; `None` where no benefit in money is left.
    pub net: Option<f64>,
    /// Ids of the benefits and outcomes that the proposal has and this has not, in the proposal's order.
    pub lost: Vec<String>,
}

/// Why nothing fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfit {
    /// So many optional lines are more than [`MAX_OPTIONS`].
    TooManyOptions(usize),
    /// Even without any optional line it costs so much, in the budget's terms.
    TooDear(f64),
}

/// Which optional lines stay, and which come in, so that the expected net is best within a budget.
///
/// The budget is the expected cost that is allowed, with tax (`incl_vat`) or without; half a hundredth above it is
/// still within, as totals are shown to the hundredth. Expected cost and net are those of
/// [`crate::estimate::estimate`]; a set of lines without any benefit in money counts as a value of 0. Nets that differ
/// by less than half a hundredth are equal: fewer changes come first then, then the lower cost (to the hundredth),
/// then changes in later lines. Where no set of lines has a benefit in money, fewer changes come first, then the
/// dearest that fits.
///
/// # Errors
/// More than [`MAX_OPTIONS`] optional lines, or a budget (if it is a number at all) below what is not optional.
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
    let best = search.best().ok_or(Unfit::TooDear(options.base * shown))?;
    Ok(compare(proposal, best, shown))
}

/// A set of optional lines, the first line the highest bit, with its expected figures.
#[derive(Clone, Copy, Debug)]
struct Combination {
    set: u32,
    /// Without tax.
    cost: f64,
    net: f64,
}

/// Changes, cost, place: of choices that are equally good, the one with the lowest rank is the best.
type Rank = (u32, f64, u32);

/// A search under way.
struct Search<'a> {
    options: &'a Options,
    values: Values<'a>,
    /// The set of the proposal as it is.
    present: u32,
    /// What it may cost, without tax.
    limit: f64,
    /// What the client bears for a price of 1 without tax.
    borne: f64,
    /// The least net that equals the best one found so far.
    least: f64,
    best: Option<(Rank, Combination)>,
}

impl Search<'_> {
    /// The best choice within the limit. The best net is found first, so that what equals it is told from one number.
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

    /// Decides on the next line, and sees every choice within the limit but those that cannot be good enough, whatever
    /// the lines still to come. No line costs less than nothing, so that what is beyond the limit stays there.
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

/// A choice beside the proposal as it is.
fn compare(proposal: &Proposal, choice: Combination, shown: f64) -> Fit {
    let mut fit = Fit { cost: choice.cost * shown, ..Fit::default() };
    let mut chosen = proposal.clone();
    let mut set = choice.set;
    for line in chosen.lines.iter_mut().filter(|line| line.optional).rev() {
        let stays = set & 1 == 1;
        set >>= 1;
        if stays != line.included {
            line.included = stays;
            let changed = if stays { &mut fit.joins } else { &mut fit.leaves };
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
