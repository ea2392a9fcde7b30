//! No input makes the engine panic or compute unsound figures: a short run of what fuzzing does for long, and what it
//! has found.

#[path = "support/totality.rs"]
mod totality;

/// A generator of bytes (xorshift64*), so that every run uses the same bytes.
struct Bytes(u64);

impl Bytes {
    fn next(&mut self) -> u8 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 56) as u8
    }
}

#[test]
fn edited_proposals() {
    let mut bytes = Bytes(2027);
    for _ in 0..4_000 {
        let edits = 1 + usize::from(bytes.next() % 4);
        let data: Vec<u8> = (0..1 + 6 * edits).map(|_| bytes.next()).collect();
        totality::holds(&data);
    }
}

#[test]
fn what_fuzzing_found() {
    let folder = format!("{}/tests/found/estimate", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        totality::holds(&std::fs::read(entry.unwrap().path()).unwrap());
    }
}
