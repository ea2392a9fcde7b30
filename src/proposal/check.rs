//! The check that turns a proposal into one that can be computed.
//!
//! It returns all faults at once, each with its path. The bounds are in `bounds`, the sentences in
//! `words`; how anything is computed is not known here.

mod extensions;
mod scope;
mod shapes;
mod terms;
mod texts;

use super::*;
use std::fmt::{self, Display};

/// A proposal that can be computed: every reference resolves, every number is within its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked(Proposal);

impl Checked {
    /// The proposal.
    pub fn proposal(&self) -> &Proposal {
        &self.0
    }
}

impl Default for Checked {
    /// The empty proposal, which costs nothing and brings nothing.
    fn default() -> Self {
        Self(Proposal::default())
    }
}

/// Checks a proposal.
///
/// # Errors
/// All faults at once, each with the path of its field; at most [`MAX_ISSUES`].
pub fn check(proposal: Proposal) -> Result<Checked, Vec<Issue>> {
    let mut found = Found::default();
    texts::check(&proposal, &mut found);
    check_terms(&proposal, &mut found);
    scope::check(&proposal, &mut found);
    terms::check(&proposal, &mut found);
    check_factors(&proposal, &mut found);
    check_benefits(&proposal, &mut found);
    extensions::check(&proposal, &mut found);
    if found.0.is_empty() { Ok(Checked(proposal)) } else { Err(found.0) }
}

/// The issues found so far, and the number of characters of all texts checked so far.
#[derive(Default)]
struct Found(Vec<Issue>, usize);

impl Found {
    #[inline(never)]
    fn push(&mut self, path: &dyn Display, fault: Fault) {
        if self.0.len() < MAX_ISSUES {
            self.0.push(Issue { path: path.to_string(), fault });
        }
    }

    /// Notes a fault unless `x` is a finite number from `least` to `most`.
    #[inline(never)]
    fn within(&mut self, path: &dyn Display, x: f64, least: f64, most: f64) {
        if !x.is_finite() {
            self.push(path, Fault::Expected(Expected::Number));
        } else if x < least || x > most {
            self.push(path, Fault::Outside(least, most));
        }
    }

    /// Notes a fault unless `x` is a finite number from 0 to 1.
    #[inline(never)]
    fn share(&mut self, path: &dyn Display, x: f64) {
        if !x.is_finite() {
            self.push(path, Fault::Expected(Expected::Number));
        } else if !(0.0..=1.0).contains(&x) {
            self.push(path, Fault::NotAFraction);
        }
    }

    /// Notes a fault unless `x` is a finite number above 0 and at most `most`.
    #[inline(never)]
    fn above_0(&mut self, path: &dyn Display, x: f64, most: f64) {
        if !x.is_finite() {
            self.push(path, Fault::Expected(Expected::Number));
        } else if x <= 0.0 || x > most {
            self.push(path, Fault::NotAbove0(most));
        }
    }

    fn months(&mut self, path: &dyn Display, months: u32, most: u32) {
        self.within(path, f64::from(months), 0.0, f64::from(most));
    }

    #[inline(never)]
    fn at_most(&mut self, path: &dyn Display, entries: usize, most: usize) {
        if entries > most {
            self.push(path, Fault::TooMany(most));
        }
    }

    /// Notes the ids of a list that are empty, too long, or used earlier in it.
    #[inline(never)]
    fn ids(&mut self, list: &str, ids: &[&str]) {
        for (index, id) in ids.iter().enumerate() {
            let path = At(&list, index, "id");
            if id.is_empty() {
                self.push(&path, Fault::NoId);
            } else if id.chars().count() > MAX_ID_CHARACTERS {
                self.push(&path, Fault::TooLong(MAX_ID_CHARACTERS));
            } else if ids[..index].contains(id) {
                self.push(&path, Fault::DuplicateId);
            }
        }
    }

    /// Notes a list of ids that is too long, and those in it that are not known.
    #[inline(never)]
    fn references(&mut self, list: &dyn Display, ids: &[String], most: usize, known: &Known) {
        self.at_most(list, ids.len(), most);
        for (place, id) in ids.iter().enumerate() {
            self.reference(&At(list, place, ""), known.0(id), known.1);
        }
    }

    #[inline(never)]
    fn reference(&mut self, path: &dyn Display, known: bool, named: IdKind) {
        if !known {
            self.push(path, Fault::UnknownId(named));
        }
    }
}

/// Which ids are known, and what they are ids of.
struct Known<'a>(&'a dyn Fn(&str) -> bool, IdKind);

/// The path `list[index].field`, or `list[index]` where the field is empty.
struct At<'a>(&'a dyn Display, usize, &'a str);

impl Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let dot = if self.2.is_empty() { "" } else { "." };
        write!(f, "{}[{}]{dot}{}", self.0, self.1, self.2)
    }
}

/// Checks the numbers of the proposal itself, and the in-house alternative.
fn check_terms(proposal: &Proposal, found: &mut Found) {
    found.share(&"vatRate", proposal.vat_rate);
    found.within(&"hoursPerDay", proposal.hours_per_day, MIN_HOURS_PER_DAY, MAX_HOURS_PER_DAY);
    found.months(&"horizonMonths", proposal.horizon_months, MAX_HORIZON_MONTHS);
    let rate = proposal.discount_rate;
    if !rate.is_finite() {
        found.push(&"discountRate", Fault::Expected(Expected::Number));
    } else if !(MIN_DISCOUNT_RATE..=MAX_DISCOUNT_RATE).contains(&rate) {
        found.push(&"discountRate", Fault::DiscountRate);
    }
    if let Some(in_house) = &proposal.in_house {
        check_in_house(in_house, found);
    }
}

fn check_in_house(in_house: &InHouse, found: &mut Found) {
    found.within(&"inHouse.grossSalary", in_house.gross_salary.major(), 0.0, MAX_MONEY);
    found.within(&"inHouse.employerCharges", in_house.employer_charges, 0.0, MAX_SURCHARGE);
    found.within(&"inHouse.overhead", in_house.overhead, 0.0, MAX_SURCHARGE);
    found.within(&"inHouse.workingDays", in_house.working_days, MIN_WORKING_DAYS, MAX_WORKING_DAYS);
    shapes::check_time(&in_house.days, &"inHouse.days", found);
    found.within(&"inHouse.purchases", in_house.purchases.major(), 0.0, MAX_MONEY);
    found.months(&"inHouse.delayMonths", in_house.delay_months, MAX_MONTHS);
}

fn check_factors(proposal: &Proposal, found: &mut Found) {
    let is_line = |id: &str| proposal.line(id).is_some();
    let lines = Known(&is_line, IdKind::Line);
    found.at_most(&"factors", proposal.factors.len(), MAX_FACTORS);
    found.ids("factors", &proposal.factors.iter().map(|factor| &*factor.id).collect::<Vec<_>>());
    for (index, factor) in proposal.factors.iter().enumerate() {
        let path = |field| At(&"factors", index, field);
        let mut sound = shapes::check(&factor.value, &path("value"), -MAX_NUMBER, MAX_NUMBER, found);
        if let Some(shape) = &factor.without_advice {
            sound &= shapes::check(shape, &path("withoutAdvice"), -MAX_NUMBER, MAX_NUMBER, found);
        }
        found.references(&path("advisedBy"), &factor.advised_by, MAX_LINES, &lines);
        if let Some(scale) = &factor.scales_with {
            check_scale(proposal, factor, scale, &path("scalesWith"), sound, found);
        }
    }
    if proposal.factors.iter().map(|factor| trials(proposal, factor)).sum::<f64>() > f64::from(MAX_ALL_TRIALS) {
        found.push(&"factors", Fault::TooManyTrials(MAX_ALL_TRIALS));
    }
}

/// Trials of a factor's `count` shapes, with and without advice, once scaled.
fn trials(proposal: &Proposal, factor: &Factor) -> f64 {
    let shapes = std::iter::once(&factor.value).chain(&factor.without_advice);
    let trials = shapes.map(|shape| if let Shape::Count { trials, .. } = shape { f64::from(*trials) } else { 0.0 });
    trials.sum::<f64>() * ratio(proposal, factor)
}

/// The number by which a factor's numbers are multiplied for the quantity of its line; 1 without one.
fn ratio(proposal: &Proposal, factor: &Factor) -> f64 {
    let line = factor.scales_with.as_ref().and_then(|scale| Some((proposal.line(&scale.line)?, scale.at)));
    line.map_or(1.0, |(line, at)| line.quantity / at).max(0.0)
}

/// Checks that a factor can be scaled to the quantity of its line.
fn check_scale(
    proposal: &Proposal,
    factor: &Factor,
    scale: &ScalesWith,
    path: &dyn Display,
    sound: bool,
    found: &mut Found,
) {
    let line = proposal.line(&scale.line);
    found.reference(&format_args!("{path}.line"), line.is_some(), IdKind::Line);
    found.above_0(&format_args!("{path}.at"), scale.at, MAX_QUANTITY);
    let mut shapes = std::iter::once(&factor.value).chain(&factor.without_advice);
    if shapes.clone().any(|shape| matches!(shape, Shape::Chance(_))) {
        found.push(path, Fault::ScaledChance);
    } else if let Some(line) = line.filter(|_| sound && scale.at > 0.0) {
        let ratio = line.quantity / scale.at;
        if shapes.any(|shape| !shapes::survives_scaling(shape, ratio)) {
            found.push(path, Fault::ScaledTooLarge);
        }
    }
}

fn check_benefits(proposal: &Proposal, found: &mut Found) {
    let is_line = |id: &str| proposal.line(id).is_some();
    let lines = Known(&is_line, IdKind::Line);
    found.at_most(&"benefits", proposal.benefits.len(), MAX_BENEFITS);
    found.ids("benefits", &proposal.benefits.iter().map(|benefit| &*benefit.id).collect::<Vec<_>>());
    for (index, benefit) in proposal.benefits.iter().enumerate() {
        let path = |field| At(&"benefits", index, field);
        check_product(proposal, benefit, &path("factors"), found);
        if benefit.unit_factor.as_ref().is_some_and(|unit| !benefit.factors.contains(unit)) {
            found.push(&path("unitFactor"), Fault::UnitFactorElsewhere);
        }
        found.references(&path("needs"), &benefit.needs, MAX_LINES, &lines);
        let timing = &benefit.timing;
        found.months(&path("timing.startMonth"), timing.start_month, MAX_MONTHS);
        found.months(&path("timing.rampMonths"), timing.ramp_months, MAX_MONTHS);
        found.months(&path("timing.months"), timing.months.unwrap_or(0), MAX_MONTHS);
    }
}

/// Checks that the factors of a benefit exist, that none is named twice, and that their product can be computed.
fn check_product(proposal: &Proposal, benefit: &Benefit, path: &dyn Display, found: &mut Found) {
    if benefit.factors.is_empty() {
        found.push(path, Fault::NoFactor);
    }
    if benefit.factors.len() > MAX_FACTORS_OF_A_BENEFIT {
        return found.push(path, Fault::TooMany(MAX_FACTORS_OF_A_BENEFIT));
    }
    let mut size = 1.0;
    for (place, id) in benefit.factors.iter().enumerate() {
        let factor = proposal.factors.iter().find(|factor| factor.id == *id);
        found.reference(&At(path, place, ""), factor.is_some(), IdKind::Factor);
        if benefit.factors[..place].contains(id) {
            found.push(&At(path, place, ""), Fault::NamedTwice);
        }
        size *= factor.map_or(1.0, |factor| largest(proposal, factor).max(1.0));
    }
    if size > MAX_PRODUCT {
        found.push(path, Fault::ProductTooLarge);
    }
}

/// Upper bound of the root mean square of a factor, with or without advice; meaningless if one of its shapes has a
/// fault.
fn largest(proposal: &Proposal, factor: &Factor) -> f64 {
    let ratio = ratio(proposal, factor);
    let shapes = std::iter::once(&factor.value).chain(&factor.without_advice);
    shapes.map(|shape| shapes::largest(shape) * ratio).fold(0.0, f64::max)
}
