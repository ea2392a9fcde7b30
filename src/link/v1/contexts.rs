//! The contexts of the model of format 1: the preceding text, the field, and earlier values.
//!
//! It must not know how they become a probability. Frozen, like the model.

use super::model::ValueKind;

/// The number of contexts.
pub const CONTEXTS: usize = 6;
/// The number of symbols by which a match is looked up.
const LOOKUP: usize = 4;
/// The table of matches has 2 to this power entries.
const LOOKUP_BITS: u32 = 12;
/// The length up to which a match is measured.
const MEASURED: usize = 24;

/// What has been coded so far, as far as it helps to predict what follows.
#[derive(Clone)]
pub struct Contexts {
    kind: ValueKind,
    hint: u32,
    /// Symbols of the current value so far, and their hash.
    place: u32,
    value: u32,
    /// Hashes of the last value of each field, and of the last two of all.
    of_field: Vec<u32>,
    of_all: [u32; 2],
    /// All symbols of texts, as they are and folded to lower case without accents.
    raw: Vec<u8>,
    text: Vec<u8>,
    /// Hashes of the current word and of the one before it.
    word: u32,
    word_before: u32,
    /// For each hash of the last symbols, where in the text they ended last time.
    ends: Vec<u32>,
    /// The place of the expected symbol in the text (0 if none is expected), and how many symbols before it matched.
    pointer: usize,
    matched: usize,
}

impl Contexts {
    /// The contexts before anything is coded.
    pub fn new() -> Self {
        Self {
            kind: ValueKind { field: 0, group: 0 },
            hint: 0,
            place: 0,
            value: 0,
            of_field: vec![0; 256],
            of_all: [0; 2],
            raw: Vec::new(),
            text: Vec::new(),
            word: 0,
            word_before: 0,
            ends: vec![0; 1 << LOOKUP_BITS],
            pointer: 0,
            matched: 0,
        }
    }

    /// Starts a value of this kind. `hint` is anything else that helps to predict it.
    pub fn begin(&mut self, kind: ValueKind, hint: u32) {
        self.kind = kind;
        self.hint = hint;
        self.place = 0;
        self.value = 0;
        self.word = 0;
        self.word_before = 0;
        self.pointer = 0;
    }

    /// Ends the value.
    pub fn end(&mut self) {
        self.of_field[usize::from(self.kind.field)] = self.value;
        self.of_all = [self.value, self.of_all[0]];
    }

    /// A hash for each context of the next symbol.
    pub fn hashes(&self) -> [u32; CONTEXTS] {
        let values = if self.kind.group > 0 { self.of_text() } else { self.of_number() };
        let mut number = 2 * u32::from(self.kind.group > 0);
        values.map(|value| {
            number += 4;
            hash(value, number).wrapping_mul(0x9e37_79b1)
        })
    }

    fn of_text(&self) -> [u32; CONTEXTS] {
        let group = u32::from(self.kind.group);
        let field = u32::from(self.kind.field);
        let place = self.place as usize;
        let order = |length: usize| {
            let start = if length >= place { group } else { 0 };
            let last = &self.raw[self.raw.len() - length.min(place)..];
            last.iter().fold(start, |sum, symbol| hash(sum, u32::from(*symbol) + 1))
        };
        [
            hash(field, self.place.min(5)),
            order(1),
            order(2),
            order(3),
            hash(self.word, self.word_before),
            hash(self.word, group + 77),
        ]
    }

    fn of_number(&self) -> [u32; CONTEXTS] {
        let field = u32::from(self.kind.field);
        let own = self.of_field[usize::from(self.kind.field)];
        let here = hash(hash(field, self.place), self.value);
        [
            hash(field, self.place),
            here,
            hash(here, own),
            hash(here, self.of_all[0]),
            hash(hash(here, self.of_all[0]), self.of_all[1]),
            hash(here, self.hint),
        ]
    }

    /// The symbol that followed when the same text occurred last, and the length of the match; `None` without a match.
    pub fn expected(&self) -> Option<(u32, usize)> {
        let symbol = self.raw.get(self.pointer).filter(|_| self.pointer > 0)?;
        Some((u32::from(*symbol), self.matched))
    }

    /// The set of weights of each neuron, for a bit with `left` bits of its symbol after it; `matched` grows with the
    /// length of the match.
    pub fn sets(&self, left: u32, matched: usize) -> [usize; 2] {
        let (left, place) = (left as usize, self.place.min(3) as usize * 8);
        if self.kind.group > 0 {
            [usize::from(self.kind.group) * 8 + left, matched.min(7) * 8 + left]
        } else {
            let field = usize::from(self.kind.field).min(159);
            [96 + field, 96 + place + left]
        }
    }

    /// Records a symbol that has been coded.
    pub fn push(&mut self, symbol: u32) {
        self.place += 1;
        self.value = hash(self.value, symbol + 1);
        if self.kind.group > 0 {
            self.push_text(symbol as u8);
        }
    }

    fn push_text(&mut self, symbol: u8) {
        let folded = fold(symbol);
        if self.pointer > 0 && self.text[self.pointer] == folded {
            self.pointer += 1;
            self.matched += 1;
        } else {
            self.pointer = 0;
        }
        self.raw.push(symbol);
        self.text.push(folded);
        if folded.is_ascii_alphanumeric() {
            self.word = hash(self.word, u32::from(folded));
        } else if self.word != 0 {
            self.word_before = self.word;
            self.word = 0;
        }
        if self.text.len() > LOOKUP {
            self.look_up();
        }
    }

    fn look_up(&mut self) {
        let end = self.text.len();
        let key = self.text[end - LOOKUP..].iter().fold(0, |sum, symbol| hash(sum, u32::from(*symbol)));
        let cell = &mut self.ends[(key.wrapping_mul(0x9e37_79b1) >> (32 - LOOKUP_BITS)) as usize];
        let before = *cell as usize;
        *cell = end as u32;
        if self.pointer == 0 && before > 0 {
            let alike = self.text[..before].iter().rev().zip(self.text.iter().rev()).take(MEASURED);
            self.matched = alike.take_while(|(a, b)| a == b).count();
            self.pointer = if self.matched >= LOOKUP { before } else { 0 };
        }
    }
}

/// Mixes two numbers into one.
pub fn hash(a: u32, b: u32) -> u32 {
    let sum = a.wrapping_mul(0x2f0b_4c47).wrapping_add(b.wrapping_mul(0x9e35_79b1)).wrapping_add(0x3c6e_f372);
    sum ^ sum >> 15
}

/// A symbol without its case and accents.
fn fold(symbol: u8) -> u8 {
    const LETTERS: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    match symbol {
        0xc0.. => LETTERS[usize::from(symbol) - 0xc0],
        0x92 => b'\'',
        _ => symbol.to_ascii_lowercase(),
    }
}
