//! What the project may bring, and when.

use super::json::words;
use super::{Extension, Fields, Record};

/// A benefit: a product of factors with a timing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Benefit {
    /// Its id.
    pub id: String,
    /// What it is.
    pub label: String,
    /// Money, or an outcome that is counted and never summed into money.
    pub kind: BenefitKind,
    /// What one unit of it is called: signed works, articles.
    pub unit: String,
    /// The factor that says what one unit brings.
    pub unit_factor: Option<String>,
    /// Ids of the factors that are multiplied, each at most once.
    pub factors: Vec<String>,
    /// Ids of the lines without which it is out.
    pub needs: Vec<String>,
    /// When it comes.
    pub timing: Timing,
    /// Fields of a later version.
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

/// Money or outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BenefitKind {
    /// Counted in the proposal's currency.
    #[default]
    Money,
    /// Counted in its own unit.
    Outcome,
}

words!(BenefitKind: Money = "money", Outcome = "outcome");

/// When a benefit comes, in whole months from the start of the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The month it starts after, or lands in.
    pub start_month: u32,
    /// Once or every month.
    pub repeats: Repeats,
    /// Months until a monthly benefit runs at full size.
    pub ramp_months: u32,
    /// How many months a monthly benefit lasts; absent: to the horizon.
    pub months: Option<u32>,
}

impl Record for Timing {
    fn fields(&mut self, f: &mut Fields) {
        f.always("startMonth", &mut self.start_month);
        f.always("repeats", &mut self.repeats);
        f.unless("rampMonths", &mut self.ramp_months, 0);
        f.optional("months", &mut self.months);
    }
}

/// Once or every month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeats {
    /// One amount.
    #[default]
    Once,
    /// An amount per month.
    Monthly,
}

words!(Repeats: Once = "once", Monthly = "monthly");
