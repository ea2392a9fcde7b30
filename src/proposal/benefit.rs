//! Benefits: what the project may bring, and when.

use super::json::json_enum;
use super::{Extension, Fields, Record};

/// A benefit: a product of factors, received according to a timing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benefit {
    /// Unique id.
    pub id: String,
    /// Label.
    pub label: String,
    /// Whether it is money, or an outcome that is counted and never added to money.
    pub kind: BenefitKind,
    /// Name of its unit: signed contracts, articles.
    pub unit: String,
    /// Id of the factor that is the amount of one unit; break-even is counted in these units.
    pub unit_factor: Option<String>,
    /// Ids of the factors that are multiplied, each at most once; at least one.
    pub factors: Vec<String>,
    /// Ids of the lines that must all be included for it to count.
    pub needs: Vec<String>,
    /// When it is received.
    pub timing: Timing,
    /// Extension fields of a later version, kept unread.
    pub extensions: Vec<Extension>,
}

impl Record for Benefit {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.always("kind", &mut self.kind);
        f.optional("unit", &mut self.unit);
        f.optional("unitFactor", &mut self.unit_factor);
        f.required("factors", &mut self.factors);
        f.optional("needs", &mut self.needs);
        f.always("timing", &mut self.timing);
        f.optional("extensions", &mut self.extensions);
    }
}

/// How a benefit is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BenefitKind {
    /// Counted in the proposal's currency.
    #[default]
    Money,
    /// Counted in the benefit's unit.
    Outcome,
}

json_enum!(BenefitKind: Money = "money", Outcome = "outcome");

/// When a benefit is received, in whole months from the start of the project; each number is at most
/// [`MAX_MONTHS`](super::MAX_MONTHS).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// Once: the month at whose end it is received. Monthly: the month after which it starts.
    pub start_month: u32,
    /// Whether it is received once or every month.
    pub repeats: Repeats,
    /// Months in which a monthly benefit grows evenly to its full amount.
    pub ramp_months: u32,
    /// Duration of a monthly benefit; absent: until the horizon.
    pub months: Option<u32>,
}

impl Record for Timing {
    fn fields(&mut self, f: &mut Fields) {
        f.always("startMonth", &mut self.start_month);
        f.always("repeats", &mut self.repeats);
        f.with_default("rampMonths", &mut self.ramp_months, 0);
        f.optional("months", &mut self.months);
    }
}

/// How often a benefit is received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeats {
    /// One amount.
    #[default]
    Once,
    /// An amount per month.
    Monthly,
}

json_enum!(Repeats: Once = "once", Monthly = "monthly");
