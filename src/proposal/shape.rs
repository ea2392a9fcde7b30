//! Shapes of uncertainty, as data. Their mathematics stand in `estimate`.

use super::{Expected, Fields, Json, Reader, Record, Value};

/// How an uncertain number is spread. In JSON: a number, or `{"pert": [30, 48, 66]}` and the like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A known number.
    Fixed(f64),
    /// Every number from the first to the second, equally.
    Uniform([f64; 2]),
    /// Minimum, most likely, maximum: a beta-PERT with λ = 4.
    Pert([f64; 3]),
    /// Lognormal; nine chances in ten to lie between the two.
    Interval90([f64; 2]),
    /// 1 with this probability, else 0.
    Chance(f64),
    /// How many of `trials` succeed, each at a common rate that is itself a beta-PERT.
    Count {
        /// How many are tried.
        trials: u32,
        /// Minimum, most likely, maximum of the rate, within 0 and 1.
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

/// What stands under the key `count`.
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

/// The shape of this key; `None` if no shape has it, or if something else is wrong, which is noted then.
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
