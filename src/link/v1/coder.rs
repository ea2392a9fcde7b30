//! The arithmetic coder of format 1: from bits to bytes and back.
//!
//! A binary coder without carries: the interval `[low, high]` of 32 bits is split in proportion to the probability of a
//! 1, and a byte is written (or read) as soon as the highest bytes of both ends are equal (J. Rissanen, G. Langdon,
//! "Arithmetic coding", 1979). It must not know what the bits mean.

/// What is done with the bits.
pub enum Coder<'a> {
    /// Nothing: the model only learns.
    Learn,
    /// They are encoded into bytes.
    Encode(Encoder),
    /// They are decoded from bytes.
    Decode(Decoder<'a>),
}

impl Coder<'_> {
    /// Codes one bit; `p` is the probability of a 1 in 65,536ths, from 1 to 65,535. A decoder ignores `bit` and returns
    /// the one that it has decoded.
    pub fn bit(&mut self, bit: u32, p: u32) -> u32 {
        match self {
            Self::Learn => bit,
            Self::Encode(encoder) => encoder.bit(bit, p),
            Self::Decode(decoder) => decoder.bit(p),
        }
    }
}

/// The interval of the values that are still possible.
struct Interval {
    low: u32,
    high: u32,
}

impl Interval {
    const WHOLE: Self = Self { low: 0, high: u32::MAX };

    /// The last value that decodes to a 1.
    fn cut(&self, p: u32) -> u32 {
        self.low + ((u64::from(self.high - self.low) * u64::from(p)) >> 16) as u32
    }

    fn narrow(&mut self, bit: u32, cut: u32) {
        if bit == 1 { self.high = cut } else { self.low = cut + 1 }
    }

    /// Removes and returns the highest byte, if both ends agree on it.
    fn settled(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = (self.high << 8) | 0xff;
        Some(byte)
    }
}

/// Encodes bits into bytes.
pub struct Encoder {
    interval: Interval,
    bytes: Vec<u8>,
}

impl Encoder {
    /// An encoder before the first bit.
    pub fn new() -> Self {
        Self { interval: Interval::WHOLE, bytes: Vec::new() }
    }

    fn bit(&mut self, bit: u32, p: u32) -> u32 {
        let cut = self.interval.cut(p);
        self.interval.narrow(bit, cut);
        while let Some(byte) = self.interval.settled() {
            self.bytes.push(byte);
        }
        bit
    }

    /// The bytes, with the shortest ending that, followed by zeros, is in the interval.
    pub fn finish(mut self) -> Vec<u8> {
        let Interval { low, high } = self.interval;
        let ending = (0..=4).find_map(|kept| {
            let step = 1_u64 << (32 - 8 * kept);
            let value = u64::from(low).div_ceil(step) * step;
            (value <= u64::from(high)).then(|| (value as u32).to_be_bytes()[..kept].to_vec())
        });
        self.bytes.extend(ending.unwrap_or_default());
        self.bytes
    }
}

/// Bytes that a decoder reads ahead.
pub const AHEAD: usize = 4;

/// Decodes bytes into bits. Beyond the end it reads zeros.
pub struct Decoder<'a> {
    interval: Interval,
    value: u32,
    bytes: &'a [u8],
    read: usize,
}

impl<'a> Decoder<'a> {
    /// A decoder of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { interval: Interval::WHOLE, value: 0, bytes, read: 0 };
        for _ in 0..AHEAD {
            decoder.pull();
        }
        decoder
    }

    /// How many bytes have been read beyond the end; at most [`AHEAD`] for a whole stream.
    pub fn overdrawn(&self) -> usize {
        self.read.saturating_sub(self.bytes.len())
    }

    fn pull(&mut self) {
        let byte = self.bytes.get(self.read).copied().unwrap_or(0);
        self.value = (self.value << 8) | u32::from(byte);
        self.read += 1;
    }

    fn bit(&mut self, p: u32) -> u32 {
        let cut = self.interval.cut(p);
        let bit = u32::from(self.value <= cut);
        self.interval.narrow(bit, cut);
        while self.interval.settled().is_some() {
            self.pull();
        }
        bit
    }
}
