//! The primitive values of format 1, written and read by the same code.
//!
//! A [`Wire`] visits values in order. It writes their canonical bytes, packs them, or unpacks them (into values that it
//! overwrites); it also trains a model on canonical bytes, and writes or reads the symbols of an extension field. One
//! description of the order of the fields serves all of these, so that they cannot differ. It must not know what a
//! proposal is.

mod text;

use super::coder::{AHEAD, Coder, Decoder, Encoder};
use super::decimals::{POWERS, common, compose, parts};
use super::fields::WireField;
use super::model::{Model, ValueKind};
use crate::proposal::Date;

/// Symbols that one link may hold, which bounds the time to read it. A reader refuses more; a writer does not. When
/// fuzzing the limit is low, because fuzzing looks for what a short link can do wrong, and would spend its time on long
/// ones.
pub const MAX_SYMBOLS: usize = if cfg!(fuzzing) { 1_024 } else { 327_680 };
/// Bytes of all the ids that one link may name by their places, which bounds the memory to read it. More are refused.
pub const MAX_NAMED: usize = 1_048_576;

/// Writes or reads values one after the other.
pub struct Wire<'a> {
    port: Port<'a>,
    /// Symbols that may still be written or read.
    symbols: usize,
    /// Bytes of ids that may still be named by their places.
    named: usize,
    broken: bool,
    /// Whether something was read that only a later version understands.
    newer: bool,
}

enum Port<'a> {
    Canonical(Vec<u8>),
    /// The symbols of an extension field: written here, read in the next variant.
    Symbols(Vec<u8>),
    OfSymbols(&'a [u8]),
    /// Canonical bytes that the model is trained on.
    Prime {
        bytes: &'a [u8],
        model: &'a mut Model,
    },
    Packed {
        model: &'a mut Model,
        coder: Coder<'a>,
    },
}

/// Forms of numbers besides a power of ten: each number of a list separately, and eight raw bytes.
const SEPARATE: u32 = 62;
const RAW: u32 = 63;

impl<'a> Wire<'a> {
    /// Writes canonical bytes.
    pub fn canonical() -> Self {
        Self::of(Port::Canonical(Vec::new()), usize::MAX)
    }

    /// Reads canonical bytes and trains a model on them.
    pub fn prime(bytes: &'a [u8], model: &'a mut Model) -> Self {
        Self::of(Port::Prime { bytes, model }, bytes.len())
    }

    /// Writes the symbols of an extension field, a byte for each.
    pub fn symbols() -> Self {
        Self::of(Port::Symbols(Vec::new()), usize::MAX)
    }

    /// Reads the symbols of an extension field. The wire is broken if symbols are missing at the end.
    pub fn of_symbols(bytes: &'a [u8]) -> Self {
        Self::of(Port::OfSymbols(bytes), bytes.len())
    }

    /// Packs values with a model.
    pub fn pack(model: &'a mut Model) -> Self {
        Self::of(Port::Packed { model, coder: Coder::Encode(Encoder::new()) }, usize::MAX)
    }

    /// Unpacks values with a model. Beyond the end of the bytes it reads zeros.
    pub fn unpack(bytes: &'a [u8], model: &'a mut Model) -> Self {
        Self::of(Port::Packed { model, coder: Coder::Decode(Decoder::new(bytes)) }, MAX_SYMBOLS)
    }

    fn of(port: Port<'a>, symbols: usize) -> Self {
        Self { port, symbols, named: MAX_NAMED, broken: false, newer: false }
    }

    /// Whether what was read cannot have been written.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Whether only a later version understands what was read.
    pub fn is_newer(&self) -> bool {
        self.newer
    }

    /// Whether values are read from the wire.
    pub fn is_reading(&self) -> bool {
        matches!(&self.port, Port::Prime { .. } | Port::OfSymbols(_) | Port::Packed { coder: Coder::Decode(_), .. })
    }

    /// Whether nothing has been read beyond the end of the bytes.
    pub fn is_within(&self) -> bool {
        self.overdrawn() == 0
    }

    fn overdrawn(&self) -> usize {
        match &self.port {
            Port::Packed { coder: Coder::Decode(decoder), .. } => decoder.overdrawn(),
            _ => 0,
        }
    }

    /// The bytes that were written; none from a wire that reads.
    pub fn finish(self) -> Vec<u8> {
        match self.port {
            Port::Canonical(bytes) | Port::Symbols(bytes) => bytes,
            Port::Packed { coder: Coder::Encode(encoder), .. } => encoder.finish(),
            _ => Vec::new(),
        }
    }

    /// Whether there are canonical bytes left to train on.
    pub fn has_more(&self) -> bool {
        matches!(&self.port, Port::Prime { bytes, .. } if !bytes.is_empty()) && !self.broken
    }

    /// Marks the wire as broken: what was read cannot have been written.
    pub fn fail(&mut self) {
        self.broken = true;
    }

    /// Marks what was read as understood only by a later version. Reading goes on, since it may be broken as well.
    pub fn refuse_as_newer(&mut self) {
        self.newer = true;
    }

    /// Counts the bytes of an id that is named by its place, so that a short link cannot expand without limit.
    pub fn name(&mut self, bytes: usize) {
        match self.named.checked_sub(bytes) {
            Some(left) => self.named = left,
            None => self.fail(),
        }
    }

    /// A number below 2^`bits`; `bits` is at most 8.
    pub fn small(&mut self, field: WireField, value: &mut u32, bits: u32) {
        self.begin(field, 0);
        *value = self.symbol(*value, bits);
        self.end();
    }

    /// A boolean.
    pub fn flag(&mut self, field: WireField, value: &mut bool) {
        let mut bit = u32::from(*value);
        self.small(field, &mut bit, 1);
        *value = bit == 1;
    }

    /// One of a frozen list.
    pub fn choice<T: Copy + PartialEq>(&mut self, field: WireField, value: &mut T, all: &[T]) {
        let mut index = all.iter().position(|x| x == value).unwrap_or(0) as u32;
        self.small(field, &mut index, 4);
        match all.get(index as usize) {
            Some(x) => *value = *x,
            None => self.fail(),
        }
    }

    /// A whole number.
    pub fn whole(&mut self, field: WireField, value: &mut u64) {
        self.hinted(field, value, 0);
    }

    /// A whole number; `hint` is something known that helps to predict it.
    pub fn hinted(&mut self, field: WireField, value: &mut u64, hint: u32) {
        self.begin(field, hint);
        self.groups(value);
        self.end();
    }

    /// A whole number of 32 bits.
    pub fn whole32(&mut self, field: WireField, value: &mut u32) {
        let mut wide = u64::from(*value);
        self.whole(field, &mut wide);
        match u32::try_from(wide) {
            Ok(narrow) => *value = narrow,
            Err(_) => self.fail(),
        }
    }

    /// A signed whole number, written as its difference from a base that both sides know. Differences of 0, −1, 1, −2,
    /// 2 are written as 0, 1, 2, 3, 4.
    pub fn signed_from(&mut self, field: WireField, value: &mut i64, base: i64) {
        let step = value.wrapping_sub(base);
        let mut zigzag = (step << 1 ^ step >> 63) as u64;
        self.whole(field, &mut zigzag);
        *value = base.wrapping_add((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64));
    }

    /// A day, counted from another.
    pub fn day(&mut self, field: WireField, value: &mut Date, base: i32) {
        let mut days = i64::from(value.days());
        self.signed_from(field, &mut days, i64::from(base));
        match i32::try_from(days).ok().and_then(Date::from_days) {
            Some(date) => *value = date,
            None => self.fail(),
        }
    }

    /// Any number, to the last bit.
    pub fn number(&mut self, field: WireField, value: &mut f64) {
        self.begin(field, 0);
        self.decimal(value);
        self.end();
    }

    /// Several numbers; ascending decimals of 0 or more share their power of ten.
    pub fn numbers(&mut self, field: WireField, values: &mut [f64]) {
        self.begin(field, values.len() as u32);
        let common = if self.is_reading() { None } else { common(values) };
        let form = common.as_ref().map_or(SEPARATE, |(power, _)| (power + POWERS) as u32);
        let form = self.symbol(form, 6);
        if form == SEPARATE {
            for value in values {
                self.decimal(value);
            }
        } else if form <= 2 * POWERS as u32 {
            let mut mantissas = common.map_or_else(Vec::new, |(_, mantissas)| mantissas);
            mantissas.resize(values.len(), 0);
            let mut sum = 0_u64;
            for (value, mantissa) in values.iter_mut().zip(mantissas) {
                let mut step = mantissa.wrapping_sub(sum);
                self.groups(&mut step);
                sum = sum.wrapping_add(step);
                *value = compose(sum, form as i32 - POWERS);
            }
        } else {
            self.fail();
        }
        self.end();
    }

    /// The number of bytes of an extension field, then the bytes.
    pub fn bytes(&mut self, length: WireField, number: u32, bytes: &mut Vec<u8>) {
        let mut count = bytes.len() as u64;
        self.whole(length, &mut count);
        let written = std::mem::take(bytes);
        self.begin_kind(WireField::extension(number), 0);
        for place in 0..count {
            let byte = written.get(place as usize).copied().unwrap_or(0);
            let byte = self.symbol(byte.into(), 8) as u8;
            if self.broken {
                break;
            }
            bytes.push(byte);
        }
        self.end();
    }

    /// A day that may be absent, counted from another.
    pub fn date(&mut self, has: WireField, field: WireField, value: &mut Option<Date>, base: i32) {
        let mut present = value.is_some();
        self.flag(has, &mut present);
        let mut date = value.or_else(|| Date::from_days(base)).filter(|_| present);
        if let Some(date) = &mut date {
            self.day(field, date, base);
        }
        *value = date;
    }

    /// A value that may be absent.
    pub fn option<T: Default>(
        &mut self,
        field: WireField,
        value: &mut Option<T>,
        each: impl FnOnce(&mut Self, &mut T),
    ) {
        let mut present = value.is_some();
        self.flag(field, &mut present);
        if present {
            each(self, value.get_or_insert_default());
        } else {
            *value = None;
        }
    }

    /// A list.
    pub fn list<T: Default>(&mut self, field: WireField, items: &mut Vec<T>, mut each: impl FnMut(&mut Self, &mut T)) {
        let mut count = items.len() as u64;
        self.whole(field, &mut count);
        let is_reading = self.is_reading();
        if is_reading {
            items.clear();
        }
        for i in 0..count {
            if self.broken {
                return;
            }
            if is_reading {
                items.push(T::default());
            }
            if let Some(item) = items.get_mut(i as usize) {
                each(self, item);
            }
        }
    }

    /// A check of sixteen bits. Returns whether the bits read equal `own`; only packed wires have checks, others return
    /// true.
    pub fn check(&mut self, own: u16) -> bool {
        if let Port::Packed { coder, .. } = &mut self.port {
            let read = (0..16).rev().fold(0, |bits, i| bits << 1 | coder.bit(u32::from(own) >> i & 1, 1 << 15));
            read == u32::from(own)
        } else {
            true
        }
    }

    fn begin(&mut self, field: WireField, hint: u32) {
        self.begin_kind(field.kind(), hint);
    }

    fn begin_kind(&mut self, kind: ValueKind, hint: u32) {
        if let Port::Packed { model, .. } | Port::Prime { model, .. } = &mut self.port {
            model.begin(kind, hint);
        }
    }

    fn end(&mut self) {
        if let Port::Packed { model, .. } | Port::Prime { model, .. } = &mut self.port {
            model.end();
        }
    }

    /// Writes or reads one symbol. Returns 0 and does nothing once the wire is broken or its limit is reached.
    fn symbol(&mut self, value: u32, bits: u32) -> u32 {
        if self.symbols == 0 || self.overdrawn() > AHEAD {
            self.broken = true;
        }
        if self.broken {
            return 0;
        }
        self.symbols -= 1;
        match &mut self.port {
            Port::Canonical(bytes) | Port::Symbols(bytes) => {
                bytes.push(value as u8);
                value
            }
            Port::OfSymbols(bytes) => {
                let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
                *bytes = rest;
                self.broken |= u32::from(*first) >> bits > 0;
                u32::from(*first) & ((1 << bits) - 1)
            }
            Port::Prime { bytes, model } => {
                let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
                *bytes = rest;
                model.symbol(&mut Coder::Learn, u32::from(*first) & ((1 << bits) - 1), bits)
            }
            Port::Packed { model, coder } => model.symbol(coder, value, bits),
        }
    }

    /// A whole number as a varint: groups of seven bits, the highest first; all but the last have bit 7 set.
    fn groups(&mut self, value: &mut u64) {
        let writing = *value;
        let mut left = (63 - (writing | 1).leading_zeros()) / 7;
        let mut read = 0_u64;
        for _ in 0..10 {
            let more = if left > 0 { 0x80 } else { 0 };
            let group = self.symbol((writing >> (7 * left)) as u32 & 0x7f | more, 8);
            read = read << 7 | u64::from(group & 0x7f);
            left = left.saturating_sub(1);
            if group & 0x80 == 0 {
                *value = read;
                return;
            }
        }
        self.fail();
    }

    fn decimal(&mut self, value: &mut f64) {
        let parts = if self.is_reading() { None } else { parts(*value) };
        let form = parts.map_or(RAW, |(negative, _, power)| (power + POWERS) as u32 + if negative { 19 } else { 0 });
        let form = self.symbol(form, 6);
        if form == RAW {
            let bytes = value.to_bits().to_be_bytes().map(|byte| self.symbol(u32::from(byte), 8) as u8);
            *value = f64::from_bits(u64::from_be_bytes(bytes));
        } else if form < 38 {
            let mut mantissa = parts.map_or(0, |(_, mantissa, _)| mantissa);
            self.groups(&mut mantissa);
            let size = compose(mantissa, (form % 19) as i32 - POWERS);
            *value = if form >= 19 { -size } else { size };
        } else {
            self.fail();
        }
    }
}
