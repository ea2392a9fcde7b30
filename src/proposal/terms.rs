//! The terms of a price: what kind of price it is, when it falls due, taxes, choices, discount and payment schedule.

use super::json::json_enum;
use super::{Fields, Line, Money, Record, Repeats};

/// What kind of price a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nature {
    /// The agency's own work.
    #[default]
    Fee,
    /// Bought by the agency and billed on.
    Purchase,
    /// Paid by the client directly to a third party: outside discount, taxes and totals, inside the cost of the project.
    OnBehalf,
}

json_enum!(Nature: Fee = "fee", Purchase = "purchase", OnBehalf = "onBehalf");

/// When a line falls due, in whole months from the start of the project; each number is at most
/// [`MAX_MONTHS`](super::MAX_MONTHS).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineTiming {
    /// Once: the month in which it falls due. Monthly: the month after which it starts.
    pub start_month: u32,
    /// Whether it falls due once or every month.
    pub repeats: Repeats,
    /// Number of monthly due dates; absent: until the horizon.
    pub months: Option<u32>,
    /// The months that the client commits to. It is shown, not computed with.
    pub firm_months: Option<u32>,
    /// Whether a month is due at its beginning, not at its end.
    pub in_advance: bool,
}

impl Record for LineTiming {
    fn fields(&mut self, f: &mut Fields) {
        f.with_default("startMonth", &mut self.start_month, 0);
        f.with_default("repeats", &mut self.repeats, Repeats::Once);
        f.optional("months", &mut self.months);
        f.optional("firmMonths", &mut self.firm_months);
        f.with_default("inAdvance", &mut self.in_advance, false);
    }
}

impl LineTiming {
    /// Whether it falls due once at the start, as lines do by default.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The months in which a line falls due, none after the horizon: its start month, or so many months from it on, at
    /// their end or at their beginning.
    pub fn due_months(&self, horizon: u32) -> std::ops::Range<u32> {
        let start = self.start_month;
        let months = match self.repeats {
            Repeats::Once => start..start.saturating_add(1),
            Repeats::Monthly => {
                let first = start.saturating_add(u32::from(!self.in_advance));
                first..first.saturating_add(self.months.unwrap_or(horizon.saturating_sub(start)))
            }
        };
        let end = horizon.saturating_add(1);
        months.start.min(end)..months.end.min(end)
    }
}

/// A price that is a share of the prices of other lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PercentOf {
    /// Ids of the lines whose prices are added, without their work.
    pub lines: Vec<String>,
    /// Share of that sum, as a fraction from 0 to 1.
    pub share: f64,
}

impl Record for PercentOf {
    fn fields(&mut self, f: &mut Fields) {
        f.required("lines", &mut self.lines);
        f.required("share", &mut self.share);
    }
}

/// A tax.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tax {
    /// Unique id, which a line's `taxes` refers to.
    pub id: String,
    /// Its name, as documents show it.
    pub label: String,
    /// Its rate, as a fraction from 0 to 1.
    pub rate: f64,
    /// The agency's registration number for it.
    pub number: String,
    /// Whether lines that name no taxes bear it.
    pub default: bool,
}

impl Record for Tax {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.required("rate", &mut self.rate);
        f.optional("number", &mut self.number);
        f.with_default("default", &mut self.default, false);
    }
}

impl Tax {
    /// Whether a line bears it: the line names it, or names none and it is a default one.
    pub fn is_borne_by(&self, line: &Line) -> bool {
        if line.taxes.is_empty() { self.default } else { line.taxes.contains(&self.id) }
    }
}

/// A part of the scope with a subtotal of its own in documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScopeSection {
    /// Unique id, which a line's `section` refers to.
    pub id: String,
    /// Its title.
    pub label: String,
}

impl Record for ScopeSection {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
    }
}

/// A choice between alternatives, each of some lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Unique id, which a line's `choice` refers to.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Whether one of the alternatives has to be taken.
    pub required: bool,
    /// Id of the chosen alternative; absent: none is.
    pub chosen: Option<String>,
    /// Its alternatives.
    pub alternatives: Vec<ChoiceAlternative>,
}

impl Record for Choice {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.with_default("required", &mut self.required, false);
        f.optional("chosen", &mut self.chosen);
        f.required("alternatives", &mut self.alternatives);
    }
}

/// One alternative of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceAlternative {
    /// Id, unique within its choice, which a line's `alternative` refers to.
    pub id: String,
    /// Its name.
    pub label: String,
}

impl Record for ChoiceAlternative {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
    }
}

/// A discount: a share of everything but what is paid on behalf, or an amount. One of them, never both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discount {
    /// Discount as a fraction from 0 to 1.
    pub share: Option<f64>,
    /// Discount as an amount without tax, which falls once and bears the default taxes.
    pub amount: Option<Money>,
    /// Reason for the discount.
    pub label: String,
}

impl Record for Discount {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("share", &mut self.share);
        f.optional("amount", &mut self.amount);
        f.optional("label", &mut self.label);
    }
}

/// A payment of the schedule by which every line that falls due once is paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Payment {
    /// What it is for.
    pub label: String,
    /// Its share of the whole, as a fraction; those of a schedule sum to 1.
    pub share: f64,
    /// Month in which it falls due.
    pub month: u32,
}

impl Record for Payment {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("label", &mut self.label);
        f.required("share", &mut self.share);
        f.always("month", &mut self.month);
    }
}
