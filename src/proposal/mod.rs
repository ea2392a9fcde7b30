//! The data of a proposal and of a reply, which JSON, links and the app share.
//!
//! It knows nothing of how an estimate is computed, worded or shown. Names follow the JSON of the
//! public contract (camelCase there, snake_case here). Shares and rates are fractions, money is in
//! major units, months are whole, other times are in days or hours as the name says.

mod answer;
mod benefit;
mod bounds;
mod check;
mod date;
mod extension;
mod factor;
mod issue;
mod json;
mod keys;
mod money;
mod parties;
mod read;
mod reply;
mod scope;
mod shape;
mod terms;
mod value;

pub use answer::Answer;
pub use benefit::{Benefit, BenefitKind, Repeats, Timing};
pub use bounds::*;
pub use check::{Checked, check};
pub use date::Date;
pub use extension::Extension;
pub use factor::{Factor, Holder, ScalesWith, Source, SourceKind};
pub use issue::{Expected, Fault, IdKind, Issue};
pub(crate) use json::serialize_through_value;
pub use json::{Fields, Json, Reader, Record, names, to_value};
pub use keys::{MAX_UNKNOWN_KEYS, UnknownKey, unknown_keys, unknown_keys_of};
pub use money::Money;
pub use parties::{Dates, Effort, Party, PersonHours, Registration};
pub use read::{MAX_ISSUES, MAX_WHOLE, read, read_into, repairs};
pub use reply::{Change, Reply};
pub use scope::{Advice, InHouse, Line, Lock, Rate, Work};
pub use shape::{SHAPES, Shape};
pub use terms::{Choice, ChoiceAlternative, Discount, LineTiming, Nature, Payment, PercentOf, ScopeSection, Tax};
pub use value::{MAX_DEPTH, Value};

use smart_default::SmartDefault;

/// A proposal: parties, scope, assumptions, benefits.
///
/// It is plain data and may have faults: [`check`] turns it into a [`Checked`] or returns its issues.
#[derive(Clone, Debug, PartialEq, SmartDefault)]
pub struct Proposal {
    /// Title of the project.
    pub title: String,
    /// The agency's reference for it.
    pub reference: String,
    /// BCP 47 tag of the language and region it is written in.
    #[default("fr-FR".to_owned())]
    pub locale: String,
    /// ISO 4217 code of the currency of every amount in it.
    pub currency: String,
    /// The sender.
    pub from: Party,
    /// The prospect to whom it is sent.
    pub to: Party,
    /// The agency's understanding of the project; a blank line separates paragraphs.
    pub context: String,
    /// Personal message from the sender.
    pub message: String,
    /// Objectives of the project.
    pub objectives: Vec<String>,
    /// Commitments of the agency.
    pub commitments: Vec<String>,
    /// Results that nobody can promise.
    pub out_of_hands: Vec<String>,
    /// Payment terms and other conditions.
    pub terms: String,
    /// Dates of issue, reply, validity and start.
    pub dates: Dates,
    /// Time spent on preparing this proposal.
    pub effort: Option<Effort>,
    /// Digest of the brief that this one replaces.
    pub replaces: String,
    /// Rate of the one default tax, as a fraction from 0 to 1; 0 means none. Not used where [`taxes`](Self::taxes) are
    /// named.
    #[default(0.2)]
    pub vat_rate: f64,
    /// The taxes.
    pub taxes: Vec<Tax>,
    /// Why no tax is charged, or another note on taxes.
    pub tax_note: String,
    /// Whether the client recovers the value-added tax; if not, results count the cost with tax.
    #[default(true)]
    pub recovers_vat: bool,
    /// Working hours in a day, from [`MIN_HOURS_PER_DAY`] to [`MAX_HOURS_PER_DAY`].
    #[default(7.0)]
    pub hours_per_day: f64,
    /// The rate card.
    pub rates: Vec<Rate>,
    /// `false`: no advice is bought, whatever the lines say.
    #[default(true)]
    pub with_advice: bool,
    /// Parts of the scope with subtotals of their own.
    pub sections: Vec<ScopeSection>,
    /// Choices between alternatives of several lines.
    pub choices: Vec<Choice>,
    /// The deliverables, each with the advice inside it.
    pub lines: Vec<Line>,
    /// Discount.
    pub discount: Option<Discount>,
    /// The payment schedule of everything that falls due once; empty: each line at its own month.
    pub payments: Vec<Payment>,
    /// Whether it is an offer to be signed; if not, it is an indicative estimate.
    pub binding: bool,
    /// The uncertain quantities.
    pub factors: Vec<Factor>,
    /// The benefits that the project may bring.
    pub benefits: Vec<Benefit>,
    /// Ids of factors and lines to ask a prospect for, in this order; empty: they are computed.
    pub ask: Vec<String>,
    /// Horizon of the estimate in months, from 0 to [`MAX_HORIZON_MONTHS`].
    #[default(12)]
    pub horizon_months: u32,
    /// Yearly discount rate, as a fraction from [`MIN_DISCOUNT_RATE`] to [`MAX_DISCOUNT_RATE`].
    pub discount_rate: f64,
    /// The alternative of doing it without the agency.
    pub in_house: Option<InHouse>,
    /// The agency's legal sentences.
    pub mentions: String,
    /// Groups of fields that the prospect may not change.
    pub locks: Vec<Lock>,
    /// Seed of the random draws. They are deterministic: the same proposal gives the same figures everywhere.
    #[default(1)]
    pub seed: u64,
    /// Extension fields of a later version, kept unread.
    pub extensions: Vec<Extension>,
    /// A field for the tests, added as `docs/adding.md` describes.
    #[cfg(test)]
    pub test_number: Option<f64>,
}

serialize_through_value!(Proposal);

impl Record for Proposal {
    fn fields(&mut self, f: &mut Fields) {
        f.required("title", &mut self.title);
        f.optional("reference", &mut self.reference);
        f.always("locale", &mut self.locale);
        f.required("currency", &mut self.currency);
        f.optional("from", &mut self.from);
        f.optional("to", &mut self.to);
        f.optional("context", &mut self.context);
        f.optional("message", &mut self.message);
        f.optional("objectives", &mut self.objectives);
        f.optional("commitments", &mut self.commitments);
        f.optional("outOfHands", &mut self.out_of_hands);
        f.optional("terms", &mut self.terms);
        f.optional("dates", &mut self.dates);
        f.optional("effort", &mut self.effort);
        f.optional("replaces", &mut self.replaces);
        f.always("vatRate", &mut self.vat_rate);
        f.optional("taxes", &mut self.taxes);
        f.optional("taxNote", &mut self.tax_note);
        f.always("recoversVat", &mut self.recovers_vat);
        f.always("hoursPerDay", &mut self.hours_per_day);
        f.required("rates", &mut self.rates);
        f.always("withAdvice", &mut self.with_advice);
        f.optional("sections", &mut self.sections);
        f.optional("choices", &mut self.choices);
        f.required("lines", &mut self.lines);
        f.optional("discount", &mut self.discount);
        f.optional("payments", &mut self.payments);
        f.with_default("binding", &mut self.binding, false);
        f.required("factors", &mut self.factors);
        f.required("benefits", &mut self.benefits);
        f.optional("ask", &mut self.ask);
        f.always("horizonMonths", &mut self.horizon_months);
        f.always("discountRate", &mut self.discount_rate);
        f.optional("inHouse", &mut self.in_house);
        f.optional("mentions", &mut self.mentions);
        f.optional("locks", &mut self.locks);
        f.always("seed", &mut self.seed);
        f.optional("extensions", &mut self.extensions);
        #[cfg(test)]
        f.optional("testNumber", &mut self.test_number);
    }
}

impl Proposal {
    /// Which lines are in, in their order: ticked, of the chosen alternative, and with every line that they need.
    pub fn lines_in(&self) -> Vec<bool> {
        let chosen = |line: &Line| match (&line.choice, &line.alternative) {
            (Some(choice), alternative) => {
                let choice = self.choices.iter().find(|own| own.id == *choice);
                choice.is_some_and(|choice| choice.chosen.is_some() && choice.chosen == *alternative)
            }
            (None, _) => true,
        };
        let mut is_in: Vec<bool> = self.lines.iter().map(|line| line.included && chosen(line)).collect();
        // A line goes with what it needs; that may take others along.
        for _ in 0..self.lines.len() {
            let before = is_in.clone();
            let there = |id: &String| self.lines.iter().zip(&before).any(|(line, is_in)| *is_in && line.id == *id);
            for (line, is_in) in self.lines.iter().zip(&mut is_in) {
                *is_in &= line.needs.iter().all(there);
            }
            if is_in == before {
                break;
            }
        }
        is_in
    }

    /// Whether a benefit is in: every line that it needs is.
    pub fn has(&self, benefit: &Benefit) -> bool {
        let is_in = self.lines_in();
        let there = |id: &String| self.lines.iter().zip(&is_in).any(|(line, is_in)| *is_in && line.id == *id);
        benefit.needs.iter().all(there)
    }

    /// The taxes: those that are named, else the one of [`vat_rate`](Self::vat_rate), with the id `vat`.
    pub fn all_taxes(&self) -> Vec<Tax> {
        if self.taxes.is_empty() && self.vat_rate > 0.0 {
            let label = String::new();
            return vec![Tax {
                id: "vat".to_owned(),
                label,
                rate: self.vat_rate,
                number: String::new(),
                default: true,
            }];
        }
        self.taxes.clone()
    }

    /// The line with this id.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }
}
