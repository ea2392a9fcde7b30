//! The scope: rate card, deliverables with their production and advice, the in-house alternative, locks.

use super::json::json_enum;
use super::{Extension, Fields, Holder, LineTiming, Money, Nature, PercentOf, Record, Shape};
use smart_default::SmartDefault;

/// A rate of the rate card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rate {
    /// Unique id, which [`Work::role`] refers to.
    pub id: String,
    /// Name of the role.
    pub label: String,
    /// Price of one day, without tax.
    pub day_rate: Money,
    /// Extension fields of a later version, kept unread.
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

/// A line of the scope: a deliverable, with the advice inside it.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct Line {
    /// Unique id, which `needs`, `advisedBy` and `scalesWith` refer to.
    pub id: String,
    /// Name of the deliverable.
    pub label: String,
    /// What it is, in a sentence or more.
    pub description: String,
    /// Number of units, from 0 to [`MAX_QUANTITY`](super::MAX_QUANTITY).
    #[default(1.0)]
    pub quantity: f64,
    /// Name of the unit.
    pub unit: String,
    /// Price of one unit, without tax: fixed or a range.
    pub unit_price: Shape,
    /// What kind of price it is.
    pub nature: Nature,
    /// Id of its section.
    pub section: Option<String>,
    /// Ids of the taxes that it bears; empty: the default ones.
    pub taxes: Vec<String>,
    /// Who the uncertainty of its price depends on.
    pub holder: Holder,
    /// Id of the choice that it belongs to.
    pub choice: Option<String>,
    /// Id of the alternative of that choice; it is in only where that one is chosen.
    pub alternative: Option<String>,
    /// Ids of the lines without which it is not in.
    pub needs: Vec<String>,
    /// Id of a factor of shape `chance`: the line falls due only if that comes true.
    pub only_if: Option<String>,
    /// When it falls due.
    pub timing: LineTiming,
    /// A share of the prices of other lines, in place of a price and work of its own.
    pub percent_of: Option<PercentOf>,
    /// Production time.
    pub making: Vec<Work>,
    /// The advice inside it.
    pub advice: Option<Advice>,
    /// Whether the client may leave it out.
    pub optional: bool,
    /// Whether it is part of the scope.
    #[default(true)]
    pub included: bool,
    /// Extension fields of a later version, kept unread.
    pub extensions: Vec<Extension>,
    /// A field for the tests, added as `docs/adding.md` describes.
    #[cfg(test)]
    pub test_note: String,
}

impl Record for Line {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.optional("description", &mut self.description);
        f.always("quantity", &mut self.quantity);
        f.optional("unit", &mut self.unit);
        f.always("unitPrice", &mut self.unit_price);
        f.with_default("nature", &mut self.nature, Nature::Fee);
        f.optional("section", &mut self.section);
        f.optional("taxes", &mut self.taxes);
        f.with_default("holder", &mut self.holder, Holder::Agency);
        f.optional("choice", &mut self.choice);
        f.optional("alternative", &mut self.alternative);
        f.optional("needs", &mut self.needs);
        f.optional("onlyIf", &mut self.only_if);
        f.with_default("timing", &mut self.timing, LineTiming::default());
        f.optional("percentOf", &mut self.percent_of);
        f.optional("making", &mut self.making);
        f.optional("advice", &mut self.advice);
        f.always("optional", &mut self.optional);
        f.always("included", &mut self.included);
        f.optional("extensions", &mut self.extensions);
        #[cfg(test)]
        f.optional("testNote", &mut self.test_note);
    }
}

/// The advice inside a deliverable.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct Advice {
    /// What the advice is about.
    pub label: String,
    /// Time that the advice takes. Without time there is no advice to buy.
    pub time: Vec<Work>,
    /// `false`: the advice of this line is not bought.
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
    /// Who the uncertainty of this time depends on.
    pub holder: Holder,
    /// Whether every unit of the line takes this time, not the line as a whole.
    pub per_unit: bool,
    /// A field for the tests, added as `docs/adding.md` describes.
    #[cfg(test)]
    pub test_flag: bool,
}

impl Record for Work {
    fn fields(&mut self, f: &mut Fields) {
        f.required("role", &mut self.role);
        f.optional("days", &mut self.days);
        f.optional("hours", &mut self.hours);
        f.always("holder", &mut self.holder);
        f.with_default("perUnit", &mut self.per_unit, false);
        #[cfg(test)]
        f.with_default("testFlag", &mut self.test_flag, false);
    }
}

/// The in-house alternative: what doing the project without the agency takes.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct InHouse {
    /// Yearly gross salary of the person who would do it.
    pub gross_salary: Money,
    /// Employer's charges on the gross salary, as a fraction from 0 to [`MAX_SURCHARGE`](super::MAX_SURCHARGE).
    pub employer_charges: f64,
    /// Overhead on the salary with charges, as a fraction from 0 to [`MAX_SURCHARGE`](super::MAX_SURCHARGE).
    pub overhead: f64,
    /// Working days in a year, from 1 to 366.
    #[default(218.0)]
    pub working_days: f64,
    /// Working days it would take, fixed or a range.
    pub days: Shape,
    /// External purchases, as paid: neither tax nor discount is applied.
    pub purchases: Money,
    /// Number of months by which every benefit would be delayed.
    pub delay_months: u32,
    /// When its days are paid.
    pub timing: LineTiming,
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
        f.with_default("timing", &mut self.timing, LineTiming::default());
    }
}

/// A group of fields that the prospect may not change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// Which optional lines and which advice are included.
    #[default]
    Options,
    /// Quantities, days and hours.
    Quantities,
    /// Unit prices, day rates and the discount.
    Rates,
    /// Factors whose holder is the client.
    ClientFactors,
    /// All other factors.
    OtherFactors,
    /// All texts (labels, units, sources, context, commitments, terms), dates, start months and hours of preparation.
    Texts,
}

json_enum!(Lock: Options = "options", Quantities = "quantities", Rates = "rates", ClientFactors = "clientFactors", OtherFactors = "otherFactors", Texts = "texts");
