//! What is made and what is thought: the rate card, the deliverables, the advice inside them.

use super::{Holder, Money, Shape};
use serde::{Deserialize, Serialize};

/// A line of the rate card.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Rate {
    /// What [`Work::role`] names.
    pub id: String,
    /// The role as people call it.
    pub label: String,
    /// Price of one day.
    pub day_rate: Money,
}

/// A deliverable, with the advice inside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Line {
    /// What `needs`, `advisedBy` and `scalesWith` name.
    pub id: String,
    /// What is delivered.
    pub label: String,
    /// How many units.
    pub quantity: f64,
    /// What one unit is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Price of one unit.
    pub unit_price: Money,
    /// Time that making it takes, whatever the quantity.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub making: Vec<Work>,
    /// The thinking that goes into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
    /// Whether the client may leave it out.
    pub optional: bool,
    /// Whether it is in.
    pub included: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            id: String::new(),
            label: String::new(),
            quantity: 1.0,
            unit: String::new(),
            unit_price: Money(0.0),
            making: Vec::new(),
            advice: None,
            optional: false,
            included: true,
        }
    }
}

/// The thinking inside a deliverable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Advice {
    /// What is thought about.
    pub label: String,
    /// The time it takes. Without time there is no advice to buy.
    pub time: Vec<Work>,
    /// `false`: this line goes without its advice.
    pub included: bool,
}

impl Default for Advice {
    fn default() -> Self {
        Self { label: String::new(), time: Vec::new(), included: true }
    }
}

/// Time of one role: either days or hours, never both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Work {
    /// The id of a [`Rate`].
    pub role: String,
    /// Days, fixed or a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Shape>,
    /// Hours, fixed or a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Shape>,
    /// Who holds how long it takes.
    pub holder: Holder,
}

/// A reduction of the whole cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Discount {
    /// Fraction taken off, from 0 to 1.
    pub share: f64,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// What doing it without the agency takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InHouse {
    /// Yearly gross salary of the person who would do it.
    pub gross_salary: Money,
    /// Employer's charges on it, as a fraction.
    pub employer_charges: f64,
    /// Overhead on the charged salary, as a fraction.
    pub overhead: f64,
    /// Working days in a year.
    pub working_days: f64,
    /// Days it would take, fixed or a range.
    pub days: Shape,
    /// What would be bought outside, as paid.
    pub purchases: Money,
    /// By how many months every benefit would come later.
    pub delay_months: u32,
}

impl Default for InHouse {
    fn default() -> Self {
        Self {
            gross_salary: Money(0.0),
            employer_charges: 0.0,
            overhead: 0.0,
            working_days: 218.0,
            days: Shape::Fixed(0.0),
            purchases: Money(0.0),
            delay_months: 0,
        }
    }
}

/// A group of fields that the prospect may not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Lock {
    /// Which optional lines are in, and which advice.
    Options,
    /// Quantities, days and hours.
    Quantities,
    /// Unit prices, day rates and the discount.
    Rates,
    /// Factors that the client holds.
    ClientFactors,
    /// Every other factor.
    OtherFactors,
    /// Labels, context, commitments and terms.
    Texts,
}
