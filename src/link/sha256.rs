//! SHA-256 of FIPS 180-4. The crate that has it is written for speed and takes four times the bytes.

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
#[rustfmt::skip]
const ROUNDS: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];
/// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
const START: [u32; 8] =
    [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

/// SHA-256 of some bytes, as eight words.
pub fn sha256(bytes: &[u8]) -> [u32; 8] {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    padded.resize((bytes.len() + 9).next_multiple_of(64) - 8, 0);
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    let mut state = START;
    for block in padded.chunks(64) {
        compress(&mut state, block);
    }
    state
}

fn compress(state: &mut [u32; 8], block: &[u8]) {
    let mut words = [0_u32; 64];
    for (word, bytes) in words.iter_mut().zip(block.chunks(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    let mix = |x: u32, a, b, last: u32| x.rotate_right(a) ^ x.rotate_right(b) ^ last;
    for i in 16..64 {
        let (x, y) = (words[i - 15], words[i - 2]);
        let (s0, s1) = (mix(x, 7, 18, x >> 3), mix(y, 17, 19, y >> 10));
        words[i] = words[i - 16].wrapping_add(s0).wrapping_add(words[i - 7]).wrapping_add(s1);
    }
    let mut v = *state;
    for (round, word) in ROUNDS.iter().zip(words) {
        let [a, b, c, d, e, f, g, h] = v;
        let s1 = mix(e, 6, 11, e.rotate_right(25));
        let s0 = mix(a, 2, 13, a.rotate_right(22));
        let first = h.wrapping_add(s1).wrapping_add(e & f ^ !e & g).wrapping_add(*round).wrapping_add(word);
        let second = s0.wrapping_add(a & b ^ a & c ^ b & c);
        v = [first.wrapping_add(second), a, b, c, d.wrapping_add(first), e, f, g];
    }
    for (own, new) in state.iter_mut().zip(v) {
        *own = own.wrapping_add(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_and_every_padding() {
        assert_eq!(sha256(b"abc")[..2], [0xba7816bf, 0x8f01cfea]);
        assert_eq!(sha256(b"")[..2], [0xe3b0c442, 0x98fc1c14]);
        assert_eq!(sha256(&[b'a'; 1_000_000])[..2], [0xcdc76e5c, 0x9914fb92]);
        // The XOR of the first words for zeros of every length up to two blocks, from another program.
        assert_eq!((0..=128).fold(0, |sum, length| sum ^ sha256(&vec![0; length])[0]), XOR);
    }

    const XOR: u32 = 0xa10b4c09;
}
