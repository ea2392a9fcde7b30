//! The engine on the event of the reference proposals, as functions that a program in any language can time.
//!
//! `start` prepares an engine of this many draws; `cold` estimates from nothing; `change` estimates after one factor
//! has changed, on an engine that has seen the proposal before, `change_quantity` after a quantity has. These return the median net, so that no work can
//! be optimised away; NaN if the proposal was refused. `take_large` takes another proposal, as large as one may be.

mod large;

use large::large;
use retour::estimate::Engine;
use retour::proposal::*;
use std::cell::RefCell;

// The widget's allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

const PROPOSAL: &str = include_str!("../../../tests/reference/evenement.proposal.json");

struct Bench {
    draws: u32,
    engine: Engine,
    proposal: Proposal,
    /// The factors' shapes before any change.
    shapes: Vec<Shape>,
    /// The quantity of the first line before any change.
    quantity: f64,
    figures: String,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

/// Prepares an engine; returns how many draws it takes, or 0 if the proposal is refused.
#[unsafe(no_mangle)]
pub extern "C" fn start(draws: u32) -> u32 {
    let Ok(json) = serde_json::from_str::<Value>(PROPOSAL) else { return 0 };
    let (proposal, issues) = read(&json);
    if !issues.is_empty() {
        return 0;
    }
    let engine = Engine::with_draws(draws);
    let (shapes, figures) = (Vec::new(), String::new());
    let mut bench = Bench { draws, engine, proposal: Proposal::default(), shapes, quantity: 0.0, figures };
    bench.take(proposal);
    let Some(checked) = bench.checked() else { return 0 };
    let draws = bench.engine.estimate(&checked).draws;
    BENCH.set(Some(bench));
    draws
}

/// Estimates the proposal on a new engine.
#[unsafe(no_mangle)]
pub extern "C" fn cold() -> f64 {
    with_bench(|bench| {
        let mut engine = Engine::with_draws(bench.draws);
        median_net(bench.checked().map(|checked| engine.estimate(&checked)))
    })
}

/// Changes one factor, or changes it back, checks and estimates again.
#[unsafe(no_mangle)]
pub extern "C" fn change(factor: u32) -> f64 {
    with_bench(|bench| {
        let (shape, value) = (bench.shapes[factor as usize], &mut bench.proposal.factors[factor as usize].value);
        *value = if *value == shape { smaller(shape) } else { shape };
        let checked = bench.checked();
        median_net(checked.map(|checked| bench.engine.estimate(&checked)))
    })
}

/// Changes the quantity of the first line, or changes it back, checks and estimates again: other costs, and a factor that
/// follows the quantity.
#[unsafe(no_mangle)]
pub extern "C" fn change_quantity() -> f64 {
    with_bench(|bench| {
        let quantity = &mut bench.proposal.lines[0].quantity;
        *quantity = if *quantity == bench.quantity { bench.quantity * 0.75 } else { bench.quantity };
        let checked = bench.checked();
        median_net(checked.map(|checked| bench.engine.estimate(&checked)))
    })
}

/// The number of factors that can be changed.
#[unsafe(no_mangle)]
pub extern "C" fn factors() -> u32 {
    with_bench(|bench| bench.proposal.factors.len() as f64) as u32
}

/// A shape a little smaller; a fixed number or a chance as it is.
fn smaller(shape: Shape) -> Shape {
    const RATIO: f64 = 0.96875;
    match shape {
        Shape::Pert(range) => Shape::Pert(range.map(|x| x * RATIO)),
        Shape::Interval90(ends) => Shape::Interval90(ends.map(|x| x * RATIO)),
        Shape::Count { trials, rate } => Shape::Count { trials, rate: rate.map(|x| x * RATIO) },
        other => other,
    }
}

/// A pointer to the estimate of the proposal as JSON; [`figures_length`] is its length.
#[unsafe(no_mangle)]
pub extern "C" fn figures() -> *const u8 {
    let mut place = std::ptr::null();
    with_bench(|bench| {
        let estimate = bench.checked().map(|checked| bench.engine.estimate(&checked));
        bench.figures = estimate.and_then(|estimate| serde_json::to_string(&estimate).ok()).unwrap_or_default();
        place = bench.figures.as_ptr();
        0.0
    });
    place
}

/// How many bytes [`figures`] wrote last.
#[unsafe(no_mangle)]
pub extern "C" fn figures_length() -> usize {
    with_bench(|bench| bench.figures.len() as f64) as usize
}

/// Replaces the proposal by one that is at every bound, if `factors` is 0, else by a plain one of this many factors.
#[unsafe(no_mangle)]
pub extern "C" fn take_large(factors: u32) {
    with_bench(|bench| {
        bench.take(match factors as usize {
            0 => large(MAX_FACTORS, -2.0),
            factors => large(factors, 0.0),
        });
        bench.engine = Engine::with_draws(bench.draws);
        0.0
    });
}

impl Bench {
    fn take(&mut self, proposal: Proposal) {
        self.shapes = proposal.factors.iter().map(|factor| factor.value).collect();
        self.quantity = proposal.lines.first().map_or(0.0, |line| line.quantity);
        self.proposal = proposal;
    }

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
