//! Shapes: the probability distributions of uncertain numbers, as data. `estimate` computes with them.

use super::{Expected, Fields, Json, Reader, Record, Value};

/// Probability distribution of an uncertain number. In JSON: a number, or an object with one of the keys [`SHAPES`],
/// such as `{"pert": [30, 48, 66]}`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A known number.
    Fixed(f64),
    /// Uniform between the lower and the upper end.
    Uniform([f64; 2]),
    /// Beta-PERT with λ = 4, by minimum, most likely and maximum.
    Pert([f64; 3]),
    /// Lognormal, by its 5th and 95th percentiles, both above 0: nine chances in ten to be between them.
    Interval90([f64; 2]),
    /// 1 with this probability, from 0 to 1; else 0.
    Chance(f64),
    /// Number of successes among `trials`, at one success rate for all of them that is itself a beta-PERT.
    Count {
        /// Number of trials, at most [`MAX_TRIALS`](super::MAX_TRIALS).
        trials: u32,
        /// Minimum, most likely and maximum of the success rate, from 0 to 1.
        rate: [f64; 3],
    },
}

/// The keys of the shapes in JSON.
pub const SHAPES: [&str; 6] = ["fixed", "uniform", "pert", "interval90", "chance", "count"];

impl Default for Shape {
    fn default() -> Self {
        Self::Fixed(0.0)
    }
}

/// The value of the key `count`.
#[derive(Default)]
struct Count {
    trials: u32,
    rate: [f64; 3],
}

impl Record for Count {
    fn fields(&mut self, f: &mut Fields) {
        f.required("trials", &mut self.trials);
        f.required("rate", &mut self.rate);
    }
}

impl Shape {
    /// The number, if it is known.
    pub fn known(&self) -> Option<f64> {
        match self {
            Shape::Fixed(x) => Some(*x),
            _ => None,
        }
    }
}

impl Json for Shape {
    fn read(&mut self, from: Reader) -> bool {
        from.tell_unknown(&mut || SHAPES.to_vec());
        let before = from.issues();
        let read = match from.value {
            Value::Number(_) => read_keyed("fixed", from),
            Value::Object(entries) => match entries.as_slice() {
                [(key, value)] => from.inside(key, value, &mut |inner| read_keyed(key, inner)),
                _ => None,
            },
            _ => None,
        };
        match read {
            Some(shape) if from.issues() == before => *self = shape,
            _ if from.issues() == before => return from.expected(Expected::Shape),
            _ => return false,
        }
        true
    }

    fn write(&mut self) -> Value {
        let (key, value) = match self {
            Shape::Fixed(x) => return x.write(),
            Shape::Uniform(range) => ("uniform", range.write()),
            Shape::Pert(range) => ("pert", range.write()),
            Shape::Interval90(range) => ("interval90", range.write()),
            Shape::Chance(p) => ("chance", p.write()),
            Shape::Count { trials, rate } => ("count", Count { trials: *trials, rate: *rate }.write()),
        };
        Value::Object(vec![(key.to_owned(), value)])
    }
}

/// The shape with this key and value. `None` if the key is unknown, which is not noted, or if the value is wrong, which
/// is noted.
fn read_keyed(key: &str, from: Reader) -> Option<Shape> {
    let (mut one, mut two, mut three, mut count) = (0.0, [0.0; 2], [0.0; 3], Count::default());
    let numbers: &mut dyn Json = match key {
        "fixed" | "chance" => &mut one,
        "uniform" | "interval90" => &mut two,
        "pert" => &mut three,
        "count" => &mut count,
        _ => return None,
    };
    numbers.read(from).then_some(match key {
        "fixed" => Shape::Fixed(one),
        "chance" => Shape::Chance(one),
        "uniform" => Shape::Uniform(two),
        "interval90" => Shape::Interval90(two),
        "pert" => Shape::Pert(three),
        _ => Shape::Count { trials: count.trials, rate: count.rate },
    })
}
