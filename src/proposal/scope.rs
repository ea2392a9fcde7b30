//! What is made and what is thought: the rate card, the deliverables, the advice inside them.

use super::json::words;
use super::{Extension, Fields, Holder, Money, Record, Shape};
use smart_default::SmartDefault;

/// A line of the rate card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rate {
    /// What [`Work::role`] names.
    pub id: String,
    /// The role as people call it.
    pub label: String,
    /// Price of one day.
    pub day_rate: Money,
    /// Fields of a later version.
    pub extensions: Vec<Extension>,
}

impl Record for Rate {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.required("dayRate", &mut self.day_rate);
        f.optional("extensions", &mut self.extensions);
    }
}

/// A deliverable, with the advice inside it.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct Line {
    /// What `needs`, `advisedBy` and `scalesWith` name.
    pub id: String,
    /// What is delivered.
    pub label: String,
    /// How many units.
    #[default(1.0)]
    pub quantity: f64,
    /// What one unit is called.
    pub unit: String,
    /// Price of one unit.
    pub unit_price: Money,
    /// Time that making it takes, whatever the quantity.
    pub making: Vec<Work>,
    /// The thinking that goes into it.
    pub advice: Option<Advice>,
    /// Whether the client may leave it out.
    pub optional: bool,
    /// Whether it is in.
    #[default(true)]
    pub included: bool,
    /// Fields of a later version.
    pub extensions: Vec<Extension>,
    /// A field as `docs/adding.md` adds one, for the tests.
    #[cfg(test)]
    pub test_note: String,
}

impl Record for Line {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.always("quantity", &mut self.quantity);
        f.optional("unit", &mut self.unit);
        f.always("unitPrice", &mut self.unit_price);
        f.optional("making", &mut self.making);
        f.optional("advice", &mut self.advice);
        f.always("optional", &mut self.optional);
        f.always("included", &mut self.included);
        f.optional("extensions", &mut self.extensions);
        #[cfg(test)]
        f.optional("testNote", &mut self.test_note);
    }
}

/// The thinking inside a deliverable.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct Advice {
    /// What is thought about.
    pub label: String,
    /// The time it takes. Without time there is no advice to buy.
    pub time: Vec<Work>,
    /// `false`: this line goes without its advice.
    #[default(true)]
    pub included: bool,
}

impl Record for Advice {
    fn fields(&mut self, f: &mut Fields) {
        f.always("label", &mut self.label);
        f.always("time", &mut self.time);
        f.always("included", &mut self.included);
    }
}

/// Time of one role: either days or hours, never both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The id of a [`Rate`].
    pub role: String,
    /// Days, fixed or a range.
    pub days: Option<Shape>,
    /// Hours, fixed or a range.
    pub hours: Option<Shape>,
    /// Who holds how long it takes.
    pub holder: Holder,
    /// A field as `docs/adding.md` adds one, for the tests.
    #[cfg(test)]
    pub test_flag: bool,
}

impl Record for Work {
    fn fields(&mut self, f: &mut Fields) {
        f.required("role", &mut self.role);
        f.optional("days", &mut self.days);
        f.optional("hours", &mut self.hours);
        f.always("holder", &mut self.holder);
        #[cfg(test)]
        f.unless("testFlag", &mut self.test_flag, false);
    }
}

/// A reduction of the whole cost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discount {
    /// Fraction taken off, from 0 to 1.
    pub share: f64,
    /// Why.
    pub label: String,
}

impl Record for Discount {
    fn fields(&mut self, f: &mut Fields) {
        f.required("share", &mut self.share);
        f.optional("label", &mut self.label);
    }
}

/// What doing it without the agency takes.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct InHouse {
    /// Yearly gross salary of the person who would do it.
    pub gross_salary: Money,
    /// Employer's charges on it, as a fraction.
    pub employer_charges: f64,
    /// Overhead on the charged salary, as a fraction.
    pub overhead: f64,
    /// Working days in a year.
    #[default(218.0)]
    pub working_days: f64,
    /// Days it would take, fixed or a range.
    pub days: Shape,
    /// What would be bought outside, as paid.
    pub purchases: Money,
    /// By how many months every benefit would come later.
    pub delay_months: u32,
}

impl Record for InHouse {
    fn fields(&mut self, f: &mut Fields) {
        f.required("grossSalary", &mut self.gross_salary);
        f.always("employerCharges", &mut self.employer_charges);
        f.always("overhead", &mut self.overhead);
        f.always("workingDays", &mut self.working_days);
        f.required("days", &mut self.days);
        f.always("purchases", &mut self.purchases);
        f.always("delayMonths", &mut self.delay_months);
    }
}

/// A group of fields that the prospect may not change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// Which optional lines are in, and which advice.
    #[default]
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

words!(Lock: Options = "options", Quantities = "quantities", Rates = "rates", ClientFactors = "clientFactors", OtherFactors = "otherFactors", Texts = "texts");
