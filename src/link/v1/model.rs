//! The model of format 1: what the next bit is likely to be, learnt from everything coded so far.
//!
//! Context mixing after M. Mahoney ("Adaptive weighing of context models for lossless data
//! compression", 2005): several contexts each keep a small history of what followed them, adaptive
//! maps turn histories into probabilities, and a mixer of logistic neurons weighs them. Everything
//! is integer arithmetic, so that every machine computes the same. Frozen: one changed constant
//! would make another format. It must not know what a proposal is; it knows kinds of fields.

use super::coder::Coder;

/// Contexts that are mixed.
const CONTEXTS: usize = 9;
/// Inputs of the mixer: two for each context, two of the expected symbol, and a constant.
const INPUTS: usize = 2 * CONTEXTS + 3;
/// Slots of the histories: a check byte and two counts of four bits each.
const SLOT_BITS: u32 = 18;

/// Ln(p/(1−p))·256 to p·65,536, every 128 from −2,048 to 2,048.
const SQUASH: [i32; 33] = [
    22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743, 32768, 40793, 47911, 53581,
    57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500, 65514,
];

/// What a value is, for the model.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The field's number.
    pub field: u8,
    /// Fields of text that read alike share a group; 0 is for what is no text.
    pub group: u8,
}

/// The state of the model.
#[derive(Clone)]
pub struct Model {
    slots: Vec<u16>,
    maps: Vec<u32>,
    expected_maps: Vec<u32>,
    weights: Vec<i32>,
    stretch: Vec<i16>,
    hashes: [u32; CONTEXTS],
    inputs: [i32; INPUTS],
    history: History,
    bits_seen: u32,
}

/// What has been coded so far.
#[derive(Clone, Default)]
struct History {
    /// Every symbol of text, folded to bare lower case, with the ends.
    text: Vec<u8>,
    raw: Vec<u8>,
    /// Where in `text` a hash of the last symbols was seen.
    seen: Vec<u32>,
    /// Where the expected symbol stands in `text`, or 0.
    pointer: usize,
    matched: u32,
    word: u32,
    word_before: u32,
    /// Within the current value.
    place: u32,
    value: u32,
    /// Hashes of earlier values: of the same field, and of any.
    by_field: Vec<[u32; 2]>,
    any: [u32; 2],
    hint: u32,
    kind_field: u32,
    kind_group: u32,
}

fn squash(x: i32) -> i32 {
    let x = x.clamp(-2047, 2047) + 2048;
    let (i, part) = ((x >> 7) as usize, x & 127);
    (SQUASH[i] * (128 - part) + SQUASH[i + 1] * part + 64) >> 7
}

fn hash(a: u32, b: u32) -> u32 {
    let h = a.wrapping_mul(0x2f0b_4c47).wrapping_add(b.wrapping_mul(0x9e35_79b1)).wrapping_add(0x3c6e_f372);
    h ^ (h >> 15)
}

impl Model {
    /// A model that has learnt nothing.
    pub fn new() -> Self {
        let mut stretch = vec![0_i16; 4096];
        let mut from = 0;
        for x in -2047..=2047 {
            let to = (squash(x) >> 4) as usize;
            for cell in &mut stretch[from..=to.max(from)] {
                *cell = x as i16;
            }
            from = to + 1;
        }
        for cell in &mut stretch[from.min(4095)..] {
            *cell = 2047;
        }
        let mut maps = Vec::with_capacity(CONTEXTS * 256);
        for _ in 0..CONTEXTS {
            for state in 0..256_u32 {
                let (zeros, ones) = (state >> 4, state & 15);
                let p = ((ones * 10 + 4) << 16) / ((zeros + ones) * 10 + 8);
                maps.push(p << 16);
            }
        }
        Self {
            slots: vec![0; 1 << SLOT_BITS],
            maps,
            expected_maps: (0..64_u32).map(|i| (49_152 + 250 * i) << 16).collect(),
            weights: vec![(1 << 16) * 3 / 10; INPUTS * SETS],
            stretch,
            hashes: [0; CONTEXTS],
            inputs: [0; INPUTS],
            history: History { seen: vec![0; 1 << 12], by_field: vec![[0; 2]; 256], ..History::default() },
            bits_seen: 0,
        }
    }

    /// Says that a value of this kind comes next. `hint` is what else is known of it.
    pub fn begin(&mut self, kind: Kind, hint: u32) {
        let h = &mut self.history;
        h.kind_field = u32::from(kind.field);
        h.kind_group = u32::from(kind.group);
        h.hint = hint;
        h.place = 0;
        h.value = 0;
        h.word = 0;
        h.word_before = 0;
        h.pointer = 0;
        h.matched = 0;
    }

    /// Says that the value is whole.
    pub fn end(&mut self) {
        let h = &mut self.history;
        let field = &mut h.by_field[h.kind_field as usize];
        *field = [h.value, field[0]];
        h.any = [h.value, h.any[0]];
    }

    /// Codes one symbol of so many bits.
    pub fn symbol(&mut self, coder: &mut Coder, symbol: u32, bits: u32) -> u32 {
        self.contexts();
        let expected = self.history.expected();
        let mut c0 = 1;
        for i in (0..bits).rev() {
            let bit = coder_step(self, coder, (symbol >> i) & 1, c0, bits - 1 - i, expected, bits);
            c0 = 2 * c0 + bit;
        }
        let symbol = c0 - (1 << bits);
        self.history.push(symbol);
        symbol
    }

    fn contexts(&mut self) {
        let h = &self.history;
        let f = h.kind_field;
        let values: [u32; CONTEXTS] = if h.kind_group > 0 {
            let n = h.text.len();
            let order = |k: usize| {
                let k = k.min(h.place as usize);
                let mut x = if k == h.place as usize { h.kind_group } else { 0 };
                for &s in &h.text[n - k..] {
                    x = hash(x, u32::from(s) + 1);
                }
                x
            };
            [
                h.kind_group,
                order(1),
                order(2),
                order(3),
                order(4),
                order(6),
                hash(h.word, h.word_before),
                hash(h.word, h.kind_group + 77),
                hash(hash(f, h.place.min(12)), order(1)),
            ]
        } else {
            let own = h.by_field[f as usize];
            let here = hash(hash(f, h.place), h.value);
            [
                hash(f, h.place),
                here,
                hash(here, own[0]),
                hash(hash(here, own[0]), own[1]),
                hash(here, h.any[0]),
                hash(hash(here, h.any[0]), h.any[1]),
                hash(h.place, h.value),
                hash(here, h.hint),
                hash(hash(here, own[0]), h.any[0]),
            ]
        };
        let text = u32::from(h.kind_group > 0);
        for (i, v) in values.into_iter().enumerate() {
            self.hashes[i] = hash(v, 2 * i as u32 + text).wrapping_mul(0x9e37_79b1);
        }
    }
}

const SETS: usize = 3 * 512;

fn coder_step(
    m: &mut Model,
    coder: &mut Coder,
    bit: u32,
    c0: u32,
    place: u32,
    expected: Option<(u32, u32)>,
    _bits: u32,
) -> u32 {
    let mut slots = [0_usize; CONTEXTS];
    let mut states = [0_usize; CONTEXTS];
    for i in 0..CONTEXTS {
        let h = hash(m.hashes[i], c0).wrapping_mul(0x85eb_ca6b);
        let index = (h >> (32 - SLOT_BITS)) as usize;
        let check = (h & 0xff) as u16;
        let slot = &mut m.slots[index];
        if *slot >> 8 != check {
            *slot = check << 8;
        }
        slots[i] = index;
        let state = (*slot & 0xff) as usize;
        states[i] = i * 256 + state;
        if state == 0 {
            m.inputs[2 * i] = 0;
            m.inputs[2 * i + 1] = 0;
        } else {
            let p = (m.maps[states[i]] >> 20) as i32;
            m.inputs[2 * i] = i32::from(m.stretch[p as usize]);
            m.inputs[2 * i + 1] = (p - 2048) >> 1;
        }
    }
    let mut guess = None;
    m.inputs[2 * CONTEXTS] = 0;
    m.inputs[2 * CONTEXTS + 1] = 0;
    if let Some((symbol, length)) = expected
        && (symbol + 256) >> (8 - place) == c0
    {
        let bit = (symbol >> (7 - place)) & 1;
        let map = length.min(31) as usize;
        let p = (m.expected_maps[map] >> 20) as i32;
        let s = i32::from(m.stretch[p as usize]);
        m.inputs[2 * CONTEXTS] = if bit == 1 { s } else { -s };
        m.inputs[2 * CONTEXTS + 1] = if bit == 1 { (p - 2048) >> 1 } else { (2048 - p) >> 1 };
        guess = Some((bit, map));
    }
    m.inputs[2 * CONTEXTS + 2] = 256;
    let h = &m.history;
    let matched = guess.map_or(0, |(_, l)| 1 + (l as u32).min(14) / 2);
    let text = h.kind_group > 0;
    let sets = if text {
        [h.kind_group * 8 + place, 64 + matched * 8 + place.min(7), 256 + h.place.min(3) * 8 + place]
    } else {
        [128 + (h.kind_field & 63), 192 + h.place.min(3) * 8 + place, 320 + (h.kind_field & 63)]
    };
    let mut dots = [0_i32; 3];
    let mut outs = [0_i32; 3];
    for (k, set) in sets.iter().enumerate() {
        let base = (k * 512 + *set as usize) * INPUTS;
        let w = &m.weights[base..base + INPUTS];
        let mut sum = 0_i64;
        for (x, w) in m.inputs.iter().zip(w) {
            sum += i64::from(*x) * i64::from(*w);
        }
        dots[k] = ((sum >> 16) as i32).clamp(-2047, 2047);
        outs[k] = squash(dots[k]);
    }
    let p = squash((dots[0] + dots[1] + dots[2]) / 3).clamp(24, 65536 - 24);
    let bit = coder.bit(bit, p as u32);
    // learn
    m.bits_seen += 1;
    let rate = 6 + (40_000 / (m.bits_seen as i32 + 2_000)).min(14);
    for (k, set) in sets.iter().enumerate() {
        let base = (k * 512 + *set as usize) * INPUTS;
        let err = (((bit as i32) << 16) - outs[k]) * rate;
        let w = &mut m.weights[base..base + INPUTS];
        for (x, w) in m.inputs.iter().zip(w) {
            *w += ((i64::from(*x) * i64::from(err) + 0x8000) >> 16) as i32;
        }
    }
    for i in 0..CONTEXTS {
        let slot = &mut m.slots[slots[i]];
        let state = states[i] & 255;
        if state != 0 {
            learn(&mut m.maps[states[i]], bit, 255);
        }
        let (mut zeros, mut ones) = ((state >> 4) as u16, (state & 15) as u16);
        let (same, other) = if bit == 1 { (&mut ones, &mut zeros) } else { (&mut zeros, &mut ones) };
        *same = (*same + 1).min(15);
        if *other > 2 {
            *other = *other / 2 + 1;
        }
        *slot = (*slot & 0xff00) | (zeros << 4) | ones;
    }
    if let Some((guess, map)) = guess {
        learn(&mut m.expected_maps[map], u32::from(guess == bit), 255);
    }
    bit
}

/// Moves a probability of 22 bits towards a bit; the low ten bits count, so that early bits move it more.
fn learn(cell: &mut u32, bit: u32, limit: u32) {
    let count = *cell & 1023;
    let p = *cell >> 10;
    let target = if bit == 1 { (1 << 22) - 1 } else { 0 };
    let delta = (i64::from(target) - i64::from(p)) * 2 / (2 * i64::from(count) + 3);
    let p = (i64::from(p) + delta) as u32;
    *cell = (p << 10) | (count + u32::from(count < limit));
}

impl History {
    fn expected(&self) -> Option<(u32, u32)> {
        if self.kind_group == 0 || self.pointer == 0 {
            None
        } else {
            Some((u32::from(self.raw[self.pointer]), self.matched))
        }
    }

    fn push(&mut self, symbol: u32) {
        self.place += 1;
        self.value = hash(self.value, symbol + 1);
        if self.kind_group == 0 {
            return;
        }
        let raw = symbol as u8;
        let folded = fold(raw);
        if self.pointer > 0 && self.text[self.pointer] == folded {
            self.matched += 1;
            self.pointer += 1;
        } else {
            self.pointer = 0;
            self.matched = 0;
        }
        self.text.push(folded);
        self.raw.push(raw);
        if folded.is_ascii_lowercase() || folded.is_ascii_digit() {
            self.word = hash(self.word, u32::from(folded));
        } else if self.word != 0 {
            self.word_before = self.word;
            self.word = 0;
        }
        const MIN: usize = 4;
        let n = self.text.len();
        if n > MIN {
            let mut h = 0;
            for &s in &self.text[n - MIN..] {
                h = hash(h, u32::from(s));
            }
            let cell = &mut self.seen[(h.wrapping_mul(0x9e37_79b1) >> 20) as usize];
            if self.pointer == 0 && *cell > 0 {
                let at = *cell as usize;
                let length = (0..24.min(at)).take_while(|i| self.text[at - 1 - i] == self.text[n - 1 - i]).count();
                if length >= 3 {
                    self.pointer = at;
                    self.matched = length as u32;
                }
            }
            *cell = n as u32;
        }
        if self.pointer >= self.text.len() {
            self.pointer = 0;
        }
    }
}

/// Windows-1252 letters without case and accents.
fn fold(symbol: u8) -> u8 {
    const HIGH: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    match symbol {
        0xc0.. => HIGH[symbol as usize - 0xc0],
        _ => symbol.to_ascii_lowercase(),
    }
}
