//! The extension fields of format 1 that this version knows: a table for each kind of owner.
//!
//! A new field of the proposal is an entry here. Its number is never given to another field of the same owner, and its
//! codec never changes what it writes: a different encoding takes another number.

use super::extensions::parts;
use super::fields::WireField;
use super::proposal::{HOLDERS, REPEATS, shape};
use super::wire::Wire;
use crate::proposal::*;

/// An extension field of a `T`.
pub struct KnownField<T> {
    /// Its number among the fields of a `T`, from 1.
    pub number: u32,
    /// Its key in the JSON of a `T`.
    #[cfg_attr(not(test), expect(dead_code, reason = "what the documentation is compared with"))]
    pub key: &'static str,
    /// Whether a reader that does not know it must refuse the link, because the other fields mean something different
    /// with it.
    pub is_necessary: bool,
    /// Writes the field to the wire, or reads it. The field is in a link only if this writes something else than for
    /// `T::default()`. The field of a part of an owner, such as of `making`, uses [`parts`](super::extensions::parts).
    /// Which `WireField` the codec passes to the wire does not matter.
    pub codec: fn(&mut Wire, &mut T),
}

/// All extension fields that a version knows.
pub struct KnownFields {
    /// Those of the proposal itself.
    pub proposal: &'static [KnownField<Proposal>],
    /// Those of a rate.
    pub rates: &'static [KnownField<Rate>],
    /// Those of a line.
    pub lines: &'static [KnownField<Line>],
    /// Those of a factor.
    pub factors: &'static [KnownField<Factor>],
    /// Those of a benefit.
    pub benefits: &'static [KnownField<Benefit>],
    /// Those of a reply.
    pub reply: &'static [KnownField<Reply>],
}

/// The extension fields that this version knows.
pub const KNOWN: KnownFields =
    KnownFields { proposal: PROPOSAL, rates: RATES, lines: LINES, factors: FACTORS, benefits: BENEFITS, reply: REPLY };

const PROPOSAL: &[KnownField<Proposal>] = &[
    KnownField {
        number: 1,
        key: "taxes",
        is_necessary: true,
        codec: |w, proposal| w.list(WireField::AnyCount, &mut proposal.taxes, tax),
    },
    KnownField {
        number: 2,
        key: "taxNote",
        is_necessary: false,
        codec: |w, proposal| w.text(WireField::AnyText, &mut proposal.tax_note),
    },
    KnownField {
        number: 3,
        key: "sections",
        is_necessary: false,
        codec: |w, proposal| {
            w.list(WireField::AnyCount, &mut proposal.sections, |w, section| {
                labelled(w, &mut section.id, &mut section.label)
            })
        },
    },
    KnownField {
        number: 4,
        key: "choices",
        is_necessary: true,
        codec: |w, proposal| w.list(WireField::AnyCount, &mut proposal.choices, choice),
    },
    KnownField {
        number: 5,
        key: "payments",
        is_necessary: true,
        codec: |w, proposal| w.list(WireField::AnyCount, &mut proposal.payments, payment),
    },
    KnownField { number: 6, key: "discount.amount", is_necessary: true, codec: discount_amount },
    KnownField {
        number: 7,
        key: "binding",
        is_necessary: true,
        codec: |w, proposal| w.flag(WireField::AnyTag, &mut proposal.binding),
    },
    KnownField {
        number: 8,
        key: "from.phone, from.address, from.ids",
        is_necessary: false,
        codec: |w, proposal| contact(w, &mut proposal.from),
    },
    KnownField {
        number: 9,
        key: "to.phone, to.address, to.ids",
        is_necessary: false,
        codec: |w, proposal| contact(w, &mut proposal.to),
    },
    KnownField { number: 10, key: "ask", is_necessary: false, codec: |w, proposal| texts(w, &mut proposal.ask) },
    KnownField {
        number: 11,
        key: "mentions",
        is_necessary: false,
        codec: |w, proposal| w.text(WireField::AnyText, &mut proposal.mentions),
    },
    KnownField {
        number: 12,
        key: "replaces",
        is_necessary: false,
        codec: |w, proposal| w.text(WireField::AnyText, &mut proposal.replaces),
    },
    KnownField { number: 13, key: "inHouse.timing", is_necessary: true, codec: in_house_timing },
    #[cfg(test)]
    KnownField {
        number: 1_000_000,
        key: "testNumber",
        is_necessary: true,
        codec: |w, proposal| {
            w.option(WireField::AnyCount, &mut proposal.test_number, |w, x| w.number(WireField::AnyNumber, x))
        },
    },
];
const RATES: &[KnownField<Rate>] = &[];
const LINES: &[KnownField<Line>] = &[
    KnownField {
        number: 1,
        key: "description",
        is_necessary: false,
        codec: |w, line| w.text(WireField::AnyText, &mut line.description),
    },
    KnownField { number: 2, key: "unitPrice", is_necessary: true, codec: price_range },
    KnownField {
        number: 3,
        key: "nature",
        is_necessary: true,
        codec: |w, line| w.choice(WireField::AnyTag, &mut line.nature, &NATURES),
    },
    KnownField { number: 4, key: "section", is_necessary: false, codec: |w, line| id(w, &mut line.section) },
    KnownField { number: 5, key: "taxes", is_necessary: true, codec: |w, line| texts(w, &mut line.taxes) },
    KnownField {
        number: 6,
        key: "holder",
        is_necessary: false,
        codec: |w, line| w.choice(WireField::AnyTag, &mut line.holder, &HOLDERS),
    },
    KnownField { number: 7, key: "choice", is_necessary: true, codec: |w, line| id(w, &mut line.choice) },
    KnownField { number: 8, key: "alternative", is_necessary: true, codec: |w, line| id(w, &mut line.alternative) },
    KnownField { number: 9, key: "needs", is_necessary: true, codec: |w, line| texts(w, &mut line.needs) },
    KnownField { number: 10, key: "onlyIf", is_necessary: true, codec: |w, line| id(w, &mut line.only_if) },
    KnownField { number: 11, key: "timing", is_necessary: true, codec: |w, line| timing(w, &mut line.timing) },
    KnownField {
        number: 12,
        key: "percentOf",
        is_necessary: true,
        codec: |w, line| {
            w.option(WireField::AnyTag, &mut line.percent_of, |w, PercentOf { lines, share }| {
                texts(w, lines);
                w.number(WireField::AnyNumber, share);
            })
        },
    },
    KnownField {
        number: 13,
        key: "making[].perUnit",
        is_necessary: true,
        codec: |w, line| parts(w, &mut line.making, |w, work| w.flag(WireField::AnyTag, &mut work.per_unit)),
    },
    KnownField {
        number: 14,
        key: "advice.time[].perUnit",
        is_necessary: true,
        codec: |w, line| {
            let time = line.advice.as_mut().map_or(&mut [][..], |advice| &mut advice.time);
            parts(w, time, |w, work| w.flag(WireField::AnyTag, &mut work.per_unit))
        },
    },
    #[cfg(test)]
    KnownField {
        number: 1_000_000,
        key: "testNote",
        is_necessary: false,
        codec: |w, line| w.text(WireField::AnyText, &mut line.test_note),
    },
    #[cfg(test)]
    KnownField {
        number: 1_000_001,
        key: "making[].testFlag",
        is_necessary: false,
        codec: |w, line| parts(w, &mut line.making, |w, work| w.flag(WireField::AnyTag, &mut work.test_flag)),
    },
];
const FACTORS: &[KnownField<Factor>] = &[];
const BENEFITS: &[KnownField<Benefit>] = &[];
const REPLY: &[KnownField<Reply>] = &[];

const NATURES: [Nature; 3] = [Nature::Fee, Nature::Purchase, Nature::OnBehalf];

fn texts(w: &mut Wire, texts: &mut Vec<String>) {
    w.list(WireField::AnyCount, texts, |w, text| w.text(WireField::AnyText, text));
}

fn id(w: &mut Wire, id: &mut Option<String>) {
    w.option(WireField::AnyTag, id, |w, id| w.text(WireField::AnyText, id));
}

fn labelled(w: &mut Wire, id: &mut String, label: &mut String) {
    w.text(WireField::AnyText, id);
    w.text(WireField::AnyText, label);
}

fn tax(w: &mut Wire, Tax { id, label, rate, number, default }: &mut Tax) {
    labelled(w, id, label);
    w.number(WireField::AnyNumber, rate);
    w.text(WireField::AnyText, number);
    w.flag(WireField::AnyTag, default);
}

fn choice(w: &mut Wire, choice: &mut Choice) {
    let Choice { id: own, label, required, chosen, alternatives } = choice;
    labelled(w, own, label);
    w.flag(WireField::AnyTag, required);
    id(w, chosen);
    w.list(WireField::AnyCount, alternatives, |w, ChoiceAlternative { id, label }| labelled(w, id, label));
}

fn payment(w: &mut Wire, Payment { label, share, month }: &mut Payment) {
    w.text(WireField::AnyText, label);
    w.number(WireField::AnyNumber, share);
    w.whole32(WireField::AnyCount, month);
}

/// The amount of a discount, and whether it has a share as well; if not, the share among the fields of format 1 is 0.
fn discount_amount(w: &mut Wire, proposal: &mut Proposal) {
    let discount = proposal.discount.clone().unwrap_or_default();
    let mut said = discount.amount.map(|amount| (amount.0, discount.share.is_some()));
    w.option(WireField::AnyTag, &mut said, |w, (amount, has_share)| {
        w.number(WireField::AnyNumber, amount);
        w.flag(WireField::AnyTag, has_share);
    });
    if let (Some((amount, has_share)), Some(discount)) = (said, &mut proposal.discount) {
        discount.amount = Some(Money(amount));
        discount.share = discount.share.filter(|_| has_share);
    }
}

fn contact(w: &mut Wire, Party { phone, address, ids, .. }: &mut Party) {
    w.text(WireField::AnyText, phone);
    w.text(WireField::AnyText, address);
    w.list(WireField::AnyCount, ids, |w, Registration { label, value }| labelled(w, label, value));
}

fn in_house_timing(w: &mut Wire, proposal: &mut Proposal) {
    let mut own = proposal.in_house.as_ref().map(|in_house| in_house.timing).unwrap_or_default();
    timing(w, &mut own);
    if let Some(in_house) = &mut proposal.in_house {
        in_house.timing = own;
    }
}

/// A price that is a range is 0 among the fields of format 1.
fn price_range(w: &mut Wire, line: &mut Line) {
    let mut range = Some(line.unit_price).filter(|price| price.known().is_none());
    w.option(WireField::AnyTag, &mut range, |w, range| shape(w, WireField::AnyTag, WireField::AnyNumber, range));
    if let Some(range) = range {
        line.unit_price = range;
    }
}

fn timing(w: &mut Wire, timing: &mut LineTiming) {
    let LineTiming { start_month, repeats, months, firm_months, in_advance } = timing;
    w.whole32(WireField::AnyCount, start_month);
    w.choice(WireField::AnyTag, repeats, &REPEATS);
    w.option(WireField::AnyTag, months, |w, months| w.whole32(WireField::AnyCount, months));
    w.option(WireField::AnyTag, firm_months, |w, months| w.whole32(WireField::AnyCount, months));
    w.flag(WireField::AnyTag, in_advance);
}
