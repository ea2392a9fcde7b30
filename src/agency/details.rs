//! What an agency's proposals say besides their scope, as far as its file says it.

use crate::proposal::{
    Date, Dates, Discount, Effort, Fields, InHouse, Lock, Proposal, Record, Value, names, read, to_value,
};

/// What a proposal says besides its lines, factors and benefits. What is absent is left to the
/// agency's defaults, then to those of a proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// What the project is called.
    pub title: Option<String>,
    /// The agency's own number for it.
    pub reference: Option<String>,
    /// What the agency understood.
    pub context: Option<String>,
    /// A word from the sender.
    pub message: Option<String>,
    /// What the project is to reach.
    pub objectives: Option<Vec<String>>,
    /// What the agency commits to.
    pub commitments: Option<Vec<String>>,
    /// What nobody can promise.
    pub out_of_hands: Option<Vec<String>>,
    /// Terms of payment and the like.
    pub terms: Option<String>,
    /// Days from the issue to the hoped-for answer.
    pub reply_in_days: Option<u32>,
    /// Days from the issue for which the prices hold.
    pub valid_for_days: Option<u32>,
    /// Days from the issue to the start of the work.
    pub start_in_days: Option<u32>,
    /// What a proposal takes to prepare.
    pub effort: Option<Effort>,
    /// A reduction of the whole cost.
    pub discount: Option<Discount>,
    /// How many months the estimate looks ahead.
    pub horizon_months: Option<u32>,
    /// Yearly discount rate, as a fraction.
    pub discount_rate: Option<f64>,
    /// Doing it without the agency.
    pub in_house: Option<InHouse>,
    /// What the prospect may not change.
    pub locks: Option<Vec<Lock>>,
    /// Seed of the draws.
    pub seed: Option<u64>,
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
        f.always("discount", &mut self.discount);
        f.always("horizonMonths", &mut self.horizon_months);
        f.always("discountRate", &mut self.discount_rate);
        f.always("inHouse", &mut self.in_house);
        f.always("locks", &mut self.locks);
        f.always("seed", &mut self.seed);
    }
}

impl Details {
    /// Writes what is said here into a proposal, which has fields of the same keys.
    pub(super) fn write(&self, proposal: &mut Proposal) {
        let (said, mut whole) = (to_value(self.clone()), to_value(proposal.clone()));
        let known = names(proposal);
        if let (Value::Object(said), Value::Object(whole)) = (said, &mut whole) {
            let said = said.into_iter().filter(|(key, value)| known.contains(&&**key) && *value != Value::Null);
            // Of two equal keys the last counts.
            whole.extend(said);
        }
        *proposal = read(&whole).0;
    }

    /// Writes the dates that follow from the day of issue; a day past the calendar's end is left out.
    pub(super) fn write_dates(&self, dates: &mut Dates, issued: Date) {
        let after = |days: Option<u32>| Date::from_days(issued.days().checked_add_unsigned(days?)?);
        dates.issued = Some(issued);
        dates.reply_by = after(self.reply_in_days).or(dates.reply_by);
        dates.valid_until = after(self.valid_for_days).or(dates.valid_until);
        dates.start = after(self.start_in_days).or(dates.start);
    }

    /// Drops the part with this key in the file, if it is there and a proposal can do without it.
    pub(super) fn forget(&mut self, key: &str) -> bool {
        match key {
            "effort" => self.effort.take().is_some(),
            "discount" => self.discount.take().is_some(),
            "inHouse" => self.in_house.take().is_some(),
            "horizonMonths" => self.horizon_months.take().is_some(),
            "discountRate" => self.discount_rate.take().is_some(),
            "seed" => self.seed.take().is_some(),
            _ => false,
        }
    }
}
