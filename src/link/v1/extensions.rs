//! Extension fields in format 1: fields that later versions add to a proposal or a reply, each with a number and a
//! length.
//!
//! A version writes the fields that it knows (`known`) and those that it kept without decoding them. When it reads, it
//! decodes the former and keeps the latter with their owner. It must not know what any field means.

#[cfg(test)]
mod tests;

use super::fields::WireField;
use super::known::{KnownField, KnownFields};
use super::wire::Wire;
use crate::proposal::{Benefit, Extension, Factor, Line, Proposal, Rate, Reply};

/// One extension field of one owner, as in a link. A link has them in ascending order of owner, number and place.
#[derive(Default)]
struct ExtensionField {
    /// The kind of its owner.
    owner: u32,
    number: u32,
    /// The place of its owner in its list, from 0.
    place: u32,
    is_necessary: bool,
    bytes: Vec<u8>,
}

// The kinds of owners. 6 and 7 are reserved for later versions.
const OF_PROPOSAL: u32 = 0;
const OF_RATE: u32 = 1;
const OF_LINE: u32 = 2;
const OF_FACTOR: u32 = 3;
const OF_BENEFIT: u32 = 4;
const OF_REPLY: u32 = 5;

/// A type that can have extension fields.
trait Owner: Default {
    /// Its extension fields that this version does not know.
    fn unknown(&mut self) -> &mut Vec<Extension>;
}

macro_rules! owners {
    ($($type:ty),+) => {$(
        impl Owner for $type {
            fn unknown(&mut self) -> &mut Vec<Extension> {
                &mut self.extensions
            }
        }
    )+};
}
owners!(Proposal, Rate, Line, Factor, Benefit, Reply);

/// Whether a proposal, or the reply to it, has extension fields.
pub fn has_any(proposal: &mut Proposal, reply: Option<&mut Reply>, known: &KnownFields) -> bool {
    !gathered(proposal, reply, known).is_empty()
}

/// Writes or reads the extension fields of a proposal and of the reply to it. When reading, there must be at least one.
pub fn extensions(w: &mut Wire, proposal: &mut Proposal, mut reply: Option<&mut Reply>, known: &KnownFields) {
    if w.is_reading() {
        let mut entries = Vec::new();
        list(w, &mut entries);
        if entries.is_empty() {
            w.fail();
        }
        for entry in entries {
            if w.is_broken() {
                return;
            }
            hand_over(w, entry, proposal, reply.as_deref_mut(), known);
        }
    } else {
        list(w, &mut gathered(proposal, reply, known));
    }
}

fn list(w: &mut Wire, entries: &mut Vec<ExtensionField>) {
    let mut before = None;
    w.list(WireField::Extensions, entries, |w, entry| {
        w.small(WireField::ExtensionOwner, &mut entry.owner, 3);
        w.whole32(WireField::ExtensionNumber, &mut entry.number);
        let field = (entry.owner, entry.number);
        let is_same = before.is_some_and(|(last, _)| last == field);
        if before.is_some_and(|(last, _)| last > field) || is_same && is_alone(entry.owner) {
            w.fail();
        }
        if !is_alone(entry.owner) {
            let next = before.filter(|_| is_same).map_or(0, |(_, place): (_, u32)| u64::from(place) + 1);
            let mut gap = u64::from(entry.place).wrapping_sub(next);
            w.whole(WireField::ExtensionPlace, &mut gap);
            match gap.checked_add(next).and_then(|place| u32::try_from(place).ok()) {
                Some(place) => entry.place = place,
                None => w.fail(),
            }
        }
        before = Some((field, entry.place));
        w.flag(WireField::ExtensionNecessary, &mut entry.is_necessary);
        w.bytes(WireField::ExtensionLength, entry.number, &mut entry.bytes);
    });
}

/// Whether a link has only one owner of this kind.
fn is_alone(owner: u32) -> bool {
    matches!(owner, OF_PROPOSAL | OF_REPLY)
}

/// All fields to be written, in the order of a link. If a field is known and also kept undecoded, the known one is
/// written.
fn gathered(proposal: &mut Proposal, reply: Option<&mut Reply>, known: &KnownFields) -> Vec<ExtensionField> {
    let mut entries = Vec::new();
    gather(OF_PROPOSAL, known.proposal, std::slice::from_mut(proposal), &mut entries);
    gather(OF_RATE, known.rates, &mut proposal.rates, &mut entries);
    gather(OF_LINE, known.lines, &mut proposal.lines, &mut entries);
    gather(OF_FACTOR, known.factors, &mut proposal.factors, &mut entries);
    gather(OF_BENEFIT, known.benefits, &mut proposal.benefits, &mut entries);
    if let Some(reply) = reply {
        gather(OF_REPLY, known.reply, std::slice::from_mut(reply), &mut entries);
    }
    let key = |entry: &ExtensionField| (entry.owner, entry.number, entry.place);
    entries.sort_by_key(key);
    entries.dedup_by_key(|entry| key(entry));
    entries
}

fn gather<T: Owner>(owner: u32, known: &[KnownField<T>], items: &mut [T], entries: &mut Vec<ExtensionField>) {
    for field in known {
        let absent = field.bytes_of(&mut T::default());
        for (place, item) in (0..).zip(items.iter_mut()) {
            let bytes = field.bytes_of(item);
            if bytes != absent {
                let KnownField { number, is_necessary, .. } = *field;
                entries.push(ExtensionField { owner, number, place, is_necessary, bytes });
            }
        }
    }
    for (place, item) in (0..).zip(items) {
        entries.extend(item.unknown().iter().map(|Extension { number, bytes }| {
            let is_necessary = known.iter().any(|field| field.number == *number && field.is_necessary);
            ExtensionField { owner, number: *number, place, is_necessary, bytes: bytes.clone() }
        }));
    }
}

/// Gives a field that was read to its owner.
fn hand_over(
    w: &mut Wire,
    entry: ExtensionField,
    proposal: &mut Proposal,
    reply: Option<&mut Reply>,
    known: &KnownFields,
) {
    let place = entry.place as usize;
    match entry.owner {
        OF_PROPOSAL => take(w, entry, known.proposal, Some(proposal)),
        OF_RATE => take(w, entry, known.rates, proposal.rates.get_mut(place)),
        OF_LINE => take(w, entry, known.lines, proposal.lines.get_mut(place)),
        OF_FACTOR => take(w, entry, known.factors, proposal.factors.get_mut(place)),
        OF_BENEFIT => take(w, entry, known.benefits, proposal.benefits.get_mut(place)),
        OF_REPLY => take(w, entry, known.reply, reply),
        _ => w.refuse_as_newer(),
    }
}

fn take<T: Owner>(w: &mut Wire, entry: ExtensionField, known: &[KnownField<T>], owner: Option<&mut T>) {
    let Some(owner) = owner else { return w.fail() };
    match known.iter().find(|field| field.number == entry.number) {
        Some(field) if entry.is_necessary == field.is_necessary && field.read(owner, &entry.bytes) => {}
        Some(_) => w.fail(),
        None if entry.is_necessary => w.refuse_as_newer(),
        None => owner.unknown().push(Extension { number: entry.number, bytes: entry.bytes }),
    }
}

/// A field of the parts of an owner, such as `line.making`, or `line.advice.as_mut_slice()`: the number of parts whose
/// field is not that of `P::default()`, then for each of them the number of parts skipped since the previous one, and
/// the field. So the bytes are the same if no part has the field as if there are no parts.
pub fn parts<P: Default>(w: &mut Wire, parts: &mut [P], codec: fn(&mut Wire, &mut P)) {
    let absent = bytes_of(codec, &mut P::default());
    let mut said = Vec::new();
    if !w.is_reading() {
        let places = (0_u64..).zip(parts.iter_mut());
        said.extend(places.filter_map(|(place, part)| (bytes_of(codec, part) != absent).then_some(place)));
    }
    let mut next = 0_u64;
    w.list(WireField::AnyCount, &mut said, |w, place| {
        let mut gap = place.wrapping_sub(next);
        w.whole(WireField::AnyCount, &mut gap);
        let place = next.saturating_add(gap);
        next = place.saturating_add(1);
        match usize::try_from(place).ok().and_then(|place| parts.get_mut(place)) {
            Some(part) => codec(w, part),
            None => w.fail(),
        }
    });
}

fn bytes_of<T>(codec: fn(&mut Wire, &mut T), owner: &mut T) -> Vec<u8> {
    let mut wire = Wire::symbols();
    codec(&mut wire, owner);
    wire.finish()
}

impl<T: Default> KnownField<T> {
    fn bytes_of(&self, owner: &mut T) -> Vec<u8> {
        bytes_of(self.codec, owner)
    }

    /// Reads the field of an owner from bytes. Returns whether they are exactly what the field would write, and not the
    /// default; otherwise writing it again would give other bytes and another digest.
    fn read(&self, owner: &mut T, bytes: &[u8]) -> bool {
        let mut wire = Wire::of_symbols(bytes);
        (self.codec)(&mut wire, owner);
        !wire.is_broken() && self.bytes_of(owner) == bytes && self.bytes_of(&mut T::default()) != bytes
    }
}
