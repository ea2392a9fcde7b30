//! The engine at work on the event of the reference proposals, as functions that a program in any language can time.
//!
//! `start` prepares an engine of so many draws; `cold` estimates from nothing; `change` estimates after one
//! factor has changed, on an engine that has seen the proposal before. Each returns the median net, so that no work can
//! be left out.

use retour::estimate::Engine;
use retour::proposal::*;
use std::cell::RefCell;

const PROPOSAL: &str = include_str!("../../../tests/reference/evenement.proposal.json");

struct Bench {
    draws: u32,
    engine: Engine,
    proposal: Proposal,
    turn: u32,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

/// Prepares an engine; says how many draws it takes, or 0 if the proposal is not right.
#[unsafe(no_mangle)]
pub extern "C" fn start(draws: u32) -> u32 {
    let Ok(json) = serde_json::from_str::<Value>(PROPOSAL) else { return 0 };
    let (proposal, issues) = read(&json);
    if !issues.is_empty() {
        return 0;
    }
    let mut bench = Bench { draws, engine: Engine::with_draws(draws), proposal, turn: 0 };
    let Some(checked) = bench.checked() else { return 0 };
    let draws = bench.engine.estimate(&checked).draws;
    BENCH.set(Some(bench));
    draws
}

/// Estimates the proposal on an engine that has seen nothing.
#[unsafe(no_mangle)]
pub extern "C" fn cold() -> f64 {
    with_bench(|bench| {
        let mut engine = Engine::with_draws(bench.draws);
        median_net(bench.checked().map(|checked| engine.estimate(&checked)))
    })
}

/// Changes one factor, checks and estimates again.
#[unsafe(no_mangle)]
pub extern "C" fn change(factor: u32) -> f64 {
    with_bench(|bench| {
        bench.turn += 1;
        let factor = &mut bench.proposal.factors[factor as usize];
        factor.value = moved(factor.value, bench.turn % 2 == 0);
        let checked = bench.checked();
        median_net(checked.map(|checked| bench.engine.estimate(&checked)))
    })
}

/// How many factors there are to change.
#[unsafe(no_mangle)]
pub extern "C" fn factors() -> u32 {
    with_bench(|bench| bench.proposal.factors.len() as f64) as u32
}

/// A shape a little larger, or as much smaller.
fn moved(shape: Shape, back: bool) -> Shape {
    let ratio = if back { 0.96875 } else { 1.0 / 0.96875 };
    match shape {
        Shape::Pert(range) => Shape::Pert(range.map(|x| x * ratio)),
        Shape::Interval90(ends) => Shape::Interval90(ends.map(|x| x * ratio)),
        Shape::Count { trials, rate } => Shape::Count { trials, rate: rate.map(|x| x * ratio) },
        other => other,
    }
}

/// Estimates from nothing a proposal that is as large as a proposal may be.
#[unsafe(no_mangle)]
pub extern "C" fn at_the_bounds() -> f64 {
    median_net(check(largest()).ok().map(|checked| Engine::new().estimate(&checked)))
}

/// A proposal at every bound at once: each factor in two shapes, the largest count among them,
/// negative amounts every month.
fn largest() -> Proposal {
    let factor = |index: usize| {
        let shape = match index {
            0 => Shape::Count { trials: MAX_TRIALS, rate: [0.0, 0.5, 1.0] },
            _ if index % 4 == 1 => Shape::Interval90([0.5, 2.0]),
            _ => Shape::Pert([-2.0, 1.0, 3.0]),
        };
        let without = match shape {
            Shape::Count { trials, .. } => Shape::Count { trials, rate: [0.0, 0.4, 1.0] },
            Shape::Interval90(_) => Shape::Interval90([0.5, 1.5]),
            _ => Shape::Pert([-2.0, 0.5, 3.0]),
        };
        Factor { id: format!("f{index}"), value: shape, without_advice: Some(without), ..Factor::default() }
    };
    let line = |index: usize| {
        let days = if index < MAX_RANGES { Shape::Pert([1.0, 2.0, 4.0]) } else { Shape::Fixed(2.0) };
        let work = |days| vec![Work { role: "r".to_owned(), days: Some(days), ..Work::default() }];
        let advice = Advice { time: work(Shape::Fixed(1.0)), ..Advice::default() };
        Line { id: format!("l{index}"), making: work(days), advice: Some(advice), ..Line::default() }
    };
    let benefit = |index: usize| Benefit {
        id: format!("b{index}"),
        factors: (0..MAX_FACTORS_OF_A_BENEFIT).map(|k| format!("f{}", (index + k) % MAX_FACTORS)).collect(),
        timing: Timing { start_month: index as u32, repeats: Repeats::Monthly, ramp_months: 12, months: None },
        ..Benefit::default()
    };
    Proposal {
        currency: "EUR".to_owned(),
        rates: vec![Rate { id: "r".to_owned(), label: String::new(), day_rate: Money(800.0) }],
        lines: (0..MAX_LINES).map(line).collect(),
        factors: (0..MAX_FACTORS).map(factor).collect(),
        benefits: (0..MAX_BENEFITS).map(benefit).collect(),
        horizon_months: MAX_HORIZON_MONTHS,
        discount_rate: 0.05,
        in_house: Some(InHouse {
            gross_salary: Money(40_000.0),
            days: Shape::Pert([100.0, 200.0, 300.0]),
            ..InHouse::default()
        }),
        ..Proposal::default()
    }
}

impl Bench {
    fn checked(&self) -> Option<Checked> {
        check(self.proposal.clone()).ok()
    }
}

fn with_bench(work: impl FnOnce(&mut Bench) -> f64) -> f64 {
    BENCH.with_borrow_mut(|bench| bench.as_mut().map_or(f64::NAN, work))
}

fn median_net(estimate: Option<retour::estimate::Estimate>) -> f64 {
    estimate.and_then(|estimate| estimate.net).map_or(f64::NAN, |net| net.p50)
}
