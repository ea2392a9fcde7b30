//! Times the engine natively: one line of JSON per number of draws.

use std::time::Instant;

fn main() {
    let numbers: Vec<u32> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    for draws in numbers {
        let taken = engine_bench::start(draws);
        let cold = median_time(|| engine_bench::cold());
        let mut changes: Vec<f64> =
            (0..engine_bench::factors()).map(|factor| median_time(|| engine_bench::change(factor))).collect();
        changes.sort_by(f64::total_cmp);
        let (change, slowest) = (changes[changes.len() / 2], changes[changes.len() - 1]);
        println!(
            "{{\"asked\":{draws},\"draws\":{taken},\"cold\":{cold:.4},\"change\":{change:.4},\"slowest\":{slowest:.4}}}"
        );
    }
    println!("{{\"bounds\":{:.4}}}", median_time(|| engine_bench::at_the_bounds()));
}

/// The median time of a call in milliseconds, over a quarter of a second of calls and at least eleven.
fn median_time(call: impl Fn() -> f64) -> f64 {
    let begin = Instant::now();
    let mut times = Vec::new();
    while times.len() < 11 || begin.elapsed().as_millis() < 250 {
        let start = Instant::now();
        std::hint::black_box(call());
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
