//! The details of proposals that an agency's file may set, besides lines, factors and benefits.

use super::faulty::split;
use crate::proposal::{Date, Dates, Fields, Issue, Proposal, Record, Value, names, read, read_into, to_value};

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
    /// Days from the day of issue to the last day to reply.
    pub reply_in_days: Option<u32>,
    /// Days from the day of issue to the last day on which the prices are valid.
    pub valid_for_days: Option<u32>,
    /// Days from the day of issue to the start of the work.
    pub start_in_days: Option<u32>,
    /// The other details, as the fields of a proposal that have the same keys.
    values: Proposal,
    /// Keys of the details that are present.
    present: Vec<&'static str>,
    /// Keys of the details that were dropped for a fault. They are not inherited either.
    dropped: Vec<&'static str>,
}

impl Record for Details {
    fn fields(&mut self, f: &mut Fields) {
        let values = &mut self.values;
        f.always("title", &mut values.title);
        f.always("reference", &mut values.reference);
        f.always("context", &mut values.context);
        f.always("message", &mut values.message);
        f.always("objectives", &mut values.objectives);
        f.always("commitments", &mut values.commitments);
        f.always("outOfHands", &mut values.out_of_hands);
        f.always("terms", &mut values.terms);
        f.always("replyInDays", &mut self.reply_in_days);
        f.always("validForDays", &mut self.valid_for_days);
        f.always("startInDays", &mut self.start_in_days);
        f.always("effort", &mut values.effort);
        f.always("taxes", &mut values.taxes);
        f.always("taxNote", &mut values.tax_note);
        f.always("recoversVat", &mut values.recovers_vat);
        f.always("sections", &mut values.sections);
        f.always("choices", &mut values.choices);
        f.always("discount", &mut values.discount);
        f.always("payments", &mut values.payments);
        f.always("binding", &mut values.binding);
        f.always("ask", &mut values.ask);
        f.always("horizonMonths", &mut values.horizon_months);
        f.always("discountRate", &mut values.discount_rate);
        f.always("inHouse", &mut values.in_house);
        f.always("mentions", &mut values.mentions);
        f.always("locks", &mut values.locks);
        f.always("seed", &mut values.seed);
    }
}

impl Details {
    /// Reads the details that stand in a JSON object at this path, and adds their issues. One that has a fault is absent,
    /// or dropped if a proposal can do without it.
    pub(super) fn read(json: &Value, path: &str, issues: &mut Vec<Issue>) -> Self {
        let (mut details, found) = read_into::<Self>(json, path);
        let is_faulty = |key: &str| {
            let of_key = |issue: &Issue| split(issue.path[path.len()..].trim_start_matches('.')).0 == key;
            found.iter().any(of_key)
        };
        for key in names(&mut details) {
            if is_faulty(key) {
                details.forget(key);
            } else if json.get(key).is_some_and(|value| *value != Value::Null) {
                details.present.push(key);
            }
        }
        issues.extend(found);
        details
    }

    /// Sets the details that are present in a proposal, and takes the dropped ones out of it. Dates are left out.
    pub(super) fn write(&self, proposal: &mut Proposal) {
        let (own, mut whole) = (to_value(self.values.clone()), to_value(proposal.clone()));
        if let Value::Object(whole) = &mut whole {
            let value = |key| own.get(key).filter(|_| !self.dropped.contains(&key)).cloned().unwrap_or_default();
            let keys = self.present.iter().chain(&self.dropped);
            // Of two equal keys the last counts.
            whole.extend(keys.map(|key| ((*key).to_owned(), value(*key))));
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
