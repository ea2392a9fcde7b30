//! The extension fields of format 1 that this version knows: a table for each kind of owner.
//!
//! A new field of the proposal is a line here. Its number is never given to another field of the same owner,
//! and what its codec writes never changes: what is to be written otherwise takes another number.

use super::wire::Wire;
#[cfg(test)]
use super::{extensions::parts, fields::Field};
use crate::proposal::{Benefit, Factor, Line, Proposal, Rate, Reply};

/// An extension field of a `T`.
pub struct Known<T> {
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
    pub proposal: &'static [Known<Proposal>],
    /// Those of a line of the rate card.
    pub rates: &'static [Known<Rate>],
    /// Those of a deliverable.
    pub lines: &'static [Known<Line>],
    /// Those of an uncertain quantity.
    pub factors: &'static [Known<Factor>],
    /// Those of a benefit.
    pub benefits: &'static [Known<Benefit>],
    /// Those of a reply.
    pub reply: &'static [Known<Reply>],
}

/// What this version knows.
pub const KNOWN: KnownFields =
    KnownFields { proposal: PROPOSAL, rates: RATES, lines: LINES, factors: FACTORS, benefits: BENEFITS, reply: REPLY };

const PROPOSAL: &[Known<Proposal>] = &[
    #[cfg(test)]
    Known {
        number: 1_000_000,
        key: "testNumber",
        is_necessary: true,
        codec: |w, proposal| w.option(Field::AnyCount, &mut proposal.test_number, |w, x| w.number(Field::AnyNumber, x)),
    },
];
const RATES: &[Known<Rate>] = &[];
const LINES: &[Known<Line>] = &[
    #[cfg(test)]
    Known {
        number: 1_000_000,
        key: "testNote",
        is_necessary: false,
        codec: |w, line| w.text(Field::AnyText, &mut line.test_note),
    },
    #[cfg(test)]
    Known {
        number: 1_000_001,
        key: "making[].testFlag",
        is_necessary: false,
        codec: |w, line| parts(w, &mut line.making, |w, work| w.flag(Field::AnyTag, &mut work.test_flag)),
    },
];
const FACTORS: &[Known<Factor>] = &[];
const BENEFITS: &[Known<Benefit>] = &[];
const REPLY: &[Known<Reply>] = &[];
