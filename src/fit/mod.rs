//! Fitting a proposal to a budget: the optional lines and the alternatives with the highest expected net within the
//! budget.
//!
//! The search is exact: it looks at every combination. It knows nothing of locks, words or screens, nor how a mean is
//! computed.

use crate::estimate::{Options, Shown};
use crate::proposal::{BenefitKind, Checked, Choice, Proposal};

/// Most combinations that are searched: each optional line can double their number.
pub const MAX_COMBINATIONS: u64 = 1 << 20;

/// Half of the smallest amount shown, in major units: smaller differences count as equal.
const HALF_A_CENT: f64 = 0.005;

/// Allowance for the rounding error of a sum, as a fraction of the absolute amounts added.
const ROUNDING: f64 = 1e-12;

/// The best combination within a budget, compared with the proposal as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit {
    /// Ids of the optional lines to remove, in the proposal's order.
    pub removed: Vec<String>,
    /// Ids of the optional lines to add, in the proposal's order.
    pub added: Vec<String>,
    /// The choices to be made otherwise, in the proposal's order: id of the choice and of the alternative, `None` for
    /// none of them.
    pub chosen: Vec<(String, Option<String>)>,
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
    /// There are more than [`MAX_COMBINATIONS`].
    TooManyCombinations,
    /// The lowest expected cost of all combinations, in major units, with or without tax as the budget: it is above the
    /// budget.
    OverBudget(f64),
}

/// Finds the combination of optional lines and alternatives with the highest expected net within a budget.
///
/// `budget` is the highest expected cost allowed, in major units, with tax (`incl_vat`) or without; half a hundredth
/// above it is still allowed, since totals are shown to the hundredth. Expected cost and net are those of
/// [`crate::estimate::estimate`]; a combination without any benefit in money has the value 0. Nets that differ by less
/// than half a hundredth are equal: then the combination with fewer changes is preferred, then the lower cost (to the
/// hundredth), then changes in later lines and choices. Where no combination has a benefit in money, fewer changes are
/// preferred, then the higher cost within the budget.
///
/// # Errors
/// There are more than [`MAX_COMBINATIONS`]; or the budget is not a number, or below the lowest expected cost.
pub fn fit(checked: &Checked, budget: f64, incl_vat: bool) -> Result<Fit, Unfit> {
    let proposal = checked.proposal();
    let search = Search::new(proposal, incl_vat).ok_or(Unfit::TooManyCombinations)?;
    let best = search.best(budget + HALF_A_CENT)?;
    Ok(search.compare(best))
}

/// A combination: an option per optional line, then one per choice.
#[derive(Clone, Copy, Debug)]
struct Combination {
    /// Its place among all.
    place: u64,
    /// How many options differ from the proposal's.
    changes: u32,
    /// Expected cost as shown.
    shown: f64,
    net: f64,
}

/// Something to be decided.
struct Decision {
    /// The option that the proposal has.
    present: u64,
    /// The lines that each option adds, and those that it lets stay: the lines of other alternatives go.
    options: Vec<(u64, u64)>,
}

impl Decision {
    /// The option that the next digit of a combination's place means, and whether it is another than the proposal's,
    /// which is the digit 0.
    fn take(&self, place: &mut u64) -> (usize, bool) {
        let count = self.options.len() as u64;
        let step = *place % count;
        *place /= count;
        (((self.present + step) % count) as usize, step > 0)
    }
}

struct Search<'a> {
    proposal: &'a Proposal,
    options: Options,
    incl_vat: bool,
    /// The lines that are ticked whatever is decided, as far as no decision concerns them.
    always: u64,
    decisions: Vec<Decision>,
    combinations: u64,
}

impl<'a> Search<'a> {
    /// `None` if there are too many combinations.
    fn new(proposal: &'a Proposal, incl_vat: bool) -> Option<Self> {
        let mut search = Self {
            proposal,
            options: Options::new(proposal),
            incl_vat,
            always: 0,
            decisions: Vec::new(),
            combinations: 1,
        };
        for (place, line) in proposal.lines.iter().enumerate() {
            if line.optional {
                let present = u64::from(line.included);
                search.decisions.push(Decision { present, options: vec![(0, u64::MAX), (1 << place, u64::MAX)] });
            } else if line.included {
                search.always |= 1 << place;
            }
        }
        search.decisions.extend(proposal.choices.iter().map(|choice| search.decision(choice)).collect::<Vec<_>>());
        for decision in &search.decisions {
            search.combinations = search.combinations.checked_mul(decision.options.len() as u64)?;
        }
        (search.combinations <= MAX_COMBINATIONS).then_some(search)
    }

    /// A choice as a decision; its first option is none of the alternatives, if that is allowed.
    fn decision(&self, choice: &Choice) -> Decision {
        let names = options_of(choice);
        let options = names.iter().map(|name| {
            let others = self.proposal.lines.iter().enumerate().filter(|(_, line)| {
                line.choice.as_ref() == Some(&choice.id) && (name.is_none() || line.alternative != *name)
            });
            (0, !others.fold(0, |set, (place, _)| set | 1 << place))
        });
        let present = names.iter().position(|name| *name == choice.chosen).unwrap_or(0);
        Decision { present: present as u64, options: options.collect() }
    }

    /// The best combination whose cost as shown is at most `most`.
    fn best(&self, most: f64) -> Result<Combination, Unfit> {
        let mut least = f64::INFINITY;
        let mut net = f64::NEG_INFINITY;
        let optional = self.proposal.lines.iter().enumerate().filter(|(_, line)| line.optional);
        let has_value = self.options.has_value(optional.fold(self.always, |set, (place, _)| set | 1 << place));
        self.each(&mut |own| {
            least = least.min(own.shown);
            if own.shown <= most {
                let noise = ROUNDING * (own.net.abs() + own.shown.abs());
                net = net.max(own.net - HALF_A_CENT - noise);
            }
        });
        let mut best: Option<((u32, f64, u64), Combination)> = None;
        self.each(&mut |own| {
            let cents = libm::floor(100.0 * own.shown + 0.5);
            let rank = (own.changes, if has_value { cents } else { -cents }, own.place);
            let is_good = own.shown <= most && (!has_value || own.net >= net);
            if is_good && best.is_none_or(|(other, _)| rank < other) {
                best = Some((rank, own));
            }
        });
        best.map(|(_, own)| own).ok_or(Unfit::OverBudget(least))
    }

    /// Passes every combination to `see`.
    fn each(&self, see: &mut dyn FnMut(Combination)) {
        let mut values = self.options.values();
        for place in 0..self.combinations {
            let (mut rest, mut set, mut kept, mut changes) = (place, self.always, u64::MAX, 0);
            for decision in self.decisions.iter().rev() {
                let (option, is_other) = decision.take(&mut rest);
                changes += u32::from(is_other);
                let (adds, keeps) = decision.options[option];
                set |= adds;
                kept &= keeps;
            }
            let set = self.options.lines_in(set & kept);
            let Shown { excl_vat, incl_vat } = self.options.shown(set);
            let mean = values.of(set);
            let shown = if self.incl_vat { incl_vat } else { excl_vat } + 0.0;
            see(Combination { place, changes, shown, net: mean.value.unwrap_or(0.0) - mean.cost + 0.0 });
        }
    }

    /// A combination compared with the proposal.
    fn compare(&self, best: Combination) -> Fit {
        let mut fit = Fit { cost: best.shown, ..Fit::default() };
        let mut chosen = self.proposal.clone();
        let mut steps = vec![0; self.decisions.len()];
        let mut rest = best.place;
        for (step, decision) in steps.iter_mut().zip(&self.decisions).rev() {
            *step = decision.take(&mut rest).0;
        }
        let mut steps = steps.into_iter();
        for (line, option) in chosen.lines.iter_mut().filter(|line| line.optional).zip(&mut steps) {
            let stays = option == 1;
            if stays != line.included {
                line.included = stays;
                let changed = if stays { &mut fit.added } else { &mut fit.removed };
                changed.push(line.id.clone());
            }
        }
        for (choice, option) in chosen.choices.iter_mut().zip(&mut steps) {
            let name = options_of(choice).swap_remove(option);
            if name != choice.chosen {
                fit.chosen.push((choice.id.clone(), name.clone()));
                choice.chosen = name;
            }
        }
        for benefit in &self.proposal.benefits {
            if !chosen.has(benefit) {
                fit.lost.extend(self.proposal.has(benefit).then(|| benefit.id.clone()));
            } else if benefit.kind == BenefitKind::Money {
                fit.net = Some(best.net);
            }
        }
        fit
    }
}

/// The alternatives of a choice, after none of them where that is allowed.
fn options_of(choice: &Choice) -> Vec<Option<String>> {
    let none = (!choice.required).then_some(None);
    none.into_iter().chain(choice.alternatives.iter().map(|own| Some(own.id.clone()))).collect()
}

#[cfg(test)]
mod tests;
