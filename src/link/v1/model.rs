//! The model of format 1: predicts the next bit from everything coded so far.
//!
//! Context mixing after M. Mahoney ("Adaptive weighing of context models for lossless data compression", 2005): several
//! contexts each keep a small history of the bits that followed them, adaptive maps turn histories into probabilities,
//! and logistic neurons mix these. Everything is integer arithmetic, so that every machine computes the same. Frozen:
//! changing a constant would make another format. It must not know what a proposal is; it knows kinds of fields.

use super::coder::Coder;
use super::contexts::{CONTEXTS, Contexts, hash};

/// Inputs of a neuron: one for each context, one for the expected symbol, and a constant.
const INPUTS: usize = CONTEXTS + 2;
/// Neurons whose predictions are averaged.
const NEURONS: usize = 2;
/// Sets of weights of each neuron.
const SETS: usize = 256;
/// The number of buckets of histories is 2 to this power.
const BUCKET_BITS: u32 = 16;
/// Bytes of a bucket: a check byte, and the histories of the fifteen nodes of a tree of four bits.
const BUCKET: usize = 16;
/// The number of histories: two counts of four bits.
const STATES: usize = 256;
/// Lengths of a match that are distinguished.
const LENGTHS: usize = 32;

/// `65,536 / (1 + e^(−x/256))`, every 128 from −2,048 to 2,048.
const SQUASH: [i32; 33] = [
    22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743, 32768, 40793, 47911, 53581,
    57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500, 65514,
];
/// Largest logit, in 256ths.
const LOGIT: i32 = 2_047;
/// The initial weight of every input, in 65,536ths.
const WEIGHT: i32 = 9_400;

/// The kind of a value, as the model sees it.
#[derive(Clone, Copy)]
pub struct ValueKind {
    /// The field's number: below 160, or from 160 on for an extension field, which is text to the model.
    pub field: u8,
    /// The group of a text field, from 1 to 7; fields with similar texts share one. 0 for a value that is no text.
    pub group: u8,
}

/// The state of the model.
#[derive(Clone)]
pub struct Model {
    contexts: Contexts,
    buckets: Vec<u8>,
    maps: Vec<u32>,
    match_maps: Vec<u32>,
    weights: Vec<i32>,
    logits: Vec<i16>,
    /// Bits coded so far.
    age: i32,
}

/// The position of a bit: its symbol, and the node within the symbol.
struct BitPosition {
    /// The bits of the symbol so far, after a leading 1.
    prefix: u32,
    /// How many bits of the symbol follow this one.
    left: u32,
    /// The offset of each context's bucket.
    buckets: [usize; CONTEXTS],
    /// The node within the buckets, from 1 to 15.
    node: usize,
}

impl Model {
    /// An untrained model.
    pub fn new() -> Self {
        let mut states = Vec::with_capacity(STATES);
        for state in 0..STATES as u32 {
            let (zeros, ones) = (state >> 4, state & 15);
            states.push((((ones * 10 + 3) << 16) / ((zeros + ones) * 10 + 6)) << 16);
        }
        Self {
            contexts: Contexts::new(),
            buckets: vec![0; BUCKET << BUCKET_BITS],
            maps: states.repeat(CONTEXTS),
            match_maps: (0..LENGTHS as u32).map(|length| (49_152 + 390 * length) << 16).collect(),
            weights: vec![WEIGHT; INPUTS * NEURONS * SETS],
            logits: logits(),
            age: 0,
        }
    }

    /// Starts a value of this kind. `hint` is anything else that helps to predict it.
    pub fn begin(&mut self, kind: ValueKind, hint: u32) {
        self.contexts.begin(kind, hint);
    }

    /// Ends the value.
    pub fn end(&mut self) {
        self.contexts.end();
    }

    /// Codes one symbol of `bits` bits, eight at most. Returns the symbol, the decoded one for a decoder.
    pub fn symbol(&mut self, coder: &mut Coder, symbol: u32, bits: u32) -> u32 {
        let hashes = self.contexts.hashes();
        let mut place = BitPosition { prefix: 1, left: bits, buckets: [0; CONTEXTS], node: 1 };
        for i in 0..bits {
            if i % 4 == 0 {
                place.buckets = hashes.map(|own| self.bucket(hash(own, place.prefix)));
                place.node = 1;
            }
            place.left -= 1;
            let bit = self.bit(coder, symbol >> place.left & 1, &place);
            place.prefix = 2 * place.prefix + bit;
            place.node = 2 * place.node + bit as usize;
        }
        let symbol = place.prefix - (1 << bits);
        self.contexts.push(symbol);
        symbol
    }

    /// The offset of the bucket of a hash. If neither of its two places has it, the less used one is cleared for it.
    fn bucket(&mut self, hash: u32) -> usize {
        let hash = hash.wrapping_mul(0x85eb_ca6b);
        let check = (hash & 0xff) as u8 | 1;
        let first = (hash >> (32 - BUCKET_BITS)) as usize * BUCKET;
        let second = first ^ BUCKET;
        if self.buckets[first] == check {
            return first;
        }
        if self.buckets[second] == check {
            return second;
        }
        let use_of = |at: usize| (self.buckets[at + 1] >> 4) + (self.buckets[at + 1] & 15);
        let at = if use_of(first) <= use_of(second) { first } else { second };
        self.buckets[at..at + BUCKET].fill(0);
        self.buckets[at] = check;
        at
    }

    fn bit(&mut self, coder: &mut Coder, bit: u32, place: &BitPosition) -> u32 {
        let mut inputs = [0; INPUTS];
        inputs[INPUTS - 1] = 256;
        let mut states = [0; CONTEXTS];
        for (i, bucket) in place.buckets.iter().enumerate() {
            states[i] = i * STATES + usize::from(self.buckets[bucket + place.node]);
            if states[i] % STATES > 0 {
                inputs[i] = self.logit(self.maps[states[i]]);
            }
        }
        let guess = self.guess(place);
        if let Some((bit, length)) = guess {
            let logit = self.logit(self.match_maps[length]);
            inputs[CONTEXTS] = if bit == 1 { logit } else { -logit };
        }
        let sets = self.contexts.sets(place.left, guess.map_or(0, |(_, length)| 1 + length / 2));
        let mut sums = [0; NEURONS];
        for (neuron, set) in sets.iter().enumerate() {
            let at = (neuron * SETS + set) * INPUTS;
            let sum: i64 = inputs.iter().zip(&self.weights[at..]).map(|(x, w)| i64::from(*x) * i64::from(*w)).sum();
            sums[neuron] = ((sum >> 16) as i32).clamp(-LOGIT, LOGIT);
        }
        let p = squash((sums[0] + sums[1]) / 2);
        let bit = coder.bit(bit, p as u32);
        self.weigh(bit, &inputs, &sets, &sums);
        for (bucket, state) in place.buckets.iter().zip(states) {
            if state % STATES > 0 {
                learn(&mut self.maps[state], bit);
            }
            let history = &mut self.buckets[bucket + place.node];
            *history = next(*history, bit);
        }
        if let Some((guessed, length)) = guess {
            learn(&mut self.match_maps[length], u32::from(guessed == bit));
        }
        bit
    }

    fn logit(&self, map: u32) -> i32 {
        i32::from(self.logits[(map >> 20) as usize])
    }

    /// The bit that the expected symbol has here, and the length of the match; `None` if the symbol's bits so far are
    /// not those of the expected one.
    fn guess(&self, place: &BitPosition) -> Option<(u32, usize)> {
        let (symbol, length) = self.contexts.expected()?;
        let whole = symbol | 256;
        (whole >> (place.left + 1) == place.prefix).then_some((whole >> place.left & 1, length.min(LENGTHS - 1)))
    }

    /// Adjusts the weights that were used, each in proportion to the error and to its input.
    fn weigh(&mut self, bit: u32, inputs: &[i32; INPUTS], sets: &[usize; NEURONS], sums: &[i32; NEURONS]) {
        self.age += 1;
        let rate = 2 + (48_000 / (self.age + 1_200)).min(15);
        for (neuron, set) in sets.iter().enumerate() {
            let at = (neuron * SETS + set) * INPUTS;
            let error = i64::from((((bit as i32) << 16) - squash(sums[neuron])) * rate);
            for (x, w) in inputs.iter().zip(&mut self.weights[at..]) {
                *w = w.wrapping_add(((i64::from(*x) * error + 0x8000) >> 16) as i32);
            }
        }
    }
}

/// The probability in 65,536ths for a logit in 256ths.
fn squash(logit: i32) -> i32 {
    let x = logit.clamp(-LOGIT, LOGIT) + 2_048;
    let (i, part) = ((x >> 7) as usize, x & 127);
    (SQUASH[i] * (128 - part) + SQUASH[i + 1] * part + 64) >> 7
}

/// The inverse of [`squash`], for probabilities in 4,096ths.
fn logits() -> Vec<i16> {
    let mut logits = Vec::with_capacity(4_096);
    for logit in -LOGIT..=LOGIT {
        logits.resize(logits.len().max((squash(logit) >> 4) as usize + 1), logit as i16);
    }
    logits.resize(4_096, LOGIT as i16);
    logits
}

/// Moves a probability of 22 bits towards a bit. The low ten bits count the updates, so that early ones move it more.
fn learn(map: &mut u32, bit: u32) {
    let count = *map & 1_023;
    let p = i64::from(*map >> 10);
    let target = if bit == 1 { (1 << 22) - 1 } else { 0 };
    let p = p + (target - p) * 2 / i64::from(2 * count + 9);
    *map = (p as u32) << 10 | (count + u32::from(count < 150));
}

/// The history after one more bit: the count of that bit grows, that of the other shrinks.
fn next(history: u8, bit: u32) -> u8 {
    let (zeros, ones) = (history >> 4, history & 15);
    let more = |count: u8| (count + 1).min(14);
    let fewer = |count: u8| if count > 3 { count / 2 + 2 } else { count };
    if bit == 1 { fewer(zeros) << 4 | more(ones) } else { more(zeros) << 4 | fewer(ones) }
}
