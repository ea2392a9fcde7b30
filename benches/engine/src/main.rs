//! Times the engine natively: one line of JSON per number of draws, then one for a proposal at the bounds.

#[path = "lib.rs"]
mod engine_bench;

use engine_bench::{change, change_quantity, cold, factors, start, take_large};
use std::time::Instant;

/// Median and fastest, in milliseconds.
type Times = [f64; 2];

fn main() {
    let numbers: Vec<u32> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    for asked in numbers {
        print_times(start(asked));
    }
    start(retour::estimate::DEFAULT_DRAWS);
    take_large(0);
    print_times(0);
}

fn print_times(draws: u32) {
    let [cold, fastest_cold] = time(|| cold());
    // The first change fills the engine, so that the timed ones find everything else already drawn.
    change(0);
    let changes: Vec<Times> = (0..factors()).map(|factor| time(|| change(factor))).collect();
    let [change, fastest_change] = [0, 1].map(|which| median(changes.iter().map(|times| times[which]).collect()));
    let [quantity, fastest_quantity] = time(|| change_quantity());
    println!(
        "{{\"draws\":{draws},\"cold\":[{cold:.4},{fastest_cold:.4}],\"change\":[{change:.4},{fastest_change:.4}],\
         \"quantity\":[{quantity:.4},{fastest_quantity:.4}]}}"
    );
}

/// Times a call for a quarter of a second, and at least eleven times.
fn time(call: impl Fn() -> f64) -> Times {
    let begin = Instant::now();
    let mut times = Vec::new();
    while times.len() < 11 || begin.elapsed().as_millis() < 250 {
        let start = Instant::now();
        assert!(!call().is_nan(), "the proposal was refused");
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let fastest = times.iter().copied().fold(f64::INFINITY, f64::min);
    [median(times), fastest]
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
