//! The extension fields of format 1 that this version knows: a table for each kind of owner.
//!
//! A new field of the proposal is an entry here. Its number is never given to another field of the same owner, and its
//! codec never changes what it writes: a different encoding takes another number.

use super::wire::Wire;
#[cfg(test)]
use super::{extensions::parts, fields::WireField};
use crate::proposal::{Benefit, Factor, Line, Proposal, Rate, Reply};

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
