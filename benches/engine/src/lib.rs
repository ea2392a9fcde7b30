//! The engine at work on the event of the reference proposals, as functions that a program in any language can time.
//!
//! `start` prepares an engine of so many draws; `cold` estimates from nothing; `change` estimates after one
//! factor has changed, on an engine that has seen the proposal before. Each returns the median net, so that no work can
//! be left out.

use retour::estimate::Engine;
use retour::proposal::{Checked, Proposal, Shape, check, read};
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
    let Ok(tree) = serde_json::from_str(PROPOSAL) else { return 0 };
    let (proposal, _) = read(&tree);
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
