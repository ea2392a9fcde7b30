//! The details of proposals that an agency's file may set, besides lines, factors and benefits.

use crate::proposal::{
    Choice, Date, Dates, Discount, Effort, Fields, InHouse, Lock, Payment, Proposal, Record, ScopeSection, Tax, Value,
    names, read, to_value,
};

/// Keys of the details that a proposal can do without: one with a fault is better dropped than the goal.
const DISPENSABLE: [&str; 11] = [
    "effort",
    "taxes",
    "sections",
    "choices",
    "discount",
    "payments",
    "ask",
    "horizonMonths",
    "discountRate",
    "inHouse",
    "seed",
];

/// Details of a proposal besides its lines, factors and benefits. For what is absent, a goal takes the
/// agency's defaults, and those take what stands at the top of the file, or the defaults of a proposal. An
/// empty list is not absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Title of the project.
    pub title: Option<String>,
    /// The agency's reference for it.
    pub reference: Option<String>,
    /// The agency's understanding of the project.
    pub context: Option<String>,
    /// Personal message from the sender.
    pub message: Option<String>,
    /// Objectives of the project.
    pub objectives: Option<Vec<String>>,
    /// Commitments of the agency.
    pub commitments: Option<Vec<String>>,
    /// Results that nobody can promise.
    pub out_of_hands: Option<Vec<String>>,
    /// Payment terms and other conditions.
    pub terms: Option<String>,
    /// Days from the day of issue to the last day to reply.
    pub reply_in_days: Option<u32>,
    /// Days from the day of issue to the last day on which the prices are valid.
    pub valid_for_days: Option<u32>,
    /// Days from the day of issue to the start of the work.
    pub start_in_days: Option<u32>,
    /// Time spent on preparing a proposal.
    pub effort: Option<Effort>,
    /// The taxes; none: the one of the agency's `vatRate`.
    pub taxes: Option<Vec<Tax>>,
    /// Why no tax is charged, or another note on taxes.
    pub tax_note: Option<String>,
    /// Whether the client recovers the value-added tax.
    pub recovers_vat: Option<bool>,
    /// Parts of the scope with subtotals of their own.
    pub sections: Option<Vec<ScopeSection>>,
    /// Choices between alternatives of several lines.
    pub choices: Option<Vec<Choice>>,
    /// Discount.
    pub discount: Option<Discount>,
    /// The payment schedule of everything that falls due once.
    pub payments: Option<Vec<Payment>>,
    /// Whether it is an offer to be signed.
    pub binding: Option<bool>,
    /// Ids of factors and lines to ask a prospect for, in this order.
    pub ask: Option<Vec<String>>,
    /// Horizon of the estimate in months.
    pub horizon_months: Option<u32>,
    /// Yearly discount rate, as a fraction.
    pub discount_rate: Option<f64>,
    /// The alternative of doing it without the agency.
    pub in_house: Option<InHouse>,
    /// The agency's legal sentences.
    pub mentions: Option<String>,
    /// Groups of fields that the prospect may not change.
    pub locks: Option<Vec<Lock>>,
    /// Seed of the random draws.
    pub seed: Option<u64>,
    /// Keys of the details that were dropped for a fault. They are not inherited either.
    pub dropped: Vec<&'static str>,
}

impl Record for Details {
    fn fields(&mut self, f: &mut Fields) {
        f.always("title", &mut self.title);
        f.always("reference", &mut self.reference);
        f.always("context", &mut self.context);
        f.always("message", &mut self.message);
        f.always("objectives", &mut self.objectives);
        f.always("commitments", &mut self.commitments);
        f.always("outOfHands", &mut self.out_of_hands);
        f.always("terms", &mut self.terms);
        f.always("replyInDays", &mut self.reply_in_days);
        f.always("validForDays", &mut self.valid_for_days);
        f.always("startInDays", &mut self.start_in_days);
        f.always("effort", &mut self.effort);
        f.always("taxes", &mut self.taxes);
        f.always("taxNote", &mut self.tax_note);
        f.always("recoversVat", &mut self.recovers_vat);
        f.always("sections", &mut self.sections);
        f.always("choices", &mut self.choices);
        f.always("discount", &mut self.discount);
        f.always("payments", &mut self.payments);
        f.always("binding", &mut self.binding);
        f.always("ask", &mut self.ask);
        f.always("horizonMonths", &mut self.horizon_months);
        f.always("discountRate", &mut self.discount_rate);
        f.always("inHouse", &mut self.in_house);
        f.always("mentions", &mut self.mentions);
        f.always("locks", &mut self.locks);
        f.always("seed", &mut self.seed);
    }
}

impl Details {
    /// Sets the details that are present in a proposal, whose fields have the same keys, and takes the dropped ones out
    /// of it. Dates are left out.
    pub(super) fn write(&self, proposal: &mut Proposal) {
        let (said, mut whole) = (to_value(self.clone()), to_value(proposal.clone()));
        let known = names(proposal);
        if let (Value::Object(said), Value::Object(whole)) = (said, &mut whole) {
            let said = said.into_iter().filter(|(key, value)| known.contains(&&**key) && *value != Value::Null);
            // Of two equal keys the last counts.
            whole.extend(said.chain(self.dropped.iter().map(|key| ((*key).to_owned(), Value::Null))));
        }
        *proposal = read(&whole).0;
        if self.dropped.contains(&"taxes") {
            // The file names taxes, so that the one tax of other proposals would be invented.
            proposal.vat_rate = 0.0;
        }
    }

    /// Sets the day of issue and the dates that are counted from it; one past the end of the calendar is left out.
    pub(super) fn write_dates(&self, dates: &mut Dates, issued: Date) {
        let after = |days: Option<u32>| Date::from_days(issued.days().checked_add_unsigned(days?)?);
        dates.issued = Some(issued);
        dates.reply_by = after(self.reply_in_days).or(dates.reply_by);
        dates.valid_until = after(self.valid_for_days).or(dates.valid_until);
        dates.start = after(self.start_in_days).or(dates.start);
    }

    /// Drops the detail with this key if a proposal can do without it; returns whether it did. It need not be present:
    /// then it is what would be inherited that is dropped.
    pub(super) fn forget(&mut self, key: &str) -> bool {
        let key = DISPENSABLE.into_iter().find(|known| *known == key && !self.dropped.contains(known));
        self.dropped.extend(key);
        key.is_some()
    }
}
