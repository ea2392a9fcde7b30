//! Shapes of uncertainty, as data. Their mathematics stand in `estimate`.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::ser::{Serialize, Serializer};
use std::fmt;

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

/// What [`Shape`] calls itself to a deserializer.
pub const SHAPE_NAME: &str = "Shape";

/// The keys that a shape may have in JSON.
pub const SHAPE_KEYS: [&str; 6] = ["fixed", "uniform", "pert", "interval90", "chance", "count"];

impl Default for Shape {
    fn default() -> Self {
        Self::Fixed(0.0)
    }
}

/// The shapes that JSON writes as a map of one key.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
enum Keyed {
    Fixed(f64),
    Uniform([f64; 2]),
    Pert([f64; 3]),
    Interval90([f64; 2]),
    Chance(f64),
    Count { trials: u32, rate: [f64; 3] },
}

impl Serialize for Shape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Shape::Fixed(x) => return serializer.serialize_f64(x),
            Shape::Uniform(x) => Keyed::Uniform(x),
            Shape::Pert(x) => Keyed::Pert(x),
            Shape::Interval90(x) => Keyed::Interval90(x),
            Shape::Chance(p) => Keyed::Chance(p),
            Shape::Count { trials, rate } => Keyed::Count { trials, rate },
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(SHAPE_NAME, ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number or a shape")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Shape, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_f64<E: de::Error>(self, x: f64) -> Result<Shape, E> {
        Ok(Shape::Fixed(x))
    }

    fn visit_i64<E: de::Error>(self, x: i64) -> Result<Shape, E> {
        Ok(Shape::Fixed(x as f64))
    }

    fn visit_u64<E: de::Error>(self, x: u64) -> Result<Shape, E> {
        Ok(Shape::Fixed(x as f64))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Shape, A::Error> {
        Ok(match Keyed::deserialize(MapAccessDeserializer::new(map))? {
            Keyed::Fixed(x) => Shape::Fixed(x),
            Keyed::Uniform(x) => Shape::Uniform(x),
            Keyed::Pert(x) => Shape::Pert(x),
            Keyed::Interval90(x) => Shape::Interval90(x),
            Keyed::Chance(p) => Shape::Chance(p),
            Keyed::Count { trials, rate } => Shape::Count { trials, rate },
        })
    }
}
