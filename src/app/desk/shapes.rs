//! Changes the kind of a factor's shape. Its numbers are kept where the new shape has a place for them.

use crate::proposal::Shape;

/// The kind of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// A known number.
    Fixed,
    /// Minimum, most likely, maximum: a beta-PERT.
    Pert,
    /// A lognormal between its P5 and its P95.
    Interval90,
    /// Uniform between two numbers.
    Uniform,
    /// 1 with a probability, else 0.
    Chance,
    /// The number of successes in so many trials.
    Count,
}

impl ShapeKind {
    /// The kind of a shape.
    pub fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Fixed(_) => ShapeKind::Fixed,
            Shape::Pert(_) => ShapeKind::Pert,
            Shape::Interval90(_) => ShapeKind::Interval90,
            Shape::Uniform(_) => ShapeKind::Uniform,
            Shape::Chance(_) => ShapeKind::Chance,
            Shape::Count { .. } => ShapeKind::Count,
        }
    }
}

/// The number of trials, for a shape that was not a count.
const TRIALS: u32 = 10;

/// The shape as another kind; it always passes `check`.
pub(super) fn turn(shape: &Shape, kind: ShapeKind) -> Shape {
    let [low, likely, high] = match *shape {
        Shape::Fixed(x) | Shape::Chance(x) => [x; 3],
        Shape::Uniform([low, high]) | Shape::Interval90([low, high]) => [low, (low + high) / 2.0, high],
        Shape::Pert(three) => three,
        Shape::Count { rate, .. } => rate,
    };
    // A range has two ends: a single number is spread by a tenth to either side, 0 by 1.
    let spread = if likely == 0.0 { 1.0 } else { likely.abs() / 10.0 };
    let [from, to] = if low < high { [low, high] } else { [low - spread, high + spread] };
    match kind {
        _ if kind == ShapeKind::of(shape) => *shape,
        ShapeKind::Fixed => Shape::Fixed(likely),
        ShapeKind::Pert => Shape::Pert([low, likely, high]),
        ShapeKind::Uniform => Shape::Uniform([from, to]),
        ShapeKind::Interval90 if from > 0.0 => Shape::Interval90([from, to]),
        ShapeKind::Interval90 => Shape::Interval90([to.max(1.0) / 10.0, to.max(1.0)]),
        ShapeKind::Chance => Shape::Chance(likely.clamp(0.0, 1.0)),
        ShapeKind::Count => {
            Shape::Count { trials: TRIALS, rate: [low, likely, high].map(|share| share.clamp(0.0, 1.0)) }
        }
    }
}

/// The same for a price or a time, which is never below 0: no end of a range is.
pub(super) fn turn_from_0(shape: &Shape, kind: ShapeKind) -> Shape {
    match turn(shape, kind) {
        Shape::Uniform(ends) => Shape::Uniform(ends.map(|end| end.max(0.0))),
        turned => turned,
    }
}
