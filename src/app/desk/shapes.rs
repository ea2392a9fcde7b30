//! How a factor is spread, chosen anew: the numbers stay where the new shape has a place for them.

use crate::proposal::Shape;

/// The kind of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// A known number.
    Fixed,
    /// Minimum, most likely, maximum.
    Pert,
    /// Nine chances in ten to lie between two numbers.
    Interval90,
    /// Every number between two, equally.
    Uniform,
    /// It happens or it does not.
    Chance,
    /// How many of so many succeed.
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

/// Trials of a count that nobody has counted yet.
const TRIALS: u32 = 10;

/// The shape as another kind, which is always one that can be computed.
pub(super) fn turn(shape: &Shape, kind: ShapeKind) -> Shape {
    let [low, likely, high] = match *shape {
        Shape::Fixed(x) | Shape::Chance(x) => [x; 3],
        Shape::Uniform([low, high]) | Shape::Interval90([low, high]) => [low, (low + high) / 2.0, high],
        Shape::Pert(three) => three,
        Shape::Count { rate, .. } => rate,
    };
    // A range has two ends: one number alone is spread by a tenth to either side.
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
