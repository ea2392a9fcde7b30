//! Shapes as JSON writes them: a number, or an object of one key. Whether their numbers make sense is not known here.

use super::path::Step;
use super::reader::Reader;
use crate::proposal::{Expected, SHAPE_KEYS, Shape, Value};

impl Reader<'_> {
    /// The shape that the value writes, in its canonical JSON; a known 0 if it writes none.
    pub fn shape(&self) -> Value {
        let before = self.log.len();
        let shape = match self.value {
            Value::Number(_) => self.number().map(Shape::Fixed),
            Value::Object(entries) => match entries.as_slice() {
                [(key, value)] if SHAPE_KEYS.contains(&key.as_str()) => {
                    Reader { value, path: &self.path.at(Step::Key(key)), log: self.log }.keyed_shape(key)
                }
                _ => None,
            },
            _ => None,
        };
        if shape.is_none() {
            if self.log.len() == before {
                self.expect(Expected::Shape);
            } else {
                // The whole of it, not only the number inside that is wrong.
                self.log.leave_out(self.value);
            }
        }
        shape_json(shape.unwrap_or_default())
    }

    fn keyed_shape(&self, key: &str) -> Option<Shape> {
        Some(match key {
            "fixed" => Shape::Fixed(self.number()?),
            "uniform" => Shape::Uniform(self.numbers()?),
            "pert" => Shape::Pert(self.numbers()?),
            "interval90" => Shape::Interval90(self.numbers()?),
            "chance" => Shape::Chance(self.number()?),
            _ => {
                self.entries();
                self.demand(&["trials", "rate"]);
                let at = |key| (self.get(key), self.path.at(Step::Key(key)));
                let (trials, trials_path) = at("trials");
                let (rate, rate_path) = at("rate");
                let before = self.log.len();
                let trials = Reader { value: trials?, path: &trials_path, log: self.log }.whole(u32::MAX.into());
                let rate = Reader { value: rate?, path: &rate_path, log: self.log }.numbers()?;
                if self.log.len() > before {
                    return None;
                }
                Shape::Count { trials: trials as u32, rate }
            }
        })
    }

    /// So many numbers in a list.
    fn numbers<const N: usize>(&self) -> Option<[f64; N]> {
        let Value::List(items) = self.value else {
            self.expect(Expected::Numbers(N));
            return None;
        };
        if items.len() != N {
            self.expect(Expected::Numbers(N));
            return None;
        }
        let mut numbers = Some([0.0; N]);
        for (index, value) in items.iter().enumerate() {
            let number = Reader { value, path: &self.path.at(Step::Index(index)), log: self.log }.number();
            match (number, &mut numbers) {
                (Some(x), Some(numbers)) => numbers[index] = x,
                _ => numbers = None,
            }
        }
        numbers
    }
}

/// A shape as its type reads it.
fn shape_json(shape: Shape) -> Value {
    let list = |numbers: &[f64]| Value::List(numbers.iter().map(|&x| Value::Number(x)).collect());
    let (key, inner) = match shape {
        Shape::Fixed(x) => return Value::Number(x),
        Shape::Uniform(x) => ("uniform", list(&x)),
        Shape::Pert(x) => ("pert", list(&x)),
        Shape::Interval90(x) => ("interval90", list(&x)),
        Shape::Chance(p) => ("chance", Value::Number(p)),
        Shape::Count { trials, rate } => (
            "count",
            Value::Object(vec![("trials".to_owned(), Value::Number(trials.into())), ("rate".to_owned(), list(&rate))]),
        ),
    };
    Value::Object(vec![(key.to_owned(), inner)])
}
