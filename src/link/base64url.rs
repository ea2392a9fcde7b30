//! Bytes as characters that need no escaping in an address: base64url of RFC 4648, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The number of characters for this number of bytes.
pub fn length(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

/// Appends bytes to a text.
pub fn encode(bytes: &[u8], text: &mut String) {
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
        for i in 0..=chunk.len() {
            text.push(char::from(ALPHABET[(bits >> (18 - 6 * i) & 63) as usize]));
        }
    }
}

/// Decodes the characters before the first foreign one. Returns the bytes, and the value of the bits left over.
pub fn decode(text: &[u8]) -> (Vec<u8>, u32) {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0, 0);
    for six in text.iter().map_while(|character| value(*character)) {
        bits = bits << 6 | six;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    (bytes, bits)
}

/// Whether a character is in the alphabet and may be part of a link.
pub fn is_part(character: u8) -> bool {
    value(character).is_some()
}

/// The six bits that a character encodes; `None` if it is not in the alphabet.
pub fn value(character: u8) -> Option<u32> {
    ALPHABET.iter().position(|own| *own == character).map(|place| place as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_vectors_of_the_rfc() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        {
            let mut written = String::new();
            encode(bytes.as_bytes(), &mut written);
            assert_eq!(written, text);
            assert_eq!(length(bytes.len()), text.len());
            assert_eq!(decode(text.as_bytes()), (bytes.as_bytes().to_vec(), 0));
        }
    }

    #[test]
    fn every_byte_comes_back_without_padding() {
        let bytes: Vec<u8> = (0..=255).collect();
        let mut text = String::new();
        encode(&bytes, &mut text);
        assert!(text.bytes().all(is_part));
        assert_eq!(decode(text.as_bytes()).0, bytes);
    }

    #[test]
    fn foreign_characters_end_it() {
        assert_eq!(decode(b"Zm9v.Zm9v").0, b"foo");
        assert!(!is_part(b'='));
    }
}
