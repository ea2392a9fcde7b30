//! The extension fields of format 1 that this version knows: a table for each kind of owner.
//!
//! A new field of the proposal is a line here. Its number is never given to another field of the same owner,
//! and what its codec writes never changes: what is to be written otherwise takes another number.

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
    /// Whether a reader that does not know it must refuse the link, because all else means something different
    /// with it.
    pub is_necessary: bool,
    /// Writes it to the wire, or reads it. It travels only where this writes something else than for `T::default()`.
    /// A field of parts, such as those of `making`, is one of [`parts`](super::extensions::parts). Which kind of field
    /// the wire is told is of no account here.
    pub codec: fn(&mut Wire, &mut T),
}

/// All extension fields that a version knows.
pub struct KnownFields {
    /// Those of the proposal itself.
    pub proposal: &'static [KnownField<Proposal>],
    /// Those of a line of the rate card.
    pub rates: &'static [KnownField<Rate>],
    /// Those of a deliverable.
    pub lines: &'static [KnownField<Line>],
    /// Those of an uncertain quantity.
    pub factors: &'static [KnownField<Factor>],
    /// Those of a benefit.
    pub benefits: &'static [KnownField<Benefit>],
    /// Those of a reply.
    pub reply: &'static [KnownField<Reply>],
}

/// What this version knows.
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
