//! Small pictures of distributions: a sketch of the density.

use crate::proposal::Shape;
use crate::view::components::dots::tenth;
use crate::view::markup::{Node, h};

/// The picture of a shape, 72 by 24 pixels.
pub fn glyph(shape: &Shape) -> Node {
    let path = match *shape {
        Shape::Fixed(_) => "M36 2V22".to_owned(),
        Shape::Uniform(_) => "M6 21.2V5H66V21.2".to_owned(),
        Shape::Chance(p) => chance(p),
        Shape::Pert(three) | Shape::Count { rate: three, .. } => pert(three),
        Shape::Interval90([low, high]) => lognormal(high / low),
    };
    h("svg.glyph")
        .attr("viewBox", "0 0 72 24")
        .attr("width", "72")
        .attr("height", "24")
        .attr("aria-hidden", "true")
        .child(h("path.bell").attr("d", path))
        .child(h("path.ticks").attr("d", "M0 22H72"))
}

/// Two bars: the probability of 0, and that of 1.
fn chance(p: f64) -> String {
    let bar = |x: f64, share: f64| format!("M{x} 21.2V{y}h16V21.2", x = tenth(x), y = tenth(21.2 - 19.0 * share));
    [bar(10.0, 1.0 - p), bar(46.0, p)].concat()
}

/// The density of a beta-PERT (λ = 4) over its support, up to a constant: `x^(4m) · (1 − x)^(4 − 4m)`, `m` its mode.
fn pert([low, likely, high]: [f64; 3]) -> String {
    let mode = if high > low { ((likely - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
    let (a, b) = (4.0 * mode, 4.0 - 4.0 * mode);
    curve(|x| power(x, a) * power(1.0 - x, b))
}

/// The density of a lognormal with median 1 and `P95 / P5 = ratio`, that is `σ = ln(ratio) / (z95 − z05)`, from 0 to
/// `exp(2.6 σ)`, up to a constant.
fn lognormal(ratio: f64) -> String {
    let sigma = (libm::log(ratio) / 3.289_707_253_9).max(0.05);
    let top = libm::exp(2.6 * sigma);
    curve(|x| {
        let value = (x * top).max(1e-9);
        let z = libm::log(value) / sigma;
        libm::exp(-0.5 * z * z) / value
    })
}

fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 { 1.0 } else { libm::exp(exponent * libm::log(base)) }
}

/// A density on 0 to 1 as a line that starts and ends on the axis; its highest point touches the top.
fn curve(density: impl Fn(f64) -> f64) -> String {
    const STEPS: usize = 24;
    let heights: Vec<f64> = (0..=STEPS).map(|i| density(i as f64 / STEPS as f64)).collect();
    let top = heights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let mut path = String::from("M0 21.2");
    for (i, height) in heights.iter().enumerate() {
        path.push_str(&format!("L{} {}", 3 * i, tenth(21.2 - 19.2 * height / top)));
    }
    path.push_str("L72 21.2");
    path
}
